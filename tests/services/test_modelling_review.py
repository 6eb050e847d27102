"""A language model's questions in the review: none is accepted by the dozen, and what was accepted stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from lighthouse import SOUND, TEXT
from scripted import knows, listed
from world import World

from quizapp.articles.drafts import Technique
from quizapp.articles.models.asking import Schema
from quizapp.core.question import QuestionId
from quizapp.errors import UsageError
from quizapp.formats.native import read_deck
from quizapp.services.deriving import Derived, derive_article
from quizapp.services.modelling import Reply
from quizapp.services.reviewing import Reviewing
from quizapp.services.suggesting import with_model

GOOD = (SOUND[1], SOUND[7])


class Parrot:
    """Suggests the good cards and knows their answers."""

    name = "parrot"

    def ask(self, system: str, prompt: str, schema: Schema) -> Reply:
        said = knows(*GOOD)(prompt) if prompt.startswith("Text: ") else listed(*GOOD)
        assert isinstance(said, str)
        return Reply(said)


def by_rules() -> Derived:
    return derive_article(TEXT.encode(), "eddystone.md")


def with_parrot() -> Derived:
    return with_model(by_rules(), Parrot(), lambda line: None)


def of_model(derived: Derived) -> list[QuestionId]:
    drafts = derived.derivation.drafts
    return [draft.question.id for draft in drafts if draft.technique is Technique.MODEL]


def test_accepting_the_rest_of_a_section_leaves_them_open(world: World, tmp_path: Path) -> None:
    derived = with_parrot()
    review = Reviewing(world.store, world.clock, world.names, derived, tmp_path / "deck.yaml")
    review.more()
    for id_ in of_model(derived):
        review.go_to(id_)
        with pytest.raises(UsageError):
            while True:
                review.accept_rest()
                review.go_to(id_)
    review.keep()
    deck = read_deck((tmp_path / "deck.yaml").read_bytes(), "deck.yaml").deck
    assert deck is not None
    assert {question.origin.partition(" ")[0] for question in deck.questions} == {"derived"}


def test_what_was_accepted_stays_when_the_model_is_not_asked_again(world: World, tmp_path: Path) -> None:
    derived, target = with_parrot(), tmp_path / "deck.yaml"
    review = Reviewing(world.store, world.clock, world.names, derived, target)
    review.more()
    for id_ in of_model(derived):
        review.go_to(id_)
        review.accept()
    assert review.keep().total == len(GOOD)
    written = target.read_bytes()
    later = Reviewing(world.store, world.clock, world.names, by_rules(), target).keep()
    assert (later.withdrawn, target.read_bytes()) == ((), written)
    deck = read_deck(written, "deck.yaml").deck
    assert deck is not None
    assert [question.origin for question in deck.questions] == ["llm parrot"] * len(GOOD)
