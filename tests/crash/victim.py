"""A session that kills itself at the Nth SQL statement; run by test_kill.py, one process a kill.

Prints a line for each answer whose verdict it was given, so that the test knows what must be on disk.
"""

from __future__ import annotations

import io
import os
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from world import World

from quizapp.core.answer import Answer, GaveUp, Rating
from quizapp.core.event import Confidence, Kind
from quizapp.core.question import Flashcard
from quizapp.core.step import Asking, Judged, Revealed, SessionRequest, Step, Token
from quizapp.plain import Around, Talk, run_plain
from quizapp.services.study import Study


class Announcing(Study):
    """Tells the test of every answer that the engine says is written."""

    def submit(self, answer: Answer, token: Token, confidence: Confidence | None = None) -> Step:
        step = super().submit(answer, token, confidence)
        if isinstance(step, Judged):
            print("written", flush=True)
        return step

    def rate(self, rating: Rating, token: Token) -> Step:
        turned = isinstance(self.step, Revealed)
        step = super().rate(rating, token)
        if turned:
            print("written", flush=True)
        return step


def headless(study: Study, world: World) -> None:
    while isinstance(step := study.step, Asking):
        if isinstance(step.card.question, Flashcard):
            study.rate(Rating.EASY, study.reveal(step.token).token)
            continue
        verdict = study.submit(GaveUp(), step.token)
        if isinstance(verdict, Judged):
            study.next(verdict.token)


def plain(study: Study, world: World) -> None:
    assert study.step is not None
    lines = io.StringIO("\n4\n:g\n" * 40)
    around = Around(world.clock, world.library.place, SessionRequest(kind=Kind.PRACTICE))
    run_plain(study, study.step, Talk(lines, io.StringIO()), around)


def main(home: str, face: str, last: int) -> None:
    world = World(Path(home))
    left = last

    def count(statement: str) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    study = Announcing(world.store, world.library, world.learner, world.settings, world.clock, world.names)
    world.store.trace(count)
    study.resume() or study.start(SessionRequest())
    {"headless": headless, "plain": plain}[face](study, world)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
