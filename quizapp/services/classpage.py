"""The class report as one HTML file: opens offline, loads nothing, prints, and reads well aloud."""

from __future__ import annotations

from datetime import date, tzinfo

from quizapp.core import (
    classmeans,
    distractors,
    itemanalysis,
    itemremarks,
    reliability,
    scorematrix,
)
from quizapp.core.classrisk import RISK_MEANS
from quizapp.core.classroom import ClassReport
from quizapp.core.wording import plural
from quizapp.services.classpage_decks import deck_views, topics_table
from quizapp.services.classpage_exams import exam_views
from quizapp.services.classpage_people import grid_table, learner_views, roster_table
from quizapp.services.html import render
from quizapp.services.pagetable import Table, columns, words

Definitions = list[tuple[str, tuple[str, ...]]]


def page(report: ClassReport, zone: tzinfo, *, title: str = "Class report", note: str = "") -> str:
    """The file's text. Times are told in `zone`; a `note`, such as that data are simulated, stands on top."""
    exams, decks = exam_views(report), deck_views(report)
    return render(
        "class.html",
        styles=("class.css",),
        scripts=("class.js",),
        title=title,
        note=note,
        report=report,
        made=f"{report.made_at.astimezone(zone):%Y-%m-%d %H:%M}",
        glance=_glance(report),
        findings=_findings(report),
        roster=roster_table(report),
        grid=grid_table(report),
        topics=topics_table(report),
        exams=exams,
        decks=decks,
        learners=learner_views(report, zone),
        definitions=_definitions(report),
    )


def day_text(day: int | None) -> str:
    """A study day as 2026-11-22; "never" of None."""
    return "never" if day is None else date.fromordinal(day).isoformat()


def _glance(report: ClassReport) -> list[tuple[str, str]]:
    handed = sum(bool(each.files) or each.last_day is not None for each in report.learners)
    at_risk = sum(bool(each.risks) for each in report.learners)
    listed = "no roster" if report.roster is None else f"{report.roster} in the roster"
    urgent = sum(
        any(remark.urgent for remark in itemremarks.remarks(item))
        for exam in report.exams
        if exam.analysis is not None
        for item in exam.analysis.items
    )
    found = [
        ("Learners", f"{len(report.learners)} ({listed})"),
        ("Handed in", f"{handed} ({plural(report.files, 'file')})"),
        ("At risk", str(at_risk)),
    ]
    if report.exams:
        found.append(("Questions to check", str(urgent)))
    return found


def _findings(report: ClassReport) -> Table | None:
    if not report.findings:
        return None
    return Table(
        id="findings-table",
        caption="Findings about files and names",
        columns=columns("Finding", "Learner", "What to do"),
        rows=tuple((words(each.message), words(each.learner), words(each.fix)) for each in report.findings),
    )


def _definitions(report: ClassReport) -> Definitions:
    found: Definitions = [
        ("Scores", (classmeans.SCORE_MEANS, classmeans.SUMMARY_MEANS, classmeans.PASS_MEANS)),
        ("Time", (classmeans.MINUTES_MEANS, classmeans.SEEN_MEANS)),
        ("At risk", tuple(RISK_MEANS.values())),
        ("Topics", (classmeans.TOPIC_MEANS, classmeans.COVERAGE_MEANS, classmeans.WEAK_MEANS)),
        ("Wrong answers", (classmeans.WRONG_MEANS,)),
    ]
    if report.exams:
        found += _analysis_definitions()
    if report.decks:
        found.append(("Progress", (classmeans.PROGRESS_MEANS,)))
    if report.anonymous:
        found.append(("Anonymous", (classmeans.HIDDEN_MEANS,)))
    return found


def _analysis_definitions() -> Definitions:
    return [
        ("What item analysis counts", (scorematrix.SCORES_MEAN, itemremarks.BASIS_MEANS)),
        ("Facility", (itemanalysis.FACILITY_MEANS,)),
        ("Best and weakest learners", (scorematrix.GROUPS_MEAN, itemanalysis.DISCRIMINATION_MEANS)),
        ("Correlation", (itemanalysis.CORRECTED_MEANS, itemanalysis.EFFICIENCY_MEANS)),
        ("Weight", (itemanalysis.WEIGHT_MEANS,)),
        (
            "Reliability",
            (
                reliability.ALPHA_MEANS,
                reliability.ALPHA_INTERVAL_MEANS,
                itemanalysis.ALPHA_WITHOUT_MEANS,
                reliability.SEM_MEANS,
                reliability.SPLIT_HALF_MEANS,
            ),
        ),
        ("Shape of the totals", (reliability.SHAPE_MEANS,)),
        ("Options", (distractors.OPTIONS_MEAN, distractors.DISTRACTOR_MEANS)),
    ]
