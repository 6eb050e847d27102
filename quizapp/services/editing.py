"""The texts of a question that a teacher edits as one line each: prompt, answers, wrong options."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import assert_never

from quizapp.core import mending, rewording
from quizapp.core.question import Cloze, Question
from quizapp.core.reviewing import Ruling
from quizapp.errors import UsageError
from quizapp.formats.native_cloze import ClozeError, parse_cloze, prompt_of
from quizapp.formats.writing import cloze_text


class Field(StrEnum):
    """What can be edited."""

    PROMPT = "prompt"
    ANSWER = "answer"
    OPTIONS = "options"


def line_of(field: Field, ruling: Ruling) -> str:
    """The text as it is now; a cloze's prompt has its gaps in double braces.

    Options are the question's wrong ones, else those that were derived for it.
    """
    question = ruling.question
    match field:
        case Field.PROMPT:
            return cloze_text(question.segments) if isinstance(question, Cloze) else question.prompt
        case Field.ANSWER:
            return rewording.answer_line(question)
        case Field.OPTIONS:
            return rewording.joined(mending.wrong_options(question) or ruling.options)
        case _:
            assert_never(field)


def edited(field: Field, ruling: Ruling, line: str) -> Question:
    """The question with another text; UsageError says why it cannot be that."""
    match field:
        case Field.PROMPT:
            return _with_prompt(ruling.question, line.strip())
        case Field.ANSWER:
            return rewording.with_answer_line(ruling.question, line)
        case Field.OPTIONS:
            return mending.with_wrong_options(ruling.question, rewording.parted(line))
        case _:
            assert_never(field)


def _with_prompt(question: Question, text: str) -> Question:
    if not text:
        raise UsageError("A question asks something.")
    if not isinstance(question, Cloze):
        return replace(question, prompt=text)
    try:
        segments = parse_cloze(text)
    except ClozeError as error:
        raise UsageError(str(error), error.fix) from error
    return replace(question, segments=segments, prompt=prompt_of(segments))
