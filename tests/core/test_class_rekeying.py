"""A class is read by the key of today: what that changes is counted, and nothing handed in is changed."""

from __future__ import annotations

from classes import MADE, attempt, hand_in, item, joined, progress, report

from quizapp.core.classfinding import About
from quizapp.core.classrekeying import by_present_keys
from quizapp.core.classreport import Wanted, class_report
from quizapp.core.deck import Deck
from quizapp.formats.native import read_deck

FIXED = """\
deck: Rome
id: rome
questions:
  - {q: What is q1?, id: q1, a: left, wrong: [right, wrong]}
  - {q: Which is q2?, id: q2, a: left, wrong: [right, wrong]}
"""


def fixed() -> Deck:
    deck = read_deck(FIXED.encode(), "rome.yaml").deck
    assert deck is not None
    return deck


ANN = hand_in("Ann", attempt(item("q1", 0.0, "left"), item("q2", 0.0, "left")))
BEN = hand_in("Ben", attempt(item("q1", 1.0, "right"), item("q2", None)))
CY = hand_in("Cy", decks=[progress()])


def test_answers_count_by_the_key_of_today_and_files_stay() -> None:
    before = joined(ANN, BEN, CY)
    after = by_present_keys(before, [fixed()])
    scores = {
        member.name: [item.score for each in member.attempts.get(fixed().id, ()) for item in each.items]
        for member in after.members
    }
    assert scores == {"Ann": [1.0, 0.0], "Ben": [0.0, None], "Cy": []}
    assert joined(ANN, BEN, CY) == before


def test_what_that_changed_is_told_and_names_nobody() -> None:
    *_, told = by_present_keys(joined(ANN, BEN), [fixed()]).findings
    assert told.about is About.REKEYED
    assert told.message.endswith("judged again by its key of today: 2 answers of 2 learners count otherwise.")
    shared = class_report(by_present_keys(joined(ANN, BEN), [fixed()]), MADE, Wanted(), unnamed=True)
    assert any("present key" in each.message for each in shared.findings)


def test_without_a_key_nothing_is_judged_again() -> None:
    assert by_present_keys(joined(ANN), []) == joined(ANN)
    assert not any(each.about is About.REKEYED for each in report(ANN).findings)
