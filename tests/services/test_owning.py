"""Editing a starter deck edits a copy; the program's own files are never touched."""

from __future__ import annotations

import pytest
from world import World

from quizapp.core.card import CardKey
from quizapp.core.question import DeckId, QuestionId
from quizapp.errors import UsageError
from quizapp.library import Folder, Library
from quizapp.services.owning import drop_unchanged_copy, place_to_edit

DECK = "deck: Birds\nquestions:\n  - {q: Does it fly?, id: fly, a: true, why: x}\n"
KEY = CardKey(DeckId("birds"), QuestionId("fly"))


@pytest.fixture
def library(world: World) -> Library:
    starter = world.home / "starter"
    starter.mkdir()
    (starter / "birds.yaml").write_text(DECK, encoding="utf-8")
    folders = [Folder(starter, starter=True), Folder(world.decks)]
    made = Library(world.store, folders, world.clock, world.names, 4)
    made.sync()
    return made


def test_a_starter_deck_is_edited_in_a_copy_that_takes_its_place(world: World, library: Library) -> None:
    place = place_to_edit(library, KEY, world.decks)
    assert place == (world.decks / "birds.yaml", 3)
    place[0].write_text(DECK.replace("fly?", "fly far?"), encoding="utf-8")
    library.sync()
    card = library.card(KEY)
    assert card is not None and card.question.prompt == "Does it fly far?"
    assert (world.home / "starter" / "birds.yaml").read_text(encoding="utf-8") == DECK


def test_a_copy_in_which_nothing_was_edited_goes(world: World, library: Library) -> None:
    place = place_to_edit(library, KEY, world.decks)
    assert place is not None
    drop_unchanged_copy(library, KEY, place[0])
    assert not place[0].exists()


def test_an_edited_copy_stays(world: World, library: Library) -> None:
    place = place_to_edit(library, KEY, world.decks)
    assert place is not None
    place[0].write_text(DECK + "# mine\n", encoding="utf-8")
    drop_unchanged_copy(library, KEY, place[0])
    assert place[0].exists()


def test_an_own_deck_is_edited_where_it_is(world: World, library: Library) -> None:
    path = world.write("birds.yaml", DECK)
    library.sync()
    assert place_to_edit(library, KEY, world.decks) == (path, 3)
    drop_unchanged_copy(library, KEY, path)
    assert path.exists()


def test_another_file_of_that_name_is_left_alone(world: World, library: Library) -> None:
    other = world.write("birds.yaml", DECK.replace("deck: Birds", "deck: Birds\nid: other"))
    library.sync()
    with pytest.raises(UsageError, match="another file"):
        place_to_edit(library, KEY, world.decks)
    assert "id: other" in other.read_text(encoding="utf-8")
