"""Taking back and bringing back: what it touches, and what to say of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import assert_never

from quizapp.core.card import CardKey
from quizapp.core.clock import Moment
from quizapp.core.event import Action, ActionKind, Event, EventId, Review, SessionId
from quizapp.core.moves import with_counterparts
from quizapp.core.replay import newest_to_redo, newest_to_undo
from quizapp.services.desk import Desk
from quizapp.services.sitting import Sitting

REACHES = (100, 1000, 10_000, 100_000, 1_000_000)
"""How many rows of the log are looked at, at first and if these do not tell."""


@dataclass(frozen=True, slots=True)
class Target:
    """The review or action to take back or bring back, with the session and card that it belongs to."""

    event: Event
    session: SessionId | None
    card: CardKey | None

    @property
    def is_flag(self) -> bool:
        """Whether it left the cards and the session alone."""
        return isinstance(self.event, Action) and self.event.kind is ActionKind.FLAG

    @property
    def changed(self) -> EventId | None:
        """The review whose verdict it changed, if it gave no answer of its own."""
        return self.event.review if isinstance(self.event, Action) else None

    def asks_again(self, sitting: Sitting) -> bool:
        """Whether taking it back puts its card on the table: an answer, or a card that still has to come."""
        if isinstance(self.event, Review):
            return True
        return self.changed is None and self.card is not None and self.card not in sitting.answered()


def to_undo(desk: Desk) -> Target | None:
    """The learner's newest review or action on this device that stands."""
    found = None
    for events in _windows(desk):
        found = newest_to_undo(events, desk.store.device)
        if found is not None and _told(events, events[events.index(found) :], ActionKind.RESTORE):
            break
    return _target(desk, found)


def to_redo(desk: Desk) -> Target | None:
    """The review or action that was taken back last, if nothing new was done since."""
    found = None
    for events in _windows(desk):
        found = newest_to_redo(events, desk.store.device)
        switches = list(takewhile(_is_switch, reversed(events)))
        if len(switches) < len(events) and _told(events, switches, ActionKind.VOID):
            break
    return _target(desk, found)


def _windows(desk: Desk) -> Iterator[list[Event]]:
    """The last rows of the log, and then more of them, for those who need more."""
    for reach in REACHES:
        events = desk.store.recent_events(desk.learner.id, desk.store.device, reach)
        yield events
        if len(events) < reach:
            return


def _is_switch(event: Event) -> bool:
    return isinstance(event, Action) and event.kind in (ActionKind.VOID, ActionKind.RESTORE)


def _told(events: list[Event], last: list[Event], kind: ActionKind) -> bool:
    """Whether all that the last of the events took back (or brought back) is among the events."""
    there = {event.id for event in events}
    return all(e.undoes in there for e in last if isinstance(e, Action) and e.kind is kind)


def toggle(desk: Desk, target: Target, kind: ActionKind, now: Moment) -> tuple[Action, tuple[CardKey, ...]]:
    """The VOID or RESTORE action, and the cards whose memory it changes."""
    action = replace(desk.action(kind, now, target.session), undoes=target.event.id)
    return action, tuple(_cards(desk, target))


def worded(event: Event) -> str:
    """What was taken back, as the end of a sentence."""
    if isinstance(event, Review):
        return "the answer to this card"
    match event.kind:
        case ActionKind.RERATE:
            return "the change of rating"
        case ActionKind.OVERRIDE:
            return "“I was right”"
        case ActionKind.SUSPEND:
            return "suspending this card"
        case ActionKind.UNSUSPEND:
            return "unsuspending this card"
        case ActionKind.BURY:
            return "putting this card off until tomorrow"
        case ActionKind.FLAG:
            return "the flag on this card"
        case ActionKind.RELINK:
            return "moving progress to edited questions"
        case ActionKind.RESET:
            return "forgetting this card"
        case ActionKind.FIT:
            return "fitting the schedule to your log"
        case ActionKind.REGRADE | ActionKind.VOID | ActionKind.RESTORE:
            return f"the last action ({event.kind})"
        case _:
            assert_never(event.kind)


def _target(desk: Desk, event: Event | None) -> Target | None:
    if event is None:
        return None
    if isinstance(event, Review):
        return Target(event, event.session, event.card)
    review = desk.store.review(event.review) if event.review else None
    return Target(event, event.session, review.card if review else event.card)


def _cards(desk: Desk, target: Target) -> Iterable[CardKey]:
    if isinstance(target.event, Action) and target.event.kind is ActionKind.FIT:
        return desk.store.studied_cards(desk.learner.id)
    if isinstance(target.event, Action) and target.event.moves:
        keys = [key for move in target.event.moves for key in (move.old, move.new)]
        return with_counterparts(desk.store.cards_of_questions(desk.learner.id, keys), target.event.moves)
    return [target.card] if target.card is not None else []
