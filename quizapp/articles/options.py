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
_STEPS = (-12, 7, -5, 11, 4, -9)


def wrong_options(candidate: Candidate, others: Sequence[Candidate]) -> tuple[str, ...]:
    """Up to three wrong options: years near the right one, or the other members of the answer's family."""
    if candidate.form is Form.DATE:
        return _years(candidate)
    if candidate.technique in (Technique.DEFINITION, Technique.TERM_GAP, Technique.CALLED) and candidate.sure:
        return _family(candidate, others)
    return ()


def _years(candidate: Candidate) -> tuple[str, ...]:
    """Years on both sides of the right one, none of which the sentence names; the day and month stay."""
    found = re.search(YEAR, candidate.answer)
    if found is None or not re.fullmatch(
        rf"(?:[A-Z][a-z]+ )?(?:\d+ )?(?:[A-Z][a-z]+ )?(?:\d+, )?{YEAR}", candidate.answer
    ):
        return ()
    year = int(found.group())
    spread = sum(map(ord, candidate.prompt)) % len(_STEPS)
    near = [year + step for step in (*_STEPS[spread:], *_STEPS[:spread])]
    fresh = [str(each) for each in near if each <= 2020 and str(each) not in candidate.line.quote]
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
