"""Predicates that are no definition, and definitions broken off before what makes them true."""

from __future__ import annotations

import re
from collections.abc import Callable

from quizapp.articles.candidates import Candidate
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import finite
from quizapp.articles.techniques.definitions.definiens import head_token
from quizapp.articles.techniques.definitions.sound import Told
from quizapp.articles.words.lexicon import may_be, zipf
from quizapp.articles.words.phrasing import plural, words
from quizapp.articles.words.tagging import tagged

_FIRST_VERB = re.compile(r"[a-z]+ (?:by|for|from|in|into|of|on|to|upon|with)$")
_AND_OTHERS = re.compile(r"^, [a-z]+ [a-z]+(?: \([^)]*\))?, (?:and|or) (?:any|the|an?) [a-z]+ ")
_IS = re.compile(
    r"[”\"]? (?:is|are|was|were) (?:simply |usually |generally |often |typically |basically )?[“\"]?"
)
_MEANS = re.compile(r"[”\"]? means? ")
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_RELATIVE = re.compile(r"\b(?:that|which|who|whose|whom|where|when|whereby|how|why|what|whether|until|if)\b")
_RUN = re.compile(r"^(?!(?:an?|the|any) )[^,]+, (?:[^,]+, )*(?:and|or) [^,]+$")
_NOTHING = re.compile(r"(?:no|not|less|more|fewer|having|being)\b")
_AND_MORE = re.compile(r"^ (?:and|or) (?P<more>.+)")
# `the ability to see near objects, | whereas distant objects are blurry`
_CONTRAST = re.compile(
    r"^,? (?:whereas|while|but) (?P<subject>(?:[\w-]+ ){1,3}?)"
    r"(?:is|are|was|were|can|may|will|do|does|have|has)\b"
)
_BUT = re.compile(
    r"^,? (?:but (?:in|at|under|when|for|if|only|not|rather|where|with|it|they|also)|except|unless|rather)\b"
)
_SAID_TO_BE = re.compile(r"(?:is|are|means?|describes?|refers? to|(?:name|term) for) $")
_NO_END = re.compile(r"\b(?:rather|there|but|who|and|or)$")
_WHO_WHEN = re.compile(r"\b(?:who|that|which) (?:when|if) [^,]+$")
_BEHIND_EXAMPLE = re.compile(
    r"^ (?:such as|like) (?!the ability|an? )[^,;:.]{3,50} (?:to|that|which) [a-z]"
    r"|^, (?:such as|like|including) [^,;:.]+, (?:that|which) "
)
_NO_VERB = re.compile(
    r"\b(?:how|why|whether|(?:in|by|at|to) which|whereby|where|when) (?!to\b)(?P<clause>[^,]+)$"
)
# `An exception is X`: to what, the sentence before says.
_LEANING = frozenset(
    {
        "advantage",
        "alternative",
        "answer",
        "challenge",
        "concern",
        "consequence",
        "consideration",
        "difference",
    }
    | {"difficulty", "disadvantage", "downside", "drawback", "example", "exception", "goal", "implication"}
    | {"limitation", "outcome", "problem", "purpose", "question", "reason", "result", "similarity"}
)
_IN_LOOKS = re.compile(
    r"[a-z-]+ in (?:appearance|colou?r|shape|size|nature|form|texture|structure|character)\b"
)
_POINTS_BACK = re.compile(
    r"\b(?:of|in|for|to|by|from|with|on) that (?!of\b|which\b|is\b)(?P<what>[a-z]+(?: [a-z]+)?)"
    r"(?! that| which)"
)
_ONES = frozenset(
    {"anyone", "everyone", "individual", "people", "person", "somebody", "someone", "who", "whose"}
)
_THEM = re.compile(r"\b(?:them|they)\b")
_HIM = re.compile(r"\b(?:he|she|him|himself|herself)\b")
_SOMEBODY = re.compile(
    r"\b(?:who|whom|whose|person|people|one|someone|somebody|individual|wom[ae]n|m[ae]n|child|[a-z]+(?:er|or|ist"
    r"|ian|ess|king|queen|mother|father|son|wife|husband))\b|\b[A-Z]"
)
_REPORTED = re.compile(
    r"(?:assumed|believed|considered|estimated|expected|known|reported|said|supposed|thought) to [a-z]"
)
_IN_FRONT = re.compile(r"[a-z]+(?:ing|ed) (?:the|an?|its|their|by|in|with)\b", re.IGNORECASE)
_PREFERRED = re.compile(
    r"the (?:preferred|recommended|standard|usual|first-line|mainstay|primary|main|chief|principal|leading)"
    r" (?:[a-z]+ )?(?:treatment|drug|choice|method|therapy|medication|option|approach|agent)\b"
)
_OF_CHOICE = re.compile(r"\bof choice\b")
_IN_EFFECT = re.compile(r"^(?:In (?:effect|practice|principle|reality|theory)|Here), ", re.I)
_SOME_SAY = re.compile(
    r"\b[Ss]ome (?:[a-z]+ )?[a-z]+s (?:will |would |may |might |can )?(?:also )?"
    r"(?:define|describe|regard|use|see)\b"
)
_EXCEPT = re.compile(r"\b(?:except|other than|apart from)\b")
_PLACED = re.compile(
    r"^an? (?:type|kind|form|class) of [\w-]+ (?:that|which) (?:is|are) (?:present|found|located) "
)
_CALLED = re.compile(r" (?:is|are|was|were) (?:called|known as|termed) (?:the |an? )?[“\"]?")
_OF_A_NAME = re.compile(r"(?:the|an?) (?:[a-z]+ )+of (?:the )?[A-Z][a-z]+")
_MORE_TRUE = re.compile(
    r"^, (?:while (?:in|at|on|[a-z]+ing)|when|if|as long as|provided|assuming|in the absence|without)\b"
)
_AND_IS = ("VBZ", "VBP", "VBD", "MD")
_NEAR, _PAIR, _FEW, _COMMON = 3, 2, 4, 4.5


def no_definition(candidate: Candidate, told: Told) -> bool:
    """Whether a definition breaks one of the rules."""
    if any(broken(told) for broken in _CUT):
        return True
    if candidate.technique in (Technique.STATED_TERM, Technique.STATED_MEANING):
        return False
    if _IS.match(told.between or told.text[told.at + len(told.term) :]):
        return any(broken(told) for broken in (*_IS_RULES, *_RULES))
    return any(broken(told) for broken in _RULES)


def _half_of_a_run(told: Told) -> bool:
    """Whether what `and` joins is left out: `the sale of goods | and services by telephone`."""
    found = _AND_MORE.match(told.after)
    if found is None or told.start <= told.at or re.search(r" to [a-z]+$", told.meaning):
        return False
    tokens = tagged(found["more"])
    return tokens[0].tag not in (*_AND_IS, "VBN") and not any(
        finite(tokens, index) for index in range(min(_NEAR, len(tokens)))
    )


def _first_of_a_run(told: Told) -> bool:
    """Whether the rest of a run is left out: `terms that tell when to pay | , discounts, and any fee`."""
    if _FIRST_VERB.search(told.meaning) and told.after.startswith((", and ", ", or ")):
        return True
    return told.start > told.at and " that " in told.meaning and _AND_OTHERS.match(told.after) is not None


def _no_end(told: Told) -> bool:
    """Whether its last clause lacks what it says, or a contrast or condition that belongs to it."""
    if _NO_END.search(told.meaning) or _WHO_WHEN.search(told.meaning) or _without_verb(told):
        return True
    if told.start <= told.at or not _SAID_TO_BE.search(told.between):
        return False
    if _BUT.match(told.after) or _MORE_TRUE.match(told.after):
        return True
    contrast = _CONTRAST.match(told.after)
    if contrast is None:
        return False
    said = {word for word in words(contrast["subject"]) if len(word) > _NEAR}
    return bool(said & set(words(told.meaning)))


def _without_verb(told: Told) -> bool:
    """Whether a clause with `how` breaks off: `the field that studies how psychological factors`."""
    found = _NO_VERB.search(told.meaning)
    if found is None or told.turned or not told.after.startswith((" ", ",")):
        return False
    tokens = tagged(found["clause"])
    return tokens[0].tag not in ("VBG", "VBN", "TO") and not any(
        token.tag in ("VBZ", "VBP", "VBD", "VBN", "VB", "MD") for token in tokens
    )


def _before_an_example(told: Told) -> bool:
    """Whether the clause goes on behind an example: `systems | such as robots to operate machinery`."""
    return told.start > told.at and _BEHIND_EXAMPLE.match(told.after) is not None


def _quoted_in_part(told: Told) -> bool:
    """Whether the term is the first word of what stands in quotation marks: `“piercing | the veil”`."""
    for found in re.finditer(r"“(?P<said>[^”]+?)[,.]?”", told.text):
        said = found["said"].lower()
        if said.startswith(f"{told.term.lower()} ") and told.term.lower() not in _outside(told.text, found):
            return True
    return False


def _outside(text: str, found: re.Match[str]) -> str:
    return (text[: found.start()] + text[found.end() :]).lower()


_CUT: tuple[Callable[[Told], bool], ...] = (
    _half_of_a_run,
    _first_of_a_run,
    _no_end,
    _before_an_example,
    _quoted_in_part,
)


def _only_described(told: Told) -> bool:
    """Whether an adjective opens it and no noun: `appropriate when volume will increase`."""
    if _IN_LOOKS.match(told.meaning) or _REPORTED.match(told.meaning):
        return True
    first, *more = tagged(f"It is {told.meaning}")[_PAIR:]
    if first.tag not in ("JJ", "RB", "VBN") or may_be(first.low, "NN", "NNS"):
        return False
    after = next((token for token in more if token.tag not in ("CC", "JJ", "RB", "VBN", ".")), None)
    return after is not None and after.tag in ("IN", "TO", "WRB") and after.low != "that"


def _members(told: Told) -> bool:
    """Whether it lists what there is of it: `Risk factors are age, conditions, and smoking`."""
    first = tagged(told.meaning.split(", ")[0])
    if not _RUN.match(told.meaning) or _RELATIVE.search(told.meaning) or len(first) > _FEW:
        return False
    return first[-1].tag in _NOUNS


def _leans(told: Told) -> bool:
    """Whether the subject is an answer to the sentence before, or a place put in front."""
    own = words(told.term)
    alone = len(own) == 1 and own[0].rstrip("s") in _LEANING
    if re.match(r"(?:less|more|most|least) ", told.term):
        return True
    return alone or bool(_IN_FRONT.match(told.term)) or bool(_IN_EFFECT.match(told.before))


def _judged(told: Told) -> bool:
    return bool(_PREFERRED.match(told.meaning) or _OF_CHOICE.search(told.meaning))


_IS_RULES: tuple[Callable[[Told], bool], ...] = (_members, _leans, _judged)


def _brings(told: Told) -> bool:
    """Whether `means` says what comes of it: `a loss of function means a loss of control`."""
    if not _MEANS.fullmatch(told.between) or "“" in told.before + told.between:
        return False
    head = head_token(told.meaning)
    happens = " of " in told.term and told.before.lower().endswith(("a ", "an ", "the ")) and head is not None
    return happens or bool(_NOTHING.match(told.meaning))


def _points(told: Told) -> bool:
    """Whether it leans on a thing told before: `the collection of that information`, `allows them to`."""
    back = _POINTS_BACK.search(told.meaning)
    if back is not None and not set(words(back["what"])) & set(words(told.meaning[: back.start()])):
        return True
    him = _HIM.search(told.meaning)
    if him is not None and not _SOMEBODY.search(told.meaning[: him.start()]):
        return True
    found = _THEM.search(told.meaning)
    before = tagged(told.meaning[: found.start()]) if found is not None else ()
    many = any(token.tag in ("NNS", "NNPS", "CC") or token.low in _ONES for token in before)
    return found is not None and not many and not plural(told.term)


def _as_some_say(told: Told) -> bool:
    return bool(_SOME_SAY.search(told.before + told.between))


def _only_there(told: Told) -> bool:
    """Whether it is so of one place or body only, or of what is found in a place."""
    if _PLACED.match(told.meaning) and " called " in told.text:
        return True
    called = told.turned and _CALLED.fullmatch(told.turned)
    if called and _EXCEPT.search(told.meaning):
        return True
    return bool(called and _OF_A_NAME.fullmatch(told.meaning)) and zipf(told.term.lower()) > _COMMON


def _half_named(told: Told) -> bool:
    """Whether the name goes on: `the posterior end of a rib is called the head | of the rib`."""
    after = told.text[told.at + len(told.term) :] if told.turned else ""
    return " " not in told.term and after.startswith(" of ") and zipf(told.term.lower()) > _COMMON


_RULES: tuple[Callable[[Told], bool], ...] = (
    _only_described,
    _brings,
    _points,
    _as_some_say,
    _only_there,
    _half_named,
)
