"""Wrong options of one kind with the right answer and truly wrong; none where that is not sure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.articles.candidates import GAP, Candidate, Form
from quizapp.articles.dated import YEAR
from quizapp.articles.drafts import Technique
from quizapp.articles.phrasing import plural, words
from quizapp.core.question import Choice, Option, Question, Typed

_LEAST, _MOST = 2, 3
_STEPS = (-3, 2, -5, 4, 1, -2, 5, -4, 3, -1)
_LATEST, _SHARE, _NEAREST, _FARTHEST = 2025, 0.15, 2, 5


def wrong_options(candidate: Candidate, others: Sequence[Candidate]) -> tuple[str, ...]:
    """Up to three wrong options: years near the right one, or the other members of the answer's family."""
    if candidate.form is Form.DATE:
        return _years(candidate)
    if candidate.technique in (Technique.DEFINITION, Technique.TERM_GAP, Technique.CALLED) and candidate.sure:
        return _family(candidate, others)
    return ()


def _years(candidate: Candidate) -> tuple[str, ...]:
    """Years near the right one, the nearer the later it is; the day and month stay.

    All lie between the years that the sentence names before and after it, so that none can be ruled out.
    """
    found = re.search(YEAR, candidate.answer)
    if found is None or not re.fullmatch(
        rf"(?:[A-Z][a-z]+ )?(?:\d+ )?(?:[A-Z][a-z]+ )?(?:\d+, )?{YEAR}", candidate.answer
    ):
        return ()
    year = int(found.group())
    named = [int(each) for each in re.findall(r"\b\d{4}\b", candidate.line.quote)]
    least = max((each for each in named if each < year), default=0)
    most = min((each for each in named if each > year), default=_LATEST + 1)
    reach = max(_NEAREST, min(_FARTHEST, round(_SHARE * (_LATEST - year))))
    steps = [step for step in _STEPS if abs(step) <= reach]
    spread = sum(map(ord, candidate.prompt)) % len(steps)
    near = (year + step for step in (*steps[spread:], *steps[:spread]))
    fresh = [str(each) for each in near if least < each < most]
    return tuple(candidate.answer.replace(found.group(), each) for each in fresh[:_MOST])


def _family(candidate: Candidate, others: Sequence[Candidate]) -> tuple[str, ...]:
    """Terms with the same last word: `short bone` and `flat bone` beside `long bone`."""
    parts = candidate.answer.lower().split()
    if len(parts) < 2:
        return ()
    said = set(words(candidate.line.quote)) | set(words(candidate.prompt.replace(GAP, " ")))
    family = dict.fromkeys(
        other.answer
        for other in others
        if other.sure and other.answer.lower().split()[-1:] == parts[-1:]
        and other.answer.lower() != candidate.answer.lower()
        and len(other.answer.split()) == len(parts) and plural(other.answer) == plural(candidate.answer)
        and not set(words(other.answer)) - {parts[-1]} & said
    )  # fmt: skip
    return tuple(family)[:_MOST] if len(family) >= _LEAST else ()


def as_choice(question: Question, wrong: tuple[str, ...]) -> Question:
    """A typed question as multiple choice, where there are wrong options."""
    if not isinstance(question, Typed) or len(wrong) < _LEAST:
        return question
    right = question.accept[0].text
    options = (Option(right, True), *(Option(text, False) for text in wrong))
    return Choice(
        id=question.id,
        prompt=question.prompt,
        options=options,
        why=question.why,
        ref=question.ref,
        origin=question.origin,
    )
