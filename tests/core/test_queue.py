"""Which cards a session is about and which one comes next: limits, siblings apart, forgotten ones again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.card import CardKey
from quizapp.core.memory import NEW, Memory, Phase
from quizapp.core.question import DeckId, QuestionId
from quizapp.core.queue import (
    LEARN_AHEAD,
    following,
    following_practice,
    minutes_for,
    plan,
    remaining,
    remaining_practice,
)
from quizapp.core.records import Scheduled

NOW = datetime(2025, 5, 2, 12, tzinfo=UTC)
DAY = 739_000
UNKNOWN = (None, None, None)


def key(name: str, part: str = "") -> CardKey:
    return CardKey(DeckId("d"), QuestionId(name), part)


def keys(names: str) -> tuple[CardKey, ...]:
    return tuple(map(key, names))


def learning(minutes: float) -> Memory:
    return Memory(phase=Phase.LEARNING, due_at=NOW + timedelta(minutes=minutes), stability=1, difficulty=5)


def review(overdue: int = 0) -> Memory:
    return Memory(phase=Phase.REVIEW, due_day=DAY - overdue, stability=10, difficulty=5, last_day=DAY - 9)


def cards(names: str, memory: Memory) -> list[Scheduled]:
    return [Scheduled(key(name), memory) for name in names]


def make(
    due: list[Scheduled] | None = None,
    steps: list[Scheduled] | None = None,
    fresh: list[Scheduled] | None = None,
    *,
    new_left: int = 100,
    review_left: int = 100,
    max_cards: int | None = None,
    siblings: dict[str, int] | None = None,
    seed: str = "s",
    now: datetime | None = None,
) -> tuple[CardKey, ...]:
    return plan(
        due or [],
        steps or [],
        fresh or [],
        new_left=new_left,
        review_left=review_left,
        seed=seed,
        max_cards=max_cards,
        sibling_days=siblings or {},
        day=DAY,
        recall_of=lambda each: -(DAY - (each.memory.due_day or DAY)),
        now=now,
    )


def test_new_cards_are_mixed_evenly_among_reviews_in_deck_order() -> None:
    planned = make(due=cards("abcdef", review()), fresh=cards("xyz", NEW))
    places = [planned.index(key(name)) for name in "xyz"]
    assert places == [1, 4, 7]


def test_the_least_likely_to_be_recalled_comes_first() -> None:
    due = [Scheduled(key(name), review(overdue)) for name, overdue in zip("abc", (1, 9, 4), strict=True)]
    assert make(due=due) == keys("bca")


def test_equals_come_in_an_order_that_the_seed_decides() -> None:
    due = cards("abcdefgh", review())
    assert make(due=due, seed="1") == make(due=list(reversed(due)), seed="1")
    assert len({make(due=due, seed=str(seed)) for seed in range(20)}) > 10


def test_cards_in_learning_come_first_by_their_moment_and_outside_the_limits() -> None:
    steps = [Scheduled(key("a"), learning(-1)), Scheduled(key("b"), learning(-5))]
    planned = make(due=cards("r", review()), steps=steps, fresh=cards("n", NEW), new_left=0, review_left=0)
    assert planned == keys("ba")


def test_cards_in_learning_whose_moment_is_to_come_wait_till_the_end() -> None:
    steps = [Scheduled(key("a"), learning(10)), Scheduled(key("b"), learning(-5))]
    assert make(due=cards("r", review()), steps=steps, now=NOW) == keys("bra")


@pytest.mark.parametrize(
    ("new_left", "review_left", "expected"), [(0, 2, 2), (1, 0, 1), (2, 3, 5), (-1, -1, 0)]
)
def test_the_daily_limits_hold(new_left: int, review_left: int, expected: int) -> None:
    planned = make(
        due=cards("abcde", review()), fresh=cards("vwxyz", NEW), new_left=new_left, review_left=review_left
    )
    assert len(planned) == expected


def test_a_session_has_at_most_as_many_cards_as_asked_for() -> None:
    assert len(make(due=cards("abc", review()), fresh=cards("xyz", NEW), max_cards=4)) == 4


def test_nothing_due_makes_an_empty_plan() -> None:
    assert make() == ()


def test_of_two_siblings_only_the_first_comes() -> None:
    fresh = [Scheduled(key("q", part), NEW) for part in ("", "reverse")]
    assert make(fresh=fresh) == (key("q"),)


def test_a_sibling_left_out_does_not_use_up_the_limit() -> None:
    fresh = [Scheduled(key("q"), NEW), Scheduled(key("q", "reverse"), NEW), Scheduled(key("z"), NEW)]
    assert make(fresh=fresh, new_left=2) == (key("q"), key("z"))


def test_a_card_waits_when_its_sibling_was_reviewed_today() -> None:
    due = [Scheduled(key("q", "reverse"), review()), Scheduled(key("z"), review())]
    assert make(due=due, siblings={"d/q": DAY, "d/z": DAY - 1}) == (key("z"),)


def test_a_card_waits_while_its_sibling_is_in_learning() -> None:
    steps = [Scheduled(key("q"), learning(-1))]
    assert make(steps=steps, fresh=[Scheduled(key("q", "reverse"), NEW)]) == (key("q"),)


def test_a_card_is_not_its_own_sibling() -> None:
    again = replace(review(), last_day=DAY)
    assert make(due=[Scheduled(key("q"), again)], siblings={"d/q": DAY}) == (key("q"),)


NAMES = st.lists(
    st.builds(key, st.sampled_from("abcdef"), st.sampled_from(["", "reverse", "c1"])), max_size=15
)


@given(
    due=NAMES,
    steps=NAMES,
    fresh=NAMES,
    limits=st.tuples(st.integers(0, 8), st.integers(0, 8)),
    today=st.sets(st.sampled_from(["d/a", "d/b"])),
)
def test_no_card_comes_twice_and_no_siblings_on_one_day(
    due: list[CardKey], steps: list[CardKey], fresh: list[CardKey], limits: tuple[int, int], today: set[str]
) -> None:
    planned = make(
        due=[Scheduled(each, review()) for each in due],
        steps=[Scheduled(each, learning(-1)) for each in steps],
        fresh=[Scheduled(each, NEW) for each in fresh],
        new_left=limits[0],
        review_left=limits[1],
        siblings=dict.fromkeys(today, DAY),
    )
    assert len(planned) == len(set(planned))
    others = [each.siblings for each in planned if each not in steps]
    assert len(others) == len(set(others))
    assert not set(others) & (today | {each.siblings for each in steps})
    assert set(steps) <= set(planned)


def test_the_plan_is_followed_in_order() -> None:
    assert following(keys("abc"), {key("a"): review()}, set(), NOW) == key("b")


def test_a_skipped_card_is_passed_by() -> None:
    assert following(keys("abc"), {}, {key("a")}, NOW) == key("b")


def test_a_forgotten_card_comes_back_as_soon_as_its_moment_has_come() -> None:
    done = {key("a"): learning(-1), key("b"): learning(-3)}
    assert following(keys("abc"), done, set(), NOW, last=key("a")) == key("b")


def test_before_its_moment_the_plan_goes_on() -> None:
    assert following(keys("abc"), {key("a"): learning(1)}, set(), NOW) == key("b")


@pytest.mark.parametrize(("minutes", "expected"), [(20, key("a")), (20.1, None)])
def test_when_the_plan_is_done_a_card_may_come_a_little_early(
    minutes: float, expected: CardKey | None
) -> None:
    assert following(keys("a"), {key("a"): learning(minutes)}, set(), NOW, LEARN_AHEAD) == expected


def test_the_same_card_does_not_come_twice_running_while_there_is_another() -> None:
    done = {key("a"): learning(-1)}
    assert following(keys("ab"), done, set(), NOW, last=key("a")) == key("b")
    assert following(keys("a"), done, set(), NOW, last=key("a")) == key("a")


@pytest.mark.parametrize("change", [{"suspended": True}, {"buried_on": DAY}])
def test_a_card_put_aside_does_not_come_back(change: dict[str, bool | int]) -> None:
    aside = replace(learning(-1), **change)  # type: ignore[arg-type]
    assert following(keys("a"), {key("a"): aside}, set(), NOW) is None
    assert remaining(keys("a"), {key("a"): aside}, {}, UNKNOWN).left == 0


def test_a_session_is_over_when_every_card_is_in_days() -> None:
    assert following(keys("ab"), dict.fromkeys(keys("ab"), review()), set(), NOW) is None


@given(script=st.lists(st.booleans(), min_size=60, max_size=60))
def test_every_planned_card_is_asked_and_a_session_ends(script: list[bool]) -> None:
    planned, done, last, now, asked = keys("abcde"), dict[CardKey, Memory](), None, NOW, list[CardKey]()
    for right in [*script, *[True] * 20]:
        card = following(planned, done, set(), now, last=last)
        if card is None:
            break
        asked.append(card)
        done[card] = review() if right else Memory(phase=Phase.RELEARNING, due_at=now + timedelta(minutes=10))
        last, now = card, now + timedelta(seconds=30)
    assert set(asked) == set(planned)
    assert following(planned, done, set(), now, last=last) is None


def test_practice_goes_through_the_plan_and_then_through_the_missed_ones() -> None:
    scores = [(key("a"), 0.0), (key("b"), 1.0)]
    assert following_practice(keys("abc"), scores, set()) == key("c")
    assert following_practice(keys("abc"), [*scores, (key("c"), 0.5)], set()) == key("a")


def test_practice_asks_a_missed_card_until_it_is_right() -> None:
    scores = [(key("a"), 0.0)]
    assert following_practice(keys("a"), scores, set()) == key("a")
    assert following_practice(keys("a"), [*scores, (key("a"), 1.0)], set()) is None


def test_practice_does_not_ask_the_same_card_twice_running_while_another_was_missed() -> None:
    scores = [(key("a"), 0.0), (key("b"), 0.0)]
    assert following_practice(keys("ab"), [*scores, (key("a"), 0.0)], set()) == key("b")


def test_practice_passes_a_skipped_card_by() -> None:
    assert following_practice(keys("ab"), [(key("b"), 0.0)], {key("a")}) == key("b")


def test_what_is_left_is_counted_by_phase() -> None:
    memories = {key("r"): review(), key("l"): learning(-1), key("s"): replace(review(), suspended=True)}
    done = {key("a"): learning(5), key("b"): review()}
    left = remaining(keys("abrlsn"), done, memories, UNKNOWN)
    assert (left.answered, left.new, left.learning, left.review) == (2, 1, 2, 1)


def test_an_answered_card_that_is_too_far_off_is_not_left() -> None:
    assert remaining(keys("a"), {key("a"): learning(60)}, {}, UNKNOWN, now=NOW).left == 0
    assert remaining(keys("a"), {key("a"): learning(10)}, {}, UNKNOWN, now=NOW).left == 1


def test_in_practice_missed_cards_are_left_once_more() -> None:
    scores = [(key("a"), 0.0), (key("b"), 1.0), (key("a"), 0.0)]
    left = remaining_practice(keys("abr"), scores, {key("r"): review()}, UNKNOWN)
    assert (left.answered, left.new, left.learning, left.review) == (2, 0, 1, 1)


def test_minutes_go_by_the_own_pace_where_it_is_known() -> None:
    assert minutes_for(0, 0, 10, (None, None, 6_000.0)) == 1.0
    assert minutes_for(3, 1, 0, (30_000.0, 10_000.0, None)) == pytest.approx((3 * 40 + 10) / 60)
    assert minutes_for(0, 5, 0, UNKNOWN) == 1.0
