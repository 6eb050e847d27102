"""A question that shows its answer is not asked."""

from __future__ import annotations

import pytest
from judged import refused

from quizapp.articles.drafts import Technique

LAW = "The FTC was formed when Wilson signed the Federal Trade Commission Act into law."
DRUGS = "Antimicrobial drugs work by destroying microbial enzymes."


@pytest.mark.parametrize(
    ("technique", "text", "prompt", "answer"),
    [
        (
            Technique.CENTRAL_GAP,
            LAW,
            "The FTC was formed when Wilson signed the ____ into law.",
            "Federal Trade Commission Act",
        ),
        (
            Technique.WHICH,
            DRUGS,
            "Which drugs work by destroying microbial enzymes?",
            "antimicrobial drugs",
        ),
        (
            Technique.DEFINITION,
            "The neutron n is composed of three quarks.",
            "Which neutron is composed of three quarks?",
            "n",
        ),
    ],
)
def test_an_answer_that_the_question_shows_is_not_asked_for(
    technique: Technique, text: str, prompt: str, answer: str
) -> None:
    assert refused(technique, text, prompt, answer)


def test_other_initials_do_not_show_a_name() -> None:
    assert (
        refused(Technique.TERM_GAP, LAW, "The EPA watches over the ____.", "Federal Trade Commission")
        != "shown"
    )


def test_a_letter_may_be_asked_for_as_a_symbol() -> None:
    text = "The symbol of the coulomb is C."
    assert refused(Technique.COMPLEMENT, text, "What is the symbol of the coulomb?", "C") != "shown"
