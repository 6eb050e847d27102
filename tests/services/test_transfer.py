"""One's progress can be taken out, put away, brought back and deleted."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from world import World

from quizapp.core.answer import Rating, Wrote
from quizapp.core.event import LearnerId
from quizapp.core.records import Learner
from quizapp.core.step import Asking, Judged, Revealed, SessionRequest
from quizapp.errors import StoreDamaged, StoreError
from quizapp.services import transfer
from quizapp.services.doctor import examine

DECK = """
deck: Rome
id: rome
questions:
  - q: Who was the first emperor?
    a: Augustus
  - q: What was the eastern capital called?
    accept: [Constantinople]
"""
SECRET = "Hagia Sophia"
BEN = Learner(LearnerId("learner-2"), "Ben", World.learner.created_at)


def study(world: World, typed: str = SECRET) -> None:
    """Answer every question of the deck once, and take the last answer back."""
    session = world.study()
    step = session.start(SessionRequest())
    for _ in range(2):
        assert isinstance(step, Asking)
        if step.card.question.prompt.startswith("Who"):
            turned = session.reveal(step.token)
            assert isinstance(turned, Revealed)
            step = session.rate(Rating.EASY, turned.token)
        else:
            judged = session.submit(Wrote(typed), step.token)
            assert isinstance(judged, Judged)
            step = session.next(judged.token)
    session.undo()


@pytest.fixture
def used(world: World) -> World:
    """Ann and Ben have both studied."""
    world.write("rome.yaml", DECK)
    world.library.sync()
    study(world)
    with world.store.writing() as writer:
        writer.add_learner(BEN)
    ann, world.learner = world.learner, BEN
    study(world, "Byzantium")
    world.learner = ann
    return world


def exported(world: World) -> list[dict[str, object]]:
    out = io.StringIO()
    count = transfer.export_learner(world.store, world.learner, out, world.clock)
    lines = out.getvalue().splitlines()
    assert len(lines) == count
    return [json.loads(line) for line in lines]


def test_an_export_says_what_it_is_first(used: World) -> None:
    head, learner, *_ = exported(used)
    assert head == {
        "type": "quizapp-export",
        "format": 1,
        "learner": "Ann",
        "written_at": "2026-03-02T10:00:00+00:00",
    }
    assert (learner["type"], learner["id"], learner["name"]) == ("learner", "learner-1", "Ann")


def test_an_export_holds_everything_about_the_learner(used: World) -> None:
    rows = exported(used)
    events = list(used.store.all_events(used.learner.id))
    found = [row["id"] for row in rows if row["type"] in ("review", "action")]
    assert sorted(map(str, found)) == sorted(event.id for event in events)
    types = {str(row["type"]) for row in rows}
    data = {"learner", "scheduler_config", "session", "review", "action", "memory", "question"}
    assert types == {"quizapp-export"} | data


def test_an_export_holds_answers_as_given_and_the_questions_as_asked(used: World) -> None:
    rows = exported(used)
    answers = [row["answer"] for row in rows if row["type"] == "review"]
    assert {"type": "wrote", "text": SECRET} in answers
    bodies = json.dumps([row["body"] for row in rows if row["type"] == "question"])
    assert "Constantinople" in bodies and "Augustus" in bodies


def test_an_export_holds_nothing_about_others(used: World) -> None:
    assert "Byzantium" not in json.dumps(exported(used))
    assert "learner-2" not in json.dumps(exported(used))


def test_half_a_character_does_not_break_an_export(world: World, tmp_path: Path) -> None:
    world.write("rome.yaml", DECK)
    world.library.sync()
    study(world, "caf\udce9")
    path = tmp_path / "export.jsonl"
    with path.open("w", encoding="utf-8") as out:
        transfer.export_learner(world.store, world.learner, out, world.clock)
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert {"type": "wrote", "text": "caf\udce9"} in [row.get("answer") for row in rows]


def test_deleting_a_learner_leaves_no_trace_in_the_file(used: World) -> None:
    assert SECRET.encode() in used.database.read_bytes() + wal(used)
    deleted = transfer.delete_learner(used.store, used.learner.id)
    assert (deleted.reviews, deleted.actions, deleted.sessions) == (2, 1, 1)
    data = used.database.read_bytes() + wal(used)
    assert SECRET.encode() not in data
    assert b"learner-1" not in data


def wal(world: World) -> bytes:
    path = world.database.with_name(world.database.name + "-wal")
    return path.read_bytes() if path.exists() else b""


def test_deleting_a_learner_touches_nobody_else(used: World) -> None:
    before = list(used.store.all_events(BEN.id)), used.store.days(BEN.id, 0, 10**6)
    transfer.delete_learner(used.store, used.learner.id)
    assert used.store.learners() == (BEN,)
    assert (list(used.store.all_events(BEN.id)), used.store.days(BEN.id, 0, 10**6)) == before
    assert examine(used.store) == ()


def test_deleting_a_learner_names_the_backups_that_still_hold_the_data(used: World) -> None:
    path = transfer.back_up(used.store, used.clock)
    deleted = transfer.delete_learner(used.store, used.learner.id)
    assert deleted.backups == (path,)
    transfer.delete_backups(deleted.backups)
    assert transfer.backups_of(used.database, used.store.backups) == ()


def test_deleting_a_learner_names_the_damaged_files_that_were_set_aside(used: World) -> None:
    path = transfer.back_up(used.store, used.clock)
    used.store.close()
    used.database.write_bytes(b"lost" * 4096)
    kept = transfer.restore(used.database, path, backups=used.home / "backups", clock=used.clock).kept
    used.store = used.open_store()
    assert kept in transfer.delete_learner(used.store, used.learner.id).backups


def test_a_backup_that_cannot_be_deleted_is_named(tmp_path: Path) -> None:
    (tmp_path / "backup.db").mkdir()
    with pytest.raises(StoreError, match=r"backup\.db cannot be deleted"):
        transfer.delete_backups([tmp_path / "backup.db"])


def test_a_backup_goes_where_it_is_asked_to_and_replaces_nothing(used: World, tmp_path: Path) -> None:
    target = tmp_path / "mine" / "copy.db"
    assert transfer.back_up(used.store, used.clock, target) == target
    with pytest.raises(StoreError, match="exists already"):
        transfer.back_up(used.store, used.clock, target)


def test_what_was_backed_up_comes_back(used: World) -> None:
    path = transfer.back_up(used.store, used.clock)
    before = exported(used)
    transfer.delete_learner(used.store, used.learner.id)
    used.store.close()
    transfer.restore(used.database, path, backups=used.home / "backups", clock=used.clock)
    used.store = used.open_store()
    assert exported(used) == before


def test_a_study_goes_on_after_the_file_was_lost_and_restored(used: World) -> None:
    path = transfer.back_up(used.store, used.clock)
    used.store.close()
    used.database.write_bytes(b"lost" * 4096)
    with pytest.raises(StoreDamaged):
        used.open_store()
    transfer.restore(used.database, path, backups=used.home / "backups", clock=used.clock)
    used.store = used.open_store()
    used.library = used.new_library()
    assert isinstance(used.study().start(SessionRequest()), Asking)


def test_an_unknown_learner_has_nothing_to_export(used: World) -> None:
    used.learner = replace(BEN, id=LearnerId("nobody"))
    assert [row["type"] for row in exported(used)] == ["quizapp-export"]
