"""The sections of the report as lines of text; the tables fit 80 columns."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from quizapp.cli.charts import forecast_lines
from quizapp.cli.output import say, table
from quizapp.core import calibration, mastery, retention
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
from quizapp.core.literal import literal
from quizapp.core.report import FORECAST_MEANS, ForecastDay
from quizapp.core.weakness import WEAK_CARDS_MEANS, WEAKNESS_MEANS, Weakness
from quizapp.core.wording import plural
from quizapp.services.columns import lines_of
from quizapp.services.plots import calibration_chart
from quizapp.services.reporting import Mastery, Recalled, Weak

WIDTH = 80
DAY_BY_DAY = 30


def room() -> int:
    """How many columns there are: those of the terminal, at most WIDTH; WIDTH where there is none."""
    return min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns)


def _wrapped(text: str) -> None:
    for line in textwrap.wrap(text, room(), break_on_hyphens=False):
        say(line)


def _fitted(rows: Sequence[Columns]) -> None:
    held = [tuple(map(literal, row)) for row in rows]
    for line, _ in lines_of(held, room()):
        say(line)


def say_foot(*definitions: str) -> None:
    """The definitions of what stands above."""
    for text in definitions:
        say()
        _wrapped(text)


def say_retention(found: Recalled) -> None:
    """A line a period: retention of young, mature and all cards; then answers and minutes."""
    say("True retention (95% range)")
    _fitted(retention_rows(found.retention))
    say()
    spent = ((each.period, str(each.answers), f"{each.minutes:.0f}") for each in found.spent)
    table([("", "answers", "minutes"), *spent])
    say_foot(retention.RETENTION_MEANS, retention.MINUTES_MEANS)


def say_calibration(found: calibration.Calibration) -> None:
    """The bins, a chart, and what they come to."""
    say("Calibration: predicted against actual recall")
    _wrapped(calibration_sentence(found))
    if found.bins:
        say()
        table(calibration_rows(found))
        say()
        for line in calibration_chart(found.bins, room()):
            say(line)
    say()
    table(calibration_figures(found))
    say_foot(
        calibration.CALIBRATION_MEANS,
        calibration.LOG_LOSS_MEANS,
        calibration.RMSE_MEANS,
        calibration.BRIER_MEANS,
    )


def say_mastery(found: Mastery) -> None:
    """A line a deck, tag and objective."""
    for title, stocks in (
        ("Decks", [(entry.title, stock) for entry, stock in found.decks]),
        ("Tags", sorted(found.tags.items())),
        ("Objectives", sorted((f"{o.deck}: {o.name}", stock) for o, stock in found.objectives.items())),
    ):
        if stocks:
            _fitted(stock_rows(title, stocks))
            say()
    say(f"All decks: mastery {mastery_text(found.all)} of {plural(found.all.cards, 'card')}.")
    say_foot(mastery.MASTERY_MEANS)


def say_coming(found: Sequence[ForecastDay]) -> None:
    """The next days one by one, then week by week, and the sum."""
    say(f"Reviews due in {DAY_BY_DAY} days (today with those overdue)")
    for line in forecast_lines(tuple(found[:DAY_BY_DAY])):
        say(line)
    say()
    say(f"Reviews due in {len(found)} days, by week")
    for line in forecast_lines(tuple(_weeks(found))):
        say(line)
    say()
    total = sum(each.due for each in found)
    say(f"{plural(total, 'card')} in {len(found)} days, {found[0].due} of them today{overdue(found)}.")
    say_foot(FORECAST_MEANS)


def _weeks(found: Sequence[ForecastDay]) -> Iterator[ForecastDay]:
    for first in range(0, len(found), 7):
        yield ForecastDay(found[first].study_day, sum(each.due for each in found[first : first + 7]))


def say_weak(found: Weak) -> None:
    """Each list, with the figure by which it is in order."""
    for weakness, cards in found.cards.items():
        _say_list(weakness, ((weak_figure(weakness, each), found.labels[each.card]) for each in cards))
    picked = (
        (f"{each.times} of {each.mispicks}", f"{each.option} ({found.labels[each.card]})")
        for each in found.options
    )
    _say_list(Weakness.OPTION, picked)
    say("`quizapp study --weak` practises these cards.")
    say_foot(*WEAKNESS_MEANS.values(), WEAK_CARDS_MEANS)


def _say_list(weakness: Weakness, lines: Iterable[tuple[str, str]]) -> None:
    say(weakness_title(weakness))
    table([("", *line) for line in lines] or [("", "none")])
    say()
