"""Entries of a glossary that has no mark between term and meaning: `annona the grain given to the people`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.whatis import what_is
from quizapp.articles.techniques.gaps.cloze import gives_away
from quizapp.articles.words.phrasing import opened, question
from quizapp.articles.words.tagging import tagged

_ENTRY = re.compile(
    r"^(?P<term>(?!(?:The|A|An|In|How|Why|What|When|If|Where|Explain|Describe|Discuss|Identify|Analyze|Compare"
    r"|Define) )[\w’'-]+(?: (?!(?:the|an?|is|are|was|were|that|which|all|both)\b)[\w’'-]+){0,4})"
    r" (?P<meaning>(?:an?|the) [^.:;!?]{15,200})$"
)
_RELATIVE = re.compile(r"\b(?:that|which|who|whose|when|where|wherein|whereby|in which|during which)\b")
_NAMED = re.compile(r"[A-Z][\w’'-]* ")
_AROUND, _NEIGHBOURS = 4, 3
_NO_TERM = frozenset({"VBZ", "VBP", "VBD", "MD", "VB", "IN", "TO"})
_LEAST, _MOST = 5, 32


def glossary(line: Line, topic: Topic) -> Iterator[Candidate]:
    """Both directions of an entry among others of its kind."""
    found = _ENTRY.match(line.text) if line.listed else None
    if found is None or not _LEAST <= len(found["meaning"].split()) <= _MOST:
        return
    near = topic.lines[max(0, line.number - _AROUND) : line.number + _AROUND + 1]
    if sum(bool(other.listed and _ENTRY.match(other.text)) for other in near) <= _NEIGHBOURS:
        return
    term, meaning = found["term"], found["meaning"].strip(" ,")
    words = tagged(term)
    if words[-1].tag in _NO_TERM or (len(words) > 1 and words[0].tag in ("VB", "VBP", "VBZ", "MD")):
        return
    if any(token.tag in ("VBZ", "VBP", "VBD", "MD") for token in tagged(_RELATIVE.split(meaning)[0])):
        return
    if not gives_away(meaning, term):
        prompt = question(f"What is the term for {meaning}")
        yield Candidate(Technique.DEFINITION, Form.SHORT, prompt, term, line, sure=True)
    asked = question(f"What is meant by “{term}”") if _NAMED.match(term) else what_is(term, "", meaning)
    yield Candidate(Technique.MEANING, Form.FREE, asked, opened(meaning), line, (), sure=True)
