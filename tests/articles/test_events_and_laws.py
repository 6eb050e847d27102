"""What is asked of prose on history, law and politics: cases, acts, views, deeds of a year, central names."""

from __future__ import annotations

import pytest
from articles_to_derive import asked

FILLER = "Readers of that time followed all of it with care, and so did their neighbours in the valley."


def of(sentences: str, title: str = "Notes") -> dict[str, str]:
    """What is asked of sentences in an article of that title."""
    return asked(f"{title}\n\n{FILLER} {sentences}\n")


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "In Harlow v. Brandt, the Supreme Court ruled that tenants may inspect the books of a landlord.",
            "What did the Supreme Court rule in Harlow v. Brandt?",
            "That tenants may inspect the books of a landlord",
        ),
        (
            "The Supreme Court ruled in Harlow v. Brandt that tenants may inspect the books of a landlord.",
            "In which case did the Supreme Court rule that tenants may inspect the books of a landlord?",
            "Harlow v. Brandt",
        ),
        (
            "The 1931 case Harlow v. Brandt upheld the right of tenants to inspect the books of a landlord.",
            "What did Harlow v. Brandt uphold?",
            "The right of tenants to inspect the books of a landlord",
        ),
        (
            "The Salt Act of 1731 abolished the monopoly of the coastal guilds on the sale of salt.",
            "What did the Salt Act do?",
            "It abolished the monopoly of the coastal guilds on the sale of salt",
        ),
        (
            "The Salt Act of 1731 abolished the monopoly of the coastal guilds on the sale of herring.",
            "Which act abolished the monopoly of the coastal guilds on the sale of herring?",
            "Salt Act",
        ),
        (
            "The envoys met in the Treaty of Lund, which divided the fisheries between Denmark and Sweden.",
            "Which treaty divided the fisheries between Denmark and Sweden?",
            "Treaty of Lund",
        ),
        (
            "In the Battle of Lund, Danish cavalry crushed the Swedish infantry on the frozen river.",
            "In which battle did Danish cavalry crush the Swedish infantry on the frozen river?",
            "Battle of Lund",
        ),
        (
            "In 1731, Parliament passed the Salt Act to end the monopoly of the coastal guilds.",
            "In 1731, which act did Parliament pass to end the monopoly of the coastal guilds?",
            "Salt Act",
        ),
    ],
)
def test_cases_laws_and_battles_are_asked(sentence: str, prompt: str, answer: str) -> None:
    assert of(sentence).get(prompt) == answer


def test_a_view_is_asked_of_the_one_who_held_it_and_the_other_way_round() -> None:
    found = of(
        "Anna Lindqvist argued that salt taxes ruined the fishing villages of the coast. Lindqvist taught"
        " in Lund. Lindqvist wrote for the guilds."
    )
    assert (
        found.get("What did Anna Lindqvist argue about salt taxes?")
        == "That they ruined the fishing villages of the coast"
    )
    assert (
        found.get("Who argued that salt taxes ruined the fishing villages of the coast?") == "Anna Lindqvist"
    )


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (
            "salt taxes were a curse for the villages and soon refused to pay",
            "they were a curse for the villages",
        ),
        (
            "salt taxes ruined the villages of the coast, and a district court judge ruled for the taxes",
            "they ruined the villages of the coast",
        ),
        (
            "salt taxes ruined the villages of the coast, and that the law was bad",
            "they ruined the villages of the coast, and that the law was bad",
        ),
        (
            "salt taxes were raised by the king and wasted on the court",
            "they were raised by the king and wasted on the court",
        ),
    ],
    ids=["a verb of the speaker", "a further statement", "a further view", "a second participle"],
)
def test_a_view_ends_where_it_may_no_longer_be_held(said: str, kept: str) -> None:
    found = of(
        f"Anna Lindqvist argued that {said}. Lindqvist taught in Lund. Lindqvist wrote for the guilds."
    )
    assert found.get("What did Anna Lindqvist argue about salt taxes?") == f"That {kept}"


def test_a_number_of_things_are_they_in_a_view() -> None:
    found = of("Anna Lindqvist argued that a number of crimes are committed against the poor of the towns.")
    said = "That they are committed against the poor of the towns"
    assert found.get("What did Anna Lindqvist argue about a number of crimes?") == said, found


@pytest.mark.parametrize(
    "sentence",
    [
        "Critics argued that salt taxes ruined the fishing villages of the coast.",
        "Anna Lindqvist argued that these taxes ruined the fishing villages of the coast.",
        "Anna Lindqvist argued that they ruined the fishing villages of the coast.",
    ],
)
def test_a_view_of_nobody_or_of_nothing_named_is_not_asked(sentence: str) -> None:
    assert not [prompt for prompt in of(sentence) if "argue" in prompt]


def test_what_was_done_in_a_year_is_asked_of_a_name_that_comes_back() -> None:
    found = of(
        "In 1731, Queen Margareta abolished the monopoly of the coastal guilds. Margareta lived in Lund."
        " Margareta was crowned in 1730 by the bishop of Skara amid protests from the guilds."
    )
    assert found.get("What did Queen Margareta do in 1731?") == "Abolished the monopoly of the coastal guilds"
    assert "What did Margareta do in 1730?" not in found


def test_the_act_of_the_sentence_before_is_named() -> None:
    found = of(
        "The Salt Act was debated for two winters. It abolished the monopoly of the coastal guilds on fish."
    )
    assert found.get("What did the Salt Act do?") == "It abolished the monopoly of the coastal guilds on fish"


@pytest.mark.parametrize(
    "sentences",
    [
        "The Salt Act and the Herring Act were debated. The act ended the monopoly of the coastal guilds.",
        "The Salt Act was debated by Lindqvist. The treaty abolished the monopoly of the coastal guilds.",
    ],
)
def test_an_act_that_may_be_another_is_not_named(sentences: str) -> None:
    assert not [prompt for prompt in of(sentences) if "do?" in prompt or prompt.startswith("Which")]


def test_a_gap_stands_for_a_law_and_not_for_a_name_in_passing() -> None:
    found = of(
        "Parliament repealed the Salt Act in 1743 after the herring fleets of the north went bankrupt."
    )
    assert (
        found.get("Parliament repealed the ____ in 1743 after the herring fleets of the north went bankrupt.")
        == "Salt Act"
    )
    assert not any(
        "____" in prompt
        for prompt in of(
            "In summer, Lindqvist walked to the harbour in Lund and fed the gulls by the customs house."
        )
    )


GLOSSARY = """\
Glossary

- annona the state's distribution of grain to the people of the capital
- arquebus an early gun that was large and difficult to carry
- biome a community of plants and animals adapted to one climate
- cabotage a system in which foreign carriers may trade along a coast
- caliph an Islamic title for a spiritual and secular leader
- If the road floods the drivers wait for the next ferry
"""


def test_entries_of_a_glossary_without_marks_are_asked_both_ways() -> None:
    found = asked(GLOSSARY)
    assert found.get("What is the term for an early gun that was large and difficult to carry?") == "arquebus"
    assert found.get("What is meant by “caliph”?") == "An Islamic title for a spiritual and secular leader"
    assert not any("drivers" in prompt for prompt in found)


def test_this_act_is_only_the_act_of_the_sentence_right_before() -> None:
    between = "Brewers burnt a customs house that night. Sailors cheered from the quay for hours."
    told = "This act inspired further acts of resistance in the harbours of the north."
    assert "What did the Salt Act do?" in of(f"Brewers met to discuss the Salt Act. {told}")
    assert "What did the Salt Act do?" not in of(f"Brewers met to discuss the Salt Act. {between} {told}")


def test_no_gap_stands_beside_its_own_words() -> None:
    found = of(
        "The Tenancy Act ended tenancy disputes and tenancy fees among the fishing villages of the north."
    )
    assert (
        "The ____ ended tenancy disputes and tenancy fees among the fishing villages of the north."
        not in found
    )


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "Anna Lindqvist argued that salt taxes ruined the fishing villages of the coast, and she expected"
            " riots. Lindqvist taught in Lund. Lindqvist wrote for the guilds.",
            "Who argued that salt taxes ruined the fishing villages of the coast?",
            "Anna Lindqvist",
        ),
        (
            "In 1763, Anna Lindqvist published a short paper titled “Is Salt a Right?,” which angered guilds."
            " Lindqvist taught in Lund. Lindqvist wrote for the guilds.",
            "What did Anna Lindqvist do in 1763?",
            "Published a short paper titled “Is Salt a Right?”",
        ),
        (
            "The four Vedas are the oldest of the Hindu scriptures.",
            "What are the oldest of the Hindu scriptures?",
            "Vedas",
        ),
        (
            "On May 29, Anna Lindqvist discovered the soothing properties of acid.",
            "Who discovered the soothing properties of acid?",
            "Anna Lindqvist",
        ),
        (
            "Anna Lindqvist taught in Lund. In 1763, Lindqvist discovered the soothing properties of acid.",
            "Who discovered the soothing properties of acid in 1763?",
            "Anna Lindqvist",
        ),
    ],
)
def test_a_deed_and_a_view_are_told_whole_and_by_full_name(sentence: str, prompt: str, answer: str) -> None:
    assert of(sentence).get(prompt) == answer


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        (
            "Townsfolk rebuilt the Saxon Palace and the Brühl Palace, the most distinctive buildings in"
            " prewar Warsaw. The Brühl Palace burned.",
            "Brühl Palace",
        ),
        (
            "In North America, Dutch traders established themselves first on Manhattan Island. Manhattan"
            " Island is small. Manhattan Island grew.",
            "Manhattan Island",
        ),
        (
            "When the bank failed in 1869, Britain, France, and Italy established a commission to manage its"
            " finances and ensure repayment.",
            "Italy",
        ),
        (
            "The Salt Act allowed any head of a household, or widow of age—including servants—to fish.",
            "Salt Act",
        ),
        ("By 1731, the Danes dominated the herring trade from their capital at Lund.", "Dominated the"),
    ],
)
def test_a_piece_of_a_name_or_of_a_deed_is_not_asked(sentence: str, answer: str) -> None:
    found = of(f"{sentence} Danes fish. The Danes sail. The Danes trade.")
    assert not [prompt for prompt, said in found.items() if prompt.endswith("?") and said.startswith(answer)]
