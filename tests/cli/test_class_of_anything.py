"""Whatever learners hand in, a class report is made of it in every form: nothing in a file can break it."""

from __future__ import annotations

from datetime import UTC

import pytest
from any_handin import HAND_INS, TEXTS
from classes import MADE, handed_in
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.cli.classlearnertext import say_learner
from quizapp.cli.classshapes import class_shape, learner_shape
from quizapp.cli.classtext import say_class
from quizapp.core.classjoining import join
from quizapp.core.classmembers import RosterEntry
from quizapp.core.classreport import class_report
from quizapp.core.handin import HandIn
from quizapp.formats.classcsv import answers_csv, learners_csv, questions_csv
from quizapp.services.classpage import page

ROSTERS = st.none() | st.lists(st.builds(RosterEntry, TEXTS, TEXTS, TEXTS), max_size=4)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(HAND_INS, max_size=5), ROSTERS, st.booleans())
def test_a_report_of_anything_is_made_in_every_form(
    capsys: pytest.CaptureFixture[str],
    hand_ins: list[HandIn],
    roster: list[RosterEntry] | None,
    unnamed: bool,
) -> None:
    files = [handed_in(each, f"{place}.json") for place, each in enumerate(hand_ins)]
    report = class_report(join(roster, files, MADE.at), MADE, unnamed=unnamed)
    say_class(report)
    for place in range(len(report.learners)):
        say_learner(report, place, UTC)
        learner_shape(report, place)
    class_shape(report)
    page(report, UTC)
    lines = learners_csv(report), questions_csv(report), answers_csv(report)
    assert all(text.endswith("\r\n") for text in lines)
    assert "\x1b" not in capsys.readouterr().out
