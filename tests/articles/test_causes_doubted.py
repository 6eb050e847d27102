"""What speaks against a question about causes without settling it is told to appraising."""

from __future__ import annotations

import pytest
from articles_to_derive import article, told

from quizapp.articles.deriving import proposed
from quizapp.articles.drafts import Technique
from quizapp.articles.reading.sentences import sentences
from quizapp.articles.techniques.causes.fairness import asking
from quizapp.articles.techniques.causes.pointing import his_of_nobody, points_away

FILLER = "Farmers learned long ago to watch all of it with care, and so did their neighbours in the valley."


def doubted(text: str) -> dict[str, tuple[str, ...]]:
    """The prompts that come of a text, each with what its technique found questionable."""
    read = article(f"Notes\n\n{FILLER} {text}\n")
    found: dict[str, tuple[str, ...]] = {}
    for _, candidate in proposed(read, sentences(read)).candidates:
        found[candidate.prompt] = found.get(candidate.prompt, ()) + candidate.doubts
    return found


@pytest.mark.parametrize(
    ("text", "prompt", "doubt"),
    [
        (
            "Merchants might abandon the harbour because sediment fills the channels.",
            "Why might merchants abandon the harbour?",
            "unsure",
        ),
        (
            "Glaciers shape our valleys by scraping boulders across the bedrock.",
            "How do glaciers shape our valleys?",
            "us",
        ),
        (
            "Granite is quarried there because railways reach the outcrops.",
            "Why is granite quarried there?",
            "pointer",
        ),
        (
            "Swiss archaeologists excavated the villa after storms exposed its mosaics.",
            "When did Swiss archaeologists excavate the villa?",
            "past",
        ),
        (
            "Candidates keep donations if auditors approve the campaign ledger.",
            "Under what condition do candidates keep donations?",
            "one condition",
        ),
        (
            "Enamel may be etched with phosphoric acid to improve the adhesion of sealants.",
            "For what purpose may enamel be etched with phosphoric acid?",
            "advice",
        ),
        (
            "Licensed psychologists interpret personality tests, while psychiatrists prescribe medications.",
            "How do licensed psychologists and psychiatrists differ?",
            "unlike kinds",
        ),
        (
            "Geomagnetic storms can cause disruptions in satellite navigation.",
            "What can geomagnetic storms cause?",
            "unsure",
        ),
        (
            "Antibody monomers consist of four protein chains held together by disulfide bonds.",
            "What do antibody monomers consist of?",
            "counted",
        ),
    ],
)
def test_what_may_be_good_all_the_same_is_asked_with_its_doubt(text: str, prompt: str, doubt: str) -> None:
    found = doubted(text)
    assert prompt in found, found
    assert doubt in found[prompt]


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        (
            "Federal lawmakers raised tariffs in response to cheap imports of steel.",
            "Why did federal lawmakers raise tariffs?",
        ),
        (
            "Imperial envoys were dispatched for the purpose of collecting tribute from the emirs.",
            "Why were imperial envoys dispatched?",
        ),
        (
            "Captive zeros result from measurement and are therefore always significant.",
            "Why are captive zeros always significant?",
        ),
        (
            "In coastal lagoons, nitrate fertilizers lead to dense blooms of algae.",
            "What do nitrate fertilizers lead to in coastal lagoons?",
        ),
        (
            "Evaporation governs the salt works of the coast and its islands: The shallow brine thickens"
            " quickly because winds carry moisture away.",
            "Why does the shallow brine thicken quickly?",
        ),
        (
            "Lancashire mills adopted steam engines, later causing disputes with weavers.",
            "What caused disputes with weavers?",
        ),
        ("The diaphragm muscles contract during inhalation.", "When do the diaphragm muscles contract?"),
        (
            "Nitrates encourage colonies of algae to multiply in shallow lakes.",
            "What do nitrates encourage colonies of algae to do?",
        ),
        (
            "Magnetograms, which observatories publish, attract physicists because they reveal sunspots.",
            "Why do magnetograms attract physicists?",
        ),
        (
            "Cork is a light bark. It resists moisture by trapping air in sealed cells.",
            "How does cork resist moisture?",
        ),
        (
            "Ribosomes are tiny granules. They assemble peptides when messenger strands bind to them.",
            "When do ribosomes assemble peptides?",
        ),
    ],
)
def test_more_ways_of_telling_a_cause_are_read(text: str, prompt: str) -> None:
    assert prompt in doubted(text), doubted(text)


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("Merchants abandoned the harbour because sediment filled the channels.", "abandon"),
        ("The cathedral was abandoned because sediment had undermined its foundations.", "abandon"),
        ("Glassblowers wear goggles because they work with fire.", "goggles"),
        ("Mendeleev rearranged the elements once his cards revealed periodicity.", "When did"),
        (
            "Hair loss can result from the aging process or the influence of hormones.",
            "the effect of hair loss",
        ),
        ("The villagers were marched to the coast and held there until buyers arrived.", "villagers hold"),
        ("Word of the plans leaked to France well before the departure of the fleet.", "When did word"),
        ("Nomadic clans roamed from place to place looking for subsistence.", "Why did nomadic"),
        ("The nominee was forced to sit through repeated questioning of his character.", "How was"),
        (
            "Fossil spores mark layers after floods buried the delta to preserve sequences of pollen.",
            "Why do fossil spores",
        ),
        (
            "Some patients avoid the ward by refusing treatment when relatives visit the clinic.",
            "When do some patients",
        ),
        ("The statute did not specify when investigators had to notify the target.", "When did"),
        ("Neither the spores nor the toxins help the bacterium survive the drought.", "neither"),
        ("American interest in Samoa nearly led to war with Germany.", "lead to"),
        ("Georgia limited options to vote outside the day of the election.", "Why did"),
        ("The important thing to remember is that mold spreads when basements flood.", "important thing"),
        ("Surveys revealed that children avoided the playground because syringes lay there.", "Why did"),
        ("Fall was the season for celebrating and giving thanks to God.", "Why was"),
        ("Hard work and education enabled them to rise in life.", "the effect of hard work"),
        ("Hazard analysis aims to identify outcomes that may arise due to exposure to asbestos.", "Why does"),
    ],
)
def test_what_would_be_torn_or_untrue_is_not_asked(text: str, fragment: str) -> None:
    assert not [prompt for prompt in doubted(text) if fragment in prompt]


def test_he_is_somebody_where_a_name_stands_before_him() -> None:
    assert his_of_nobody("he distrusted his early manuscripts")
    assert not his_of_nobody("because he distrusted his manuscripts", "Why did Johannes Brahms burn them")
    assert points_away("this reduced the harvest")
    assert not points_away("Parishes in the US lost members")


@pytest.mark.parametrize(("technique", "asked"), [(Technique.REASON, 1), (Technique.OUTCOME, 0)])
def test_only_a_reason_may_say_he_of_whom_its_question_names(technique: Technique, asked: int) -> None:
    line = told(FILLER).lines[0]
    answer = "because Roosevelt had rarely confided in him about diplomacy"
    found = list(asking(technique, "Why was Truman surprised by the ultimatum", answer, line))
    assert len(found) == asked
