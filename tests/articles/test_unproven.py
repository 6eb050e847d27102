"""Questions must be whole, keep the limits of their sentence, and tell nothing in general of one case."""

from __future__ import annotations

import pytest
from judged import asked, refused

from quizapp.articles.drafts import Technique
from quizapp.articles.sense.prose import plain


@pytest.mark.parametrize(
    ("technique", "text", "prompt", "answer"),
    [
        (
            Technique.COMPLEMENT,
            "Proteins include growth hormone, which is produced by the pituitary gland, and"
            " insulin, which lowers blood sugar.",
            "What is growth hormone produced by?",
            "The pituitary gland, and insulin",
        ),
        (
            Technique.TERM_GAP,
            "A somatic cell is a general term for a body cell, and all human cells, except for"
            " eggs and sperm, are somatic cells.",
            "A(n) ____ is a general term for a body cell, and all human cells.",
            "somatic cell",
        ),
        (
            Technique.WHY,
            "The monks chose to stay in order to encourage the community, and Athanasius, the"
            " patriarch of Egypt, blessed them.",
            "Why did the monks choose to stay?",
            "In order to encourage the community, and Athanasius, the patriarch of Egypt",
        ),
        (
            Technique.KEY_GAP,
            "The zeroth law tells us that if A reads a temperature when in balance with B, it will"
            " keep its reading with C.",
            "The ____ tells us that if A reads a temperature when in balance with B.",
            "zeroth law",
        ),
        (
            Technique.SUPERLATIVE,
            "The assumption behind a demand curve is that no relevant economic factors, other than"
            " the price, are changing.",
            "What is the assumption behind a demand curve?",
            "That no relevant economic factors",
        ),
        (
            Technique.MEANING,
            "Psychoneuroimmunology is the field that studies how psychological factors such as"
            " stress influence immune functioning.",
            "What is psychoneuroimmunology?",
            "The field that studies how psychological factors",
        ),
        (
            Technique.LONG_SUBJECT,
            "The energy of atomic orbitals increases as the principal quantum number, n, increases.",
            "What increases as the principal quantum number?",
            "The energy of atomic orbitals",
        ),
        (
            Technique.COMPLEMENT,
            "The kidneys cooperate with the lungs through the renin–angiotensin system.",
            "What do the kidneys cooperate with?",
            "The lungs through the renin",
        ),
        (
            Technique.SUPERLATIVE,
            "The biggest disadvantage to retailers is that jobbers fail to maintain displays as"
            " frequently as needed.",
            "What is the biggest disadvantage to retailers?",
            "That jobbers fail to maintain displays as frequently",
        ),
        (
            Technique.PARTS,
            "The estimated overhead consists of manufacturing costs but, as you have learned,"
            " excludes direct labor.",
            "What does the estimated overhead consist of?",
            "Manufacturing costs but",
        ),
        (
            Technique.SUPERLATIVE,
            "Or maybe the contradictions of culture are the most illuminating aspects of the"
            " culture concept.",
            "What are the most illuminating aspects of the culture concept?",
            "or maybe the contradictions of culture",
        ),
        (
            Technique.SUPERLATIVE,
            "The two forms of financing are debt, borrowed funds that must be repaid, and equity,"
            " funds raised by selling stock.",
            "What are the two forms of financing?",
            "Debt",
        ),
        (
            Technique.LIST,
            "Two ice hockey pucks of different masses are on a flat, horizontal hockey rink.",
            "What are the two ice hockey pucks of different masses?",
            "on a flat; horizontal hockey rink",
        ),
        (
            Technique.MEMBERS,
            "The field lines of the infinite wire are circular and centered at the wire.",
            "What are the two field lines of the infinite wire?",
            "circular; centered at the wire",
        ),
        (
            Technique.MEMBERS,
            "Cestodes include beef, pork, and fish tapeworms.",
            "What are three Cestodes?",
            "beef; pork; fish tapeworms",
        ),
        (
            Technique.SEVERAL,
            "The kidneys cooperate with the lungs, liver, and adrenal cortex through the renin system.",
            "With which three things do the kidneys cooperate?",
            "lungs; liver; adrenal cortex through the renin system",
        ),
        (
            Technique.MEMBERS,
            "Much is eaten on that Sunday. Typical foods include chips, dips, wings, and pizza.",
            "What are four typical foods?",
            "chips; dips; wings; pizza",
        ),
        (
            Technique.LIST,
            "You may have heard of the Greek postulate that matter consists of four elements:"
            " earth, air, fire, and water.",
            "What are the four elements of you may have heard of the Greek postulate that matter?",
            "earth; air; fire; water",
        ),
        (
            Technique.VIEW,
            "Governments demand that companies comply with laws, and buyers in other exchanges"
            " demand high-quality products and services.",
            "What do governments demand about companies?",
            "That companies comply with laws, and buyers in other exchanges demand high-quality"
            " products and services",
        ),
        (
            Technique.VIEW,
            "Equity recognizes that everyone is not the same and distributes the resources needed"
            " by each individual.",
            "What does equity recognize about everyone?",
            "That everyone is not the same and distributes the resources needed by each individual",
        ),
        (
            Technique.VIEW,
            "Kepler found that the time a planet takes to go around the Sun is related to its"
            " distance from the Sun.",
            "What did Kepler find about the time a planet?",
            "That the time a planet takes to go around the Sun is related to its distance from the Sun",
        ),
        (
            Technique.VIEW,
            "By 1804, William Herschel had noted that the fainter component of Castor had slightly"
            " changed its position.",
            "What had William Herschel noted about the fainter component of Castor had by 1804?",
            "That the fainter component of Castor had slightly changed its position",
        ),
        (
            Technique.KEY_GAP,
            "A plot of ln[A]t versus time for a first-order reaction is a straight line with a slope of −k.",
            "A(n) ____ versus time for a first-order reaction is a straight line with a slope of −k.",
            "plot of lnt",
        ),
        (
            Technique.SUPERLATIVE,
            "Domestic cats are the only known definitive hosts for the sexual stages of T. gondii"
            " and are the main reservoirs.",
            "What are the only known definitive hosts for the sexual stages of T?",
            "domestic cats",
        ),
        (
            Technique.LONG_SUBJECT,
            "The axes of the diagram presented in show output on the horizontal axis and spending"
            " on the vertical axis.",
            "What presented in show output on the horizontal axis?",
            "The axes of the diagram",
        ),
        (
            Technique.SUPERLATIVE,
            "The nursing shortage is the most significant of any profession in the health care system.",
            "What is the most significant of any profession in the health care system?",
            "nursing shortage",
        ),
        (
            Technique.TOLD,
            "The urethra tracks posterior and inferior to the pubic symphysis.",
            "What does the urethra track?",
            "Posterior and inferior to the pubic symphysis",
        ),
        (
            Technique.OBJECT,
            "The color of a star provides a measure of its surface temperature (apart from the"
            " effects of dust).",
            "What does the color of a star provide?",
            "A measure of its surface temperature",
        ),
        (
            Technique.OBJECT,
            "Treatment involves medications such as voriconazole, itraconazole, and amphotericin B"
            " if itraconazole is not effective.",
            "What does treatment involve if itraconazole is not effective?",
            "Medications such as voriconazole, itraconazole, and amphotericin B",
        ),
        (
            Technique.STATED_MEANING,
            "In a sense, the taxing authority of government is a necessary corollary of its"
            " authority to impose rules.",
            "What is the taxing authority of government?",
            "A necessary corollary of its authority to impose rules",
        ),
        (
            Technique.KEY_GAP,
            "Gases do not attract each other. Consequently, solute interactions are the sole"
            " energetic factor affecting solubility.",
            "____ are the sole energetic factor affecting solubility.",
            "solute interactions",
        ),
        (
            Technique.SUPERLATIVE,
            "Few have cars. Instead, taxis and motorbikes are the main modes for product transportation.",
            "What are the main modes for product transportation?",
            "taxis and motorbikes",
        ),
        (
            Technique.NUMBERED,
            "If we review the balance sheet for Clear Lake, we see just two elements of equity:"
            " common stock and earnings.",
            "What are the two elements of equity?",
            "common stock; earnings",
        ),
        (
            Technique.SUPERLATIVE,
            "He believed that deeds make a person virtuous, and the point of the virtuous life was"
            " happiness.",
            "What was the point of the virtuous life?",
            "Happiness",
        ),
    ],
)
def test_asks_nothing_that_is_cut_or_glued_or_holds_less(
    technique: Technique, text: str, prompt: str, answer: str
) -> None:
    assert refused(technique, text, prompt, answer) == "unproven"


@pytest.mark.parametrize(
    ("technique", "text", "prompt", "answer"),
    [
        (
            Technique.KEY_GAP,
            "shows a plane perpendicular to a straight wire. The magnetic field lines are circles"
            " directed counterclockwise.",
            "The ____ are circles directed counterclockwise.",
            "magnetic field lines",
        ),
        (
            Technique.KEY_GAP,
            "Let’s look at the situation from the point of view of an observer behind it. The"
            " waves are spread out. The crests arrive with an increased wavelength.",
            "The ____ arrive with an increased wavelength.",
            "crests",
        ),
        (
            Technique.STATED_MEANING,
            "The most common type of sensory ganglion is a dorsal (posterior) root ganglion. The"
            " ganglion is an enlargement of the nerve root.",
            "What is the ganglion?",
            "An enlargement of the nerve root",
        ),
        (
            Technique.KEY_GAP,
            "## Strategy\n\nWhen brakes are applied, gravitational energy is converted into"
            " internal energy of the brake material.",
            "When brakes are applied, ____ is converted into internal energy of the brake material.",
            "gravitational energy",
        ),
    ],
)
def test_tells_nothing_in_general_of_what_is_seen_or_reckoned_in_one_case(
    technique: Technique, text: str, prompt: str, answer: str
) -> None:
    assert refused(technique, text, prompt, answer) == "setting"


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
    ],
)
def test_puts_back_the_limit_that_the_sentence_tells(
    technique: Technique, text: str, prompt: str, answer: str, told: str
) -> None:
    assert asked(technique, text, prompt, answer) == told


def test_keeps_a_comma_between_what_stands_in_front_and_the_subject() -> None:
    text = "Because of rare visits from Alexandria, however, Ethiopian Christianity grew on its own."
    assert plain(text) == "Because of rare visits from Alexandria, Ethiopian Christianity grew on its own."


@pytest.mark.parametrize(
    ("technique", "text", "prompt", "answer"),
    [
        (
            Technique.LONG_SUBJECT,
            "The bacteria of the genera Cytophaga, Fusobacterium, and Bacteroides are classified"
            " together as a phylum.",
            "What is classified together as a phylum?",
            "The bacteria of the genera Cytophaga, Fusobacterium, and Bacteroides",
        ),
        (
            Technique.WORKING,
            "The entrepreneurial spirit involves a passion for presenting an idea, and a"
            " willingness to think beyond patterns.",
            "What does the entrepreneurial spirit involve?",
            "A passion for presenting an idea, and a willingness to think beyond patterns",
        ),
        (
            Technique.MEMBERS,
            "Two types of cooperatives are buyer and seller cooperatives.",
            "What are two types of cooperatives?",
            "buyer; seller cooperatives",
        ),
    ],
)
def test_lets_whole_statements_stand(technique: Technique, text: str, prompt: str, answer: str) -> None:
    assert refused(technique, text, prompt, answer) != "unproven"
