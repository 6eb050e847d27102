"""What stands in front of a statement as its condition, and what a question about causes no longer cuts."""

from __future__ import annotations

import pytest
from articles_to_derive import asked

FILLER = "Farmers learned long ago to watch all of it with care, and so did their neighbours in the valley."


def asked_of(text: str) -> dict[str, str]:
    """The prompts and answers that come of a text in an article."""
    return asked(f"Notes\n\n{FILLER} {text}\n")


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        (
            "If morality is purely subjective, then values are arbitrary and moral claims lack authority.",
            "What happens if morality is purely subjective?",
            "Values are arbitrary and moral claims lack authority",
        ),
        (
            "If the antigens match the antibodies, the red cells will clump visibly in the sample tray.",
            "What happens if the antigens match the antibodies?",
            "The red cells will clump visibly in the sample tray",
        ),
        (
            "Enteric bacteria break barriers by secreting strong enzymes by activating secretion systems.",
            "How do enteric bacteria break barriers?",
            "By secreting strong enzymes",
        ),
        (
            "Private firms earn revenue through sales of products, whereas charities depend on donations.",
            "How do private firms and charities differ?",
            "Private firms earn revenue through sales of products, whereas charities depend on donations",
        ),
        (
            "In acephalous societies, power is spread among members, while in centralized societies, power is"
            " concentrated in a few roles.",
            "How does power differ between acephalous societies and centralized societies?",
            "In acephalous societies, power is spread among members, whereas in centralized societies,"
            " power is concentrated in a few roles",
        ),
        (
            "Tissue grafting is more complicated than blood transfusion, because tissues carry antigens.",
            "How does tissue grafting compare with blood transfusion?",
            "It is more complicated than blood transfusion",
        ),
        (
            "Inhalation of the spores can lead to asthma and to allergic reactions of the airways.",
            "What is the effect of inhalation of the spores?",
            "It can lead to asthma and to allergic reactions of the airways",
        ),
        (
            "Because ozone is a good absorber of ultraviolet light, it protects the surface from dangerous"
            " radiation, making it possible for life to exist on Earth.",
            "Why does ozone protect the surface from dangerous radiation?",
            "Because ozone is a good absorber of ultraviolet light",
        ),
        (
            "Because methane clathrate is stable under pressure, its melting temperature is far higher.",
            "Why is methane clathrate’s melting temperature far higher?",
            "Because methane clathrate is stable under pressure",
        ),
        (
            "Infected plants kill their own tissues because rapid cell death around the wound deprives the"
            " invading fungus of the living cells and the moist sugars that the fungus needs, which stops the"
            " disease from spreading to the rest of the leaves.",
            "Why do infected plants kill their own tissues?",
            "Because rapid cell death around the wound deprives the invading fungus of the living cells and"
            " the moist sugars that the fungus needs",
        ),
        (
            "Tall glaciers melt slowly at their summits. This happens because the summit air stays cold.",
            "Why do tall glaciers melt slowly at their summits?",
            "Because the summit air stays cold",
        ),
        (
            "Coastal settlements never became permanent, most likely because hostility to them developed.",
            "Why did coastal settlements never become permanent?",
            "Most likely because hostility to them developed",
        ),
    ],
)
def test_a_question_is_put_in_full_and_answered_whole(text: str, prompt: str, answer: str) -> None:
    assert asked_of(text).get(prompt) == answer


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        (
            "As the exhibit clearly indicates, wholesale channels handle consumer or industrial goods.",
            "What happens as",
        ),
        (
            "If average cost is the cost of an average unit, marginal cost is the cost of each single unit.",
            "What happens if",
        ),
        (
            "The normal boiling point is defined as its boiling point when the pressure equals one bar.",
            "When is the normal boiling point defined",
        ),
        (
            "The membrane strongly unites the skull bones and thus helps to protect the brain from injuries.",
            "and helps?",
        ),
        (
            "The upper Rhine has been part of the Hallstatt culture, since the 6th century saw it spread.",
            "Why has the upper Rhine",
        ),
        (
            "Regional governments raise capital by selling securities to private investors.",
            "What is the effect of regional governments",
        ),
        (
            "If Congress had other ways to secure its objectives, a national bank was clearly improper.",
            "What happened if",
        ),
        (
            "When migrating herds cross the strait, large predators carry those parasites to the islands.",
            "What happens when migrating herds",
        ),
        (
            "When money is available in their account, most banking institutions offer instant transfers.",
            "in their account?",
        ),
        (
            "Huguenot signs are visible in many streets named after the refugees who settled there.",
            "When are Huguenot signs",
        ),
        (
            "Totipotency lasts for only a few days before the fates of the embryonic cells are settled.",
            "When does totipotency last",
        ),
        (
            "Mast cells line the airways and guard the tissues, causing them to swell after an infection.",
            "What is the result when",
        ),
        (
            "The transfer of electrons matters to biologists because most of the energy stored in atoms.",
            "Why does the transfer of electrons",
        ),
        (
            "The complete formulation of optics predicts halos, but observations of auroras indicate none.",
            "differ?",
        ),
    ],
)
def test_what_is_cut_or_no_cause_is_not_asked(text: str, fragment: str) -> None:
    assert not [prompt for prompt in asked_of(text) if fragment in prompt]
