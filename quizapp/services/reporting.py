"""The learner's report: figures of one moment, by the definitions in the core."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.core.calibration import Calibration, calibration
from quizapp.core.card import CardKey
from quizapp.core.mastery import Objective, Stock
from quizapp.core.question import Choice, DeckId, Multiple
from quizapp.core.report import ForecastDay, forecast
from quizapp.core.retention import Period, Retention, retention
from quizapp.core.scheduler import forgetting_curve
from quizapp.core.weakness import WeakCard, Weakness, WrongOption
from quizapp.core.wording import card_label
from quizapp.library import DeckEntry
from quizapp.services.desk import Desk
from quizapp.services.progress import FIRST_DAY
from quizapp.store.figures import Answered, Figures, reading

AHEAD = 90
"""How many study days a forecast reaches."""

LISTED = 10
"""How long a list of weak spots is."""

DRILLED = 20
"""How many weak cards are practised at once."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Answers of one period and the active minutes that they took."""

    period: Period
    answers: int
    minutes: float


@dataclass(frozen=True, slots=True)
class Recalled:
    """True retention and the time spent, by period."""

    retention: tuple[Retention, ...]
    spent: tuple[Spent, ...]


@dataclass(frozen=True, slots=True)
class Mastery:
    """Stocks by deck in the order of the decks, by tag and by objective in order of their names."""

    decks: tuple[tuple[DeckEntry, Stock], ...]
    tags: Mapping[str, Stock]
    objectives: Mapping[Objective, Stock]

    @property
    def all(self) -> Stock:
        return sum((stock for _, stock in self.decks), Stock())


@dataclass(frozen=True, slots=True)
class Weak:
    """The lists of weak spots, the weakest first; `labels` are the cards' prompts on one line."""

    cards: Mapping[Weakness, tuple[WeakCard, ...]]
    options: tuple[WrongOption, ...]
    labels: Mapping[CardKey, str]


@dataclass(frozen=True, slots=True)
class LearnerReport:
    """All sections, of one moment."""

    recalled: Recalled
    calibration: Calibration
    mastery: Mastery
    coming: tuple[ForecastDay, ...]
    weak: Weak


def learner_report(desk: Desk, decks: Sequence[DeckId] = ()) -> LearnerReport:
    """All sections in one read transaction, over all decks or some."""
    with reading(desk.store, desk.learner.id):
        return LearnerReport(
            recalled(desk, decks),
            calibrated(desk, decks),
            mastery(desk, decks),
            coming(desk, decks=decks),
            weak_spots(desk, decks),
        )


def recalled(desk: Desk, decks: Sequence[DeckId] = ()) -> Recalled:
    """True retention and the time spent, over all decks or some."""
    today = desk.moment().day
    with reading(desk.store, desk.learner.id) as figures:
        found = retention(figures.recall_days(decks), today)
        days = figures.spent(FIRST_DAY, max(FIRST_DAY, today), decks)
    return Recalled(found, tuple(_spent(days, today, period) for period in Period))


def _spent(days: Mapping[int, Answered], today: int, period: Period) -> Spent:
    held = [counts for day, counts in days.items() if period.holds(day, today)]
    spent = sum(each.duration_ms for each in held)
    return Spent(period, sum(each.answers for each in held), spent / 60_000)


def calibrated(desk: Desk, decks: Sequence[DeckId] = ()) -> Calibration:
    """Predicted against observed recall, over all decks or some."""
    with reading(desk.store, desk.learner.id) as figures:
        return calibration(figures.predictions(decks))


def mastery(desk: Desk, decks: Sequence[DeckId] = ()) -> Mastery:
    """How far the cards of each deck, tag and objective are today; of all decks or some."""
    day = desk.moment().day
    entries = [entry for entry in desk.library.decks() if not decks or entry.id in decks]
    with reading(desk.store, desk.learner.id) as figures:
        # Retention and steps differ by deck; the forgetting curve does not.
        curve = forgetting_curve(desk.config(DeckId("")))
        found = figures.stocks(day, curve, decks)
    held = tuple((entry, found.decks.get(entry.id, Stock())) for entry in entries)
    return Mastery(held, found.tags, found.objectives)


def coming(desk: Desk, days: int = AHEAD, decks: Sequence[DeckId] = ()) -> tuple[ForecastDay, ...]:
    """Cards that come due on each of the next study days; today holds the backlog."""
    today = desk.moment().day
    with reading(desk.store, desk.learner.id) as figures:
        return forecast(figures.due_days(FIRST_DAY, today + days - 1, decks), today, days)


def weak_spots(desk: Desk, decks: Sequence[DeckId] = (), limit: int = LISTED) -> Weak:
    """Every list of weak spots, over all decks or some."""
    with reading(desk.store, desk.learner.id) as figures:
        cards: dict[Weakness, tuple[WeakCard, ...]] = {
            weakness: tuple(figures.weakest(weakness, decks, limit))
            for weakness in Weakness
            if weakness is not Weakness.OPTION
        }
        options = _wrong_options(desk, figures, decks, limit)
        named = [each.card for found in cards.values() for each in found] + [each.card for each in options]
        labels = {key: _label(desk, key) for key in named}
    return Weak(cards, tuple(options), labels)


def drill(weak: Weak, limit: int = DRILLED) -> tuple[CardKey, ...]:
    """The cards to practise: from each list in turn its weakest, none twice, at most `limit`."""
    lists = [[each.card for each in found] for found in weak.cards.values()]
    lists.append([each.card for each in weak.options])
    longest = max(map(len, lists), default=0)
    in_turn = (cards[place] for place in range(longest) for cards in lists if place < len(cards))
    return tuple(dict.fromkeys(in_turn))[:limit]


def _wrong_options(desk: Desk, figures: Figures, decks: Sequence[DeckId], limit: int) -> list[WrongOption]:
    wrong: dict[CardKey, frozenset[str]] = {}

    def is_wrong(key: CardKey, option: str) -> bool:
        if key not in wrong:
            wrong[key] = _wrong_now(desk, key)
        return option in wrong[key]

    return figures.wrong_options(is_wrong, decks, limit)


def _wrong_now(desk: Desk, key: CardKey) -> frozenset[str]:
    """The wrong options of a question as its deck has it now."""
    card = desk.library.card(key)
    match card.question if card is not None else None:
        case Choice(options=options) | Multiple(options=options):
            return frozenset(each.text for each in options if not each.right)
        case _:
            return frozenset()


def _label(desk: Desk, key: CardKey) -> str:
    card = desk.library.card(key)
    return str(key) if card is None else card_label(card)
