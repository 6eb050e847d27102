"""What or who was the first, the largest or the capital."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.standing import stands
from quizapp.articles.sense.subjects import anchored, stands_alone, subject_small
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.events.agents import SUPERLATIVE, at_end
from quizapp.articles.words.entities import Kind, Name
from quizapp.articles.words.phrasing import plural, question
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.verbs import BE

_OFFICE = re.compile(
    r"\b(?:capital|founder|inventor|discoverer|author|leader|architect|director|currency|name)\b[^,]* [A-Z]"
)
_HOLDERS = re.compile(
    r"\b(?:king|queen|god|goddess|director|founder|leader|president|author|inventor|emperor|minister|chief"
    r"|discoverer|successor|predecessor|heir"
    r"|governor|ruler|composer|editor|chairman|secretary|son|daughter|father|mother|brother|sister|wife"
    r"|husband|prince"
    r"|princess|general|commander|keeper|bishop|pope|woman|man|person|scientist|artist|supporter|critic"
    r"|advocate|philosopher|European|American)s?\b"
)
_FIRST = re.compile(
    r"^The (?P<what>[^,;]{10,90}?) (?P<verb>is|was) (?:the )?(?P<name>[A-Z][^,;.]{1,50}?)(?:(?: in| on"
    r"| around) [^,;.]{3,20}|, [^.]*)?\.$"
)
_POINTERS = re.compile(
    r"\b(?:this|these|that|which|who|his|her|its|their|it|and|current|former|present|then|also)\b"
)
_ONE = {"are": "is", "were": "was"}
_COUNTED = r"(?:two|three|four|five|six|seven|eight|nine|ten)"
_DAY = re.compile(r" in [A-Z][a-z]+ \d{4}$")
_OF_NOTHING = re.compile(r"the \w+ to ")
# `the last of the nine successors`.
_ONE_OF = re.compile(
    rf"the (?:first|second|third|last|final|[a-z]+est) of (?:the|his|her|its) (?:{_COUNTED} )?[a-z]"
)
_OF_OFFICE = re.compile(r"(?:the )?(?:[\w-]+ ){0,3}[\w-]+ of (?:the )?[A-Z]")
_LEAST_DESCRIBED, _FAR = 4, 8


def identities(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """What was the first, the largest, the capital: from `X is the first ...` and `the first ... is X`."""
    line, tokens = clause.line, clause.tokens
    if clause.main != clause.verb or clause.negated:
        return
    if tokens[clause.verb].low == "became":
        yield from _became(clause, topic)
    if tokens[clause.verb].low not in BE or clause.front_text:
        return
    subject, rest, verb = clause.subject_text, clause.rest_text, tokens[clause.verb].low
    named = next((n for n in line.names if n.text == re.sub(r"^[Tt]he ", "", subject)), None)
    if named is None and rest.startswith("the ") and _telling(rest, topic) and stands_alone(clause, topic):
        answer = re.sub(rf"^(?:[Tt]he|[Aa]n?) (?:{_COUNTED} )?", "", subject_small(clause, topic))
        if len(answer.split()) <= 3 and not topic.title_words.issuperset(answer.lower().split()):
            who = "Who" if of_somebody(rest) else "What"
            if who == "What" and _OF_NOTHING.match(rest):
                return
            several = plural(answer) or " and " in answer
            prompt = question(f"{who} {verb if several else _ONE.get(verb, verb)} {rest}")
            yield Candidate(Technique.IDENTITY, Form.SHORT, prompt, answer, line)
        return
    if named and _one_of_the_first(rest, topic) and named.kind is not Kind.PEOPLE:
        who = "Who" if of_somebody(rest.removeprefix("one of ")) or named.kind is Kind.PERSON else "What"
        prompt = question(f"{who} {_ONE.get(verb, verb)} {rest}")
        if named.text.lower() not in topic.title.lower():
            yield Candidate(
                Technique.IDENTITY, Form.SHORT, prompt, named.text, line, doubts=("one of several",)
            )
        return
    if named and rest.startswith("the ") and _telling(rest, topic):
        described, name = rest, named
    else:
        later = next((n for n in line.names if re.sub(r"^the ", "", rest) == n.text), None)
        if later is None or not subject.startswith("The ") or not _telling(subject, topic):
            return
        described, name = subject_small(clause, topic), later
    if name.kind is Kind.PEOPLE or name.text.lower() in topic.title.lower():
        return
    yield from _identity(line, name, described, verb)


def _one_of_the_first(rest: str, topic: Topic) -> bool:
    """Whether it is said to be one of the first to do something particular."""
    return (
        rest.startswith("one of the first ")
        and " to " in rest
        and _telling(rest.removeprefix("one of "), topic)
    )


def _became(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    name, rest = at_end(clause), clause.rest_text
    if name is None or name.text.lower() in topic.main or name.text.lower() in topic.title.lower():
        return
    if rest.startswith("the first ") and _telling(rest, topic):
        yield from _identity(clause.line, name, rest, "was")
    elif _OF_OFFICE.match(rest) and not _POINTERS.search(rest) and of_somebody(rest):
        front = clause.front_text
        when = (
            f" {front[0].lower()}{front[1:]}" if front and stands(front) and len(front.split()) < _FAR else ""
        )
        prompt = question(f"Who became {rest}{when}")
        yield Candidate(Technique.IDENTITY, Form.SHORT, prompt, name.text, clause.line, doubts=("office",))


def apposed(line: Line, topic: Topic) -> Iterator[Candidate]:
    """The same from an apposition: `Granada, the last Islamic stronghold in Spain, ...`."""
    for name in line.names:
        found = re.match(r", (?P<what>the [^,;()]{8,80}?)[,.]", line.text[name.end :])
        if found is None or name.kind is Kind.PEOPLE or not _telling(found["what"], topic):
            continue
        before = line.text[: name.start]
        if re.search(r"(?:['’]s |\bof (?:the )?|[A-Z][\w.-]* |, (?:and |or )?|\b(?:and|or) the )$", before):
            continue
        if (
            re.match(r"(?:,? (?:and|or) )", line.text[name.end + found.end() - 1 :])
            or name.text.lower() in topic.main
        ):
            continue
        tense = "was" if any(token.tag == "VBD" for token in line.tokens) else "is"
        yield from _identity(line, name, found["what"], tense)


def first_of_all(line: Line, topic: Topic) -> Iterator[Candidate]:
    """The same from `The first European to cross it was X in 1542`, whose subject is no plain one."""
    found = _FIRST.match(line.text)
    if found is None or not _telling("the " + found["what"], topic):
        return
    name = next(
        (n for n in line.names if n.start == found.start("name") and n.end == found.end("name")), None
    )
    if name is not None and name.kind is not Kind.PEOPLE and name.text.lower() not in topic.title.lower():
        yield from _identity(line, name, "the " + found["what"], found["verb"])


def _telling(described: str, topic: Topic) -> bool:
    """Whether a description picks out one thing and can be understood alone."""
    rest = described.partition(" ")[2]
    if any(token.tag in ("VBD", "VBZ", "VBP", "MD") for token in tagged(described)):
        return False
    if (
        not (SUPERLATIVE.search(described) or _OFFICE.search(described))
        or _POINTERS.search(described)
        or not 4 <= len(described.split()) <= 16
    ):
        return False
    if not re.search(r" (?:of|in|to|for|on|by) |\bworld[’']s ", rest) and not any(
        part[0].isupper() for part in rest.split()
    ):
        return False
    if re.search(r" to (?:go|be [a-z]+)$", rest):
        return False
    return (
        anchored(rest.lower().split(), described, topic)
        or re.search(r" (?:in|to) |\bworld[’']s ", rest) is not None
    )


def of_somebody(described: str) -> bool:
    """Whether a description is one of a person: `the founder of the town`."""
    return _HOLDERS.search(_head(described)) is not None


def _identity(line: Line, name: Name, described: str, verb: str) -> Iterator[Candidate]:
    who = "Who" if name.kind is Kind.PERSON or of_somebody(described) else "What"
    if name.kind is Kind.COUNTRY and who == "What" and "country" not in described:
        who = "Which country"
    if not (plural(name.text) or " and " in name.text):
        verb = _ONE.get(verb, verb)
    described = _DAY.sub("", described)
    if len(described.split()) < _LEAST_DESCRIBED or (who == "What" and _OF_NOTHING.match(described)):
        return
    yield Candidate(Technique.IDENTITY, Form.SHORT, question(f"{who} {verb} {described}"), name.text, line)


def _head(described: str) -> str:
    """The words up to the noun, also of `the most influential of the Athenian philosophers`."""
    picked = " most " in described[:9] or _ONE_OF.match(described)
    bare = re.sub(r"^(the (?:\w+ )?\w+) of (?:the|his|her|its) ", r"\1 ", described) if picked else described
    return re.split(r" (?:of|in|to|for|by) ", bare)[0]
