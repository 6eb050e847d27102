"""Which cards a session is about, which one comes next, and how much is left."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

from quizapp.core.card import CardKey
from quizapp.core.grade import RIGHT
from quizapp.core.memory import NEW, Memory, Phase
from quizapp.core.question import DeckId
from quizapp.core.records import Scheduled
from quizapp.core.step import Counts

LEARN_AHEAD = timedelta(minutes=20)
"""How long before its moment a card in learning may be asked when nothing else is left."""

DEFAULT_PACE_MS = 12_000
"""Taken for an answer as long as the learner's own pace is not known."""

Pace = tuple[float | None, float | None, float | None]
"""Milliseconds of an answer to a new, a learning and a review card; None where unknown."""

_LEARNING = (Phase.LEARNING, Phase.RELEARNING)
_LATEST = datetime.max.replace(tzinfo=UTC)


def plan(
    due: Sequence[Scheduled],
    learning: Sequence[Scheduled],
    fresh: Sequence[Scheduled],
    *,
    new_left: int,
    review_left: int,
    seed: str,
    max_cards: int | None,
    sibling_days: Mapping[str, int],
    day: int,
    recall_of: Callable[[Scheduled], float],
    now: datetime | None = None,
    first_decks: Collection[DeckId] = (),
    most_new: Mapping[DeckId, int] = MappingProxyType({}),
) -> tuple[CardKey, ...]:
    """The cards of a session in order, none twice.

    Cards in learning come first, by their moment; those whose moment is after `now` (if given) come last.
    Between them reviews, the least likely to be recalled first, with new cards in deck order mixed in evenly.
    At most `review_left` reviews, `new_left` new cards and `max_cards` in all. Of a question's cards only one
    comes per study day: a review or new card is left out when a sibling was reviewed on `day`, is in
    learning, or was taken. Reviews of `first_decks` come before others; of the decks in `most_new` there are
    at most so many new cards.
    """
    in_steps = _by_moment(learning)
    taken = {each.card for each in in_steps}
    questions = {each.card.siblings for each in in_steps}
    ordered = sorted(
        due,
        key=lambda each: (each.card.deck not in first_decks, recall_of(each), _mixed(each.card, seed)),
    )

    def apart(
        cards: Iterable[Scheduled], most: int, most_of: Mapping[DeckId, int] = MappingProxyType({})
    ) -> list[CardKey]:
        chosen: list[CardKey] = []
        left = dict(most_of)
        for each in cards:
            if len(chosen) >= most:
                break
            if each.card in taken or each.card.siblings in questions:
                continue
            if each.memory.last_day != day and sibling_days.get(each.card.siblings) == day:
                continue
            if left.get(each.card.deck, 1) <= 0:
                continue
            if each.card.deck in left:
                left[each.card.deck] -= 1
            taken.add(each.card)
            questions.add(each.card.siblings)
            chosen.append(each.card)
        return chosen

    reviews = apart(ordered, review_left)
    new = apart(fresh, new_left, most_new)
    first = [each.card for each in in_steps if now is None or _moment(each.memory) <= now]
    last = [each.card for each in in_steps if now is not None and _moment(each.memory) > now]
    return tuple([*first, *_evenly(reviews, new), *last][:max_cards])


def following(
    planned: Sequence[CardKey],
    done: Mapping[CardKey, Memory],
    skipped: Collection[CardKey],
    now: datetime,
    learn_ahead: timedelta = LEARN_AHEAD,
    *,
    last: CardKey | None = None,
) -> CardKey | None:
    """The card that comes next, None when the session is over.

    `done` are the cards answered in this session with their present memories. First those of them in
    learning whose moment has come, earliest first; then the plan; then those whose moment is at most
    `learn_ahead` away. Suspended and buried ones do not come back.
    Never `last` again while there is another.
    """
    steps = sorted(
        (_moment(memory), card)
        for card, memory in done.items()
        if _comes_back(memory) and card not in skipped
    )

    def candidates() -> Iterator[CardKey]:
        yield from (card for moment, card in steps if moment <= now)
        yield from (card for card in planned if card not in done and card not in skipped)
        yield from (card for moment, card in steps if now < moment <= now + learn_ahead)

    return _not_twice(candidates(), last)


def following_practice(
    planned: Sequence[CardKey], scores: Sequence[tuple[CardKey, float]], skipped: Collection[CardKey]
) -> CardKey | None:
    """The practice card that comes next: the plan, then the missed ones again until each was right.

    `scores` are this session's (card, score) in order. Never the last card again while there is another.
    """
    latest = _latest(scores)

    def candidates() -> Iterator[CardKey]:
        yield from (card for card in planned if card not in latest and card not in skipped)
        yield from (card for card, score in latest.items() if score < RIGHT and card not in skipped)

    return _not_twice(candidates(), scores[-1][0] if scores else None)


def remaining(
    planned: Sequence[CardKey],
    done: Mapping[CardKey, Memory],
    memories: Mapping[CardKey, Memory],
    pace: Pace,
    *,
    now: datetime | None = None,
    learn_ahead: timedelta = LEARN_AHEAD,
) -> Counts:
    """How far a session is: planned cards not yet answered by phase, and answered ones still in learning.

    With `now`, answered cards whose moment is further off than `learn_ahead` are left to another session.
    """
    left = [memories.get(card, NEW) for card in planned if card not in done]
    left += [
        memory
        for memory in done.values()
        if _comes_back(memory) and (now is None or _moment(memory) <= now + learn_ahead)
    ]
    return _counts(len(done), [memory.phase for memory in left if not memory.suspended], pace)


def remaining_practice(
    planned: Sequence[CardKey],
    scores: Sequence[tuple[CardKey, float]],
    memories: Mapping[CardKey, Memory],
    pace: Pace,
) -> Counts:
    """How far a practice session is; cards that will be asked again count as learning."""
    latest = _latest(scores)
    left = [memories.get(card, NEW) for card in planned if card not in latest]
    again = [Phase.LEARNING for score in latest.values() if score < RIGHT]
    return _counts(len(latest), [m.phase for m in left if not m.suspended] + again, pace)


def minutes_for(new: float, learning: float, review: float, pace: Pace) -> float:
    """Minutes that so many cards will take; a new card is answered once as new and once more in learning."""
    each_new, each_learning, each_review = (DEFAULT_PACE_MS if ms is None else ms for ms in pace)
    ms = new * (each_new + each_learning) + learning * each_learning + review * each_review
    return ms / 60_000


def _counts(answered: int, phases: Sequence[Phase], pace: Pace) -> Counts:
    new = phases.count(Phase.NEW)
    review = phases.count(Phase.REVIEW)
    learning = len(phases) - new - review
    return Counts(answered, new, learning, review, minutes_for(new, learning, review, pace))


def _latest(scores: Iterable[tuple[CardKey, float]]) -> dict[CardKey, float]:
    """The last score of each card, the card answered longest ago first."""
    latest: dict[CardKey, float] = {}
    for card, score in scores:
        latest.pop(card, None)
        latest[card] = score
    return latest


def _not_twice(candidates: Iterator[CardKey], last: CardKey | None) -> CardKey | None:
    fallback = None
    for card in candidates:
        if card != last:
            return card
        fallback = card
    return fallback


def _comes_back(memory: Memory) -> bool:
    """Whether an answered card is still in its steps; a burial is news here, since an answer ends it."""
    return memory.phase in _LEARNING and not memory.suspended and memory.buried_on is None


def _moment(memory: Memory) -> datetime:
    return memory.due_at or _LATEST


def _by_moment(cards: Iterable[Scheduled]) -> list[Scheduled]:
    unique = {each.card: each for each in cards}
    return sorted(unique.values(), key=lambda each: (_moment(each.memory), each.card))


def _evenly(reviews: list[CardKey], new: list[CardKey]) -> list[CardKey]:
    """Both lists in their own order, each spread over the whole."""
    placed = [((place + 0.5) / len(reviews), 0, card) for place, card in enumerate(reviews)]
    placed += [((place + 0.5) / len(new), 1, card) for place, card in enumerate(new)]
    return [card for _, _, card in sorted(placed)]


def _mixed(card: CardKey, seed: str) -> bytes:
    return hashlib.sha256(f"{seed}\n{card}".encode("utf-8", "surrogatepass")).digest()
