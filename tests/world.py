"""A learner with decks and a progress file of their own, for tests of the engine and of the faces."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from quizapp.core.event import DeviceId, LearnerId
from quizapp.core.records import Learner
from quizapp.library import Folder, Library
from quizapp.services.study import Study
from quizapp.settings import Settings
from quizapp.store.store import Store

START = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


@dataclass
class StandingClock:
    """A clock that moves only when told to."""

    at: datetime = START
    place: tzinfo = field(default_factory=lambda: ZoneInfo("Europe/Berlin"))

    def now(self) -> datetime:
        return self.at

    def zone(self) -> tzinfo:
        return self.place

    def forward(self, **much: float) -> None:
        self.at += timedelta(**much)


@dataclass
class CountingNames:
    """Names in order: 00000001, 00000002, ..."""

    prefix: str = ""
    numbers: count[int] = field(default_factory=lambda: count(1))

    def new(self, at: datetime) -> str:
        return f"{self.prefix}{next(self.numbers):08d}"


@dataclass
class World:
    """Everything that a face is given, on real files below `home`."""

    home: Path
    clock: StandingClock = field(default_factory=StandingClock)
    names: CountingNames = field(default_factory=CountingNames)
    settings: Settings = field(default_factory=Settings)
    device: str = "device-1"
    learner: Learner = field(default=Learner(LearnerId("learner-1"), "Ann", START))

    def __post_init__(self) -> None:
        self.decks.mkdir(parents=True, exist_ok=True)
        self.store = self.open_store()
        if not self.store.learners():
            with self.store.writing() as writer:
                writer.add_learner(self.learner)
        self.library = self.new_library()

    @property
    def decks(self) -> Path:
        return self.home / "decks"

    @property
    def database(self) -> Path:
        return self.home / "progress.db"

    def open_store(self) -> Store:
        return Store.open(
            self.database, device=DeviceId(self.device), backups=self.home / "backups", clock=self.clock
        )

    def new_library(self) -> Library:
        return Library(self.store, [Folder(self.decks)], self.clock, self.names, self.settings.rollover_hour)

    def write(self, name: str, text: str) -> Path:
        path = self.decks / name
        path.write_text(text, encoding="utf-8")
        return path

    def study(self, settings: Settings | None = None) -> Study:
        return Study(
            self.store, self.library, self.learner, settings or self.settings, self.clock, self.names
        )

    def restart(self) -> None:
        """Close the progress file and open it again, as a new start of the program does."""
        self.store.close()
        self.store = self.open_store()
        self.library = self.new_library()
