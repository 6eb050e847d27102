"""The plan to an exam: what is studied on each day until then, and what recall that leads to."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quizapp.core.event import SchedulerConfig
from quizapp.core.memory import Memory
from quizapp.core.population import Model, Population, Work
from quizapp.core.queue import Pace, minutes_for
from quizapp.core.readiness import (
    LAST_DAYS,
    ExamDate,
    expected_recall,
    new_today,
    share_today,
)
from quizapp.core.scheduler import fading

MISSED = (1, 3, 7)
"""For how many missed days the outcome is told, unless asked otherwise."""

FIRST_MISSED = 0.5
"""The share of new cards that are missed at first, as long as it is not known better."""

KNOWN_FROM = 20
"""From so many first answers on, the learner's own share is taken."""

PLAN_MEANS = (
    "If you follow the plan: each day is reckoned through to the exam with expected values, not at random. "
    "A card that comes up is recalled with the chance that FSRS predicts and then rated Good; else it is "
    "rated Again and taken through its steps. New cards are missed at first as often as yours were lately "
    f"(half of them, until {KNOWN_FROM} are known). Reviews keep to your daily limit. Minutes are at your "
    "own pace."
)
MISSED_MEANS = (
    "If days are missed: nothing is answered on so many days, either on the next ones from today on, after "
    "which the plan takes in what was left, or on the last ones before the exam. Missing more days never "
    "counts as a gain."
)


Watch = Callable[[int, int], None]
"""Told how much is done, and of how much."""


def unwatched(done: int, of: int) -> None:
    """Nobody looks on."""


@dataclass(frozen=True, slots=True)
class Holdings:
    """A deck as the plan sees it: the studied cards, how many new ones may be asked, how many are out of it.

    Suspended cards are in `resting` (studied) and `resting_new`: they count, and are never asked.
    `learned_today` new cards were answered today already.
    """

    studied: Sequence[Memory] = ()
    new: int = 0
    resting: Sequence[Memory] = ()
    resting_new: int = 0
    learned_today: int = 0

    @property
    def cards(self) -> int:
        return len(self.studied) + self.new + len(self.resting) + self.resting_new

    @property
    def all_new(self) -> int:
        return self.new + self.resting_new


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumed:
    """What the plan goes by: the share of new cards missed at first, the own pace, reviews a day at most.

    `taken` are the reviews of a study day that are not for this deck: for exams that come first, or done.
    `early_today` cards were brought forward today already.
    """

    missed_first: float = FIRST_MISSED
    pace: Pace = (None, None, None)
    reviews_per_day: int = 200
    taken: Mapping[int, float] = field(default_factory=dict)
    early_today: int = 0


@dataclass(frozen=True, slots=True)
class PlanDay:
    """One study day of the plan, in expected numbers of cards; `minutes` at the own pace.

    `recall` is what is expected at the exam if nothing is studied after this day; None if it was not asked.
    """

    study_day: int
    new: int = 0
    due: float = 0.0
    early: float = 0.0
    minutes: float = 0.0
    recall: float | None = None

    @property
    def cards(self) -> float:
        return self.new + self.due + self.early


@dataclass(frozen=True, slots=True)
class Course:
    """Every study day up to the one before the exam, and the recall expected on its day; see PLAN_MEANS."""

    days: tuple[PlanDay, ...]
    recall: float | None


@dataclass(frozen=True, slots=True)
class Missed:
    """The recall expected when `days` are missed: the next ones, or the last ones; see MISSED_MEANS.

    `then_cards` are the cards of the first day after the next ones are missed; None when none is left.
    """

    days: int
    next_ones: float | None
    last_ones: float | None
    then_cards: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """How a deck stands before its exam: `now` if nothing more is studied, `planned` by the plan."""

    exam: ExamDate
    today: int
    cards: int
    new: int
    wanted: float
    now: float | None
    planned: Course
    missed: tuple[Missed, ...] = ()


def readiness(
    held: Holdings,
    exam: ExamDate,
    today: int,
    config: SchedulerConfig,
    assumed: Assumed,
    missed: Iterable[int] = MISSED,
    watch: Watch = unwatched,
) -> Readiness:
    """The plan, and what missing days does to it; numbers of days past the exam count up to it.

    `watch` is told how much is done, and of how much.
    """
    model = Model(config)
    planned = course(held, exam, today, config, assumed, model=model, tracing=True)
    return Readiness(
        exam=exam,
        today=today,
        cards=held.cards,
        new=held.all_new,
        wanted=exam.wanted(config),
        now=expected_recall((*held.studied, *held.resting), held.all_new, config, exam.day),
        planned=planned,
        missed=tuple(_all_missed(held, exam, today, config, assumed, missed, planned, model, watch)),
    )


def course(
    held: Holdings,
    exam: ExamDate,
    today: int,
    config: SchedulerConfig,
    assumed: Assumed,
    missed: Collection[int] = (),
    model: Model | None = None,
    tracing: bool = False,
) -> Course:
    """The days to the exam, reckoned through; nothing is answered on the study days `missed`.

    `model` is one of the same `config` that was used before; `tracing` fills in the recall of each day.
    """
    model = model or Model(config)
    cards = Population(held.studied, today, model, assumed.missed_first)
    resting = math.fsum(
        model.curve(memory.stability, exam.day - memory.last_day)
        for memory in held.resting
        if memory.stability is not None and memory.last_day is not None
    )

    def expected() -> float | None:
        return (cards.recalled(exam.day) + resting) / held.cards if held.cards else None

    before = expected() if tracing else None
    left, days = held.new, list[PlanDay]()
    for day in range(today, exam.day):
        if day in missed:
            days.append(PlanDay(day, recall=before))
            continue
        done = (held.learned_today, assumed.early_today) if day == today else (0, 0)
        most = max(0.0, assumed.reviews_per_day - assumed.taken.get(day, 0.0))
        reviews = cards.review(day, most)
        early = _early(cards, model, exam, day, config, most - reviews.reviews, done[1])
        new = min(left, max(0, new_today(exam, day, left + done[0]) - done[0]))
        left -= new
        learned = cards.learn(new, day)
        before = expected() if tracing else None
        days.append(_day(day, reviews + early, early.reviews, learned, before, assumed.pace))
    return Course(tuple(days), expected())


def _early(
    cards: Population,
    model: Model,
    exam: ExamDate,
    day: int,
    config: SchedulerConfig,
    most: float,
    done: int,
) -> Work:
    """Bring forward today's share of the cards at risk."""
    if day < exam.day - LAST_DAYS:
        return Work()
    reach = fading(exam.wanted(config), config)
    risky = [
        part
        for part in cards.due_from(exam.day)
        if part.last < day and exam.day - part.last > reach * part.stability
    ]
    risky.sort(key=lambda part: model.recall(part, exam.day))
    share = share_today(math.fsum(part.weight for part in risky) + done, exam, day) - done
    return cards.answer(risky, day, min(most, max(0, share)))


def _day(day: int, reviews: Work, early: float, new: Work, recall: float | None, pace: Pace) -> PlanDay:
    # A new card is reckoned with one answer in its steps.
    steps = reviews.learning + max(0.0, new.learning - new.new)
    return PlanDay(
        day,
        new=round(new.new),
        due=reviews.reviews - early,
        early=early,
        minutes=minutes_for(new.new, steps, reviews.reviews, pace),
        recall=recall,
    )


def _all_missed(
    held: Holdings,
    exam: ExamDate,
    today: int,
    config: SchedulerConfig,
    assumed: Assumed,
    missed: Iterable[int],
    planned: Course,
    model: Model,
    watch: Watch,
) -> Iterator[Missed]:
    away = exam.day - today
    asked = {min(each, away) for each in missed if each > 0}
    least_next = least_last = planned.recall
    for days in range(1, max(asked, default=0) + 1):
        watch(days, max(asked))
        after = course(held, exam, today, config, assumed, range(today, today + days), model)
        stopped = planned.days[away - days - 1].recall if days < away else after.recall
        least_next, least_last = _least(least_next, after.recall), _least(least_last, stopped)
        if days in asked:
            then = after.days[days].cards if days < away else None
            yield Missed(days, least_next, least_last, then)


def _least(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else min(one, other)
