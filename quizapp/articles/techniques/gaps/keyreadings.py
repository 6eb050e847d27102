"""What of a sentence can stand alone weeks later: the whole, the statement in front, or one of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizapp.articles.sense.clauses import Clause, clause_of
from quizapp.articles.sense.prose import Line, remade
from quizapp.articles.sense.statements import statements
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.entities import Kind, Name, find_names
from quizapp.articles.words.phrasing import opened, words

_LEAST_WORDS, _MOST_WORDS, _MOST_AT_ALL = 8, 36, 42
_BEFORE_PRONOUN = 4
_OFTEN, _OPENS = 2, 20
_POINTING = re.compile(
    r"\b(?:this|these|those(?! (?:who|that|of|in|with))|such(?! as)|you|your|my|I|another|others"
    r"|here|now|then|today|recently|former|latter|the same"
    r"|following|so far|above|below)\b"
    r"|\bas (?:shown|discussed|mentioned|noted|described|seen|shows)\b|^(?:See|Notice|Note|Explain|Describe"
    r"|Discuss|Recall|Remember|Think|Keep|Look|Aim|Identify|Compare|Define|List|Evaluate|Analyze)\b"
)
_LEANING = re.compile(
    r"\b(?:however|therefore|thus|again|instead(?! of)|perhaps|yet|the other|each of"
    r"|second|third|fourth|finally|already)\b"
)
_FIRST_PERSON = re.compile(r"\b(?:we|our|us)\b")
_ANY_CASE = re.compile(
    r"^(?:This|These|Those|Such|We|Our|You|Your|My|Another|Others|However|Here|Now|Then|Today|Therefore|Thus|Again)\b"
)
_PRONOUN = re.compile(r"\b(?:it|they|them|he|she|him|its|their|his|her)\b", re.IGNORECASE)
_DUMMY = re.compile(r"\b(?:what|how) it is like|\bit is (?:possible|necessary|important|called)")
_HEDGED = re.compile(r"\b(?:would|seems?|never|hardly|probably)\b|n['’]t\b")
_IMAGINED = re.compile(r"\b(?:imagine|suppose|consider)\b", re.IGNORECASE)
_EXAMPLE = re.compile(r"\b(?:for (?:example|instance)|e\.g|example)\b", re.IGNORECASE)
_FIGURES = re.compile(r"\d[.,]\d|[$£€%]|\b(?:percent|million|billion|thousand|dozen)\b")
_VAGUE_LEAD = re.compile(
    r"^(?:One(?! of the)|Two|Three|Four|Five|Other|Additional|Both"
    r"|The (?:first|second|third|next|final|last|following|above|other|two|three|four)) "
)
_VAGUE_SUBJECT = re.compile(r"^(?:One|Several|Various|Recent|Few|The (?:most|main|result|increase)) ")
_OPEN_END = re.compile(
    r"\b(?:where|which|that|when|who|whom|whose|how|why|than|the|an?|and|or|to|of|in|on|at|by|from|with|for|as"
    r"|is|are|was|were|be|been|between|into)\.$"
)
_TIES = re.compile(
    r"(?<=[a-z]) (?:also|thus|therefore|then|hence|in turn|of course|indeed)"
    r" (?=[a-z]+)(?!known|called|referred|termed)"
)
_CUT_BEFORE = re.compile(
    r"^(?:[;:]| —|—|,? (?:and|but|so|while|whereas|although|though|which|with)\b|, [a-z]+ing\b)"
)
_UNDER = re.compile(
    r"^(?:When|If|Because|Since|As|Although|While|Whereas|Once|After|Before|Until|Unless) [^;:—]{8,110}?, "
    r"(?=(?:an? |the )?[a-z])"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text that can stand alone: `part` is the statement in it, which starts at `offset`.

    `clause` is that of the part, None where it could not be told; `doubts` are what speaks against the text;
    `previous` is the line before where the name of what a pronoun stands for is taken from it.
    """

    line: Line
    part: Line
    offset: int
    clause: Clause | None
    doubts: tuple[str, ...] = ()
    previous: Line | None = None


def readings(line: Line, topic: Topic) -> Iterator[Reading]:
    """The sentence when it can stand alone, or else those of its statements that can.

    Where nothing can without a doubt, the same are taken with what speaks against them.
    """
    if not line.text.endswith(".") or _IMAGINED.search(line.quote):
        return
    plain = _steady(line, topic)
    clause = clause_of(plain)
    if any(_somebody(name, plain, topic) for name in plain.names):
        return
    against = _against(plain, topic) if _usable(plain) else None
    if against == ():
        yield _whole(plain, clause, topic)
        return
    cut = _cut(plain, clause, topic) if clause is not None else None
    parts = [
        Reading(part, part, 0, said, _against(part, topic))
        for part in ((cut,) if cut is not None else statements(plain, topic))
        if (said := clause_of(part)) is not None and _usable(part)
    ]
    if sure := [part for part in parts if not part.doubts]:
        yield from sure
    elif against is not None:
        yield replace(_whole(plain, clause, topic), doubts=against)
    else:
        yield from parts


def _whole(line: Line, clause: Clause | None, topic: Topic) -> Reading:
    return (_under(line, topic) if clause is None else None) or Reading(line, line, 0, clause)


def _under(line: Line, topic: Topic) -> Reading | None:
    """What is said under a condition: `When A, B`, with the clause of B; None where that is unsure."""
    found = _UNDER.match(line.text)
    if found is None:
        return None
    part = _made(line, opened(line.text[found.end() :]), topic)
    clause = clause_of(part)
    return None if clause is None else Reading(line, part, found.end(), clause)


def _cut(line: Line, clause: Clause, topic: Topic) -> Line | None:
    """The main clause without what stands after it; None where that is all of the sentence."""
    stop = line.tokens[clause.end - 1].end
    said = line.text[:stop]
    if len(said) >= len(line.text) - 2 or not _CUT_BEFORE.match(line.text[stop:]):
        return None
    part = _made(line, opened(said) + ".", topic)
    return part if _usable(part) and clause_of(part) is not None else None


def _steady(line: Line, topic: Topic) -> Line:
    """The line without the small words that tie it to the one before."""
    text = _TIES.sub(" ", line.text)
    return line if text == line.text else _made(line, text, topic)


def _made(line: Line, text: str, topic: Topic) -> Line:
    part = remade(line, text)
    return replace(part, names=find_names(text, part.tokens, topic.capitals))


def _usable(line: Line) -> bool:
    """Whether a text is whole and no word of it points outside."""
    text = line.text
    if not _LEAST_WORDS <= len(text.split()) <= _MOST_AT_ALL or not text.endswith("."):
        return False
    if _POINTING.search(text) or _ANY_CASE.match(text):
        return False
    pronoun = _PRONOUN.search(_DUMMY.sub("", text))
    if pronoun is not None and len(text[: pronoun.start()].split()) < _BEFORE_PRONOUN:
        return False
    return not (_VAGUE_LEAD.match(text) or _OPEN_END.search(text) or text.count('"') % 2)


def _against(line: Line, topic: Topic) -> tuple[str, ...]:
    """What speaks against a usable text without settling it."""
    text = line.text
    found = {
        "example": _EXAMPLE.search(line.quote),
        "leaning": _LEANING.search(text),
        "writer": _FIRST_PERSON.search(text),
        "hedged": _HEDGED.search(text),
        "figures": _FIGURES.search(text),
        "vague subject": _VAGUE_SUBJECT.match(text),
        "length": len(text.split()) > _MOST_WORDS,
        "names somebody": any(name.kind in (Kind.PERSON, Kind.CITY, Kind.STATE) for name in line.names),
        "name once": any(_in_passing(name, topic) for name in line.names),
    }
    return tuple(slug for slug, holds in found.items() if holds)


def _in_passing(name: Name, topic: Topic) -> bool:
    """Whether a name in front makes the sentence a fact about what the article says little of."""
    known = set(words(name.text)) & topic.title_words
    opens = name.start < _OPENS and name.kind in (Kind.ORGANISATION, Kind.OTHER)
    return opens and not known and topic.mentioned(name.text) < _OFTEN


def _somebody(name: Name, line: Line, topic: Topic) -> bool:
    """Whether a sentence opens with a name of one word that the article says no more of, and what it does."""
    if name.start or " " in name.text or name.kind is not Kind.OTHER or topic.mentioned(name.text) >= _OFTEN:
        return False
    after = next((token for token in line.tokens if token.start >= name.end), None)
    return after is not None and after.tag in ("VBZ", "VBD") and name.text.istitle()
