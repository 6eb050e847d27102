"""What stands right behind an emphasised term and tells of it: `T, in which A`, `T, Ds that A`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import finite
from quizapp.articles.sense.prose import Line, Term
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.definitions import is_term
from quizapp.articles.techniques.definitions.meanings import fits, trimmed
from quizapp.articles.techniques.definitions.whatis import article_before
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import opened, plural, question, small, words
from quizapp.articles.words.tagging import tagged

_IN_WHICH = re.compile(r"^, (?:in which|whereby) (?!case\b)(?P<what>[^;:—]{20,200})\.$")
_KINDS = re.compile(
    r"^, (?:or )?(?P<meaning>(?!or\b|and\b)(?:[a-z-]+ly )?(?:[a-z-]+,? ){0,3}[a-z-]+s"
    r" (?:that|which|who|capable of|composed of|containing|consisting of|made of|made up of|used to"
    r"|used for|with|found in) [^;:—]{12,140}?)"
    r"(?:, (?:and|but|so) [^,]*)?\.$"
)
_POINTERS = re.compile(
    r"\b(?:this|these|those(?! (?:who|that|of|in|with))|such(?! as)|he|she|we|you|our|your|us|his|her|former"
    r"|latter|another|here|above|below|following|however|therefore|thus|now|today|example)\b",
    re.IGNORECASE,
)
_RELATES = re.compile(r" (?:that|which|who|capable|composed|containing|consisting|made|used|with|found) ")
_PRONOUN = re.compile(r"^(?:it|they|there|its|their)\b")
_NO_SPEECH = re.compile(r"\b(?:and|or|of|between)(?: the| an?)? $")
_KNOWN, _LEAST, _MOST = 4.7, 6, 28


def asides_of_terms(line: Line, topic: Topic) -> Iterator[Candidate]:
    """What happens in T, and what T are, where that stands right behind the emphasised T."""
    for term in line.terms:
        before, after = line.text[: term.start], line.text[term.end :]
        if not is_term(term.text) or all(zipf(word) > _KNOWN for word in words(term.text)):
            continue
        if (found := _IN_WHICH.match(after)) is not None:
            yield from _happening(line, term, article_before(before), found["what"], topic)
        elif (found := _KINDS.match(after)) is not None and not _NO_SPEECH.search(before):
            yield from _kinds(line, term, found["meaning"], topic)


def _happening(line: Line, term: Term, article: str, what: str, topic: Topic) -> Iterator[Candidate]:
    tokens = tagged(what)
    said = opened(what)
    if _POINTERS.search(what) or _PRONOUN.match(what) or not _LEAST <= len(what.split()) <= _MOST:
        return
    if not article and not plural(term.text) and re.search(r"\bof $", line.text[: term.start]):
        return
    if not any(finite(tokens, index) for index in range(1, len(tokens))):
        return
    shown = f"{article} {small(term.text, topic.capitals)}".strip()
    yield Candidate(
        Technique.TOLD, Form.FREE, question(f"What happens in {shown}"), said, line, (), sure=True
    )


def _kinds(line: Line, term: Term, said: str, topic: Topic) -> Iterator[Candidate]:
    meaning = trimmed(said)
    if not plural(term.text) or not fits(meaning, term.text) or _POINTERS.search(meaning):
        return
    head = tagged(_RELATES.split(meaning)[0])
    if not head or head[-1].tag != "NNS" or any(token.tag.startswith("VB") for token in head[:-1]):
        return
    name = small(term.text, topic.capitals)
    yield Candidate(
        Technique.TOLD, Form.FREE, question(f"What are {name}"), opened(meaning), line, (), sure=True
    )
    if not set(words(meaning)) & set(words(name)):
        prompt = question(f"What is the term for {meaning}")
        yield Candidate(Technique.TOLD, Form.SHORT, prompt, name, line, term.aliases, sure=True)
