"""What came of a fit, as lines for people and as a shape for programs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from quizapp.cli.output import say, table
from quizapp.cli.reporttext import WIDTH, say_foot
from quizapp.cli.shapes import day_name
from quizapp.core import calibration, fitting
from quizapp.core.calibration import Calibration
from quizapp.core.event import Action
from quizapp.core.fitting import LEAST, LEAST_NEW, Trial, Verdict
from quizapp.core.scheduler import DEFAULT_CONFIG
from quizapp.core.wording import minutes, plural
from quizapp.services.fitting import AHEAD, Fitting, Load, Rescheduling

DEFINITIONS = (
    fitting.COUNTED_MEANS,
    fitting.HELD_BACK_MEANS,
    fitting.NEEDED_MEANS,
    calibration.LOG_LOSS_MEANS,
    calibration.RMSE_MEANS,
)

Shape = dict[str, object]


def say_fitting(found: Fitting) -> None:
    """What was counted, how well it was predicted, and what to think of it."""
    say(f"Counted: {plural(found.counted, 'answer')} on {plural(found.cards, 'card')}.")
    left_out = [f"{n} {reason}" for reason, n in found.left_out.items() if n]
    if left_out:
        _say_wrapped(f"Left out: {', '.join(left_out)}.")
    if found.last is not None:
        say(f"Fitted last on {_day(found.last)}; {plural(found.since, 'counted answer')} since.")
    if found.trial is not None:
        say()
        say(f"How well {plural(found.trial.after.recalled.n, 'answer')} that were held back are predicted")
        table(_trial_rows(found, found.trial))
    say()
    _say_wrapped(verdict_text(found))


def _trial_rows(found: Fitting, tried: Trial) -> Iterator[tuple[str, ...]]:
    yield ("", "log loss", "RMSE(bins)", "predicted", "recalled")
    yield _trial_row("FSRS's defaults", tried.defaults)
    if found.last is not None:
        yield _trial_row("fitted before", tried.before)
    yield _trial_row("fitted now", tried.after)


def _trial_row(name: str, figures: Calibration) -> tuple[str, ...]:
    """A row of figures; all are defined where answers were held back."""
    said, came = figures.predicted or 0.0, figures.recalled.value or 0.0
    return (name, f"{figures.log_loss:.4f}", f"{figures.rmse:.4f}", f"{said:.1%}", f"{came:.1%}")


def verdict_text(found: Fitting) -> str:
    """What came of it, and what is recommended."""
    match found.verdict:
        case Verdict.TOO_FEW:
            return (
                f"Too little to fit to: {LEAST} counted answers are needed. Until then FSRS's default "
                "parameters serve you well; they come from many learners."
            )
        case Verdict.TOO_FEW_NEW:
            return (
                f"Too little new to judge a fit by: {LEAST_NEW} counted answers since the last one are "
                "needed. The parameters in force stay."
            )
        case Verdict.NOTHING_LEARNT:
            return (
                "Your answers are too uneven to fit to: too few cards share their first rating and a first "
                "interval of at most 100 days. The parameters in force stay; try again after some weeks."
            )
        case Verdict.NO_BETTER:
            return (
                f"Your forgetting is not predicted better: log loss {_change(found.trial)}. "
                "Recommended: keep the parameters in force."
            )
        case Verdict.BETTER:
            return (
                f"Your forgetting is predicted better: log loss {_change(found.trial)}.{_advice(found.trial)}"
            )


def _change(tried: Trial | None) -> str:
    if tried is None:
        return "is not known"
    way = "falls" if tried.gain > 0 else "rises"
    low, high = abs(tried.gain) - tried.margin, abs(tried.gain) + tried.margin
    return f"{way} by {abs(tried.gain):.4f} (95% range {low:.4f} to {high:.4f})"


def _advice(tried: Trial | None) -> str:
    if tried is not None and tried.may_be_chance:
        return " So small a difference may be chance: you may use the fit, or wait for more answers."
    return " Recommended: use the fitted parameters."


def say_change(change: Rescheduling, pace_ms: float | None, title: str) -> None:
    """What an action would do to the cards of the decks; `pace_ms` is the time of a review."""
    say()
    say(title)
    say(
        f"Of {plural(change.cards, 'card')} in review, {change.earlier} would come due earlier, "
        f"{change.later} later, {change.same} on the same day."
    )
    rows = (
        ("due today", change.before.today, change.after.today),
        (f"due in {AHEAD} days", change.before.ahead, change.after.ahead),
    )
    table([("", "now", "then"), *((name, *(_load(n, pace_ms) for n in both)) for name, *both in rows)])


def _load(cards: int, pace_ms: float | None) -> str:
    spent = "" if pace_ms is None else f" ({minutes(cards * pace_ms / 60_000)})"
    return f"{cards}{spent}"


def say_definitions() -> None:
    """What the figures mean."""
    say_foot(*DEFINITIONS)


def _say_wrapped(text: str) -> None:
    import textwrap

    for line in textwrap.wrap(text, WIDTH, break_on_hyphens=False):
        say(line)


def _day(action: Action) -> str:
    return date.fromordinal(action.study_day).isoformat()


def fitting_shape(found: Fitting) -> Shape:
    """verdict, recommended, counted, cards, left_out, last_fit, since_last_fit, parameters, held_back."""
    return {
        "verdict": found.verdict,
        "recommended": found.verdict is Verdict.BETTER,
        "counted": found.counted,
        "cards": found.cards,
        "left_out": {reason.name.lower(): found.left_out.get(reason, 0) for reason in fitting.LeftOut},
        "last_fit": None if found.last is None else day_name(found.last.study_day),
        "since_last_fit": None if found.last is None else found.since,
        "parameters": {
            "defaults": list(DEFAULT_CONFIG.parameters),
            "before": list(found.before),
            "fitted": None if found.parameters is None else list(found.parameters),
        },
        "held_back": None if found.trial is None else _trial_shape(found.trial),
    }


def _trial_shape(tried: Trial) -> Shape:
    return {
        "n": tried.after.recalled.n,
        "recalled": tried.after.recalled.value,
        "defaults": _figures_shape(tried.defaults),
        "before": _figures_shape(tried.before),
        "fitted": _figures_shape(tried.after),
        "gain": tried.gain,
        "gain_low": tried.gain - tried.margin,
        "gain_high": tried.gain + tried.margin,
    }


def _figures_shape(figures: Calibration) -> Shape:
    return {"log_loss": figures.log_loss, "rmse": figures.rmse, "predicted": figures.predicted}


def change_shape(change: Rescheduling) -> Shape:
    """cards, earlier, later, same, before, after."""
    return {
        "cards": change.cards,
        "earlier": change.earlier,
        "later": change.later,
        "same": change.same,
        "before": _load_shape(change.before),
        "after": _load_shape(change.after),
    }


def _load_shape(load: Load) -> Shape:
    return {"due_today": load.today, f"due_in_{AHEAD}_days": load.ahead}
