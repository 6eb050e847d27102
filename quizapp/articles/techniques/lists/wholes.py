"""Asks for all members of a whole: what it consists of, includes, needs, or is divided into."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause, clauses_of
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.runs import Run, run_of
from quizapp.articles.sense.subjects import subject_small
from quizapp.articles.sense.technical import names_itself, resolved
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.lists.numbered import telling
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import plural, question, words
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.verbs import BE, base, past

_MADE = re.compile(
    r"^(?P<done>composed|made|comprised|formed|built)(?P<link> up of| of| from) |^consists? of |^comprises? "
)
_DIVIDED = frozenset(
    {"divided", "subdivided", "split", "separated", "broken", "classified", "grouped", "sorted"}
)
_HOLDS = frozenset({"include", "contain", "involve", "require", "need", "combine", "encompass", "cover"})
_BY = frozenset(
    {
        "affect",
        "characterize",
        "characterise",
        "control",
        "define",
        "determine",
        "drive",
        "govern",
        "influence",
        "mark",
        "measure",
        "regulate",
        "shape",
        "support",
        "surround",
        "form",
        "cause",
    }
)
_EMPTY = re.compile(
    r"\b(?:examples?|exceptions?|ones|others|options|ways|things|results?|highlights|inputs?|topics?|issues"
    r"|questions|injuries|names?|notable|well-known|famous|popular|recent|prominent|common)\b",
    re.IGNORECASE,
)
# `Adverse effects include nausea`: of what, the lines before say.
_OF_WHAT = re.compile(
    r"(?:benefits|causes|complications|components|disadvantages|effects|features|functions|risks|signs"
    r"|symptoms|uses)$",
    re.IGNORECASE,
)
_RARE, _KNOWN, _PLAIN = 4.9, 5.3, 4.2
_LONGEST_SUBJECT, _SEVERAL, _PAIR = 10, 3, 2
_FINITE_PAST = "VBD"


def wholes(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """Which members make up, or belong to, the subject."""
    tokens = clause.tokens
    low = tokens[clause.main].low
    if (
        clause.negated
        or clause.front_text
        or "respectively" in clause.line.text
        or not _may_ask(clause, topic)
    ):
        return
    doubts = [] if _particular(clause, topic) else ["plain subject"]
    rest = clause.line.text[tokens[clause.rest].start :] if clause.rest < len(tokens) else ""
    asked = _asked(clause, low, rest, topic)
    if asked is None:
        return
    prompt, run = asked
    if _vague(run):
        doubts.append("common")
    if len(run.members) < _SEVERAL and not run.things:
        doubts.append("pair")
    if len(doubts) <= 1:
        text = question(prompt)
        yield Candidate(Technique.MEMBERS, Form.FREE, text, run.text, clause.line, doubts=tuple(doubts))


def wholes_before(line: Line, topic: Topic) -> Iterator[Candidate]:
    """The same of a line that begins with `It` or `They` for the subject of the line before."""
    for told in resolved(line, topic):
        for clause in clauses_of(told):
            for candidate in wholes(clause, topic):
                yield replace(candidate, line=line)


def _asked(clause: Clause, low: str, rest: str, topic: Topic) -> tuple[str, Run] | None:
    """The question and its run, by the verb."""
    subject, tense = subject_small(clause, topic), clause.tokens[clause.verb].tag
    many = plural(clause.subject_text)
    if low in BE or low == "be":
        return _may_be(clause, rest, subject) or _are(clause, rest, subject, topic)
    if made := _MADE.match(f"{low} {rest}"):
        run = _things(f"{low} {rest}"[made.end() :])
        action = (
            "made" if tense == _FINITE_PAST or clause.tokens[clause.verb].low in ("was", "were") else "make"
        )
        return (f"Which {run.count} components {action} up {subject}", run) if run else None
    if clause.passive and low in _DIVIDED and (into := re.match(r"(?:down |up )?into ", rest)):
        run = _things(rest[into.end() :])
        kind = "groups" if many or low in ("classified", "grouped", "sorted") else "parts"
        down = into.group().removesuffix("into ").strip()
        verb = clause.line.cut(clause.verb, clause.verb + 1)
        return (f"into which {run.count} {kind} {verb} {subject} {low} {down}", run) if run else None
    if clause.passive and rest.startswith("by ") and base(low) in _BY:
        run = _things(rest[3:])
        was = clause.tokens[clause.verb].low in ("was", "were")
        action = past(base(low)) if was else base(low)
        return (f"Which {run.count} things {action} {subject}", run) if run else None
    if clause.main == clause.verb and base(low) in _HOLDS:
        return _holds(clause, base(low), rest, subject, many)
    return None


def _may_be(clause: Clause, rest: str, subject: str) -> tuple[str, Run] | None:
    """`X can be A, B, or C` and `X is either A or B` ask which forms X can take."""
    either = rest.startswith("either ")
    if not either and clause.tokens[clause.verb].low not in ("can", "may"):
        return None
    run = run_of(rest, "or")
    if run is None or (len(run.members) < _SEVERAL and not either):
        return None
    if re.search(r"\bdepending (?:up)?on\b", clause.line.text):
        return None
    return f"Which {run.count} forms can {subject} take", run


def _are(clause: Clause, rest: str, subject: str, topic: Topic) -> tuple[str, Run] | None:
    """`The main parts of X are A, B, and C` asks what the three main parts of X are."""
    verb = clause.tokens[clause.verb].low
    if verb not in ("are", "were") or not subject.startswith("the ") or not plural(clause.subject_text):
        return None
    run = run_of(rest)
    kind = subject.removeprefix("the ")
    counted = re.match(r"(two|three|four|five|six) ", kind)
    if not telling(re.sub(r"^(?:two|three|four|five|six) ", "", kind), topic):
        return None
    if run is None or not (run.things or counted) or (counted and counted[1] != run.count):
        return None
    if re.match(r"[a-z]+ed\b", run.members[0]):
        return None
    whose, own, rest_of_kind = kind.rpartition("’s ") if "’s " in kind else kind.rpartition("'s ")
    number = "" if counted else f"{run.count} "
    return f"What {verb} the {whose}{own}{number}{rest_of_kind}", run


def _holds(clause: Clause, verb: str, rest: str, subject: str, many: bool) -> tuple[str, Run] | None:
    run = _things(rest)
    tense = clause.tokens[clause.verb].tag
    # `Living things contain A and B` names two of many.
    if run is None or len(run.members) < _SEVERAL:
        return None
    # What is said to include works, people or places by name gives examples.
    if verb == "include" and all(member[:1].isupper() for member in run.members):
        return None
    if verb == "include" and many and tense != _FINITE_PAST:
        bare = subject.removeprefix("the ")
        return f"What are {run.count} {bare}", run
    helper = {"VBZ": "does", "VBD": "did"}.get(tense, "do")
    return f"Which {run.count} things {helper} {subject} {verb}", run


def included_beside(line: Line, topic: Topic) -> Iterator[Candidate]:
    """The same of what a relative clause includes: `..., the great apes, which include A, B, and C`."""
    found = _WHICH.search(line.text)
    if found is None or _EMPTY.search(found["whole"]) or not plural(found["whole"]):
        return
    read = tagged(found["whole"])
    run = _things(found["run"])
    if run is None or len(run.members) < _SEVERAL or not read[-1].tag.startswith("NN"):
        return
    whole = next((i for i in range(len(read) - 1, -1, -1) if read[i].tag not in _PHRASE), -1) + 1
    kind = found["whole"][read[whole].start :] if whole < len(read) else ""
    particular = any(zipf(word) < _RARE or word in topic.keywords for word in words(kind))
    joined = whole > 0 and read[whole - 1].tag in ("CC", "CD")
    if len(kind.split()) < _PAIR or joined or not (particular or not _vague(run)):
        return
    doubts = ("common",) if _vague(run) else () if particular else ("plain subject",)
    prompt = question(f"Which {run.count} things do {kind} include")
    yield Candidate(Technique.MEMBERS, Form.FREE, prompt, run.text, line, doubts=doubts)


_WHICH = re.compile(r"(?P<whole>[^,;:—.]{6,80}), which (?:include|consist of|comprise) (?P<run>[^;:—]+)\.$")
_PHRASE = frozenset({"JJ", "NN", "NNS", "NNP", "NNPS", "VBN"})


def _things(text: str) -> Run | None:
    run = run_of(text)
    return run if run and run.things else None


def _may_ask(clause: Clause, topic: Topic) -> bool:
    """Whether the subject is short and stands alone."""
    text = clause.subject_text
    if len(text.split()) > _LONGEST_SUBJECT or _EMPTY.search(text):
        return False
    if not names_itself(clause, topic):
        return False
    own = tagged(text)
    general = all(token.tag in ("JJ", "JJR", "JJS") and zipf(token.low) > _SEVERAL for token in own[:-1])
    return not (general and _OF_WHAT.match(own[-1].low))


def _particular(clause: Clause, topic: Topic) -> bool:
    """Whether the subject says something particular by itself."""
    text = clause.subject_text
    if " " not in text and zipf(text.lower()) > _PLAIN and text.lower() not in topic.title_words:
        return False
    if any(term.text.lower() in text.lower() for term in clause.line.terms):
        return True
    return any(
        zipf(word) < _RARE or word in topic.title_words or word in topic.keywords for word in words(text)
    )


def _vague(run: Run) -> bool:
    """Whether the members are everyday words alone."""
    return all(zipf(word) > _KNOWN for word in words(" ".join(run.members)))
