"""Questions are added to a deck file in one piece, and not one byte of what was there changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_questions import questions
from test_native_insert import decks

from quizapp.core.question import Flashcard, Question, QuestionId
from quizapp.errors import DeckError
from quizapp.formats.native import read_deck
from quizapp.formats.native_append import append_questions

NEW = Flashcard(id=QuestionId("new"), prompt="What: “new”?", answer="yes # no")


def read(data: bytes) -> tuple[Question, ...]:
    deck = read_deck(data, "example.yaml").deck
    assert deck is not None
    return deck.questions


def is_one_insertion(before: bytes, after: bytes) -> bool:
    """Whether cutting one piece out of `after` gives `before`."""
    size = len(after) - len(before)
    return any(after[:at] + after[at + size :] == before for at in range(len(before) + 1))


@settings(deadline=None)
@given(decks(), st.lists(questions, min_size=1, max_size=3))
def test_one_piece_is_inserted_and_both_old_and_new_read_back(data: bytes, made: list[Question]) -> None:
    added = [replace(question, id=QuestionId(f"new-{n}")) for n, question in enumerate(made)]
    after = append_questions(data, "example.yaml", added)
    assert is_one_insertion(data, after)
    held = read(after)
    assert held[: len(read(data))] == read(data)
    assert [(q.id, q.prompt) for q in held[len(read(data)) :]] == [(q.id, q.prompt) for q in added]


@pytest.mark.parametrize(
    "before",
    [
        "deck: A\nquestions:\n  - q: a\n    a: b # c\n  # tail\n",
        "deck: A\nquestions:\n- q: a\n  a: |\n    x\n    y\n\ntags: [x]\n",
        "deck: A\r\nquestions:\r\n  - {q: a, a: b}\r\nlicence: me",
        "deck: A\nquestions:\n  - q: a\n    a: >-\n      x\n      y\n",
        "deck: A\nquestions:\n  - q: a\n    ref:\n      quote: x\n    a: b\n...\n",
        "deck: A\nquestions:\n",
        "deck: A\nquestions:   # none yet\n",
        "deck: A",
    ],
)
def test_questions_are_added_below_the_last_one(before: str) -> None:
    data = before.encode()
    after = append_questions(data, "example.yaml", [NEW])
    assert is_one_insertion(data, after)
    assert read(after) == (*read(data), NEW)


def test_line_ends_are_those_of_the_file() -> None:
    after = append_questions(b"deck: A\r\nquestions:\r\n  - {q: a, a: b}\r\n", "example.yaml", [NEW])
    assert after.count(b"\n") == after.count(b"\r\n")


def test_nothing_to_add_changes_nothing() -> None:
    data = b"deck: A\nquestions: []\n"
    assert append_questions(data, "example.yaml", []) == data


@pytest.mark.parametrize(
    "before",
    ["deck: A\nquestions: []\n", "deck: A\nquestions: [{q: a, a: b}]\n", "{deck: A}", "just text", ""],
)
def test_a_file_without_a_place_for_them_is_refused(before: str) -> None:
    with pytest.raises(DeckError):
        append_questions(before.encode(), "example.yaml", [NEW])


def test_an_id_that_is_taken_is_refused() -> None:
    with pytest.raises(DeckError):
        append_questions(b"deck: A\nquestions:\n  - {q: a, a: b, id: new}\n", "example.yaml", [NEW])
