"""Glosses: meanings that stand in brackets or between dashes behind a technical term."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.definiens import vague
from quizapp.articles.techniques.definitions.defining import may_pick_out
from quizapp.articles.techniques.definitions.definitions import DIFFERENCE, TECHNICAL, classifies, is_term
from quizapp.articles.techniques.definitions.meanings import fits, tells, trimmed
from quizapp.articles.techniques.definitions.whatis import agrees, article_before, what_is
from quizapp.articles.techniques.gaps.cloze import name_span
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import opened, plural, question, small, words
from quizapp.articles.words.tagging import tagged

_GLOSS = re.compile(
    r"(?: \((?P<inside>[^()]{14,150})\)|(?:—| – )(?P<between>(?:an?|the) [^—–;:()]{14,150})(?:—| – |\.$)"
    r"|: (?P<after>(?:an?|the|[a-z]+ (?:or|and) [a-z]+|[a-z]+s) [^—–;:()]{14,150}\.$))"
)
_IS_CALLED = re.compile(
    r"^(?P<meaning>(?:An?|The|Any|[A-Z][a-z]+s) [^,;:]{12,150}?) (?P<verb>is|are)"
    r" (?:also |often |sometimes |commonly |usually |generally )*(?:called|known as|termed|referred to as)"
    r" (?P<article>an? |the |)[“\"]?"
)
_OF = re.compile(r" of (?P<the>the )?(?:[a-z]+ )?[a-z]+(?=[.,;]| \()")
_ADJECTIVAL = frozenset({"NN", "JJ", "NNS", "VBG"})
_LONGEST, _LEAST, _EASY, _KNOWN = 2, 4, 12, 5.2


def glosses(line: Line, topic: Topic) -> Iterator[Candidate]:
    """Both directions of `serum (the liquid portion of blood that lacks clotting factors)`."""
    for found in _GLOSS.finditer(line.quote):
        term = _noun_at_end(line.quote[: found.start()])
        parts = words(term)
        if not parts or not is_term(term) or not any(zipf(part) < _KNOWN for part in parts):
            continue
        if not all(classifies(token) for token in tagged(term)):
            continue
        if any(part[0].isupper() for part in term.split()):
            continue
        said = found["inside"] or found["between"] or found["after"].rstrip(".")
        if found["inside"] and not re.match(r"(?:an?|the|any) ", said):
            continue
        meaning = trimmed(re.sub(r"\s*\[[^]]*\]", "", said))
        everyday = not any(zipf(part) < TECHNICAL for part in parts)
        if (everyday and not re.match(r"(?:an?|any) ", meaning)) or (" " in term and vague(f"a {term}")):
            continue
        if re.search(r"\bof (?:the )?$", line.quote[: found.start()].removesuffix(term)) and everyday:
            continue
        if tells(meaning) or len(meaning.split()) < _LEAST or not fits(meaning, term):
            continue
        if found["after"] and not DIFFERENCE.search(meaning):
            continue
        if " " not in term and meaning.startswith("the ") and parts[-1] in words(meaning):
            continue
        if not agrees(term, meaning) or re.search(r"\d", meaning):
            continue
        before = line.quote[: found.start()].removesuffix(term)
        asked = what_is(term, article_before(before), meaning)
        yield Candidate(Technique.MEANING, Form.FREE, asked, opened(meaning), line)
        if not may_pick_out(meaning) or set(parts) <= topic.title_words:
            continue
        prompt = question(f"What is the term for {small(meaning, topic.capitals)}")
        yield Candidate(Technique.DEFINITION, Form.SHORT, prompt, term, line)


def called_meanings(line: Line, topic: Topic) -> Iterator[Candidate]:
    """What a term means, from `Diseases acquired in hospitals are known as nosocomial diseases.`"""
    found = _IS_CALLED.match(line.text)
    if found is None:
        return
    span = name_span(line.tokens, found.end())
    if span is None:
        return
    of = _OF.match(line.text[span[1] :])
    if of and of["the"] and words(of.group())[-1] in words(found["meaning"]):
        of = None
    term = line.text[span[0] : span[1] + (of.end() if of else 0)]
    meaning = small(found["meaning"], topic.capitals)
    single = found["verb"] == "is"
    if plural(term) == single or not is_term(term) or set(words(term)) <= topic.title_words:
        return
    if tells(meaning) or not fits(meaning, term) or not DIFFERENCE.search(meaning.partition(" ")[2]):
        return
    article = found["article"].strip()
    head, said = words(term)[-1], words(re.split(r" (?:that|which|by|in|for|of) ", meaning)[0])
    if head in said and len(words(term)) > 2 and len(meaning.split()) <= _EASY:
        return
    prompt = question(f"What {found['verb']} {article} {small(term, topic.capitals)}")
    yield Candidate(Technique.MEANING, Form.FREE, prompt, opened(meaning), line, (), sure=True)


def _noun_at_end(text: str) -> str:
    """The noun with its adjectives that ends a text; "" when it may be a part of something longer."""
    tokens = tagged(text)
    if tokens and ("-" in tokens[-1].text or tokens[-1].tag == "CD"):
        return ""
    doing = bool(tokens) and tokens[-1].tag == "VBG" and zipf(tokens[-1].text) < TECHNICAL
    if not tokens or not (tokens[-1].tag in ("NN", "NNS") or doing) or tokens[-1].end != len(text):
        return ""
    first = len(tokens) - 1
    while first and tokens[first - 1].tag in _ADJECTIVAL and len(tokens) - first < _LONGEST:
        first -= 1
    if first and tokens[first - 1].tag in ("POS", "PRP$", "CD", *_ADJECTIVAL):
        return ""
    return text[tokens[first].start :]
