"""The text of one deck file, and the findings gathered while it is read."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from quizapp.core.finding import Finding, Severity

MAX_BYTES = 16_000_000
MAX_SOURCE = 1000  # of a line kept for the caret: the rest of a very long line is of no use to a reader
_BREAK = re.compile(r"\r\n|\r|\n")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_UNREADABLE = re.compile("[\ud800-\udfff]+")
_REPLACED = "\ufffd"


class Source:
    """A file's text; `place` turns an index into it into a line and a column, both from 1."""

    __slots__ = ("_starts", "file", "text")

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self._starts = [0, *(m.end() for m in _BREAK.finditer(text))]

    def line(self, index: int) -> int:
        """The line, from 1, that the index is on."""
        return bisect_right(self._starts, index)

    def place(self, index: int) -> tuple[int, int]:
        """Line and column of the index, from 1; an index past the end counts as the end."""
        index = max(0, min(index, len(self.text)))
        line = self.line(index)
        return line, index - self._starts[line - 1] + 1

    def start(self, line: int) -> int:
        """The index at which the line, from 1, starts."""
        return self._starts[min(line, len(self._starts)) - 1]

    def line_text(self, line: int) -> str:
        """The line without its end, cut when it is very long; "" for a line that is not there."""
        if not 1 <= line <= len(self._starts):
            return ""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self.text)
        return self.text[start : min(end, start + MAX_SOURCE)].rstrip("\r\n")


class Report:
    """Gathers the findings of one file, in any order."""

    __slots__ = ("_errors", "_findings", "source")

    def __init__(self, source: Source) -> None:
        self.source = source
        self._findings: set[Finding] = set()
        self._errors: list[int] = []

    def error(self, code: str, index: int, message: str, fix: str = "") -> None:
        """The question that the index is in cannot be used."""
        self._errors.append(index)
        self._add(Severity.ERROR, code, index, message, fix)

    def warn(self, code: str, index: int, message: str, fix: str = "") -> None:
        """The question can be used, but probably not as meant."""
        self._add(Severity.WARNING, code, index, message, fix)

    def _add(self, severity: Severity, code: str, index: int, message: str, fix: str) -> None:
        line, column = self.source.place(index)
        text = self.source.line_text(line)
        self._findings.add(Finding(self.source.file, line, column, code, severity, message, fix, text))

    @property
    def errors(self) -> int:
        """How many errors there are so far."""
        return len(self._errors)

    def error_indexes(self) -> list[int]:
        """Where the errors so far stand, in order."""
        return sorted(self._errors)

    def findings(self) -> tuple[Finding, ...]:
        """All findings in the order of the file, each once."""
        return tuple(sorted(self._findings))


def any_between(indexes: list[int], start: int, end: int) -> bool:
    """Whether one of the sorted indexes is in start..end-1."""
    at = bisect_left(indexes, start)
    return at < len(indexes) and indexes[at] < end


def open_source(data: bytes, file: str) -> Report:
    """The file's text with nothing reported but what is wrong with its characters.

    A character that no deck may hold is replaced by one other character, so that every index stays true.
    """
    data = data.removeprefix(b"\xef\xbb\xbf")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        report = Report(Source("", file))
        report.error(
            "not-utf8",
            0,
            "The file is written in UTF-16, not in UTF-8.",
            "In your editor choose Save As, and there the encoding UTF-8.",
        )
        return report
    raw = data.decode("utf-8", "surrogateescape")
    unreadable = [(m.start(), m.end()) for m in _UNREADABLE.finditer(raw)] if not raw.isascii() else []
    controls = [(m.start(), raw[m.start()]) for m in _CONTROL.finditer(raw)]
    text = _UNREADABLE.sub(lambda m: _REPLACED * len(m[0]), raw) if unreadable else raw
    text = _CONTROL.sub(_REPLACED, text) if controls else text
    report = Report(Source(text, file))
    for start, end in unreadable:
        found = " ".join(f"{ord(c) - 0xDC00:02X}" for c in raw[start : min(end, start + 4)])
        report.error(
            "not-utf8",
            start,
            f"This character is not UTF-8 (byte {found}).",
            "In your editor choose Save As, and there the encoding UTF-8.",
        )
    for index, character in controls:
        report.error(
            "control-character",
            index,
            f"An invisible control character (U+{ord(character):04X}) stands here.",
            "Delete it, or type this bit of text again.",
        )
    return report
