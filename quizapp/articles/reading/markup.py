"""HTML elements -> pieces: walks a tree without recursion; keeps headings, paragraphs, items, stress."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizapp.articles.reading.pieces import Form, Piece, Run, Stress, piece
from quizapp.articles.reading.superscripts import raised

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED = frozenset(
    {"script", "style", "nav", "footer", "aside", "table", "figure", "figcaption", "form", "button", "select"}
    | {
        "svg",
        "noscript",
        "template",
        "iframe",
        "pre",
        "head",
        "object",
        "audio",
        "video",
        "rt",
        "rp",
        "textarea",
    }
)
_SKIPPED_CLASS = re.compile(
    r"(?:^|[\s_-])(?:mw-editsection|reference|reflist|references|noprint|navbox|hatnote|infobox|sr-only|toc"
    r"|visually-hidden|screen-reader-text|footnotes?|breadcrumbs?|metadata|ambox|pagenum)(?:$|\s)"
)
_SKIPPED_TYPE = re.compile(
    r"footnotes?|endnotes?|noteref|pagebreak|toc|index|bibliography|copyright-page|titlepage"
)
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "section",
        "article",
        "main",
        "body",
        "header",
        "blockquote",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
    }
    | {"h1", "h2", "h3", "h4", "h5", "h6", "hr", "details", "summary", "address", "center", "html"}
)
_HEADING = re.compile(r"h([1-6])")
_STRONG = frozenset({"b", "strong", "dfn"})
_LIGHT = frozenset({"i", "em"})
_TERM = re.compile(r"(?:^|[\s_-])(?:key-?(?:term|word)s?|glossary(?:-term)?|term)(?:$|\s)", re.IGNORECASE)
_XHTML = "{http://www.w3.org/1999/xhtml}"
_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"


@dataclass(slots=True)
class _Walk:
    """Where the walk is: the runs of the block that is open, and how many stressing elements are."""

    pieces: list[Piece] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    heading: int = 0
    items: int = 0
    strong: int = 0
    light: int = 0
    above: int = 0
    breaks: int = 0
    term: bool = False

    def add(self, text: str | None) -> None:
        if not text:
            return
        if text.strip():
            self.breaks = 0
        stress = Stress.STRONG if self.strong or self.term else Stress.LIGHT if self.light else Stress.NONE
        self.runs.append(Run(raised(text) if self.above else text, stress))

    def close(self) -> None:
        """Ends the block that is open; a term that is explained waits for its explanation."""
        self.breaks = 0
        if not any(run.text.strip() for run in self.runs):
            self.runs = []
            return
        form = Form.HEADING if self.heading else Form.ITEM if self.items else Form.PARAGRAPH
        made = piece(form, self.runs, self.heading)
        if made is not None:
            self.pieces.append(made)
        self.runs = []

    def line_break(self) -> None:
        self.runs.append(Run(" "))
        self.breaks += 1
        if self.breaks == 2:
            self.close()


def pieces_of(root: _Element) -> list[Piece]:
    """The pieces below an element; tables, figures, code, notes and hidden elements are left out."""
    from lxml import etree

    walk = _Walk()
    steps = etree.iterwalk(root, events=("start", "end"))
    for event, element in steps:
        tag = _tag(element)
        if event == "start":
            if _is_skipped(element, tag):
                if tag not in ("", "math"):
                    walk.add(" " if tag in _SKIPPED else "")
                if tag == "math":
                    walk.add(_formula(element))
                steps.skip_subtree()
                continue
            _enter(walk, element, tag)
        elif not _is_skipped(element, tag):
            _leave(walk, element, tag)
        if event == "end" and element is not root:
            walk.add(element.tail)
    walk.close()
    return walk.pieces


def _tag(element: _Element) -> str:
    name = element.tag
    return name.removeprefix(_XHTML).lower() if isinstance(name, str) else ""


def _is_skipped(element: _Element, tag: str) -> bool:
    if tag == "" or tag in _SKIPPED or tag == "math":
        return True
    if element.get("hidden") is not None or "display:none" in (element.get("style") or "").replace(" ", ""):
        return True
    if _SKIPPED_TYPE.search(element.get(_EPUB_TYPE) or element.get("epub:type") or ""):
        return True
    if _SKIPPED_CLASS.search(element.get("class") or ""):
        return True
    return tag == "sup" and _is_note(element)


def _is_note(element: _Element) -> bool:
    text = "".join(element.itertext()).strip()
    return text.startswith("[") or any(_tag(inner) == "a" for inner in element.iter())


def _formula(element: _Element) -> str:
    written = (element.get("alttext") or "").strip()
    written = written.removeprefix("{\\displaystyle").removesuffix("}").strip() if written else ""
    return f"${written}$" if written else " ".join("".join(element.itertext()).split())


def _enter(walk: _Walk, element: _Element, tag: str) -> None:
    if tag in _BLOCKS and not (tag == "dd" and walk.runs and walk.runs[-1].text == ": "):
        walk.close()
    heading = _HEADING.fullmatch(tag)
    if heading:
        walk.heading = int(heading[1])
    elif tag in ("li", "dt", "dd"):
        walk.items += 1
        walk.term = tag == "dt"
    elif tag == "br":
        walk.line_break()
    elif tag in _STRONG or _is_term(element):
        walk.strong += 1
    elif tag in _LIGHT:
        walk.light += 1
    elif tag == "sup":
        walk.above += 1
    walk.add(element.text)


def _leave(walk: _Walk, element: _Element, tag: str) -> None:
    if tag == "dt" and walk.runs:
        walk.term = False
        walk.add(": ")
        walk.items -= 1
        return
    if tag in _BLOCKS:
        walk.close()
    if _HEADING.fullmatch(tag):
        walk.heading = 0
    elif tag in ("li", "dt", "dd"):
        walk.items -= 1
        walk.term = False
    elif tag in _STRONG or (tag not in _BLOCKS and _is_term(element)):
        walk.strong -= 1
    elif tag in _LIGHT:
        walk.light -= 1
    elif tag == "sup":
        walk.above -= 1


def _is_term(element: _Element) -> bool:
    if _tag(element) not in ("span", "a", "mark", "u"):
        return False
    return element.get("data-type") == "term" or bool(_TERM.search(element.get("class") or ""))
