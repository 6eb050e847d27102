"""Progress without a question: what vanished from the decks, and what it may have become."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quizapp.core.card import Card, CardKey
from quizapp.core.event import LearnerId, Move
from quizapp.core.identity import Known, known, relink
from quizapp.core.memory import NEW
from quizapp.core.question import DeckId, Question, QuestionId
from quizapp.core.records import Orphan, QuestionRow
from quizapp.errors import UsageError
from quizapp.formats import snapshot
from quizapp.services.desk import Desk
from quizapp.store.store import Store


@dataclass(frozen=True, slots=True)
class Lost:
    """A question with progress that is in no deck now; `candidates` are (key, prompt), the likeliest ones."""

    orphan: Orphan
    prompt: str
    candidates: tuple[tuple[str, str], ...]


def heir(desk: Desk, card: Card) -> Card | None:
    """What a card that has no progress and vanished from its deck has most likely become."""
    rows = unstudied(desk.store, desk.learner.id, card.key.deck)
    found = relink([known(card.question)], [snapshot.decode(row.body) for row in rows])
    return next((desk.library.card(replace(card.key, question=new)) for old, new in found.moves), None)


def lost(store: Store, learner: LearnerId) -> tuple[Lost, ...]:
    """All such questions of a learner, with candidates from the never studied questions of their deck."""
    orphans = store.orphans(learner)
    found = []
    for deck in dict.fromkeys(each.deck for each in orphans):
        own = [each for each in orphans if each.deck == deck]
        near = _candidates(store, learner, deck, own)
        found += [Lost(each, _prompt(each), near.get(each.key, ())) for each in own]
    return tuple(found)


def move(store: Store, learner: LearnerId, old: str, new: str) -> Move:
    """The move from one question (`deck/question`) to another; UsageError when either is not there."""
    orphan = next((each for each in store.orphans(learner) if each.key == old), None)
    if orphan is None:
        raise UsageError(
            f"`{old}` is no question with progress that left its deck.", "`quizapp relink` lists those."
        )
    deck, _, name = new.partition("/")
    row = next((each for each in store.questions(DeckId(deck)) if each.question == name), None)
    if row is None:
        raise UsageError(
            f"There is no question `{new}` in any deck.", "`quizapp ids` with the file lists the ids."
        )
    return Move(orphan.key, row.key, _prompt(orphan), snapshot.decode(row.body).prompt)


def _candidates(
    store: Store, learner: LearnerId, deck: DeckId, orphans: list[Orphan]
) -> dict[str, tuple[tuple[str, str], ...]]:
    fresh = {row.question: snapshot.decode(row.body) for row in unstudied(store, learner, deck)}
    found = relink([_known(each) for each in orphans if each.snapshot], list(fresh.values()))
    names: dict[QuestionId, tuple[QuestionId, ...]] = {old: (new,) for old, new in found.moves}
    names |= {each.old: each.candidates for each in found.ambiguous}
    return {
        f"{deck}/{old}": tuple((f"{deck}/{new}", fresh[new].prompt) for new in news)
        for old, news in names.items()
    }


def unstudied(store: Store, learner: LearnerId, deck: DeckId) -> list[QuestionRow]:
    """The questions of a deck of which no card was ever studied, in order."""
    rows = store.questions(deck)
    keys = [CardKey(deck, row.question, part) for row in rows for part in row.parts]
    studied = {key.question for key, memory in store.memories(learner, keys).items() if memory != NEW}
    return [row for row in rows if row.question not in studied]


def _known(orphan: Orphan) -> Known:
    assert orphan.snapshot is not None
    kept = orphan.snapshot
    return Known(orphan.question, kept.prompt, kept.answer_fingerprint, kept.answer_text)


def _prompt(orphan: Orphan) -> str:
    kept: Question | None = snapshot.decode(orphan.snapshot.body) if orphan.snapshot else None
    return kept.prompt if kept else orphan.question
