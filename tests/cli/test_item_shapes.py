"""Item analysis as JSON: from hand-ins to figures, none lost and none rounded."""

from __future__ import annotations

import json

import pytest
from classes import attempt, hand_in, item, report
from classroom_samples import full_class
from exam_scores import LSAT6

from quizapp.cli.classshapes import class_shape
from quizapp.core.classroom import ClassReport


def read(found: ClassReport) -> dict[str, object]:
    shape = json.loads(json.dumps(class_shape(found), allow_nan=False))
    exam: dict[str, object] = shape["exams"][0]
    return exam


@pytest.fixture(scope="module")
def lsat6() -> ClassReport:
    rows = [f"{place:05b}" for place, n in enumerate(LSAT6) for _ in range(n)]
    files = [
        hand_in(f"P{number}", attempt(*(item(f"q{place}", float(bit)) for place, bit in enumerate(row))))
        for number, row in enumerate(rows)
    ]
    return report(*files)


def test_lsat6_handed_in_by_a_thousand_learners_has_its_published_figures(lsat6: ClassReport) -> None:
    exam = read(lsat6)
    analysis = exam["analysis"]
    assert isinstance(analysis, dict)
    assert analysis["alpha"] == pytest.approx(0.2949972, abs=5e-8)
    assert (analysis["persons"], analysis["k"], analysis["dichotomous"]) == (1000, 5, True)
    questions = exam["questions"]
    assert isinstance(questions, list)
    found = [each["analysis"] for each in questions]
    assert [each["facility"] for each in found] == [0.924, 0.709, 0.553, 0.763, 0.870]
    expected = [0.1128, 0.1532, 0.1728, 0.1444, 0.1216]
    assert [each["corrected"] for each in found] == pytest.approx(expected, abs=5e-5)
    assert {each["discrimination"] for each in found} == {None}


def test_options_say_whether_they_are_right_and_whether_they_work() -> None:
    questions = read(full_class())["questions"]
    assert isinstance(questions, list)
    options = questions[0]["analysis"]["options"]
    assert [(each["text"], each["right"], each["functional"]) for each in options] == [
        ("right", True, None),
        ("left", False, False),
        ("wrong", False, True),
    ]
    assert [each["urgent"] for each in questions[3]["analysis"]["remarks"]] == [True, False]
