"""Is the progress file sound, and do its caches say what the log says? And if not: set them right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice

from quizapp.core.card import CardKey
from quizapp.core.clock import Clock
from quizapp.core.event import LearnerId, Review
from quizapp.core.memory import NEW, Memory
from quizapp.core.records import Standing
from quizapp.core.replay import replay, standings
from quizapp.core.telling import Tell, nobody
from quizapp.errors import StoreDamaged
from quizapp.store import audit, backup, rollups
from quizapp.store.store import Store

_AT_ONCE = 500
_NAMED = 3


class Ailment(StrEnum):
    """What can be wrong with a progress file."""

    FILE = "file"
    REFERENCES = "references"
    CONFIG = "config"
    STANDING = "standing"
    MEMORY = "memory"
    DAY_COUNTS = "day-counts"
    FIGURES = "figures"
    DECK_TABLES = "deck-tables"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong; `repairable` when `repair` sets it right."""

    ailment: Ailment
    message: str
    repairable: bool


@dataclass(slots=True)
class _Found:
    """What is stored otherwise than the log says, for one learner."""

    memories: list[CardKey] = field(default_factory=list)
    standings: list[Standing] = field(default_factory=list)


def examine(store: Store, tell: Tell = nobody) -> tuple[Problem, ...]:
    """Everything that is wrong; () for a sound file. Reads the whole log, changes nothing.

    `tell` hears how many cards of a learner are done, and of how many.
    """
    try:
        faults = audit.faults(store.connection)
    except StoreDamaged as error:
        faults = [str(error)]
    if faults:
        message = f"The progress file is damaged: {'; '.join(faults[:_NAMED])}."
        return (Problem(Ailment.FILE, message, False),)
    references = tuple(_references(store))
    if not all(problem.repairable for problem in references):
        return references
    return (*references, *_deck_tables(store), *_against_log(store, tell), *_counts(store))


def repair(store: Store, clock: Clock, tell: Tell = nobody) -> tuple[Problem, ...]:
    """Write all caches anew from the log, as one transaction, after a backup; what is still wrong then.

    Does nothing when the file itself is damaged or the log is incomplete: only a backup helps then.
    """
    lasting = tuple(problem for problem in examine(store, tell) if not problem.repairable)
    if lasting:
        return lasting
    db = store.connection
    backup.stamped(db, store.backups, clock, "before-repair")
    with db.transaction():
        audit.forget_caches(db)
        if audit.wrong_deck_tables(db):
            audit.forget_decks(db)
        known = audit.deck_cards(db)
        for learner in store.learners():
            for batch in _batches(store, learner.id, tell):
                for card in batch.cards:
                    audit.put_expected(db, learner.id, card, batch.expected(card, known))
                audit.put_standings(db, batch.standings)
        audit.count_days(db)
        rollups.count_all(db)
    return examine(store, tell)


@dataclass(frozen=True, slots=True)
class _Batch:
    """Some cards of a learner, with what a replay of their events says."""

    cards: Sequence[CardKey]
    memories: Mapping[CardKey, Memory]
    standings: Sequence[Standing]

    def expected(self, card: CardKey, known: set[CardKey]) -> Memory | None:
        """What must be stored of a card; None when it must have no row."""
        return self.memories.get(card) or (NEW if card in known else None)


def _batches(store: Store, learner: LearnerId, tell: Tell) -> Iterator[_Batch]:
    """All cards of a learner's memory, log and decks, some hundred at a time."""
    configs = store.configs()
    known = audit.cards(store.connection, learner)
    cards, done = iter(known), 0
    while some := list(islice(cards, _AT_ONCE)):
        tell(done, len(known))
        done += len(some)
        events = store.events_of(learner, some)
        asked = set(some)
        stands = standings(events)
        own = [stands[e.id] for e in events if isinstance(e, Review) and e.card in asked]
        yield _Batch(some, replay(events, configs), own)


def _references(store: Store) -> Iterator[Problem]:
    for table, parent, cache in audit.broken_references(store.connection):
        yield Problem(
            Ailment.REFERENCES, f"Rows of the table {table} name rows of {parent} that are not there.", cache
        )


def _deck_tables(store: Store) -> Iterator[Problem]:
    files = audit.wrong_deck_tables(store.connection)
    if files:
        message = f"{_times(files, 'deck file')} not listed as read; all decks are read again after a repair."
        yield Problem(Ailment.DECK_TABLES, message, True)
    flags = audit.wrong_flags(store.connection)
    if flags:
        yield Problem(Ailment.MEMORY, f"{_times(flags, 'card')} not marked as the decks say.", True)


def _against_log(store: Store, tell: Tell) -> Iterator[Problem]:
    for learner in store.learners():
        try:
            found = _compare(store, learner.id, tell)
        except ValueError as error:
            yield Problem(Ailment.CONFIG, f"The log of {learner.name} cannot be replayed: {error}.", False)
            continue
        if found.memories:
            cards = _times(len(found.memories), "card")
            named = ", ".join(map(str, found.memories[:_NAMED]))
            yield Problem(
                Ailment.MEMORY, f"{learner.name}: {cards} not remembered as the log says ({named}).", True
            )
        if found.standings:
            reviews = _times(len(found.standings), "review")
            yield Problem(Ailment.STANDING, f"{learner.name}: {reviews} not standing as the log says.", True)


def _compare(store: Store, learner: LearnerId, tell: Tell) -> _Found:
    found = _Found()
    known = audit.deck_cards(store.connection)
    for batch in _batches(store, learner, tell):
        stored = store.memories(learner, batch.cards)
        found.memories += [c for c in batch.cards if stored.get(c) != batch.expected(c, known)]
        found.standings += audit.wrong_standings(store.connection, batch.standings)
    return found


def _counts(store: Store) -> Iterator[Problem]:
    days = audit.wrong_day_counts(store.connection)
    if days:
        yield Problem(Ailment.DAY_COUNTS, f"{_times(days, 'day')} not counted as the log says.", True)
    figures = rollups.wrong(store.connection)
    if figures:
        message = f"{_times(figures, 'figure')} of the reports not counted as the log says."
        yield Problem(Ailment.FIGURES, message, True)


def _times(count: int, noun: str) -> str:
    """`1 card is`, `3 cards are`."""
    return f"{count} {noun} is" if count == 1 else f"{count:,} {noun}s are"
