"""Statements that hold in a case, by a law or as an argument, asked as plain facts."""

from __future__ import annotations

import re

from quizapp.articles.candidates import Candidate
from quizapp.articles.sense.topic import Topic

# `Safe harbor, in this context, refers to ...`: in which one, an earlier sentence says.
_IN_A_CASE = re.compile(
    r"^[^,;:]+, in (?:this|that|our|such an?) (?:[a-z]+ )?"
    r"(?:context|case|sense|situation|instance|scenario|setting), "
)
_BY_A_LAW = re.compile(r"\b[Aa]ccording to [^,;]+, [^;]*; ")
_ARGUED = re.compile(
    r"\b(?:arguments?|criticisms?|claims?|objections?|myths?|misconceptions?|complaints?|allegations?)\b[^.;]*:$"
)

# `Buyers do not trade directly, as they do in broker markets.`: where they do not, an earlier sentence says.
_NOT_AS_THERE = re.compile(
    r"\bnot\b[^.]*, (?:as|like) (?:it|they) (?:do|does|did|is|are|was|were|can) (?:in|at|on|for|with|under) "
)


def limited(candidate: Candidate, topic: Topic) -> bool:
    """Whether what the words before the asked ones say of it is lost in the question."""
    if _in_a_case(candidate) or _by_a_law(candidate) or _argued(candidate, topic):
        return True
    before = candidate.before
    return before is not None and before.text in candidate.prompt and bool(_NOT_AS_THERE.search(before.text))


def _in_a_case(candidate: Candidate) -> bool:
    return _IN_A_CASE.match(candidate.line.quote) is not None


def _by_a_law(candidate: Candidate) -> bool:
    """Whether it goes on behind a semicolon with what is told by a law: `according to D’s Law, A; | B`."""
    quote = candidate.line.quote
    found = _BY_A_LAW.search(quote) if ";" in quote else None
    if found is None:
        return False
    answer, quote = candidate.answer.lower(), quote.lower()
    goes_on = answer in quote[found.end() :] and answer not in quote[: found.end()]
    return goes_on and "according to" not in candidate.prompt.lower()


def _argued(candidate: Candidate, topic: Topic) -> bool:
    """Whether the sentence stands in a list of arguments: `The arguments against tariffs are: ...`."""
    line = candidate.line
    if not line.listed:
        return False
    before = (other for other in reversed(topic.lines[: line.number]) if not other.listed)
    lead = next(before, None)
    return lead is not None and bool(_ARGUED.search(lead.text))
