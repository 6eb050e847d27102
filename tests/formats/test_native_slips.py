"""Slips of teachers who have never seen YAML: each is named by what it is, where it stands."""

from __future__ import annotations

import pytest
from deckfiles import HEAD, codes, errors, first, listed, prompts, reading

GOOD = "  - q: What is good?\n    a: This\n    why: w\n"
STARTS = {
    "dash-space": "  ‸-q: Who was it?\n    a: Augustus\n",
    "odd-dash": "  ‸– q: Who was it?\n    a: Augustus\n",
    "numbered": "  ‸1. q: Who was it?\n     a: Augustus\n",
    "odd-colon": "  - q‸： Who was it?\n    a: Augustus\n",
}


@pytest.mark.parametrize("code", STARTS)
def test_a_question_that_does_not_begin_as_one_says_why(code: str) -> None:
    before, after = (HEAD + STARTS[code]).split("‸")
    found = reading(before + after)
    assert codes(found) == [code]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert (found.findings[0].line, found.findings[0].column) == (line, column)


@pytest.mark.parametrize("code", STARTS)
def test_such_a_slip_costs_no_other_question(code: str) -> None:
    found = listed(GOOD + STARTS[code].replace("‸", "") + GOOD.replace("good", "fine"))
    assert codes(found) == [code]
    assert prompts(found) == ["What is good?", "What is fine?"]


@pytest.mark.parametrize("mark", ["—", "−", "•", "‐"])
def test_word_processors_have_many_dashes(mark: str) -> None:
    assert codes(listed(f"  {mark} q: Who was it?\n    a: Augustus\n")) == ["odd-dash"]


def test_a_slip_on_a_line_alone_is_named_too() -> None:
    assert codes(listed("  – q: Who was it?\n")) == ["odd-dash"]


def test_such_marks_inside_a_text_are_text() -> None:
    found = listed(
        "  - q: >-\n      What follows\n      1. q: or\n      – q: or -q: ?\n    a: b\n    why: w\n"
    )
    assert found.findings == ()


def test_every_key_without_a_space_after_its_colon_is_told() -> None:
    found = listed("  - q:Who was it?\n    a:Augustus\n    why: w\n")
    assert codes(found) == ["colon-space", "colon-space"]
    assert [(each.line, each.column) for each in found.findings] == [(3, 5), (4, 5)]


def test_spaces_that_are_none_before_the_questions_are_told() -> None:
    found = reading("deck: D\nquestions:\n\u00a0\u00a0- q: Who was it?\n\u00a0\u00a0\u00a0 a: Augustus\n")
    assert errors(found) == ["odd-space", "odd-space"]
    assert "unknown-key" not in codes(found)


def test_keys_in_capitals_are_told_of_as_such() -> None:
    found = reading("Deck: Rome\nQuestions:\n  - q: Who was it?\n    a: Augustus\n")
    assert errors(found) == ["capital-key", "capital-key"]
    assert "`deck:`" in found.findings[0].fix


def test_a_letter_is_not_told_about_indents() -> None:
    found = reading("Dear class,\nhere are the questions:\n1. Who was first? Augustus\n")
    assert codes(found) == ["not-a-deck"]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("wrong", "Tiber, Po"),
        ("wrong", "Tiber; Po"),
        ("wrong", "Tiber / Po"),
        ("wrong", "\n      A) Tiber\n      B) Po"),
        ("accept", "Rubicon, Rubico"),
    ],
)
def test_several_texts_written_as_one_are_told(key: str, value: str) -> None:
    answer = "    a: Rubicon\n" if key == "wrong" else ""
    found = listed(f"  - q: Which river was it?\n{answer}    {key}: {value}\n    why: w\n")
    assert codes(found) == ["one-text"]
    assert f"{key}: [" in found.findings[0].fix


@pytest.mark.parametrize(
    "lines",
    [
        'a: Paris\n    wrong: "London, England"',
        "a: Paris, France\n    wrong: London, England",
        "a: Rubicon\n    wrong: [Tiber, Po]",
        'accept: "Washington, D.C."',
        "accept: 1,200",
    ],
)
def test_one_text_with_a_comma_is_taken_when_it_is_meant(lines: str) -> None:
    assert codes(listed(f"  - q: Which is it?\n    {lines}\n    why: w\n")) == []


def test_plain_options_are_shown_how_to_be_written() -> None:
    found = listed("  - q: Which is it?\n    options: [A, B]\n    why: w\n")
    assert "right:" in first(found, "not-keys").fix and "wrong:" in first(found, "not-keys").fix


def test_a_message_about_a_key_of_an_option_is_good_english() -> None:
    found = listed(
        "  - q: Which?\n    options:\n      - right: A\n      - wrong: B\n        wy: x\n    why: w\n"
    )
    assert first(found, "unknown-key").message.startswith("An option ")


def test_a_picture_that_is_called_a_deck_is_one_finding() -> None:
    assert codes(reading("".join(map(chr, range(128))) * 3)) == ["not-a-text"]


def test_a_backtick_is_named_where_it_would_look_like_a_quote() -> None:
    assert "backtick" in first(listed("  - q: `ls` does what?\n    a: b\n"), "quote-needed").message
