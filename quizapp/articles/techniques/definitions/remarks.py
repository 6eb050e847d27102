"""Sentences built like definitions that remark on one case, an office, a role, a label, or break off."""

from __future__ import annotations

import re
from collections.abc import Callable

from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.definiens import head_of
from quizapp.articles.techniques.definitions.sound import Told
from quizapp.articles.words.lexicon import may_be
from quizapp.articles.words.phrasing import plural, words
from quizapp.articles.words.tagging import tagged

# `Vancomycin is bactericidal against bacteria`: an adjective tells of the thing and does not say what it is.
_QUALITY = re.compile(
    r"(?!an? |the )[a-z-]+(?:al|ary|ous|ive|able|ible|ful|less)(?:,| (?:against|to|in|for|from|of|by"
    r"|at|on)\b)"
)
_NUMBERS = frozenset(
    {"coefficient", "constant", "curve", "equation", "formula", "function", "index", "law", "number"}
    | {"parameter", "ratio", "rate", "score", "value", "variable", "level", "factor"}
)
_AN_AMOUNT = re.compile(
    r"(?:an?|the) (?:[\w-]+ )?(?:amount|number|rate|ratio|share|percentage|proportion)s? "
)
_DESCRIBES = re.compile(r"(?: \([^)]*\))?[”\"]? (?:describes?|indicates?) ")
_IN_ONE_CASE = re.compile(
    r"(?:correct|required|exact|desired|given|resulting|appropriate|necessary|specified|(?:max"
    r"|min)imum number"
    r"|total number)\b"
)
_WITH_SYMBOL = re.compile(r"^[a-z]+ (?:d?[A-Z]|[a-z])$")
_WHERE = re.compile(r"(?:North|South|East|West|Northeast|Northwest|Southeast|Southwest) of\b", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?:document|step|part|figure|table|case|item|exhibit|source|phase|option|map|timeline|lesson|unit"
    r"|question|exercise|problem|task|activity|reading|video) ?(?:\d+|[A-Z]|[ivx]+)?"
    r"|[\w ]+ (?:map|timeline|video|table|chart)",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:king|queen|emperor|empress|president|prime minister|monarch|sultan|pope|chancellor|governor)"
    r" of [A-Z]"
)
_SO_FAR = re.compile(
    r"[^,]*\b(?:that|which|who) (?:has|have) (?!not\b|no\b|an?\b|the\b)(?:[a-z]+ly )?"
    r"(?:been (?:associated|linked|seen)|served|become|helped|played|led|shaped|influenced)\b"
)
_WHAT_IT_IS_TO_THEM = re.compile(
    r"(?:an? |the )?(?:[\w-]+ ){0,2}?(?:driving force|substrates?|hot spots?|linchpin|backbone|ally"
    r"|enem(?:y|ies)"
    r"|favorites?|necessity|compulsion|game changer) (?:behind|for|of|to|in|common)\b"
    r"|the (?:dream|hope|wish|ambition|envy|pride|nightmare|choice|answer|subject|object|focus"
    r"|topic) (?:of|for)\b"
    r"|the (?:preferred|first-line|standard|usual|recommended|main|primary|best)"
    r" (?:treatment|drug|therapy|choice|option|method)\b(?! (?:that|which|for|of|in which))"
    r"|the (?:active|main|key|primary|principal) (?:ingredient|component|constituent"
    r"|source)s? (?:for|of|in)\b"
    r"|an area that (?:weaves|brings|links|connects)\b"
    r"|(?:an? )?(?:[a-z]+ )?(?:obstacles?|experts?) (?:at|in|to) "
    r"|(?:an? )?(?:(?!the )[a-z]+ )?(?:products?|results?|outcomes?|consequences?) of (?!multipl)"
)
# `a thousand times less than`, `the next layer toward X`: how it stands to another that is told before.
_BESIDE_ANOTHER = re.compile(
    r"(?:[\w.,-]+ ){1,3}times (?:as|less|more|[a-z]+er)\b|the (?:next|adjacent|neighbou?ring) [a-z]"
    r"|[^,]* with an? [a-z]+ (?:generally|often|typically|usually) "
)
_IN_THEIR_EYES = re.compile(
    r"^, (?:which|who|whom) (?:many|most|some) [^,;.]*?"
    r"\b(?:believed|considered|regarded|saw|thought|viewed)\b"
)
_AN_INSTANCE = re.compile(r"(?:[\w-]+ )*(?:case|example|instance)", re.IGNORECASE)
_NOT_ALWAYS = re.compile(
    r"(?:an? )?(?:[\w-]+ ){1,2}(?:(?:that|which) (?:could|might|may) be (?:useful|helpful|used)"
    r"|(?:often|sometimes|commonly|frequently|usually) [a-z]+ed) "
    r"|(?:dangerous|terrible|wonderful|harsh|brutal|unpleasant|exciting|beautiful|terrifying)\b"
)
# `an occasional practice of some clergy`: what is done now and then is not what the thing is.
_NOW_AND_THEN = re.compile(r"an? occasional ")
_FOR_EXAMPLE = re.compile(r"^For (?:example|instance), ")
_ONE_STATE = re.compile(r"[a-z]+ing |.*\b(?:in|at) (?:any|room|the same) ")
_BY_AGREEMENT = re.compile(r"^(?:For (?:our|the) (?:present )?purposes?|In this case), ")
_AN_EXAMPLE = re.compile(r"^,? (?:for example|for instance), ")
# `the balance between the two systems`: which ones, an earlier sentence says.
_THOSE = re.compile(
    r"\b(?:the|both) (?:two|three|four) (?!(?:types?|kinds?|sides|ends) of\b)[a-z-]+s\b(?! (?:of|that)\b)"
)
_BY_THAT_ONE = re.compile(
    r"\b(?:transferred|exerted|experienced|carried|done|produced|emitted) by the"
    r" (?:waves?|objects?|particles?|systems?|source|charges?|machine|engine|circuit)$"
)
_GOES_ON_NOW = re.compile(r"an? (?:[\w-]+ ){1,3}?(?:(?:that|which) is )?,? ?(?:de|in)creasing (?:on|in)\b")
_ONE_THAT_ARE = re.compile(r"^an? (?:[\w-]+ )?(?P<one>[\w-]+) (?:that|which) (?:are|were|have|do)\b")
_DASHED_VERB = re.compile(r"^ ?—[^—]+— ?(?:is|are|was|were|has|have|can|may|must|will)\b")
_BUT_NOT = re.compile(
    r"^(?: \([^)]*\))?,? but (?:does|do|is|are|has|have|cannot|can|not|without|becomes?|lacks?)\b"
)
_BETWEEN = re.compile(r"\bbetween (?:[\w’-]+ ){1,4}and (?:[\w’-]+ ?){1,4}$")
_AND_A_THIRD = re.compile(r"^, and (?:the |an? )?[A-Z]?[\w-]+")
_EXAMPLE_WITH_CLAUSE = re.compile(r"^ (?:such as|like|including) [^,.;]*\b(?:that|which|who)\b")
_ONE_THAT_DOES = re.compile(r"an? (?P<kind>[a-z-]+) (?:that|which) (?P<verb>[a-z]+)s (?P<rest>.+)")
_NEAR = 3
_SMALL = (
    r"(?:from|to|of|the|an?|for|by|with|in|on|at|or|and|when|that|which|who|is|are|was|as|into|between)\b"
)
_JOINED_NOUN = re.compile(r"^ (?:and|or) (?P<noun>[a-z-]+s?) (?:over|for|of|between|among|in|on|at) ")


def remarked(told: Told) -> bool:
    """Whether a definition that a sentence states breaks one of the rules."""
    return any(broken(told) for broken in _RULES)


def told_of_that_one(told: Told, line: Line, topic: Topic) -> bool:
    """Whether `The ganglion is D` goes on with a `dorsal root ganglion`, or comes after `A ganglion is`."""
    if told.before != "The " or " " in told.term or told.between.strip() not in ("is", "was"):
        return False
    term = re.escape(told.term)
    earlier = topic.lines[: line.number]
    if any(re.match(rf"An? {term} (?:is|refers to|means) ", other.text) for other in earlier):
        return True
    near = " ".join(other.text for other in earlier[-_NEAR:])
    whole = re.search(rf"\b[Aa]n? (?:(?!{_SMALL})[\w()’-]+ ){{1,4}}?{term}\b", near)
    return whole is not None and not re.search(rf"\b[Tt]he {term}\b", near)


def told_of_its_kind(told: Told, topic: Topic) -> bool:
    """Whether `an asset that increases on that side` is what `assets increase on that side` says of all."""
    found = _ONE_THAT_DOES.fullmatch(told.meaning)
    if found is None:
        return False
    of_all = f"{found['kind']}s {found['verb']} {found['rest']}".lower()
    return any(of_all in line.text.lower() for line in topic.lines)


def for_example(told: Told) -> bool:
    """Whether the sentence gives the term as an example of something else."""
    return bool(_FOR_EXAMPLE.match(told.text))


def of_its_kind(told: Told) -> bool:
    """Whether the term is its kind with a word before it: `a recurring disease is a disease that ...`."""
    tokens = tagged(told.meaning)
    head, last = head_of(tokens), words(told.term)[-1:]
    return head is not None and " " in told.term and [tokens[head].low] == last


def _quality(told: Told) -> bool:
    return not plural(told.term) and bool(_QUALITY.match(told.meaning))


def _of_a_number(told: Told) -> bool:
    """Whether a number or a curve describes something, which is not what it is."""
    last = words(told.term)[-1:]
    if not last or last[0].rstrip("s") not in _NUMBERS or not _DESCRIBES.fullmatch(told.between):
        return False
    return not _AN_AMOUNT.match(told.meaning)


def _one_case(told: Told) -> bool:
    """Whether the term is what a worked case asks for, a symbol, or twice the same words."""
    low = told.term.lower()
    if _IN_ONE_CASE.match(low) or _WITH_SYMBOL.match(told.term):
        return True
    if told.before in ("A ", "An ", "One ", "Another ") and _AN_INSTANCE.fullmatch(low):
        return True
    parts = low.split()
    half = len(parts) // 2
    return len(parts) > 1 and len(parts) % 2 == 0 and parts[:half] == parts[half:]


def _label(told: Told) -> bool:
    """Whether the words before a colon number or announce what follows, and name no kind of thing."""
    if _WHERE.match(told.term):
        return True
    return told.between.strip() in (":", "–", "—", "-") and bool(_NUMBERED.fullmatch(told.term))


def _office(told: Told) -> bool:
    return bool(_OFFICE.match(told.term)) and told.between.strip() in ("is", "was")


def _remark(told: Told) -> bool:
    """Whether it says what became of the thing, what it is to somebody, or how it stands in a case."""
    if _NOT_ALWAYS.match(told.meaning) or _SO_FAR.match(told.meaning) or _NOW_AND_THEN.match(told.meaning):
        return True
    if _WHAT_IT_IS_TO_THEM.match(told.meaning) or _IN_THEIR_EYES.match(told.after):
        return True
    if _BESIDE_ANOTHER.match(told.meaning):
        return True
    return bool(_GOES_ON_NOW.match(told.meaning)) and not of_its_kind(told)


def _example(told: Told) -> bool:
    if _BY_AGREEMENT.match(told.text) or _AN_EXAMPLE.match(told.between):
        return True
    return for_example(told) and bool(_ONE_STATE.match(told.meaning))


def _of_those(told: Told) -> bool:
    return bool(_THOSE.search(told.meaning) or _BY_THAT_ONE.search(told.meaning))


def _of_other_number(told: Told) -> bool:
    """Whether one thing `are` something: `a strategy that are short statements`."""
    found = _ONE_THAT_ARE.match(told.meaning)
    return (
        found is not None and not plural(found["one"]) and found["one"] not in ("people", "series", "species")
    )


def _breaks_off(told: Told) -> bool:
    """Whether the sentence goes on with what the meaning cannot do without."""
    after = told.after
    if told.start <= told.at:
        return False
    if _DASHED_VERB.match(after) or _BUT_NOT.match(after) or _EXAMPLE_WITH_CLAUSE.match(after):
        return True
    if _BETWEEN.search(told.meaning) and _AND_A_THIRD.match(after):
        return True
    joined = _JOINED_NOUN.match(after)
    if joined is None or not plural(words(told.meaning)[-1]):
        return False
    noun = joined["noun"]
    return may_be(noun, "NNS") or (plural(noun) and not may_be(noun, "VBZ"))


_RULES: tuple[Callable[[Told], bool], ...] = (
    _quality,
    _of_a_number,
    _one_case,
    _label,
    _office,
    _remark,
    _example,
    _of_those,
    _of_other_number,
    _breaks_off,
)
