"""What all tests share: clocks that stand still and names that count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import count
from zoneinfo import ZoneInfo

import pytest


@dataclass
class StandingClock:
    """A clock that moves only when told to."""

    at: datetime = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
    place: tzinfo = field(default_factory=lambda: ZoneInfo("Europe/Berlin"))

    def now(self) -> datetime:
        return self.at

    def zone(self) -> tzinfo:
        return self.place

    def forward(self, **much: float) -> None:
        self.at += timedelta(**much)


@dataclass
class CountingNames:
    """Names in order: 0001, 0002, ..."""

    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def new(self, at: datetime) -> str:
        return f"{next(self.numbers):08d}"


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def names() -> CountingNames:
    return CountingNames()
