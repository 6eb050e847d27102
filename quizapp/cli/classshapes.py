"""A class report as JSON for programs: numbers as numbers, null for what is not defined."""

from __future__ import annotations

from quizapp.cli.classcells import day
from quizapp.cli.classtext import definitions
from quizapp.cli.itemshapes import exam_analysis, item_analysis
from quizapp.core.classfinding import ClassFinding
from quizapp.core.classroom import (
    AskedQuestion,
    ClassLearner,
    ClassReport,
    DeckReport,
    ExamReport,
    GroupSummary,
    LearnerPage,
    StudiedQuestion,
    Summary,
    TopicReport,
    score_of,
)
from quizapp.core.handin import Attempt
from quizapp.core.itemanalysis import ItemFigures

Shape = dict[str, object]


def class_shape(report: ClassReport) -> Shape:
    """Everything but single answers, which `--csv` has."""
    return {
        "made_at": report.made_at.isoformat(),
        "anonymous": report.anonymous,
        "roster": report.roster,
        "files": report.files,
        "findings": [_finding(each) for each in report.findings],
        "learners": [_learner(report, place) for place in range(len(report.learners))],
        "exams": [_exam(each) for each in report.exams],
        "decks": [_deck(each) for each in report.decks],
        "topics": [_topic(report, each) for each in report.topics],
        "definitions": list(definitions(report)),
    }


def learner_shape(report: ClassReport, place: int) -> Shape:
    """One learner's page, with the wrong answers."""
    page = report.pages[place]
    return {
        **_learner(report, place),
        "wrong": [
            {
                "deck": each.exam,
                "question": each.item.question,
                "label": each.item.label,
                "given": each.item.given if each.item.answer is not None else None,
                "expected": each.item.expected,
                "score": each.item.score,
            }
            for each in page.wrong
        ],
        "definitions": list(definitions(report)),
    }


def _finding(each: ClassFinding) -> Shape:
    return {
        "about": each.about,
        "message": each.message,
        "fix": each.fix,
        "file": each.file or None,
        "learner": each.learner or None,
    }


def _learner(report: ClassReport, place: int) -> Shape:
    learner, page = report.learners[place], report.pages[place]
    return {
        "name": learner.name,
        "id": learner.id or None,
        "group": learner.group or None,
        "in_roster": learner.in_roster,
        "handed_in": learner.handed_in,
        "files": list(learner.files),
        "last_seen": None if learner.last_day is None else day(learner.last_day),
        "exam_minutes": learner.exam_minutes,
        "study_minutes": learner.study_minutes,
        "at_risk": list(learner.risks),
        "attempts": [_attempt(each) for each in page.attempts],
        "decks": _studied(report, learner),
        "weak": [{"deck": each.deck, "topic": each.name} for each in page.weak],
        "struggling": _struggling(page),
    }


def _attempt(each: Attempt) -> Shape:
    return {
        "deck": each.deck,
        "number": each.number,
        "ended_at": each.ended_at.isoformat(),
        "score": score_of(each),
        "points": each.points,
        "maximum": each.maximum,
        "overtime": each.overtime,
    }


def _studied(report: ClassReport, learner: ClassLearner) -> list[Shape]:
    return [
        {
            "deck": deck.deck,
            "mastery": each.mastery,
            "cards": each.cards,
            "started": each.started,
            "first_tries": each.first_try.n,
            "first_right": each.first_try.passed,
            "lapses": each.lapses,
            "gap": each.gap,
            "predictions": each.predictions,
            "minutes": each.minutes,
            "days": each.days,
        }
        for deck, each in zip(report.decks, learner.decks, strict=True)
        if each is not None
    ]


def _struggling(page: LearnerPage) -> list[Shape]:
    return [
        {"deck": deck, "label": label, "first_tries": share.n, "first_right": share.passed}
        for deck, label, share in page.struggling
    ]


def _summary(each: Summary | None) -> Shape | None:
    if each is None:
        return None
    return {
        "n": each.n,
        "mean": each.mean,
        "median": each.median,
        "sd": each.deviation,
        "least": each.low,
        "lower_quartile": each.lower_quartile,
        "upper_quartile": each.upper_quartile,
        "most": each.high,
        "tenths": list(each.bins),
    }


def _groups(groups: tuple[GroupSummary, ...]) -> list[Shape]:
    return [{"group": each.group, **(_summary(each.summary) or {})} for each in groups]


def _exam(each: ExamReport) -> Shape:
    figures = {} if each.analysis is None else {item.item.id: item for item in each.analysis.items}
    exam = None if each.analysis is None else each.analysis.exam
    return {
        "deck": each.deck,
        "title": each.title,
        "hidden": each.hidden,
        "learners": len(each.learners),
        "papers": each.papers,
        "summary": _summary(each.summary),
        "groups": _groups(each.groups),
        "passed": each.passed,
        "judged": each.judged,
        "alpha": None if exam is None else exam.alpha,
        "sem": None if exam is None else exam.sem,
        "compared": None if exam is None else exam.n,
        "analysis": None if exam is None else exam_analysis(exam),
        "questions": [_asked(question, figures.get(str(question.question))) for question in each.questions],
    }


def _asked(each: AskedQuestion, item: ItemFigures | None) -> Shape:
    return {
        "question": each.question,
        "label": each.label,
        "type": each.type,
        "points": each.points,
        "asked": each.asked,
        "reached": each.reached,
        "answered": each.answered,
        "right": each.right,
        "score": each.score,
        "discrimination": None if item is None else item.discrimination,
        "corrected": None if item is None else item.corrected,
        "alpha_without": None if item is None else item.alpha_without,
        "analysis": None if item is None else item_analysis(item),
        "median_seconds": each.seconds,
        "wrong": [{"given": text, "n": times} for text, times in each.wrong],
        "versions": each.versions,
        "topics": [topic.name for topic in each.topics],
    }


def _deck(each: DeckReport) -> Shape:
    return {
        "deck": each.deck,
        "title": each.title,
        "hidden": each.hidden,
        "learners": len(each.learners),
        "versions": each.versions,
        "summary": _summary(each.summary),
        "groups": _groups(each.groups),
        "cards": [_card(card) for card in each.questions],
    }


def _card(each: StudiedQuestion) -> Shape:
    return {
        "question": each.question,
        "part": each.part,
        "label": each.label,
        "learners": each.learners,
        "started": each.started,
        "answers": each.answers,
        "first_tries": each.first_try.n,
        "first_right": each.first_try.passed,
        "lapses": each.lapses,
        "gap": each.gap,
        "predictions": each.predictions,
        "mastery": each.mastery,
        "median_seconds": each.seconds,
        "topics": [topic.name for topic in each.topics],
    }


def _topic(report: ClassReport, each: TopicReport) -> Shape:
    return {
        "deck": each.topic.deck,
        "kind": each.topic.kind,
        "name": each.topic.name,
        "hidden": each.hidden,
        "score": each.score,
        "examined": each.examined,
        "mastery": each.mastery,
        "mastered": each.mastered,
        "weak": each.below,
        "questions": each.questions,
        "points": each.points,
        "all_points": each.all_points,
        "cards": each.cards,
        "started": each.started,
        "learners": [
            {
                "name": learner.name,
                "score": cell.score,
                "mastery": cell.mastery,
                "weak": cell.weak,
            }
            for learner, cell in zip(report.learners, each.cells, strict=True)
            if cell is not None
        ],
    }
