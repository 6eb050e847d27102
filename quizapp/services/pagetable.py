"""Tables of an HTML page as values: what a cell shows, what it sorts by, and what a screen reader adds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

UNDEFINED = "–"
"""What stands for a figure that is not defined; a screen reader says so in words."""

NUMBER = "num"
_HAIR = 1e-9


@dataclass(frozen=True, slots=True)
class Cell:
    """`key` is what the column sorts by, None last. `more` is a second, softer line.

    `said` is added for screen readers. `link` is the id of a place in the page. `kind` names styles.
    `foreign`: text from decks or people, which may run from right to left.
    """

    text: str
    key: float | str | None = None
    more: str = ""
    said: str = ""
    link: str = ""
    kind: str = ""
    foreign: bool = False

    @property
    def undefined(self) -> bool:
        """Whether this is a figure that is not defined."""
        return self.text == UNDEFINED


@dataclass(frozen=True, slots=True)
class Column:
    """`numeric`: aligned right, and sorted from the largest first."""

    name: str
    numeric: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """`caption` is unique on the page. The first cell of a row is its header."""

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    small: bool = False
    grid: bool = False
    note: str = ""


def words(text: str, kind: str = "") -> Cell:
    """Text, sorted without regard to case."""
    return Cell(text, text.casefold(), kind=kind, foreign=True)


def count(value: int | None, more: str = "") -> Cell:
    """A whole number."""
    return undefined() if value is None else Cell(str(value), value, more=more, kind=NUMBER)


def figure(value: float | None, digits: int = 2) -> Cell:
    """A number with so many decimals; a minus sign rather than a hyphen."""
    return undefined() if value is None else Cell(figure_text(value, digits), value, kind=NUMBER)


def share(value: float | None, more: str = "") -> Cell:
    """0..1 in percent."""
    return undefined() if value is None else Cell(share_text(value), value, more=more, kind=NUMBER)


def tally(text: str, key: float | None, more: str = "") -> Cell:
    """A figure that is written in words, such as "3 of 5"."""
    return Cell(text, key, more=more, kind=NUMBER)


def undefined(why: str = "not defined") -> Cell:
    """A figure that is not defined."""
    return Cell(UNDEFINED, None, said=why, kind=NUMBER)


def figure_text(value: float | None, digits: int = 2) -> str:
    """ "0.42", or "not defined"."""
    if value is None:
        return "not defined"
    return f"{0.0 if abs(value) < _HAIR else value:.{digits}f}".replace("-", "−")


def share_text(value: float | None) -> str:
    """ "42%", or "not defined"."""
    return "not defined" if value is None else f"{value * 100:.0f}%"


def columns(*names: str, numeric: Iterable[str] = ()) -> tuple[Column, ...]:
    """Columns by name, some of them numeric."""
    right = set(numeric)
    return tuple(Column(name, name in right) for name in names)
