"""Tables for screens of any width: columns as wide as their texts, parted where a screen is too narrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size

from quizapp.core.figurewording import Columns

GAP = 2
LEAST_NAME = 12
"""A text is never shortened to less than so many terminal columns."""


def lines_of(rows: Sequence[Columns], width: int) -> Iterator[tuple[str, bool]]:
    """The lines of a table and whether each is a head; the first row is the head.

    Where `width` terminal columns are too few, the first column is shortened; where that is not enough, the
    others follow below each other in parts, each with the first column beside it.
    """
    names, *others = (list(column) for column in zip(*shortened(rows, 0, width), strict=True))
    for part in _parts(others, width - _wide(names)):
        padded = [_padded(column) for column in (names, *part)]
        for place, row in enumerate(zip(*padded, strict=True)):
            yield (" " * GAP).join(row).rstrip(), place == 0


def shortened(rows: Sequence[Columns], place: int, width: int) -> list[Columns]:
    """The table with the texts of one column shortened as far as `width` terminal columns ask for."""
    others = (_wide(column) for at, column in enumerate(zip(*rows, strict=True)) if at != place)
    longest = max(LEAST_NAME, width - sum(wide + GAP for wide in others))
    return [(*row[:place], _cut(row[place], longest), *row[place + 1 :]) for row in rows]


def _cut(text: str, longest: int) -> str:
    return text if cell_len(text) <= longest else f"{set_cell_size(text, longest - 1).rstrip()}…"


def _parts(others: Sequence[list[str]], room: int) -> Iterator[list[list[str]]]:
    part: list[list[str]] = []
    for column in others:
        if part and sum(_wide(each) + GAP for each in (*part, column)) > room:
            yield part
            part = []
        part.append(column)
    yield part


def _padded(column: list[str]) -> list[str]:
    wide = _wide(column)
    return [cell + " " * (wide - cell_len(cell)) for cell in column]


def _wide(column: Sequence[str]) -> int:
    return max(map(cell_len, column))
