"""Key terms that nothing marks: gaps where a sentence tells what its recurring or technical term does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.definitions import DIFFERENCE, TECHNICAL, is_term
from quizapp.articles.techniques.definitions.meanings import fits, tells, trimmed
from quizapp.articles.techniques.gaps.cloze import gapped, gives_away
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import opened, plural, question, small, words
from quizapp.articles.words.tagging import Token
from quizapp.articles.words.verbs import BE
from quizapp.articles.words.wordlists import wordlist

_NAMING = frozenset({"NN", "NNS", "JJ", "VBG"})
_LONGEST = 3
_RECURS = 2
_RARE = 3.0
_NO_DEEDS = wordlist("keyterms no deeds")
_TOO_WIDE = wordlist("keyterms too wide")
_HEDGED = re.compile(
    r"\b(?:may|might|could|would|perhaps|probably|likely|possibly|seems?|such|here|now|today|recently|this|these"
    r"|another|other|also|even|more|less)\b"
)
_IN_TERM = re.compile(
    r"^In (?P<article>an? )?(?P<term>[a-z][a-z’'-]+(?: [a-z][a-z’'-]+){0,2}), (?P<rest>[^,].*)\.$"
)
_MEANING_THAT = re.compile(r"(?<![\w-])(?P<word>[a-z][a-z-]{4,}), meaning (?:that )?(?=(?:[a-z’']+ ){3})")
_WHERE = re.compile(r", (?:in which(?! case)|whereby) (?P<what>[^,;:]{20,140})(?=[,.])")
_OR = re.compile(r",? or (?P<meaning>(?:an? |the |[a-z]+ing |[a-z]+ )[^,;:—()]{16,150})(?=, [a-z]|\.$)")
_POINTS = re.compile(
    r"\b(?:this|these|those|such|that|it|they|them|he|she|its|their|his|her|we|our|you|your)\b", re.I
)
# `T can be A`, `T does not have to`: no deed or event that what is asked for could be.
_FREE = re.compile(
    r"^(?:[\w’'-]+ ){1,6}(?:will|can|must|should|(?:do|does|is|are|need|can) ?not) "
    r"|\b(?:do|does|need) not have to\b"
)
# What stands beside a term before its statement: `In T, or another name, ...`, `In T, the last step, ...`.
_BESIDE = re.compile(r"^(?:or [^,]{3,40}|the (?:first|second|third|next|last|final) [^,]{3,40}), ")
_LEAST_TOLD, _MOST_SAID, _LEAST_OR, _EVERYDAY = 6, 26, 5, 3.3


def key_terms(line: Line, topic: Topic) -> Iterator[Candidate]:
    """A gap for a key term that is the subject, or that the sentence opens with as `In a T, ...`."""
    yield from _opening(line, topic)
    if line.terms:
        return
    yield from _explained(line, topic)


_AGENTS = re.compile(r"(?:er|or|ist|ian|ee|ant|man|men)s?$")
_REDUCED = re.compile(r"\b[a-z]+ed (?:by|from|to|in|with|for|on|as|[a-z]+s)\b")


def _opening(line: Line, topic: Topic) -> Iterator[Candidate]:
    found = _IN_TERM.match(line.text)
    if found is None:
        return
    start, end = found.span("term")
    inside = [token for token in line.tokens if start <= token.start < end]
    process = re.search(r"(?:ing|tion|ment|sm|sis|ship|acy)$", found["term"])
    marked = any(term.start == start and term.end == end for term in line.terms)
    if re.search("(?:ogy|ics|ory)$", found["term"]) or not (marked or is_key(inside, line, topic)):
        return
    if len(found["rest"].split()) < _LEAST_TOLD + 2:
        return
    against = {
        "no article": not (found["article"] or process),
        "hedged": _HEDGED.search(found["rest"]),
    }
    doubts = tuple(slug for slug, holds in against.items() if holds)
    yield from _gap(line, start, end, gapped(line.text, start, end), topic, doubts)
    said = _BESIDE.sub("", found["rest"])
    plain = (
        found["article"]
        and zipf(inside[-1].low) > _KNOWN
        and min(zipf(token.low) for token in inside) > _EVERYDAY
    )
    free = plain or _POINTS.search(said) or _FREE.search(said) or len(said.split()) > _MOST_SAID
    if not (doubts or free):
        article = found["article"] or ""
        prompt = question(f"What happens in {article}{found['term']}")
        yield Candidate(Technique.KEY_TERM, Form.FREE, prompt, opened(said), line, (), sure=True)


def _explained(line: Line, topic: Topic) -> Iterator[Candidate]:
    """A gap for T in `is T, meaning that ...` and `a T, in which ...`; the meaning in `T, or D`."""
    for found in _MEANING_THAT.finditer(line.text):
        index = next((i for i, token in enumerate(line.tokens) if token.start == found.start()), None)
        if index is None:
            continue
        lead = [token for token in line.tokens[max(0, index - 3) : index] if token.tag != "RB"]
        named = lead and (lead[-1].low in BE or lead[-1].low in ("considered", "called", "a", "an"))
        if named and zipf(found["word"]) < _KNOWN and line.tokens[index].tag in ("JJ", "NN", "VBN", "NNS"):
            start, end = found.span("word")
            yield from _gap(line, start, end, gapped(line.text, start, end), topic)
    for found in _WHERE.finditer(line.text):
        span = _phrase_before(line.tokens, found.start())
        if span is None or any(token.low in _TOO_WIDE for token in line.tokens[slice(*span)]):
            continue
        if line.tokens[span[0]].tag == "VBG":
            continue
        doubts = () if _technical(line.tokens[slice(*span)]) else ("not technical",)
        start, end = line.tokens[span[0]].start, line.tokens[span[1] - 1].end
        yield from _gap(line, start, end, gapped(line.text, start, end), topic, doubts)
    for found in _OR.finditer(line.text):
        span = _phrase_before(line.tokens, found.start())
        if span is not None:
            yield from _or(line, span, found["meaning"], topic)


_KNOWN = 4.6


def _or(line: Line, span: tuple[int, int], said: str, topic: Topic) -> Iterator[Candidate]:
    inside = line.tokens[slice(*span)]
    term, meaning = line.text[inside[0].start : inside[-1].end], trimmed(said)
    if line.text[inside[-1].end] != "," or term != term.lower():
        return
    kind = re.match(r"(?:an?|the) ", meaning)
    ing = inside[-1].low.endswith("ing")
    if (
        not (kind or (ing and re.match(r"[a-z]+ing ", meaning)))
        or "," in line.text[max(0, inside[0].start - 30) : inside[0].start]
    ):
        return
    if (
        len(meaning.split()) < _LEAST_OR
        or not DIFFERENCE.search(meaning.partition(" ")[2])
        or tells(_REDUCED.sub(" ", meaning))
    ):
        return
    if not is_term(term) or plural(term) or not (len(inside) > 1 or zipf(term) < _KNOWN):
        return
    if kind and not fits(meaning, term):
        return
    yield Candidate(
        Technique.MEANING,
        Form.FREE,
        question(f"What is meant by “{small(term, topic.capitals)}”"),
        opened(meaning),
        line,
    )


def _gap(
    line: Line, start: int, end: int, made: str, topic: Topic, doubts: tuple[str, ...] = ()
) -> Iterator[Candidate]:
    name = line.text[start:end]
    rest = line.text[:start] + " " + line.text[end:]
    if gives_away(rest, name):
        return
    answer = small(name, topic.capitals) if start == 0 else name
    yield Candidate(Technique.KEY_TERM, Form.CLOZE, made, answer, line, (), sure=not doubts, doubts=doubts)


def is_key(tokens: Sequence[Token], line: Line, topic: Topic) -> bool:
    """Whether words are a term that the article comes back to, names in a heading, or takes from a field."""
    if not 1 <= len(tokens) <= _LONGEST or not all(token.tag in _NAMING for token in tokens):
        return False
    if tokens[-1].tag not in ("NN", "NNS", "VBG") or any(token.low in _TOO_WIDE for token in tokens):
        return False
    term = line.text[tokens[0].start : tokens[-1].end]
    if not is_term(term) or any(
        name.start < tokens[-1].end and tokens[0].start < name.end and topic.capitals.proper(name.text)
        for name in line.names
    ):
        return False
    headed = set(words(term)) <= set(words(line.heading))
    if any(word[:5] in topic.title.lower() for word in words(term) if len(word) > 4 and len(tokens) == 1):
        return False
    if len(tokens) == 1 and _AGENTS.search(term):
        return False
    if len(tokens) == 1:
        count = topic.spread[tokens[0].low]
        return (
            headed
            or (zipf(term) < TECHNICAL and count >= _RECURS)
            or (zipf(term) < _KNOWN and count > _RECURS)
            or 0 < zipf(term) < _RARE
        )
    recurs = topic.pairs[f"{tokens[-2].low} {tokens[-1].low.rstrip('s')}"] >= _RECURS
    return headed or recurs or _technical(tokens)


def _technical(tokens: Sequence[Token]) -> bool:
    return any(zipf(token.low) < TECHNICAL for token in tokens if token.tag != "DT") and not any(
        token.low in _TOO_WIDE for token in tokens
    )


def _phrase_before(tokens: Sequence[Token], end: int) -> tuple[int, int] | None:
    """The nouns with their adjectives that end at a character; None where they may be one of a run."""
    last = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].end <= end), None)
    if last is None or tokens[last].tag not in ("NN", "NNS", "VBG"):
        return None
    first = last
    while first and tokens[first - 1].tag in ("NN", "JJ", "VBG") and last - first < _LONGEST - 1:
        first -= 1
    if first and (
        tokens[first - 1].tag in ("CC", "CD", "PRP$", "POS", "NN", "NNS", "NNP", "JJ")
        or tokens[first - 1].text == ","
    ):
        return None
    if first > 1 and tokens[first - 1].text[0].isupper():
        return None
    return first, last + 1
