"""One learner's page in the terminal: the trend, what is weak, and what was answered wrong."""

from __future__ import annotations

from datetime import tzinfo

from quizapp.cli.classcells import DASH_MEANS, clipped, day, head, percent, wrapped
from quizapp.cli.classtopictext import topic_name
from quizapp.cli.output import say, table
from quizapp.cli.reporttext import WIDTH, say_foot
from quizapp.core import classmeans
from quizapp.core.classrisk import RISK_MEANS
from quizapp.core.classroom import ClassReport, LearnerPage, score_of

_TITLE = 30


def say_learner(report: ClassReport, place: int, zone: tzinfo) -> None:
    """The page of the learner at this place; moments are told in `zone`."""
    learner, page = report.learners[place], report.pages[place]
    group = f", {learner.group}" if learner.group else ""
    say(clipped(f"{learner.name}{group}", WIDTH))
    minutes = f"{learner.exam_minutes:.0f} exam minutes, {learner.study_minutes:.0f} study minutes"
    say(f"Last seen {day(learner.last_day)}; {minutes}.")
    for risk in learner.risks:
        wrapped(f"At risk by this rule: {RISK_MEANS[risk]}", "  ")
    _say_trend(report, page, zone)
    _say_topics(report, place)
    _say_wrong(report, page)
    _say_struggling(report, page)
    say_foot(
        DASH_MEANS,
        classmeans.SCORE_MEANS,
        classmeans.SEEN_MEANS,
        classmeans.MINUTES_MEANS,
        classmeans.PROGRESS_MEANS,
        classmeans.TOPIC_MEANS,
        classmeans.WEAK_MEANS,
        classmeans.WRONG_MEANS,
    )


def _say_trend(report: ClassReport, page: LearnerPage, zone: tzinfo) -> None:
    if not page.attempts:
        return
    head("Attempts, the oldest first")
    rows = [
        (
            clipped(report.titles.get(each.deck, each.deck), _TITLE),
            str(each.number),
            f"{each.ended_at.astimezone(zone):%Y-%m-%d %H:%M}",
            percent(score_of(each)),
            f"{round(each.points, 2):g} of {each.maximum:g}",
            "time was up" if each.overtime else "",
        )
        for each in page.attempts
    ]
    table([("exam", "no.", "ended", "score", "points", ""), *rows])


def _say_topics(report: ClassReport, place: int) -> None:
    mine = [(each, cell) for each in report.topics if (cell := each.cells[place]) is not None]
    if not mine:
        return
    head("Topics (! weak)")
    rows = [
        (
            "!" if cell.weak else "",
            clipped(topic_name(each, report), _TITLE + 10),
            percent(cell.score),
            percent(each.score),
            percent(cell.mastery),
            percent(each.mastery),
        )
        for each, cell in sorted(mine, key=lambda pair: not pair[1].weak)
    ]
    table([("", "topic", "score", "class", "mastery", "class"), *rows])


def _say_wrong(report: ClassReport, page: LearnerPage) -> None:
    if not page.wrong:
        return
    head("Wrong answers of the latest attempts")
    for each in page.wrong:
        item = each.item
        given = f"answered “{item.given}”" if item.answer is not None else "no answer"
        share = f", {percent(item.score)} of the points" if item.score else ""
        wrapped(f"- {item.label}", "  ")
        wrapped(f"  {given}{share}; right is “{item.expected}”", "    ")


def _say_struggling(report: ClassReport, page: LearnerPage) -> None:
    if not page.struggling:
        return
    head("Cards with the lowest first-try success")
    table((f"{share.passed} of {share.n}", clipped(label, WIDTH - 12)) for _, label, share in page.struggling)
