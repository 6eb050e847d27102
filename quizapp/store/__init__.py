"""The progress file: one SQLite database, several learners in it."""

from quizapp.store.store import Store

__all__ = ["Store"]
