"""What the progress file knows of one learner and one deck, card by card, in one state of the file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from quizapp.core.card import CardKey
from quizapp.core.event import LearnerId
from quizapp.core.memory import Phase
from quizapp.core.question import DeckId
from quizapp.core.weakness import CardFigures
from quizapp.store import codec
from quizapp.store.figures import CARD_FIGURES, Curve
from quizapp.store.store import Store


@dataclass(frozen=True, slots=True)
class CardStanding:
    """A card of a deck file: its memory in short, and its figures (None without live answers).

    `recall` (0..1) is predicted for the day asked, None while new.
    """

    card: CardKey
    phase: Phase
    recall: float | None
    lapses: int
    last_day: int | None
    figures: CardFigures | None


@dataclass(frozen=True, slots=True)
class DeckTime:
    """Active `minutes` on a deck, the study `days` with an answer, and when the last was (aware UTC)."""

    minutes: float
    days: tuple[int, ...]
    last_at: datetime | None


def card_standings(
    store: Store, learner: LearnerId, deck: DeckId, day: int, curve: Curve
) -> tuple[CardStanding, ...]:
    """Every card of the deck as it is now, in the deck's order, suspended ones too."""
    rows = store.connection.rows(
        f"SELECT m.card, m.phase, m.stability, m.last_day, m.lapses, {CARD_FIGURES} FROM memory AS m "
        "LEFT JOIN card_figure AS f ON f.learner = m.learner AND f.card = m.card "
        "WHERE m.learner = ? AND m.deck = ? AND m.live = 1 ORDER BY m.position, m.card",
        (learner, deck),
    )
    return tuple(
        CardStanding(
            card=CardKey.parse(card),
            phase=Phase(phase),
            recall=None if stability is None else curve(stability, max(0, day - (last_day or day))),
            lapses=lapses,
            last_day=last_day,
            figures=None if figures[0] is None else CardFigures(*figures),
        )
        for card, phase, stability, last_day, lapses, *figures in rows
    )


def deck_time(store: Store, learner: LearnerId, deck: DeckId) -> DeckTime:
    """Over the answers to the deck that were not taken back, of whatever kind."""
    rows = store.connection.rows(
        "SELECT study_day, duration_ms FROM day_count WHERE learner = ? AND deck = ? AND answers > 0 "
        "ORDER BY study_day",
        (learner, deck),
    )
    if not rows:
        return DeckTime(0.0, (), None)
    days = tuple(day for day, _ in rows)
    newest = store.connection.one(
        "SELECT max(r.at_ms) FROM review AS r LEFT JOIN standing AS s ON s.review = r.id "
        "WHERE r.learner = ? AND r.study_day = ? AND r.deck = ? AND ifnull(s.live, 1) = 1",
        (learner, days[-1], deck),
    )
    at = None if newest is None or newest[0] is None else codec.from_ms(newest[0])
    return DeckTime(sum(spent for _, spent in rows) / 60_000, days, at)
