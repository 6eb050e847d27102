"""An exam as lines of text: all that can be typed, and nothing said about right and wrong before the end."""

from __future__ import annotations

import io

import pytest
from examined import TEN_ID, THREE, THREE_ID, examined, offered, ten
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ten_types import TEN
from world import World

from quizapp.core.answer import Filled, Wrote
from quizapp.core.examlog import Did
from quizapp.core.examstep import ExamOver
from quizapp.core.examwording import NOTHING_SAID
from quizapp.plain import Talk
from quizapp.plain.exam import draw_result, run_exam_plain
from quizapp.plain.examlines import ExamCommand, GoTo, NoSuchExamCommand, exam_help, read_exam_line
from quizapp.services.attempts import attempts
from quizapp.services.exams import Exam


def talked(exam: Exam, typed: str, *, deck: str = "three") -> tuple[str, ExamOver | None]:
    """What was said to these lines, and the end if it came to it."""
    out = io.StringIO()
    offer = offered(exam, TEN_ID if deck == "ten" else THREE_ID)
    over = run_exam_plain(exam, offer, Talk(io.StringIO(typed), out))
    if over is not None:
        draw_result(Talk(io.StringIO(), out), over)
    return out.getvalue(), over


def test_an_exam_is_answered_line_by_line_and_handed_in(world: World) -> None:
    said, over = talked(examined(world), "\n1\nParis\nt\n:d\nyes\n")
    assert over is not None and over.attempt.points >= 2
    exam, result = said.split("Hand in?")
    assert "Right answer" not in exam and "Wrong" not in exam
    assert exam.count("Saved.") == 3
    for words in (
        "Week 3: ",
        "1. Pick red",
        "2. Capital of France?",
        "Your answer: Paris",
        "Why: It is red.",
    ):
        assert words in result


def test_handing_in_names_what_is_open_and_asks(world: World) -> None:
    said, over = talked(examined(world), "\n\nParis\n:done\n\n:d\nno\n:d\ny\n")
    assert said.count("Not answered: 1, 3.") == 3
    assert over is not None


def test_an_empty_line_goes_on_without_an_answer_and_ends_at_the_overview(world: World) -> None:
    said, over = talked(examined(world), "\n\n\n\n")
    assert "That was the last question." in said
    assert "3. Water is wet. (open)" in said
    assert over is None


def test_going_about_flagging_and_clearing(world: World) -> None:
    said, _ = talked(
        examined(world), "\n:3\nf\n:p\n:f\n:1\n1\n:2\nLyon\n:2\n:c\n:c\n:o\n:9\n:x\n:t\n?\n:l\n:f\n"
    )
    for words in (
        "Question 3 of 3",
        "Flagged.",
        "Your answer so far: Lyon",
        "Your answer is taken back.",
        "There was no answer.",
        "1. Pick red (answered)",
        "2. Capital of France? (flagged)",
        "There are questions 1 to 3.",
        "There is no command :x. ? lists them.",
        "10 min left.",
        "No longer flagged.",
        "2 of 3 answered, 1 flagged",
    ):
        assert words in said, words
    assert all(line in said for line in exam_help()[:3])


def test_a_cloze_is_filled_gap_by_gap_and_kept_as_one_answer(world: World) -> None:
    exam = ten(world)
    talked(exam, "\n:7\ncat\n-\n", deck="ten")
    (record,) = attempts(world.store, world.learner.id)
    assert [event.answer for event in record.events if event.did is Did.ANSWER] == [Filled(("cat", ""))]


def test_a_line_that_is_no_answer_says_what_to_type(world: World) -> None:
    said, _ = talked(examined(world), "\n9\n")
    assert "Type the number of one option, 1 to 3." in said


def test_an_answer_that_begins_with_a_colon(world: World) -> None:
    exam = examined(world)
    talked(exam, "\n:2\n::d\n")
    (record,) = attempts(world.store, world.learner.id)
    assert [event.answer for event in record.events if event.did is Did.ANSWER] == [Wrote(":d")]


def test_leaving_keeps_the_exam_and_says_that_the_clock_goes_on(world: World) -> None:
    said, over = talked(examined(world), "\n1\n:q\n")
    assert over is None and "The clock goes on" in said
    (record,) = attempts(world.store, world.learner.id)
    assert record.events[-1].did is Did.LEAVE


def test_the_end_of_the_input_leaves(world: World) -> None:
    _, over = talked(examined(world), "\n1\n")
    assert over is None


@pytest.mark.parametrize("first", [":q\n", ""])
def test_nothing_begins_without_enter(world: World, first: str) -> None:
    said, over = talked(examined(world), first)
    assert over is None and "Nothing has begun." in said
    assert attempts(world.store, world.learner.id) == ()


class Slow(io.StringIO):
    """Lines that take a while to type."""

    def __init__(self, world: World, text: str, seconds: int) -> None:
        super().__init__(text)
        self._world, self._seconds = world, seconds

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        self._world.clock.forward(seconds=self._seconds)
        return super().readline(-1 if size is None else size)


def test_a_line_typed_after_the_time_is_not_counted(world: World) -> None:
    exam, out = examined(world), io.StringIO()
    over = run_exam_plain(exam, offered(exam), Talk(Slow(world, "\n1\nParis\n", 310), out))
    assert over is not None and over.attempt.overtime
    assert [item.answer is not None for item in over.attempt.items] == [True, False, False]
    assert "5 minutes left." in out.getvalue()


def test_feedback_never_says_only_that_it_is_handed_in(world: World) -> None:
    said, _ = talked(examined(world, THREE.replace("pass: 50%", "feedback: never")), "\n1\n:d\ny\n")
    result = said.split("Hand in?")[1]
    assert NOTHING_SAID in result
    assert "Pick red" not in result and "points" not in result


def test_text_of_decks_reaches_the_terminal_literally(world: World) -> None:
    said, _ = talked(examined(world, THREE.replace("Pick red", '"Pick\\e[31m red"')), "\n:o\n:d\ny\n")
    assert "\x1b" not in said


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.text(max_size=12) | st.sampled_from([f":{each.letter}" for each in ExamCommand]), max_size=25)
)
def test_anything_may_be_typed(world: World, lines: list[str]) -> None:
    exam = Exam(examined(world, TEN.replace("id: ten", "id: three"))._desk)
    over = exam.offer(THREE_ID, again=True)
    assert not isinstance(over, ExamOver)
    run_exam_plain(exam, over, Talk(io.StringIO("\n" + "\n".join(lines)), io.StringIO()))


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        (":n", ExamCommand.NEXT),
        (":HAND-IN", NoSuchExamCommand("hand-in")),
        (":done", ExamCommand.DONE),
        ("?", ExamCommand.HELP),
        (":12", GoTo(12)),
        (": 12", GoTo(12)),
        ("::n", ":n"),
        (" n ", " n "),
        ("", ""),
    ],
)
def test_a_line_means_a_command_or_an_answer(line: str, meant: object) -> None:
    assert read_exam_line(line) == meant
