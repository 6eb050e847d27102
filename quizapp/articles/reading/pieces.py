"""What every reader of a format hands on: headings, paragraphs and items as runs of text, in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """What a piece is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"


class Stress(StrEnum):
    """How the author marked a run of text: `STRONG` is bold or a defined term, `LIGHT` is italic."""

    NONE = "none"
    LIGHT = "light"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Run:
    """Text with one stress."""

    text: str
    stress: Stress = Stress.NONE


@dataclass(frozen=True, slots=True)
class Piece:
    """One heading (`level` from 1), paragraph or item of a list."""

    form: Form
    runs: tuple[Run, ...]
    level: int = 0

    @property
    def text(self) -> str:
        """The text of all runs."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Page:
    """What a reader found: the title that the source itself states ("" if none) and the pieces in order."""

    title: str
    pieces: tuple[Piece, ...]


def piece(form: Form, runs: Iterable[Run], level: int = 0) -> Piece | None:
    """A piece of these runs, None when none is a letter or digit; a short all-bold paragraph is a heading."""
    kept = tuple(run for run in runs if run.text)
    made = Piece(form, kept, level)
    if not any(character.isalnum() for character in made.text):
        return None
    if form is Form.PARAGRAPH and _is_bold_heading(made):
        return Piece(Form.HEADING, tuple(Run(run.text) for run in kept), level or 6)
    return made


def _is_bold_heading(made: Piece) -> bool:
    if any(run.stress is not Stress.STRONG and run.text.strip() for run in made.runs):
        return False
    text = made.text.strip()
    return len(text.split()) <= 12 and text[-1] not in ".,;:!"
