"""Self-contained HTML pages from the templates in `pages/`, in which no text is ever markup.

For a page of your own: a template that extends `base.html` (blocks `head_title`, `content`), a style sheet of
its own if it needs one, and `render("mine.html", styles=("mine.css",), ...)`. Every value that a template
writes is escaped, and its control characters are shown rather than obeyed. The page may load nothing: its
Content-Security-Policy allows only the very style and script that stand in it, so `style=` attributes and
`onclick=` do not work.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from quizapp.core.literal import literal

BASE_STYLE = "base.css"


def render(
    template: str,
    *,
    styles: Sequence[str] = (),
    scripts: Sequence[str] = (),
    pictures: bool = False,
    **values: object,
) -> str:
    """The page. `styles` and `scripts` name files beside the template; `values` are what it may write.

    With `pictures`, those that stand in the page itself (`data:`) are shown.
    """
    style = "\n".join(_source(name) for name in (BASE_STYLE, *styles))
    script = "\n".join(map(_source, scripts))
    return (
        _pages()
        .get_template(template)
        .render(
            style=Markup(style),
            script=Markup(script),
            policy=_policy(style, script, pictures),
            **values,
        )
    )


@lru_cache(maxsize=1)
def _pages() -> Environment:
    return Environment(
        loader=PackageLoader("quizapp.services", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )


def _shown(value: object) -> object:
    return literal(value) if type(value) is str else value


def _source(name: str) -> str:
    loader = _pages().loader
    assert loader is not None
    # A browser hashes what it has read, in which every line ends in a line feed.
    return "\n".join(loader.get_source(_pages(), name)[0].strip().splitlines())


def _policy(style: str, script: str, pictures: bool) -> str:
    allowed = [("style-src", style)] + ([("script-src", script)] if script else [])
    sources = [f"{kind} 'sha256-{_digest(text)}'" for kind, text in allowed]
    sources += ["img-src data:"] if pictures else []
    return "; ".join(["default-src 'none'", *sources, "base-uri 'none'", "form-action 'none'"])


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
