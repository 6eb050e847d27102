"""Answers about causes and workings that stop before they are whole, or run on into the next statement."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.articles.candidates import Candidate
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import finite
from quizapp.articles.words.phrasing import words
from quizapp.articles.words.tagging import Token, tagged
from quizapp.articles.words.verbs import BE, is_participle, is_past

_OF_THING = frozenset({Technique.BRINGS, Technique.CAUSE, Technique.EFFECT, Technique.WORKING})
_OF_CAUSE = frozenset(
    {
        Technique.AIM,
        Technique.HAPPENED,
        Technique.HOW,
        Technique.MANNER,
        Technique.PURPOSE,
        Technique.REASON,
        Technique.WHY,
    }
)
# What these open holds no statement of its own.
_PHRASE = re.compile(
    r"(?:due to|because of|owing to|thanks to|by virtue of|on account of|as a (?:result|consequence) of"
    r"|in (?:response|reaction) to|in retaliation for|in order to|through|via|by|using|to)\b",
    re.IGNORECASE,
)
# `directly with a sample or indirectly | by measuring`.
_OR_HOW = re.compile(r" (?:and|or) [a-z]+ly$")
_HANGING = re.compile(r" (?:and|or|but|nor|that|which|who|whose|a|an|the)$|\band on how [a-z]+$|, than ")
_HALF = re.compile(r" (?:and|or) (?=[a-z])")
_NAMED_LAST = re.compile(r", and (?P<last>[A-Z][^,]+, [^,]+)$")
_LAST = re.compile(r", (?:and|or|but) (?P<last>[^,]+)$")
_SUBORDINATING = frozenset(
    {"after", "although", "as", "because", "before", "if", "like", "once", "since", "so", "than", "that"}
    | {"though", "unless", "until", "what", "when", "where", "whereas", "whether", "which", "while"}
    | {"who", "whom", "whose", "why", "how", "whereby"}
)
_SECOND_TIME = re.compile(r", and (?:again|later|once more|then) ")
# `via the vein and flows directly into the atrium`
_SECOND_DEED = re.compile(r" and [a-z]+s [a-z]+ly (?:from|in|into|on|through|to) ")
_SECOND_REASON = re.compile(r" and (?:for [a-z]+ing|to [a-z]+) ")
_SECOND_THING = re.compile(r" and an? (?P<things>(?:[a-z-]+ ){1,3})")
_SET_AGAINST = re.compile(
    r", in (?:stark |sharp |direct |clear )?(?:contradiction|contrast|opposition|violation)\b"
)
_TELLS = re.compile(r"\b(?:how|that|what|whether|why)\b")
_DROPPED = re.compile(r" (?:at|by|for|from|in|of|on|to|with)$")
_OR_VERB = re.compile(r" (?:and|or) (?:are|can|cannot|could|do|does|has|have|is|may|must|was|were|will)\b")
_NEXT_WAY = re.compile(r", (?:by )?[a-z]+ing\b[^.;]*,? (?:and|or) ")
_BE_DONE_BY = re.compile(r" (?:by|from|to|in|for|with|of|as)\?$")
_AGREES = {"are": "VBZ", "were": "VBZ", "is": "VBP", "was": "VBP"}
_FEW = 5


def cut_or_run_on(candidate: Candidate) -> bool:
    """Whether an answer stops within its statement, or takes in what belongs to the next."""
    technique, answer = candidate.technique, candidate.answer
    if technique not in _OF_THING | _OF_CAUSE:
        return False
    text = candidate.line.text
    after = _after(answer, text)
    if _HANGING.search(answer) or (_DROPPED.search(answer) and _ends_on_noun(answer, after)):
        return True
    if after.strip() and _OR_HOW.search(answer):
        return True
    if _before_its_verb(answer, after):
        return True
    if technique in _OF_THING:
        return _half_of_two(after) or _of_two_verbs(candidate)
    if _PHRASE.match(answer):
        return _runs_on(answer, candidate.prompt, after)
    return answer.startswith("Because ") and _of_two_numbers(answer)


def _ends_on_noun(answer: str, after: str) -> bool:
    """Whether a preposition ends an answer whose figure fell out or stands behind a second verb: `the curve
    in | .`, `response to | or cannot bear it`, not `they live in`.
    """
    noun = tagged(answer)[-2].tag.startswith("NN")
    return noun and (not after.strip(" .") or _OR_VERB.match(after) is not None)


def _after(answer: str, text: str) -> str:
    """What follows an answer in its sentence; "" when it is not there as it stands."""
    return text.partition(answer.split(" ", 1)[-1])[2].removesuffix(".")


def _before_its_verb(answer: str, after: str) -> bool:
    """Whether the last that is named is the subject of what follows: `, and Cyril, a priest | , blessed`."""
    named = _NAMED_LAST.search(answer)
    last = _LAST.search(answer) or named
    if last is None or not after.startswith(","):
        return False
    behind = tagged(after[1:].strip())
    if behind and (behind[0].tag in ("VBD", "VBZ", "VBP", "MD") or (named and is_past(behind[0].text))):
        return True
    words = tagged(last["last"])
    return words[0].tag == "IN" and len(words) < _FEW and not answer.lower().startswith(words[0].low)


def _half_of_two(after: str) -> bool:
    """Whether the second of two things joined is left out: `the numbers of atoms | and molecules`."""
    joint = _HALF.match(after)
    if joint is None:
        return False
    behind = tagged(after[joint.end() :])
    first = behind[0]
    if finite(behind, 0) or first.tag in ("RB", "VBN", "VBG", "PRP", "IN", "TO") or first.low == "then":
        return False
    verb = next((i for i in range(len(behind)) if finite(behind, i)), len(behind))
    tied = next((i for i, token in enumerate(behind) if token.low in _SUBORDINATING), len(behind))
    return verb == len(behind) or tied < verb or behind[verb - 1].tag == "PRP"


def _of_two_verbs(candidate: Candidate) -> bool:
    """Whether a second verb stands in the answer: `derived from sources or manufactured to`."""
    if not re.match(r"What (?:is|are|was|were) ", candidate.prompt) or not _BE_DONE_BY.search(
        candidate.prompt
    ):
        return False
    tokens = tagged(candidate.answer)
    for index in range(1, len(tokens) - 1):
        if tokens[index].low in _SUBORDINATING:
            return False
        if tokens[index].tag == "CC" and tokens[index + 1].tag in ("VB", "VBZ", "VBP", "VBD", "VBN"):
            behind = tokens[index + 2] if index + 2 < len(tokens) else None
            return (
                behind is not None
                and behind.tag in ("TO", "IN", "DT", "NN", "NNS", "JJ")
                and not (tokens[index + 1].tag in ("VBN", "VBD") and behind.tag in ("NN", "NNS", "JJ"))
            )
    return False


def _runs_on(answer: str, prompt: str, after: str) -> bool:
    """Whether a phrase goes on with a statement, a second time or a second reason."""
    if any(rule.search(answer) for rule in (_SECOND_TIME, _SECOND_DEED, _SET_AGAINST)):
        return True
    low = answer.lower()
    if low.startswith("by ") and _NEXT_WAY.match(after):
        return True
    named = not low.startswith(("by ", "to ", "in order to ", "using ", "through ", "via "))
    if named and _SECOND_REASON.search(answer):
        return True
    second = _SECOND_THING.search(answer)
    if named and second is not None and set(words(second["things"])) & set(words(prompt)) - _SUBORDINATING:
        return True
    return _statement_behind_comma(answer) or (named and _deed_joined(answer))


def _statement_behind_comma(answer: str) -> bool:
    """Whether a statement with its own subject stands behind a comma: `by selling it, they can rest`."""
    first_part, *parts = re.split(r", (?:and |or |but )?", answer)
    if _TELLS.search(first_part):
        return False
    for part in parts:
        tokens = tagged(part)
        verb = next((i for i in range(len(tokens)) if finite(tokens, i) and not _no_verb(tokens, i)), 0)
        if verb and not _tied(tokens[: verb + 1]) and _has_subject(tokens[:verb]):
            return True
    spoken = tagged(answer)
    first = next((i for i in range(1, len(spoken)) if finite(spoken, i)), 0)
    return (
        "," not in answer
        and bool(first)
        and spoken[first].low in ("had", "has")
        and not _tied(spoken[:first])
    )


def _no_verb(tokens: Sequence[Token], index: int) -> bool:
    """Whether what looks like a verb is a participle behind its noun, as in `a hormone normally produced by`,
    an infinitive or a noun: `and warm and humidify the air`, `remove debris and pathogens`.
    """
    if index and tokens[index - 1].tag in ("CC", "DT", "IN", "JJ"):
        return True
    if tokens[index].tag == "VBP" and tokens[index].low not in BE:
        return tokens[index - 1].tag not in ("NNS", "NNPS", "PRP")
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    takes_object = after is not None and (after.low == "that" or after.tag in ("DT", "PRP", "PRP$"))
    maybe = tokens[index].low not in BE and is_participle(tokens[index].text) and not takes_object
    return tokens[index].tag == "VBD" and maybe


def _has_subject(tokens: Sequence[Token]) -> bool:
    return any(token.tag.startswith("NN") or token.tag == "PRP" for token in tokens) and not any(
        token.tag == "VBG" for token in tokens[:1]
    )


def _tied(tokens: Sequence[Token]) -> bool:
    """Whether a word opens a clause within: `that`, `which`, `as`."""
    return any(token.low in _SUBORDINATING or token.tag in ("WDT", "WP", "WRB") for token in tokens)


def _deed_joined(answer: str) -> bool:
    """Whether a second deed is joined to a thing: `as a result of the trade and taken to Missouri`."""
    tokens = tagged(answer)
    for index in range(1, len(tokens) - 2):
        if tokens[index].low in _SUBORDINATING - {"as"} or finite(tokens, index):
            return False
        if tokens[index].low == "and" and tokens[index + 1].tag in ("VBN", "VBD", "VBZ", "VBP"):
            return tokens[index + 2].tag in ("TO", "IN", "DT")
    return False


def _of_two_numbers(answer: str) -> bool:
    """Whether a joined verb does not agree with the cause: `because goods are made and includes costs`."""
    tokens = tagged(answer)
    first = next((i for i in range(len(tokens)) if finite(tokens, i)), 0)
    wrong = _AGREES.get(tokens[first].low, "") if tokens[first].low in BE else ""
    if not wrong or _tied(tokens[1:first]):
        return False
    for index in range(first + 1, len(tokens) - 1):
        if tokens[index].low in _SUBORDINATING or tokens[index].text == ",":
            return False
        if tokens[index].low == "and":
            return tokens[index + 1].tag == wrong
    return False
