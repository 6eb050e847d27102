"""Flags: which questions somebody marked while studying, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from quizapp.core.card import CardKey
from quizapp.core.event import Action, ActionKind, EventId, LearnerId
from quizapp.services.moved import relinks_of
from quizapp.store.store import Store


@dataclass(frozen=True, slots=True)
class Flag:
    """A question that was flagged: when (aware UTC), and with which note ("" for none)."""

    card: CardKey
    at: datetime
    note: str


def flags(store: Store, learner: LearnerId) -> tuple[Flag, ...]:
    """The flags that a learner has not taken back, newest first, by the keys that their cards have now."""
    relinks = relinks_of(store, learner)
    found: dict[EventId, Flag] = {}
    taken_back: set[EventId] = set()
    for event in store.actions_of_kind(learner, ActionKind.FLAG):
        match event:
            case Action(kind=ActionKind.FLAG, card=CardKey() as card):
                found[event.id] = Flag(relinks.resolve(card, event), event.at, event.text)
            case Action(kind=ActionKind.VOID, undoes=str(flag)):
                taken_back.add(EventId(flag))
            case Action(kind=ActionKind.RESTORE, undoes=str(flag)):
                taken_back.discard(EventId(flag))
            case _:
                pass
    return tuple(reversed([flag for name, flag in found.items() if name not in taken_back]))
