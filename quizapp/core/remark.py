"""A remark: what a content rule has to say about one question, before anybody knows where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.core.question import Question


@dataclass(frozen=True, slots=True)
class Remark:
    """A warning about `question` (None: about the deck) at its deck key `key`; `code` is a stable slug."""

    question: Question | None
    key: str
    code: str
    message: str
    fix: str


def quoted(text: str) -> str:
    """The text in one line of at most 40 characters, in curly quotes."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= 40 else line[:39] + '…'}”"
