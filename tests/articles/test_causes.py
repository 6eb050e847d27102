"""What is asked about causes, results, purposes, conditions and differences."""

from __future__ import annotations

import pytest
from articles_to_derive import asked

FILLER = "Farmers learned long ago to watch all of it with care, and so did their neighbours in the valley."


def asked_of(text: str) -> dict[str, str]:
    """The prompts and answers that come of a text in an article."""
    return asked(f"Notes\n\n{FILLER} {text}\n")


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        (
            "Bearings lose heat slowly and corrode early because the lubricant is washed out by rain.",
            "Why do bearings corrode early?",
            "Because the lubricant is washed out by rain",
        ),
        (
            "Most glaciers in Norway have become smaller because summers have grown warmer.",
            "Why have most glaciers in Norway become smaller?",
            "Because summers have grown warmer",
        ),
        (
            "Because lizards cannot produce their own heat, they rest on rocks in the morning.",
            "Why do lizards rest on rocks in the morning?",
            "Because lizards cannot produce their own heat",
        ),
        (
            "Helium atoms hold their electrons tightly, so helium rarely forms compounds.",
            "Why does helium rarely form compounds?",
            "Because helium atoms hold their electrons tightly",
        ),
        (
            "Copper conducts electricity well. Therefore, electricians use copper for household wiring.",
            "Why do electricians use copper for household wiring?",
            "Because copper conducts electricity well",
        ),
        (
            "Bacteria multiply in warm milk, causing the milk to turn sour.",
            "What is the result when bacteria multiply in warm milk?",
            "It causes the milk to turn sour",
        ),
        (
            "Bacteria multiply in warm milk, causing the milk to turn sour.",
            "What causes the milk to turn sour?",
            "Bacteria multiplying in warm milk",
        ),
        (
            "As glaciers melt, sediment collects at the foot of the valley.",
            "What happens as glaciers melt?",
            "Sediment collects at the foot of the valley",
        ),
        (
            "Overheating a solution destroys the enzymes of yeast.",
            "What is the effect of overheating a solution?",
            "It destroys the enzymes of yeast",
        ),
        (
            "Brewers heat barley to stop the germination of the grain.",
            "Why do brewers heat barley?",
            "To stop the germination of the grain",
        ),
        (
            "Orchids attract pollinators by imitating the scent of female wasps.",
            "How do orchids attract pollinators?",
            "By imitating the scent of female wasps",
        ),
        (
            "Steel becomes brittle when hydrogen enters its crystals.",
            "When does steel become brittle?",
            "When hydrogen enters its crystals",
        ),
        (
            "Kelp grows in cold water and therefore disappears from warm bays.",
            "Why does kelp disappear from warm bays?",
            "Because kelp grows in cold water",
        ),
        (
            "Salt, sugar and vinegar protect cucumbers by drawing water out of bacteria.",
            "How do salt, sugar and vinegar protect cucumbers?",
            "By drawing water out of bacteria",
        ),
        (
            "Cork is a light bark. It floats because its cells are filled with trapped air.",
            "Why does cork float?",
            "Because its cells are filled with trapped air",
        ),
        (
            "Tannins inhibit the growth of bacteria in oak bark.",
            "What effect do tannins have on the growth of bacteria in oak bark?",
            "They inhibit the growth of bacteria in oak bark",
        ),
        (
            "After glaciers melt, moraines remain at the edge of the valley.",
            "What happens after glaciers melt?",
            "Moraines remain at the edge of the valley",
        ),
        (
            "Chili peppers are hot because of the capsaicin in their skin.",
            "Why are chili peppers hot?",
            "Because of the capsaicin in their skin",
        ),
        (
            "Granite is harder than limestone.",
            "How does granite compare with limestone?",
            "It is harder than limestone",
        ),
        (
            "Hemophilia is due to a lack of clotting proteins.",
            "What is the cause of hemophilia?",
            "A lack of clotting proteins",
        ),
        (
            "Deciduous trees shed their leaves in autumn, whereas evergreen trees keep needles all winter.",
            "How do deciduous trees and evergreen trees differ?",
            "Deciduous trees shed their leaves in autumn, whereas evergreen trees keep needles all winter",
        ),
    ],
)
def test_a_cause_a_result_or_a_difference_is_asked(text: str, prompt: str, answer: str) -> None:
    assert asked_of(text).get(prompt) == answer


def test_a_run_of_nouns_is_not_cut_in_an_answer() -> None:
    found = asked_of(
        "Salt, sugar and vinegar protect cucumbers from bacteria."
        " As a result, sailors in Norway carry pickled cabbage."
    )
    assert found["Why do sailors in Norway carry pickled cabbage?"] == (
        "Because salt, sugar and vinegar protect cucumbers from bacteria"
    )


def test_these_and_a_noun_is_no_verb_of_a_result() -> None:
    found = asked_of("Glaciers feed the rivers of Norway. These limits hold for other mountains.")
    assert not [prompt for prompt in found if prompt.startswith("What is the result")]


@pytest.mark.parametrize(
    "text",
    [
        "He sold the orchards because the harvest had failed in three valleys.",
        "This could collapse the bridges because the pylons corrode in brackish water.",
        "The physicist had the ability to predict eclipses.",
        "Volcanoes matter. Because glaciers supply meltwater, it makes sense that villages lie in valleys.",
        "It is not only because of the frost that vineyards suffer.",
    ],
)
def test_nothing_is_asked_of_what_leaves_its_subject_open_or_guesses(text: str) -> None:
    found = asked_of(text)
    assert not [prompt for prompt in found if prompt.startswith(("Why", "How", "What happens", "When"))]
