"""Whether a subject can be the answer of a question, and what it is asked as: What, Who, Which enzyme."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizapp.articles.drafts import Technique
from quizapp.articles.sense.kinds import singular, usable
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.subjects import anchored
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.entities import Kind, Name
from quizapp.articles.words.lexicon import may_be, zipf
from quizapp.articles.words.phrasing import small, words
from quizapp.articles.words.tagging import Token
from quizapp.articles.words.wordlists import wordlist

_TOO_PLAIN = wordlist("whichwhat too plain")
_PEOPLE = wordlist("whichwhat people")
_NAMING = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBG", "VBN", "CD", "FW"})
_MANY = frozenset({"NNS", "NNPS"})
NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ"})
LEANS_ON = re.compile(
    r"\b(?:this|these|those|that|such|its|their|his|her|our|my|your|former|latter|same|other|others|another|one"
    r"|some|many|most|several|each|both|various|certain|few|any|every|either|neither|no|all|more|less|different"
    r"|similar|additional|further|new|recent|first|second|third|last|next|main|following|resulting|early|later"
    r"|two|three|four|five|six|ten|good|better|best|bad|great|large|larger|small|smaller|important|higher"
    r"|lower|increased|increasing|key|major|only|proposed|modern|current|today|specific"
    r"|given|relevant|subsequent|individual|opposite|original|remaining|corresponding|respective|actual|overall|particular|typical|rare|fewer)\b(?!-)",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"(?:ists?|icians?|eers?|[a-z]sm[ae]n|wom[ae]n|^men|^man|persons?|ees)$")
# The last of several names: `Britain, France, and Italy`.
_ALSO_BEFORE = re.compile(r"\b[A-Z][\w’'-]*,? (?:and|or) $")
_TECHNICAL_END = re.compile(
    r"(?:ase|ine?|ose|ol|[iy]des?|gens?|ism|logy|graphy|ia|itis|um|osis|[cp]hytes?|cytes?|phyll|one|al|ation|ity|ics"
    r"|sis|ates?|oids?|eria|y|er|or)s?$"
)
_SIGNS = re.compile(r"[A-Z]{1,5}\d{0,2}")
_OF_A_KIND = frozenset(
    {"process", "concept", "theory", "practice", "method", "principle", "doctrine", "technique", "policy"}
)
_MOST_ANSWER = 4
_EXPERT, _TECHNICAL, _RARE, _FAMILIAR, _COMMON = 3.2, 3.9, 4.4, 4.8, 5.2
_OFTEN = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for.

    `word` is `What`, `Who` or `Which enzyme`; `many` tells whether its verb is that of many; `hidden` is the
    part of the answer that the question may not give away; `also` are further right answers; `doubts` are
    what speaks against asking for it.
    """

    answer: str
    many: bool
    word: str
    technique: Technique
    hidden: str
    also: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def asked_for(line: Line, span: tuple[int, int], old: bool, topic: Topic) -> Asked | None:
    """What the tokens of a subject are asked as; None when they are no term that can be typed.

    `old` tells that the statement is of the past and names nothing but its subject.
    """
    tokens = line.tokens
    if _ALSO_BEFORE.search(line.text[: tokens[span[0]].start]):
        return None
    article = tokens[span[0]].low if tokens[span[0]].tag == "DT" else ""
    if article and article not in ("the", "a", "an"):
        return None
    inside = tokens[span[0] + bool(article) : span[1]]
    if not inside:
        return None
    kind_first = len(inside) > 1 and article not in ("a", "an") and inside[0].low in topic.kinds.of.values()
    if kind_first and _rare_name(inside[1:]):
        return _called(inside[:1], inside[1:], line, topic)
    if len(inside) > 2 and inside[0].low in _OF_A_KIND and inside[1].low == "of":
        return _called(inside[:1], inside[2:], line, topic)
    called = next((i for i, token in enumerate(inside) if token.low in ("called", "named", "termed")), 0)
    if called:
        return _called(inside[:called], inside[called + 1 :], line, topic)
    if not 1 <= len(inside) <= _MOST_ANSWER or not _fit(inside):
        return None
    text = line.text[inside[0].start : inside[-1].end]
    exactly = any(name.text == text and name.kind is not Kind.PEOPLE for name in line.names)
    if (LEANS_ON.search(text) and not (exactly and len(inside) > 1)) or _of_title(text, topic):
        return None
    named = _named(inside, line, topic)
    doubts = []
    if article == "the" and not _known_one(inside, text, old, topic):
        doubts.append("not the only one")
    if article != "the" and old and not _marked(text, topic) and not named:
        doubts.append("past")
    if doubts and (len(inside) == 1 or (doubts != ["past"] and (old or zipf(inside[0].low) > _FAMILIAR))):
        return None
    found = _as_name(inside, text, line, topic) if named else _as_term(inside, text, line, topic)
    return replace(found, doubts=(*found.doubts, *doubts)) if found is not None else None


def _rare_name(named: Sequence[Token]) -> bool:
    """Whether the words are a name of one of a kind: `the enzyme | helicase`."""
    return all(zipf(token.low) < _RARE and token.tag in ("NN", "NNP") for token in named)


def _called(kind: Sequence[Token], named: Sequence[Token], line: Line, topic: Topic) -> Asked | None:
    """The name in `an enzyme called helicase`, as what it is said to be."""
    if not named or not _fit(named) or not usable(kind[-1].low) or len(named) > _MOST_ANSWER:
        return None
    text, head = line.text[named[0].start : named[-1].end], line.text[kind[0].start : kind[-1].end]
    if not all(token.tag in _NAMING for token in kind) or LEANS_ON.search(head):
        return None
    return Asked(text, kind[-1].tag in _MANY, f"Which {small(head, topic.capitals)}", Technique.WHICH, text)


def _fit(inside: Sequence[Token]) -> bool:
    """Whether the tokens are one noun with what describes it."""
    if not all(token.tag in _NAMING for token in inside):
        return False
    numbered = len(inside) > 1 and re.fullmatch(r"[IVX]+|\d", inside[-1].text)
    ends = numbered or inside[-1].tag in ("NN", "NNS", "NNP", "NNPS", "VBG")
    if not ends or inside[0].tag == "CD":
        return False
    return all(token.low not in _TOO_PLAIN for token in inside)


def _of_title(text: str, topic: Topic) -> bool:
    title = {word.rstrip("s") for word in topic.title_words}
    return {word.rstrip("s") for word in words(text)} <= title


def _marked(text: str, topic: Topic) -> bool:
    low = text.lower()
    return low in topic.terms or low.rstrip("s") in topic.terms


def _named(inside: Sequence[Token], line: Line, topic: Topic) -> bool:
    """Whether a name is among the words; a rare noun that has its capital only as first word is none."""
    if plain_noun(inside, line, topic):
        return False
    return any(name.start < inside[-1].end and inside[0].start < name.end for name in line.names)


def plain_noun(inside: Sequence[Token], line: Line, topic: Topic) -> bool:
    """Whether a word that opens the sentence is taken for a name and is none: `Helicase unwinds ...`.

    Only where something is told in the present tense, for it may be somebody's name.
    """
    word = inside[0]
    alone = len(inside) == 1 and word.start < len("The ") + 1 and word.tag in ("NN", "NNS")
    unknown = alone and word.text[1:].islower() and not topic.capitals.upper[word.text]
    if unknown and not (
        topic.capitals.lower[word.low] or may_be(word.low, "NN", "NNS") or _TECHNICAL_END.search(word.low)
    ):
        return False
    if unknown and len(line.tokens) > 1 and line.tokens[1].tag == "VBN":
        return False
    return unknown and zipf(word.low) < _RARE and not any(token.tag == "VBD" for token in line.tokens)


def _known_one(inside: Sequence[Token], text: str, old: bool, topic: Topic) -> bool:
    """Whether `the T` is the only one of its kind, and not the one spoken of before."""
    if _marked(text, topic) or text[0].isupper():
        return True
    if old:
        return False
    technical = any(zipf(token.low) < _TECHNICAL for token in inside)
    if len(inside) > 1 and topic.pairs[f"{inside[-2].low} {inside[-1].low.rstrip('s')}"] > 1:
        return any(zipf(token.low) < _COMMON for token in inside)
    return technical or (len(inside) > 1 and anchored([token.low for token in inside], f"the {text}", topic))


def _as_name(inside: Sequence[Token], text: str, line: Line, topic: Topic) -> Asked | None:
    """A name, when its own last word, the article or a list says what kind of thing it is."""
    name = next((n for n in line.names if n.start == inside[0].start and n.end == inside[-1].end), None)
    if name is None or name.text.lower() in topic.main or name.kind is Kind.PEOPLE:
        return None
    if name.kind is Kind.STATE:
        return None
    if name.kind is Kind.CITY:
        return Asked(text, False, "Which city", Technique.WHICH, text, doubts=("place",))
    if name.kind is Kind.PERSON or text in topic.persons or inside[-1].text in topic.persons:
        if _called_after(name, line):
            return Asked(text, False, "What", Technique.SUBJECT, text)
        return Asked(text, False, "Who", Technique.DEED, text)
    kind = topic.kinds.of.get(text.lower(), "") or {
        Kind.COUNTRY: "country",
        Kind.ORGANISATION: "organization",
    }.get(name.kind, "")
    last = inside[-1].low
    if text.endswith(("Supreme Court", "Constitution")):
        return None
    if len(inside) > 1 and name.kind in (Kind.LAW, Kind.EVENT, Kind.ORGANISATION) and usable(last):
        noun = "organization" if last.endswith("s") and name.kind is Kind.ORGANISATION else last
        return Asked(text, False, f"Which {noun}", Technique.WHICH, text.rpartition(" ")[0])
    if kind:
        return Asked(text, False, f"Which {kind}", Technique.WHICH, text)
    thing = name.kind in (Kind.LAW, Kind.EVENT) or (
        name.start > 2 and line.text[: name.start].lower().endswith("the ")
    )
    if len(inside) < 2 or not thing or last.endswith("s") or last in _PEOPLE:
        return None
    return Asked(text, False, "What", Technique.SUBJECT, text)


def _called_after(name: Name, line: Line) -> bool:
    """Whether a thing has a person's name before its own noun: `the Roosevelt Corollary`."""
    last = name.text.split()[-1].lower()
    article = line.text[: name.start].lower().endswith("the ")
    return article and " " in name.text and may_be(last, "NN") and last not in _PEOPLE


def _as_term(inside: Sequence[Token], text: str, line: Line, topic: Topic) -> Asked | None:
    opens = inside[0].start < len("The ") + 1
    answer = small(text, topic.capitals) if opens else text
    if plain_noun(inside, line, topic):
        answer = text.lower()
    head, many = inside[-1], inside[-1].tag in _MANY
    somebody = head.low in _PEOPLE or singular(head.low) in _PEOPLE or bool(_SOMEBODY.search(head.low))
    if not _telling(inside, text, topic) or head.low in ("percent", "%"):
        return None
    if somebody:
        asked = Asked(answer, False, "Who", Technique.SUBJECT, text, doubts=("people",))
        return asked if many and _marked(text, topic) else None
    kind = topic.kinds.of.get(text.lower()) or topic.kinds.of.get(singular(text.lower()), "")
    if len(inside) > 1 and usable(head.low) and topic.kinds.heads.get(singular(head.low), 0) > 1:
        rest = text[: head.start - inside[0].start].strip(" -")
        if _of_degree(inside) and not _marked(text, topic):
            return None
        also = (small(rest, topic.capitals),) if inside[-2].tag in ("JJ", "NNP") else ()
        return Asked(answer, many, f"Which {head.low}", Technique.WHICH, rest, also)
    if kind:
        which = f"Which {_many(kind) if many else kind}"
        return Asked(answer, many, which, Technique.WHICH, f"{text} {kind}")
    return Asked(answer, False, "What", Technique.SUBJECT, text)


def _of_degree(inside: Sequence[Token]) -> bool:
    """Whether two everyday words in one say which: `long-term relationships`, `well-organized interests`."""
    parts = inside[0].low.split("-")
    return len(parts) > 1 and all(len(part) > 2 and zipf(part) > _RARE for part in parts)


def _telling(inside: Sequence[Token], text: str, topic: Topic) -> bool:
    """Whether the words name something of the field: marked, technical, or coming again and again."""
    low = text.lower()
    if len(inside) == 1:
        if _marked(text, topic) or _SIGNS.fullmatch(text):
            return zipf(low) < _COMMON
        return zipf(low) < _RARE or (zipf(low) < _FAMILIAR and topic.spread[low] >= _OFTEN)
    if _marked(text, topic) or topic.pairs[f"{inside[-2].low} {inside[-1].low.rstrip('s')}"] > 1:
        return True
    return any(zipf(token.low) < _COMMON for token in inside)


def noun_before(tokens: Sequence[Token], end: int) -> int | None:
    """Where the noun that ends there starts, with its article; None where another one may be meant."""
    first = end
    while first and tokens[first - 1].tag in NOMINAL:
        first -= 1
    if first == end or not tokens[end - 1].tag.startswith("NN"):
        return None
    if first and tokens[first - 1].tag == "DT":
        first -= 1
    elif first and tokens[first - 1].tag == "VBG" and tokens[first - 2].tag in ("DT", "CC"):
        return None
    if not first:
        return first
    before = tokens[first - 1]
    return first if before.tag[:2] in ("VB", "IN", "TO") and before.low != "of" else None


def _many(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith("sis"):
        return noun[:-2] + "es"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
