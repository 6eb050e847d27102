"""Reads an article from the bytes of a file: finds out what it is, reads it, says clearly when it cannot."""

from __future__ import annotations

import hashlib
import re

from quizapp.articles.article import Article
from quizapp.articles.reading.assembling import assemble
from quizapp.articles.reading.decoding import SAVE_AS_UTF8, decode
from quizapp.articles.reading.epub import is_epub, read_epub
from quizapp.articles.reading.html import read_html
from quizapp.articles.reading.language import detect, language_name
from quizapp.articles.reading.markdown import read_markdown
from quizapp.articles.reading.pdf import read_pdf
from quizapp.articles.reading.pieces import Page
from quizapp.articles.reading.text import read_text
from quizapp.core.wording import plural
from quizapp.errors import ArticleError

MOST_BYTES = 20_000_000
LEAST_WORDS = 20
_FEW_WORDS = 60
_OPEN_IT = "Open it to see what it is; text is read from a file named .txt, .md or .html."
_BOOK_NAME = re.compile(r"\.(pdf|epub)$", re.IGNORECASE)
_HTML_NAME = re.compile(r"\.x?html?$", re.IGNORECASE)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)?<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN_NAME = re.compile(r"\.(?:md|markdown|mdown|mkd)$", re.IGNORECASE)
_MARKDOWN = re.compile(r"^#{1,6} \S|\*\*\w[^*\n]{0,80}\*\*", re.MULTILINE)


def read_article(data: bytes, name: str, *, title: str = "") -> Article:
    """The article in these bytes; `name` is its file's name or what else to call it; `title` wins.

    Raises ArticleError when it is empty, too short or too large, no text, or not in English.
    """
    if len(data) > MOST_BYTES:
        raise ArticleError(
            f"{name}: {len(data) / 1e6:.0f} MB is too large; at most {MOST_BYTES / 1e6:.0f} MB are read.",
            "Give one chapter, or the text without its pictures.",
        )
    page = _read_page(data, name)
    words = sum(len(piece.text.split()) for piece in page.pieces)
    _check_length(words, name)
    text = "\n".join(piece.text for piece in page.pieces)
    language = _checked_language(text, words, name)
    return assemble(page, name, hashlib.sha256(data).hexdigest(), language, title)


def _read_page(data: bytes, name: str) -> Page:
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return read_pdf(data, name)
    if data.startswith(b"PK\x03\x04") and is_epub(data):
        return read_epub(data, name)
    if book := _BOOK_NAME.search(name):
        kind = "a PDF" if book[1].lower() == "pdf" else "an EPUB"
        raise ArticleError(f"{name} is not {kind} file, though its name says so.", _OPEN_IT)
    if data.startswith(b"PK\x03\x04"):
        raise ArticleError(f"{name}: this is a ZIP file or an office document.", SAVE_AS_UTF8)
    if data.startswith(b"{\\rtf"):
        raise ArticleError(f"{name}: this is rich text (RTF).", SAVE_AS_UTF8)
    text = decode(data, name)
    if _HTML_NAME.search(name) or _HTML.match(text):
        return read_html(text)
    if _MARKDOWN_NAME.search(name) or _MARKDOWN.search(text):
        return read_markdown(text)
    return read_text(text)


def _check_length(words: int, name: str) -> None:
    if words == 0:
        raise ArticleError(f"{name}: there is no text in it.", "Give an article of a few paragraphs.")
    if words < LEAST_WORDS:
        raise ArticleError(
            f"{name}: only {plural(words, 'word')}; at least {LEAST_WORDS} are needed.",
            "Give an article of a few paragraphs.",
        )


def _checked_language(text: str, words: int, name: str) -> str:
    language = detect(text)
    if language == "en" or (language == "" and words < _FEW_WORDS):
        return language
    said = f"written in {language_name(language)}" if language else "not recognised as English"
    raise ArticleError(
        f"{name}: the article is {said}; questions can be derived from English only.",
        "Write the deck by hand, or give an English article.",
    )
