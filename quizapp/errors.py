"""Every error that quizapp raises on purpose; a face shows its text and never a traceback.

QuizappError
  UsageError          what was asked cannot be done (exit code 2)
  DeckError           a deck cannot be read at all (exit code 2)
  ArticleError        an article cannot be read (exit code 2)
  SettingsError       a setting is wrong (exit code 2)
  StoreError          the progress file cannot be used (exit code 3)
    StoreLocked       another program holds it
    StoreReadOnly     it may not be written
    StoreFull         the disk is full
    StoreDamaged      it is not a healthy SQLite file
    StoreNewer        a later quizapp wrote it
  StaleCard           another window answered this card first; draw again
"""


class QuizappError(Exception):
    """Base of all; `str(error)` says what and where, `fix` says what to do ("" when nothing can be done)."""

    exit_code = 2

    def __init__(self, message: str, fix: str = "") -> None:
        super().__init__(message)
        self.fix = fix


class UsageError(QuizappError):
    """What was asked cannot be done."""


class DeckError(QuizappError):
    """A deck cannot be read at all."""


class ArticleError(QuizappError):
    """An article cannot be read."""


class SettingsError(QuizappError):
    """A setting is wrong."""


class StoreError(QuizappError):
    """The progress file cannot be used."""

    exit_code = 3


class StoreLocked(StoreError):
    """Another program holds the progress file."""


class StoreReadOnly(StoreError):
    """The progress file may not be written."""


class StoreFull(StoreError):
    """The disk is full."""


class StoreDamaged(StoreError):
    """The progress file is not a healthy SQLite database."""


class StoreNewer(StoreError):
    """A later version of quizapp wrote the progress file."""


class StaleCard(QuizappError):
    """Another window answered this card first; nothing was written."""
