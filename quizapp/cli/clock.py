"""The real clock, the real names, and this computer's name: made here and handed down."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from quizapp.core.event import DeviceId

TAIL_BITS = 74
STEP_BYTES = 4


class SystemClock:
    """The computer's clock and local time zone."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def zone(self) -> tzinfo:
        """The local zone with its rules; where the system names none, today's fixed offset."""
        import tzlocal

        try:
            return tzlocal.get_localzone()
        except Exception:
            return datetime.now(UTC).astimezone().tzinfo or UTC


class TimeNames:
    """UUIDs of version 7 (RFC 9562, sections 5.7 and 6.2): by time, and rising within a millisecond.

    The 74 bits after the time begin at random with the highest one clear, and rise by a random step.
    """

    def __init__(self, random_bytes: Callable[[int], bytes] = os.urandom) -> None:
        self._random = random_bytes
        self._lock = threading.Lock()
        self._ms = -1
        self._tail = 0

    def new(self, at: datetime) -> str:
        """The next name; `at` earlier than the last one's counts as the last one's."""
        ms = int(at.timestamp() * 1000)
        with self._lock:
            if ms > self._ms:
                self._ms, self._tail = ms, self._number(10) & ((1 << (TAIL_BITS - 1)) - 1)
            else:
                self._tail += self._number(STEP_BYTES) + 1
                if self._tail >> TAIL_BITS:
                    self._ms, self._tail = self._ms + 1, self._number(STEP_BYTES)
            return _uuid7(self._ms, self._tail)

    def _number(self, size: int) -> int:
        return int.from_bytes(self._random(size), "big")


def _uuid7(ms: int, tail: int) -> str:
    high, low = tail >> 62, tail & ((1 << 62) - 1)
    number = (ms & ((1 << 48) - 1)) << 80 | 7 << 76 | high << 64 | 2 << 62 | low
    digits = f"{number:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def device_id(file: Path, names: TimeNames, at: datetime) -> DeviceId:
    """This computer's name, made and kept in `file` at the first start; OSError when it cannot be kept."""
    try:
        kept = file.read_text(encoding="ascii").strip()
    except (FileNotFoundError, UnicodeDecodeError):
        kept = ""
    if kept:
        return DeviceId(kept)
    made = names.new(at)
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f"{file.name}.{made}.new")
    beside.write_text(made + "\n", encoding="ascii")
    beside.replace(file)
    return DeviceId(made)
