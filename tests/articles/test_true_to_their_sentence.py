"""Questions on subjects and predicates say neither more nor less than their sentence."""

from __future__ import annotations

import pytest
from articles_to_derive import article

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.deriving import proposed
from quizapp.articles.drafts import Technique
from quizapp.articles.reading.sentences import sentences
from quizapp.articles.techniques.objects.finishing import finished

FILLER = "Students of the past learn to watch all of it with care, and so do those who keep the archives."


def proposals(text: str) -> dict[str, str]:
    """All that is proposed on a text, the answer by the prompt."""
    read = article(f"Notes\n\n{FILLER} {text}\n")
    return {each.prompt: each.answer for _, each in proposed(read, sentences(read)).candidates}


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        (
            "The testes are located in a skin-covered, highly pigmented, muscular sack called the scrotum.",
            "Where are the testes located?",
            "In a skin-covered, highly pigmented, muscular sack called the scrotum",
        ),
        (
            "In 1844, James Harper and Thomas R. Whitney founded the Order of United Americans as a "
            "semisecret, antiforeign "
            "association in New York City. James Harper was a mayor.",
            "In what year did James Harper and Thomas R. Whitney found the Order of United Americans as a "
            "semisecret, antiforeign association in New York City?",
            "1844",
        ),
        (
            "In May 1756, General Louis-Joseph, marquis de Montcalm, arrived in Canada to lead the "
            "French war "
            "effort in North America. General Louis-Joseph was a friend of Montcalm.",
            "In May 1756, who arrived in Canada to lead the French war effort in North America?",
            "General Louis-Joseph, marquis de Montcalm",
        ),
        (
            "Voter turnout refers to the percentage of eligible voters, or voters who meet the "
            "requirements of "
            "their states, who cast a ballot in an election.",
            "What does voter turnout refer to?",
            "The percentage of eligible voters, or voters who meet the requirements of their "
            "states, who cast "
            "a ballot in an election",
        ),
        (
            "An ombudsman works as an intermediary between Canada and First Nations, Inuit, and Métis "
            "peoples, the three main Indigenous groups in Canada.",
            "What does an ombudsman work as?",
            "An intermediary between Canada and First Nations, Inuit, and Métis peoples",
        ),
        (
            "The Ghassanid ruler was documented as a phylarch and given titles of honor by Justinian. "
            "The Ghassanid ruler was a friend of Justinian.",
            "What was the Ghassanid ruler documented as?",
            "A phylarch",
        ),
        (
            "Reciprocity is central to international maritime arbitration and at the core of customary law.",
            "What is reciprocity central to?",
            "International maritime arbitration",
        ),
        (
            "Sebum consists mainly of triacylglycerol, wax esters, and squalene.",
            "What does sebum mainly consist of?",
            "Triacylglycerol, wax esters, and squalene",
        ),
        (
            "In 1890, the National Suffrage Association organized several hundred state and local "
            "chapters to "
            "urge the passage of a federal amendment to guarantee a woman’s right to vote.",
            "In 1890, which association organized several hundred state and local chapters to urge "
            "the passage "
            "of a federal amendment to guarantee a woman’s right to vote?",
            "National Suffrage Association",
        ),
        (
            "The senate debated the No Child Left Behind Act, which requires states to test students in "
            "mathematics and reading.",
            "Which act requires states to test students in mathematics and reading?",
            "No Child Left Behind Act",
        ),
        (
            "The Roosevelt Corollary was based on the original Monroe Doctrine of the early "
            "nineteenth century. "
            "Theodore Roosevelt announced the Roosevelt Corollary.",
            "What was based on the original Monroe Doctrine of the early nineteenth century?",
            "Roosevelt Corollary",
        ),
        (
            "James Watt was an engineer. The concept of duty was first introduced by Watt.",
            "Who was the concept of duty first introduced by?",
            "Watt",
        ),
        (
            "Psychoanalytic theory focuses on the role of the unconscious, as well as early childhood "
            "experiences, and this perspective dominated clinical psychology.",
            "What does psychoanalytic theory focus on?",
            "The role of the unconscious, as well as early childhood experiences",
        ),
        (
            "According to Freud, the libido is focused on another area of the body at each of the "
            "five stages "
            "of development: oral, anal, phallic, latency, and genital.",
            "According to Freud, what are the five stages of development?",
            "oral; anal; phallic; latency; genital",
        ),
        (
            "In the 1970s, American microbiologist Carl Woese discovered a record of the evolution "
            "of organisms "
            "living in hot springs.",
            "In the 1970s, who discovered a record of the evolution of organisms living in hot springs?",
            "Carl Woese",
        ),
        (
            "Polygyny maximizes the family labor force and the shared resources and opportunities available "
            "for family members and creates wide kinship connections.",
            "What does polygyny maximize?",
            "The family labor force and the shared resources and opportunities available for family members",
        ),
        (
            "The Pomodoro Technique was developed by Francesco Cirillo.",
            "Who was the Pomodoro Technique developed by?",
            "Francesco Cirillo",
        ),
        (
            "The first step of the scientific method is to ask a question, select a problem, and "
            "identify the "
            "area of interest.",
            "What is the first step of the scientific method?",
            "To ask a question, select a problem, and identify the area of interest",
        ),
        (
            "The Board of Trustees oversees the long-term development and plans of the university "
            "and manages "
            "fundraising efforts.",
            "What does the Board of Trustees oversee?",
            "The long-term development and plans of the university",
        ),
        (
            "The d and l labels are derived from the Latin words dexter and laevus, respectively.",
            "What are the d and l labels derived from?",
            "The Latin words dexter and laevus, respectively",
        ),
        (
            "Thrift begins early.\n\nDuring female development, the gonads become ovaries. The other ducts "
            "degenerate. The cloaca develops into a vagina, a urethra, and a rectum.",
            "During female development, what develops into a vagina, a urethra, and a rectum?",
            "cloaca",
        ),
    ],
)
def test_what_a_comma_or_an_adjunct_would_cut_off_is_said(text: str, prompt: str, answer: str) -> None:
    assert proposals(text).get(prompt) == answer


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        (
            "Seasonal rainfall is concentrated in the warmest months from May through September.",
            "Where is seasonal rainfall concentrated?",
        ),
        (
            "Committee meetings take place on Tuesday, Wednesday and Thursday morning.",
            "Where do committee meetings take place?",
        ),
        ("Massachusetts delegates met in a Provincial Congress.", "Where did Massachusetts delegates meet?"),
        (
            "Humans are in the kingdom Animalia, the class Mammalia, and the order Primates.",
            "Where are humans located?",
        ),
        (
            "Plasmids are more commonly found in bacteria; however, plasmids have been found in archaea and "
            "eukaryotic organisms.",
            "Where have plasmids been found?",
        ),
        (
            "The complete expansion of the steam now occurs across multiple cylinders.",
            "Where does the complete expansion of the steam occur?",
        ),
        (
            "The supply curve is the long-run or neoclassical AS curve, which is located at potential GDP.",
            "Where is curve located?",
        ),
        (
            "The Nile flows thousands of miles north through Egypt before it spills into the sea.",
            "What does the Nile flow before it spills into the sea?",
        ),
        (
            "In addition to fixation, staining is almost always applied to color certain features "
            "of a specimen.",
            "In addition to fixation, what is staining almost always applied to?",
        ),
        (
            "Pregnancy requires proper nutrient-rich foods to support optimal endocrine function.",
            "What does pregnancy require proper nutrient-rich foods to do?",
        ),
        (
            "Oxygen molecules are carried from the lungs to the body’s tissues by a transport system.",
            "What are oxygen molecules carried from?",
        ),
        (
            "Populations can have cooperative interactions, which benefit the populations, or competitive "
            "interactions, in which one population competes with another for resources.",
            "What do cooperative interactions benefit?",
        ),
        (
            "The Krebs cycle occurs in the cytoplasm of prokaryotes, but it takes place in the mitochondrial "
            "matrix of eukaryotic cells.",
            "Where does the Krebs cycle occur?",
        ),
        (
            "In December of 2006, the FTC ruled on the merger of America Online, Inc. (AOL) and "
            "Time Warner, Inc. "
            "The FTC guards free trade. Shoppers may write to the FTC. Every year the FTC hears of fraud.",
            "What did the FTC do in December of 2006?",
        ),
        (
            "Norman adventurers founded the Kingdom of Sicily under Roger II after conquering "
            "southern Italy on "
            "the Saracens and Byzantines, and an expedition on behalf of their duke, William the "
            "Conqueror, led "
            "to the Norman conquest of England.",
            "Norman adventurers founded the ____ under Roger II after conquering southern Italy on "
            "the Saracens "
            "and Byzantines, and an expedition on behalf of their duke.",
        ),
        (
            "Sleep rebound refers to the fact that a sleep-deprived individual will fall asleep more quickly "
            "during subsequent opportunities for sleep.",
            "What does sleep rebound refer to during subsequent opportunities for sleep?",
        ),
        (
            "Sodium and chloride ions are the two reactants in the production of table salt.",
            "What are the two reactants in the production of table salt?",
        ),
        (
            "The insulin signals skeletal muscle fibers and liver cells to take up the excess glucose.",
            "What does the insulin signal?",
        ),
        (
            "Depression can decrease a person’s ability to function at work and at home.",
            "What effect can depression have on a person’s ability?",
        ),
        (
            "Several authors argue that markets exclude the poor. In other words, poverty is "
            "understood as an "
            "unwanted consequence of the market economy.",
            "What is poverty understood as?",
        ),
        (
            "James Watson, an American scientist, and Francis Crick, a British scientist, were "
            "working together "
            "in Cambridge to discover the structure of DNA. James Watson told of it.",
            "Who was working together in Cambridge to discover the structure of DNA?",
        ),
        (
            "The city of Newcastle was named after the castle built in 1080 by Robert Curthose.",
            "Who named the city of Newcastle after the castle built in 1080?",
        ),
        (
            "Congress enacted Section 7(a) of the National Industrial Recovery Act, which protected "
            "the rights "
            "of workers to join unions and bargain collectively.",
            "What did the National Industrial Recovery Act do?",
        ),
        (
            "Literacy is a link between life and learning. Literacy is the ability to evaluate "
            "sources on the "
            "basis of what questions were asked.",
            "Which link is the ability to evaluate sources on the basis of what questions were asked?",
        ),
        (
            "In cases of alkalosis, the kidneys decrease the production of bicarbonate and reabsorb hydrogen "
            "ions from the tubular fluid.",
            "In cases of alkalosis, what decreases the production of bicarbonate and reabsorb hydrogen ions "
            "from the tubular fluid?",
        ),
    ],
)
def test_what_the_sentence_does_not_say_is_not_asked(text: str, prompt: str) -> None:
    assert prompt not in proposals(text)


def test_with_an_aim_is_not_with_a_thing() -> None:
    text = "In 1825, the Tract Society formed with the goal of spreading the message in many books."
    read = article(f"Notes\n\n{FILLER} {text}\n")
    line = next(each for each in proposed(read, sentences(read)).topic.lines if each.text == text)
    prompt, answer = (
        "What did the Tract Society form with?",
        "The goal of spreading the message in many books",
    )
    assert not list(finished([Candidate(Technique.COMPLEMENT, Form.FREE, prompt, answer, line)]))
