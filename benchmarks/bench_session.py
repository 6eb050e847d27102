"""How long each move of a session takes, at 100,000 cards and 1,000,000 reviews unless told otherwise."""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import count
from pathlib import Path
from time import perf_counter

from big_store import LEARNER, NOW, FixedClock, fill, open_big

from quizapp.core.answer import GaveUp, Rating, Wrote
from quizapp.core.records import Learner
from quizapp.core.step import Asking, Judged, SessionRequest
from quizapp.library import Folder, Library
from quizapp.services.study import Study
from quizapp.settings import Settings
from quizapp.store import Store

_REPEATS = 5
_ANSWERS = 40
_UNDONE = 20


class CountingNames:
    """Names that sort after those of the filled store."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def new(self, at: datetime) -> str:
        return f"0196ffff-0000-7000-8000-{next(self._numbers):012x}"


class Stopwatch:
    """Times by what was done."""

    def __init__(self) -> None:
        self._times: defaultdict[str, list[float]] = defaultdict(list)

    @contextmanager
    def timing(self, what: str) -> Iterator[None]:
        begun = perf_counter()
        yield
        self._times[what].append((perf_counter() - begun) * 1000)

    def report(self) -> None:
        """Print the median and the worst of each, in milliseconds."""
        for what, times in self._times.items():
            print(f"{what:28}{statistics.median(times):9.2f} ms   worst {max(times):9.2f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cards", type=int, default=100_000)
    parser.add_argument("--reviews", type=int, default=1_000_000)
    asked = parser.parse_args()
    watch = Stopwatch()
    with tempfile.TemporaryDirectory() as name, open_big(Path(name)) as store:
        decks = Path(name) / "decks"
        fill(store, cards=asked.cards, reviews=asked.reviews)
        write_decks(decks, asked.cards // 1000)
        library = Library(store, [Folder(decks)], FixedClock(), CountingNames(), 4)
        with watch.timing("first reading of all decks"):
            library.sync()
        settle(store)
        names = CountingNames()

        def new_study() -> Study:
            fresh = Library(store, [Folder(decks)], FixedClock(), names, 4)
            return Study(store, fresh, Learner(LEARNER, "Ann", NOW), Settings(), FixedClock(), names)

        for _ in range(_REPEATS):
            session(watch, new_study)
        edit(watch, new_study(), decks / "deck-000.yaml")
    watch.report()


def session(watch: Stopwatch, new_study: Callable[[], Study]) -> None:
    """Start, answer, change one's mind, take back, leave, come back."""
    study = new_study()
    with watch.timing("start"):
        study.start(SessionRequest())
    for number in range(_ANSWERS):
        step = study.step
        if not isinstance(step, Asking):
            break
        with watch.timing("submit"):
            verdict = study.submit(GaveUp() if number % 5 == 0 else Wrote("word"), step.token)
        assert isinstance(verdict, Judged), verdict
        if number % 5 == 1:
            with watch.timing("rate otherwise, go on"):
                study.rate(Rating.EASY, verdict.token)
        else:
            with watch.timing("next"):
                study.next(verdict.token)
    for _ in range(_UNDONE):
        with watch.timing("undo"):
            study.undo()
    for _ in range(_UNDONE // 2):
        with watch.timing("redo"):
            study.redo()
    for what, act in (("flag", lambda s, t: s.flag(t, "odd")), ("bury", Study.bury)):
        assert study.step is not None
        with watch.timing(what):
            act(study, study.step.token)
    with watch.timing("finish"):
        study.finish()
    again = new_study()
    with watch.timing("resume"):
        again.resume()


def edit(watch: Stopwatch, study: Study, path: Path) -> None:
    """Change one question of a deck of 1,000 in the middle of a session."""
    study.resume()
    path.write_text(path.read_text(encoding="utf-8").replace("Number 3 ", "Number three "), encoding="utf-8")
    with watch.timing("reload, one deck edited"):
        study.reload()


def write_decks(folder: Path, number: int) -> None:
    """The decks of the filled store as files, each question with the right answer `word`."""
    folder.mkdir()
    for deck in range(number):
        questions = "".join(
            f"  - {{q: Number {i} of {deck}?, id: q{i:05d}, accept: [word], why: x, tags: [history]}}\n"
            for i in range(1000)
        )
        text = f"deck: Deck {deck}\nid: deck-{deck:03d}\nquestions:\n{questions}"
        (folder / f"deck-{deck:03d}.yaml").write_text(text, encoding="utf-8")


def settle(store: Store) -> None:
    """Let every studied card have been reviewed with the answer that it has."""
    row = store.connection.one("SELECT answer_fingerprint FROM deck_card LIMIT 1")
    assert row is not None
    store.connection.run(
        "UPDATE memory SET changed = 0, answer_fingerprint = ? WHERE answer_fingerprint <> ''", row
    )
    store.checkpoint()


if __name__ == "__main__":
    main()
