"""Papers as self-contained HTML pages that print well."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never
from unicodedata import bidirectional

from markupsafe import Markup

from quizapp.core.deck import Deck
from quizapp.core.facing import back, cloze_segments, front
from quizapp.core.literal import literal
from quizapp.core.paper import left_out
from quizapp.core.papersheet import Key, Printed, Sheet, key_of, letters, paper_task, plain_number
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
    TrueFalse,
    Typed,
)
from quizapp.core.setting import setting
from quizapp.core.wording import percent, plural
from quizapp.services.html import render
from quizapp.services.markup import block, inline, with_gaps
from quizapp.services.pictures import Pictures

PAPERS = ("a4", "letter")
_LINES = 4
_SHORT = 30
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class Choosing:
    """(letter, text) of each option, ticked in a box; `short` ones stand in two columns."""

    options: tuple[tuple[str, Markup], ...]
    short: bool


@dataclass(frozen=True, slots=True)
class Writing:
    """Empty lines, with a unit behind the only one."""

    lines: int
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Joining:
    """Numbered left sides with a box each, and right sides with letters."""

    lefts: tuple[tuple[int, Markup], ...]
    rights: tuple[tuple[str, Markup], ...]


@dataclass(frozen=True, slots=True)
class Numbering:
    """Items with a box for a number each."""

    items: tuple[Markup, ...]


Room = Choosing | Writing | Joining | Numbering | None
"""Where the answer goes; None: into the text itself."""


@dataclass(frozen=True, slots=True)
class PageQuestion:
    """A question as the template writes it; `room` names itself in `kind`."""

    number: int
    direction: str
    setting: str
    prompt: Markup
    task: str
    points: str
    kind: str
    room: Room


@dataclass(frozen=True, slots=True)
class PageKey:
    """What is right, as the template writes it."""

    number: int
    direction: str
    points: str
    answers: tuple[tuple[str, Markup], ...]
    notes: tuple[str, ...]
    why: Markup | None


def page(
    deck: Deck,
    sheet: Sheet,
    pictures: Pictures,
    *,
    paper: str = "a4",
    questions: bool = True,
    key: bool = False,
) -> str:
    """The HTML of one version: its questions, its key, or both, on A4 or Letter (`paper`)."""
    styles = ["paper.css", f"paper-{paper}.css", *([] if key else ["paper-total.css"])]
    return render(
        "paper.html",
        styles=styles,
        pictures=True,
        lang=deck.language if _LANGUAGE.fullmatch(deck.language) else "en",
        direction=direction((sheet.title, *(front(each.card) for each in sheet.questions))),
        title=sheet.title,
        letter=sheet.letter,
        facts=tuple(_facts(sheet)),
        total=plain_number(sheet.points),
        seed=sheet.seed,
        questions=[_question(each, sheet.title, pictures) for each in sheet.questions] if questions else [],
        keys=[_key(each, pictures) for each in sheet.questions] if key else [],
    )


def not_printed(deck: Deck) -> tuple[Question, ...]:
    """The questions of the deck that its paper leaves out."""
    if deck.exam is not None:
        return left_out(deck, deck.exam)
    return tuple(question for question in deck.questions if question.suspend)


def direction(texts: Iterable[str]) -> str:
    """ "rtl" when more of these texts begin in a script that is written from right to left, else "ltr"."""
    first = (next((d for d in map(bidirectional, text) if d in ("L", "R", "AL")), "") for text in texts)
    counts = Counter("rtl" if each in ("R", "AL") else "ltr" for each in first if each)
    return "rtl" if counts["rtl"] > counts["ltr"] else "ltr"


def file_names(target: Path, sheets: Sequence[Sheet]) -> tuple[Path, ...]:
    """A file for each version: `rome.html`, or `rome-A.html`, `rome-B.html`, ..."""
    return tuple(
        target.with_name(f"{target.stem}-{sheet.letter}{target.suffix}") if sheet.letter else target
        for sheet in sheets
    )


def _facts(sheet: Sheet) -> Iterator[str]:
    yield plural(len(sheet.questions), "question")
    yield _points(sheet.points)
    if sheet.minutes is not None:
        yield f"{plain_number(sheet.minutes)} minutes"
    if sheet.pass_mark is not None:
        yield f"passed from {percent(sheet.pass_mark)}"


def _points(points: float) -> str:
    return f"{plain_number(points)} {'point' if points == 1 else 'points'}"


def _question(printed: Printed, title: str, pictures: Pictures) -> PageQuestion:
    question = printed.card.question
    room = _room(printed, pictures)
    return PageQuestion(
        number=printed.number,
        direction=direction((front(printed.card), back(printed.card))),
        setting=literal(setting(printed.card, title)),
        prompt=_prompt(printed, pictures),
        task=paper_task(question),
        points=_points(printed.points) if printed.points else "",
        kind=type(room).__name__.lower(),
        room=room,
    )


def _prompt(printed: Printed, pictures: Pictures) -> Markup:
    question = printed.card.question
    if not isinstance(question, Cloze):
        return block(question.prompt, pictures.find)
    segments = cloze_segments(printed.card)
    lengths = [len(each.answers[0]) for each in segments if not isinstance(each, str)]
    longest, several = max(lengths), len(lengths) > 1
    # One width for all gaps of a text, so that the length of a gap tells nothing.
    width = "short" if longest <= 6 else "long" if longest > 18 else "middle"
    made: list[str | Markup] = []
    number = 0
    for segment in segments:
        if isinstance(segment, str):
            made.append(segment)
            continue
        number += 1
        place = Markup("<sup>{}</sup>").format(number) if several else ""
        made.append(Markup('<span class="gap {}">{}&nbsp;</span>').format(width, place))
        if segment.hint:
            made.append(Markup(' <span class="hint">({})</span>').format(literal(segment.hint)))
    return with_gaps(made, pictures.find)


def _room(printed: Printed, pictures: Pictures) -> Room:
    shown = printed.shown
    match printed.card.question:
        case Choice() | Multiple():
            texts = tuple((letters(n), inline(text, pictures.find)) for n, text in enumerate(shown.options))
            return Choosing(texts, all(len(text) <= _SHORT and "![" not in text for text in shown.options))
        case TrueFalse():
            return Choosing((("", Markup("True")), ("", Markup("False"))), short=True)
        case Typed() | Date():
            return Writing(1)
        case Number(unit=unit):
            return Writing(1, unit)
        case Flashcard():
            return Writing(_LINES)
        case Matching():
            lefts = enumerate((inline(text, pictures.find) for text in shown.lefts), 1)
            rights = enumerate(inline(text, pictures.find) for text in shown.rights)
            return Joining(tuple(lefts), tuple((letters(n), text) for n, text in rights))
        case Ordering():
            return Numbering(tuple(inline(text, pictures.find) for text in shown.items))
        case Cloze():
            return None
        case other:
            assert_never(other)


def _key(printed: Printed, pictures: Pictures) -> PageKey:
    question = printed.card.question
    found: Key = key_of(printed)
    return PageKey(
        number=printed.number,
        direction=direction((front(printed.card), back(printed.card))),
        points=plain_number(printed.points),
        answers=tuple((label, inline(text, pictures.find)) for label, text in found.answers),
        notes=found.notes,
        why=block(question.why, pictures.find) if question.why else None,
    )
