"""One question's history as lines of text."""

from __future__ import annotations

from quizapp.cli.output import say, table
from quizapp.cli.reporttext import room, say_foot
from quizapp.core.mastery import CURVE_MEANS
from quizapp.services.columns import shortened
from quizapp.services.history import CurvePoint, QuestionHistory
from quizapp.services.historywording import ANSWER, answer_rows, curve_rows, standing_text
from quizapp.services.plots import forgetting_chart


def say_history(found: QuestionHistory) -> None:
    """Each card of the question: where it stands, its answers, its forgetting curve."""
    say(found.label)
    for each in found.cards:
        say()
        say(str(each.card))
        say(standing_text(each))
        if each.answers:
            say()
            table(shortened(answer_rows(each.answers), ANSWER, room()))
        if each.curve:
            _say_curve(each.curve)
    say_foot(CURVE_MEANS)


def _say_curve(curve: tuple[CurvePoint, ...]) -> None:
    say()
    for line in forgetting_chart(curve, room()):
        say(line)
    table(curve_rows(curve))
