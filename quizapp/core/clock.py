"""Where time and names come from; only the command line makes real ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Protocol

from quizapp.core.studyday import steady_day

SLACK_MS = 5 * 60 * 1000


class Clock(Protocol):
    """Time, as the learner lives it."""

    def now(self) -> datetime:
        """This moment, aware, in UTC."""
        ...

    def zone(self) -> tzinfo:
        """The local time zone."""
        ...


class Names(Protocol):
    """A source of unique names, sortable by time (UUID version 7)."""

    def new(self, at: datetime) -> str:
        """A name that no other device makes."""
        ...


@dataclass(frozen=True, slots=True)
class Moment:
    """One reading of the clock: aware UTC, study day (ordinal), local offset in seconds, place in the log.

    `set_back`: the clock shows clearly less than the learner's last row does.
    """

    at: datetime
    day: int
    utc_offset: int
    logical_ms: int
    set_back: bool


def moment(clock: Clock, rollover_hour: int, last_ms: int, last_day: int | None) -> Moment:
    """Read the clock; `last_ms` and `last_day` are the learner's newest logical time (0) and study day."""
    at, zone = clock.now(), clock.zone()
    reading = steady_day(at, zone, rollover_hour, last_day)
    now_ms = int(at.timestamp() * 1000)
    return Moment(
        at=at,
        day=reading.day,
        utc_offset=int((at.astimezone(zone).utcoffset() or timedelta()).total_seconds()),
        logical_ms=max(now_ms, last_ms + 1),
        set_back=reading.jumped or last_ms - now_ms > SLACK_MS,
    )
