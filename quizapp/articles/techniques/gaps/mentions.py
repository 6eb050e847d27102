"""Gaps for an emphasised term that a sentence brings up without defining it, where the rest pins it down."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import GAP, Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.prose import Line, Term
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.gaps.cloze import LEANS_BACK, narrowed, shortened, standing, worth_a_gap
from quizapp.articles.techniques.gaps.introducing import introduces
from quizapp.articles.techniques.gaps.remarking import remarked
from quizapp.articles.techniques.gaps.soundgaps import shown_inside, sound
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import small, words

_OF_A_SPECIES = re.compile(
    r"[A-Z][a-z]*\.? [a-z]{3,}|[A-Z][a-z]+(?:ella|coccus|bacter|bacillus|monas|ium|us)$"
)
_AS_MEMBER = re.compile(
    r"\b(?:such as|including|like|e\.g\.,?|especially|particularly|namely|example|between|both|either|and|or"
    r"|than) (?:the |an? )?$|, (?:the |an? )?$"
)
_FIRST_PERSON = re.compile(r"\b(?:we|you|our|your|us|I|[Ll]et|chapter|section)\b")
_LEANING = re.compile(
    r"\b(?:this|these|those|such|another|other|others|also|however|therefore|thus|it|they|he|she|his|her|one)\b"
)
_PAST = frozenset({"VBD"})
_KNOWN, _RARE = 4.4, 4.6
_RARER, _VERY_RARE = 3.9, 3.2
_LEAST, _MOST, _LEAST_RARE = 8, 30, 3


def mentions(line: Line, topic: Topic) -> Iterator[Candidate]:
    """A gap for each emphasised term that the line does not introduce.

    Where the term is emphasised in this line, what speaks against the gap is a doubt; a later mention of it
    must be free of all.
    """
    for term in remarked(line, topic).terms:
        if introduces(line, term.start, term.end) or not worth_a_gap(line, term, topic):
            continue
        start, end = narrowed(line, term.start, term.end)
        made, name = standing(shortened(line, start, end)), line.text[start:end]
        if LEANS_BACK.match(made) or not sound(made, name):
            continue
        doubts = tuple(_doubts(line, term, made, name, topic))
        later = term not in line.terms
        if later and (doubts or not _pinned(term, line.text[: term.start], line.text[term.end :])):
            continue
        answer = small(name, topic.capitals) if start == 0 else name
        aliases = term.aliases if name == term.text else ()
        yield Candidate(Technique.MENTION, Form.CLOZE, made, answer, line, aliases, sure=True, doubts=doubts)


def _doubts(line: Line, term: Term, made: str, name: str, topic: Topic) -> Iterator[str]:
    """What speaks against a gap in a sentence that only brings the term up."""
    rest = made.replace(GAP, " ")
    if not _technical(term, topic):
        yield "not technical"
    if _AS_MEMBER.search(line.text[: term.start]):
        yield "member"
    if _LEANING.search(rest):
        yield "leaning"
    if _FIRST_PERSON.search(rest):
        yield "writer"
    if any(token.tag in _PAST for token in line.tokens):
        yield "past"
    if not _LEAST <= len(made.split()) <= _MOST:
        yield "length"
    if sum(len(word) > 3 and zipf(word) < _RARE for word in words(rest)) < _LEAST_RARE:
        yield "few rare words"
    if shown_inside(made, name):
        yield "shown inside"


def _pinned(term: Term, before: str, after: str) -> bool:
    """Whether a later mention ends its statement and is what that statement leads to."""
    if (
        not re.match(r"(?:[.,;]| (?:into|when|because|by|while|rather than)\b)", after)
        or len(before.split()) < _LEAST
    ):
        return False
    rarest = min(zipf(word) for word in words(term.text))
    return rarest < (_VERY_RARE if re.search(r"\b(?:of|in|on|at) (?:the |an? )?$", before) else _RARER)


def _technical(term: Term, topic: Topic) -> bool:
    """Whether the term is a word of its field and no species, work or person."""
    first = term.text.split()[0]
    if first.endswith(".") or (_OF_A_SPECIES.match(term.text) and topic.capitals.proper(first)):
        return False
    parts = [word for word in words(term.text) if len(word) > 2]
    return bool(parts) and min(zipf(word) for word in parts) < (_KNOWN if len(parts) == 1 else _KNOWN + 0.4)
