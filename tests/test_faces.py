"""One engine, several faces: the same answers leave the same rows, whichever face they were given to."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from ten_types import TEN
from transcript import Rows, Turn, play, rows
from world import World

from quizapp.core.answer import Filled, Matched, Ordered, Picked, Said, Wrote
from quizapp.core.event import Kind
from quizapp.core.step import SessionRequest
from quizapp.plain import Around, Talk, run_plain


@pytest.fixture
def played(tmp_path: Path) -> tuple[list[Turn], Rows]:
    world = _world(tmp_path / "headless")
    turns = play(world.study())
    left = rows(world)
    world.store.close()
    return turns, left


def _world(home: Path) -> World:
    world = World(home)
    world.write("ten.yaml", TEN)
    return world


def plain_lines(turn: Turn) -> list[str]:
    """What a learner types in the plain face to do the same."""
    lines = [":h"] if turn.hint else []
    if turn.answer is None:
        return [*lines, "", str(turn.rating.value)]
    lines += _typed(turn)
    if turn.undo:
        return [*lines, ":u"]
    return [*lines, *([":i"] if turn.insist else []), str(turn.rating.value)]


def _typed(turn: Turn) -> list[str]:
    shown = turn.asking.shown
    match turn.answer:
        case Picked(options):
            return [" ".join(str(shown.options.index(text) + 1) for text in options)]
        case Said(value):
            return ["t" if value else "f"]
        case Wrote(text):
            return [text]
        case Filled(texts):
            return list(texts)
        case Matched(pairs):
            letters = (chr(ord("a") + shown.rights.index(right)) for _, right in pairs)
            return [" ".join(f"{place}{letter}" for place, letter in enumerate(letters, start=1))]
        case Ordered(items):
            return [" ".join(str(shown.items.index(item) + 1) for item in items)]
        case other:
            raise ValueError(f"the transcript never does this: {other}")


def test_the_transcript_has_all_ten_types(played: tuple[list[Turn], Rows]) -> None:
    assert len({type(turn.asking.card.question) for turn in played[0]}) == 10


def test_plain_leaves_the_same_rows(tmp_path: Path, played: tuple[list[Turn], Rows]) -> None:
    turns, left = played
    world = _world(tmp_path / "plain")
    typed = io.StringIO("".join(f"{line}\n" for turn in turns for line in plain_lines(turn)))
    study = world.study()
    around = Around(world.clock, world.library.place, SessionRequest(kind=Kind.PRACTICE))
    run_plain(study, study.start(SessionRequest()), Talk(typed, io.StringIO()), around)
    assert rows(world) == left
    world.store.close()
