"""The doctor finds every cache that disagrees with the log, and sets it right from the log alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from world import World

from quizapp.core.answer import GaveUp, Wrote
from quizapp.core.records import QuestionRow
from quizapp.core.step import Asking, Judged, SessionRequest
from quizapp.services.doctor import Ailment, examine, repair

DECK = """
deck: Rome
id: rome
questions:
  - {q: Which river did Caesar cross?, accept: [Rubicon]}
  - {q: What was the eastern capital called?, accept: [Constantinople]}
  - {q: Who crossed the Alps with elephants?, accept: [Hannibal]}
"""


@pytest.fixture
def used(world: World) -> World:
    """A session with answers, another rating, "I was right" and an answer taken back."""
    world.write("rome.yaml", DECK)
    world.library.sync()
    session = world.study()
    step = session.start(SessionRequest())
    assert isinstance(step, Asking)
    judged = session.submit(Wrote("nonsense"), step.token)
    assert isinstance(judged, Judged)
    session.next(session.override(judged.token).token)
    for _ in range(2):
        asked = session.step
        assert isinstance(asked, Asking)
        session.next(session.submit(GaveUp(), asked.token).token)
    session.undo()
    return world


def ailments(world: World) -> set[Ailment]:
    return {problem.ailment for problem in examine(world.store)}


def test_a_sound_file_has_nothing_wrong(used: World) -> None:
    assert len(list(used.store.all_events(used.learner.id))) >= 5
    assert examine(used.store) == ()


def test_a_new_file_has_nothing_wrong(world: World) -> None:
    assert examine(world.store) == ()


DAMAGE = {
    "a wrong memory": ("UPDATE memory SET stability = stability + 1e-9 WHERE reps > 0", Ailment.MEMORY),
    "a lost memory": ("DELETE FROM memory WHERE rowid = 1", Ailment.MEMORY),
    "a memory of nothing": (
        """INSERT INTO memory (learner, card, deck, queue, live, phase, step, interval, reps, lapses,
        suspended, answer_fingerprint, revision)
        SELECT id, 'rome/none', 'rome', 'hidden', 0, 'new', 0, 0, 0, 0, 0, '', 4 FROM learner""",
        Ailment.MEMORY,
    ),
    "a hidden card": ("UPDATE memory SET live = 0, queue = 'hidden' WHERE rowid = 2", Ailment.MEMORY),
    "a card marked as changed": ("UPDATE memory SET changed = 1", Ailment.MEMORY),
    "a wrong place": ("UPDATE memory SET position = position + 7", Ailment.MEMORY),
    "standings lost": ("DELETE FROM standing", Ailment.STANDING),
    "a standing too many": (
        "INSERT INTO standing SELECT id, 0, 1, 0.0 FROM review WHERE id NOT IN (SELECT review FROM standing)",
        Ailment.STANDING,
    ),
    "a wrong day": ("UPDATE day_count SET answers = answers + 1", Ailment.DAY_COUNTS),
    "a lost day": ("DELETE FROM day_count", Ailment.DAY_COUNTS),
    "a day too many": (
        "INSERT INTO day_count SELECT id, 1, 'rome', 1, 1, 1, 1, 1, 1 FROM learner",
        Ailment.DAY_COUNTS,
    ),
    "a wrong figure of a card": ("UPDATE card_figure SET misses = misses + 1", Ailment.FIGURES),
    "lost figures": ("DELETE FROM card_figure", Ailment.FIGURES),
    "a figure too many": (
        "INSERT INTO card_figure SELECT id, 'rome/none', 1, 1, 1, 1, 1, 1, 1, 1, 1.0, 0.5 FROM learner",
        Ailment.FIGURES,
    ),
    "recall counted of nothing": (
        "INSERT INTO recall_count SELECT id, 1, 'rome', 1, 1, 1, 1 FROM learner",
        Ailment.FIGURES,
    ),
    "a prediction that nobody made": (
        "INSERT INTO prediction_count SELECT id, 'deck', 9, 1, 1 FROM learner",
        Ailment.FIGURES,
    ),
    "a lost card of a deck": ("DELETE FROM deck_card WHERE position = 0", Ailment.DECK_TABLES),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_wrong_cache_is_found_and_set_right(used: World, name: str) -> None:
    learner = used.learner.id
    sql, ailment = DAMAGE[name]
    before = [used.store.standing(event.id) for event in used.store.all_events(learner)]
    days = used.store.days(learner, 0, 10**6)
    used.store.connection.run(sql)
    assert ailment in ailments(used)
    assert all(problem.repairable for problem in examine(used.store))
    assert repair(used.store, used.clock) == ()
    assert [used.store.standing(event.id) for event in used.store.all_events(learner)] == before
    assert used.store.days(learner, 0, 10**6) == days


@pytest.mark.parametrize("name", DAMAGE)
def test_after_a_repair_the_decks_are_read_again_and_all_is_as_before(used: World, name: str) -> None:
    cards = used.store.cards_of_questions(used.learner.id, [row.key for row in questions(used)])
    before = used.store.memories(used.learner.id, cards)
    used.store.connection.run(DAMAGE[name][0])
    repair(used.store, used.clock)
    used.restart()
    used.library.sync()
    assert used.store.memories(used.learner.id, cards) == before
    assert examine(used.store) == ()


def questions(world: World) -> list[QuestionRow]:
    deck = world.library.decks()[0].id
    return world.store.questions(deck)


def test_the_log_is_never_touched_by_a_repair(used: World) -> None:
    before = list(used.store.all_events(used.learner.id))
    used.store.connection.run("DELETE FROM standing")
    repair(used.store, used.clock)
    assert list(used.store.all_events(used.learner.id)) == before


def test_a_repair_is_preceded_by_a_backup(used: World) -> None:
    used.store.connection.run("DELETE FROM standing")
    repair(used.store, used.clock)
    assert [path.name for path in used.store.backups.iterdir()] == [
        "progress-2026-03-02-110000-before-repair.db"
    ]


def test_problems_are_told_in_plain_words(used: World) -> None:
    used.store.connection.run("UPDATE memory SET reps = 7")
    (problem,) = examine(used.store)
    assert problem.message.startswith("Ann: 3 cards are not remembered as the log says (rome/")


def test_a_damaged_file_is_told_and_left_alone(used: World) -> None:
    path = used.database
    used.store.connection.run("DELETE FROM standing")
    found = used.store.connection.one("SELECT rootpage FROM sqlite_master WHERE name = 'review'")
    assert found is not None
    used.store.close()
    data, start = path.read_bytes(), (found[0] - 1) * 4096
    path.write_bytes(data[:start] + b"\xff" * 4096 + data[start + 4096 :])
    used.store = used.open_store()
    assert ailments(used) == {Ailment.FILE}
    left = repair(used.store, used.clock)
    assert [problem.repairable for problem in left] == [False]
    assert not used.store.backups.exists()


def test_a_log_with_missing_rows_is_told_and_left_alone(used: World) -> None:
    db = used.store.connection
    db.run("PRAGMA foreign_keys = OFF")
    db.run("DELETE FROM scheduler_config")
    assert ailments(used) == {Ailment.REFERENCES}
    assert not any(problem.repairable for problem in repair(used.store, used.clock))


def test_rows_of_a_cache_that_belong_to_nothing_are_removed(used: World, tmp_path: Path) -> None:
    db = used.store.connection
    db.run("PRAGMA foreign_keys = OFF")
    db.run("INSERT INTO standing VALUES ('nothing', 0, 1, 0.0)")
    db.run("INSERT INTO deck_card (path, card, position, answer_fingerprint) VALUES (x'00', 'a/b', 0, '')")
    db.run("PRAGMA foreign_keys = ON")
    assert Ailment.REFERENCES in ailments(used)
    assert repair(used.store, used.clock) == ()


def test_more_cards_than_are_looked_at_at_once(world: World) -> None:
    lines = "".join(f"  - {{q: Question {n}?, a: Answer {n}}}\n" for n in range(1200))
    world.write("many.yaml", f"deck: Many\nquestions:\n{lines}")
    world.library.sync()
    assert examine(world.store) == ()
    world.store.connection.run("DELETE FROM memory WHERE rowid % 2 = 0")
    (problem,) = examine(world.store)
    assert "600 cards" in problem.message
    assert repair(world.store, world.clock) == ()
    assert len(world.store.fresh(world.learner.id, 1)) == 1200
