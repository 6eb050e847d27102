"""How each item behaved, against published data and numbers worked out by hand."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import exam_scores as scores
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizapp.core.distractors import functional
from quizapp.core.itemanalysis import ItemFigures, analyse
from quizapp.core.scorematrix import Item, ScoreMatrix


def items_of(matrix: ScoreMatrix) -> tuple[ItemFigures, ...]:
    return analyse(matrix).items


def to_four(values: Sequence[float | None]) -> list[str]:
    return [f"{value:.4f}" for value in values]


def test_lsat6_is_as_the_r_package_ltm_prints_it() -> None:
    found = items_of(scores.patterns(scores.LSAT6))
    assert [each.facility for each in found] == [0.924, 0.709, 0.553, 0.763, 0.870]
    assert to_four([each.uncorrected for each in found]) == ["0.3620", "0.5668", "0.6184", "0.5344", "0.4354"]
    assert to_four([each.corrected for each in found]) == ["0.1128", "0.1532", "0.1728", "0.1444", "0.1216"]


def test_d_of_lsat6_is_not_defined_since_nobody_is_above_the_best_total() -> None:
    found = items_of(scores.patterns(scores.LSAT6))
    assert {(each.upper, each.discrimination) for each in found} == {(None, None)}


def test_the_ladder_worked_by_hand() -> None:
    found = items_of(scores.of(scores.LADDER))
    assert [each.facility for each in found] == [0.8, 0.6, 0.4, 0.2]
    # The 27 % point of 0..4 is 1.08, the 73 % point 2.92: two persons in either group.
    assert [(each.upper, each.lower) for each in found] == [(1, 0.5), (1, 0), (1, 0), (0.5, 0)]
    assert [each.discrimination for each in found] == [0.5, 1, 1, 0.5]
    # Covariances with the rest .3, .45, .45, .3; variances of the rests 1.7, 1.3, 1.3, 1.7.
    expected = [0.3 / math.sqrt(0.2 * 1.7), 0.45 / math.sqrt(0.3 * 1.3)]
    assert [each.corrected for each in found] == pytest.approx([*expected, *reversed(expected)])
    assert [each.index for each in found] == pytest.approx([100 * r for r in (*expected, *expected[::-1])])
    assert [each.efficiency for each in found] == pytest.approx([100, 100, 100, 100])
    # Covariances with the total .5, .75, .75, .5.
    whole = 2 * math.sqrt(0.5) + 2 * math.sqrt(0.75)
    weights = [100 * math.sqrt(each) / whole for each in (0.5, 0.75, 0.75, 0.5)]
    assert [each.weight for each in found] == pytest.approx(weights)
    assert [each.full for each in found] == [4, 3, 2, 1]


def test_efficiency_compares_with_the_best_order_of_the_same_scores() -> None:
    # Second item 0, 1, 0, 1 beside rests 0, 1, 2, 3: covariance .5 / 3 * 2, at best (2 + 3 - 3) / 3.
    found = items_of(scores.of(((0, 0), (1, 1), (2, 0), (3, 1)), maxima=(3, 1)))[1]
    assert found.efficiency == pytest.approx(50)
    assert found.corrected == pytest.approx(1 / math.sqrt(5))


def test_an_item_that_counts_against_the_rest_keeps_its_sign_and_has_no_weight() -> None:
    rows = ((3, 0), (2, 0), (1, 1), (0, 1))
    first, second = items_of(scores.of(rows, maxima=(3, 1)))
    assert second.corrected == pytest.approx(-2 / math.sqrt(5))
    assert second.discrimination == pytest.approx(-1)
    assert second.weight is None
    assert first.weight == pytest.approx(100)


def test_facility_is_of_the_maximum() -> None:
    assert [each.facility for each in items_of(scores.of(((4, 1), (1, 0)), maxima=(10, 1)))] == [0.25, 0.5]


def test_an_item_that_all_got_has_a_facility_and_nothing_else() -> None:
    found = items_of(scores.of(((1, 1), (1, 0), (1, 0))))[0]
    assert found.facility == 1
    assert (found.corrected, found.index, found.efficiency) == (None, None, None)


def test_equal_totals_stay_together_in_the_groups() -> None:
    # Totals 0, 1, 1, 1, 2, 3: the 27 % point is 1, so that four are in the lower group.
    rows = ((0, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0), (1, 1, 1))
    matrix = scores.of(rows)
    assert (matrix.groups.lower, matrix.groups.upper) == ((0, 1, 2, 3), (4, 5))
    assert items_of(matrix)[2].discrimination == pytest.approx(1 / 2 - 1 / 4)


def test_totals_that_differ_by_rounding_are_ties() -> None:
    rows = ((0.1, 0.2), (0.3, 0.0), (0.0, 0.3), (0.9, 0.9))
    assert scores.of(rows).groups.lower == (0, 1, 2)


def test_an_item_that_was_not_reached_is_left_out_there_and_takes_the_total_away() -> None:
    first, *_, last = items_of(scores.of((*scores.LADDER, (1, 1, 1, None))))
    assert (first.reached, first.compared) == (6, 5)
    assert first.facility == pytest.approx(5 / 6)
    assert (last.reached, last.facility) == (5, 0.2)
    assert last.corrected == pytest.approx(0.3 / math.sqrt(0.2 * 1.7))


def test_without_comparable_totals_facility_stays_and_the_rest_is_not_defined() -> None:
    found = items_of(scores.of(scores.LADDER, incomparable="Pools."))[0]
    assert found.facility == 0.8
    undefined = (found.discrimination, found.corrected, found.weight, found.alpha_without, found.uncorrected)
    assert undefined == (None,) * 5


def test_rows_of_another_width_are_refused() -> None:
    with pytest.raises(ValueError, match="2 cells"):
        ScoreMatrix((Item(id="a"), Item(id="b")), ((1, 0), (1,)))


CHOICE = Item(id="c", options=("key", "lure", "idle"), right=("key",), guess=1 / 3)
PICKED = ("key", "key", "lure", "key", "lure", "lure", "", "key")
OTHERS = (7, 6, 5, 4, 3, 2, 1, 0)


def choice_matrix() -> ScoreMatrix:
    """Totals 8, 7, 5, 5, 3, 2, 1, 1; the seventh learner left the choice blank."""
    rows = tuple((float(one == "key"), float(other)) for one, other in zip(PICKED, OTHERS, strict=True))
    picks = tuple(((one,) if one else (), ()) for one in PICKED)
    return ScoreMatrix((CHOICE, Item(id="rest", maximum=7)), rows, picks)


def test_an_option_table_worked_by_hand() -> None:
    found = items_of(choice_matrix())[0]
    key, lure, idle = found.options
    assert (key.n, lure.n, idle.n, found.blank) == (4, 3, 0, 1)
    assert (key.p, lure.p, idle.p) == (0.5, 0.375, 0)
    # The 27 % point is 1.89, the 73 % point 5.22: two persons in each group.
    assert (key.upper, key.lower, lure.upper, lure.lower) == (1, 0.5, 0, 0)
    # Squares about the mean: rests 42, picks of the key 2; their product 17 - 4 * 3.5.
    assert key.r == pytest.approx(3 / math.sqrt(2 * 42))
    assert lure.r == pytest.approx((10 - 3 * 3.5) / math.sqrt(3 * 5 / 8 * 42))
    assert idle.r is None
    assert (key.discrimination, found.distractor_efficiency) == (0.5, 0.5)


def test_only_wrong_options_that_one_in_twenty_picks_are_functional() -> None:
    key, lure, _idle = items_of(choice_matrix())[0].options
    just, short = replace(lure, p=0.05), replace(lure, p=0.0499)
    assert [functional(each) for each in (key, just, short)] == [False, True, False]


def test_an_item_of_several_right_options_has_a_table_and_no_distractor_efficiency() -> None:
    several = replace(CHOICE, right=("key", "lure"), single=False)
    matrix = ScoreMatrix((several,), ((1.0,), (0.5,)), ((("key", "lure"),), (("key",),)))
    found = items_of(matrix)[0]
    assert [option.n for option in found.options] == [2, 1, 0]
    assert found.distractor_efficiency is None


def test_where_the_key_is_not_known_no_option_is_called_right_or_wrong() -> None:
    matrix = ScoreMatrix((replace(CHOICE, right=()),), ((1.0,),), ((("key",),),))
    found = items_of(matrix)[0]
    assert {option.right for option in found.options} == {None}
    assert found.distractor_efficiency is None


ROWS = st.lists(st.tuples(*[st.sampled_from((0.0, 0.5, 1.0, None))] * 4), min_size=1, max_size=12)


def comparable(found: ItemFigures) -> list[float | None]:
    return [
        found.facility,
        found.discrimination,
        found.corrected,
        found.efficiency,
        found.weight,
        found.alpha_without,
    ]


def same(left: Sequence[float | None], right: Sequence[float | None]) -> bool:
    return all(
        a is b is None or (a is not None and b is not None and math.isclose(a, b, abs_tol=1e-7))
        for a, b in zip(left, right, strict=True)
    )


@given(ROWS, st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_the_order_of_the_persons_changes_nothing(
    rows: list[tuple[float | None, ...]], chance: object
) -> None:
    other = list(rows)
    chance.shuffle(other)  # type: ignore[attr-defined]
    for one, two in zip(items_of(scores.of(rows)), items_of(scores.of(other)), strict=True):
        assert same(comparable(one), comparable(two))


@given(ROWS, st.sampled_from((0.1, 3.0, 40.0)))
@example([(0.0, 0.0, 0.0, 0.5), (0.0, 0.0, 1.0, 1.0), (0.0, 1.0, 1.0, 0.0)], 0.1)
@settings(max_examples=40)
def test_what_a_point_is_called_changes_nothing(rows: list[tuple[float | None, ...]], worth: float) -> None:
    scaled = [tuple(None if each is None else each * worth for each in row) for row in rows]
    for one, two in zip(
        items_of(scores.of(rows)), items_of(scores.of(scaled, maxima=[worth] * 4)), strict=True
    ):
        assert same(comparable(one), comparable(two))


@given(ROWS)
@settings(max_examples=40)
def test_figures_stay_where_they_can_be(rows: list[tuple[float | None, ...]]) -> None:
    analysis = analyse(scores.of(rows))
    for found in analysis.items:
        assert all(-1 - 1e-9 <= r <= 1 + 1e-9 for r in (found.corrected, found.uncorrected) if r is not None)
        assert found.efficiency is None or found.efficiency <= 100 + 1e-6
    assert analysis.exam.alpha is None or analysis.exam.alpha <= 1 + 1e-9
    weights = [found.weight for found in analysis.items if found.weight is not None]
    assert not weights or sum(weights) == pytest.approx(100)
