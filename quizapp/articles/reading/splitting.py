"""Where the sentences of one paragraph begin and end."""

from __future__ import annotations

import re

from quizapp.articles.article import Span
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.wordlists import wordlist

_GLUED = re.compile(r"(?<=[a-z]{2})[.!?][”\"’)]?(?=[A-Z“‘][a-z]+(?:[ ,’'-]|$))")
# An end after a common word, which the splitter takes for an abbreviation when the word is short.
_MISSED = re.compile(r"(?<![\w.])(?P<word>[a-z]{2,})[.!?][”\"’)]* (?=[“\"‘(]?(?:[A-Z][a-z]+|An?|In|I)[ ,’'])")
_SHORTENED = wordlist("splitting shortened")
_COMMON = 3.0
_ADDRESS = re.compile(r"(?:://|www\.|@)\S*$")
_CLOSING = '”’")]'


def split(text: str) -> tuple[Span, ...]:
    """The spans of the sentences of a paragraph, without the spaces around them; "states.The" is two."""
    import nupunkt

    spans = [Span(start, end) for start, end in nupunkt.sentence_spans(text)]
    found: list[Span] = []
    for span in _mended(text, spans):
        found.extend(_unglued(text, span))
    return tuple(found)


def _mended(text: str, spans: list[Span]) -> list[Span]:
    """Gives a closing quote or bracket, and what goes on in small letters after it, back to its sentence."""
    kept: list[Span] = []
    for span in spans:
        part = text[span.start : span.end]
        stray = not any(character.isalnum() for character in part)
        goes_on = bool(kept) and part[:1].islower() and text[kept[-1].end - 1] in _CLOSING
        if kept and (stray or goes_on):
            kept[-1] = Span(kept[-1].start, span.end)
        elif not stray:
            kept.append(span)
    return kept


def _unglued(text: str, span: Span) -> list[Span]:
    parts: list[Span] = []
    start = span.start
    missed = [
        match
        for match in _MISSED.finditer(text, span.start, span.end)
        if match["word"] not in _SHORTENED and zipf(match["word"]) > _COMMON
    ]
    glued = list(_GLUED.finditer(text, span.start, span.end))
    for match in sorted((*missed, *glued), key=lambda each: each.end()):
        if _ADDRESS.search(text, max(start, match.start() - 80), match.start()):
            continue
        if match.end() - start > 1 and match.end() < span.end:
            parts.append(Span(start, start + len(text[start : match.end()].rstrip())))
            start = match.end()
    parts.append(Span(start, span.end))
    return parts
