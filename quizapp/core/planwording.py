"""Plans as short texts and rows of columns, the same in every face."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from quizapp.core.catchup import CatchUp, CatchUpCourse
from quizapp.core.figurewording import NOT_DEFINED, Columns
from quizapp.core.studyplan import PlanDay, Readiness
from quizapp.core.wording import on_day, plural

DAY_BY_DAY = 14
"""How many days are shown one by one; further ones by week, unless they are hardly more."""

ONE_BY_ONE = 21


def long_day(study_day: int) -> str:
    """ "Friday 11 December 2026"."""
    day = date.fromordinal(study_day)
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def recall_text(recall: float | None) -> str:
    """ "78%"; never 100% while something is missing to it."""
    if recall is None:
        return NOT_DEFINED
    return f"{min(round(100 * recall), 99 if recall < 0.9995 else 100)}%"


def distance(days: int) -> str:
    """ "today", "tomorrow", "in 19 days"."""
    return ("today", "tomorrow")[days] if days < 2 else f"in {days} days"


def exam_line(found: Readiness, *, short: bool = False) -> str:
    """ "exam in 19 days, expected 26% -> 95% if you study as planned"; `short`: "in 19 days, 26% -> 95%"."""
    when = distance(found.exam.day - found.today)
    now, planned = recall_text(found.now), recall_text(found.planned.recall)
    if short:
        return f"{when}, {now} -> {planned}"
    return f"exam {when}, expected {now} -> {planned} if you study as planned"


def plan_rows(days: Sequence[PlanDay]) -> list[Columns]:
    """A head, then a row for each day; from the third week on, where there are many, for each week."""
    rows: list[Columns] = [("", "new", "due", "early", "minutes", "expected")]
    shown = days if len(days) <= ONE_BY_ONE else days[:DAY_BY_DAY]
    rows += [_row(short_day(day.study_day), [day]) for day in shown]
    for first in range(len(shown), len(days), 7):
        week = days[first : first + 7]
        rows.append(_row(f"{short_day(week[0].study_day)}, {plural(len(week), 'day')}", week))
    return rows


def _row(name: str, days: Sequence[PlanDay]) -> Columns:
    return (
        name,
        str(sum(day.new for day in days)),
        str(round(sum(day.due for day in days))),
        str(round(sum(day.early for day in days))),
        str(round(sum(day.minutes for day in days))),
        recall_text(days[-1].recall),
    )


def short_date(study_day: int) -> str:
    """ "11 Dec 2026"."""
    day = date.fromordinal(study_day)
    return f"{day.day} {day:%b} {day.year}"


def short_day(study_day: int) -> str:
    """ "Sun 22 Nov"."""
    day = date.fromordinal(study_day)
    return f"{day:%a} {day.day:>2} {day:%b}"


def missed_rows(found: Readiness) -> list[Columns]:
    """A head, then a row for each number of days missed."""
    rows: list[Columns] = [("days missed", "the next ones", "cards the day after", "the last ones")]
    for each in found.missed:
        then = NOT_DEFINED if each.then_cards is None else str(round(each.then_cards))
        rows.append((str(each.days), recall_text(each.next_ones), then, recall_text(each.last_ones)))
    return rows


def catch_up_line(plan: CatchUp, course: CatchUpCourse, today: int) -> str:
    """ "Catching up: 45 reviews a day, over on Saturday 28 November."."""
    paused = ", new cards paused" if plan.pause_new else ""
    return f"Catching up: {plural(plan.per_day, 'review')} a day{paused}, {ends_text(course, today)}."


def ends_text(course: CatchUpCourse, today: int) -> str:
    """ "over today", "over on Saturday 28 November", "without an end in sight"."""
    if course.ends is None:
        return "without an end in sight"
    return f"over {on_day(course.ends, course.ends - today)}"


def catch_up_rows(ways: Iterable[tuple[CatchUp, CatchUpCourse]], today: int) -> list[Columns]:
    """A head, then a row for each number of reviews a day."""
    rows: list[Columns] = [("reviews a day", "minutes a day", "over on", "days")]
    for plan, course in ways:
        minutes = str(round(max((day.minutes for day in course.days), default=0.0)))
        if course.ends is None:
            rows.append((str(plan.per_day), minutes, "no end in sight", NOT_DEFINED))
        else:
            days = str(course.ends - today + 1)
            rows.append((str(plan.per_day), minutes, short_day(course.ends), days))
    return rows


def catch_up_days(course: CatchUpCourse) -> list[Columns]:
    """A head, then a row for each day, from the third week on for each week where there are many."""
    rows: list[Columns] = [("", "reviews", "minutes", "left")]
    days = course.days
    shown = days if len(days) <= ONE_BY_ONE else days[:DAY_BY_DAY]
    weeks = [days[first : first + 7] for first in range(len(shown), len(days), 7)]
    for some in (*((day,) for day in shown), *weeks):
        name = short_day(some[0].study_day)
        rows.append(
            (
                name if len(some) == 1 else f"{name}, {plural(len(some), 'day')}",
                str(round(sum(day.reviews for day in some))),
                str(round(sum(day.minutes for day in some))),
                str(round(some[-1].left)),
            )
        )
    return rows
