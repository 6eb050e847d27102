"""Where a learner stands: what is waiting, and what was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from quizapp.core.clock import Clock
from quizapp.core.queue import Pace, minutes_for
from quizapp.core.records import DeckCounts, Learner
from quizapp.core.report import (
    CalendarDay,
    ForecastDay,
    Streak,
    Today,
    calendar,
    forecast,
    streak,
    today_figures,
)
from quizapp.core.studyday import steady_day
from quizapp.library import DeckEntry
from quizapp.settings import Settings
from quizapp.store.store import Store

FIRST_DAY = 1
"""The first study day that there can be."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Cards that a session would ask today, daily limits applied, and minutes at the own pace."""

    due: int
    learning: int
    new: int
    minutes: float

    @property
    def cards(self) -> int:
        return self.due + self.learning + self.new


@dataclass(frozen=True, slots=True)
class DeckLine:
    """One deck: its counts without limits, and what of it is waiting today."""

    deck: DeckEntry
    counts: DeckCounts
    waiting: Waiting


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is waiting, by deck and in all; limits hold over all decks, so the decks may sum to more."""

    now: datetime
    study_day: int
    decks: tuple[DeckLine, ...]
    all: Waiting


@dataclass(frozen=True, slots=True)
class _Limits:
    due: int
    new: int
    pace: Pace

    def waiting(self, due: int, learning: int, new: int) -> Waiting:
        due, new = min(due, self.due), min(new, self.new)
        return Waiting(due, learning, new, minutes_for(new, learning, due, self.pace))


def agenda(
    store: Store, learner: Learner, decks: Sequence[DeckEntry], settings: Settings, clock: Clock
) -> Agenda:
    """What is waiting now for a learner; costs what is due, not what exists."""
    now = clock.now()
    last_day = store.last_study_day(learner.id)
    day = steady_day(now, clock.zone(), settings.rollover_hour, last_day).day
    done = store.today(learner.id, day).values()
    limits = _Limits(
        due=max(0, settings.reviews_per_day - sum(each.review for each in done)),
        new=max(0, settings.new_per_day - sum(each.new for each in done)),
        pace=store.pace(learner.id),
    )
    counted = store.deck_counts(learner.id, day, now)
    lines = tuple(_line(deck, counted.get(deck.id), limits) for deck in decks)
    counts = [line.counts for line in lines]
    due, learning, new = (sum(getattr(each, name) for each in counts) for name in ("due", "learning", "new"))
    return Agenda(now, day, lines, limits.waiting(due, learning, new))


def _line(deck: DeckEntry, counts: DeckCounts | None, limits: _Limits) -> DeckLine:
    known = counts or DeckCounts(deck.id, 0, 0, 0, 0, 0)
    return DeckLine(deck, known, limits.waiting(known.due, known.learning, known.new))


@dataclass(frozen=True, slots=True)
class Home:
    """Where a learner stands, as `core/report.py` defines the figures."""

    agenda: Agenda
    today: Today
    streak: Streak
    calendar: tuple[tuple[CalendarDay | None, ...], ...]
    forecast: tuple[ForecastDay, ...]


def home(
    store: Store,
    learner: Learner,
    decks: Sequence[DeckEntry],
    settings: Settings,
    clock: Clock,
    *,
    weeks: int = 53,
    ahead: int = 14,
) -> Home:
    """The agenda with today's figures, streak, a calendar of `weeks` and a forecast of `ahead` study days."""
    waiting = agenda(store, learner, decks, settings, clock)
    today = waiting.study_day
    days = store.days(learner.id, FIRST_DAY, today)
    due = store.due_per_day(learner.id, FIRST_DAY, today + ahead - 1)
    return Home(
        agenda=waiting,
        today=today_figures(days, today),
        streak=streak(days, today, settings.rest_days),
        calendar=calendar(days, today, weeks),
        forecast=forecast(due, today, ahead),
    )
