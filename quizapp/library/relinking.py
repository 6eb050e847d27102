"""Keep progress with questions whose identity changed: which old question has become which new one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from quizapp.core.card import CardKey
from quizapp.core.event import Action, ActionKind, LearnerId, Move
from quizapp.core.identity import Known, relink
from quizapp.core.memory import NEW
from quizapp.core.question import DeckId, QuestionId
from quizapp.core.records import Orphan, QuestionRow, SnapshotRow
from quizapp.formats import snapshot
from quizapp.store.store import Store


@dataclass(frozen=True, slots=True)
class Doubt:
    """An old question with progress (`deck/question`, text) that one of several new ones may have become."""

    old: str
    old_text: str
    candidates: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Relinked:
    """What a reading means for one learner: moves beyond doubt, and doubts that are theirs to decide."""

    learner: LearnerId
    moves: tuple[Move, ...]
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What one reading of a deck changed: questions that vanished from it, and those that appeared.

    `repaired`: the reading before could not use all of the file. Then questions may have vanished and
    appeared in it already, and all that are there now count as appeared.
    """

    deck: DeckId
    vanished: tuple[QuestionRow, ...]
    appeared: tuple[QuestionRow, ...]
    repaired: bool = False


def change(
    deck: DeckId, before: Sequence[QuestionRow], after: Sequence[QuestionRow], *, repaired: bool = False
) -> Change:
    """Compare a deck's questions by their ids."""
    old, new = {row.question for row in before}, {row.question for row in after}
    return Change(
        deck,
        tuple(row for row in before if row.question not in new),
        tuple(row for row in after if repaired or row.question not in old),
        repaired,
    )


def relinked(store: Store, learner: LearnerId, changes: Sequence[Change]) -> Relinked:
    """What the changes mean for this learner; call it when they are in the store."""
    found = [_inside(store, learner, each) for each in changes]
    inside = [move for moves, _ in found for move in moves]
    taken = {move.old for move in inside} | {move.new for move in inside}
    moves = (*inside, *_across(store, learner, changes, taken))
    settled = {move.old for move in moves}
    doubts = (doubt for _, doubts in found for doubt in doubts if doubt.old not in settled)
    return Relinked(learner, moves, tuple(doubts))


def _inside(store: Store, learner: LearnerId, changed: Change) -> tuple[list[Move], list[Doubt]]:
    old = {each.known.id: each for each in _lost(store, learner, changed)}
    fresh = _fresh(store, learner, changed.appeared) if old else set[str]()
    new = {row.question: row for row in changed.appeared if row.key in fresh}
    if not old or not new:
        return [], []
    found = relink([each.known for each in old.values()], [snapshot.decode(row.body) for row in new.values()])
    late = {id_: _late(store, old[id_], new) for id_ in old}
    moves = [_move(old[a], new[b]) for a, b in found.moves if b in late[a]]
    doubts = [
        _doubt(old[each.old], [new[id_] for id_ in each.candidates if id_ in late[each.old]])
        for each in found.ambiguous
    ]
    return moves, [doubt for doubt in doubts if doubt.candidates]


@dataclass(frozen=True, slots=True)
class _Lost:
    """A studied question that vanished; `last_at` is set when nobody knows in which reading."""

    key: str
    text: str
    known: Known
    last_at: datetime | None = None


def _lost(store: Store, learner: LearnerId, changed: Change) -> list[_Lost]:
    studied = _studied(store, learner, changed.vanished)
    found = [_Lost(row.key, _text(row), _known(row)) for row in changed.vanished if row.key in studied]
    if not changed.repaired:
        return found
    decided = {move.old for move in _moves_ever(store, learner)} | {each.key for each in found}
    return found + [
        _homeless_one(store, learner, orphan, orphan.snapshot)
        for orphan in store.orphans(learner, changed.deck)
        if orphan.snapshot is not None and orphan.key not in decided
    ]


def _moves_ever(store: Store, learner: LearnerId) -> list[Move]:
    """All moves of the learner's relinks, those that were taken back too."""
    relinks = store.actions_of_kind(learner, ActionKind.RELINK)
    return [move for event in relinks if isinstance(event, Action) for move in event.moves]


def _homeless_one(store: Store, learner: LearnerId, orphan: Orphan, kept: SnapshotRow) -> _Lost:
    keys = [CardKey(orphan.deck, orphan.question, part) for part in orphan.parts]
    reviewed = [memory.last_at for memory in store.memories(learner, keys).values() if memory.last_at]
    known = Known(orphan.question, kept.prompt, kept.answer_fingerprint, kept.answer_text)
    return _Lost(orphan.key, snapshot.decode(kept.body).prompt, known, max(reviewed, default=None))


def _late(store: Store, old: _Lost, new: Mapping[QuestionId, QuestionRow]) -> set[QuestionId]:
    """The new questions that can have taken its place: they did not stand beside it when it was studied."""
    if old.last_at is None:
        return set(new)
    seen = {id_: store.snapshots(row.key)[-1].seen_at for id_, row in new.items()}
    return {id_ for id_, at in seen.items() if at >= old.last_at}


def _across(store: Store, learner: LearnerId, changes: Sequence[Change], taken: set[str]) -> list[Move]:
    """A renamed or split file: the same id and answer, in another deck than before."""
    appeared = [row for each in changes for row in each.appeared if row.key not in taken]
    if not appeared:
        return []
    homeless: Mapping[tuple[QuestionId, str], list[Orphan]] = _homeless(store, learner, taken)
    if not homeless:
        return []
    fresh = _fresh(store, learner, appeared)
    moves = []
    for row in appeared:
        owners = homeless.get((row.question, row.answer_fingerprint), [])
        if row.key in fresh and len(owners) == 1:
            moves.append(Move(owners[0].key, row.key, _text_kept(owners[0], row), _text(row)))
    return moves


def _text_kept(orphan: Orphan, now: QuestionRow) -> str:
    return snapshot.decode(orphan.snapshot.body).prompt if orphan.snapshot else _text(now)


def _homeless(
    store: Store, learner: LearnerId, taken: set[str]
) -> dict[tuple[QuestionId, str], list[Orphan]]:
    found: defaultdict[tuple[QuestionId, str], list[Orphan]] = defaultdict(list)
    for orphan in store.orphans(learner):
        if orphan.snapshot is not None and orphan.key not in taken:
            found[orphan.question, orphan.snapshot.answer_fingerprint].append(orphan)
    return found


def _move(old: _Lost, new: QuestionRow) -> Move:
    return Move(old.key, new.key, old.text, _text(new))


def _doubt(old: _Lost, candidates: Sequence[QuestionRow]) -> Doubt:
    return Doubt(old.key, old.text, tuple((row.key, _text(row)) for row in candidates))


def _text(row: QuestionRow) -> str:
    return snapshot.decode(row.body).prompt


def _known(row: QuestionRow) -> Known:
    return Known(row.question, row.prompt, row.answer_fingerprint, row.answer_text)


def _keys(row: QuestionRow) -> list[CardKey]:
    return [CardKey(row.deck, row.question, part) for part in row.parts]


def _studied(store: Store, learner: LearnerId, rows: Sequence[QuestionRow]) -> set[str]:
    """Of these questions, the keys of those with progress."""
    memories = store.memories(learner, [key for row in rows for key in _keys(row)])
    return {key.siblings for key, memory in memories.items() if memory != NEW}


def _fresh(store: Store, learner: LearnerId, rows: Sequence[QuestionRow]) -> set[str]:
    return {row.key for row in rows} - _studied(store, learner, rows)
