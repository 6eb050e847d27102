"""Simulate a class: a roster and the files its learners hand in. Nothing in them is real, and they say so.

    python tools/sample_class.py FOLDER [--learners 28] [--questions N] [--seed 7]

Writes FOLDER/roster.csv and FOLDER/results/*.json. Without --questions the exam is that of the Korean War
deck; with it a made-up deck of N questions of multiple choice. The same arguments write the same files.
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from sample_answers import Grader, right_answer, wrong_answers

from quizapp.core.answer import Answer
from quizapp.core.card import Card, cards_of
from quizapp.core.deck import Deck
from quizapp.core.event import LearnerId
from quizapp.core.exam import ExamPlan
from quizapp.core.facing import back, one_line
from quizapp.core.handin import Attempt, CardProgress, DeckProgress, HandIn, ItemAnswer
from quizapp.core.identity import answer_fingerprint, deck_fingerprint, wording_fingerprint
from quizapp.core.memory import Phase
from quizapp.core.paper import draw, exam_card, option_seed
from quizapp.core.presenting import show
from quizapp.core.question import (
    Choice,
    DeckId,
    Option,
    Question,
    QuestionId,
)
from quizapp.core.wording import card_label
from quizapp.formats.handin import encode
from quizapp.formats.native import read_deck

DECK = Path(__file__).parent.parent / "decks" / "korean-war.yaml"
STARTED = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
FIRST_NAMES = (
    "Aino Bilal Chloe Dmitri Elif Femi Greta Hugo Ines Jonas Kavya Lars Mei Noor Olga Pavel "
    "Quinn Rosa Sami Tove Uma Viktor Wen Ximena Yusuf Zoe Anders Bea Cyrus Dalia Emil Freya"
)
SURNAME = "Sample"
MIS_KEYED = 3
"""The place among the multiple-choice questions of one whose key the simulation takes for wrong."""


@dataclass(frozen=True, slots=True)
class Person:
    """A simulated learner: `ability` and `pace` are about 0 and 1."""

    name: str
    group: str
    ability: float
    pace: float


@dataclass(frozen=True, slots=True)
class Task:
    """A question on the paper, with what the simulation knows of it."""

    card: Card
    asked: ItemAnswer
    difficulty: float
    lure: Answer | None
    wrong: tuple[Answer, ...]


def simulated_class(learners: int = 28, questions: int | None = None, seed: int = 7) -> list[HandIn]:
    """What each of so many simulated learners hands in, in the order of the roster."""
    chance = random.Random(seed)
    deck = _shipped() if questions is None else made_up_deck(questions)
    tasks = tuple(_tasks(deck, chance))
    grader = Grader()
    return [_hand_in(person, deck, tasks, grader, chance) for person in people(learners, seed)]


def people(learners: int, seed: int = 7) -> list[Person]:
    """So many learners in two groups; each surname is Sample."""
    chance, names = random.Random(f"people {seed}"), FIRST_NAMES.split()
    made = []
    for number in range(learners):
        turn, place = divmod(number, len(names))
        name = f"{names[place]} {SURNAME}{f' {turn + 1}' if turn else ''}"
        made.append(Person(name, "AB"[number % 2], chance.gauss(0, 1), chance.uniform(0.7, 1.5)))
    return made


def roster(learners: int, seed: int = 7) -> str:
    """The roster as CSV."""
    rows = [
        f"{person.name},s{place:03d},{person.group}" for place, person in enumerate(people(learners, seed))
    ]
    return "\n".join(("name,id,group", *rows)) + "\n"


def made_up_deck(questions: int) -> Deck:
    """So many questions of multiple choice with four options each."""
    return Deck(
        id=DeckId("simulated"),
        title="Simulated exam",
        questions=tuple(
            Choice(
                id=QuestionId(f"q{number:03d}"),
                prompt=f"Simulated question {number + 1}?",
                options=tuple(Option(f"Option {letter}{number + 1}", letter == "A") for letter in "ABCD"),
                objectives=(f"Objective {number % 8 + 1}",),
            )
            for number in range(questions)
        ),
    )


def _shipped() -> Deck:
    read = read_deck(DECK.read_bytes(), DECK.name).deck
    assert read is not None
    return replace(read, title=f"{read.title} (simulated class)")


def _tasks(deck: Deck, chance: random.Random) -> Iterator[Task]:
    asked = {question.id: question for question in deck.questions}
    choices = 0
    for item in draw(deck, ExamPlan(), "").items:
        question = asked[item.question]
        card = exam_card(deck.id, question)
        wrong = tuple(wrong_answers(card))
        choices += isinstance(question, Choice)
        lure = wrong[0] if isinstance(question, Choice) and choices == MIS_KEYED else None
        yield Task(card, _asked(card, item.points), chance.gauss(-0.4, 1.1), lure, wrong)


@lru_cache(maxsize=1)
def _fingerprint(deck: Deck) -> str:
    return deck_fingerprint(deck.questions)


def _hand_in(
    person: Person, deck: Deck, tasks: Sequence[Task], grader: Grader, chance: random.Random
) -> HandIn:
    began = STARTED + timedelta(minutes=chance.randrange(3))
    attempts = [_attempt(person, deck, tasks, grader, chance, began, 1)]
    if chance.random() < 0.25:
        wiser = replace(person, ability=person.ability + 0.6)
        attempts.append(_attempt(wiser, deck, tasks, grader, chance, began + timedelta(days=2), 2))
    written = began + timedelta(days=chance.choice((2, 3, 3, 4)), hours=3)
    return HandIn(
        name=person.name,
        learner=LearnerId(f"simulated-{person.name.lower().replace(' ', '-')}"),
        written_at=written,
        study_day=written.toordinal(),
        attempts=tuple(attempts),
        decks=(_progress(person, deck, written, chance),),
    )


def _attempt(
    person: Person,
    deck: Deck,
    tasks: Sequence[Task],
    grader: Grader,
    chance: random.Random,
    began: datetime,
    number: int,
) -> Attempt:
    fingerprint = _fingerprint(deck)
    reached = len(tasks) if person.pace < 1.42 else len(tasks) - chance.randint(1, 3)
    items, spent = [], 0.0
    for place, task in enumerate(tasks):
        if place < reached:
            seconds = round(person.pace * chance.uniform(8, 45), 1)
            spent += seconds
            answered = began + timedelta(seconds=spent)
            items.append(_answered(task, _answer(person, task, chance), grader, seconds, answered))
        else:
            items.append(task.asked)
    return Attempt(
        id=f"simulated-{person.name}-{number}",
        number=number,
        deck=deck.id,
        title=deck.title,
        deck_fingerprint=fingerprint,
        seed="simulated",
        started_at=began,
        ended_at=began + timedelta(seconds=spent + 20),
        items=tuple(items),
        minutes=60.0,
        overtime=reached < len(tasks),
        pass_mark=0.5,
    )


def _answer(person: Person, task: Task, chance: random.Random) -> Answer | None:
    knows = 1 / (1 + math.exp(-1.4 * (person.ability - task.difficulty)))
    if chance.random() < 0.02:
        return None
    if task.lure is not None:
        return task.lure if chance.random() < 0.15 + 0.7 * knows else right_answer(task.card)
    if chance.random() < knows:
        return right_answer(task.card)
    weights = [4, 3, *[1] * len(task.wrong)][: len(task.wrong)]
    return chance.choices(task.wrong, weights)[0]


def _asked(card: Card, points: float) -> ItemAnswer:
    question = card.question
    return ItemAnswer(
        question=question.id,
        label=card_label(card),
        type=type(question).__name__.lower(),
        points=points,
        reached=False,
        shown=show(card, option_seed("simulated")).texts,
        expected=one_line(back(card)),
        wording_fingerprint=wording_fingerprint(question),
        answer_fingerprint=answer_fingerprint(question),
        objectives=question.objectives,
        tags=question.tags,
    )


def _answered(task: Task, answer: Answer | None, grader: Grader, seconds: float, at: datetime) -> ItemAnswer:
    seen = replace(task.asked, reached=True, seconds=seconds)
    if answer is None:
        return seen
    found = grader.grade(task.card, answer)
    return replace(
        seen, answer=answer, score=found.score, given=found.given, expected=found.expected, answered_at=at
    )


def _progress(person: Person, deck: Deck, written: datetime, chance: random.Random) -> DeckProgress:
    today = written.toordinal()
    days = tuple(sorted(chance.sample(range(today - 30, today - 1), chance.randint(2, 14))))
    cards = [card for question in deck.questions for card in cards_of(deck.id, question)]
    return DeckProgress(
        deck=deck.id,
        title=deck.title,
        deck_fingerprint=_fingerprint(deck),
        cards=tuple(_card(person, card, days[-1], chance) for card in cards),
        minutes=round(len(days) * chance.uniform(4, 15), 1),
        days=days,
        last_at=written - timedelta(days=today - days[-1]),
    )


def _card(person: Person, card: Card, last: int, chance: random.Random) -> CardProgress:
    question: Question = card.question
    plain = CardProgress(
        question=question.id,
        part=card.key.part,
        label=card_label(card),
        phase=Phase.NEW,
        recall=None,
        answers=0,
        first_tries=0,
        first_right=0,
        misses=0,
        lapses=0,
        predictions=0,
        predicted=0.0,
        recalled=0,
        median_seconds=None,
        last_day=None,
        objectives=question.objectives,
        tags=question.tags,
    )
    if chance.random() < 0.25:
        return plain
    tries = chance.randint(1, 8)
    recall = min(0.99, max(0.2, chance.gauss(0.85 + 0.05 * person.ability, 0.08)))
    right = sum(chance.random() < recall for _ in range(tries))
    return replace(
        plain,
        phase=Phase.REVIEW if tries > 2 else Phase.LEARNING,
        recall=round(recall, 4),
        answers=tries,
        first_tries=tries,
        first_right=right,
        misses=tries - right,
        lapses=max(0, tries - right - 1),
        predictions=tries - 1,
        predicted=round(min(0.99, recall + chance.gauss(0.02, 0.04)) * (tries - 1), 4),
        recalled=min(right, tries - 1),
        median_seconds=round(chance.uniform(3, 20), 1),
        last_day=last,
    )


def write(folder: Path, learners: int, questions: int | None, seed: int) -> None:
    """The roster and one file a learner."""
    results = folder / "results"
    results.mkdir(parents=True, exist_ok=True)
    (folder / "roster.csv").write_text(roster(learners, seed), encoding="utf-8")
    for handed in simulated_class(learners, questions, seed):
        name = handed.name.lower().replace(" ", "-")
        (results / f"{name}.json").write_text(encode(handed), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--learners", type=int, default=28)
    parser.add_argument("--questions", type=int)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    write(given.folder, given.learners, given.questions, given.seed)


if __name__ == "__main__":
    main()
