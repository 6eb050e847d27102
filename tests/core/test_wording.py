"""The sentences say what is so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from quizapp.core.answer import Rating
from quizapp.core.card import Card, CardKey
from quizapp.core.event import Kind
from quizapp.core.grade import Grade, Mark, Piece
from quizapp.core.memory import Phase
from quizapp.core.question import DeckId, Flashcard, QuestionId, Ref
from quizapp.core.records import DeckCounts
from quizapp.core.step import Counts, Delay, RatingChoice, Summary, WhyNow
from quizapp.core.wording import (
    ago,
    card_label,
    deck_line,
    difference,
    interval,
    minutes,
    plural,
    progress,
    rating_choice,
    reference,
    streak,
    summary,
    times,
    verdict,
    why_now,
)

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("delay", "said"),
    [
        (Delay(seconds=30), "under 1 min"),
        (Delay(seconds=60), "1 min"),
        (Delay(seconds=600), "10 min"),
        (Delay(seconds=5400), "1.5 h"),
        (Delay(seconds=86400), "1 day"),
        (Delay(days=1), "1 day"),
        (Delay(days=17), "17 days"),
        (Delay(days=60), "60 days"),
        (Delay(days=61), "2 months"),
        (Delay(days=76), "2.5 months"),
        (Delay(days=366), "1 year"),
        (None, ""),
    ],
)
def test_intervals(delay: Delay | None, said: str) -> None:
    assert interval(delay) == said


def test_days_up_to_two_months_are_exact() -> None:
    assert [interval(Delay(days=days)) for days in range(2, 61)] == [f"{days} days" for days in range(2, 61)]


def test_a_choice_names_rating_and_interval() -> None:
    assert rating_choice(RatingChoice(Rating.GOOD, Delay(days=4))) == "Good, 4 days"
    assert rating_choice(RatingChoice(Rating.GOOD, None)) == "Good"


def test_a_new_card_says_so_and_no_more() -> None:
    assert why_now(WhyNow(Phase.NEW), NOW) == "A new card."


def test_an_overdue_card_says_how_long_how_likely_and_how_often_missed() -> None:
    why = WhyNow(Phase.REVIEW, overdue=2, recall=0.836, lapses=1, reps=5, last_at=NOW - timedelta(days=12))
    assert why_now(why, NOW) == (
        "Due for 2 days. Expected recall 84%. Last answered 12 days ago. Answered 5 times, missed once."
    )


def test_a_changed_answer_comes_first() -> None:
    assert why_now(WhyNow(Phase.REVIEW, answer_changed=True), NOW).startswith("The right answer was changed")


@pytest.mark.parametrize("phase", Phase)
def test_every_phase_has_a_reason(phase: Phase) -> None:
    assert why_now(WhyNow(phase), NOW).endswith(".")


def test_a_clock_that_was_set_back_gives_no_negative_time() -> None:
    assert ago(NOW + timedelta(hours=1), NOW) == "just now"


@pytest.mark.parametrize(
    ("score", "said"),
    [
        (1.0, "Right."),
        (0.9995, "Right."),
        (0.998, "Nearly right: 99%."),
        (0.8, "Nearly right: 80%."),
        (0.5, "Partly right: 50%."),
        (0.001, "Partly right: 1%."),
        (0.0, "Wrong."),
    ],
)
def test_verdicts(score: float, said: str) -> None:
    assert verdict(Grade(score, "", "")) == said


def test_differences_need_no_colour() -> None:
    around = Piece(Mark.SAME, "Rubi"), Piece(Mark.SAME, "on")
    pieces = (around[0], Piece(Mark.EXTRA, "k"), Piece(Mark.MISSING, "c"), around[1])
    assert difference(pieces) == "Rubi[-k-]{+c+}on"


def test_counting_words() -> None:
    assert (plural(1, "card"), plural(2, "card"), plural(0, "card")) == ("1 card", "2 cards", "0 cards")
    assert (times(1), times(2), times(3)) == ("once", "twice", "3 times")


def test_minutes() -> None:
    assert [minutes(length) for length in (0.2, 1, 6.4, 120)] == [
        "under a minute",
        "about 1 min",
        "about 6 min",
        "about 2 h",
    ]


def test_progress_names_only_what_is_left() -> None:
    assert progress(Counts(3, new=4, learning=0, review=6, minutes=2)) == "3 answered, 10 left (6 due, 4 new)"
    assert progress(Counts(3, new=0, learning=0, review=0, minutes=0)) == "3 answered, 0 left"


def test_a_deck_with_nothing_to_do_says_so() -> None:
    assert deck_line(DeckCounts(DeckId("d"), 0, 0, 0, 9, 0)) == "nothing to do"
    assert deck_line(DeckCounts(DeckId("d"), 6, 2, 4, 12, 0)) == "6 due, 2 learning, 4 new"


def test_a_summary_tells_share_time_rest_and_tomorrow() -> None:
    said = summary(Summary(kind=Kind.SCHEDULED, answered=8, right=6, minutes=3.2, next_due=1, left=2))
    assert said == (
        "8 cards answered, 6 right (75%), about 3 min.",
        "2 cards left for now.",
        "Tomorrow: 1 card due.",
    )


def test_a_summary_of_practice_says_that_nothing_moved() -> None:
    said = summary(Summary(kind=Kind.PRACTICE, answered=1, right=1, minutes=0.1))
    assert "the schedule has not changed" in " ".join(said)


def test_a_summary_of_nothing_divides_by_nothing() -> None:
    assert summary(Summary(kind=Kind.SCHEDULED, answered=0, right=0, minutes=0))[0] == "Nothing is due now."


def test_streaks() -> None:
    assert streak(3, True) == "Streak: 3 days."
    assert streak(1, False) == "Streak: 1 day, not yet today."
    assert "No streak" in streak(0, False)


def test_references_leave_out_what_is_empty() -> None:
    assert reference(Ref(section="Fall", page="76", title="Lives")) == "Lives, Fall, p. 76"
    assert reference(Ref()) == ""


def test_labels_are_one_short_line() -> None:
    key = CardKey(DeckId("d"), QuestionId("q"))
    card = Card(key, Flashcard(id=QuestionId("q"), prompt="a\n  b " + "long " * 40, answer="x"))
    assert card_label(card).startswith("a b long")
    assert len(card_label(card)) <= 70
