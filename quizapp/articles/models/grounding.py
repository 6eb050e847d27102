"""Holds a suggested question to the article: its quote is there, its answer in it, its facts near it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from quizapp.articles.article import Article, Sentence, Span
from quizapp.articles.candidates import GAP
from quizapp.articles.models.asking import Passage, Shape, Suggestion
from quizapp.articles.models.facts import (
    facts,
    folded,
    missing_numbers,
    run_inside,
    share,
    shared,
    tokens,
    unknown_names,
    unknown_numbers,
)
from quizapp.articles.words.wordlists import wordlist

_MOST_SENTENCES = 3
_LEAST_QUOTE = 4
_LIKE = 85.0
_LIKE_WORDS = 0.85
_EACH_MORE = 3.0
_SHORT = 3
_ANSWER_SHARE = 0.8
_PROMPT_SHARE = 0.6
_CLOZE_SHARE = 0.9
_BEFORE = 2
_BETWEEN = re.compile(r"[;,]\s*(?:and\b|or\b)?|\s+and\s+", re.IGNORECASE)
_ELLIPSIS = re.compile(r"\.{3}|…")
_GAPS = re.compile(r"_{2,}|\[(?:\.{3}|…|blank|gap)\]|\{\{[^}]*\}\}")
_POINTS_BACK = wordlist("grounding points back")


class Fault(StrEnum):
    """Why a suggested question is turned away."""

    QUOTE = "quote not in the article"
    QUOTE_LENGTH = "quote too short or too long"
    QUOTE_SPREAD = "quote from several paragraphs"
    GAP = "not exactly one gap"
    ANSWER = "answer not in the quote"
    NUMBER = "number not in the quote"
    NAME = "name not near the quote"
    WORDING = "says what the quote does not say"


@dataclass(frozen=True, slots=True)
class Grounded:
    """A suggestion that stands on the article: sentences [first, last) of it, the text of `span`.

    `card` has its quote replaced by that text, one gap written as GAP, and no distractors that may be right.
    """

    card: Suggestion
    span: Span
    first: int
    last: int
    exact: bool


def ground(
    article: Article, sentences: tuple[Sentence, ...], passage: Passage, card: Suggestion
) -> Grounded | Fault:
    """The suggestion with the real sentences of its quote, or the first thing that is wrong with it."""
    if len(card.quote.split()) < _LEAST_QUOTE:
        return Fault.QUOTE_LENGTH
    found = _exact(article, sentences, passage, card) or _alike(article, sentences, passage, card)
    if found is None:
        return Fault.QUOTE
    first, last, exact = found
    if last - first > _MOST_SENTENCES:
        return Fault.QUOTE_LENGTH
    if not _together(sentences[first:last]):
        return Fault.QUOTE_SPREAD
    span = Span(sentences[first].span.start, sentences[last - 1].span.end)
    quote = " ".join(article.cut(span).split())
    fault = _fault(article, sentences, first, quote, card, exact)
    if fault is not None:
        return fault
    prompt = _GAPS.sub(GAP, card.prompt)
    tidy = Suggestion(card.shape, prompt, card.answer, article.cut(span), card.sentences, _wrong(card, quote))
    return Grounded(tidy, span, first, last, exact)


def _exact(
    article: Article, sentences: tuple[Sentence, ...], passage: Passage, card: Suggestion
) -> tuple[int, int, bool] | None:
    """The sentences that hold the quote letter for letter but for the shape of quotes, dashes and spaces."""
    wanted = _plain(card.quote)
    texts = [_plain(article.cut(each.span)) for each in sentences[passage.first : passage.last]]
    starts, place = [], 0
    for text in texts:
        starts.append(place)
        place += len(text) + 1
    whole = " ".join(texts)
    hits: list[tuple[int, int]] = []
    at = whole.find(wanted)
    while at >= 0 and len(hits) < 20:
        inside = [n for n, s in enumerate(starts) if s < at + len(wanted) and s + len(texts[n]) > at]
        hits.append((inside[0], inside[-1] + 1))
        at = whole.find(wanted, at + 1)
    if not hits:
        return None
    claimed = {number - 1 for number in card.sentences}
    first, last = next((hit for hit in hits if claimed & set(range(*hit))), hits[0])
    return passage.first + first, passage.first + last, True


def _alike(
    article: Article, sentences: tuple[Sentence, ...], passage: Passage, card: Suggestion
) -> tuple[int, int, bool] | None:
    """The sentences that a slightly altered quote was made of; the facts in it must be the real ones."""
    wanted = _plain(card.quote)
    best: tuple[float, int, int] | None = None
    for first in range(passage.first, passage.last):
        for last in range(first + 1, min(first + _MOST_SENTENCES, passage.last) + 1):
            if not _together(sentences[first:last]):
                break
            text = _plain(article.cut(Span(sentences[first].span.start, sentences[last - 1].span.end)))
            if len(text) < 0.8 * len(wanted):
                continue
            likeness = fuzz.partial_ratio(wanted, text, score_cutoff=_LIKE)
            worth = likeness - _EACH_MORE * (last - first - 1)
            if likeness and (best is None or worth > best[0]) and _same_facts(wanted, text):
                best = (worth, first, last)
            break
    return (best[1], best[2], False) if best else None


def _together(run: tuple[Sentence, ...]) -> bool:
    """Whether sentences stand in one paragraph."""
    return len({(each.section, each.block) for each in run}) == 1


def _same_facts(quote: str, text: str) -> bool:
    if missing_numbers(quote, text) or unknown_names(quote, text) or shared(quote, text) < _LIKE_WORDS:
        return False
    return facts(quote).denials <= facts(text).denials


def _fault(
    article: Article,
    sentences: tuple[Sentence, ...],
    first: int,
    quote: str,
    card: Suggestion,
    exact: bool,
) -> Fault | None:
    gaps = len(_GAPS.findall(card.prompt))
    if gaps != (card.shape is Shape.CLOZE):
        return Fault.GAP
    if not answered(card.answer, quote):
        return Fault.ANSWER
    if card.shape is Shape.CLOZE and not _was_there(_GAPS.sub(f" {card.answer} ", card.prompt), quote):
        return Fault.WORDING
    near, named = _near(article, sentences, first, quote)
    if unknown_numbers(card.prompt, near):
        return Fault.NUMBER
    if unknown_names(card.prompt, named):
        return Fault.NAME
    asked = facts(_GAPS.sub(" ", card.prompt))
    if asked.denials > facts(quote).denials or share(asked.content, facts(near).tokens) < _PROMPT_SHARE:
        return Fault.WORDING
    if not exact and _uses_what_was_altered(card, quote):
        return Fault.WORDING
    return None


def answered(answer: str, quote: str) -> bool:
    """Whether the answer is in the quote: a short one as it stands, a list item by item, a longer one
    nearly word for word.
    """
    wanted, there = tokens(_without_article(answer)), tokens(quote)
    if not wanted:
        return False
    if run_inside(wanted, there) is not None:
        return True
    items = [tokens(_without_article(item)) for item in _BETWEEN.split(answer)]
    if len(items) > 1 and all(run_inside(item, there) is not None for item in items):
        return True
    if len(wanted) <= _SHORT or unknown_numbers(answer, quote) or unknown_names(answer, quote):
        return False
    if facts(answer).denials > facts(quote).denials:
        return False
    return shared(answer, quote) >= _ANSWER_SHARE


def _was_there(text: str, quote: str) -> bool:
    """Whether a filled gap text says what the quote says."""
    if run_inside(tokens(text), tokens(quote)) is not None:
        return True
    if missing_numbers(text, quote) or unknown_names(f"a {text}", quote):
        return False
    return facts(text).denials == facts(quote).denials and shared(text, quote) >= _CLOZE_SHARE


def _near(article: Article, sentences: tuple[Sentence, ...], first: int, quote: str) -> tuple[str, str]:
    """Where the words of the prompt may come from, and where its names may.

    A name from an earlier sentence counts only when the quote points back to it.
    """
    here = sentences[first]
    earlier = [
        article.cut(each.span)
        for each in sentences[max(0, first - _BEFORE) : first]
        if (each.section, each.block) == (here.section, here.block)
    ]
    above = f"{article.title}. {article.sections[here.section].heading}."
    wide = " ".join([above, *earlier, quote])
    points_back = bool(_POINTS_BACK & set(facts(quote).tokens))
    return wide, wide if points_back else f"{above} {quote}"


def _uses_what_was_altered(card: Suggestion, quote: str) -> bool:
    """Whether the question rests on words that the model put into its quote."""
    altered = set(tokens(card.quote)) - set(tokens(quote))
    return bool(altered & {*tokens(card.prompt), *tokens(card.answer)})


def _wrong(card: Suggestion, quote: str) -> tuple[str, ...]:
    """Distractors that are not the answer, do not contain it, and are not said by the quote."""
    right, there = tokens(_without_article(card.answer)), tokens(quote)
    kept = []
    for text in card.distractors:
        wrong = tokens(_without_article(text))
        overlaps = run_inside(wrong, right) is not None or run_inside(right, wrong) is not None
        if wrong and not overlaps and run_inside(wrong, there) is None:
            kept.append(text)
    return tuple(kept)


def _plain(text: str) -> str:
    line = _ELLIPSIS.sub("...", " ".join(folded(text).split()))
    return line.strip("\" '").removesuffix("...").rstrip()


def _without_article(text: str) -> str:
    return re.sub(r"^(?:the|an?) (?=\S)", "", folded(text).strip(), flags=re.IGNORECASE)
