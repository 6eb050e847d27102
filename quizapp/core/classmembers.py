"""Who is in a class: the roster as it was written, and each learner with all that was handed in."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from quizapp.core.classfinding import ClassFinding
from quizapp.core.handin import Attempt, DeckProgress, HandIn
from quizapp.core.question import DeckId


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """A line of the roster; `id` and `group` are "" where it has none."""

    name: str
    id: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class HandedIn:
    """One file that was read. Files with the same `checksum` hold the same."""

    file: str
    hand_in: HandIn
    checksum: str
    touched: bool = False

    @property
    def rank(self) -> tuple[bool, datetime, str]:
        """The order in which files of one learner count: later is better, and a touched one is worst."""
        return not self.touched, self.hand_in.written_at, self.file


@dataclass(frozen=True, slots=True)
class Progress:
    """Progress on one deck, when it was written and which study day that was."""

    deck: DeckProgress
    written_at: datetime
    study_day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody in the class. `secret` sorts members without telling who they are.

    `attempts` are by deck, each by number; `decks` hold the newest progress. Other fields as in
    `classroom.ClassLearner`.
    """

    name: str
    secret: str
    id: str = ""
    group: str = ""
    in_roster: bool | None = None
    handed_in: bool = False
    files: tuple[str, ...] = ()
    attempts: Mapping[DeckId, tuple[Attempt, ...]] = field(default_factory=dict)
    decks: Mapping[DeckId, Progress] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Joined:
    """The members in the order of the report, and what there is to say of files and names.

    `roster` is how many the roster lists, None without one; `files` how many files were read.
    """

    members: tuple[Member, ...]
    findings: tuple[ClassFinding, ...]
    roster: int | None
    files: int


def folded(name: str) -> str:
    """A name as it is compared: NFC, in any case, with single spaces, "Last, First" as "First Last"."""
    last, comma, first = name.partition(",")
    turned = f"{first} {last}" if comma and first.strip() else name
    return " ".join(unicodedata.normalize("NFC", turned).casefold().split())


def tidy(name: str) -> str:
    """A name as it is shown, on one line."""
    return " ".join(unicodedata.normalize("NFC", name).split())
