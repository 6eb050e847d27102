"""Definitions that hold for some, in a role or in a sense, and features told where a meaning is asked for."""

from __future__ import annotations

import pytest
from articles_to_derive import asked

FILLER = "Farmers learned long ago to watch all of it with care, and so did their neighbours in the valley."


def asked_of(sentences: str) -> dict[str, str]:
    """The prompts and answers that come of some sentences in an article."""
    return asked(f"# Notes\n\n{FILLER} {sentences}\n")


@pytest.mark.parametrize(
    ("sentence", "prompt", "unlimited"),
    [
        (
            "In civil law systems, **court cases** are investigations by the court of how facts fit a code.",
            "In civil law systems, what are court cases?",
            "What are court cases?",
        ),
        (
            "For Americans, **fanny pack** means a small bag that is worn on a belt around the waist.",
            "For Americans, what is meant by “fanny pack”?",
            "What is meant by “fanny pack”?",
        ),
        (
            "Traditionally, a **bride price** is a payment that the family of a husband makes to hers.",
            "Traditionally, what is a bride price?",
            "What is a bride price?",
        ),
        (
            "In Freud’s view, the **unconscious mind** is a store of feelings of which nobody is aware.",
            "In Freud’s view, what is the unconscious mind?",
            "What is the unconscious mind?",
        ),
        (
            "For social science research, **review boards** are committees that must approve research plans.",
            "For social science research, what are review boards?",
            "What are review boards?",
        ),
        (
            "In the entrepreneurial context, **innovation** is any new idea or process that adds value to a"
            " service.",
            "In the entrepreneurial context, what is innovation?",
            "What is innovation?",
        ),
        (
            "As a tool, the **sextant** is an instrument that measures the angle between two visible things.",
            "As a tool, what is the sextant?",
            "What is the sextant?",
        ),
    ],
)
def test_whom_or_where_a_definition_holds_for_is_asked_with_it(
    sentence: str, prompt: str, unlimited: str
) -> None:
    found = asked_of(sentence)
    assert prompt in found and unlimited not in found, found


def test_what_one_person_uses_a_word_for_is_asked_of_that_person() -> None:
    found = asked_of(
        "Kelley began using the word “thinking” to describe the design process of making services."
    )
    assert "What is meant by “thinking”?" not in found
    assert "What did Kelley use the word “thinking” to describe?" in found, found


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        (
            "In a certain sense, emotion-focused coping can be thought of as treating the symptoms rather"
            " than the actual cause.",
            "symptoms",
        ),
        ("The creation of the Plumbers was a Rubicon of sorts for the Nixon administration.", "Rubicon"),
        ("The presence of pus is a sign that the immune defenses have been activated.", "sign that"),
        (
            "Hypotheses point to **thermoregulation**, the need to control body temperature in extreme heat.",
            "the need to",
        ),
        (
            "It has roots in the **anthropology of religion**, a subfield of study that shines a lens on many"
            " aspects of health.",
            "shines a lens",
        ),
        (
            "Generation X (born between 1965 and 1980) is a mix, taking in more television than Millennials"
            " but more digital sources than Baby Boomers.",
            "more television",
        ),
        ("**Psychoanalysis** is a therapy approach that typically takes years.", "takes years"),
        (
            "It causes **epidemic typhus**, a severe infectious disease common during warfare.",
            "common during",
        ),
        ("**Fixed macrophages** are permanent residents of their tissues.", "permanent residents"),
        (
            "The top of the spinal cord is a bundle of nerves that merges with the brain stem.",
            "bundle of nerves",
        ),
        (
            "**Pyrimethamine** is a synthetic drug that inhibits a different enzyme in the cell.",
            "different enzyme",
        ),
        (
            "In the past, some anthropologists used the term **berdache** to refer to individuals who"
            " lived as another gender.",
            "individuals who",
        ),
        (
            "A **constitution** describes the principles of the people, the structure of the branches,"
            " and their duties.",
            "principles of the people",
        ),
        (
            "One way is by attaching mezuzahs, small casings containing a tiny scroll with a verse"
            " from the Torah to external doorposts.",
            "small casings",
        ),
        (
            "As neutrophils fight an **abscess**, a visible accumulation of leukocytes, debris, and bacteria"
            " at the site can be observed.",
            "visible accumulation",
        ),
    ],
)
def test_a_feature_or_a_likeness_is_no_meaning(sentence: str, part: str) -> None:
    found = asked_of(sentence)
    asked_for = {
        prompt: answer for prompt, answer in found.items() if prompt.startswith(("What is", "What are"))
    }
    assert not [prompt for prompt, answer in asked_for.items() if part in prompt + answer], found


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        (
            "The **cell wall** is a structure found in most prokaryotes; it envelopes the membrane.",
            "cell wall",
        ),
        (
            "Similarly, **orientalism** is a view of a people based on their geographical location.",
            "orientalism",
        ),
        (
            "**Carbon monoxide** is a pollutant produced by the burning of hydrocarbon fuels.",
            "carbon monoxide",
        ),
        (
            "Glands release **epinephrine**, a hormone that causes the breakdown of glycogen, too.",
            "epinephrine",
        ),
    ],
)
def test_a_term_is_not_asked_for_where_many_others_are_so(sentence: str, term: str) -> None:
    found = asked_of(sentence)
    assert term not in [answer for prompt, answer in found.items() if "the term" in prompt], found


def test_what_is_not_so_as_elsewhere_does_not_lead_to_a_gap() -> None:
    lead = "Buyers do not trade securities directly, as they do in broker markets."
    found = asked_of(
        f"{lead} They work through securities dealers called **market makers**, who offer to buy."
    )
    assert not [prompt for prompt in found if "as they do" in prompt], found


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "A **proprioceptor** is a receptor located near a moving part of the body, such as a muscle, that"
            " interprets the positions of tissues.",
            "What is a proprioceptor?",
            "A receptor located near a moving part of the body that interprets the positions of tissues",
        ),
        (
            "Exertion stimulates **proprioceptors**, which are receptors located within the muscles, joints,"
            " and tendons, which sense movement and stretching.",
            "What are proprioceptors?",
            "Receptors located within the muscles, joints, and tendons, which sense movement and stretching",
        ),
        (
            "Many Arabs practiced **polytheism**, the worship of many gods and goddesses who were often"
            " considered patrons of tribes.",
            "What is polytheism?",
            "The worship of many gods and goddesses",
        ),
        (
            "A few exceptions apply, such as qualified **institutional investors**—large investors who are"
            " deemed to have knowledge of securities.",
            "What are qualified institutional investors?",
            "Large investors who are deemed to have knowledge of securities",
        ),
        (
            "The isoprenoids are branched lipids, also referred to as terpenoids, that are formed in plants.",
            "What is another name for isoprenoids?",
            "terpenoids",
        ),
    ],
)
def test_a_definition_is_completed_from_its_sentence(sentence: str, prompt: str, answer: str) -> None:
    assert asked_of(sentence).get(prompt) == answer, asked_of(sentence)


@pytest.mark.parametrize(
    ("sentence", "prompt"),
    [
        (
            "**Safe harbor**, in this context, refers to exemption from charges for trades.",
            "What does safe harbor",
        ),
        (
            "The **hegemon** expands its sphere of influence with the premise that states that are similar in"
            " culture, economy, and structure are less likely to fight one another.",
            "What does the hegemon do?",
        ),
        (
            "According to Duverger’s Law, this is why there are two parties; **plurality rule** encourages a"
            " dichotomous party system.",
            "What does plurality rule encourage?",
        ),
    ],
)
def test_what_holds_by_somebodys_law_or_breaks_off_is_not_told_of_a_term(sentence: str, prompt: str) -> None:
    found = asked_of(sentence)
    assert not [each for each in found if each.startswith(prompt)], found


@pytest.mark.parametrize(
    ("lead", "counts"), [("The main arguments against tariffs are these:", False), ("Tariffs do much:", True)]
)
def test_an_item_of_a_list_of_arguments_is_no_plain_fact(lead: str, counts: bool) -> None:
    item = "- **Protective tariffs** interrupt free trade and the principle of competitive advantage."
    found = asked(f"# Notes\n\n{FILLER}\n\n{lead}\n\n{item}\n- They lead to retaliation by others.\n")
    assert any("interrupt" in prompt for prompt in found) is counts, found


def test_somebody_with_one_name_is_asked_for_by_who() -> None:
    found = asked_of("Warsz was a nobleman who owned a village on the river. Warsz had land. Warsz sold it.")
    assert "What was Warsz?" not in found, found


def test_a_term_that_comes_after_something_is_told_of() -> None:
    found = asked_of(
        "After the observation of the problem comes **assessment**, the phase in which the entrepreneur"
        " analyzes the process."
    )
    assert "What is assessment?" in found, found
