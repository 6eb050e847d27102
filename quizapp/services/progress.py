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
from quizapp.services.offering import todays_offer
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


def agenda(
    store: Store, learner: Learner, decks: Sequence[DeckEntry], settings: Settings, clock: Clock
) -> Agenda:
    """What is waiting now for a learner; costs what is due, not what exists."""
    now = clock.now()
    last_day = store.last_study_day(learner.id)
    day = steady_day(now, clock.zone(), settings.rollover_hour, last_day).day
    offer, pace = todays_offer(store, learner, settings, day), store.pace(learner.id)
    counted = store.deck_counts(learner.id, day, now)
    counts = [counted.get(deck.id) or DeckCounts(deck.id, 0, 0, 0, 0, 0) for deck in decks]
    lines = tuple(
        DeckLine(deck, each, _waiting(offer.due(each), each.learning, offer.new(each), pace))
        for deck, each in zip(decks, counts, strict=True)
    )
    learning = sum(each.learning for each in counts)
    return Agenda(now, day, lines, _waiting(offer.all_due(counts), learning, offer.all_new(counts), pace))


def _waiting(due: int, learning: int, new: int, pace: Pace) -> Waiting:
    return Waiting(due, learning, new, minutes_for(new, learning, due, pace))


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
