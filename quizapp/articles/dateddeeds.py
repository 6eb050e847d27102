"""What somebody did, or what became of something, in a given year: the whole deed is the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.clauses import Clause
from quizapp.articles.dated import Dated, Precise
from quizapp.articles.drafts import Technique
from quizapp.articles.entities import Kind
from quizapp.articles.phrasing import opened, plural, question
from quizapp.articles.reasons import whole
from quizapp.articles.standing import answers, central, full_person, name_at, stands, telling
from quizapp.articles.topic import Topic
from quizapp.articles.verbs import BE, base
from quizapp.articles.wordlists import wordlist

_DEEDS = wordlist("names deeds") | wordlist("names lasting") | wordlist("happenings event verbs")
_DULL = wordlist("happenings dull") | frozenset(
    {"bear", "be", "become", "have", "go", "say", "die", "see", "open"}
)
_PRECISE = frozenset(
    {Precise.YEAR, Precise.DAY, Precise.MONTH, Precise.ERA_YEAR, Precise.DECADE, Precise.SPAN}
)
_WHEN = re.compile(r"^(?:In|On|By|During|Between) (?:the )?")
_PEOPLE = (Kind.PERSON, Kind.OTHER, Kind.PEOPLE, Kind.COUNTRY, Kind.STATE, Kind.ORGANISATION, Kind.CITY)
_MONEY = re.compile(r"[$£€%]|\b(?:percent|million|billion)\b")
_LEAST, _MOST = 5, 24


def dated_deeds(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """What X did in a year, from `In 1680, X launched ...` and `X launched ... in 1680`."""
    line, tokens = clause.line, clause.tokens
    if len(line.dates) != 1 or line.dates[0].precise not in _PRECISE or clause.negated:
        return
    verb = base(tokens[clause.main].text)
    if verb not in _DEEDS or verb in _DULL or tokens[clause.verb].tag not in ("VBD", "VBZ"):
        return
    if clause.main != clause.verb and not clause.passive:
        return
    first, last = clause.subject
    name = name_at(line, tokens[first].start, tokens[last - 1].end)
    if name is None or name.kind not in _PEOPLE or not central(name, line, topic):
        return
    cut = _without_date(clause, line.dates[0])
    if cut is None:
        return
    said, when = cut
    said = whole(said)
    if (
        not _LEAST <= len(said.split()) <= _MOST
        or not answers(said)
        or not telling(said)
        or _MONEY.search(said)
    ):
        return
    if re.match(r"(?:\w+ ){1,2}(?:it|them|him|her)\b", said):
        return
    if name.text in ("Court", "Congress", "Senate", "House", "Parliament", "Army"):
        return
    the = "the " if clause.subject_text.lower().startswith("the ") else ""
    who = the + full_person(name.text, topic)
    if clause.passive:
        prompt, answer = f"What happened to {who} {when}", f"{_it(name.kind, name.text)} {said}"
        yield Candidate(Technique.HAPPENED, Form.FREE, question(prompt), answer, line)
    else:
        yield Candidate(
            Technique.DATED_DEED, Form.FREE, question(f"What did {who} do {when}"), opened(said), line
        )


def _it(kind: Kind, name: str) -> str:
    if kind in (Kind.PERSON, Kind.OTHER):
        return name
    return "They" if kind is Kind.PEOPLE or plural(name) else "It"


def _without_date(clause: Clause, date: Dated) -> tuple[str, str] | None:
    """The predicate without its date, and the date with its preposition; None when they cannot be parted."""
    line, tokens = clause.line, clause.tokens
    start, end = tokens[clause.verb].start, tokens[clause.end - 1].end
    if clause.front[1] and date.end <= tokens[clause.front[1] - 1].end:
        front = clause.front_text
        if not _WHEN.match(front) or not stands(front) or len(front.split()) > 7:
            return None
        return line.text[start:end].rstrip(" ,"), front[0].lower() + front[1:]
    if clause.front[1] or not start <= date.start < end:
        return None
    found = re.search(r",? (?P<how>in|on|by|during) (?:the )?$", line.text[start : date.start])
    if found is None or not re.match(
        r"$|[.,;]| (?:to|by|with|after|at|in|as|from|for|on|under)\b", line.text[date.end : end]
    ):
        return None
    said = line.text[start : start + found.start()] + line.text[date.end : end]
    if len(said.split()) < 2 or (said.split()[0].lower() in BE and len(said.split()) < 3):
        return None
    when = line.text[start + found.start("how") : date.end]
    return re.sub(r"\s+", " ", said).strip(" ,"), when
