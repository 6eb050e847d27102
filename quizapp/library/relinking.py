"""Keep progress with questions whose identity changed: which old question has become which new one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.core.card import CardKey
from quizapp.core.event import LearnerId, Move
from quizapp.core.identity import Known, relink
from quizapp.core.memory import NEW
from quizapp.core.question import DeckId, QuestionId
from quizapp.core.records import Orphan, QuestionRow
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
    """What one reading of a deck changed: questions that vanished from it, and those that appeared."""

    deck: DeckId
    vanished: tuple[QuestionRow, ...]
    appeared: tuple[QuestionRow, ...]


def change(deck: DeckId, before: Sequence[QuestionRow], after: Sequence[QuestionRow]) -> Change:
    """Compare a deck's questions by their ids."""
    old, new = {row.question for row in before}, {row.question for row in after}
    return Change(
        deck,
        tuple(row for row in before if row.question not in new),
        tuple(row for row in after if row.question not in old),
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
    if not changed.vanished or not changed.appeared:
        return [], []
    studied = _studied(store, learner, changed.vanished)
    fresh = _fresh(store, learner, changed.appeared)
    known = [_known(row) for row in changed.vanished if row.key in studied]
    questions = [snapshot.decode(row.body) for row in changed.appeared if row.key in fresh]
    if not known or not questions:
        return [], []
    old, new = _by_id(changed.vanished), _by_id(changed.appeared)
    found = relink(known, questions)
    doubts = [_doubt(old[each.old], [new[id_] for id_ in each.candidates]) for each in found.ambiguous]
    return [_move(old[a], new[b]) for a, b in found.moves], doubts


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
            moves.append(Move(owners[0].key, row.key, row.prompt, row.prompt))
    return moves


def _homeless(
    store: Store, learner: LearnerId, taken: set[str]
) -> dict[tuple[QuestionId, str], list[Orphan]]:
    found: defaultdict[tuple[QuestionId, str], list[Orphan]] = defaultdict(list)
    for orphan in store.orphans(learner):
        if orphan.snapshot is not None and orphan.key not in taken:
            found[orphan.question, orphan.snapshot.answer_fingerprint].append(orphan)
    return found


def _move(old: QuestionRow, new: QuestionRow) -> Move:
    return Move(old.key, new.key, _text(old), _text(new))


def _doubt(old: QuestionRow, candidates: Sequence[QuestionRow]) -> Doubt:
    return Doubt(old.key, _text(old), tuple((row.key, _text(row)) for row in candidates))


def _text(row: QuestionRow) -> str:
    return snapshot.decode(row.body).prompt


def _known(row: QuestionRow) -> Known:
    return Known(row.question, row.prompt, row.answer_fingerprint, row.answer_text)


def _by_id(rows: Sequence[QuestionRow]) -> dict[QuestionId, QuestionRow]:
    return {row.question: row for row in rows}


def _keys(row: QuestionRow) -> list[CardKey]:
    return [CardKey(row.deck, row.question, part) for part in row.parts]


def _studied(store: Store, learner: LearnerId, rows: Sequence[QuestionRow]) -> set[str]:
    """Of these questions, the keys of those with progress."""
    memories = store.memories(learner, [key for row in rows for key in _keys(row)])
    return {key.siblings for key, memory in memories.items() if memory != NEW}


def _fresh(store: Store, learner: LearnerId, rows: Sequence[QuestionRow]) -> set[str]:
    return {row.key for row in rows} - _studied(store, learner, rows)
