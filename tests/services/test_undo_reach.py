"""Undo and redo look at the last rows only, and find what the whole log would tell."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from world import World

from quizapp.core.replay import newest_to_redo, newest_to_undo
from quizapp.core.step import SessionRequest
from quizapp.services import undoing
from quizapp.services.desk import Desk

TEXT = "deck: D\nquestions:\n  - {q: Say alpha, id: alpha, accept: [alpha], why: x}\n"


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["flag", "undo", "redo"]), st.integers(1, 9)), max_size=14))
def test_few_rows_tell_what_all_tell(monkeypatch: pytest.MonkeyPatch, bouts: list[tuple[str, int]]) -> None:
    monkeypatch.setattr(undoing, "REACHES", (4, 9, 10_000))
    with tempfile.TemporaryDirectory() as home:
        world = World(Path(home))
        world.write("deck.yaml", TEXT)
        study = world.study()
        token = study.start(SessionRequest()).token
        desk = Desk(world.store, world.library, world.learner, world.settings, world.clock, world.names)
        for word, times in bouts:
            for _ in range(times):
                events = list(world.store.all_events(world.learner.id))
                undo, redo = undoing.to_undo(desk), undoing.to_redo(desk)
                assert (undo.event if undo else None) == newest_to_undo(events, world.store.device)
                assert (redo.event if redo else None) == newest_to_redo(events, world.store.device)
                match word:
                    case "flag":
                        study.flag(token, "")
                    case "undo":
                        study.undo()
                    case _:
                        study.redo()
        world.store.close()
