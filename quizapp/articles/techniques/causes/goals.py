"""Goals: why somebody did something, from an infinitive that says what for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause, asked, finite
from quizapp.articles.sense.subjects import stands_alone, subject_small
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.pointing import UNSURE
from quizapp.articles.techniques.causes.reasons import whole
from quizapp.articles.words.phrasing import opened, question
from quizapp.articles.words.verbs import BE, base
from quizapp.articles.words.wordlists import wordlist

_GOAL = re.compile(
    r" to (?P<goal>(?:ensure|prevent|avoid|protect|encourage|discourage|promote|reduce|counter|finance|fund"
    r"|combat|limit|strengthen|weaken|commemorate|celebrate|honou?r|secure|preserve|punish|force|persuade"
    r"|stop|improve|defend|save|escape|unify|restore|regain|raise|deter|resist|support|legitimize|replace)"
    r" [^;:—]{8,120})\.$"
)
_POINTERS = re.compile(r"\b(?:this|these|those|such|former|latter)\b", re.IGNORECASE)
_ABLE = wordlist("goals able")
_WILLING = wordlist("goals willing") | wordlist("reasons no purpose")
TAKES_TO = frozenset(
    {
        "agreement",
        "ambition",
        "attraction",
        "determination",
        "freedom",
        "habit",
        "hope",
        "inclination",
        "money",
        "motivation",
        "option",
        "pledge",
        "potential",
        "promise",
        "resource",
        "resources",
        "strength",
        "tendency",
        "threat",
        "urge",
        "wish",
    }
)
MAKING_DO = frozenset(
    {
        "advise",
        "authorize",
        "bring",
        "coerce",
        "compel",
        "convince",
        "drive",
        "empower",
        "equip",
        "entice",
        "hire",
        "incite",
        "induce",
        "invite",
        "nominate",
        "order",
        "persuade",
        "pressure",
        "provoke",
        "push",
        "recruit",
        "sign",
        "spur",
        "tempt",
        "urge",
    }
)
_LEAST, _MOST = 3, 24


def goals(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """Why somebody did something, from `did A to prevent B`."""
    line, tokens = clause.line, clause.tokens
    found = _GOAL.search(line.text)
    if found is None or clause.negated or not stands_alone(clause, topic, generic=True):
        return
    cut = next((i for i, token in enumerate(tokens) if token.start >= found.start()), None)
    if (
        cut is None
        or cut < clause.rest + 1
        or clause.end < cut
        or (clause.passive and tokens[clause.main].low == "used")
    ):
        return
    before = tokens[cut - 1]
    if before.tag not in ("NN", "NNS", "NNP", "CD") or before.low in _ABLE | TAKES_TO:
        return
    if any(
        token.tag in ("WDT", "WP", "MD", "TO", "WRB")
        or (token.tag == "VBG" and tokens[index - 1].low == "from")
        or token.low in ("that", ",", "after", "before", "when", "while", "because", "who")
        or finite(tokens, index)
        for index, token in enumerate(tokens[clause.rest : cut], clause.rest)
    ):
        return
    if tokens[clause.main].low in BE or base(tokens[clause.main].text) in _WILLING | MAKING_DO:
        return
    goal = whole(found["goal"])
    if not _LEAST <= len(goal.split()) <= _MOST or _POINTERS.search(goal):
        return
    front = clause.front_text
    tail = f" {front[0].lower()}{front[1:]}" if front and len(front.split()) <= 7 else ""
    if front and not tail:
        return
    shortened = Clause(line, clause.front, clause.subject, clause.verb, clause.main, clause.rest, cut)
    said = asked(shortened, subject_small(clause, topic))
    if " enough " in said:
        return
    doubts = (UNSURE,) if tokens[clause.verb].tag == "MD" else ()
    use = base(tokens[clause.main].text) == "use" and not tail
    prompt = question(f"For what purpose {said}" if use else f"Why {said}{tail}")
    yield Candidate(Technique.WHY, Form.FREE, prompt, opened(f"to {goal}"), line, doubts=doubts)
