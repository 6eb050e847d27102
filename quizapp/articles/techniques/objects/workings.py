"""What a term measures, studies, controls, involves: from a key term, its verb and what the verb is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause
from quizapp.articles.sense.subjects import subject_small
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.reasons import whole
from quizapp.articles.techniques.gaps.keyterms import is_key
from quizapp.articles.techniques.objects.predicates import adverbs_of, goes_on, of_one_verb, without_reason
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import opened, question, words
from quizapp.articles.words.verbs import base
from quizapp.articles.words.wordlists import wordlist

_WORKING = wordlist("workings verbs")
_WITH = {
    "act": "as",
    "concentrate": "on",
    "deal": "with",
    "depend": "on",
    "differ": "from",
    "focus": "on",
    "function": "as",
    "rely": "on",
    "serve": "as",
    "specialize": "in",
}
_POINTERS = re.compile(
    r"\b(?:this|these|those|such|it|they|them|he|she|his|her|our|your|we|you|its|their|others?|various|many|several"
    r"|certain|specific|some|another)\b",
    re.IGNORECASE,
)
_LEAST, _MOST, _COMMON, _OFTEN = 4, 24, 5.0, 4


def workings(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """What a term does, asked with its own verb: `What does a barometer measure?`"""
    tokens, line = clause.tokens, clause.line
    verb = tokens[clause.verb]
    if clause.main != clause.verb or verb.tag not in ("VBZ", "VBP") or clause.negated or clause.front_text:
        return
    spelled = base(verb.text)
    link = _WITH.get(spelled, "")
    rest = clause.rest_text
    if (spelled not in _WORKING and not link) or (link and not rest.startswith(f"{link} ")):
        return
    first, last = clause.subject
    if tokens[first].low in ("a", "an"):
        first += 1
    elif tokens[first].low == "the":
        first += 1
        known = set(words(clause.subject_text)) & (topic.title_words | set(words(line.heading)))
        if not known and not any(term.start == tokens[first].start for term in line.terms):
            return
    marked = any(
        term.start == tokens[first].start and term.end == tokens[last - 1].end for term in line.terms
    )
    if not marked and not is_key(tokens[first:last], line, topic) and not _recurs(clause, topic):
        return
    if _cut_short(clause) or _POINTERS.search(clause.subject_text):
        return
    answer = of_one_verb(whole(without_reason(rest[len(link) + 1 :] if link else rest)), verb.tag)
    if not _LEAST <= len(answer.split()) <= _MOST or _POINTERS.search(answer) or re.search(r"\d", answer):
        return
    if all(zipf(word) > _COMMON for word in words(answer)):
        return
    helper = "does" if verb.tag == "VBZ" else "do"
    prompt = question(f"What {helper} {subject_small(clause, topic)} {adverbs_of(clause)} {spelled} {link}")
    yield Candidate(Technique.WORKING, Form.FREE, prompt, opened(answer), line)


def _cut_short(clause: Clause) -> bool:
    """Whether the predicate may go on; `and that ...`, `or when ...` tell one thing more and may be left."""
    tokens, end = clause.tokens, clause.end
    more = tokens[end].tag == "CC" and tokens[end + 1].tag in ("WRB", "IN")
    return goes_on(clause) and not more


def _recurs(clause: Clause, topic: Topic) -> bool:
    """Whether the subject is one noun that the article speaks of again and again."""
    tokens = clause.tokens[slice(*clause.subject)]
    if len(tokens) != 1 or tokens[0].tag not in ("NN", "NNS"):
        return False
    return zipf(tokens[0].low) < _COMMON and topic.spread[tokens[0].low] >= _OFTEN
