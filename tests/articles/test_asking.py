"""What a model is asked, and how its answers are read whatever they are."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lighthouse import TEXT, read

from quizapp.articles.models.asking import (
    ANSWER_SCHEMA,
    CARDS_SCHEMA,
    Malformed,
    Shape,
    again,
    answer_prompt,
    cards_prompt,
    passages,
    read_answer,
    read_cards,
    with_schema,
)
from quizapp.articles.reading.readers import read_article
from quizapp.articles.reading.sentences import sentences

ARTICLE, SENTENCES, PASSAGE = read()
CARD: dict[str, object] = {
    "kind": "short",
    "prompt": "Who built\nit?",
    "answer": "James  Douglass",
    "sentence_ids": [3],
    "quote": "James Douglass built the fourth tower.",
    "distractors": ["John", "", "John"],
}


def long_article(*words: int) -> str:
    """An article with a section of about so many words each."""
    line = "The keeper climbed the stairs of the tower every evening and lit the lamp at once. "
    return "# Keepers\n\n" + "\n\n".join(
        f"## Part {number}\n\n{line * max(1, count // 16)}" for number, count in enumerate(words, 1)
    )


def sizes(*words: int) -> list[int]:
    article = read_article(long_article(*words).encode(), "keepers.md")
    return [passage.words for passage in passages(article, sentences(article))]


def test_a_section_of_middling_length_is_a_passage() -> None:
    assert sizes(448, 608) == [448, 608]


def test_a_long_section_is_split_evenly() -> None:
    found = sizes(1968)
    assert len(found) == 3
    assert max(found) <= 900
    assert max(found) - min(found) <= 30


def test_short_neighbours_are_joined() -> None:
    assert sizes(128, 128, 128) == [384]


def test_a_long_neighbour_stays_apart_when_both_are_too_much() -> None:
    assert sizes(128, 880) == [128, 880]


def test_all_sentences_are_asked_about_once() -> None:
    article = read_article(long_article(2400, 60, 60, 700, 30).encode(), "keepers.md")
    found = sentences(article)
    parts = passages(article, found)
    assert [number for part in parts for number in range(part.first, part.last)] == list(range(len(found)))


@pytest.mark.parametrize(("words", "most"), [(64, 1), (368, 3), (608, 5)])
def test_at_most_one_question_for_120_words_is_asked_for(words: int, most: int) -> None:
    article = read_article(long_article(words).encode(), "keepers.md")
    (passage,) = passages(article, sentences(article))
    assert passage.most == most


def test_the_prompt_holds_title_headings_and_numbered_sentences_and_nothing_else() -> None:
    lines = cards_prompt(ARTICLE, SENTENCES, PASSAGE).splitlines()
    assert lines[0] == "Title: The Eddystone lighthouses"
    assert lines[-1] == f"Write at most {PASSAGE.most} questions."
    headings = [line for line in lines if line.startswith("##")]
    assert headings == ["## The first towers", "## Smeaton's tower"]
    numbered = [line.partition("] ") for line in lines if line.startswith("[")]
    assert [head for head, _, _ in numbered] == [f"[{n}" for n in range(1, len(SENTENCES) + 1)]
    plain = TEXT.replace("*", "")
    assert all(sentence in plain for _, _, sentence in numbered)
    assert len(lines) == len(numbered) + len(headings) + 4


def test_the_second_question_holds_the_quote_and_the_prompt_alone() -> None:
    assert answer_prompt("It is lime.", "What is it?") == "Text: It is lime.\n\nQuestion: What is it?"


def test_a_second_try_says_what_was_wrong() -> None:
    assert "it is empty." in again("Title: A", "it is empty.")
    assert again("Title: A", "it is empty.").startswith("Title: A\n")


def test_a_model_without_schemas_reads_the_schema() -> None:
    text = with_schema("Be brief.", ANSWER_SCHEMA)
    assert json.loads(text.splitlines()[-1]) == ANSWER_SCHEMA


def test_each_property_of_the_schemas_is_required() -> None:
    for schema in (CARDS_SCHEMA, ANSWER_SCHEMA):
        properties = schema["properties"]
        assert isinstance(properties, dict)
        assert schema["required"] == list(properties)
        assert schema["additionalProperties"] is False


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"cards": [CARD]}),
        json.dumps([CARD]),
        f"Here you are:\n```json\n{json.dumps({'cards': [CARD]}, indent=2)}\n```\nEnjoy!",
    ],
)
def test_cards_are_read_with_what_models_put_around_them(text: str) -> None:
    (card,) = read_cards(text).cards
    assert (card.shape, card.prompt, card.answer) == (Shape.SHORT, "Who built it?", "James Douglass")
    assert (card.sentences, card.distractors) == ((3,), ("John",))


def test_an_empty_list_is_an_answer() -> None:
    assert read_cards('{"cards": []}').cards == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("I cannot help with that.", "I cannot help with that."),
        ('{"cards": [{"kind": "sho', "broken"),
        ('{"cards": "none"}', "cards"),
        ('{"questions": []}', "cards"),
        ("[" * 100_000, "broken"),
    ],
)
def test_what_is_no_list_of_cards_is_said(text: str, why: str) -> None:
    with pytest.raises(Malformed, match=why):
        read_cards(text)


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "essay"},
        {"kind": ["short"]},
        {"prompt": ""},
        {"answer": 1882},
        {"quote": None},
        {"sentence_ids": ["3"]},
        {"sentence_ids": [True]},
        {"distractors": "John"},
        {"distractors": [1]},
    ],
    ids=str,
)
def test_a_card_that_does_not_fit_the_schema_is_broken_and_the_others_stay(change: dict[str, object]) -> None:
    found = read_cards(json.dumps({"cards": [CARD, {**CARD, **change}]}))
    assert (len(found.cards), found.broken) == (1, 1)


def test_an_answer_is_read_on_one_line() -> None:
    assert read_answer('{"answer": " hydraulic\\n lime "}') == "hydraulic lime"


@pytest.mark.parametrize("text", ["lime", '{"answer": 4}', '["lime"]', "{}"])
def test_what_is_no_answer_is_said(text: str) -> None:
    with pytest.raises(Malformed):
        read_answer(text)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.sampled_from(["short", "cloze"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*CARD, "cards"]), inner),
    max_leaves=20,
)


@given(st.text() | values.map(json.dumps))
def test_any_text_is_read_or_malformed(text: str) -> None:
    for read_it in (read_cards, read_answer):
        try:
            read_it(text)
        except Malformed as error:
            assert str(error)
