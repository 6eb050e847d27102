"""Definitions completed from their sentence: the clause behind an example, the kind before a term."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.techniques.definitions.sound import Told
from quizapp.articles.words.lexicon import may_be
from quizapp.articles.words.phrasing import opened, plural
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.verbs import BE, DO, HAVE

# `a receptor located near a part of the body, such as a muscle, | that interprets its position`.
_BEHIND_EXAMPLE = re.compile(
    r"^, (?:such as|like|including|for example) [^,.;:—]{3,60}, (?P<more>that [^,;:.()—]+)(?=[.,;])"
)
# `receptors located within the muscles, | which sense movement`: many other things lie there.
_ONLY_A_PLACE = re.compile(
    r"(?:an? |the )?(?:[\w-]+ ){1,3}(?:located|found|situated|present)"
    r" (?:in|on|within|between|near|at|inside) "
)
_WHAT_IT_DOES = re.compile(r"^(?P<more>, which [a-z][^,;:.()—]+)(?=[.;])")
# `a combination of substances, | each of which maintains its identity`.
_EACH_OF_WHICH = re.compile(
    r"^(?P<more>, (?:each|all|both|none|neither) of (?:which|whom) [^,;:.()—]+)(?=\.)"
)
_RELATIVE = re.compile(r"\b(?:that|which|who|whose|where|when|whereby)\b")
# `polytheism, the worship of gods | who were often considered patrons of tribes`: a custom of those told of.
_CUSTOM = re.compile(
    r" (?:who|that|which) (?:was|were) (?:often|sometimes|usually|commonly|frequently|typically|generally"
    r"|once) .+$"
)
_LIMITED = re.compile(
    r"\b(?:such as|including|like|of|for|to|from|by|with) (?P<kind>(?!called|named|termed)[a-z]+ed) $"
)
# `by having a third party | —a single arbitrator or a panel—make a decision`: the same clause goes on.
_AROUND_DASHES = re.compile(r"^ ?[—–] ?[^—–]+[—–] ?(?P<more>(?P<verb>[a-z]+) [^,;:.()—–]+)(?=\.)")
_TO_BE = re.compile(r"\b(?:is|are|was|were)\b")
_TOGETHER = re.compile(r"^(?P<more>, (?:along with|together with|as well as) [^,;:.()—]+)(?=\.)")
# `the time before insulin reaches the blood | and begins to lower glucose`.
_WHILE = re.compile(r"\b(?:after|before|until|when) (?:(?!that\b|which\b|who\b)[\w’-]+(?: |$))+$")
_NEXT_DEED = re.compile(r"^(?P<more> and (?P<verb>[a-z]+s) [^,;:.()—]+)(?=\.)")
_DOING = re.compile(r"(?:the|an?) (?:act|action|method|practice|process|technique) of [a-z]+ing ")
_AND_SO = re.compile(r"^(?P<more>, [a-z]+ing [^,;:.()—]+)(?=\.)")
# `subgroups within a population, often identified by race or age, | whose representation is low`.
_BEHIND_HOW = re.compile(
    r"^, (?:often|usually|typically|commonly|generally|sometimes) [a-z]+ed [^;:.()—]+?,"
    r"(?P<more> whose [^,;:.()—]+)(?=[.,;]| \()"
)
_HELPERS = BE | DO | HAVE
_MOST, _LEAST = 32, 5


def completed(candidate: Candidate, told: Told) -> Candidate:
    """The candidate with what its sentence adds to a meaning that fits other things too."""
    whole = _with_rest(candidate, told)
    if whole is not candidate:
        return whole
    return _of_the_kind(_of_the_word(_with_clause_behind(candidate, told), told), told)


def _with_rest(candidate: Candidate, told: Told) -> Candidate:
    """The candidate with the rest of a clause that breaks off, and with what belongs to a deed."""
    more = _rest(told) if told.start > told.at else ""
    meaning = f"{told.meaning}{more}"
    return _meant(candidate, told, meaning) if more and len(meaning.split()) <= _MOST else candidate


def _rest(told: Told) -> str:
    """What stands behind a meaning and cannot but belong to it; "" for nothing."""
    dashed = _AROUND_DASHES.match(told.after) if _TO_BE.search(told.between) else None
    if dashed is not None and goes_on(dashed["verb"]):
        return f" {dashed['more']}"
    found = _NEXT_DEED.match(told.after) if _WHILE.search(told.meaning) else None
    if found is not None and found["verb"] not in _HELPERS and may_be(found["verb"], "VBZ"):
        return found["more"]
    found = _TOGETHER.match(told.after) or (_AND_SO.match(told.after) if _DOING.match(told.meaning) else None)
    if found is None and not _RELATIVE.search(told.meaning):
        found = _BEHIND_HOW.match(told.after)
    return found["more"] if found is not None else ""


def goes_on(word: str) -> bool:
    """Whether a word behind an aside is no verb of its own subject: `to`, `make`, not `makes`."""
    return word == "to" or (may_be(word, "VB") and not may_be(word, "VBZ", "VBD", "MD", "IN", "CC"))


def _with_clause_behind(candidate: Candidate, told: Told) -> Candidate:
    if _RELATIVE.search(told.meaning) or told.start <= told.at:
        return candidate
    if (each := _EACH_OF_WHICH.match(told.after)) and len((told.meaning + each["more"]).split()) <= _MOST:
        return _meant(candidate, told, told.meaning + each["more"])
    found = _BEHIND_EXAMPLE.match(told.after)
    more = f" {found['more']}" if found is not None else ""
    if not more and _ONLY_A_PLACE.match(told.meaning):
        found = _WHAT_IT_DOES.match(told.after)
        more = found["more"] if found is not None and _done_by(found["more"], told.term) else ""
    meaning = f"{told.meaning}{more}"
    return _meant(candidate, told, meaning) if more and len(meaning.split()) <= _MOST else candidate


def _done_by(clause: str, term: str) -> bool:
    """Whether the verb of `, which sense movement` is that of one thing or of several as the term is."""
    verb = tagged(clause.removeprefix(", which "))[0]
    return verb.tag == ("VBP" if plural(term) else "VBZ") or (plural(term) and verb.tag in ("VB", "NN"))


def _of_the_word(candidate: Candidate, told: Told) -> Candidate:
    """A meaning without what those of whom the sentence tells often made of it."""
    meaning = _CUSTOM.sub("", told.meaning)
    if meaning == told.meaning or len(meaning.split()) < _LEAST or not told.between.startswith(","):
        return candidate
    return _meant(candidate, told, meaning) if told.term.islower() else candidate


def _of_the_kind(candidate: Candidate, told: Told) -> Candidate:
    """`qualified institutional investors` for a term of which the sentence speaks so."""
    found = _LIMITED.search(told.before)
    if found is None or not plural(told.term) or told.between.strip() not in ("—", "–", "(", ","):
        return candidate
    term = f"{found['kind']} {told.term}"
    if candidate.form is Form.SHORT:
        return replace(candidate, answer=term)
    return replace(candidate, prompt=candidate.prompt.replace(told.term, term))


def _meant(candidate: Candidate, told: Told, meaning: str) -> Candidate:
    if candidate.form is Form.SHORT:
        return replace(candidate, prompt=candidate.prompt.replace(told.meaning, meaning))
    return replace(candidate, answer=opened(meaning))
