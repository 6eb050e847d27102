"""Under which key an event counts after questions were relinked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.core.card import CardKey
from quizapp.core.event import Action, DeviceId, Event, EventId, Move
from quizapp.core.question import DeckId, QuestionId


def card_of(question: str, part: str) -> CardKey:
    """The card of a question that is written `deck/question`."""
    deck, _, name = question.partition("/")
    return CardKey(DeckId(deck), QuestionId(name), part)


def with_counterparts(cards: Iterable[CardKey], moves: Iterable[Move]) -> set[CardKey]:
    """The cards, and those that they become, or were, when these moves are made or taken back."""
    found = set(cards)
    parts: dict[str, set[str]] = {}
    for card in found:
        parts.setdefault(card.siblings, set()).add(card.part)
    for move in moves:
        both = parts.get(move.old, set()) | parts.get(move.new, set())
        found |= {card_of(question, part) for question in (move.old, move.new) for part in both}
    return found


@dataclass(frozen=True, slots=True)
class _Step:
    order: tuple[int, EventId]
    place: int
    device: DeviceId
    new: str


class Relinks:
    """The live relinks of a log, in its order.

    An event under an old key counts for the new one when it came before the relink, or when it comes from
    another device, which may not have heard of it yet. What the relinking device itself logs under the old
    key afterwards was asked of a question that has come back, and counts for that.
    """

    def __init__(self, actions: Iterable[Action]) -> None:
        self._steps: dict[str, list[_Step]] = {}
        place = 0
        for action in actions:
            for move in action.moves:
                step = _Step((action.logical_ms, action.id), place, action.device, move.new)
                self._steps.setdefault(move.old, []).append(step)
                place += 1

    def resolve(self, key: CardKey, event: Event) -> CardKey:
        """The key under which the event counts; moves are followed in the order of the log."""
        if key.siblings not in self._steps:
            return key
        order, question, place = (event.logical_ms, event.id), key.siblings, -1
        while step := self._next(question, place, order, event.device):
            question, place = step.new, step.place
        return card_of(question, key.part)

    def successors(self, question: str) -> tuple[str, ...]:
        """The questions to which relinks lead from this one in one step, the newest last."""
        return tuple(step.new for step in self._steps.get(question, ()))

    def _next(self, question: str, place: int, order: tuple[int, EventId], device: DeviceId) -> _Step | None:
        return next(
            (
                step
                for step in self._steps.get(question, ())
                if step.place > place and (order < step.order or device != step.device)
            ),
            None,
        )
