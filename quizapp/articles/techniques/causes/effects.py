"""Effects: what something led to, causes, enables or prevents, where the sentence says so outright."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause, finite
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.subjects import stands_alone, subject_small
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.reasons import NEXT, whole
from quizapp.articles.techniques.causes.roles import open_role
from quizapp.articles.words.lexicon import may_be, zipf
from quizapp.articles.words.phrasing import opened, question, words
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.verbs import base

_POINTERS = re.compile(
    r"\b(?:this|these|those|such|it|they|them|him|her|his|he|she|our|your|we|you|its|their)\b", re.IGNORECASE
)
_WITH_TO = {"lead": "to ", "result": "in ", "depend": "on "}
_PLAIN = frozenset(
    {
        "cause",
        "prevent",
        "trigger",
        "stimulate",
        "regulate",
        "inhibit",
    }
)
_TRAIT = re.compile(
    r"^(?P<the>The|One of the|One|A|An) (?P<which>(?:(?:single )?most (?:common|important|basic"
    r"|widely used|abundant"
    r"|significant)"
    r"|main|primary|chief|major|principal|key|biggest|greatest|basic|common|largest|simplest|central|fundamental"
    r"|leading|ultimate|dominant) )?"
    r"(?P<role>(?:[a-z]+ )?(?:advantages?|disadvantage|drawback|benefit|effect|result|consequence|idea"
    r"|difference"
    r"|cause|reason|aim|risk|problem|goal|purpose|function|role|task|source|component|ingredient|form|type|method"
    r"|unit|part|site|feature|characteristic|basis|product|mechanism|measure|concern|challenge|factor|element|principle"
    r"|focus|organ|constituent|example))"
    r" (?P<of>of|between|behind|with|for|in) (?P<what>[^,;:]{3,80}?) (?P<verb>is|was|are|were)"
    r" (?P<answer>(?:(?:that|to|the|an?) )?[^;:—]{4,160}?)\.$"
)
# `prevents the enzyme | from destroying acetylcholine`, `causes the ions | to migrate`.
_FROM_DOING = re.compile(
    r"(?P<whom>(?:(?!(?:and|that|which|from|to)\b)[\w’-]+ ){1,5})(?:from (?=[a-z]+ing )|to (?=[a-z]+ ))"
    r"(?P<deed>[^,]+)"
)
_PLAIN_ROLES = re.compile(r"(?:example|form|type|part|factor|element|product|source|measure|feature|result)$")
_LEAST, _MOST, _MOST_SUBJECT = 3, 24, 10
_NOUNY = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "JJ", "VBG", "CD"})


def effects(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """What the subject leads to, results in, depends on, causes or enables."""
    tokens, line = clause.tokens, clause.line
    if clause.negated or clause.front_text or not stands_alone(clause, topic, generic=True):
        return
    if len(clause.subject_text.split()) > _MOST_SUBJECT or tokens[clause.verb].low in (
        "may",
        "might",
        "could",
        "would",
    ):
        return
    if re.match(r"(?:some|any|every)(?:one|body|thing)", clause.subject_text, re.IGNORECASE):
        return
    subject, rest, verb = subject_small(clause, topic), clause.rest_text, base(tokens[clause.main].text)
    helper = _helper(clause)
    answer, prompt = "", ""
    if clause.passive or not helper:
        return
    elif verb in _WITH_TO and rest.startswith(_WITH_TO[verb]):
        link = _WITH_TO[verb]
        prompt, answer = f"What {helper} {subject} {verb} {link.strip()}", rest[len(link) :]
    elif verb in _PLAIN:
        prompt, answer = (
            f"What {helper} {subject} {verb}",
            re.sub(r",? by [a-z]+(?:ing|ly [a-z]+ing) .*", "", rest),
        )
    deed = _FROM_DOING.match(answer) if verb in ("prevent", "cause") else None
    from_doing = deed if deed and (verb == "prevent") == (" from " in answer[: deed.start("deed")]) else None
    if from_doing and (verb == "prevent" or may_be(from_doing["deed"].split()[0], "VB")):
        prompt = f"{prompt} {from_doing['whom'].strip()} {'from doing' if verb == 'prevent' else 'to do'}"
        answer = from_doing["deed"]
    answer = re.split(rf",? and {re.escape(tokens[clause.verb].text)} ", answer)[0]
    answer = NEXT.split(answer, maxsplit=1)[0]
    result = re.split(r",? in an? (?:effort|attempt) to ", answer)[0]
    answer = result if len(result.split()) >= _LEAST else answer
    asks = tagged(answer) if re.match(r"(?:how|what|whether|which|who|where|when) ", answer) else []
    if asks and not any(finite(asks, index) for index in range(len(asks))):
        return
    if (
        not prompt
        or not (_LEAST - bool(from_doing)) <= len(answer.split()) <= _MOST
        or _POINTERS.search(answer)
        or _POINTERS.search(prompt)
    ):
        return
    if re.search(r"\d|\b(?:specific|certain|similar|various)\b", answer):
        return
    if re.search(r"\b(?:and|or|but|the|an?|of|to)$", answer) or all(
        zipf(word) > 5.0 for word in words(answer)
    ):
        return
    yield Candidate(Technique.EFFECT, Form.FREE, question(prompt), opened(answer), line)


def _helper(clause: Clause) -> str:
    """The helping verb of the question; "" where the verb group is no plain one."""
    token = clause.tokens[clause.verb]
    if clause.main > clause.verb:
        return ""
    return {"VBD": "did", "VBZ": "does", "VBP": "do"}.get(token.tag, "")


def traits(line: Line, topic: Topic) -> Iterator[Candidate]:
    """What the advantage, drawback or effect of something is, from `The advantage of X is that ...`."""
    found = _TRAIT.match(line.text)
    if found is None or _POINTERS.search(found["what"]) or open_role(found["what"], topic):
        return
    answer = re.sub(r"^that ", "", found["answer"])
    stated = found["answer"].startswith(("that ", "to "))
    if not stated and (
        found["the"] not in ("The", "One of the") or not found["which"] or tagged(answer)[0].tag not in _NOUNY
    ):
        return
    if found["the"] not in ("The", "One of the") and _PLAIN_ROLES.search(found["role"]):
        return
    if found["the"] in ("One", "A", "An") and found["role"] != "difference":
        return
    answer = whole(re.sub(r", followed by .*", "", answer))
    least = _LEAST if stated else 0
    if not least < len(answer.split()) <= _MOST + 6 or re.search(r"\b(?:this|these|those|such)\b", answer):
        return
    the = found["the"].lower()
    prompt = question(
        f"What {found['verb']} {the} {found['which'] or ''}{found['role']} {found['of']} {found['what']}"
    )
    yield Candidate(Technique.PURPOSE, Form.FREE, prompt, opened(answer), line, sure=the == "the")
