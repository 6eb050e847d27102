"""What is asked of a clause keeps its qualifier and says all of its answer; what is hollow is not asked."""

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
            "Vertigo often begins with an inflammation of the labyrinth.",
            "What does vertigo often begin with?",
            "An inflammation of the labyrinth",
        ),
        (
            "Marmots are most often found in the alpine meadows of granite ranges.",
            "Where are marmots most often found?",
            "In the alpine meadows of granite ranges",
        ),
        (
            "Chlorophyll typically absorbs red and blue wavelengths of sunlight.",
            "What typically absorbs red and blue wavelengths of sunlight?",
            "chlorophyll",
        ),
        (
            "**Temperament** refers to a marmot's distinctive patterns of feeding, fighting, and courtship,"
            " and these patterns guide the keepers.",
            "What does temperament refer to?",
            "A marmot's distinctive patterns of feeding, fighting, and courtship",
        ),
        (
            "The patella lifts the tendon away from the knee joint.",
            "What does the patella lift away from the knee joint?",
            "The tendon",
        ),
        (
            "A catalase interacts with a peroxide to form molecular oxygen.",
            "What does a catalase interact with to form molecular oxygen?",
            "A peroxide",
        ),
        (
            "The fusion of Greek and Jewish philosophy lays the foundation for early Christian doctrine.",
            "What does the fusion of Greek and Jewish philosophy lay the foundation for?",
            "Early Christian doctrine",
        ),
        (
            "The larch is heavily reliant on the minerals of limestone and especially vulnerable to frost.",
            "What is the larch heavily reliant on?",
            "The minerals of limestone",
        ),
        (
            "The advantage of crop rotation is that legumes restore nitrogen to the soil.",
            "What is the advantage of crop rotation?",
            "That legumes restore nitrogen to the soil",
        ),
        (
            "Specie is cash held in the form of coins and paper money.",
            "What is cash held in the form of coins and paper money called?",
            "specie",
        ),
        (
            "Savings banks are chartered by the Superintendent of the Mint, who is part of the treasury.",
            "Who charters savings banks?",
            "The Superintendent of the Mint",
        ),
        (
            "In essence, chlorophyll absorbs red and blue wavelengths of sunlight.",
            "What absorbs red and blue wavelengths of sunlight?",
            "chlorophyll",
        ),
        (
            "Anna Lindqvist argued that taxes on imported salt ruined the fishing villages of the coast."
            " Lindqvist lived in Lund.",
            "What did Anna Lindqvist argue about taxes on imported salt?",
            "That they ruined the fishing villages of the coast",
        ),
        (
            "Anna Lindqvist argued that salt taxes, which the guilds paid, ruined the villages of the coast."
            " Lindqvist lived in Lund.",
            "What did Anna Lindqvist argue about salt taxes?",
            "That they ruined the villages of the coast",
        ),
        (
            "The legislature of the Baltic Union is composed of the Baltic Parliament and the Council of the"
            " Baltic Union.",
            "What is the legislature of the Baltic Union composed of?",
            "The Baltic Parliament and the Council of the Baltic Union",
        ),
        (
            "The envoys praised the passage of Granary Laws, which regulated the prices of imported barley.",
            "What did the Granary Laws do?",
            "They regulated the prices of imported barley",
        ),
        (
            "The **hair bulb** surrounds the papilla of the follicle.",
            "What does the hair bulb surround?",
            "The papilla of the follicle",
        ),
        (
            "Lindqvist was the primary advocate in the legislature for the abolition of salt taxes.",
            "Who was the primary advocate in the legislature for the abolition of salt taxes?",
            "Lindqvist",
        ),
    ],
)
def test_the_qualifier_the_word_and_the_whole_answer_are_kept(
    sentence: str, prompt: str, answer: str
) -> None:
    assert asked_of(sentence).get(prompt) == answer


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        (
            "Archaic Homo are viewed as transitional between H. erectus and H. sapiens.",
            "What are Archaic Homo viewed",
        ),
        ("Trachoma fever is caused by the trachoma fever bacterium.", "What is trachoma fever caused by?"),
        ("Vitamins are involved in a number of metabolic processes.", "What are vitamins involved in?"),
        ("Pension funds invest the rest in mortgages and bonds.", "What do pension funds invest?"),
        ("The carotenoid is related to the pigments of tomatoes.", "What is the carotenoid related to?"),
        ("Tariffs also shelter the owners of granite quarries.", "What do tariffs shelter?"),
        ("Anna Lindqvist discovered the process of tanning a month or two later in Lund.", "Who discovered"),
        ("Careful redistillation removes traces of cadmium.", "What does careful redistillation"),
        ("An entrepreneur focuses on the heart of the predicament.", "What does an entrepreneur focus"),
        ("Minerals cannot be made in the body of a mammal.", "Where cannot minerals"),
        ("The popliteus is posterior to the patella of the knee.", "What is posterior to"),
        (
            "Surface tension forms drops, which are then attracted by unlike charges.",
            "What are surface tension",
        ),
        (
            "The remaining corner of the scapula is the location of the socket.",
            "What is the remaining corner",
        ),
        ("Estimates suggest that half of the bullion is held abroad.", "What do estimates suggest?"),
        ("A tariff shifts the supply curve of barley to the right.", "What shifts the supply curve"),
        (
            "The supply curve isolates the link between the price of barley and the quantity supplied.",
            "What isolates the link between the price of barley?",
        ),
        (
            "The essential difference between a biosimilar and a generic is in the molecular structure.",
            "Where is the essential difference",
        ),
        (
            "Again, an opposite charge is achieved when charging by induction.",
            "What achieves an opposite charge when charging?",
        ),
        ("A continent-size hole is opening up in the ozone shield of the earth.", "What is opening up"),
        ("Phenylephrine is known as an adrenergic agonist of the nose.", "What is known as"),
    ],
)
def test_what_is_cut_hollow_or_open_is_not_asked(sentence: str, start: str) -> None:
    assert not [prompt for prompt in asked_of(sentence) if prompt.startswith(start)]


def test_a_title_of_common_words_is_nobody_who_could_be_meant_by_he() -> None:
    told = asked(
        "Spontaneous Generation\n\nThe theory of spontaneous generation is old. He fed the flies himself."
        " He concluded that maggots form only when flies lay eggs in the meat. His jars stood open."
        " He saw no spontaneous generation in the sealed jars.\n"
    )
    assert not [prompt for prompt in told if "did generation" in prompt]


def test_an_aside_within_the_answer_is_left_out() -> None:
    told = asked(
        "Limnology\n\nLimnology is the study of lakes. The word limnology is derived from the Greek words"
        " limne, meaning “lake,” and logos, meaning “speech” and rendered as “the study of.”\n"
    )
    assert told.get("What is the word limnology derived from?") == "The Greek words limne and logos"
