"""The one way in which text of decks, articles and learners reaches the screen: as text, never as markup."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from quizapp.core.literal import literal

_MATH = re.compile(r"\$(?=\S)[^$\n]*?(?<=\S)\$(?!\d)")


LONGEST = 20_000
"""Longer texts are cut when drawn: nobody reads them to their end, and wrapping them takes seconds."""


def plain(text: str, style: str = "") -> Content:
    """`text` as it is, in one style; characters that would steer the terminal are made visible."""
    clean = _cut(literal(text))
    return Content.styled(clean, style) if style else Content(clean)


def marked(text: str) -> Content:
    """Markdown's bold, italic, code, links and images as styled text; `$math$` and the rest as written."""
    if not any(sign in text for sign in "*_`[\\"):
        return plain(text)
    text = _cut(text)
    pieces: list[Content] = []
    weight, slant = 0, 0
    for token in _flat(_parser().parseInline(text)):
        match token.type:
            case "strong_open" | "strong_close":
                weight += token.nesting
            case "em_open" | "em_close":
                slant += token.nesting
            case "code_inline":
                pieces.append(plain(token.content, "reverse dim"))
            case "image":
                pieces.append(plain(f"[picture: {token.content or token.attrGet('src')}]", "italic"))
            case "softbreak" | "hardbreak":
                pieces.append(Content("\n"))
            case "link_close":
                pieces.append(plain(f" ({token.meta['href']})", "dim"))
            case _:
                pieces.append(plain(token.content, _style(weight, slant)))
    return Content.assemble(*pieces)


def one_line(text: str) -> Content:
    """Markdown on a single line, for lists."""
    return marked(" ".join(text.split()))


class Literal(Static):
    """A text from outside; give it `plain` or `marked` content, or a str which is then shown as it is."""

    def __init__(
        self, text: str | Content = "", *, id_: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(_content(text), id=id_, classes=classes, markup=False)

    def say(self, text: str | Content) -> None:
        """Show another text; an empty one takes no room."""
        content = _content(text)
        self.display = bool(content)
        self.update(content)


def clickable(content: Content, action: str) -> Content:
    """The content, doing a Textual action when the mouse clicks it; drawn as a link."""
    return content.stylize(Style.from_meta({"@click": action}))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}… [{len(text) - LONGEST} characters more]"


def _content(text: str | Content) -> Content:
    return plain(text) if isinstance(text, str) else text


def _style(weight: int, slant: int) -> str:
    return " ".join(name for name, on in (("bold", weight), ("italic", slant)) if on)


def _flat(tokens: list[Token]) -> list[Token]:
    flat: list[Token] = []
    href = ""
    for token in tokens[0].children or []:
        if token.type == "link_open":
            href = str(token.attrGet("href") or "")
        elif token.type == "link_close":
            token.meta = {"href": href}
        flat.append(token)
    return flat


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(["newline", "escape", "backticks", "emphasis", "link", "image"])
    parser.inline.ruler.before("escape", "math", _math)
    return parser


def _math(state: StateInline, silent: bool) -> bool:
    found = _MATH.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        token = state.push("text", "", 0)
        token.content = found[0]
    state.pos = found.end()
    return True
