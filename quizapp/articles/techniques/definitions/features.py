"""What a sentence tells of a term beside its meaning: a sign, a need, a likeness, a contents, a habit."""

from __future__ import annotations

import re
from collections.abc import Callable

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.techniques.definitions.halves import of_many
from quizapp.articles.techniques.definitions.remarks import remarked
from quizapp.articles.techniques.definitions.sound import Told
from quizapp.articles.techniques.definitions.turnable import turnable
from quizapp.articles.words.phrasing import words
from quizapp.articles.words.tagging import tagged

_STATED = frozenset(
    {Technique.STATED_TERM, Technique.STATED_MEANING, Technique.DEFINITION, Technique.MEANING}
)
# `T (short for this) is`, `T refers to`: the sentence itself says what T is.
_SAYS = re.compile(
    r"[”\"]?(?: \([^)]*\)|, [^,]+,)? (?:[a-z]+ly )?(?:is|are|was|were|means?|refers?|describes?"
    r"|indicates?)\b[^,]*"
    r"|[”\"]?(?::| [–—-]) ?(?:[Aa]n? |[Tt]he )?"
)
_IN_A_SENSE = re.compile(
    r"^(?:In|At) (?:an?|one|some|another|certain|many) (?:[a-z]+ )?(?:sense|way|respect|regard)s?, "
)
# What it means there, the sentence before says.
_IN_THIS = re.compile(
    r"\b[Ii]n (?:this|that|our|such an?) (?:[a-z]+ )?(?:context|case|sense|situation|instance|setting"
    r"|scenario)\b"
)
# `some anthropologists used the term` says what it meant to them.
_ONCE_USED = re.compile(
    r"\b(?:[Ss]ome|[Mm]any|[Aa] few|[Ee]arly|[Ss]everal) (?:[a-z]+ )?[a-z]+s (?:once |often |then )?used the "
    r"(?:term|word|phrase) [“\"]?$"
)
_LIKENED = re.compile(r"\bof sorts\b")
_SIGN = re.compile(
    r"(?:an?|the) (?:[\w-]+ )?(?:sign|indication|indicator|proof|evidence|reminder|signal) that\b"
)
_NEED = re.compile(r"the (?:[a-z]+ )?(?:need|desire|wish) (?:to|for) ")
# `the presence of pus`, `the creation of the office`: that something is there or comes about.
_COMING_ABOUT = re.compile(
    r"(?:(?:the )?(?:presence|absence|existence|creation|establishment|adoption|passage|arrival|appearance"
    r"|disappearance|collapse|outbreak|invention|signing|founding)) of "
)
_SIDE_OF = re.compile(
    r"(?:top|bottom|end|middle|side|front|back|start|beginning|rest|inside|outside) of (?:the|an?|each) "
)
# `inhibits a different enzyme`: than which one, an earlier sentence says.
_ANOTHER_THAN = re.compile(
    r"^(?!.*\b(?:one|from|than)\b).*\b(?:that|which|who) [a-z]+s? a different [a-z]+\b"
)
_BY_SOMEBODY = re.compile(
    r"^, (?:at least (?:in|for|to|among|by) |according to |for (?:the )?purposes? of "
    r"|in (?:his|her|their|the) (?:view|opinion|eyes|words))"
)
_LIKE_THE_LAST = re.compile(r"^(?:Similarly|Likewise|In the same way|By the same token|Like [^,]+), ")
# Several drugs do the same, and several hormones.
_ONE_OF_SEVERAL = re.compile(
    r"an? (?:[\w-]+ ){0,2}(?:hormone|pollutant|drug|medication|medicine|antibiotic|pesticide|vaccine) "
)
# `that shines a lens on many aspects of health`, `that is composed of many dimensions`.
_ONLY_MANY = re.compile(
    r"[^,]*\b(?:that|which) [^,]*\b(?:many|several|various|numerous|different) "
    r"(?:aspects|dimensions|things|areas|factors|parts|elements|features|components|topics|issues|facets)"
    r"(?: of [\w-]+)?$"
)
_BESIDE_A_KIND = re.compile(r"an? [\w-]+, [a-z]+ing ")
_TAKES_TIME = re.compile(
    r"(?:an? |the )?(?:[\w-]+ ){1,4}(?:that|which) (?:typically|usually|often|generally|sometimes|commonly) "
    r"(?:takes?|lasts?|costs?|requires?|needs?) [^,]+$"
)
_SPREAD = re.compile(
    r"an? (?:[\w-]+ ){0,3}(?:disease|illness|condition|disorder|infection|problem)"
    r" (?:common|prevalent|widespread|endemic) "
)
_OF_THEIR_OWN = re.compile(r"(?:[\w-]+ ){1,3}of (?:its|their) [\w-]+$")
_DESCRIBES = re.compile(r"[”\"]? (?:describes?|outlines?) ")
# What is written describes what it holds, and does not mean it.
_WRITTEN = frozenset(
    {"act", "agreement", "bill", "budget", "charter", "clause", "code", "constitution", "contract"}
    | {"document", "formula", "graph", "guideline", "plan", "policy", "schedule", "script", "section"}
    | {"statement", "statute", "story", "summary", "table", "textbook", "treaty", "poem", "novel"}
)
_IT_ALSO = re.compile(r"^; (?:it|they|these|this) ")
_AS_A = re.compile(r"^As an? [a-z -]+, (?:the |an? )?$")
_FIXED_TO = re.compile(
    r"\b(?:attach|apply|connect|fasten|fix|affix|tie|send|give|bring|deliver|donat|link|bind|fus|stick)"
    r"(?:s|es|ed|e|ing)? (?:the |an? )?$"
)
_TO_WHAT = re.compile(r" (?P<of>[\w-]+) to (?:an? |the )?(?:[a-z-]+ ){0,3}[a-z]+$")


def featured(candidate: Candidate, told: Told) -> bool:
    """Whether a definition breaks one of the rules."""
    if any(broken(told) for broken in _RULES) or _no_statement(candidate, told):
        return True
    return candidate.form is Form.SHORT and any(broken(told) for broken in _NAMELESS)


def _no_statement(candidate: Candidate, told: Told) -> bool:
    """Whether a sentence that says what T is tells of one case, or asks for T what others are too."""
    if candidate.technique not in _STATED:
        return False
    stated = candidate.technique in (Technique.STATED_TERM, Technique.STATED_MEANING)
    if (stated or _SAYS.fullmatch(told.between)) and remarked(told):
        return True
    marked = any(term.text.lower() == told.term.lower() for term in candidate.line.terms)
    if candidate.form is not Form.SHORT or marked or not (stated or _SAYS.fullmatch(told.between)):
        return False
    return not turnable(told)


def _hedged(told: Told) -> bool:
    before = told.text[: max(told.start, told.at)]
    if _ONCE_USED.search(told.before) or _IN_THIS.search(before) or _BY_SOMEBODY.match(told.after):
        return True
    return bool(_IN_A_SENSE.match(told.text) or _LIKENED.search(told.meaning))


def _a_sign(told: Told) -> bool:
    """Whether it says what the thing shows or what makes people do it."""
    return bool(_SIGN.match(told.meaning) or _NEED.match(told.meaning))


def _comes_about(told: Told) -> bool:
    """Whether the term is no term but a part of something, or that it is there, comes or goes."""
    if _SIDE_OF.match(told.term):
        return True
    return bool(_COMING_ABOUT.match(told.term)) and told.between.strip() in ("is", "are", "was", "were")


def _tells_nothing_apart(told: Told) -> bool:
    """Whether what should tell it from its like is a mere number, a habit or a length of time."""
    return any(
        pattern.match(told.meaning)
        for pattern in (_ONLY_MANY, _BESIDE_A_KIND, _TAKES_TIME, _SPREAD, _OF_THEIR_OWN, _ANOTHER_THAN)
    )


def _contents(told: Told) -> bool:
    """Whether it is what something written describes: `a constitution describes the duties of ...`."""
    last = words(told.term)[-1:]
    return bool(last and last[0].rstrip("s") in _WRITTEN and _DESCRIBES.fullmatch(told.between))


def _of_the_deed(told: Told) -> bool:
    """Whether it ends on what the verb before goes with: `attaching | T, casings with texts to doorposts`."""
    goes = _TO_WHAT.search(told.meaning) if told.between == ", " and _FIXED_TO.search(told.before) else None
    return goes is not None and tagged(told.meaning[: goes.end("of")])[-1].tag in ("NN", "NNS", "NNP")


def _more_is_told(told: Told) -> bool:
    """Whether many things are so, and what tells this one apart stands elsewhere."""
    if _LIKE_THE_LAST.match(told.text) or _ONE_OF_SEVERAL.match(told.meaning):
        return True
    return bool(_IT_ALSO.match(told.after)) and of_many(told)


def _as_something(told: Told) -> bool:
    """Whether it is so in one of its roles, which a question for the term cannot say."""
    return bool(_AS_A.match(told.before))


_RULES: tuple[Callable[[Told], bool], ...] = (
    _hedged,
    _a_sign,
    _comes_about,
    _tells_nothing_apart,
    _contents,
    _of_the_deed,
)
_NAMELESS: tuple[Callable[[Told], bool], ...] = (_more_is_told, _as_something)
