"""SIGKILL at any statement: what was acknowledged is there, nothing is half there, and caches fit the log."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from shelf import ANN, open_store

from quizapp.services.doctor import examine
from quizapp.store import restoring
from quizapp.store.audit import faults

VICTIM = Path(__file__).parent / "victim_store.py"
FIRST, LAST, STEP = 2, 240, 13

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


def run(folder: Path, statement: int) -> list[str]:
    """What the victim said before it died at its Nth statement."""
    done = subprocess.run(
        [sys.executable, VICTIM, folder, str(statement)], capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.stdout.split()


@pytest.mark.parametrize("statement", range(FIRST, LAST, STEP))
def test_a_kill_loses_nothing_that_was_acknowledged(tmp_path: Path, statement: int) -> None:
    said = run(tmp_path, statement)
    with open_store(tmp_path) as store:
        written = [event.id for event in store.all_events(ANN)]
        assert written[: len(said)] == said
        assert len(written) <= len(said) + 1
        assert faults(store.connection) == []
        assert examine(store) == ()
        row = store.open_session(ANN)
        assert (row is None) == (not written)
    for path in (tmp_path / "backups").glob("*.db"):
        restoring.examine(path)


def test_the_kills_above_come_before_the_end_and_nothing_else_ends_the_victim(tmp_path: Path) -> None:
    for name, statement, done in (("cut", LAST, False), ("whole", 100_000, True)):
        folder = tmp_path / name
        folder.mkdir()
        assert ("done" in run(folder, statement)) is done
