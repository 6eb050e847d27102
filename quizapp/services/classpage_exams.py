"""The exams of the class page: results, item analysis, and each question with its options."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.core.classroom import AskedQuestion, ClassReport, ExamReport, GroupSummary, Summary
from quizapp.core.itemanalysis import ItemAnalysis, ItemFigures
from quizapp.core.itemremarks import (
    Basis,
    basis,
    discrimination_label,
    exam_remark,
    facility_label,
    remarks,
)
from quizapp.core.reliability import TestFigures
from quizapp.services.classpage_questions import TOO_FEW, Facts, QuestionView, question_view
from quizapp.services.pagecharts import Axis, Bars, Dots, Point, histogram, scatter
from quizapp.services.pagetable import (
    Cell,
    Column,
    Table,
    columns,
    count,
    figure,
    figure_text,
    share,
    share_text,
    tally,
    undefined,
    words,
)

FACILITY_TICKS = ((0, "0%"), (0.3, "30%"), (0.6, "60%"), (0.9, "90%"))
R_TICKS = ((0, "0"), (0.2, "0.20"), (0.4, "0.40"), (0.6, "0.60"), (0.8, "0.80"))
EDGES = tuple(map(str, range(0, 101, 10)))
TENTHS = tuple(f"{low}–{low + 10}" for low in range(0, 100, 10))


ITEM_COLUMNS = (
    Column("Question"),
    Column("To check"),
    Column("n", True),
    Column("Facility", True),
    Column("In words"),
    Column("Chance", True),
    Column("D", True),
    Column("r", True),
    Column("Tells apart"),
    Column("Efficiency %", True),
    Column("Weight %", True),
    Column("Alpha without", True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamView:
    """One exam; everything but the title is empty where it is hidden."""

    id: str
    title: str
    hidden: bool
    facts: Facts
    distribution: Bars | None
    tenths: Table | None
    groups: Table | None
    remark: str
    reliability: Facts
    chart: Dots | None
    items: Table | None
    questions: tuple[QuestionView, ...]


def exam_views(report: ClassReport) -> tuple[ExamView, ...]:
    """One for each exam of the report."""
    return tuple(_exam(exam, f"exam-{place}") for place, exam in enumerate(report.exams, start=1))


def _exam(exam: ExamReport, name: str) -> ExamView:
    summary, analysis = exam.summary, exam.analysis
    found = {item.item.id: item for item in analysis.items} if analysis else {}
    asked = [(place, question) for place, question in enumerate(exam.questions, start=1)]
    return ExamView(
        id=name,
        title=exam.title,
        hidden=exam.hidden,
        facts=[] if exam.hidden or summary is None else _facts(exam, summary),
        distribution=summary_chart(summary, f"{name}-scores", f"Scores in {exam.title}, in percent"),
        tenths=tenths_table(summary, f"{name}-tenths", f"Learners by score in {exam.title}"),
        groups=groups_table(exam.groups, f"{name}-groups", f"Groups in {exam.title}"),
        remark="" if analysis is None else exam_remark(analysis.exam),
        reliability=[] if analysis is None else _reliability(analysis.exam, len(exam.learners)),
        chart=_chart(exam, analysis, name),
        items=_items(exam, found, name) if asked else None,
        questions=tuple(
            question_view(question, found.get(question.question), f"{name}-q{place}", place)
            for place, question in asked
        ),
    )


def _facts(exam: ExamReport, summary: Summary) -> Facts:
    passed = [("Passed", f"{exam.passed} of {exam.judged}")] if exam.judged else []
    return [*summary_facts(summary), *passed, ("Different papers", str(exam.papers))]


def summary_facts(summary: Summary) -> Facts:
    """The figures of a summary, by name."""
    quartiles = f"{share_text(summary.lower_quartile)} to {share_text(summary.upper_quartile)}"
    return [
        ("Learners", str(summary.n)),
        ("Mean", share_text(summary.mean)),
        ("Median", share_text(summary.median)),
        ("SD", share_text(summary.deviation)),
        ("Middle half", quartiles),
        ("Range", f"{share_text(summary.low)} to {share_text(summary.high)}"),
    ]


def summary_chart(summary: Summary | None, name: str, title: str) -> Bars | None:
    """The distribution as a histogram; None where there is none."""
    if summary is None or not summary.n:
        return None
    return histogram(name, title, EDGES, summary.bins, "learners by tenths of 100%")


def tenths_table(summary: Summary | None, name: str, caption: str) -> Table | None:
    """The numbers of that histogram."""
    if summary is None or not summary.n:
        return None
    return Table(
        id=name,
        caption=caption,
        columns=(Column("Percent"), *(Column(label, True) for label in TENTHS)),
        rows=((words("Learners"), *map(count, summary.bins)),),
        small=True,
    )


def groups_table(groups: tuple[GroupSummary, ...], name: str, caption: str) -> Table | None:
    """The groups of the roster beside each other; None without any."""
    if not groups:
        return None
    return Table(
        id=name,
        caption=caption,
        columns=columns("Group", "n", "Mean", "Median", "SD", numeric=("n", "Mean", "Median", "SD")),
        rows=tuple(
            (
                words(each.group or "(no group)"),
                count(each.summary.n),
                share(each.summary.mean),
                share(each.summary.median),
                share(each.summary.deviation),
            )
            for each in groups
        ),
    )


def _reliability(exam: TestFigures, took: int) -> Facts:
    counts = [("Learners with a full paper", f"{exam.n} of {exam.persons}"), ("Questions", str(exam.k))]
    if took > exam.persons:
        counts.append(("Left out: another version, or no first attempt", str(took - exam.persons)))
    if basis(exam.n) is Basis.COUNTS or exam.incomparable:
        return counts
    name = "KR-20" if exam.dichotomous else "Alpha"
    return [
        *counts,
        (name, figure_text(exam.alpha)),
        ("95% interval", f"{figure_text(exam.alpha_low)} to {figure_text(exam.alpha_high)}"),
        ("Standard error, points", figure_text(exam.sem)),
        ("Error ratio, %", figure_text(exam.error_ratio, 0)),
        ("Split half", figure_text(exam.split_half)),
        ("Spearman-Brown", figure_text(exam.spearman_brown)),
        ("Mean, points", figure_text(exam.mean)),
        ("SD, points", figure_text(exam.deviation)),
        ("Skewness", figure_text(exam.skewness)),
        ("Kurtosis", figure_text(exam.kurtosis)),
    ]


def _chart(exam: ExamReport, analysis: ItemAnalysis | None, name: str) -> Dots | None:
    if analysis is None:
        return None
    places: dict[str, int] = {
        question.question: place for place, question in enumerate(exam.questions, start=1)
    }
    points = [
        Point(
            item.facility,
            item.corrected,
            str(places[item.item.id]),
            f"{places[item.item.id]}. {item.item.label}: facility {share_text(item.facility)}, "
            f"r {figure_text(item.corrected)}",
            any(remark.urgent for remark in remarks(item)),
            f"{name}-q{places[item.item.id]}",
        )
        for item in analysis.items
        if item.facility is not None
        and item.corrected is not None
        and basis(item.compared) is not Basis.COUNTS
        and item.item.id in places
    ]
    if not points:
        return None
    return scatter(
        f"{name}-plot",
        f"How hard and how telling each question of {exam.title} is",
        "Each mark is a question with its number in the table below: to the right easier, further up better "
        "at telling learners apart. A triangle: check the key.",
        points,
        Axis("Facility: hard on the left, easy on the right", 0, 1, FACILITY_TICKS),
        Axis("r, corrected", min(-0.2, *(p.y for p in points)), 1, R_TICKS, strong=0),
    )


def _items(exam: ExamReport, found: dict[str, ItemFigures], name: str) -> Table:
    rows = [
        _item_row(place, question, found.get(question.question), f"{name}-q{place}")
        for place, question in enumerate(exam.questions, start=1)
    ]
    return Table(
        id=f"{name}-items",
        caption=f"Questions of {exam.title}",
        columns=ITEM_COLUMNS,
        rows=tuple(rows),
        note="Rough: few learners, under 30. In words: of the facility; tells apart: by r.",
    )


def _item_row(place: int, question: AskedQuestion, item: ItemFigures | None, link: str) -> tuple[Cell, ...]:
    head = Cell(f"{place}. {question.label}", place, link=link)
    if item is None or basis(item.reached) is Basis.COUNTS:
        counted = tally(f"{question.right} of {question.reached}", question.score, "all points")
        return (head, words(""), count(question.reached), counted, *[undefined(TOO_FEW)] * 8)
    rough = "rough" if basis(item.reached) is Basis.ROUGH else ""
    label = facility_label(item.facility)
    return (
        head,
        words(" ".join(remark.text for remark in remarks(item)), kind="wide"),
        count(item.reached, rough),
        share(item.facility),
        Cell(label, item.facility) if label else undefined(),
        share(item.item.guess),
        *_total_cells(item),
    )


def _total_cells(item: ItemFigures) -> tuple[Cell, ...]:
    if basis(item.compared) is Basis.COUNTS:
        return (undefined(TOO_FEW if item.compared else "not defined"),) * 6
    label = discrimination_label(item.corrected)
    return (
        figure(item.discrimination),
        figure(item.corrected),
        Cell(label, item.corrected) if label else undefined(),
        figure(item.efficiency, 0),
        figure(item.weight, 1),
        figure(item.alpha_without),
    )
