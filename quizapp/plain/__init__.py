"""The quiz in lines of plain text: for pipes, dumb terminals and screen readers."""

from quizapp.plain.session import Around, run_plain
from quizapp.plain.talk import Talk

__all__ = ["Around", "Talk", "run_plain"]
