"""Causes, ways and conditions that are asked about a clause to which they do not, or not surely, belong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quizapp.articles.candidates import Candidate
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import finite
from quizapp.articles.techniques.causes.noreasons import NAMING
from quizapp.articles.words.phrasing import around, words
from quizapp.articles.words.tagging import Token, tagged
from quizapp.articles.words.verbs import BE, base
from quizapp.articles.words.wordlists import wordlist

_WHY_OR_HOW = frozenset({Technique.HOW, Technique.MANNER, Technique.REASON, Technique.WHY})
_WHEN = frozenset({Technique.CONDITION, Technique.OUTCOME, Technique.PROVISO})
_OF_THING = frozenset({Technique.BRINGS, Technique.CAUSE, Technique.EFFECT})
# What follows these names a thing, and may be told of the noun before it.
_OF_NOUN = re.compile(r"(?:due to|owing to|as a (?:result|consequence) of) ", re.IGNORECASE)
_PHRASE = re.compile(
    r"(?:due to|owing to|because of|as a (?:result|consequence) of|in (?:response|reaction) to|in order to"
    r"|through|via|using|by(?: [a-z]+ly)?(?= [a-z]+ing)) ",
    re.IGNORECASE,
)
_CLAUSAL = frozenset(
    {"after", "because", "before", "if", "once", "that", "unless", "until", "when", "where"}
) | {
    "whenever",
    "whereas",
    "which",
    "while",
    "who",
}
_TIMES = frozenset({"after", "against", "despite", "during", "following", "with", "without"})
_DEED_NOUN = re.compile(
    r".+(?:tion|sion|ment|ance|ence|ure|ing|th)s?$"
    r"|(?:changes?|damage|deaths?|decline|declines|decreases?|delays?|drops?|increases?|injur(?:y|ies)|knowledge"
    r"|loss|losses|pain|risks?|rises?|stress|trauma)$"
)
_UNDERGOING = frozenset(
    {"experience", "exhibit", "face", "have", "lose", "receive", "show", "suffer", "undergo"}
)
_NOT = frozenset({"never", "no", "nor", "not", "n't", "n’t", "cannot"})
_ASKED_SAID = re.compile(
    r"^Why (?:do|does|did) [^?]{2,50} (?<!to )(?<!of )(?<!the )(?<!in )(?<!a )"
    r"(?:argue|believe|claim|conclude|explain|note|observe|say|state|suggest"
    r"|think|write)\?$"
)
_WE_KNOW = re.compile(r"^Because (?:we|you|one) (?:already )?(?:assume|know|knows|see|sees)\b")
_REPORTED = re.compile(r"^Because [A-Z][\w’'-]+ (?:argued|believed|claimed|felt|said|says|thought)\b")
# `helps a company avoid losing customers because X`: X is why they would be lost.
_HELPS_AVOID = re.compile(r"\bhelp(?:s|ed)?\b.*\b(?:avoid|prevent|stop) [a-z]+ing\b")
_ADVERB_TAIL = re.compile(
    r" (?P<tail>(?:chiefly|especially|mainly|mostly|notably|particularly|principally)(?: [^ ?]+){1,5})\?$"
)
# A sign fell out: `it means that | is always greater`.
_LOST_SUBJECT = re.compile(r" (?:imply|indicate|mean|say|show|shows) that (?:is|are|has|was|were) ")
# `were both known (by their colour) and plentiful, because of trade`: one has its own reason.
_OWN_REASON = re.compile(r"\bboth [^.;]*? \((?:because|by|due|owing|since|through) ")
_HERS = re.compile(r"\b(?:her|his)\b")
_WHOSE = re.compile(r"^(?:In order to|To) .*\b[A-Z][a-z]+[’']s\b")
_MOSTLY_NOT = re.compile(
    r"\b(?:generally|normally|often|typically|usually) (?:(?:is|are|was|were|do|does|did|can|will) )?not\b"
    r"|\bnot (?:generally|normally|often|typically|usually|always)\b"
)
_ONE_OF_TWO = re.compile(r",? and (?:because|due to|since) ")
_SECOND_STATEMENT = re.compile(r", and (?P<second>[^,?]+)")
_SELDOM = re.compile(r"\b(?:sometimes|occasionally|seldom|rarely|partly|partially)\b", re.IGNORECASE)
_HOW_SELDOM = re.compile(r"[a-z]+ly|sometimes|seldom|often|always")
_LARGELY = re.compile(r" (?P<hedge>largely|partly|partially|mainly|mostly) [a-z]+ed by ")
_TO_MUST = re.compile(r"^Why (?:should|must) .* to [a-z]+ ")
_WAITING = re.compile(
    r"^What (?:is|was) the result when .* (?:appears?|appeared|seems?|seemed|tends?|tended) to "
)
_EMPTY_OUTCOME = re.compile(
    r"^(?:It|They) (?:includes?|included|consists?|comprises?|do so|does so|did so"
    r"|(?:is|was) (?:commonly|generally|often|typically|usually) an?)\b"
)
_THAT_ONE = re.compile(r"^That (?P<noun>[a-z]+) ")
_LIMITED = re.compile(r",? but (?:can|cannot|it|they|must|not|only|the|this|there)\b")
# `requires work (or going to school)`: the aside says what else will do.
_OR_ELSE = re.compile(r" \((?:or|unless|except|but) (?:[a-z]+ing\b|for\b|if\b|in\b|not\b|when\b)")
_THEN = re.compile(r"\b(?:can|could|may|might|must|will|would) then\b")
_ANEW = re.compile(r"^(?:Alternatively|Conversely|Otherwise|Similarly), ")
_ADVISES = re.compile(
    r"^What (?:advise|allow|ask|encourage|expect|force|instruct|order|permit|require|tell|urge)[sd]? .*\?$"
)
_AT_TIME = re.compile(r" during (?:[a-z]+ ){0,4}[a-z]+$")
_TIME_FIRST = re.compile(r"^(?:Each|Every|Last|Next|This) (?:day|month|time|week|year) ")
_TOGETHER = re.compile(r"(?:coupled|combined|together|along) with [^.;]*?, [a-z]+")
_MEANING = frozenset({"involve", "mean", "include", "comprise", "denote"})
_TAKES_INFINITIVE = wordlist("aims takes infinitive")
_NEAR, _SMALL = 40, 3


def unattached(candidate: Candidate) -> bool:
    """Whether what is asked for may belong to another part of the sentence than to the clause asked about."""
    technique = candidate.technique
    if technique in _WHY_OR_HOW:
        return _of_reason(candidate)
    if technique in _WHEN:
        return _of_condition(candidate)
    if technique in _OF_THING:
        return _of_thing(candidate)
    if technique is Technique.AIM:
        return _needed_and_aimed(candidate)
    return (
        technique is Technique.PURPOSE
        and re.match(r"An? (?:example|instance|part) of ", candidate.answer) is not None
    )


def _of_reason(candidate: Candidate) -> bool:
    prompt, answer = candidate.prompt, candidate.answer
    if _ASKED_SAID.match(prompt) or _WE_KNOW.match(answer) or _REPORTED.match(answer):
        return True
    if _LOST_SUBJECT.search(prompt) or _OWN_REASON.search(_before(candidate)) or _hers(prompt, answer):
        return True
    if _two_statements(prompt) or _needed_and_aimed(candidate) or _seldom_so(candidate):
        return True
    if _HELPS_AVOID.search(prompt):
        return True
    text = candidate.line.text
    at = _place(answer, text)
    if at == 0:
        return _of_front(candidate)
    if at < 0 or _PHRASE.match(answer) is None:
        return False
    before = [token for token in candidate.line.tokens if token.end <= at]
    close = not text[:at].rstrip().endswith(",")
    return (
        _of_inner(before, answer)
        or (close and _of_last_words(before, answer))
        or _of_infinitive(before, answer)
    )


def _place(answer: str, text: str) -> int:
    """Where an answer begins in its sentence; -1 where it is not found."""
    return text.find(answer[1:_NEAR]) - 1 if answer[1:_NEAR] in text else -1


def _of_front(candidate: Candidate) -> bool:
    """Whether a cause in front is asked about what does not follow it: `Through A, B, and | C`."""
    prompt, behind = candidate.prompt, candidate.line.text[len(candidate.answer) :]
    tail = _ADVERB_TAIL.search(prompt)
    if tail is not None and behind.startswith(f", {tail['tail']}, "):
        return True
    if _ONE_OF_TWO.match(behind):
        return True
    following = [word for word in words(behind)[:4] if len(word) > _SMALL]
    asked = set(words(prompt))
    second = re.search(r", (?:and|but) (?:the|this|these) ", behind)
    return second is not None and bool(following) and not any(word in asked for word in following)


def _of_inner(before: Sequence[Token], answer: str) -> bool:
    """Whether a clause stands between: `may be chosen when a drug fails | because of resistance`."""
    first = next((i for i in range(len(before)) if finite(before, i)), len(before))
    opens = next((i for i in range(first + 1, len(before)) if before[i].low in _CLAUSAL), len(before))
    return any(finite(before, i) for i in range(opens + 1, len(before)))


def _of_last_words(before: Sequence[Token], answer: str) -> bool:
    """Whether the last noun may own `due to`, or what is denied is that it is so for that reason."""
    verb = next((i for i in range(len(before)) if finite(before, i)), len(before))
    told = before[verb:]
    if len(told) < 2:
        return False
    passive = told[0].low in BE and any(token.tag == "VBN" for token in told[1:3])
    low = [token.low for token in told]
    if not passive and any(word in _NOT for word in low[:3]) and not answer.startswith("Because of"):
        return True
    if _OF_NOUN.match(answer) is None:
        return False
    if passive and any(base(token.text) in NAMING for token in told[1:3]):
        return True
    if any(token.tag == "VBN" and told[i].tag.startswith("NN") for i, token in enumerate(told[1:])):
        return True
    last = told[-1]
    if not last.tag.startswith("NN") and last.tag != "VBG":
        return False
    deed = _DEED_NOUN.match(last.low) is not None
    preposition = next(
        (token.low for token in reversed(told) if token.tag in ("IN", "TO") and token.low != "of"), ""
    )
    infinitive = any(one.tag == "TO" and two.tag == "VB" for one, two in pairwise(told))
    if deed and not passive and (infinitive or preposition in _TIMES):
        return True
    undergone = base(told[0].text) in _UNDERGOING
    return deed and not preposition and not passive and not undergone and len(told) < 5


def _of_infinitive(before: Sequence[Token], answer: str) -> bool:
    """Whether `by doing` tells how another does it: `requires a company to improve profits | by selling`,
    `relied on states interposing themselves | by preventing`.
    """
    if not answer.lower().startswith("by "):
        return False
    verb = next((i for i in range(len(before)) if finite(before, i)), len(before))
    told = before[verb:]
    if any(one.tag in ("NNS", "NNPS") and two.tag == "VBG" for one, two in pairwise(told[:-1])):
        return True
    if not told or base(told[0].text) not in (
        "require",
        "force",
        "oblige",
        "expect",
        "ask",
        "urge",
        "compel",
    ):
        return False
    return len(told) > 2 and told[1].tag != "TO" and any(token.tag == "TO" for token in told)


def _before(candidate: Candidate) -> str:
    """What stands before the answer in its sentence as written; "" where it is not found."""
    before, found, _ = around(candidate.line.quote, candidate.answer[:_NEAR])
    return before if found else ""


def _hers(prompt: str, answer: str) -> bool:
    """Whether `her` may be that of whom only the answer names: `To visit Sophia’s home` of `her address`."""
    return _HERS.search(prompt) is not None and _WHOSE.search(answer) is not None


def _two_statements(prompt: str) -> bool:
    """Whether a question asks of two statements at once: `did faith spread, and states responded`."""
    found = _SECOND_STATEMENT.search(prompt)
    if (
        found is None
        or prompt.count(",") > 1
        or not re.match(r"(?:How|Why) (?:do|does|did|ha[ds]|have|is|are|was|were) ", prompt)
    ):
        return False
    tokens = tagged(found["second"])
    verb = next((i for i, token in enumerate(tokens) if token.tag in ("VBD", "VBN", "VBZ", "VBP")), 0)
    return verb > 0 and all(token.tag.startswith(("NN", "JJ", "DT")) for token in tokens[:verb])


def _needed_and_aimed(candidate: Candidate) -> bool:
    """Whether what is in front needs it, and the aim is told behind: `To start, you should ... to`."""
    return (
        candidate.answer.startswith("To ")
        and candidate.line.text.startswith("To ")
        and _TO_MUST.match(candidate.prompt) is not None
    )


def _seldom_so(candidate: Candidate) -> bool:
    """Whether neither question nor answer keeps how seldom it is so: `sometimes`, `partly`."""
    said = f"{candidate.prompt} {candidate.answer}".lower()
    place = _place(candidate.answer, candidate.line.text)
    told = candidate.line.quote if place <= 0 else candidate.line.text[:place]
    found = _SELDOM.search(told) or _MOSTLY_NOT.search(told)
    return found is not None and all(word not in said for word in _HOW_SELDOM.findall(found.group().lower()))


def _of_condition(candidate: Candidate) -> bool:
    prompt, answer, text = candidate.prompt, candidate.answer, candidate.line.text
    if (
        _WAITING.match(prompt)
        or _EMPTY_OUTCOME.match(answer)
        or _ANEW.match(answer)
        or _done_before(answer)
        or prompt.endswith(" only?")
    ):
        return True
    one = _THAT_ONE.match(answer)
    if candidate.technique is Technique.OUTCOME and one is not None:
        noun = one["noun"]
        if noun not in ("same", "is") and noun not in prompt:
            return True
    if _THEN.search(text) and " then " not in f"{prompt} {answer}":
        return True
    outcome = candidate.technique is Technique.OUTCOME
    if outcome and (_condition_cut(prompt, text) or _outcome_limited(answer, text)):
        return True
    return _trails_part(candidate)


def _condition_cut(prompt: str, text: str) -> bool:
    """Whether the condition goes on with a second verb: `if someone makes | , uses, or sells it`."""
    condition = re.search(r"\b(?:if|when|whenever|once|as|unless) (?P<said>.+)\?$", prompt)
    if condition is None:
        return False
    after = text.partition(condition["said"])[2]
    if not after.startswith(", "):
        return False
    behind = tagged(after[2:])
    return (
        behind[0].tag in ("VBZ", "VBD", "NNS")
        and len(behind) > 1
        and behind[1].text == ","
        and after.count(",") > 2
    )


def _outcome_limited(answer: str, text: str) -> bool:
    """Whether the outcome is limited right behind: `can name several, | but they can choose one`."""
    _, found, after = around(text, answer)
    return bool(found) and _LIMITED.match(after) is not None


def _done_before(answer: str) -> bool:
    """Whether it was done whether the condition holds or not: `if it has one, people have found ways`."""
    tokens = tagged(answer)
    verb = next((i for i in range(len(tokens)) if finite(tokens, i)), len(tokens))
    subject, after = tokens[:verb], tokens[verb + 1 : verb + 2]
    has = verb < len(tokens) and tokens[verb].low == "have" and bool(after) and after[0].tag == "VBN"
    return has and len(subject) == 1 and subject[0].tag in ("NNS", "NNPS")


def _trails_part(candidate: Candidate) -> bool:
    """Whether a condition behind belongs to the last word: `the energy released | when a flare explodes`,
    `energy is used up or released | when bonds form`, `is so in youth | when one grows`.
    """
    text = candidate.line.text
    condition = (
        candidate.answer if candidate.technique is not Technique.OUTCOME else candidate.prompt.rstrip("?")
    )
    found = re.search(r"\b(?P<word>[Ii]f|[Ww]hen|[Ww]henever|[Oo]nce) (?P<said>.+)$", condition)
    at = text.find(f" {found['word'].lower()} {found['said']}") if found is not None else -1
    if at <= 0:
        return False
    before = [token for token in candidate.line.tokens if token.end <= at]
    if len(before) < 3 or before[-1].text == ",":
        return False
    last, noun = before[-1], before[-2]
    verb = next((token for i, token in enumerate(before) if finite(before, i)), last)
    if base(verb.text) in _MEANING or _AT_TIME.search(text[:at]):
        return True
    of_last = last.tag == "VBG" and noun.low in ("and", "or", "in", "of")
    return (of_last or (last.tag in ("VBN", "VBD") and noun.low in ("and", "or"))) or (
        last.tag in ("VBN", "VBD") and noun.tag.startswith("NN") and verb is not last and verb.low in BE
    )


def _of_thing(candidate: Candidate) -> bool:
    prompt, answer, text = candidate.prompt, candidate.answer, candidate.line.text
    if candidate.technique is Technique.BRINGS:
        told_to = _ADVISES.match(prompt) and re.search(r" to [a-z]+ ", answer)
        if told_to or _TIME_FIRST.match(answer):
            return True
    hedge = _LARGELY.search(text)
    if hedge is not None and hedge["hedge"] not in f"{prompt} {answer}":
        return True
    others = _TOGETHER.search(text)
    return others is not None and others.group()[:_NEAR] not in f"{prompt} {answer}"
