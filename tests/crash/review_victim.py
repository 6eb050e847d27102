"""A review that kills itself at the Nth SQL statement; run by test_review_kill.py, one process a kill.

Prints a line for each decision that the review says is made, so that the test knows what must be on disk.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from reviewed import review_of
from world import World

from quizapp.core.reviewing import Reason
from quizapp.services.editing import Field


def main(home: Path, last: int) -> None:
    world = World(home)
    left = last

    def count(_: str) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    review = review_of(world)
    world.store.trace(count)
    for act in (
        review.accept,
        lambda: review.edit(Field.PROMPT, "What is magma made of?"),
        lambda: review.reject(Reason.TRIVIAL),
        review.undo,
        review.accept_rest,
        review.dispute,
    ):
        act()
        print("written", flush=True)
    review.keep()
    print("kept", flush=True)
    world.store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
