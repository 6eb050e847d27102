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
from quizapp.articles.techniques.causes.noreasons import how_often
from quizapp.articles.techniques.causes.pointing import UNSURE
from quizapp.articles.techniques.causes.reasons import NEXT, whole
from quizapp.articles.techniques.causes.roles import open_role
from quizapp.articles.techniques.objects.peopled import of_somebody
from quizapp.articles.words.lexicon import may_be, zipf
from quizapp.articles.words.phrasing import opened, question, words
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.verbs import base
from quizapp.articles.words.wordlists import wordlist

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
_HARDLY = frozenset({"almost", "hardly", "nearly", "never", "rarely", "seldom"})
_ABLE = wordlist("goals able")
_LETTING = frozenset({"allow", "enable", "encourage", "force", "help", "permit", "require"})
_PLAIN_ROLES = re.compile(r"(?:example|form|type|part|factor|element|product|source|measure|feature|result)$")
_LEAST, _MOST, _MOST_SUBJECT, _COMMON = 3, 24, 10, 5.0
_LEAST_DONE, _MOST_FRONT = 4, 6
_ORDINAL = wordlist("subjects ordinal")
_NOUNY = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "JJ", "VBG", "CD"})


def effects(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """What the subject leads to, results in, depends on, causes or enables."""
    tokens, line = clause.tokens, clause.line
    front = clause.front_text
    if clause.negated or len(front.split()) > _MOST_FRONT or not stands_alone(clause, topic, generic=True):
        return
    hardly = any(token.low in _HARDLY for token in tokens[clause.subject[1] : clause.rest])
    if len(clause.subject_text.split()) > _MOST_SUBJECT or hardly:
        return
    if re.match(r"(?:some|any|every)(?:one|body|thing)", clause.subject_text, re.IGNORECASE):
        return
    subject = f"{subject_small(clause, topic)} {how_often(clause)}".strip()
    rest, verb = clause.rest_text, base(tokens[clause.main].text)
    helper = _helper(clause)
    answer, prompt = "", ""
    if clause.passive or not helper:
        return
    elif verb in _WITH_TO and rest.startswith(_WITH_TO[verb]):
        link = _WITH_TO[verb]
        prompt, answer = f"What {helper} {subject} {verb} {link.strip()}", rest[len(link) :]
    elif verb in _PLAIN or (verb in _LETTING and " to " in rest):
        prompt, answer = (
            f"What {helper} {subject} {verb}",
            re.sub(r",? by [a-z]+(?:ing|ly [a-z]+ing) .*", "", rest),
        )
    deed = _FROM_DOING.match(answer) if verb in _LETTING | {"prevent", "cause"} else None
    from_doing = deed if deed and (verb == "prevent") == (" from " in answer[: deed.start("deed")]) else None
    if verb in _LETTING and not (from_doing and _lets(verb, from_doing)):
        return
    if from_doing and (verb == "prevent" or may_be(from_doing["deed"].split()[0], "VB")):
        prompt = f"{prompt} {from_doing['whom'].strip()} {'from doing' if verb == 'prevent' else 'to do'}"
        answer = from_doing["deed"]
    if front and prompt:
        prompt = (
            f"{prompt} {front if topic.capitals.proper(front.split()[0]) else front[0].lower() + front[1:]}"
        )
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
    if re.search(r"\b(?:and|or|but|the|an?|of|to)$", answer):
        return
    doubts = tuple(_doubts(clause, answer))
    yield Candidate(Technique.EFFECT, Form.FREE, question(prompt), opened(answer), line, doubts=doubts)


def _doubts(clause: Clause, answer: str) -> Iterator[str]:
    """What speaks against asking for an effect."""
    if clause.main > clause.verb:
        yield UNSURE
    if re.search(r"\d|\b(?:specific|certain|similar|various)\b", answer):
        yield "vague"
    if all(zipf(word) > _COMMON for word in words(answer)):
        yield "everyday"


def _lets(verb: str, found: re.Match[str]) -> bool:
    """Whether somebody or something is let do a deed worth naming: not `require a majority to pass`."""
    whom, deed = found["whom"].split(), found["deed"].split()
    if "than" in whom or whom[-1] in _ABLE or whom[-1].endswith(("ness", "bility")):
        return False
    if deed[0] == "be" and len(deed) < _LEAST_DONE:
        return False
    return verb != "require" or of_somebody(tagged(found["whom"].strip()))


def _helper(clause: Clause) -> str:
    """The helping verb of the question; "" where the verb group is no plain one."""
    token = clause.tokens[clause.verb]
    if clause.main > clause.verb:
        plain = clause.main == clause.verb + 1 and token.low in ("can", "may", "could", "might")
        return token.low if plain else ""
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
    one = found["the"] in ("One", "A", "An") and found["role"] != "difference"
    if one and (found["verb"] in ("are", "were") or found["role"].split()[0] in _ORDINAL):
        return
    answer = whole(re.sub(r", followed by .*", "", answer))
    least = _LEAST if stated else 0
    if not least < len(answer.split()) <= _MOST + 6 or re.search(r"\b(?:this|these|those|such)\b", answer):
        return
    the = "one" if one else found["the"].lower()
    doubts = ("one of several",) if one else ()
    prompt = question(
        f"What {found['verb']} {the} {found['which'] or ''}{found['role']} {found['of']} {found['what']}"
    )
    yield Candidate(
        Technique.PURPOSE, Form.FREE, prompt, opened(answer), line, sure=the == "the", doubts=doubts
    )
