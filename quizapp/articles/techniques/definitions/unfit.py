"""What else makes a definition unfit: a clause taken for a meaning, a cut run, half a name, one case only."""

from __future__ import annotations

import re
from collections.abc import Callable

from quizapp.articles.techniques.definitions.sound import Told
from quizapp.articles.words.tagging import tagged

# `In vascular spasm, the muscle contracts`; `rates rose, especially in poor nations, the rates of women`.
_OPENS_WITH = re.compile(r"^(?:In|During|Through|With|By|Under|At|For) (?:an? |the )?$")
_ESPECIALLY = re.compile(
    r"\b(?:especially|particularly|even|mainly|mostly) (?:in|for|among|at|by) (?:the )?$"
)
_ALL_SO = re.compile(r"(?:all|both|each) (?:[a-z]+ly|the same|of (?:the|them|these)|equal)\b")
_BROKEN = re.compile(r", (?:and|or), |, (?:and|but) (?:for|to|at|on|from|as|like) [^,]*$")
_ONE_MORE = re.compile(r"^, (?:and|or) ")
_NO_MEMBER = re.compile(
    r"(?:and|or|which|who|whose|that|where|when|such|including|like|as|while|but|so|because|with|for|in|on|at"
    r"|by|from|if|not|an?|usually|often|typically|especially)\b"
)
_GOES_ON = re.compile(
    r"^,? (?:plus|minus) |^, but (?:where|who|which|that|whose|in which|an?|not|with|without|no|only)\b"
)
_TO_COME = re.compile(
    r"\b(?:there (?:is|are|were|was) (?:only )?(?:one|two|three|four|five)"
    r"|consisting of (?:two|three|four|five)|(?:next|following) [a-z ]+)\b"
)
_FOR_SOME = re.compile(r"^(?:For|In|To|Among) (?:some|many|most|certain|several) [^,]+, ")
_SO = re.compile(r"^(?:Thus|So|Therefore|Hence|Then)\b")
_LATER_NAME = re.compile(
    r"^an? (?:[a-z]+ )?(?:known as|called|termed|named) (?:(?:an?|the) )?(?:[\w’-]+ ?){1,3}$"
)
_POINTS = re.compile(r"\b(?:this|these|those|such)\b(?! (?:who|that|of|in|with|as|whose|which|an?)\b)")
_THEY = re.compile(
    r"^(?:the|an?) [a-z]+ (?:(?:with|by|at|in|to|from) which|where|when|that) (?:they|he|she)\b"
)
_HALF = re.compile(r"\bnot only\b(?!.*\bbut\b)")
_SAYS_TWO = re.compile(r"^[^,]*, and (?:[\w-]+ ){1,4}(?:means|refers to|denotes) ")
_OF_DEED = re.compile(r"[a-z]+(?:ion|ment|ance|ence|al) of ")
_NAME_CASE = re.compile(r"\bthe $")
# `by a wavelength, a frequency, and an amplitude`: the next members, not what the first one means.
_MEMBERS = re.compile(
    r"^(?:an?|the) (?:[\w’-]+ ){0,3}[\w’-]+,? (?:and|or) (?:an?|the) [\w’-]+(?: [\w’-]+)?$", re.I
)
_MORE_MEMBERS = re.compile(r"^an? [^,]+, an? [^,]+,? and an? ", re.IGNORECASE)
_NAMES = re.compile(r"^[Tt]he (?:[A-Z][\w’-]+ ){2,}(?:and|or) ")
_LACK_OF = re.compile(r"\b(?P<what>(?:an?|the) [a-z]+ of) (?:the )?$")
# `the thick muscle that creates the lines is the major abductor`: a second statement behind its clause.
_SECOND = re.compile(
    r"^(?P<first>[^,]*\b(?:that|which|who) [a-z]+s (?:(?!that|which|who|what|where|and|or|as)[\w’-]+ )+)"
    r"(?<!there )is (?:an?|the) "
)
_WORD = re.compile(r"[A-Za-z]{2}")
_NEXT, _AFTER_DASH = 3, 14


def unfit(told: Told) -> bool:
    """Whether a definition breaks one of the rules."""
    return any(broken(told) for broken in _RULES)


def _is_clause(told: Told) -> bool:
    """Whether the words behind the comma are the main clause."""
    if _ALL_SO.match(told.meaning):
        return True
    if not re.fullmatch(r",? ", told.between) or not told.after.startswith("."):
        return False
    return bool(_OPENS_WITH.match(told.before) or _ESPECIALLY.search(told.before))


def _cut(told: Told) -> bool:
    """Whether a run breaks off: `workers would organize, take control of the state` of three deeds."""
    if _BROKEN.search(told.meaning) or _HALF.search(told.meaning) or _GOES_ON.match(told.after):
        return True
    if told.after.startswith(":") and _TO_COME.search(told.meaning):
        return True
    if not _ONE_MORE.match(told.after) or ", " not in told.meaning:
        return False
    last = told.meaning.rsplit(", ", 1)[1]
    if _NO_MEMBER.match(last):
        return False
    tokens = tagged(last)
    return bool(tokens) and tokens[0].tag not in ("VBG", "VBN", "RB")


def _of_some(told: Told) -> bool:
    """Whether it holds for some only, or sums up what was said before."""
    return bool(_FOR_SOME.match(told.before) or (told.start < told.at and _SO.match(told.text)))


def _names_another(told: Told) -> bool:
    """Whether the words bring up a name of something else: `the tract, a layer known as the blanket`."""
    return bool(_LATER_NAME.match(told.meaning)) and bool(re.match(r"(?:,|—| –| \()? ?$", told.between))


def _points(told: Told) -> bool:
    return bool(_POINTS.search(told.meaning) or _THEY.match(told.meaning) or _SAYS_TWO.match(told.meaning))


def _half_a_name(told: Told) -> bool:
    """Whether only the second word of `Genus species` is the term, or no word at all."""
    if re.fullmatch(r"(?:e\.g|i\.e|etc|cf)\.?,?", told.term):
        return True
    if not re.fullmatch(r"[a-z]{5,}", told.term) or told.term not in told.text[told.at :][: len(told.term)]:
        return False
    return bool(re.search(r"[a-z] [A-Z][a-z]{3,} $", told.before))


def _a_deed(told: Told) -> bool:
    """Whether the term is what one does: `to use sticks to fish, the process`."""
    before = told.before
    if re.search(r"\b(?:its|their|his|her) $", before) and _OF_DEED.match(told.term):
        return told.between.strip() == "("
    if not before.endswith(" to ") or " " in told.term or told.between != ", ":
        return False
    return tagged(before + told.term)[-1].tag == "VB"


def _only_the_male(told: Told) -> bool:
    """Whether a kind is told behind a dash: `the male gonads—that is, the male organs`."""
    if not re.search(r"\b(?:that is|in other words),? $", told.between) or len(told.between) > _AFTER_DASH:
        return False
    words = tagged(told.before)
    return bool(words) and words[-1].tag in ("JJ", "NN")


def _mentions(told: Told) -> bool:
    """Whether a work speaks of something: `the Bible refers to the practice of ...`."""
    if not re.fullmatch(r" refers? to ", told.between) or not _NAME_CASE.search(told.before):
        return False
    return bool(re.fullmatch(r"[A-Z][a-z]+", told.term)) and told.at > _NEXT + 1


def _goes_on_with_others(told: Told) -> bool:
    """Whether what follows the term are further members, or names of what it counts."""
    return any(pattern.match(told.meaning) for pattern in (_MEMBERS, _MORE_MEMBERS, _NAMES))


def _of_more_than_the_term(told: Told) -> bool:
    """Whether the meaning is that of more words: `a lack of liquidity, that is, a lack of money`."""
    found = _LACK_OF.search(told.before)
    return found is not None and told.meaning.lower().startswith(f"{found['what'].lower()} ")


def says_two_things(told: Told) -> re.Match[str] | None:
    """The words of an apposition whose last comma is missing, so that the main clause follows."""
    return _SECOND.match(told.meaning)


def half_a_term(told: Told) -> str:
    """The noun of the term that stands behind it: `is often called a central metal | ion`; "" for none."""
    if not 0 <= told.start < told.at:
        return ""
    after = re.match(r" (?P<noun>[a-z]{3,})(?=[,.;]| \()", told.text[told.at + len(told.term) :])
    noun = after is not None and tagged(f"the {told.term}{after.group()}")[-1].tag == "NN"
    return after["noun"] if after is not None and noun else ""


def _says_no_word(told: Told) -> bool:
    """Whether the term is a sign such as λν, or the meaning only what the letters stand for."""
    return _WORD.search(told.term) is None or told.meaning.lower().startswith("an acronym ")


_RULES: tuple[Callable[[Told], bool], ...] = (
    _is_clause,
    _cut,
    _of_some,
    _names_another,
    _points,
    _half_a_name,
    _a_deed,
    _only_the_male,
    _mentions,
    _goes_on_with_others,
    _of_more_than_the_term,
    _says_no_word,
)
