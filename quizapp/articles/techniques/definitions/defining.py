"""What a term means, said in any way that prose has: whether it is a definition, and how it is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.cutting import cleaned
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.definiens import counts_as, defines
from quizapp.articles.techniques.definitions.meanings import picks_out
from quizapp.articles.techniques.definitions.whatis import agrees, what_is
from quizapp.articles.techniques.gaps.cloze import gives_away
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.lexicon import entry, may_be, zipf
from quizapp.articles.words.phrasing import opened, plural, question, small, words
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.wordlists import wordlist

_OPENERS = wordlist("definitions openers")
_GENERIC = wordlist("definitions generic terms")
_VAGUE_TERM = wordlist("defining vague openers")
_NO_FIRST = _OPENERS | _VAGUE_TERM | {"being", "having"}
_OF_ONE = wordlist("defining openers of one")
_NOUNS = ("NN", "NNS", "NNP", "NNPS", "VBG", "FW")
_NO_TERMS = (Kind.PERSON, Kind.CITY, Kind.COUNTRY, Kind.STATE, Kind.PEOPLE)
_IN_TERM = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBN", "VBG", "FW", "CD", "HYPH"})
_ROLES = wordlist("definiens vague heads")
_IN_FIELD = re.compile(
    r"^(?P<term>.+) (?P<field>in (?:[a-z]+(?:ics|ogy|istry|graphy|nomy|metry|sophy)|computing|law"
    r"|accounting|marketing"
    r"|finance|medicine|music|politics|history|engineering|business|logic))$"
)
_RARE, _COMMON, _EVERYDAY = 4.7, 5.2, 6.0
_COLLECTIVE = re.compile(
    r"(?:an?|the) (?:[\w-]+ )?(?:group|sub-?group|type|class|family|set|form|kind|sum|subset|genus"
    r"|series|collection|body) of "
)
_RELATIVE = re.compile(r" (?:that|which|who|whose|where|whereby|used|made|caused) ")
HALF = 0.5
"""The largest share of its words that a question may say of a term."""
_MOST_TERM, _ALIKE, _FEW = 6, 2, 5


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
    if within := _IN_FIELD.match(meant.term):
        meant, field = replace(meant, term=within["term"]), opened(within["field"])
    if not may_be_term(meant, line, topic) or not defines(meaning, meant.term):
        return
    alike = agrees(meant.term, meaning) and counts_as(meaning) != ("one" if plural(meant.term) else "many")
    if not meant.sure and not alike and not _COLLECTIVE.match(meaning):
        return
    shown = _shown(meant.term, topic)
    front = f"{field}, " if field else ""
    if (
        _names_one(meant, line, topic) is False
        and may_pick_out(meaning)
        and said_share(meaning, meant.term) <= HALF
    ):
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


def may_pick_out(meaning: str) -> bool:
    """Whether one term alone may fit: not where the words are few and none tells it from its like."""
    return picks_out(meaning) or len(meaning.split()) > _FEW or bool(_RELATIVE.search(meaning))


def said_share(meaning: str, term: str) -> float:
    """The share (0 to 1) of the words of a term that its meaning says."""
    own = [word for word in words(term) if len(word) > _ALIKE]
    return sum(gives_away(meaning, word) for word in own) / max(1, len(own))


def _apart(meant: Meant) -> bool:
    return meant.link not in ("is", "are", ",")


def may_be_term(meant: Meant, line: Line, topic: Topic) -> bool:
    """Whether the words can name what is defined: a noun with its adjectives, no everyday word alone."""
    term, parts = meant.term, words(meant.term)
    if not parts or len(term.split()) > _MOST_TERM or len(term) < 3 or parts[0] in _NO_FIRST:
        return False
    if ("’s" in term and not term[0].isupper()) or re.search(
        r"[“”\"$%()]|\d{2}| (?:and|or|for|to|from|at|by) |[’'](?:s|) name$", term
    ):
        return False
    tokens = tagged(term)
    if tokens[-1].tag not in (*_NOUNS, "JJ", "CD", "VBN") and not may_be(parts[-1], "NN", "NNS"):
        return False
    if any(
        t.tag not in _IN_TERM
        and not (t.tag == "VBZ" and t is not tokens[0] and may_be(t.low, "NNS"))
        and t is not tokens[-1]
        and t.low not in ("of", "the", "’s", "'s", "-", "–")
        for t in tokens
    ):
        return False
    if any(t.low == "of" and tokens[i].tag not in _NOUNS for i, t in enumerate(tokens[1:])):
        return False
    if any(t.tag in ("JJR", "JJS", "RBR", "RBS") for t in tokens):
        return False
    if "NNP" in entry(term).tags and not entry(term.lower()).tags:
        return False
    if term[0].isupper() and any(n.kind in _NO_TERMS and n.text in term for n in line.names):
        return False
    telling = [part for part in parts if part not in _GENERIC and part not in ("of", "the", "in")]
    if not telling or any(
        t.tag == "VBG" and tokens[i].tag.startswith("NN") for i, t in enumerate(tokens[1:-1])
    ):
        return False
    loose = not meant.sure or meant.link.endswith((" described as", " thought of as"))
    if " of " in term and (parts[0] in _GENERIC | _ROLES) and loose:
        return False
    least = min(zipf(part) for part in telling)
    if len(parts) == 1 and least > _EVERYDAY:
        return False
    if meant.article.lower() == "the" and not meant.sure:
        if parts[0] in _OF_ONE or not re.match(r"(?:an?|the|any) ", meant.meaning):
            return False
        above = topic.title_words | topic.keywords | set(words(line.heading))
        if not (
            least < (_COMMON if len(parts) > 1 else _RARE)
            or (any(part in above for part in telling) and len(parts) > 1)
        ):
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
    """Whether each word of the term stands in its meaning, which then tells little."""
    said = [word for word in words(meaning) if len(word) > 3]
    own = [word for word in words(term) if len(word) > 3]
    return bool(own) and all(
        any(word[:5] == other[:5] and abs(len(word) - len(other)) <= _ALIKE for other in said) for word in own
    )
