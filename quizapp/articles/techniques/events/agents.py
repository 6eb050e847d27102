"""Who did it: the agent of a deed in the passive and its subject in the active."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause
from quizapp.articles.sense.kinds import singular
from quizapp.articles.sense.openings import holds_a_deed, with_front
from quizapp.articles.sense.standing import exemplary, full_person, stands, telling
from quizapp.articles.sense.subjects import stands_alone, subject_small
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.entities import Kind, Name
from quizapp.articles.words.lexicon import may_be, zipf
from quizapp.articles.words.phrasing import question
from quizapp.articles.words.tagging import NOUNS, Token
from quizapp.articles.words.verbs import BE, HAVE, base, past, third
from quizapp.articles.words.wordlists import wordlist

_DEEDS = wordlist("names deeds")
_ACHIEVEMENTS = frozenset(
    {
        "coin",
        "develop",
        "discover",
        "establish",
        "formulate",
        "found",
        "introduce",
        "invent",
        "isolate",
        "patent",
        "pioneer",
        "propose",
    }
)
_LASTING = _ACHIEVEMENTS | frozenset(
    {"write", "compose", "publish", "abolish", "conquer", "defeat", "unify", "prove"}
)
_RARE_WORD = 4.0
_NO_DEEDS = BE | HAVE | wordlist("whichwhat weak verbs") | wordlist("happenings dull")
_IN_LEAD = frozenset({"DT", "JJ", "NN", "NNP", "VBN", "JJS", "POS"})
_PEOPLE = wordlist("whichwhat people") | wordlist("entities titles")
_NO_AGENT = wordlist("whichwhat no agents")
_LEAST, _MOST, _MOST_DOUBTS, _TWICE, _NEAR, _LONGEST_FRONT = 3, 18, 2, 2, 8, 6
_MORE = wordlist("whichwhat deeds")
SUPERLATIVE = re.compile(
    r"\b(?:first|last|only|largest|smallest|oldest|youngest|highest|lowest|longest|shortest|biggest"
    r"|deepest|fastest"
    r"|richest|tallest|earliest|foremost|greatest|most)\b"
)
_DATED = re.compile(r"(?:in|on|during) [^,]*(?:\d|century|decade)[^,]*$")
_NO_NAMES = frozenset({"Act", "Bill", "Court", "Law", "Treaty", "Union", "Party", "War", "Council"})
# An office, a law or a body, and what is thought: `CEO`, `FECA`, `Zionism`.
_NOBODY = re.compile(r"^(?:[A-Z]{2,}|.*ism)$")
_NO_YEAR = re.compile(
    r"^(?:In|On|By) (?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d\d?)?$"
)


def agents(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """Who did it, from `X was invented by Y`."""
    tokens, line = clause.tokens, clause.line
    verb = base(tokens[clause.main].text)
    if not clause.passive or clause.negated or verb in _NO_AGENT:
        return
    if not (stands_alone(clause, topic) or _rare_thing(clause)):
        return
    if tokens[clause.verb].low not in BE:
        return
    by = next(
        (i for i in range(clause.rest, min(clause.end, clause.rest + _NEAR)) if tokens[i].low == "by"), None
    )
    if by is None or by + 1 >= clause.end:
        return
    start = tokens[by + 1].start
    name = next((n for n in line.names if 0 <= n.start - start <= 24 and n.kind is not Kind.PEOPLE), None)
    if name is None or name.text.lower() in topic.main:
        return
    lead = line.text[start : name.start]
    if lead and (not re.fullmatch(r"(?:the )?(?:[\w-]+ ){0,3}", lead) or re.search(r"\bof ", lead)):
        return
    after = next((i for i in range(by, clause.end) if tokens[i].start >= name.end), clause.end)
    if after < clause.end and (tokens[after].tag in ("CC", "POS") or tokens[after].text in (",", "-")):
        return
    if any(tokens[i].tag in ("CC", "RP", "TO") or done_to(tokens, i) for i in range(clause.rest, by)):
        return
    tail = re.split(r",? (?:which|who|that|where|and)\b", line.cut(after, clause.end))[0]
    if len(tail.split()) > 10 or re.match(r"(?:of|'s|’s)\b", tail):
        return
    before = tokens[clause.verb].low in ("was", "were")
    form = (
        (tokens[clause.main].text if tokens[clause.main].text.endswith("ed") else past(verb))
        if before
        else third(verb)
    )
    named = {Kind.COUNTRY: "country", Kind.ORGANISATION: "organization", Kind.LAW: "law", Kind.EVENT: "event"}
    who = f"Which {named[name.kind]}" if name.kind in named else "Who"
    doubts = () if verb in _LASTING | _MORE else ("plain deed",)
    if name.kind is Kind.OTHER and topic.mentioned(name.text) < _TWICE and not lead and " " not in name.text:
        doubts = ("named once", *doubts)
    asked = line.cut(clause.subject[0], clause.end)
    if len(doubts) > 1 or (doubts and not (stands(asked, own=True) and telling(asked))):
        return
    front = clause.front_text
    ending = f" {front[0].lower()}{front[1:]}" if front and len(front.split()) <= 5 else ""
    between, subject = line.cut(clause.rest, by), subject_small(clause, topic)
    if not front and _DATED.match(between) and holds_a_deed(subject):
        prompt = question(f"{between}, {who[0].lower()}{who[1:]} {form} {subject} {tail}")
    else:
        prompt = question(f"{who} {form} {subject} {between} {tail}{ending}")
    technique = Technique.WHO if verb in _LASTING else Technique.DEED
    full = full_person(name.text, topic)
    also = (name.text,) if full != name.text else ()
    yield Candidate(technique, Form.SHORT, prompt, full, line, also, doubts=doubts)


def done_to(tokens: Sequence[Token], index: int) -> bool:
    """Whether a participle, with an agent of its own, tells of the noun before it: `the castle built by`."""
    return tokens[index].tag in ("VBN", "VBD") and tokens[index - 1].tag in NOUNS


def _rare_thing(clause: Clause) -> bool:
    """Whether the subject is one word that no reader takes for anything else: `Psychoanalysis`."""
    inside = clause.tokens[slice(*clause.subject)]
    return len(inside) == 1 and inside[0].tag == "NN" and 0 < zipf(inside[0].low) < _RARE_WORD


def doers(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """Who did it, from `X invented Y`, when Y is worth knowing by name or as a first."""
    tokens, line = clause.tokens, clause.line
    verb = tokens[clause.verb]
    if clause.main != clause.verb or verb.tag != "VBD" or base(verb.text) in _NO_DEEDS or clause.negated:
        return
    if clause.rest >= clause.end:
        return
    subject = clause.subject_text
    name = at_end(clause)
    if name is None or name.text.lower() in topic.main or name.text.lower() in topic.title.lower():
        return
    if _half(name, clause) or name.text in _NO_NAMES or _NOBODY.match(name.text):
        return
    if name.kind not in (Kind.PERSON, Kind.OTHER, Kind.ORGANISATION, Kind.COUNTRY) or " and " in subject:
        return
    rest = clause.rest_text
    if _of_no_person(name, clause) or re.search(r" vs?$", rest):
        return
    doubts = tuple(_little_known(clause, name, topic))
    if "no name inside" in doubts and (name.kind is Kind.COUNTRY or _of_many(name)):
        return
    if doubts and (_asked_elsewhere(name, clause) or len(doubts) > _MOST_DOUBTS or exemplary(line)):
        return
    if re.match(r"an? (?:wide|broad|large|new|number|variety|series|range|few|similar)\b", rest):
        return
    rest = re.split(r" to (?:explain|describe|address|solve|meet) (?:this|these|it|the)\b", rest)[0]
    if tokens[clause.rest].tag == "IN" or not _LEAST <= len(rest.split()) <= _MOST:
        return
    if doubts and not (stands(rest, own=True) and telling(rest, 1)):
        return
    front = "" if _NO_YEAR.match(clause.front_text) else clause.front_text
    front = front if len(front.split()) <= _LONGEST_FRONT else ""
    who = {Kind.COUNTRY: "Which country", Kind.ORGANISATION: "Which organization"}.get(name.kind, "Who")
    prompt = question(with_front(f"{who} {verb.text} {rest}", front, rest))
    full = full_person(name.text, topic)
    also = (name.text,) if full != name.text else ()
    yield Candidate(Technique.WHO, Form.SHORT, prompt, full, line, also, doubts=doubts)


def _little_known(clause: Clause, name: Name, topic: Topic) -> Iterator[str]:
    """Why a deed may not be one that somebody is known for."""
    line, rest, verb = clause.line, clause.rest_text, clause.tokens[clause.verb]
    spelled = base(verb.text)
    if spelled not in _DEEDS & _LASTING:
        yield "plain deed"
    if name.kind is Kind.OTHER and topic.mentioned(name.text) < _TWICE and " " not in name.text:
        yield "named once"
    if spelled in _ACHIEVEMENTS:
        return
    if re.match(r"an? ", rest):
        yield "any"
    inside = any(n.start > verb.end and n.text in rest for n in line.names if n.kind is not Kind.PEOPLE)
    if not (inside or SUPERLATIVE.search(rest) or "“" in rest or '"' in rest):
        yield "no name inside"


def _asked_elsewhere(name: Name, clause: Clause) -> bool:
    """Whether the subject is a person's name and nothing else, for whom any deed asks."""
    plain = name.text == clause.subject_text
    return plain and name.kind not in (Kind.ORGANISATION, Kind.COUNTRY)


def _of_many(name: Name) -> bool:
    """Whether a name is that of many people, or of something that happened more than once: `Palmer Raids`."""
    last = name.text.split()[-1].lower()
    return name.kind is Kind.OTHER and singular(last) != last and may_be(last, "NNS")


def _of_no_person(name: Name, clause: Clause) -> bool:
    """Whether a name of nobody is asked for with `Who`: `The Keynesian Perspective`, `the FECA`."""
    if name.kind is not Kind.OTHER:
        return False
    subject, last = clause.subject_text.lower(), name.text.split()[-1].lower()
    if subject == f"the {name.text.lower()}":
        return True
    # `NASA's robotic Lunar Reconnaissance Orbiter`
    of_one = re.match(r"(?:the\b|.*['’]s? )", subject) is not None and " " in name.text
    return of_one and may_be(last, "NN") and last not in _PEOPLE


def _half(name: Name, clause: Clause) -> bool:
    """Whether it is the end of a name or of a run: `New Lights`, `Britain, France, and Italy`."""
    before = clause.line.text[: name.start]
    if re.search(r"\b[A-Z][\w’'-]*,? (?:and|or|y|e|de|del|da|di|van|von|der|la|le|al|ibn|bin) $", before):
        return True
    first = clause.tokens[clause.subject[0]]
    return " " not in name.text and name.kind is Kind.OTHER and first.tag == "JJ" and first.start < name.start


def at_end(clause: Clause) -> Name | None:
    """The name that is the subject, alone or after what it is: `the German astronomer Johannes Kepler`."""
    line, tokens = clause.line, clause.tokens
    first, last = clause.subject
    end = tokens[last - 1].end
    name = next((n for n in line.names if n.end == end and n.start >= tokens[first].start), None)
    if name is None or name.kind is Kind.PEOPLE:
        return None
    lead = [token for token in tokens[first:last] if token.start < name.start]
    return name if all(token.tag in _IN_LEAD for token in lead) else None
