"""From a candidate to a question of the deck format, with its id, its reference and where it came from."""

from __future__ import annotations

from quizapp.articles.candidates import GAP, Candidate, Form
from quizapp.core.dates import Precision, parse_date
from quizapp.core.identity import code
from quizapp.core.question import (
    Accepted,
    Blank,
    Cloze,
    Date,
    Flashcard,
    Question,
    QuestionId,
    Ref,
    Typed,
)

_MOST_TYPED = 3
ORIGIN = "derived"


def question_of(candidate: Candidate) -> Question:
    """The question: a gap, a date, a typed answer of up to three words, else a flashcard."""
    quote = candidate.line.quote
    ref = Ref(section=candidate.line.heading, quote=quote)
    origin = f"{ORIGIN} {candidate.technique}"
    name = derived_id(quote, candidate.technique, candidate.answer)
    if candidate.form is Form.CLOZE:
        blank = Blank(tuple(dict.fromkeys((candidate.answer, *candidate.also))), key=code(candidate.answer))
        before, _, after = candidate.prompt.partition(GAP)
        parts = tuple(part for part in (before, blank, after) if part)
        return Cloze(id=name, prompt=candidate.prompt, segments=parts, ref=ref, origin=origin)
    date = parse_date(candidate.answer) if candidate.form is Form.DATE else None
    if date is not None and date.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR):
        return Date(
            id=name, prompt=candidate.prompt, text=candidate.answer, value=date, ref=ref, origin=origin
        )
    if candidate.form is Form.SHORT and len(candidate.answer.split()) <= _MOST_TYPED:
        accept = tuple(Accepted(text) for text in dict.fromkeys((candidate.answer, *candidate.also)))
        return Typed(id=name, prompt=candidate.prompt, accept=accept, ref=ref, origin=origin)
    return Flashcard(id=name, prompt=candidate.prompt, answer=candidate.answer, ref=ref, origin=origin)


def derived_id(quote: str, technique: str, answer: str) -> QuestionId:
    """The id that a derived question keeps: of its quote, technique and answer."""
    return QuestionId(code(f"{quote}\n{technique}\n{answer}"))
