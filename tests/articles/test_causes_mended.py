"""What is asked about causes and conditions only in another wording, or not at all."""

from __future__ import annotations

import pytest
from articles_to_derive import asked

from quizapp.articles.words.verbs import gerund

FILLER = "Farmers learned long ago to watch all of it with care, and so did their neighbours in the valley."


def asked_of(text: str) -> dict[str, str]:
    """The prompts and answers that come of a text in an article."""
    return asked(f"Notes\n\n{FILLER} {text}\n")


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        (
            "The Ottoman Empire dissolved in 1922, creating five new states in Arabia.",
            "What created five new states in Arabia?",
            "The Ottoman Empire dissolving in 1922",
        ),
        (
            "A glider only stalls when its wings meet the airflow too steeply.",
            "When does a glider stall?",
            "Only when its wings meet the airflow too steeply",
        ),
        (
            "Collectively, copper and silver coins are called currency metals because mints prefer them.",
            "Why are copper and silver coins called currency metals?",
            "Because mints prefer them",
        ),
        (
            "Copper cannot replace silver in photography because copper salts ignore light.",
            "Why can copper not replace silver in photography?",
            "Because copper salts ignore light",
        ),
        (
            "Beeswax candles smell pleasant partly because beeswax contains honey residues.",
            "Why do beeswax candles smell pleasant?",
            "Partly because beeswax contains honey residues",
        ),
        (
            "Medieval bakers used chalk to replace costly rye flour.",
            "For what purpose did medieval bakers use chalk?",
            "To replace costly rye flour",
        ),
        (
            "Unlike violins, cellos rest on the floor while the cellist plays the strings.",
            "How do cellos differ from violins?",
            "Cellos rest on the floor while the cellist plays the strings",
        ),
        (
            "Acne is common in puberty due to hormonal changes, but can also trouble infants.",
            "Why is acne common in puberty?",
            "Due to hormonal changes",
        ),
        (
            "If excessive protein is detected in urine, it usually means that the kidneys leak albumin.",
            "What can be concluded if excessive protein is detected in urine?",
            "The kidneys leak albumin",
        ),
        (
            "The concept of habitus was originally used to describe the postures of monks in prayer.",
            "What was the concept of habitus originally used for?",
            "To describe the postures of monks in prayer",
        ),
        (
            "The outer surface of the brain is covered by three membranes of connective tissue.",
            "What covers the outer surface of the brain?",
            "Three membranes of connective tissue",
        ),
        (
            "The hilum of the kidney is important in that renal vessels enter there through a fissure.",
            "Why is the hilum of the kidney important?",
            "Because renal vessels enter there through a fissure",
        ),
    ],
)
def test_the_question_says_what_the_sentence_says(text: str, prompt: str, answer: str) -> None:
    assert asked_of(text)[prompt] == answer


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        (
            "When Tunis went bankrupt in 1869, Britain, France, and Italy established a commission"
            " to manage its finances and ensure repayment.",
            "did Italy",
        ),
        ("Insulin opens channels in muscle cells. This allows glucose to enter them.", "the result when"),
        ("Chlorophyll is essential for capturing the energy of sunlight.", "Why is chlorophyll essential"),
        ("Many hunters can examine animal tracks to discern the species of an animal.", "Why can"),
        ("Botanists measure tree rings to determine when severe droughts occurred.", "When do botanists"),
        ("Shoppers have different habits when it comes to buying vegetables.", "When do shoppers"),
        (
            "The modern understanding of art began in the 18th century, when the word art"
            " shifted in meaning.",
            "When did",
        ),
        ("Napoleon was only a lieutenant when the Bastille fell to rioters.", "When was Napoleon"),
        ("If the petition is approved, the senate votes on the proposal.", "if the petition is approved"),
        (
            "When orchids are repotted, it is important to water the roots gently.",
            "when orchids are repotted",
        ),
        ("As orchids are watered by nurseries, fungus becomes a problem in greenhouses.", "as orchids"),
        ("Acclimatization is the adjustment that lungs make due to high altitude.", "Why is acclimatization"),
        (
            "Bulimia involves cycles of excessive eating followed by eliminating food through vomiting.",
            "How does bulimia",
        ),
        ("Each canton has its own court, but all cantons use the federal code.", "differ"),
        ("Compared to copper wires, aluminium wires can vary in price.", "differ from"),
        (
            "The House of Representatives is elected by a plurality vote through a proportional system.",
            "Who elects",
        ),
        (
            "Trade across the Sahara gradually intensified between the fifth and seventh centuries.",
            "the effect of",
        ),
        (
            "Many universities in Norway have expanded support for victims of abuse using telehealth.",
            "What effect",
        ),
        (
            "To suppress student speech, Fortas argued, school officials would have to"
            " demonstrate disruption.",
            "did Fortas argue",
        ),
        ("Researchers have categorized the motivation to conform into two types.", "Why have researchers"),
        (
            "Federal courts were barred from issuing injunctions to stop groups of workers.",
            "Why were federal",
        ),
        ("Questionnaires should be plain in order to solicit truthful responses.", "Why should"),
        ("Budgets are intended to ensure that a plan with adequate safeguards.", "intended to do"),
        (
            "The mass of an electron is smaller than the mass of a proton; the electron carries a charge.",
            "differ",
        ),
        ("Cooperatives empower people to improve their quality of life through self-help.", "Why do coop"),
        (
            "Federal courts were barred from issuing injunctions to prevent groups of workers from striking.",
            "Why were",
        ),
        ("Cancers are characterized by their ability to metastasize.", "What characterize"),
    ],
)
def test_what_the_sentence_does_not_say_is_not_asked(text: str, fragment: str) -> None:
    assert not [prompt for prompt in asked_of(text) if fragment in prompt]


@pytest.mark.parametrize(
    ("verb", "form"), [("stop", "stopping"), ("lie", "lying"), ("see", "seeing"), ("carry", "carrying")]
)
def test_a_verb_has_its_ing_form(verb: str, form: str) -> None:
    assert gerund(verb) == form
