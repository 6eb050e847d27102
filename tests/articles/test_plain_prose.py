"""What is asked of prose that marks no terms: key terms, effects, goals, glosses, each part of a sentence."""

from __future__ import annotations

import pytest
from articles_to_derive import SOIL, asked

FILLER = "Farmers learned long ago to watch all of it with care, and so did their neighbours in the valley."


def asked_of(sentence: str) -> list[str]:
    """The prompts that come of one sentence in an article."""
    return list(asked(f"Notes\n\n{FILLER} {sentence}\n"))


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        (
            "Some spores are ____, meaning they are carried from field to field by the wind.",
            "airborne",
        ),
        (
            "In a(n) ____, groundwater lies under pressure between two layers of clay.",
            "artesian basin",
        ),
        ("What is meant by “mulching”?", "Covering the soil around the plants with straw"),
    ],
)
def test_a_key_term_that_nothing_marks_is_asked(prompt: str, answer: str) -> None:
    assert asked(SOIL).get(prompt) == answer


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        ("What did the drought of 1891 lead to?", "The failure of the wheat harvest along the river"),
        (
            "What is the main advantage of drip irrigation?",
            "That it brings water straight to the roots of each plant",
        ),
        (
            "Why did reservoir managers in Holland build dikes?",
            "To protect the farms along the coast from storm floods",
        ),
        ("What do humic acids include?", "fulvic acid; humin; ulmic acid"),
    ],
)
def test_effects_goals_and_members_are_asked(prompt: str, answer: str) -> None:
    assert asked(SOIL).get(prompt) == answer


def test_what_stands_after_a_subordinate_clause_is_asked_without_it() -> None:
    found = asked(SOIL)
    assert found.get("Who published the first law of groundwater flow in 1856?") == "Henry Darcy"


def test_two_statements_of_one_sentence_are_two_questions() -> None:
    found = asked_of(
        "An anemometer is a device that measures the speed of the wind; a barometer is an instrument that"
        " measures the pressure of the air."
    )
    assert "What is the term for a device that measures the speed of the wind?" in found
    assert "What is the term for an instrument that measures the pressure of the air?" in found


def test_a_condition_is_not_left_out() -> None:
    event = "Henry Darcy published the first law of groundwater flow in 1856."
    prompt = "Who published the first law of groundwater flow in 1856?"
    assert prompt in asked_of(f"Although the fields had dried out, {event}")
    assert prompt not in asked_of(f"If the fields had dried out, {event}")


def test_two_meanings_of_one_term_are_not_both_asked() -> None:
    found = asked_of(
        "An accrual is a cost that is entered before it has been paid. The books are closed in March."
        " An accrual is an income that is entered before it has arrived at the bank."
    )
    assert found.count("What is an accrual?") == 1


def test_meanings_of_terms_that_share_a_word_are_both_asked() -> None:
    found = asked_of(
        "An abscess is any swelling in which pus collects under the skin. A cold abscess is a growth that"
        " forms slowly around a focus of tuberculosis."
    )
    assert {"What is an abscess?", "What is a cold abscess?"} <= set(found)


def test_the_last_of_several_subjects_is_not_asked_alone() -> None:
    sentence = "Cellulose, hemicellulose, and lignin are polymers that strengthen the walls of cells in wood."
    assert not any(prompt.startswith("What are lignin") for prompt in asked_of(sentence))


def test_a_question_does_not_point_at_a_term_that_it_does_not_name() -> None:
    assert asked_of("Dr. Robert Butler coined the phrase “slow burn” in 1968.") != []
    assert asked_of("Dr. Robert Butler coined the term in 1968.") == []


def test_an_aside_of_a_longer_name_is_not_taken_for_its_last_word() -> None:
    sentence = "Weavers lived in the second city of England, the first manufacturing city of the world."
    assert "What is the first manufacturing city of the world?" not in asked_of(sentence)


def test_a_capital_before_meaning_is_no_term() -> None:
    assert (
        asked_of(
            "No member can pass legislation without the Commission and Council, meaning power is not in the "
            "hands of directly elected representatives of the people."
        )
        == []
    )
