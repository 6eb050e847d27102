"""Topics in the terminal: the learner x topic grid, each topic over the class, and what is covered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from string import ascii_uppercase

from quizapp.cli.classcells import DASH, clipped, head, percent
from quizapp.cli.output import say, table
from quizapp.cli.reporttext import WIDTH
from quizapp.core.classroom import ClassReport, TopicCell, TopicKind, TopicReport

AT_ONCE = 9
"""So many topics stand beside each other."""

_NAME, _TOPIC = 20, 28


def say_grid(report: ClassReport) -> None:
    """Learners by topics: scores, then mastery, in percent; "!" marks what is weak."""
    _say_one(report, "Learner x topic: score in exams, in percent (! weak)", lambda cell: cell.score)
    _say_one(report, "Learner x topic: mastery, in percent (! weak)", lambda cell: cell.mastery)


def _say_one(report: ClassReport, title: str, figure: Callable[[TopicCell], float | None]) -> None:
    held = [each for each in report.topics if any(cell and figure(cell) is not None for cell in each.cells)]
    for first in range(0, len(held), AT_ONCE):
        some = held[first : first + AT_ONCE]
        head(title if first == 0 else f"{title}, continued")
        letters = ascii_uppercase[: len(some)]
        rows = [
            (clipped(learner.name, _NAME), *(_cell(each.cells[place], figure) for each in some))
            for place, learner in enumerate(report.learners)
            if any(each.cells[place] is not None for each in some)
        ]
        table([("", *letters), *rows, ("mean", *(_mean(each, figure) for each in some))])
        for letter, each in zip(letters, some, strict=True):
            say(clipped(f"{letter}: {topic_name(each, report)}", WIDTH))


def _cell(cell: TopicCell | None, figure: Callable[[TopicCell], float | None]) -> str:
    value = None if cell is None else figure(cell)
    if cell is None or value is None:
        return DASH
    # A cell is weak by its score where it has one: then that is where the mark belongs.
    marked = cell.weak and (cell.score is None or value is cell.score)
    return f"{100 * value:.0f}{'!' if marked else ''}"


def _mean(each: TopicReport, figure: Callable[[TopicCell], float | None]) -> str:
    values = [value for cell in each.cells if cell is not None and (value := figure(cell)) is not None]
    return f"{100 * sum(values) / len(values):.0f}" if values else DASH


def topic_name(each: TopicReport, report: ClassReport) -> str:
    """ "rivers", with the deck where the report is about several: "rivers (Rome)"."""
    topic = each.topic
    if topic.kind is TopicKind.DECK or len(report.titles) < 2:
        return topic.name
    return f"{topic.name} ({report.titles[topic.deck]})"


def say_topics(report: ClassReport) -> None:
    """A line a topic: how the class stands, how many are weak, and its coverage."""
    if not report.topics:
        return
    head("Topics and their coverage")
    titles = ("topic", "score", "n", "mastery", "n", "weak", "questions", "points", "cards", "begun")
    table([titles, *(_row(each, report) for each in report.topics)])


def _row(each: TopicReport, report: ClassReport) -> Sequence[str]:
    share = each.points / each.all_points if each.all_points else None
    return (
        clipped(topic_name(each, report), _TOPIC - 8),
        percent(each.score),
        str(each.examined),
        percent(each.mastery),
        str(each.mastered),
        str(each.below),
        str(each.questions),
        percent(share),
        str(each.cards),
        percent(each.started),
    )
