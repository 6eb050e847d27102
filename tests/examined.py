"""Exams for tests: decks with an exam, and the engine in a world of its own."""

from __future__ import annotations

from ten_types import TEN
from world import World

from quizapp.core.examstep import ExamAsking, ExamOver, ExamStep, Offer
from quizapp.core.question import DeckId
from quizapp.services.desk import Desk
from quizapp.services.exams import Exam

TEN_ID = DeckId("ten")
THREE_ID = DeckId("three")
THREE = """\
deck: Three
id: three
questions:
  - {q: Pick red, id: red, a: red, wrong: [blue, green], why: It is red., points: 2}
  - {q: Capital of France?, id: paris, accept: [Paris], why: x}
  - {q: Water is wet., id: wet, a: true, why: x}
  - {q: Zeus, id: zeus, a: Jupiter}
exam: {title: Week 3, minutes: 10, pass: 50%}
"""


def examined(world: World, text: str = THREE, name: str = "three.yaml") -> Exam:
    """The engine, with a deck in place."""
    world.write(name, text)
    world.library.sync()
    return engine(world)


def engine(world: World) -> Exam:
    """The engine as a new start of the program makes it."""
    return Exam(Desk(world.store, world.library, world.learner, world.settings, world.clock, world.names))


def ten(world: World, section: str = "{}") -> Exam:
    """The engine, with the deck of all ten types."""
    return examined(world, f"{TEN}exam: {section}\n", "ten.yaml")


def offered(exam: Exam, deck: DeckId = THREE_ID, *, seed: str = "", again: bool = False) -> Offer:
    """What is on offer; nothing has ended meanwhile."""
    offer = exam.offer(deck, seed=seed, again=again)
    assert isinstance(offer, Offer)
    return offer


def begun(exam: Exam, deck: DeckId = THREE_ID, *, seed: str = "", again: bool = False) -> ExamAsking:
    """The first question of the attempt that begins or is resumed."""
    return asking(exam.begin(offered(exam, deck, seed=seed, again=again)))


def asking(step: ExamStep | None) -> ExamAsking:
    """The step, which is a question."""
    assert isinstance(step, ExamAsking)
    return step


def over(step: ExamStep | Offer | None) -> ExamOver:
    """The step, which is the end."""
    assert isinstance(step, ExamOver)
    return step
