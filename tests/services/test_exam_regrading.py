"""A corrected key reaches exam attempts, kept or handed in, and can be taken back."""

from __future__ import annotations

from dataclasses import replace

from examined import THREE, THREE_ID, begun, examined, over
from world import World

from quizapp.core.answer import Answer, Picked, Said, Wrote
from quizapp.core.examregrading import by_present_key, rescored
from quizapp.core.examstate import attempt_of
from quizapp.core.handin import Attempt
from quizapp.core.question import Question, QuestionId
from quizapp.core.regrading import LeftAlone
from quizapp.formats.native import read_deck
from quizapp.services.attempts import attempts
from quizapp.services.desk import Desk
from quizapp.services.regrading import Plan, plan, regrade, runs, take_back
from quizapp.store import persons

RED, PARIS, WET = 0, 1, 2
FIXED = THREE.replace("accept: [Paris]", "accept: [Paris, Lutetia]")


def taken(world: World, answers: dict[int, Answer], deck: str = THREE) -> Attempt:
    exam = examined(world, deck)
    begun(exam)
    for place, answer in answers.items():
        exam.answer(place, answer)
    return over(exam.hand_in()).attempt


def corrected(world: World, text: str = FIXED) -> None:
    name = next(world.decks.glob("*.yaml")).name
    world.write(name, text)
    world.library.sync()


def planned(world: World) -> Plan:
    return plan(world.store, world.library, [world.learner.id], THREE_ID, world.settings.grading)


def desks(world: World) -> list[Desk]:
    return [Desk(world.store, world.library, world.learner, world.settings, world.clock, world.names)]


def scores(world: World) -> list[float | None]:
    (record,) = attempts(world.store, world.learner.id)
    return [item.score for item in attempt_of(record).items]


def questions(text: str) -> dict[QuestionId, Question]:
    deck = read_deck(text.encode(), "three.yaml").deck
    assert deck is not None
    return {question.id: question for question in deck.questions}


def test_an_attempt_is_judged_by_the_corrected_key(world: World) -> None:
    taken(world, {PARIS: Wrote("Lutetia"), WET: Said(True)})
    assert scores(world) == [None, 0.0, 1.0]
    corrected(world)
    found = planned(world)
    assert [(c.given, c.before.score, c.after.score) for c in found.in_exams] == [("Lutetia", 0.0, 1.0)]
    assert (found.judged, found.changes, found.learners) == (2, (), (world.learner.id,))
    assert regrade(desks(world), found) == 1
    assert scores(world) == [None, 1.0, 1.0]
    assert planned(world).in_exams == ()


def test_it_is_taken_back_as_one_and_can_be_done_again(world: World) -> None:
    taken(world, {RED: Picked(("blue",)), PARIS: Wrote("Lutetia"), WET: Said(True)})
    before = scores(world)
    corrected(world, FIXED.replace("a: true", "a: false"))
    for _ in range(2):
        assert regrade(desks(world), planned(world)) == 2
        (run,) = runs(world.store, [world.learner.id], THREE_ID)
        assert (run.answers, run.learners) == (2, (world.learner.id,))
        assert take_back(desks(world), run) == 2
        assert scores(world) == before
        assert runs(world.store, [world.learner.id], THREE_ID) == ()


def test_the_first_scores_are_never_lost(world: World) -> None:
    taken(world, {PARIS: Wrote("Lutetia")})
    corrected(world)
    regrade(desks(world), planned(world))
    (record,) = attempts(world.store, world.learner.id)
    assert [each.score for each in record.scores] == [None, 0.0, None]
    corrected(world, THREE)
    assert regrade(desks(world), planned(world)) == 1
    assert scores(world) == [None, 0.0, None]


def test_an_attempt_that_still_runs_is_left_to_its_end(world: World) -> None:
    exam = examined(world)
    begun(exam)
    exam.answer(PARIS, Wrote("Lutetia"))
    corrected(world)
    assert planned(world) == Plan(THREE_ID, (), (), 0, ())


def test_deleting_a_learner_deletes_what_was_regraded(world: World) -> None:
    taken(world, {PARIS: Wrote("Lutetia")})
    corrected(world)
    regrade(desks(world), planned(world))
    with world.store.connection.transaction():
        persons.erase(world.store.connection, world.learner.id)
    assert world.store.connection.rows("SELECT * FROM exam_regrade") == []


def test_a_question_that_asks_something_else_is_left_alone(world: World) -> None:
    attempt = taken(world, {PARIS: Wrote("Lutetia")})
    other = FIXED.replace("Capital of France?", "Capital of Gaul?")
    assert other != FIXED
    assert rescored(attempt, questions(other)).left == (LeftAlone.ANOTHER,)
    assert by_present_key(attempt, questions(other))[1] == 0


def test_what_was_handed_in_reads_as_by_the_present_key(world: World) -> None:
    attempt = taken(world, {PARIS: Wrote("Lutetia")})
    fixed = questions(FIXED.replace("a: true", "a: false"))
    again, changed = by_present_key(attempt, fixed)
    assert changed == 1 and [item.score for item in again.items] == [None, 1.0, None]
    assert again.items[WET].expected == "False"
    assert by_present_key(again, fixed) == (again, 0)


def test_by_the_same_key_an_attempt_stays_as_it_is(world: World) -> None:
    attempt = taken(world, {RED: Picked(("red",)), PARIS: Wrote("Pariss"), WET: Said(False)})
    assert by_present_key(attempt, questions(THREE)) == (attempt, 0)
    assert by_present_key(replace(attempt, items=()), questions(THREE))[1] == 0
