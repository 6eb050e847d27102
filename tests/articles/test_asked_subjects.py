"""Questions whose answer is the subject of a statement: What, Which N, Who."""

from __future__ import annotations

import pytest
from articles_to_derive import asked

FILLER = "Students of the cell learn to watch all of it with care, and so do those who look after the sick."


def asked_of(sentence: str) -> dict[str, str]:
    """Prompts and answers that come of one sentence (or more) in an article."""
    return asked(f"Notes\n\n{FILLER} {sentence}\n")


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "Helicase unwinds the double helix by breaking hydrogen bonds.",
            "What unwinds the double helix by breaking hydrogen bonds?",
            "helicase",
        ),
        (
            "Glaciers carve steep valleys out of granite and limestone.",
            "What carves steep valleys out of granite and limestone?",
            "glaciers",
        ),
        (
            "In oxygenic photosynthesis, chlorophyll absorbs red and blue wavelengths of sunlight.",
            "In oxygenic photosynthesis, what absorbs red and blue wavelengths of sunlight?",
            "chlorophyll",
        ),
        (
            "The pancreas releases glucagon and insulin, which consists of two chains of amino acids.",
            "",
            "insulin",
        ),
        (
            "Fat tissue responds to insulin, which consists of two chains of amino acids.",
            "What consists of two chains of amino acids?",
            "insulin",
        ),
        (
            "When sunlight is scarce, chlorophyll absorbs fewer photons than carotene.",
            "When sunlight is scarce, what absorbs fewer photons than carotene?",
            "chlorophyll",
        ),
        (
            "An enzyme called helicase unwinds the double helix by breaking hydrogen bonds.",
            "Which enzyme unwinds the double helix by breaking hydrogen bonds?",
            "helicase",
        ),
        (
            "Insulin is a hormone of the pancreas. Insulin lowers the concentration of blood glucose.",
            "Which hormone lowers the concentration of blood glucose?",
            "insulin",
        ),
        (
            "Helicase is an enzyme that unwinds the double helix of chromosomes.",
            "Which enzyme unwinds the double helix of chromosomes?",
            "helicase",
        ),
        (
            "Insulin, a hormone that lowers the concentration of glucose, comes from the pancreas.",
            "Which hormone lowers the concentration of glucose?",
            "insulin",
        ),
        (
            "Igneous rocks and volcanic rocks differ. Sedimentary rocks preserve fossils of extinct animals.",
            "Which rocks preserve fossils of extinct animals?",
            "sedimentary rocks",
        ),
        (
            "The hydrolysis of starch is catalysed by amylase in the human mouth.",
            "What catalyses the hydrolysis of starch in the human mouth?",
            "amylase",
        ),
        (
            "A sudden fall in atmospheric pressure causes severe tropical storms.",
            "What causes severe tropical storms?",
            "A sudden fall in atmospheric pressure",
        ),
        (
            "Entry of fluid into lymphatic capillaries is enabled by collagen filaments that anchor cells.",
            "What enables entry of fluid into lymphatic capillaries?",
            "Collagen filaments that anchor cells",
        ),
    ],
)
def test_the_subject_of_a_statement_is_asked(sentence: str, prompt: str, answer: str) -> None:
    found = asked_of(sentence)
    if prompt:
        assert found.get(prompt) == answer
    else:
        assert not any(
            each.startswith(("What ", "Which ")) and said == answer for each, said in found.items()
        )


@pytest.mark.parametrize(
    "sentence",
    [
        "This enzyme unwinds the double helix by breaking hydrogen bonds.",
        "It unwinds the double helix by breaking hydrogen bonds.",
        "Researchers study the double helix with magnetic resonance imaging.",
        "Helicase does not unwind the double helix by breaking hydrogen bonds.",
        "Helicase is very important for many different things.",
        "Things unwind the double helix by breaking hydrogen bonds.",
        "Many enzymes unwind the double helix by breaking hydrogen bonds.",
        "Similar fears caused many countries to write constitutions.",
        "The tensions caused severe economic recessions.",
    ],
)
def test_a_subject_that_is_no_answer_is_not_asked(sentence: str) -> None:
    assert not [prompt for prompt in asked_of(sentence) if prompt.startswith(("What ", "Which ", "Who "))]


def test_a_kind_that_stands_in_the_answer_may_stand_in_the_question_but_nothing_else_of_it() -> None:
    found = asked_of(
        "Igneous rocks and volcanic rocks differ. Sedimentary rocks preserve the sediment of extinct rivers."
    )
    assert not any(prompt.startswith("Which rocks") for prompt in found)


def test_what_may_stand_for_all_that_was_said_is_not_taken_for_the_noun_before_it() -> None:
    found = asked_of("Bankrupt banks reduce aggregate demand, which causes a deep economic recession.")
    assert found.get("What causes a deep economic recession?") != "aggregate demand"


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "Psychoanalysis was developed by Sigmund Freud for nervous patients.",
            "Who developed psychoanalysis for nervous patients?",
            "Sigmund Freud",
        ),
        (
            "The Federal Labor Commission was created by the Civil Works Act.",
            "Which law created the Federal Labor Commission?",
            "Civil Works Act",
        ),
    ],
)
def test_who_made_it_is_asked_as_what_they_are(sentence: str, prompt: str, answer: str) -> None:
    assert asked_of(sentence).get(prompt) == answer


def test_what_may_belong_to_the_agent_is_not_told_of_the_deed() -> None:
    found = asked_of(
        "Tertiary structure is determined by interactions between distant residues of the chain."
    )
    assert "What determines tertiary structure between distant residues of the chain?" not in found
    assert (
        found["What determines tertiary structure?"] == "Interactions between distant residues of the chain"
    )


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "Adults who do not sleep at night may experience severe fatigue and chronic inflammation.",
            "Who may experience severe fatigue and chronic inflammation?",
            "Adults who do not sleep at night",
        ),
        (
            "Limiting imports and encouraging exports helps a government to create a balance of trade.",
            "What helps a government to create a balance of trade?",
            "Limiting imports and encouraging exports",
        ),
        (
            "The Fifth Amendment applies to the federal government, and one in the Tenth Amendment to towns.",
            "Which amendment applies to the federal government?",
            "Fifth Amendment",
        ),
        (
            "The law of property is old. Realty describes tangible goods with a foundation in soil.",
            "What term describes tangible goods with a foundation in soil?",
            "realty",
        ),
    ],
)
def test_who_and_the_form_of_the_verb_go_with_the_subject(sentence: str, prompt: str, answer: str) -> None:
    assert asked_of(sentence).get(prompt) == answer


@pytest.mark.parametrize(
    ("sentence", "begins"),
    [
        ("Federal funds for quinine slowed the epidemic.", "What slowed"),
        ("Reed's research on lice suggests that garments of wool were rare among hunters.", "What suggests"),
        ("The wearing of woollen garments has become an obsession among northern hunters.", "What has"),
        ("Smaller areas of decay can be drilled to remove affected tissue.", "What can be"),
        ("Symptoms of brain herniation include seizures, coma, and dilation of pupils.", "What includes"),
        (
            "The challenge of the alliance is managing varied interests and hostile neighbours.",
            "What is managing",
        ),
        ("Sociologists frame questions about deviant behaviour in prisons and monasteries.", "Who frames"),
        ("Two goals of the alliance are managing varied interests and neighbours.", "What is managing"),
        ("Health literacy will be discussed in more detail among the chapters on diagnosis.", "What will"),
        ("Norovirus can be detected with enzymes and fluorescent antibodies.", "What can be"),
        ("Helicase is used in laboratories to copy fragments of chromosomes.", "What is used"),
        ("The University of Lund publishes a survey of consumer confidence.", "What publishes"),
        ("A third of the acreage is devoted to barley and rapeseed for export.", "What is devoted"),
        ("Citizen participation in government is essential to thriving democracies.", "What is essential"),
        (
            "Disaster recovery begins during the response phase once the threat to human life and"
            " infrastructure has passed.",
            "What begins",
        ),
    ],
)
def test_one_case_a_group_or_a_broken_predicate_is_not_asked(sentence: str, begins: str) -> None:
    assert not [prompt for prompt in asked_of(sentence) if prompt.startswith(begins)]


def test_the_last_of_several_names_is_not_the_answer() -> None:
    found = asked_of(
        "Sailors watched when Britain, France, and Israel invaded the Suez Canal Zone following the seizure"
        " of the canal in 1956."
    )
    assert "Israel" not in found.values()


def test_united_nations_are_one_organization() -> None:
    found = asked_of("The United Nations authorized a mission to Kosovo in 1999 under British officers.")
    assert not any(prompt.startswith("Which nations") for prompt in found)


def test_an_unknown_name_that_opens_a_sentence_keeps_its_capital() -> None:
    found = asked_of("Nesta offers inspiration and ideation exercises to charities. Nesta is a foundation.")
    assert found.get("Which foundation offers inspiration and ideation exercises to charities?") == "Nesta"


def test_everyday_words_in_one_do_not_say_which_of_a_kind() -> None:
    found = asked_of(
        "Igneous rocks and volcanic rocks differ. Well-organized rocks preserve fossils of extinct animals."
    )
    assert not any(prompt.startswith("Which rocks") for prompt in found)
