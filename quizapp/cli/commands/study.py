"""`quizapp study`: study in the app or as plain text."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.app import can_open_app, no_terminal, open_app
from quizapp.cli.compose import Room, opened
from quizapp.cli.output import narrate
from quizapp.cli.start import Start, with_start
from quizapp.core.event import Kind
from quizapp.core.step import Finished, SessionRequest, Step
from quizapp.errors import UsageError

if TYPE_CHECKING:
    from quizapp.library import Library
    from quizapp.services.study import Study


@click.command("study")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--plain", is_flag=True, help="As lines of plain text: pipes, dumb terminals, screen readers.")
@click.option("--deck", "decks", multiple=True, metavar="ID", help="Only this deck; may be given again.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only this tag; may be given again.")
@click.option("--cards", type=click.IntRange(1, 9999), metavar="N", help="End after so many cards.")
@click.option("--minutes", type=click.FloatRange(0.5, 600), metavar="M", help="End after so many minutes.")
@click.option("--practice", is_flag=True, help="Practise without changing the schedule.")
@click.option("--weak", is_flag=True, help="Practise the cards of your lists of weak spots.")
@click.option("--fresh", is_flag=True, help="Begin a new session even when one can be resumed.")
@with_start
def command(
    start: Start,
    paths: tuple[Path, ...],
    plain: bool,
    decks: tuple[str, ...],
    tags: tuple[str, ...],
    cards: int | None,
    minutes: float | None,
    practice: bool,
    weak: bool,
    fresh: bool,
) -> None:
    """Study what is due, in the app or as plain text.

    With PATHS, study the decks in these files and folders. A session that was left is resumed by the
    command that began it, and by one that asks for nothing in particular.
    """
    if not plain and not can_open_app():
        raise no_terminal()
    with opened(start) as room:
        from quizapp.cli.decks import choose_decks, decks_in, ready_library

        library = ready_library(room, paths)
        known = library.decks()
        request = SessionRequest(
            kind=Kind.PRACTICE if practice else Kind.SCHEDULED,
            decks=(*decks_in(known, paths), *choose_decks(known, decks)),
            tags=tags,
            max_cards=cards or room.settings.session_cards,
            max_minutes=minutes or room.settings.session_minutes,
        )
        if weak:
            request = _of_weak_cards(room, library, request)
        asked = bool(paths or decks or tags or cards or minutes or practice or weak)
        new = fresh or (asked and not _was_left(room, request))
        if plain:
            _study_plain(room, library, request, new)
        else:
            open_app(room, library, request, fresh=new)


def _was_left(room: Room, request: SessionRequest) -> bool:
    """Whether the session that was left is the one that is asked for."""
    left = room.store.open_session(room.learner.id)
    return left is not None and left.request == request


def _of_weak_cards(room: Room, library: Library, request: SessionRequest) -> SessionRequest:
    """Practice of the weakest cards, of the decks asked for; UsageError when there are none."""
    from quizapp.services.desk import Desk
    from quizapp.services.reporting import DRILLED, drill, weak_spots

    desk = Desk(room.store, library, room.learner, room.settings, room.clock, room.names)
    found = drill(weak_spots(desk, request.decks), request.max_cards or DRILLED)
    if not found:
        raise UsageError("There are no weak spots yet.", "They come with answers: study what is due first.")
    return replace(request, kind=Kind.PRACTICE, cards=found)


def _study_plain(room: Room, library: Library, request: SessionRequest, new: bool) -> None:
    from quizapp.plain import Around, Talk, run_plain
    from quizapp.services.study import Study

    study = Study(room.store, library, room.learner, room.settings, room.clock, room.names)
    practice = SessionRequest(kind=Kind.PRACTICE, decks=request.decks, tags=request.tags)
    width = shutil.get_terminal_size((80, 24)).columns
    first = _first(study, request, new)
    run_plain(study, first, Talk(sys.stdin, sys.stdout, width), Around(room.clock, library.place, practice))


def _first(study: Study, request: SessionRequest, new: bool) -> Step:
    resumed = None if new else study.resume()
    if resumed is None or isinstance(resumed, Finished):
        return study.start(request)
    narrate("This is the session that you left; --fresh begins a new one.")
    return resumed
