"""What a theory says, a test shows or a rule settles, when it is said in a clause of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause
from quizapp.articles.sense.openings import front_of
from quizapp.articles.sense.themes import about, agrees, spoken
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.reasons import whole
from quizapp.articles.techniques.objects.predicates import candidate, fit, limited
from quizapp.articles.words.phrasing import question
from quizapp.articles.words.verbs import base
from quizapp.articles.words.wordlists import wordlist

_SAYING = wordlist("complements that")
_CLAUSE = re.compile(
    r"^(?:that|how|why|where|whether|what|who) (?!(?:is|are|was|were|it|they|he|she|we|you)\b)\S+ \S+ \S+"
)
_ANYBODYS = re.compile(
    r"^(?:(?:the|some|recent|current|many|most|several|early) )*(?:estimates?|stud(?:y|ies)|data"
    r"|results?|findings?|evidence|research|surveys?|polls?|reports?|records?|statistics|figures?|graphs?|tables?|diagrams?"
    r"|examples?|analys[ei]s|observations?|experiments?)$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[;:—]| – ")
_HELPERS = {"VBZ": "does", "VBP": "do"}


def claims(clause: Clause, topic: Topic, given: str = "") -> Iterator[Candidate]:
    """`What does X argue?` from `X argues that S`, `What does X determine?` from `X determines how S`."""
    tokens = clause.tokens
    verb = tokens[clause.verb]
    helper = _HELPERS.get(verb.tag, "")
    if (
        not helper
        or clause.main != clause.verb
        or base(verb.text) not in _SAYING
        or clause.rest >= clause.end
    ):
        return
    text = _ENDS.split(clause.line.text[tokens[clause.rest].start :].rstrip('.”"'))[0]
    if not _CLAUSE.match(text) or _ANYBODYS.match(clause.subject_text) or clause.negated or limited(clause):
        return
    if not about(clause, topic) or not agrees(clause) or _of_people(clause) or _two_verbs(clause):
        return
    front = given or front_of(clause)
    answer = whole(text)
    if front is None or not fit(answer, 5, 28):
        return
    asked = f"what {helper} {spoken(clause, topic)} {base(verb.text)}"
    prompt = question(f"{front}, {asked}" if front else asked)
    yield candidate(Technique.COMPLEMENT, prompt, answer, clause)


def _of_people(clause: Clause) -> bool:
    """Whether a name makes the claim, whose views are asked for elsewhere."""
    return any(token.tag.startswith("NNP") for token in clause.tokens[slice(*clause.subject)])


def _two_verbs(clause: Clause) -> bool:
    """Whether a second verb of the subject may follow behind the claim."""
    tokens, tag = clause.tokens, clause.tokens[clause.verb].tag
    return any(
        token.tag == "CC" and tokens[index + 1].tag == tag and tag == "VBZ"
        for index, token in enumerate(tokens[:-1])
        if index > clause.rest
    )
