"""Small statements about an emphasised term: a clause, relative clause or label whose subject the term is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizapp.articles.clauses import Clause, clause_of
from quizapp.articles.dated import find_dates
from quizapp.articles.entities import find_names
from quizapp.articles.phrasing import opened, plural
from quizapp.articles.prose import Line, Term, standing_alone
from quizapp.articles.tagging import tagged
from quizapp.articles.topic import Topic

_RELATIVE = re.compile(r"^, which(?:, [^,]{3,40},)? (?P<told>[a-z][^;:—]*)$")
_BESIDE = re.compile(r"(?:;|—|,) (?:(?:and|but|while|whereas|so|however,) )?(?:the |an? )?$", re.IGNORECASE)
_FRONT = re.compile(
    r"^(?:(?:In|At|On|For|During|Among|Within|Inside|Under|Unlike|Like|As|To|Through|With) [^,;:]{2,50}"
    r"|[A-Z][a-z]+ly), (?:the |an? )?$"
)
_SUBORDINATE = re.compile(
    r"^(?:Although|Even though|While|Whereas|Though|Since|Because|As)\b[^;:—]+,"
    r" (?:the |an? )?$"
)
_LABEL = re.compile(r"^(?P<label>[^.:—–]{3,60}?) ?(?:[:—–]|\. |\s[–-]\s)\s*(?P<rest>\S.*)$")
_ARTICLE = re.compile(r"(?:^|[\s—])(?P<article>the|an?) $", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:of|and|or|in|on|at|to|from|with|for|during|through|into|between|such as|including|like|as|than"
    r"|nor)(?: the| an?)? $|,(?: the| an?)? $"
)
_LEAST = 4


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with a term as its subject: `line` holds the statement alone, `term` stands in it.

    `front` is the adjunct that stood before it, without its comma: `In the lungs`; "" when none did.
    """

    line: Line
    term: Term
    clause: Clause
    front: str = ""


def told_of(line: Line, topic: Topic) -> Iterator[Told]:
    """The statements that a line makes about its emphasised terms; a term's own clause comes first."""
    for term in line.terms:
        yield from _of_term(line, term, topic)


def unlabelled(line: Line, topic: Topic) -> Line | None:
    """`T: T is a D` without its label, `T` marked in what is left; None where there is none."""
    found = _LABEL.match(line.text)
    if found is None or not line.terms or line.terms[0].start > 0 or line.terms[0].end > found.end("label"):
        return None
    label, rest = line.terms[0].text, standing_alone(found["rest"])
    stem = re.escape(re.sub(r"(?:e?s|y)$", "", label))
    again = re.search(rf"(?<![\w-]){stem}(?:e?s|y|ies)?(?![\w-])", rest, re.IGNORECASE)
    if again is None or len(rest.split()) < _LEAST + 1:
        return None
    term = Term(again.group(), again.start(), again.end(), line.terms[0].aliases)
    return marked_again(line, rest, (term,), topic)


def marked_again(line: Line, text: str, terms: tuple[Term, ...], topic: Topic) -> Line:
    """The line with another text in which `terms` stand."""
    tokens = tagged(text)
    names = find_names(text, tokens, topic.capitals)
    return replace(line, text=text, tokens=tokens, dates=find_dates(text), names=names, terms=terms)


def _of_term(line: Line, term: Term, topic: Topic) -> Iterator[Told]:
    before, after = line.text[: term.start], line.text[term.end :]
    article = found["article"].lower() if (found := _ARTICLE.search(before)) else ""
    lead = before[: found.start("article")] if found else before
    if not lead.strip():
        yield from _told(line, term, article, after, "", topic)
    elif _FRONT.match(before):
        yield from _told(line, term, article, after, lead.strip(" ,"), topic)
    elif _SUBORDINATE.match(before) or (_BESIDE.search(before) and len(lead.split()) >= _LEAST):
        yield from _told(line, term, article, after, "", topic)
    relative = _RELATIVE.match(after.rstrip("."))
    if relative is None or _UNSURE.search(before):
        return
    verb = tagged(relative["told"])[0]
    if verb.tag not in ("VBZ", "VBP", "RB") and verb.low not in ("is", "are"):
        return
    many = plural(term.text)
    if (verb.tag == "VBZ" and many) or (verb.tag == "VBP" and not many):
        return
    yield from _told(line, term, article, f" {relative['told']}.", "", topic)


def _told(line: Line, term: Term, article: str, rest: str, front: str, topic: Topic) -> Iterator[Told]:
    """The statement `T rest`, cut after its first clause, when it is one with T as its whole subject."""
    said = f"{article} {term.text}{rest}".strip()
    text = opened(said)
    start = len(article) + 1 if article else 0
    placed = Term(text[start : start + len(term.text)], start, start + len(term.text), term.aliases)
    made = marked_again(line, text, (placed,), topic)
    clause = clause_of(made)
    if clause is None or clause.front != (0, 0) or clause.negated:
        return
    if made.tokens[clause.subject[1] - 1].end != placed.end:
        return
    yield Told(made, placed, clause, front)
