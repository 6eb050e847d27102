"""The text of one deck file, and the findings gathered while it is read."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from quizapp.core.finding import Finding, Severity

MAX_BYTES = 16_000_000
MAX_CHARACTERS = 50  # wrong ones that are named: a file in another encoding has thousands
BOM = b"\xef\xbb\xbf"
MAX_SOURCE = 1000  # of a line kept for the caret: the rest of a very long line is of no use to a reader
_BREAK = re.compile(r"\r\n|\r|\n")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_UNREADABLE = re.compile("[\ud800-\udfff]+")
_REPLACED = "\ufffd"
_CONTROL_BYTES = bytes({*range(0x20), 0x7F} - {0x09, 0x0A, 0x0D})
_TOO_MANY_NULS = 20
_MANY_CONTROLS = 10
_SAVE_AS = "In your editor choose Save As, and there the encoding UTF-8."
_DELETE = "Delete it, or type this bit of text again."


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

    def block(self, index: int) -> None:
        """As `error`, for what is known well enough from the errors before it."""
        self._errors.append(index)

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
    A file that is no text at all is one error, and its text is empty.
    """
    data = data.removeprefix(BOM)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data.count(0) * _TOO_MANY_NULS > len(data):
        report = Report(Source("", file))
        report.error("not-utf8", 0, "The file is not a text in UTF-8; perhaps it is UTF-16.", _SAVE_AS)
        return report
    controls = len(data) - len(data.translate(None, _CONTROL_BYTES))
    if controls >= _MANY_CONTROLS and controls * _TOO_MANY_NULS > len(data):
        report = Report(Source("", file))
        report.error("not-a-text", 0, "The file is not a text.", "Write the deck in a text editor.")
        return report
    raw = data.decode("utf-8", "surrogateescape")
    if raw.isascii() and not _CONTROL.search(raw):
        return Report(Source(raw, file))
    text = _UNREADABLE.sub(lambda found: _REPLACED * len(found[0]), raw)
    report = Report(Source(_CONTROL.sub(_REPLACED, text), file))
    for number, found in enumerate(_UNREADABLE.finditer(raw)):
        if number < MAX_CHARACTERS:
            bytes_ = " ".join(f"{ord(c) - 0xDC00:02X}" for c in found[0][:4])
            report.error("not-utf8", found.start(), f"This is not UTF-8 (byte {bytes_}).", _SAVE_AS)
        else:
            report.block(found.start())
    for number, found in enumerate(_CONTROL.finditer(raw)):
        if number < MAX_CHARACTERS:
            message = f"An invisible control character (U+{ord(found[0]):04X}) stands here."
            report.error("control-character", found.start(), message, _DELETE)
        else:
            report.block(found.start())
    return report
