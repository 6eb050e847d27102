"""The figures of reports as short texts and rows of columns, the same in every face."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

from quizapp.core.answer import (
    Answer,
    Filled,
    GaveUp,
    Matched,
    Ordered,
    Picked,
    Said,
    SelfRated,
    Wrote,
)
from quizapp.core.calibration import Bin, Calibration
from quizapp.core.mastery import Stock
from quizapp.core.report import CalendarDay, ForecastDay
from quizapp.core.retention import Retention, Share
from quizapp.core.weakness import WeakCard, Weakness
from quizapp.core.wording import plural

NOT_DEFINED = "-"
"""What stands for a figure of nothing."""

Columns = tuple[str, ...]

_LONGEST_NAME = 34


def share_text(share: Share) -> str:
    """ "86% (81-90) n=212": the share, its 95 % range in percent, and n."""
    if share.value is None or share.interval is None:
        return NOT_DEFINED
    low, high = share.interval
    return f"{share.value:.0%} ({100 * low:.0f}-{100 * high:.0f}) n={share.n}"


def retention_rows(found: Iterable[Retention]) -> list[Columns]:
    """A head, then a row a period."""
    head = ("", "young", "mature", "all")
    return [head, *((r.period, *map(share_text, (r.young, r.mature, r.all))) for r in found)]


def calibration_sentence(found: Calibration) -> str:
    """ "When it said 90% on average, you recalled 86% (n = 212)." """
    if found.predicted is None or found.recalled.value is None:
        return "Not defined: no answer yet for which recall was predicted."
    said, came = f"{found.predicted:.0%}", f"{found.recalled.value:.0%}"
    return f"When it said {said} on average, you recalled {came} (n = {found.recalled.n})."


def calibration_rows(found: Calibration) -> list[Columns]:
    """A head, then a row a bin."""
    return [("predicted", "mean", "recalled"), *map(_bin_row, found.bins)]


def _bin_row(each: Bin) -> Columns:
    return (f"{each.low:.0%} to {each.high:.0%}", f"{each.predicted:.1%}", share_text(each.recalled))


def calibration_figures(found: Calibration) -> list[Columns]:
    """Log loss, RMSE(bins) and Brier score."""
    named = (("Log loss", found.log_loss), ("RMSE(bins)", found.rmse), ("Brier score", found.brier))
    return [(name, NOT_DEFINED if value is None else f"{value:.4f}") for name, value in named]


def calendar_sentence(weeks: Sequence[Sequence[CalendarDay | None]]) -> str:
    """ "In these 53 weeks: 6378 answers on 171 days, at most 123 a day." """
    answers = [day.answers for week in weeks for day in week if day is not None and day.answers]
    shown = f"In {'this week' if len(weeks) == 1 else f'these {len(weeks)} weeks'}"
    if not answers:
        return f"{shown}: no answers."
    given, days = plural(sum(answers), "answer"), plural(len(answers), "day")
    return f"{shown}: {given} on {days}, at most {max(answers)} a day."


def overdue(found: Sequence[ForecastDay]) -> str:
    """ " (5 overdue)" of a forecast, or "" when nothing is."""
    late = sum(each.overdue for each in found)
    return f" ({late} overdue)" if late else ""


def stock_rows(title: str, stocks: Iterable[tuple[str, Stock]]) -> list[Columns]:
    """A head with the title, then a row for each name."""
    head = (title, "mastery", "new", "learning", "young", "mature")
    return [head, *((_shortened(name, _LONGEST_NAME), *_stock_row(stock)) for name, stock in stocks)]


def _stock_row(stock: Stock) -> Columns:
    return (mastery_text(stock), *map(str, (stock.new, stock.learning, stock.young, stock.mature)))


def mastery_text(stock: Stock) -> str:
    """ "45%"."""
    return NOT_DEFINED if stock.mastery is None else f"{stock.mastery:.0%}"


def weakness_title(weakness: Weakness) -> str:
    """ "Most missed"."""
    return f"{weakness[0].upper()}{weakness[1:]}"


def weak_figure(weakness: Weakness, each: WeakCard) -> str:
    """By what a card is weak, with n."""
    figures = each.figures
    match weakness:
        case Weakness.MISSED:
            return f"{figures.misses} of {figures.answers}"
        case Weakness.LEECH:
            return plural(each.lapses, "lapse")
        case Weakness.FIRST_TRY:
            return f"{figures.first_right} of {figures.first_tries}"
        case Weakness.SLOW:
            return f"{figures.median_ms / 1000:.1f} s, n={figures.answers}"
        case Weakness.OPTION:
            return f"{figures.mispicks} not right"
        case Weakness.BELOW:
            gap = NOT_DEFINED if figures.gap is None else f"{100 * figures.gap:+.0f} points"
            return f"{gap}, n={figures.predictions}"
        case _:
            assert_never(weakness)


def answer_text(answer: Answer) -> str:
    """An answer as it was given, on one line of at most 24 characters."""
    return _shortened(_whole_answer(answer), 24)


def _whole_answer(answer: Answer) -> str:
    match answer:
        case SelfRated():
            return "(turned)"
        case Picked(options=options):
            return ", ".join(options)
        case Said(value=value):
            return "true" if value else "false"
        case Wrote(text=text):
            return text
        case Filled(texts=texts):
            return " | ".join(texts)
        case Matched(pairs=pairs):
            return ", ".join(f"{left} = {right}" for left, right in pairs)
        case Ordered(items=items):
            return " > ".join(items)
        case GaveUp():
            return "(gave up)"
        case _:
            assert_never(answer)


def _shortened(text: str, longest: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
