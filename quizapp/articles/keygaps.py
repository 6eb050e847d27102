"""Gaps for key terms that nothing marks, each in the sentences that pin it down best."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.clauses import Clause
from quizapp.articles.cloze import gapped, gives_away
from quizapp.articles.drafts import Technique
from quizapp.articles.entities import Kind, Name, gazetteer
from quizapp.articles.keyphrases import (
    LEAST_WEIGHT,
    NAMING,
    TOO_WIDE,
    UNKNOWN,
    KeyPhrase,
    Place,
    commonness,
    key_of,
    key_phrases,
    one,
    parts,
    phrases,
)
from quizapp.articles.keyreadings import Reading, readings
from quizapp.articles.lexicon import may_be
from quizapp.articles.phrasing import small, words
from quizapp.articles.prose import Line
from quizapp.articles.subjects import stands_alone
from quizapp.articles.tagging import Token
from quizapp.articles.topic import Topic
from quizapp.articles.verbs import BE, base
from quizapp.articles.wordlists import wordlist

_MOST_OF_TERM, _MOST_OF_LINE = 2, 2
_LEAST_TOLD = 4
_LEAST_SCORE, _LOOSE, _LEAST_LOOSE = 3.1, 1.0, 3.4
_TELLING, _RARE = 5.1, 4.2
_LEAST_TELLING, _FIRM = 3, 2.0
_PLAIN, _LONG = 4.1, 22
_TOLD_OF_PAST, _EXPLAINED = 4.0, 2.4
_OFTEN, _RATHER_OFTEN = 2, 3
_THE_CLASS = 2
_NO_NAMES = (Kind.PERSON, Kind.COUNTRY, Kind.CITY, Kind.STATE, Kind.PLACE)
_GUARDED = re.compile(
    r"\b(?:may|might|could|will|not|must|likely|appears?|even|more|less|some|many|most|several|various)\b|\d"
)
_JOINED = re.compile(r"^,? (?:and|or|but|nor|as well as) |^,? & |^/|^-|^['’]s?\b|^\.\w")
_JOINED_BEFORE = re.compile(
    r"(?:\b(?:and|or|nor|versus|like|such as|including|between|both|either|few) (?:the |an? )?"
    r"|, (?:the |an? )?|[-/])$"
)
_APPOSED = re.compile(
    r"^, (?:which|in which|where|whereby|the process|a process|an?|the|or|known|called|when)\b"
)
_WEAK = wordlist("keyterms dull verbs") | wordlist("keyterms no deeds")
_WEIGHTY = frozenset({"consist", "contain", "involve", "measure", "represent", "include", "require"})
_BY = re.compile(r"\b(?:by|through|via|by means of|from|into|as|during|for) (?:the |an? )?$")
_NAMES_IT = re.compile(r"\b(?:is|are) (?:the )?$")
_CALLED = re.compile(r"\b(?:called|known as|termed|named|referred to as) (?:the |an? )?$")
_FRONTED = re.compile(r"(?:In|Within|During|Under|Through|With|By|In cases of|In the case of) (?:an? |the )?")
_AGENT = re.compile(r"(?:er|or|ist|ian|ee|ant|ent|man|men|eur)$")
_DEED = re.compile(r"(?:tion|sion|ment|ness|ance|ence|ing|al|cy|th)$")
_SCHOLAR = re.compile(r"(?:ist|ian|logue|er|or)s$")
_RARE_MODIFIER = 4.0
_RARE_AGENT, _RARE_DEED = 3.0, 3.4
_SAYS = wordlist("keygaps says")
_CLASSES = wordlist("keygaps classes")
_AFTER_TERM = ("NN", "NNS", "NNP", "NNPS", "POS", "CD", "VBG")
_BEFORE_TERM = ("NN", "NNS", "NNP", "NNPS", "POS", "VBG", "JJR", "JJS", "VBN", "CD")


@dataclass(frozen=True, slots=True)
class _Found:
    """A place for a gap, and how well the rest of its reading pins the term down."""

    value: float
    reading: Reading
    place: Place


def key_gaps(topic: Topic) -> Iterator[Candidate]:
    """For each key term of an article gaps in the two sentences at most that tell most of it."""
    terms = {phrase.key: phrase for phrase in key_phrases(topic)}
    by_term: dict[tuple[str, ...], list[_Found]] = defaultdict(list)
    for line in topic.lines:
        for reading in readings(line, topic):
            for found in _best(reading, line, terms, topic):
                by_term[key_of(found.place)].append(found)
    for places in by_term.values():
        places.sort(key=lambda each: (-each.value, each.place.line.number, each.place.first))
        for found in places[:_MOST_OF_TERM]:
            made = _gap(found, topic)
            if made is not None:
                yield made


def _best(
    reading: Reading, line: Line, terms: dict[tuple[str, ...], KeyPhrase], topic: Topic
) -> Iterator[_Found]:
    """The places of a reading that its rest pins down best, no two of which overlap."""
    found: list[_Found] = []
    for phrase in phrases(reading.part):
        for place in parts(phrase):
            term = terms.get(key_of(place))
            if term is None or _marked(place, line) or not _apart(place, topic):
                continue
            value = _tells(place, term, reading, topic)
            if value >= _LEAST_SCORE:
                found.append(_Found(value, reading, place))
    found.sort(key=lambda each: (-each.value, each.place.first))
    taken: list[_Found] = []
    for each in found:
        if not any(
            other.place.first < each.place.last and each.place.first < other.place.last for other in taken
        ):
            taken.append(each)
    yield from taken[:_MOST_OF_LINE]


def _marked(place: Place, line: Line) -> bool:
    """Whether the words are a term that the sentence emphasises, which is asked for elsewhere."""
    said = place.line.text[place.start : place.end].lower()
    return any(said in term.text.lower() or term.text.lower() in said for term in line.terms)


def _gap(found: _Found, topic: Topic) -> Candidate | None:
    place, line = found.place, found.reading.line
    start, end = place.start + found.reading.offset, place.end + found.reading.offset
    rest = set(words(line.text[:start])) | set(words(line.text[end:]))
    inside = place.line.tokens[place.first : place.last]
    if len(inside) > 1 and one(inside[-1].low) in {one(word) for word in rest}:
        if not _tells_apart(inside[:-1]):
            return None
        end = inside[-2].end + found.reading.offset
    name = line.text[start:end]
    if gives_away(" ".join(rest), name):
        return None
    answer = small(name, topic.capitals) if start == 0 else name
    return Candidate(Technique.KEY_GAP, Form.CLOZE, gapped(line.text, start, end), answer, line)


def _tells_apart(modifiers: Sequence[Token]) -> bool:
    """Whether what stands before a noun can be asked for when the noun itself is given."""
    plain = all(token.tag in ("NN", "NNP", "JJ") for token in modifiers)
    return plain and min(commonness(token.low) for token in modifiers) < _RARE_MODIFIER


def _tells(place: Place, phrase: KeyPhrase, reading: Reading, topic: Topic) -> float:
    """How well the rest of the reading pins the term down, 0 where it does not."""
    part, text = place.line, reading.line.text
    before, after = part.text[: place.start], part.text[place.end :]
    role = _role(place, reading.clause, topic, before, after)
    past = _told_of_past(reading)
    if not role or (past and role < _EXPLAINED and phrase.weight < _TOLD_OF_PAST and not _named(place)):
        return 0.0
    rest = text[: place.start + reading.offset] + " " + text[place.end + reading.offset :]
    told = {word for word in words(rest) if len(word) > 3}
    telling = sum(commonness(word) < _TELLING for word in told)
    rare = sum(commonness(word) < _RARE for word in told)
    if phrase.weight <= LEAST_WEIGHT and role < _FIRM:
        return 0.0
    if telling < _LEAST_TELLING - (role >= _FIRM):
        return 0.0
    if (
        role < _FIRM
        and len(part.tokens[place.first : place.last]) == 1
        and commonness(phrase.key[0]) > _PLAIN
    ):
        return 0.0
    value = role + min(1.0, 0.2 * telling) + min(0.8, 0.2 * rare) + min(1.2, 0.25 * phrase.weight)
    value += min(0.4, 0.1 * len(told & topic.keywords))
    value -= 0.3 * min(2, len(_GUARDED.findall(text)))
    value -= 0.5 if past else 0.0
    value -= 0.03 * max(0, len(text.split()) - _LONG)
    return value if role >= _LOOSE or value >= _LEAST_LOOSE else 0.0


def _told_of_past(reading: Reading) -> bool:
    if reading.clause is not None:
        return reading.clause.tokens[reading.clause.verb].tag == "VBD"
    return any(token.tag == "VBD" for token in reading.part.tokens)


def _named(place: Place) -> bool:
    """Whether the term is the name of a law, an event, a body, a people, or a thing of two words or more."""
    for name in place.line.names:
        if name.start <= place.start and place.end <= name.end:
            return name.kind is not Kind.OTHER or " " in name.text
    return False


def _apart(place: Place, topic: Topic) -> bool:
    """Whether the term is no part of a longer name, compound or run."""
    line, tokens = place.line, place.line.tokens
    before, after = line.text[: place.start], line.text[place.end :]
    if _JOINED.match(after) or _JOINED_BEFORE.search(before):
        return False
    if _goes_on(tokens, place.last):
        return False
    if place.first and not _begins(tokens, place.first):
        return False
    if place.last - place.first == 1 and _vague_word(tokens[place.first], after):
        return False
    if place.last - place.first > 1 and _of_class(tokens, place.first + 1):
        return False
    if _SCHOLAR.search(tokens[place.last - 1].low):
        return False
    inside = tokens[place.first : place.last]
    if inside[0].text[0].islower() and inside[-1].text[0].isupper():
        return False
    return not any(
        name.start < place.end and place.start < name.end and not _may_be_asked(name, place, topic)
        for name in line.names
    )


def _goes_on(tokens: Sequence[Token], last: int) -> bool:
    """Whether a name or compound has more words: another noun, `of J...`, a word of another language."""
    after = tokens[last : last + 2]
    if not after:
        return False
    if after[0].low == "of" and len(after) > 1 and after[1].text[0].isupper():
        return True
    foreign = after[0].text.isalpha() and commonness(after[0].low) <= UNKNOWN
    return after[0].tag in _AFTER_TERM or (foreign and after[0].tag in ("JJ", "FW"))


def _may_be_asked(name: Name, place: Place, topic: Topic) -> bool:
    """Whether a name is that of no person or place, and one that the article comes back to."""
    if name.kind in _NO_NAMES or name.start < place.start or place.end < name.end:
        return False
    if name.kind in (Kind.LAW, Kind.EVENT):
        return True
    if name.kind is Kind.OTHER and name.end < place.end:
        return True
    if name.kind is Kind.OTHER and " " in name.text and not may_be(name.text.split()[-1], "NN", "NNS"):
        return False
    if name.kind is Kind.OTHER and " " not in name.text:
        after = place.line.tokens[place.last : place.last + 1]
        doer = any(token.tag == "VBD" or base(token.text) in _SAYS for token in after)
        return (
            not doer and name.text not in gazetteer("given") and topic.mentioned(name.text) >= _RATHER_OFTEN
        )
    return topic.mentioned(name.text) >= _OFTEN


def _begins(tokens: Sequence[Token], first: int) -> bool:
    """Whether a term can start here: behind no noun or adjective, but one that says of what class it is."""
    before = tokens[first - 1]
    if before.low in NAMING:
        return True
    if before.tag == "JJ":
        return before.low in TOO_WIDE
    if _of_class(tokens, first):
        return True
    return before.tag not in _BEFORE_TERM and before.text != "-"


def _of_class(tokens: Sequence[Token], index: int) -> bool:
    """Whether a rare word has before it what it is one of: `the neurotransmitter glutamate`."""
    if index < _THE_CLASS or tokens[index - 2].low != "the" or tokens[index - 1].low not in _CLASSES:
        return False
    return tokens[index].tag in ("NN", "NNP") and commonness(tokens[index].low) < _RARE


def _vague_word(token: Token, after: str) -> bool:
    """Whether a single word names a deed or a measure, `the retention of ...`, or everyday doers."""
    word = one(token.low)
    if _AGENT.search(word) and commonness(word) > _RARE_AGENT:
        return True
    return (after.startswith(" of ") or bool(_DEED.search(word))) and commonness(word) > _RARE_DEED


def _role(place: Place, clause: Clause | None, topic: Topic, before: str, after: str) -> float:
    """What the term does in its sentence, by how well such sentences pin it down; 0 where they do not."""
    if clause is None:
        return _explained(before, after)
    if _subject_place(place, clause):
        return _as_subject(clause)
    if not stands_alone(clause, topic, generic=True) and not _any_such(clause):
        return 0.0
    if place.last <= clause.front[1]:
        return 1.6 if _FRONTED.fullmatch(before) else 0.6
    if place.first < clause.verb:
        return 1.0
    if _NAMES_IT.search(before) and place.first > clause.rest + 2:
        return 0.0
    if _NAMES_IT.search(before) or _APPOSED.match(after) or _CALLED.search(before):
        return _explained(before, after)
    if clause.passive and re.search(r"\b(?:by|through|into|as) (?:the |an? )?$", before):
        return 2.0
    deed = base(clause.tokens[clause.main].text)
    if place.first <= clause.rest + 1 and not clause.passive and deed not in _WEAK | BE | {"be"}:
        return 1.5 if len(after.split()) > _LEAST_TOLD else 1.1
    return 1.3 if _BY.search(before) else 0.8


def _explained(before: str, after: str) -> float:
    """How well a term is pinned down by a name-giving verb before it, or an explanation after it."""
    if _CALLED.search(before):
        return 2.6
    if _NAMES_IT.search(before) and len(before.split()) > _LEAST_TOLD:
        return 2.6 if after == "." or after.startswith(", ") else 0.0
    return 2.4 if _APPOSED.match(after) and len(after.split()) > _LEAST_TOLD else 0.0


def _any_such(clause: Clause) -> bool:
    """Whether `the kidney`, with a verb in the present, means any."""
    present = clause.tokens[clause.verb].tag in ("VBZ", "VBP", "MD")
    return present and clause.subject_text.lower().startswith("the ")


def _subject_place(place: Place, clause: Clause) -> bool:
    """Whether the term, with no more than an article before it, is the subject or its head with `of`."""
    first, last = clause.subject
    tokens = clause.tokens
    if tokens[first].tag == "DT" and tokens[first].low in ("a", "an", "the"):
        first += 1
    first += tokens[first].low in NAMING
    if place.first != first:
        return False
    return place.last == last or tokens[place.last].low in ("of", "in", "for", "that", "which", ",")


def _as_subject(clause: Clause) -> float:
    tokens = clause.tokens
    verb, main = tokens[clause.verb], tokens[clause.main]
    if verb.tag == "VBN" or len(tokens) - clause.rest <= _LEAST_TOLD:
        return 0.0
    if clause.main == clause.verb and verb.low in BE:
        kind = tokens[clause.rest]
        if kind.low in ("a", "an", "the", "any"):
            return 2.8
        return 2.0 if kind.tag in ("NN", "NNS", "JJ") else 1.2
    if clause.passive:
        return 2.2
    return 0.9 if base(main.text) in _WEAK - _WEIGHTY or verb.low == "can" else 2.2
