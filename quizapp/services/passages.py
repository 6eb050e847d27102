"""The part of an article that a draft rests on, with the evidence marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.articles.article import Article, Span

LONGEST = 420
"""Characters of a paragraph that are shown whole; of longer ones the part around the evidence is."""
_BEFORE, _AFTER = 150, 250
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of the article: `text`, and which characters of it are the evidence."""

    text: str
    marks: tuple[Span, ...]


def passages(article: Article, evidence: tuple[Span, ...]) -> tuple[Passage, ...]:
    """The paragraphs that hold the evidence, in the order of the article."""
    return tuple(_passage(article, block, spans) for block, spans in _blocks(article, evidence))


def from_evidence(passage: Passage) -> Passage:
    """The passage without what stands before its first mark."""
    start = passage.marks[0].start if passage.marks else 0
    if start <= len(_CUT):
        return passage
    shift = len(_CUT) - start
    marks = tuple(Span(mark.start + shift, mark.end + shift) for mark in passage.marks)
    return Passage(_CUT + passage.text[start:], marks)


def _blocks(article: Article, evidence: tuple[Span, ...]) -> Iterator[tuple[Span, list[Span]]]:
    wanted = sorted(set(evidence))
    if not wanted:
        return
    for section in article.sections:
        for block in section.blocks:
            if block.span.end < wanted[0].start or block.span.start > wanted[-1].end:
                continue
            inside = [s for s in wanted if block.span.start <= s.start and s.end <= block.span.end]
            if inside:
                yield block.span, inside


def _passage(article: Article, block: Span, spans: list[Span]) -> Passage:
    start, end = block.start, block.end
    if end - start > LONGEST:
        start = _space(article.text, max(start, spans[0].start - _BEFORE), start, spans[0].start)
        end = min(end, spans[-1].end + _AFTER)
        end = article.text.rfind(" ", spans[-1].end, end) if end < block.end else end
        end = end if end > 0 else spans[-1].end
    lead = _CUT if start > block.start else ""
    tail = _CUT if end < block.end else ""
    shift = len(lead) - start
    marks = tuple(Span(span.start + shift, span.end + shift) for span in spans)
    return Passage(lead + article.text[start:end] + tail, marks)


def _space(text: str, index: int, least: int, most: int) -> int:
    """The start of the word after an index, so that none is cut."""
    if index <= least:
        return least
    found = text.find(" ", index, most)
    return found + 1 if found >= 0 else most
