"""Exam dates of a learner: set, taken back, and the plan to each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizapp.core.clock import Moment
from quizapp.core.question import DeckId
from quizapp.core.readiness import LONGEST, TARGET, ExamDate
from quizapp.core.studyplan import (
    FIRST_MISSED,
    KNOWN_FROM,
    MISSED,
    Assumed,
    Holdings,
    Readiness,
    Watch,
    readiness,
    unwatched,
)
from quizapp.errors import UsageError
from quizapp.services.desk import Desk
from quizapp.services.offering import under_way
from quizapp.store.figures import reading
from quizapp.store.plans import Plans, Stamp


@dataclass(frozen=True, slots=True)
class DeckPlan:
    """The plan of one deck, with its title."""

    deck: DeckId
    title: str
    readiness: Readiness


@dataclass(frozen=True, slots=True)
class ExamPlans:
    """All plans on one study day, the earliest exam first; `past` are exams whose day has come or gone."""

    study_day: int
    ahead: tuple[DeckPlan, ...]
    past: tuple[tuple[str, ExamDate], ...]


def set_exam_date(desk: Desk, decks: Sequence[DeckId], day: int, target: float | None = None) -> None:
    """Plan these decks for an exam on a study day; `target` is the recall aimed at (0..1).

    UsageError for a day in the past or too far away, or a target out of range.
    """
    now = desk.moment()
    if day < now.day:
        raise UsageError("This day is in the past.", "Name a day from today on.")
    if day - now.day > LONGEST:
        raise UsageError(f"This day is more than {LONGEST} days away.", "Name an earlier one.")
    low, high = TARGET
    if target is not None and not low <= target <= high:
        raise UsageError(
            f"A target of {target:.0%} cannot be planned for.", f"Name one from {low:.0%} to {high:.0%}."
        )
    with desk.store.writing() as writer:
        for deck in decks:
            writer.add_exam_date(stamp(desk, now), deck, day, target)


def clear_exam_dates(desk: Desk, decks: Sequence[DeckId] = ()) -> tuple[ExamDate, ...]:
    """Take back the exam dates of these decks, or (none named) all; those that were."""
    now = desk.moment()
    found = desk.store.plans(desk.learner.id).exam_dates()
    cleared = tuple(exam for deck, exam in found.items() if not decks or deck in decks)
    with desk.store.writing() as writer:
        for exam in cleared:
            writer.add_exam_date(stamp(desk, now), exam.deck, None)
    return cleared


def stamp(desk: Desk, now: Moment) -> Stamp:
    """Who sets something, and when."""
    return Stamp(desk.names.new(now.at), desk.learner.id, desk.store.device, now.at, now.day, now.logical_ms)


def exam_plans(
    desk: Desk, decks: Sequence[DeckId] = (), missed: Iterable[int] = MISSED, watch: Watch = unwatched
) -> ExamPlans:
    """The plan of every deck with an exam date, or of those of these decks.

    Where exams share the daily limit of reviews, the earlier one comes first.
    """
    today, missed = desk.moment().day, tuple(missed)
    ahead: list[DeckPlan] = []
    with reading(desk.store, desk.learner.id):
        plans = desk.store.plans(desk.learner.id)
        dates = plans.exam_dates()
        base, taken = _assumed(desk, plans), _reviews_done(desk, today)
        for deck, exam in dates.items():
            if not exam.ahead(today):
                continue
            asked = not decks or deck in decks
            assumed = Assumed(
                missed_first=base.missed_first,
                pace=base.pace,
                reviews_per_day=base.reviews_per_day,
                taken=dict(taken),
                early_today=plans.early_today(today).get(deck, 0),
            )
            found = readiness(
                _held(desk, plans, deck, today),
                exam,
                today,
                desk.config(deck),
                assumed,
                missed if asked else (),
                watch,
            )
            for day in found.planned.days:
                taken[day.study_day] = taken.get(day.study_day, 0.0) + day.due + day.early
            if asked:
                ahead.append(DeckPlan(deck, desk.library.title(deck), found))
    past = tuple(
        (desk.library.title(deck), exam)
        for deck, exam in dates.items()
        if not exam.ahead(today) and (not decks or deck in decks)
    )
    return ExamPlans(today, tuple(ahead), past)


def missed_first(plans: Plans) -> float:
    """The share of new cards that the learner misses at first (0..1)."""
    answered, missed = plans.first_answers()
    return missed / answered if answered >= KNOWN_FROM else FIRST_MISSED


def _assumed(desk: Desk, plans: Plans) -> Assumed:
    catch_up = under_way(plans)
    limit = desk.settings.reviews_per_day
    return Assumed(
        missed_first=missed_first(plans),
        pace=desk.store.pace(desk.learner.id),
        reviews_per_day=limit if catch_up is None else min(limit, catch_up.per_day),
    )


def _reviews_done(desk: Desk, today: int) -> dict[int, float]:
    return {today: float(sum(each.review for each in desk.store.today(desk.learner.id, today).values()))}


def _held(desk: Desk, plans: Plans, deck: DeckId, today: int) -> Holdings:
    memories = plans.studied(deck)
    studied = [memory for memory in memories if not memory.suspended]
    new = plans.new_of(deck)
    counts = desk.store.today(desk.learner.id, today).get(deck)
    return Holdings(
        studied=studied,
        new=new,
        resting=[memory for memory in memories if memory.suspended],
        resting_new=plans.cards_of(deck) - len(memories) - new,
        learned_today=counts.new if counts is not None else 0,
    )
