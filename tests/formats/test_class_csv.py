"""CSV of a class: numbers are numbers, texts are texts whatever they begin with."""

from __future__ import annotations

import csv
import io

import pytest
from classes import attempt, card, hand_in, item, progress, report
from classroom_samples import full_class
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.classmembers import RosterEntry
from quizapp.core.classroom import ClassReport
from quizapp.formats.classcsv import (
    ANSWER,
    LEARNER,
    QUESTION,
    answers_csv,
    defused,
    learners_csv,
    questions_csv,
)

EVIL = '=HYPERLINK("http://x","y")'


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def made() -> ClassReport:
    first = attempt(
        item("q1", 0.5, EVIL, points=3.0, typed=True, tags=("war",)), item("q2", None, tags=("war",))
    )
    deck = progress(card("q1", 0.5, 4, 3, lapses=1, predictions=2, predicted=1.5, recalled=1, tags=("war",)))
    roster = [RosterEntry("Ana", "007", "@7b"), RosterEntry("-Bo")]
    return report(hand_in("Ana", first, attempt(item("q1"), number=2), decks=[deck]), roster=roster)


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd", "-cmd|x", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "\n=1"]
)
def test_what_a_spreadsheet_would_compute_is_defused(text: str) -> None:
    assert defused(text).startswith("'")


@pytest.mark.parametrize("text", ["-5", "+3", "-2,5", "+2.75", "1914", "a=b", "Ana B", ""])
def test_numbers_and_plain_texts_stay_as_they_are(text: str) -> None:
    assert defused(text) == text


@settings(max_examples=100)
@given(st.text(max_size=12))
def test_no_cell_can_begin_a_formula_or_hold_a_control_character(text: str) -> None:
    cell = defused(text)
    number = cell.replace(",", ".")
    assert not cell.startswith(("=", "@", "\t", "\r"))
    assert not cell.startswith(("+", "-")) or number[1:].replace(".", "", 1).isdigit()
    assert not any(ord(char) < 32 for char in cell)


def test_one_line_a_learner() -> None:
    found = rows(learners_csv(made()))
    ana, bo = found
    assert list(ana)[: len(LEARNER)] == list(LEARNER)
    assert (ana["name"], ana["id"], ana["group"], ana["in_roster"], ana["handed_in"]) == (
        "Ana", "007", "'@7b", "yes", "yes",
    )  # fmt: skip
    # 3 * 0.5 of 4 points; all of 1 in the second attempt.
    assert (ana["rome exam score"], ana["rome exam points"], ana["rome exam maximum"]) == (
        "0.375",
        "1.5",
        "4",
    )
    assert (ana["rome exam latest_score"], ana["attempts"], ana["last_seen"]) == ("1", "2", "2026-03-02")
    assert (ana["rome mastery"], ana["rome gap"], ana["rome minutes"]) == ("0.5", "-0.25", "15")
    assert (ana["rome / war score"], ana["rome / war mastery"]) == ("0.375", "0.5")
    assert (bo["name"], bo["handed_in"], bo["at_risk"], bo["rome exam score"]) == (
        "'-Bo",
        "no",
        "no file",
        "",
    )


def test_one_line_a_question() -> None:
    asked, blank, studied = rows(questions_csv(made()))
    assert list(asked) == list(QUESTION)
    assert (asked["from"], asked["question"], asked["score"], asked["commonest_wrong"]) == (
        "exam", "q1", "0.5", f"'{EVIL}",
    )  # fmt: skip
    assert (blank["reached"], blank["answered"], blank["score"], blank["discrimination"]) == (
        "1",
        "0",
        "0",
        "",
    )
    assert (studied["from"], studied["first_tries"], studied["first_right"], studied["gap"]) == (
        "deck", "4", "3", "-0.25",
    )  # fmt: skip


def test_one_line_an_answer() -> None:
    found = rows(answers_csv(made()))
    assert len(found) == 3
    first, second, _ = found
    assert list(first) == list(ANSWER)
    assert (first["attempt"], first["place"], first["given"], first["points"], first["maximum"]) == (
        "1", "1", f"'{EVIL}", "1.5", "3",
    )  # fmt: skip
    assert (first["started_at"], first["answered_at"]) == ("2026-03-02T10:00:00Z", "2026-03-02T10:00:00Z")
    assert (second["answered"], second["given"], second["score"], second["points"]) == ("no", "", "", "")


def test_names_of_columns_are_defused_too() -> None:
    exam = attempt(item(), deck="=evil")
    head = learners_csv(report(hand_in("Ana", exam))).splitlines()[0]
    assert ",'=evil exam score," in head


def test_an_anonymous_report_tells_no_name() -> None:
    files = [hand_in(f"Name{n}", attempt(item())) for n in range(6)]
    found = report(*files, unnamed=True)
    for text in (learners_csv(found), questions_csv(found), answers_csv(found)):
        assert "Name" not in text


def test_questions_have_weight_chance_and_distractors_of_item_analysis() -> None:
    first, *_ = rows(questions_csv(full_class()))
    assert float(first["chance"]) == pytest.approx(1 / 3, abs=1e-6)
    assert first["distractor_efficiency"] == "0.5"
    assert 0 < float(first["effective_weight"]) < 100
