"""What may be asked on a study day: the daily limits, changed by exam dates and by a catch-up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quizapp.core.card import CardKey
from quizapp.core.catchup import CatchUp
from quizapp.core.question import DeckId
from quizapp.core.readiness import LAST_DAYS, ExamDate, new_today, share_today
from quizapp.core.records import DayCounts, DeckCounts, Learner
from quizapp.core.scheduler import default_config, fading
from quizapp.settings import Settings
from quizapp.store.plans import Plans
from quizapp.store.store import Store


@dataclass(frozen=True, slots=True)
class ExamToday:
    """A deck with an exam ahead: its new cards for today, and the cards that are brought forward."""

    exam: ExamDate
    new_left: int
    early: tuple[CardKey, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """What may still be asked today: reviews over all decks, new cards of the decks without an exam.

    `exams` are the decks with one ahead, the earliest first; `catch_up` is None when none is under way.
    """

    review_left: int
    new_left: int
    exams: Mapping[DeckId, ExamToday]
    catch_up: CatchUp | None

    def due(self, counts: DeckCounts) -> int:
        """How many reviews of a deck would be asked."""
        return min(self.review_left, self._due(counts))

    def new(self, counts: DeckCounts) -> int:
        """How many new cards of a deck would be asked."""
        exam = self.exams.get(counts.deck)
        return min(counts.new, self.new_left if exam is None else exam.new_left)

    def all_due(self, decks: Iterable[DeckCounts]) -> int:
        """How many reviews would be asked over all decks."""
        return min(self.review_left, sum(map(self._due, decks)))

    def all_new(self, decks: Iterable[DeckCounts]) -> int:
        """How many new cards would be asked over all decks."""
        known = list(decks)
        free = sum(each.new for each in known if each.deck not in self.exams)
        return min(self.new_left, free) + sum(self.new(each) for each in known if each.deck in self.exams)

    def _due(self, counts: DeckCounts) -> int:
        exam = self.exams.get(counts.deck)
        return counts.due + (len(exam.early) if exam is not None else 0)


def todays_offer(store: Store, learner: Learner, settings: Settings, day: int) -> Offer:
    """What may be asked on a study day; costs what was answered on it and what is at risk."""
    plans, done = store.plans(learner.id), store.today(learner.id, day)
    exams = {
        deck: _exam_today(store, learner, settings, plans, exam, done.get(deck), day)
        for deck, exam in plans.exam_dates().items()
        if exam.ahead(day)
    }
    catch_up = under_way(plans)
    reviews = (
        settings.reviews_per_day if catch_up is None else min(settings.reviews_per_day, catch_up.per_day)
    )
    kept = sum(each.new_left for each in exams.values()) + sum(each.new for each in done.values())
    paused = catch_up is not None and catch_up.pause_new
    return Offer(
        review_left=max(0, reviews - sum(each.review for each in done.values())),
        new_left=0 if paused else max(0, settings.new_per_day - kept),
        exams=exams,
        catch_up=catch_up,
    )


def under_way(plans: Plans) -> CatchUp | None:
    """The catch-up that is not over: cards that were due when it began are still to be answered."""
    begun = plans.catch_up()
    return begun if begun is not None and plans.due_by(begun.began) else None


def _exam_today(
    store: Store,
    learner: Learner,
    settings: Settings,
    plans: Plans,
    exam: ExamDate,
    done: DayCounts | None,
    day: int,
) -> ExamToday:
    learned = done.new if done is not None else 0
    new = max(0, new_today(exam, day, plans.new_of(exam.deck) + learned) - learned)
    if day < exam.day - LAST_DAYS:
        return ExamToday(exam, new, ())
    config = default_config(parameters=store.fitted(learner.id), retention=settings.retention_of(exam.deck))
    reach = fading(exam.wanted(config), config)
    brought = plans.early_today(day).get(exam.deck, 0)

    def share(risky: int) -> int:
        return max(0, share_today(risky + brought, exam, day) - brought)

    early = plans.fading(exam.deck, exam_day=exam.day, today=day, reach=reach, share=share)
    return ExamToday(exam, new, early)
