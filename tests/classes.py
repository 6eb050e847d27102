"""A small class made by hand: attempts, progress and files of learners, for tests of class reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from quizapp.core.answer import Picked, Wrote
from quizapp.core.classjoining import join
from quizapp.core.classmembers import HandedIn, Joined, RosterEntry
from quizapp.core.classreport import Made, Wanted, class_report
from quizapp.core.classroom import ClassReport
from quizapp.core.event import LearnerId
from quizapp.core.handin import Attempt, CardProgress, DeckProgress, HandIn, ItemAnswer
from quizapp.core.memory import Phase
from quizapp.core.question import DeckId, QuestionId
from quizapp.formats.handin import decode, encode

AT = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
DAY = AT.toordinal()
MADE = Made(AT + timedelta(days=1), DAY + 1, UTC)
OPTIONS = ("right", "left", "wrong")


def item(
    question: str = "q1",
    score: float | None = 1.0,
    given: str | None = None,
    *,
    points: float = 1.0,
    reached: bool = True,
    typed: bool = False,
    seconds: float = 30.0,
    objectives: tuple[str, ...] = (),
    tags: tuple[str, ...] = (),
    version: str = "w1",
) -> ItemAnswer:
    """A question of an attempt; a score of None was not answered."""
    text = given if given is not None else ("right" if score == 1.0 else "wrong")
    answered = score is not None
    return ItemAnswer(
        question=QuestionId(question),
        label=f"What is {question}?",
        type="typed" if typed else "choice",
        points=points,
        reached=reached,
        answer=(Wrote(text) if typed else Picked((text,))) if answered else None,
        shown=() if typed else OPTIONS,
        score=score,
        given=text if answered else "",
        expected="right",
        seconds=seconds,
        answered_at=AT if answered else None,
        wording_fingerprint=version,
        answer_fingerprint="a1",
        objectives=objectives,
        tags=tags,
    )


def attempt(
    *items: ItemAnswer,
    name: str = "",
    number: int = 1,
    deck: str = "rome",
    days: int = 0,
    pass_mark: float | None = None,
) -> Attempt:
    """An attempt of an hour, so many days after AT; `name` is its id."""
    begun = AT + timedelta(days=days)
    return Attempt(
        id=name,
        number=number,
        deck=DeckId(deck),
        title=deck.capitalize(),
        deck_fingerprint="d1",
        seed="s",
        started_at=begun,
        ended_at=begun + timedelta(hours=1),
        items=items,
        pass_mark=pass_mark,
    )


def card(
    question: str = "q1",
    recall: float | None = None,
    tries: int = 0,
    right: int = 0,
    *,
    lapses: int = 0,
    predictions: int = 0,
    predicted: float = 0.0,
    recalled: int = 0,
    tags: tuple[str, ...] = (),
) -> CardProgress:
    """A card that was answered as often as it was tried first."""
    return CardProgress(
        question=QuestionId(question),
        part="",
        label=f"What is {question}?",
        phase=Phase.NEW if recall is None else Phase.REVIEW,
        recall=recall,
        answers=tries,
        first_tries=tries,
        first_right=right,
        misses=tries - right,
        lapses=lapses,
        predictions=predictions,
        predicted=predicted,
        recalled=recalled,
        median_seconds=8.0 if tries else None,
        last_day=DAY if tries else None,
        tags=tags,
    )


def progress(
    *cards: CardProgress, deck: str = "rome", days: tuple[int, ...] = (DAY,), print_: str = "d1"
) -> DeckProgress:
    """Progress on a deck, 15 minutes of it."""
    return DeckProgress(
        deck=DeckId(deck),
        title=deck.capitalize(),
        deck_fingerprint=print_,
        cards=cards,
        minutes=15.0,
        days=days,
        last_at=AT,
    )


def hand_in(
    name: str,
    *attempts: Attempt,
    decks: Sequence[DeckProgress] = (),
    learner: str = "",
    written: timedelta = timedelta(),
) -> HandIn:
    """What a learner handed in; attempts without an id get one of the learner's own."""
    who = learner or name
    named = tuple(
        each if each.id else replace(each, id=f"{who} {each.deck} {each.number}") for each in attempts
    )
    return HandIn(
        name=name,
        learner=LearnerId(who),
        written_at=AT + written,
        study_day=DAY,
        attempts=named,
        decks=tuple(decks),
    )


def handed_in(hand_in_: HandIn, file: str = "", *, touched: bool = False) -> HandedIn:
    """As it is read from a file that is named after the learner."""
    checksum = decode(encode(hand_in_)).checksum
    return HandedIn(file or f"{hand_in_.name}.json", hand_in_, checksum, touched)


def joined(*files: HandIn | HandedIn, roster: Sequence[str | RosterEntry] | None = None) -> Joined:
    """The class of these files."""
    given = [each if isinstance(each, HandedIn) else handed_in(each) for each in files]
    entries = (
        None
        if roster is None
        else [each if isinstance(each, RosterEntry) else RosterEntry(each) for each in roster]
    )
    return join(entries, given, MADE.at)


def report(
    *files: HandIn | HandedIn,
    roster: Sequence[str | RosterEntry] | None = None,
    wanted: Wanted | None = None,
    unnamed: bool = False,
) -> ClassReport:
    """The report of these files."""
    return class_report(joined(*files, roster=roster), MADE, wanted or Wanted(), unnamed=unnamed)
