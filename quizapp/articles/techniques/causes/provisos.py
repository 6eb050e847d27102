"""Under what condition something is so: from `when`, `if`, `unless`, `until`, `once` behind the statement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.antecedents import refers
from quizapp.articles.sense.clauses import finite
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.causal import Told, told
from quizapp.articles.techniques.causes.conditions import ASKED_THERE
from quizapp.articles.techniques.causes.fairness import asking
from quizapp.articles.techniques.causes.noreasons import NAMING
from quizapp.articles.techniques.causes.pointing import PAST
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.verbs import base

_BEHIND = re.compile(
    r" (?P<only>only |especially |particularly |even )?(?P<word>when|if|unless|until|once|as long as"
    r"|so long as|provided that|whenever|only after|as) (?P<what>[^;:—]{10,150})\.$"
)
SAYS_THAT = re.compile(
    r"\b(?:argue|believe|claim|conclude|discover|explain|find|found|hold|held|know|learn|mean|meant|note|propose|report"
    r"|require|said|say|show|state|suggest|think|thought)(?:s|d|ed)? that\b"
)
# Verbs behind which `if` is `whether`.
_ASKS_WHETHER = frozenset(
    {"ask", "check", "decide", "determine", "examine", "indicate", "know", "learn", "question", "reveal"}
) | {"see", "show", "tell", "test", "verify", "wonder"}
_SAYING_WHAT = NAMING - {"call", "name"}
_OF_ANOTHER_VERB = re.compile(r" by [a-z]+ing [^,]+$")
_TWO_VERBS = re.compile(r", (?:is|are|was|were|has|have|had) ")
_ONLY = re.compile(r" only(?= [a-z]+$)")
_DUTY = re.compile(
    r"\b(?:aim|duty|duties|function|goal|job|mission|objective|purpose|responsibility|responsibilities|role"
    r"|tasks?) (?:[^,;]{3,60} )?(?:is|are|was|were) to\b"
)
_DESCRIBING = frozenset({"JJ", "JJR", "JJS", "RB", "RBR", "VBN"})
_OPENING = {
    "when": "When",
    "whenever": "When",
    "if": "Under what condition",
    "as long as": "Under what condition",
    "so long as": "Under what condition",
    "provided that": "Under what condition",
    "until": "Until when",
    "unless": "",
    "once": "When",
    "only after": "When",
    "as": "",
}


def provisos(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    """When or under what condition a general statement holds; what happens when its condition is met."""
    for found in _BEHIND_WORD.finditer(line.text):
        match = _BEHIND.match(line.text, found.start())
        if match is None or match["only"] == "even " or ASKED_THERE.search(line.text[: match.start()]):
            continue
        if match["what"].startswith("it comes to "):
            return
        yield from _of(line, previous if refers(line.text) else None, match, topic)
        return


_BEHIND_WORD = re.compile(
    r"(?<!,) (?:only |especially |particularly |even )?(?:when|if|unless|until|once|as long as|so long as"
    r"|provided that|whenever|only after|as) "
)


def _of(line: Line, before: Line | None, match: re.Match[str], topic: Topic) -> Iterator[Candidate]:
    about = told(line, line.text[: match.start()], topic, before)
    if (
        about is None
        or about.clause.tokens[about.clause.verb].low == "had"
        or (about.past and (about.is_state or match["word"] in ("if", "as", "unless")))
        or (
            about.clause.tokens[about.clause.verb].low in ("has", "have")
            and about.verb not in ("has", "have")
        )
    ):
        return
    what, word = match["what"], match["word"]
    if _OF_ANOTHER_VERB.search(about.after) or _TWO_VERBS.search(what):
        return
    done = base(about.clause.tokens[about.clause.main].text)
    if SAYS_THAT.search(about.after) or done in _SAYING_WHAT or (word == "if" and done in _ASKS_WHETHER):
        return
    tokens = tagged(what)
    verbs = [i for i in range(len(tokens)) if finite(tokens, i)]
    if not verbs or tokens[0].low in ("we", "you") or tokens[0].tag in ("TO", "IN", "CC", "VBN", "VBG"):
        return
    if word == "unless":
        if about.after.count(" not ") == 1:
            asked = about.after.replace(" not ", " ")
            yield from asking(
                Technique.PROVISO,
                f"Under what condition {asked}",
                f"only if {what}",
                line,
                before,
                doubts=about.doubts,
            )
        return
    if about.is_state and about.clause.tokens[about.clause.rest].tag not in _DESCRIBING:
        return
    if about.past and word == "until":
        return
    opening = _OPENING[word]
    doubts = (*about.doubts, PAST) if about.past else about.doubts
    only = match["only"] == "only " or _ONLY.search(about.after) is not None
    if opening and not only and opening != "When":
        doubts = (*doubts, "one condition")
    if opening:
        stated = f"{'only ' if only else ''}{word} {_one_verb(what, about.many)}"
        yield from asking(
            Technique.PROVISO, f"{opening} {_ONLY.sub('', about.after)}", stated, line, before, doubts=doubts
        )
    source = told(line, what, topic)
    if (
        source is not None
        and not only
        and word in ("when", "if", "once", "whenever")
        and not source.past
        and not about.past
        and base(about.clause.tokens[about.clause.main].text) not in NAMING
    ):
        verb = about.clause.tokens[about.clause.verb].low
        happens = "can happen" if verb == "can" else "happens"
        prompt = f"What {happens} {word} {source.said}"
        if not _DUTY.search(about.clause.line.text):
            yield from asking(
                Technique.OUTCOME, prompt, _last_deed(about), line, before, doubts=source.doubts
            )


def _last_deed(about: Told) -> str:
    """The statement with the last of its verbs alone, to which a condition behind it belongs for certain."""
    clause = about.clause
    text = clause.line.text.rstrip(".")
    between = clause.line.cut(clause.subject[1], clause.verb)
    if not re.search(r"\b(?:and|or)\b", between):
        return text
    return f"{clause.subject_text} {text[clause.tokens[clause.verb].start :]}"


def _one_verb(what: str, many: bool) -> str:
    """The condition without a second verb that goes with the main subject: `the body is still and shake`."""
    tokens = tagged(what)
    verbs = [i for i in range(len(tokens)) if finite(tokens, i)]
    if not many or not verbs or tokens[verbs[0]].tag != "VBZ":
        return what
    for index in range(verbs[0] + 1, len(tokens) - 1):
        if tokens[index].low == "and" and tokens[index + 1].tag in ("VBP", "VB"):
            return what[: tokens[index].start].rstrip(" ,")
    return what
