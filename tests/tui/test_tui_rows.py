"""The TUI leaves the rows that the engine leaves for the same answers."""

from __future__ import annotations

from pathlib import Path

from stage import staged
from ten_types import TEN
from transcript import Turn, play, rows
from world import World

from quizapp.core.answer import Filled, Matched, Ordered, Picked, Said, Wrote
from quizapp.core.step import SessionRequest


def keys(turn: Turn) -> list[str]:
    """What a learner presses in the TUI to do the same."""
    pressed = ["ctrl+t"] if turn.hint else []
    if turn.answer is None:
        return [*pressed, "enter", str(turn.rating.value)]
    pressed += [*_answering(turn), "enter"]
    if turn.undo:
        return [*pressed, "u"]
    return [*pressed, *(["i"] if turn.insist else []), str(turn.rating.value)]


def _answering(turn: Turn) -> list[str]:
    shown = turn.asking.shown
    match turn.answer:
        case Picked(options):
            return [str(shown.options.index(text) + 1) for text in options]
        case Said(value):
            return ["t" if value else "f"]
        case Wrote(text):
            return list(text)
        case Filled(texts):
            return [key for place, text in enumerate(texts) for key in [*["tab"] * bool(place), *text]]
        case Matched(pairs):
            return [str(shown.rights.index(right) + 1) for _, right in pairs]
        case Ordered(items):
            return _sorting(list(shown.items), items)
        case other:
            raise ValueError(f"the transcript never does this: {other}")


def _sorting(items: list[str], wanted: tuple[str, ...]) -> list[str]:
    pressed: list[str] = []
    at = 0
    for place, item in enumerate(wanted):
        found = items.index(item)
        pressed += ["down" if found > at else "up"] * abs(found - at)
        pressed += ["space", *["up"] * (found - place), "space"]
        items.insert(place, items.pop(found))
        at = place
    return pressed


async def test_the_tui_leaves_the_same_rows(tmp_path: Path) -> None:
    headless = World(tmp_path / "headless")
    headless.write("ten.yaml", TEN)
    turns = play(headless.study())
    left = rows(headless)
    headless.store.close()
    world = World(tmp_path / "tui")
    world.write("ten.yaml", TEN)
    async with staged(world, request=SessionRequest()) as stage:
        for turn in turns:
            await stage.press(*keys(turn))
    assert rows(world) == left
    world.store.close()
