"""Exam dates and catching up, as the screens ask for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.core.catchup import CatchUp, CatchUpCourse
from quizapp.core.daywords import read_day
from quizapp.core.question import DeckId
from quizapp.core.readiness import ExamDate
from quizapp.core.studyplan import Readiness
from quizapp.library import DeckEntry
from quizapp.services import catchingup
from quizapp.services.catchingup import Backlog, UnderWay
from quizapp.services.desk import Desk
from quizapp.services.offering import under_way
from quizapp.services.readiness import ExamPlans, clear_exam_dates, exam_plans, set_exam_date

QUICK = 3000
"""Decks with more cards are not reckoned through at Home."""


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What Home says at once: exams ahead, the earliest first; backlog; a catch-up and what it has `left`."""

    study_day: int
    exams: tuple[ExamDate, ...]
    backlog: Backlog
    catch_up: CatchUp | None
    left: int


class Planner:
    """Plans of the learner of the moment."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def facts(self) -> PlanFacts:
        """What costs nothing to know."""
        today = self._desk.moment().day
        plans = self._desk.store.plans(self._desk.learner.id)
        exams = tuple(exam for exam in plans.exam_dates().values() if exam.ahead(today))
        going = under_way(plans)
        left = plans.due_by(going.began) if going is not None else 0
        return PlanFacts(today, exams, catchingup.backlog(self._desk), going, left)

    def quick_figures(self, facts: PlanFacts) -> Mapping[DeckId, Readiness]:
        """What is expected at these exams, where it is soon reckoned."""
        plans = self._desk.store.plans(self._desk.learner.id)
        if not facts.exams or sum(plans.cards_of(exam.deck) for exam in facts.exams) > QUICK:
            return {}
        return {each.deck: each.readiness for each in exam_plans(self._desk, missed=()).ahead}

    def plans(self) -> ExamPlans:
        """Every plan, with what missed days do."""
        return exam_plans(self._desk)

    def decks(self) -> Sequence[DeckEntry]:
        return self._desk.library.decks()

    def dates(self) -> Mapping[DeckId, ExamDate]:
        """Exam dates by deck, past ones too."""
        return self._desk.store.plans(self._desk.learner.id).exam_dates()

    def set_date(self, deck: DeckId, text: str) -> None:
        """Set the exam of a deck to the day that the text names; an empty one takes it back.

        UsageError says what is wrong with the text.
        """
        if not text.strip():
            clear_exam_dates(self._desk, (deck,))
        else:
            set_exam_date(self._desk, (deck,), read_day(text, self._desk.moment().day))

    def catching_up(self) -> UnderWay | None:
        """The catch-up that is under way."""
        return catchingup.current(self._desk)

    def ways(self) -> Sequence[tuple[CatchUp, CatchUpCourse]]:
        """Ways to catch up, with new cards and without."""
        with_new = catchingup.choices(self._desk)
        return (*with_new, *catchingup.choices(self._desk, pause_new=True))

    def begin(self, plan: CatchUp) -> None:
        """Begin a catch-up."""
        catchingup.begin(self._desk, per_day=plan.per_day, pause_new=plan.pause_new)

    def end(self) -> None:
        """End it."""
        catchingup.end(self._desk)
