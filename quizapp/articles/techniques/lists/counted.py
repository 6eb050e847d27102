"""Counted lists: `three types of rock: igneous, sedimentary and metamorphic`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.runs import COUNTS, run_of
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import question, small, words
from quizapp.articles.words.tagging import Token, tagged
from quizapp.articles.words.verbs import BE, base
from quizapp.articles.words.wordlists import wordlist

NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_COUNTED = re.compile(
    r"\b(?P<count>two|three|four|five|six|seven) (?P<kind>(?:[\w'’-]+ ){0,5}?[\w'’-]+?(?: (?:of|in|for"
    r"|to) (?:[\w'’-]+ ?){1,6}?)?)"
    r"(?P<join> (?:are|were|is)(?: the)?(?= )|:|—|, namely,?| —| are:)\s*(?P<items>[^.;:]+)\.?$",
    re.IGNORECASE,
)
_HAS = re.compile(
    r"^(?P<whole>[A-Z][^,;:]{2,60}?) (?P<verb>has|have|had|consists of|consist of|contains|contain"
    r"|comprises|includes"
    r"|is divided into|are divided into|can be divided into|is made up of|are made up of|is composed of"
    r"|involves) $"
)
_THERE = re.compile(
    r"^(?:There (?:are|were)|The|These are the|We can distinguish|Scientists recognize) $", re.IGNORECASE
)
_INCLUDES = re.compile(
    r"^(?P<whole>[A-Z][\w’'-]*(?: [\w’'-]+){1,6})(?:, which [^,]{5,60},)?"
    r" (?P<verb>includes?) (?P<items>[^;:—.]+)\.$"
)
_LEANING = re.compile(
    r"\b(?:this|these|those|that|such|other|others|its|their|his|her|it|they|examples?|topics?|some|many|methods?"
    r"|advantages|disadvantages|options|where|when|with|which|and|may|can|will|also|typically|often|usually)\b",
    re.IGNORECASE,
)
_WE = re.compile(r"(?:We|You|I|He|She|It|They|There|What|The (?:author|text|act|court|first|second))\b")
_SORTED = re.compile(
    r"^(?P<adverb>[a-z]+ly |often |usually )?(?P<done>[a-z]+ed(?: down| up)?|broken down|made up)"
    r" (?P<link>into|in terms of|in|by|of|between)$"
)
_LINK = re.compile(r"^(?P<place>place )?(?P<link>into|in|between|among|of|on|with|)$")
_SORTS_OF = re.compile(r"(?:Types|Kinds|Forms|Stages|Parts|Categories|Causes|Signs|Symptoms) of ")
_LONGEST = 8
_FEWEST, _MOST = 3, 6
_RARE = 4.0
_CLAUSE = re.compile(r"\b(?:that|which|who|is|are|was|were|has|have|had|can|this|these|it|they|he|we)\b")
_NO_MEMBER = frozenset({"VB", "VBN", "VBD", "TO", "WDT", "IN"})
_GENERAL = wordlist("counted general")


def counted_lists(line: Line, topic: Topic) -> Iterator[Candidate]:
    """What the members of a counted list are, when all of them are named."""
    found = _COUNTED.search(line.text)
    # `breaks down what a country makes into five categories: ...`: its subject, a figure, is gone.
    if found is None or line.text[:2].islower():
        return
    items = _without_kind(members(found["items"]), found["kind"])
    if re.search(r" and [^,]+, .*\band |, and .* and ", found["items"]):
        run = run_of(found["items"])
        items = list(run.members) if run else []
    count = NUMBERS[found["count"].lower()]
    kind = found["kind"].strip()
    if len(items) != count or not all(_member(item) for item in items) or _CLAUSE.search(kind):
        return
    before = line.text[: found.start()]
    whole = _HAS.match(before)
    last_kind = tagged(kind)
    if kind.startswith(("example", "thing", "other", "more")) or tagged(items[0])[0].tag in ("VBN", "VBD"):
        return
    if not any(token.tag == "NNS" for token in last_kind):
        return
    if any(token.tag in ("VBP", "VBZ", "VBD", "MD") for token in last_kind):
        yield from _which(found, last_kind, items, line)
        return
    number = found["count"].lower()
    if whole and not re.match(r"(?:It|They|This|These|He|She|We)\b", whole["whole"]) and " of " not in kind:
        prompt = question(f"What are the {number} {kind} of {small(whole['whole'], topic.capitals)}")
    elif (before == "" or _THERE.match(before)) and _specific(kind):
        prompt = question(f"What are the {number} {kind}")
    elif (
        able := re.match(
            r"^(?P<who>[A-Z][^,;:]{2,60}?) (?P<verb>(?:can|may) (?:exist|occur|be \w+)) (?P<at>in|into|by) $",
            before,
        )
    ) and not _LEANING.search(able["who"]):
        modal, _, action = able["verb"].partition(" ")
        prompt = question(
            f"{able['at']} what {number} {kind} {modal} {small(able['who'], topic.capitals)} {action}"
        )
    elif found["join"].strip() in (":", "—"):
        prompt = _asked_of(before, f"{number} {kind}", topic)
    else:
        prompt = ""
    if not prompt:
        return
    yield Candidate(Technique.LIST, Form.FREE, prompt, "; ".join(items), line, sure=True)


def _without_kind(items: list[str], kind: str) -> list[str]:
    """`superior, middle, inferior` of `three lobes: the superior, middle, and inferior lobes`."""
    noun = re.split(r" (?:of|in|for|to) ", kind.strip())[0].split(" ")[-1]
    if not items or not noun or any(item.endswith(f" {noun}") for item in items[:-1]):
        return items
    return [*items[:-1], items[-1].removesuffix(f" {noun}")]


def _asked_of(before: str, counted: str, topic: Topic) -> str:
    """`Weber defined three types of authority: ...` asks which ones he defined; "" where that is unsure."""
    tokens = tagged(before)
    verb = next((i for i, token in enumerate(tokens) if token.tag in ("VBZ", "VBP", "VBD") and i), 0)
    who, rest = before[: tokens[verb].start].strip() if verb else "", ""
    if not who or len(who.split()) > _LONGEST or "," in who or _LEANING.search(who) or _WE.match(who):
        return ""
    rest = before[tokens[verb].end :].strip()
    named, form = small(who, topic.capitals), tokens[verb].low
    if form in BE:
        done = _SORTED.match(rest)
        if done is None:
            return ""
        adverb = done["adverb"] or ""
        return question(f"{done['link']} which {counted} {form} {named} {adverb}{done['done']}")
    link = _LINK.match(rest)
    if link is None:
        return ""
    helper = "did" if tokens[verb].tag == "VBD" else "does" if tokens[verb].tag == "VBZ" else "do"
    return question(f"{link['link']} which {counted} {helper} {named} {base(form)} {link['place'] or ''}")


def _which(found: re.Match[str], kind: Sequence[Token], items: list[str], line: Line) -> Iterator[Candidate]:
    """`Three factors influence trade: A, B and C` asks which three factors influence trade."""
    nouns = next((i for i, token in enumerate(kind) if token.tag in ("VBP", "VBD", "RB")), 0)
    if found.start() or found["join"].strip() not in (":", "—") or not nouns or kind[nouns - 1].tag != "NNS":
        return
    if kind[-1].tag in ("VBP", "VBD"):
        return
    prompt = question(f"Which {found['count'].lower()} {found['kind'].strip()}")
    yield Candidate(Technique.LIST, Form.FREE, prompt, "; ".join(items), line, sure=True)


def included(line: Line, topic: Topic) -> Iterator[Candidate]:
    """What something includes, when three to six members are named."""
    found = _INCLUDES.match(line.text)
    loose = (
        found is not None
        and found["whole"].startswith("The ")
        and not re.search(r" (?:of|in|for) ", found["whole"])
    )
    if found is None or loose or _LEANING.search(found["whole"]):
        return
    run = run_of(found["items"])
    if run is None:
        return
    whole, items = found["whole"], list(run.members)
    if all(item[:1].isupper() for item in items):
        return
    if "," not in found["items"] or any(tagged(item)[0].tag in _NO_MEMBER for item in items):
        return
    telling = [word for word in words(whole) if word not in _GENERAL and word not in ("of", "the", "in")]
    if not re.search(r" (?:of|in|for) ", whole) and not _particular(whole, line, topic):
        return
    if not _FEWEST <= len(items) <= _MOST or not all(_member(item) for item in items) or len(telling) < 2:
        return
    helper = "does" if found["verb"].endswith("s") else "do"
    sorts = _SORTS_OF.match(whole) and len(items) in COUNTS
    said = small(whole, topic.capitals)
    prompt = question(f"What are {COUNTS[len(items)]} {said}" if sorts else f"What {helper} {said} include")
    yield Candidate(Technique.LIST, Form.FREE, prompt, "; ".join(items), line)


def _particular(whole: str, line: Line, topic: Topic) -> bool:
    """Whether the words say by themselves what they are about."""
    if any(term.text.lower() in whole.lower() for term in line.terms):
        return True
    return any(0 < zipf(word) < _RARE or word in topic.title_words for word in words(whole))


def members(text: str) -> list[str]:
    """The members of a run such as `A, B, and C`."""
    parts = re.split(r",? and |,? or |, |; ", text.strip(" .,"))
    return [
        re.sub(r"^(?:finally|then|lastly|also|both|either|the) ", "", part.strip(" ,."))
        for part in parts
        if part.strip(" ,.")
    ]


def _member(text: str) -> bool:
    return 1 <= len(text.split()) <= 7 and not _CLAUSE.search(text)


def _specific(kind: str) -> bool:
    """Whether the kind says what is counted: `types of rock`, not `types`, nor `steps to the process`."""
    if re.search(
        r" the (?:process|procedure|program|plan|project|model|method|system|act|case)$", kind, re.I
    ):
        return False
    telling = [
        word for word in words(kind) if word not in _GENERAL and word not in ("of", "the", "in", "a", "for")
    ]
    return bool(telling) and (len(telling) > 1 or bool(re.search(r" (?:of|in|for) ", kind)))
