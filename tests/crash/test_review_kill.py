"""SIGKILL at any moment of a review: no decision lost, none half-made, none in the deck file twice."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from reviewed import derived_of, review_of
from world import World

from quizapp.core.reviewing import replayed
from quizapp.formats.snapshot import decode
from quizapp.services.authoring import read

VICTIM = Path(__file__).parent / "review_victim.py"
DECISIONS = 6

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


@pytest.mark.parametrize("statement", [*range(1, 27, 2), 27, 28, 29, 30, 31, 32])
def test_what_was_decided_survives_a_kill(tmp_path: Path, statement: int) -> None:
    done = subprocess.run(
        [sys.executable, VICTIM, tmp_path, str(statement)], capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    told = done.stdout.count("written")
    world = World(tmp_path)
    ids = [draft.question.id for draft in derived_of().derivation.drafts]
    decisions = world.store.decisions("volcano.md", ids, decode)
    assert told <= len(decisions) <= min(told + 1, DECISIONS)
    review = review_of(world)
    kept = {ruling.draft for ruling in replayed(decisions).rulings.values() if ruling.kept}
    review.keep()
    review.keep()
    held = [question.id for question in read(review.target).questions] if kept else []
    assert sorted(held) == sorted(kept)
    world.store.close()
