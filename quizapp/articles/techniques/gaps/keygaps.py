"""Gaps for key terms that nothing marks, each in the sentences that pin it down best."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.antecedents import retold
from quizapp.articles.sense.keyphrases import (
    LEAST_WEIGHT,
    TOO_WIDE,
    KeyPhrase,
    Place,
    commonness,
    key_of,
    key_phrases,
    one,
    parts,
    phrases,
)
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.gaps.cloze import gapped, gives_away, without_synonym
from quizapp.articles.techniques.gaps.keyplaces import stands_apart
from quizapp.articles.techniques.gaps.keyreadings import Reading, readings
from quizapp.articles.techniques.gaps.keyroles import role_of
from quizapp.articles.techniques.gaps.soundgaps import (
    first_said,
    of_what_is_many,
    says_of_it_alone,
    shown_inside,
    sound,
)
from quizapp.articles.techniques.gaps.unpinned import unpinned
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.phrasing import small, words
from quizapp.articles.words.tagging import Token

_MOST_OF_TERM, _MOST_OF_LINE = 2, 2
_MOST_DOUBTS, _LEAST_KEY, _COMMON_HEAD = 2, 2.6, 4.5
_LEAST_INSTEAD = 4.0
_SURE = 4.2
_LEAST_SCORE, _LOW, _LOOSE, _LEAST_LOOSE = 2.9, 3.1, 1.0, 3.5
_TELLING, _PARTICULAR, _RARE = 5.1, 4.6, 4.2
_LEAST_PARTICULAR = 1
_LEAST_TELLING, _FIRM = 3, 2.0
_PLAIN, _LONG = 4.1, 22
_TOLD_OF_PAST, _EXPLAINED, _DEFINING = 4.0, 2.4, 2.6
_GUARDED = re.compile(
    r"\b(?:may|might|could|will|not|must|likely|appears?|even|more|less|some|many|most|several|various)\b|\d"
)
_RARE_MODIFIER = 4.0
_GENUS = re.compile(r"(?<!\S)[A-Z]\. $")


@dataclass(frozen=True, slots=True)
class _Found:
    """A place for a gap, how well the rest of its reading pins the term down, and what speaks against it."""

    value: float
    reading: Reading
    place: Place
    doubts: tuple[str, ...]
    plain: bool
    """Whether the term comes once and ends in a common word, so that no doubt may be had about it."""


def key_gaps(topic: Topic) -> Iterator[Candidate]:
    """For each key term of an article gaps in the sentences that tell most of it, two at most.

    What nothing speaks against comes first.
    """
    terms = {phrase.key: phrase for phrase in key_phrases(topic)}
    by_term: dict[tuple[str, ...], list[_Found]] = defaultdict(list)
    for previous, line in zip((None, *topic.lines), topic.lines, strict=False):
        told = retold(line, previous, topic)
        for reading in readings(line if told is None else told, topic):
            said = reading if told is None else replace(reading, previous=previous)
            for found in _best(said, line, terms, topic):
                by_term[key_of(found.place)].append(found)
    for places in by_term.values():
        places.sort(key=lambda each: (-each.value, each.place.line.number, each.place.first))
        plain = [each for each in places if not each.doubts]
        fit = [each for i, each in enumerate(plain) if i < _MOST_OF_TERM or each.value >= _LEAST_INSTEAD]
        made = (_gap(found, topic) for found in fit)
        taken = list(islice((gap for gap in made if gap is not None), _MOST_OF_TERM))
        yield from taken
        beside = (_gap(found, topic) for found in places if found.doubts)
        yield from islice((gap for gap in beside if gap is not None), _MOST_OF_TERM - len(taken))


def _best(
    reading: Reading, line: Line, terms: dict[tuple[str, ...], KeyPhrase], topic: Topic
) -> Iterator[_Found]:
    """The places of a reading that its rest pins down best, no two of which overlap."""
    found: list[_Found] = []
    for phrase in phrases(reading.part):
        for place in parts(phrase):
            term = terms.get(key_of(place))
            if term is None or _marked(place, line) or not stands_apart(place, topic):
                continue
            value, doubts = _tells(place, term, reading, topic)
            plain = _plain_once(term)
            if value >= _LEAST_SCORE and len(doubts) <= _MOST_DOUBTS * (not plain):
                found.append(_Found(value, reading, place, doubts, plain))
    found.sort(key=lambda each: (len(each.doubts), -each.value, each.place.first))
    taken: list[_Found] = []
    for each in found:
        if not any(
            other.place.first < each.place.last and each.place.first < other.place.last for other in taken
        ):
            taken.append(each)
    yield from taken[:_MOST_OF_LINE]


def _plain_once(term: KeyPhrase) -> bool:
    """Whether a term that comes once ends in a common word: `a rigorous mode`."""
    return len(term.places) == 1 and commonness(term.key[-1]) > _COMMON_HEAD


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
    if genus := _GENUS.search(line.text[:start]):
        start = genus.start()
    name = line.text[start:end]
    if gives_away(" ".join(rest), name):
        return None
    made, also = without_synonym(gapped(line.text, start, end))
    if end == place.end + found.reading.offset:
        made = first_said(made)
    if not sound(made, name) or of_what_is_many(made):
        return None
    of_gap = tuple(_of_gap(made, name))
    if of_gap and (found.doubts or found.plain):
        return None
    doubts = (*found.doubts, *of_gap)
    answer = small(name, topic.capitals) if start == 0 else name
    sure = found.value >= _SURE and not doubts
    gap = Candidate(
        Technique.KEY_GAP, Form.CLOZE, made, answer, line, also, sure, found.reading.previous, doubts=doubts
    )
    return None if unpinned(gap) else gap


def _of_gap(made: str, name: str) -> Iterator[str]:
    """What speaks against a gapped text, whatever its term."""
    if not says_of_it_alone(made):
        yield "one of many"
    if shown_inside(made, name):
        yield "shown inside"


def _tells_apart(modifiers: Sequence[Token]) -> bool:
    """Whether what stands before a noun can be asked for when the noun itself is given."""
    plain = all(token.tag in ("NN", "NNP", "JJ") for token in modifiers)
    return plain and min(commonness(token.low) for token in modifiers) < _RARE_MODIFIER


def _tells(place: Place, phrase: KeyPhrase, reading: Reading, topic: Topic) -> tuple[float, tuple[str, ...]]:
    """How well the rest of the reading pins the term down, 0 where it does not; what speaks against it."""
    part, text = place.line, reading.line.text
    before, after = part.text[: place.start], part.text[place.end :]
    role = role_of(place, reading.clause, topic, before, after)
    leans = not role and phrase.weight >= _LEAST_KEY
    role = role_of(place, reading.clause, topic, before, after, loose=True) if leans else role
    if not role:
        return 0.0, ()
    rest = text[: place.start + reading.offset] + " " + text[place.end + reading.offset :]
    told = {word for word in words(rest) if len(word) > 3}
    weak = phrase.weight <= LEAST_WEIGHT and role < _EXPLAINED
    if weak or not _says_enough(role, told):
        return 0.0, ()
    value = _score(role, phrase, told, topic) - 0.3 * min(2, len(_GUARDED.findall(text)))
    value -= 0.5 * _told_of_past(reading) + 0.03 * max(0, len(text.split()) - _LONG)
    against = (*reading.doubts, *_against(place, phrase, role, reading))
    low = value < _LOW or (role < _LOOSE and value < _LEAST_LOOSE)
    if leans:
        return (0.0, ()) if low or against else (value, ("other subject",))
    if low and (against or phrase.weight < _LEAST_KEY or phrase.key[-1] in TOO_WIDE):
        return 0.0, ()
    return value, (*against, "score low") if low else against


def _score(role: float, phrase: KeyPhrase, told: set[str], topic: Topic) -> float:
    telling = sum(commonness(word) < _TELLING for word in told)
    rare = sum(commonness(word) < _RARE for word in told)
    value = role + min(1.0, 0.2 * telling) + min(0.8, 0.2 * rare) + min(1.2, 0.25 * phrase.weight)
    return value + min(0.4, 0.1 * len(told & topic.keywords))


def _against(place: Place, phrase: KeyPhrase, role: float, reading: Reading) -> Iterator[str]:
    """What of a term and of what it does in its sentence speaks against asking for it."""
    explained = role >= _EXPLAINED
    if _told_of_past(reading) and not (explained or phrase.weight >= _TOLD_OF_PAST or _named(place)):
        yield "past"
    alone = place.last - place.first == 1
    if role < _FIRM and alone and commonness(phrase.key[0]) > _PLAIN:
        yield "common"


def _says_enough(role: float, told: set[str]) -> bool:
    """Whether the words beside a term say something in particular."""
    if role < _DEFINING and sum(commonness(word) < _PARTICULAR for word in told) < _LEAST_PARTICULAR:
        return False
    return sum(commonness(word) < _TELLING for word in told) >= _LEAST_TELLING - (role >= _FIRM)


def _told_of_past(reading: Reading) -> bool:
    if reading.clause is not None:
        return reading.clause.tokens[reading.clause.verb].tag == "VBD"
    return any(token.tag == "VBD" for token in reading.part.tokens)


def _named(place: Place) -> bool:
    """Whether the term is the name of a law, an event or a body."""
    for name in place.line.names:
        if name.start <= place.start and place.end <= name.end:
            return name.kind in (Kind.LAW, Kind.EVENT, Kind.ORGANISATION)
    return False
