"""When: from dated events whose verb tells of a founding, a discovery, a beginning or an end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause, asked, clause_of
from quizapp.articles.sense.prose import Line, remade
from quizapp.articles.sense.subjects import stands_alone, subject_small
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.dated import Dated, Precise, find_dates
from quizapp.articles.words.phrasing import opened, question
from quizapp.articles.words.verbs import BE, base
from quizapp.articles.words.wordlists import wordlist

EVENT_VERBS = wordlist("happenings event verbs")
_DULL = wordlist("happenings dull")
_QUESTION = {
    Precise.DAY: "On what date", Precise.MONTH: "When", Precise.YEAR: "In what year",
    Precise.ERA_YEAR: "In what year", Precise.DECADE: "In which decade",
}  # fmt: skip
_NOTABLE = re.compile(
    r"\b(?:first|last|battle|treaty|war|election|opening|signing|birth|death|fall|founding)\b", re.IGNORECASE
)
_MANY = re.compile(
    r"\b(?:\d[\d,.]*|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|hundreds?|thousands?|millions?"
    r"|billions?|dozens?|a total of)\b(?! (?:Years|Amendment))",
    re.IGNORECASE,
)
_TELLING = 6
_AT_LAST = re.compile(
    r"^It was (?:not until|only in|in|on) (?:the )?(?P<date>[^,]{4,30}?) that (?P<event>[^,;]+\.)$"
)
_LOOSE = re.compile(
    r"\b(?:since|until|from|to|between|and|or|after|before|by|about|around|late|early|mid|through"
    r"|of)\s*(?:the )?$",
    re.I,
)


def happenings(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """When the event of the clause took place; one date, and nothing else dated."""
    line = clause.line
    verb = base(clause.tokens[clause.main].text)
    dates = _within(clause)
    if (
        len(dates) != 1
        or clause.negated
        or not stands_alone(clause, topic)
        or not _telling(clause, verb, topic)
    ):
        return
    if _is_no_deed(clause):
        return
    date = dates[0]
    wanted = _wanted(date)
    if wanted is None or _LOOSE.search(line.text[: date.start]):
        return
    leave = _place(clause, date)
    if leave is None:
        return
    body = asked(clause, subject_small(clause, topic), leave if leave[1] else None)
    prompt = question(f"{wanted} {body}")
    if find_dates(prompt) or (
        leave == (0, 0) and re.search(r"\b(?:that|the same) (?:year|day|month)\b", prompt)
    ):
        return
    yield Candidate(Technique.WHEN, Form.DATE, prompt, date.text, line)


def _wanted(date: Dated) -> str | None:
    """What asks for a date so precise; `the early 1500s` may be more than a decade."""
    return "When" if date.text.endswith("00s") else _QUESTION.get(date.precise)


def _is_no_deed(clause: Clause) -> bool:
    """Whether `The first law created was X` passes for a deed, or `as a secret, lawful society` is cut."""
    tokens, end = clause.tokens, clause.end
    if clause.rest < end and clause.main == clause.verb and tokens[clause.rest].low in BE:
        return True
    cut = end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].tag == "JJ"
    return cut and tokens[end - 2].low in ("a", "an")


def at_last(line: Line, topic: Topic) -> Iterator[Candidate]:
    """When, from `It was not until 1271 that ...`."""
    found = _AT_LAST.match(line.text)
    if found is None:
        return
    dates = find_dates(found["date"])
    clause = clause_of(remade(line, opened(found["event"])))
    if len(dates) != 1 or dates[0].text != found["date"] or clause is None or not stands_alone(clause, topic):
        return
    wanted = _wanted(dates[0])
    if wanted and _telling(clause, base(clause.tokens[clause.main].text), topic) and not clause.negated:
        prompt = question(f"{wanted} {asked(clause, subject_small(clause, topic))}")
        if not find_dates(prompt):
            yield Candidate(Technique.WHEN, Form.DATE, prompt, found["date"], line)


def _within(clause: Clause) -> list[Dated]:
    """The dates in front of the clause and in its predicate."""
    tokens = clause.tokens
    front_end = tokens[clause.front[1] - 1].end if clause.front[1] else 0
    start, end = tokens[clause.subject[0]].start, tokens[clause.end - 1].end
    own = [date for date in clause.line.dates if date.end <= front_end or start <= date.start < end]
    return own


def _telling(clause: Clause, verb: str, topic: Topic) -> bool:
    if verb not in EVENT_VERBS or verb in _DULL:
        return False
    rest = clause.rest_text
    if re.match(r"an? ", rest) and len(rest.split()) < _TELLING and not re.search(r"[A-Z]", rest):
        return False
    said = re.sub(r"[A-Z]\w* \d+", "", clause.line.cut(clause.subject[0], clause.end))
    for date in clause.line.dates:
        said = said.replace(date.text, "")
    if _MANY.search(said):
        return False
    if verb == "be":
        return bool(_NOTABLE.search(clause.subject_text))
    if verb == "become":
        return bool(re.match(r"(?:the|[A-Z])", rest))
    if verb in ("bear", "die"):
        return False
    return (
        clause.passive
        or bool(rest)
        or verb in ("die", "begin", "end", "start", "open", "erupt", "collapse", "surrender")
    )


def _place(clause: Clause, date: Dated) -> tuple[int, int] | None:
    """The tokens of the predicate that say when; (0, 0) when the date stands in front; None when unsure."""
    tokens = clause.tokens
    if clause.front[1] and date.end <= tokens[clause.front[1] - 1].end:
        opening = clause.front_text
        return (0, 0) if re.fullmatch(rf"(?:In|On) (?:the )?{re.escape(date.text)}", opening) else None
    if clause.front[1] and re.search(r"\b(?:this|that|these|those|the)\b", clause.front_text.lower()):
        return None
    first = next((i for i in range(clause.rest, clause.end) if tokens[i].start >= date.start), None)
    if first is None or tokens[clause.end - 1].end < date.end:
        return None
    before = first - 1
    if tokens[before].low == "the":
        before -= 1
    if before < clause.rest or tokens[before].low not in ("in", "on"):
        return None
    between = tokens[clause.rest : before]
    if any(
        token.tag in ("WDT", "WP", "WRB", "VBG", "TO") or token.low in ("that", "which", "who")
        for token in between
    ):
        return None
    if before > clause.rest and tokens[before - 1].low in ("back", "early", "late", "later"):
        return None
    after = next((i for i in range(first, clause.end) if tokens[i].start >= date.end), clause.end)
    if after < clause.end and tokens[after].tag in ("CC", "TO", ".", "VBG"):
        return None
    if (
        tokens[clause.verb].low in BE
        and clause.main == clause.verb
        and (before, after) != (clause.rest, clause.end)
    ):
        return None
    return before, after
