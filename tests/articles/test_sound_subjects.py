"""What is not asked of subjects, acts and names: what the sentence says of something else, or not whole."""

from __future__ import annotations

import pytest
from articles_to_derive import asked

FILLER = "Readers of that time followed all of it with care, and so did their neighbours in the valley."


def of(sentences: str) -> dict[str, str]:
    """What is asked of sentences in an article."""
    return asked(f"Notes\n\n{FILLER} {sentences}\n")


@pytest.mark.parametrize(
    ("sentences", "piece"),
    [
        (
            "The law of diminishing returns suggests that as an economy continues to enlarge its physical "
            "capital, the marginal gains to growth will diminish.",
            "What suggests that as",
        ),
        (
            "Debris becomes trapped in the mucus lining the bronchial epithelium, a layer known as the "
            "mucociliary blanket.",
            "Which layer is",
        ),
        (
            "The arch joins the ascending aorta and the descending aorta, which pierces the muscular "
            "diaphragm near the lumbar vertebrae.",
            "What pierces",
        ),
        (
            "A higher temperature represents a greater fraction of molecules with sufficient activation "
            "energy.",
            "What represents",
        ),
        (
            "Helicase unwinds larger plasmid fragments by breaking hydrogen bonds.",
            "What unwinds",
        ),
        (
            "By the time the Salt Act abolished the monopoly of the coastal guilds on herring, the harbours "
            "of the north had been reorganized.",
            "y the time?",
        ),
        (
            "By the time the Salt Act abolished the monopoly of the coastal guilds on herring, the harbours "
            "of the north had been reorganized.",
            "By the time, which",
        ),
        (
            "The Lund Armistice terms required in the winter that Denmark withdraw from areas controlled by "
            "Sweden.",
            "What does the Lund Armistice do",
        ),
        (
            "The Lund Armistice terms required in the winter that Denmark withdraw from areas controlled by "
            "Sweden.",
            "Which armistice terms",
        ),
        (
            "The Harland Constitution outlines the choice of judges and ministers in its second article.",
            "Which constitution",
        ),
        (
            "The Harland Constitution outlines the choice of judges and ministers in its second article.",
            "What does the Harland Constitution do",
        ),
        (
            "In the 1820s, Sweden expanded its fisheries to the northern coast of Norway. Sweden signed the "
            "Treaty of Lund. Sweden founded a bank.",
            "What did Sweden do in the 1820s",
        ),
        (
            "Keynes wrote on labour. Keynes predicted that 3.8 million new looms will be installed by "
            "northern manufacturers. Keynes taught in Cambridge.",
            "What did Keynes predict",
        ),
        (
            "In 1731, the keeper Jordan Norwood was surrounded by Panthers players near the northern goal. "
            "The Panthers played. The Panthers won. The Panthers left.",
            "____ players",
        ),
        (
            "The Salt Act allowed any head of a house, or individual over the age of twenty-one—including "
            "widows—to receive a barrel of herring for a nominal fee from the coastal guilds.",
            "twenty-one.",
        ),
    ],
)
def test_what_is_said_of_something_else_or_not_whole_is_not_asked(sentences: str, piece: str) -> None:
    assert not [prompt for prompt in of(sentences) if piece in prompt]


def test_what_is_done_is_asked_for_and_not_taken_for_what_it_is_done_to() -> None:
    found = of(
        "Measuring pollutants is essential for assessing environmental risks. Many pollutants are gases. "
        "Sulfur dioxide is a pollutant that irritates the lungs. Other pollutants, such as ozone, come "
        "in summer. Organic pollutants and metallic pollutants accumulate in sediments."
    )
    assert not [prompt for prompt in found if prompt.startswith("Which pollutants is")]
