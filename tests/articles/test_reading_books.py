"""EPUB and PDF: chapters in order, running heads gone, a clear answer for what is locked or damaged."""

from __future__ import annotations

import textwrap

import pytest
from samples import MORE, PROSE, epub, pdf

from quizapp.articles.reading.readers import read_article
from quizapp.errors import ArticleError


def test_the_chapters_of_a_book_are_read_in_the_order_of_its_spine() -> None:
    book = epub({"z.xhtml": f"<h1>Colony</h1><p>{PROSE}</p>", "a b.xhtml": f"<h1>Dance</h1><p>{MORE}</p>"})
    article = read_article(book, "bees.epub")
    assert article.title == "A Book of Bees"
    assert [section.heading for section in article.sections] == ["Colony", "Dance"]
    assert article.text == f"{PROSE}\n\n{MORE}"


def test_terms_of_a_book_are_stressed() -> None:
    article = read_article(epub({"a.xhtml": f"<p>{PROSE} A <b>comb</b> is wax.</p>"}), "bees.epub")
    assert [article.cut(span) for span in article.strong] == ["comb"]


@pytest.mark.parametrize("cut", [40, 400, 900])
def test_a_damaged_book_is_refused(cut: int) -> None:
    with pytest.raises(ArticleError):
        read_article(epub({"a.xhtml": f"<p>{PROSE}</p>"})[:-cut], "bees.epub")


def test_the_text_of_a_pdf_is_read_without_running_heads_and_page_numbers() -> None:
    lines = textwrap.wrap(" ".join([PROSE, MORE, PROSE]), 70)
    pages = [["The Book of Bees", *lines[start : start + 5], str(start)] for start in range(0, len(lines), 5)]
    article = read_article(pdf(pages), "bees.pdf")
    assert article.text == " ".join(lines)


def test_headings_of_a_pdf_make_sections() -> None:
    lines = ["Colony Life", *textwrap.wrap(PROSE, 70), "The Dance of Bees", *textwrap.wrap(MORE, 70)]
    article = read_article(pdf([["Bees of the World", *lines]]), "bees.pdf")
    assert article.title == "Bees of the World"
    assert [section.heading for section in article.sections] == ["Colony Life", "The Dance of Bees"]


def test_a_pdf_without_text_says_so() -> None:
    with pytest.raises(ArticleError, match="no text layer"):
        read_article(pdf([[]]), "scan.pdf")


def test_a_damaged_pdf_is_refused() -> None:
    with pytest.raises(ArticleError, match="damaged"):
        read_article(pdf([[PROSE]])[:300], "bees.pdf")
