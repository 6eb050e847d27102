"""Gaps for the names that an article comes back to: laws, events, bodies, places, works and people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause, clause_of
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.standing import central, full_person, partial, stands
from quizapp.articles.sense.subjects import stands_alone
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.events.namegaps import clean_edges
from quizapp.articles.techniques.gaps.cloze import gapped, shortened
from quizapp.articles.words.dated import find_dates
from quizapp.articles.words.entities import Kind, Name
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import words
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.verbs import BE, HAVE, base
from quizapp.articles.words.wordlists import wordlist

_KINDS = {
    Kind.LAW: 3.0, Kind.EVENT: 3.0, Kind.ORGANISATION: 2.0, Kind.PERSON: 1.5, Kind.PLACE: 1.5,
    Kind.OTHER: 1.0, Kind.COUNTRY: 0.5, Kind.STATE: 0.5, Kind.CITY: 0.8, Kind.PEOPLE: 0.8,
}  # fmt: skip
_WEIGHTY = re.compile(
    r"\b(?:first|only|largest|oldest|most|founded|established|created|invented|discovered|defeated|conquered|introduced"
    r"|abolished|signed|ended|began|led|leader|capital|father|author|wrote|published|passed|declared|independence"
    r"|war|treaty|law|granted|formed|launched|built|named|caused|resulted|prohibited|banned|required|guaranteed"
    r"|revolution|empire|dynasty|major|key|main|central|famous|important)\b"
)
_SAID = re.compile(
    r"\b(?:said|told|asked|replied|remembered|recalled|felt|went|came|returned|arrived|lived|moved|visited)\b"
)
_NO_SENTENCE = re.compile(
    r"[?!:;]|[“\"]|\b(?:I|percent|million|billion)\b|[%$£€]|^(?:Explain|Describe|Discuss|Identify|Analyze|See)\b"
)
_LEANING_FRONT = re.compile(
    r"^(?:At first|At last|By then|In it|Shortly after|In the end|In response|As part of|Over time"
    r"|After all|On the whole|In total|Rather)\b"
)
_BROKEN = re.compile(r"\bthat (?:when|if|while|although|because|since|by) [^,]*\.$")
# A relative clause at the end of what is left.
_LAST_CLAUSE = re.compile(r" (?:which|who|where|that) (?P<said>[^,;]+)\.$")
_LEAST, _MOST, _LEAST_RARE, _LEAST_WORTH = 9, 38, 3, 4.0
_RARE, _FEW, _NOWHERE = 5.0, 4, -9.0
_OF_WHICH = re.compile(
    r"\b(?:establishment|founding|creation|passage|signing|start|beginning|end|outbreak|leader|founder|capital)"
    r" of (?:the )?$"
)
_PIVOTAL = (Kind.LAW, Kind.EVENT)
_PEOPLE = (Kind.PERSON, Kind.OTHER, Kind.COUNTRY, Kind.CITY, Kind.STATE, Kind.PEOPLE)
_DULL = frozenset(
    {"have", "go", "come", "get", "seem", "appear", "see", "say", "include", "receive", "take", "give"}
)
_DEEDS = wordlist("names deeds") | wordlist("names lasting")
_FRONTED = re.compile(r"^(?:In|Under|During|With|At|After|Before|Following|By) (?:the )?$")
_HELPING = BE | HAVE
_TOO_KNOWN = frozenset(
    {
        "earth",
        "america",
        "americans",
        "supreme court",
        "north america",
        "south america",
        "europe",
        "asia",
        "africa",
        "united states",
        "us",
    }
    | {
        "u.s.",
        "uk",
        "united kingdom",
        "bce",
        "ce",
        "bc",
        "ad",
        "god",
        "congress",
        "north",
        "south",
        "east",
        "west",
        "senate",
    }
)


def central_gaps(line: Line, topic: Topic) -> Iterator[Candidate]:
    """A gap for the weightiest name of a sentence that says something particular of it."""
    size = len(line.text.split())
    if (
        line.text[:1].islower()
        or not line.names
        or not _LEAST <= size <= _MOST
        or line.listed
        or _NO_SENTENCE.search(line.text)
    ):
        return
    clause = clause_of(line)
    if not stands(line.text, own=True) or _LEANING_FRONT.match(line.text):
        return
    valued = [
        (worth, -name.start, name)
        for name in line.names
        if (worth := _worth(name, line, topic, clause)) >= _LEAST_WORTH
    ]
    if not valued:
        return
    name = max(valued, key=lambda each: each[:2])[2]
    if clause is not None and not _within(name, clause) and not _known(clause, topic):
        return
    prompt = shortened(line, name.start, name.end)
    if _BROKEN.search(prompt) or _cut_short(prompt, line):
        prompt = gapped(line.text, name.start, name.end)
    also = (full_person(name.text, topic),) if full_person(name.text, topic) != name.text else ()
    yield Candidate(Technique.CENTRAL_GAP, Form.CLOZE, prompt, name.text, line, also)


def _cut_short(prompt: str, line: Line) -> bool:
    """Whether what is left of a line stops before an aside, or in a clause that still has no verb."""
    if prompt.endswith(line.text[-12:]):
        return False
    found = _LAST_CLAUSE.search(prompt)
    verbless = found is not None and not any(
        token.tag in ("VBZ", "VBP", "VBD", "MD") for token in tagged(found["said"])
    )
    place = line.text.find(f"{prompt[-12:-1]}—")
    return verbless or (place >= 0 and line.text[place:].count("—") == 2)


def _worth(name: Name, line: Line, topic: Topic, clause: Clause | None) -> float:
    """How much a gap for the name is worth; 0 when it is no gap at all."""
    value = _KINDS.get(name.kind, 0.0)
    if not value or not _important(name, line, topic) or not clean_edges(line, name) or partial(line, name):
        return 0.0
    if _before_noun(name, line):
        return 0.0
    low = name.text.lower()
    if re.match(r" was born\b", line.text[name.end :]) or _person_of_them(line, name, topic):
        return 0.0
    if (
        low in _TOO_KNOWN
        or set(words(low)) <= topic.title_words
        or len(re.findall(re.escape(low), line.text.lower())) > 1
    ):
        return 0.0
    if name.kind is Kind.OTHER and " " not in name.text and topic.mentioned(name.text) < _FEW:
        return 0.0
    if re.match(r" (?:[a-z]+ )?(?:and|or) [A-Z]|['’-]", line.text[name.end :]):
        return 0.0
    rest = line.text[: name.start] + line.text[name.end :]
    rare = sum(zipf(word) < _RARE for word in set(words(rest)) if len(word) > 3)
    if rare < _LEAST_RARE:
        return 0.0
    others = sum(other is not name and other.text not in name.text for other in line.names)
    value += 0.5 * min(others, 3) + 0.2 * min(rare, 6) + 0.4 * bool(find_dates(rest)) + 0.5 * line.first
    value += (
        0.7 * bool(_WEIGHTY.search(rest))
        - 1.0 * bool(_SAID.search(rest))
        + (_position(name, line, clause) if clause else _beside(name, line))
    )
    return value + 0.15 * min(topic.mentioned(name.text), 6)


def _before_noun(name: Name, line: Line) -> bool:
    """Whether the name only says which: `Panthers | players`, `Armistice | terms required`."""
    after = [token for token in line.tokens if token.start > name.end][:2]
    if len(after) < 2 or line.text[name.end : after[0].start] != " ":
        return False
    return after[0].tag == "NNS" or (
        after[0].tag == "VBZ" and after[1].tag == "VBN" and after[0].low not in _HELPING
    )


def _person_of_them(line: Line, name: Name, topic: Topic) -> bool:
    """Whether the words in front belong to what somebody is and no name: `the Russian Marxist Lenin`."""
    known = " " in name.text and name.kind is Kind.OTHER and name.text.split()[-1] in topic.persons
    return known and bool(re.search(r"\b[Tt]he $", line.text[: name.start]))


def _important(name: Name, line: Line, topic: Topic) -> bool:
    """Whether the article comes back to the name, or a law, an event or a date vouches for whom it names."""
    if name.kind in (Kind.LAW, Kind.EVENT) or central(name, line, topic):
        return True
    weighty = bool(line.dates) or any(other.kind in (Kind.LAW, Kind.EVENT) for other in line.names)
    return name.kind is Kind.PERSON and " " in name.text and weighty


def _allowed(name: Name) -> frozenset[str]:
    """The verbs that tell what somebody did; what a people or a thing is may be told as well."""
    return _DEEDS if name.kind is Kind.PERSON else _DEEDS | {"be"}


def _known(clause: Clause, topic: Topic) -> bool:
    if clause.subject_text in ("Congress", "Parliament"):
        return True
    return stands_alone(clause, topic) and clause.subject_text not in ("The Court", "The Church")


def _within(name: Name, clause: Clause) -> bool:
    tokens = clause.tokens
    return tokens[clause.subject[0]].start <= name.start < tokens[clause.subject[1] - 1].end


def _beside(name: Name, line: Line) -> float:
    """The same by the words next to the name, where no clause was made out."""
    after = next((token for token in line.tokens if token.start >= name.end and token.tag != "RB"), None)
    if after is not None and after.tag in ("VBD", "VBZ") and base(after.text) in _DEEDS:
        return 0.9
    if re.search(r"\b[a-z]+(?:ed|wn|de|en|ht|ung|un) by (?:the )?$", line.text[: name.start]):
        return 0.8
    return -0.5 if name.kind is Kind.LAW else _NOWHERE


def _position(name: Name, line: Line, clause: Clause) -> float:
    """What the place of the name adds: subject, agent, object of a deed, event in front; else little."""
    tokens = line.tokens
    start, end = tokens[clause.subject[0]].start, tokens[clause.subject[1] - 1].end
    verb = base(tokens[clause.main].text)
    if start <= name.start and name.end == end:
        if verb in _DULL or (name.kind in _PEOPLE and verb not in _allowed(name) and not clause.passive):
            return _NOWHERE
        lead = line.text[start : name.start]
        if name.kind not in _PIVOTAL and re.search(r"\b(?:from|in|of|on|to|with) ", lead):
            return _NOWHERE
        pinned = re.fullmatch(r"(?:[Tt]he )?(?:[\w’'-]+ ){0,3}", lead)
        return _NOWHERE if not pinned else 0.5 if verb == "be" else 1.2
    before = line.text[: name.start]
    if clause.front[1] and name.end <= tokens[clause.front[1] - 1].end:
        return 0.6 if name.kind in _PIVOTAL and _FRONTED.match(before) else _NOWHERE
    if name.start > end and re.search(r"\bby (?:the )?$", before) and (clause.passive or verb in _DEEDS):
        return 1.0
    done = re.escape(tokens[clause.main].text)
    if (
        name.start > end
        and verb in _DEEDS
        and re.search(rf"\b{done} (?:the |an? )?(?:[A-Za-z-]+ )?$", before)
    ):
        return 0.8 if name.kind not in (Kind.COUNTRY, Kind.STATE) else 0.2
    if _OF_WHICH.search(before):
        return 0.6
    if name.kind is Kind.EVENT and re.search(r"\b(?:at|in|during) the $", before):
        return 0.0
    return -0.5 if name.kind is Kind.LAW else _NOWHERE
