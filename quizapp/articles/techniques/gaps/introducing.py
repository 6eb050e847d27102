"""Whether a sentence introduces a term: gives its name, what it is or does, or explains it at once."""

from __future__ import annotations

import re

from quizapp.articles.sense.clauses import clause_of
from quizapp.articles.sense.prose import Line
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.verbs import BE, base

_NAMED_BEFORE = re.compile(
    r"\b(?:(?:called|termed|named|dubbed|labell?ed|nicknamed|(?:known|referred to|defined|described"
    r"|classified) as"
    r"|said to (?:be|have|possess|exhibit|undergo)"
    r"|known (?:popularly|collectively|commonly) as|calls? (?:this|these|it)(?: \w+){0,2})"
    r"|(?:principle|law|theory|concept|process|phenomenon|practice|doctrine|method|technique|policy|term|phrase"
    r"|notion|form|type|kind|state|condition|disease|disorder|strategy|model|philosophy|ideology|belief|period|stage"
    r"|hypothesis|measure) (?:of|called|known as)"
    r"|^(?:[^,]{4,60}, )?(?:According to|In contrast to|Unlike|In|During|Under|Through|With|By) )"
    r"\s?(?:an? |the |as |its |their |[\w-]+[’']s )?[\"“]?$"
)
_SEEN_AS = re.compile(
    r"\b(?:view|see|regard|categori[sz]|classif|describ|recogni[sz]|characteri[sz])[a-z]*(?: [\w’'-]+){0,3}"
    r" as (?:an? |the )?$"
)
_APPOSED = re.compile(r"^(?:[^,]*, )?(?P<said>[^,]{8,90}), (?:the |an? )$")
_AFTER_APPOSED = re.compile(r"^(?:\.|, (?:[a-z]+ly )?(?P<verb>[a-z]+) )")
_PREDICATED = re.compile(r"\b(?:is|are)(?: (?:therefore|thus|called|said to be|considered))? $")
_SO = re.compile(
    r"^(?:\.|, (?:such that|meaning|so that|because|that is|containing|with)\b"
    r"| because\b| when\b| if\b)"
)
_FRONTED = re.compile(r"^(?:According to|In|During|Under|Through|With|By)\s(?:an? |the )?$")
_EXPLAINED_AFTER = re.compile(
    r"^[\"”]?(?:, (?:(?:also |often |sometimes |commonly )?(?:known|called)|which|or|when|where|whereby"
    r"|in which|meaning|that is|defined as|consisting of|who)\b"
    r"|, (?:an?|the|any) (?!same\b)|—|–| – | \(|: )"
)
_ENDS = re.compile(r"^[\"”]?\.$")
_IS_BEFORE = re.compile(r"\b(?:is|are|was|were) (?:an? |the |simply |thus |its |their )?$")
_AFTER_CLAUSE = re.compile(r"^(?:While|Although|When|If|Because|Since|As|Once) [^;:—]+, (?:an? |the )?$")
_COMES = re.compile(
    r"^ (?:is|are|occurs?|results?|refers?|involves?|forms?|can occur|may occur|takes? place|arises?)\b"
)
_WEAK = frozenset(
    {
        "contain",
        "lie",
        "result",
        "extend",
        "run",
        "receive",
        "need",
        "help",
        "become",
        "remain",
        "seem",
        "appear",
        "have",
        "get",
        "go",
        "come",
        "change",
        "grow",
    }
)
_LEAST_TOLD = 5


def explained(after: str) -> bool:
    """Whether what follows a term explains it."""
    return bool(_EXPLAINED_AFTER.match(after))


def introduces(line: Line, start: int, end: int) -> bool:
    """Whether the line tells what the term at [start, end) of it is, so that leaving it out asks for it."""
    before, after = line.text[:start], line.text[end:]
    if _FRONTED.match(before) and re.match(
        r"(?: (?:phase|stage|period|step|process|structure|method|approach|system|theory|model|view))?"
        r", ",
        after,
    ):
        return True
    if _SEEN_AS.search(before) or _apposed(line, before, after):
        return True
    if _PREDICATED.search(before) and _SO.match(after) and len(line.text.split()) > 2 * _LEAST_TOLD:
        return True
    if _NAMED_BEFORE.search(before) and not _FRONTED.match(before):
        return True
    if _EXPLAINED_AFTER.match(after) and not re.match(r", (?:an?|the) [^,.]+, (?:and|or) ", after):
        return True
    if _IS_BEFORE.search(before) and (_ENDS.match(after) or after.startswith(" that ")):
        return len(before.split()) > _LEAST_TOLD
    if re.match(r" (?:only )?(?:if|when|whenever) ", after) and len(after.split()) > _LEAST_TOLD + 1:
        return True
    if before == "To " and re.match(r" (?:is|means) (?:an?|the|to) ", after):
        return True
    if _AFTER_CLAUSE.match(before) and _COMES.match(after):
        return True
    return _is_subject(line, start, end)


def _apposed(line: Line, before: str, after: str) -> bool:
    """Whether the term names what stands before its comma: `The wide end of the funnel, the T, leads ...`."""
    said, follows = _APPOSED.match(before), _AFTER_APPOSED.match(after)
    if said is None or follows is None or not re.search(r"\b(?:the|an?|one)\b", said["said"], re.IGNORECASE):
        return False
    if follows["verb"] is None:
        return " of " in said["said"] or bool(re.search(r"\ban? ", said["said"]))
    at = len(line.text) - len(after) + follows.start("verb")
    return any(token.start == at and token.tag in ("VBZ", "VBP") for token in line.tokens)


def _is_subject(line: Line, start: int, end: int) -> bool:
    clause = clause_of(line)
    if clause is None or clause.negated:
        return False
    tokens = line.tokens
    first, last = clause.subject
    if tokens[first].low in ("a", "an", "the"):
        first += 1
    whole = tokens[last - 1].end <= end <= tokens[clause.verb].start
    # `The **excitement** phase is ...`: the emphasis leaves out the noun that says of what kind the term is.
    kind = tokens[last - 1].tag in ("NN", "NNS") and tokens[last - 2].end <= end < tokens[last - 1].start
    whole = whole or (last - first > 1 and kind)
    if tokens[first].start != start or not (whole or line.text[end:].startswith(" of ")):
        return False
    verb, told = tokens[clause.verb], clause.rest_text.split()
    told_of = base(tokens[clause.main].text)
    named = next((name for name in line.names if name.start == start), None)
    if verb.tag == "VBD" or verb.low in ("was", "were"):
        return named is not None and named.kind in (Kind.LAW, Kind.EVENT) and len(told) >= _LEAST_TOLD
    if told_of == "include" and clause.rest_text.count(",") < 2:
        return False
    if (
        told_of in _WEAK
        or len(told) < _LEAST_TOLD
        or verb.low in ("can", "may", "might", "could", "will", "has", "have")
    ):
        return False
    if clause.main == clause.verb and verb.low in BE:
        return told[0].lower() in ("a", "an", "the", "any", "one") or tokens[clause.rest].tag in (
            "NN",
            "NNS",
            "JJ",
        )
    return True
