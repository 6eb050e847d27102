"""Plain text -> pieces: headings without marks, lists, and paragraphs, one a line or wrapped."""

from __future__ import annotations

import re

from quizapp.articles.reading.pieces import Form, Page, Piece, Run, piece

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
_BROKEN_WORD = re.compile(r"\b([^\W\d_]{2,40})-[ \t]*\r?\n[ \t]*(?=([^\W\d_A-Z]{2,40}))")
_WHOLE_WORD = re.compile(r"\b\w{2,40}(?:-\w{2,40})?\b")
_HEADING_WORDS = 14
_TITLE_WORDS = 20
_LONG = 25
_NO_HEADING_ENDS = (".", ";", ",", ":", "!", "…")
_SENTENCE_ENDS = (".", "!", "?", ":", "”", '"', "’", ")", ";", "…")


def read_text(text: str) -> Page:
    """The pieces of a plain text; its first line is the title when it looks like one."""
    groups = _groups(text)
    width = _width(groups)
    if width:
        groups = _groups(_mended(text))
    blocks = [block for group in groups for block in _blocks(group, width)]
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


def _width(groups: list[list[str]]) -> int:
    """The width at which lines were broken, 0 when they were not: most of them then stop in mid-sentence."""
    lengths = sorted(len(line) for group in groups for line in group)
    width = lengths[len(lengths) * 95 // 100] if lengths else 0
    if not 0 < width <= 120:
        return 0
    inner = [line for group in groups for line in group[:-1] if len(line) >= 40]
    stopped = sum(not line.endswith(_SENTENCE_ENDS) for line in inner)
    return width if len(inner) >= 2 and stopped * 2 > len(inner) else 0


def _blocks(group: list[str], width: int) -> list[str]:
    """The paragraphs, items and heading lines of one group of lines, broken at `width` (0: not broken)."""
    lines = [line.strip() for line in group]
    if not width:
        return lines
    blocks: list[list[str]] = []
    ended = True
    for place, line in enumerate(lines):
        after = lines[place + 1] if place + 1 < len(lines) else ""
        alone = ended and len(line) < width * 0.6 and _stands_alone(line, after)
        if not blocks or ended or alone or _BULLET.match(line):
            blocks.append([])
        blocks[-1].append(line)
        ended = alone or (line.endswith(_SENTENCE_ENDS) and len(line) < width * 0.8)
    return [" ".join(block) for block in blocks]


def _stands_alone(line: str, after: str) -> bool:
    """Whether a short line among wrapped ones is a heading rather than the beginning of a paragraph."""
    if line.endswith(_NO_HEADING_ENDS) or not (line[0].isupper() or line[0].isdigit()):
        return False
    return after[:1].isupper() and _is_title_case(line.split())


def _mended(text: str) -> str:
    """Puts words together that a hyphen broke at the end of a line; a hyphen that the text uses stays."""
    known = set(_WHOLE_WORD.findall(text))

    def joint(match: re.Match[str]) -> str:
        first, rest = match[1], match[2]
        return f"{first}-" if f"{first}-{rest}" in known and first + rest not in known else first

    return _BROKEN_WORD.sub(joint, text)


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
    if not plain or len(words) > _TITLE_WORDS:
        return False
    return _is_title_case(words) or len(after.split()) >= len(words) // 2


def _is_heading(block: str, after: str) -> bool:
    """Whether a line without marks is a heading: short, no full stop, capitals or a long paragraph next."""
    words = block.split()
    if not words or len(words) > _HEADING_WORDS or not after or _BULLET.match(block):
        return False
    if block.endswith(_NO_HEADING_ENDS) or not (block[0].isupper() or block[0].isdigit()):
        return False
    follows = len(after.split())
    if block.endswith("?"):
        return len(words) <= 9 and follows > len(words)
    if follows <= len(words) and not after.endswith((".", ":")):
        return False
    return _is_title_case(words) or (len(words) <= 8 and follows > _LONG)


def _is_title_case(words: list[str]) -> bool:
    """Whether at least three words in four have a capital or are small words that have none in titles."""
    capital = sum(
        word[0].isupper() or word[0].isdigit() or _SMALL_WORDS.fullmatch(word) is not None for word in words
    )
    return capital * 4 >= len(words) * 3
