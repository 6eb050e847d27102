"""What is the first, the largest or the main of its kind, and what the N of something is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause
from quizapp.articles.sense.subjects import subject_small
from quizapp.articles.sense.themes import about, agrees
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.events.identities import of_somebody
from quizapp.articles.techniques.objects.peopled import of_people
from quizapp.articles.techniques.objects.predicates import candidate, fit, parted
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.phrasing import bare, opened, plural, question, small
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.verbs import BE
from quizapp.articles.words.wordlists import wordlist

_NO_NOUNS = wordlist("superlatives no nouns")
_MOST = re.compile(
    r"^[Tt]he (?:(?:single |second |third |world[’']s )?(?:[a-z]{3,}est|most [a-z-]+|least [a-z-]+"
    r"|best[ -][a-z]+|best"
    r"|worst)|first|only|last|main|primary|chief|principal|major|key|leading|central|basic|fundamental"
    r"|ultimate"
    r"|sole) (?P<noun>[a-z][\w’'-]*(?: [\w’'-]+)*)$"
)
_OF = re.compile(
    r"^[Tt]he (?P<noun>(?:[a-z][a-z-]+ ){1,3})(?:of|in|for|between|among|on|to|behind) (?P<what>.+)$"
)
_SUPERLATIVE = re.compile(
    r"^(?P<the>the|one of the) (?:(?:single |second |third |world[’']s |country[’']s |nation[’']s )?"
    r"(?:[a-z]{3,}est|most (?!of\b)[a-z-]+|least [a-z-]+|best)|first|only|last|main|primary|principal"
    r"|leading) [a-z]"
)
_PINNED = re.compile(r" (?:of|in|to|that|which|who|for|on|between|within|ever|for|among|from|behind) ")
_FALSE = re.compile(
    r"\b(?:the (?:interest|rest|west|forest|harvest|honest|request|contest|test|guest|quest|modest))\b"
)
_EVALUATES = re.compile(
    r"^(?:an? (?:[a-z-]+ ){0,2}(?:way|example|practice|part|stroke|success|failure|topic|problem|matter"
    r"|issue|thing"
    r"|question|factor|step|source|reason)|part of|one of|something|examples? of|not |the same"
    r"|the following|both|home to)\b"
)
_LEANS = re.compile(r"^[Tt]he (?:remaining|other|latter|former|same|next)\b")
_OWN = re.compile(r"\b(?:its|their|his|her)\b")
_LEAST, _LONGEST = 1, 20


def superlatives(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """`The main X of Y is Z`, `The capital of Y is Z` and `Z is the largest X of Y`, asked for Z."""
    tokens = clause.tokens
    verb = tokens[clause.verb]
    if clause.main != clause.verb or verb.low not in BE or clause.negated or clause.front_text:
        return
    rest, tail = parted(clause)
    if not rest or tail:
        return
    yield from _of_subject(clause, rest, topic)
    yield from _of_predicate(clause, rest, topic)


def _of_subject(clause: Clause, rest: str, topic: Topic) -> Iterator[Candidate]:
    subject = clause.subject_text
    most, of = _MOST.match(subject), _OF.match(subject)
    if _FALSE.search(subject) or not (most or of) or not agrees(clause) or not about(clause, topic):
        return
    if most and not (_PINNED.search(subject) or len(most["noun"].split()) > 1):
        return
    if of and not most and set(of["noun"].split()) & _NO_NOUNS:
        return
    if _LEANS.match(subject) or _told_twice(clause, topic):
        return
    first = tagged(rest.removeprefix("that "))[0]
    if not most and (first.low in ("a", "an") or first.tag == "VBG"):
        return
    if first.tag not in ("DT", "NN", "NNS", "NNP", "NNPS", "VBG", "TO") and not rest.startswith("that "):
        return
    people = clause.tokens[clause.verb].low in ("are", "were") and of_people(
        clause.tokens[slice(*clause.subject)]
    )
    asks = "Who" if people or _person(clause, rest) else "What"
    prompt = question(f"{asks} {clause.tokens[clause.verb].text} {subject_small(clause, topic)}")
    yield from _made(clause, prompt, rest)


def _told_twice(clause: Clause, topic: Topic) -> bool:
    """Whether the article says of the same words what else they are: `The symbol for the ion is`."""
    said = f"{clause.subject_text} {clause.tokens[clause.verb].text} ".lower()
    return any(said in line.text.lower() and line.number != clause.line.number for line in topic.lines)


def _of_predicate(clause: Clause, rest: str, topic: Topic) -> Iterator[Candidate]:
    found = _SUPERLATIVE.match(rest)
    if not found or not _PINNED.search(rest) or _FALSE.search(rest) or found["the"] != "the":
        return
    subject = clause.subject_text
    head = _PINNED.split(rest)[0].split()[-1]
    if plural(head) != (clause.tokens[clause.verb].low in ("are", "were")):
        return
    if (
        not about(clause, topic)
        or re.search(r"\b(?:but|and) ", rest)
        or not fit(rest, 4, 24)
        or _OWN.search(rest)
    ):
        return
    if len(subject.split()) > 6 or subject.lower() == topic.title.lower():
        return
    if subject.endswith(("’s", "'s")):
        return
    person = _person(clause, subject) or _holds(clause, subject)
    country = any(name.kind is Kind.COUNTRY and name.text == bare(subject) for name in clause.line.names)
    which = country and "country" not in rest and "nation" not in rest
    asks = "Who" if person else "Which country" if which else "What"
    asked = question(f"{asks} {clause.tokens[clause.verb].text} {rest}")
    answer = small(subject, topic.capitals) if clause.subject[0] == 0 else subject
    yield Candidate(Technique.SUPERLATIVE, Form.SHORT, asked, bare(answer), clause.line)


def _made(clause: Clause, prompt: str, answer: str) -> Iterator[Candidate]:
    told = clause.tokens[clause.rest : clause.end]
    if not _LEAST <= len(answer.split()) <= _LONGEST or _EVALUATES.match(answer):
        return
    if not any(token.tag.startswith("NN") for token in told) or answer[:1].isdigit():
        return
    if len(answer.split()) <= 3 and answer[0].isupper():
        yield Candidate(Technique.SUPERLATIVE, Form.SHORT, prompt, bare(answer), clause.line)
    elif fit(answer, 1):
        yield candidate(Technique.SUPERLATIVE, prompt, opened(answer), clause)


def _holds(clause: Clause, subject: str) -> bool:
    """Whether the predicate is an office or a trade, `the primary advocate for ...`, of no land or body."""
    bodies = (Kind.COUNTRY, Kind.STATE, Kind.ORGANISATION, Kind.CITY)
    body = any(name.kind in bodies and name.text in subject for name in clause.line.names)
    return not body and of_somebody(clause.rest_text)


def _person(clause: Clause, text: str) -> bool:
    return any(name.kind is Kind.PERSON and text.startswith(name.text) for name in clause.line.names)
