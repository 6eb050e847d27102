"""The ten types of question, as written in a deck."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NewType

from quizapp.core.dates import DateSpan, HistoricDate

DeckId = NewType("DeckId", str)
QuestionId = NewType("QuestionId", str)


class Level(StrEnum):
    """The author's word for how hard a question is."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Pin(StrEnum):
    """Where an option stays when the others are shuffled."""

    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Ref:
    """Where the fact stands: any of the fields may be empty; a plain-text `ref` is a section."""

    section: str = ""
    quote: str = ""
    title: str = ""
    url: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """What all questions share.

    `id` is the author's, or derived from the prompt (then `id_written` is false). `line` is the 1-based line
    of the deck file on which the question starts; it takes no part in equality. Texts are Markdown.
    """

    id: QuestionId
    prompt: str
    id_written: bool = True
    why: str = ""
    hints: tuple[str, ...] = ()
    ref: Ref | None = None
    tags: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    level: Level | None = None
    points: Decimal = Decimal(1)
    shuffle: bool = True
    note: str = ""
    suspend: bool = False
    replaces: tuple[QuestionId, ...] = ()
    origin: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flashcard(Common):
    """Recalled freely, rated by the learner; `reverse` asks it the other way round as well."""

    answer: str
    reverse: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a choice; `why` is the feedback for whoever picks it. Texts are unique in a question."""

    text: str
    right: bool
    why: str = ""
    pin: Pin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Common):
    """Multiple choice: exactly one option is right. Options in the author's order."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiple(Common):
    """Multiple answers: pick every right option. Options in the author's order."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFalse(Common):
    """A statement that is true or false."""

    answer: bool


@dataclass(frozen=True, slots=True)
class Accepted:
    """A right text, or a regular expression that the whole answer must match."""

    text: str
    regex: bool = False


@dataclass(frozen=True, slots=True)
class CloseText:
    """A nearly right text: `credit` is its score, 0..1."""

    match: Accepted
    credit: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class TextRule:
    """How typed text is compared; None leaves it to the learner's settings.

    `typos`: how many slips are forgiven; None means by length. `case`, `accents`, `articles`: whether a
    difference in them counts as wrong.
    """

    typos: int | None = None
    case: bool | None = None
    accents: bool | None = None
    articles: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed(Common):
    """A short text is typed; any of `accept` is right, the first (never a regex) is shown."""

    accept: tuple[Accepted, ...]
    close: tuple[CloseText, ...] = ()
    rule: TextRule = TextRule()


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far a number may be off: `amount` in the unit of the right value, or its share when `relative`."""

    amount: Decimal
    relative: bool = False


@dataclass(frozen=True, slots=True)
class CloseNumber:
    """A nearly right number: within `within`, worth `credit` (0..1)."""

    within: Tolerance
    credit: float
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Common):
    """A number is typed. `text` is the right value as written; `units` maps each unit to its size in `unit`.

    A question with units accepts a bare number as being in `unit`.
    """

    text: str
    value: Decimal
    unit: str = ""
    tolerance: Tolerance = Tolerance(Decimal(0))
    units: tuple[tuple[str, Decimal], ...] = ()
    close: tuple[CloseNumber, ...] = ()


@dataclass(frozen=True, slots=True)
class CloseDate:
    """A nearly right date: within `within`, worth `credit` (0..1)."""

    within: DateSpan
    credit: float
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Common):
    """A date is typed; the precision of `value` is what must be right. `text` is as written in the deck."""

    text: str
    value: HistoricDate
    close: tuple[CloseDate, ...] = ()


@dataclass(frozen=True, slots=True)
class Blank:
    """A gap: the first of `answers` is shown; `key` names its card when each blank is a card of its own."""

    answers: tuple[str, ...]
    hint: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cloze(Common):
    """A text with gaps. `segments` alternate freely; `prompt` is the text with its gaps shown as `____`.

    With `each`, every distinct `Blank.key` is a card of its own, in which the other gaps are shown filled.
    """

    segments: tuple[str | Blank, ...]
    each: bool = False
    rule: TextRule = TextRule()


@dataclass(frozen=True, slots=True)
class Pair:
    """A left side and the right side that belongs to it."""

    left: str
    right: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching(Common):
    """Match each left side to a right side; `extra` are right sides that belong to nothing."""

    pairs: tuple[Pair, ...]
    extra: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordering(Common):
    """Put the items in order; `items` stand in the right one and are unique."""

    items: tuple[str, ...]


Question = Flashcard | Choice | Multiple | TrueFalse | Typed | Number | Date | Cloze | Matching | Ordering
