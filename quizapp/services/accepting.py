"""Accepting what learners typed: one more right text in a deck file, of which no other byte changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from quizapp.core.card import CardKey
from quizapp.core.deck import Deck
from quizapp.core.facing import one_line
from quizapp.core.feedback import still_wrong
from quizapp.core.grade import GradingDefaults
from quizapp.core.overridden import all_blanks
from quizapp.core.question import Cloze, Question, QuestionId, Typed
from quizapp.errors import DeckError, QuizappError, UsageError
from quizapp.formats.native import read_deck
from quizapp.formats.native_accept import insert_accepted
from quizapp.library import DeckEntry, Library
from quizapp.saving import save_over
from quizapp.services.authoring import find_question, read_bytes
from quizapp.services.owning import place_to_edit

LONGEST = 200


@dataclass(frozen=True, slots=True)
class Wanted:
    """A text to accept: a question by id, line or words, and for a cloze which gap, counted from 1 (0: the
    only one)."""

    question: str
    text: str
    gap: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepting:
    """What became of a text: `question` and `line` in `file`; `known` when it was right already.

    `refused` says why it was not added, and `fix` what to do instead; both "" when it was.
    """

    text: str
    file: Path
    question: str = ""
    line: int = 0
    known: bool = False
    refused: str = ""
    fix: str = ""

    @property
    def added(self) -> bool:
        return not (self.known or self.refused)


def accept(
    library: Library, deck: DeckEntry, wanted: Iterable[Wanted], own: Path, defaults: GradingDefaults
) -> tuple[Accepting, ...]:
    """Add the texts to the deck's file, all at one stroke, and say of each what became of it.

    A starter deck is copied into the folder `own` first. What cannot be added safely is left out, and the
    rest is added. DeckError when the file cannot be read or written.
    """
    before = read_bytes(deck.path)
    data, found = before, list[Accepting]()
    for each in wanted:
        data, one = _added(data, deck.path, each, defaults)
        found.append(one)
    added = [one for one in found if one.added]
    if not added:
        return tuple(found)
    place = place_to_edit(library, CardKey(deck.id, QuestionId(added[0].question)), own)
    file = place[0] if place else deck.path
    try:
        save_over(file, before, data)
    except OSError as error:
        raise DeckError(
            f"{file} cannot be written: {error.strerror or error}.", "Check its permissions."
        ) from None
    return tuple(replace(one, file=file) for one in found)


def _added(data: bytes, file: Path, wanted: Wanted, defaults: GradingDefaults) -> tuple[bytes, Accepting]:
    text = one_line(wanted.text)
    made = Accepting(text=text, file=file)
    try:
        deck = _read(data, file)
        question = find_question(deck, wanted.question)
        made = replace(made, question=question.id, line=question.line)
        gap = _gap(question, wanted.gap)
        _check(text)
        if _right_already(deck, question, text, gap, defaults):
            return data, replace(made, known=True)
        after = insert_accepted(data, str(file), question.id, text, gap)
        again = _read(after, file)
        now = next(each for each in again.questions if each.id == question.id)
        if still_wrong(deck.id, now, text, gap, defaults):
            raise DeckError(
                f"{file}:{question.line}: “{text}” would still be judged wrong.",
                "A rule of the question stands in the way; see `close:` and the rules beside it.",
            )
    except QuizappError as error:
        return data, replace(made, refused=str(error), fix=error.fix)
    return after, made


def _read(data: bytes, file: Path) -> Deck:
    reading = read_deck(data, str(file))
    if reading.deck is None:
        first = reading.findings[0]
        raise DeckError(f"{file}:{first.line}: {first.message}", first.fix)
    return reading.deck


def _check(text: str) -> None:
    if not text:
        raise UsageError("There is nothing to accept: the text is empty.")
    if len(text) > LONGEST:
        raise UsageError(f"A text of more than {LONGEST} characters is no short answer.", "Shorten it.")
    if any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in text):
        raise UsageError("The text holds characters that cannot be seen.", "Type it anew.")


def _gap(question: Question, gap: int) -> int:
    blanks = all_blanks(question)
    if not isinstance(question, Cloze):
        return 0
    if not gap and len(blanks) > 1:
        listed = ", ".join(f"{number} ({blank.answers[0]})" for number, blank in enumerate(blanks, 1))
        raise UsageError(f"This text has {len(blanks)} gaps: {listed}.", "Say which one: --gap 1")
    return gap or 1


def _right_already(deck: Deck, question: Question, text: str, gap: int, defaults: GradingDefaults) -> bool:
    if not isinstance(question, Typed | Cloze) or gap > max(1, len(all_blanks(question))):
        return False
    return not still_wrong(deck.id, question, text, gap, defaults)
