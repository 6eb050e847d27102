"""Markdown of decks as HTML that can do nothing: no tags, no links to follow, no picture from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup, escape

from quizapp.core.literal import literal

_MATH = re.compile(r"\$(?=\S)[^$\n]*?(?<=\S)\$(?!\d)")
_GAPS = 0xE000
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_LONGEST = 50_000

Picture = Callable[[str], str | None]
"""Gives the `data:` address of a picture by its path, or None when it cannot be had."""


def no_picture(path: str) -> None:
    """Every picture is shown by its words alone."""


def block(text: str, picture: Picture = no_picture) -> Markup:
    """A text that may have paragraphs, lists and tables."""
    return _checked(_parser(picture).render(_clean(text)))


def inline(text: str, picture: Picture = no_picture) -> Markup:
    """A text within a line."""
    return _checked(_parser(picture).renderInline(" ".join(_clean(text).split())))


def with_gaps(segments: Sequence[str | Markup], picture: Picture = no_picture) -> Markup:
    """A text in which some pieces are ready-made; Markdown may reach across them."""
    ready = [piece for piece in segments if isinstance(piece, Markup)]
    marks = {chr(_GAPS + place): piece for place, piece in enumerate(ready)}
    names = iter(marks)
    source = "".join(next(names) if isinstance(piece, Markup) else _clean(piece) for piece in segments)
    made = str(_parser(picture).render(source))
    return Markup("".join(str(marks.get(character, character)) for character in made))


def _clean(text: str) -> str:
    return _PRIVATE.sub("\ufffd", literal(text[:_LONGEST]))


def _checked(html: str) -> Markup:
    # The parser runs with html=False, and everything that it writes itself is escaped.
    return Markup(html)


@lru_cache(maxsize=4)
def _parser(picture: Picture) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("table")
    parser.inline.ruler.before("escape", "math", _math)
    rules: Mapping[str, Callable[..., str]] = {
        "math": _math_html,
        "image": _image_html(picture),
        "link_open": _nothing,
        "link_close": _address,
        "heading_open": lambda *_: "<p><strong>",
        "heading_close": lambda *_: "</strong></p>",
        "th_open": lambda *_: "<th>",
        "td_open": lambda *_: "<td>",
        "fence": _code,
        "code_block": _code,
    }
    for name, rule in rules.items():
        parser.add_render_rule(name, rule)
    return parser


def _math(state: StateInline, silent: bool) -> bool:
    found = _MATH.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        token = state.push("math", "", 0)
        token.content = found[0]
    state.pos = found.end()
    return True


def _math_html(_: RendererHTML, tokens: Sequence[Token], place: int, *__: Any) -> str:
    return f'<span class="math" dir="ltr">{escape(tokens[place].content)}</span>'


def _image_html(picture: Picture) -> Callable[..., str]:
    def image(_: RendererHTML, tokens: Sequence[Token], place: int, *__: Any) -> str:
        token = tokens[place]
        words, path = token.content, str(token.attrGet("src") or "")
        source = picture(path)
        if source is None:
            return f'<span class="picture">[picture: {escape(words or path)}]</span>'
        return f'<img alt="{escape(words)}" src="{escape(source)}">'

    return image


def _nothing(*_: Any) -> str:
    return ""


def _address(_: RendererHTML, tokens: Sequence[Token], place: int, *__: Any) -> str:
    """What a link leads to, in words: nobody can follow it on paper."""
    opened = 0
    for token in reversed(tokens[:place]):
        opened += 1 if token.type == "link_open" else -1 if token.type == "link_close" else 0
        if opened > 0:
            inside = "".join(each.content for each in tokens[tokens.index(token) : place])
            href = str(token.attrGet("href") or "")
            return "" if inside == href else f" ({escape(href)})"
    return ""


def _code(_: RendererHTML, tokens: Sequence[Token], place: int, *__: Any) -> str:
    return f'<pre dir="ltr"><code>{escape(tokens[place].content)}</code></pre>\n'
