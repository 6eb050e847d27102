"""Writing what a teacher accepted: into a new deck file, or at the end of one that is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quizapp.core.clock import Clock
from quizapp.core.deck import Deck
from quizapp.core.question import Question, QuestionId
from quizapp.core.reviewing import Ruling
from quizapp.errors import DeckError
from quizapp.formats.native import read_deck
from quizapp.formats.native_append import append_questions
from quizapp.formats.writing import write_deck
from quizapp.saving import save_over
from quizapp.services.deriving import Derived, derive_deck, in_study_order, slug
from quizapp.store.store import Store


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a deck file: `added` questions of now `total`; `made` when the file is new.

    `withdrawn` stand in the file, though their acceptance was taken back since.
    """

    path: Path
    added: int
    total: int
    made: bool
    withdrawn: tuple[Question, ...] = ()


def keep(store: Store, clock: Clock, derived: Derived, target: Path, rulings: Sequence[Ruling]) -> Kept:
    """Bring the deck file up to what was accepted; `rulings` are those of the article's drafts, in order.

    A new file is written beside its place and then put there. A file that exists gets the accepted questions
    at its end that were never in it, and keeps every byte that it has: a question that its author deleted
    stays deleted. Nothing is written when nothing was accepted. DeckError when the file cannot be written.
    """
    kept = in_study_order(ruling.question for ruling in rulings if ruling.kept)
    try:
        before = target.read_bytes() if target.exists() else None
        if before is None:
            return _new(store, clock, derived, target, kept)
        return _updated(store, clock, target, before, kept, [r.draft for r in rulings if not r.kept])
    except OSError as error:
        raise DeckError(
            f"{target} cannot be written: {error.strerror or error}.",
            "Your decisions are kept: derive again with another file after -o.",
        ) from error


def _new(store: Store, clock: Clock, derived: Derived, target: Path, kept: Sequence[Question]) -> Kept:
    if not kept:
        return Kept(target, 0, 0, made=False)
    deck = replace(derive_deck(derived, derived.derivation.drafts, slug(target.stem)), questions=tuple(kept))
    data = write_deck(deck).encode("utf-8")
    _check(data, target, kept)
    save_over(target, None, data)
    _note(store, clock, deck, kept)
    return Kept(target, len(kept), len(kept), made=True)


def _updated(
    store: Store,
    clock: Clock,
    target: Path,
    before: bytes,
    kept: Sequence[Question],
    others: Sequence[QuestionId],
) -> Kept:
    reading = read_deck(before, str(target))
    if reading.deck is None:
        first = reading.findings[0]
        raise DeckError(f"{target}:{first.line}: {first.message}", first.fix)
    deck = reading.deck
    present = {question.id for question in deck.questions}
    placed = store.placed_drafts(deck.id)
    added = [q for q in kept if q.id not in present and q.id not in placed]
    if added:
        data = append_questions(before, str(target), added)
        _check(data, target, added)
        save_over(target, before, data)
    _note(store, clock, deck, kept)
    withdrawn = tuple(q for q in deck.questions if q.id in set(others) & placed)
    return Kept(target, len(added), len(deck.questions) + len(added), made=False, withdrawn=withdrawn)


def _note(store: Store, clock: Clock, deck: Deck, kept: Sequence[Question]) -> None:
    with store.writing() as writer:
        writer.add_placed(deck.id, [question.id for question in kept], clock.now())


def _check(data: bytes, target: Path, wanted: Sequence[Question]) -> None:
    """Make sure that every question can be read back before anything is replaced."""
    deck = read_deck(data, str(target)).deck
    present = {question.id for question in deck.questions} if deck else set()
    missing = [question for question in wanted if question.id not in present]
    if missing:
        raise DeckError(
            f"{target}: “{missing[0].prompt}” could not be written.",
            "Derive again, go back to it with p, and mend or reject it.",
        )
