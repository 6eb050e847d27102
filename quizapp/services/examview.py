"""From an attempt to the step that a face draws."""

from __future__ import annotations

from quizapp.core.event import Kind
from quizapp.core.examlog import Beginning
from quizapp.core.examstate import ExamState, card_at, shown_at
from quizapp.core.examstep import Cell, ExamAsking
from quizapp.core.memory import Phase
from quizapp.core.step import Asking, Counts, Token, WhyNow
from quizapp.core.wording import card_label


def asking_step(beginning: Beginning, state: ExamState, notices: tuple[str, ...]) -> ExamAsking:
    """The question on the screen and what is known of all others."""
    place = state.current
    done = len(state.items) - len(state.unanswered)
    asking = Asking(
        token=Token(f"{beginning.id} {place}"),
        card=card_at(beginning, place),
        deck_title=beginning.title,
        kind=Kind.EXAM,
        shown=shown_at(beginning, place),
        counts=Counts(done, len(state.items) - done, 0, 0, 0.0),
        why_now=WhyNow(Phase.NEW),
    )
    cells = (
        Cell(card_label(card_at(beginning, each)), item.answer is not None, item.flagged, item.reached)
        for each, item in enumerate(state.items)
    )
    return ExamAsking(
        title=beginning.title,
        number=beginning.number,
        place=place,
        asking=asking,
        points=beginning.questions[place].points,
        answer=state.items[place].answer,
        cells=tuple(cells),
        deadline=beginning.deadline,
        notices=notices,
    )
