"""Puts the pieces that a reader found together into an Article."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from quizapp.articles.article import Article, Block, BlockKind, Section, Span
from quizapp.articles.reading.cleaning import Cleaned, clean, clean_line
from quizapp.articles.reading.pieces import Form, Page, Piece
from quizapp.articles.reading.splitting import split
from quizapp.articles.words.phrasing import opened

_BREAK = "\n\n"
_KEY_POINT_WORDS = 16
_LEAD_IN_WORDS = 60
_FIRST_NAME = re.compile(r"(?:(?:The|A|An) )?[A-Z][\w’'-]*(?: (?:(?:of|of the|and) )?[A-Z][\w’'-]*)*")


@dataclass(slots=True)
class _Building:
    """The article as far as it is put together: its text in parts, and its blocks."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    light: list[Span] = field(default_factory=list)
    strong: list[Span] = field(default_factory=list)

    def add(self, cleaned: Cleaned) -> Span:
        if self.parts:
            self.parts.append(_BREAK)
            self.length += len(_BREAK)
        span = Span(self.length, self.length + len(cleaned.text))
        self.parts.append(cleaned.text)
        self.length = span.end
        self.light.extend(Span(mark.start + span.start, mark.end + span.start) for mark in cleaned.light)
        self.strong.extend(Span(mark.start + span.start, mark.end + span.start) for mark in cleaned.strong)
        return span


@dataclass(slots=True)
class _Open:
    """A section that is still growing."""

    heading: str
    level: int
    blocks: list[Block] = field(default_factory=list)

    def closed(self, text: str) -> Section:
        return Section(self.heading, self.level, _with_key_points(tuple(self.blocks), text))


def assemble(page: Page, name: str, digest: str, language: str, title: str = "") -> Article:
    """The article of a page: `title` wins over what the page states, which wins over what can be guessed."""
    building = _Building()
    sections = [_Open("", 1)]
    heading, pieces = _title_of(page)
    for piece in pieces:
        if piece.form is Form.HEADING:
            text = clean_line(piece.text)
            if text:
                sections.append(_Open(text, max(piece.level, 1)))
            continue
        cleaned = clean(piece.runs)
        if cleaned.text:
            _add_block(building, sections[-1], piece.form, cleaned)
    text = "".join(building.parts)
    closed = tuple(section.closed(text) for section in sections if section.blocks or section.heading)
    return Article(
        title=clean_line(title) or heading or _guessed_title(closed, text, name),
        language=language,
        text=text,
        sections=closed,
        emphasis=tuple(sorted({*building.light, *building.strong})),
        digest=digest,
        name=name,
        strong=tuple(building.strong),
    )


def _title_of(page: Page) -> tuple[str, tuple[Piece, ...]]:
    """The title, and the pieces without the heading that is the title."""
    stated = clean_line(page.title)
    for place, piece in enumerate(page.pieces):
        if piece.form is not Form.HEADING:
            continue
        text = clean_line(piece.text)
        same = text.casefold() == stated.casefold()
        first = piece.level == 1 and text.casefold() in (stated or text).casefold()
        if text and (same or first) and place <= 3:
            return text, page.pieces[:place] + page.pieces[place + 1 :]
        break
    return stated, page.pieces


def _add_block(building: _Building, section: _Open, form: Form, cleaned: Cleaned) -> None:
    before = section.blocks[-1] if section.blocks else None
    span = building.add(cleaned)
    if form is Form.PARAGRAPH:
        section.blocks.append(Block(BlockKind.PARAGRAPH, span))
        return
    lead_in = None
    if before is not None and before.kind is BlockKind.ITEM:
        lead_in = before.lead_in
    elif before is not None:
        lead_in = _lead_in(before.span, "".join(building.parts[-3:-2]))
    section.blocks.append(Block(BlockKind.ITEM, span, lead_in))


def _lead_in(span: Span, paragraph: str) -> Span | None:
    """The last sentence of the paragraph before a list."""
    parts = split(paragraph)
    if not parts:
        return None
    last = parts[-1]
    if len(paragraph[last.start : last.end].split()) > _LEAD_IN_WORDS:
        return None
    return Span(span.start + last.start, span.start + last.end)


def _with_key_points(blocks: tuple[Block, ...], text: str) -> tuple[Block, ...]:
    """Marks runs of three or more short paragraphs of one sentence each as key points."""
    made: list[Block] = []
    run: list[Block] = []
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH and _is_one_short_sentence(
            text[block.span.start : block.span.end]
        ):
            run.append(block)
            continue
        made.extend(_marked(run))
        run = []
        made.append(block)
    made.extend(_marked(run))
    return tuple(made)


def _marked(run: list[Block]) -> list[Block]:
    if len(run) < 3:
        return run
    return [replace(block, kind=BlockKind.KEY_POINT) for block in run]


def _is_one_short_sentence(paragraph: str) -> bool:
    short = len(paragraph) <= 160 and len(paragraph.split()) <= _KEY_POINT_WORDS
    return short and paragraph.endswith((".", "!")) and len(split(paragraph)) == 1


def _guessed_title(sections: tuple[Section, ...], text: str, name: str) -> str:
    """The name that the text begins with and comes back to, else the file's name, else its first words."""
    first = next((block.span for section in sections for block in section.blocks), None)
    if first is None:
        return sections[0].heading if sections else ""
    match = _FIRST_NAME.match(text, first.start, first.end)
    if match and len(match[0].split()) > 1 and text.count(match[0].removeprefix("The ")) >= 3:
        return match[0]
    stem = re.sub(r"\.\w{1,8}$", "", re.split(r"[\\/]", name)[-1])
    words = re.sub(r"[-_\s]+", " ", stem).strip()
    if any(character.isalpha() for character in words):
        return opened(words)
    return " ".join(text[first.start : first.end].split()[:6])
