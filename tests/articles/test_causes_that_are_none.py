"""What only looks like a cause, a purpose or a condition is not asked, and answers end where they end."""

from __future__ import annotations

import pytest
from articles_to_derive import article, asked

from quizapp.articles.deriving import proposed
from quizapp.articles.drafts import Technique
from quizapp.articles.reading.sentences import sentences

FILLER = "Farmers learned long ago to watch all of it with care, and so did their neighbours in the valley."


def asked_of(text: str) -> dict[str, str]:
    """The prompts and answers that come of a text in an article."""
    return asked(f"Notes\n\n{FILLER} {text}\n")


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("Mercury has an elongated orbit, so that it is much farther from the sun in winter.", "Why does"),
        (
            "Commercial banks vary in size across provinces. As a result of consolidations, savings banks"
            " are shrinking in number.",
            "of consolidations",
        ),
        (
            "Philosophers can criticize prejudice. Hence, epistemology is a normative discipline.",
            "Why is epistemology",
        ),
        ("Loans are enforceable only if lenders sign contracts with borrowers.", "What happens if"),
        (
            "The expansion is uniform with variations due to local motions of galaxies.",
            "Why is the expansion",
        ),
        ("The spread of the plague increased owing to the movement of merchants.", "the effect of"),
        (
            "Solvency refers to the capacity of a merchant in order to satisfy creditors.",
            "Why does solvency",
        ),
        (
            "Tribometers are not only spectacular instruments due to friction.",
            "not only",
        ),
        ("Ligaments are known to surgeons when physicians examine patients.", "When are"),
        ("When gridlock does happen, legislators blame opposing caucuses for the impasse.", "does happen"),
        ("If Mexico exports bicycles, shipyards can consume additional lumber.", "if Mexico"),
        (
            "When the Great Depression occurred, ordinary households bore the brunt of bankruptcy.",
            "Depression occurred",
        ),
        (
            "Equine encephalitis is caused by an equine encephalitis virus.",
            "What causes equine",
        ),
        ("Taxes are used for all sorts of spending—from bridges to police.", "used for"),
        ("Recruits are resocialized in barracks through a two-part process.", "How are"),
        (
            "By mulching beds with straw, gardeners retain moisture in the soil and protect its worms.",
            "How do gardeners protect its",
        ),
        (
            "The stimulator is used to determine the degree of muscle relaxation after a stimulus is given.",
            "When is the stimulator",
        ),
        (
            "Statutes play a role in increasing the predictability of commerce, helping to restrain anarchy.",
            "the result when",
        ),
        ("Buying an installation requires longer negotiations than replacing it.", "the effect of"),
        (
            "The Pregnancy Act of 1987 expanded the definition of discrimination to include childbirth.",
            "Why did",
        ),
        (
            "When botanists are compared to surgeons in earnings, it appears that surgeons do well.",
            "compared to surgeons",
        ),
        (
            "When theorists have historically made claims about universality, they ignored minority"
            " perspectives.",
            "historically made",
        ),
        (
            "Hegel argued that history itself was a movement of thesis and antithesis, resulting in a"
            " higher synthesis.",
            "resulted in",
        ),
        (
            "Tort theories deal with a claim of negligence and therefore caused monetary damage to the"
            " plaintiff.",
            "Why did tort",
        ),
    ],
)
def test_what_gives_no_cause_is_not_asked(text: str, fragment: str) -> None:
    assert not [prompt for prompt in asked_of(text) if fragment in prompt]


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        (
            "The passage of current through molten salt causes the sodium ions to migrate to the cathode.",
            "What does the passage of current through molten salt cause the sodium ions to do?",
            "Migrate to the cathode",
        ),
        (
            "Despite the price of fodder, shepherds protect lambs by housing them in barns.",
            "How do shepherds protect lambs?",
            "By housing them in barns",
        ),
        (
            "If a line extends uphill, the slope is a positive value, and if it extends downhill, the slope"
            " is a negative value.",
            "What happens if a line extends uphill?",
            "The slope is a positive value",
        ),
        (
            "Blocking muscarinic receptors can reduce the secretion of saliva.",
            "What is the effect of blocking muscarinic receptors?",
            "It can reduce the secretion of saliva",
        ),
        (
            "Once elongation is complete, the enzyme then adds a string of adenine nucleotides.",
            "What happens once elongation is complete?",
            "The enzyme adds a string of adenine nucleotides",
        ),
        (
            "Painters can produce murals by mixing three pigments, much as a printer produces leaflets.",
            "How can painters produce murals?",
            "By mixing three pigments",
        ),
        (
            "The famine of 1845 led to the emigration of tenants, and as a result, villages emptied.",
            "What did the famine of 1845 lead to?",
            "The emigration of tenants",
        ),
        (
            "Inventions may shape a culture by replacing tools, altering customs, or creating new crafts.",
            "How may inventions shape a culture?",
            "By replacing tools, altering customs, or creating new crafts",
        ),
    ],
)
def test_a_question_takes_the_whole_of_its_answer_and_no_more(text: str, prompt: str, answer: str) -> None:
    assert asked_of(text).get(prompt) == answer


@pytest.mark.parametrize(
    "text",
    [
        "Dairy products are represented by a drink, but the quantity can be applied to other dairy products.",
        "The specific mechanism of action is to delay the splitting of acetylcholine.",
        "Inhibitors prevent the enzyme from destroying acetylcholine.",
    ],
)
def test_an_open_role_or_a_hollow_cause_is_not_asked(text: str) -> None:
    read = article(f"Notes\n\n{FILLER} {text}\n")
    found = [candidate for _, candidate in proposed(read, sentences(read)).candidates]
    ours = {Technique.CAUSE, Technique.PURPOSE, Technique.EFFECT}
    assert not [each for each in found if each.technique in ours and not each.prompt.endswith("doing?")]
