"""EPUB -> pieces: the chapters of a book in the order of its spine."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from quizapp.articles.reading.markup import pieces_of
from quizapp.articles.reading.pieces import Page, Piece
from quizapp.errors import ArticleError

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_UNPACKED = 60_000_000
_CONTAINER = "META-INF/container.xml"
_PAGE_TYPES = ("application/xhtml+xml", "text/html")


def is_epub(data: bytes) -> bool:
    """Whether these bytes are an EPUB: a ZIP file with a container in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            return _CONTAINER in book.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def read_epub(data: bytes, name: str) -> Page:
    """The pieces of all chapters; raises ArticleError when the book is damaged, locked or too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            if sum(entry.file_size for entry in book.infolist() if _is_page(entry.filename)) > _MOST_UNPACKED:
                raise ArticleError(f"{name}: unpacked, the book is too large.", "Give one chapter of it.")
            return _read(book, name)
    except (zipfile.BadZipFile, zlib.error, KeyError, OSError, EOFError, RuntimeError, ValueError) as problem:
        raise ArticleError(
            f"{name}: the EPUB cannot be read ({type(problem).__name__}); it is damaged or locked.",
            "Open it in a reader and save the chapter as text.",
        ) from None


def _is_page(path: str) -> bool:
    return path.lower().endswith((".xhtml", ".html", ".htm", ".xml", ".opf"))


def _read(book: zipfile.ZipFile, name: str) -> Page:
    container = _parsed(book.read(_CONTAINER))
    places = [element.get("full-path") for element in _all(container, "rootfile")]
    if not places or not places[0]:
        raise ArticleError(f"{name}: the EPUB does not say where its pages are.", "Give another copy of it.")
    package = _parsed(book.read(places[0]))
    titles = ["".join(element.itertext()) for element in _all(package, "title")]
    pieces: list[Piece] = []
    for path in _chapters(package, posixpath.dirname(places[0])):
        if path in book.NameToInfo:
            pieces.extend(pieces_of(_body(book.read(path))))
    return Page(titles[0].strip() if titles else "", tuple(pieces))


def _chapters(package: _Element, folder: str) -> Iterator[str]:
    """The paths of the pages in reading order, without the table of contents."""
    pages: dict[str, str] = {}
    for element in _all(package, "item"):
        identity, place = element.get("id"), element.get("href")
        wanted = (
            element.get("media-type") in _PAGE_TYPES
            and "nav" not in (element.get("properties") or "").split()
        )
        if identity and place and wanted:
            pages[identity] = posixpath.normpath(posixpath.join(folder, unquote(place)))
    for element in _all(package, "itemref"):
        path = pages.get(element.get("idref") or "")
        if path and element.get("linear") != "no":
            yield path


def _all(root: _Element, name: str) -> Iterator[_Element]:
    yield from root.iter("{*}" + name)


def _parsed(data: bytes) -> _Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(data, parser)
    if root is None:
        raise ValueError("no XML")
    return root


def _body(data: bytes) -> _Element:
    from lxml import etree, html

    try:
        root = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"), ensure_head_body=True)
    except etree.LxmlError:
        return html.Element("body")
    body = root.find("body")
    return root if body is None else body
