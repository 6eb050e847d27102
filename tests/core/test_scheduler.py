"""When a card comes back: steps by the clock, days by FSRS, fuzz in order, everything repeatable."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quizapp.core.answer import Rating
from quizapp.core.card import CardKey
from quizapp.core.event import SchedulerConfig
from quizapp.core.memory import NEW, Memory, Phase
from quizapp.core.question import DeckId, QuestionId
from quizapp.core.scheduler import (
    DEFAULT_CONFIG,
    all_answered,
    answered,
    config_id,
    default_config,
    delay,
    is_leech,
    recall,
)
from quizapp.core.step import Delay

AT = datetime(2025, 5, 2, 12, tzinfo=UTC)
DAY = 739_000
KEY = CardKey(DeckId("rome"), QuestionId("caesar"))
AGAIN, HARD, GOOD, EASY = Rating
PLAIN = default_config(fuzz=False)
RATINGS = st.sampled_from(Rating)
REVIEWED = st.builds(
    lambda stability, difficulty, ago, interval: Memory(
        phase=Phase.REVIEW,
        stability=stability,
        difficulty=difficulty,
        due_day=DAY,
        interval=interval,
        last_at=AT - timedelta(days=ago),
        last_day=DAY - ago,
        reps=5,
        revision=5,
    ),
    st.floats(0.1, 3000),
    st.floats(1, 10),
    st.integers(0, 4000),
    st.integers(1, 4000),
)


def give(memory: Memory, *ratings: Rating, config: SchedulerConfig = PLAIN, day: int = DAY) -> Memory:
    for rating in ratings:
        memory = answered(memory, rating, config, card=KEY, at=AT, day=day)
    return memory


def seconds(memory: Memory) -> int | None:
    return delay(memory, AT, DAY).seconds


@pytest.mark.parametrize(
    ("steps", "ratings", "expected"),
    [
        ((60, 600), [AGAIN], 60),
        ((60, 600), [HARD], 330),
        ((60, 600), [GOOD], 600),
        ((60, 600), [GOOD, AGAIN], 60),
        ((60, 600), [GOOD, HARD], 600),
        ((60, 600, 3600), [GOOD, GOOD], 3600),
        ((60,), [AGAIN], 60),
        ((60,), [HARD], 90),
        ((864_000,), [HARD], 864_000 + 86_400),
    ],
)
def test_learning_goes_by_the_steps(steps: tuple[int, ...], ratings: list[Rating], expected: int) -> None:
    after = give(NEW, *ratings, config=default_config(learning_steps=steps))
    assert (after.phase, seconds(after), after.due_day) == (Phase.LEARNING, expected, None)


@pytest.mark.parametrize(
    ("steps", "ratings"),
    [
        ((60, 600), [GOOD, GOOD]),
        ((60, 600), [EASY]),
        ((60,), [GOOD]),
        ((), [AGAIN]),
        ((), [HARD]),
        ((), [GOOD]),
    ],
)
def test_after_the_last_step_a_card_counts_in_days(steps: tuple[int, ...], ratings: list[Rating]) -> None:
    after = give(NEW, *ratings, config=default_config(learning_steps=steps))
    assert (after.phase, after.due_at, after.due_day) == (Phase.REVIEW, None, DAY + after.interval)
    assert after.interval >= 1


def test_a_miss_of_a_new_card_is_no_lapse() -> None:
    assert give(NEW, AGAIN, AGAIN).lapses == 0


def test_a_forgotten_card_is_learnt_again_and_the_lapse_is_counted_once() -> None:
    lapsed = give(NEW, EASY, AGAIN)
    assert (lapsed.phase, lapsed.lapses, seconds(lapsed)) == (Phase.RELEARNING, 1, 600)
    twice = give(lapsed, AGAIN)
    assert (twice.phase, twice.lapses, seconds(twice)) == (Phase.RELEARNING, 1, 600)
    assert give(lapsed, GOOD).phase is Phase.REVIEW


def test_without_relearning_steps_a_forgotten_card_comes_back_in_days() -> None:
    lapsed = give(NEW, EASY, AGAIN, config=default_config(relearning_steps=()))
    assert (lapsed.phase, lapsed.lapses) == (Phase.REVIEW, 1)


def test_a_step_that_a_new_config_no_longer_has_counts_as_its_last_one() -> None:
    third = give(NEW, GOOD, GOOD, config=default_config(learning_steps=(60, 600, 3600)))
    after = give(third, HARD, config=default_config(learning_steps=(60, 120)))
    assert (after.step, seconds(after)) == (1, 120)


def test_an_answer_is_entered_in_the_memory() -> None:
    before = replace(give(NEW, EASY), buried_on=DAY, answer_fingerprint="old")
    after = answered(before, GOOD, PLAIN, card=KEY, at=AT, day=DAY + 8, answer_fingerprint="new")
    assert (after.reps, after.revision, after.last_at, after.last_day) == (2, 2, AT, DAY + 8)
    assert (after.buried_on, after.answer_fingerprint) == (None, "new")


def test_without_a_fingerprint_the_last_one_stays() -> None:
    assert give(Memory(answer_fingerprint="old"), GOOD).answer_fingerprint == "old"


@given(before=REVIEWED, steps=st.integers(1, 3000))
def test_a_clock_that_was_set_back_counts_as_no_time(before: Memory, steps: int) -> None:
    assert before.last_day is not None
    back = give(before, GOOD, day=before.last_day - steps)
    same_day = give(before, GOOD, day=before.last_day)
    assert (back.stability, back.difficulty) == (same_day.stability, same_day.difficulty)
    assert back.last_day == before.last_day


@given(before=REVIEWED, config=st.sampled_from([PLAIN, DEFAULT_CONFIG, default_config(retention=0.8)]))
def test_hard_good_and_easy_grow_in_this_order(before: Memory, config: SchedulerConfig) -> None:
    four = all_answered(before, config, card=KEY, at=AT, day=DAY)
    assert four[HARD].interval >= 1
    most = config.maximum_interval
    assert four[GOOD].interval > four[HARD].interval or four[HARD].interval == most
    assert four[EASY].interval > four[GOOD].interval or four[GOOD].interval == most


@given(before=REVIEWED, most=st.integers(1, 100), rating=st.sampled_from([HARD, GOOD, EASY]))
def test_no_interval_is_longer_than_the_maximum(before: Memory, most: int, rating: Rating) -> None:
    assert give(before, rating, config=default_config(maximum_interval=most)).interval <= most


@given(before=REVIEWED, reps=st.integers(0, 30))
def test_fuzz_stays_in_its_range(before: Memory, reps: int) -> None:
    # An interval of exactly 2.5 days is the shortest that is fuzzed, and yet rounds to 2.
    assume(before.stability != 2.5)
    before = replace(before, reps=reps)
    plain, fuzzed = (give(before, HARD, config=config).interval for config in (PLAIN, DEFAULT_CONFIG))
    slack = 0 if plain < 3 else 2 + 0.15 * min(plain, 7) + 0.1 * min(plain, 20) + 0.05 * plain
    assert abs(fuzzed - plain) <= slack


def test_fuzz_spreads_cards_that_were_answered_alike() -> None:
    before = Memory(
        phase=Phase.REVIEW,
        stability=30.0,
        difficulty=5.0,
        due_day=DAY,
        interval=30,
        last_day=DAY - 30,
        reps=4,
    )
    keys = [CardKey(DeckId("d"), QuestionId(f"q{n}")) for n in range(200)]
    found = {answered(before, GOOD, DEFAULT_CONFIG, card=k, at=AT, day=DAY).interval for k in keys}
    assert len(found) >= 5


@given(before=st.one_of(st.just(NEW), REVIEWED), rating=RATINGS, later=st.integers(0, 50))
def test_what_is_announced_is_what_happens(before: Memory, rating: Rating, later: int) -> None:
    day = DAY + later
    announced = all_answered(before, DEFAULT_CONFIG, card=KEY, at=AT, day=day, answer_fingerprint="f")
    happens = answered(before, rating, DEFAULT_CONFIG, card=KEY, at=AT, day=day, answer_fingerprint="f")
    assert announced[rating] == happens
    assert list(announced) == list(Rating)


def test_a_delay_is_in_seconds_or_in_days() -> None:
    assert delay(give(NEW, GOOD), AT + timedelta(seconds=100), DAY) == Delay(seconds=500)
    assert delay(give(NEW, EASY), AT, DAY) == Delay(days=8)
    assert delay(give(NEW, GOOD), AT + timedelta(days=1), DAY) == Delay(seconds=0)
    assert delay(NEW, AT, DAY) == Delay(seconds=0)


def test_recall_is_nine_tenths_when_the_stability_has_passed() -> None:
    memory = Memory(phase=Phase.REVIEW, stability=50.0, difficulty=5.0, last_day=DAY - 50)
    assert recall(memory, PLAIN, DAY) == pytest.approx(0.9)
    assert recall(memory, PLAIN, DAY - 50) == 1.0
    assert recall(memory, PLAIN, DAY - 60) == 1.0


def test_recall_of_a_new_card_is_unknown() -> None:
    assert recall(NEW, PLAIN, DAY) is None


@given(before=REVIEWED, days=st.integers(1, 1000))
def test_recall_only_falls_with_time(before: Memory, days: int) -> None:
    soon, late = recall(before, PLAIN, DAY), recall(before, PLAIN, DAY + days)
    assert soon is not None
    assert late is not None
    assert 0 < late < soon <= 1


@given(before=REVIEWED, retention=st.floats(0.7, 0.99))
def test_the_interval_is_the_day_on_which_recall_meets_the_wanted_retention(
    before: Memory, retention: float
) -> None:
    config = default_config(retention=retention, fuzz=False)
    after = answered(replace(before, interval=0), HARD, config, card=KEY, at=AT, day=DAY)
    if 1 < after.interval < config.maximum_interval:
        early, late = (recall(after, config, DAY + after.interval + around) for around in (-1, 1))
        assert early is not None
        assert late is not None
        assert late < retention < early


@pytest.mark.parametrize("lapses", [8, 12, 16, 20])
def test_a_leech_is_flagged_at_the_8th_and_every_4th_lapse_after(lapses: int) -> None:
    assert is_leech(lapses)
    assert not any(map(is_leech, (lapses - 1, lapses + 1, lapses + 2)))


def test_configs_are_named_by_their_content() -> None:
    same = default_config(retention=0.9)
    others = [
        default_config(retention=0.91),
        default_config(learning_steps=(60,)),
        default_config(relearning_steps=()),
        default_config(maximum_interval=100),
        default_config(fuzz=False),
        default_config(parameters=(0.3, *DEFAULT_CONFIG.parameters[1:])),
    ]
    assert config_id(same) == config_id(DEFAULT_CONFIG)
    assert len({config_id(each) for each in (same, *others)}) == 1 + len(others)


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (replace(PLAIN, retention=1.5), "retention"),
        (replace(PLAIN, retention=0.69), "retention"),
        (replace(PLAIN, retention=math.nan), "retention"),
        (replace(PLAIN, learning_steps=(60, 0)), "learning steps"),
        (replace(PLAIN, relearning_steps=(-1,)), "relearning steps"),
        (replace(PLAIN, maximum_interval=0), "maximum interval"),
        (replace(PLAIN, parameters=(1.0,)), "21"),
        (replace(PLAIN, parameters=(math.nan,) * 21), "finite"),
    ],
)
def test_a_config_that_fsrs_would_misread_is_refused(broken: SchedulerConfig, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        give(NEW, GOOD, config=broken)


def test_a_rating_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="7"):
        answered(NEW, 7, PLAIN, card=KEY, at=AT, day=DAY)  # type: ignore[arg-type]


def test_a_memory_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="memory"):
        give(Memory(phase=Phase.REVIEW, stability=-1.0, difficulty=5.0), GOOD)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        answered(NEW, GOOD, PLAIN, card=KEY, at=AT.replace(tzinfo=None), day=DAY)
