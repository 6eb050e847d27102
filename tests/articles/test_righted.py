"""Questions say what their sentence says beside them; those that are untrue to it are not asked."""

from __future__ import annotations

import pytest
from articles_to_derive import article

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.deriving import proposed
from quizapp.articles.drafts import Technique
from quizapp.articles.reading.sentences import sentences
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.objects.righting import righted

FILLER = "Students of the past learn to watch all of it with care, and so do those who keep the archives."


def righted_of(
    technique: Technique, text: str, prompt: str, answer: str, form: Form = Form.FREE, more: str = ""
) -> tuple[str, str] | None:
    """Prompt and answer as they are asked of a text; None where they are not."""
    line, topic = _line(text, more)
    made = list(righted([Candidate(technique, form, prompt, answer, line)], topic))
    return (made[0].prompt, made[0].answer) if made else None


def _line(text: str, more: str) -> tuple[Line, Topic]:
    read = article(f"Notes\n\n{FILLER} {text} {more}\n")
    topic = proposed(read, sentences(read)).topic
    return next(line for line in topic.lines if line.text[:12] == text[:12]), topic


@pytest.mark.parametrize(
    ("technique", "text", "prompt", "answer", "asked", "told"),
    [
        (
            Technique.OBJECT,
            "In addition to pizza, Domino’s sells salads, pasta, desserts, and beverages.",
            "What does Domino’s sell?",
            "Salads, pasta, desserts, and beverages",
            "In addition to pizza, what does Domino’s sell?",
            "Salads, pasta, desserts, and beverages",
        ),
        (
            Technique.WORKING,
            "Inequalities are based on people’s backgrounds and how their lives have been shaped by racism.",
            "What are inequalities based on?",
            "People’s backgrounds",
            "What are inequalities based on?",
            "People’s backgrounds and how their lives have been shaped by racism",
        ),
        (
            Technique.OBJECT,
            "Phagocytes patrol the body searching for pathogens.",
            "What do phagocytes patrol?",
            "The body searching for pathogens",
            "What do phagocytes patrol, searching for pathogens?",
            "The body",
        ),
        (
            Technique.SEVERAL,
            "Creel employed artists, speakers, writers, and filmmakers to develop a propaganda machine.",
            "Which four things did Creel employ?",
            "artists; speakers; writers; filmmakers to develop a propaganda machine",
            "Which four things did Creel employ to develop a propaganda machine?",
            "artists; speakers; writers; filmmakers",
        ),
        (
            Technique.PLACE,
            "Ingestion occurs only in the mouth and defecation only in the anus.",
            "Where does ingestion occur?",
            "Only in the mouth and defecation only in the anus",
            "Where does ingestion occur?",
            "Only in the mouth",
        ),
        (
            Technique.OBJECT,
            "Long reflexes involve the nervous systems and work in response to stimuli from outside.",
            "What do long reflexes involve?",
            "The nervous systems and work in response to stimuli from outside",
            "What do long reflexes involve?",
            "The nervous systems",
        ),
        (
            Technique.COMPLEMENT,
            "The governor was replaced by Charles Wilson in the spring.",
            "What was the governor replaced by?",
            "Charles Wilson",
            "Who was the governor replaced by?",
            "Charles Wilson",
        ),
        (
            Technique.WORKING,
            "Diversity involves treating all with respect and collaborating with, people of all backgrounds.",
            "What does diversity involve?",
            "Treating all with respect and collaborating with",
            "What does diversity involve?",
            "Treating all with respect and collaborating with, people of all backgrounds",
        ),
        (
            Technique.EFFECT,
            "A proper weight leads to healthier joints and bones because there is less stress.",
            "What does a proper weight lead to?",
            "Healthier joints and bones because there is less stress",
            "What does a proper weight lead to?",
            "Healthier joints and bones",
        ),
        (
            Technique.COMPLEMENT,
            "The drug is absorbed by the lining of the gut and mainly excreted in the urine.",
            "What is the drug absorbed by?",
            "The lining of the gut and mainly excreted in the urine",
            "What is the drug absorbed by?",
            "The lining of the gut",
        ),
        (
            Technique.COMPLEMENT,
            "The theory predicts that water would be oxidized, though in practice both ions are oxidized.",
            "What does the theory predict?",
            "That water would be oxidized, though in practice both ions are oxidized",
            "What does the theory predict?",
            "That water would be oxidized",
        ),
    ],
)
def test_what_was_left_out_is_said(
    technique: Technique, text: str, prompt: str, answer: str, asked: str, told: str
) -> None:
    assert righted_of(technique, text, prompt, answer) == (asked, told)


def test_all_who_did_it_are_named_and_the_name_behind_its_kind_is_asked() -> None:
    assert righted_of(
        Technique.SUBJECT,
        "In the 1960s, a gauge theory, called electroweak theory, was developed by Steven Weinberg, Sheldon"
        " Glashow, and Abdus Salam and proposed that both are one.",
        "In the 1960s, what was developed by Steven Weinberg?",
        "gauge theory",
        Form.SHORT,
    ) == (
        "In the 1960s, which gauge theory was developed by Steven Weinberg, Sheldon Glashow, and Abdus"
        " Salam?",
        "electroweak theory",
    )


@pytest.mark.parametrize(
    ("technique", "text", "prompt", "answer"),
    [
        (
            Technique.REASON,
            "Because the word has been so often misused, some anthropologists have replaced the term tribe to"
            " describe people of common ancestry and shared culture.",
            "Why did some anthropologists share culture?",
            "Because the word has been so often misused",
        ),
        (
            Technique.PLACE,
            "Problem-solving teams meet on a regular basis to share information.",
            "Where do problem-solving teams meet?",
            "On a regular basis to share information",
        ),
        (
            Technique.OBJECT,
            "The column information ascends ipsilateral to the source of the stimulus.",
            "What does the column information ascend?",
            "Ipsilateral to the source of the stimulus",
        ),
        (
            Technique.OBJECT,
            "The inspector checks the building periodically to ensure that the work adheres to the plans.",
            "What does the inspector check?",
            "The building periodically to ensure that the work adheres to the plans",
        ),
        (
            Technique.SUPERLATIVE,
            "The focus on co-operation is to ameliorate the many problems of the trade.",
            "What is the focus on co-operation?",
            "To ameliorate the many problems of the trade",
        ),
        (
            Technique.PURPOSE,
            "Anti-inflammatory drugs are often used to control the effects of inflammation.",
            "What are anti-inflammatory drugs used for?",
            "To control the effects of inflammation",
        ),
        (
            Technique.OUTCOME,
            "Sovereignty allows states to enforce laws, allowing a state to exert its power.",
            "What is the result when sovereignty allows states to enforce laws?",
            "It allows a state to exert its power",
        ),
        (
            Technique.COMPLEMENT,
            "The constitution even allows for state legislatures to take a role.",
            "What does the constitution allow for?",
            "State legislatures to take a role",
        ),
        (
            Technique.HOLDING,
            "The Act specifies that all members be financially literate.",
            "What does the Act specify?",
            "That all members be financially literate",
        ),
        (
            Technique.REASON,
            "Selecting employees is vital because a team must possess certain characteristics.",
            "Why is selecting employees vital?",
            "Because a team must possess certain characteristics",
        ),
        (
            Technique.WORKING,
            "Scientists compare gene expression patterns between infected and uninfected cells.",
            "What do scientists compare?",
            "Gene expression patterns between infected and uninfected cells",
        ),
        (
            Technique.PURPOSE,
            "Well-known federal agencies were created to serve specific purposes.",
            "Why were well-known federal agencies created?",
            "To serve specific purposes",
        ),
        (
            Technique.REASON,
            "The dwarf elliptical escaped our notice because it is faint.",
            "Why does the dwarf elliptical escaped our notice?",
            "Because it is faint",
        ),
        (
            Technique.COMPLEMENT,
            "Service quality refers to satisfaction when they are supported by policies.",
            "What does service quality refer to when they are supported by policies?",
            "Satisfaction",
        ),
        (
            Technique.SUBJECT,
            "The supinator is the only one that turns the forearm.",
            "What is the only one that turns the forearm?",
            "supinator",
        ),
        (
            Technique.SUBJECT,
            "Kublai conquered China and established the Yuan dynasty.",
            "What established the Yuan dynasty?",
            "kublai",
        ),
        (
            Technique.LONG_SUBJECT,
            "Short-acting sulfonylureas lower blood glucose levels by causing the pancreas to work.",
            "What levels by causing the pancreas to work?",
            "Short-acting sulfonylureas lower blood glucose",
        ),
        (
            Technique.PARTS,
            "A light wave consists of an electric field, defined by the force on a charge at rest, and a"
            " magnetic field, defined by the force on a moving charge.",
            "What does a light wave consist of?",
            "An electric field",
        ),
        (
            Technique.KEY_TERM,
            "In a nucleus, the potential is analogous to the bowl at the top of a volcano.",
            "What happens in a nucleus?",
            "The potential is analogous to the bowl at the top of a volcano",
        ),
    ],
)
def test_what_is_untrue_to_its_sentence_is_not_asked(
    technique: Technique, text: str, prompt: str, answer: str
) -> None:
    assert righted_of(technique, text, prompt, answer) is None


def test_a_noun_that_looks_like_a_verb_is_none() -> None:
    text = "The vasomotor centers control vessel tone."
    more = "Nerves of the vasomotor centers grow. A vasomotor center is small."
    for technique, prompt, answer in (
        (Technique.SUBJECT, "What centers control vessel tone?", "vasomotor"),
        (Technique.OBJECT, "What does the vasomotor center?", "Control vessel tone"),
    ):
        assert righted_of(technique, text, prompt, answer, more=more) is None


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        (
            "NATO has intervened in international crises, monitored security threats, trained forces,"
            " and undertaken missions in Kosovo.",
            "In which four things has NATO intervened?",
            "international crises; monitored security threats; trained forces; undertaken missions in Kosovo",
        ),
        (
            "Diets lacking sufficient protein are associated with impaired immunity, complement activity,"
            " and cytokine production.",
            "With which three things are diets lacking sufficient protein associated?",
            "impaired immunity; complement activity; cytokine production",
        ),
    ],
    ids=["deeds", "a word for all"],
)
def test_a_run_that_is_none_of_things_is_not_asked(text: str, prompt: str, answer: str) -> None:
    assert righted_of(Technique.SEVERAL, text, prompt, answer) is None


def test_a_run_of_things_that_someone_has_used_is_asked() -> None:
    prompt, answer = "Which three things has the cook used?", "flour; dried fruit; butter"
    text = "The cook has used flour, dried fruit, and butter for all of the cakes."
    assert righted_of(Technique.SEVERAL, text, prompt, answer) == (prompt, answer)


def test_what_is_asked_with_the_verb_of_its_sentence_in_the_subject_is_refused() -> None:
    text = "It attempts to understand the presuppositions connected to morality and deliberation."
    prompt = "What did metaethics attempts to understand the presuppositions connect to?"
    assert righted_of(Technique.COMPLEMENT, text, prompt, "Morality and deliberation") is None


def test_what_attempts_did_is_asked() -> None:
    prompt, answer = "What did early attempts to reach the pole lack?", "Warm boots for the men"
    text = "The early attempts to reach the pole lacked warm boots for the men."
    assert righted_of(Technique.OBJECT, text, prompt, answer) == (prompt, answer)
