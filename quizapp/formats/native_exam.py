"""The `exam:` section of a deck file: what an exam asks, for how long, and what passes."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from quizapp.core.deck import Deck
from quizapp.core.exam import ExamPlan, Feedback, Order, Pool
from quizapp.core.numbers import parse_decimal
from quizapp.core.paper import draw
from quizapp.core.wording import plural
from quizapp.formats import keys
from quizapp.formats.native_fields import Fields, shortened
from quizapp.formats.native_pools import check_pool, read_points, read_pool, two_ways
from quizapp.formats.native_source import any_between

LONGEST_MINUTES = 1440
LONGEST_SEED = 100
HASTE = 5
"""Seconds a question below which the time allowed is probably a slip."""
_CLOCKED = re.compile(r"(\d+):([0-5]\d)")
_UNITED = re.compile(r"([\d.,]+)\s*(h|hrs?|hours?|m|mins?|minutes?|min\.)", re.IGNORECASE)
_SAME = {
    "order": {"random": "shuffled", "shuffle": "shuffled", "yes": "shuffled", "no": "written"},
    "feedback": {"yes": "end", "no": "never", "none": "never", "after": "end", "at the end": "end"},
}


def read_exam(fields: Fields, deck: Deck) -> Deck:
    """The deck with its `exam`; with `exam_broken` when a finding says what is wrong with it."""
    if "exam" not in fields:
        return deck
    before = fields.report.errors
    inner = fields.mapping("exam", "keys such as minutes and pass")
    plan = _plan(inner, fields, deck) if inner is not None else None
    node = fields.nodes["exam"]
    damaged = any_between(fields.report.error_indexes(), node.start, node.end)
    if plan is None or damaged or fields.report.errors > before:
        return replace(deck, exam_broken=True)
    return replace(deck, exam=plan)


def _plan(exam: Fields, fields: Fields, deck: Deck) -> ExamPlan:
    exam.check_keys(keys.EXAM, "exam", strict=True)
    plan = ExamPlan(
        title=exam.text("title"),
        pools=_pools(exam, fields, deck),
        order=Order(_word(exam, "order") or Order.WRITTEN),
        minutes=_minutes(exam),
        pass_mark=_pass_mark(exam),
        feedback=Feedback(_word(exam, "feedback") or Feedback.END),
        seed=_seed(exam),
    )
    _warn_of_haste(exam, deck, plan)
    return plan


def _pools(exam: Fields, fields: Fields, deck: Deck) -> tuple[Pool, ...]:
    if "pools" not in exam:
        pool = read_pool(exam, fields, deck)
        check_pool(exam, deck, (pool,), 0)
        return (pool,)
    for key in keys.POOL:
        if key in exam and key != "points":
            two_ways(exam, key, "pools", f"Write `{key}` inside a pool, below a dash.")
    points = read_points(exam)
    members = list(exam.members("pools", "pools, each with keys, such as - {tags: war, draw: 5}"))
    for each in members:
        each.check_keys(keys.POOL, "pool", strict=True)
    read = [read_pool(each, fields, deck) for each in members]
    pools = tuple(replace(pool, points=points) if pool.points is None else pool for pool in read)
    for number, each in enumerate(members):
        check_pool(each, deck, pools, number)
    return pools


def _word(exam: Fields, key: str) -> str:
    """One of the few words that the key takes; "" when it is absent or reported."""
    text = exam.text(key).casefold()
    words = keys.VALUES[key]
    if not text or text in words:
        return text
    meant = _SAME[key].get(text, words[0])
    exam.error(
        f"bad-{key}",
        key,
        f"`{key}` takes {' or '.join(words)}, not `{shortened(text)}`.",
        f"Write `{key}: {meant}`.",
    )
    return ""


def _minutes(exam: Fields) -> float | None:
    text = exam.text("minutes")
    if not text:
        return None
    number = parse_decimal(text)
    if number is not None and number.is_finite() and 0 < number <= LONGEST_MINUTES:
        return float(number)
    meant = _meant_minutes(text)
    exam.error(
        "bad-minutes",
        "minutes",
        f"`minutes` takes a number of minutes, more than 0 and at most {LONGEST_MINUTES}, "
        f"not `{shortened(text)}`.",
        f"Write `minutes: {meant or 45}`, or delete the line if there is no limit.",
    )
    return None


def _meant_minutes(text: str) -> str:
    """The minutes that `1:30`, `2 hours` or `45 min` say; "" for anything else."""
    if clocked := _CLOCKED.fullmatch(text):
        return str(int(clocked[1]) * 60 + int(clocked[2]))
    united = _UNITED.fullmatch(text)
    number = parse_decimal(united[1]) if united else None
    if united is None or number is None or not number.is_finite():
        return ""
    minutes = number * 60 if united[2].lower().startswith("h") else number
    return format(minutes.normalize(), "f") if 0 < minutes <= LONGEST_MINUTES else ""


def _pass_mark(exam: Fields) -> float | None:
    text = exam.text("pass")
    if not text:
        return None
    relative = text.endswith("%")
    number = parse_decimal(text.removesuffix("%").strip())
    if number is not None and number.is_finite():
        share = number / 100 if relative else number
        if 0 < share <= 1:
            return float(share)
    bare = number if number is not None and number.is_finite() and 1 < number <= 100 else Decimal(60)
    exam.error(
        "bad-pass",
        "pass",
        f"`pass` takes a share of the points, more than 0% and at most 100%, not `{shortened(text)}`.",
        f"Write `pass: {format(bare.normalize(), 'f')}%`, or delete the line if nobody passes or fails.",
    )
    return None


def _seed(exam: Fields) -> str:
    text = " ".join(exam.text("seed").split())
    if len(text) > LONGEST_SEED:
        exam.error("bad-seed", "seed", f"`seed` has more than {LONGEST_SEED} characters.", "Write one word.")
        return ""
    return text


def _warn_of_haste(exam: Fields, deck: Deck, plan: ExamPlan) -> None:
    count = len(draw(deck, plan, "").items)
    if plan.minutes is not None and count and plan.minutes * 60 / count < HASTE:
        exam.warn(
            "short-exam",
            "minutes",
            f"{plan.minutes:g} minutes for {plural(count, 'question')} is less than {HASTE} seconds each.",
            "Give more time, or draw fewer questions.",
        )
