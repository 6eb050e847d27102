"""Sentences: abbreviations, quotes, glued ones, and where they stand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import MORE, PROSE

from quizapp.articles.article import Sentence
from quizapp.articles.reading.readers import read_article
from quizapp.articles.reading.sentences import sentences
from quizapp.articles.reading.splitting import split


def parts(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "Dr. Smith went to the U.S. in 1999.",
        "It grew by 3.5 percent, e.g. in Fig. 2.1 of the report.",
        "J. R. R. Tolkien wrote it at 5 p.m. on a Sunday.",
        "“Stop!” he said to them.",
        "He asked (was it late?) and left.",
        "See www.Example.Org or https://Site.Net for more.",
        "The file is called Node.js and not more.",
    ],
)
def test_one_sentence_stays_one(whole: str) -> None:
    assert parts(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It joined the states.The war went on.", ["It joined the states.", "The war went on."]),
        ("He said “stop.” Then he left.", ["He said “stop.”", "Then he left."]),
        ("It was late (or so.) Next day came.", ["It was late (or so.)", "Next day came."]),
        ("Is it so? Yes! It is.", ["Is it so?", "Yes!", "It is."]),
        ("  Spaces stay out.   Between them too.  ", ["Spaces stay out.", "Between them too."]),
    ],
)
def test_sentences_are_parted(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@given(st.text(alphabet="aB.!?”“\"'() \n,;:1é", max_size=120))
def test_parts_are_in_order_and_hold_every_letter(text: str) -> None:
    spans = split(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= after.start for one, after in pairwise(spans))
    kept = "".join(text[span.start : span.end] for span in spans)
    assert [letter for letter in kept if letter.isalnum()] == [letter for letter in text if letter.isalnum()]


def test_sentences_say_their_section_and_block() -> None:
    article = read_article(
        f"# Bees\n\n{PROSE}\n\n## Dance\n\nThe dance is a sign.\n\n{MORE}".encode(), "bees.md"
    )
    found = sentences(article)
    assert [(sentence.section, sentence.block) for sentence in found] == [
        (0, 0), (0, 0), (0, 0), (1, 0), (1, 1), (1, 1), (1, 1)
    ]  # fmt: skip
    assert article.cut(found[3].span) == "The dance is a sign."
    assert all(isinstance(sentence, Sentence) for sentence in found)
