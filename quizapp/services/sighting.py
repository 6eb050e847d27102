"""What a review shows: frozen views of the draft at hand and of the queue, with findings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from quizapp.articles.drafts import Band
from quizapp.core.deck import Deck
from quizapp.core.finding import Finding, Severity
from quizapp.core.question import DeckId, Question, QuestionId
from quizapp.core.reviewing import Ruling, Tally
from quizapp.core.rules import remarks
from quizapp.formats.native import read_deck
from quizapp.formats.writing import write_deck
from quizapp.services.passages import Passage

DECK = DeckId("review")


@dataclass(frozen=True, slots=True)
class Entry:
    """A draft in the queue: its id, its section with the heading ("" for none), and the ruling on it.

    `new`: it was not derived when this article was first reviewed.
    """

    id: QuestionId
    section: int
    heading: str
    ruling: Ruling
    new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """One frozen view of a review; `entry` is None when nothing of what is shown is open.

    `place` (from 0, -1 for none) is where the draft stands in `queue`. `band` is the lowest that is shown:
    `left` open drafts are in it and those above, `more` below. `open_here` counts the open drafts of the
    best band in this section.
    """

    title: str
    entry: Entry | None
    findings: tuple[Finding, ...]
    passages: tuple[Passage, ...]
    queue: tuple[Entry, ...]
    place: int
    band: Band
    left: int
    more: int
    open_here: int
    tally: Tally
    per_500_words: float
    undoable: bool
    notice: str

    @property
    def question(self) -> Question | None:
        return self.entry.ruling.question if self.entry else None


@lru_cache(maxsize=256)
def findings_of(question: Question) -> tuple[Finding, ...]:
    """What `quizapp check` says about the question when it stands in a deck, errors first."""
    deck = Deck(id=DECK, title=DECK, questions=(question,))
    reading = read_deck(write_deck(deck).encode("utf-8", "replace"), f"{DECK}.yaml")
    told = [
        Finding("", 0, 0, remark.code, Severity.WARNING, remark.message, remark.fix)
        for remark in remarks(reading.deck or deck)
    ]
    unique = {finding.code: finding for finding in (*reversed(told), *reversed(reading.findings))}
    return tuple(sorted(unique.values(), key=lambda finding: (finding.severity, finding.code)))


def errors_of(question: Question) -> tuple[Finding, ...]:
    """The findings that keep a question from being used."""
    return tuple(f for f in findings_of(question) if f.severity is Severity.ERROR)
