"""Questions of a class in the terminal: item analysis of exams, and how cards of decks fare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quizapp.cli.classcells import clipped, decimal, head, percent, points, wrapped
from quizapp.cli.output import say, table
from quizapp.cli.reporttext import WIDTH
from quizapp.core import distractors, itemanalysis, itemremarks, reliability, scorematrix
from quizapp.core.classroom import AskedQuestion, DeckReport, ExamReport, StudiedQuestion
from quizapp.core.itemanalysis import ItemAnalysis, ItemFigures
from quizapp.core.itemremarks import Basis, basis, exam_remark, remarks
from quizapp.core.reliability import TestFigures

ANALYSIS_MEANS = (
    scorematrix.SCORES_MEAN,
    scorematrix.GROUPS_MEAN,
    itemremarks.BASIS_MEANS,
    itemanalysis.FACILITY_MEANS,
    itemanalysis.DISCRIMINATION_MEANS,
    itemanalysis.CORRECTED_MEANS,
    distractors.DISTRACTOR_MEANS,
    reliability.ALPHA_MEANS,
    reliability.SEM_MEANS,
)
"""What the figures of item analysis below mean."""

WORST = 20
"""How many cards of a deck are told, those with the lowest first-try success first."""

_LABEL = 25


def say_exam_questions(exam: ExamReport) -> None:
    """A line a question, what there is to say of it, and how far the totals can be trusted."""
    if exam.hidden or not exam.questions:
        return
    head(f"Questions of the exam {exam.title}")
    figures = {} if exam.analysis is None else {each.item.id: each for each in exam.analysis.items}
    counts_only = exam.analysis is None or basis(exam.analysis.exam.n) is Basis.COUNTS
    titles = ("", "question", "reached", "answered", "right", "facility", "D", "r")
    rows = [
        _asked_row(place, each, figures.get(str(each.question)), counts_only)
        for place, each in enumerate(exam.questions, 1)
    ]
    table([titles, *rows])
    _say_urgent(exam, figures)
    for place, each in enumerate(exam.questions, 1):
        _say_remarks(place, each, figures.get(str(each.question)))
    if exam.analysis is not None:
        _say_reliability(exam.analysis)


def _say_urgent(exam: ExamReport, figures: Mapping[str, ItemFigures]) -> None:
    urgent = [
        str(place)
        for place, each in enumerate(exam.questions, 1)
        if (item := figures.get(str(each.question))) and any(remark.urgent for remark in remarks(item))
    ]
    if urgent:
        wrapped(f"Check the key of: {', '.join(urgent)} (marked ! below).")


def _asked_row(place: int, each: AskedQuestion, item: ItemFigures | None, counts_only: bool) -> Sequence[str]:
    counts = (str(each.reached), str(each.answered), str(each.right))
    if counts_only or item is None:
        shown: tuple[str, ...] = ("", "", "")
    else:
        shown = (percent(item.facility), decimal(item.discrimination), decimal(item.corrected))
    return (str(place), clipped(each.label, _LABEL), *counts, *shown)


def _say_remarks(place: int, each: AskedQuestion, item: ItemFigures | None) -> None:
    told = (
        [] if item is None else [f"{'! ' if remark.urgent else ''}{remark.text}" for remark in remarks(item)]
    )
    if each.wrong:
        given = ", ".join(f"“{text}” ({times})" for text, times in each.wrong)
        told.append(f"Wrong answers: {given}.")
    if each.versions > 1:
        told.append(f"Asked in {each.versions} versions.")
    if told:
        say(clipped(f"{place}. {each.label}", WIDTH))
    for line in told:
        wrapped(f"   {line}", "   ")


def _say_reliability(found: ItemAnalysis) -> None:
    exam = found.exam
    say()
    wrapped(exam_remark(exam))
    if basis(exam.n) is not Basis.COUNTS:
        say(f"Alpha {_alpha(exam)}; standard error {decimal(exam.sem)} points; n = {exam.n}.")


def _alpha(exam: TestFigures) -> str:
    if exam.alpha is None:
        return "not defined"
    if exam.alpha_low is None or exam.alpha_high is None:
        return f"{exam.alpha:.2f}"
    return f"{exam.alpha:.2f} ({exam.alpha_low:.2f} to {exam.alpha_high:.2f})"


def say_deck_questions(deck: DeckReport) -> None:
    """The cards with the lowest first-try success; never item analysis."""
    tried = [each for each in deck.questions if each.first_try.n]
    untouched = sum(not each.started for each in deck.questions)
    if deck.hidden or not deck.questions:
        return
    head(f"Cards of the deck {deck.title}")
    if tried:
        ranked = sorted(tried, key=lambda each: (each.first_try.value or 0.0, -each.first_try.n))
        titles = ("card", "learners", "first tries", "right", "lapses", "gap")
        table([titles, *map(_card_row, ranked[:WORST])])
        if len(ranked) > WORST:
            say(f"... and {len(ranked) - WORST} more with a higher first-try success: --csv has all.")
    say(f"{untouched} of {len(deck.questions)} cards were answered by nobody.")


def _card_row(each: StudiedQuestion) -> Sequence[str]:
    return (
        clipped(each.label, _LABEL + 11),
        str(each.started),
        str(each.first_try.n),
        percent(each.first_try.value),
        str(each.lapses),
        points(each.gap),
    )
