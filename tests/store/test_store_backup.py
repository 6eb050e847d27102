"""Backups are whole, made in time, kept sensibly, and can be gone back to."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shelf import ANN, act, action, due_on, give, key, new_store, open_store, remember, review, store
from world import StandingClock

from quizapp.core.event import ActionKind
from quizapp.errors import StoreDamaged, StoreError, StoreLocked, StoreNewer
from quizapp.store import Store, backup, restoring, schema

__all__ = ["store"]


@dataclass
class Place:
    """A folder with a closed progress file that holds the review e0001, and a backup of it."""

    folder: Path
    clock: StandingClock = field(default_factory=StandingClock)

    @property
    def file(self) -> Path:
        return self.folder / "quizapp.db"

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    @property
    def backup(self) -> Path:
        return self.backups / "quizapp-2026-03-02.db"

    def restore(self, source: Path | None = None) -> restoring.Restored:
        return restoring.restore(
            self.file, source or self.backup, backups=self.backups, clock=self.clock, patience_ms=50
        )

    def events(self) -> list[str]:
        with open_store(self.folder) as opened:
            return [event.id for event in opened.all_events(ANN)]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    with new_store(tmp_path) as made:
        give(made, review(1, key("q0")))
        made.backup_if_due()
    return Place(tmp_path)


def later(place: Place) -> None:
    """Something happens after the backup."""
    with open_store(place.folder) as opened:
        give(opened, review(2, key("q0")))


def stems(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_one_backup_is_made_each_local_day(tmp_path: Path) -> None:
    clock = StandingClock(datetime(2026, 3, 2, 22, 30, tzinfo=UTC))
    new_store(tmp_path).close()
    with open_store(tmp_path, clock=clock) as store:
        first = store.backup_if_due()
        assert first == tmp_path / "backups" / "quizapp-2026-03-02.db"
        assert store.backup_if_due() is None
        clock.forward(hours=1)  # past midnight in Berlin
        assert store.backup_if_due() == tmp_path / "backups" / "quizapp-2026-03-03.db"


def test_a_backup_is_one_whole_file_with_what_was_just_written(store: Store) -> None:
    give(store, review(1, key("q0")))
    path = store.backup_if_due()
    assert path is not None and stems(path.parent) == {path.name}
    with closing(sqlite3.connect(path)) as copy:
        assert copy.execute("SELECT id FROM review").fetchall() == [("e0001",)]
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_backup_that_cannot_be_written_leaves_no_half_of_it(store: Store) -> None:
    store.backups.write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be written"):
        store.backup_if_due()
    assert store.backups.is_file()


def test_a_damaged_file_never_replaces_a_good_backup(tmp_path: Path) -> None:
    with new_store(tmp_path, cards=300) as made:
        give(made, review(1, key("q0")))
    path = tmp_path / "quizapp.db"
    data = path.read_bytes()
    with open_store(tmp_path) as opened:
        (root,) = opened.connection.one("SELECT rootpage FROM sqlite_master WHERE name = 'question'") or (0,)
    start = (root - 1) * 4096
    path.write_bytes(data[:start] + b"\xff" * 4096 + data[start + 4096 :])
    with open_store(tmp_path) as opened:
        with pytest.raises(StoreDamaged):
            opened.backup_if_due()
        assert stems(tmp_path / "backups") == set()


@given(st.sets(st.dates(date(2020, 1, 1), date(2026, 12, 31)), max_size=60))
def test_thinning_keeps_the_newest_and_never_more_than_its_share(days: set[date]) -> None:
    keep = backup.kept(days)
    assert keep <= days
    assert set(sorted(days)[-7:]) <= keep
    assert len(keep) <= 7 + 4 + 12


def test_a_year_of_backups_is_thinned_to_days_weeks_and_months() -> None:
    last = date(2026, 3, 2)
    held: set[date] = set()
    for back in range(400, -1, -1):
        held = backup.kept(held | {last - timedelta(days=back)})
    ages = sorted((last - day).days for day in held)
    assert ages[:7] == list(range(7))
    weekly = [day for day in held if day.weekday() == 6 and (last - day).days <= 21]
    assert len(weekly) >= 3
    assert {(day.year, day.month) for day in held} == {
        *((2026, month) for month in (1, 2, 3)),
        *((2025, month) for month in range(4, 13)),
    }


def test_thinning_deletes_old_backups_and_nothing_else(store: Store) -> None:
    store.backups.mkdir()
    for number in range(1, 29):
        (store.backups / f"quizapp-2026-02-{number:02d}.db").touch()
        (store.backups / f"quizapp-2026-02-{number:02d}-120000-before-migration.db").touch()
    others = {"notes.txt", "other-2020-01-01.db", "quizapp-copy.db", "quizapp-2026-99-99.db"}
    for name in others:
        (store.backups / name).touch()
    store.backup_if_due()
    left = stems(store.backups)
    assert others <= left
    assert sorted(name for name in left if "before" in name) == [
        f"quizapp-2026-02-{n}-120000-before-migration.db" for n in range(24, 29)
    ]
    assert "quizapp-2026-02-28.db" in left and "quizapp-2026-02-10.db" not in left


def test_backups_are_found_newest_first(store: Store) -> None:
    store.backups.mkdir()
    for age, name in enumerate(["2026-03-01", "2026-03-02-101500-by-request", "2026-02-01"]):
        path = store.backups / f"quizapp-{name}.db"
        path.touch()
        os.utime(path, (1_000_000 - age, 1_000_000 - age))
    (store.backups / "quizapp-copy.db").touch()
    assert [path.stem for path in backup.found(store.backups, store.path)] == [
        "quizapp-2026-03-01",
        "quizapp-2026-03-02-101500-by-request",
        "quizapp-2026-02-01",
    ]


def test_restoring_goes_back_and_keeps_what_was_there(place: Place) -> None:
    later(place)
    restored = place.restore()
    assert place.events() == ["e0001"]
    assert restored.kept == place.backups / "quizapp-2026-03-02-110000-before-restore.db"
    place.restore(restored.kept)
    assert place.events() == ["e0001", "e0002"]


def test_restoring_works_while_another_window_is_open(place: Place) -> None:
    with open_store(place.folder) as other:
        give(other, review(2, key("q0")))
        place.restore()
        assert [event.id for event in other.all_events(ANN)] == ["e0001"]


def test_restoring_waits_for_a_writer_and_then_gives_up(place: Place) -> None:
    with closing(sqlite3.connect(place.file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreLocked):
            place.restore()
        other.execute("ROLLBACK")
    assert place.events() == ["e0001"]


def test_restoring_brings_a_lost_file_back(place: Place) -> None:
    place.file.unlink()
    assert place.restore().kept is None
    assert place.events() == ["e0001"]


@pytest.mark.parametrize("rest", [b"", b"garbage" * 5000], ids=["empty", "garbage"])
def test_restoring_over_a_damaged_file_sets_it_aside(place: Place, rest: bytes) -> None:
    place.file.write_bytes(rest)
    kept = place.restore().kept
    assert kept is not None and kept.read_bytes() == rest
    assert place.events() == ["e0001"]


def test_a_damaged_backup_is_refused_and_nothing_changes(place: Place) -> None:
    later(place)
    data = place.backup.read_bytes()
    place.backup.write_bytes(data[: len(data) // 2])
    with pytest.raises(StoreDamaged, match="cannot be used"):
        place.restore()
    assert place.events() == ["e0001", "e0002"]
    assert stems(place.backups) == {place.backup.name}


def test_a_backup_of_a_newer_version_is_refused(place: Place) -> None:
    with closing(sqlite3.connect(place.backup)) as db, db:
        db.execute(
            f"INSERT INTO {schema.MIGRATIONS_TABLE} (migration_set, name, applied_at) VALUES (?, 'm999', '')",
            (schema.MIGRATION_SET,),
        )
    with pytest.raises(StoreNewer):
        place.restore()


def test_what_is_no_backup_is_refused(place: Place) -> None:
    with closing(sqlite3.connect(place.folder / "other.db")) as db:
        db.execute("CREATE TABLE moz_places (id INTEGER)")
    (place.folder / "note.txt").write_text("hello", encoding="utf-8")
    for name in ("other.db", "note.txt", "missing.db", "quizapp.db", "backups"):
        with pytest.raises(StoreError):
            place.restore(place.folder / name)
    assert place.events() == ["e0001"]


SECOND = ("m002_second", ("ALTER TABLE learner ADD COLUMN colour TEXT",))


def later_version(monkeypatch: pytest.MonkeyPatch, *statements: str) -> None:
    """Be a quizapp with one migration more."""
    name, first = SECOND
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, (name, (*first, *statements))))
    monkeypatch.setattr(schema, "NAMES", (*schema.NAMES, name))


def test_a_migration_is_preceded_by_a_backup(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    later_version(monkeypatch)
    with open_store(place.folder) as opened:
        assert opened.connection.rows("SELECT name, colour FROM learner") == [("Ann", None)]
        assert schema.applied(opened.connection) == schema.NAMES
    (path,) = place.backups.glob("*-before-migration.db")
    with closing(sqlite3.connect(path)) as copy:
        assert (
            copy.execute("SELECT * FROM pragma_table_info('learner') WHERE name = 'colour'").fetchall() == []
        )


def test_a_migration_that_fails_changes_nothing(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        later_version(patch, "CREATE TABLE review (id TEXT) STRICT")
        with pytest.raises(sqlite3.OperationalError, match="already exists"):
            open_store(place.folder)
    assert place.events() == ["e0001"]
    with open_store(place.folder) as opened:
        assert schema.applied(opened.connection) == schema.NAMES
        assert "colour" not in opened.connection.columns("SELECT *, ? FROM learner")


def test_a_migration_does_not_begin_when_its_backup_fails(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.backup.unlink()
    place.backups.rmdir()
    place.backups.write_text("in the way", encoding="utf-8")
    with monkeypatch.context() as patch:
        later_version(patch)
        with pytest.raises(StoreError, match="backup"):
            open_store(place.folder)
    assert place.events() == ["e0001"]


def test_an_older_backup_is_migrated_when_it_is_next_opened(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    later_version(monkeypatch)
    place.restore()
    with open_store(place.folder) as opened:
        assert schema.applied(opened.connection) == schema.NAMES


def test_a_backup_holds_memory_and_actions_too(store: Store) -> None:
    remember(store, key("q0"), due_on(5))
    act(store, action(1, ActionKind.SUSPEND, card=key("q1")))
    path = store.backup_if_due()
    assert path is not None
    with open_store(store.path.parent) as other:
        restoring.restore(other.path, path, backups=other.backups, clock=StandingClock(), patience_ms=50)
        assert other.memory(ANN, key("q0")) == due_on(5)
        assert len(list(other.all_events(ANN))) == 1


def test_restoring_twice_within_a_second_keeps_both(place: Place) -> None:
    later(place)
    first, second = place.restore().kept, place.restore().kept
    assert first is not None and second is not None and first != second
    place.restore(first)
    assert place.events() == ["e0001", "e0002"]


def test_no_backup_is_deleted_by_restoring_it(place: Place) -> None:
    oldest = place.restore().kept
    assert oldest is not None
    for _ in range(8):
        place.restore(oldest)
    assert oldest.exists()
