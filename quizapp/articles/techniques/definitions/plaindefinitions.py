"""Definitions that open a sentence of plain prose, behind an adjunct or an aside if need be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.definiens import vague
from quizapp.articles.techniques.definitions.defining import HALF, may_pick_out, said_share
from quizapp.articles.techniques.definitions.definitions import TECHNICAL, is_term
from quizapp.articles.techniques.definitions.meanings import (
    OF_PERSON,
    fits,
    of_people,
    tells,
    trimmed,
)
from quizapp.articles.techniques.definitions.whatis import agrees, what_is
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import opened, plural, question, small, words
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.wordlists import wordlist

_FRONT = re.compile(
    r"^(?:(?:In|For|Within|Among|According to|Coined by|Introduced by|First described by|Literally"
    r"|Technically|To [a-z]+ists)\b[^,;:]{0,70}, )"
)
_DEFINES = re.compile(
    r"^(?P<article>The |An? )?(?P<said>(?:term|word|phrase|concept of|notion of|idea of) )?[“\"]?"
    r"(?P<term>[^\W\d_][\w’'-]*(?: [\w’'-]+){0,4}?)[”\"]?(?: \([^()]*\))?(?:, [^,;:]{3,60},)?"
    r" (?:simply |often |generally |typically |usually |most often |essentially |basically |thus |also )?"
    r"(?P<verb>is defined as|are defined as|can be defined as|may be defined as|is understood as|refers to"
    r"|refer to|is the term for|is the name for|is a term for|is|are)"
    r" (?:simply |often |generally |typically |usually |essentially |basically )?(?P<meaning>[^;:—]+?)\.$"
)
_NO_HEAD = re.compile(
    r"(?:each|all|both|home|thought|spread|fond|tax-exempt|that|when|what|where|how|why|its|their|his|her|people|perhaps|no|not"
    r"|(?:an?|the) (?:same|only|first|second|third|next|last|most|other|\w+est))\b"
)
_JUDGING = re.compile(
    r"^(?:an?|the) (?:[\w-]+ )?(?:result|reason|problem|issue|example|challenge|question|concern|matter"
    r"|thing|solution|fact|consequence|limit|shortage|topic|source|perfect|relatively|recent|growing|vital"
    r"|controversial|vast|significant|good|great|best|worst|case|tool|step|feature|debate|part|way|mix|mainstay"
    r"|fluid of choice|labor union|centre|center|home|favou?rite)\b|\$"
)
_OURS = re.compile(
    r"\b(?:our|we|us)\b[^,]*\b(?:example|case|discussion|chapter|text|figure|will|can see)\b", re.I
)
_OPENERS = wordlist("definitions openers")
_VAGUE_OPENERS = wordlist("defining vague openers")
_GENERIC = wordlist("definitions generic terms")
_STOPS = frozenset({"IN", "WDT", "WP", "TO", "VBZ", "VBP", "VBD", "VBN", "VBG", "MD", "WRB", "POS", ","})
_WELL_KNOWN, _LEAST, _MOST_TERM = 6.0, 5, 5


def plain_definitions(line: Line, topic: Topic) -> Iterator[Candidate]:
    """Both directions of a definition that a sentence without emphasised terms opens with."""
    if line.terms:
        return
    front = _FRONT.match(line.text)
    text = opened(line.text[front.end() :]) if front else line.text
    found = _DEFINES.match(text)
    if found is None:
        return
    term, strong = found["term"].strip(), found["verb"] not in ("is", "are")
    if not _may_be_defined(term, found["article"] or "", strong, line, topic):
        return
    meaning = trimmed(found["meaning"])
    if _OURS.search(meaning):
        return
    meaning = of_people(meaning)
    if (
        _NO_HEAD.match(meaning)
        or vague(meaning)
        or not _opens_with_noun(meaning)
        or _JUDGING.match(meaning)
        or OF_PERSON.match(meaning)
        or tells(meaning)
    ):
        return
    if len(meaning.split()) < _LEAST or not fits(meaning, term) or not agrees(term, meaning):
        return
    if plural(term) != (found["verb"] in ("are", "refer to")):
        return
    article = "" if found["said"] else (found["article"] or "").strip().lower()
    shown = term if any(part[0].isupper() for part in term.split()[1:]) else small(term, topic.capitals)
    about = set(words(term)) <= topic.title_words
    shared = said_share(meaning, term)
    if not about and not shown[0].isupper() and may_pick_out(meaning) and shared <= HALF:
        prompt = question(f"What is the term for {small(meaning, topic.capitals)}")
        yield Candidate(Technique.DEFINITION, Form.SHORT, prompt, shown, line, (), strong)
    asked = what_is(shown, article, meaning) if not found["said"] else f"What is meant by “{shown}”?"
    yield Candidate(Technique.MEANING, Form.FREE, asked, opened(meaning), line, (), strong)


def _may_be_defined(term: str, article: str, strong: bool, line: Line, topic: Topic) -> bool:
    """Whether the words that open a sentence can be a term that it defines."""
    parts = words(term)
    if not parts or len(parts) > _MOST_TERM or parts[0] in _OPENERS | _VAGUE_OPENERS or not is_term(term):
        return False
    if (
        parts[0] in ("next", "second", "third", "current", "final", "main", "overall")
        or "’s" in term
        or "'s" in term
        or re.search(r"\b(?:and|or|in|for|to)\b", term)
    ):
        return False
    if all(part in _GENERIC for part in parts) or (parts[-1] in _GENERIC and article == "The "):
        return False
    tags = {token.tag for token in tagged(term)}
    if tags & {"RB", "JJS", "JJR", "CD", "RBR", "RBS"} or (" of " in term and not strong):
        return False
    above = topic.title_words | topic.keywords | set(words(line.heading))
    if (
        article == "The "
        and not strong
        and (plural(term) or not any(_telling(part, above) for part in parts))
    ):
        return False
    named = any(
        name.start <= line.text.find(term) < name.end and name.kind is not Kind.OTHER for name in line.names
    )
    known = len(parts) == 1 and zipf(parts[0]) > _WELL_KNOWN and not strong
    return not named and not known


def _telling(part: str, above: Set[str]) -> bool:
    """Whether a word is technical, or what the article or the section is about."""
    return part in above or zipf(part) < TECHNICAL


def _opens_with_noun(meaning: str) -> bool:
    """Whether a noun with its adjectives opens it: `stars that ...`, not `fond of ...`."""
    tokens = tagged(meaning)
    stop = next((i for i, token in enumerate(tokens) if token.tag in _STOPS and i), len(tokens))
    if tokens[0].tag == "DT":
        return any(token.tag.startswith("NN") for token in tokens[:stop])
    head = tokens[stop - 1]
    listed = stop < len(tokens) and tokens[stop].text == ","
    return tokens[0].tag in ("JJ", "NN", "NNS") and head.tag in ("NN", "NNS") and not listed
