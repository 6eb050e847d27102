"""What a verb is about, what hangs on it, where things are, and what is the first of its kind."""

from __future__ import annotations

import pytest
from articles_to_derive import asked

FILLER = "Farmers learned long ago to watch all of it with care, and so did their neighbours in the valley."


def asked_of(sentence: str) -> dict[str, str]:
    """Prompts and answers that come of one sentence in an article."""
    return asked(f"Notes\n\n{FILLER} {sentence}\n")


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "The loop of Henle creates a salt gradient in the medulla of the kidney.",
            "What does the loop of Henle create?",
            "A salt gradient in the medulla of the kidney",
        ),
        (
            "In alpine meadows, marmots hoard the bulbs of wild lilies.",
            "In alpine meadows, what do marmots hoard?",
            "The bulbs of wild lilies",
        ),
        (
            "The pancreas secretes digestive enzymes when chyme enters the duodenum.",
            "What does the pancreas secrete when chyme enters the duodenum?",
            "Digestive enzymes",
        ),
        (
            "Smelters use charcoal and limestone to remove oxygen from the ore.",
            "What do smelters use to remove oxygen from the ore?",
            "Charcoal and limestone",
        ),
        (
            "An enzyme called helicase separates the two strands of the double helix.",
            "What does helicase separate?",
            "The two strands of the double helix",
        ),
        (
            "A plaintiff must prove negligence on the part of the manufacturer.",
            "What must a plaintiff prove?",
            "Negligence on the part of the manufacturer",
        ),
    ],
)
def test_the_object_is_asked(sentence: str, prompt: str, answer: str) -> None:
    assert asked_of(sentence).get(prompt) == answer


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "Stomata allow carbon dioxide to enter the leaves of a plant.",
            "What do stomata allow carbon dioxide to do?",
            "Enter the leaves of a plant",
        ),
        (
            "The cuticle protects the epidermis from frost and harmful radiation.",
            "What does the cuticle protect the epidermis from?",
            "Frost and harmful radiation",
        ),
        (
            "Lichens contribute to the weathering of granite and sandstone.",
            "What do lichens contribute to?",
            "The weathering of granite and sandstone",
        ),
        (
            "A tariff is sometimes wrongly used as a synonym for an embargo.",
            "What is a tariff sometimes wrongly used as?",
            "A synonym for an embargo",
        ),
        (
            "The hypothalamus is responsible for the regulation of thirst and hunger.",
            "What is the hypothalamus responsible for?",
            "The regulation of thirst and hunger",
        ),
        (
            "Solar flares shower the atmosphere with energetic particles.",
            "What do solar flares shower the atmosphere with?",
            "Energetic particles",
        ),
        (
            "Feudalism has long been characterized by the duties of vassals.",
            "What has feudalism long been characterized by?",
            "The duties of vassals",
        ),
        (
            "Taxonomy rests on a system devised by Linnaeus during the Enlightenment.",
            "What does taxonomy rest on?",
            "A system devised by Linnaeus during the Enlightenment",
        ),
        (
            "When glucose runs low, glycogen is converted into glucose by enzymes.",
            "When glucose runs low, what is glycogen converted into by enzymes?",
            "Glucose",
        ),
        (
            "The ombudsman has the power to investigate complaints about officials.",
            "What does the ombudsman have the power to do?",
            "Investigate complaints about officials",
        ),
        (
            "Moral realism asserts that morality has an objective framework and that it can be known.",
            "What does moral realism assert?",
            "That morality has an objective framework and that it can be known",
        ),
        (
            "Wegener’s theory of drift contends that continents move over the mantle.",
            "What does Wegener’s theory of drift contend?",
            "That continents move over the mantle",
        ),
        (
            "Surveys confirmed the Out of Tethys hypothesis, which proposes that sirens spread westward.",
            "What does the Out of Tethys hypothesis propose?",
            "That sirens spread westward",
        ),
        (
            "Air passes from the pharynx to the larynx, which contains the folds of the voice.",
            "What does the larynx contain?",
            "The folds of the voice",
        ),
    ],
)
def test_what_hangs_on_a_verb_is_asked(sentence: str, prompt: str, answer: str) -> None:
    assert asked_of(sentence).get(prompt) == answer


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "Free ribosomes are found in the cytoplasm of the cell.",
            "Where are free ribosomes found?",
            "In the cytoplasm of the cell",
        ),
        (
            "The poorest farmers in the highlands were widows and discharged conscripts.",
            "Who were the poorest farmers in the highlands?",
            "Widows and discharged conscripts",
        ),
        (
            "The maturation of lymphocytes takes place in the thymus and the marrow.",
            "Where does the maturation of lymphocytes take place?",
            "In the thymus and the marrow",
        ),
        (
            "The third layer of the alimentary canal is the muscularis.",
            "What is the third layer of the alimentary canal?",
            "The muscularis",
        ),
        (
            "Lepidium is the largest genus of herbs in the cabbage family.",
            "What is the largest genus of herbs in the cabbage family?",
            "Lepidium",
        ),
    ],
)
def test_places_and_superlatives_are_asked(sentence: str, prompt: str, answer: str) -> None:
    assert asked_of(sentence).get(prompt) == answer


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        ("It creates a salt gradient in the medulla of the kidney.", "What "),
        ("The pancreas never secretes lactase into the duodenum.", "What does the pancreas"),
        ("The pancreas secretes only digestive enzymes, insulin, and", "What does the pancreas"),
        ("Glaciers hold the conduct by which meltwater moves and rivers are fed by it.", "What do glaciers"),
        ("Scholars explore the customs of alpine shepherds.", "What do scholars"),
        ("The kidneys filter plasma, which lowers the pressure in the arteries.", "What does plasma"),
        ("Vertigo occurs in roughly two-thirds of patients with labyrinthitis.", "Where does vertigo"),
        ("The east coast of Zanzibar was home to fishermen and divers of the reef.", "What was the east"),
        ("Drip irrigation involves the ability to find, understand, and use scarce water.", "What does drip"),
        ("The broker provides help in complying with customs regulations.", "What does the broker"),
        ("Accurate calibration helps identify sources of ozone.", "What do accurate"),
        ("Norway pampers the breeders of alpacas.", "What does Norway"),
        ("Two modes of glazing vied with faience for buyers.", "What did two modes"),
        ("Draining fens and felling carrs helps a landlord to enlarge the meadows.", "What do draining"),
        ("Thousands of beavers contribute to the flooding of carrs.", "What do thousands"),
        ("Foresters manage the spread of bark beetles.", "What do foresters"),
        ("Charcoal can absorb the dyes of raw sugar.", "What can charcoal absorb"),
        ("Charcoal has absorbed the dyes of raw sugar.", "What has charcoal absorbed"),
        ("The larches sheltered a colony of crossbills.", "What did the larches shelter"),
        ("The lichens expose the owners of limestone walls and the masons to damage.", "What do the lichens"),
        ("Falconry is practised by herdsmen of the steppe.", "What is falconry"),
        ("A mantis can be regarded as a predator of aphids.", "What can a mantis"),
        ("The catalyst has always worked to remove the traces of sulphur.", "What has the catalyst"),
        ("Turbidity is different from the salinity of an estuary.", "What is turbidity"),
        ("Mitosis occurs in four distinct phases of the cycle.", "Where does mitosis"),
        ("Destructive interference occurs at all wavelengths of light.", "Where does destructive"),
        ("Solar flares occur in direct proportion to magnetic activity.", "Where do solar"),
        ("The supply of labor is upward-sloping.", "What is the supply"),
    ],
)
def test_what_leans_on_its_article_or_breaks_off_is_not_asked(sentence: str, start: str) -> None:
    assert not [prompt for prompt in asked_of(sentence) if prompt.startswith(start)]
