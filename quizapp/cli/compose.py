"""Putting the parts together: real clock, names, device, store, decks, learner."""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import quizapp
from quizapp.cli.clock import SystemClock, TimeNames, device_id
from quizapp.cli.output import narrate
from quizapp.cli.people import choose_learner
from quizapp.cli.start import Start
from quizapp.core.event import DeviceId, LearnerId
from quizapp.core.records import Learner
from quizapp.errors import StoreError, StoreReadOnly
from quizapp.settings import Paths, Settings

if TYPE_CHECKING:
    from quizapp.library import Folder, Library
    from quizapp.store.store import Store


@dataclass(frozen=True, slots=True)
class Room:
    """All that a command about progress needs, opened; `learner` is whose progress is meant."""

    paths: Paths
    settings: Settings
    clock: SystemClock
    names: TimeNames
    store: Store
    learner: Learner


@contextmanager
def opened(start: Start) -> Iterator[Room]:
    """Open the progress file and find (at the first start: make) the learner; close it at the end."""
    settings, paths = start.settings(), start.paths
    clock, names = SystemClock(), TimeNames()
    with open_store(paths, clock, names) as store:
        if not store.learners():
            with store.writing() as writer:
                writer.add_learner(new_learner(login_name(), clock, names))
        learner = choose_learner(store.learners(), settings.learner, login_name())
        yield Room(paths, settings, clock, names, store, learner)


@contextmanager
def open_store(paths: Paths, clock: SystemClock, names: TimeNames) -> Iterator[Store]:
    """The progress file, made when missing; closed at the end, and backed up once a day."""
    from quizapp.store.store import Store

    make_folder(paths.data_dir)
    _tell_of_a_lost_file(paths)
    store = Store.open(paths.store, device=_device(paths, clock, names), backups=paths.backups, clock=clock)
    try:
        yield store
        try:
            store.backup_if_due()
        except StoreError as error:
            narrate(f"No backup was made: {error}")
    finally:
        store.close()


def _device(paths: Paths, clock: SystemClock, names: TimeNames) -> DeviceId:
    try:
        return device_id(paths.device_file, names, clock.now())
    except OSError as error:
        raise StoreReadOnly(
            f"{paths.device_file}, the name of this computer, cannot be read or written: {error.strerror}.",
            "Move it away, and make its folder writable.",
        ) from error


def _tell_of_a_lost_file(paths: Paths) -> None:
    if paths.store.exists() or not paths.backups.is_dir():
        return
    from quizapp.services.transfer import backups_of

    if newest := next(iter(backups_of(paths.store, paths.backups)), None):
        narrate(
            f"{paths.store}: the progress file is gone, so a new one begins. "
            f"To go back to the newest backup: quizapp restore {newest}"
        )


def open_library(room: Room, extra: Iterable[Path] = ()) -> Library:
    """The learner's decks, read again where they changed."""
    from quizapp.library import Library

    folders = deck_folders(room.paths, room.settings, extra)
    library = Library(room.store, folders, room.clock, room.names, room.settings.rollover_hour)
    return library


def deck_folders(paths: Paths, settings: Settings, extra: Iterable[Path] = ()) -> tuple[Folder, ...]:
    """Where decks are looked for: command line, own folder, folders of the settings, starter decks."""
    from quizapp.library import Folder

    named = (Path(folder).expanduser() for folder in settings.deck_folders)
    own = [Folder(path.absolute()) for path in (*extra, paths.decks, *named)]
    return (*own, Folder(starter_decks(), starter=True))


def starter_decks() -> Path:
    """The decks that come with quizapp: inside the installed package, or beside it in a checkout."""
    package = Path(quizapp.__file__).parent
    inside = package / "starter"
    return inside if inside.is_dir() else package.parent / "decks"


def make_folder(folder: Path) -> None:
    """Make a folder of quizapp's own; StoreReadOnly when the system does not let us."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreReadOnly(
            f"{folder}: this folder cannot be made: {error.strerror}.",
            "Give yourself the right to write there, or set QUIZAPP_HOME to another folder.",
        ) from error


def login_name() -> str:
    """What the first learner is called."""
    try:
        name = getpass.getuser().strip()
    except (OSError, KeyError, ImportError):
        name = ""
    return name if name and name.isprintable() else "learner"


def new_learner(name: str, clock: SystemClock, names: TimeNames) -> Learner:
    """A learner who begins now."""
    at = clock.now()
    return Learner(LearnerId(names.new(at)), name, at)
