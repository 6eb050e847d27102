"""What effect a change, a lack or a deed has: from subjects that name one and verbs that tell the effect."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizapp.articles.candidates import Candidate
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.antecedents import refers
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.causal import Told, told
from quizapp.articles.techniques.causes.fairness import asking
from quizapp.articles.techniques.causes.pointing import DEFINITE, OPEN, PAST
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.tagging import Token
from quizapp.articles.words.verbs import BE
from quizapp.articles.words.wordlists import wordlist

_CHANGING = wordlist("influences changing")
_AFFECTING = wordlist("influences affecting")


_WITH_LINK = frozenset({"aid", "contribute", "interfere", "lead", "result"})
_OF_SOME = re.compile(r"(?:many|most|some|several|few) ", re.IGNORECASE)
_FROM = re.compile(r"(?:contribute|result)(?:s|d|ed)? (?!in |to )")
_NO_THING = re.compile(r"\b(?:questions?|ideas?|issues?|doubts?|concerns?|stakes?|money|awareness|funds?)\b")
_ACTING = wordlist("influences acting")
_LEAST, _MOST_OF_OBJECT = 3, 8
_LEAST_SUBJECT, _LEAST_TOLD = 2, 4
_DEED = re.compile(r"(?:[tsx]ion|ment|sis|[ae]nce|[ae]ncy|ity|ing|ure|age|al|ness|ship|th|ery)s?$")
_BODIES = frozenset(
    {
        "agency",
        "department",
        "document",
        "element",
        "environment",
        "government",
        "instrument",
        "material",
        "medication",
        "nation",
        "organization",
        "population",
    }
)
_RARE = 4.3
_LOOSE = frozenset({"any", "both", "each", "every", "many", "most", "several", "some"})
_BRINGING = frozenset(
    {
        "accelerate",
        "allow",
        "alter",
        "cause",
        "contribute",
        "create",
        "decrease",
        "delay",
        "discourage",
        "drive",
        "enable",
        "encourage",
        "enhance",
        "force",
        "help",
        "improve",
        "increase",
        "inhibit",
        "lead",
        "limit",
        "lower",
        "make",
        "prevent",
        "promote",
        "protect",
        "raise",
        "reduce",
        "result",
        "shape",
        "stimulate",
        "strengthen",
        "transform",
        "trigger",
        "undermine",
        "weaken",
    }
)
_OBJECT = frozenset({"CD", "DT", "JJ", "NN", "NNS", "PRP$"})
_IN_OBJECT = _OBJECT | {"IN", "JJR", "NNP", "NNPS", "POS", "VBG"}


def influences(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    """What the effect of X is, from `X increases B` where X is a change or a deed."""
    text = line.text.rstrip(".")
    before = previous if refers(text) else None
    about, condition = told(line, text, topic, before), ""
    if about is None:
        cut = re.search(
            r", (?:which|who|and|but|so|while|whereas|because|although|[a-z]+ing) |;| because | when | if ",
            text,
        )
        about = told(line, text[: cut.start()], topic, before) if cut else None
        condition = text[cut.start() :] if cut and cut.group() in (" when ", " if ") else ""
    if about is not None and before is not None and about.clause.tokens[about.clause.subject[0]].tag == "NNP":
        return
    if about is not None:
        yield from _upon(line, about, before, condition)
    if about is None or about.verb not in _AFFECTING or about.clause.passive or about.clause.negated:
        return
    clause = about.clause
    if clause.front_text or clause.tokens[clause.main].low in BE:
        return
    if not _is_change(about):
        return
    if not _weighty(about) and DEFINITE in about.doubts:
        return
    doubts = (*about.doubts, PAST) if about.past and not _weighty(about) else about.doubts
    said = clause.line.cut(clause.verb, len(clause.tokens) - 1)
    first = clause.tokens[clause.rest] if clause.rest < clause.end else clause.tokens[-1]
    if first.tag in ("IN", "RB", ".") and about.verb not in _WITH_LINK:
        return
    if _FROM.match(clause.line.cut(clause.main, len(clause.tokens) - 1)) or (
        first.low in ("it", "them") and not re.search(r" of |['’]", about.subject)
    ):
        return
    if about.verb == "require" or first.low in ("because", "due", "owing", "thanks", "as"):
        return
    if len(said.split()) < _LEAST:
        return
    it = "They" if about.many else "It"
    be = "was" if about.past else "is"
    prompt = f"What {be} the effect of {about.subject}"
    yield from asking(Technique.INFLUENCE, prompt, f"{it} {said}{condition}", line, before, doubts=doubts)


def _upon(line: Line, about: Told, before: Line | None, condition: str) -> Iterator[Candidate]:
    """What effect X has on B, from `X increases B` and the condition behind it."""
    clause = about.clause
    tokens = clause.tokens
    if about.past and (OPEN in about.doubts or _is_name(about)):
        return
    if (
        _OF_SOME.match(about.subject)
        or about.verb not in _ACTING
        or clause.passive
        or clause.negated
        or clause.front_text
    ):
        return
    end = next((i for i in range(clause.rest + 1, clause.end) if _ends_object(tokens, i)), clause.end)
    if (
        end < clause.end
        and tokens[end].low in ("in", "on", "within")
        and tokens[end + 1].low != "order"
        and tokens[end - 1].tag.startswith("NN")
    ):
        end = next((i for i in range(end + 1, clause.end) if _ends_object(tokens, i)), clause.end)
    thing = clause.line.cut(clause.rest, end)
    if (
        clause.rest >= end
        or tokens[clause.rest].tag not in _OBJECT
        or not tokens[end - 1].tag.startswith("NN")
    ):
        return
    if any(token.tag not in _IN_OBJECT for token in tokens[clause.rest : end]) or _NO_THING.search(thing):
        return
    if not 1 <= len(thing.split()) <= _MOST_OF_OBJECT or re.search(r"\b(?:its|their|it|them)\b", thing):
        return
    helper = "did" if about.past else "do" if about.many else "does"
    verb = tokens[clause.verb]
    if verb.tag == "MD":
        helper = verb.text
    it = "They" if about.many else "It"
    said = clause.line.cut(clause.verb, len(tokens) - 1)
    prompt = f"What effect {helper} {about.subject} have on {thing}"
    answer = f"{it} {said}{condition}"
    yield from asking(Technique.INFLUENCE, prompt, answer, line, before, doubts=about.doubts)


def _is_name(about: Told) -> bool:
    """Whether a subject is nothing but a name: somebody who did something, not what was done."""
    return all(token.tag.startswith("NNP") for token in about.clause.tokens[slice(*about.clause.subject)])


def _ends_object(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    return (
        token.text == ","
        or token.tag in ("TO", "WDT", "RB", "CC")
        or (token.tag == "IN" and token.low != "of")
    )


def _is_change(about: Told) -> bool:
    tokens = about.clause.tokens[slice(*about.clause.subject)]
    verb = about.clause.tokens[about.clause.verb]
    if tokens[0].tag == "VBG" and verb.tag != "VBP" and len(tokens) > 1 and tokens[1].tag in _OBJECT:
        return True
    head = next(
        (
            tokens[i - 1]
            for i in range(1, len(tokens))
            if tokens[i].tag == "IN" or tokens[i].low in ("to", "that")
        ),
        tokens[-1],
    )
    return head.low in _CHANGING or _happens(about, head, tokens)


def _happens(about: Told, head: Token, subject: Sequence[Token]) -> bool:
    """Whether a subject names what happens or is done, and its verb brings something about."""
    clause = about.clause
    sure = clause.main == clause.verb or clause.tokens[clause.verb].tag == "MD"
    if about.verb not in _BRINGING or not sure or clause.rest_text.startswith("due "):
        return False
    if head.tag not in ("NN", "NNS") or head.low.rstrip("s") in _BODIES or subject[0].low in _LOOSE:
        return False
    if len(subject) < _LEAST_SUBJECT and zipf(head.low) > _RARE:
        return False
    return _DEED.search(head.low) is not None and len(clause.rest_text.split()) >= _LEAST_TOLD


def _weighty(about: Told) -> bool:
    return len(about.clause.subject_text.split()) > 2
