"""A step: one frozen view of a session, all that a face needs to draw."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from quizapp.core.answer import Answer, Rating
from quizapp.core.card import Card, CardKey
from quizapp.core.event import Kind
from quizapp.core.grade import Grade
from quizapp.core.memory import Phase
from quizapp.core.question import DeckId
from quizapp.core.setting import setting

Token = NewType("Token", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRequest:
    """What is to be studied; empty `decks` or `tags` mean all. `cards` names them one by one (a retry)."""

    kind: Kind = Kind.SCHEDULED
    decks: tuple[DeckId, ...] = ()
    tags: tuple[str, ...] = ()
    max_cards: int | None = None
    max_minutes: float | None = None
    cards: tuple[CardKey, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """What is drawn in a shuffled order, fixed for this showing.

    `options`: of a choice; `lefts` and `rights`: of a matching (lefts in the author's order); `items`: of an
    ordering, never in the right order when there are two or more.
    """

    options: tuple[str, ...] = ()
    lefts: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    items: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything in the order in which it was drawn, for the log."""
        return self.options + self.lefts + self.rights + self.items


@dataclass(frozen=True, slots=True)
class Counts:
    """How far a session is: cards `answered`, and cards still to come by kind; `minutes` at the own pace."""

    answered: int
    new: int
    learning: int
    review: int
    minutes: float

    @property
    def left(self) -> int:
        return self.new + self.learning + self.review


@dataclass(frozen=True, slots=True)
class WhyNow:
    """Why a card is asked: `overdue` in study days (0 today), predicted `recall` 0..1, misses so far.

    `exam_on` is the study day of the exam for which it is brought forward, `exam_in` its distance in days.
    """

    phase: Phase
    overdue: int = 0
    recall: float | None = None
    lapses: int = 0
    reps: int = 0
    last_at: datetime | None = None
    answer_changed: bool = False
    exam_on: int | None = None
    exam_in: int = 0


@dataclass(frozen=True, slots=True)
class Delay:
    """When a card comes back: after `seconds` (learning) or in `days` study days; exactly one is given."""

    seconds: int | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class RatingChoice:
    """A rating that may be given now and what it leads to; `delay` is None in practice."""

    rating: Rating
    delay: Delay | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A question waits for its answer. `hints` are those given so far; a face hands `token` back."""

    token: Token
    card: Card
    deck_title: str
    kind: Kind
    shown: Shown
    counts: Counts
    why_now: WhyNow
    hints: tuple[str, ...] = ()
    hints_left: int = 0
    notices: tuple[str, ...] = ()

    @property
    def setting(self) -> str:
        """The section that the question belongs to, empty where that would help to the answer."""
        return setting(self.card, self.deck_title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revealed:
    """A flashcard has been turned: nothing is written until it is rated."""

    asking: Asking
    choices: tuple[RatingChoice, ...]

    @property
    def token(self) -> Token:
        return self.asking.token


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An answer is on disk and graded. `rating` stands unless another of `choices` is given.

    `can_override`: "I was right" is on offer; `overridden`: it was used. `leech`: this miss made it one.
    """

    asking: Asking
    answer: Answer
    grade: Grade
    rating: Rating
    choices: tuple[RatingChoice, ...]
    can_override: bool = False
    overridden: bool = False
    leech: bool = False
    notices: tuple[str, ...] = ()

    @property
    def token(self) -> Token:
        return self.asking.token


@dataclass(frozen=True, slots=True)
class Missed:
    """One line of the summary's missed list."""

    card: Card
    given: str
    expected: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a session came to: `right` of `answered` first answers; `minutes` of active time.

    `next_due` is the number of cards due on the next study day; `left` cards were not reached.
    """

    kind: Kind
    answered: int
    right: int
    minutes: float
    missed: tuple[Missed, ...] = ()
    next_due: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """Nothing is left to ask in this session."""

    token: Token
    summary: Summary
    notices: tuple[str, ...] = ()


Step = Asking | Revealed | Judged | Finished
