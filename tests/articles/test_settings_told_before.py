"""What holds only in a view or a case told before is not asked as plain, or is asked with that case."""

from __future__ import annotations

import pytest
from judged import asked, last_line, refused

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.choosing.filters import turned_away
from quizapp.articles.drafts import Technique


@pytest.mark.parametrize(
    ("technique", "text", "prompt", "answer"),
    [
        (
            Technique.TOLD_GAP,
            "A share of the blastocysts fail to implant; when this occurs, the blastocyst is shed with the"
            " endometrium during menses.",
            "The ____ is shed with the endometrium during menses.",
            "blastocyst",
        ),
        (
            Technique.OBJECT,
            "The main arguments against tariffs include the following:\n\n- Tariffs interrupt free trade and"
            " make markets less efficient.",
            "What do tariffs interrupt?",
            "Free trade",
        ),
        (
            Technique.KEY_GAP,
            "From this perspective, people do not create rights. Human rights are inalienable and cannot be"
            " transferred to anyone else.",
            "Human rights are ____ and cannot be transferred to anyone else.",
            "inalienable",
        ),
        (
            Technique.KEY_GAP,
            "In Marxian analysis, capitalist firms substitute equipment for workers. The process exerts a"
            " downward pressure on wages. The substitution of equipment for labor raises the productivity of"
            " each worker.",
            "The substitution of equipment for ____ raises the productivity of each worker.",
            "labor",
        ),
        (
            Technique.REASON,
            "One concern is that globalization may cost jobs. Domestic workers must"
            " compete with foreign workers. As a result, the wages of domestic workers are likely to fall.",
            "Why are the wages of domestic workers likely to fall?",
            "Because domestic workers must compete with foreign workers",
        ),
        (
            Technique.COMPLEMENT,
            "Several authors argue that the same mechanism creates poverty and environmental crises. In other"
            " words, poverty and environmental crises are understood as consequences of the market economy.",
            "What are poverty and environmental crises understood as?",
            "Consequences of the market economy",
        ),
        (
            Technique.KEY_GAP,
            "To see how profits evaporate, imagine the following situation. The market is in long-run"
            " equilibrium, where all firms earn zero economic profits.",
            "The market is in ____, where all firms earn zero economic profits.",
            "long-run equilibrium",
        ),
        (
            Technique.KEY_GAP,
            "If the core is heavier than three suns, our theories predict that no known force can stop it."
            " Gravity simply overwhelms all other forces and crushes the core.",
            "____ simply overwhelms all other forces and crushes the core.",
            "gravity",
        ),
        (
            Technique.KEY_GAP,
            "The exception to this is in highly active tissues, which release energy. As a result, oxygen"
            " readily dissociates from hemoglobin, a mechanism that helps the tissues.",
            "Oxygen readily dissociates from ____, a mechanism that helps the tissues.",
            "hemoglobin",
        ),
        (
            Technique.LAW_DID,
            "As Federalists at the time argued, the Twelfth Amendment made it likely that he would win.",
            "What did the Twelfth Amendment do?",
            "It made it likely that he would win",
        ),
        (
            Technique.TOLD,
            "America lacks proportional elections, and according to Duverger’s Law, this is why it has two"
            " parties; plurality rule encourages a dichotomous party system.",
            "What does plurality rule encourage?",
            "A dichotomous party system",
        ),
        (
            Technique.REASON,
            "The Mohists claimed that heaven chooses the emperor. Heaven identifies a wise ruler in order to"
            " fight against social chaos.",
            "Why does heaven identify a wise ruler?",
            "In order to fight against social chaos",
        ),
        (
            Technique.PURPOSE,
            "One parent put it so: “Most learning takes place at home. The function of the teacher is to"
            " inspire the bored and to encourage the timid.”",
            "What is the function of the teacher?",
            "To inspire the bored and to encourage the timid",
        ),
        (
            Technique.TOLD,
            "Safe harbor, in this context, refers to exemption from insider trading charges.",
            "What does safe harbor refer to?",
            "Exemption from insider trading charges",
        ),
        (
            Technique.REASON,
            "Papilloma virus, for example, cannot be cultured, so the filter methods do not work.",
            "Why do the filter methods not work?",
            "Because it cannot be cultured",
        ),
        (
            Technique.COMPLEMENT,
            "Although the evidence is still mixed, a salt diet protects the joints from gout.",
            "What does a salt diet protect the joints from?",
            "Gout",
        ),
        (
            Technique.WHICH,
            "Although limited data exists due to small samples, a salt diet has been shown to ease gout.",
            "Which diet has been shown to ease gout?",
            "salt diet",
        ),
    ],
)
def test_views_and_cases_are_not_asked_as_plain(
    technique: Technique, text: str, prompt: str, answer: str
) -> None:
    assert refused(technique, text, prompt, answer) == "setting"


@pytest.mark.parametrize(
    ("technique", "text", "prompt", "answer"),
    [
        # The view ends where the next sentence says that it is otherwise.
        (
            Technique.KEY_GAP,
            "One concern is that exporters lose their markets. However, protective tariffs shield vulnerable"
            " producers from foreign competition.",
            "Protective ____ shield vulnerable producers from foreign competition.",
            "tariffs",
        ),
        # Whose view it is stands in the question.
        (
            Technique.HOLDING,
            "In this view, shareholders own the company. Stakeholder theory holds that managers should"
            " balance the interests of all stakeholders.",
            "What does stakeholder theory hold?",
            "That managers should balance the interests of all stakeholders",
        ),
        # What a term means holds in any view.
        (
            Technique.STATED_MEANING,
            "From this perspective, people do not create rights. Natural law is a body of unchanging moral"
            " principles that precedes all human legislation.",
            "What is natural law?",
            "A body of unchanging moral principles that precedes all human legislation",
        ),
        # Two kinds of marks open and close what was said before.
        (
            Technique.PURPOSE,
            'He wrote “I will not run into the street" often. The function of the teacher is to inspire'
            " the bored.",
            "What is the function of the teacher?",
            "To inspire the bored",
        ),
        # The statement stands before the case.
        (
            Technique.KEY_GAP,
            "A mordant fixes stains or dyes within the bacterial membranes; in this case, iodine is one.",
            "A(n) ____ fixes stains or dyes within the bacterial membranes.",
            "mordant",
        ),
    ],
)
def test_what_holds_beside_a_view_is_asked(technique: Technique, text: str, prompt: str, answer: str) -> None:
    assert refused(technique, text, prompt, answer) != "setting"


@pytest.mark.parametrize(
    ("technique", "text", "prompt", "answer", "placed_prompt"),
    [
        (
            Technique.SUBJECT,
            "During female fetal growth, the gonads become ovaries. The Wolffian ducts degenerate. The cloaca"
            " develops into a vagina, a urethra, and a rectum.",
            "What develops into a vagina, a urethra, and a rectum?",
            "cloaca",
            "During female fetal growth, what develops into a vagina, a urethra, and a rectum?",
        ),
        (
            Technique.TOLD_GAP,
            "Normally, tau protein binds to the tubules. In AD, tau protein tangles together. The microtubule"
            " is unable to transport nutrients.",
            "The ____ is unable to transport nutrients.",
            "microtubule",
            "In AD, the ____ is unable to transport nutrients.",
        ),
        (
            Technique.PLACE,
            "In the compound engine, steam enters several cylinders. The expansion of the steam now occurs"
            " across them all.",
            "Where does the expansion of the steam occur?",
            "Across them all",
            "In the compound engine, where does the expansion of the steam occur?",
        ),
        (
            Technique.KEY_GAP,
            "Sensory unipolar cells have an axon that splits. Dendrites stand at one end of it."
            " Ganglia hold the body of each. The axon projects from the dendrite endings into the cord.",
            "The ____ projects from the dendrite endings into the cord.",
            "axon",
            "In sensory unipolar cells, the ____ projects from the dendrite endings into the cord.",
        ),
        (
            Technique.KEY_GAP,
            "Thailand, for example, has two chambers. The House of Representatives are elected by a plurality"
            " vote.",
            "The House of Representatives are elected by a(n) ____.",
            "plurality vote",
            "In Thailand, the House of Representatives are elected by a(n) ____.",
        ),
        (
            Technique.REASON,
            "In 2014, there are 88 private schools in New Zealand. Private school numbers have been in"
            " decline because many schools were integrated.",
            "Why have private school numbers been in decline?",
            "Because many schools were integrated",
            "In New Zealand, why have private school numbers been in decline?",
        ),
        (
            Technique.OBJECT,
            "Just such a failure happened on Apollo 13 when a tank exploded. The module provided electrical"
            " power and life support.",
            "What did the module provide?",
            "Electrical power and life support",
            "On Apollo 13, what did the module provide?",
        ),
    ],
)
def test_case_of_the_sentence_before_is_told(
    technique: Technique, text: str, prompt: str, answer: str, placed_prompt: str
) -> None:
    assert asked(technique, text, prompt, answer) == placed_prompt


@pytest.mark.parametrize(
    ("technique", "text", "prompt", "answer", "placed_prompt"),
    [
        (
            Technique.NUMBERED,
            "According to Freud, urges are focused on one area at each of the three stages of growth: oral,"
            " anal, and genital.",
            "What are the three stages of growth?",
            "oral; anal; genital",
            "According to Freud, what are the three stages of growth?",
        ),
        (
            Technique.STATED_TERM,
            "In Freud’s view, the unconscious mind was a repository of feelings of which nobody is aware.",
            "What is the term for a repository of feelings of which nobody is aware?",
            "unconscious mind",
            "In Freud’s view, what is the term for a repository of feelings of which nobody is aware?",
        ),
        (
            Technique.OTHER_NAME,
            "According to legend, the Aztec, also known as the Mexica, had left a city in the north.",
            "What is another name for the Aztec?",
            "Mexica",
            "What is another name for the Aztec?",
        ),
    ],
)
def test_whose_view_a_sentence_opens_with_is_told(
    technique: Technique, text: str, prompt: str, answer: str, placed_prompt: str
) -> None:
    assert asked(technique, text, prompt, answer) == placed_prompt


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        # Another front has set another case since.
        (
            "In females, the gonads become ovaries. In the blood, hormones rise. The cloaca divides early.",
            "What divides early?",
            "cloaca",
        ),
        # The place of one step is not that of the next.
        (
            "In the lungs, hemoglobin picks up oxygen. The bright blood travels to the tissues of the body.",
            "What travels to the tissues of the body?",
            "bright blood",
        ),
        # What something is, it is in both.
        (
            "In females, the gonads become ovaries. Resolution is the rapid return to an unaroused state.",
            "____ is the rapid return to an unaroused state.",
            "resolution",
        ),
        # What is told of males in passing ends with its sentence.
        (
            "The body tenses in arousal. In males, fluid builds up. The muscles relax within some minutes.",
            "What relaxes within some minutes?",
            "muscles",
        ),
        # The question says it.
        (
            "In females, the gonads become ovaries. The cloaca of females develops into three parts.",
            "What of females develops into three parts?",
            "cloaca",
        ),
    ],
)
def test_no_case_is_told_where_none_is_meant(text: str, prompt: str, answer: str) -> None:
    assert asked(Technique.SUBJECT, text, prompt, answer) == prompt


def test_comparison_with_a_case_that_is_not_named_is_not_asked() -> None:
    line, topic = last_line(
        "Buyers and sellers do not meet there, as they do in broker markets. They work through dealers called"
        " market makers, who offer to buy or sell securities."
    )
    prompt = f"{topic.lines[-2].text} They work through dealers called ____, who offer to sell securities."
    gap = Candidate(
        Technique.CALLED, Form.CLOZE, prompt, "market makers", line, before=topic.lines[line.number - 1]
    )
    assert turned_away(gap, topic) == "setting"


def test_what_was_described_previously_is_not_asked_about() -> None:
    text = "The virus cannot be grown, so the previously described methods fail on most of the instruments."
    asked_why = "Why do the previously described methods fail on most of the instruments?"
    assert refused(Technique.REASON, text, asked_why, "Because the virus cannot be grown") == "context"


def test_chapter_that_explains_something_is_no_name_to_ask_for() -> None:
    text = "The Keynesian Perspective introduced the Phillips curve and explained how it is derived."
    prompt = "The ____ introduced the Phillips curve and explained how it is derived."
    assert refused(Technique.CENTRAL_GAP, text, prompt, "Keynesian Perspective") == "malformed"
