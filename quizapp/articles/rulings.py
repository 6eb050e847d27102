"""What a court decided, and in which case: from `In A v. B, the court ruled that S` and `A v. B upheld S`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.clauses import clause_of
from quizapp.articles.drafts import Technique
from quizapp.articles.phrasing import opened, question
from quizapp.articles.prose import Line, remade
from quizapp.articles.standing import answers
from quizapp.articles.subjects import stands_alone
from quizapp.articles.tagging import tagged
from quizapp.articles.topic import Topic
from quizapp.articles.verbs import base

_PARTY = r"(?:[A-Z&][\w.’'&-]*(?:,? (?:[A-Z&][\w.’'&-]*|of|the|and|for|on|Inc\.|ex|rel\.)(?=[ ,]))*)"
CASE = (
    rf"(?P<case>(?!In |The ){_PARTY} vs?\. [A-Z][\w.’'&-]*(?: (?:(?:of|the|and|for|v\.) )*[A-Z][\w.’'&-]*)*)"
)
_COURT = (
    r"(?P<court>(?:[Tt]he )?(?:(?:U\.S\.|United States|US) )?"
    r"(?:Supreme Court|[Cc]ourt|justices|High Court|Court of [A-Z]\w+))"
)
_DECIDED = (
    r"(?:(?:has|had) )?(?:unanimously |also |finally |famously )?(?P<verb>ruled|held|decided|found|concluded"
    r"|determined|declared|stated|said|recognized|asserted|affirmed|established|upheld|rejected|struck down"
    r"|overturned|reversed|reasoned|confirmed|invalidated|overruled)"
)
_THAT = r"(?P<said>that [^;—]+|(?:the|a|an|its|laws?|state|segregation|[a-z]+) [^;—]+)\.[”\"]?$"
_IN_CASE = re.compile(
    rf"^In (?:the case of )?{CASE}(?: in \d{{4}})?,? (?:decided in \d{{4}}, )?{_COURT} {_DECIDED} {_THAT}"
)
_COURT_IN = re.compile(
    rf"^(?:In (?P<year>\d{{4}}), )?{_COURT} {_DECIDED}"
    rf" in (?:the case of |its decision in )?{CASE}(?: in \d{{4}})? {_THAT}"
)
_CASE_DID = re.compile(
    rf"^(?:The (?:landmark |Supreme Court )*(?:case|decision|ruling) (?:of|in) )?{CASE}"
    rf"(?:,? in \d{{4}},?)? {_DECIDED} {_THAT}"
)
_LEAST, _MOST = 4, 34


def rulings(line: Line, topic: Topic) -> Iterator[Candidate]:
    """What was decided in a case, and in which case it was."""
    if " v. " not in line.text and " vs. " not in line.text:
        return
    text = line.text
    found = _IN_CASE.match(text) or _COURT_IN.match(text)
    if found is not None:
        court = re.sub(r"^[Tt]he ", "", found["court"])
        court = (
            "Supreme Court" if court in ("court", "Court", "justices") and topic.spread["supreme"] else court
        )
        yield from _both_ways(line, found, f"the {court}", topic)
        return
    found = _CASE_DID.match(text)
    if found is not None:
        yield from _both_ways(line, found, "", topic)


def _both_ways(line: Line, found: re.Match[str], court: str, topic: Topic) -> Iterator[Candidate]:
    said, case = _first_statement(found["said"]), found["case"].rstrip(",")
    if not _LEAST <= len(said.split()) <= _MOST or not answers(said):
        return
    verb, _, particle = found["verb"].partition(" ")
    spelled = base(verb)
    if said.startswith("that "):
        inner = clause_of(remade(line, opened(said[5:]) + "."))
        if inner is not None and not stands_alone(inner, topic, generic=True):
            return
    asked = f"did {court} {spelled} {particle} in {case}" if court else f"did {case} {spelled} {particle}"
    yield Candidate(Technique.RULING, Form.FREE, question(f"What {asked}"), opened(said), line)
    told = f"did {court} {spelled} {particle} {said}" if court else ""
    prompt = f"In which case {told}" if court else f"Which case {found['verb']} {said}"
    yield Candidate(Technique.WHICH_CASE, Form.SHORT, question(prompt), case, line)


def _first_statement(said: str) -> str:
    """The text up to a clause that adds to it after a comma."""
    tokens = tagged(said)
    for index in range(3, len(tokens) - 1):
        if tokens[index].text == "," and (
            tokens[index + 1].tag in ("VBG", "WDT", "WP")
            or tokens[index + 1].low in ("but", "so", "and", "thus")
        ):
            return said[: tokens[index].start]
    return said
