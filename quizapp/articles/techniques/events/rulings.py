"""What a court decided, and in which case: from `In A v. B, the court ruled that S` and `A v. B upheld S`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import clause_of
from quizapp.articles.sense.prose import Line, remade
from quizapp.articles.sense.standing import answers
from quizapp.articles.sense.subjects import stands_alone
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.phrasing import opened, question
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.verbs import base

_PARTY = r"(?:[A-Z&][\w.’'&-]*(?:,? (?:[A-Z&][\w.’'&-]*|of|the|and|for|on|ex)(?=[ ,]))*)"
_CASE = re.compile(
    rf"(?P<case>(?!In |The ){_PARTY} vs?\. [A-Z&][\w.’'&-]*"
    r"(?: (?:(?:of|the|and|for|v\.|&) )*[A-Z][\w.’'&-]*)*)"
)
_KINDS = (
    r"(?:\d{4}(?:['’]s)? |landmark |key |famous |unanimous |historic |seminal |\d[–-]\d |U\.S\. "
    r"|United States |Supreme Court |court )*"
)
_COURT = (
    r"(?P<court>(?:[Tt]he )?(?:(?:U\.S\.|United States|US) )?"
    r"(?:Supreme Court|[Cc]ourt|justices|High Court|Court of [A-Z]\w+))"
)
_DECIDED = (
    r"(?:(?:has|had) )?(?:unanimously |also |finally |famously )?(?P<verb>ruled|held|decided|found|concluded"
    r"|determined|declared|stated|said|recognized|asserted|affirmed|established|upheld|rejected|struck down"
    r"|overturned|reversed|reasoned|confirmed|invalidated|overruled|changed|extended|limited|expanded|ended)"
)
_SAID = r"(?P<said>[^;—]+?)\.{1,2}[”\"]?$"
_BEFORE_IN = re.compile(
    rf"^(?:[A-Z][^,;]{{4,40}}, )?[Ii]n (?:the )?{_KINDS}(?:case (?:of )?|decision (?:in )?|ruling (?:in )?)?$"
)
_AFTER_IN = re.compile(rf"^(?: case)?(?: in \d{{4}})?, (?:decided in \d{{4}}, )?{_COURT} {_DECIDED} {_SAID}")
_BEFORE_LATE = re.compile(
    rf"^(?:In \d{{4}}, )?{_COURT} (?P<verb>ruled|held|decided|found|concluded|declared|determined|affirmed)"
    r" in (?:the )?(?:case of |its decision in )?$"
)
_AFTER_LATE = re.compile(rf"^(?: in \d{{4}})?,? {_SAID}")
_BEFORE_DID = re.compile(rf"^(?:The )?{_KINDS}(?:(?:case|decision|ruling|opinion)(?: of| in)? )?$")
_AFTER_DID = re.compile(
    rf"^(?: case| decision| ruling)?(?:,? in \d{{4}},?)? (?:agreed with the \w+ and )?{_DECIDED} {_SAID}"
)
_LEAST, _MOST = 4, 34


def rulings(line: Line, topic: Topic) -> Iterator[Candidate]:
    """What was decided in a case, and in which case it was."""
    if " v. " not in line.text and " vs. " not in line.text:
        return
    found = _CASE.search(line.text)
    if found is None:
        return
    before, after = line.text[: found.start()], line.text[found.end() :]
    case = found["case"].rstrip(",")
    if _BEFORE_IN.match(before) and (told := _AFTER_IN.match(after)):
        yield from _both_ways(line, case, _court(told["court"], topic), told["verb"], told["said"], topic)
    elif (court := _BEFORE_LATE.match(before)) and (told := _AFTER_LATE.match(after)):
        yield from _both_ways(line, case, _court(court["court"], topic), court["verb"], told["said"], topic)
    elif _BEFORE_DID.match(before) and (told := _AFTER_DID.match(after)):
        yield from _both_ways(line, case, "", told["verb"], told["said"], topic)


def _court(text: str, topic: Topic) -> str:
    name = re.sub(r"^[Tt]he ", "", text)
    supreme = name in ("court", "Court", "justices") and topic.spread["supreme"]
    return "the Supreme Court" if supreme else f"the {name}"


def _both_ways(line: Line, case: str, court: str, done: str, said: str, topic: Topic) -> Iterator[Candidate]:
    said = _first_statement(said)
    if not _LEAST <= len(said.split()) <= _MOST or not answers(said):
        return
    verb, _, particle = done.partition(" ")
    spelled = base(verb)
    if said.startswith("that "):
        inner = clause_of(remade(line, opened(said[5:]) + "."))
        if inner is not None and not stands_alone(inner, topic, generic=True):
            return
    elif court and re.match(r"(?:to|in|for|against|on|with|by|as) ", said):
        return
    asked = f"did {court} {spelled} {particle} in {case}" if court else f"did {case} {spelled} {particle}"
    yield Candidate(Technique.RULING, Form.FREE, question(f"What {asked}"), opened(said), line)
    told = f"did {court} {spelled} {particle} {said}" if court else ""
    prompt = f"In which case {told}" if court else f"Which case {done} {said}"
    yield Candidate(Technique.WHICH_CASE, Form.SHORT, question(prompt), case, line)


def _first_statement(said: str) -> str:
    """The text up to a clause that adds to it after a comma."""
    tokens = tagged(said)
    for index in range(2, len(tokens) - 1):
        if tokens[index].text == "," and (
            tokens[index + 1].tag in ("VBG", "VBN", "WDT", "WP")
            or tokens[index + 1].low in ("but", "so", "and", "thus")
        ):
            return said[: tokens[index].start]
    return said
