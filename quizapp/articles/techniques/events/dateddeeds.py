"""What somebody did, or what became of something, in a given year: the whole deed is the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause
from quizapp.articles.sense.standing import (
    answers,
    central,
    ends_in_verb,
    exemplary,
    full_person,
    stands,
    telling,
)
from quizapp.articles.sense.subjects import stands_alone, subject_small
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.reasons import whole
from quizapp.articles.words.dated import Precise
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.phrasing import opened, plural, question
from quizapp.articles.words.verbs import base
from quizapp.articles.words.wordlists import wordlist

_DEEDS = wordlist("names deeds") | wordlist("names lasting") | wordlist("happenings event verbs")
_DULL = (
    wordlist("happenings dull")
    | wordlist("whichwhat weak verbs")
    | frozenset({"bear", "be", "become", "have", "go", "say", "die", "see", "open"})
)
# What lasts is no deed of one year.
_LASTING = frozenset({"know", "hold", "own", "believe", "account", "contain", "remain", "belong", "want"})
_PRECISE = frozenset(
    {Precise.YEAR, Precise.DAY, Precise.MONTH, Precise.ERA_YEAR, Precise.DECADE, Precise.SPAN}
)
_WHEN = re.compile(r"^(?:In|On|During|Between|After|Before|Following) (?:the )?")
_UNDER = re.compile(r"^(?:Under|At|By|With|Through) (?!the (?:time|end|beginning)\b)")
_PEOPLE = (Kind.PERSON, Kind.OTHER, Kind.PEOPLE, Kind.COUNTRY, Kind.STATE, Kind.ORGANISATION, Kind.CITY)
# What many others did as well, or a state among much else, one date does not tell.
_SOME_PEOPLE = re.compile(r"^(?:two|three|four|five|six|seven|eight|nine|ten|\d+) ", re.IGNORECASE)
_ASSISTED = re.compile(r" (?:assisted|accompanied|joined|supported|aided|helped|led|backed) by .+$")
_BY_DOING = re.compile(r"^(?:By|With|Through) [a-z]+ing\b")
# The date is that of what stands before it: `until the construction of Canberra in 1927`.
_OF_ANOTHER = re.compile(r"\b(?:until|till|before|after|since|following|when|where|who|which|that)\b[^,;]*$")
_MONEY = re.compile(r"[$£€%]|\b(?:percent|million|billion)\b")
_BEFORE_DATE = re.compile(r",? (?P<how>in|on|during) (?:the )?$")
_AFTER_DATE = re.compile(r"$|[.,;]| (?:to|by|with|after|at|in|as|from|for|on|under)\b")
_DECADE = re.compile(r"\d0s$")
_BODIES = frozenset(
    {"Court", "Congress", "Senate", "House", "Parliament", "Army", "The Court", "The Senate", "the Court"}
)
_LEAST, _MOST, _LONG_FRONT, _LONGEST_FRONT, _MOST_DOUBTS = 4, 26, 7, 11, 2


def dated_deeds(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """What X did in a year, from `In 1680, X launched ...` and `X launched ... in 1680`."""
    tokens = clause.tokens
    verb = base(tokens[clause.main].text)
    if verb in _DULL or tokens[clause.verb].tag not in ("VBD", "VBZ") or clause.negated:
        return
    if clause.main != clause.verb and not clause.passive:
        return
    # `Pardue (2011) describes the growth of radio in the 1980s`: when is no part of the deed.
    if not clause.passive and (tokens[clause.verb].tag == "VBZ" or verb in _LASTING):
        return
    subject, known = _subject(clause, topic)
    cut = _without_when(clause) if subject else None
    if cut is None:
        return
    said, when = _closed(whole(cut[0]), clause.line.text), cut[1]
    if _DECADE.search(when) and _kind(clause) is not Kind.PERSON:
        return
    if not _LEAST <= len(said.split()) <= _MOST or not answers(said) or not telling(said, 1):
        return
    doubts = tuple(_doubts(verb, said, when, known))
    if len(doubts) > _MOST_DOUBTS or {"plain deed", "not central"} <= set(doubts) or "that, " in said:
        return
    if doubts and (exemplary(clause.line) or (clause.passive and " when " in said)):
        return
    if re.match(r"['’]", said) or re.match(r"(?:\w+ ){1,2}(?:it|them|him|her)\b", said):
        return
    if re.search(r" (?:and|or)$", said) or ends_in_verb(said) or re.search(r"\bit\b", when):
        return
    if clause.passive:
        kind, text = _kind(clause), clause.subject_text
        prompt, answer = f"What happened to {subject} {when}", f"{_it(kind, text, subject)} {said}"
        yield Candidate(Technique.HAPPENED, Form.FREE, question(prompt), answer, clause.line, doubts=doubts)
    else:
        if not known or _kind(clause) is Kind.COUNTRY or _SOME_PEOPLE.match(subject):
            return
        prompt = question(f"What did {_ASSISTED.sub('', subject)} do {when}")
        yield Candidate(Technique.DATED_DEED, Form.FREE, prompt, opened(said), clause.line, doubts=doubts)


def _doubts(verb: str, said: str, when: str, known: bool) -> Iterator[str]:
    """What speaks against asking what was done then."""
    if verb not in _DEEDS:
        yield "plain deed"
    if not known:
        yield "not central"
    if not telling(said):
        yield "few rare words"
    if _MONEY.search(said):
        yield "amount"
    if len(when.split()) > _LONG_FRONT:
        yield "long front"


def _closed(said: str, text: str) -> str:
    """The deed with the rest of a title that a mark within has cut: `a paper titled “Is Knowledge Power?`."""
    if said.count("“") <= said.count("”"):
        return said
    place = text.find(said)
    end = text.find("”", place + len(said)) if place >= 0 else -1
    return re.sub(r",(?=”$)", "", text[place : end + 1]) if end >= 0 else said


def _subject(clause: Clause, topic: Topic) -> tuple[str, bool]:
    """The doer as a question names it, "" when it holds no name; and whether the article comes back to it."""
    line, tokens = clause.line, clause.tokens
    start, end = tokens[clause.subject[0]].start, tokens[clause.subject[1] - 1].end
    inside = [name for name in line.names if start <= name.start and name.end <= end and name.kind in _PEOPLE]
    known = any(central(name, line, topic) for name in inside)
    if all(name.kind is Kind.PEOPLE and name.end < end for name in inside) or clause.subject_text in _BODIES:
        return "", known
    if (
        not stands(clause.subject_text)
        or not stands_alone(clause, topic)
        or re.search(r"[,’']", clause.subject_text)
    ):
        return "", known
    if len(inside) == 1 and inside[0].text == clause.subject_text:
        return full_person(clause.subject_text, topic), known
    return subject_small(clause, topic), known


def _kind(clause: Clause) -> Kind:
    end = clause.tokens[clause.subject[1] - 1].end
    return next((name.kind for name in clause.line.names if name.end == end), Kind.OTHER)


def _it(kind: Kind, text: str, subject: str) -> str:
    if kind in (Kind.PERSON, Kind.OTHER):
        return opened(subject)
    return "They" if kind is Kind.PEOPLE or plural(text) or " and " in text else "It"


def _without_when(clause: Clause) -> tuple[str, str] | None:
    """The predicate without its date, and the date with its preposition; None when they cannot be parted.

    A war or another event in front counts as a date.
    """
    line, tokens = clause.line, clause.tokens
    start, end = tokens[clause.verb].start, tokens[clause.end - 1].end
    dates = [date for date in line.dates if date.precise in _PRECISE and date.start < end]
    front = clause.front_text
    if front:
        limit = tokens[clause.front[1] - 1].end
        event = any(name.kind is Kind.EVENT and name.end <= limit for name in line.names)
        placed = (event and not dates) or (len(dates) == 1 and dates[0].end <= limit)
        under = not dates and bool(_UNDER.match(front)) and any(name.end <= limit for name in line.names)
        if (
            not (under or (placed and _WHEN.match(front)))
            or not stands(front)
            or len(front.split()) > _LONGEST_FRONT
            or _BY_DOING.match(front)
        ):
            return None
        return line.text[start:end].rstrip(" ,"), front[0].lower() + front[1:]
    if len(dates) != 1 or not start <= dates[0].start < end:
        return None
    date = dates[0]
    found = _BEFORE_DATE.search(line.text[start : date.start])
    if found is None or not _AFTER_DATE.match(line.text[date.end : end]):
        return None
    if _OF_ANOTHER.search(line.text[start : start + found.start()]):
        return None
    said = line.text[start : start + found.start()] + line.text[date.end : end]
    return re.sub(r"\s+", " ", said).strip(" ,"), line.text[start + found.start("how") : date.end]
