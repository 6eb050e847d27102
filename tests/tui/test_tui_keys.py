"""Keys: each is named, helped with, shown, and can be given another place."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import replace

import pytest
from stage import staged
from test_tui_answers import CHOICE, CLOZE, MATCH, deck
from textual.binding import Binding
from textual.content import Content
from textual.dom import DOMNode
from world import World

import quizapp.tui
from quizapp.core.step import Asking, Judged, SessionRequest
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.keys import KeysScreen, bindings_of
from quizapp.tui.widgets.keybar import GAPS, LINES, laid_out, packed

TYPED = "{q: Capital of France?, accept: [Paris], hints: [Seine]}"


def own_classes() -> list[type[DOMNode]]:
    """Every screen and widget of quizapp."""
    found: dict[str, type[DOMNode]] = {}
    for module in pkgutil.walk_packages(quizapp.tui.__path__, "quizapp.tui."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, type) and issubclass(value, DOMNode) and value.__module__ == module.name:
                found[name] = value
    return list(found.values())


def declared() -> list[Binding]:
    return [
        binding
        for kind in own_classes()
        for binding in vars(kind).get("BINDINGS", [])
        if isinstance(binding, Binding)
    ]


def test_every_binding_has_a_name_by_which_it_can_be_moved() -> None:
    assert [binding for binding in declared() if not binding.id] == []


def test_every_binding_says_what_it_does() -> None:
    silent = {binding.id for binding in declared() if not binding.description}
    assert {name.rpartition(".")[0] for name in silent if name} <= {"pick", "matching"}


def test_no_key_is_a_function_key_alone_or_flow_control() -> None:
    for binding in declared():
        keys = binding.key.split(",")
        assert not all(key.startswith("f") and key[1:].isdigit() for key in keys), binding
        assert "ctrl+s" not in keys
        assert binding.id == "app.quit" or "ctrl+q" not in keys


def test_no_class_gives_one_key_to_two_actions() -> None:
    for kind in own_classes():
        keys = [key for binding in vars(kind).get("BINDINGS", []) for key in binding.key.split(",")]
        assert len(keys) == len(set(keys)), kind


@pytest.mark.parametrize("question", [CHOICE, TYPED, CLOZE, MATCH])
async def test_help_lists_every_key_of_the_question(world: World, question: str) -> None:
    world.write("one.yaml", deck(question))
    async with staged(world, request=SessionRequest(), size=(100, 60)) as stage:
        wanted = {binding.description for binding in bindings_of(stage.app.screen)}
        await stage.press("f1")
        assert isinstance(stage.screen(), KeysScreen)
        assert [words for words in wanted if words not in stage.text] == []
        assert "Suspend" in wanted


async def test_help_opens_and_closes_on_every_screen(world: World) -> None:
    world.write("one.yaml", deck(CHOICE))
    async with staged(world) as stage:
        for opening in ([], ["b"], ["escape", "r"], ["escape", "comma"], ["escape", "enter"]):
            await stage.press(*opening)
            below = stage.screen()
            await stage.press("question_mark")
            assert isinstance(stage.screen(), KeysScreen), opening
            await stage.press("escape")
            assert stage.screen() is below


async def test_the_next_key_is_always_in_sight(world: World) -> None:
    world.write("one.yaml", deck(CHOICE, TYPED))
    async with staged(world) as stage:
        for pressed, words in (
            ([], "Enter Study"),
            (["enter"], "Enter Answer"),
            (["1", "enter"], "Enter Continue"),
            (["escape"], "Enter Home"),
        ):
            await stage.press(*pressed)
            assert words in stage.text
            assert "? Help" in stage.text


async def test_a_remapped_key_acts_and_is_shown_and_the_old_one_does_nothing(world: World) -> None:
    world.settings = replace(world.settings, keys=(("study.hint", "z"), ("study.undo", "x")))
    world.write("one.yaml", deck("{q: Zeus, a: Jupiter, hints: [thunder]}"))
    async with staged(world, request=SessionRequest()) as stage:
        assert "z Hint" in stage.text and "x Undo" in stage.text
        await stage.press("h")
        assert "thunder" not in stage.text
        await stage.press("z")
        assert "thunder" in stage.text


async def test_ctrl_keys_act_while_typing(world: World) -> None:
    world.write("one.yaml", deck(CHOICE, TYPED))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.press("1", "enter", "enter", "ctrl+t")
        assert "Seine" in stage.text
        await stage.press("ctrl+z")
        assert "Pick red" in stage.text
        await stage.press("ctrl+r")
        assert "Capital of France" in stage.text


async def test_the_command_palette_names_actions_that_have_no_key_while_typing(world: World) -> None:
    world.write("one.yaml", deck(TYPED, CHOICE))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.press("ctrl+p")
        await stage.write("Suspend")
        await stage.pilot.pause()
        await stage.app.workers.wait_for_complete()
        await stage.press("down", "enter")
        await stage.pilot.pause()
        assert "Suspended" in stage.text


async def test_special_letters_of_the_deck_are_a_key_away(world: World) -> None:
    world.write(
        "one.yaml", deck("{q: Hungarian for table?, accept: [asztal]}", "{q: River?, accept: [Rhône]}")
    )
    async with staged(world, request=SessionRequest()) as stage:
        await stage.write("h")
        await stage.press("ctrl+l")
        assert "ô" in stage.text and "Ô" in stage.text
        await stage.press("a")
        await stage.write("x")
        assert "hôx" in stage.text


async def test_quitting_is_always_possible(world: World) -> None:
    world.write("one.yaml", deck(TYPED))
    async with staged(world) as stage:
        assert isinstance(stage.screen(), HomeScreen)
        await stage.press("enter", "ctrl+q")
        assert stage.app.return_code == 0


def test_keys_that_do_not_fit_give_way_in_the_middle() -> None:
    keys = [Content(f"{n} key") for n in range(30)]
    lines = packed(keys, 40)
    shown = "  ".join(line.plain for line in lines).replace("   ", "  ")
    assert len(lines) == LINES
    assert shown.startswith("0 key") and shown.endswith("27 key  28 key  29 key")


def test_keys_move_closer_together_before_one_gives_way() -> None:
    keys = [Content("1 abcde")] * 8
    assert [line.plain.count("abcde") for line in packed(keys, 34)] == [4, 4]


def test_keys_stay_whole_and_within_the_width() -> None:
    keys = [Content("x" * (1 + n % 7)) for n in range(40)]
    gap = GAPS[0]
    lines = laid_out(keys, 20, gap)
    assert all(line.cell_length <= 20 for line in lines)
    assert gap.join(line.plain for line in lines).split(gap) == [key.plain for key in keys]


async def test_a_verdict_is_rated_by_its_numbers(world: World) -> None:
    world.write("one.yaml", deck("{q: Water is wet, a: true}", TYPED))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.press("t", "enter")
        assert isinstance(stage.step(), Judged)
        assert "[3 Good" in stage.text
        await stage.press("4")
        assert isinstance(stage.step(), Asking)


@pytest.mark.parametrize("key", ["", ",", "+", "ctrl+", "no such key", "\x1b", "é"])
async def test_a_nonsense_key_in_the_settings_does_no_harm(world: World, key: str) -> None:
    world.settings = replace(world.settings, keys=(("study.hint", key), ("no.such", "z")))
    world.write("one.yaml", deck("{q: Water is wet, a: true, hints: [Think]}"))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.press("f1", "escape", "t", "enter")
        assert isinstance(stage.step(), Judged)
