"""A paper as it is printed: its questions with their options in order, and what is right by their letters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import assert_never

from quizapp.core.card import Card
from quizapp.core.dates import format_span
from quizapp.core.deck import Deck
from quizapp.core.exam import ExamPlan, Order, Paper, PaperItem
from quizapp.core.facing import back, blanks, said
from quizapp.core.paper import draw, exam_card, option_seed
from quizapp.core.presenting import show, shuffled
from quizapp.core.question import (
    Choice,
    Cloze,
    Date,
    Flashcard,
    Matching,
    Multiple,
    Number,
    Ordering,
    Question,
    Tolerance,
    TrueFalse,
    Typed,
)
from quizapp.core.step import Shown
from quizapp.core.wording import percent

MOST_VERSIONS = 26


@dataclass(frozen=True, slots=True)
class Printed:
    """A question on paper: `number` from 1, its texts in the order of this version, and its points."""

    number: int
    card: Card
    shown: Shown
    points: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One version of a paper; `letter` is "" when there is only one."""

    title: str
    letter: str
    seed: str
    questions: tuple[Printed, ...]
    minutes: float | None
    pass_mark: float | None

    @property
    def points(self) -> float:
        """What the whole paper is worth."""
        return sum(each.points for each in self.questions)


@dataclass(frozen=True, slots=True)
class Key:
    """What is right: (letter or number, text) pairs, and notes such as "also right: the UK"."""

    answers: tuple[tuple[str, str], ...]
    notes: tuple[str, ...] = ()


def sheets(deck: Deck, seed: str, versions: int = 1, *, mixed: bool = False) -> tuple[Sheet, ...]:
    """So many versions of the deck's paper; the same deck and seed always give the same.

    With an `exam:` section its plan says what is asked, and a single version is the very paper that `exam`
    asks with this seed. Without one, every question is on it, flashcards too. `mixed` puts the questions of
    each version in an order of its own.
    """
    seed = seed or (deck.exam.seed if deck.exam else "")
    made = []
    for number in range(versions):
        letter = letters(number) if versions > 1 else ""
        made.append(_sheet(deck, "-".join(filter(None, (seed, letter))) or "1", letter, mixed))
    return tuple(made)


def letters(number: int) -> str:
    """A, B, ... Z, AA, AB, ...: the name of the option at this place, from 0."""
    name = ""
    number += 1
    while number:
        number, place = divmod(number - 1, 26)
        name = chr(ord("A") + place) + name
    return name


def key_of(printed: Printed) -> Key:
    """What is right on this paper, in the letters and numbers that stand on it."""
    card, shown = printed.card, printed.shown
    match card.question:
        case Choice() | Multiple() as question:
            right = {option.text for option in question.options if option.right}
            return Key(tuple((letters(n), text) for n, text in enumerate(shown.options) if text in right))
        case TrueFalse() as question:
            return Key((("", said(question.answer)),))
        case Typed() as question:
            return Key((("", back(card)),), _typed_notes(question))
        case Number() as question:
            return Key((("", back(card)),), _number_notes(question))
        case Date() as question:
            close = (f"within {format_span(each.within)}: {percent(each.credit)}" for each in question.close)
            return Key((("", back(card)),), tuple(close))
        case Cloze():
            gaps = (" | ".join(blank.answers) for blank in blanks(card))
            return Key(tuple((str(n), text) for n, text in enumerate(gaps, 1)))
        case Matching() as question:
            place = {text: letters(n) for n, text in enumerate(shown.rights)}
            right_sides = {pair.left: pair.right for pair in question.pairs}
            return Key(
                tuple(
                    (f"{n} {place[right_sides[left]]}", f"{left}: {right_sides[left]}")
                    for n, left in enumerate(shown.lefts, 1)
                )
            )
        case Ordering() as question:
            return Key(tuple((str(question.items.index(item) + 1), item) for item in shown.items))
        case Flashcard() as question:
            return Key((("", question.answer),))
        case other:
            assert_never(other)


def paper_task(question: Question) -> str:
    """What is to be done with a pen, in a few words; "" where the question itself says it."""
    match question:
        case Choice():
            return "Tick one."
        case Multiple():
            return "Tick every right one."
        case TrueFalse():
            return "Tick one."
        case Number(unit=unit):
            return f"Write a number, in {unit}." if unit else "Write a number."
        case Date():
            return "Write a date."
        case Cloze():
            return "Fill in what is missing."
        case Matching():
            return "Write the letter of what belongs to it in each box."
        case Ordering():
            return "Number them in the right order, starting with 1."
        case Typed() | Flashcard():
            return ""
        case _:
            assert_never(question)


def plain_number(value: float) -> str:
    """ "2" or "2.5"."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _sheet(deck: Deck, seed: str, letter: str, mixed: bool) -> Sheet:
    plan = deck.exam or ExamPlan()
    paper = _drawn(deck, plan, seed, mixed)
    questions = {question.id: question for question in deck.questions}
    printed = []
    for number, item in enumerate(paper.items, 1):
        card = exam_card(deck.id, questions[item.question])
        printed.append(Printed(number, card, show(card, option_seed(seed)), item.points))
    title = plan.title or deck.title
    return Sheet(title, letter, seed, tuple(printed), plan.minutes, plan.pass_mark)


def _drawn(deck: Deck, plan: ExamPlan, seed: str, mixed: bool) -> Paper:
    if deck.exam is not None:
        return draw(deck, replace(plan, order=Order.SHUFFLED) if mixed else plan, seed)
    items = tuple(PaperItem(q.id, float(q.points)) for q in deck.questions if not q.suspend)
    return Paper(deck.id, seed, shuffled(items, f"print\n{deck.id}\n{seed}") if mixed else items)


def _typed_notes(question: Typed) -> tuple[str, ...]:
    also = [each.text for each in question.accept[1:] if not each.regex]
    patterns = [each.text for each in question.accept if each.regex]
    notes = [f"also right: {_listed(also)}"] if also else []
    notes += [f"also right, as a pattern: {_listed(patterns)}"] if patterns else []
    notes += [f"{each.match.text}: {percent(each.credit)}" for each in question.close]
    return tuple(notes)


def _number_notes(question: Number) -> tuple[str, ...]:
    notes = [f"give or take {_off(question.tolerance, question.unit)}"] if question.tolerance.amount else []
    others = [name for name, _ in question.units if name != question.unit]
    notes += [f"also in {_listed(others)}"] if others else []
    notes += [
        f"give or take {_off(each.within, question.unit)}: {percent(each.credit)}" for each in question.close
    ]
    return tuple(notes)


def _off(tolerance: Tolerance, unit: str) -> str:
    if tolerance.relative:
        return f"{_decimal(tolerance.amount * 100)}%"
    return f"{_decimal(tolerance.amount)} {unit}".strip()


def _decimal(value: Decimal) -> str:
    return format(value.normalize(), "f") if value else "0"


def _listed(texts: Iterable[str]) -> str:
    return "; ".join(texts)
