"""Judging what was picked: multiple choice, multiple answers, true or false."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction

from quizapp.core.facing import listed, right_options, said
from quizapp.core.grade import Grade, Part
from quizapp.core.question import Choice, Multiple, Option, TrueFalse

PICKED = "picked"
RIGHT_OPTION = "right"


def judge_choice(question: Choice, picked: tuple[str, ...]) -> Grade:
    """1 when the right option, and it alone, is picked; each part has the author's `why` of its option."""
    right = {option.text for option in right_options(question)} == set(picked)
    return Grade(
        float(right),
        listed(picked),
        listed(option.text for option in right_options(question)),
        _option_parts(question.options, picked),
    )


def judge_multiple(question: Multiple, picked: tuple[str, ...]) -> Grade:
    """(right picks - wrong picks) / right options, at least 0; a pick that is no option is a wrong one."""
    right = {option.text for option in right_options(question)}
    hits = len(right.intersection(picked))
    misses = len(set(picked)) - hits
    score = Fraction(max(0, hits - misses), len(right)) if right else Fraction(not misses)
    return Grade(
        float(score),
        listed(picked),
        listed(option.text for option in right_options(question)),
        _option_parts(question.options, picked),
        remark="" if score == 1 or not picked else _tally(hits, len(right), misses),
    )


def judge_true_false(question: TrueFalse, said_value: bool | None) -> Grade:
    """1 when what was said is so; None (gave up) is 0."""
    given = "" if said_value is None else said(said_value)
    return Grade(float(said_value is question.answer), given, said(question.answer))


def _option_parts(options: tuple[Option, ...], picked: Collection[str]) -> tuple[Part, ...]:
    return tuple(
        Part(
            label=option.text,
            given=PICKED if option.text in picked else "",
            expected=RIGHT_OPTION if option.right else "",
            right=(option.text in picked) == option.right,
            why=option.why,
        )
        for option in options
    )


def _tally(hits: int, right: int, misses: int) -> str:
    wrong = f", and {misses} wrong" if misses else ""
    return f"{hits} of {right} right ones picked{wrong}."
