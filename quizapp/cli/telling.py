"""Progress of what takes a while, on stderr: a line that changes at a terminal, a line a stage elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from quizapp.cli.output import narrate

_AFTER_SECONDS = 0.5
_BAR = 20


class Telling:
    """Called with what is going on, how much of it is done and of how much."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()
        self._began, self._stage, self._shown = time.monotonic(), "", 0

    def __call__(self, text: str, done: int, of: int) -> None:
        now = time.monotonic()
        if text != self._stage:
            self.clear()
            self._began, self._stage = now, text
            if not self._live:
                narrate(f"{text} ...")
        if self._live and now - self._began >= _AFTER_SECONDS:
            full = "#" * (_BAR * done // max(1, of))
            self._draw(f"{text}  [{full:<{_BAR}}]  {now - self._began:.0f} s  (Ctrl-C stops)")

    def clear(self) -> None:
        """Leave no trace of the line that changes."""
        if self._shown:
            self._draw("")
            self._draw("")

    def _draw(self, line: str) -> None:
        sys.stderr.write(f"\r{line:<{self._shown}}")
        sys.stderr.flush()
        self._shown = len(line)


@contextmanager
def watching(text: str) -> Iterator[Callable[[int, int], None]]:
    """A progress line for what seldom takes long: told how much is done and of how much, silent in a pipe."""
    with telling() as tell:
        yield lambda done, of: tell(text, done, of) if sys.stderr.isatty() else None


@contextmanager
def telling() -> Iterator[Telling]:
    """A progress line that is gone afterwards, however it ends."""
    made = Telling()
    try:
        yield made
    finally:
        made.clear()
