"""Meanings that judge or place their term, hold at times, tell of another thing, or that the title gives."""

from __future__ import annotations

import re
from collections.abc import Callable

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.definiens import head_of
from quizapp.articles.techniques.definitions.sound import Told
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import words
from quizapp.articles.words.tagging import tagged

# `Economists refer to the line as a demand curve` says what they call it, not who they are.
_REFERS = re.compile(r" (?:(?:[a-z]+ly|sometimes|often|also|may|might|now|still) )?refer(?:s|red)? to ")
_CALLED_AS = re.compile(
    r"(?<!such)(?<!well)(?<!known)(?<!defined)(?<!seen)(?<!used)(?<!acts)(?<!act)(?<!serves)"
    r" as (?:(?:an?|the) (?!whole|result|group|means|way|form|kind|single|unit|function)|“)"
)
# `the line in as a demand curve`: a figure or an equation has gone, and its preposition is left.
_LEFT_OF_FIGURE = re.compile(r"\b(?:in|from|by) (?:as|can|is|are|shows?)\b")
_OWNED = re.compile(r"\b(?:[Tt]he|its|their|his|her|our) $")
_PLACED = re.compile(
    r"(?:an?|the) (?:necessary|essential|central|vital|integral|fundamental|indispensable|core|defining"
    r"|pivotal|prominent|foundational) (?:[\w-]+ )?(?:ingredient|concept|component|element|idea|feature"
    r"|aspect|tool|principle|part|role|theme|function|characteristic|skill|step|quality|requirement|figure|source"
    r"|force|text|nutrient|method|need)s?\b"
)
_WEIGHTY = re.compile(
    r" of (?:great|some|much|particular|growing|major|little|special|central|critical)"
    r" (?:importance|interest|concern|significance|value)\b"
)
_AT_TIMES = re.compile(
    r"[”\"]? (?:is|are|was|were) (?:(?:most|very) )?(?:often|usually|sometimes|frequently|commonly|normally"
    r"|mostly|mainly|largely|typically|primarily) $"
)
_DIFFERENT = re.compile(r"an? (?:[a-z]+ly )?(?:different|similar|newer|older)\b")
_DANGEROUS = re.compile(
    r"an? (?:dangerous|serious|severe|common|rare|life-threatening|painful|potentially [\w-]+)"
    r" (?:condition|disease|disorder|illness|problem|complication)s? (?:in|of|for|among|with)\b"
)
_LED_BY = re.compile(r"an? (?:[\w-]+ )?[\w-]+[’'] ?s? (?:major|main|primary|chief) ")
_LIVED = re.compile(r"an? [A-Z][\w ]+ who (?:lived|was born|died) (?:in|at|during)\b")
_ROLES = frozenset(
    {
        "agent",
        "agenda-setter",
        "carrier",
        "catalyst",
        "host",
        "origin",
        "reservoir",
        "site",
        "source",
        "vector",
    }
)
_QUALITY_OF = re.compile(
    r"(?:[\w-]+ )?(?:advantage|disadvantage|benefit|drawback|goal|strength|weakness|feature|example|aim"
    r"|purpose|consequence|characteristic|downside|limitation|challenge|hallmark)s? of "
)
_DESCRIBES = re.compile(r"[”\"]? (?:describes?|explains?) ")
# `that includes platforms` of `platforms such as A and B`; `if it fails` of `if it fails and it has to pay`.
_HOLDS = re.compile(r"\b(?:includes?|involves?|has|have|contains?|comprises?) (?:[\w-]+ )?[\w-]+s$")
_SUCH_AS = re.compile(r",? \(?(?:such as|including|like|e\.g\.|for example|:)")
_IF = re.compile(r"\b(?:if|when|unless|because) ")
_AND_IT = re.compile(r" and (?:it|they|he|she) ")
_STUDY = re.compile(r"the (?:[\w-]+ )?study of ")
_AT_TIMES_A = re.compile(r"an? (?:often|usually|sometimes) ")
_THEORIES = frozenset(
    {"chart", "curve", "cycle", "diagram", "equation", "framework", "hypothesis", "law", "map", "model"}
    | {"principle", "report", "rule", "study", "theorem", "theory"}
)
_OF = re.compile(r"(?:an?|the|any) (?:[\w-]+ )?[\w-]+ of (?:an? |the )?(?P<what>.+)$")
_OPINION = re.compile(
    r"\b(?:that|which) (?:many |some |most )?(?:[a-z]+s|people) (?:suggest|argue|believe|claim|think|say"
    r"|consider|contend|maintain|assert)(?:ed)?\b"
)
_MEMBERS = re.compile(r"(?:[^,]+, ){2,}(?:and|or) ")
_LEAST, _PAIR, _KNOWN = 3, 2, 5.5
_BY_PLACE = re.compile(r"\bto the (?:north|south|east|west)$")
_TODAY = re.compile(r"(?:modern|present)-day |today[’']s ")


def loose(candidate: Candidate, told: Told) -> bool:
    """Whether a meaning tells too little of its term, or tells of another thing."""
    if any(broken(told) for broken in _RULES):
        return True
    return _of_its_whole(told) if candidate.form is Form.SHORT else _a_role(told)


def _of_its_whole(told: Told) -> bool:
    """Whether `its` stands for the whole of `the spine of the scapula`, which the question hides."""
    return " of the " in told.term and bool(re.search(r"\bits\b", told.meaning))


def _a_role(told: Told) -> bool:
    """Whether it says what the thing is to another one: `birds are reservoirs for the virus`."""
    tokens = tagged(told.meaning)
    head = head_of(tokens)
    if head is None or not re.match(r"[”\"]? (?:is|are|was|were) ", told.between):
        return False
    role = tokens[head].low
    return role.rstrip("s") in _ROLES and role.rstrip("s") not in told.term.lower()


def _refers_as(told: Told) -> bool:
    return bool(_REFERS.fullmatch(told.between) and _CALLED_AS.search(told.meaning))


def _has_a_gap(told: Told) -> bool:
    return bool(_LEFT_OF_FIGURE.search(told.meaning))


def _another_thing(told: Told) -> bool:
    """Whether `or` brings something new: `through the legislative process, or an admission that ...`."""
    brought = re.fullmatch(r"[”\"]?, or ", told.between)
    return brought is not None and bool(_OWNED.search(told.before) and re.match(r"an? ", told.meaning))


def _places(told: Told) -> bool:
    """Whether it only says how much the thing matters: `a central concept in cosmology`."""
    if _PLACED.match(told.meaning) or _WEIGHTY.search(told.meaning) or _LED_BY.match(told.meaning):
        return True
    return (
        any(pattern.match(told.meaning) for pattern in (_DIFFERENT, _DANGEROUS, _LIVED))
        or "so-called" in told.meaning
    )


def _no_kind(told: Told) -> bool:
    """Whether the term is a quality of something, or any one that there is already."""
    return bool(_QUALITY_OF.match(told.term)) or told.term.startswith("existing ")


def _what_it_describes(told: Told) -> bool:
    """Whether a theory describes what stands behind it: `the logic model describes the sequence`."""
    if not _DESCRIBES.match(told.between):
        return False
    return bool(_THEORIES & set(words(told.term)[-1:])) or bool(_CALLED_AS.search(told.meaning))


def _often(told: Told) -> bool:
    """Whether it holds at times only: `inorganic compounds are often salts that ...`."""
    return bool(_AT_TIMES.fullmatch(told.between) or _AT_TIMES_A.match(told.meaning))


def _cut_off(told: Told) -> bool:
    """Whether what would make it whole follows: members, or the second half of a condition."""
    if _HOLDS.search(told.meaning) and _SUCH_AS.match(told.after):
        return True
    return bool(_IF.search(told.meaning) and _AND_IT.match(told.after))


def _studied(told: Told) -> bool:
    """Whether a process is taken for the field that studies it."""
    return told.term.endswith(("ization", "isation")) and bool(_STUDY.match(told.meaning))


def _everyday(told: Told) -> bool:
    """Whether a clause explains a word that everybody knows: `the price is what the consumer pays`."""
    own = words(told.term)
    return len(own) == 1 and zipf(own[0]) > _KNOWN and bool(re.match(r"(?:what|where) ", told.meaning))


def _one_of_two(told: Told) -> bool:
    return told.meaning.startswith("the other ")


def _only_members(told: Told) -> bool:
    """Whether an entry names what belongs to its term: `Red wedge: surveillance, outreach, and screening`."""
    if told.between.strip() != ":" or re.match(r"(?:an?|the|any) ", told.meaning):
        return False
    return bool(_MEMBERS.match(told.meaning))


def _own_words(told: Told) -> bool:
    """Whether it is made of the term: `a unit of hydrogen` of `an atom of hydrogen`."""
    found = _OF.match(told.meaning)
    return found is not None and set(words(found["what"])) <= set(words(told.term))


def _by_opinion(told: Told) -> bool:
    return bool(_OPINION.search(told.meaning))


def _where_from(told: Told) -> bool:
    """Whether it leans on a place named before, or says what an old name is called by now."""
    return bool(_BY_PLACE.search(told.meaning) or _TODAY.match(told.term))


def _by_the_writer(told: Told) -> bool:
    """Whether the writer tells of what `I` saw or thought."""
    return bool(re.search(r"\bI\b(?![.-])", told.text))


_RULES: tuple[Callable[[Told], bool], ...] = (
    _refers_as,
    _has_a_gap,
    _another_thing,
    _places,
    _no_kind,
    _what_it_describes,
    _often,
    _cut_off,
    _studied,
    _everyday,
    _one_of_two,
    _only_members,
    _own_words,
    _by_opinion,
    _where_from,
    _by_the_writer,
)


def given_by_title(candidate: Candidate, told: Told, topic: Topic) -> bool:
    """Whether the title is the noun of the term asked for: `philosophical skepticism` of `Skepticism`."""
    own = [word.rstrip("s") for word in words(told.term)]
    if candidate.form is not Form.SHORT or len(own) < _PAIR:
        return False
    title = {word.rstrip("s") for word in topic.title_words if len(word) > _LEAST}
    return own[-1] in title and title <= set(own)
