"""Descriptions that a sentence starts with and then names: `The functional unit of the kidney is the"
" nephron.`"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.defining import HALF, said_share
from quizapp.articles.techniques.gaps.cloze import gives_away
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import plural, question, small, words
from quizapp.articles.words.tagging import Token
from quizapp.articles.words.verbs import BE
from quizapp.articles.words.wordlists import wordlist

_NOT_ASKED = wordlist("reversals not asked")
_GENERIC = wordlist("definitions generic terms")
_POINTING = re.compile(
    r"\b(?:this|these|those|that(?! [a-z]+s?\b)|such|its|their|his|her|our|your|it|they|he|she|we|you"
    r"|other|another"
    r"|same|latter|former|above|following|example|these|both|each|some|many"
    r"|(?:in|of|on) the (?:chart|figure|graph|map|table))\b",
    re.IGNORECASE,
)
_JUDGING = re.compile(
    r"^[Tt]he (?:\w+ )?(?:best|worst|main|only|obvious|real|most (?:\w+)|greatest|biggest|key|important"
    r"|ideal|good"
    r"|typical|usual|first|second|final|last|simplest|easiest|bottom|whole|new|current|big|next|corresponding)\b"
)
_HOLLOW = re.compile(r"^[Tt]he (?:\w+ )?(?:obvious|real|bottom|whole|new|current|next|corresponding)\b")
# `The counterpart in Mongolian`: of what, an earlier sentence says.
_OF_SOMETHING = re.compile(r"^[Tt]he (?:counterpart|equivalent|translation|opposite|successor) (?!of\b|to\b)")
_NO_NAMES = frozenset({"answer", "cause", "clue", "culprit", "exception", "goal", "key", "solution"})
_FIELD = re.compile(r"^(?:In|Within|Among) [a-z]")
_TELLS_APART = frozenset({"IN", "WDT", "VBG", "VBN", "TO"})
_IN_TERM = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBN", "VBG", "FW", "POS"})
_NOUNS = ("NN", "NNS", "NNP", "NNPS", "FW")
_AFTER = re.compile(
    r"^(?:[.;:]|,? (?:which|where|who|whose) |, (?:or|an?|the|also|so|and|but|with|in) |—| – )"
)
_LEAST, _MOST, _MOST_TERM, _COMMON, _EVERYDAY = 4, 18, 4, 4.7, 5.4


def described(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """What is described at length by the subject and named after `is`."""
    tokens, line = clause.tokens, clause.line
    verb = tokens[clause.verb]
    if clause.main != clause.verb or verb.low not in BE or clause.negated:
        return
    subject = clause.subject_text
    if any(name.start == tokens[clause.subject[0] + 1].start for name in line.names):
        return
    if not re.match(r"[Tt]he ", subject) or not _LEAST <= len(subject.split()) <= _MOST:
        return
    if clause.front[1] and not _FIELD.match(clause.front_text):
        return
    if (
        _POINTING.search(subject)
        or _HOLLOW.match(subject)
        or _OF_SOMETHING.match(subject)
        or not _specific(tokens[slice(*clause.subject)])
    ):
        return
    span = _named(tokens, clause.rest)
    if span is None or not _AFTER.match(line.text[tokens[span[1] - 1].end :]):
        return
    term = line.cut(*span)
    marked = any(each.text.lower() == term.lower() for each in line.terms)
    unsaid = " ".join(word for word in words(term) if not gives_away(subject, word)) or term
    if (not marked and not _telling(unsaid, _EVERYDAY)) or words(term)[-1] in _NO_NAMES:
        return
    if verb.low in ("are", "were") and not plural(term):
        return
    if said_share(subject, term) > HALF or set(words(term)) <= topic.title_words:
        return
    person = any(name.kind is Kind.PERSON and name.text in term for name in line.names)
    word = "who" if person else "what"
    front = f"{clause.front_text}, {word}" if clause.front[1] else word
    said = small(subject, topic.capitals) if clause.subject[0] == 0 else subject
    prompt = question(f"{front} {verb.text} {said}")
    doubts = () if marked or _telling(unsaid, _COMMON) else ("not technical",)
    if _JUDGING.match(subject):
        doubts = (*doubts, "judging")
    yield Candidate(Technique.DESCRIBED, Form.SHORT, prompt, term, line, (), marked, doubts=doubts)


def _specific(tokens: Sequence[Token]) -> bool:
    """Whether a subject says more than `the N`, and its noun is no reason, goal or problem."""
    head = next((i for i, token in enumerate(tokens) if i and token.tag in _TELLS_APART), len(tokens))
    if head == len(tokens) or any(token.low in _NOT_ASKED for token in tokens[1:head]):
        return False
    return tokens[head - 1].tag in _NOUNS


def _named(tokens: Sequence[Token], first: int) -> tuple[int, int] | None:
    """The tokens of the noun with its adjectives that starts at `first`, without its article."""
    while first < len(tokens) and (tokens[first].low == "the" or tokens[first].tag == "RB"):
        if tokens[first].tag == "RB" and tokens[first].low not in ("often", "usually", "also", "typically"):
            return None
        first += 1
    last = first
    while last < len(tokens) and tokens[last].tag in _IN_TERM and last - first < _MOST_TERM:
        last += 1
    if last == first or tokens[last - 1].tag not in _NOUNS or tokens[first].tag in ("VBN", "VBG"):
        return None
    return first, last


def _telling(term: str, bound: float) -> bool:
    parts = [part for part in words(term) if part not in _GENERIC]
    return bool(parts) and min(zipf(part) for part in parts) < bound
