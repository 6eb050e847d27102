"""The engine where things cross: windows, devices, days, edits, undo in odd places, a disk that fails."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from world import World

from quizapp.core.answer import Answer, GaveUp, Rating, Wrote
from quizapp.core.card import CardKey
from quizapp.core.event import DeviceId, Review
from quizapp.core.memory import NEW, Memory, Phase
from quizapp.core.replay import replay, standings
from quizapp.core.step import Asking, Finished, Judged, Revealed, SessionRequest, Step, Token
from quizapp.errors import StoreFull, StoreLocked
from quizapp.library import Library
from quizapp.services.study import SET_BACK, Study
from quizapp.settings import Settings
from quizapp.store.store import Store

NO_STEPS = Settings(learning_steps=(), relearning_steps=())


def deck(*names: str, extra: str = "") -> str:
    """Typed questions with ids; the answer to each is its name."""
    lines = [f"  - {{q: Say {name}., id: {name}, accept: [{name}], why: x{extra}}}" for name in names]
    return "\n".join(["deck: Words", "questions:", *lines, ""])


THREE = deck("alpha", "bravo", "charlie")
WITHOUT_IDS = """\
deck: Words
questions:
  - {q: What is the capital of France?, accept: [Paris], why: x}
  - {q: What is the capital of Norway?, accept: [Oslo], why: x}
"""


def begin(world: World, text: str = THREE, settings: Settings | None = None) -> Study:
    world.write("deck.yaml", text)
    study = world.study(settings)
    study.start(SessionRequest())
    return study


def asked(step: Step | None) -> Asking:
    assert isinstance(step, Asking), step
    return step


def name_of(step: Step | None) -> str:
    return asked(step).card.key.question


def verdict(step: Step | None) -> Judged:
    assert isinstance(step, Judged), step
    return step


def answer(study: Study, given: Answer | None = None) -> Judged:
    """Answer the card on the table, right unless told otherwise."""
    step = asked(study.step)
    return verdict(study.submit(given or Wrote(step.card.key.question), step.token))


def go_on(study: Study) -> Step:
    return study.next(verdict(study.step).token)


def finished(step: Step | None) -> Finished:
    assert isinstance(step, Finished), step
    return step


def log(world: World) -> list[Review]:
    return [event for event in world.store.all_events(world.learner.id) if isinstance(event, Review)]


def live(world: World) -> list[str]:
    found = standings(world.store.all_events(world.learner.id)).values()
    return [each.review.card.question for each in found if each.live]


def memory(world: World, name: str) -> Memory:
    key = next(each.card for each in world.store.any_cards(world.learner.id) if each.card.question == name)
    found = world.store.memory(world.learner.id, key)
    assert found is not None
    return found


def stored_equals_replay(world: World) -> bool:
    replayed = replay(world.store.all_events(world.learner.id), world.store.configs())
    stored = world.store.memories(world.learner.id, replayed)
    return all(stored.get(card, NEW) == each for card, each in replayed.items())


def other_window(world: World, device: str = "") -> World:
    """A second program on the same file, with its own connection and its own idea of the decks."""
    return World(
        world.home, clock=world.clock, names=world.names, device=device or world.device, learner=world.learner
    )


# Undo


def test_undoing_a_flag_on_a_verdict_does_not_ask_the_card_again(world: World) -> None:
    study = begin(world)
    flagged = answer(study)
    study.flag(flagged.token, "odd")
    back = study.undo()
    assert verdict(back).asking.card.key.question == "alpha"
    assert name_of(go_on(study)) == "bravo"


def test_undoing_a_flag_later_stays_at_the_card_on_the_table(world: World) -> None:
    study = begin(world)
    study.flag(answer(study).token, "odd")
    go_on(study)
    assert name_of(study.undo()) == "bravo"
    assert live(world) == ["alpha"]


@pytest.mark.parametrize("put_aside", [Study.suspend, Study.bury])
def test_bringing_back_an_answered_card_does_not_ask_it_again(
    world: World, put_aside: Callable[[Study, Token], Step]
) -> None:
    study = begin(world, settings=NO_STEPS)
    put_aside(study, answer(study).token)
    assert name_of(study.undo()) == "bravo"
    assert memory(world, "alpha").phase is Phase.REVIEW


def test_a_flag_on_a_turned_card_is_older_than_its_rating(world: World) -> None:
    study = begin(world, "deck: D\nquestions:\n  - {q: Zeus, id: zeus, a: Jupiter, why: x}\n")
    turned = study.reveal(asked(study.step).token)
    world.clock.forward(seconds=3)
    study.flag(turned.token, "odd")
    world.clock.forward(seconds=3)
    study.rate(Rating.EASY, turned.token)
    study.undo()
    assert live(world) == []


def test_undoing_in_the_session_of_yesterday_asks_nothing_before_it_is_due(world: World) -> None:
    study = begin(world, deck("alpha", "bravo", "charlie"), NO_STEPS)
    answer(study)
    other = other_window(world, "device-2")
    elsewhere = other.study(NO_STEPS)
    elsewhere.start(SessionRequest())
    assert name_of(elsewhere.step) == "bravo"
    answer(elsewhere)
    world.clock.forward(days=1)
    assert name_of(study.undo()) == "alpha"
    answer(study)
    assert name_of(go_on(study)) == "charlie"
    other.store.close()


def test_undo_says_what_became_of_questions_edited_meanwhile(world: World) -> None:
    study = begin(world, WITHOUT_IDS)
    answer(study, Wrote("Paris"))
    go_on(study)
    answer(study, Wrote("Oslo"))
    go_on(study)
    world.write("deck.yaml", WITHOUT_IDS.replace("capital of France", "capital city of France"))
    notices = asked(study.undo()).notices
    assert any(notice.startswith("Progress kept") for notice in notices)


def test_a_rating_changed_after_a_relink_in_another_window_reaches_the_new_question(world: World) -> None:
    study = begin(world, WITHOUT_IDS)
    shown = answer(study, Wrote("Paris"))
    other = other_window(world)
    world.write("deck.yaml", WITHOUT_IDS.replace("capital of France", "capital city of France"))
    other.library.sync()
    study.rate(Rating.EASY, shown.token)
    assert stored_equals_replay(world)
    other.store.close()


def test_an_answer_undone_after_another_device_relinked_it_is_undone_for_the_new_question(
    world: World,
) -> None:
    study = begin(world, WITHOUT_IDS)
    answer(study, Wrote("Paris"))
    other = other_window(world, "device-2")
    world.write("deck.yaml", WITHOUT_IDS.replace("capital of France", "capital city of France"))
    other.library.sync()
    study.undo()
    assert live(world) == []
    assert stored_equals_replay(world)
    other.store.close()


def test_the_second_of_two_relinks_can_be_undone(world: World) -> None:
    study = begin(world, WITHOUT_IDS)
    answer(study, Wrote("Paris"))
    for city in ("capital city", "capital town"):
        world.write("deck.yaml", WITHOUT_IDS.replace("capital of France", f"{city} of France"))
        study.reload()
    study.undo()
    world.write("deck.yaml", WITHOUT_IDS.replace("capital of France", "capital city of France"))
    world.library.sync()
    assert next(iter(world.store.any_cards(world.learner.id))).memory.reps == 1
    assert stored_equals_replay(world)


def test_an_answer_to_a_question_that_came_back_after_another_device_relinked_it(world: World) -> None:
    study = begin(world, WITHOUT_IDS, NO_STEPS)
    answer(study, Wrote("Paris"))
    reworded = WITHOUT_IDS.replace("capital of France", "capital city of France")
    world.write("deck.yaml", reworded)
    world.library.sync()
    world.write("deck.yaml", reworded + WITHOUT_IDS.splitlines(keepends=True)[2])
    other = other_window(world, "device-2")
    elsewhere = other.study(NO_STEPS)
    elsewhere.start(SessionRequest())
    while isinstance(step := elsewhere.step, Asking):
        answer(elsewhere, Wrote("Oslo" if "Norway" in step.card.question.prompt else "Paris"))
        go_on(elsewhere)
    assert len(log(world)) == 3
    assert stored_equals_replay(world)
    other.store.close()


def test_undo_takes_back_only_what_this_device_did(world: World) -> None:
    study = begin(world)
    answer(study)
    go_on(study)
    other = other_window(world, "device-2")
    elsewhere = other.study()
    elsewhere.start(SessionRequest())
    answer(elsewhere)
    assert name_of(study.undo()) == "alpha"
    assert live(world) == ["bravo"]
    assert stored_equals_replay(world)
    other.store.close()


def test_a_long_session_is_taken_back_and_brought_back_in_order(world: World) -> None:
    names = [f"w{number}" for number in range(36)]
    study = begin(world, deck(*names), Settings(new_per_day=100, learning_steps=()))
    for _ in names:
        answer(study)
        go_on(study)
    for name in reversed(names):
        assert name_of(study.undo()) == name
    for name in names[1:]:
        assert name_of(study.redo()) == name
    finished(study.redo())
    assert live(world) == names
    assert stored_equals_replay(world)


# Windows


def test_a_card_answered_elsewhere_while_a_verdict_stands_is_not_asked_again(world: World) -> None:
    study = begin(world, settings=NO_STEPS)
    answer(study)
    other = other_window(world)
    elsewhere = other.study(NO_STEPS)
    elsewhere.start(SessionRequest())
    assert name_of(elsewhere.step) == "bravo"
    answer(elsewhere)
    assert name_of(go_on(study)) == "charlie"
    other.store.close()


def test_a_card_begun_in_another_window_waits_for_its_moment(world: World) -> None:
    study = begin(world)
    other = other_window(world)
    elsewhere = other.study()
    elsewhere.start(SessionRequest())
    for _ in range(2):
        answer(elsewhere)
        go_on(elsewhere)
    assert name_of(study.submit(Wrote("alpha"), asked(study.step).token)) == "charlie"
    answer(study)
    assert name_of(go_on(study)) == "alpha"
    other.store.close()


def test_a_card_answered_elsewhere_is_not_asked_again_after_an_edit(world: World) -> None:
    study = begin(world)
    other = other_window(world)
    elsewhere = other.study()
    elsewhere.resume()
    answer(elsewhere)
    world.write("deck.yaml", THREE.replace("Say charlie", "Do say charlie"))
    assert name_of(study.reload()) == "bravo"
    other.store.close()


def test_a_card_whose_deck_was_taken_away_and_that_is_flagged_can_be_answered(world: World) -> None:
    study = begin(world)
    step = asked(study.step)
    (world.decks / "deck.yaml").unlink()
    world.library.sync()
    study.flag(step.token, "odd")
    assert answer(study).grade.right
    assert stored_equals_replay(world)


def test_a_card_suspended_elsewhere_is_passed_by(world: World) -> None:
    study = begin(world)
    answer(study)
    other = other_window(world)
    elsewhere = other.study()
    elsewhere.resume()
    elsewhere.suspend(asked(elsewhere.step).token)
    assert name_of(go_on(study)) == "charlie"
    other.store.close()


def test_a_verdict_whose_answer_was_taken_back_elsewhere_cannot_be_changed(world: World) -> None:
    study = begin(world)
    shown = answer(study, Wrote("wrong"))
    other = other_window(world)
    other.study().undo()
    assert name_of(study.override(shown.token)) == "alpha"
    assert live(world) == []
    assert len(list(world.store.all_events(world.learner.id))) == 2
    other.store.close()


def test_decks_that_another_window_does_not_know_stay_in_this_one(world: World) -> None:
    study = begin(world)
    other = other_window(world)
    other.library = Library(other.store, [], other.clock, other.names, 4)
    other.library.sync()
    assert not other.library.decks()
    other.store.close()
    answer(study)
    assert name_of(go_on(study)) == "bravo"


# Days and limits


def test_a_changed_answer_is_due_on_the_day_of_its_last_review_too(world: World) -> None:
    study = begin(world, settings=NO_STEPS)
    for _ in range(3):
        answer(study)
        go_on(study)
    world.write("deck.yaml", THREE.replace("accept: [", "accept: [new "))
    study = world.study(NO_STEPS)
    study.start(SessionRequest())
    seen = []
    while isinstance(study.step, Asking):
        seen.append(name_of(study.step))
        answer(study, Wrote(f"new {seen[-1]}"))
        go_on(study)
    assert sorted(seen) == ["alpha", "bravo", "charlie"]
    assert isinstance(world.study(NO_STEPS).start(SessionRequest()), Finished)


def test_a_card_put_off_is_no_longer_to_come(world: World) -> None:
    study = begin(world)
    assert asked(study.step).counts.new == 3
    assert asked(study.bury(asked(study.step).token)).counts.new == 2


def test_a_question_with_many_cards_does_not_use_up_a_small_limit(world: World) -> None:
    blanks = " ".join(f"{{{{w{n}}}}}" for n in range(12))
    text = f'deck: D\nquestions:\n  - {{cloze: "{blanks}", id: many, each: yes, why: x}}\n'
    settings = Settings(new_per_day=2)
    study = begin(world, text + deck("alpha").split("questions:\n")[1], settings)
    answer(study, GaveUp())
    study = world.study(replace(settings, learning_steps=()))
    study.start(SessionRequest())
    assert asked(study.step).counts.new == 1


def test_the_clock_is_complained_of_once_a_session(world: World) -> None:
    study = begin(world)
    answer(study)
    world.clock.forward(days=-400)
    assert SET_BACK in asked(go_on(study)).notices
    answer(study)
    assert SET_BACK not in asked(go_on(study)).notices


@pytest.mark.parametrize(
    "hops",
    [
        [("2026-03-29T00:50+00:00", "Europe/Berlin"), ("2026-03-29T01:10+00:00", "Europe/Berlin")],
        [("2026-10-25T00:50+00:00", "Europe/Berlin"), ("2026-10-25T01:10+00:00", "Europe/Berlin")],
        [("2026-03-02T22:50+00:00", "Europe/Berlin"), ("2026-03-02T23:10+00:00", "Europe/Berlin")],
        [("2026-03-02T22:00+00:00", "Asia/Tokyo"), ("2026-03-03T05:00+00:00", "Pacific/Honolulu")],
        [("2026-03-02T22:00+00:00", "Pacific/Honolulu"), ("2026-03-03T05:00+00:00", "Asia/Tokyo")],
    ],
)
def test_no_card_is_due_twice_on_a_journey_or_a_night(world: World, hops: list[tuple[str, str]]) -> None:
    world.write("deck.yaml", THREE)
    seen: list[str] = []
    for at, place in hops:
        world.clock.at = type(world.clock.at).fromisoformat(at)
        world.clock.place = ZoneInfo(place)
        study = world.study(NO_STEPS)
        study.start(SessionRequest())
        while isinstance(study.step, Asking):
            seen.append(name_of(study.step))
            answer(study)
            go_on(study)
    assert sorted(seen) == ["alpha", "bravo", "charlie"]
    assert stored_equals_replay(world)


# Edits


def test_editing_the_prompt_of_a_new_card_comes_back_to_it(world: World) -> None:
    study = begin(world, WITHOUT_IDS)
    world.write("deck.yaml", WITHOUT_IDS.replace("capital of France", "capital city of France"))
    world.library.sync()
    step = asked(study.reload())
    assert step.card.question.prompt == "What is the capital city of France?"
    assert verdict(study.submit(Wrote("Paris"), step.token)).grade.right


def test_editing_the_prompt_of_a_studied_card_comes_back_to_it_with_its_history(world: World) -> None:
    study = begin(world, WITHOUT_IDS, NO_STEPS)
    answer(study, Wrote("Paris"))
    world.clock.forward(days=60)
    study = world.study(Settings(learning_steps=(), new_per_day=0))
    study.start(SessionRequest())
    world.write("deck.yaml", WITHOUT_IDS.replace("capital of France", "capital city of France"))
    world.library.sync()
    step = asked(study.reload())
    assert step.card.question.prompt == "What is the capital city of France?"
    assert step.why_now.reps == 1
    answer(study, Wrote("Paris"))
    assert stored_equals_replay(world)


def test_a_planned_card_whose_prompt_was_edited_is_still_asked_in_this_session(world: World) -> None:
    study = begin(world, WITHOUT_IDS, NO_STEPS)
    for text in ("Paris", "Oslo"):
        answer(study, Wrote(text))
        go_on(study)
    world.clock.forward(days=60)
    study = world.study(NO_STEPS)
    first = asked(study.start(SessionRequest()))
    city, other = ("Paris", "Norway") if "France" in first.card.question.prompt else ("Oslo", "France")
    answer(study, Wrote(city))
    world.write("deck.yaml", WITHOUT_IDS.replace(f"capital of {other}", f"capital city of {other}"))
    assert asked(go_on(study)).card.question.prompt == f"What is the capital city of {other}?"


def test_a_deck_that_breaks_and_returns_reworded_keeps_its_progress(world: World) -> None:
    study = begin(world, WITHOUT_IDS, NO_STEPS)
    answer(study, Wrote("Paris"))
    world.write("deck.yaml", WITHOUT_IDS + "  - {q: [[[")
    go_on(study)
    world.write("deck.yaml", "deck: [")
    study.reload()
    world.write("deck.yaml", WITHOUT_IDS.replace("capital of France", "capital city of France"))
    world.library.sync()
    found = [each for each in world.store.any_cards(world.learner.id) if each.memory.reps]
    assert len(found) == 1


def test_a_card_answered_while_its_deck_is_broken_keeps_the_answer(world: World) -> None:
    study = begin(world)
    world.write("deck.yaml", "deck: [")
    world.library.sync()
    answer(study)
    finished(go_on(study))
    world.write("deck.yaml", THREE)
    again = world.study()
    again.start(SessionRequest())
    assert memory(world, "alpha").reps == 1
    assert name_of(again.step) == "bravo"
    assert stored_equals_replay(world)


def test_a_right_answer_that_the_author_then_refuses_was_not_insisted_on(world: World) -> None:
    study = begin(world)
    answer(study)
    world.write("deck.yaml", THREE.replace("accept: [alpha]", "accept: [omega]"))
    assert not verdict(study.reload()).overridden


def test_retry_leaves_out_what_was_suspended(world: World) -> None:
    study = begin(world)
    study.suspend(answer(study, GaveUp()).token)
    answer(study, GaveUp())
    study.finish()
    assert name_of(study.retry_missed()) == "bravo"


# The disk


@contextmanager
def broken_reading(world: World) -> Iterator[None]:
    """As long as it lasts, no deck can be read into the store."""
    db = world.store.connection
    db.run("CREATE TEMP TRIGGER full BEFORE INSERT ON deck_file BEGIN SELECT raise(ABORT, 'x'); END")
    try:
        yield
    finally:
        db.run("DROP TRIGGER full")


def test_a_full_disk_leaves_the_question_and_it_can_be_answered_again(world: World) -> None:
    study = begin(world)
    step = asked(study.step)
    db = world.store.connection.raw
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    db.execute(f"PRAGMA max_page_count = {pages}")
    huge = Wrote("x" * 200_000)
    with pytest.raises(StoreFull):
        study.submit(huge, step.token)
    assert study.step == step and log(world) == []
    db.execute("PRAGMA max_page_count = 1073741823")
    answer(study)
    assert len(log(world)) == 1
    assert name_of(go_on(study)) == "bravo"
    assert stored_equals_replay(world)


@contextmanager
def locked(world: World) -> Iterator[None]:
    """As long as it lasts, another program writes to the file."""
    with closing(sqlite3.connect(world.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@pytest.fixture
def hasty(tmp_path: Path) -> Iterator[World]:
    """A world that waits for no lock."""
    world = World(tmp_path)
    world.store.close()
    world.store = Store.open(
        world.database, device=DeviceId("d"), backups=tmp_path / "b", clock=world.clock, patience_ms=0
    )
    world.library = world.new_library()
    yield world
    world.store.close()


def test_a_locked_file_leaves_the_question_as_it_was(hasty: World) -> None:
    study = begin(hasty)
    step = asked(study.step)
    acts: list[Callable[[], object]] = [
        lambda: study.submit(Wrote("alpha"), step.token),
        lambda: study.suspend(step.token),
        lambda: study.flag(step.token, "odd"),
        lambda: study.start(SessionRequest()),
    ]
    with locked(hasty):
        for act in acts:
            with pytest.raises(StoreLocked):
                act()
            assert study.step == step
    answer(study)
    assert name_of(go_on(study)) == "bravo"
    assert stored_equals_replay(hasty)


def test_a_locked_file_leaves_the_verdict_as_it_was(hasty: World) -> None:
    study = begin(hasty)
    shown = answer(study)
    acts: list[Callable[[], object]] = [lambda: study.rate(Rating.EASY, shown.token), study.undo]
    with locked(hasty):
        for act in acts:
            with pytest.raises(StoreLocked):
                act()
            assert study.step == shown
    study.rate(Rating.EASY, shown.token)
    assert len(log(hasty)) == 1 and stored_equals_replay(hasty)


def test_a_rating_is_changed_once_when_going_on_fails(world: World) -> None:
    study = begin(world)
    shown = answer(study)
    world.write("deck.yaml", THREE.replace("Say bravo", "Do say bravo"))
    with broken_reading(world), pytest.raises(sqlite3.IntegrityError):
        study.rate(Rating.EASY, shown.token)
    study.rate(Rating.EASY, shown.token)
    assert world.store.connection.one("SELECT count(*) FROM action") == (1,)


def test_a_turned_card_left_overnight_is_still_one_answer(world: World) -> None:
    study = begin(world, "deck: D\nquestions:\n  - {q: Zeus, id: zeus, a: Jupiter, why: x}\n")
    turned = study.reveal(asked(study.step).token)
    assert isinstance(turned, Revealed)
    world.clock.at += timedelta(days=1)
    study.rate(Rating.GOOD, turned.token)
    assert len(log(world)) == 1 and stored_equals_replay(world)
    assert CardKey.parse("deck/zeus") in world.store.memories(world.learner.id, [CardKey.parse("deck/zeus")])
