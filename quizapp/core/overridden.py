"""Typed texts that were judged wrong though learners said that they were right: candidates for the deck."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from quizapp.core.answer import Answer, Filled, GaveUp, Matched, Ordered, Picked, Said, SelfRated, Wrote
from quizapp.core.card import Card
from quizapp.core.facing import one_line
from quizapp.core.grade import RIGHT, Grade, GradingDefaults
from quizapp.core.grading import grade
from quizapp.core.handin import Overridden
from quizapp.core.identity import normalised
from quizapp.core.question import Blank, Cloze, Question
from quizapp.core.wording import card_label

OVERRIDDEN_MEANS = (
    "A typed text counts as overridden when at least one learner said “I was right” after it was judged "
    "wrong, and the deck as it is now still judges it wrong. “Typed” are all answers with this text that "
    "were judged wrong, “insisted” those among them that a learner overrode and did not take back. Capital "
    "letters, white space and the shape of quotes make no other text; each gap of a cloze counts by itself."
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A typed answer to a card as it is now: its score when it was given, and whether it was overridden."""

    card: Card
    answer: Answer
    score: float
    insisted: bool


def overridden(claims: Iterable[Claim], defaults: GradingDefaults) -> tuple[Overridden, ...]:
    """What was overridden in these answers, of all cards together; the most insisted first."""
    typed: Counter[_Text] = Counter()
    insisted: Counter[_Text] = Counter()
    spelt: dict[_Text, Counter[str]] = {}
    cards: dict[_Text, Card] = {}
    for claim in claims:
        if claim.score >= RIGHT:
            continue
        for gap, text in wrong_texts(claim.card, claim.answer, defaults):
            one = _Text(claim.card.key.siblings, gap, normalised(text))
            typed[one] += 1
            insisted[one] += claim.insisted
            spelt.setdefault(one, Counter())[one_line(text)] += 1
            cards.setdefault(one, claim.card)
    found = [
        Overridden(
            question=cards[one].question.id,
            label=card_label(cards[one]),
            text=spelt[one].most_common(1)[0][0],
            typed=typed[one],
            insisted=insisted[one],
            gap=one.gap,
        )
        for one in typed
        if insisted[one]
    ]
    return tuple(sorted(found, key=lambda each: (-each.insisted, -each.typed, each.question, each.gap)))


def wrong_texts(card: Card, answer: Answer, defaults: GradingDefaults) -> Iterator[tuple[int, str]]:
    """The typed texts of an answer that the question judges wrong now, each with its gap (0: not a cloze)."""
    match answer:
        case Wrote() | Filled():
            judged = _judged(card, answer, defaults)
        case SelfRated() | Picked() | Said() | Matched() | Ordered() | GaveUp():
            judged = None
        case _:
            assert_never(answer)
    if judged is None or judged.right:
        return
    match answer:
        case Wrote(text):
            yield 0, text
        case Filled(texts) if isinstance(card.question, Cloze):
            for gap, text, part in zip(gaps_of(card), texts, judged.parts, strict=False):
                if not part.right and text.strip():
                    yield gap, text
        case _:
            pass


def gaps_of(card: Card) -> tuple[int, ...]:
    """The gaps that a cloze card asks, counted from 1 over all gaps of its text."""
    question = card.question
    assert isinstance(question, Cloze)
    all_gaps = enumerate(all_blanks(question), 1)
    return tuple(n for n, blank in all_gaps if not question.each or blank.key == card.key.part)


def all_blanks(question: Question) -> tuple[Blank, ...]:
    """Every gap of a cloze, in the order of its text; none of any other question."""
    segments = question.segments if isinstance(question, Cloze) else ()
    return tuple(segment for segment in segments if isinstance(segment, Blank))


@dataclass(frozen=True, slots=True)
class _Text:
    question: str
    gap: int
    text: str


def _judged(card: Card, answer: Answer, defaults: GradingDefaults) -> Grade | None:
    try:
        found = grade(card, answer, defaults)
    except ValueError:  # the question has another type now
        return None
    return found if isinstance(found, Grade) else None
