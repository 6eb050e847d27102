"""A class report as lines of text: what it is about, findings, summaries, roster; within 80 columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizapp.cli.classcells import DASH_MEANS, clipped, day, head, percent, wrapped
from quizapp.cli.classtopictext import say_grid, say_topics
from quizapp.cli.output import say, table
from quizapp.cli.questiontext import ANALYSIS_MEANS, say_deck_questions, say_exam_questions
from quizapp.cli.reporttext import WIDTH, say_foot
from quizapp.core import classmeans
from quizapp.core.classfinding import ClassFinding
from quizapp.core.classrisk import RISK_MEANS
from quizapp.core.classroom import ClassLearner, ClassReport, DeckReport, ExamReport, GroupSummary, Summary
from quizapp.core.wording import plural

ALIKE = 8
"""So many findings of one kind are told one by one."""

_NAME, _GROUP, _COLUMNS, _BAR = 20, 8, 5, 30


def say_class(report: ClassReport) -> None:
    """Everything about the class; one learner's page is in `cli/classlearnertext.py`."""
    _say_head(report)
    say_findings(report.findings)
    for exam in report.exams:
        _say_exam(exam)
    for deck in report.decks:
        _say_deck(deck)
    if report.learners:
        _say_roster(report)
    say_grid(report)
    say_topics(report)
    for exam in report.exams:
        say_exam_questions(exam)
    for deck in report.decks:
        say_deck_questions(deck)
    say_foot(DASH_MEANS, *definitions(report))


def definitions(report: ClassReport) -> tuple[str, ...]:
    """What the figures above mean, as far as there are any."""
    found = [classmeans.SUMMARY_MEANS, classmeans.SEEN_MEANS, classmeans.MINUTES_MEANS]
    if report.exams:
        found += [classmeans.SCORE_MEANS, classmeans.PASS_MEANS]
        found += ANALYSIS_MEANS if any(exam.analysis for exam in report.exams) else ()
    if report.decks:
        found.append(classmeans.PROGRESS_MEANS)
    found += [*RISK_MEANS.values(), classmeans.TOPIC_MEANS, classmeans.WEAK_MEANS, classmeans.COVERAGE_MEANS]
    return (*found, classmeans.HIDDEN_MEANS) if report.anonymous else tuple(found)


def _say_head(report: ClassReport) -> None:
    there = sum(learner.handed_in for learner in report.learners)
    listed = "" if report.roster is None else f", {report.roster} in the roster"
    say(
        f"Class: {plural(len(report.learners), 'learner')}{listed}; {there} handed in "
        f"{plural(report.files, 'file')}."
    )
    if report.anonymous:
        say("Anonymous: names are pseudonyms, and small groups are hidden.")


def say_findings(findings: Sequence[ClassFinding]) -> None:
    """Each in words; of many of one kind only the first, and how many more."""
    if not findings:
        return
    head(f"Findings ({len(findings)})")
    for about in dict.fromkeys(each.about for each in findings):
        alike = [each for each in findings if each.about is about]
        for each in alike[:ALIKE]:
            wrapped(f"- {each.message}", "  ")
        if len(alike) > ALIKE:
            say(f"  ... and {len(alike) - ALIKE} more of this kind ({about}).")
        if alike[0].fix:
            wrapped(f"  {alike[0].fix}", "  ")


def _say_exam(exam: ExamReport) -> None:
    head(f"Exam: {exam.title}")
    if exam.hidden or exam.summary is None:
        say(f"Hidden: fewer than {classmeans.SMALLEST} learners took it.")
        return
    _say_summary("score", exam.summary, exam.groups)
    if exam.judged:
        say(f"Passed: {exam.passed} of {exam.judged}.")
    if exam.papers > 1:
        say(f"{exam.papers} different papers were drawn.")


def _say_deck(deck: DeckReport) -> None:
    head(f"Deck: {deck.title}")
    if deck.hidden or deck.summary is None:
        say(f"Hidden: fewer than {classmeans.SMALLEST} learners handed it in.")
        return
    _say_summary("mastery", deck.summary, deck.groups)
    if deck.versions > 1:
        say(f"{deck.versions} versions of the deck were studied.")


def _say_summary(what: str, all_: Summary, groups: Sequence[GroupSummary]) -> None:
    titles = (what, "n", "mean", "median", "SD", "least", "quartiles", "most")
    rows = [_summary_row("all", all_), *(_summary_row(each.group, each.summary) for each in groups)]
    table([titles, *rows])
    say()
    most = max(all_.bins, default=0)
    for place, count in enumerate(all_.bins):
        bar = "#" * (-(-count * _BAR // most) if most > _BAR else count)
        under = "under" if place < len(all_.bins) - 1 else ""
        say(f"{place * 10:>3} to {under:5} {place * 10 + 10:>3}%  {count:>4} {bar}".rstrip())


def _summary_row(name: str, each: Summary) -> tuple[str, ...]:
    quartiles = f"{percent(each.lower_quartile)} to {percent(each.upper_quartile)}"
    figures = (each.mean, each.median, each.deviation, each.low)
    return (clipped(name, _GROUP + 8), str(each.n), *map(percent, figures), quartiles, percent(each.high))


def _say_roster(report: ClassReport) -> None:
    head("Roster")
    exams = list(enumerate(report.exams))[:_COLUMNS]
    decks = list(enumerate(report.decks))[: _COLUMNS - len(exams)]
    grouped = any(learner.group for learner in report.learners)
    titles = ["name", *(["group"] if grouped else [])]
    titles += [f"E{place + 1}" for place, _ in exams] + [f"D{place + 1}" for place, _ in decks]
    titles += ["att.", "last seen", "min", "risk"]
    rows = [
        [
            clipped(learner.name, _NAME),
            *([clipped(learner.group, _GROUP)] if grouped else []),
            *(percent(taken.score if (taken := learner.exams[place]) else None) for place, _ in exams),
            *(percent(told.mastery if (told := learner.decks[place]) else None) for place, _ in decks),
            str(learner.attempts),
            day(learner.last_day),
            f"{learner.exam_minutes + learner.study_minutes:.0f}",
            "!" * len(learner.risks),
        ]
        for learner in report.learners
    ]
    table([titles, *rows])
    say()
    for place, exam in exams:
        say(clipped(f"E{place + 1}: score in the exam {exam.title}", WIDTH))
    for place, deck in decks:
        say(clipped(f"D{place + 1}: mastery of the deck {deck.title}", WIDTH))
    if len(report.exams) + len(report.decks) > _COLUMNS:
        say("Further exams and decks: --csv or --html, or name some with --exam and --deck.")
    _say_risks(report.learners)


def _say_risks(learners: Iterable[ClassLearner]) -> None:
    at_risk = [learner for learner in learners if learner.risks]
    say()
    if not at_risk:
        say("At risk: nobody, by the rules below.")
        return
    say(f"At risk ({len(at_risk)})")
    table(
        [(clipped(each.name, _NAME), clipped(", ".join(each.risks), WIDTH - _NAME - 2)) for each in at_risk]
    )
