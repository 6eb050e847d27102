"""Questions must be whole, and tell nothing in general that holds in one case only."""

from __future__ import annotations

import pytest
from judged import refused

from quizapp.articles.drafts import Technique


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
        (
            Technique.COMPLEMENT,
            "The internal resistance of the battery accounts for most of the resistance while charging.",
            "What does the internal resistance of the battery account for?",
            "Most of the resistance",
        ),
        (
            Technique.PROVISO,
            "Lawmakers may vote again. The bill can then become law only if most of them override the veto.",
            "Under what condition can the bill become law?",
            "Only if most of them override the veto",
        ),
        (
            Technique.PLACE,
            "Starch is found outside the chloroplast An important feature of these chloroplasts is"
            " their small genome.",
            "Where is starch found?",
            "Outside the chloroplast",
        ),
        (
            Technique.COMPLEMENT,
            "When the switch is moved, the circuit reduces to the circuit in part (c), and it discharges.",
            "What does the circuit reduce to?",
            "The circuit in part",
        ),
        (
            Technique.AIM,
            "Behavior therapies are used to treat such conditions, and in many cases, drugs are"
            " used along with them.",
            "What are behavior therapies used for?",
            "To treat such conditions, and in many cases, drugs are used along with them",
        ),
        (
            Technique.PLACE,
            "Enterobacteriaceae are found primarily in the gut and upper respiratory tract but can"
            " spread elsewhere.",
            "Where are Enterobacteriaceae found?",
            "Primarily in the gut",
        ),
        (
            Technique.MEANING,
            "Telemarketing is the attempted sale or marketing of goods and services to customers"
            " via telephone.",
            "What is telemarketing?",
            "The attempted sale or marketing of goods",
        ),
        (
            Technique.PLACE,
            "The teeth and the tongue are in the mouth and facilitate the breakdown of food.",
            "Where are the teeth and the tongue located?",
            "In the mouth and facilitate the breakdown of food",
        ),
        (
            Technique.COMPLEMENT,
            "An enzyme of the small intestine binds to trypsinogen and converts it into its active form.",
            "What does an enzyme of the small intestine bind to?",
            "Trypsinogen and converts it into its active form",
        ),
        (
            Technique.COMPLEMENT,
            "The minus sign is used for the approaching train, and the plus sign for the receding train.",
            "What is the minus sign used for?",
            "The approaching train, and the plus sign for the receding train",
        ),
        (
            Technique.WHICH,
            "Theta waves still dominate the activity of the brain.",
            "Which waves dominate the activity of the brain?",
            "theta waves",
        ),
        (
            Technique.REASON,
            "The increase in mass is very small, since energy is divided by , a very large number.",
            "Why is the increase in mass very small?",
            "Because energy is divided by, a very large number",
        ),
        (
            Technique.OBJECT,
            "The law prohibits the use of a secret that is possessed as a result of improper means.",
            "What does the law prohibit?",
            "The use of a secret that is possessed",
        ),
        (
            Technique.LIST,
            "There were two paths to office: “honest labour and patience,” and “letters.”",
            "What were the two paths to office?",
            "“honest labour; patience,” and “letters”",
        ),
        (
            Technique.LIST,
            "Two crews of the valley—the Upper Crew and the Lower Crew—saved the dam.",
            "What are the two crews of the valley?",
            "Upper Crew; Lower Crew—saved the dam",
        ),
        (
            Technique.SEVERAL,
            "The yield and the speed of the reaction fall with age, the impurities and the loss of heat"
            " increase, and the vessel cools until all is at rest.",
            "With which three things do the yield and the speed of the reaction fall?",
            "age; impurities; loss of heat increase",
        ),
        (
            Technique.WHO,
            "The balance Ferrand invented became the model for all later ones.",
            "Who invented became the model for all later ones?",
            "Ferrand",
        ),
        (
            Technique.KEY_GAP,
            "The inflation forecast helps inform bankers about the cost of loans.",
            "The ____ inform bankers about the cost of loans.",
            "inflation forecast helps",
        ),
        (
            Technique.LONG_SUBJECT,
            "Therefore, the only components of the magnetic field are and parallel to the plane of motion.",
            "What are parallel to the plane of motion?",
            "The only components of the magnetic field",
        ),
        (
            Technique.OBJECT,
            "Finding the Speed of a Running Train A slow goods train leaves a station in the hills.",
            "What does finding the Speed of a Running Train A slow goods train leave?",
            "A station in the hills",
        ),
        (
            Technique.OBJECT,
            "The purple bacteria use sulfide for growth and produce large stores of yellow pigment.",
            "What do the purple bacteria use?",
            "Sulfide for growth and produce large stores of yellow pigment",
        ),
        (
            Technique.COMPLEMENT,
            "The folded sacs are filled with watery fluid and exhibit very little activity.",
            "What are the folded sacs filled with?",
            "Watery fluid and exhibit very little activity",
        ),
        (
            Technique.CENTRAL_GAP,
            "Ferrand expected help because the Treaty of Alliance between France and the Swiss cantons was"
            " still in effect.",
            "____ expected help because the Treaty of Alliance between France.",
            "Ferrand",
        ),
    ],
)
def test_asks_nothing_that_is_cut_or_glued_or_holds_less(
    technique: Technique, text: str, prompt: str, answer: str
) -> None:
    assert refused(technique, text, prompt, answer) in ("unproven", "malformed")


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
        (
            Technique.OBJECT,
            "Histamine stimulates mucus secretion in nasal passages and tear formation from lacrimal glands.",
            "What does histamine stimulate?",
            "Mucus secretion in nasal passages and tear formation from lacrimal glands",
        ),
        (
            Technique.OBJECT,
            "The air flow replaces the saturated air by dry air and evaporation continues.",
            "What does the air flow replace?",
            "The saturated air by dry air",
        ),
    ],
)
def test_lets_whole_statements_stand(technique: Technique, text: str, prompt: str, answer: str) -> None:
    assert refused(technique, text, prompt, answer) != "unproven"


def test_lets_nobody_be_seen_as_what_they_do() -> None:
    text = "Totemic groups view themselves as descendants of wolves and maintain ties with other species."
    answer = "As descendants of wolves and maintain ties with other species"
    prompt = "How do totemic groups view themselves?"
    assert refused(Technique.VIEW, text, prompt, answer) == "unproven"
    assert refused(Technique.VIEW, text, prompt, "As descendants of wolves") != "unproven"
