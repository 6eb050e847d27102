"""The tables of words that ship are in the order in which they are searched."""

from __future__ import annotations

from importlib.resources import files

import pytest

from quizapp.articles.words.table import row


@pytest.mark.parametrize("name", ["lexicon.tsv", "tagger.tsv"])
def test_every_word_of_a_table_is_found_in_it(name: str) -> None:
    text = (files("quizapp.articles") / "data" / name).read_text("utf-8")
    lines = [line.split("\t", 1) for line in text.splitlines()]
    assert [word for word, behind in lines if row(name, word) != behind] == []


def test_a_word_that_a_table_has_not_is_not_taken_for_its_neighbour() -> None:
    assert row("lexicon.tsv", "thee of the") == row("lexicon.tsv", "") == row("lexicon.tsv", "zzzzz") == ""
