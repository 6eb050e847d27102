"""The engine of an exam: every change on disk, an honest clock, one attempt counted, nothing scheduled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from examined import THREE, THREE_ID, asking, begun, engine, examined, offered, over
from world import START, World

from quizapp.core.answer import Answer, Picked, Said, Wrote
from quizapp.core.exam import Feedback
from quizapp.core.examlog import Did
from quizapp.core.examstep import ExamAsking
from quizapp.core.examwording import CLOSED_IN_TIME, RESUMED, TIME_WAS_UP
from quizapp.core.papersheet import sheets
from quizapp.core.question import DeckId
from quizapp.errors import DeckError, UsageError
from quizapp.services.attempts import attempts, finished_attempts
from quizapp.services.exams import Exam
from quizapp.services.papers import deck_with_exam
from quizapp.services.templates import template

RED, PARIS, WET = 0, 1, 2


@pytest.fixture
def exam(world: World) -> Exam:
    return examined(world)


def did(world: World) -> list[Did]:
    (record,) = attempts(world.store, world.learner.id)
    return [event.did for event in record.events]


def saved(world: World) -> list[Answer | None]:
    (record,) = attempts(world.store, world.learner.id)
    return [event.answer for event in record.events if event.did is Did.ANSWER]


def test_an_offer_says_what_comes_and_writes_nothing(world: World, exam: Exam) -> None:
    offer = offered(exam)
    assert (offer.title, offer.number, offer.count, offer.points) == ("Week 3", 1, 3, 4.0)
    assert (offer.minutes, offer.pass_mark, offer.feedback, offer.left_out) == (10, 0.5, Feedback.END, 1)
    assert attempts(world.store, world.learner.id) == ()


def test_an_answer_is_on_disk_before_its_step_is_shown(world: World, exam: Exam) -> None:
    begun(exam)
    step = asking(exam.answer(RED, Picked(("blue",)), PARIS))
    assert saved(world) == [Picked(("blue",))]
    assert (step.place, [cell.answered for cell in step.cells]) == (PARIS, [True, False, False])


def test_each_change_is_a_row_and_the_same_answer_again_is_none(world: World, exam: Exam) -> None:
    begun(exam)
    for text in ("Lyon", "Lyon", "Paris"):
        exam.answer(PARIS, Wrote(text))
    exam.clear(PARIS)
    exam.clear(PARIS)
    exam.answer(PARIS, Wrote("  "))
    exam.answer(PARIS, Wrote("Paris"))
    assert did(world) == [Did.OPEN, Did.ANSWER, Did.ANSWER, Did.CLEAR, Did.ANSWER]
    item = over(exam.hand_in()).attempt.items[PARIS]
    assert (item.answer, item.changes, item.score) == (Wrote("Paris"), 1, 1.0)


def test_an_empty_answer_clears_the_question(exam: Exam) -> None:
    begun(exam)
    exam.answer(PARIS, Wrote("Lyon"))
    assert asking(exam.answer(PARIS, Wrote(" "))).answer is None


def test_a_question_keeps_what_was_answered(exam: Exam) -> None:
    begun(exam)
    exam.answer(RED, Picked(("blue",)), WET)
    assert asking(exam.open(RED)).answer == Picked(("blue",))


def test_places_go_round(exam: Exam) -> None:
    begun(exam)
    assert asking(exam.open(-1)).place == WET
    assert asking(exam.open(3)).place == RED


def test_a_flag_comes_and_goes(exam: Exam) -> None:
    begun(exam)
    assert asking(exam.flag(PARIS)).cells[PARIS].flagged
    assert not asking(exam.flag(PARIS)).cells[PARIS].flagged


def test_handing_in_grades_every_question_once_and_says_what_was_right(world: World, exam: Exam) -> None:
    begun(exam)
    exam.answer(RED, Picked(("red",)), PARIS)
    exam.answer(PARIS, Wrote("Pariss"), WET)
    done = over(exam.hand_in())
    assert [(item.score, item.given, item.expected) for item in done.attempt.items] == [
        (1.0, "red", "red"),
        (1.0, "Pariss", "Paris"),
        (None, "", "True"),
    ]
    assert (done.attempt.points, done.attempt.maximum, done.attempt.overtime) == (3.0, 4.0, False)
    assert [item.reached for item in done.attempt.items] == [True, True, True]
    (record,) = attempts(world.store, world.learner.id)
    assert len(record.scores) == 3
    assert exam.hand_in() == done


def test_questions_never_opened_are_not_reached(exam: Exam) -> None:
    begun(exam)
    assert [item.reached for item in over(exam.hand_in()).attempt.items] == [True, False, False]


def test_the_settings_of_a_learner_do_not_change_the_grading(world: World) -> None:
    world.settings = replace(world.settings, typos=0)
    exam = examined(world)
    begun(exam)
    exam.answer(PARIS, Wrote("Pariss"))
    assert over(exam.hand_in()).attempt.items[PARIS].score == 1.0


def test_what_cannot_be_read_is_saved_as_typed_and_said(world: World) -> None:
    exam = examined(world, THREE.replace("accept: [Paris]", "number: 6"))
    begun(exam)
    step = asking(exam.answer(PARIS, Wrote("six")))
    assert "is not a number" in step.notices[0]
    item = over(exam.hand_in()).attempt.items[PARIS]
    assert (item.answer, item.score, item.given) == (Wrote("six"), 0.0, "six")


def test_a_date_before_christ_is_not_given_away(world: World) -> None:
    exam = examined(world, THREE.replace("accept: [Paris]", "date: 44 BC"))
    begun(exam)
    assert asking(exam.answer(PARIS, Wrote("44"))).notices == ()
    assert over(exam.hand_in()).attempt.items[PARIS].score == 0.0


def test_time_on_a_question_runs_while_it_is_open(world: World, exam: Exam) -> None:
    begun(exam)
    world.clock.forward(seconds=20)
    exam.answer(RED, Picked(("red",)), PARIS)
    world.clock.forward(seconds=5)
    exam.open(RED)
    world.clock.forward(seconds=10)
    attempt = over(exam.hand_in()).attempt
    assert [item.seconds for item in attempt.items] == [30.0, 5.0, 0.0]
    assert attempt.items[RED].answered_at == START + timedelta(seconds=20)


def test_when_the_time_is_over_the_attempt_ends_with_what_was_saved(world: World, exam: Exam) -> None:
    begun(exam)
    exam.answer(RED, Picked(("red",)), PARIS)
    world.clock.forward(minutes=9, seconds=59)
    assert isinstance(exam.tick(), ExamAsking)
    world.clock.forward(seconds=1)
    done = over(exam.answer(PARIS, Wrote("Paris")))
    assert (done.attempt.overtime, done.attempt.ended_at) == (True, START + timedelta(minutes=10))
    assert [item.score for item in done.attempt.items] == [1.0, None, None]
    assert done.notices == (TIME_WAS_UP,)


ACTS: dict[str, Callable[[Exam], object]] = {
    "tick": lambda exam: exam.tick(),
    "open": lambda exam: exam.open(1),
    "flag": lambda exam: exam.flag(0),
    "clear": lambda exam: exam.clear(0),
    "leave": lambda exam: exam.leave(),
    "hand in": lambda exam: exam.hand_in(),
}


@pytest.mark.parametrize("act", ACTS)
def test_whatever_is_done_after_the_time_ends_the_attempt_at_its_time(world: World, act: str) -> None:
    exam = examined(world)
    begun(exam)
    world.clock.forward(minutes=11)
    ACTS[act](exam)
    done = over(exam.step)
    assert (done.attempt.overtime, done.attempt.ended_at) == (True, START + timedelta(minutes=10))


def test_an_exam_without_a_limit_never_ends_by_itself(world: World) -> None:
    exam = examined(world, THREE.replace("minutes: 10, ", ""))
    begun(exam)
    world.clock.forward(days=3)
    assert isinstance(exam.tick(), ExamAsking)


def test_an_exam_goes_on_after_a_crash_and_its_clock_went_on(world: World, exam: Exam) -> None:
    begun(exam)
    exam.answer(RED, Picked(("red",)), PARIS)
    exam.flag(PARIS)
    world.clock.forward(minutes=4)
    world.restart()
    again = engine(world)
    offer = offered(again)
    assert (offer.resumes, offer.answered, offer.deadline) == (True, 1, START + timedelta(minutes=10))
    step = asking(again.begin(offer))
    assert (step.place, step.deadline, step.notices) == (PARIS, START + timedelta(minutes=10), (RESUMED,))
    assert (step.cells[RED].answered, step.cells[PARIS].flagged) == (True, True)
    attempt = over(again.hand_in()).attempt
    assert (attempt.resumed, attempt.number) == (1, 1)
    assert attempt.items[PARIS].seconds == 0.0


def test_time_that_ran_out_while_the_program_was_closed_ends_the_attempt(world: World, exam: Exam) -> None:
    begun(exam)
    exam.answer(RED, Picked(("red",)), PARIS)
    exam.leave()
    world.clock.forward(days=2)
    done = over(engine(world).offer(THREE_ID))
    assert done.notices == (CLOSED_IN_TIME,)
    assert (done.attempt.ended_at, done.attempt.points) == (START + timedelta(minutes=10), 2.0)
    assert done.attempt.items[PARIS].seconds == 0.0


def test_handing_in_a_file_ends_what_ran_out_too(world: World, exam: Exam) -> None:
    begun(exam)
    world.clock.forward(minutes=5)
    assert finished_attempts(world.store, world.learner.id, world.clock.now()) == ()
    world.clock.forward(minutes=5)
    (attempt,) = finished_attempts(world.store, world.learner.id, world.clock.now())
    assert attempt.overtime


def test_a_clock_that_is_set_back_gives_no_time(world: World, exam: Exam) -> None:
    begun(exam)
    world.clock.forward(minutes=6)
    exam.flag(RED)
    world.clock.forward(hours=-5)
    exam.flag(RED)
    assert exam.now() == START + timedelta(minutes=6)
    assert over(exam.hand_in()).attempt.ended_at == START + timedelta(minutes=6)


def test_a_second_attempt_must_be_asked_for_and_is_numbered(world: World, exam: Exam) -> None:
    begun(exam)
    exam.hand_in()
    with pytest.raises(UsageError, match="taken this exam already") as refused:
        exam.offer(THREE_ID)
    assert "attempt 2" in refused.value.fix
    second = engine(world)
    begun(second, again=True)
    assert over(second.hand_in()).attempt.number == 2


def test_asking_for_another_attempt_resumes_the_one_that_is_open(world: World, exam: Exam) -> None:
    begun(exam)
    assert offered(engine(world), again=True).resumes


def test_two_windows_see_each_other(world: World, exam: Exam) -> None:
    begun(exam)
    other = engine(world)
    begun(other)
    exam.answer(RED, Picked(("red",)))
    assert asking(other.flag(WET)).cells[RED].answered
    other.hand_in()
    assert over(exam.answer(PARIS, Wrote("Paris"))).attempt.items[PARIS].score is None


def test_two_windows_begin_one_attempt(world: World, exam: Exam) -> None:
    offer, other = offered(exam), engine(world)
    begun(other)
    with pytest.raises(UsageError, match="Another window"):
        exam.begin(offer)


def test_the_deck_may_change_while_the_exam_runs(world: World, exam: Exam) -> None:
    begun(exam)
    world.write("three.yaml", "deck: Three\nid: three\nquestions:\n  - {q: New?, a: x, wrong: [y]}\n")
    world.library.sync()
    world.restart()
    step = begun(engine(world))
    assert step.asking.card.question.prompt == "Pick red"
    assert len(step.cells) == 3


def test_nothing_of_an_exam_reaches_the_schedule_or_the_log(world: World, exam: Exam) -> None:
    before = world.store.connection.rows("SELECT * FROM memory ORDER BY card")
    begun(exam)
    exam.answer(RED, Picked(("blue",)), PARIS)
    exam.hand_in()
    assert world.store.connection.rows("SELECT * FROM memory ORDER BY card") == before
    assert list(world.store.all_events(world.learner.id)) == []
    assert world.store.days(world.learner.id, 0, 10**6) == {}


def order(step: ExamAsking, exam: Exam) -> list[str]:
    prompts = []
    for place in range(len(step.cells)):
        prompts.append(asking(exam.open(place)).asking.card.question.prompt)
    return prompts


def test_a_seed_gives_two_learners_one_paper(world: World) -> None:
    exam = examined(world, THREE.replace("minutes: 10", "order: shuffled"))
    papers = []
    for number, seed in enumerate(("x", "x", "y", "z", "w")):
        step = begun(exam, seed=seed, again=number > 0)
        papers.append(order(step, exam))
        assert over(exam.hand_in()).attempt.seed == seed
        exam = engine(world)
    assert papers[0] == papers[1]
    assert len({tuple(paper) for paper in papers}) > 1


def test_the_printed_paper_of_a_seed_is_the_one_on_the_screen(world: World) -> None:
    exam = examined(world, THREE.replace("minutes: 10", "order: shuffled"))
    step = begun(exam, seed="x")
    deck, _ = deck_with_exam(world.library, THREE_ID)
    (sheet,) = sheets(deck, "x")
    asked = [asking(exam.open(place)).asking for place in range(len(step.cells))]
    assert [(each.card, each.shown) for each in sheet.questions] == [
        (each.card, each.shown) for each in asked
    ]


def test_without_a_seed_each_learner_gets_a_paper_of_their_own(world: World) -> None:
    exam = examined(world, THREE.replace("minutes: 10", "order: shuffled"))
    assert offered(exam).seed != offered(exam).seed


def test_the_seed_of_the_deck_is_the_one_that_counts(world: World) -> None:
    exam = examined(world, THREE.replace("minutes: 10", "seed: monday"))
    assert offered(exam).seed == "monday"
    assert offered(exam, seed="monday").seed == "monday"
    with pytest.raises(UsageError, match="seed of its own"):
        exam.offer(THREE_ID, seed="tuesday")


def test_a_mistake_in_the_section_keeps_the_exam_from_beginning(world: World) -> None:
    exam = examined(world, THREE.replace("minutes: 10", "minuts: 10"))
    with pytest.raises(DeckError, match="mistakes in its `exam:`"):
        exam.offer(THREE_ID)


def test_a_deck_of_flashcards_has_no_exam(world: World) -> None:
    exam = examined(world, "deck: Cards\nid: three\nquestions:\n  - {q: A, a: b}\n")
    with pytest.raises(UsageError, match="no question that an exam can ask"):
        exam.offer(THREE_ID)


def test_a_deck_without_the_section_is_asked_whole_without_a_limit(world: World) -> None:
    exam = examined(world, THREE.split("exam:")[0])
    offer = offered(exam)
    assert (offer.title, offer.count, offer.minutes, offer.pass_mark) == ("Three", 3, None, None)


def test_true_and_false_are_answers(exam: Exam) -> None:
    begun(exam)
    exam.answer(WET, Said(False))
    assert over(exam.hand_in()).attempt.items[WET].score == 0.0


def test_the_lines_of_a_new_deck_make_an_exam(world: World) -> None:
    lines = template(title="New").splitlines()
    marked = [line for line in lines if line.startswith(("# exam:", "#   "))]
    assert marked
    text = "\n".join(line.removeprefix("# ") if line in marked else line for line in lines)
    exam = examined(world, text, "new.yaml")
    offer = offered(exam, DeckId("new"))
    assert (offer.minutes, offer.pass_mark, offer.count) == (30, 0.6, 10)
