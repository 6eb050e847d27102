"""An anonymous report: no name, id or file anywhere, and nothing of groups too small to hide in."""

from __future__ import annotations

from dataclasses import replace

from classes import attempt, card, hand_in, handed_in, item, progress, report

from quizapp.core.answer import GaveUp
from quizapp.core.classfinding import About
from quizapp.core.classmembers import RosterEntry
from quizapp.core.classroom import ClassReport
from quizapp.core.handin import Flagged, HandIn, ItemAnswer, Overridden
from quizapp.core.question import QuestionId

NAMES = ("Zacharias", "Yolanda", "Xaver", "Wilhelmina", "Vasco", "Ulrike")


def member(name: str, *more: ItemAnswer) -> HandIn:
    deck = replace(
        progress(card("q1", 0.8, 3, 2)),
        overridden=(Overridden(QuestionId("q1"), "?", f"told by {name}", 1, 1),),
        flagged=(Flagged(QuestionId("q1"), "?", f"flagged by {name}"),),
    )
    exam = replace(attempt(item("q1", 0.0, "left"), *more), seed=f"seed of {name}")
    return hand_in(name, exam, decks=[deck], learner=f"id-{name}")


def whole(count: int = 6, *more: ItemAnswer) -> ClassReport:
    files = [handed_in(member(name, *more), f"/home/{name}/f.json") for name in NAMES[:count]]
    roster = [RosterEntry(name, f"nr-{name}", "7b") for name in NAMES]
    return report(*files, roster=roster, unnamed=True)


def test_no_name_id_file_or_seed_is_left_anywhere() -> None:
    told = repr(whole())
    for name in NAMES:
        assert name not in told
    assert "f.json" not in told and "nr-" not in told and "seed of" not in told


def test_findings_say_how_many_and_nobody() -> None:
    files = [handed_in(member(name), touched=True) for name in NAMES[:5]]
    found = report(*files, unnamed=True)
    assert [each.message for each in found.findings] == ["5 files were changed after they were written."]
    assert [(each.file, each.learner) for each in found.findings] == [("", "")]


def test_pseudonyms_do_not_follow_names_and_are_the_same_every_time() -> None:
    one, two = (
        report(*files, unnamed=True)
        for files in (
            [hand_in(name, attempt(item(score=n / 10))) for n, name in enumerate(NAMES)],
            [hand_in(name, attempt(item(score=n / 10))) for n, name in reversed(list(enumerate(NAMES)))],
        )
    )
    scores = [[each.exams[0] and each.exams[0].score for each in found.learners] for found in (one, two)]
    assert scores[0] == scores[1] != sorted(scores[0], key=lambda score: score or 0.0)
    assert [each.name for each in one.learners] == [f"Learner {n}" for n in range(1, 7)]


def test_an_exam_of_four_is_hidden_and_one_of_five_is_not() -> None:
    four, five = whole(4), whole(5)
    assert (four.exams[0].hidden, four.exams[0].summary, four.exams[0].questions) == (True, None, ())
    assert four.exams[0].analysis is None
    assert (four.decks[0].hidden, four.decks[0].summary, four.topics) == (True, None, ())
    assert all(each.exams == (None,) and each.decks == (None,) for each in four.learners)
    assert [each.about for each in four.findings if each.about is About.HIDDEN] == [About.HIDDEN]
    assert not five.exams[0].hidden and five.exams[0].summary is not None
    assert five.exams[0].questions and five.topics[0].score is not None


def test_a_named_report_hides_nothing() -> None:
    found = report(member("Ana"))
    assert not found.exams[0].hidden and found.exams[0].questions


def test_small_groups_lose_their_name() -> None:
    roster = [RosterEntry(name, group="7b" if n else "7a") for n, name in enumerate(NAMES)]
    found = report(*map(member, NAMES), roster=roster, unnamed=True)
    assert sorted(each.group for each in found.learners) == ["", *["7b"] * 5]


def test_typed_answers_are_hidden_unless_five_gave_them() -> None:
    def given(count: int) -> list[str]:
        files = [
            member(name, item("t", 0.0, "Rubikon" if n < count else f"only {name}", typed=True))
            for n, name in enumerate(NAMES)
        ]
        found = report(*files, unnamed=True)
        answers = [wrong.item for page in found.pages for wrong in page.wrong if wrong.item.question == "t"]
        assert all(isinstance(each.answer, GaveUp) for each in answers if each.given == "(hidden)")
        return sorted({each.given for each in answers})

    assert given(5) == ["(hidden)", "Rubikon"]
    assert given(4) == ["(hidden)"]


def test_options_that_were_picked_are_told() -> None:
    found = whole()
    assert [wrong.item.given for page in found.pages for wrong in page.wrong] == ["left"] * 6


def test_a_question_that_few_had_is_left_out() -> None:
    files = [
        hand_in(name, attempt(item("q1"), *([item("q2")] if n < 4 else []))) for n, name in enumerate(NAMES)
    ]
    found = report(*files, unnamed=True)
    assert [each.question for each in found.exams[0].questions] == ["q1"]
    assert found.exams[0].analysis is not None
    assert [each.item.id for each in found.exams[0].analysis.items] == ["q1"]
