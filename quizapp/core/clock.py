"""Where time and names come from; only the command line makes real ones."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import Protocol


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
