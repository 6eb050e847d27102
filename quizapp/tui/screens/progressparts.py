"""The sections of Progress as text: tables in columns, charts of plain characters, definitions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from quizapp.core.calibration import BRIER_MEANS, CALIBRATION_MEANS, LOG_LOSS_MEANS, RMSE_MEANS, Calibration
from quizapp.core.figurewording import (
    Columns,
    calibration_figures,
    calibration_rows,
    calibration_sentence,
    mastery_text,
    overdue,
    retention_rows,
    stock_rows,
    weak_figure,
    weakness_title,
)
from quizapp.core.mastery import MASTERY_MEANS
from quizapp.core.report import ForecastDay
from quizapp.core.retention import MINUTES_MEANS, RETENTION_MEANS
from quizapp.core.weakness import WEAK_CARDS_MEANS, WEAKNESS_MEANS, Weakness
from quizapp.core.wording import plural
from quizapp.services.columns import lines_of
from quizapp.services.plots import calibration_chart
from quizapp.services.reporting import LearnerReport, Mastery, Recalled, Weak
from quizapp.tui.widgets.calendar import weekly
from quizapp.tui.widgets.literal import one_line, plain

AHEAD = (30, 90)
WIDEST = 84
_SIDES = 5
_NARROWEST = 24


def room(width: int) -> int:
    """How many columns a text has on a screen that is `width` wide."""
    return max(_NARROWEST, min(width - _SIDES, WIDEST))


def sections(found: LearnerReport, width: int) -> Content:
    """Everything below the calendar, within `width` columns; the definitions at the end."""
    parts = [
        *_coming(found.coming),
        *_retention(found.recalled, width),
        *_calibration(found.calibration, width),
        *_mastery(found.mastery, width),
        *_weak(found.weak, width),
    ]
    return Content("\n").join(parts)


def definitions() -> str:
    """What the figures count, a paragraph each."""
    return "\n".join(
        (
            RETENTION_MEANS,
            MINUTES_MEANS,
            CALIBRATION_MEANS,
            LOG_LOSS_MEANS,
            RMSE_MEANS,
            BRIER_MEANS,
            MASTERY_MEANS,
            *WEAKNESS_MEANS.values(),
            WEAK_CARDS_MEANS,
        )
    )


def _coming(found: Sequence[ForecastDay]) -> Iterator[Content]:
    sums = (f"{sum(each.due for each in found[:days])} in {days} days" for days in AHEAD)
    today = found[0].due if found else 0
    yield plain(f"Reviews due: {today} today{overdue(found)}, {', '.join(sums)}.")
    yield Content("")
    yield Content.styled("week from", "dim")
    yield weekly(found)


def _retention(found: Recalled, width: int) -> Iterator[Content]:
    yield _heading("True retention (95% range)")
    yield from columns(retention_rows(found.retention), width)
    yield _heading("Time")
    spent = [(str(each.period), str(each.answers), f"{each.minutes:.0f}") for each in found.spent]
    yield from columns([("", "answers", "minutes"), *spent], width)


def _calibration(found: Calibration, width: int) -> Iterator[Content]:
    yield _heading("Calibration: predicted against actual recall")
    yield plain(calibration_sentence(found))
    if found.bins:
        yield from columns(calibration_rows(found), width)
        yield from (plain(line) for line in calibration_chart(found.bins, width))
    yield from (plain(f"{name:<12} {value}") for name, value in calibration_figures(found))


def _mastery(found: Mastery, width: int) -> Iterator[Content]:
    yield _heading("Mastery")
    for title, stocks in (
        ("Deck", [(entry.title, stock) for entry, stock in found.decks]),
        ("Tag", sorted(found.tags.items())),
        ("Objective", sorted((f"{o.deck}: {o.name}", stock) for o, stock in found.objectives.items())),
    ):
        if stocks:
            yield from columns(stock_rows(title, stocks), width)
            yield Content("")
    yield plain(f"All decks: mastery {mastery_text(found.all)} of {plural(found.all.cards, 'card')}.")


def _weak(found: Weak, width: int) -> Iterator[Content]:
    yield _heading("Weak spots (d drills these)")
    for weakness, cards in found.cards.items():
        lines = [(weak_figure(weakness, each), found.labels[each.card]) for each in cards]
        yield from _listed(weakness, lines, width)
    picked = [
        (f"{each.times} of {each.mispicks}", f"{each.option} ({found.labels[each.card]})")
        for each in found.options
    ]
    yield from _listed(Weakness.OPTION, picked, width)


def _listed(weakness: Weakness, lines: Sequence[tuple[str, str]], width: int) -> Iterator[Content]:
    yield plain(weakness_title(weakness))
    if not lines:
        yield plain("  none", "dim")
    wide = max((len(figure) for figure, _ in lines), default=0)
    for figure, label in lines:
        lead = plain(f"  {figure:<{wide}}  ")
        yield (lead + one_line(label)).truncate(width, ellipsis=True)


def columns(rows: Sequence[Columns], width: int = WIDEST) -> Iterator[Content]:
    """The lines of a table within `width` columns; the first row is the head."""
    for line, head in lines_of(rows, width):
        yield plain(line, "dim" if head else "")


def _heading(text: str) -> Content:
    return Content.assemble("\n", (text, "bold"))
