"""What a teacher decided about drafts: verdicts as rows that are only added, and what stands after them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from quizapp.core.question import Date, Question, QuestionId


class Verdict(StrEnum):
    """What was decided; `edited` is accepted after an edit, `open` is not decided (any more)."""

    OPEN = "open"
    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"
    DISPUTED = "disputed"


KEPT = frozenset({Verdict.ACCEPTED, Verdict.EDITED})


class Reason(StrEnum):
    """Why a draft was rejected."""

    TRIVIAL = "trivial"
    CONTEXT = "context"
    GRAMMAR = "grammar"
    WRONG = "wrong"
    AMBIGUOUS = "ambiguous"
    TOO_EASY = "too easy"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What holds for one draft: the question as it now reads, and as it was derived.

    `draft` is its id; `technique`, `band` and `score` say how it was derived and how sure the rules were.
    `options` are wrong options that the question may use in another type.
    """

    draft: QuestionId
    technique: str
    band: str
    score: float
    verdict: Verdict
    question: Question
    derived: Question
    options: tuple[str, ...] = ()
    reason: Reason | None = None

    @property
    def kept(self) -> bool:
        """Whether the question belongs into the deck."""
        return self.verdict in KEPT

    def accepted(self) -> Ruling:
        """The same, accepted as it reads."""
        verdict = Verdict.ACCEPTED if self.question == self.derived else Verdict.EDITED
        return replace(self, verdict=verdict, reason=None)

    def reopened(self) -> Ruling:
        """The draft as it was before anything was decided about it."""
        return replace(self, verdict=Verdict.OPEN, question=self.derived, reason=None)


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: rulings on one draft or on several at once; `undoes` names the decision it takes back.

    `article` and `digest` say which text was derived from, `seconds` how long the decision took.
    """

    id: str
    at: datetime
    article: str
    digest: str
    seconds: float
    rulings: tuple[Ruling, ...]
    undoes: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """Where a review stands: the ruling on each draft, and what can be taken back, the oldest first.

    `stack` holds for each decision its id and the rulings that stood before it.
    """

    rulings: Mapping[QuestionId, Ruling] = field(default_factory=dict)
    stack: tuple[tuple[str, tuple[Ruling, ...]], ...] = ()

    def after(self, decision: Decision) -> Book:
        """Where the review stands once this is decided as well."""
        before = tuple(self.rulings.get(r.draft, r.reopened()) for r in decision.rulings)
        rulings = {**self.rulings, **{ruling.draft: ruling for ruling in decision.rulings}}
        if decision.undoes:
            left = tuple(entry for entry in self.stack if entry[0] != decision.undoes)
            return Book(rulings, left)
        return Book(rulings, (*self.stack, (decision.id, before)))

    def newest(self) -> tuple[str, tuple[Ruling, ...]] | None:
        """The decision that undo would take back, and the rulings that would stand again."""
        return self.stack[-1] if self.stack else None


def replayed(decisions: Iterable[Decision]) -> Book:
    """Where a review stands after these decisions, given in their order."""
    book = Book()
    for decision in decisions:
        book = book.after(decision)
    return book


def decided_on(decisions: Iterable[Decision], article: str, digest: str) -> tuple[Decision, ...]:
    """Those of the decisions that were made on this article, also under another name that the text had."""
    every = tuple(decisions)
    texts = {digest, *(each.digest for each in every if each.article == article)}
    names = {article, *(each.article for each in every if each.digest in texts)}
    return tuple(each for each in every if each.article in names)


def standing(decisions: Iterable[Decision], article: str, digest: str) -> Book:
    """Where the review of an article stands.

    `decisions` may be about other articles too that have some of its sentences: what was dropped there stays
    dropped, what was kept there belongs to another deck and is open here, and undo takes back neither.
    """
    every = tuple(decisions)
    own = decided_on(every, article, digest)
    ids = {each.id for each in own}
    others = replayed(each for each in every if each.id not in ids)
    dropped = {id_: r for id_, r in others.rulings.items() if not r.kept and r.verdict is not Verdict.OPEN}
    book = Book(dropped)
    for decision in own:
        book = book.after(decision)
    return book


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over the drafts of a review; `seconds` is the mean time of a decided draft, None before any.

    `dates` counts the kept questions that ask for a date.
    """

    open: int = 0
    kept: int = 0
    edited: int = 0
    rejected: int = 0
    disputed: int = 0
    dates: int = 0
    seconds: float | None = None


def tally(rulings: Iterable[Ruling], seconds: float) -> Tally:
    """Counts these rulings; `seconds` is the time that all decisions took together."""
    held = list(rulings)
    counts = {verdict: sum(r.verdict is verdict for r in held) for verdict in Verdict}
    decided = len(held) - counts[Verdict.OPEN]
    return Tally(
        open=counts[Verdict.OPEN],
        kept=counts[Verdict.ACCEPTED] + counts[Verdict.EDITED],
        edited=counts[Verdict.EDITED],
        rejected=counts[Verdict.REJECTED],
        disputed=counts[Verdict.DISPUTED],
        dates=sum(r.kept and isinstance(r.question, Date) for r in held),
        seconds=seconds / decided if decided else None,
    )
