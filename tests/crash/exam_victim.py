"""An exam that kills itself at the Nth SQL statement; run by test_exam_kill.py, one process a kill.

Prints a line for each thing that the engine says is saved, so that the test knows what must be on disk.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from examined import begun, examined
from world import World

from quizapp.core.answer import Answer, Picked, Said, Wrote

ANSWERS: tuple[Answer, ...] = (Picked(("red",)), Wrote("Paris"), Said(True))


def main(home: Path, last: int) -> None:
    world = World(home)
    exam = examined(world)
    left = last

    def count(_: str) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    world.store.trace(count)
    begun(exam)
    print("begun", flush=True)
    for place, answer in enumerate(ANSWERS):
        exam.answer(place, answer, place + 1)
        print("answered", flush=True)
    exam.flag(1)
    print("flagged", flush=True)
    exam.hand_in()
    print("handed in", flush=True)
    world.store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
