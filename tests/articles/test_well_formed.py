"""Questions about subjects and predicates are one whole question with one whole answer."""

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
            "The **relaxin** softens the birth canal, supports growth of mammary glands, and prevents"
            " premature uterine contractions.",
            "What does the relaxin do?",
            "Softens the birth canal, supports growth of mammary glands, and prevents premature uterine"
            " contractions",
        ),
        (
            "The **stomach** links the esophagus to the small intestine and digests proteins in acid.",
            "What does the stomach do?",
            "Links the esophagus to the small intestine and digests proteins in acid",
        ),
        (
            "Polymers are split into monomers by hydrolysis.",
            "What are polymers split into by hydrolysis?",
            "Monomers",
        ),
        (
            "Cerebrospinal fluid is produced by the brain and absorbed by the veins in the skull.",
            "What produces cerebrospinal fluid?",
            "The brain",
        ),
        (
            "Clotting factors are secreted primarily by the liver and the platelets.",
            "What primarily secretes clotting factors?",
            "The liver and the platelets",
        ),
    ],
)
def test_the_answer_is_the_whole_coordination_and_no_more(sentence: str, prompt: str, answer: str) -> None:
    assert asked_of(sentence).get(prompt) == answer


@pytest.mark.parametrize(
    ("sentence", "prompt"),
    [
        (
            "When blood osmolarity goes down, filtration and urine formation increase and water is lost by"
            " way of the urine.",
            "When blood osmolarity goes down, what is filtration and urine formation increase and water"
            " lost by?",
        ),
        (
            "The descending and ascending thin portions consists of simple squamous epithelium.",
            "What does the descending and ascending thin portions consist of?",
        ),
        (
            "The descending loop consists of an initial short, thick portion and long, thin portion.",
            "What does the descending loop consist of?",
        ),
        (
            "The vapor pressure of a liquid increases due to the increased energy of its molecules.",
            "What does the vapor pressure of a liquid increase?",
        ),
        ("Agranular **leukocytes** include monocytes.", "What does agranular leukocyte?"),
        (
            "**Generational kinship** presents a very different case.",
            "What does generational kinship do?",
        ),
        (
            "Seismic waves travel through a planet rather like sound waves through a struck bell.",
            "What do seismic waves travel through?",
        ),
        (
            "Pregnant clients may develop diabetes during pregnancy, which is known as gestational diabetes.",
            "What is pregnancy known as?",
        ),
        (
            "The ability of a microbial agent to cause disease is called pathogenicity, and the degree to"
            " which an organism is pathogenic is called virulence.",
            "What is called pathogenicity, and the degree to which an organism is pathogenic is called"
            " virulence?",
        ),
        (
            "The stramenopiles include the golden algae, the brown algae, and the diatoms.",
            "What includes the golden algae, the brown algae, and the diatoms?",
        ),
        (
            "Many countries came together in Geneva to form the General Agreement on Tariffs and Trade.",
            "Many countries came together in Geneva to form the ____ on Tariffs and Trade.",
        ),
    ],
)
def test_what_is_cut_or_joined_to_another_statement_is_not_asked(sentence: str, prompt: str) -> None:
    assert prompt not in asked_of(sentence)


@pytest.mark.parametrize(
    ("sentence", "prompt"),
    [
        (
            "Research shows that spending habits among single men and women are closely similar.",
            "What does research show about spending habits among single men and women?",
        ),
        (
            "Archaeological evidence suggests that prehistoric people attempted to treat infections.",
            "What does archaeological evidence suggest about prehistoric people?",
        ),
    ],
)
def test_what_research_found_is_asked_for_what_it_is_about(sentence: str, prompt: str) -> None:
    assert prompt in asked_of(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Research suggests that children often affect the views of parents on the environment.",
        "Studies show that increasing retention rates by 5 percent increases profits by up to 95 percent.",
    ],
)
def test_a_finding_about_nothing_particular_or_in_numbers_is_not_asked(sentence: str) -> None:
    assert not any("about" in prompt and "?" in prompt for prompt in asked_of(sentence))


@pytest.mark.parametrize(
    ("sentence", "prompt"),
    [
        (
            "Blood flows into the left atrium from the four pulmonary veins.",
            "What does blood flow into?",
        ),
        (
            "Filtration is regulated by fenestrations in endothelial cells, podocytes with slits, and"
            " membrane charge.",
            "What regulates filtration in endothelial cells, podocytes with slits, and membrane charge?",
        ),
        (
            "**Multipolar** neurons are all of the neurons that are not unipolar.",
            "What does multipolar do?",
        ),
        (
            "Starch is stored in the form of paramylon, which is contained in granules in the cytoplasm.",
            "Where is the form of paramylon contained?",
        ),
    ],
)
def test_no_verb_or_thing_is_taken_for_what_it_is_not(sentence: str, prompt: str) -> None:
    assert prompt not in asked_of(sentence)


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "The left hemisphere controls the right half of the body, and the right hemisphere controls the"
            " left half of the body.",
            "What does the left hemisphere control?",
            "The right half of the body, and the right hemisphere controls the left half of the body",
        ),
        (
            "The external ear also consists of the external auditory canal.",
            "What does the external ear consist of?",
            "The external auditory canal",
        ),
    ],
)
def test_no_second_clause_and_no_mere_addition_is_an_answer(sentence: str, prompt: str, answer: str) -> None:
    assert asked(f"# Notes\n\n## Ear and hemisphere\n\n{FILLER} {sentence}\n").get(prompt) != answer


def test_what_the_heading_above_says_needs_no_name() -> None:
    sentence = "The middle ear consists of the tympanic membrane, tympanic cavity, and ossicles."
    prompt, answer = (
        "What does the middle ear consist of?",
        "The tympanic membrane, tympanic cavity, and ossicles",
    )
    assert asked(f"# Notes\n\n## Anatomy of the Ear\n\n{FILLER} {sentence}\n").get(prompt) == answer
    assert prompt not in asked(f"# Notes\n\n## Anatomy\n\n{FILLER} {sentence}\n")


@pytest.mark.parametrize(
    ("sentence", "prompt"),
    [
        (
            "Stratigraphers also analyze data from geophysical surveys of units in the deep subsurface.",
            "What do stratigraphers analyze?",
        ),
        (
            "**Eczema** may be accompanied by swelling of the skin, flaking, and in severe cases, bleeding.",
            "What may be accompanied by swelling of the skin, flaking?",
        ),
        (
            "The costs are shared by both the founders and investors of the cooperative brewery.",
            "What are the costs shared by?",
        ),
        (
            "The **philosophy of Locke** is based on the assumption that moral law, which precedes the"
            " establishment of any political structure, leads to a type of natural justice.",
            "What is the philosophy of Locke based on?",
        ),
        (
            "In 1869, President Ulysses Grant called for the construction of a canal connecting the Pacific"
            " and the Caribbean through the isthmus of Panama and sent seven expeditions to the region.",
            "In 1869, who called for the construction of a canal connecting the Pacific?",
        ),
    ],
)
def test_what_is_told_besides_or_by_halves_is_not_asked(sentence: str, prompt: str) -> None:
    assert asked_of(sentence).get(prompt) in (
        None,
        "Both the founders and investors of the cooperative brewery",
    )


def test_a_relation_between_things_is_a_whole_answer() -> None:
    sentence = "**Synovial joints** allow for free movement between the bones of the skeleton."
    assert asked_of(sentence).get("What do synovial joints allow for?") == (
        "Free movement between the bones of the skeleton"
    )
