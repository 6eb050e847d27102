"""Whatever is typed, in any order: nothing breaks, and the log and its caches agree."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ten_types import TEN
from world import World

from quizapp.core.event import Kind
from quizapp.core.step import SessionRequest
from quizapp.plain import Around, Talk, run_plain
from quizapp.plain.commands import Command
from quizapp.services.doctor import examine

COMMANDS = st.sampled_from([f":{command.letter}" for command in Command])
USUAL = st.sampled_from(["", "1", "2", "3", "4", "t", "1 2", "1a 2b", "2 1 3", "-", ":c sure", ":f a note"])
ANYTHING = st.text(st.characters(exclude_characters="\n\r"), max_size=30)
LINES = st.lists(st.one_of(USUAL, USUAL, COMMANDS, ANYTHING), max_size=40)


@settings(max_examples=60, deadline=None)
@given(lines=LINES)
def test_any_lines_leave_a_sound_progress_file(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    world = World(tmp_path_factory.mktemp("world"))
    world.write("ten.yaml", TEN)
    study = world.study()
    sink = io.StringIO()
    talk = Talk(io.StringIO("".join(f"{line}\n" for line in lines)), sink)
    around = Around(world.clock, world.library.place, SessionRequest(kind=Kind.PRACTICE))
    run_plain(study, study.start(SessionRequest()), talk, around)
    assert examine(world.store) == ()
    assert "\x1b" not in sink.getvalue()
    world.store.close()
