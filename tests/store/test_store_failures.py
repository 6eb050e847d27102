"""When the file cannot be used, the learner is told what and why, and the file is as it was."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from shelf import ANN, give, key, new_store, open_store, review, store

from quizapp.errors import (
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreLocked,
    StoreNewer,
    StoreReadOnly,
)
from quizapp.store import Store, connection, schema
from quizapp.store.audit import faults

__all__ = ["store"]

NOBODY = 65534


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A closed progress file with a review in it."""
    with new_store(tmp_path, cards=200) as made:
        give(made, review(1, key("q0")))
    return tmp_path / "quizapp.db"


def refused(path: Path, error: type[StoreError]) -> StoreError:
    """The error of opening the file, which must be left byte for byte as it is."""
    before = {p.name: p.read_bytes() for p in path.parent.iterdir() if p.is_file()}
    with pytest.raises(error) as caught:
        open_store(path.parent)
    after = {p.name: p.read_bytes() for p in path.parent.iterdir() if p.is_file()}
    assert after == before
    assert str(path) in str(caught.value)
    assert caught.value.fix
    return caught.value


@pytest.mark.parametrize("size", [1, 50, 5000, 20_000])
def test_a_truncated_file_is_refused(filled: Path, size: int) -> None:
    filled.write_bytes(filled.read_bytes()[:size])
    assert "quizapp restore" in refused(filled, StoreDamaged).fix


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"\0" * len(data),
        lambda data: b"deck: rome\n" * 400,
        lambda data: data[:100] + b"\xff" * 3996 + data[4096:],
    ],
    ids=["zeros", "another file", "first page"],
)
def test_a_damaged_file_is_refused(filled: Path, spoil: Callable[[bytes], bytes]) -> None:
    filled.write_bytes(spoil(filled.read_bytes()))
    refused(filled, StoreDamaged)


def test_damage_further_in_is_told_when_it_is_met(filled: Path) -> None:
    data = filled.read_bytes()
    filled.write_bytes(data[:8192] + os.urandom(len(data) - 8192))
    with pytest.raises(StoreDamaged, match=r"quizapp\.db is damaged"), open_store(filled.parent) as store:
        list(store.all_events(ANN))
        store.questions(key("q0").deck)
        faults(store.connection)


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "quizapp.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE moz_places (id INTEGER)")
    refused(path, StoreDamaged)


def test_a_file_of_a_newer_version_is_refused(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as db, db:
        db.execute(
            f"INSERT INTO {schema.MIGRATIONS_TABLE} (migration_set, name, applied_at) VALUES (?, 'm999', '')",
            (schema.MIGRATION_SET,),
        )
        db.execute("PRAGMA journal_mode = DELETE")
    refused(filled, StoreNewer)


def test_an_empty_file_is_taken_for_new(tmp_path: Path) -> None:
    (tmp_path / "quizapp.db").touch()
    with open_store(tmp_path) as store:
        assert store.learners() == ()


def test_an_empty_file_beside_backups_is_refused(filled: Path) -> None:
    with open_store(filled.parent) as store:
        store.backup_if_due()
    filled.write_bytes(b"")
    refused(filled, StoreDamaged)


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "quizapp.db").mkdir()
    with pytest.raises(StoreError, match="is a folder"):
        open_store(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened") as caught:
        open_store(tmp_path / "missing")
    assert str(tmp_path / "missing") in caught.value.fix


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the superuser's right to write everywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that others may enter, with a progress file."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        new_store(folder).close()
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


posix = pytest.mark.skipif(sys.platform == "win32", reason="rights are set otherwise on Windows")


@posix
def test_a_file_that_may_not_be_written_is_refused_at_once(shared: Path) -> None:
    (shared / "quizapp.db").chmod(0o444)
    shared.chmod(0o777)
    with as_nobody(), pytest.raises(StoreReadOnly, match=r"quizapp\.db cannot be written"):
        open_store(shared)


@posix
def test_a_folder_that_may_not_be_written_is_refused_at_once(shared: Path) -> None:
    (shared / "quizapp.db").chmod(0o666)
    shared.chmod(0o555)
    with as_nobody(), pytest.raises(StoreReadOnly, match=r"quizapp\.db cannot be written"):
        open_store(shared)


@posix
def test_a_new_file_in_a_folder_that_may_not_be_written_is_refused(shared: Path) -> None:
    (shared / "quizapp.db").unlink()
    shared.chmod(0o555)
    with as_nobody(), pytest.raises(StoreError) as caught:
        open_store(shared)
    assert str(shared) in caught.value.fix


@posix
def test_a_file_that_may_not_be_read_is_refused(shared: Path) -> None:
    (shared / "quizapp.db").chmod(0o000)
    with as_nobody(), pytest.raises(StoreError, match="cannot be read"):
        open_store(shared)


def test_a_full_disk_loses_only_the_answer_that_did_not_fit(store: Store) -> None:
    (pages,) = store.connection.one("PRAGMA page_count") or (0,)
    store.connection.run(f"PRAGMA max_page_count = {pages}")
    kept = 0
    with pytest.raises(StoreFull, match="disk is full"):
        for number in range(1, 10_000):
            give(store, review(number, key("q0")))
            kept = number
    assert kept > 0
    assert [event.id for event in store.all_events(ANN)] == [f"e{n:04d}" for n in range(1, kept + 1)]
    assert faults(store.connection) == []
    store.connection.run(f"PRAGMA max_page_count = {pages + 1000}")
    give(store, review(kept + 1, key("q0")))
    assert store.last_logical_ms(ANN) == review(kept + 1, key("q0")).logical_ms


def test_a_second_window_that_is_writing_is_waited_for_and_then_named(store: Store) -> None:
    with (
        closing(sqlite3.connect(store.path, isolation_level=None)) as other,
        open_store(store.path.parent) as second,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreLocked, match=r"writing to the progress file .*quizapp\.db"):
            give(second, review(1, key("q0")))
        assert second.learners() == store.learners()
        other.execute("ROLLBACK")
        give(second, review(1, key("q0")))
    assert store.review(review(1, key("q0")).id) is not None


def test_a_file_that_is_being_written_can_be_opened_and_read(filled: Path) -> None:
    with closing(sqlite3.connect(filled, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with open_store(filled.parent) as store:
            assert len(store.learners()) == 1
        other.execute("ROLLBACK")


def test_a_file_that_nobody_else_may_use_is_named(filled: Path) -> None:
    with closing(sqlite3.connect(filled, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreLocked):
            open_store(filled.parent)
        other.execute("ROLLBACK")


def test_windows_that_start_together_make_one_file(tmp_path: Path) -> None:
    def start(_: int) -> int:
        with open_store(tmp_path, patience_ms=20_000) as made:
            return len(made.learners())

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(start, range(8))) == [0] * 8
    with open_store(tmp_path) as made:
        assert schema.applied(made.connection) == schema.NAMES


def test_an_exception_in_a_transaction_undoes_it_all(store: Store) -> None:
    with pytest.raises(KeyboardInterrupt), store.writing() as writer:
        writer.add_review(review(1, key("q0")))
        raise KeyboardInterrupt
    assert list(store.all_events(ANN)) == []
    give(store, review(1, key("q0")))


def test_a_review_is_never_inserted_twice(store: Store) -> None:
    give(store, review(1, key("q0")))
    with pytest.raises(sqlite3.IntegrityError):
        give(store, review(1, key("q1")))
    assert [each.answers for each in store.today(ANN, review(1, key("q0")).study_day).values()] == [1]


def test_a_mistake_in_our_own_sql_is_not_blamed_on_the_file(store: Store) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        store.connection.rows("SELECT * FROM reviews")


def test_an_old_sqlite_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    with pytest.raises(StoreError, match=r"needs 3\.37"):
        open_store(tmp_path)


def test_every_connection_keeps_what_it_wrote_through_a_power_cut(store: Store) -> None:
    settings = {
        name: store.connection.one(f"PRAGMA {name}")
        for name in ("journal_mode", "synchronous", "foreign_keys")
    }
    assert settings == {"journal_mode": ("wal",), "synchronous": (2,), "foreign_keys": (1,)}


def test_an_up_to_date_file_is_opened_without_the_migration_library(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: connection.Connection) -> None:
        raise AssertionError("migrated")

    monkeypatch.setattr(schema, "migrate", fail)
    open_store(filled.parent).close()
