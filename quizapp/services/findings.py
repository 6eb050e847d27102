"""Findings as people and programs read them."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len

from quizapp.core.finding import Finding

WIDTH = 100
LINE_FEED = "\u240a"
_BEFORE_CARET = 70


def render(finding: Finding) -> str:
    """The finding in a few lines: place, severity, code and message, the source line, a caret, the fix."""
    file = finding.file.replace("\n", LINE_FEED)
    place = file if not finding.line else f"{file}:{finding.line}:{finding.column}"
    lines = [f"{place}: {finding.severity} {finding.code}: {finding.message}"]
    if finding.source.strip():
        lines += _pointed(finding.source, finding.column)
    if finding.fix:
        lines.append(f"    fix: {finding.fix}")
    return "\n".join(lines)


def _pointed(source: str, column: int) -> list[str]:
    """The source line, cut to a window around the column, with a caret below it.

    The line comes without its far end when it is very long; a column there has no caret.
    """
    index = max(0, column - 1)
    if not column or index > len(source):
        return [f"    {_plain(source[:WIDTH])}"]
    start = max(0, index - _BEFORE_CARET) if len(source) > WIDTH else 0
    window = _plain(source[start : start + WIDTH])
    before = window[: index - start]
    return [f"    {window}", f"    {' ' * cell_len(before)}^"]


def _plain(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)


def as_json(findings: Iterable[Finding]) -> list[dict[str, str | int]]:
    """The findings for a program: objects with file, line, column, code, severity, message and fix."""
    return [
        {
            "file": finding.file,
            "line": finding.line,
            "column": finding.column,
            "code": finding.code,
            "severity": str(finding.severity),
            "message": finding.message,
            "fix": finding.fix,
        }
        for finding in findings
    ]
