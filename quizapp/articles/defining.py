"""What a term means, said in any way that prose has: whether it is a definition, and how it is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.cloze import gives_away
from quizapp.articles.drafts import Technique
from quizapp.articles.entities import Kind
from quizapp.articles.lexicon import zipf
from quizapp.articles.meanings import OF_PERSON, fits, picks_out, tells, trimmed
from quizapp.articles.phrasing import opened, plural, question, small, words
from quizapp.articles.prose import Line
from quizapp.articles.tagging import Token, tagged
from quizapp.articles.topic import Topic
from quizapp.articles.whatis import agrees, what_is
from quizapp.articles.wordlists import wordlist

_OPENERS = wordlist("definitions openers")
_GENERIC = wordlist("definitions generic terms")
_VAGUE_TERM = wordlist("defining vague openers")
_HEADS = wordlist("defining vague heads")
_VALUES = wordlist("defining values")
_NOUNS = ("NN", "NNS", "NNP", "NNPS", "VBG", "FW")
_IN_TERM = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBN", "VBG", "FW", "CD", "HYPH"})
_TELLS_APART = frozenset({"IN", "WDT", "WP", "WRB", "VBN", "VBG", "TO", "WP$", "VBD"})
_EXAMPLES = re.compile(
    r"(?:,|—| –)? ?(?:such as|including|like|e\.g\.,?|for example,?|for instance,?) [^—–;:]{4,120}?(?:—| – )"
)
_NOT_APART = re.compile(r"\b(?:in|of) (?:the )?(?:\w+ )?(?:world|life|history|country|article|book|process)$")
_ADVERBS = re.compile(
    r"^(?:simply|usually|generally|typically|often|basically|essentially|just|thus|therefore|actually|really"
    r"|primarily|traditionally|commonly|technically|merely|roughly|broadly|largely|mostly) "
)
_RANKED = re.compile(
    r"^(?:one|two|three|four|five|some|many|most|all|both|each|every|no|not|perhaps|probably|almost|nearly"
    r"|about|only|always|never|either|neither|more|less|much|very|too|quite|rather|what|how|when|where|why"
    r"|that|if|because|there|here|his|her|its|their|our|your|my)\b"
)
_SET = re.compile(
    r"^(?:an?|the|any) (?:[\w-]+ ){0,2}?(?P<head>group|class|type|kind|form|family|set|number|variety|list|species"
    r"|genus|series|part|piece|branch|state|process|method|measure|collection|amount|field)s? of (?P<rest>.+)$"
)
_COMMON, _KNOWN, _EVERYDAY = 4.7, 5.4, 6.0
_LEAST, _MOST, _MOST_TERM = 4, 28, 5
_OF_TWO = 8


@dataclass(frozen=True, slots=True)
class Meant:
    """A term and what a line says that it is; `article` as it stands before the term, `link` what joins them.

    `sure` tells that the wording itself says that this is what the term means.
    """

    term: str
    article: str
    meaning: str
    link: str
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Ways:
    """The techniques for the two directions: which term a meaning has, and what a term means."""

    term: Technique
    meaning: Technique


def asked_both_ways(
    meant: Meant, line: Line, topic: Topic, ways: Ways, field: str = ""
) -> Iterator[Candidate]:
    """The questions for a meaning and for its term; none when this is no definition that can stand alone."""
    meaning = cleaned(meant.meaning)
    if not may_be_term(meant, line, topic) or not defines(meaning, meant.term):
        return
    if not meant.sure and not agrees(meant.term, meaning):
        return
    shown = _shown(meant.term, topic)
    front = f"{field}, " if field else ""
    if _names_one(meant, line, topic) is False and picks_out(meaning) and not gives_away(meaning, meant.term):
        said = small(meaning, topic.capitals)
        prompt = question(f"{front}{'what' if front else 'What'} is the term for {said}")
        if not set(words(meant.term)) <= topic.title_words:
            yield Candidate(ways.term, Form.SHORT, prompt, shown, line, (), meant.sure)
    if _says_only_its_name(meant.term, meaning):
        return
    asked = (
        f"What is meant by “{shown}”?" if _apart(meant) else what_is(shown, meant.article.lower(), meaning)
    )
    if front:
        asked = front + asked[0].lower() + asked[1:]
    yield Candidate(ways.meaning, Form.FREE, asked, opened(meaning), line, (), meant.sure)


def _apart(meant: Meant) -> bool:
    return meant.link not in ("is", "are", ",")


def cleaned(meaning: str) -> str:
    """A meaning without examples between dashes, without adverbs in front and clauses behind it."""
    text = _EXAMPLES.sub(" ", meaning.strip(" ,"))
    for _ in range(2):
        text = _ADVERBS.sub("", text)
    return trimmed(text)


def defines(meaning: str, term: str) -> bool:
    """Whether the words say what something is: a noun of some kind, and what tells it from its like."""
    count = len(meaning.split())
    if not _LEAST <= count <= _MOST or _RANKED.match(meaning) or tells(meaning) or not fits(meaning, term):
        return False
    if OF_PERSON.match(meaning) or re.search(r"[$€£%]|\d{3}", meaning):
        return False
    tokens = tagged(meaning)
    head = head_of(tokens)
    if head is None:
        return False
    before = {token.low for token in tokens[:head]}
    if before & _VALUES or tokens[head].low in _HEADS or any(t.tag in ("JJS", "RBS") for t in tokens[:head]):
        return False
    within = _SET.match(meaning)
    told = within["rest"] if within else meaning
    if within and len(told.split()) < 2:
        return False
    rest = tokens[head + 1 :]
    if not any(token.tag in _TELLS_APART or token.low == "that" for token in rest):
        return False
    return not _NOT_APART.search(meaning) or count > _OF_TWO


def head_of(tokens: Sequence[Token]) -> int | None:
    """The noun that a meaning opens with, after its article and adjectives; None when none does."""
    index = 0
    if tokens and (tokens[0].tag == "DT" or tokens[0].low in ("any", "one")):
        index = 1
    last = None
    while index < len(tokens) and (
        tokens[index].tag in _IN_TERM or tokens[index].text in ("-", ",") or tokens[index].tag in ("CC", "RB")
    ):
        if tokens[index].tag in _NOUNS:
            last = index
        if tokens[index].tag in ("VBN", "VBG", "RB", "CC") and last is not None:
            break
        if tokens[index].text == "," and last is not None:
            break
        index += 1
    return last


def may_be_term(meant: Meant, line: Line, topic: Topic) -> bool:
    """Whether the words can name what is defined: a noun with its adjectives, no everyday word alone."""
    term, parts = meant.term, words(meant.term)
    if not parts or len(term.split()) > _MOST_TERM or len(term) < 3 or parts[0] in _OPENERS | _VAGUE_TERM:
        return False
    if (
        "’s" in term
        and not term[0].isupper()
        or re.search(r"[“”\"$%()]|\d{2}| (?:and|or|for|to|from|at|by) ", term)
    ):
        return False
    tokens = tagged(term)
    if tokens[-1].tag not in (*_NOUNS, "JJ", "CD", "VBN") and zipf(parts[-1]) > 0:
        return False
    if any(t.tag not in _IN_TERM and t.low not in ("of", "the", "in", "’s", "'s", "-", "–") for t in tokens):
        return False
    if any(t.tag in ("JJR", "JJS", "RBR", "RBS") for t in tokens):
        return False
    telling = [part for part in parts if part not in _GENERIC and part not in ("of", "the", "in")]
    if not telling:
        return False
    if " of " in term and parts[0] in _GENERIC and not meant.sure:
        return False
    least = min(zipf(part) for part in telling)
    if len(parts) == 1 and least > (_EVERYDAY if meant.sure else _KNOWN):
        return False
    if meant.article.lower() == "the" and not meant.sure:
        above = topic.title_words | topic.keywords | set(words(line.heading))
        if not (least < _COMMON or any(part in above for part in telling) and len(parts) > 1):
            return False
    return True


def _names_one(meant: Meant, line: Line, topic: Topic) -> bool:
    """Whether the term is the name of somebody or something and no kind of thing."""
    if not meant.term[:1].isupper():
        return False
    return any(
        name.text in meant.term and name.kind not in (Kind.OTHER, Kind.LAW, Kind.EVENT) for name in line.names
    ) or topic.capitals.proper(meant.term.split()[0])


def _shown(term: str, topic: Topic) -> str:
    alone = " " not in term and term[1:].islower() and zipf(term) > 0 and not topic.capitals.upper[term]
    return term.lower() if alone else small(term, topic.capitals)


def _says_only_its_name(term: str, meaning: str) -> bool:
    said = [word[:5] for word in words(meaning) if len(word) > 3]
    own = [word[:5] for word in words(term) if len(word) > 3]
    return bool(own) and all(word in said for word in own)


def several(term: str) -> bool:
    """Whether a term names several things."""
    return plural(term)
