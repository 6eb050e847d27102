"""How long the progress file takes, at 100,000 cards and 1,000,000 reviews unless told otherwise."""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path
from time import perf_counter

from big_store import LEARNER, NOW, SESSION, TODAY, fill, open_big

from quizapp.core.calibration import calibration
from quizapp.core.event import EventId, Review
from quizapp.core.memory import Memory
from quizapp.core.records import SessionRow
from quizapp.core.retention import retention
from quizapp.core.scheduler import DEFAULT_CONFIG, forgetting_curve
from quizapp.core.step import SessionRequest
from quizapp.core.weakness import Weakness
from quizapp.store import Store
from quizapp.store.figures import reading

_REPEATS = 20
_DAY = timedelta(days=1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cards", type=int, default=100_000)
    parser.add_argument("--reviews", type=int, default=1_000_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        begun = perf_counter()
        with open_big(folder) as store:
            fill(store, cards=asked.cards, reviews=asked.reviews)
        size = (folder / "quizapp.db").stat().st_size / 2**20
        took = perf_counter() - begun
        print(f"{asked.cards:,} cards, {asked.reviews:,} reviews, {size:,.0f} MiB; made in {took:.0f} s\n")
        report("open and close", lambda: open_big(folder).close())
        with open_big(folder) as store:
            reads(store)
            reports(store)
            report("answer: one transaction", answering(store))
        once("backup of the day", lambda: open_big(folder).backup_if_due())


def reads(store: Store) -> None:
    """What is read to draw Home and to plan a session."""
    report("deck_counts", lambda: store.deck_counts(LEARNER, TODAY, NOW))
    report("due, 50", lambda: store.due(LEARNER, TODAY, limit=50))
    report("due, 50, by tag", lambda: store.due(LEARNER, TODAY, tags=("history",), limit=50))
    report("learning", lambda: store.learning(LEARNER, NOW, TODAY))
    report("fresh, 20", lambda: store.fresh(LEARNER, TODAY, limit=20))
    report("any_cards, 20", lambda: store.any_cards(LEARNER, limit=20))
    report("today", lambda: store.today(LEARNER, TODAY))
    report("days, 365", lambda: store.days(LEARNER, TODAY - 364, TODAY))
    report("due_per_day, 30", lambda: store.due_per_day(LEARNER, TODAY, TODAY + 29))
    report("pace", lambda: store.pace(LEARNER))
    report("last_logical_ms", lambda: store.last_logical_ms(LEARNER))
    report("last_study_day", lambda: store.last_study_day(LEARNER))
    report("recent_events, 1000", lambda: store.recent_events(LEARNER, store.device))
    cards = [each.card for each in store.due(LEARNER, TODAY, limit=50)]
    report("events_of, 1 card", lambda: store.events_of(LEARNER, cards[:1]))
    report("sibling_days, 50", lambda: store.sibling_days(LEARNER, [card.siblings for card in cards]))
    report("deck_files", store.deck_files)


def reports(store: Store) -> None:
    """What is read to draw the report."""
    curve = forgetting_curve(DEFAULT_CONFIG)
    with reading(store, LEARNER) as figures:
        report("true retention", lambda: retention(figures.recall_days(), TODAY))
        report("calibration", lambda: calibration(figures.predictions()))
        report("mastery", lambda: figures.stocks(TODAY, curve))
        for weakness in Weakness:
            report(f"{weakness}"[:27], partial(figures.weakest, weakness))
        report("wrong options", lambda: figures.wrong_options(lambda card, option: True))


def answering(store: Store) -> Callable[[], None]:
    """Give one answer: review, memory and session in one transaction, as the engine does."""
    due = iter(store.due(LEARNER, TODAY, limit=_REPEATS + 1))
    model = next(e for e in store.recent_events(LEARNER, store.device, 1) if isinstance(e, Review))
    numbers = count(1)

    def answer() -> None:
        card, number = next(due), next(numbers)
        review = replace(
            model,
            id=EventId(f"0195ffff-0000-7000-8000-{number:012x}"),
            card=card.card,
            study_day=TODAY,
            logical_ms=model.logical_ms + number,
        )
        after: Memory = replace(card.memory, due_day=TODAY + 40, revision=card.memory.revision + 1)
        with store.writing() as writer:
            writer.add_review(review)
            writer.put_memory(LEARNER, card.card, after, expected_revision=card.memory.revision)
            writer.put_session(
                SessionRow(
                    id=SESSION,
                    learner=LEARNER,
                    request=SessionRequest(),
                    plan=(),
                    current=card.card,
                    started_at=NOW - _DAY,
                    study_day=TODAY,
                )
            )

    return answer


def report(what: str, call: Callable[[], object]) -> None:
    """Print the median and the worst of some calls, in milliseconds."""
    times = []
    for _ in range(_REPEATS):
        begun = perf_counter()
        call()
        times.append((perf_counter() - begun) * 1000)
    print(f"{what:28}{statistics.median(times):9.2f} ms   worst {max(times):9.2f} ms")


def once(what: str, call: Callable[[], object]) -> None:
    begun = perf_counter()
    call()
    print(f"{what:28}{(perf_counter() - begun) * 1000:9.0f} ms")


if __name__ == "__main__":
    main()
