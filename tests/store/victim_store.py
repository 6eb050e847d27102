"""Writes to a progress file and kills itself at the Nth SQL statement; run by test_store_kill.py.

Prints the name of each event as soon as the store says that it is written.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent))

from shelf import ANN, BEN, action, deck_file, key, new_store, question, review, session_row
from world import START

from quizapp.core.event import ActionKind, Review
from quizapp.core.records import Learner
from quizapp.core.replay import replay
from quizapp.services.transfer import delete_learner
from quizapp.store import Store


class Counted(sqlite3.Connection):
    """A connection that counts the statements of all connections, and ends the process at the last."""

    left = 0

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.set_trace_callback(self._count)

    @staticmethod
    def _count(_: str) -> None:
        Counted.left -= 1
        if Counted.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def answer(store: Store, given: Review) -> None:
    """Review, memory and session in one transaction, as the engine does it."""
    with store.writing() as writer:
        writer.add_review(given)
        after = replay(store.events_of(given.learner, [given.card]), store.configs())[given.card]
        writer.put_memory(given.learner, given.card, after, expected_revision=after.revision - 1)
        if given.learner == ANN:
            writer.put_session(session_row(current=given.card))
    if given.learner == ANN:
        print(given.id, flush=True)


def undo(store: Store, number: int, given: Review) -> None:
    void = action(number, ActionKind.VOID, undoes=given.id)
    with store.writing() as writer:
        writer.add_action(void)
        after = replay(store.events_of(ANN, [given.card]), store.configs())[given.card]
        writer.put_memory(ANN, given.card, after, expected_revision=None)
    print(void.id, flush=True)


def main(folder: str, statement: int) -> None:
    plain = sqlite3.connect
    Counted.left = statement

    def connect(*args: object, **kwargs: object) -> sqlite3.Connection:
        return plain(*args, factory=Counted, **kwargs)  # type: ignore[call-overload, no-any-return]

    sqlite3.connect = connect  # type: ignore[assignment]
    store = new_store(Path(folder))
    with store.writing() as writer:
        writer.add_learner(Learner(BEN, "Ben", START))
    answer(store, review(900, key("q0"), learner=BEN))
    for number in range(1, 5):
        answer(store, review(number, key(f"q{number % 2}")))
    undo(store, 5, review(4, key("q0")))
    with store.writing() as writer:
        writer.put_deck(deck_file("rome"), [question("rome", "q0", answer="b"), question("rome", "q7")])
    store.backup_if_due()
    delete_learner(store, BEN)
    answer(store, review(6, key("q0")))
    store.close()
    print("done", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
