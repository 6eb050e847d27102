"""HTML -> pieces: the article of a saved page, found by readability, without menus, notices and comments."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from quizapp.articles.reading.markup import pieces_of
from quizapp.articles.reading.pieces import Form, Page, Piece

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LEAST_SHARE = 0.6
_MOST_LINKED = 0.6
_BESIDE = re.compile(
    r"comment|sidebar|related|recommend|share|sharing|social|cookie|consent|newsletter|subscri|promo|advert|menu"
    r"|widget|login|popup|modal|banner|disqus|footer|breadcrumb|author-?(?:bio|box)|byline|teaser|toolbar|copyright",
    re.IGNORECASE,
)
_LISTS = frozenset({"ul", "ol", "p", "div", "section", "dl"})
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_SITE_NAME = re.compile(r"\s+(?:[|–—·»]|-|::)\s+[^|–—·»]{1,60}$")


def read_html(text: str) -> Page:
    """The pieces of the article in a page of HTML, and its title."""
    from lxml import etree, html

    source = _DECLARATION.sub("", _NOT_XML.sub(" ", text))
    try:
        root = html.document_fromstring(source, ensure_head_body=True)
    except (etree.LxmlError, ValueError, TypeError):
        return Page("", ())
    found = _main_pieces(source)
    title = _title(root)
    whole = pieces_of(_without_what_stands_beside(_main_part(root)))
    if _words(found) < _LEAST_SHARE * _words(whole, sentences_only=True):
        return Page(title, tuple(whole))
    return Page(title, tuple(found))


def _main_pieces(source: str) -> list[Piece]:
    """What readability holds to be the article; nothing when it stumbles over the page."""
    from lxml import html
    from readability import Document

    logging.getLogger("readability.readability").setLevel(logging.CRITICAL)
    try:
        summary = Document(source).summary(html_partial=True)
        return pieces_of(html.fromstring(summary)) if summary.strip() else []
    except Exception:  # readability lets any kind out on odd pages; the whole page is read then
        return []


def _main_part(root: HtmlElement) -> HtmlElement:
    """The one element that says that it is the article, else the body."""
    for path in ('.//*[@itemprop="articleBody"]', ".//article", ".//main", './/*[@role="main"]'):
        found = root.findall(path)
        if len(found) == 1 and len(found[0].text_content().split()) >= 100:
            return found[0]
    body = root.find("body")
    return root if body is None else body


def _without_what_stands_beside(part: HtmlElement) -> HtmlElement:
    """The element without parts that are named like menus and comments, or that are mostly links."""
    for element in list(part.iterdescendants("ul", "ol", "dl", "div", "section", "p", "span")):
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        if (_BESIDE.search(named) or _is_mostly_links(element)) and element.getparent() is not None:
            element.drop_tree()
    return part


def _is_mostly_links(element: HtmlElement) -> bool:
    if element.tag not in _LISTS or len(element.findall(".//a")) < 2:
        return False
    linked = sum(len(link.text_content().strip()) for link in element.iter("a"))
    return linked > _MOST_LINKED * len(element.text_content().strip())


def _words(pieces: list[Piece], *, sentences_only: bool = False) -> int:
    """Words in paragraphs and items; `sentences_only` leaves out what is no running text, such as menus."""
    texts = [made.text.strip() for made in pieces if made.form is not Form.HEADING]
    return sum(
        len(text.split()) for text in texts if not sentences_only or text.endswith((".", "!", "?", ":"))
    )


def _title(root: HtmlElement) -> str:
    first = root.findall(".//h1")
    stated = " ".join((root.findtext(".//title") or "").split())
    if len(first) == 1 or (first and first[0].text_content().strip() in stated):
        return " ".join(first[0].text_content().split())
    return _SITE_NAME.sub("", stated)
