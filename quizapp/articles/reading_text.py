"""Plain text -> pieces: headings without marks, lists, and paragraphs, one a line or wrapped."""

from __future__ import annotations

import re

from quizapp.articles.pieces import Form, Page, Piece, Run, piece

_BULLET = re.compile(r"\s*(?:[-*•‣◦▪–—+·]|\(?(?:\d{1,3}|[a-z])[.)])\s+(?=\S)")
_NUMBERED = re.compile(
    r"\s*(?:(?:chapter|part|section)\s+)?(\d{1,2}(?:\.\d{1,2})*|[IVXLC]{1,6})[.):]?\s+(?=\S)", re.IGNORECASE
)
_UNDERLINE = re.compile(r"\s*(=+|-+|~+|\*+|\^+)\s*")
_MARK = re.compile(r"\s*#{1,6}\s+(?=\S)")
_SMALL_WORDS = re.compile(
    "of|the|an?|and|or|in|on|for|to|with|by|from|at|is|as|its?|vs|versus|into|over|under|between|against"
    "|do|does|was|were|are|did|not|how|why|what|who|when|where",
    re.IGNORECASE,
)
_HEADING_WORDS = 14
_TITLE_WORDS = 20
_LONG = 25
_SENTENCE_ENDS = (".", "!", "?", ":", "”", '"', "’", ")", ";", "…")


def read_text(text: str) -> Page:
    """The pieces of a plain text; its first line is the title when it looks like one."""
    groups = _groups(text)
    wrapped = _is_wrapped(groups)
    blocks = [block for group in groups for block in _blocks(group, wrapped)]
    pieces: list[Piece] = []
    title = ""
    for place, block in enumerate(blocks):
        after = blocks[place + 1] if place + 1 < len(blocks) else ""
        before = blocks[place - 1] if place else ""
        if not title and not pieces and after and _is_title(block, after):
            title = _MARK.sub("", block)
            continue
        made = _piece(block, before, after)
        if made is not None:
            pieces.append(made)
    return Page(title, tuple(pieces))


def _groups(text: str) -> list[list[str]]:
    """Runs of lines that are not blank; a line of underlining makes a group of the line above it."""
    groups: list[list[str]] = [[]]
    for line in re.split(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", text):
        if not line.strip():
            groups.append([])
        elif _UNDERLINE.fullmatch(line) and len(line.strip()) >= 3:
            if len(groups[-1]) == 1:
                groups[-1][0] = f"# {groups[-1][0].strip()}"
            groups.append([])
        else:
            groups[-1].append(line.rstrip())
    return [group for group in groups if group]


def _is_wrapped(groups: list[list[str]]) -> bool:
    """Whether lines were broken at a width: most lines with another one after them stop in mid-sentence."""
    lengths = sorted(len(line) for group in groups for line in group)
    if not lengths or lengths[len(lengths) * 95 // 100] > 120:
        return False
    inner = [line for group in groups for line in group[:-1] if len(line) >= 40]
    stopped = sum(not line.endswith(_SENTENCE_ENDS) for line in inner)
    return len(inner) >= 2 and stopped * 2 > len(inner)


def _blocks(group: list[str], wrapped: bool) -> list[str]:
    """The paragraphs, items and heading lines of one group."""
    if not wrapped:
        return [line.strip() for line in group]
    blocks: list[list[str]] = []
    for line in group:
        if not blocks or _BULLET.match(line):
            blocks.append([line.strip()])
        else:
            blocks[-1].append(line.strip())
    return [_rejoined(block) for block in blocks]


def _rejoined(lines: list[str]) -> str:
    """One line of several; a word that was broken by a hyphen is kept with it."""
    parts: list[str] = []
    for line in lines:
        if parts and not (parts[-1].endswith("-") and parts[-1][-2:-1].isalpha() and line[:1].islower()):
            parts.append(" ")
        parts.append(line)
    return "".join(parts)


def _piece(block: str, before: str, after: str) -> Piece | None:
    marked = _MARK.match(block)
    if marked:
        return piece(Form.HEADING, (Run(block[marked.end() :]),), 2)
    numbered = _NUMBERED.match(block)
    if numbered and _is_heading(block[numbered.end() :], after) and not _NUMBERED.match(after):
        return piece(Form.HEADING, (Run(block),), 2 + numbered[1].count("."))
    bullet = _BULLET.match(block)
    if bullet:
        return piece(Form.ITEM, (Run(block[bullet.end() :]),))
    if _is_heading(block, after) and not before.endswith((":", ",")):
        return piece(Form.HEADING, (Run(block),), 2)
    return piece(Form.PARAGRAPH, (Run(block),))


def _is_title(block: str, after: str) -> bool:
    if _MARK.match(block):
        return True
    words = block.split()
    plain = not _BULLET.match(block) and not block.endswith((".", ";", ",", ":"))
    return plain and len(words) <= _TITLE_WORDS and len(after.split()) > len(words) // 2


def _is_heading(block: str, after: str) -> bool:
    """Whether a line without marks is a heading: short, no full stop, capitals or a long paragraph next."""
    words = block.split()
    if not words or len(words) > _HEADING_WORDS or not after or _BULLET.match(block):
        return False
    if block[-1] in ".;,:!…" or not (block[0].isupper() or block[0].isdigit()):
        return False
    follows = len(after.split())
    if block.endswith("?"):
        return len(words) <= 9 and follows > len(words)
    if follows <= len(words) and not after.endswith((".", ":")):
        return False
    capital = sum(
        word[0].isupper() or word[0].isdigit() or _SMALL_WORDS.fullmatch(word) is not None for word in words
    )
    if capital * 4 >= len(words) * 3:
        return True
    return len(words) <= 8 and follows > _LONG
