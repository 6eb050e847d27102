"""What stands before a clause and belongs to its question: an adjunct or a condition."""

from __future__ import annotations

import re

from quizapp.articles.sense.clauses import Clause, clause_of
from quizapp.articles.sense.prose import Line, remade
from quizapp.articles.sense.themes import OWN, POINTERS
from quizapp.articles.words.phrasing import opened

_CONDITION = re.compile(
    r"^(?P<given>(?P<word>When|Whenever|If|Once|Until|Unless|Before"
    r"|[A-Z][a-z]+ing) [^,;:—]{8,100}), (?P<rest>[^;:—]+)$"
)
_BESIDE = re.compile(
    r"^(?!(?:Depend|Accord|Consider|Assum|Includ|Giv|Dur|Noth|Everyth|Someth)ing\b)[A-Z][a-z]+ing "
)
_LEFT_OUT = re.compile(
    r"^(?:Like|Unlike|Despite|Because of|Due to|Owing to|Instead of|Besides|Along with|Together with"
    r"|In addition to"
    r"|As an? |As the |As part of|Thanks to|In spite of|Apart from|Aside from|Rather than|In response to)"
)
_LEANING_FRONT = re.compile(
    r"^(?:Like|As|Of|Among|Because|From|To|By|Instead|Besides|Along|For (?:example|instance|one|all"
    r"|that|many|some|most)"
    r"|After all|Over time|At (?:first|times|last|least|best|worst|once)|On (?:average|occasion"
    r"|the other)"
    r"|In (?:response|return|time|the (?:process|end|meantime|past|future)|recent|modern|addition|fact"
    r"|general|turn|part|particular|effect|practice|short|both|other|each|all))\b"
)
# Behind these a date would be that of what they open: `a vote to ban the sale in 1890`.
_HOLDS_A_DEED = re.compile(
    r"\b(?:to|that|what|which|who|where|whose|so"
    r"|(?<!the )(?<!\ba )(?<!\ban )(?<!its )(?<!his )(?<!her )(?<!of )(?:[a-z]+ing|[a-z]{2,}ed))"
    r" (?=[\w’-]+ [\w’-]+)"
)
_COMPARES = re.compile(r"(?:In (?:addition|contrast|response)|Like|Unlike|Besides|Despite)\b")
_MOST_FRONT = 10


def front_of(clause: Clause) -> str | None:
    """The adjunct that a question may open with; "" when there is none, None when it leans or is long."""
    front = clause.front_text
    if not front or _LEFT_OUT.match(front):
        return ""
    if clause.tokens[0].tag != "IN" or len(front.split()) > _MOST_FRONT or _LEANING_FRONT.match(front):
        return None
    if POINTERS.search(front) or OWN.search(front) or " when " in front:
        return None
    return front


def conditioned(line: Line) -> tuple[Clause, str] | None:
    """The clause behind a condition at the start of a sentence, and the condition; None when there is none.

    What is only told beside the clause, such as `Using A, B does C`, gives an empty condition.
    """
    found = _CONDITION.match(line.text)
    if found is None:
        return None
    given = found["given"]
    if _BESIDE.match(given):
        given = ""
    elif found["word"].endswith("ing"):
        return None
    if POINTERS.search(given) or OWN.search(given) or re.search(r"\d", given):
        return None
    part = remade(line, opened(found["rest"]))
    clause = clause_of(part)
    return None if clause is None or clause.front_text else (clause, given)


def with_front(asked: str, front: str, rest: str) -> str:
    """A question with the adjunct behind it, or before it where it could be that of a deed in `rest`."""
    if not front:
        return asked
    if holds_a_deed(rest) and not _COMPARES.match(front):
        return f"{front}, {asked[0].lower()}{asked[1:]}"
    return f"{asked} {front[0].lower()}{front[1:]}"


def holds_a_deed(text: str) -> bool:
    """Whether a date behind the text may be that of a second deed in it: `the system used for sorting`."""
    return _HOLDS_A_DEED.search(text) is not None
