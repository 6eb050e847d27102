"""Causes, ways and conditions are asked only of the clause to which they surely belong, and whole."""

from __future__ import annotations

import pytest
from articles_to_derive import asked

FILLER = "Farmers learned long ago to watch all of it with care, and so did their neighbours in the valley."


def asked_of(text: str) -> dict[str, str]:
    """The prompts and answers that come of a text in an article."""
    return asked(f"Notes\n\n{FILLER} {text}\n")


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        (
            "A corporation can obtain funds by selling shares of stock, it can incur debt, it can become a"
            " party to a contract, and it can be sued.",
            "How can a corporation obtain funds",
        ),
        (
            "Because there is less circulating protein, principally albumin, the osmotic pressure of the"
            " blood falls.",
            "Why does the osmotic pressure",
        ),
        (
            "Solar flares occur when magnetic fields pointing in opposite directions release energy by"
            " interacting with and destroying each other.",
            "How do solar flares occur",
        ),
        (
            "Having inventory on hand helps the company avoid losing a customer because the good is missing.",
            "Why does having inventory",
        ),
        (
            "The brevity of the flash eliminated blurring due to the motion of the aircraft.",
            "Why did the brevity",
        ),
        (
            "The potential energy of springs represents the energy stored in them as a result of stretching"
            " the metal coils.",
            "Why does the potential energy",
        ),
        (
            "Through the interactions with the crystalline lattice, electrons near the Fermi level feel a"
            " small attractive force and form pairs, and the coupling is known as a phonon interaction.",
            "How is the coupling",
        ),
        (
            "If someone makes, uses, offers for sale, sells, or imports what is covered by a claim of a valid"
            " patent, that person is an infringer.",
            "What happens if someone makes",
        ),
        (
            "Renin has an immediate effect on blood pressure due to stimulated vasoconstriction and a"
            " prolonged effect through sodium recovery.",
            "Why does renin",
        ),
        (
            "Pregnant people are advised by the CDC to take particular care in preparing meat.",
            "What advises pregnant people",
        ),
        (
            "Sustained business growth requires a company to improve profits by increasing its revenue in"
            " large markets.",
            "How does sustained business growth",
        ),
        (
            "Behavior therapies are used to treat comorbid conditions, and in many cases, psychotropic"
            " medications are used along with psychotherapy.",
            "What are behavior therapies used for",
        ),
        (
            "Internal controls assist the accountant in locating and identifying when management of a company"
            " wants to mislead the lenders.",
            "When do internal controls",
        ),
        (
            "The value of firms in perfect markets will not change as a result of the company taking on"
            " leverage.",
            "Why will the value of firms",
        ),
        (
            "A factory cost is incurred because products are being produced and includes costs such as the"
            " salary of the supervisor.",
            "Why is a factory cost incurred",
        ),
        (
            "Sometimes, students take a psychology course because it either satisfies a general education"
            " requirement or is required for a program of study.",
            "Why do students take",
        ),
        (
            "When signs and symptoms are present, they include shortness of breath, cough and nausea.",
            "What happens when signs",
        ),
        (
            "Insulin appears to activate a tyrosine kinase receptor, triggering the phosphorylation of many"
            " substrates within the cell.",
            "What is the result when insulin appears",
        ),
        (
            "Trademarks are recorded as assets only when they are purchased from another company and are"
            " valued based on market price at the time of purchase.",
            "When are trademarks recorded as assets only?",
        ),
        (
            "The compass needle near the wire experiences a force along a circle. Therefore, electric"
            " currents produce circular loops of magnetic field.",
            "Why do electric currents produce",
        ),
        (
            "To start disulfiram therapy, clients should abstain from alcohol for twelve hours to avoid a"
            " flushing reaction.",
            "Why should clients abstain",
        ),
        (
            "In 1398, Singapura was destroyed, and Parameswara, its last king and a prince of the Empire,"
            " fled with his followers.",
            "What happened to Singapura",
        ),
        (
            "The pituitary gland secretes growth hormone (GH), which, as its name implies, controls growth."
            " It triggers chondrocyte proliferation in epiphyseal plates.",
            "What does the pituitary gland secrete?",
        ),
        (
            "While individual therapy is used to treat disorders, group therapy is the most widespread"
            " treatment modality.",
            "How do individual therapy and group therapy differ?",
        ),
        (
            "The acceleration of free-falling objects is called the acceleration due to gravity.",
            "Why is the acceleration",
        ),
        (
            "The integumentary system helps regulate body temperature through its tight association with the"
            " sympathetic nervous system, the division of the nervous system involved in fear.",
            "How do the integumentary system helps",
        ),
        (
            "The nozzle produces a considerably faster stream merely by constricting the flow to a narrower"
            " tube.",
            "How does the nozzle produce a considerably faster stream merely?",
        ),
        (
            "Enslaved Africans were both easily identified (by their skin color) and plentiful, because of"
            " the thriving slave trade.",
            "Why were",
        ),
        (
            "Beekeepers support the worker bees defending themselves by closing the entrance of the hive.",
            "How do beekeepers",
        ),
        (
            "But as World War I, also known as the Great War, began to unfold, and European nations largely"
            " abandoned their imperialistic interests in order to marshal their forces for self-defense,"
            " Japan demanded that China succumb to a Japanese protectorate over their entire nation.",
            "Why did European nations",
        ),
        (
            "At a lesser quantity, marginal costs will not yet have increased as much, so that price will"
            " exceed marginal cost.",
            "Why will marginal costs",
        ),
        (
            "Upon normal expiration, the diaphragm and intercostal muscles relax, and air flows out of the"
            " alveoli and back through the respiratory system to the atmosphere.",
            "How do the diaphragm",
        ),
        (
            "The formation of a solution may be viewed as a stepwise process in which energy is consumed to"
            " overcome solute-solute and solvent-solvent attractions (endothermic processes) and released"
            " when solute-solvent attractions are established (an exothermic process).",
            "What happens when solute",
        ),
        (
            "If a world has a surface, astronomers have developed some techniques for estimating how long ago"
            " that surface solidified.",
            "What happens if a world",
        ),
        (
            "Blood returns from the lungs via the pulmonary vein and flows directly into the left atrium.",
            "How does blood return",
        ),
        (
            "Solar flares do nothing to draw charged particles away from the surface of planets.",
            "Why do solar flares",
        ),
        (
            "Growth hormone is particularly important during childhood and adolescence when it promotes the"
            " growth and development of the body.",
            "When is growth hormone",
        ),
        (
            "Because of the interrelationship between inventory values and cost of goods sold, when the"
            " inventory values are incorrect, the associated income statement accounts are incorrect.",
            "Why are the associated",
        ),
        (
            "Many enzymes from alkaliphiles have a higher isoelectric point, due to an increase in the number"
            " of basic amino acids, than homologous enzymes from neutrophiles.",
            "Why do many enzymes",
        ),
        (
            "When clients experience heart failure, it is commonly an issue with the left ventricle’s ability"
            " to pump.",
            "What happens when clients",
        ),
    ],
)
def test_what_belongs_to_another_clause_is_not_asked(text: str, prompt: str) -> None:
    assert not [found for found in asked_of(text) if found.lower().startswith(prompt.lower())]


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        (
            "Hormonal drugs are derived from natural sources or manufactured to mimic hormones.",
            "What are hormonal drugs derived from?",
            "Natural sources",
        ),
        (
            "The stratum granulosum has a grainy appearance due to further changes to the keratinocytes.",
            "Why does the stratum granulosum have a grainy appearance?",
            "Due to further changes to the keratinocytes",
        ),
        (
            "Castor oil is contraindicated in pregnancy due to the risk of inducing uterine contractions.",
            "Why is castor oil contraindicated in pregnancy?",
            "Due to the risk of inducing uterine contractions",
        ),
        (
            "The TANF law sets limits for welfare. It worked for years. One reason that the TANF law"
            " worked as well as it did is that the government greatly expanded tax credits.",
            "Why did the TANF law work as well as it did?",
            "One reason is that the government greatly expanded tax credits",
        ),
    ],
)
def test_what_surely_belongs_to_the_clause_is_asked(text: str, prompt: str, answer: str) -> None:
    assert asked_of(text).get(prompt) == answer
