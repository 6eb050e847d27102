"""The simulated workload as lines for people and as a shape for programs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from quizapp.cli.output import say, table
from quizapp.cli.reporttext import WIDTH, say_foot
from quizapp.core import workload
from quizapp.core.wording import plural
from quizapp.core.workload import LEAST_RATINGS, Workload
from quizapp.services.plots import workload_chart
from quizapp.services.simulating import Workloads

DEFINITIONS = (workload.WORKLOAD_MEANS, workload.REVIEWS_MEANS, workload.KNOWN_MEANS)

Shape = dict[str, object]


def say_workloads(found: Workloads, setting: str) -> None:
    """A row a retention, a chart, and how to change the setting called `setting`."""
    habits = found.habits
    say(f"Workload by desired retention, over {plural(habits.days, 'day')}, {plural(habits.cards, 'card')}")
    table([("retention", "reviews/day", "min/day", "late", "known", "min/known", ""), *_rows(found)])
    say()
    for line in workload_chart(found.loads, found.own, found.least, WIDTH):
        say(line)
    say("Y: yours.  L: least effort.  B: both.")
    say()
    for text in (f"{_own(found)} {_compared(found)}", _taken(found)):
        for line in textwrap.wrap(text, WIDTH, break_on_hyphens=False):
            say(line)
    say()
    say(f"To change it: quizapp settings set {setting} 0.85")
    say_foot(*DEFINITIONS)


def _rows(found: Workloads) -> Iterator[tuple[str, ...]]:
    for each in found.loads:
        marks = [*(["yours"] if each.retention == found.own else [])]
        marks += ["least effort"] if each is found.least else []
        yield (
            f"{each.retention:.0%}" if round(each.retention * 100, 6) % 1 == 0 else f"{each.retention:.1%}",
            f"{each.reviews_a_day:.1f}",
            f"{each.minutes_a_day:.1f}",
            f"{each.late_minutes_a_day:.1f}",
            f"{each.known:.0f}",
            "-" if each.minutes_per_known is None else f"{each.minutes_per_known:.1f}",
            ", ".join(marks),
        )


def _own(found: Workloads) -> str:
    own = next(each for each in found.loads if each.retention == found.own)
    text = (
        f"At your {own.retention:.0%} you would give {own.reviews_a_day:.1f} reviews and "
        f"{own.minutes_a_day:.1f} minutes a day, and know {own.known:.0f} of {found.habits.cards} cards then."
    )
    if own.learnt < found.habits.cards - 0.5:
        text += f" Only {own.learnt:.0f} would have been begun: new cards a day are too few for more."
    return text


def _compared(found: Workloads) -> str:
    """What a lower or higher retention would change, against the learner's own."""
    own = next(each for each in found.loads if each.retention == found.own)
    said = []
    for each in (_nearest(found.loads, found.own - 0.05), _nearest(found.loads, found.own + 0.05)):
        if each is not own and own.minutes_a_day > 0:
            spent = each.minutes_a_day / own.minutes_a_day - 1
            said.append(
                f"At {each.retention:.0%}, {abs(spent):.0%} {'more' if spent > 0 else 'less'} time and "
                f"{plural(abs(round(each.known) - round(own.known)), 'card')} "
                f"{'more' if each.known > own.known else 'fewer'}."
            )
    return " ".join(said)


def _nearest(loads: Sequence[Workload], retention: float) -> Workload:
    return min(loads, key=lambda each: abs(each.retention - retention))


def _taken(found: Workloads) -> str:
    """Where the habits come from."""
    habits = found.habits
    whose = "your own parameters" if found.fitted else "FSRS's default parameters"
    pace = "your pace" if found.paced else "a guessed pace where your log is too short"
    rated = "your ratings" if found.rated else f"usual ratings (yours from {LEAST_RATINGS} answers on)"
    return (
        f"With {whose}, {habits.new_per_day} new cards and at most {habits.reviews_per_day} reviews a day, "
        f"{pace} and {rated}; {plural(habits.runs, 'run')} each."
    )


def workloads_shape(found: Workloads) -> Shape:
    """days, cards, new_per_day, reviews_per_day, seconds, runs, fitted, own, least_effort, retentions."""
    new, review, learning = found.habits.seconds
    return {
        "days": found.habits.days,
        "cards": found.habits.cards,
        "new_per_day": found.habits.new_per_day,
        "reviews_per_day": found.habits.reviews_per_day,
        "seconds": {"new": new, "learning": learning, "review": review},
        "first_ratings": list(found.habits.first_ratings),
        "passed_ratings": list(found.habits.passed_ratings),
        "runs": found.habits.runs,
        "own_parameters": found.fitted,
        "own_retention": found.own,
        "least_effort": None if found.least is None else found.least.retention,
        "retentions": [_load_shape(each) for each in found.loads],
        "definitions": list(DEFINITIONS),
    }


def _load_shape(each: Workload) -> Shape:
    return {
        "retention": each.retention,
        "reviews_a_day": each.reviews_a_day,
        "minutes_a_day": each.minutes_a_day,
        "late_minutes_a_day": each.late_minutes_a_day,
        "learnt": each.learnt,
        "known": each.known,
        "minutes_per_known": each.minutes_per_known,
    }
