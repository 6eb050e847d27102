"""What a learner hands in: the figures of their own report, of the decks asked for and of no others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from world import World

from quizapp.core.answer import Picked, Wrote
from quizapp.core.card import CardKey
from quizapp.core.handin import CardProgress, DeckProgress, Flagged, Overridden
from quizapp.core.memory import Phase
from quizapp.core.question import DeckId, QuestionId
from quizapp.core.step import Asking, Judged, SessionRequest
from quizapp.formats.handin import decode, encode
from quizapp.services.desk import Desk
from quizapp.services.handingin import hand_in
from quizapp.services.reporting import mastery
from quizapp.settings import Settings, with_changes
from quizapp.store.figures import reading

DECK = """\
deck: Rome
id: rome
tags: [history]
objectives: {water: Know the rivers}
questions:
  - {q: Which river did Caesar cross?, id: river, a: Rubicon, wrong: [Tiber, Po], objectives: [water]}
  - {q: Who was the first emperor?, id: first, accept: [Augustus]}
  - {q: Which sea was ours?, id: sea, a: Mediterranean, wrong: [Red Sea], tags: [sea]}
"""
OTHER = "deck: Other\nid: other\nquestions:\n  - {q: Secret?, id: secret, a: one, wrong: [two]}\n"
AT_ONCE = with_changes(Settings(), {"learning_steps": [], "relearning_steps": []})
RIVER, FIRST, SEA, SECRET = map(CardKey.parse, ("rome/river", "rome/first", "rome/sea", "other/secret"))
RIGHT = {RIVER: "Rubicon", FIRST: "Augustus", SEA: "Mediterranean", SECRET: "one"}


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path, settings=AT_ONCE)
    made.write("rome.yaml", DECK)
    made.write("other.yaml", OTHER)
    made.library.sync()
    yield made
    made.store.close()


def desk_of(world: World) -> Desk:
    return Desk(world.store, world.library, world.learner, world.settings, world.clock, world.names)


def study(
    world: World, deck: str, picks: dict[CardKey, str] | None = None, note: str = "", *, insist: bool = False
) -> None:
    """Answer what is due in a deck, each in 6 seconds, with these answers in place of the right ones.

    What is not right is flagged with the note, and insisted on.
    """
    engine = world.study()
    step = engine.start(SessionRequest(decks=(DeckId(deck),)))
    while isinstance(step, Asking):
        key = step.card.key
        given = (picks or {}).get(key, RIGHT[key])
        world.clock.forward(seconds=6)
        judged = engine.submit(Wrote(given) if key == FIRST else Picked((given,)), step.token)
        assert isinstance(judged, Judged)
        if note and given != RIGHT[key]:
            judged = engine.flag(judged.token, note)
            assert isinstance(judged, Judged)
        if insist and given != RIGHT[key]:
            judged = engine.override(judged.token)
            assert isinstance(judged, Judged)
        step = engine.next(judged.token)


def progress(world: World) -> DeckProgress:
    (found,) = hand_in(desk_of(world), "Ana B", [DeckId("rome")]).decks
    return found


def card(found: DeckProgress, question: str) -> CardProgress:
    return next(each for each in found.cards if each.question == question)


def test_before_the_first_answer_every_card_is_new(world: World) -> None:
    found = progress(world)
    assert [(each.question, each.phase, each.recall) for each in found.cards] == [
        ("river", Phase.NEW, None), ("first", Phase.NEW, None), ("sea", Phase.NEW, None),
    ]  # fmt: skip
    assert (found.minutes, found.days, found.last_at) == (0.0, (), None)


def test_a_card_tells_what_was_answered(world: World) -> None:
    study(world, "rome")
    world.clock.forward(days=30)
    study(world, "rome", {RIVER: "Tiber"})
    found = card(progress(world), "river")
    assert (found.answers, found.first_tries, found.first_right, found.misses) == (2, 2, 1, 1)
    assert (found.lapses, found.predictions, found.recalled) == (1, 1, 0)
    assert 0 < found.predicted < 1
    assert found.median_seconds == 6
    assert (found.objectives, found.tags) == (("water",), ("history",))


def test_figures_are_those_of_the_learners_own_report(world: World) -> None:
    for picks in ({}, {FIRST: "Nero"}, {RIVER: "Tiber"}):
        study(world, "rome", picks)
        world.clock.forward(days=4)
    desk, found = desk_of(world), progress(world)
    stock = next(stock for entry, stock in mastery(desk).decks if entry.id == "rome")
    assert sum(each.recall or 0.0 for each in found.cards) == pytest.approx(stock.recall)
    with reading(world.store, world.learner.id) as figures:
        for key in (RIVER, FIRST):
            own = figures.figures(key)
            told = card(found, key.question)
            assert own is not None
            assert (told.answers, told.misses, told.first_tries, told.first_right, told.recalled) == (
                own.answers, own.misses, own.first_tries, own.first_right, own.recalled,
            )  # fmt: skip


def test_time_and_days_are_those_of_the_deck_alone(world: World) -> None:
    study(world, "rome")
    first = world.clock.at
    world.clock.forward(days=1)
    study(world, "other")
    found = progress(world)
    assert found.minutes == pytest.approx(0.3)
    assert (found.days, found.last_at) == ((first.toordinal(),), first)


def test_only_the_decks_that_were_asked_for_are_in_the_file(world: World) -> None:
    study(world, "other", {SECRET: "two"}, "private")
    made = hand_in(desk_of(world), "Ana B", [DeckId("rome")])
    text = encode(made)
    assert [each.deck for each in made.decks] == ["rome"]
    assert not any(
        word in text for word in ("other", "Secret", "secret", "private", f'"{world.learner.name}"')
    )


def test_overridden_answers_and_flags_of_the_deck_go_with_it(world: World) -> None:
    study(world, "rome", {FIRST: "Octavian"}, "he had two names", insist=True)
    found = progress(world)
    label = "Who was the first emperor?"
    assert found.overridden == (Overridden(QuestionId("first"), label, "Octavian", 1, 1),)
    assert found.flagged == (Flagged(QuestionId("first"), label, "he had two names"),)


def test_the_file_of_a_learner_reads_back_as_it_was(world: World) -> None:
    study(world, "rome", {RIVER: "Tiber"}, "why?")
    made = hand_in(desk_of(world), "Ana B", [DeckId("rome"), DeckId("other"), DeckId("rome")])
    assert len(made.decks) == 2
    assert decode(encode(made)).hand_in == made
