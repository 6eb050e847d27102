"""Definitions whose words belong to another term of the sentence, or that judge and do not define."""

from __future__ import annotations

import re
from collections.abc import Callable

from quizapp.articles.sense.clauses import finite
from quizapp.articles.techniques.definitions.definiens import head_of
from quizapp.articles.techniques.definitions.sound import Told
from quizapp.articles.words.phrasing import plural
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.wordlists import wordlist

_JUDGING = wordlist("misplaced judging heads")
_CALLED = r"(?:called|known as|termed|referred to as)"
# `the addition of bases, known as an insertion, or the removal of bases, known as a deletion`.
_NAMED_ALREADY = re.compile(rf", {_CALLED} (?:an? |the )?[“\"]?$")
_NAMED_NEXT = re.compile(rf"^,? (?:which (?:is|are) )?{_CALLED} ")
_NEXT = re.compile(r"[”\"]?, (?:(?:or|and) )?")
_OR = re.compile(r",? or (?:[“\"])?")
_IS_NAMED = re.compile(r"^[”\"]?, (?:is|are) (?:the |an? )?[\w’-]+(?: [\w’-]+){0,2}(?:[.,;]| \()")
_MEANS = re.compile(r"[”\"]? means? ")
# A clause with no other clause in its subject: `that food will not seem`, not `that laws that will harm`.
_WILL = re.compile(r"that (?:(?!that\b|which\b|who\b|when\b|if\b)[\w’-]+ ){1,6}(?:will|would)\b")
_IS = re.compile(r"[”\"]? (?:is|are|was|were) ")
_FOR_SOME = re.compile(
    r"^(?:For (?!(?:[a-z]+ )?[a-z]+(?:ists|ians|phers), )"
    r"(?!example|instance|the purpose|purposes|our|this|these|that|such|it\b)[^,]*[a-z]s\b[^,]*"
    r"|In (?:all|both|each|every) [^,]+), (?:the |an? )?$"
)
_RELATIVE = re.compile(r"\b(?:that|which|who|whose|whom|where|when|whereby)\b")
_LANDMARK = re.compile(
    r"an? (?:(?:milestone|landmark|breakthrough|watershed) |(?:[\w-]+ ){1,2}(?:that|which) would\b(?!-))"
)
_HAVING = re.compile(r"(?:having|being) ")
_DESCRIBED = re.compile(r"\b(?:described|regarded|seen) as $")
_IN_BRACKETS = re.compile(r"^[”\"]?\) (?P<next>[a-z][\w-]+)")
_ENOUGH = re.compile(r"[\w-]+ enough\b")
_EXAMPLES = re.compile(r"\b(?:such as|including|like|e\.g\.,?) (?:[^.;()]*, )?(?:the |an? )?$")
_AT_OPENING = re.compile(r"^, (?:(?:who|which|that) [^,]+, )?(?P<rest>(?!which\b|who\b|that\b)[^,]+)")
_ANOTHER = re.compile(r", (?:the |an? )?$")
_ONE_MORE = re.compile(r"^, (?:and|or) ")
_OF_MANY = re.compile(
    r" of (?:several|multiple|many|individual|separate|two|three|four) (?:[\w-]+ )*[\w-]+s$"
)
_ALSO_CALLED = re.compile(rf", (?:also |often |sometimes |commonly )?{_CALLED} [“\"]?")

# `in medicine, a charged mineral is called an electrolyte`: another word is explained.
_NAMES_ANOTHER = re.compile(r"\b(?:is|are) (?:called|termed|known as) (?:an? |the )?[\w’-]+(?: [\w’-]+)?$")
# `There are two dimensions to this | stratification: gaps ...`: the members are of the dimensions.
_DIVIDED = re.compile(r"^There (?:are|were) (?:\w+ )?\w+s (?:to|of|in) (?:this |the )?$")
# `into five groups with | equal numbers of people, known as quintiles`: the name is that of the groups.
_PARTED = re.compile(r"\binto (?:[\w-]+ ){1,3}with (?:an? |the )?$")


def misplaced(told: Told) -> bool:
    """Whether a definition breaks one of the rules."""
    return any(broken(told) for broken in _RULES)


def _behind(told: Told) -> str:
    return told.text[told.at + len(told.term) :] if told.at >= 0 else ""


def _of_the_next(told: Told) -> bool:
    """Whether the words stand behind the term but have a name of their own, or follow one that is told."""
    if not _NEXT.fullmatch(told.between):
        return False
    if re.search(r"\b(?:or|and) $", told.between) and _NAMED_ALREADY.search(told.before):
        return True
    return bool(_NAMED_NEXT.match(told.after))


def _of_the_last_noun(told: Told) -> bool:
    """Whether `or T` says the last noun anew: `The cell responsible for resorption, or breakdown, is`."""
    if not re.fullmatch(r",? or [“\"]?", told.turned):
        return False
    if _IS_NAMED.match(_behind(told)) or _before_its_subject(told):
        return True
    tokens = tagged(told.meaning)
    head = head_of(tokens)
    following = tokens[head + 1] if head is not None and head + 1 < len(tokens) else None
    count = told.meaning.lower().startswith(("the ", "a ", "an ")) and not plural(told.term)
    return count and following is not None and following.tag in ("JJ", "WDT", "WP")


def _before_its_subject(told: Told) -> bool:
    """Whether the words open the sentence and tell of its subject: `The son of a T, or D, Mahmud was`."""
    found = _AT_OPENING.match(_behind(told)) if not told.text[: told.start].strip('“" ') else None
    if found is None:
        return False
    tokens = tagged(found["rest"])
    return not finite(tokens, 0) and any(finite(tokens, index) for index in range(1, len(tokens)))


def _follows(told: Told) -> bool:
    """Whether it says what comes of a thing: `anosmia means that food will not taste the same`."""
    if not _MEANS.fullmatch(told.between) or not told.meaning.startswith("that "):
        return False
    # What a quality of a thing means, `the nature of bone`, is asked as such and not as a meaning.
    return bool(_WILL.match(told.meaning)) or (told.before.strip() == "The" and " of " in told.term)


def _to_some(told: Told) -> bool:
    """Whether it is so for those named in front, or in the cases told before."""
    return bool(_IS.fullmatch(told.between) and _FOR_SOME.match(told.before))


def _judges(told: Told) -> bool:
    """Whether it says how a thing is to be taken: `insecurity is a constant health threat`."""
    if _LANDMARK.match(told.meaning):
        return True
    tokens = tagged(told.meaning)
    head = head_of(tokens)
    if head is None or not re.match(r"an? ", told.meaning) or _RELATIVE.search(told.meaning):
        return False
    return tokens[head].low in _JUDGING


def _one_property(told: Told) -> bool:
    return bool(_HAVING.match(told.meaning) and _DESCRIBED.search(told.between)) or bool(
        _ENOUGH.match(told.meaning)
    )


def _inside_a_noun(told: Told) -> bool:
    """Whether the bracket says an adjective anew: `the replacement of reciprocating (piston) engines`."""
    found = _IN_BRACKETS.match(_behind(told)) if told.turned.strip() == "(" else None
    if found is None:
        return False
    tokens = tagged(f"{told.meaning} {found['next']}")
    return tokens[-1].tag in ("NN", "NNS", "JJ", "VBG") and tokens[-2].tag in ("JJ", "VBG", "VBN")


def _one_of_the_examples(told: Told) -> bool:
    """Whether both are members of a run of examples: `such as assault, the sale of drugs, or robbery`."""
    if told.between == ", " and _EXAMPLES.search(told.before) and not _RELATIVE.search(told.meaning):
        return bool(re.search(r", (?:and|or) ", told.meaning) or _ONE_MORE.match(told.after))
    front = told.text[: told.start] if _OR.fullmatch(told.turned) else ""
    return bool(_ANOTHER.search(front) and _EXAMPLES.search(front))


def _of_its_members(told: Told) -> bool:
    """Whether the name may be that of the members: `assemblies of several chains, also known as subunits`."""
    return plural(told.term) and bool(_ALSO_CALLED.fullmatch(told.turned) and _OF_MANY.search(told.meaning))


def _of_another_noun(told: Told) -> bool:
    """Whether the words name another term, divide the noun before it, or tell of the parts it is put into."""
    if told.between == ", " and _NAMES_ANOTHER.search(told.meaning):
        return True
    if told.between == ": " and _DIVIDED.match(told.before):
        return True
    return bool(_ALSO_CALLED.fullmatch(told.turned) and _PARTED.search(told.text[: told.start]))


_RULES: tuple[Callable[[Told], bool], ...] = (
    _of_the_next,
    _of_the_last_noun,
    _follows,
    _to_some,
    _judges,
    _one_property,
    _inside_a_noun,
    _one_of_the_examples,
    _of_its_members,
    _of_another_noun,
)
