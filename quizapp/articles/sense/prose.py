"""The sentences of an article made ready for questions: text that can stand alone, words, dates, names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from quizapp.articles.article import Article, BlockKind, Sentence, Span
from quizapp.articles.words.dated import Dated, find_dates
from quizapp.articles.words.entities import Capitals, Kind, Name, find_names
from quizapp.articles.words.phrasing import opened
from quizapp.articles.words.tagging import Token, tagged

# What letters or figures follow at once is part of a formula: `the (n – 1)d electrons`.
_ASIDE = re.compile(r"\s*\((?:[^()]|\([^()]*\))*\)(?!\d|[^\W\d_]{1,2}\b)|\s*\[[^\[\]]*\]")
_MARKER = re.compile(
    r"^(?:However|Moreover|Furthermore|In addition(?! to)|Additionally|Also|Thus|Therefore|Hence"
    r"|Consequently|For example"
    r"|For instance|Indeed|In fact|Instead|Finally|Similarly|Likewise|Nevertheless|Nonetheless|Meanwhile"
    r"|Lastly|Overall"
    r"|Ultimately|Conversely|In contrast(?! to)|By contrast|On the other hand|In other words|Of course"
    r"|In particular"
    r"|Specifically|Notably|Interestingly|Firstly|Secondly|First|Second|Third|In general|Generally"
    r"|Basically|In short"
    r"|In summary|In conclusion|Accordingly|Surprisingly|Unfortunately|Fortunately|Importantly|Simply put"
    r"|Again|And|But"
    r"|So|Yet|Then|As a result(?! of)|As such|In this way|At the same time|That is|In turn|Clearly|Naturally"
    r"|Historically|Traditionally|Subsequently|Eventually|Later|Afterwards|Recall that|Remember that"
    r"|Note that"
    r"|To summarize|Indeed|Still|In response(?! to)|For (?:this|that) reason|For these reasons"
    r"|Because of (?:this|that)|To do (?:so|that|this)|(?:By|In) doing (?:so|that|this)|To (?:this|that) end"
    r"|As a consequence(?! of)),?\s+(?=\S)"
)
_SURE_WITHOUT_COMMA = re.compile(
    r"^(?:However|And|But|So|Thus|Therefore|Hence|Note that|Recall that|Remember that"
    r"|Yet(?! (?:another|again|to)\b))\b"
)
_BESIDE = re.compile(
    r", (?:however|therefore|for (?:example|instance)|in fact|of course|indeed|in turn|thus|nevertheless"
    r"|consequently|by contrast|by comparison|in contrast|on the other hand|moreover|furthermore"
    r"|as the name (?:implies|suggests)|in other words|too),"
)
# `In Alexandria, however, Christianity grew`: one comma stays between the two.
_BESIDE_FRONT = re.compile(
    r"^(?P<front>(?:After|Among|As|At|Because of|Before|By|Despite|During|For|From|In|On|Over|Since|Through"
    r"|Under|Unlike|With|Within|Without)\b"
    r"(?![^,;]* (?:are|can|did|do|does|had|has|have|is|may|was|were|will)\b)"
    rf"[^,;]*){_BESIDE.pattern}"
)
# What is left of emphasis that swallowed a comma: `the theory*,* which`.
_STRAY = re.compile(r"(?<=\w)\*([,.;])\s?\*")
_LEFT_OVER = re.compile(r"(?<=\w)\*(?=\s)|(?<=\s)\*(?=\w)")
# A word written twice by mistake: `medications that that bind`.
_TWICE = re.compile(r"\b(a|an|and|in|is|of|that|the|to) \1\b")
_FRONT = 60
LONGEST = 2000
"""Sentences of more characters are read as if nothing stood there."""
TELL_EVERY = 100
_MOST_MARKERS = 2
_HE = re.compile(r"^(?:He|She)\b")
_HIS = re.compile(r"^(?:His|Her)\b(?= [a-z]+ )")
_HE_LATER = re.compile(r"^((?:In|On|After|During|By|At|From)\b[^,]{3,40},) (?:he|she)\b")


@dataclass(frozen=True, slots=True)
class Term:
    """An emphasised term: characters [start, end) of its line; `aliases` stood in brackets behind it."""

    text: str
    start: int
    end: int
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as questions are made of it.

    `text` is the sentence without brackets and opening markers; all offsets refer to it. `quote` is the
    sentence letter for letter. `number` counts the article's lines; `first` tells whether it opens its
    paragraph, `listed` whether it stands in a list.
    """

    number: int
    sentence: Sentence
    quote: str
    text: str
    heading: str
    first: bool
    listed: bool
    tokens: tuple[Token, ...] = ()
    dates: tuple[Dated, ...] = ()
    names: tuple[Name, ...] = ()
    terms: tuple[Term, ...] = ()

    def cut(self, first: int, last: int) -> str:
        """The text of the tokens [first, last)."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""


def plain(text: str) -> str:
    """A text without brackets and words written twice, each run of white space one space."""
    text = _STRAY.sub(r"\1 ", text)
    if text.count("*") == 1:
        text = _LEFT_OVER.sub("", text)
    bare = " ".join(_BESIDE.sub("", _BESIDE_FRONT.sub(r"\g<front>,", _ASIDE.sub("", text))).split())
    return _TWICE.sub(r"\1", re.sub(r"\s+([,.;:])", r"\1", bare))


def standing_alone(quote: str) -> str:
    """A sentence without brackets and without the marker that ties it to the one before."""
    text = plain(quote)
    for _ in range(_MOST_MARKERS):
        found = _MARKER.match(text)
        if found is None or not ("," in found.group() or _SURE_WITHOUT_COMMA.match(text)):
            break
        text = text[found.end() :]
        text = opened(text)
    return text


def lines_of(
    article: Article, sentences: tuple[Sentence, ...], tell: Callable[[float], None] | None = None
) -> tuple[tuple[Line, ...], Capitals]:
    """All lines of an article, and how its words are capitalised; `tell` hears the share that is done."""
    bare = []
    seen: set[tuple[int, int]] = set()
    for number, sentence in enumerate(sentences):
        if tell is not None and number % TELL_EVERY == 0:
            tell(number / len(sentences))
        section = article.sections[sentence.section]
        place = (sentence.section, sentence.block)
        # Of so long a sentence nobody would be asked, and to read it takes more than linear time.
        quote = article.cut(sentence.span) if sentence.span.end - sentence.span.start <= LONGEST else ""
        text = standing_alone(quote)
        listed = section.blocks[sentence.block].kind is not BlockKind.PARAGRAPH
        line = Line(number, sentence, quote, text, section.heading, place not in seen, listed, tagged(text))
        seen.add(place)
        bare.append(line)
    capitals = Capitals.of(line.tokens for line in bare)
    marked = _marked(article, sentences)
    return tuple(
        replace(
            line,
            dates=find_dates(line.text),
            names=find_names(line.text, line.tokens, capitals),
            terms=_terms(line, marked.get(line.number, ()), article),
        )
        for line in bare
    ), capitals


def _marked(article: Article, sentences: tuple[Sentence, ...]) -> dict[int, tuple[Span, ...]]:
    """The emphasised spans within each sentence, by the sentence's number; both run in order, so one pass."""
    found: dict[int, tuple[Span, ...]] = {}
    index = 0
    for span in article.emphasis:
        while index < len(sentences) and sentences[index].span.end <= span.start:
            index += 1
        around = sentences[index].span if index < len(sentences) else Span(0, 0)
        if around.start <= span.start and span.end <= around.end:
            found[index] = (*found.get(index, ()), span)
    return found


def _terms(line: Line, spans: tuple[Span, ...], article: Article) -> tuple[Term, ...]:
    """The emphasised spans that can be terms, where they stand in the line."""
    made: list[Term] = []
    for span in spans:
        raw = article.cut(span)
        text = plain(raw).strip(" ,.;:\"“”'‘’")
        if not text or len(text.split()) > 5 or len(text) > _FRONT:
            continue
        found = re.search(rf"(?<![\w-]){re.escape(text)}(?![\w-])", line.text)
        if found and not any(term.start < found.end() and found.start() < term.end for term in made):
            made.append(Term(text, found.start(), found.end(), _aliases(raw, line.quote, text)))
    return tuple(made)


def _aliases(raw: str, quote: str, text: str) -> tuple[str, ...]:
    found = re.search(r"\(([A-Z][A-Za-z]{1,6})s?\)", raw) or re.search(
        rf"{re.escape(text)} \(([A-Z][A-Za-z]{{1,6}})\)", quote
    )
    return (found[1],) if found and found[1][-1:].isupper() else ()


def spoken_of(lines: tuple[Line, ...], person: str, capitals: Capitals) -> tuple[Line, ...]:
    """The lines of a biography, with the name for an opening `He` or `His` where nobody else is near."""
    made: list[Line] = []
    for line in lines:
        near = (*lines[max(0, line.number - 1) : line.number], line)
        others = any(
            (name.kind is Kind.PERSON or _acts(each, name)) and person not in name.text
            for each in near
            for name in each.names
        )
        text = line.text
        if not others:
            text = _HE.sub(person, _HIS.sub(f"{person}’s", text))
            text = _HE_LATER.sub(rf"\1 {person}", text)
        made.append(line if text == line.text else _reread(line, text, capitals))
    return tuple(made)


def _acts(line: Line, name: Name) -> bool:
    """Whether a name that may be a person's is one who did something."""
    after = next((token for token in line.tokens if token.start >= name.end), None)
    return (
        name.kind is Kind.OTHER and after is not None and (after.tag == "VBD" or after.text in ("’s", "'s"))
    )


def _reread(line: Line, text: str, capitals: Capitals) -> Line:
    tokens = tagged(text)
    moved = len(text) - len(line.text)
    terms = tuple(replace(term, start=term.start + moved, end=term.end + moved) for term in line.terms)
    return replace(
        line,
        text=text,
        tokens=tokens,
        dates=find_dates(text),
        names=find_names(text, tokens, capitals),
        terms=tuple(term for term in terms if text[term.start : term.end] == term.text),
    )


def counts_of(lines: tuple[Line, ...]) -> Counter[str]:
    """In how many lines each word stands, in lower case."""
    counts: Counter[str] = Counter()
    for line in lines:
        counts.update({token.low for token in line.tokens})
    return counts


def pairs_of(lines: tuple[Line, ...]) -> Counter[str]:
    """In how many lines each two words in a row stand, in lower case, the second without its `s`."""
    counts: Counter[str] = Counter()
    for line in lines:
        low = [token.low for token in line.tokens]
        counts.update({f"{one} {other.rstrip('s')}" for one, other in pairwise(low)})
    return counts


def remade(line: Line, text: str) -> Line:
    """The line with another text, such as one of its clauses; without its dates, names and terms."""
    return replace(line, text=text, tokens=tagged(text), dates=(), names=(), terms=())
