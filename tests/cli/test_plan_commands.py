"""`quizapp exam-date` and `quizapp catch-up`: for people within 80 columns, for programs with numbers."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from driving import Cli
from expected_learner import deck_of

from quizapp.cli.clock import SystemClock
from quizapp.core.card import CardKey
from quizapp.core.event import DeviceId
from quizapp.core.memory import Memory, Phase
from quizapp.core.question import DeckId, QuestionId
from quizapp.store import Store


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    made = Cli(tmp_path, capsys, monkeypatch)
    made.deck()
    return made


def plan(cli: Cli, *arguments: str) -> dict[str, object]:
    found = cli("exam-date", "--json", *arguments).json
    assert isinstance(found, dict)
    return found


def test_setting_a_date_shows_the_plan(cli: Cli) -> None:
    said = cli("exam-date", "in", "9", "days", "--deck", "Rome")
    assert said.code == 0
    assert "Rome: exam on" in said.out and "in 9 days" in said.out
    assert "if you study nothing more  0%" in said.out
    assert "if you follow the plan" in said.out and "Expected if days are missed" in said.out
    assert "takes it back" in said.err


def test_the_plan_fits_80_columns_and_ends_with_its_definitions(cli: Cli) -> None:
    said = cli("exam-date", "in 60 days", "--deck", "rome")
    assert max(len(line) for line in said.out.splitlines()) <= 80
    found = plan(cli)
    assert isinstance(found["definitions"], list)
    for text in found["definitions"]:
        assert " ".join(str(text).split()) in " ".join(said.out.split())


def test_a_program_reads_every_day_as_numbers(cli: Cli) -> None:
    cli("exam-date", "in 9 days", "--deck", "rome", "--target", "95")
    found = plan(cli)
    assert isinstance(found["exams"], list)
    (exam,) = found["exams"]
    assert (exam["deck"], exam["title"], exam["days_left"], exam["cards"], exam["new"], exam["wanted"]) == (
        "rome", "Rome", 9, 3, 3, 0.95,
    )  # fmt: skip
    assert [day["new"] for day in exam["days"]] == [1, 1, 1, 0, 0, 0, 0, 0, 0]
    assert exam["expected"]["now"] == 0 and 0.8 < exam["expected"]["planned"] < 1
    assert exam["days"][-1]["expected"] == exam["expected"]["planned"]
    assert [each["days"] for each in exam["missed"]] == [1, 3, 7]
    assert date.fromisoformat(exam["exam"]) == date.fromisoformat(str(found["study_day"])) + timedelta(days=9)


def test_missed_days_can_be_named(cli: Cli) -> None:
    cli("exam-date", "in 9 days", "--deck", "rome")
    found = plan(cli, "--skip", "5")
    assert isinstance(found["exams"], list)
    assert [each["days"] for each in found["exams"][0]["missed"]] == [5]


def test_study_and_due_follow_the_plan(cli: Cli) -> None:
    cli("exam-date", "in 9 days", "--deck", "rome")
    said = cli("due", "--json").json
    assert isinstance(said, dict)
    assert {each["id"]: each["new"] for each in said["decks"]}["rome"] == 1
    cli.study("Augustus\n\n")
    said = cli("due", "--json").json
    assert isinstance(said, dict)
    assert {each["id"]: each["new"] for each in said["decks"]}["rome"] == 0


def test_a_date_is_taken_back(cli: Cli) -> None:
    cli("exam-date", "in 9 days", "--deck", "rome")
    assert "is taken back" in cli("exam-date", "--clear", "--deck", "rome").err
    assert "No exam date is set." in cli("exam-date").out
    assert "There is no exam date." in cli("exam-date", "--clear").err


def test_a_deck_without_a_date_is_named(cli: Cli) -> None:
    assert "No exam date is set for Rome." in cli("exam-date", "--deck", "rome").out


def test_several_decks_are_planned_and_one_of_them_shown(cli: Cli) -> None:
    cli.deck("deck: Greece\nid: greece\nquestions:\n  - {q: Who?, id: who, accept: [Solon]}\n", "greece.yaml")
    cli("exam-date", "in 9 days", "--deck", "rome", "--deck", "greece")
    found = plan(cli)
    assert isinstance(found["exams"], list)
    assert {each["deck"] for each in found["exams"]} == {"rome", "greece"}
    assert "Rome: exam" not in cli("exam-date", "--deck", "greece").out


def test_an_exam_today_is_told(cli: Cli) -> None:
    said = cli("exam-date", "today", "--deck", "rome")
    assert said.code == 0 and "Rome: exam today." in said.out
    assert plan(cli)["exams"] == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("2020-01-01", "--deck", "rome"), "1 January 2020 is in the past."),
        (("soon", "--deck", "rome"), "`soon` is not a day."),
        (("in 731 days", "--deck", "rome"), "more than 730 days"),
        (("3/4/2090", "--deck", "rome"), "3 April 2090 or 4 March 2090"),
        (("tomorrow",), "A date needs a deck"),
        (("tomorrow", "--deck", "nope"), "There is no deck `nope`."),
        (("tomorrow", "--deck", "rome", "--clear"), "contradict"),
        (("tomorrow", "--deck", "rome", "--target", "40"), "40%"),
        (("--target", "90"), "a target a date"),
    ],
)
def test_what_cannot_be_planned_says_what_to_do(cli: Cli, arguments: tuple[str, ...], says: str) -> None:
    said = cli("exam-date", *arguments)
    assert said.code == 2
    assert says in said.err and "Traceback" not in said.err
    assert plan(cli)["exams"] == []


def test_a_title_cannot_steer_the_terminal(cli: Cli) -> None:
    cli.deck('deck: "Rome \\e[31m red"\nid: rome\nquestions:\n  - {q: Who?, id: who, accept: [Nero]}\n')
    said = cli("exam-date", "in 3 days", "--deck", "rome")
    assert said.code == 0 and "\x1b" not in said.out + said.err


def test_nothing_to_catch_up_with_is_said(cli: Cli) -> None:
    said = cli("catch-up")
    assert said.code == 0 and said.out.startswith("0 cards overdue")
    begun = cli("catch-up", "--per-day", "5")
    assert begun.code == 2 and "Nothing is due" in begun.err
    assert "No catch-up is under way." in cli("catch-up", "--off").err
    found = cli("catch-up", "--json").json
    assert isinstance(found, dict)
    assert (found["overdue"], found["offered"], found["catch_up"], found["choices"]) == (0, False, None, [])


def after_a_break(cli: Cli, cards: int = 40) -> None:
    """A deck of which every card was due ten days ago."""
    cli.deck(deck_of("late", cards), "late.yaml")
    cli("due")
    path = cli.home / "quizapp.db"
    clock = SystemClock()
    with (
        Store.open(path, device=DeviceId("here"), backups=cli.home, clock=clock) as store,
        store.writing() as w,
    ):
        (learner,) = store.learners()
        today = clock.now().astimezone(clock.zone()).toordinal()
        for number in range(1, cards + 1):
            card = CardKey(DeckId("late"), QuestionId(f"q{number}"))
            memory = Memory(
                phase=Phase.REVIEW, stability=5.0 + number, difficulty=5.0, due_day=today - 10,
                interval=5 + number, last_day=today - 15 - number, reps=2, revision=2,
            )  # fmt: skip
            w.put_memory(learner.id, card, memory, expected_revision=None)


def test_a_backlog_is_told_with_what_it_would_take(cli: Cli) -> None:
    after_a_break(cli)
    said = cli("catch-up")
    assert "40 cards overdue, 40 due with those of today." in said.out
    assert "reviews a day" in said.out and "--per-day N" in said.out
    assert max(len(line) for line in said.out.splitlines()) <= 100
    found = cli("catch-up", "--json").json
    assert isinstance(found, dict)
    assert (found["overdue"], found["usual"], found["offered"]) == (40, None, True)
    assert all(each["ends"] and each["days"][-1]["left"] < 0.5 for each in found["choices"])


def test_a_catch_up_is_begun_followed_and_ended(cli: Cli) -> None:
    after_a_break(cli)
    begun = cli("catch-up", "--per-day", "12", "--pause-new")
    assert begun.code == 0 and "12 reviews a day, new cards paused, over on" in begun.out
    assert max(len(line) for line in begun.out.splitlines()) <= 80
    said = cli("due", "--json").json
    assert isinstance(said, dict)
    assert (said["due"], said["new"]) == (12, 0)
    found = cli("catch-up", "--json").json
    assert isinstance(found, dict)
    assert (found["catch_up"]["per_day"], found["catch_up"]["pause_new"], found["catch_up"]["left"]) == (
        12, True, 40,
    )  # fmt: skip
    assert "Ended." in cli("catch-up", "--off").err
    said = cli("due", "--json").json
    assert isinstance(said, dict)
    assert said["due"] == 40 and said["new"] > 0


@pytest.mark.parametrize("arguments", [("--per-day", "5", "--days", "3"), ("--off", "--days", "3")])
def test_contradictions_are_refused(cli: Cli, arguments: tuple[str, ...]) -> None:
    said = cli("catch-up", *arguments)
    assert said.code == 2 and "exclude each other" in said.err
