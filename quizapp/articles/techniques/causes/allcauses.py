"""All questions about causes, conditions, purposes and differences that one line gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate
from quizapp.articles.sense.clauses import finite
from quizapp.articles.sense.prose import Line, remade
from quizapp.articles.sense.statements import statements
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.aims import aims
from quizapp.articles.techniques.causes.consequences import consequences
from quizapp.articles.techniques.causes.differences import differences
from quizapp.articles.techniques.causes.fronts import conditions_in_front
from quizapp.articles.techniques.causes.influences import influences
from quizapp.articles.techniques.causes.manners import manners
from quizapp.articles.techniques.causes.outcomes import outcomes_told, whens_told
from quizapp.articles.techniques.causes.provisos import provisos
from quizapp.articles.techniques.causes.sequels import sequels
from quizapp.articles.techniques.causes.whys import whys

_COLON = re.compile(r": (?=(?:The|An?) [a-z]|[A-Z][a-z]+ [a-z]+ [a-z]+ )")
_LEAST_FRONT = 12
_ASIDE = re.compile(
    r"(?P<who>[A-Z][^,;:—()]{2,60}),(?: (?:an?|the|who|whose|which|such as|including|like|known|called|led"
    r"|based|located|formed|founded|made|born|named|one|especially|particularly|along with|as well as)\b"
    r"|(?=[^,]* [a-z’']+ ) [A-Z])[^,;:—()]{3,110}, "
)


def causes_told(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    """The candidates of one line and its statements, each prompt once; `previous` is the line before."""
    seen: set[str] = set()
    for candidate in _all(line, previous, topic):
        if candidate.prompt not in seen:
            seen.add(candidate.prompt)
            yield candidate


def _all(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    yield from differences(line, previous, topic)
    yield from _of_one(line, previous, topic)
    for part in statements(line, topic):
        yield from _of_one(part, None, topic)
    behind = _COLON.search(line.text)
    if behind is not None and behind.start() > _LEAST_FRONT:
        yield from _of_one(remade(line, line.text[behind.end() :]), None, topic)
    short = without_aside(line)
    if short is not None:
        yield from _of_one(short, None, topic)


def without_aside(line: Line) -> Line | None:
    """The line without what two commas add to its subject: `The camera, a box with a hole, shows the sun.`"""
    found = _ASIDE.match(line.text)
    if found is None:
        return None
    behind = next((i for i, token in enumerate(line.tokens) if token.start >= found.end()), 0)
    verb = behind + (line.tokens[behind].tag == "RB")
    if verb >= len(line.tokens) or not (finite(line.tokens, verb) or line.tokens[verb].tag == "MD"):
        return None
    return remade(line, f"{found['who']} {line.text[found.end() :]}")


def _of_one(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    yield from whys(line, previous, topic)
    yield from consequences(line, previous, topic)
    yield from outcomes_told(line, previous, topic)
    asked = list(whens_told(line, topic))
    yield from asked or conditions_in_front(line, topic)
    yield from aims(line, previous, topic)
    yield from manners(line, previous, topic)
    yield from provisos(line, previous, topic)
    yield from sequels(line, topic)
    yield from influences(line, previous, topic)
