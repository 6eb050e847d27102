"""SIGKILL at any moment of an exam: what was said to be saved is there, once, and its clock goes on."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from examined import THREE_ID, asking, engine, over
from world import START, World

from quizapp.core.examlog import Did
from quizapp.core.examstep import ExamAsking, ExamOver
from quizapp.services.attempts import attempts, has_ended

VICTIM = Path(__file__).parent / "exam_victim.py"
ENDING = 80
"""More statements than the whole exam has."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


def kill_at(home: Path, statement: int) -> list[str]:
    """Let an exam die at its Nth statement; what it was told is saved."""
    done = subprocess.run(
        [sys.executable, VICTIM, home, str(statement)], capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("statement", [*range(1, 60, 6), ENDING])
def test_what_was_saved_survives_a_kill(tmp_path: Path, statement: int) -> None:
    told = kill_at(tmp_path, statement)
    world = World(tmp_path)
    world.library.sync()
    world.clock.forward(minutes=9)
    assert world.store.connection.one("PRAGMA integrity_check") == ("ok",)
    records = attempts(world.store, world.learner.id)
    assert len(records) == ("begun" in told) or (not told and len(records) == 1)
    if not records:
        world.store.close()
        return
    (record,) = records
    saved = [event.item for event in record.events if event.did is Did.ANSWER]
    answered = told.count("answered")
    assert saved == list(range(len(saved))) and answered <= len(saved) <= answered + 1
    assert len(record.scores) == (3 if has_ended(record) else 0)
    if has_ended(record):
        assert "flagged" in told
    else:
        exam = engine(world)
        offer = exam.offer(THREE_ID)
        assert not isinstance(offer, ExamOver)
        step = asking(exam.begin(offer))
        assert [cell.answered for cell in step.cells] == [place in saved for place in range(3)]
        assert step.deadline == START + timedelta(minutes=10)
        assert isinstance(exam.tick(), ExamAsking)
        world.clock.forward(minutes=1)
        done = over(exam.tick()).attempt
        assert done.ended_at == START + timedelta(minutes=10)
        assert [item.answer is not None for item in done.items] == [place in saved for place in range(3)]
    world.store.close()


def test_the_victim_ends_when_nobody_kills_it(tmp_path: Path) -> None:
    assert kill_at(tmp_path, ENDING)[-1] == "handed in"
