"""What a verb is about: the object of a statement whose subject says by itself what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause
from quizapp.articles.sense.themes import weighty
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.objects.complements import TO_DO, complement_of, does, linked
from quizapp.articles.techniques.objects.peopled import crowd
from quizapp.articles.techniques.objects.predicates import Frame, candidate, fit, frame_of, is_object, read
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import words
from quizapp.articles.words.wordlists import wordlist

_NOT_ASKED = wordlist("objects verbs not asked")
_WEAK = wordlist("objects weak verbs")
_TELLING = wordlist("workings verbs")
_VAGUE = re.compile(
    r"^(?:(?:an?|the) )?(?:lot|great deal|those|that|what|number|variety|range|series|amount|way|place"
    r"|part|role|example|degree|effect"
    r"|impact|importance|difference|sense|kind|form|type|things?|many|several|various|certain|some"
    r"|different"
    r"|specific|similar|important|significant|all|each|every|any|both|more|less|few|much|enough"
    r"|about"
    r"|up|out|large|numerous|examples)\b"
)
# `flows thousands of miles north`, `extend the entire length of the tongue`: how far and how long.
_MEASURED = re.compile(
    r"^(?:(?:about|over|nearly|some|roughly) )?(?:(?:[a-z-]+|\d[\d,.]*) (?:of )?)?(?:miles|kilomet(?:er|re)s"
    r"|met(?:er|re)s|feet|inches|yards|acres|years|decades|centuries|months|weeks|days|hours|minutes|seconds)\b"
    r"|^the (?:entire|full|whole) (?:length|width|height|breadth|day|year|night|time|way)\b"
)
_TO_DO = re.compile(r"^(?P<what>.+?) (?P<to>to (?!the |an? |its |their )[a-z]+(?: .+)?)$")
_USING = frozenset({"use", "employ", "need", "require"})
_GIVING = frozenset(
    {"offer", "give", "provide", "grant", "teach", "afford", "cost", "assign", "award", "deny"}
)
_MOST_TO, _SHORT, _FEW = 9, 3, 6
_PARTICULAR, _KNOWN, _EVERYDAY = 4.4, 4.6, 5.0


def objects(clause: Clause, topic: Topic, given: str = "") -> Iterator[Candidate]:
    """What the subject contains, produces, measures, requires and the like."""
    frame = frame_of(clause, topic, given)
    if frame is None or not frame.plain or not is_object(frame.rest) or crowd(clause):
        return
    if any(name.kind is Kind.PERSON and frame.rest.startswith(name.text) for name in clause.line.names):
        return
    if (frame.past and not weighty(clause, topic)) or not _particular(frame, topic):
        return
    if _MEASURED.match(frame.rest):
        return
    answer, asked = frame.rest, frame.verb
    found = _TO_DO.match(answer)
    if complement_of(frame)[0] or linked(frame) or frame.verb in _NOT_ASKED:
        return
    if found and frame.verb in _USING and len(found["to"].split()) <= _MOST_TO and does(found["to"][3:]):
        answer, asked = found["what"], f"{frame.verb} {found['to']}"
    elif twice := _to_whom(answer):
        if frame.verb not in _GIVING:
            return
        asked, answer = f"{frame.verb} {twice[0]}", twice[1]
    pinned = asked != frame.verb
    if frame.past and not pinned and frame.verb not in _TELLING:
        return
    if answer.endswith(" not only") or (found and not pinned and frame.verb in TO_DO):
        return
    if not pinned and ((frame.verb in _WEAK and len(answer.split()) < _SHORT) or _of_place(frame)):
        return
    if (
        fit(answer, 1)
        and not _VAGUE.match(answer)
        and (pinned or len(answer.split()) > _SHORT or _telling(answer))
    ):
        yield candidate(Technique.OBJECT, frame.asks(asked), answer, clause)


def _to_whom(text: str) -> tuple[str, str] | None:
    """`voters` and `the opportunity to ...` where one noun phrase follows another; None where none does."""
    tokens = read(text)
    for index in range(1, min(len(tokens), _FEW)):
        if tokens[index].tag == "DT" and tokens[index - 1].tag in ("NN", "NNS", "NNP", "PRP"):
            return text[: tokens[index].start].strip(), text[tokens[index].start :]
        if tokens[index].tag == "IN":
            return None
    return None


def _of_place(frame: Frame) -> bool:
    """Whether a country, a state or a body does one of its many things, not what it is there for."""
    clause = frame.clause
    if frame.verb in _TELLING:
        return False
    start, end = clause.tokens[clause.subject[0]].start, clause.tokens[clause.subject[1] - 1].end
    inside = (name.kind for name in clause.line.names if start <= name.start and name.end <= end)
    return any(kind in (Kind.COUNTRY, Kind.STATE, Kind.ORGANISATION) for kind in inside)


def _telling(text: str) -> bool:
    count = len(text.split())
    return any(0 < zipf(word) < (_PARTICULAR if count < _SHORT else _EVERYDAY) for word in words(text))


def _particular(frame: Frame, topic: Topic) -> bool:
    """Whether subject or condition has a word that is at all technical, or that the article is about."""
    said = words(f"{frame.subject} {frame.front} {frame.tail}")
    if any(zipf(word) < _KNOWN for word in said if len(word) > 2):
        return True
    if any(token.tag.startswith("NNP") for token in frame.clause.tokens[slice(*frame.clause.subject)]):
        return True
    low = frame.clause.subject_text.lower()
    return low in topic.terms or sum(zipf(word) < 5.6 for word in said) > 1
