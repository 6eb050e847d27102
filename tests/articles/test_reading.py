"""Reading an article: what it is, and a clear answer for what is none."""

from __future__ import annotations

import hashlib
import io
import zipfile
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import GERMAN, MORE, PROSE

from quizapp.articles.article import Article, Span
from quizapp.articles.reading.readers import MOST_BYTES, read_article
from quizapp.articles.reading.sentences import sentences
from quizapp.errors import ArticleError

WORDS = st.sampled_from(
    [
        *(
            "the",
            "and",
            "to",
            "Bees",
            "states.The",
            "[12]",
            "(Figure 1)",
            "(Smith, 1999)",
            "“quoted”",
            "U.S.",
        ),
        *(
            "#",
            "##",
            "-",
            "*",
            "1.",
            "**wax**",
            "_it_",
            "**",
            "<b>",
            "</p>",
            "<h2>",
            "```",
            "|",
            "[a](b)",
            "===",
        ),
        *("\n", "\n\n", "\t", "\u00a0", "\u200b", "\u2028", "\x0c", "ﬁ", "e\u0301", "?", "!", ".", ":", "蜂"),
    ]
)
LETTERS = st.characters(codec="utf-8", exclude_categories=["C"])
TEXTS = st.lists(WORDS, max_size=60).map(" ".join) | st.text(LETTERS, max_size=200)


def spans_of(article: Article) -> list[Span]:
    blocks = [block for section in article.sections for block in section.blocks]
    lead_ins = [block.lead_in for block in blocks if block.lead_in is not None]
    return [*(block.span for block in blocks), *lead_ins, *article.emphasis, *article.strong]


def refusal(data: bytes, name: str = "bees.txt") -> str:
    with pytest.raises(ArticleError) as caught:
        read_article(data, name)
    assert caught.value.fix
    return str(caught.value)


@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
@given(text=TEXTS)
def test_any_text_is_read_with_spans_within_it_and_ordered_sentences(suffix: str, text: str) -> None:
    article = read_article(f"{PROSE}\n\n{text}\n\n{MORE}".encode(), f"bees.{suffix}")
    assert all(0 <= span.start < span.end <= len(article.text) for span in spans_of(article))
    found = sentences(article)
    assert found
    assert all(one.span.end <= after.span.start for one, after in pairwise(found))
    for sentence in found:
        block = article.sections[sentence.section].blocks[sentence.block].span
        assert block.start <= sentence.span.start < sentence.span.end <= block.end
        assert article.cut(sentence.span) == article.cut(sentence.span).strip()


@given(
    data=st.binary(max_size=300),
    start=st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"\xff\xfe"]),
)
def test_any_bytes_are_read_or_refused(data: bytes, start: bytes) -> None:
    try:
        article = read_article(start + data, "bees")
    except ArticleError as refused:
        assert str(refused).startswith("bees: ")
    else:
        assert article.text


def test_a_given_title_wins_over_the_one_of_the_article() -> None:
    assert read_article(f"# Bees\n\n{PROSE}".encode(), "bees.md", title="The Hive").title == "The Hive"


def test_digest_is_of_the_bytes_that_were_read() -> None:
    data = PROSE.encode()
    assert read_article(data, "bees.txt").digest == hashlib.sha256(data).hexdigest()


def test_a_text_without_title_is_called_by_the_name_that_it_comes_back_to() -> None:
    text = (
        "The Winter War began in 1939. "
        + "It was in the Winter War that the army of the Finns held out. " * 3
    )
    assert read_article(text.encode(), "a.txt").title == "The Winter War"


def test_a_text_without_title_or_such_a_name_is_called_like_its_file() -> None:
    assert read_article(PROSE.encode(), "notes/honey-bees.txt").title == "Honey bees"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_are_understood(encoding: str) -> None:
    text = f"Bees\n\n{PROSE} “é”"
    assert read_article(text.encode(encoding), "bees.txt").text == f"{PROSE} “é”"


def test_the_encoding_that_a_page_declares_is_used() -> None:
    page = f'<html><head><meta charset="windows-1252"></head><body><p>{PROSE} “é”</p></body></html>'
    assert read_article(page.encode("cp1252"), "bees.html").text.endswith("“é”")


def test_what_is_not_utf8_names_its_line_and_what_to_do() -> None:
    assert "line 2 is not UTF-8" in refusal(f"Bees\n{PROSE} “é”".encode("cp1252"))


def test_an_encoding_that_nobody_knows_is_named() -> None:
    assert "'klingon'" in refusal(b'<meta charset="klingon">' + PROSE.encode() + b"\xe9")


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\n ", "\ufeff".encode(), b"<html><body><nav>x</nav></body></html>"]
)
def test_an_empty_article_is_refused(data: bytes) -> None:
    assert "there is no text" in refusal(data)


def test_a_tiny_article_says_how_many_words_it_has() -> None:
    assert "only 4 words" in refusal(b"Bees live in colonies.")


def test_a_huge_file_is_refused_before_it_is_read() -> None:
    assert "20 MB" in refusal(b"a" * (MOST_BYTES + 1))


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 20, b"\x89PNG\r\n\x1a\n\x00\x00", b"\x7fELF\x02\x01\x01\x00" * 9]
)
def test_binary_files_are_refused(data: bytes) -> None:
    assert "this is not a text" in refusal(data)


def test_rich_text_is_refused_by_its_name() -> None:
    assert "RTF" in refusal(b"{\\rtf1\\ansi Bees live in colonies.}")


def test_an_office_document_is_refused_by_its_name() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert "office document" in refusal(packed.getvalue(), "bees.docx")


@pytest.mark.parametrize("data", [b"", b"Just a line.", PROSE.encode(), b"PK\x03\x04 torn"])
@pytest.mark.parametrize(("name", "kind"), [("bees.pdf", "a PDF"), ("Bees.EPUB", "an EPUB")])
def test_a_book_that_is_none_is_refused_by_its_name(data: bytes, name: str, kind: str) -> None:
    assert refusal(data, name) == f"{name} is not {kind} file, though its name says so."


@pytest.mark.parametrize(("text", "count"), [("Bees.", "only 1 word;"), ("Bees dance.", "only 2 words;")])
def test_a_text_of_few_words_is_refused_with_their_count(text: str, count: str) -> None:
    assert count in refusal(text.encode())


def test_another_language_is_refused_by_its_name() -> None:
    assert "written in German" in refusal(GERMAN.encode())


def test_what_is_no_language_is_refused() -> None:
    assert "not recognised as English" in refusal(("12 34 56 kg xyz " * 40).encode())


def test_markdown_is_recognised_without_a_name() -> None:
    article = read_article(f"# Bees\n\n{PROSE}\n\n## Dance\n\n{MORE}".encode(), "-")
    assert (article.title, [section.heading for section in article.sections]) == ("Bees", ["", "Dance"])


def test_a_page_is_recognised_without_a_name() -> None:
    page = f"<!-- saved --><!DOCTYPE html><html><title>Bees</title><body><p>{PROSE}</p></body></html>"
    assert read_article(page.encode(), "-").text == PROSE


def test_the_text_is_cut_by_no_reader() -> None:
    article = read_article(f"Bees\n\n{PROSE}\n\n{MORE}\n".encode(), "bees.txt")
    assert article.text == f"{PROSE}\n\n{MORE}"
