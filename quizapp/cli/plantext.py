"""Plans to an exam and after a break, as lines of text and for programs."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.cli.output import narrate, say, table
from quizapp.cli.reporttext import say_foot
from quizapp.cli.shapes import day_name
from quizapp.core import catchup, gain, readiness, studyplan
from quizapp.core.catchup import CatchUp, CatchUpCourse
from quizapp.core.planwording import (
    catch_up_days,
    catch_up_line,
    catch_up_rows,
    distance,
    long_day,
    missed_rows,
    plan_rows,
    recall_text,
)
from quizapp.core.wording import plural
from quizapp.services.catchingup import Backlog, UnderWay
from quizapp.services.readiness import DeckPlan, ExamPlans

Shape = dict[str, object]

DEFINITIONS = (
    readiness.READINESS_MEANS,
    studyplan.PLAN_MEANS,
    readiness.NEW_CARDS_MEANS,
    readiness.EARLY_MEANS,
    studyplan.MISSED_MEANS,
)
CATCH_UP_DEFINITIONS = (catchup.BACKLOG_MEANS, catchup.CATCH_UP_MEANS, gain.ORDER_MEANS)

Ways = Sequence[tuple[CatchUp, CatchUpCourse]]


def say_plans(found: ExamPlans, asked: Sequence[str] = ()) -> None:
    """Each plan: what is expected, day by day, and what missed days do; `asked` are titles of decks."""
    for each in found.ahead:
        _say_plan(each)
    for title, exam in found.past:
        when = "today" if exam.day == found.study_day else f"on {long_day(exam.day)}"
        say(f"{title}: exam {when}. Nothing is planned any more; what is due is asked as usual.")
    if found.ahead:
        say("`quizapp study` asks as planned. Expected: if nothing is studied after that day.")
        say_foot(*DEFINITIONS)
    elif not found.past:
        say(f"No exam date is set{' for ' if asked else ''}{', '.join(asked)}.")
        narrate("Set one with: quizapp exam-date 11 December --deck ID")


def _say_plan(each: DeckPlan) -> None:
    found = each.readiness
    exam = found.exam
    say(f"{each.title}: exam on {long_day(exam.day)}, {distance(exam.day - found.today)}")
    new = f", {found.new} of them new" if found.new else ""
    say(f"Expected recall on that day, of {plural(found.cards, 'card')}{new}:")
    table(
        [
            ("", "if you study nothing more", recall_text(found.now)),
            ("", "if you follow the plan", recall_text(found.planned.recall)),
        ]
    )
    say()
    table(plan_rows(found.planned.days))
    if found.missed:
        say()
        say("Expected if days are missed")
        table(missed_rows(found))
    say()


def say_backlog(late: Backlog, ways: Ways) -> None:
    """What is overdue, and what it would take to catch up."""
    usual = "" if late.usual is None else f" You usually answer {plural(late.usual, 'review')} a day."
    say(f"{plural(late.overdue, 'card')} overdue, {late.due} due with those of today.{usual}")
    if not late.offered:
        say("That is no backlog: study as usual.")
    if ways:
        say()
        table(catch_up_rows([(plan, course) for plan, course in ways], late.study_day))
        say()
        say("Begin with `quizapp catch-up --per-day N` or `--days N`; `--pause-new` goes with either.")
        say_foot(*CATCH_UP_DEFINITIONS)


def say_catch_up(found: UnderWay, today: int) -> None:
    """The catch-up that is under way, day by day."""
    say(catch_up_line(found.plan, found.course, today))
    say(f"{plural(found.left, 'card')} of the backlog left.")
    say()
    table(catch_up_days(found.course))
    say_foot(*CATCH_UP_DEFINITIONS)


def catch_up_shape(late: Backlog, found: UnderWay | None, ways: Ways) -> Shape:
    """study_day, overdue, due, usual, offered, catch_up, choices, definitions."""
    return {
        "study_day": day_name(late.study_day),
        "overdue": late.overdue,
        "due": late.due,
        "usual": late.usual,
        "offered": late.offered,
        "catch_up": None
        if found is None
        else {
            "began": day_name(found.plan.began),
            "left": found.left,
            **_course_shape(found.plan, found.course),
        },
        "choices": [_course_shape(plan, course) for plan, course in ways],
        "definitions": list(CATCH_UP_DEFINITIONS),
    }


def _course_shape(plan: CatchUp, course: CatchUpCourse) -> Shape:
    return {
        "per_day": plan.per_day,
        "pause_new": plan.pause_new,
        "ends": None if course.ends is None else day_name(course.ends),
        "days": [
            {
                "study_day": day_name(day.study_day),
                "reviews": round(day.reviews, 2),
                "left": round(day.left, 2),
                "minutes": round(day.minutes, 1),
            }
            for day in course.days
        ],
    }


def plans_shape(found: ExamPlans) -> Shape:
    """study_day, exams, past, definitions."""
    return {
        "study_day": day_name(found.study_day),
        "exams": [_plan_shape(each) for each in found.ahead],
        "past": [
            {"deck": exam.deck, "title": title, "exam": day_name(exam.day)} for title, exam in found.past
        ],
        "definitions": list(DEFINITIONS),
    }


def _plan_shape(each: DeckPlan) -> Shape:
    found = each.readiness
    return {
        "deck": each.deck,
        "title": each.title,
        "exam": day_name(found.exam.day),
        "days_left": found.exam.day - found.today,
        "cards": found.cards,
        "new": found.new,
        "wanted": found.wanted,
        "expected": {"now": found.now, "planned": found.planned.recall},
        "days": [
            {
                "study_day": day_name(day.study_day),
                "new": day.new,
                "due": round(day.due, 2),
                "early": round(day.early, 2),
                "minutes": round(day.minutes, 1),
                "expected": day.recall,
            }
            for day in found.planned.days
        ],
        "missed": [
            {
                "days": missed.days,
                "next_ones": missed.next_ones,
                "last_ones": missed.last_ones,
                "then_cards": missed.then_cards,
            }
            for missed in found.missed
        ],
    }
