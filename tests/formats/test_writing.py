"""A deck that was written reads back as the same deck, and without anything to complain about."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_questions import questions, texts

from quizapp.core.deck import Deck, Source
from quizapp.core.question import DeckId, Flashcard, Question, QuestionId
from quizapp.formats.native import read_deck
from quizapp.formats.writing import scalar, write_deck

DECKS = sorted((Path(__file__).parents[2] / "decks").glob("*.yaml"))


def deck_of(*several: Question, title: str = "A deck") -> Deck:
    return Deck(id=DeckId("a-deck"), title=title, questions=several)


def read_back(deck: Deck) -> Deck | None:
    return read_deck(write_deck(deck).encode("utf-8"), "a-deck.yaml").deck


@given(questions)
def test_any_question_reads_back_as_it_was(question: Question) -> None:
    written = replace(question, id_written=True)
    assert read_back(deck_of(written)) == deck_of(written)


@given(st.lists(questions, min_size=2, max_size=4, unique_by=lambda question: question.id))
def test_several_questions_keep_their_order(several: list[Question]) -> None:
    deck = deck_of(*(replace(question, id_written=True) for question in several))
    assert read_back(deck) == deck


@given(texts, texts, texts)
def test_any_title_and_source_read_back(title: str, source: str, licence: str) -> None:
    card = Flashcard(id=QuestionId("one"), prompt="Who?", answer="Nobody")
    deck = replace(deck_of(card, title=title), source=Source(title=source, licence=licence))
    assert read_back(deck) == deck


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem)
def test_the_starter_decks_read_back_as_they_were(path: Path) -> None:
    deck = read_deck(path.read_bytes(), str(path)).deck
    assert deck is not None
    assert read_deck(write_deck(deck).encode("utf-8"), str(path)).deck == deck


@pytest.mark.parametrize(
    "text", ["true", "No", "12:30", "1.10", "- x", "a: b", "a #b", "*star", "{{x}}", " x", ""]
)
def test_what_yaml_would_change_is_quoted(text: str) -> None:
    assert scalar(text).startswith('"')


def test_a_plain_sentence_is_not_quoted() -> None:
    assert scalar("Who was the first emperor?") == "Who was the first emperor?"
