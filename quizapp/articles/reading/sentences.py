"""The sentences of an article, in order."""

from __future__ import annotations

from quizapp.articles.article import Article, Sentence, Span
from quizapp.articles.reading.splitting import split


def sentences(article: Article) -> tuple[Sentence, ...]:
    """All sentences: spans lie within their block, do not overlap and stand in the order of the text."""
    return tuple(
        Sentence(Span(block.span.start + part.start, block.span.start + part.end), number, place)
        for number, section in enumerate(article.sections)
        for place, block in enumerate(section.blocks)
        for part in split(article.cut(block.span))
    )
