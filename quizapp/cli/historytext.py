"""One question's history as lines of text."""

from __future__ import annotations

from datetime import date

from quizapp.cli.output import say, table
from quizapp.cli.reporttext import WIDTH, say_foot
from quizapp.core.event import Kind
from quizapp.core.figurewording import NOT_DEFINED, answer_text
from quizapp.core.mastery import CURVE_MEANS
from quizapp.core.memory import Phase
from quizapp.core.records import Standing
from quizapp.core.wording import RATING_NAMES, plural
from quizapp.services.history import CardHistory, CurvePoint, QuestionHistory
from quizapp.services.plots import forgetting_chart

_NUMBERS = 8


def say_history(found: QuestionHistory) -> None:
    """Each card of the question: where it stands, its answers, its forgetting curve."""
    say(found.label)
    for each in found.cards:
        say()
        say(str(each.card))
        say(_standing(each))
        if each.answers:
            say()
            head = ("day", "as", "answer", "score", "rating", "seconds", "predicted")
            table([head, *map(_row, each.answers)])
        if each.curve:
            _say_curve(each.curve)
    say_foot(CURVE_MEANS)


def _say_curve(curve: tuple[CurvePoint, ...]) -> None:
    say()
    for line in forgetting_chart(curve, WIDTH):
        say(line)
    some = curve[:: max(1, len(curve) // _NUMBERS)]
    table(
        [("day", *(str(each.days) for each in some)), ("recall", *(f"{each.recall:.0%}" for each in some))]
    )


def _standing(each: CardHistory) -> str:
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


def _row(standing: Standing) -> tuple[str, ...]:
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
