"""Where a sentence gives something its name: behind `called`, `known as`, `what somebody called`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import GAP
from quizapp.articles.sense.prose import Line
from quizapp.articles.words.verbs import BE

_CALLED = re.compile(
    r"\b(?:called|known as|termed|dubbed|nicknamed|labell?ed|referred to as"
    r"|(?:coin|coins|coined|coining|use|uses|used|using) the (?:phrase|term|word))\s+(?:the |an? "
    r"|as )?(?P<mark>[\"“]?)(?:(?<=[\"“])(?:the |an? ))?(?P<name>(?!attention\b)[^\W\d_][\w'’-]*)"
)
# `Durkheim called the lack of norms “anomie”`
_CALLED_SO = re.compile(
    r"\b(?:call|calls|called|dubbed|labell?ed|named|nicknamed|terms|termed) (?:the|an?|any) "
    r"(?:(?!and\b|or\b|that\b|the\b)[\w’'-]+ ){1,9}(?:an? |the )?(?P<mark>[\"“])(?P<name>[^\W\d_][\w'’-]*)"
)
_WHAT_THEY = re.compile(r"\bwhat (?!(?:is|are|was|were)\b)(?:[\w’'.-]+ ){1,5}$")
_GIVEN = frozenset({"labeled", "labelled", "nicknamed"})
# `a plane, commonly called T, began ...` says too little of what T is.
_SHORT_ASIDE = re.compile(
    r"(?:^|, |; )(?:[\w’'-]+ ){0,5}[\w’'-]+, (?:which is |(?:also|usually|commonly|often|sometimes|widely"
    r"|popularly) )*"
    r"(?:called|known as|termed|referred to as) (?:the |an? )?[\"“]?$"
)
_GLOSS = re.compile(r"[”\"]?(?::|;|,|—| –) ?(?:that is|i\.e\.|namely|in other words),? (?P<gloss>.*)$")
_MOST_QUOTED, _STEM = 5, 5


def callings(line: Line) -> Iterator[re.Match[str]]:
    """The places where a name is given: `mark`, a quotation mark or "", and `name`, its first word."""
    for found in _CALLED.finditer(line.text):
        if not _calls_somebody(line, found.start()):
            yield found
    yield from _CALLED_SO.finditer(line.text)


def _calls_somebody(line: Line, start: int) -> bool:
    """Whether `called` is what somebody did: `he called the bodies dark`, `called attention to`."""
    index = next((i for i, token in enumerate(line.tokens) if token.start == start), 0)
    verb = line.tokens[index].low
    if verb in _GIVEN:
        return not any(token.low in BE for token in line.tokens[max(0, index - 2) : index])
    if verb != "called" or not index:
        return False
    if _WHAT_THEY.search(line.text[:start]):
        return False
    before = line.tokens[index - 1]
    if before.tag == "RB" and index > 1:
        before = line.tokens[index - 2]
    if before.tag == "CC" and not any(token.low in BE for token in line.tokens[:index]):
        return True
    opens = before is line.tokens[0] and before.tag in ("NN", "NNS")
    named = before.text[0].isupper() and before.low not in BE and not opens
    return named or before.tag in ("PRP", "WP", "TO", "MD") or before.low in ("have", "has", "had", "who")


def quoted(text: str, found: re.Match[str]) -> tuple[int, int] | None:
    """All that stands in the quotation marks in which a name is given."""
    if not found["mark"]:
        return None
    inside = re.match(r"[^“”\"]{2,50}?(?=[,.]?[”\"])", text[found.start("name") :])
    if inside is None or len(inside.group().split()) > _MOST_QUOTED:
        return None
    return found.start("name"), found.start("name") + inside.end()


def goes_on(text: str, end: int) -> bool:
    """Whether a name has more to it, or is the first of two: `Cobham–Edmonds`, `Whigs and the Tories`."""
    return bool(re.match(r"[-–][A-Z]|[”\"]?,? (?:and|or) (?:the )?[“\"]?[A-Z]", text[end:]))


def without_gloss(made: str, name: str) -> str:
    """A gapped text without `: that is, ...` right behind the gap, where that says part of the name."""
    before, gap, after = made.partition(GAP)
    found = _GLOSS.match(after)
    stems = {part[:_STEM].lower() for part in re.split(r"[\s-]", name) if len(part) >= _STEM}
    said = found is not None and any(stem in found["gloss"].lower() for stem in stems)
    return f"{before}{gap}{'”' * ('“' + gap in made)}." if said else made


def called_beside(line: Line, start: int, end: int) -> bool:
    """Whether the name at [start, end) stands in a short aside behind what it is the name of."""
    return bool(_SHORT_ASIDE.search(line.text[:start])) and line.text[end:].lstrip('”"').startswith(",")
