"""Questions on predicates, reasons and views ask for the right part, whole, and lean on nothing outside."""

from __future__ import annotations

import pytest
from articles_to_derive import asked

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.choosing.wellformed import ill_formed
from quizapp.articles.drafts import Technique
from quizapp.articles.reading.readers import read_article
from quizapp.articles.reading.sentences import sentences
from quizapp.articles.sense.prose import Line, lines_of
from quizapp.articles.sense.topic import topic_of
from quizapp.articles.techniques.objects.finishing import finished

FILLER = "Farmers learned long ago to watch all of it with care, and so did their neighbours in the valley."


def asked_of(sentence: str) -> dict[str, str]:
    """Prompts and answers that come of one sentence in an article."""
    return asked(f"Notes\n\n{FILLER} {sentence}\n")


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "The county assessor informs property owners of their right to contest the appraised value.",
            "What does the county assessor inform property owners of?",
            "Their right to contest the appraised value",
        ),
        (
            "The interpretive theory of Geertz presents religion as a different paradigm for human life.",
            "What does the interpretive theory of Geertz present religion as?",
            "A different paradigm for human life",
        ),
        (
            "Creative intelligence is marked by inventing or imagining a solution to a complicated problem.",
            "What is creative intelligence marked by?",
            "Inventing or imagining a solution to a complicated problem",
        ),
        (
            "**Order accuracy rate** measures the percentage of orders that are processed, fulfilled, and"
            " shipped to consumers without any errors.",
            "What does order accuracy rate measure?",
            "The percentage of orders that are processed, fulfilled, and shipped to consumers without any"
            " errors",
        ),
        (
            "**Municipal governments** rely on property tax revenue, user fees from trash collection and the"
            " provision of sewer services, a portion of sales tax receipts, and taxes on business.",
            "What do municipal governments rely on?",
            "Property tax revenue, user fees from trash collection and the provision of sewer services, a"
            " portion of sales tax receipts, and taxes on business",
        ),
        (
            "The senators revered the Declaration of Independence because it proclaimed self-evident truths.",
            "Why did the senators revere the Declaration of Independence?",
            "Because it proclaimed self-evident truths",
        ),
        (
            "If the osmolarity of the filtrate is too high, the juxtaglomerular cells will contract,"
            " decreasing the glomerular filtration rate.",
            "What happens if the osmolarity of the filtrate is too high?",
            "The juxtaglomerular cells will contract",
        ),
        (
            "Like histoplasmosis, coccidioidomycosis is acquired by inhaling fungal spores.",
            "How is coccidioidomycosis acquired?",
            "By inhaling fungal spores",
        ),
        (
            "Because human cell membranes use cholesterol, instead of ergosterol, antifungal drugs that"
            " target ergosterol synthesis are selectively toxic.",
            "Why are antifungal drugs that target ergosterol synthesis selectively toxic?",
            "Because human cell membranes use cholesterol",
        ),
    ],
)
def test_the_right_part_is_asked_for_and_answered_whole(sentence: str, prompt: str, answer: str) -> None:
    assert asked_of(sentence).get(prompt) == answer


@pytest.mark.parametrize(
    "sentence",
    [
        "Leptin is released in response to food consumption and acts by binding to brain neurons involved"
        " in energy intake.",
        "Because mercury is about 13.6 times denser than water, a mercury barometer only needs to be as"
        " tall as a water barometer.",
        "The superposition of most waves produces a combination of constructive and destructive interference"
        " and can vary from place to place and time to time.",
        "A **checking account** typically pays little or no interest, but it facilitates transactions by"
        " giving depositors easy access to money.",
        "Negotiable certificates, or jumbo certificates, are so called because they sell in large sums.",
        "Distinctions are often made between corporate-level strategy and functional strategy.",
        "Since no experiment can distinguish the vehicle from the outside world, the two situations are"
        " considered to be physically indistinguishable.",
        "A similar situation with igneous rocks occurs when xenoliths are found.",
        "Living on the ground was also more dangerous because it made eluding predators more difficult.",
        "The descending loop of Henle consists of an initial short, thick portion and long, thin portion.",
        "The short maturity reduces SEC oversight.",
        "The pectoral girdle consists of the lateral ends of the clavicle and scapula, along with the"
        " proximal end of the humerus.",
        "Neurons are responsible for the electrical signals that communicate information about sensations,"
        " and that produce movements in response to stimuli.",
        "Antigens are similar to the molecular patterns of pathogens discussed in Pathogen Recognition.",
        "As Maxwell showed, electromagnetic waves consist of an electric field oscillating in step with a"
        " perpendicular magnetic field.",
    ],
)
def test_what_is_cut_or_leans_is_not_asked(sentence: str) -> None:
    refused = (
        "How is leptin released",
        "Why does a mercury barometer",
        "What produces a combination of constructive?",
        "What does a checking account do?",
        "Why are negotiable certificates so called?",
        "Where are distinctions",
        "the two situations",
        "a similar situation",
        "more dangerous?",
        "thick portion and long?",
        "What reduces SEC oversight?",
        "What does the pectoral girdle consist of?",
        "What are neurons responsible for?",
        "discussed in Pathogen",
        "as Maxwell showed",
    )
    assert not [prompt for prompt in asked_of(sentence) if any(part in prompt for part in refused)]


def test_yet_is_no_part_of_who_holds_a_view() -> None:
    prompts = asked_of(
        "David Hume wrote on taste. Yet Hume still asserts that people can educate, develop, and refine their"
        " taste."
    )
    assert not [prompt for prompt in prompts if "Yet" in prompt]


def test_what_marks_something_is_not_asked_with_how() -> None:
    prompts = asked_of("Creative intelligence is marked by inventing or imagining a solution to a problem.")
    assert not [prompt for prompt in prompts if prompt.startswith("How ")]


def line_of(sentence: str) -> Line:
    article = read_article(f"Notes\n\n{FILLER} {sentence}\n".encode(), "notes.txt")
    lines, _ = lines_of(article, sentences(article))
    return lines[-1]


def test_a_clause_that_would_be_cut_in_two_is_left_out_of_the_answer() -> None:
    line = line_of("ACh slows the heart by opening channels, which delays a beat and lengthens the pause.")
    answer = "By opening channels, which delays a beat"
    cut = Candidate(Technique.MANNER, Form.FREE, "How does ACh slow the heart?", answer, line)
    assert [candidate.answer for candidate in finished([cut])] == ["By opening channels"]


def test_a_run_of_single_words_is_told_to_its_end() -> None:
    line = line_of(
        "The clause provides that nobody may be deprived of life, liberty, or property by the state."
    )
    answer = "It provides that nobody may be deprived of life"
    cut = Candidate(Technique.LAW_DID, Form.FREE, "What does the clause do?", answer[3:].capitalize(), line)
    (whole,) = finished([cut])
    assert whole.answer == "Provides that nobody may be deprived of life, liberty, or property by the state"


def test_which_is_not_asked_for_a_single_thing() -> None:
    line = line_of("In simple staining, a single dye colours all of the specimen.")
    prompt = "In simple staining, which dye colours all of the specimen?"
    article = read_article(f"Notes\n\n{FILLER} {FILLER}\n".encode(), "notes.txt")
    topic = topic_of("Notes", *lines_of(article, sentences(article)))
    assert ill_formed(Candidate(Technique.WHICH, Form.SHORT, prompt, "single dye", line), topic)
    assert not ill_formed(Candidate(Technique.WHICH, Form.SHORT, prompt, "azo dye", line), topic)


@pytest.mark.parametrize(
    ("sentence", "refused"),
    [
        ("**Enzyme assays** differ from western blots in that they need a plate.", "differ from?"),
        ("Muscarinic receptors are found in numerous organs and tissues of the body.", "found"),
        ("Social movements often originate in a particular incident, such as a shooting.", "originate?"),
        ("A **daughter nuclide** lies closer to the band of stability than did the parent nuclide.", " do?"),
        (
            "If Mexican food is popular, the high demand attracts entrepreneurs who open restaurants.",
            "What happens",
        ),
    ],
)
def test_what_says_nothing_in_particular_is_not_asked(sentence: str, refused: str) -> None:
    assert not [prompt for prompt in asked_of(sentence) if refused in prompt]


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "**Viscosity** is based on laminar, or nonturbulent, flow.",
            "What is viscosity based on?",
            "Laminar, or nonturbulent, flow",
        ),
        (
            "After the crisis, Congress passed the Pendleton Act of 1883 in the wake of an assassination.",
            "Which act did Congress pass in the wake of an assassination after the crisis?",
            "Pendleton Act of 1883",
        ),
        (
            "The Fifth Amendment, which requires that people cannot be deprived of their life, liberty, or"
            " property except by a legal proceeding, was influenced by English law.",
            "Which amendment requires that people cannot be deprived of their life, liberty, or property"
            " except by a legal proceeding?",
            "Fifth Amendment",
        ),
        (
            "Later, Toghun Temür, the last of the nine successors of Kublai Khan, was summoned back.",
            "Who was the last of the nine successors of Kublai Khan?",
            "Toghun Temür",
        ),
    ],
)
def test_what_is_cut_is_made_whole(sentence: str, prompt: str, answer: str) -> None:
    found = asked_of(sentence)
    assert found.get(prompt) == answer, found


def test_that_there_are_several_is_no_answer() -> None:
    answers = asked_of("Adrenergic drugs are used to manage several conditions, such as asthma.").values()
    assert "To manage several conditions" not in answers
