"""The page for authors and the schema for editors say what the reader does."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml
from emitter import question_yaml
from hypothesis import given
from made_questions import questions

from quizapp.core.question import Question
from quizapp.core.rules import remarks
from quizapp.formats import keys
from quizapp.formats.native import read_deck
from quizapp.formats.schema import schema, schema_text

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "deck-format.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
TABLES = {
    "Every question can have these:": set(keys.COMMON),
    "These belong to one type or another:": set(keys.QUESTION) - set(keys.COMMON),
    "An option in `options`:": set(keys.OPTION),
    "A close answer in `close`:": set(keys.CLOSE),
    "A reference in `ref`:": set(keys.REF),
    "## All keys of a deck": set(keys.DECK),
    "A source in `source`:": set(keys.SOURCE),
    "## An exam": set(keys.EXAM),
    "A pool in `pools`:": set(keys.POOL),
}


def _deck(example: str) -> str:
    if example.startswith("deck:"):
        return example
    return "deck: Example\nquestions:\n" + "".join(f"  {line}\n" for line in example.splitlines())


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example[:30])
def test_every_example_is_clean(example: str) -> None:
    found = read_deck(_deck(example).encode(), "example.yaml")
    assert found.findings == ()
    assert found.deck is not None
    assert list(remarks(found.deck)) == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example[:30])
def test_every_example_fits_the_schema(example: str) -> None:
    jsonschema.validate(yaml.safe_load(_deck(example)), schema())


@pytest.mark.parametrize("heading", TABLES)
def test_page_lists_exactly_the_keys_that_there_are(heading: str) -> None:
    after = PAGE.split(f"{heading}\n", 1)[1]
    table = after[after.index("| key |") :].split("\n\n")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == TABLES[heading]


def test_page_names_the_keys_of_defaults() -> None:
    (row,) = re.findall(r"^\| `defaults` \| keys \|(.*)\|$", PAGE, re.MULTILINE)
    assert set(re.findall(r"`(\w+)`", row)) == set(keys.DEFAULTS)


def test_page_shows_every_type() -> None:
    shown = set()
    for example in EXAMPLES:
        deck = read_deck(_deck(example).encode(), "example.yaml").deck
        assert deck is not None
        shown |= {type(question).__name__ for question in deck.questions}
    assert len(shown) == len(keys.Kind)


def test_schema_file_is_what_the_code_makes() -> None:
    assert (ROOT / "docs" / "deck.schema.json").read_text(encoding="utf-8") == schema_text()


def test_schema_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(json.loads(schema_text()))


@pytest.mark.parametrize("path", sorted((ROOT / "decks").glob("*.yaml")), ids=lambda path: path.name)
def test_starter_deck_fits_the_schema(path: Path) -> None:
    jsonschema.validate(yaml.safe_load(path.read_text(encoding="utf-8")), schema())


@given(questions)
def test_every_question_that_can_be_read_fits_the_schema(question: Question) -> None:
    text = "deck: Example\nquestions:\n" + question_yaml(question)
    jsonschema.validate(yaml.load(text, yaml.BaseLoader), schema())


@pytest.mark.parametrize(
    "question",
    [
        "{q: A}",
        "{q: A, a: b, hint: c}",
        "{accept: b}",
        "{q: A, a: b, level: brutal}",
        "{q: A, options: [{why: b}, {right: c}]}",
    ],
)
def test_schema_refuses_what_is_not_a_question(question: str) -> None:
    deck = yaml.safe_load(f"deck: X\nquestions: [{question}]")
    assert not jsonschema.Draft7Validator(schema()).is_valid(deck)
