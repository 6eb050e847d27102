"""What something is based on, derived from, followed by: passives that are at home with one preposition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause
from quizapp.articles.sense.subjects import stands_alone, subject_small
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.reasons import whole
from quizapp.articles.techniques.objects.predicates import adverbs_of
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import opened, question, words
from quizapp.articles.words.verbs import base

_TAKES = {
    "base": "on",
    "coat": "with",
    "derive": "from",
    "express": "in",
    "found": "on",
    "inspire": "by",
    "make": "from",
    "measure": "in",
    "model": "on",
    "replace": "by",
    "root": "in",
    "surround": "by",
}
_POINTERS = re.compile(
    r"\b(?:this|these|those|such|it|they|them|he|she|his|her|our|your|we|you|its|their|others?|various|many|several"
    r"|certain|specific|some|another)\b",
    re.IGNORECASE,
)
_LEAST, _MOST, _COMMON = 2, 22, 5.0


def relations(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """What the subject is based on, made from, measured in and the like."""
    tokens = clause.tokens
    verb = base(tokens[clause.main].text)
    link = _TAKES.get(verb, "")
    if not clause.passive or not link or clause.negated or clause.front_text:
        return
    rest = clause.rest_text
    if not rest.startswith(f"{link} ") or not stands_alone(clause, topic, generic=True):
        return
    answer = whole(rest[len(link) + 1 :])
    if not _LEAST <= len(answer.split()) <= _MOST or _POINTERS.search(answer) or re.search(r"\d", answer):
        return
    if all(zipf(word) > _COMMON for word in words(answer)):
        return
    subject, was = subject_small(clause, topic), tokens[clause.verb].text
    prompt = question(f"What {was} {subject} {adverbs_of(clause)} {tokens[clause.main].text} {link}")
    yield Candidate(Technique.WORKING, Form.FREE, prompt, opened(answer), clause.line)
