"""Grading: an answer to a card becomes a grade, and a grade suggests a rating."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import assert_never

from quizapp.core.answer import (
    Answer,
    Filled,
    GaveUp,
    Matched,
    Ordered,
    Picked,
    Rating,
    Said,
    SelfRated,
    Wrote,
)
from quizapp.core.arranging import judge_matching, judge_ordering
from quizapp.core.card import Card
from quizapp.core.choosing import judge_choice, judge_multiple, judge_true_false
from quizapp.core.comparing import LONGEST, rules_for
from quizapp.core.facing import back, blanks, listed, one_line
from quizapp.core.grade import NEARLY, RIGHT, Grade, GradingDefaults, Part, Unclear
from quizapp.core.measuring import judge_date, judge_number
from quizapp.core.question import (
    Accepted,
    Blank,
    Choice,
    Cloze,
    Date,
    Flashcard,
    Matching,
    Multiple,
    Number,
    Ordering,
    TrueFalse,
    Typed,
)
from quizapp.core.typed import TextVerdict, judge_text

NOTHING = Unclear("Nothing was answered yet.")


def grade(card: Card, answer: Answer, defaults: GradingDefaults) -> Grade | Unclear:
    """The judgement of an answer by the rules of docs/grading.md; the same answer is always judged alike.

    Unclear when there is nothing to judge: an empty answer, or a number or date that cannot be read or has
    two meanings. Any text whatever is judged or unclear; ValueError only when the type of the answer is not
    the one that the question takes, which is a mistake of the program.
    """
    if isinstance(answer, GaveUp):
        return _gave_up(card, defaults)
    if _is_empty(card, answer):
        return NOTHING
    return _judged(card, answer, defaults)


def suggest(grade: Grade, hints: int) -> Rating:
    """The rating that a grade stands for after so many hints: Good, Hard or Again, and never Easy."""
    if grade.score >= RIGHT:
        return Rating.HARD if hints > 0 or grade.typo else Rating.GOOD
    return Rating.HARD if grade.score >= NEARLY else Rating.AGAIN


def _judged(card: Card, answer: Answer, defaults: GradingDefaults) -> Grade | Unclear:
    match card.question, answer:
        case Flashcard(), SelfRated(rating):
            return Grade(float(rating is not Rating.AGAIN), "", one_line(back(card)))
        case Choice() as question, Picked(options):
            return judge_choice(question, options)
        case Multiple() as question, Picked(options):
            return judge_multiple(question, options)
        case TrueFalse() as question, Said(value):
            return judge_true_false(question, value)
        case Typed() as question, Wrote(text):
            return _judge_typed(question, text, defaults)
        case Number() as question, Wrote(text):
            return judge_number(question, text)
        case Date() as question, Wrote(text):
            return judge_date(question, text)
        case Cloze() as question, Filled(texts):
            return _judge_cloze(card, question, texts, defaults)
        case Matching() as question, Matched(pairs):
            return judge_matching(question, pairs)
        case Ordering() as question, Ordered(items):
            return judge_ordering(question, items)
        case question, _:
            raise ValueError(f"{type(answer).__name__} is no answer to a {type(question).__name__}")


def _gave_up(card: Card, defaults: GradingDefaults) -> Grade:
    """Score 0, with the parts of an empty answer so that the feedback on each can be read."""
    match card.question:
        case Choice() as question:
            grade = judge_choice(question, ())
        case Multiple() as question:
            grade = judge_multiple(question, ())
        case TrueFalse() as question:
            grade = judge_true_false(question, None)
        case Matching() as question:
            grade = judge_matching(question, ())
        case Ordering() as question:
            grade = judge_ordering(question, ())
        case Cloze() as question:
            grade = _judge_cloze(card, question, (), defaults)
        case Typed(accept=accept):
            grade = Grade(0.0, "", one_line(back(card)), also=_also(accept, accept[0].text))
        case Flashcard() | Number() | Date():
            grade = Grade(0.0, "", one_line(back(card)))
        case other:
            assert_never(other)
    return replace(grade, score=0.0, given="", remark="")


def _is_empty(card: Card, answer: Answer) -> bool:
    """Whether the learner has done nothing yet; an ordering is always something."""
    match answer:
        case Wrote(text):
            return not text.strip()
        case Filled(texts):
            return not any(text.strip() for text in texts)
        case Picked(options):
            question = card.question
            nothing_right = isinstance(question, Multiple) and not any(o.right for o in question.options)
            return not options and not nothing_right
        case Matched(pairs):
            return not any(right for _, right in pairs)
        case SelfRated() | Said() | Ordered() | GaveUp():
            return False
        case other:
            assert_never(other)


def _judge_typed(question: Typed, text: str, defaults: GradingDefaults) -> Grade:
    verdict = judge_text(text, question.accept, question.close, rules_for(question.rule, defaults))
    given, expected = _shown(text), one_line(verdict.expected)
    part = Part("", given, expected, verdict.score >= RIGHT, diff=verdict.diff)
    also = _also(question.accept, verdict.expected)
    return Grade(verdict.score, given, expected, (part,), verdict.typo, verdict.remark, also)


def _judge_cloze(card: Card, question: Cloze, texts: tuple[str, ...], defaults: GradingDefaults) -> Grade:
    """The mean over the blanks that the card asks; a text too few is an empty one."""
    asked, rules = blanks(card), rules_for(question.rule, defaults)
    filled = (*texts, *[""] * len(asked))[: len(asked)]
    verdicts = [
        judge_text(text, [Accepted(answer) for answer in blank.answers], (), rules)
        for blank, text in zip(asked, filled, strict=True)
    ]
    parts = tuple(
        Part(str(place), _shown(text), one_line(v.expected), v.score >= RIGHT, _said(v, asked), v.diff)
        for place, (text, v) in enumerate(zip(filled, verdicts, strict=True), 1)
    )
    score = sum((Fraction(v.score) for v in verdicts), Fraction(0)) / max(1, len(verdicts))
    right = sum(part.right for part in parts)
    return Grade(
        float(score) if verdicts else 1.0,
        listed(part.given or "____" for part in parts),
        listed(blank.answers[0] for blank in asked),
        parts,
        typo=any(v.typo for v in verdicts),
        remark=_cloze_remark([v.remark for v in verdicts], right),
    )


def _said(verdict: TextVerdict, asked: tuple[Blank, ...]) -> str:
    """What decided on one of several gaps; of a single one the grade's own remark tells."""
    return verdict.remark if len(asked) > 1 else ""


def _cloze_remark(remarks: list[str], right: int) -> str:
    if len(remarks) == 1:
        return remarks[0]
    return f"{right} of {len(remarks)} gaps are right." if 0 < right < len(remarks) else ""


def _also(accept: tuple[Accepted, ...], shown: str) -> tuple[str, ...]:
    """Further accepted texts, without the patterns."""
    return tuple(one_line(one.text) for one in accept if not one.regex and one.text != shown)


def _shown(text: str) -> str:
    line = one_line(text[: 4 * LONGEST])
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
