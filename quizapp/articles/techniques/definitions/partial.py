"""Meanings that are not the definition: one property, a role, what holds at times, a note on the word."""

from __future__ import annotations

import re
from collections.abc import Callable

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.techniques.definitions.definiens import head_of
from quizapp.articles.techniques.definitions.sound import Told
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import words
from quizapp.articles.words.tagging import tagged

_AT_TIMES = re.compile(
    r"^(?:[A-Z][a-z]+, )?(?:Occasionally|Sometimes|Perhaps|Maybe|Rarely"
    r"|In (?:some|many|most|rare|certain) [a-z]+|At times|For (?:him|her|them|many|some))\b",
)
_SAYS_WHO = re.compile(
    r"^(?:According to|As (?:described|argued|noted|explained|stated) (?:in|by)) [^,]+, (?:[Tt]he |[Aa]n? )?$"
)
_OF_THE_WORD = re.compile(
    r"^(?:the|an?) (?:\w+ )?(?:plural|singular|plural form|singular form|abbreviation|acronym|adjective"
    r"|symbol|notation|spelling|synonym|feminine|masculine|contraction|past tense) (?:form )?(?:of|for)\b"
)
_HEDGED = re.compile(
    r"^(?:an?|the|any) (?:[\w-]+ ){1,4}(?:that|which)"
    r" (?:does not (?:always|necessarily|usually)|(?:may|might) be)\b"
)
_SEVERAL = re.compile(
    r"\b(?:multiple|several|various|numerous|certain|different|a (?:range|variety|number|host|wide range) of)"
    r" (?:[\w-]+ ){0,2}[\w-]+s$"
)
_ONLY_SEVERAL = re.compile(r"\b(?:involves?|has|have|includes?) (?:multiple|several|various|many) [\w-]+s$")
_WITH = re.compile(r"^, (?:such as|including|like|for example|e\.g\.)|^ \((?:e\.g\.|such as|including)|^:")
_CONSIDERED = re.compile(
    r"\b(?:considered|regarded|seen|viewed)(?: to be| as)? (?:the|one|an?) (?:[\w-]+ )?"
    r"(?:basis|best|most|heart|core|foundation|key)\b"
)
_SORT_OF = re.compile(
    r"^(?:an?|the) (?:[\w-]+ )?(?:form|type|kind|sort|field|area|branch|piece|source|product) of"
    r" (?:[\w-]+ )?[\w-]+(?:,? and [\w-]+)?$"
)
_STATED = re.compile(r", (?:it|they|he|she|this|these) [a-z]+s? |^[\w-]+, \d")
_ROLE = re.compile(
    r"^(?:an?|the|any) (?:[\w-]+ ){0,4}?(?:complication|testament|precursor|obstacle|concern|staple)s?"
    r" (?:of|to|for|in|with)\b"
)
_COUNTED = re.compile(r"(?:two|three|four|five|six|seven|eight|ten|\d+) (?!or more\b)")
_ANY_WHAT = re.compile(r"\b(?:something|someone|somebody|anything|things?)\b")
_WEAK = frozenset({"gas", "medication", "antibiotic", "anticoagulant", "pollutant"})
# Many drugs are used for the same.
_A_DRUG = re.compile(
    r"an? (?:[\w-]+ ){0,2}(?:medication|medicine|drug|antibiotic|anticoagulant|agent) (?:used|given|with) "
)
_TYPE = re.compile(r"(?:an?|the|any) (?:[\w-]+ )?(?:type|kind|form|sort|class) of (?P<kind>[\w-]{5,})")

_SHORT, _EVERYDAY, _STEM, _INSIDE = 3, 5.6, 5, 7


def partial(candidate: Candidate, told: Told) -> bool:
    """Whether a definition says only a part of what the term means, or leaves open which term is meant."""
    if any(broken(told) for broken in _RULES):
        return True
    return candidate.form is Form.SHORT and any(broken(told) for broken in _NAMELESS)


def _at_times(told: Told) -> bool:
    return bool(_AT_TIMES.match(told.before)) or bool(_SAYS_WHO.match(told.before))


def _of_the_word(told: Told) -> bool:
    return bool(_OF_THE_WORD.match(told.meaning))


def _hedged(told: Told) -> bool:
    """Whether what tells it apart does so only at times: `that does not always`, `that may be`."""
    return bool(_HEDGED.match(told.meaning))


def _without_members(told: Told) -> bool:
    """Whether it ends on `several features`, which say nothing without those that follow."""
    if _ONLY_SEVERAL.search(told.meaning):
        return True
    return bool(_SEVERAL.search(told.meaning)) and bool(_WITH.match(told.after))


def _a_sort(told: Told) -> bool:
    """Whether it names the kind alone, or how the thing is looked upon."""
    return bool(_SORT_OF.match(told.meaning) or _CONSIDERED.search(told.meaning))


def _a_statement(told: Told) -> bool:
    if told.meaning.startswith("that "):
        return not told.between.rstrip().endswith(("means", "mean"))
    return bool(_STATED.search(told.meaning))


def _a_role(told: Told) -> bool:
    """Whether it says what the thing is to another one, or what somebody makes of it."""
    return bool(_ROLE.match(told.meaning))


def _of_anything(told: Told) -> bool:
    """Whether the term holds a stand-in: `temperature of something`."""
    return bool(_ANY_WHAT.search(told.term))


def _counted(told: Told) -> bool:
    return bool(_COUNTED.match(told.meaning))


def one_of_many(told: Told) -> bool:
    """Whether the kind has many members that the words fit: a drug and its use."""
    tokens = tagged(told.meaning)
    head = head_of(tokens)
    return head is not None and tokens[head].low in _WEAK and told.meaning.startswith(("a ", "an "))


def _word_in_word(told: Told) -> bool:
    """Whether the term is made of its kind: `a type of amphetamine` of `methamphetamine`."""
    kind = _TYPE.match(told.meaning)
    return kind is not None and kind["kind"].lower() in told.term.lower()


def _one_drug(told: Told) -> bool:
    return bool(_A_DRUG.match(told.meaning)) and " " not in told.term


def says_nothing_new(told: Told) -> bool:
    """Whether the meaning says in its few telling words what the term says: `the use of analogies`."""
    own = words(told.term)
    telling = [word for word in words(told.meaning) if len(word) > _SHORT and zipf(word) < _EVERYDAY]
    if all(any(_alike(word, other) for other in own) for word in telling):
        return True
    tokens = tagged(told.meaning)
    head = head_of(tokens)
    first = [word for word in own[:-1] if len(word) > _SHORT]
    if head is None or not first or tokens[head].low != own[-1]:
        return False
    return all(word in words(told.meaning) for word in first)


def _alike(word: str, other: str) -> bool:
    if word == other or (min(len(word), len(other)) >= _STEM and word[:_STEM] == other[:_STEM]):
        return True
    return len(word) >= _INSIDE and word[:_INSIDE] in other


_RULES: tuple[Callable[[Told], bool], ...] = (
    _at_times,
    _of_the_word,
    _hedged,
    _without_members,
    _a_sort,
    _a_statement,
    _a_role,
    _of_anything,
)
_NAMELESS: tuple[Callable[[Told], bool], ...] = (_counted, _word_in_word, _one_drug)
