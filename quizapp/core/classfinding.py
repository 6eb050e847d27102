"""What there is to say about the files and names of a class: each is reported, none is fatal."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class About(StrEnum):
    """What a finding is about."""

    UNREADABLE = "unreadable"
    TOUCHED = "touched"
    DUPLICATE = "duplicate"
    OLDER = "older"
    CONFLICT = "conflict"
    COPIED = "copied"
    UNKNOWN_NAME = "unknown-name"
    NO_NAME = "no-name"
    SAME_NAME = "same-name"
    RENAMED = "renamed"
    ROSTER_TWICE = "roster-twice"
    NO_FILE = "no-file"
    OTHER_VERSION = "other-version"
    NO_FIRST = "no-first-attempt"
    NOTHING_ASKED = "nothing-asked"
    FUTURE = "future"
    HIDDEN = "hidden"
    REKEYED = "rekeyed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassFinding:
    """One of them. `message` says it in words, `fix` what to do ("" when there is nothing to do).

    `file` and `learner` name what it is about, "" where it is about none. In an anonymous report there is one
    of each kind, whose words tell how often and name nobody.
    """

    about: About
    message: str
    fix: str = ""
    file: str = ""
    learner: str = ""
