"""The figures of a class report, each against numbers worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from math import sqrt

import pytest
from classes import DAY, attempt, card, hand_in, item, progress, report
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.classfinding import About
from quizapp.core.classmembers import RosterEntry
from quizapp.core.classreport import Wanted
from quizapp.core.classrisk import Risk
from quizapp.core.classroom import ClassReport, Topic, TopicKind, score_of
from quizapp.core.classsums import by_group, summary
from quizapp.core.handin import Attempt, HandIn
from quizapp.core.question import DeckId
from quizapp.core.retention import Share

ROME = DeckId("rome")


def scored(right: int, of: int = 10, **more: float) -> Attempt:
    """An attempt with so many right answers."""
    items = [item(f"q{n}", 1.0 if n < right else 0.0) for n in range(of)]
    return attempt(*items, **more)  # type: ignore[arg-type]


def test_a_summary_by_hand() -> None:
    # 2, 4, 6, 8 tenths: deviations -3 -1 1 3, squares 9 1 1 9 = 20, / 3, in tenths.
    found = summary([0.2, 0.4, 0.6, 0.8])
    assert (found.n, found.mean, found.median, found.low, found.high) == (4, 0.5, 0.5, 0.2, 0.8)
    assert found.deviation == pytest.approx(sqrt(20 / 3) / 10)
    # Type 7: the place is 0.25 * 3 = 0.75, so 0.2 + 0.75 * 0.2.
    assert found.lower_quartile == pytest.approx(0.35)
    assert found.upper_quartile == pytest.approx(0.65)
    assert found.bins == (0, 0, 1, 0, 1, 0, 1, 0, 1, 0)


def test_the_last_tenth_holds_everything_right_and_a_tenth_begins_at_its_edge() -> None:
    assert summary([0.0, 0.1, 0.3, 3 / 10, 1 - 0.7, 0.9, 1.0]).bins == (1, 1, 0, 3, 0, 0, 0, 0, 0, 2)


def test_a_summary_of_one_or_nobody_has_no_deviation() -> None:
    assert summary([0.5]).deviation is None
    nobody = summary([])
    assert (nobody.n, nobody.mean, nobody.median, nobody.low) == (0, None, None, None)


@settings(max_examples=40)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_everybody_is_in_one_tenth_and_quartiles_are_in_order(values: list[float]) -> None:
    found = summary(values)
    assert sum(found.bins) == len(values)
    order = (found.low, found.lower_quartile, found.median, found.upper_quartile, found.high)
    assert all(a is not None and b is not None and a <= b for a, b in pairwise(order))


def test_groups_are_summed_by_themselves() -> None:
    found = by_group([("b", 0.2), ("a", 1.0), ("a", 0.5), ("", 0.0)])
    assert [(each.group, each.summary.n, each.summary.mean) for each in found] == [
        ("a", 2, 0.75),
        ("b", 1, 0.2),
    ]
    assert by_group([("a", 0.5), ("", 0.1)]) == ()


def test_a_hidden_group_cannot_be_worked_out_from_the_others() -> None:
    values = [("small", 0.1)] * 2 + [("mid", 0.5)] * 6 + [("big", 0.9)] * 9
    assert [each.group for each in by_group(values, 5)] == ["big"]
    enough = [("s", 0.1)] * 3 + [("t", 0.1)] * 3 + [("mid", 0.5)] * 6 + [("big", 0.9)] * 9
    assert [each.group for each in by_group(enough, 5)] == ["big", "mid"]


def test_the_score_is_points_of_the_first_attempt() -> None:
    first = attempt(item("q1", 0.5, points=2.0), item("q2", None), item("q3", 1.0, points=1.0))
    found = report(hand_in("Ana", first, scored(10, number=2)))
    (taken,) = found.learners[0].exams
    # 2 * 0.5 + 1 = 2 of 2 + 1 + 1 = 4 points.
    assert taken is not None and taken.score == 0.5
    assert (score_of(taken.latest), found.learners[0].attempts) == (1.0, 2)
    assert found.exams[0].summary is not None and found.exams[0].summary.mean == 0.5


def test_passed_counts_first_attempts_with_a_pass_mark() -> None:
    found = report(
        hand_in("Ana", scored(6, pass_mark=0.6)),
        hand_in("Bo", scored(5, pass_mark=0.6), scored(9, number=2, pass_mark=0.6)),
        hand_in("Cy", scored(9)),
    )
    assert (found.exams[0].passed, found.exams[0].judged) == (1, 2)


def test_the_roster_tells_minutes_and_when_somebody_was_last_seen() -> None:
    exam = attempt(item(seconds=90.0), item("q2", seconds=30.0), days=-3)
    found = report(hand_in("Ana", exam, decks=[progress(card(), days=(DAY - 9, DAY - 1))]))
    (ana,) = found.learners
    assert (ana.exam_minutes, ana.study_minutes, ana.last_day) == (2.0, 15.0, DAY - 1)
    only_exam = report(hand_in("Ana", exam)).learners[0]
    assert only_exam.last_day == DAY - 3
    assert report(roster=["Ana"]).learners[0].last_day is None


def risks(*files: HandIn, roster: list[str] | None = None) -> tuple[Risk, ...]:
    return report(*files, roster=roster).learners[0].risks


def test_at_risk_without_a_file_only_in_a_roster() -> None:
    assert risks(roster=["Ana"]) == (Risk.NO_FILE,)
    assert risks(hand_in("Ana", scored(9)), roster=["Ana"]) == ()


def test_at_risk_by_the_latest_score() -> None:
    assert risks(hand_in("Ana", scored(5))) == ()
    assert risks(hand_in("Ana", scored(4))) == (Risk.LOW_SCORE,)
    assert risks(hand_in("Ana", scored(4, pass_mark=0.4))) == ()
    assert risks(hand_in("Ana", scored(4), scored(9, number=2))) == ()


def test_at_risk_by_falling_ten_points_of_a_hundred() -> None:
    assert risks(hand_in("Ana", scored(9), scored(8, number=2))) == (Risk.FALLING,)
    assert risks(hand_in("Ana", scored(90, 100), scored(81, 100, number=2))) == ()


def test_at_risk_by_a_quarter_without_an_answer() -> None:
    three = [item(f"q{n}") for n in range(3)]
    assert risks(hand_in("Ana", attempt(*three, item("q3", None)))) == (Risk.UNANSWERED,)
    assert risks(hand_in("Ana", attempt(*three, item("q3"), item("q4", None)))) == ()


def test_at_risk_after_fourteen_days() -> None:
    # The report is of DAY + 1.
    assert risks(hand_in("Ana", scored(9, days=-13))) == (Risk.INACTIVE,)
    assert risks(hand_in("Ana", scored(9, days=-12))) == ()


def test_at_risk_by_first_tries_from_twenty_on() -> None:
    def studied(tries: int, right: int) -> HandIn:
        return hand_in("Ana", decks=[progress(card(recall=0.5, tries=tries, right=right))])

    assert risks(studied(20, 11)) == (Risk.FIRST_TRY,)
    assert risks(studied(20, 12)) == ()
    assert risks(studied(19, 0)) == ()


def test_progress_of_a_deck_by_hand() -> None:
    cards = (
        card("q1", 0.9, 4, 3, lapses=1, predictions=3, predicted=2.4, recalled=3),
        card("q2", 0.6, 6, 2, lapses=2, predictions=1, predicted=0.8, recalled=0),
        card("q3"),
    )
    found = report(hand_in("Ana", decks=[progress(*cards)]))
    (studied,) = found.learners[0].decks
    assert studied is not None
    # (0.9 + 0.6 + 0) / 3; 5 of 10; 3 recalled of 4 minus 3.2 of 4.
    assert studied.mastery == pytest.approx(0.5)
    assert (studied.cards, studied.started, studied.first_try, studied.lapses) == (3, 2, Share(5, 10), 3)
    assert studied.gap == pytest.approx(-0.05)
    deck = found.decks[0]
    assert deck.summary is not None and deck.summary.mean == pytest.approx(0.5)
    assert [each.question for each in deck.questions] == ["q1", "q2", "q3"]
    assert deck.questions[2].gap is None and deck.questions[2].first_try.value is None


def test_a_card_over_all_learners_by_hand() -> None:
    found = report(
        hand_in("Ana", decks=[progress(card("q1", 0.8, 4, 4, predictions=3, predicted=2.7, recalled=3))]),
        hand_in("Bo", decks=[progress(card("q1", 0.4, 2, 0, lapses=1, predictions=1, predicted=0.9))]),
        hand_in("Cy", decks=[progress(card("q1"))]),
    )
    (asked,) = found.decks[0].questions
    assert (asked.learners, asked.started, asked.answers, asked.lapses) == (3, 2, 6, 1)
    assert asked.first_try == Share(4, 6)
    assert asked.gap == pytest.approx((3 - 3.6) / 4)
    assert asked.mastery == pytest.approx(0.4)
    assert asked.seconds == 8.0


def test_a_question_over_first_attempts_by_hand() -> None:
    found = report(
        hand_in("Ana", attempt(item("q1", 1.0, seconds=10.0))),
        hand_in("Bo", attempt(item("q1", 0.5, "wrong", seconds=20.0)), attempt(item("q1", 1.0), number=2)),
        hand_in("Cy", attempt(item("q1", 0.0, "left", seconds=60.0))),
        hand_in("Di", attempt(item("q1", None))),
        hand_in("Ed", attempt(item("q1", None, reached=False))),
        hand_in("Flo", attempt(item("q1", 0.0, "left", seconds=40.0))),
    )
    (asked,) = found.exams[0].questions
    assert (asked.asked, asked.reached, asked.answered, asked.right) == (6, 5, 4, 1)
    assert asked.score == pytest.approx(1.5 / 5)
    assert asked.seconds == 30.0
    assert asked.wrong == (("left", 2), ("wrong", 1))
    assert asked.versions == 1
    analysis = found.exams[0].analysis
    assert analysis is not None
    assert analysis.items[0].reached == 5
    assert analysis.items[0].facility == pytest.approx(0.3)


def test_different_papers_are_counted() -> None:
    found = report(hand_in("Ana", attempt(item("q1"))), hand_in("Bo", attempt(item("q2"))))
    assert found.exams[0].papers == 2
    assert [each.asked for each in found.exams[0].questions] == [1, 1]


def test_topics_are_objectives_then_tags_then_the_deck() -> None:
    def topics(*exams: Attempt) -> set[Topic]:
        return {each.topic for each in report(hand_in("Ana", *exams)).topics}

    tagged, aimed = item("q1", tags=("war",)), item("q2", objectives=("rivers",), tags=("sea",))
    assert topics(attempt(item())) == {Topic(ROME, TopicKind.DECK, "Rome")}
    assert topics(attempt(tagged)) == {Topic(ROME, TopicKind.TAG, "war")}
    assert topics(attempt(tagged, aimed)) == {Topic(ROME, TopicKind.OBJECTIVE, "rivers")}


def topic_of(found: ClassReport, name: str) -> int:
    return next(place for place, each in enumerate(found.topics) if each.topic.name == name)


def test_a_topic_by_hand() -> None:
    def both(score: float) -> Attempt:
        return attempt(
            item("q1", score, points=3.0, tags=("war", "sea")), item("q2", 1.0, tags=("sea",)),
            item("q3", 1.0, points=6.0, tags=("art",)),
        )  # fmt: skip

    cards = (card("q1", 0.8, 4, 4, tags=("war",)), card("q4", tags=("war",)))
    found = report(
        hand_in("Ana", both(0.0), decks=[progress(*cards)]),
        hand_in("Bo", both(1.0)),
        roster=["Ana", "Bo", "Cy"],
    )
    sea, war = (found.topics[topic_of(found, name)] for name in ("sea", "war"))
    # Ana has 1 of 4 points, Bo 4 of 4; the paper is worth 10.
    assert [cell and cell.score for cell in sea.cells] == [0.25, 1.0, None]
    assert (sea.score, sea.examined, sea.below) == (0.625, 2, 1)
    assert (sea.questions, sea.points, sea.all_points) == (2, 4.0, 10.0)
    assert (sea.mastery, sea.mastered, sea.cards, sea.started) == (None, 0, 0, None)
    assert war.mastery == pytest.approx(0.4)
    assert (war.mastered, war.cards, war.started) == (1, 2, 0.5)
    assert [each.name for each in found.pages[0].weak] == ["war", "sea"]


def test_a_topic_is_weak_by_first_tries_only_where_no_exam_asked() -> None:
    def weak(tries: int, right: int, *exams: Attempt) -> bool:
        found = report(hand_in("Ana", *exams, decks=[progress(card("q1", 0.9, tries, right))]))
        (topic,) = found.topics
        return topic.below == 1

    assert weak(5, 2)
    assert not weak(5, 3)
    assert not weak(4, 0)
    assert not weak(5, 0, attempt(item()))


def test_a_learners_page_tells_the_trend_and_the_wrong_answers_of_the_latest_attempt() -> None:
    first = attempt(item("q1", 0.0, "left"), item("q2"), name="one")
    second = attempt(item("q1"), item("q2", 0.5, "wrong"), item("q3", None), number=2, days=2, name="two")
    page = report(hand_in("Ana", second, first)).pages[0]
    assert [each.id for each in page.attempts] == ["one", "two"]
    assert [(each.item.question, each.item.given) for each in page.wrong] == [("q2", "wrong"), ("q3", "")]


def test_struggling_cards_are_those_of_the_learners_own_report() -> None:
    cards = (card("q1", 0.5, 2, 0), card("q2", 0.5, 3, 3), card("q3", 0.5, 4, 3), card("q4", 0.5, 3, 1))
    page = report(hand_in("Ana", decks=[progress(*cards)])).pages[0]
    assert [(label, share) for _, label, share in page.struggling] == [
        ("What is q4?", Share(1, 3)), ("What is q3?", Share(3, 4)),
    ]  # fmt: skip


def test_groups_of_the_roster_are_compared() -> None:
    roster = [RosterEntry("Ana", group="a"), RosterEntry("Bo", group="b"), RosterEntry("Cy", group="a")]
    found = report(
        hand_in("Ana", scored(4)), hand_in("Bo", scored(9)), hand_in("Cy", scored(8)), roster=roster
    )
    assert [(each.group, each.summary.n) for each in found.exams[0].groups] == [("a", 2), ("b", 1)]


def test_another_version_is_told_of_whoever_has_the_rarer_one() -> None:
    found = report(
        hand_in("Ana", attempt(item()), decks=[progress(card())]),
        hand_in("Bo", attempt(item()), decks=[progress(card())]),
        hand_in("Cy", attempt(item(version="w2")), decks=[progress(card(), print_="d2")]),
    )
    told = [each for each in found.findings if each.about is About.OTHER_VERSION]
    assert [each.learner for each in told] == ["Cy", "Cy"]
    assert (found.exams[0].questions[0].versions, found.decks[0].versions) == (2, 2)


def test_of_two_versions_that_are_equally_common_the_newer_counts() -> None:
    found = report(hand_in("Ana", attempt(item(version="w2"))), hand_in("Bo", attempt(item(), days=1)))
    assert [each.learner for each in found.findings] == ["Ana"]
    assert found.exams[0].analysis is not None and found.exams[0].analysis.exam.persons == 1


def test_only_what_is_asked_for_is_reported() -> None:
    files = (
        hand_in("Ana", attempt(item()), attempt(item(), deck="greek"), decks=[progress(card())]),
        hand_in("Bo", attempt(item(), deck="greek")),
    )
    found = report(*files, wanted=Wanted(exams={ROME}, decks=()))
    assert ([each.deck for each in found.exams], found.decks) == ([ROME], ())
    assert [each.about for each in found.findings] == [About.NOTHING_ASKED]
    assert "Bo" in found.findings[0].message
    assert [each.deck for each in report(*files).exams] == ["greek", "rome"]


def test_a_class_in_which_nobody_handed_in_anything_is_reported() -> None:
    found = report(roster=["Ana", "Bo"])
    assert (found.exams, found.decks, found.topics, found.roster) == ((), (), (), 2)
    assert report().learners == ()


def test_an_exam_without_questions_has_no_score() -> None:
    found = report(hand_in("Ana", attempt()))
    assert found.exams[0].summary is not None and found.exams[0].summary.n == 0
    assert found.learners[0].risks == ()


def test_the_newest_title_of_a_deck_is_the_one_that_is_shown() -> None:
    old = progress(card())
    new = replace(old, title=" New\n name")
    found = report(hand_in("Ana", decks=[old]), hand_in("Bo", decks=[new], written=timedelta(hours=1)))
    assert found.decks[0].title == "New name"
