"""Which view draws which type of question."""

from __future__ import annotations

from typing import assert_never

from quizapp.core.question import (
    Choice,
    Cloze,
    Date,
    Flashcard,
    Matching,
    Multiple,
    Number,
    Ordering,
    TrueFalse,
    Typed,
)
from quizapp.core.step import Asking
from quizapp.tui.views.base import QuestionView
from quizapp.tui.views.cloze import ClozeView
from quizapp.tui.views.flashcard import FlashcardView
from quizapp.tui.views.matching import MatchingView
from quizapp.tui.views.ordering import OrderingView
from quizapp.tui.views.picking import ChoiceView, MultipleView, TrueFalseView
from quizapp.tui.views.writing import WritingView


def view_for(asking: Asking) -> QuestionView:
    """A fresh view of the question that waits."""
    question = asking.card.question
    match question:
        case Flashcard():
            return FlashcardView(asking)
        case Choice():
            return ChoiceView(asking)
        case Multiple():
            return MultipleView(asking)
        case TrueFalse():
            return TrueFalseView(asking)
        case Typed() | Number() | Date():
            return WritingView(asking)
        case Cloze():
            return ClozeView(asking)
        case Matching():
            return MatchingView(asking)
        case Ordering():
            return OrderingView(asking)
        case _:
            assert_never(question)
