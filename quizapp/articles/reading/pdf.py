"""A PDF's text -> pieces, through pypdf: without running heads and page numbers."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter

from quizapp.articles.reading.pieces import Page
from quizapp.articles.reading.text import read_text
from quizapp.errors import ArticleError

_MOST_PAGES = 600
_EDGE_LINES = 2
_NUMBER = re.compile(r"(?:page )?\d{1,4}(?: ?(?:/|of) ?\d{1,4})?", re.IGNORECASE)


def read_pdf(data: bytes, name: str) -> Page:
    """The pieces of a PDF; raises ArticleError when it is damaged, locked, too long or only pictures."""
    title, pages = _pages(data, name)
    if not any(page.strip() for page in pages):
        raise ArticleError(
            f"{name}: the PDF has no text layer, only pictures of pages.",
            "Run it through text recognition first.",
        )
    page = read_text(_one_text(pages))
    return Page(page.title or title, page.pieces)


def _pages(data: bytes, name: str) -> tuple[str, list[str]]:
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        count = 0 if locked else len(reader.pages)
        title = "" if locked else str((reader.metadata and reader.metadata.title) or "")
        texts = [page.extract_text() for page in reader.pages] if 0 < count <= _MOST_PAGES else []
    except Exception as problem:  # pypdf lets any kind out on damaged files
        raise ArticleError(
            f"{name}: the PDF cannot be read ({type(problem).__name__}); it is damaged.",
            "Open it in a viewer and save the text.",
        ) from None
    if locked:
        raise ArticleError(f"{name}: the PDF is locked with a password.", "Save a copy without the password.")
    if count > _MOST_PAGES:
        raise ArticleError(
            f"{name}: {count} pages; at most {_MOST_PAGES} are read.", "Give one chapter of it."
        )
    return title, texts


def _one_text(pages: list[str]) -> str:
    split = [[line.rstrip() for line in page.splitlines()] for page in pages]
    repeated = _running_lines(split)
    lines: list[str] = []
    for page in split:
        lines.extend(
            line for line in page if line.strip() not in repeated and not _NUMBER.fullmatch(line.strip())
        )
    return "\n".join(lines)


def _running_lines(pages: list[list[str]]) -> set[str]:
    """Lines at the edges of pages that stand on at least a third of them, three at the least."""
    edges = Counter(
        line
        for page in pages
        for line in {line.strip() for line in page[:_EDGE_LINES] + page[-_EDGE_LINES:]}
        if line
    )
    return {line for line, count in edges.items() if count >= max(3, len(pages) // 3)}
