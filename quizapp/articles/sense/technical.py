"""Whether the subject of a general statement is technical enough to be known by its name alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.sense.clauses import Clause, clause_of
from quizapp.articles.sense.prose import Line, remade
from quizapp.articles.sense.subjects import stands_alone, subject_small
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import opened, plural

_POINTERS = re.compile(
    r"\b(?:this|these|those|that|such|its|their|his|her|our|your|former|latter|same|other|others|following|it"
    r"|they|he|she|we|you|another|both|some|many|most|several|each|various|certain|new|first|second|third"
    r"|next|last|final|main|result|question|problem|case|story|example)s?\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"^(?P<it>It|They)(?: (?:also|often|usually|typically|generally|is|are|can))? ")
_TECHNICAL, _KEYWORD = 4.2, 4.9


def names_itself(clause: Clause, topic: Topic) -> bool:
    """Whether the subject stands alone, or is `the aorta`: a technical name in the present tense."""
    if stands_alone(clause, topic, generic=True):
        return True
    text = clause.subject_text
    if clause.tokens[clause.verb].tag not in ("VBZ", "VBP", "MD") or _POINTERS.search(text):
        return False
    tokens = clause.tokens[slice(*clause.subject)]
    head = next((i for i, token in enumerate(tokens) if token.tag in ("IN", "TO", ",")), len(tokens))
    own = [token for token in tokens[:head] if token.tag[:2] in ("NN", "JJ")]
    if not own or not own[-1].tag.startswith("NN") or own[-1].tag.startswith("NNP"):
        return False
    last = zipf(own[-1].low)
    known = own[-1].low in topic.keywords or any(own[-1].low in term.split() for term in topic.terms)
    return last < (_KEYWORD if known else _TECHNICAL)


def resolved(line: Line, topic: Topic) -> Iterator[Line]:
    """The line with the subject of the line before for its opening `It` or `They`, where that is meant."""
    found = _PRONOUN.match(line.text)
    before = topic.lines[line.number - 1] if 0 < line.number <= len(topic.lines) else None
    if found is None or line.first or before is None or before.sentence.section != line.sentence.section:
        return
    clause = clause_of(before)
    if clause is None or clause.front_text or clause.negated or not names_itself(clause, topic):
        return
    subject = clause.subject_text
    if plural(subject) != (found["it"] == "They") or " and " in subject or "," in subject:
        return
    nouns = [token.tag for token in clause.tokens[slice(*clause.subject)] if token.tag.startswith("NN")]
    if len(subject.split()) > _LONGEST or not nouns:
        return
    yield remade(line, opened(subject_small(clause, topic)) + line.text[len(found["it"]) :])


_LONGEST = 5
