"""An article as it was read: one text, and what stands where in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters [start, end) of the article's text."""

    start: int
    end: int


class BlockKind(StrEnum):
    """What a block of text is."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    KEY_POINT = "key point"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, an item of a list (`lead_in`: the line that introduces the list), or a key point."""

    kind: BlockKind
    span: Span
    lead_in: Span | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading ("" for what stands before the first one), its level from 1, and its blocks in order."""

    heading: str
    level: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """What a teacher gave: `text` is the cleaned text that all spans and quotes refer to, letter for letter.

    `language` is an ISO 639-1 code, "" when it could not be told. `emphasis` are the spans that the author
    marked (bold, italic, defined terms), in order; `strong` are those that are bold or a defined term.
    `digest` is the SHA-256 of the bytes that were read, in hexadecimal; `name` says where they came from.
    """

    title: str
    language: str
    text: str
    sections: tuple[Section, ...]
    emphasis: tuple[Span, ...]
    digest: str
    name: str
    strong: tuple[Span, ...] = ()

    def cut(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its span, the index of its section, and of its block within the section."""

    span: Span
    section: int
    block: int
