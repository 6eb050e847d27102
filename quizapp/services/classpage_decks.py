"""Progress on decks and topics, on the class page: what was studied, never item analysis."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.core.classmeans import SMALLEST
from quizapp.core.classroom import ClassReport, DeckReport, StudiedQuestion, TopicReport
from quizapp.services.classpage_exams import (
    groups_table,
    summary_chart,
    summary_facts,
    tenths_table,
)
from quizapp.services.classpage_people import topic_name
from quizapp.services.classpage_questions import Facts
from quizapp.services.pagecharts import Axis, Bars, Dots, Point, scatter
from quizapp.services.pagetable import (
    Cell,
    Column,
    Table,
    count,
    figure,
    figure_text,
    share,
    share_text,
    tally,
    undefined,
    words,
)

LEAST_PREDICTIONS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckView:
    """One deck; everything but the title is empty where it is hidden."""

    id: str
    title: str
    hidden: bool
    facts: Facts
    distribution: Bars | None
    tenths: Table | None
    groups: Table | None
    chart: Dots | None
    questions: Table | None


def deck_views(report: ClassReport) -> tuple[DeckView, ...]:
    """One for each deck of the report."""
    return tuple(_deck(deck, f"deck-{place}") for place, deck in enumerate(report.decks, start=1))


def _deck(deck: DeckReport, name: str) -> DeckView:
    summary = deck.summary
    facts = [] if summary is None else summary_facts(summary)
    if deck.versions > 1:
        facts.append(("Versions of the deck", str(deck.versions)))
    return DeckView(
        id=name,
        title=deck.title,
        hidden=deck.hidden,
        facts=facts,
        distribution=summary_chart(summary, f"{name}-mastery", f"Mastery of {deck.title}, in percent"),
        tenths=tenths_table(summary, f"{name}-tenths", f"Learners by mastery of {deck.title}"),
        groups=groups_table(deck.groups, f"{name}-groups", f"Groups in {deck.title}, by mastery"),
        chart=_chart(deck, name),
        questions=_questions(deck, name) if deck.questions else None,
    )


def _chart(deck: DeckReport, name: str) -> Dots | None:
    points = []
    for place, each in enumerate(deck.questions, start=1):
        tried, gap = each.first_try.value, each.gap
        if gap is not None and tried is not None and each.predictions >= LEAST_PREDICTIONS:
            told = f"{place}. {each.label}: first tries {share_text(tried)}, gap {_gap(gap)}"
            points.append(Point(tried, gap, str(place), told, False, ""))
    if not points:
        return None
    reach = max(0.1, *(abs(point.y) for point in points))
    return scatter(
        f"{name}-calibration",
        f"Calibration of {deck.title}: observed minus predicted recall",
        "Each mark is a card with its number in the table below. Below the line in the middle it was "
        f"recalled less often than predicted. From {LEAST_PREDICTIONS} predictions on.",
        points,
        Axis("First-try success", 0, 1, [(t / 100, f"{t}%") for t in (0, 25, 50, 75, 100)]),
        Axis("Observed − predicted, points", -reach, reach, [(y, _points(y)) for y in (-reach, 0, reach)], 0),
    )


def _gap(value: float) -> str:
    return f"{_points(value)} points"


def _points(value: float) -> str:
    return figure_text(100 * value, 0)


def _questions(deck: DeckReport, name: str) -> Table:
    heads = ("No.", "Answered by", "First tries", "Lapses", "Observed − predicted", "Mastery", "Median s")
    return Table(
        id=f"{name}-cards",
        caption=f"Cards of {deck.title}",
        columns=(Column("Card"), *(Column(head, True) for head in heads)),
        rows=tuple(_row(place, each) for place, each in enumerate(deck.questions, start=1)),
    )


def _row(place: int, each: StudiedQuestion) -> tuple[Cell, ...]:
    tries = each.first_try
    return (
        Cell(each.label, each.label.casefold(), more=each.part, foreign=True),
        count(place),
        tally(f"{each.started} of {each.learners}", each.started),
        undefined() if tries.value is None else share(tries.value, more=f"n {tries.n}"),
        count(each.lapses),
        undefined() if each.gap is None else tally(_gap(each.gap), each.gap, f"n {each.predictions}"),
        share(each.mastery),
        figure(each.seconds, 0),
    )


def topics_table(report: ClassReport) -> Table | None:
    """One row a topic, with its coverage; None without topics."""
    if not report.topics:
        return None
    heads = (
        "Mean score",
        "Mean mastery",
        "Weak learners",
        "Exam questions",
        "Share of points",
        "Cards",
        "Cards started",
    )
    return Table(
        id="topics-table",
        caption="Topics",
        columns=(Column("Topic"), Column("Kind"), *(Column(head, True) for head in heads)),
        rows=tuple(_topic_row(report, each) for each in report.topics),
    )


def _topic_row(report: ClassReport, each: TopicReport) -> tuple[Cell, ...]:
    head = (words(topic_name(report, each.topic)), words(each.topic.kind))
    if each.hidden:
        return (*head, *[undefined(f"hidden: fewer than {SMALLEST} learners")] * 7)
    return (
        *head,
        share(each.score, more=f"n {each.examined}") if each.examined else undefined(),
        share(each.mastery, more=f"n {each.mastered}") if each.mastered else undefined(),
        count(each.below),
        count(each.questions),
        share(each.points / each.all_points if each.all_points else None),
        count(each.cards),
        share(each.started),
    )
