"""What the figures of a file that was handed in may be: anything else was not written by quizapp."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from quizapp.core.handin import Attempt, CardProgress, DeckProgress, HandIn, ItemAnswer

LONGEST_NAME = 200
"""Characters of a learner's name."""

MOST = 1_000_000
"""Points of a question, minutes, answers and times of anything else: no more than this."""

HAIR = 1e-9
"""Sums of shares may miss 1 by their last bits."""

LONGEST_SECONDS = 3660 * 86_400.0

MOST_ATTEMPTS = 1000
MOST_DECKS = 200
MOST_ITEMS = 2000
"""Questions on a paper."""

MOST_NAMES = 100
"""Objectives, tags or options of a question."""

LAST_DAY = date.max.toordinal()

Checked = tuple[str, float | None, float, float]
"""Where, what, the least and the most that it may be."""


def out_of_bounds(hand_in: HandIn) -> str | None:
    """The first figure that cannot be, in words; None when all can be."""
    if len(hand_in.name) > LONGEST_NAME:
        return f"`name` is longer than {LONGEST_NAME} characters"
    for place, held, least, most in _impossible(hand_in):
        return f"`{place}` is {held:g}, not between {least:g} and {most:g}"
    return None


def _impossible(hand_in: HandIn) -> Iterator[Checked]:
    yield from _beyond("", _of_file(hand_in))
    for place, attempt in enumerate(hand_in.attempts):
        yield from _beyond(f"attempts[{place}].", _of_attempt(attempt))
        for number, item in enumerate(attempt.items):
            if not _may_be(item):
                yield from _beyond(f"attempts[{place}].items[{number}].", _of_item(item))
    for place, deck in enumerate(hand_in.decks):
        yield from _beyond(f"decks[{place}].", _of_deck(deck))
        for number, card in enumerate(deck.cards):
            yield from _beyond(f"decks[{place}].cards[{number}].", _of_card(card))


def _beyond(outer: str, figures: Iterable[Checked]) -> Iterator[Checked]:
    for place, held, least, most in figures:
        # Written so that a NaN does not pass either.
        if held is not None and not least - HAIR <= held <= most + HAIR:
            yield f"{outer}{place}", held, least, most


def _of_file(hand_in: HandIn) -> Iterator[Checked]:
    # What a class report takes grows with these, some of it with their square.
    yield "study_day", hand_in.study_day, 1, LAST_DAY
    yield "attempts", len(hand_in.attempts), 0, MOST_ATTEMPTS
    yield "decks", len(hand_in.decks), 0, MOST_DECKS


def _of_attempt(attempt: Attempt) -> Iterator[Checked]:
    yield "items", len(attempt.items), 0, MOST_ITEMS
    yield "number", attempt.number, 1, MOST
    yield "minutes", attempt.minutes, 0, MOST
    yield "resumed", attempt.resumed, 0, MOST
    yield "pass_mark", attempt.pass_mark, 0, 1
    yield "ended_at", (attempt.ended_at - attempt.started_at).total_seconds(), 0, LONGEST_SECONDS


def _may_be(item: ItemAnswer) -> bool:
    # A class hands in very many of these: one look, and names only for what is wrong.
    return (
        0 <= item.points <= MOST
        and (item.score is None or -HAIR <= item.score <= 1 + HAIR)
        and 0 <= item.seconds <= LONGEST_SECONDS
        and 0 <= item.changes <= MOST
        and max(len(item.objectives), len(item.tags), len(item.shown)) <= MOST_NAMES
    )


def _of_item(item: ItemAnswer) -> Iterator[Checked]:
    yield "points", item.points, 0, MOST
    yield "score", item.score, 0, 1
    yield "seconds", item.seconds, 0, LONGEST_SECONDS
    yield "changes", item.changes, 0, MOST
    yield "objectives", len(item.objectives), 0, MOST_NAMES
    yield "tags", len(item.tags), 0, MOST_NAMES
    yield "shown", len(item.shown), 0, MOST_NAMES


def _of_deck(deck: DeckProgress) -> Iterator[Checked]:
    yield "minutes", deck.minutes, 0, MOST
    for day in deck.days:
        yield "days", day, 1, LAST_DAY
    for each in deck.overridden:
        yield "overridden", each.typed, 0, MOST
        yield "overridden", each.insisted, 0, each.typed


def _of_card(card: CardProgress) -> Iterator[Checked]:
    yield "recall", card.recall, 0, 1
    yield "answers", card.answers, 0, MOST
    yield "first_tries", card.first_tries, 0, card.answers
    yield "first_right", card.first_right, 0, card.first_tries
    yield "misses", card.misses, 0, card.answers
    yield "lapses", card.lapses, 0, MOST
    yield "predictions", card.predictions, 0, card.answers
    yield "predicted", card.predicted, 0, card.predictions
    yield "recalled", card.recalled, 0, card.predictions
    yield "median_seconds", card.median_seconds, 0, LONGEST_SECONDS
    yield "last_day", card.last_day, 1, LAST_DAY
    yield "objectives", len(card.objectives), 0, MOST_NAMES
    yield "tags", len(card.tags), 0, MOST_NAMES
