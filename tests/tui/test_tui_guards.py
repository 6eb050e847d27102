"""Nothing is answered by accident, nothing that was typed is lost, and a failed save is told calmly."""

from __future__ import annotations

from math import inf

import pytest
from stage import Stage, given, services_of, staged
from test_tui_answers import BY_KEYS, CHOICE, deck
from textual import events
from world import World

from quizapp.core.answer import Answer, Picked, Wrote
from quizapp.core.event import Confidence
from quizapp.core.step import Asking, Judged, Revealed, SessionRequest, Step, Token
from quizapp.errors import StoreFull
from quizapp.services.study import Study
from quizapp.tui.screens.base import KeyScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.study import StudyScreen
from quizapp.tui.services import AppServices
from quizapp.tui.widgets.answerinput import LONGEST, AnswerInput

TYPED = "{q: Capital of France?, accept: [Paris]}"
LONG = " ".join(f"word{n}" for n in range(600))


def early(stage: Stage, key: str) -> events.Key:
    """A key that was pressed before the present screen was drawn."""
    event = events.Key(key, key if len(key) == 1 else None)
    screen = stage.screen()
    assert isinstance(screen, KeyScreen)
    event.time = screen.drawn_at - 0.001
    return event


async def test_a_key_typed_before_the_question_was_drawn_is_dropped(world: World) -> None:
    world.write("one.yaml", deck(CHOICE))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.press("1")
        stage.app.post_message(early(stage, "enter"))
        await stage.drawn()
        assert isinstance(stage.step(), Asking)
        await stage.press("enter")
        assert isinstance(stage.step(), Judged)


async def test_text_typed_before_the_input_was_drawn_is_dropped(world: World) -> None:
    world.write("one.yaml", deck(TYPED))
    async with staged(world, request=SessionRequest()) as stage:
        stage.app.post_message(early(stage, "x"))
        await stage.drawn()
        assert stage.one(AnswerInput).value == ""


async def test_of_two_enters_at_once_the_second_does_not_skip_the_verdict(world: World) -> None:
    world.write("one.yaml", deck(CHOICE, TYPED))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.press("1")
        stage.app.post_message(events.Key("enter", "\r"))
        stage.app.post_message(events.Key("enter", "\r"))
        await stage.drawn()
        assert isinstance(stage.step(), Judged)


@pytest.mark.parametrize("name", [name for name in BY_KEYS if "," not in name and "by" not in name])
async def test_a_held_enter_answers_nothing(world: World, name: str) -> None:
    world.write("one.yaml", deck(BY_KEYS[name][0], TYPED))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.press(*["enter"] * 6)
        assert isinstance(stage.step(), Asking | Revealed)
    assert given(world) == []


@pytest.mark.parametrize("key", ["1", "3", "space"])
async def test_a_held_key_answers_nothing(world: World, key: str) -> None:
    world.write("one.yaml", deck(CHOICE, "{q: Zeus, a: Jupiter}"))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.press(*[key] * 6)
        stage.asking()
    assert given(world) == []


async def test_a_key_of_an_old_verdict_does_not_rate_the_next_card(world: World) -> None:
    world.write("one.yaml", deck(CHOICE, TYPED))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.press("1", "enter")
        judged = stage.step()
        assert isinstance(judged, Judged)
        await stage.press("enter")
        engine = stage.app._engine
        assert engine.next(judged.token) is engine.step
        assert isinstance(stage.step(), Asking)


async def test_a_huge_paste_is_cut_with_a_notice(world: World) -> None:
    world.write("one.yaml", deck(TYPED))
    async with staged(world, request=SessionRequest()) as stage:
        stage.app.post_message(events.Paste("x" * 100_000))
        await stage.drawn()
        assert stage.one(AnswerInput).value == "x" * LONGEST
        assert f"first {LONGEST} characters" in stage.text


async def test_a_paste_of_lines_becomes_one_line_and_answers_nothing(world: World) -> None:
    world.write("one.yaml", deck(TYPED))
    async with staged(world, request=SessionRequest()) as stage:
        stage.app.post_message(events.Paste("New\nYork\r\n"))
        await stage.drawn()
        assert stage.one(AnswerInput).value == "New York"
        await stage.press("enter")
    assert given(world) == [Wrote("New York")]


@pytest.mark.parametrize("size", [(60, 20), (140, 40), (20, 8)])
async def test_a_resize_keeps_what_was_typed(world: World, size: tuple[int, int]) -> None:
    world.write("one.yaml", deck(TYPED))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.write("Par")
        await stage.resize(*size)
        await stage.write("is")
        await stage.press("enter")
    assert given(world) == [Wrote("Paris")]


async def test_a_resize_keeps_what_was_picked(world: World) -> None:
    world.write("one.yaml", deck(CHOICE))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.press("2")
        await stage.resize(60, 20)
        assert "(•) blue" in stage.text
        await stage.press("enter")
    assert given(world) == [Picked(("blue",))]


async def test_a_hint_keeps_what_was_typed(world: World) -> None:
    world.write("one.yaml", deck("{q: Capital?, accept: [Paris], hints: [On the Seine]}"))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.write("Par")
        await stage.press("ctrl+t")
        assert "On the Seine" in stage.text
        assert stage.one(AnswerInput).value == "Par"


class FullDisk(Study):
    """An engine that cannot save."""

    def submit(self, answer: Answer, token: Token, confidence: Confidence | None = None) -> Step:
        raise StoreFull("The disk is full.", "Free some space, then press Enter again.")


class OnFullDisk(AppServices):
    def engine(self) -> Study:
        study = super().engine()
        study.__class__ = FullDisk
        return study


async def test_a_failed_save_is_told_and_the_answer_stays(world: World) -> None:
    world.write("one.yaml", deck(TYPED))
    services = services_of(world)
    services.__class__ = OnFullDisk
    async with staged(world, request=SessionRequest(), services=services) as stage:
        await stage.write("Paris")
        await stage.press("enter")
        assert isinstance(stage.step(), Asking)
        assert stage.one(AnswerInput).value == "Paris"
        assert "The disk is full. Free some space" in stage.text


async def test_letters_are_text_while_typing(world: World) -> None:
    world.write("one.yaml", deck(TYPED))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.write("uUwehgSBi!?,q1")
        assert isinstance(stage.step(), Asking)
        assert stage.one(AnswerInput).value == "uUwehgSBi!?,q1"


async def test_a_long_question_scrolls(world: World) -> None:
    world.write("one.yaml", deck(f"{{q: {LONG} end of it, a: Jupiter}}"))
    async with staged(world, request=SessionRequest()) as stage:
        assert "word0 " in stage.text
        await stage.press(*["pagedown"] * 20)
        assert "end of it" in stage.text
        await stage.press(*["pageup"] * 20)
        assert "word0 " in stage.text


async def test_leaving_keeps_the_session(world: World) -> None:
    world.write("one.yaml", deck(CHOICE, TYPED))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.press("1", "enter", "enter", "escape", "enter")
        assert isinstance(stage.screen(), HomeScreen)
        assert "Continue" in stage.text
        await stage.press("c")
        assert isinstance(stage.screen(), StudyScreen)
        assert "Capital of France?" in stage.text


@pytest.mark.parametrize("name", ["choice", "typed", "cloze", "matching", "ordering"])
async def test_neither_tab_nor_a_click_beside_it_takes_the_focus_from_the_answer(
    world: World, name: str
) -> None:
    question, act, answer = BY_KEYS[name]
    world.write("one.yaml", deck(question))
    async with staged(world, request=SessionRequest()) as stage:
        if name != "cloze":
            await stage.press("tab", "tab")
        await stage.pilot.click(offset=(70, 16))
        await act(stage)
    assert given(world) == [answer]


async def test_leaving_before_any_answer_goes_straight_home(world: World) -> None:
    world.write("one.yaml", deck(CHOICE))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.press("escape")
        assert isinstance(stage.screen(), HomeScreen)


@pytest.mark.parametrize("key", ["enter", "3"])
async def test_of_two_keys_at_once_the_second_does_not_touch_the_next_question(
    world: World, key: str
) -> None:
    world.write("one.yaml", deck("{q: Water is wet, a: true}", "{q: Zeus, a: Jupiter}", TYPED))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.press("t", "enter")
        for _ in range(4):
            stage.app.post_message(events.Key(key, key))
        await stage.drawn()
        assert stage.asking().card.question.prompt == "Zeus"
    assert len(given(world)) == 1


async def test_keys_are_heeded_again_when_a_dialog_took_the_refresh_with_it(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.write("one.yaml", deck("{q: Zeus, a: Jupiter, hints: [thunder, Olympus]}"))
    async with staged(world, request=SessionRequest()) as stage:
        study = stage.screen()
        assert isinstance(study, StudyScreen)
        await stage.press("f1")
        with monkeypatch.context() as patch:
            patch.setattr(study, "call_after_refresh", lambda callback: True)
            study.action_hint()
        assert study.drawn_at == inf
        stage.app.pop_screen()
        await stage.pilot.pause()
        await stage.pilot.press("h")
        assert "Olympus" in stage.text
