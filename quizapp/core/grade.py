"""The program's judgement of an answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

RIGHT = 0.999
NEARLY = 0.8


class Mark(StrEnum):
    """What a piece of a comparison is: the same on both sides, only typed, or only in the right answer."""

    SAME = "same"
    EXTRA = "extra"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters in the comparison of a typed answer with the right one."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a verdict: an option, a blank, a pair, an item.

    `label` names it (a left side, an option, "1", or ""), `given` is the learner's text, `expected` the right
    one, `why` the author's feedback on exactly this. For options `given` is "picked" or "" and `expected`
    "right" or "". `diff` compares typed text.
    """

    label: str
    given: str
    expected: str
    right: bool
    why: str = ""
    diff: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Grade:
    """`score` 0..1; `given` and `expected` are one-line texts of the answer and the right one.

    `typo`: a slip was forgiven. `remark` tells in one sentence which rule decided, when that is not plain
    ("One slip forgiven.", "Right number, but the unit is missing.", or the author's `why` of a close answer).
    `also` are further accepted answers.
    """

    score: float
    given: str
    expected: str
    parts: tuple[Part, ...] = ()
    typo: bool = False
    remark: str = ""
    also: tuple[str, ...] = ()

    @property
    def right(self) -> bool:
        return self.score >= RIGHT


@dataclass(frozen=True, slots=True)
class Unclear:
    """Not judged: the answer can be read in two ways, or not at all; `message` says how to type it."""

    message: str


@dataclass(frozen=True, slots=True)
class GradingDefaults:
    """The learner's settings, where a question leaves a rule open; `typos` None means by length."""

    typos: int | None = None
    case: bool = False
    accents: bool = False
    articles: bool = False
