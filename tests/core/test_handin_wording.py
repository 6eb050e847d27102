"""A learner is told everything that a file says of them before it leaves their hands."""

from __future__ import annotations

from dataclasses import replace

from classes import attempt, card, hand_in, item, progress

from quizapp.core.handin import Flagged, Overridden
from quizapp.core.handinwording import contents
from quizapp.core.question import QuestionId


def test_an_exam_is_told_with_its_points_and_that_answers_are_in_it() -> None:
    said = contents(hand_in("Ana B", attempt(item("q1", 1 / 3), item("q2", None))))
    assert said[0].startswith("Name: Ana B.")
    assert "Exam “Rome”, attempt 1: 0.33 of 2 points, 1 of 2 questions answered." in said[1]
    assert "Each answer stands in it" in said[1]


def test_progress_is_told_with_the_texts_and_notes_that_go_with_it() -> None:
    deck = progress(card("q1", 0.5, 3, 2), card("q2"))
    plain = contents(hand_in("Ana", decks=[deck]))
    assert "Progress on “Rome”: 1 of 2 cards begun on 1 day." in plain[1]
    assert plain[1].endswith("no answers.")
    more = replace(
        deck,
        overridden=(Overridden(QuestionId("q1"), "?", "Octavian", 2, 1),),
        flagged=(
            Flagged(QuestionId("q1"), "?", ""),
            Flagged(QuestionId("q2"), "?", ""),
            Flagged(QuestionId("q2"), "?", "again"),
        ),
    )
    said = contents(hand_in("Ana", decks=[more]))
    assert said[1].endswith("no answers but these:")
    assert "1 typed text that you said were right" in said[2]
    assert "2 questions that you flagged" in said[3]


def test_what_stays_at_home_is_told_last() -> None:
    assert contents(hand_in("Ana"))[-1].startswith("Not in it: other decks and exams, your settings")
