"""Draw the pictures of the README: the app with a made-up learner, as SVG files in docs/pictures.

python tools/pictures.py
"""

from __future__ import annotations

import asyncio
import random
import re
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from quizapp.core.answer import Answer, Filled, GaveUp, Matched, Ordered, Picked, Rating, Said, Wrote
from quizapp.core.event import DeviceId, LearnerId
from quizapp.core.facing import blanks
from quizapp.core.question import (
    Choice,
    Cloze,
    Date,
    DeckId,
    Flashcard,
    Matching,
    Multiple,
    Number,
    Ordering,
    TrueFalse,
    Typed,
)
from quizapp.core.records import Learner
from quizapp.core.step import Asking, Finished, Judged, Revealed, SessionRequest, Step
from quizapp.library import Folder, Library
from quizapp.services.deriving import derive_article
from quizapp.services.reviewing import Reviewing
from quizapp.services.study import Study
from quizapp.settings import Settings, find_paths
from quizapp.store.store import Store
from quizapp.tui.app import QuizApp
from quizapp.tui.review import ReviewApp
from quizapp.tui.services import AppServices

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
SIZE = (84, 26)
TITLE = "quizapp (sample data)"
DAYS = 40
FIRST = datetime(2026, 1, 20, 17, 0, tzinfo=UTC)


@dataclass
class SetClock:
    """A clock that the script moves."""

    at: datetime = FIRST
    place: tzinfo = field(default_factory=lambda: ZoneInfo("Europe/Helsinki"))

    def now(self) -> datetime:
        return self.at

    def zone(self) -> tzinfo:
        return self.place


@dataclass
class Numbered:
    """Names in order."""

    numbers: count[int] = field(default_factory=lambda: count(1))

    def new(self, at: datetime) -> str:
        return f"{next(self.numbers):08d}"


def right_answer(step: Asking) -> Answer:
    """The right answer to any question that is not a flashcard."""
    question = step.card.question
    match question:
        case Choice() | Multiple():
            return Picked(tuple(option.text for option in question.options if option.right))
        case TrueFalse():
            return Said(question.answer)
        case Typed():
            return Wrote(question.accept[0].text)
        case Number() | Date():
            return Wrote(question.text)
        case Cloze():
            return Filled(tuple(blank.answers[0] for blank in blanks(step.card)))
        case Matching():
            return Matched(tuple((pair.left, pair.right) for pair in question.pairs))
        case Ordering():
            return Ordered(question.items)
        case Flashcard():
            return GaveUp()


def take_turn(study: Study, step: Step, chance: random.Random) -> Step:
    """What the made-up learner does next: right five times of six."""
    knows = chance.random() < 5 / 6
    match step:
        case Asking() if isinstance(step.card.question, Flashcard):
            return study.reveal(step.token)
        case Asking():
            return study.submit(right_answer(step) if knows else GaveUp(), step.token)
        case Revealed():
            return study.rate(Rating.GOOD if knows else Rating.AGAIN, step.token)
        case Judged():
            return study.next(step.token)
        case Finished():
            return step


def live(study: Study, clock: SetClock, chance: random.Random) -> None:
    """One day of the made-up learner."""
    step = study.start(SessionRequest(max_cards=chance.randint(6, 25)))
    while not isinstance(step, Finished):
        clock.at += timedelta(seconds=chance.randint(5, 15))
        step = take_turn(study, step, chance)


def reach_choice(study: Study, clock: SetClock, chance: random.Random) -> None:
    """Leave a session at a multiple choice."""
    step = study.start(SessionRequest(decks=(DeckId("korean-war"),)))
    while not isinstance(step, Finished):
        if isinstance(step, Asking) and isinstance(step.card.question, Choice):
            return
        clock.at += timedelta(seconds=8)
        step = take_turn(study, step, chance)


async def draw(services: AppServices, clock: SetClock, chance: random.Random) -> None:
    """Home, a question, its verdict: one file each."""
    app = QuizApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        save(app, "home")
    reach_choice(services.engine(), clock, chance)
    app = QuizApp(services, SessionRequest())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        save(app, "question")
        await pilot.press("2", "enter")
        await pilot.pause()
        save(app, "verdict")


async def draw_review(services: AppServices, review: Reviewing) -> None:
    """The review of the shipped article's drafts: one to decide, and the question why not."""
    app = ReviewApp(services, review)
    async with app.run_test(size=(110, 30)) as pilot:
        await pilot.pause()
        save(app, "review")
        await pilot.press("r")
        await pilot.pause()
        save(app, "review-reason")


def save(app: QuizApp, name: str) -> None:
    """Write beside, then replace; without the fonts that the picture would fetch from the network."""
    picture = re.sub(r"@font-face \{.*?\}", "", app.export_screenshot(title=TITLE), flags=re.DOTALL)
    beside = PICTURES / f"{name}.svg.new"
    beside.write_text(picture, encoding="utf-8")
    beside.replace(PICTURES / f"{name}.svg")


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        clock, names, settings = SetClock(), Numbered(), Settings(new_per_day=4)
        store = Store.open(
            Path(home) / "quizapp.db", device=DeviceId("sample"), backups=Path(home) / "backups", clock=clock
        )
        learner = Learner(LearnerId("sample"), "Sample learner", FIRST)
        with store.writing() as writer:
            writer.add_learner(learner)
        library = Library(store, [Folder(ROOT / "decks")], clock, names, settings.rollover_hour)
        library.sync()
        chance = random.Random(7)
        for day in range(DAYS):
            clock.at = FIRST + timedelta(days=day)
            if chance.random() < 0.85 or day > DAYS - 8:
                live(Study(store, library, learner, settings, clock, names), clock, chance)
        clock.at = FIRST + timedelta(days=DAYS)
        paths = find_paths({"QUIZAPP_HOME": home})
        services = AppServices(store, library, learner, settings, clock, names, paths)
        asyncio.run(draw(services, clock, chance))
        article = ROOT / "decks" / "how-memory-works.md"
        derived = derive_article(article.read_bytes(), article.name)
        review = Reviewing(store, clock, names, derived, Path(home) / "memory.yaml")
        asyncio.run(draw_review(services, review))
        store.close()


if __name__ == "__main__":
    main()
