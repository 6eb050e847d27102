"""An exam in the app: all saved when one moves on, the time in sight, nothing given away before the end."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from examined import THREE, THREE_ID, examined, offered
from stage import SIZE, Stage
from ten_types import TEN
from textual.content import Content
from world import World

from quizapp.core.answer import Answer, Filled, Matched, Ordered, Picked, Said, Wrote
from quizapp.core.examlog import AttemptRecord, Did
from quizapp.core.examstep import Cell, ExamAsking, ExamStep
from quizapp.core.question import DeckId
from quizapp.errors import StoreFull
from quizapp.formats.handin import decode
from quizapp.plain import Talk
from quizapp.plain.exam import run_exam_plain
from quizapp.services.attempts import attempts
from quizapp.services.exams import Exam
from quizapp.settings import find_paths
from quizapp.tui.app import QuizApp
from quizapp.tui.engine import ExamWish, ResultPlace
from quizapp.tui.screens.exam import ExamScreen
from quizapp.tui.screens.examdialogs import ExamOverviewScreen, HandInScreen, LeaveScreen
from quizapp.tui.screens.examends import ExamResultScreen, ExamStartScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.services import AppServices
from quizapp.tui.views.base import QuestionView
from quizapp.tui.widgets.answerinput import AnswerInput
from quizapp.tui.widgets.exambar import ExamBar, strip
from quizapp.tui.widgets.examgrid import ExamGrid

TYPED = THREE.replace("a: red, wrong: [blue, green]", "accept: [red]")


def services_for(world: World, kind: type[AppServices] = AppServices) -> AppServices:
    world.library.sync()
    paths = find_paths({"QUIZAPP_HOME": str(world.home)})
    result = ResultPlace("Ann B", world.home)
    return kind(
        world.store, world.library, world.learner, world.settings, world.clock, world.names, paths, result
    )


@asynccontextmanager
async def taking(
    world: World,
    text: str = THREE,
    deck: DeckId = THREE_ID,
    *,
    begin: bool = True,
    size: tuple[int, int] = SIZE,
    kind: type[AppServices] = AppServices,
) -> AsyncIterator[Stage]:
    """The app at the first question of an exam, or before it."""
    world.write(f"{deck}.yaml", text)
    app = QuizApp(services_for(world, kind), exam=ExamWish(deck))
    async with app.run_test(size=size) as pilot:
        stage = Stage(app, pilot)
        await stage.drawn()
        if begin:
            await stage.press("enter")
        yield stage


def exam_screen(stage: Stage) -> ExamScreen:
    return next(screen for screen in stage.app.screen_stack if isinstance(screen, ExamScreen))


def asked(stage: Stage) -> ExamAsking:
    step = exam_screen(stage).step
    assert isinstance(step, ExamAsking)
    return step


def view(stage: Stage) -> QuestionView:
    (shown,) = stage.app.screen.query_one("#answer").children
    assert isinstance(shown, QuestionView)
    return shown


async def beat(stage: Stage) -> None:
    """A second has passed, as the screen is told."""
    exam_screen(stage).beat()
    await stage.drawn()


def kept(world: World) -> AttemptRecord:
    (record,) = attempts(world.store, world.learner.id)
    return record


def answers(world: World) -> dict[int | None, Answer | None]:
    """The last answer of each question on disk."""
    return {event.item: event.answer for event in kept(world).events if event.did is Did.ANSWER}


def result_file(world: World) -> Path:
    (path,) = world.home.glob("exam-*.json")
    return path


async def test_nothing_begins_before_enter(world: World) -> None:
    async with taking(world, begin=False) as stage:
        assert isinstance(stage.screen(), ExamStartScreen)
        for words in (
            "Week 3",
            "3 questions, 4 points, 10 minutes",
            "50% of the points",
            "1 question left out",
        ):
            assert words in stage.text
        await stage.press("escape")
        assert isinstance(stage.screen(), HomeScreen)
    assert attempts(world.store, world.learner.id) == ()


async def test_enter_saves_and_shows_the_next_question_and_no_verdict(world: World) -> None:
    async with taking(world) as stage:
        assert "Question 1 of 3, 2 points" in stage.text
        await stage.press("1", "enter")
        assert "Question 2 of 3, 1 point" in stage.text
        assert "1 of 3 answered" in stage.text
        assert "Right" not in stage.text and "Wrong" not in stage.text
    assert isinstance(answers(world)[0], Picked)


async def test_an_exam_from_start_to_the_result_file(world: World) -> None:
    async with taking(world) as stage:
        options = asked(stage).asking.shown.options
        await stage.press(str(options.index("red") + 1), "enter")
        await stage.write("Lyon")
        await stage.press("enter", "enter")
        assert isinstance(stage.screen(), ExamOverviewScreen)
        await stage.press("h")
        assert "Not answered: 3." in stage.text
        await stage.press("y")
        assert isinstance(stage.screen(), ExamResultScreen)
        for words in (
            "2 of 4 points (50%): passed",
            "✓ 1. Pick red",
            "✗ 2. Capital",
            "Lyon",
            "Paris",
            "○ 3. Water",
        ):
            assert words in stage.text
        assert "It is red." in stage.text
        assert "exam-three-Ann-B-2026-03-02.json" in "".join(stage.text.split())
        await stage.press("enter")
        assert isinstance(stage.screen(), HomeScreen)
    found = decode(result_file(world).read_bytes())
    assert found.findings == () and found.hand_in is not None
    assert (found.hand_in.name, [each.points for each in found.hand_in.attempts]) == ("Ann B", [2.0])


async def test_feedback_never_says_only_that_it_is_handed_in(world: World) -> None:
    async with taking(world, THREE.replace("pass: 50%", "feedback: never")) as stage:
        await stage.press("1", "h", "y")
        assert "Your answers are handed in." in stage.text
        assert "points" not in stage.text and "Pick red" not in stage.text
        assert "exam-three" in "".join(stage.text.split())


@pytest.mark.parametrize("key", ["enter", "escape", "n"])
async def test_only_y_hands_in(world: World, key: str) -> None:
    async with taking(world) as stage:
        await stage.press("h")
        assert isinstance(stage.screen(), HandInScreen)
        await stage.press(key)
        asked(stage)


async def test_held_enter_goes_through_the_exam_and_ends_nothing(world: World) -> None:
    async with taking(world) as stage:
        await stage.press(*["enter"] * 6)
        asked(stage)
    assert answers(world) == {}


ACTS = {
    "choice": (("1",), Picked),
    "multiple": (("1", "2"), Picked),
    "truth": (("f",), Said),
    "typed": (tuple("Rome"), Wrote),
    "number": (("7",), Wrote),
    "date": (tuple("1940"), Wrote),
    "cloze": (("c", "tab", "m"), Filled),
    "match": (("2", "1"), Matched),
    "order": (("space", "down"), Ordered),
}


async def test_every_type_is_saved_when_one_moves_on_and_stands_there_when_one_comes_back(
    world: World,
) -> None:
    async with taking(world, TEN, DeckId("ten"), size=(90, 40)) as stage:
        for place in range(len(asked(stage).cells)):
            acts, kind = ACTS[asked(stage).asking.card.key.question]
            await stage.press(*acts)
            await stage.press("ctrl+n")
            assert isinstance(answers(world)[place], kind)
        before = answers(world)
        for place in range(len(before)):
            assert asked(stage).place == place
            assert view(stage).so_far == before[place]
            await stage.press("ctrl+n")
        assert answers(world) == before
        assert sum(event.did is Did.ANSWER for event in kept(world).events) == len(before)


async def test_half_a_matching_and_half_a_cloze_are_saved_too(world: World) -> None:
    async with taking(world, TEN, DeckId("ten")) as stage:
        await stage.press("ctrl+o")
        stage.one(ExamGrid).move_to(7)
        await stage.press("enter", "1", "n", "ctrl+o")
        stage.one(ExamGrid).move_to(6)
        await stage.press("enter", "c", "ctrl+n")
        given = answers(world)
        assert given[6] == Filled(("c", ""))
        assert isinstance(given[7], Matched) and given[7].pairs[1][1] == ""


async def test_text_that_was_deleted_takes_the_answer_back(world: World) -> None:
    async with taking(world, TYPED) as stage:
        await stage.press("r", "ctrl+n", "ctrl+b", "backspace", "ctrl+n")
        assert not asked(stage).cells[0].answered


async def test_c_clears_what_was_picked(world: World) -> None:
    async with taking(world) as stage:
        await stage.press("1", "n", "ctrl+b")
        assert asked(stage).answer is not None
        await stage.press("c")
        assert asked(stage).answer is None
        assert "(•)" not in stage.text


async def test_a_flag_is_seen_in_the_head_and_in_the_overview(world: World) -> None:
    async with taking(world) as stage:
        await stage.press("1", "exclamation_mark")
        assert "! flagged" in stage.text and "1 of 3 answered, 1 flagged" in stage.text
        await stage.press("o")
        assert "1 ■!" in stage.text and "2 ·" in stage.text
        await stage.press("escape", "exclamation_mark")
        assert "! flagged" not in stage.text


async def test_the_overview_jumps_by_keys_and_by_mouse(world: World) -> None:
    async with taking(world) as stage:
        await stage.press("o", "left")
        assert "3. Water is wet." in stage.text
        await stage.press("enter")
        assert asked(stage).place == 2
        await stage.press("o")
        await stage.pilot.click(ExamGrid, offset=(9, 0))
        await stage.drawn()
        assert asked(stage).place == 1


async def test_a_long_exam_fits_the_overview_of_a_small_terminal(world: World) -> None:
    questions = "".join(
        f"  - {{q: 'Number {n} {'of many words ' * 9}', id: q{n}, a: x, wrong: [y]}}\n" for n in range(90)
    )
    text = f"deck: Long\nid: three\nquestions:\n{questions}"
    async with taking(world, text, size=(60, 20)) as stage:
        await stage.press("o", *["down"] * 17)
        for words in ("▸ 86 ·", "86. Number 85", "h hands in", "Escape goes back", "0 of 90 answered"):
            assert words in " ".join(stage.text.replace("│", "").split()), words


async def test_u_finds_the_next_question_without_an_answer(world: World) -> None:
    async with taking(world) as stage:
        await stage.press("n")
        await stage.write("Paris")
        await stage.press("ctrl+b", "o", "u")
        assert stage.one(ExamGrid).cursor == 2
        await stage.press("u")
        assert stage.one(ExamGrid).cursor == 0


async def test_the_time_left_stands_there_and_disturbs_no_typing(world: World) -> None:
    async with taking(world, TYPED) as stage:
        assert "10 min left" in stage.text
        await stage.write("re")
        world.clock.forward(seconds=61)
        await beat(stage)
        assert "8 min 59 s left" in stage.text
        await stage.write("d")
        assert stage.one(AnswerInput).value == "red"
    assert answers(world) == {}


@pytest.mark.parametrize(("seconds", "words"), [(301, "5 minutes left."), (541, "1 minute left.")])
async def test_the_end_is_announced_in_words(world: World, seconds: int, words: str) -> None:
    async with taking(world) as stage:
        world.clock.forward(seconds=seconds - 100)
        await beat(stage)
        world.clock.forward(seconds=98)
        await beat(stage)
        assert words not in stage.text
        world.clock.forward(seconds=2)
        await beat(stage)
        assert words in stage.text


async def test_what_stands_on_the_screen_counts_when_the_time_is_over(world: World) -> None:
    async with taking(world, TYPED) as stage:
        await stage.write("red")
        world.clock.forward(minutes=9, seconds=59)
        await beat(stage)
        world.clock.forward(seconds=1)
        await beat(stage)
        assert isinstance(stage.screen(), ExamResultScreen)
        assert "The time is over" in stage.text
        assert "2 of 4 points" in stage.text
    assert kept(world).events[-1].did is Did.TIME_UP


@pytest.mark.parametrize("opening", ["o", "h", "question_mark"])
async def test_the_end_of_the_time_closes_whatever_lies_over_the_exam(world: World, opening: str) -> None:
    async with taking(world) as stage:
        await stage.press("1", opening)
        world.clock.forward(minutes=10)
        await beat(stage)
        assert isinstance(stage.screen(), ExamResultScreen)
        await stage.press("enter")
        assert isinstance(stage.screen(), HomeScreen)


async def test_without_a_limit_no_clock_runs(world: World) -> None:
    async with taking(world, THREE.replace("minutes: 10, ", "")) as stage:
        world.clock.forward(days=2)
        await beat(stage)
        assert "no time limit" in stage.text


async def test_leaving_is_asked_and_home_leads_back(world: World) -> None:
    async with taking(world) as stage:
        await stage.press("1", "escape")
        assert isinstance(stage.screen(), LeaveScreen)
        await stage.press("enter")
        asked(stage)
        await stage.press("escape", "escape", "y")
        assert isinstance(stage.screen(), HomeScreen)
        assert "An exam is under way: Week 3, 10 min left. x goes on with it." in stage.text
        await stage.press("x")
        assert "You have begun it: 1 of 3 answered." in stage.text
        await stage.press("enter")
        assert asked(stage).place == 0
        assert "(•)" in stage.text


async def test_quitting_saves_what_stands_on_the_screen(world: World) -> None:
    async with taking(world) as stage:
        await stage.press("2", "ctrl+q")
    assert [event.did for event in kept(world).events] == [Did.OPEN, Did.ANSWER, Did.LEAVE]


async def test_home_takes_the_exam_of_the_marked_deck(world: World) -> None:
    async with taking(world, begin=False) as stage:
        await stage.press("escape", "x")
        assert "Mark the deck" in stage.text
        await stage.press("down", "x")
        assert isinstance(stage.screen(), ExamStartScreen)
        await stage.press("enter", "h", "y", "enter", "x")
        assert "You have taken this exam already" in stage.text


async def test_hints_and_special_keys_of_studying_do_nothing(world: World) -> None:
    text = TYPED.replace("accept: [red]", "accept: [red], hints: [a colour]")
    async with taking(world, text) as stage:
        assert "hint" not in stage.text.casefold()
        await stage.press("ctrl+y", "f1")
        assert "hint" not in stage.text.casefold()
        assert "I was right" not in stage.text


class FullDisk(Exam):
    """An engine that cannot save answers."""

    def answer(self, place: int, answer: Answer, then: int | None = None) -> ExamStep:
        raise StoreFull("The disk is full.", "Free some space.")


class OnFullDisk(AppServices):
    def exam(self) -> Exam:
        return FullDisk(self._desk)


async def test_a_failed_save_is_told_and_the_answer_stays(world: World) -> None:
    async with taking(world, TYPED, kind=OnFullDisk) as stage:
        await stage.write("red")
        for key in ("enter", "ctrl+n", "ctrl+o", "ctrl+t"):
            await stage.press(key)
            assert "Not saved: The disk is full. Free some space." in stage.text
            assert stage.one(AnswerInput).value == "red"


async def test_a_result_file_that_cannot_be_written_is_told(world: World) -> None:
    world.write("three.yaml", THREE)
    services = services_for(world)
    services._result = ResultPlace("Ann", world.home / "three.yaml" / "folder")
    app = QuizApp(services, exam=ExamWish(THREE_ID))
    (world.home / "three.yaml").write_text("a file, not a folder")
    async with app.run_test(size=(120, 40)) as pilot:
        stage = Stage(app, pilot)
        await stage.drawn()
        await stage.press("enter", "h", "y")
        assert "cannot be written" in stage.text.replace("\n", " ")
        assert "quizapp hand-in --exam" in stage.text.replace("\n", " ")


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 15)])
async def test_the_head_fits_and_a_long_title_gives_way(world: World, size: tuple[int, int]) -> None:
    async with taking(world, THREE.replace("Week 3", "W" * 200), size=size) as stage:
        first, second, *_ = [line for line in stage.text.splitlines() if line.strip()]
        assert "1 of 3" in first and first.endswith("10 min left")
        assert "0 of 3 answered" in second
        assert stage.one(ExamBar).size.height == 2


def test_the_strip_tells_states_apart_without_colour() -> None:
    cells = (Cell("a", True, False, True), Cell("b", False, False, False), Cell("c", True, True, True))
    assert strip(cells, 1).plain == "■[·]!"
    assert isinstance(strip(cells, 0), Content)


async def test_both_faces_leave_the_same_rows(world: World, tmp_path: Path) -> None:
    text = THREE.replace("minutes: 10", "seed: same")
    async with taking(world, text) as stage:
        await stage.press("2", "enter")
        await stage.write("Lyon")
        await stage.press("ctrl+g", "enter", "t", "h", "y")
    other = World(tmp_path / "plain")
    plain = examined(other, text)
    lines = "\n2\n:2\n:f\nLyon\nt\n:d\nyes\n"
    run_exam_plain(plain, offered(plain), Talk(io.StringIO(lines), io.StringIO()))
    app, pipe = kept(world), kept(other)
    assert answers(world) == answers(other)
    assert app.scores == pipe.scores
    assert [each.question for each in app.beginning.questions] == [
        each.question for each in pipe.beginning.questions
    ]
    assert [e.item for e in app.events if e.did is Did.FLAG] == [
        e.item for e in pipe.events if e.did is Did.FLAG
    ]
    other.store.close()
