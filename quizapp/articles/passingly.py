"""Definitions given in passing: `T, which is a D`, `T, or D`, `T, that is, D`, `a D, or T`, `D (T)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.cloze import gives_away, name_span
from quizapp.articles.defining import Meant, Ways, asked_both_ways, cleaned, defines, may_be_term
from quizapp.articles.drafts import Technique
from quizapp.articles.lexicon import zipf
from quizapp.articles.meanings import picks_out
from quizapp.articles.nounphrases import phrase_before
from quizapp.articles.phrasing import plural, question, small, words
from quizapp.articles.prose import Line, remade
from quizapp.articles.tagging import Token
from quizapp.articles.topic import Topic
from quizapp.articles.wordlists import wordlist

_WAYS = Ways(Technique.PASSING_TERM, Technique.PASSING_MEANING)
_AFTER = re.compile(
    r"[”\"]?(?P<mark>, | ?— ?| – | \(|: )(?P<link>which (?:is|are) (?:defined as )?|which (?:refers?|refer) to |which means "
    r"|defined as |or |or, [\w ]{3,20}, |that is,? |i\.e\.,? |in other words, |meaning |(?=(?:an?|the|any) ))"
    r"(?:simply |usually |essentially |basically |generally )?"
    r"(?P<meaning>(?:[“\"]?[A-Za-z])[^;:—()]{14,190}?)(?=\)| ?—| – |, (?!and\b|or\b|[a-z]+, )[a-z]|;|[,.]?[”\"]?\.$|\.$|: )"
)
_BEFORE = re.compile(
    r"(?:, or (?:the |an? )?| \(|, (?:that is|i\.e\.),? (?:the |an? )?)[“\"]?(?P<name>[a-z])"
)
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_INSIDE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBN", "VBG"})
_HOLDING = wordlist("passingly holding")
_CLASSIFYING = re.compile(
    r"(?:(?<!norm)(?<!addition)(?<!speci)al|ic|ous|ary|ar|ate|oid|ine|ile|ive|ant|ent|ory|ed)$|-"
)
_MOST_WORDS, _RARE, _RARE_OF_TWO, _TECHNICAL, _LEAST = 4, 4.4, 4.9, 4.2, 4


def passing(line: Line, topic: Topic) -> Iterator[Candidate]:
    """Both directions of definitions that stand in passing behind a term that nothing marks."""
    quoted = line if "(" not in line.quote else remade(line, line.quote)
    for found in _AFTER.finditer(quoted.text):
        meant = _meant(quoted, found, topic)
        if meant is None:
            continue
        yield from asked_both_ways(meant, line, topic, _WAYS)
    yield from _reversed(quoted, line, topic)


def _meant(line: Line, found: re.Match[str], topic: Topic) -> Meant | None:
    mark, link = found["mark"].strip(), found["link"].strip()
    if mark == "(" and not link and not re.match(r"(?:an?|the|any) ", found["meaning"]):
        return None
    span = noun_before(line.tokens, found.start())
    if span is None:
        return None
    first, last, article = span
    term = line.cut(first, last)
    if any(t.start < line.tokens[last - 1].end and line.tokens[first].start < t.end for t in line.terms):
        return None
    if not _technical(line.tokens[first:last], topic) or set(words(term)) <= topic.title_words:
        return None
    rest = line.text[found.end() :]
    if not link and re.match(r", (?:and|or|the|an?)\b", rest):
        return None
    meaning = found["meaning"]
    if (
        link == "or"
        and not re.match(r"(?:an?|the|any) ", meaning)
        and " that " not in meaning
        and " of " not in meaning
    ):
        return None
    before = line.tokens[first - 1 - bool(article)] if first - bool(article) > 0 else None
    if before is not None and (
        before.text in (",", "-", "–", "/") or before.tag in ("CC", "CD", "PRP$", "POS")
    ):
        return None
    if before is not None and before.low in ("as", "like", "including", "than"):
        return None
    if before is not None and before.low == "of":
        holder = line.tokens[first - 2 - bool(article)].low if first - bool(article) > 1 else ""
        if holder not in _HOLDING:
            return None
    if (
        before is not None
        and before.low in ("during", "after", "before", "since", "until", "by")
        and not link
    ):
        return None
    return Meant(term, article, meaning, "," if not link.startswith("which") else "is")


def noun_before(tokens: Sequence[Token], end: int) -> tuple[int, int, str] | None:
    """Tokens [first, last) of the noun with its adjectives that ends at a character, and its article."""
    last = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].end <= end), None)
    if last is None or tokens[last].end < end - 1 or tokens[last].tag not in (*_NOUNS, "VBG"):
        return None
    first = last
    while first and tokens[first - 1].tag in _INSIDE and last - first < _MOST_WORDS:
        first -= 1
    if tokens[first].tag in ("VBN", "VBG") and first < last and not (first and tokens[first - 1].tag == "DT"):
        first += 1
    article = tokens[first - 1].low if first and tokens[first - 1].tag == "DT" else ""
    if article not in ("", "a", "an", "the") or any(
        token.text[0].isupper() for token in tokens[first : last + 1] if token.start
    ):
        return None
    return first, last + 1, article


def _technical(tokens: Sequence[Token], topic: Topic) -> bool:
    """Whether a term is no everyday word, and its adjectives say which kind."""
    if any(token.tag == "JJ" and not _CLASSIFYING.search(token.low) for token in tokens[:-1]):
        return False
    least = min(zipf(token.low) for token in tokens)
    if len(tokens) == 1:
        return least < _RARE
    return least < _RARE_OF_TWO


def _reversed(quoted: Line, line: Line, topic: Topic) -> Iterator[Candidate]:
    """The term for D, from `D (T)` and `D, or T,`."""
    for found in _BEFORE.finditer(quoted.text):
        span = name_span(quoted.tokens, found.start("name"))
        if span is None or not re.match(r"[”\"]?(?:\)|,|\.$)", quoted.text[span[1] :]):
            continue
        last = next((i for i, token in enumerate(quoted.tokens) if token.start >= found.start()), 0)
        term = quoted.text[slice(*span)]
        meant = Meant(term, "", "", "or")
        if not last or min(map(zipf, words(term))) > _TECHNICAL or not may_be_term(meant, line, topic):
            continue
        if (
            any(t.start < span[1] and span[0] < t.end for t in line.terms)
            or set(words(term)) <= topic.title_words
        ):
            continue
        phrase = phrase_before(quoted.tokens, last, plural(term))
        if phrase is None:
            continue
        meaning = cleaned(
            small(quoted.cut(*phrase), topic.capitals) if phrase[0] == 0 else quoted.cut(*phrase)
        )
        if len(meaning.split()) < _LEAST or not defines(meaning, term) or gives_away(meaning, term):
            continue
        if picks_out(meaning):
            prompt = question(f"What is the term for {meaning}")
            yield Candidate(Technique.PASSING_TERM, Form.SHORT, prompt, term, line)
