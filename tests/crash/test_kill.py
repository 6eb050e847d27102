"""SIGKILL at any moment of a session: no answer lost, none half-written, none counted twice."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from ten_types import TEN
from world import World

from quizapp.core.card import CardKey
from quizapp.core.event import Review
from quizapp.core.memory import NEW, Memory
from quizapp.core.replay import replay
from quizapp.core.step import Asking, Finished, SessionRequest

VICTIM = Path(__file__).parent / "victim.py"
MOMENTS = [*range(1, 30, 4), *range(30, 420, 13)]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


def kill_at(home: Path, face: str, statement: int) -> int:
    """Let a session die at its Nth statement; how many answers it was told are written."""
    done = subprocess.run(
        [sys.executable, VICTIM, home, face, str(statement)], capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.stdout.count("written")


def log_of(world: World) -> list[Review]:
    return [event for event in world.store.all_events(world.learner.id) if isinstance(event, Review)]


def replayed(world: World) -> dict[CardKey, Memory]:
    return replay(world.store.all_events(world.learner.id), world.store.configs())


@pytest.mark.parametrize("face", ["headless", "plain"])
def test_what_was_answered_survives_a_kill(tmp_path: Path, face: str) -> None:
    killed_before_the_end = 0
    for statement in MOMENTS:
        home = tmp_path / str(statement)
        World(home).store.close()
        (home / "decks" / "ten.yaml").write_text(TEN, encoding="utf-8")
        told = kill_at(home, face, statement)
        world = World(home)
        reviews = log_of(world)
        assert told <= len(reviews) <= told + 1
        assert world.store.connection.one("PRAGMA integrity_check") == ("ok",)
        expected = replayed(world)
        stored = world.store.memories(world.learner.id, expected)
        assert {card: stored.get(card, NEW) for card in expected} == expected
        study = world.study()
        step = study.resume() or study.start(SessionRequest())
        killed_before_the_end += isinstance(step, Asking)
        if isinstance(step, Asking):
            assert step.counts.answered == len({review.card for review in reviews})
        else:
            assert isinstance(step, Finished)
        world.store.close()
    assert killed_before_the_end > len(MOMENTS) // 3
