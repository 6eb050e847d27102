"""The exam of a deck, as its file has it now."""

from __future__ import annotations

from pathlib import Path

from quizapp.core.deck import Deck
from quizapp.core.exam import ExamPlan, Paper
from quizapp.core.paper import draw
from quizapp.core.question import DeckId
from quizapp.errors import DeckError, UsageError
from quizapp.formats.native import read_deck
from quizapp.library import Library


def deck_with_exam(library: Library, deck: DeckId) -> tuple[Deck, ExamPlan]:
    """A deck and the plan of its exam, read from its file; the default plan where it has no `exam:`.

    DeckError when the file cannot be read or its `exam:` has mistakes.
    """
    path = next((each.path for each in library.decks() if each.id == deck), None)
    if path is None:
        raise UsageError(f"There is no deck `{deck}`.", "`quizapp decks` lists all.")
    return read_exam_file(path)


def read_exam_file(path: Path) -> tuple[Deck, ExamPlan]:
    """As `deck_with_exam`, of a file."""
    try:
        found = read_deck(path.read_bytes(), str(path)).deck
    except OSError as error:
        raise DeckError(f"{path}: the deck cannot be read: {error.strerror}.") from error
    if found is None:
        raise DeckError(f"{path}: this is no deck.", f"`quizapp check {path}` says what is wrong.")
    if found.exam_broken:
        raise DeckError(
            f"{path}: there are mistakes in its `exam:`.", f"`quizapp check {path}` says where and which."
        )
    return found, found.exam or ExamPlan()


def drawn(deck: Deck, plan: ExamPlan, seed: str) -> Paper:
    """The paper that a seed draws; UsageError when there is nothing on it."""
    paper = draw(deck, plan, seed)
    if not paper.items:
        raise UsageError(
            f"The deck {deck.title} has no question that an exam can ask.",
            "Flashcards cannot be graded. Add questions with options, or with answers that are typed.",
        )
    return paper
