"""What was answered to the cards of a deck: each answer as it stands, under the card as which it counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.core.card import Card, CardKey
from quizapp.core.event import Action, ActionKind, LearnerId
from quizapp.core.grade import GradingDefaults
from quizapp.core.handin import Overridden
from quizapp.core.overridden import Claim, overridden
from quizapp.core.question import DeckId
from quizapp.core.records import Standing
from quizapp.core.replay import changes_of, heirs, resolved, standings
from quizapp.library import Library
from quizapp.store.store import Store


@dataclass(frozen=True, slots=True)
class Told:
    """A live answer; `card` as the deck has it now, `changes` what was done to its verdict and stands."""

    card: Card
    standing: Standing
    changes: frozenset[ActionKind]


def cards_in(store: Store, deck: DeckId) -> tuple[CardKey, ...]:
    """The cards of a deck as it is now, in order."""
    return tuple(CardKey(deck, row.question, part) for row in store.questions(deck) for part in row.parts)


def answers_to(
    store: Store, library: Library, learner: LearnerId, cards: Iterable[CardKey]
) -> tuple[Told, ...]:
    """All live answers of a learner that count for these cards, in the order of the log."""
    wanted = {key: card for key in cards if (card := library.card(key)) is not None}
    events = store.events_of(learner, wanted)
    keys, changes = resolved(events), changes_of(events)
    return tuple(
        Told(wanted[keys[name]], standing, changes.get(name, frozenset()))
        for name, standing in standings(events).items()
        if standing.live and keys[name] in wanted
    )


def overridden_texts(
    store: Store, library: Library, learner: LearnerId, deck: DeckId, defaults: GradingDefaults
) -> tuple[Overridden, ...]:
    """The typed texts of a learner in a deck that were judged wrong and overridden, as core/overridden.py
    counts them; the most insisted first."""
    found = answers_to(store, library, learner, _overridden_cards(store, learner, deck))
    return overridden(
        (
            Claim(
                told.card,
                told.standing.review.answer,
                told.standing.review.score,
                ActionKind.OVERRIDE in told.changes,
            )
            for told in found
        ),
        defaults,
    )


def _overridden_cards(store: Store, learner: LearnerId, deck: DeckId) -> set[CardKey]:
    """The cards of a deck of which an answer was ever overridden, by the keys that they have now."""
    actions = store.actions_of_kind(learner, ActionKind.OVERRIDE)
    names = {action.review for action in actions if isinstance(action, Action) and action.review}
    touched = {review.card for name in names if (review := store.review(name)) is not None}
    further = set(touched)
    while further:
        further = set(heirs(store.events_of(learner, further), further)) - touched
        touched |= further
    return {card for card in touched if card.deck == deck}
