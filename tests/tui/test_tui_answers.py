"""Each type of question is answered by keyboard and by mouse, and what was done is what is on disk."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from stage import Stage, given, staged
from world import World

from quizapp.core.answer import (
    Answer,
    Filled,
    GaveUp,
    Matched,
    Ordered,
    Picked,
    Rating,
    Said,
    SelfRated,
    Wrote,
)
from quizapp.core.step import Asking, Judged, Revealed, SessionRequest
from quizapp.tui.widgets.answerinput import AnswerInput
from quizapp.tui.widgets.rows import Rows

CHOICE = "{q: Pick red, options: [{right: red}, {wrong: blue}], shuffle: no}"
MULTIPLE = "{q: Warm ones, options: [{right: red}, {wrong: blue}, {right: pink}], shuffle: no}"
ORDER = "{q: Sort them, order: [first, second, third]}"
MATCH = "{q: Match them, match: {a: one, b: two}, extra: [three]}"
CLOZE = '{cloze: "The {{cat}} sat on the {{mat}}."}'

Act = Callable[[Stage], Awaitable[None]]


def keys(*pressed: str) -> Act:
    async def act(stage: Stage) -> None:
        await stage.press(*pressed)

    return act


async def match_by_keys(stage: Stage) -> None:
    rights = stage.asking().shown.rights
    await stage.press(str(rights.index("one") + 1), str(rights.index("two") + 1), "enter")


async def order_by_keys(stage: Stage) -> None:
    """Bring each item to its place, from the top down."""
    items = list(stage.asking().shown.items)
    at = 0
    for place, item in enumerate(("first", "second", "third")):
        found = items.index(item)
        await stage.press(*["down" if found > at else "up"] * abs(found - at), "space")
        await stage.press(*["up"] * (found - place), "space")
        items.insert(place, items.pop(found))
        at = place
    await stage.press("enter")


async def click_row(stage: Stage, line: int, selector: str = "Rows") -> None:
    await stage.pilot.click(selector, offset=(4, line))


def clicks(*lines: int) -> Act:
    async def act(stage: Stage) -> None:
        for line in lines:
            await click_row(stage, line)
        await click_key(stage, "Enter Answer")

    return act


async def click_key(stage: Stage, words: str) -> None:
    """Click a key of the key bar."""
    line = next(line for line in enumerate(stage.text.splitlines()) if words in line[1])
    await stage.pilot.click(offset=(line[1].index(words) + 1, line[0]))


async def match_by_mouse(stage: Stage) -> None:
    rights = stage.asking().shown.rights
    for left, right in enumerate(("one", "two")):
        await click_row(stage, left, "#lefts")
        await click_row(stage, rights.index(right), "#rights")
    await click_key(stage, "Enter Answer")


async def order_by_mouse(stage: Stage) -> None:
    """Take each item with a click and put it down with another."""
    items = list(stage.asking().shown.items)
    for place, item in enumerate(("first", "second", "third")):
        found = items.index(item)
        await click_row(stage, found)
        await click_row(stage, place)
        items.insert(place, items.pop(found))
    await click_key(stage, "Enter Answer")


async def write_by_mouse(stage: Stage) -> None:
    await stage.pilot.click(AnswerInput)
    await stage.write("six")
    await click_key(stage, "Enter Answer")


async def cloze_by_mouse(stage: Stage) -> None:
    first, second = stage.app.screen.query(AnswerInput)
    await stage.pilot.click(second)
    await stage.write("mat")
    await stage.pilot.click(first)
    await stage.write("cat")
    await click_key(stage, "Enter Answer")


async def turn_by_mouse(stage: Stage) -> None:
    await click_key(stage, "Enter Turn the card")
    await click_key(stage, "3 Good")


BY_KEYS: dict[str, tuple[str, Act, Answer]] = {
    "flashcard": ("{q: Zeus, a: Jupiter}", keys("space", "3"), SelfRated(Rating.GOOD)),
    "choice": (CHOICE, keys("2", "enter"), Picked(("blue",))),
    "choice by arrows": (CHOICE, keys("down", "down", "up", "enter"), Picked(("red",))),
    "multiple": (MULTIPLE, keys("1", "3", "enter"), Picked(("red", "pink"))),
    "multiple by arrows": (
        MULTIPLE,
        keys("down", "space", "down", "space", "enter"),
        Picked(("red", "blue")),
    ),
    "multiple, unpicked": (MULTIPLE, keys("1", "2", "1", "enter"), Picked(("blue",))),
    "true or false": ("{q: Water is wet, a: true}", keys("t", "enter"), Said(True)),
    "true or false, number": ("{q: Water is wet, a: true}", keys("2", "enter"), Said(False)),
    "typed": ("{q: How many legs?, accept: [six]}", keys(*"six", "enter"), Wrote("six")),
    "number": ("{q: How many legs?, number: 6}", keys(*"6", "enter"), Wrote("6")),
    "date": ("{q: When?, date: 1939}", keys(*"1939", "enter"), Wrote("1939")),
    "cloze": (CLOZE, keys(*"cat", "enter", *"mat", "enter"), Filled(("cat", "mat"))),
    "cloze by tab": (CLOZE, keys("tab", *"mat", "tab", *"cat", "enter"), Filled(("cat", "mat"))),
    "matching": (MATCH, match_by_keys, Matched((("a", "one"), ("b", "two")))),
    "ordering": (ORDER, order_by_keys, Ordered(("first", "second", "third"))),
}
BY_MOUSE: dict[str, tuple[str, Act, Answer]] = {
    "flashcard": ("{q: Zeus, a: Jupiter}", turn_by_mouse, SelfRated(Rating.GOOD)),
    "choice": (CHOICE, clicks(1), Picked(("blue",))),
    "multiple": (MULTIPLE, clicks(0, 2), Picked(("red", "pink"))),
    "true or false": ("{q: Water is wet, a: true}", clicks(0), Said(True)),
    "typed": ("{q: How many legs?, accept: [six]}", write_by_mouse, Wrote("six")),
    "cloze": (CLOZE, cloze_by_mouse, Filled(("cat", "mat"))),
    "matching": (MATCH, match_by_mouse, Matched((("a", "one"), ("b", "two")))),
    "ordering": (ORDER, order_by_mouse, Ordered(("first", "second", "third"))),
}


def deck(*questions: str) -> str:
    return "deck: One\nid: one\nquestions:\n" + "".join(f"  - {question}\n" for question in questions)


@pytest.mark.parametrize("name", BY_KEYS)
async def test_answered_by_keyboard(world: World, name: str) -> None:
    question, act, answer = BY_KEYS[name]
    world.write("one.yaml", deck(question))
    async with staged(world, request=SessionRequest()) as stage:
        await act(stage)
    assert given(world) == [answer]


@pytest.mark.parametrize("name", BY_MOUSE)
async def test_answered_by_mouse(world: World, name: str) -> None:
    question, act, answer = BY_MOUSE[name]
    world.write("one.yaml", deck(question))
    async with staged(world, request=SessionRequest()) as stage:
        await act(stage)
    assert given(world) == [answer]


@pytest.mark.parametrize(
    "name", ["choice", "multiple", "true or false", "typed", "cloze", "matching", "ordering"]
)
async def test_given_up(world: World, name: str) -> None:
    question, _, _ = BY_KEYS[name]
    world.write("one.yaml", deck(question))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.press("ctrl+g")
        assert isinstance(stage.step(), Judged)
    assert given(world) == [GaveUp()]


async def test_a_partly_matched_question_is_handed_in_by_a_second_enter(world: World) -> None:
    world.write("one.yaml", deck(MATCH))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.press("1", "enter")
        assert isinstance(stage.step(), Asking)
        await stage.press("enter")
        assert isinstance(stage.step(), Judged)


async def test_a_cloze_with_an_empty_gap_is_handed_in_by_a_second_enter(world: World) -> None:
    world.write("one.yaml", deck(CLOZE))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.press("tab", *"mat", "enter")
        assert isinstance(stage.step(), Asking)
        await stage.press("enter")
    assert given(world) == [Filled(("", "mat"))]


async def test_a_cleared_match_is_empty_again(world: World) -> None:
    world.write("one.yaml", deck(MATCH))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.press("1", "up", "backspace", "enter")
        assert isinstance(stage.step(), Asking)
        assert "Match at least one" in stage.text


async def test_enter_puts_a_held_item_down_before_it_hands_in(world: World) -> None:
    world.write("one.yaml", deck(ORDER))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.press("space", "down", "enter")
        assert isinstance(stage.step(), Asking)
        await stage.press("enter")
        assert isinstance(stage.step(), Judged)


async def test_a_turned_flashcard_waits_for_a_rating(world: World) -> None:
    world.write("one.yaml", deck("{q: Zeus, a: Jupiter}"))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.press("enter", "enter", "space", "enter")
        assert isinstance(stage.step(), Revealed)
        assert "Jupiter" in stage.text
    assert given(world) == []


async def test_an_answer_that_cannot_be_read_stays_to_be_typed_again(world: World) -> None:
    world.write("one.yaml", deck("{q: When?, date: 44 BC}"))
    async with staged(world, request=SessionRequest()) as stage:
        await stage.press(*"44", "enter")
        assert isinstance(stage.step(), Asking)
        assert stage.one(AnswerInput).value == "44"
        assert "BC" in stage.text
        await stage.press(*" BC", "enter")
        assert isinstance(stage.step(), Judged)


async def test_the_cursor_of_rows_comes_into_sight(world: World) -> None:
    options = ", ".join(f"{{wrong: option {n}}}" for n in range(40))
    world.write("one.yaml", deck(f"{{q: Pick, shuffle: no, options: [{{right: first}}, {options}]}}"))
    async with staged(world, request=SessionRequest()) as stage:
        assert "option 39" not in stage.text
        await stage.press("up")
        assert stage.one(Rows).cursor == 40
        assert "option 39" in stage.text
