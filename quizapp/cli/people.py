"""Which learner is meant, and what a learner may be called."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from quizapp.core.records import Learner
from quizapp.errors import UsageError

LONGEST_NAME = 60


def choose_learner(learners: Sequence[Learner], wanted: str, login: str) -> Learner:
    """The learner called `wanted`; when "": the only one, or the one with the login name; else UsageError."""
    if wanted:
        return named_learner(learners, wanted)
    if len(learners) == 1:
        return learners[0]
    found = find_learner(learners, login)
    if found is None:
        raise UsageError(
            f"There are several learners: {_list(learners)}.",
            "Say who you are with --learner NAME, or for always: quizapp settings set learner NAME",
        )
    return found


def named_learner(learners: Sequence[Learner], name: str) -> Learner:
    """The learner of that name, in any case; UsageError that lists all when there is none."""
    found = find_learner(learners, name)
    if found is None:
        raise UsageError(
            f"There is no learner `{name}`. Learners: {_list(learners)}.",
            f'To add one: quizapp learners add "{name}"',
        )
    return found


def find_learner(learners: Sequence[Learner], name: str) -> Learner | None:
    """The learner of that name, in any case."""
    folded = _folded(name)
    return next((each for each in learners if _folded(each.name) == folded), None)


def good_name(name: str) -> str:
    """The name as it is kept; UsageError when it is empty, too long or unprintable."""
    tidy = unicodedata.normalize("NFC", " ".join(name.split()))
    if not tidy or not tidy.isprintable() or len(tidy) > LONGEST_NAME:
        raise UsageError(f"A learner's name has 1 to {LONGEST_NAME} printable characters.")
    return tidy


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()


def _list(learners: Sequence[Learner]) -> str:
    return ", ".join(each.name for each in learners) or "none"
