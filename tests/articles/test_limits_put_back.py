"""The limits of a sentence that its questions leave out are put back."""

from __future__ import annotations

import pytest
from judged import asked

from quizapp.articles.drafts import Technique
from quizapp.articles.sense.prose import plain


@pytest.mark.parametrize(
    ("technique", "text", "prompt", "answer", "told"),
    [
        (
            Technique.WHY,
            "Play therapy is often used with children since they are not likely to sit on a couch.",
            "Why is play therapy used with children?",
            "Because they are not likely to sit on a couch",
            "Why is play therapy often used with children?",
        ),
        (
            Technique.SUPERLATIVE,
            "The only monobactam used clinically is aztreonam.",
            "What is the only monobactam used?",
            "Aztreonam",
            "What is the only monobactam used clinically?",
        ),
        (
            Technique.COMPLEMENT,
            "It is called sebum, which consists mainly of wax esters and squalene.",
            "What does sebum consist of?",
            "Wax esters and squalene",
            "What does sebum consist mainly of?",
        ),
        (
            Technique.STATED_MEANING,
            "For Americans, liberal means someone who believes in representative democracy.",
            "What is meant by “liberal”?",
            "Someone who believes in representative democracy",
            "For Americans, what is meant by “liberal”?",
        ),
        (
            Technique.MEANING,
            "For the thumb, abduction is the movement that brings the thumb to a right angle.",
            "What is abduction?",
            "The movement that brings the thumb to a right angle",
            "For the thumb, what is abduction?",
        ),
        (
            Technique.TOLD,
            "For the thumb, abduction is the forward movement. Adduction moves the thumb back to"
            " the first position.",
            "What does adduction do?",
            "Moves the thumb back to the first position",
            "For the thumb, what does adduction do?",
        ),
        (
            Technique.TOLD_GAP,
            "A convex spherical mirror also has a focal point. Rays seem to start behind the"
            " mirror. The focal point is virtual because no real rays pass through it.",
            "The ____ is virtual because no real rays pass through it.",
            "focal point",
            "In a convex spherical mirror, the ____ is virtual because no real rays pass through it.",
        ),
        (
            Technique.REASON,
            "Plasmids are more commonly found in bacteria; plasmids have been found in yeast"
            " because genes spread.",
            "Why have plasmids been found in yeast?",
            "Because genes spread",
            "Why have plasmids been found in yeast?",
        ),
        (
            Technique.CALLED,
            "For covalent substances, the formula stands for a molecule; therefore, the formula"
            " mass may be referred to as a molecular mass.",
            "The formula mass may be referred to as a(n) ____ mass.",
            "molecular",
            "For covalent substances, the formula mass may be referred to as a(n) ____ mass.",
        ),
        (
            Technique.WORKING,
            "After about the third day, the breast secretes transitional milk that is richer.",
            "What does the breast secrete?",
            "Transitional milk that is richer",
            "After about the third day, what does the breast secrete?",
        ),
        (
            Technique.REASON,
            "Sometimes, students take a psychology course because it is required for their program.",
            "Why do students take a psychology course?",
            "Because it is required for their program",
            "Why do students sometimes take a psychology course?",
        ),
        (
            Technique.CONDITION,
            "Trademarks are recorded as assets only when they are purchased from another company.",
            "When are trademarks recorded as assets only?",
            "When they are purchased from another company",
            "When are trademarks recorded as assets?",
        ),
        (
            Technique.LONG_SUBJECT,
            "In a torsional drive, the rod may stand at any angle, but the motion of the disk is normal to"
            " the rod.",
            "What is normal to the rod?",
            "The motion of the disk",
            "In a torsional drive, what is normal to the rod?",
        ),
    ],
)
def test_puts_back_the_limit_that_the_sentence_tells(
    technique: Technique, text: str, prompt: str, answer: str, told: str
) -> None:
    assert asked(technique, text, prompt, answer) == told


def test_keeps_a_comma_between_what_stands_in_front_and_the_subject() -> None:
    text = "Because of rare visits from Alexandria, however, Ethiopian Christianity grew on its own."
    assert plain(text) == "Because of rare visits from Alexandria, Ethiopian Christianity grew on its own."
