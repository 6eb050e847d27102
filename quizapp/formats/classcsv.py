"""A class report as CSV for spreadsheets: one line a learner, one a question, one an answer.

Numbers are numbers with a decimal point, days and moments are ISO 8601, what is not defined is empty. Texts
of decks and learners are defused, so that no spreadsheet takes one for a formula.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache

from quizapp.core.classroom import (
    AskedQuestion,
    ClassLearner,
    ClassReport,
    ExamReport,
    Studied,
    StudiedQuestion,
    Taken,
    Topic,
    TopicCell,
    score_of,
)
from quizapp.core.handin import ItemAnswer
from quizapp.core.itemanalysis import ItemFigures
from quizapp.core.literal import literal

Cell = str | int | float | bool | None

LEARNER = (
    "name", "id", "group", "in_roster", "handed_in", "attempts", "last_seen", "exam_minutes", "study_minutes",
    "at_risk",
)  # fmt: skip
LEARNER_EXAM = ("score", "points", "maximum", "latest_score", "attempts")
LEARNER_DECK = ("mastery", "cards", "started", "first_tries", "first_right", "lapses", "gap", "minutes")
LEARNER_TOPIC = ("score", "mastery")
QUESTION = (
    "from", "deck", "question", "part", "label", "type", "topics", "points", "asked", "reached", "answered",
    "right", "score", "discrimination", "corrected", "efficiency", "alpha_without", "effective_weight",
    "chance", "distractor_efficiency", "commonest_wrong", "commonest_wrong_n", "versions", "learners",
    "started", "answers", "first_tries", "first_right", "lapses", "predictions", "gap", "mastery",
    "median_seconds",
)  # fmt: skip
ANSWER = (
    "name", "id", "group", "deck", "attempt", "started_at", "ended_at", "place", "question", "label", "type",
    "reached", "answered", "given", "expected", "score", "points", "maximum", "seconds", "changes",
    "answered_at",
)  # fmt: skip

_FORMULA = tuple("=+-@\t\r＝＋－＠")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")


@lru_cache(maxsize=1 << 16)
def defused(text: str) -> str:
    """The text for a cell: on one line, with an apostrophe before what a spreadsheet would compute.

    A plain number such as -5 is left as it is.
    """
    risky = text.startswith(_FORMULA) and not _NUMBER.fullmatch(text)
    line = " ".join(literal(text).split())
    return f"'{line}" if risky or (line.startswith(_FORMULA) and not _NUMBER.fullmatch(line)) else line


def learners_csv(report: ClassReport) -> str:
    """One line a learner; columns of exams, decks and topics begin with their ids."""
    head = [
        *LEARNER,
        *(f"{exam.deck} exam {name}" for exam in report.exams for name in LEARNER_EXAM),
        *(f"{deck.deck} {name}" for deck in report.decks for name in LEARNER_DECK),
        *(
            f"{each.topic.deck} / {each.topic.name} {name}"
            for each in report.topics
            for name in LEARNER_TOPIC
        ),
    ]
    rows = (_learner(report, place, each) for place, each in enumerate(report.learners))
    return _written(head, rows)


def _learner(report: ClassReport, place: int, learner: ClassLearner) -> Iterator[Cell]:
    yield from (learner.name, learner.id, learner.group, learner.in_roster, learner.handed_in)
    yield from (learner.attempts, _day(learner.last_day))
    yield from (_rounded(learner.exam_minutes), _rounded(learner.study_minutes))
    yield "; ".join(learner.risks)
    for taken in learner.exams:
        yield from _taken(taken)
    for studied in learner.decks:
        yield from _studied(studied)
    for each in report.topics:
        yield from _cell(each.cells[place])


def _taken(taken: Taken | None) -> Iterable[Cell]:
    if taken is None:
        return (None,) * len(LEARNER_EXAM)
    first = taken.first
    return (
        _rounded(taken.score), _rounded(first.points), _rounded(first.maximum),
        _rounded(score_of(taken.latest)), len(taken.attempts),
    )  # fmt: skip


def _studied(each: Studied | None) -> Iterable[Cell]:
    if each is None:
        return (None,) * len(LEARNER_DECK)
    return (
        _rounded(each.mastery), each.cards, each.started, each.first_try.n, each.first_try.passed,
        each.lapses, _rounded(each.gap), _rounded(each.minutes),
    )  # fmt: skip


def _cell(cell: TopicCell | None) -> Iterable[Cell]:
    return (None, None) if cell is None else (_rounded(cell.score), _rounded(cell.mastery))


def questions_csv(report: ClassReport) -> str:
    """One line a question of an exam, then one a card of a deck."""
    rows: list[Iterable[Cell]] = []
    for exam in report.exams:
        figures = _figures(exam)
        rows += [_asked(exam, each, figures.get(str(each.question))) for each in exam.questions]
    for deck in report.decks:
        rows += [_answered(deck.deck, each) for each in deck.questions]
    return _written(QUESTION, rows)


def _figures(exam: ExamReport) -> Mapping[str, ItemFigures]:
    return {} if exam.analysis is None else {each.item.id: each for each in exam.analysis.items}


def _asked(exam: ExamReport, each: AskedQuestion, item: ItemFigures | None) -> Sequence[Cell]:
    wrong, times = each.wrong[0] if each.wrong else (None, None)
    told: dict[str, Cell] = {
        "from": "exam", "deck": exam.deck, "question": each.question, "label": each.label, "type": each.type,
        "topics": _names(each.topics), "points": _rounded(each.points), "asked": each.asked,
        "reached": each.reached, "answered": each.answered, "right": each.right,
        "score": _rounded(each.score), "commonest_wrong": wrong, "commonest_wrong_n": times,
        "versions": each.versions, "median_seconds": _rounded(each.seconds),
    }  # fmt: skip
    if item is not None:
        told |= {
            "discrimination": _rounded(item.discrimination), "corrected": _rounded(item.corrected),
            "efficiency": _rounded(item.efficiency), "alpha_without": _rounded(item.alpha_without),
            "effective_weight": _rounded(item.weight), "chance": _rounded(item.item.guess),
            "distractor_efficiency": _rounded(item.distractor_efficiency),
        }  # fmt: skip
    return [told.get(name) for name in QUESTION]


def _answered(deck: str, each: StudiedQuestion) -> Sequence[Cell]:
    told: dict[str, Cell] = {
        "from": "deck", "deck": deck, "question": each.question, "part": each.part, "label": each.label,
        "topics": _names(each.topics), "learners": each.learners, "started": each.started,
        "answers": each.answers, "first_tries": each.first_try.n, "first_right": each.first_try.passed,
        "lapses": each.lapses, "predictions": each.predictions, "gap": _rounded(each.gap),
        "mastery": _rounded(each.mastery), "median_seconds": _rounded(each.seconds),
    }  # fmt: skip
    return [told.get(name) for name in QUESTION]


def _names(topics: Iterable[Topic]) -> str:
    return "; ".join(topic.name for topic in topics)


def answers_csv(report: ClassReport) -> str:
    """One line a question of each attempt at an exam, answered or not."""
    return _written(ANSWER, _answers(report))


def _answers(report: ClassReport) -> Iterator[Sequence[Cell]]:
    for learner in report.learners:
        for taken in learner.exams:
            for attempt in taken.attempts if taken else ():
                head = (
                    learner.name, learner.id, learner.group, attempt.deck, attempt.number,
                    _moment(attempt.started_at), _moment(attempt.ended_at),
                )  # fmt: skip
                for place, item in enumerate(attempt.items, 1):
                    yield (*head, place, *_answer(item))


def _answer(item: ItemAnswer) -> Sequence[Cell]:
    return (
        item.question, item.label, item.type, item.reached, item.answer is not None, item.given,
        item.expected, _rounded(item.score),
        None if item.score is None else _rounded(item.points * item.score), _rounded(item.points),
        _rounded(item.seconds), item.changes, _moment(item.answered_at),
    )  # fmt: skip


def _written(head: Sequence[str], rows: Iterable[Iterable[Cell]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([defused(name) for name in head])
    writer.writerows([[_told(cell) for cell in row] for row in rows])
    return out.getvalue()


def _told(cell: Cell) -> str | int | float:
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case str():
            return defused(cell)
        case _:
            return cell


def _rounded(value: float | None) -> float | int | None:
    """To six decimals, and as a whole number where it is one."""
    if value is None:
        return None
    short = round(value, 6)
    return int(short) if short == int(short) else short


def _day(day: int | None) -> str | None:
    return None if day is None else date.fromordinal(day).isoformat()


def _moment(at: datetime | None) -> str | None:
    return None if at is None else f"{at.astimezone(UTC).isoformat(timespec='seconds')[:19]}Z"
