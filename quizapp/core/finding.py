"""A finding: one thing that the checker has to say about a deck file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error keeps a question (or a file) from being used; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """`file:line:column severity code: message`, and the `fix`; line and column count from 1, 0 when unknown.

    `code` is a stable slug such as `unknown-key`. `source` is the line of the file, for the caret.
    """

    file: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    fix: str = ""
    source: str = ""
