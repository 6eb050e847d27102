"""Gaps for the names that an article comes back to: laws, events, bodies, places, works and people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause, clause_of
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.standing import answers, central, full_person, partial, stands
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
_NO_SENTENCE = re.compile(r"[?!]|\bI\b|\bSt\.$|^(?:Explain|Describe|Discuss|Identify|Analyze|See)\b")
_NUMERAL = re.compile(r"[IVX]+")
_FIGURES = re.compile(r"\b(?:percent|million|billion)\b|[%$£€]")
_SEVERAL_PARTS = re.compile(r"[:;]|[“\"]")
_PRONOUN = re.compile(r"^(?:It|They|He|She|Its|Their|His|Her)\b")
_LEANING_FRONT = re.compile(
    r"^(?:At first|At last|By then|In it|Shortly after|In the end|In response|As part of|Over time"
    r"|After all|On the whole|In total|Rather)\b"
)
_BROKEN = re.compile(r"\bthat (?:when|if|while|although|because|since|by) [^,]*\.$")
# A relative clause at the end of what is left.
_LAST_CLAUSE = re.compile(r" (?:which|who|where|that) (?P<said>[^,;]+)\.$")
_LEAST, _MOST, _LEAST_RARE, _LEAST_WORTH = 9, 38, 3, 4.0
_LEAST_AT_ALL, _MOST_AT_ALL, _RARE_AT_ALL, _WORTH_AT_ALL = 8, 42, 2, 3.5
_RARE, _FEW, _FEW_AT_ALL, _NOWHERE, _ASIDE, _MOST_OF_LINE = 5.0, 4, 2, -9.0, -0.9, 2
_MOST_DOUBTS, _WORTH_ASIDE = 2, 4.0
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


@dataclass(frozen=True, slots=True)
class _Found:
    """A name, what a gap for it is worth, and what speaks against it."""

    worth: float
    name: Name
    doubts: tuple[str, ...]


def central_gaps(line: Line, topic: Topic) -> Iterator[Candidate]:
    """Gaps for the weightiest name or two of a sentence that says something particular of them."""
    size = len(line.text.split())
    if (
        line.text[:1].islower()
        or not line.names
        or not _LEAST_AT_ALL <= size <= _MOST_AT_ALL
        or line.listed
        or _NO_SENTENCE.search(line.text)
        or line.quote.startswith(("For example", "For instance"))
    ):
        return
    if not answers(line.text) or _LEANING_FRONT.match(line.text) or _PRONOUN.match(line.text):
        return
    clause = clause_of(line)
    of_line = tuple(_against_line(line))
    valued = [
        found
        for name in line.names
        if (found := _found(name, line, topic, clause, of_line)) is not None
        and len(found.doubts) <= _MOST_DOUBTS
    ]
    valued.sort(key=lambda each: (len(each.doubts), -each.worth, each.name.start))
    taken = [found for i, found in enumerate(valued[:_MOST_OF_LINE]) if not (i and found.doubts)]
    yield from (_gap(found, line, topic) for found in taken)


def _gap(found: _Found, line: Line, topic: Topic) -> Candidate:
    name = found.name
    prompt = shortened(line, name.start, name.end)
    if _BROKEN.search(prompt) or _cut_short(prompt, line):
        prompt = gapped(line.text, name.start, name.end)
    also = (full_person(name.text, topic),) if full_person(name.text, topic) != name.text else ()
    return Candidate(Technique.CENTRAL_GAP, Form.CLOZE, prompt, name.text, line, also, doubts=found.doubts)


def _against_line(line: Line) -> Iterator[str]:
    """What speaks against any gap in a line."""
    if not _LEAST <= len(line.text.split()) <= _MOST:
        yield "length"
    if _FIGURES.search(line.text):
        yield "figures"
    if _SEVERAL_PARTS.search(line.text):
        yield "several parts"
    if not stands(line.text, own=True):
        yield "leaning"


def _found(
    name: Name, line: Line, topic: Topic, clause: Clause | None, of_line: tuple[str, ...]
) -> _Found | None:
    """The gap for a name, None when there is none."""
    if name.kind not in _KINDS or _unfit(name, line, topic):
        return None
    rest = line.text[: name.start] + line.text[name.end :]
    rare = sum(zipf(word) < _RARE for word in set(words(rest)) if len(word) > 3)
    place = _position(name, line, clause) if clause else _beside(name, line)
    worth = _worth(name, line, topic, place, rare)
    doubts = [*of_line, *_against(name, line, topic, rare)]
    if place == _ASIDE:
        if doubts or worth < _WORTH_ASIDE or name.kind is Kind.PEOPLE:
            return None
        doubts.append("aside")
    if clause is not None and not _within(name, clause) and not _known(clause, topic):
        doubts.append("other subject")
    if worth < _LEAST_WORTH:
        doubts.append("score low")
    return _Found(worth, name, tuple(doubts)) if worth >= _WORTH_AT_ALL and rare >= _RARE_AT_ALL else None


def _against(name: Name, line: Line, topic: Topic, rare: int) -> Iterator[str]:
    """What speaks against asking for a name."""
    if not _important(name, line, topic):
        yield "name once"
    if name.kind is Kind.OTHER and " " not in name.text and topic.mentioned(name.text) < _FEW:
        yield "name seldom"
    if rare < _LEAST_RARE:
        yield "few rare words"


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


def _unfit(name: Name, line: Line, topic: Topic) -> bool:
    """Whether a name is torn, known to all, said again or in the title, or only says which."""
    if not clean_edges(line, name) or partial(line, name) or _before_noun(name, line):
        return True
    if _NUMERAL.fullmatch(name.text) or re.search(r"\d $", line.text[: name.start]):
        return True
    low, after = name.text.lower(), line.text[name.end :]
    if re.match(r" was born\b", after) or _person_of_them(line, name, topic):
        return True
    if low in _TOO_KNOWN or set(words(low)) <= topic.title_words:
        return True
    if name.kind is Kind.OTHER and " " not in name.text and topic.mentioned(name.text) < _FEW_AT_ALL:
        return True
    again = len(re.findall(re.escape(low), line.text.lower())) > 1
    return again or bool(re.match(r" (?:[a-z]+ )?(?:and|or) [A-Z]|['’-]", after))


def _worth(name: Name, line: Line, topic: Topic, place: float, rare: int) -> float:
    """How much a gap for the name is worth; `place` is what its place in the sentence adds."""
    rest = line.text[: name.start] + line.text[name.end :]
    others = sum(other is not name and other.text not in name.text for other in line.names)
    value = _KINDS[name.kind]
    value += 0.5 * min(others, 3) + 0.2 * min(rare, 6) + 0.4 * bool(find_dates(rest)) + 0.5 * line.first
    value += 0.7 * bool(_WEIGHTY.search(rest)) - 1.0 * bool(_SAID.search(rest)) + place
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
    return -0.5 if name.kind is Kind.LAW else _ASIDE


def _position(name: Name, line: Line, clause: Clause) -> float:
    """What the place of the name adds: subject, agent, object of a deed, event in front; else little."""
    tokens = line.tokens
    start, end = tokens[clause.subject[0]].start, tokens[clause.subject[1] - 1].end
    verb = base(tokens[clause.main].text)
    if start <= name.start and name.end == end:
        if verb in _DULL or (name.kind in _PEOPLE and verb not in _allowed(name) and not clause.passive):
            return _ASIDE
        lead = line.text[start : name.start]
        if name.kind not in _PIVOTAL and re.search(r"\b(?:from|in|of|on|to|with) ", lead):
            return _NOWHERE
        pinned = re.fullmatch(r"(?:[Tt]he )?(?:[\w’'-]+ ){0,3}", lead)
        return _NOWHERE if not pinned else 0.5 if verb == "be" else 1.2
    before = line.text[: name.start]
    if clause.front[1] and name.end <= tokens[clause.front[1] - 1].end:
        return 0.6 if name.kind in _PIVOTAL and _FRONTED.match(before) else _ASIDE
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
    return -0.5 if name.kind is Kind.LAW else _ASIDE
