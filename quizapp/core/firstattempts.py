"""From the exams that learners handed in to the matrix that item analysis reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizapp.core.answer import Picked, Said
from quizapp.core.facing import listed, one_line, said
from quizapp.core.handin import Attempt, ItemAnswer
from quizapp.core.question import QuestionId
from quizapp.core.scorematrix import Item, Picks, ScoreMatrix

DIFFERENT_PAPERS = (
    "Learners had different questions, drawn from pools, so their totals cannot be compared: figures that "
    "need a total are not defined."
)
DIFFERENT_POINTS = (
    "A question was worth more on one paper than on another, so totals cannot be compared: figures that need "
    "a total are not defined."
)
SINGLE, SEVERAL, STATEMENT = "choice", "multiple", "truefalse"
"""The types of question from whose options one picks, as `type:` names them in a deck."""

Version = tuple[str, str]


@dataclass(frozen=True)
class FirstAttempts:
    """The matrix, and which attempts its rows are.

    `later` attempts were not the learner's first; `other_version` are first ones that had a question as it
    reads or is answered in another version of the deck. Neither takes part.
    """

    matrix: ScoreMatrix
    used: tuple[Attempt, ...]
    later: tuple[Attempt, ...]
    other_version: tuple[Attempt, ...]


def first_attempts(attempts: Iterable[Attempt]) -> FirstAttempts:
    """Attempts at the exam of one deck, at most one first attempt a learner; rows stand in the given order.

    The version of a question that counts is the one that most first attempts had, the later one of equals.
    Items stand in the order of the papers, by their mean place where papers differ.
    """
    given = tuple(attempts)
    firsts = [attempt for attempt in given if attempt.number == 1]
    versions = _versions(firsts)
    used = tuple(attempt for attempt in firsts if _has(attempt, versions))
    return FirstAttempts(
        matrix=_matrix(used),
        used=used,
        later=tuple(attempt for attempt in given if attempt.number != 1),
        other_version=tuple(attempt for attempt in firsts if not _has(attempt, versions)),
    )


def _version(item: ItemAnswer) -> Version:
    return item.wording_fingerprint, item.answer_fingerprint


def _versions(attempts: Sequence[Attempt]) -> dict[QuestionId, Version]:
    counted: Counter[tuple[QuestionId, Version]] = Counter()
    newest: dict[tuple[QuestionId, Version], float] = {}
    for attempt in attempts:
        for item in attempt.items:
            key = (item.question, _version(item))
            counted[key] += 1
            newest[key] = max(newest.get(key, 0.0), attempt.started_at.timestamp())
    ranked = sorted(counted, key=lambda key: (counted[key], newest[key], key[1]))
    return {question: version for question, version in ranked}


def _has(attempt: Attempt, versions: dict[QuestionId, Version]) -> bool:
    return all(versions[item.question] == _version(item) for item in attempt.items)


def _matrix(attempts: Sequence[Attempt]) -> ScoreMatrix:
    papers = [{item.question: item for item in attempt.items} for attempt in attempts]
    order = _order(attempts)
    items = tuple(_item([paper[question] for paper in papers if question in paper]) for question in order)
    return ScoreMatrix(
        items=items,
        scores=tuple(
            tuple(_points(paper.get(question), item) for question, item in zip(order, items, strict=True))
            for paper in papers
        ),
        picks=tuple(tuple(_picks(paper.get(question)) for question in order) for paper in papers),
        incomparable=_incomparable(papers),
    )


def _order(attempts: Sequence[Attempt]) -> tuple[QuestionId, ...]:
    places: dict[QuestionId, list[int]] = {}
    for attempt in attempts:
        for place, item in enumerate(attempt.items):
            places.setdefault(item.question, []).append(place)
    return tuple(
        sorted(places, key=lambda question: (sum(places[question]) / len(places[question]), question))
    )


def _incomparable(papers: Sequence[dict[QuestionId, ItemAnswer]]) -> str:
    if len({frozenset(paper) for paper in papers}) > 1:
        return DIFFERENT_PAPERS
    worth = {frozenset((question, item.points) for question, item in paper.items()) for paper in papers}
    return DIFFERENT_POINTS if len(worth) > 1 else ""


def _item(asked: Sequence[ItemAnswer]) -> Item:
    newest = asked[-1]
    options = _options(asked)
    right = right_options(newest.expected, options)
    single = newest.type in (SINGLE, STATEMENT)
    return Item(
        id=newest.question,
        maximum=max(item.points for item in asked),
        label=newest.label,
        options=tuple(sorted(options, key=lambda option: (option not in right, option))),
        right=right,
        single=single,
        guess=1 / len(options) if single and options else None,
    )


def _options(asked: Sequence[ItemAnswer]) -> Picks:
    if asked[-1].type == STATEMENT:
        return said(True), said(False)
    if asked[-1].type not in (SINGLE, SEVERAL):
        return ()
    return tuple(sorted({option for item in asked for option in item.shown or _picks(item)}))


def right_options(expected: str, options: Picks) -> Picks:
    """The options that `expected` lists, as `facing.listed` writes them; () when it lists no such options."""
    lines = {one_line(option): option for option in options}
    for found in ([expected], expected.split(", "), expected.split("; ")):
        if lines.keys() >= set(found) and len(set(found)) == len(found) and listed(found) == expected:
            return tuple(sorted(lines[line] for line in found))
    return ()


def _points(item: ItemAnswer | None, asked: Item) -> float | None:
    if item is None or not item.reached:
        return None
    return asked.maximum * (item.score or 0.0)


def _picks(item: ItemAnswer | None) -> Picks:
    match None if item is None else item.answer:
        case Picked(options=options):
            return options
        case Said(value=value):
            return (said(value),)
        case _:
            return ()
