"""Plans as text: a line each at Home, tables on the plan's own screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.content import Content

from quizapp.core.catchup import BACKLOG_MEANS, CATCH_UP_MEANS
from quizapp.core.gain import ORDER_MEANS
from quizapp.core.planwording import (
    catch_up_days,
    catch_up_line,
    distance,
    exam_line,
    long_day,
    missed_rows,
    plan_rows,
    recall_text,
)
from quizapp.core.question import DeckId
from quizapp.core.readiness import EARLY_MEANS, NEW_CARDS_MEANS, READINESS_MEANS, ExamDate
from quizapp.core.studyplan import MISSED_MEANS, PLAN_MEANS, Readiness
from quizapp.core.wording import minutes, plural
from quizapp.services.catchingup import UnderWay
from quizapp.services.progress import Agenda
from quizapp.services.readiness import DeckPlan, ExamPlans
from quizapp.tui.planning import PlanFacts
from quizapp.tui.screens.progressparts import columns
from quizapp.tui.widgets.literal import plain
from quizapp.tui.widgets.rows import Row, labelled

AT_HOME = 2
"""How many exams Home tells of."""

NARROW = 76
"""Below so many columns Home says it in fewer words."""

NOTHING_PLANNED = (
    "No exam date is set. d sets one for a deck: study then asks what is needed to know it in time."
)


def home_rows(facts: PlanFacts, agenda: Agenda, figures: Mapping[DeckId, Readiness], width: int) -> list[Row]:
    """A row for a backlog or a catch-up, and one for each of the next exams."""
    rows: list[Row] = []
    late = facts.backlog
    if facts.catch_up is not None:
        left, most = plural(facts.left, "card"), plural(facts.catch_up.per_day, "review")
        said = f"{left} of the backlog left, at most {most} a day. t shows the plan."
        rows.append(labelled("Catch-up", plain(said)))
    elif late.offered:
        rows.append(
            labelled("Backlog", plain(f"{plural(late.overdue, 'card')} overdue. t plans to catch up."))
        )
    for place, exam in enumerate(facts.exams[:AT_HOME]):
        said = _exam_row(exam, facts, agenda, figures.get(exam.deck), short=width < NARROW)
        rows.append(labelled("" if place else "Exam", plain(said)))
    return rows


def _exam_row(
    exam: ExamDate, facts: PlanFacts, agenda: Agenda, found: Readiness | None, *, short: bool
) -> str:
    line = next((each for each in agenda.decks if each.deck.id == exam.deck), None)
    title = exam.deck if line is None else line.deck.title
    when = f"exam {distance(exam.day - facts.study_day)}"
    said = when if found is None else exam_line(found, short=short)
    if line is None:
        return f"{title}: {said}; its file is gone"
    waiting = line.waiting
    work = f"{plural(waiting.cards, 'card')}, {minutes(waiting.minutes)}" if waiting.cards else "all done"
    return f"{title}: {said}; today {work}"


def plan_text(found: ExamPlans) -> Content:
    """Every exam's plan."""
    parts = [line for each in found.ahead for line in _plan(each)]
    for title, exam in found.past:
        when = "today" if exam.day == found.study_day else f"on {long_day(exam.day)}"
        parts.append(plain(f"{title}: exam {when}. Nothing is planned any more."))
    return Content("\n").join(parts) if parts else plain(NOTHING_PLANNED)


def _plan(each: DeckPlan) -> Iterator[Content]:
    found = each.readiness
    exam = found.exam
    yield plain(each.title, "bold")
    yield plain(f"Exam on {long_day(exam.day)}, {distance(exam.day - found.today)}.")
    new = f", {found.new} of them new" if found.new else ""
    now, planned = recall_text(found.now), recall_text(found.planned.recall)
    yield plain(
        f"Expected recall on that day, of {plural(found.cards, 'card')}{new}: {now} if you study nothing "
        f"more, {planned} if you follow the plan."
    )
    yield Content("")
    yield from columns(plan_rows(found.planned.days))
    yield Content("")
    if found.missed:
        yield plain("Expected if days are missed", "bold")
        yield from columns(missed_rows(found))
        yield Content("")


def catch_up_text(found: UnderWay, today: int) -> Content:
    """The catch-up day by day."""
    lines = [
        plain(catch_up_line(found.plan, found.course, today), "bold"),
        plain(f"{plural(found.left, 'card')} of the backlog left."),
        Content(""),
        *columns(catch_up_days(found.course)),
        Content(""),
    ]
    return Content("\n").join(lines)


def definitions(exams: bool, backlog: bool) -> str:
    """What the figures that are shown mean, a paragraph each."""
    told: list[str] = []
    if exams:
        told += [READINESS_MEANS, PLAN_MEANS, NEW_CARDS_MEANS, EARLY_MEANS, MISSED_MEANS]
    if backlog:
        told += [BACKLOG_MEANS, CATCH_UP_MEANS, ORDER_MEANS]
    return "\n".join(told)
