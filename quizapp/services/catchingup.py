"""Catching up after a break: whether to offer it, what it would take, begin it, end it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from quizapp.core.catchup import (
    LONGEST,
    LOOKED_BACK,
    SUGGESTED_DAYS,
    CatchUp,
    CatchUpCourse,
    is_offered,
    least_per_day,
    reckoned,
    usual_load,
)
from quizapp.core.population import Model
from quizapp.core.question import DeckId
from quizapp.core.studyplan import Watch, unwatched
from quizapp.errors import UsageError
from quizapp.services.desk import Desk
from quizapp.services.offering import under_way
from quizapp.services.readiness import missed_first, stamp
from quizapp.store.figures import reading

MOST_PER_DAY = 9999


class _Reckon(Protocol):
    def __call__(self, plan: CatchUp, within: int = ...) -> CatchUpCourse: ...


@dataclass(frozen=True, slots=True)
class Backlog:
    """What is overdue on a study day: `overdue` cards, `due` with those of the day, `usual` reviews a day."""

    study_day: int
    overdue: int
    due: int
    usual: int | None
    offered: bool


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A catch-up that is not over: `left` cards of its backlog, and how it will go on."""

    plan: CatchUp
    left: int
    course: CatchUpCourse


def backlog(desk: Desk) -> Backlog:
    """What is overdue, and whether to offer a catch-up: quick, for every start."""
    today = desk.moment().day
    plans = desk.store.plans(desk.learner.id)
    overdue = plans.due_by(today - 1)
    usual = None
    if overdue:
        usual = usual_load(desk.store.days(desk.learner.id, today - LOOKED_BACK, today), today)
    offered = is_offered(overdue, usual) and under_way(plans) is None
    return Backlog(today, overdue, plans.due_by(today), usual, offered)


def current(desk: Desk) -> UnderWay | None:
    """The catch-up that is under way, reckoned on from today."""
    today = desk.moment().day
    with reading(desk.store, desk.learner.id):
        plans = desk.store.plans(desk.learner.id)
        plan = under_way(plans)
        if plan is None:
            return None
        return UnderWay(plan, plans.due_by(plan.began), _reckoner(desk, today, LONGEST)(plan))


def choices(
    desk: Desk, *, pause_new: bool = False, watch: Watch = unwatched
) -> Sequence[tuple[CatchUp, CatchUpCourse]]:
    """What it takes to catch up in a week, in two and in a month; the fewest reviews a day for each."""
    today = desk.moment().day
    with reading(desk.store, desk.learner.id):
        reckon = _reckoner(desk, today, max(SUGGESTED_DAYS))
        due = desk.store.plans(desk.learner.id).due_by(today)
        found: dict[int, tuple[CatchUp, CatchUpCourse]] = {}
        for place, days in enumerate(SUGGESTED_DAYS if due else ()):
            watch(place, len(SUGGESTED_DAYS))
            plan = _within(reckon, due, today, days, pause_new)
            found[plan.per_day] = (plan, reckon(plan))
    return tuple(found.values())


def begin(
    desk: Desk, *, per_day: int | None = None, days: int | None = None, pause_new: bool = False
) -> UnderWay:
    """Begin a catch-up of so many reviews a day, or one that ends within so many days.

    UsageError when nothing is due, or when it would never end.
    """
    now = desk.moment()
    plans = desk.store.plans(desk.learner.id)
    due = plans.due_by(now.day)
    if not due:
        raise UsageError("Nothing is due, so there is nothing to catch up with.")
    reckon = _reckoner(desk, now.day, LONGEST if days is None else days)
    if days is not None:
        plan = _within(reckon, due, now.day, days, pause_new)
    else:
        plan = CatchUp(now.day, max(1, min(per_day or due, MOST_PER_DAY)), pause_new)
    course = reckon(plan)
    if course.ends is None:
        least = _within(reckon, due, now.day, LONGEST, pause_new).per_day
        raise UsageError(
            f"With {plan.per_day} reviews a day the backlog would not be gone in {LONGEST} days.",
            f"Take {least} or more a day.",
        )
    with desk.store.writing() as writer:
        writer.add_catch_up(stamp(desk, now), plan.per_day, pause_new=pause_new)
    return UnderWay(plan, due, course)


def end(desk: Desk) -> bool:
    """End the catch-up before it is over; False when none is under way."""
    if under_way(desk.store.plans(desk.learner.id)) is None:
        return False
    with desk.store.writing() as writer:
        writer.add_catch_up(stamp(desk, desk.moment()), None)
    return True


def _within(reckon: _Reckon, due: int, today: int, days: int, pause_new: bool) -> CatchUp:
    def ends(per_day: int) -> bool:
        return reckon(CatchUp(today, per_day, pause_new), days).ends is not None

    return CatchUp(today, least_per_day(ends, due, days), pause_new)


def _reckoner(desk: Desk, today: int, longest: int) -> _Reckon:
    """Reckons catch-ups through from the state of today, for at most so many days."""
    plans, store, learner = desk.store.plans(desk.learner.id), desk.store, desk.learner.id
    config = desk.config(DeckId(""))
    model, pace = Model(config), store.pace(learner)
    memories, new, first = plans.due_memories(today + longest), plans.new(), missed_first(plans)
    done = sum(each.review for each in store.today(learner, today).values())

    def reckon(plan: CatchUp, within: int = longest) -> CatchUpCourse:
        return reckoned(
            memories,
            plan,
            today,
            config,
            pace,
            new_per_day=desk.settings.new_per_day,
            new_left=new,
            missed_first=first,
            done_today=done,
            model=model,
            within=within,
        )

    return reckon
