"""Who a question is: its derived id, and the fingerprints of its wording and of its answer."""

from __future__ import annotations

import hashlib
import unicodedata
from base64 import b32encode
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import assert_never

from quizapp.core.dates import HistoricDate, Precision
from quizapp.core.question import (
    Blank,
    Choice,
    Cloze,
    Date,
    Flashcard,
    Matching,
    Multiple,
    Number,
    Ordering,
    Question,
    QuestionId,
    TrueFalse,
    Typed,
)
from quizapp.core.relinking import Appeared, Known, Relinking, match_up

__all__ = [
    "Known",
    "Relinking",
    "answer_fingerprint",
    "answer_text",
    "code",
    "deck_fingerprint",
    "derived_id",
    "known",
    "normalised",
    "relink",
    "wording_fingerprint",
]

_LENGTH = 10
_BETWEEN = "\x1f"  # white space to str.split, so no normalised text contains it
_WITHIN = "\x1e"
_QUOTES = str.maketrans({**dict.fromkeys("‘’‚‛′´`ʼ", "'"), **dict.fromkeys("“”„‟″«»", '"')})
_MONTHS = {
    1: "january",
    2: "february",
    3: "march",
    4: "april",
    5: "may",
    6: "june",
    7: "july",
    8: "august",
    9: "september",
    10: "october",
    11: "november",
    12: "december",
}
_PLAIN_DIGITS = 40


def normalised(text: str) -> str:
    """The text as identity sees it: NFC, case folded, quotes plain, trimmed, white space one space each."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    return " ".join(folded.translate(_QUOTES).split())


def code(text: str) -> str:
    """A short code of the normalised text: 10 characters of a-z and 2-7 (50 bits of its SHA-256)."""
    return _short(normalised(text))


def derived_id(prompt: str) -> QuestionId:
    """The id of a question that has none written: the code of its prompt and of nothing else."""
    return QuestionId(code(prompt))


def wording_fingerprint(question: Question) -> str:
    """A code of what is shown besides the right answer: the prompt, wrong options, left sides, extras.

    The order of wrong options and of left sides does not matter, since both may be shuffled or sorted freely.
    """
    match question:
        case Choice() | Multiple():
            beside = sorted(normalised(o.text) for o in question.options if not o.right)
        case Matching():
            beside = sorted(normalised(p.left) for p in question.pairs)
            beside += ["", *sorted(map(normalised, question.extra))]
        case Flashcard() | TrueFalse() | Typed() | Number() | Date() | Cloze() | Ordering():
            beside = []
        case _:
            assert_never(question)
    return _joined([normalised(question.prompt), *beside])


def answer_fingerprint(question: Question) -> str:
    """A code of the right answer: the same for every type of question that has the same right answer.

    Further accepted spellings, tolerances and credit for close answers take no part: they do not change what
    the learner has to know.
    """
    match question:
        case Multiple() | Matching():
            return _joined(sorted(_answers(question)))
        case Flashcard() | Choice() | TrueFalse() | Typed() | Number() | Date() | Cloze() | Ordering():
            return _joined(_answers(question))
        case _:
            assert_never(question)


def deck_fingerprint(questions: Iterable[Question]) -> str:
    """A code of what questions ask and of their right answers, whatever their order."""
    return _joined(sorted(_joined([q.id, wording_fingerprint(q), answer_fingerprint(q)]) for q in questions))


def answer_text(question: Question) -> str:
    """The right answer in one line, normalised, for finding a question again after an edit."""
    return "; ".join(_answers(question)).replace(_WITHIN, ": ")


def known(question: Question) -> Known:
    """The question as relinking sees it."""
    return Known(
        question.id, normalised(question.prompt), answer_fingerprint(question), answer_text(question)
    )


def relink(old: Sequence[Known], new: Sequence[Question]) -> Relinking:
    """Which of a deck's vanished questions became which of its new ones, by the rules of core/relinking.py.

    Questions whose id stayed belong in neither list.
    """
    tidy = [replace(each, prompt=normalised(each.prompt)) for each in old]
    return match_up(tidy, [Appeared(known(question), question.replaces) for question in new])


def _answers(question: Question) -> list[str]:
    match question:
        case Flashcard(answer=answer):
            return [normalised(answer)]
        case Choice(options=options) | Multiple(options=options):
            return [normalised(o.text) for o in options if o.right]
        case TrueFalse(answer=value):
            return ["true" if value else "false"]
        case Typed(accept=accept):
            return [normalised(a.text) for a in accept[:1]]
        case Number(value=value, unit=unit):
            return [normalised(f"{_plain(value)} {unit}")]
        case Date(value=date):
            return [_written(date)]
        case Cloze(segments=segments):
            return [normalised(s.answers[0]) for s in segments if isinstance(s, Blank)]
        case Matching(pairs=pairs):
            return [normalised(p.left) + _WITHIN + normalised(p.right) for p in pairs]
        case Ordering(items=items):
            return [normalised(item) for item in items]
        case _:
            assert_never(question)


def _plain(value: Decimal) -> str:
    if value.is_finite() and abs(value.adjusted()) <= _PLAIN_DIGITS:
        return format(value.normalize() if value else Decimal(0), "f")
    return str(value)


def _written(date: HistoricDate) -> str:
    year, era = (date.year, "") if date.year > 0 else (1 - date.year, " bc")
    match date.precision:
        case Precision.CENTURY:
            return f"century from {year}{era}"
        case Precision.DECADE:
            return f"{year}s{era}"
        case Precision.DAY | Precision.MONTH | Precision.YEAR:
            month = _MONTHS[date.month] if date.month else ""
            day = str(date.day) if date.day else ""
            return " ".join(filter(None, (day, month, f"{year}{era}")))
        case _:
            assert_never(date.precision)


def _joined(texts: Iterable[str]) -> str:
    return _short(_BETWEEN.join(texts))


def _short(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return b32encode(digest)[:_LENGTH].decode("ascii").lower()
