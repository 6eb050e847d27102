"""Lines in and lines out: text is printed literally and wrapped, and nothing moves the cursor."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from typing import TextIO

from rich.cells import cell_len, get_character_cell_size

from quizapp.core.literal import literal

PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
LONGEST_LINE = 200_000


class Talk:
    """A conversation over two text streams; `width` is in terminal cells."""

    def __init__(self, source: TextIO, sink: TextIO, width: int = 80) -> None:
        self._source = source
        self._sink = sink
        self._width = max(20, width)
        self._at_terminal = source.isatty()

    def say(self, text: str = "", indent: str = "") -> None:
        """Print a text; lines after the first of an indented one stand under its beginning."""
        for number, line in enumerate(_lines(text, self._width - cell_len(indent))):
            lead = indent if number == 0 else " " * cell_len(indent)
            self._sink.write(f"{lead}{line}".rstrip() + "\n")

    def ask(self, prompt: str) -> str | None:
        """Print the prompt and read a line without its end; None at the end of the input."""
        self._sink.write(prompt if self._at_terminal else f"{prompt.rstrip()}\n")
        self._sink.flush()
        line = self._source.readline(LONGEST_LINE)
        if not line:
            return None
        if not line.endswith("\n") and len(line) >= LONGEST_LINE:
            self._skip_rest()
        return line.rstrip("\r\n")

    def forget_typed_ahead(self) -> None:
        """Drop keys that were pressed before the question was there; pipes keep all their lines."""
        if not self._at_terminal:
            return
        with contextlib.suppress(ImportError, OSError, ValueError):
            import termios

            termios.tcflush(self._source.fileno(), termios.TCIFLUSH)

    def flush(self) -> None:
        """Hand over all that was printed."""
        self._sink.flush()

    def _skip_rest(self) -> None:
        while True:
            more = self._source.readline(LONGEST_LINE)
            if not more or more.endswith("\n"):
                return


def readable(markdown: str) -> str:
    """Markdown as it is read in plain text: a picture becomes its description."""
    return PICTURE.sub(lambda found: f"[picture: {found.group(1) or 'not described'}]", markdown)


def _lines(text: str, width: int) -> Iterator[str]:
    for line in literal(text).split("\n"):
        if len(line) * 2 <= width or cell_len(line) <= width:
            yield line
        else:
            yield from _wrapped(line, max(10, width))


def _wrapped(line: str, width: int) -> Iterator[str]:
    row, used = "", 0
    for word in re.findall(r"\s+|\S+", line):
        size = cell_len(word)
        if used + size > width and row.strip():
            yield row.rstrip()
            row, used = "", 0
            if word.isspace():
                continue
        if size > width:
            *full, word = _chunks(word, width)
            yield from full
            size = cell_len(word)
        row, used = row + word, used + size
    if row.strip():
        yield row.rstrip()


def _chunks(word: str, width: int) -> list[str]:
    chunks, start, used = [], 0, 0
    for position, character in enumerate(word):
        size = get_character_cell_size(character)
        if used + size > width:
            chunks.append(word[start:position])
            start, used = position, 0
        used += size
    return [*chunks, word[start:]]
