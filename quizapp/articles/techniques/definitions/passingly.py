"""Definitions given in passing: `T, which is a D`, `T, or D`, `T, that is, D`, `a D, or T`, `D (T)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import finite
from quizapp.articles.sense.cutting import cleaned, states
from quizapp.articles.sense.prose import Line, remade
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.definiens import defines, head_of
from quizapp.articles.techniques.definitions.defining import (
    HALF,
    Meant,
    Ways,
    asked_both_ways,
    may_be_term,
    may_pick_out,
    said_share,
)
from quizapp.articles.techniques.gaps.cloze import name_span
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.nounphrases import phrase_before
from quizapp.articles.words.phrasing import plural, question, small, words
from quizapp.articles.words.tagging import Token, tagged
from quizapp.articles.words.wordlists import wordlist

_WAYS = Ways(Technique.PASSING_TERM, Technique.PASSING_MEANING)
_AFTER = re.compile(
    r"[”\"]?(?P<mark>, | ?— ?| – | \(|: )(?P<link>which (?:is|are) (?:defined as )?"
    r"|which (?:refers?|refer) to |which means "
    r"|defined as |or |or, [\w ]{3,20}, |that is,? |i\.e\.,? |in other words, |meaning |(?=(?:an?|the|any) )"
    r"|(?=(?:[a-z-]+ ){0,2}[a-z]+s (?:that|which|who|whose|capable|used|made|found|formed|composed|designed"
    r"|containing|consisting|where|in which)\b))"
    r"(?:simply |usually |essentially |basically |generally )?"
    r"(?P<meaning>(?:[“\"]?[A-Za-z])[^;:—()]{14,190}?)"
    r"(?=\)| ?—| – |, (?!and\b|or\b|[a-z]+, )[a-z]|;|[,.]?[”\"]?\.$|\.$|: )"
)
_BEFORE = re.compile(
    r"(?:, or (?:the |an? )?| \(|, (?:that is|i\.e\.),? (?:the |an? )?)[“\"]?(?P<name>[a-z])"
)
_MARK = re.compile(r"[”\"]?(?:, | ?— ?| – | \(|: )")
_OF_ALL = re.compile(
    r"(?:an?|the) (?:[a-z]+ )?(?:mechanism|process|phenomenon|situation|practice|step|method|measure) "
)
_ABOUT = re.compile(
    r"(?:the|an?) (?:concept|idea|notion|term|process|practice|principle|theory|form|type|use) of [\w-]+$"
)
_ONE = re.compile(r"(?:an?|the|any) ")
_NO_MEANING = frozenset({"as", "e.g.", "including", "like", "see", "such"})
_RUN = re.compile(r"[^,]+(?:, [^,]+)+,? (?:and|or) ")
_RELATIVE = re.compile(r" (?:that|which|who|whose|where) ")
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_GOES_ON = frozenset(
    {"VBZ", "VBP", "VBD", "MD", "RB", "IN", "TO", "WDT", "WP", "WRB", "VBG", "VBN", "CC", "DT"}
)
_INSIDE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBN", "VBG"})
_HOLDING = wordlist("passingly holding")
_CLASSIFYING = re.compile(
    r"(?:(?<!norm)(?<!addition)(?<!speci)al|ic|ous|ary|ar|ate|oid|ine|ile|ive|ant|ent|ory|ed)$|-"
)
_NOUN_AFTER = re.compile(r"[”\"]?\) (?!(?:is|are|was|were|and|or|can|may|has|have|of|in)\b)[a-z]")
_MOST_WORDS, _RARE, _RARE_OF_TWO, _TECHNICAL, _LEAST, _SHORT = 4, 5.0, 5.4, 4.6, 4, 3
_PAIR, _NEAR = 2, 40


def passing(line: Line, topic: Topic) -> Iterator[Candidate]:
    """Both directions of definitions that stand in passing behind a term that nothing marks."""
    quoted = line if "(" not in line.quote else remade(line, line.quote)
    for mark in _MARK.finditer(quoted.text):
        found = _AFTER.match(quoted.text, mark.start())
        meant = _meant(quoted, line, found, topic) if found is not None else None
        if meant is not None:
            yield from asked_both_ways(meant, line, topic, _WAYS)
    yield from _reversed(quoted, line, topic)


def _meant(quoted: Line, line: Line, found: re.Match[str], topic: Topic) -> Meant | None:
    """The term that ends where a definition starts; None when the definition may tell of something else."""
    mark, link = found["mark"].strip(), found["link"].strip()
    noun = noun_before(quoted.tokens, found.start())
    if noun is None or not _told(quoted, found):
        return None
    first, last, article = noun
    if not _tells_of_it(quoted.tokens, first - bool(article), mark, link):
        return None
    held = _holder(quoted.tokens, first - bool(article))
    if held is None:
        return None
    if held < first:
        first, article = held, ""
        if quoted.tokens[first].tag == "DT":
            first, article = first + 1, quoted.tokens[first].low
    term = quoted.cut(first, last)
    start = quoted.tokens[first].start
    if any(t.text in term or term in t.text for t in line.terms):
        return None
    if (start == 0 and topic.capitals.proper(term.split()[0])) or not _technical(quoted.tokens[first:last]):
        return None
    if link in ("which is", "which are") and plural(term) != (link == "which are"):
        return None
    bare = not link and not _ONE.match(found["meaning"])
    if held != noun[0] and not _tells_of_it(quoted.tokens, held, mark, link):
        return None
    if bare and "," in quoted.text[max(0, start - _NEAR) : start]:
        return None
    if bare and not (plural(term) and quoted.tokens[last - 1].tag in ("NNS", "NNPS")):
        return None
    meaning = found["meaning"].split(", ")[0] if link == "or" else found["meaning"]
    return Meant(term, article, meaning, "is" if link.startswith("which") else ",")


def _told(line: Line, found: re.Match[str]) -> bool:
    """Whether what follows a mark can be a meaning: a noun and no statement, and no member of a run."""
    link, meaning, rest = found["link"].strip(), found["meaning"], line.text[found.end() :]
    inside = [token for token in line.tokens if found.start("meaning") <= token.start < found.end("meaning")]
    if states(inside, strictly=not link):
        return False
    if rest.startswith(", but ") or (
        link == "or" and (rest.startswith(", or ") or meaning.startswith("any "))
    ):
        return False
    if not link and _RUN.match(meaning) and not _RELATIVE.search(meaning.split(",")[0]):
        return False
    if not link and (
        re.match(r", (?:and|or|the|an?)\b", rest)
        or re.search(r", (?:and|or) (?:(?:just|even|perhaps|simply) )?(?:an?|the) ", meaning)
    ):
        return False
    after = next((token for token in line.tokens if token.start >= found.end() + 1), None)
    if not link and rest.startswith(", ") and after is not None and after.tag not in _GOES_ON:
        return False
    if found["mark"].strip() == "(" and not link:
        return bool(_ONE.match(meaning)) or meaning.split()[0] not in _NO_MEANING
    if link == "or" and not re.match(r"(?:an?|the|any) ", meaning):
        return (" that " in meaning or " of " in meaning) and not _bare_many(line, found)
    return not (link == "which is" and _OF_ALL.match(meaning))


def _bare_many(line: Line, found: re.Match[str]) -> bool:
    """Whether several things stand behind `or` that may be others than those before it."""
    meaning = found["meaning"]
    head = head_of(tagged(meaning))
    noun = tagged(meaning)[head] if head is not None else None
    before = words(line.text[: found.start()])[-1:]
    return noun is None or (noun.tag == "NNS" and noun.low not in before)


def _tells_of_it(tokens: Sequence[Token], first: int, mark: str, link: str) -> bool:
    """Whether what follows a noun that starts at `first` tells of that noun and of nothing wider."""
    if not first:
        return True
    before = tokens[first - 1]
    if before.text in (",", "-", "–", "/", "“", "”", '"', ":") or before.tag in ("CC", "CD", "PRP$", "POS"):
        return False
    such_as = before.low == "as" and (first < _PAIR or tokens[first - 2].low in ("such", ",", "as"))
    if such_as or before.low in ("like", "including", "than"):
        return False
    if link or mark != ",":
        return True
    if before.low in ("during", "after", "before", "since", "until", "by", "following"):
        return False
    aside = before.tag == "IN" and first > 1 and tokens[first - 2].text == ","
    return not aside and any(finite(tokens, index) for index in range(first))


def _holder(tokens: Sequence[Token], first: int) -> int | None:
    """Where a term starts whose last noun starts at `first`: earlier in `rate of T`, not in `study of T`."""
    if first < 2 or tokens[first - 1].low != "of" or tokens[first - 2].low in _HOLDING:
        return first
    if tokens[first].tag == "DT":
        return None
    wider = noun_before(tokens, tokens[first - 2].end)
    return wider[0] - bool(wider[2]) if wider is not None else None


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
        token.text[0].isupper() and not token.text.isupper()
        for token in tokens[first : last + 1]
        if token.start
    ):
        return None
    return first, last + 1, article


def _technical(tokens: Sequence[Token]) -> bool:
    """Whether a term is no everyday word, and its adjectives say which kind."""
    if any(token.tag in ("JJ", "VBN") and not _CLASSIFYING.search(token.low) for token in tokens[:-1]):
        return False
    least = min(zipf(token.low) for token in tokens if token.tag != "IN")
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
        if len(term) <= _SHORT or found.group()[-2] in '“"':
            continue
        # `the replacement of reciprocating (piston) engines`: the bracket says an adjective anew.
        before = quoted.tokens[last - 1] if last else None
        described = before is not None and (before.tag in ("VBN", "JJ") or before.low.endswith("ing"))
        if described and _NOUN_AFTER.match(quoted.text[span[1] :]):
            continue
        if "(" in found.group() and not quoted.text[span[1] :].startswith((")", "”)", '")')):
            continue
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
        if (
            len(meaning.split()) < _LEAST
            or _ABOUT.match(meaning)
            or not defines(meaning, term)
            or said_share(meaning, term) > HALF
        ):
            continue
        if may_pick_out(meaning):
            prompt = question(f"What is the term for {meaning}")
            yield Candidate(Technique.PASSING_TERM, Form.SHORT, prompt, term, line)
