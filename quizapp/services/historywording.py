"""A question's history as short texts and rows of columns, the same in every face."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from quizapp.core.event import Kind
from quizapp.core.figurewording import NOT_DEFINED, Columns, answer_text
from quizapp.core.memory import Phase
from quizapp.core.records import Standing
from quizapp.core.wording import RATING_NAMES, plural
from quizapp.services.history import CardHistory, CurvePoint

ANSWER = 2
"""Which column of the answers is the answer itself."""

_NUMBERS = 8


def standing_text(each: CardHistory) -> str:
    """How a card stands, in a sentence or two."""
    memory = each.memory
    suspended = " Suspended." if memory.suspended else ""
    if memory.stability is None or memory.difficulty is None:
        return f"New.{suspended}"
    due = ""
    if memory.phase is Phase.REVIEW and memory.due_day is not None:
        due = f" Due {date.fromordinal(memory.due_day)}."
    now = NOT_DEFINED if each.recall_now is None else f"{each.recall_now:.0%}"
    return (
        f"Recall now {now}, stability {memory.stability:.1f} days, difficulty {memory.difficulty:.1f} of 10, "
        f"{plural(memory.lapses, 'lapse')}.{due}{suspended}"
    )


def answer_rows(answers: Sequence[Standing]) -> list[Columns]:
    """A head, then a row an answer."""
    return [("day", "as", "answer", "score", "rating", "seconds", "predicted"), *map(_row, answers)]


def curve_rows(curve: Sequence[CurvePoint]) -> list[Columns]:
    """Days, and below them the recall predicted for each: some of the curve's points as numbers."""
    some = curve[:: max(1, len(curve) // _NUMBERS)]
    return [("day", *(str(each.days) for each in some)), ("recall", *(f"{each.recall:.0%}" for each in some))]


def _row(standing: Standing) -> Columns:
    review = standing.review
    kind = str(review.phase) if review.kind is Kind.SCHEDULED else str(review.kind)
    was = "" if standing.rating is review.rating else f" (was {RATING_NAMES[review.rating]})"
    return (
        str(date.fromordinal(review.study_day)),
        kind if standing.live else "taken back",
        answer_text(review.answer),
        f"{standing.score:.0%}",
        f"{RATING_NAMES[standing.rating]}{was}",
        f"{review.duration_ms / 1000:.0f}",
        NOT_DEFINED if review.predicted is None else f"{review.predicted:.0%}",
    )
