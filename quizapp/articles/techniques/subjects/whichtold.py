"""What a predicate tells of its subject: whether that is enough to ask with, and how it agrees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quizapp.articles.sense.clauses import finite
from quizapp.articles.sense.prose import Line
from quizapp.articles.words.lexicon import may_be, zipf
from quizapp.articles.words.phrasing import words
from quizapp.articles.words.tagging import NOUNS, Token
from quizapp.articles.words.verbs import BE, DO, base, third
from quizapp.articles.words.wordlists import wordlist

_WEAK = wordlist("whichwhat weak verbs")
POINTS = re.compile(
    r"\b(?:this|these|those(?! (?:who|that|of|in|with)\b)|such(?! as\b)|he|she|him|his|her|our|your|we|you|us"
    r"|i|my|another|former|latter|same|here|there|(?<!and )(?<!or )others?)\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"[$£€%]|\d,\d{3}|\b(?:million|billion|trillion|percent)\b")
# An aside behind which the predicate goes on.
_GOES_ON = re.compile(r"—[^—]+—(?:to|that|which|who|of|with|from|for|in|as)\b|—[^—]+— ?to\b")
_ASIDE = re.compile(r", and (?=(?:as|by|for|in|on|one|another|under|with)\b)")
_OF_THE_TEXT = re.compile(
    r"\b(?:in (?:more|greater) detail|will (?:be )?(?:discuss|explain|explor|introduc|examin)\w*"
    r"|(?:is|are) (?:discussed|illustrated|shown|depicted|summarized) (?:in|by))\b"
)
_SO_CALLED = re.compile(
    r"(?:is|are|was|were|has been|have been) (?:(?:often|usually|sometimes|also|commonly|generally) )?"
    r"(?:called|termed|known as|referred to as)\b"
)
# A clause within a clause, behind which the outer one goes on.
_THAT_WHEN = re.compile(
    r"\bthat (?:as|when|if|while|although|though|because|since|once|after|before|by|with|in)\b[^,]*$"
)
# Compared with what the sentence before says.
_COMPARED = re.compile(r"(?<!the )(?<!or )\b(?:fewer|more|larger|smaller) [a-z]")
_BACK = re.compile(r"\b(?:it|they|them|their|themselves|one another|each other)\b")
_VAGUE = re.compile(
    r"\b(?:important|useful|essential|necessary|crucial|vital|common|popular|likely|difficult|possible|helpful"
    r"|critical|significant|interesting|complex|controversial|various|many|several|much|often cited|different"
    r"|certain|specific|types? of|kinds? of|particular|aspects?|factors?|ways?|role|things?)\b"
)
_HEDGED = re.compile(r"^(?:might|could|would|should)\b|\b(?:perhaps|probably|possibly|sometimes)\b")
_ADVERBS = frozenset({"also", "then", "thus", "therefore", "however", "too", "again", "still", "even", "now"})
_SUBORDINATES = wordlist("clauses relative") | {"what", "until", "whether"}
_MANY = frozenset({"NNS", "NNPS"})
_OPENING = frozenset(
    {"which", "who", "where", "when", "because", "if", "whether", "although", "while", "how", "why"}
)
_WAITING = frozenset({"that", "once", "unless"})
# One of many of which the same may be said.
_ONE_OF = re.compile(
    r"^\w+ (?:a|an|the) (?:\w+ )?(?:example|part|result|case|reason|product|problem|issue|name|term|word)s?\b"
)
_LEAST, _SHORT, _MOST, _LONG, _DEFINING, _MANY_COMMAS, _FAR = 3, 5, 32, 26, 8, 2, 4
_RARE, _PLAIN, _EVERYDAY = 3.9, 5.0, 5.6
_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does"}


def told_by(line: Line, verb: int, main: int, end: int, lenient: bool = False) -> str:
    """The predicate with its verb, as far as it can be asked with; "" when it is not whole or leans.

    `lenient` lets a short one do that says little.
    """
    tokens = line.tokens
    if end < len(tokens) and (tokens[end].text == ":" or _GOES_ON.match(line.text[tokens[end].start :])):
        return ""
    text = _ASIDE.split(line.cut(verb, end))[0].strip(" ,")
    if tokens[verb].tag in ("VBZ", "VBP") and not may_be(base(tokens[verb].text), "VB", "VBP"):
        return ""
    if (
        _breaks(tokens, verb, main, end)
        or _SO_CALLED.match(text)
        or _OF_THE_TEXT.search(text)
        or (_COMPARED.search(text) and " than " not in text)
        or (_THAT_WHEN.search(text) and tokens[end].text == ",")
    ):
        return ""
    if not _LEAST <= len(text.split()) <= _MOST or POINTS.search(text):
        return ""
    if not _known(tokens, verb, main, text) or not _weighs(line, verb, main, end, text, 2):
        return ""
    if not lenient and len(text.split()) < _SHORT and not _weighs(line, verb, main, end, text, 3):
        return ""
    if _is_weak(tokens, verb, main) and not (_counts(text) or _defines(tokens, main, text)):
        return ""
    return text if _one_statement(tokens, main + 1, end) else ""


def told_doubts(
    line: Line, verb: int, main: int, end: int, text: str, lenient: bool = False
) -> Iterator[str]:
    """What speaks against asking with a predicate; `lenient` lets three words do, and `may lead to ...`."""
    if _AMOUNT.search(text):
        yield "amount"
    if not lenient and _HEDGED.search(text):
        yield "hedged"
    if len(text.split()) > _LONG:
        yield "length"
    if _is_weak(line.tokens, verb, main) and (not _counts(text) or line.tokens[main].low in BE):
        yield "weak verb"
    if not _weighs(line, verb, main, end, text, 2 if lenient else 3):
        yield "few rare words"


def _breaks(tokens: Sequence[Token], verb: int, main: int, end: int) -> bool:
    """Whether the words are no whole predicate: cut at its verb, emphatic, or a participle of the subject."""
    last = tokens[end - 1]
    if last.low in _OPENING or (end - 1 > main and tokens[end - 2].low in _OPENING):
        return True
    if end - 1 > main and (last.tag in ("VB", "VBP", "VBZ", "VBD") or finite(tokens, end - 1)):
        return True
    if last.tag in ("JJ", "JJR") and tokens[end].text == ",":
        return True
    if last.tag == "VBG" and tokens[end - 2].tag in ("IN", "TO"):
        return True
    opening = [
        i
        for i in range(main + 1, end - 1)
        if tokens[i].low in _OPENING and tokens[i + 1].low not in ("to", "extent")
    ]
    if len(opening) > sum(finite(tokens, i) for i in range(main + 1, end)):
        return True
    if any(tokens[i].low in _WAITING and not _said_after(tokens, i, end) for i in range(main + 1, end)):
        return True
    following = tokens[main + 1].low if main + 1 < len(tokens) else ""
    if following == "that" and not any(finite(tokens, i) for i in range(main + 3, end)):
        return tokens[main + 2].tag in ("DT", "PRP$", "NNP", "NNS")
    if tokens[verb].low in DO and main > verb:
        return True
    if main > verb and tokens[main].tag == "VBG" and following in ("that", "which"):
        return True
    return main == verb and tokens[verb].tag in ("VBD", "VBN") and following == "by"


def _said_after(tokens: Sequence[Token], opening: int, end: int) -> bool:
    """Whether the clause that a word opens has its verb; `that place` and `once a year` open none."""
    if tokens[opening].low == "that" and tokens[opening + 1].tag not in ("IN", "WRB"):
        return True
    if tokens[opening].low == "once" and tokens[opening + 1].low in ("a", "every", "per", "more", "again"):
        return True
    return any(finite(tokens, i) or tokens[i].tag in ("VBN", "VBG") for i in range(opening + 1, end))


def _weighs(line: Line, verb: int, main: int, end: int, text: str, least: int) -> bool:
    """Whether the predicate is particular enough to have few subjects."""
    content = _content(line, main, end)
    particular = [known for known in content if known < _PLAIN]
    vague = bool(_VAGUE.search(text)) + (line.tokens[verb].tag == "MD")
    said = len(content) + len(particular) + sum(known < _RARE for known in content)
    return len(content) >= least - 2 + vague and len(particular) >= 1 + vague and said > least


def _counts(text: str) -> bool:
    """Whether so much is told in a row that even a weak verb will do."""
    return text.count(",") >= _MANY_COMMAS


def _defines(tokens: Sequence[Token], main: int, text: str) -> bool:
    """Whether it is told at some length what the subject is: `is the process of ...`."""
    article = tokens[main + 1].low in ("the", "a", "an", "any")
    whole = tokens[main].low in BE and article and tokens[main + 2].low not in ("bit", "little", "lot", "few")
    return whole and len(text.split()) >= _DEFINING and not (_ONE_OF.search(text) or _VAGUE.search(text))


def _content(line: Line, main: int, end: int) -> list[float]:
    """How common each word behind the verb is that is no everyday one."""
    rest = line.cut(main + 1, end).strip(" ,")
    return [zipf(word) for word in words(rest) if len(word) > 2 and zipf(word) < _EVERYDAY]


def _is_weak(tokens: Sequence[Token], verb: int, main: int) -> bool:
    """Whether the verb says nothing; `is responsible for` does."""
    spelled = base(tokens[main].text)
    if spelled not in _WEAK or (main > verb and tokens[main].tag == "VBN" and spelled != "be"):
        return False
    following = [token.tag for token in tokens[main + 1 : main + 3]]
    return not (tokens[main].low in BE and following[:1] == ["JJ"] and following[1:] in (["IN"], ["TO"]))


def _known(tokens: Sequence[Token], verb: int, main: int, text: str) -> bool:
    """Whether `it`, `they` or `their` has something before it in the predicate."""
    found = _BACK.search(text)
    if found is None:
        return True
    many = found.group() != "it"
    place = tokens[verb].start + found.start()
    before = [token for token in tokens[main + 1 :] if token.start < place]
    nouns = [token for token in before if token.tag in (_MANY if many else NOUNS)]
    return bool(nouns) and (found.group() == "their" or len(before) >= _FAR)


def _one_statement(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether each further verb hangs on a word that opens a clause of its own."""
    inside = False
    for index in range(first, end):
        if tokens[index].low in _SUBORDINATES:
            inside = True
        elif tokens[index].text == "," and tokens[index + 1].low in ("and", "but"):
            inside = tokens[index + 2].tag not in ("DT", "PRP$") and inside
        elif finite(tokens, index) and not inside and tokens[index - 1].tag != "CC":
            return False
    return True


def agreeing(tokens: Sequence[Token], told: str, many: bool) -> str:
    """The predicate, whose tokens these are, as it goes with a question word of one or of many.

    "" when that takes more than a change of its first verb.
    """
    verb, rest = tokens[0], told[len(tokens[0].text) :].split()
    if rest and rest[0].lower() in _ADVERBS:
        rest = rest[1:]
    if many:
        return " ".join((verb.text, *rest))
    one = _SINGULAR.get(verb.low) or (
        third(_of_many(verb.low)) if verb.tag in ("VBP", "VB") or _plain(verb) else verb.text
    )
    if one != verb.text and _more_of_many(tokens, told):
        return ""
    return " ".join((one, *rest))


def _plain(verb: Token) -> bool:
    """Whether a verb of which the tagger says something else is in the form that goes with many: `extend`."""
    return verb.tag in ("NN", "JJ", "VBN", "IN") and base(verb.low) == verb.low and may_be(verb.low, "VBP")


def _of_many(form: str) -> str:
    """The form that goes with many, also where the tagger has not seen that it is that of one: `helps`."""
    return base(form) if form.endswith("s") else form


def _more_of_many(tokens: Sequence[Token], told: str) -> bool:
    """Whether something behind the verb is about many as well."""
    if re.search(r"\b(?:their|they|them|themselves)\b", told):
        return True
    last = tokens[0].start + len(told)
    plain = [token for token in tokens if token.tag != "RB"]
    joined = any(
        one.tag == "CC" and other.tag in ("VBP", "VB") and other.start < last
        for one, other in pairwise(plain)
    )
    nouns = (token for token in tokens[1:] if token.tag in ("NN", "NNS", "IN", "VBN", "VBG", "TO", "."))
    noun = next(nouns, None)
    if noun is not None and noun.tag == "VBN":
        noun = next(nouns, None)
    return joined or (tokens[0].low in ("are", "were") and noun is not None and noun.tag == "NNS")
