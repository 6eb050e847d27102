"""Decks as the command line names and narrates them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from pathlib import Path

from quizapp.cli.compose import Room, open_library
from quizapp.cli.output import narrate
from quizapp.cli.telling import watching
from quizapp.core.finding import Finding, Severity
from quizapp.core.question import DeckId
from quizapp.core.wording import plural
from quizapp.errors import DeckError, UsageError
from quizapp.library import DeckEntry, Library, SyncReport


def ready_library(room: Room, extra: Sequence[Path] = ()) -> Library:
    """The library, read again, its news narrated; DeckError when a path of `extra` is not there."""
    for path in extra:
        if not path.exists():
            raise DeckError(f"{path}: there is no such file or folder.")
    library = open_library(room, extra)
    with watching("Reading decks") as tell:
        news = library.sync(tell)
    _tell(room, news)
    return library


def choose_decks(decks: Sequence[DeckEntry], wanted: Iterable[str]) -> tuple[DeckId, ...]:
    """Decks by id or title, in any case; UsageError for an unknown one."""
    return tuple(_choose(decks, name) for name in wanted)


def decks_in(decks: Sequence[DeckEntry], paths: Sequence[Path]) -> tuple[DeckId, ...]:
    """The decks that lie at or under the paths; DeckError when a path holds no deck that can be used."""
    chosen: dict[DeckId, None] = {}
    for path in paths:
        absolute = path.absolute()
        inside = [each.id for each in decks if absolute == each.path or absolute in each.path.parents]
        if not inside:
            raise DeckError(
                f"{path}: no deck here can be studied.", f"`quizapp check {path}` says what is wrong."
            )
        chosen.update(dict.fromkeys(inside))
    return tuple(chosen)


def _choose(decks: Sequence[DeckEntry], name: str) -> DeckId:
    folded = name.casefold()
    for found in (
        [each.id for each in decks if each.id == name],
        [each.id for each in decks if each.id.casefold() == folded],
        [each.id for each in decks if each.title.casefold() == folded],
    ):
        if len(found) > 1:
            ids = ", ".join(f"`{each}`" for each in found)
            raise UsageError(f"Several decks are called `{name}`.", f"Name one by its id: {ids}.")
        if found:
            return found[0]
    near = difflib.get_close_matches(name, [each.id for each in decks], n=1)
    meant = f" Did you mean `{near[0]}`?" if near else ""
    raise UsageError(f"There is no deck `{name}`.{meant}", "`quizapp decks` lists all.")


def _tell(room: Room, report: SyncReport) -> None:
    for notice in report.notices(room.learner.id):
        narrate(notice)
    errors = _files_with_errors(report.findings)
    if errors:
        narrate(
            f"{plural(len(errors), 'deck file')} with errors (the rest can be studied): {', '.join(errors)}\n"
            "`quizapp check` with the file says what is wrong."
        )


def _files_with_errors(findings: Iterable[Finding]) -> list[str]:
    return list(dict.fromkeys(each.file for each in findings if each.severity is Severity.ERROR))
