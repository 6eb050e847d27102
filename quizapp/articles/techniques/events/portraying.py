"""How somebody saw a thing: from `X defined Y as Z`, `X regards Y as Z`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause
from quizapp.articles.sense.standing import answers, stands, telling
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.reasons import whole
from quizapp.articles.techniques.events.views import speaking
from quizapp.articles.words.phrasing import opened, question
from quizapp.articles.words.verbs import base

_PORTRAYING = frozenset(
    {"characterize", "conceive", "condemn", "consider", "define", "denounce", "depict", "describe", "dismiss"}
    | {"envision", "interpret", "perceive", "picture", "portray", "praise", "regard", "reject"}
    | {"see", "treat", "understand", "view", "criticize", "conceptualize", "explain", "think"}
)
_AS = re.compile(
    r"^(?:of )?(?P<what>[^,;:—]{3,90}?) as (?P<how>(?!well\b|soon\b|long\b|far\b|much\b)[^;:—]+)$"
)
# `the practice`: which one, the sentence before says.
_BARE = re.compile(r"^(?:(?:[\w-]+ )*(?:of|for|in|to) )?the [a-z-]+$")
_PRONOUN = re.compile(r"\b(?:it|them|him|her|they|he|she)\b", re.IGNORECASE)
_GOES_ON = re.compile(r", and (?:in|by|on|at|for|to|with)\b")
_LEAST, _MOST, _SHORT, _MOST_WHAT = 2, 26, 4, 10


def portrayed(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """As what X saw Y."""
    tokens, line = clause.tokens, clause.line
    verb = tokens[clause.verb]
    if clause.main != clause.verb or clause.negated or base(verb.text) not in _PORTRAYING:
        return
    if clause.front_text and not stands(clause.front_text):
        return
    found = _AS.match(line.cut(clause.rest, clause.end).rstrip(" ,"))
    speaker = speaking(clause, topic) if found is not None else ""
    if found is None or not speaker or not stands(found["what"], own=True):
        return
    how = whole(found["how"])
    # `rejected being bound by law as ...` tells of no thing that is seen so.
    if re.match(r"[a-z]+ing [a-z]+(?:ed|en|nd|t)?\b", found["what"]) and base(verb.text) == "reject":
        return
    if _PRONOUN.search(found["what"]) or _GOES_ON.search(how):
        return
    if _BARE.search(found["what"]) and found["what"].split()[-1].lower() not in topic.title_words:
        return
    if how.count("“") != how.count("”") or how.count('"') % 2:
        return
    if len(found["what"].split()) > _MOST_WHAT or not _LEAST <= len(how.split()) <= _MOST or not answers(how):
        return
    if " as " in how or not telling(f"{found['what']} {how}", 1):
        return
    helper = {"VBD": "did", "VBZ": "does"}.get(verb.tag, "do")
    front = f" {clause.front_text[0].lower()}{clause.front_text[1:]}" if clause.front_text else ""
    prompt = question(f"How {helper} {speaker} {base(verb.text)} {found['what']}{front}")
    doubts = ("short answer",) if len(how.split()) < _SHORT else ()
    yield Candidate(Technique.VIEW, Form.FREE, prompt, opened(f"as {how}"), line, doubts=doubts)
