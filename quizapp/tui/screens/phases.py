"""What each phase of a step allows and shows: plain functions of the step."""

from __future__ import annotations

from typing import assert_never

from quizapp.core.answer import Rating
from quizapp.core.question import Flashcard
from quizapp.core.step import Asking, Finished, Judged, RatingChoice, Revealed, Step

PHASED = frozenset({"proceed", "hint", "give_up", "letters", "rate", "override"})


def allowed(step: Step | None, action: str, parameters: tuple[object, ...], *, typing: bool) -> bool:
    """Whether an action of the study screen makes sense now; actions of no phase always do."""
    if action not in PHASED:
        return True
    match step:
        case Asking(card=card, hints_left=left):
            if action == "hint":
                return left > 0
            if action == "letters":
                return typing
            return action == "proceed" or (action == "give_up" and not isinstance(card.question, Flashcard))
        case Revealed(choices=choices):
            return action == "proceed" or (action == "rate" and _offered(choices, parameters))
        case Judged(choices=choices, can_override=can_override):
            if action == "override":
                return can_override
            return action == "proceed" or (action == "rate" and _offered(choices, parameters))
        case Finished() | None:
            return False
        case _:
            assert_never(step)


def asking_of(step: Step | None) -> Asking | None:
    """The question that a step is about."""
    match step:
        case Asking():
            return step
        case Revealed(asking=asking) | Judged(asking=asking):
            return asking
        case Finished() | None:
            return None
        case _:
            assert_never(step)


def same_question(before: Asking, after: Asking) -> bool:
    """Whether the view of `before` still serves, with what was typed into it."""
    return before.card == after.card and before.shown == after.shown


def reply(step: Revealed | Judged) -> tuple[tuple[str, ...], tuple[RatingChoice, ...], Rating | None]:
    """Notices, the ratings on offer, and the one that stands."""
    match step:
        case Revealed(asking=asking, choices=choices):
            return asking.notices, choices, None
        case Judged(notices=notices, choices=choices, rating=rating):
            return notices, choices, rating
        case _:
            assert_never(step)


def _offered(choices: tuple[RatingChoice, ...], parameters: tuple[object, ...]) -> bool:
    return any(int(choice.rating) in parameters for choice in choices)
