"""Laws, treaties, wars and bodies by name: what they did, and which of them did it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause, asked
from quizapp.articles.sense.openings import with_front
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.standing import (
    answers,
    central,
    ends_in_verb,
    exemplary,
    name_at,
    partial,
    stands,
    telling,
    widened,
)
from quizapp.articles.sense.subjects import stands_alone, subject_small
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.reasons import whole
from quizapp.articles.techniques.objects.completing import run_on
from quizapp.articles.words.entities import Kind, Name
from quizapp.articles.words.phrasing import opened, question
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.verbs import BE, HAVE, base, past
from quizapp.articles.words.wordlists import wordlist

_NOUNS = {word: word.lower() for word in wordlist("namedthings nouns")} | {"Accord": "agreement"}
_LAWS = wordlist("namedthings laws")
_LAWLIKE = (Kind.LAW, Kind.EVENT)
_PLACED = re.compile(
    r"^(?P<how>In|Under|During|At|With|By|Through) (?:the (?:terms|provisions|rules) of )?"
    r"(?P<the>the )?(?P<name>[A-Z].*)$"
)
_DULL = frozenset(
    {"have", "do", "go", "come", "seem", "appear", "get", "say", "see", "receive", "contain", "include"}
)
_NO_DEEDS = (
    _DULL
    | wordlist("provisions saying") - {"require", "establish", "recognize", "provide"}
    | {
        "begin",
        "end",
        "start",
        "last",
        "continue",
        "pass",
        "occur",
        "happen",
        "take",
        "become",
        "remain",
    }
)
_DATE_ONLY = re.compile(r"^(?:in|on) [\w ,]*\d{3,4}$|^in the \w+ century$")
_CAPITALS = re.compile(r"\b[A-Z]{3,}\b")
# A clause goes on behind these: `By the time the New Deal enacted ...`.
_NO_FRONT = re.compile(r"\bthe (?:time|moment)$")
_CUT_RUN = re.compile(r"^, (?:[\w’'-]+ ){0,3}[\w’'-]+,? (?:and|or) |^, [\w’'-]+, ")
_NUMBERED = re.compile(r"^(?:Title|Article|Section|Executive|Proposition|Bill|House|Senate)\b")
_ALL_OF_THEM = re.compile(r"\b(?:all|both|the) (?:two|three|four|five)\b|\bit$")
_BEING = re.compile(r"[Ww]hich [a-z]+ (?:is|was|are|were) (?:an?|the|[a-z]+ (?:for|to))\b")
# `Section 7(a) of the | National Industrial Recovery Act, which ...` tells of the section.
_PART_OF = re.compile(
    r"\b(?:Section|Title|Article|Part|Chapter|Clause|Paragraph|[Ss]ections?|[Pp]rovisions?|[Cc]lauses?) "
    r"(?:[\dIVX]+\S* )?(?:of|in) (?:the )?$"
)
_LEAST, _MOST, _MOST_QUESTION, _LONG_QUESTION, _MOST_BEHIND = 4, 28, 32, 26, 2


def which_named(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """Which act, treaty, war or body + what the sentence says of it."""
    line, tokens = clause.line, clause.tokens
    if clause.front[1] and (
        not stands(clause.front_text)
        or _BESIDE.match(clause.front_text)
        or _NO_FRONT.search(clause.front_text)
    ):
        return
    name = name_at(line, tokens[clause.subject[0]].start, tokens[clause.subject[1] - 1].end)
    noun = noun_of(name)
    if name is None or not noun or clause.negated or not _apart(name, line, topic):
        return
    rest = line.cut(clause.verb, clause.end).rstrip(" ,")
    after = clause.rest_text
    if tokens[clause.verb].low == "did" and clause.main > clause.verb:
        rest = f"{past(base(tokens[clause.main].text))} {line.cut(clause.rest, clause.end)}".rstrip(" ,")
    if _two_verbs(clause) or name.text.endswith("Supreme Court"):
        return
    if _broken(rest, line.text[tokens[clause.verb].start + len(rest) :]):
        return
    if not _says_enough(after) or _given(name, after) or _verb(clause) in _DULL:
        return
    asked_for = with_front(f"which {noun} {rest}", clause.front_text, clause.rest_text)
    yield from _which(asked_for, name, after, line, topic)


def _which(asked_for: str, name: Name, said: str, line: Line, topic: Topic) -> Iterator[Candidate]:
    """The question for a name, with what speaks against it."""
    prompt = question(asked_for)
    doubts = []
    if not _wanted(name, line, topic):
        doubts.append("not central")
    if not telling(said):
        doubts.append("few rare words")
    if len(prompt.split()) > _LONG_QUESTION:
        doubts.append("length")
    if doubts and len(name.text.partition(" of ")[2].split()) > _MOST_BEHIND:
        return
    if doubts and (not stands(said) or _ALL_OF_THEM.search(said) or exemplary(line)):
        return
    if doubts and _BEING.match(asked_for):
        return
    if len(prompt.split()) <= _MOST_QUESTION and len(doubts) <= 1:
        also, against = _without_date(name), tuple(doubts)
        yield Candidate(Technique.WHICH_NAMED, Form.SHORT, prompt, name.text, line, also, doubts=against)


def at_which(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """In which battle, under which law: from what stands in front; and what happened there."""
    line = clause.line
    found = _PLACED.match(clause.front_text)
    if found is None or clause.negated:
        return
    start, end = clause.tokens[0].start + found.start("name"), clause.tokens[0].start + found.end("name")
    name = name_at(line, start, end)
    noun = noun_of(name)
    if name is None or not noun or name.kind not in _LAWLIKE or not stands_alone(clause, topic):
        return
    if noun in ("congress", "peace", "games"):
        return
    body = asked(clause, subject_small(clause, topic))
    said = f"{clause.subject_text} {line.cut(clause.verb, clause.end)}".rstrip(" ,")
    if not _says_enough(said) or _given(name, said):
        return
    how = found["how"].lower()
    yield from _which(f"{how} which {noun} {body}", name, said, line, topic)
    if name.kind is Kind.EVENT and how in ("in", "at") and _LEAST + 2 <= len(said.split()) <= _MOST:
        prompt = question(f"What happened {how} {found['the'] or ''}{name.text}")
        yield Candidate(Technique.HAPPENED, Form.FREE, prompt, opened(said), line)


def deeds(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """What a law or a treaty did: `What did the Stamp Act do?`"""
    line, tokens = clause.line, clause.tokens
    name = name_at(line, tokens[clause.subject[0]].start, tokens[clause.subject[1] - 1].end)
    if name is None or not _lawlike(name) or clause.negated or clause.main != clause.verb:
        return
    verb = tokens[clause.verb]
    if verb.low in BE or verb.tag not in ("VBD", "VBZ") or base(verb.text) in _NO_DEEDS or _two_verbs(clause):
        return
    if clause.front[1] and (not stands(clause.front_text) or _NO_FRONT.search(clause.front_text)):
        return
    if name.text.endswith("Constitution"):
        return
    said = whole(line.cut(clause.verb, clause.end).rstrip(" ,."))
    if _broken(said, line.text[verb.start + len(said) :]):
        return
    if not _LEAST <= len(said.split()) <= _MOST or not answers(said) or not telling(said, 1):
        return
    helper = "did" if verb.tag == "VBD" else "does"
    front = f" {clause.front_text[0].lower()}{clause.front_text[1:]}" if clause.front[1] else ""
    the = "the " if clause.subject_text.lower().startswith("the ") else ""
    prompt = question(f"What {helper} {the}{name.text} do{front}")
    doubts = () if telling(said) else ("few rare words",)
    yield Candidate(Technique.LAW_DID, Form.FREE, prompt, f"{_it(name)} {said}", line, doubts=doubts)


def _it(name: Name) -> str:
    """What stands for the name in an answer."""
    return "They" if name.text.partition(" of ")[0].endswith("s") else "It"


def which_made(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """Which act, treaty or body somebody passed, signed, founded: from its place as an object."""
    line, tokens = clause.line, clause.tokens
    if clause.negated or clause.passive or base(tokens[clause.main].text) not in _MADE:
        return
    start = tokens[clause.rest].start
    found = _OBJECT.match(line.text[start:])
    name = next((n for n in line.names if found and n.start <= start + found.end() < n.end + 1), None)
    if found is None or name is None or not stands_alone(clause, topic):
        return
    name = _with_year(line, name)
    noun = noun_of(name)
    if not _object_only(clause, name) or _ON.match(line.text[name.end :]):
        return
    if not noun or not _apart(name, line, topic) or name.start > start + found.end():
        return
    first = next((i for i in range(clause.rest, clause.end) if tokens[i].end > name.start), clause.end)
    last = next((i for i in range(first, clause.end) if tokens[i].start >= name.end), clause.end)
    if last < clause.end and tokens[last].tag in ("CC", "POS", "NN", "NNP", "NNS", "CD"):
        return
    body = asked(clause, subject_small(clause, topic), (clause.rest, last))
    front = "" if clause.front_text.startswith("To ") else clause.front_text
    said = f"{body} {front[0].lower()}{front[1:]}" if front else body
    if not stands(said, own=True) or not telling(said, 1) or _given(name, said):
        return
    asked_for = with_front(f"which {noun} {body}", front, line.cut(last, clause.end))
    yield from _which(asked_for, name, said, line, topic)


_MADE = frozenset(
    {
        "adopt",
        "approve",
        "build",
        "call",
        "create",
        "draft",
        "enact",
        "establish",
        "fight",
        "form",
        "found",
        "impose",
    }
    | {
        "introduce",
        "issue",
        "join",
        "launch",
        "lead",
        "lose",
        "negotiate",
        "open",
        "organize",
        "pass",
        "proclaim",
    }
    | {
        "propose",
        "publish",
        "ratify",
        "repeal",
        "sign",
        "start",
        "win",
        "write",
        "begin",
        "charter",
        "convene",
    }
)
_OBJECT = re.compile(r"(?:the |its |his |their |an? )?(?:(?:\d{4}|[a-z][a-z-]+) ){0,3}(?=[A-Z])")
_WHICH_DID = re.compile(r"^, which (?P<said>(?P<verb>[a-z]+) [^,;:—()]{15,140}?)(?=,|\.$|;)")


def which_did(line: Line, topic: Topic) -> Iterator[Candidate]:
    """Which act or treaty, and what it did, from `the Treaty of T, which divided A between B and C`."""
    if ", which " not in line.text:
        return
    for found_name in line.names:
        name = widened(line, found_name)
        noun = noun_of(name)
        if not noun or not _apart(name, line, topic) or name.text.lower() in topic.title.lower():
            continue
        found = _WHICH_DID.match(line.text[name.end :])
        if found is None or not _says_enough(found["said"].partition(" ")[2]):
            continue
        token = next((t for t in line.tokens if t.start == name.end + found.start("verb")), None)
        if token is None or token.tag not in ("VBD", "VBZ") or base(token.text) in _DULL or token.low in BE:
            continue
        if _PART_OF.search(line.quote[: line.quote.find(name.text)]):
            continue
        said = found["said"] + run_on(found["said"], line.text[name.end + found.end("said") :])
        if not _given(name, said):
            yield from _which(f"Which {noun} {said}", name, said, line, topic)
        if _lawlike(name):
            bare = name.text.split()[-1] not in _LAWS or _NUMBERED.match(name.text)
            the = "the " if not bare or re.search(r"\bthe $", line.text[: name.start], re.I) else ""
            helper = {"VBD": "did", "VBZ": "does"}[token.tag]
            prompt = question(f"What {helper} {the}{name.text} do")
            yield Candidate(Technique.LAW_DID, Form.FREE, prompt, f"{_it(name)} {said}", line)


def _two_verbs(clause: Clause) -> bool:
    """Whether the word taken for the verb is a noun before it: `the armistice terms required`."""
    verb, rest = clause.tokens[clause.verb], clause.tokens[clause.rest]
    if clause.main != clause.verb:
        return False
    noun = verb.tag == "VBZ" and verb.low not in BE | HAVE and rest.tag == "VBN"
    return rest.tag in ("VBD", "VBZ") or noun


def _with_year(line: Line, name: Name) -> Name:
    """The name with the year that is part of it: `the Social Security Act *of 1965*`."""
    year = re.match(r" of \d{4}\b", line.text[name.end :])
    if year is None or name.kind is not Kind.LAW:
        return name
    return Name(name.text + year.group(), name.start, name.end + year.end(), name.kind)


def _object_only(clause: Clause, name: Name) -> bool:
    """Whether nothing but what describes it stands between the verb and the name."""
    between = [token for token in clause.tokens[clause.rest :] if token.end <= name.start]
    return not any(token.tag in ("IN", "TO", "PRP", "RB", "VBG") for token in between)


def noun_of(name: Name | None) -> str:
    """What the name says that it is: `treaty` of the Treaty of Versailles; "" when it does not say."""
    if (
        name is None
        or " " not in name.text
        or name.kind in (Kind.PERSON, Kind.PEOPLE, Kind.COUNTRY, Kind.STATE)
    ):
        return ""
    parts = name.text.split()
    if name.text == "Bill of Rights" or parts[-1] == "Constitution":
        return ""
    if "of" in parts:
        parts = parts[: parts.index("of")]
    late = len(parts) > 1 and re.fullmatch(r"[IVX]+|\d+", parts[-1])
    return _NOUNS.get(parts[-2 if late else -1], "")


def _broken(said: str, after: str) -> bool:
    """Whether a predicate was cut within a run, or takes in the subject of what follows."""
    if after.startswith("—") and after.count("—") > 1:
        return True
    if after.startswith(" and ") and _WAY.search(said):
        return True
    told = _CLAUSE.split(said)
    if len(told) > 1 and not any(token.tag in ("VBZ", "VBP", "VBD", "MD") for token in tagged(told[-1])):
        return True
    return bool(_CUT_RUN.match(after)) or bool(re.fullmatch(r"[^,]+, and [^,]+", said)) or ends_in_verb(said)


def _lawlike(name: Name) -> bool:
    return name.kind is Kind.LAW or (
        " " in name.text and bool(_LAWS & {name.text.split()[0], name.text.split()[-1]})
    )


def _apart(name: Name, line: Line, topic: Topic) -> bool:
    """Whether the name is whole and the title does not say it."""
    return not (set(name.text.lower().split()) <= topic.title_words or partial(line, name))


def _wanted(name: Name, line: Line, topic: Topic) -> bool:
    return name.kind in _LAWLIKE or central(name, line, topic)


_ON = re.compile(r" (?:on|of|against) (?:the )?[A-Z]")
_WAY = re.compile(r" (?:the way|how) (?:[a-z]+ )*[a-z]+s$")
_CLAUSE = re.compile(r" (?:that|which|who|where|how) (?!to )")
_BESIDE = re.compile(r"^(?:In addition|As|Like|Unlike|Besides|Along|Among|For|According|In contrast|With)\b")
_COUNTED = re.compile(r"[$£€%]|\b(?:percent|million|billion)\b")


def _says_enough(text: str) -> bool:
    return (
        len(text.split()) >= _LEAST
        and not _DATE_ONLY.match(text)
        and stands(text, own=True)
        and telling(text, 1)
    )


def _given(name: Name, said: str) -> bool:
    """Whether a telling word of the name stands in what is asked."""
    parts = [
        part.lower()[:5] for part in re.split(r"[ -]", name.text) if len(part) > 3 and part not in _NOUNS
    ]
    low = said.lower()
    letters = "".join(part[0] for part in re.split(r"[ -]", name.text) if part[0].isupper())
    if any(
        len(word) > 2 and (letters.startswith(word) or word.startswith(letters))
        for word in _CAPITALS.findall(said)
    ):
        return True
    return any(re.search(rf"\b{re.escape(part)}", low) for part in parts)


def _verb(clause: Clause) -> str:
    return base(clause.tokens[clause.main].text)


def _without_date(name: Name) -> tuple[str, ...]:
    short = re.sub(r" of \d{4}$", "", name.text)
    return (short,) if short != name.text else ()
