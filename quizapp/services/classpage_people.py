"""The learners of the class page: the roster, the grid of learners and topics, and each learner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, tzinfo

from quizapp.core.classroom import (
    ClassLearner,
    ClassReport,
    LearnerPage,
    Topic,
    TopicCell,
    TopicKind,
    score_of,
)
from quizapp.services.pagetable import (
    Cell,
    Column,
    Table,
    columns,
    count,
    figure,
    share,
    share_text,
    tally,
    undefined,
    words,
)

MOST_WRONG = 30
"""Wrong answers told of one learner; the CSV of answers has all of them."""

MANY_TOPICS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnerView:
    """One learner."""

    id: str
    name: str
    line: str
    risks: tuple[str, ...]
    attempts: Table | None
    weak: tuple[str, ...]
    wrong: Table | None
    struggling: Table | None


def roster_table(report: ClassReport) -> Table:
    """One row a learner."""
    grouped = any(each.group for each in report.learners)
    named = any(each.id for each in report.learners)
    heads = [Column("Learner")]
    heads += [Column("Id")] * named + [Column("Group")] * grouped
    heads += [Column(head, True) for head in _heads("Score", [each.title for each in report.exams])]
    heads += [Column("Attempts", True)] * bool(report.exams)
    heads += [Column(head, True) for head in _heads("Mastery", [each.title for each in report.decks])]
    heads += [Column("Last seen", True), Column("Exam minutes", True), Column("Study minutes", True)]
    heads.append(Column("At risk"))
    rows = tuple(
        tuple(_roster_row(report, learner, place, named, grouped))
        for place, learner in enumerate(report.learners)
    )
    return Table(id="roster-table", caption="Roster", columns=tuple(heads), rows=rows)


def _heads(what: str, titles: list[str]) -> list[str]:
    return [what] if len(titles) == 1 else [f"{what}: {title}" for title in titles]


def _roster_row(
    report: ClassReport, learner: ClassLearner, place: int, named: bool, grouped: bool
) -> Iterator[Cell]:
    outside = "not in the roster" if learner.in_roster is False else ""
    yield Cell(learner.name, learner.name.casefold(), more=outside, link=learner_place(place))
    if named:
        yield words(learner.id)
    if grouped:
        yield words(learner.group)
    for taken in learner.exams:
        yield undefined("not handed in") if taken is None else share(taken.score)
    if report.exams:
        yield count(learner.attempts)
    for studied in learner.decks:
        yield undefined("not handed in") if studied is None else share(studied.mastery)
    yield undefined("never") if learner.last_day is None else _day(learner.last_day)
    yield figure(learner.exam_minutes, 0)
    yield figure(learner.study_minutes, 0)
    risks = ", ".join(learner.risks)
    yield Cell(risks, len(learner.risks), kind="risk" if risks else "")


def learner_place(place: int) -> str:
    """Where the page tells of the learner with that index."""
    return f"learner-{place + 1}"


def _day(day: int) -> Cell:
    return Cell(date.fromordinal(day).isoformat(), day, kind="num whole")


def topic_name(report: ClassReport, topic: Topic) -> str:
    """The topic by name, with its deck where the report has several."""
    title = report.titles.get(topic.deck, topic.deck)
    if topic.kind is TopicKind.DECK or len(report.titles) < 2:
        return topic.name
    return f"{topic.name} ({title})"


def grid_table(report: ClassReport) -> Table | None:
    """Learners down, topics across; None without topics."""
    shown = [topic for topic in report.topics if not topic.hidden][:MANY_TOPICS]
    if not shown:
        return None
    left_out = sum(not topic.hidden for topic in report.topics) - len(shown)
    rows = tuple(
        (
            Cell(learner.name, learner.name.casefold(), link=learner_place(place)),
            *(_topic_cell(topic.cells[place]) for topic in shown),
        )
        for place, learner in enumerate(report.learners)
    )
    return Table(
        id="grid-table",
        caption="Learners and topics",
        columns=(Column("Learner"), *(Column(topic_name(report, each.topic), True) for each in shown)),
        rows=rows,
        grid=True,
        note=f"{left_out} more topics are in the table of topics." if left_out else "",
    )


def _topic_cell(cell: TopicCell | None) -> Cell:
    if cell is None or (cell.score is None and cell.mastery is None):
        return undefined("nothing handed in")
    value = cell.mastery if cell.score is None else cell.score
    assert value is not None
    text = share_text(value)
    first = f"m {text}" if cell.score is None else text
    more = "" if cell.mastery is None or cell.score is None else f"m {share_text(cell.mastery)}"
    return Cell(
        f"▼ {first}" if cell.weak else first,
        value,
        more=more,
        said="weak" if cell.weak else "",
        kind=f"num heat h{min(int(value * 5), 4)}",
    )


def learner_views(report: ClassReport, zone: tzinfo) -> tuple[LearnerView, ...]:
    """One for each learner, in the order of the report."""
    return tuple(_learner(report, report.learners[page.learner], page, zone) for page in report.pages)


def _learner(report: ClassReport, learner: ClassLearner, page: LearnerPage, zone: tzinfo) -> LearnerView:
    name = learner_place(page.learner)
    return LearnerView(
        id=name,
        name=learner.name,
        line=_line(learner),
        risks=tuple(learner.risks),
        attempts=_attempts(report, learner, page, name, zone),
        weak=tuple(topic_name(report, topic) for topic in page.weak),
        wrong=_wrong(report, learner, page, name),
        struggling=_struggling(learner, page, name),
    )


def _line(learner: ClassLearner) -> str:
    scores = [share_text(taken.score) for taken in learner.exams if taken is not None]
    return ", ".join(scores) if scores else "no exam handed in"


def _attempts(
    report: ClassReport, learner: ClassLearner, page: LearnerPage, name: str, zone: tzinfo
) -> Table | None:
    if not page.attempts:
        return None
    return Table(
        id=f"{name}-attempts",
        caption=f"Attempts of {learner.name}",
        columns=columns("Exam", "Attempt", "Date", "Score", "Points", numeric=("Attempt", "Score", "Points")),
        rows=tuple(
            (
                words(report.titles.get(each.deck, each.title)),
                count(each.number),
                words(f"{each.started_at.astimezone(zone):%Y-%m-%d}", kind="whole"),
                share(score_of(each)),
                tally(f"{each.points:.4g} of {each.maximum:g}", each.points),
            )
            for each in page.attempts
        ),
        small=True,
    )


def _wrong(report: ClassReport, learner: ClassLearner, page: LearnerPage, name: str) -> Table | None:
    if not page.wrong:
        return None
    several = len(report.exams) > 1
    left_out = len(page.wrong) - MOST_WRONG
    return Table(
        id=f"{name}-wrong",
        caption=f"Wrong answers of {learner.name}",
        columns=columns(*(["Question", "Exam"] if several else ["Question"]), "Answer", "Right answer"),
        rows=tuple(
            (
                words(each.item.label),
                *((words(report.titles.get(each.exam, each.exam)),) if several else ()),
                words(each.item.given) if each.item.given else Cell("(none)", ""),
                words(each.item.expected),
            )
            for each in page.wrong[:MOST_WRONG]
        ),
        small=True,
        note=f"{left_out} more are in the CSV file of answers." if left_out > 0 else "",
    )


def _struggling(learner: ClassLearner, page: LearnerPage, name: str) -> Table | None:
    if not page.struggling:
        return None
    return Table(
        id=f"{name}-cards",
        caption=f"Cards with the lowest first-try success of {learner.name}",
        columns=columns("Card", "First tries", "n", numeric=("First tries", "n")),
        rows=tuple(
            (words(label), share(tried.value), count(tried.n)) for _deck, label, tried in page.struggling
        ),
        small=True,
    )
