"""Markdown -> pieces, through markdown-it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from quizapp.articles.reading.pieces import Form, Page, Piece, Run, Stress, piece
from quizapp.articles.reading.superscripts import raised

if TYPE_CHECKING:
    from markdown_it.token import Token

_TITLE_LINE = re.compile(r"^title:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE | re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^>]*>")
_STRONG_TAGS = frozenset({"b", "strong", "dfn"})
_LIGHT_TAGS = frozenset({"i", "em"})
_ITEM_EDGES = frozenset(
    {"list_item_open", "list_item_close", "bullet_list_open", "ordered_list_open", "dd_close"}
)
_UNTIDY = (
    (re.compile(r"\*\*\*\*([,.;:])\*\*(?=\s|$)"), r"**\1"),
    (re.compile(r"(?<=\w)\*\*([,.;:])\*(?=\s|$)"), r"*\1"),
    (re.compile(r"(?<=[\w*])(?<!\*\*)\*([,.;:])\*(?=\s|$)"), r"*\1"),
    (re.compile(r"(?<![*\w])\*\*([^\s*][^*\n]{0,80}?)[ \t]+\*\*(?=[^\W_])"), r"**\1** "),
)
_PLACEHOLDER = re.compile(r"\[(?:link|image|TOC)\]|\{[#.:][^{}]{0,60}\}", re.IGNORECASE)


def read_markdown(text: str) -> Page:
    """The pieces of a Markdown text; code, tables, images and footnotes are left out."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    parser = MarkdownIt("commonmark").enable("table")
    text = _tidied(text)
    parser.use(front_matter_plugin).use(footnote_plugin).use(deflist_plugin)
    tokens = parser.parse(text)
    return Page(_stated_title(tokens), tuple(_pieces(tokens)))


def _tidied(text: str) -> str:
    """The text with stress that was set around a comma, or up to a space, set around the word alone."""
    for pattern, instead in _UNTIDY:
        text = pattern.sub(instead, text)
    return text


def _stated_title(tokens: Sequence[Token]) -> str:
    if not tokens or tokens[0].type != "front_matter":
        return ""
    match = _TITLE_LINE.search(tokens[0].content)
    return match[1] if match else ""


def _pieces(tokens: Sequence[Token]) -> list[Piece]:
    found: list[Piece] = []
    item: list[Run] | None = None
    skipped = 0
    heading = 0
    in_term = False
    for token in tokens:
        kind = token.type
        if kind in ("table_open", "footnote_block_open"):
            skipped += 1
        elif kind in ("table_close", "footnote_block_close"):
            skipped -= 1
        elif skipped:
            continue
        elif kind == "html_block":
            _close(found, item)
            item = None
            found.extend(_from_html(token.content))
        elif kind == "heading_open":
            heading = int(token.tag[1])
        elif kind == "dt_open":
            in_term = True
        elif kind in _ITEM_EDGES:
            _close(found, item)
            item = [] if kind == "list_item_open" else None
        elif kind == "inline":
            runs = list(_runs(token.children or ()))
            if heading:
                _keep(found, piece(Form.HEADING, runs, heading))
                heading = 0
            elif in_term:
                item = [Run(run.text, Stress.STRONG) for run in runs] + [Run(": ")]
                in_term = False
            elif item is not None:
                item.extend([Run(" "), *runs] if item else runs)
            else:
                _keep(found, piece(Form.PARAGRAPH, runs))
    _close(found, item)
    return found


def _from_html(source: str) -> list[Piece]:
    from lxml import etree, html

    from quizapp.articles.reading.markup import pieces_of

    try:
        return pieces_of(html.fragment_fromstring(source, create_parent="div"))
    except (etree.LxmlError, ValueError):
        return []


def _close(found: list[Piece], item: list[Run] | None) -> None:
    if item:
        _keep(found, piece(Form.ITEM, item))


def _keep(found: list[Piece], made: Piece | None) -> None:
    if made is not None:
        found.append(made)


def _runs(tokens: Iterable[Token]) -> Iterable[Run]:
    strong = light = above = 0
    for token in tokens:
        kind = token.type
        if kind in ("strong_open", "strong_close"):
            strong += token.nesting
        elif kind in ("em_open", "em_close"):
            light += token.nesting
        elif kind == "html_inline":
            match = _TAG.match(token.content)
            step = 0 if match is None else (-1 if match[1] else 1)
            tag = match[2].lower() if match else ""
            strong += step * (tag in _STRONG_TAGS)
            light += step * (tag in _LIGHT_TAGS)
            above += step * (tag == "sup")
        elif kind in ("softbreak", "hardbreak"):
            yield Run(" ")
        elif kind in ("text", "code_inline", "text_special"):
            text = _PLACEHOLDER.sub("", token.content)
            stress = Stress.STRONG if strong > 0 else Stress.LIGHT if light > 0 else Stress.NONE
            yield Run(raised(text) if above > 0 else text, stress)
