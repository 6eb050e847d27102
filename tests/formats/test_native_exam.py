"""The `exam:` section reads as what its keys say, and each mistake in it is named where it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from deckfiles import codes, first, prompts, reading

from quizapp.core.exam import ExamPlan, Feedback, Order, Pool
from quizapp.core.finding import Severity
from quizapp.core.question import Level, QuestionId
from quizapp.formats.native import Reading

FORMATS = Path(__file__).parents[2] / "quizapp" / "formats"
MARK = "‸"
QUESTIONS = """\
questions:
  - {q: First?, id: first, a: x, wrong: [y], tags: [war, old], level: hard}
  - {q: Second?, id: second, a: x, wrong: [y], tags: war, objectives: causes}
  - {q: Third?, id: third, a: x, wrong: [y], tags: peace}
  - {q: Card?, id: card, a: turned, tags: war}
  - {q: Away?, id: away, a: x, wrong: [y], suspend: yes}
  - {q: Free?, id: free, a: x, wrong: [y], points: 0}
  - {q: Broken?, id: broken, a: x, wrong: x}
"""


def exam(section: str) -> Reading:
    """A deck with this exam, indented by two."""
    return reading(f"deck: X\n{QUESTIONS}exam:\n{section}")


def plan(section: str) -> ExamPlan:
    """The exam, with no finding but that of the question that is broken."""
    found = exam(section)
    assert codes(found) == ["right-and-wrong"]
    assert found.deck is not None and found.deck.exam is not None
    return found.deck.exam


def ids(*names: str) -> tuple[QuestionId, ...]:
    return tuple(map(QuestionId, names))


def test_every_key_is_read() -> None:
    section = (
        "  title: Week 3\n  questions: [second, first]\n  draw: 1\n  points: 2.5\n  order: Shuffled\n"
        "  minutes: 12.5\n  pass: 60%\n  feedback: never\n  seed: monday\n"
    )
    assert plan(section) == ExamPlan(
        title="Week 3",
        pools=(Pool(questions=ids("second", "first"), draw=1, points=2.5),),
        order=Order.SHUFFLED,
        minutes=12.5,
        pass_mark=0.6,
        feedback=Feedback.NEVER,
        seed="monday",
    )


def test_pools_are_read_and_take_the_points_of_the_exam() -> None:
    section = (
        "  points: 2\n  pools:\n    - {tags: [war, old], points: 5}\n    - {objectives: causes}\n"
        "    - {level: hard}\n    - {draw: 1, questions: third}\n"
    )
    assert exam(section).deck is not None
    found = exam(section).deck
    assert found is not None and found.exam is not None
    assert found.exam.pools == (
        Pool(tags=("war", "old"), points=5),
        Pool(objectives=("causes",), points=2),
        Pool(level=Level.HARD, points=2),
        Pool(draw=1, questions=ids("third"), points=2),
    )


def test_a_deck_without_the_section_has_no_exam_and_none_that_is_broken() -> None:
    found = reading("deck: X\nquestions:\n  - {q: A, a: true}\n").deck
    assert found is not None
    assert (found.exam, found.exam_broken) == (None, False)


def test_a_pass_mark_may_be_a_share() -> None:
    assert plan("  pass: 0.75\n").pass_mark == 0.75


ERRORS = {
    "bad-minutes": ["  ‸minutes: 0\n", "  ‸minutes: 1:30\n", "  ‸minutes: 2000\n", "  ‸minutes: soon\n"],
    "bad-pass": ["  ‸pass: 60\n", "  ‸pass: 0%\n", "  ‸pass: 101%\n", "  ‸pass: half\n"],
    "bad-feedback": ["  ‸feedback: later\n"],
    "bad-order": ["  ‸order: random\n"],
    "bad-seed": [f"  ‸seed: {'x' * 101}\n"],
    "bad-points": ["  ‸points: 0\n", "  pools:\n    - {‸points: -1}\n"],
    "bad-draw": ["  ‸draw: 0\n", "  ‸draw: 1.5\n", "  ‸draw: all\n", "  ‸draw: 100000\n"],
    "bad-level": ["  ‸level: brutal\n"],
    "unknown-key": ["  ‸minuts: 30\n", "  pools:\n    - {draw: 1, ‸tag: war}\n"],
    "unknown-question": [
        "  questions: [first, ‸frist]\n",
        "  questions: [‸Second?]\n",
        "  questions: [‸broken]\n",
        "  questions: ‸all\n",
        "  questions: ‸20\n",
        "  questions: ‸first, second\n",
    ],
    "unknown-tag": ["  ‸tags: wars\n", "  pools:\n    - {‸tags: [war, odl]}\n"],
    "unknown-objective": ["  ‸objectives: cause\n"],
    "two-ways": [
        "  ‸draw: 2\n  pools:\n    - {tags: war}\n",
        "  questions: [first]\n  ‸tags: war\n",
        "  pools:\n    - {questions: [first], ‸level: hard}\n",
    ],
    "too-few-to-draw": ["  ‸draw: 4\n", "  pools:\n    - {tags: war, ‸draw: 3}\n"],
    "no-exam-questions": ["  ‸questions: [card, away]\n", "  ‸level: easy\n"],
    "not-a-list": ["  pools: ‸war\n"],
    "not-keys": ["  ‸60 minutes\n"],
}
WARNINGS = {
    "not-in-exam": [
        "  questions: [first, ‸card]\n",
        "  questions: [first, ‸away]\n",
        "  questions: [first, ‸free]\n",
    ],
    "twice-in-exam": ["  questions: [first, second, ‸first]\n"],
    "pools-overlap": [
        "  pools:\n    - {tags: war, draw: 2}\n    - {‸draw: 2}\n",
        "  pools:\n    - {‸tags: war, draw: 1}\n    - {questions: [first, second]}\n".replace(
            "‸tags: war, draw", "tags: war, ‸draw"
        ),
    ],
    "short-exam": ["  ‸minutes: 0.1\n"],
}
FIXES = {
    "  minutes: 1:30\n": "`minutes: 90`",
    "  minutes: 2 hours\n": "`minutes: 120`",
    "  minutes: 45 min\n": "`minutes: 45`",
    "  pass: 60\n": "`pass: 60%`",
    "  order: random\n": "`order: shuffled`",
    "  feedback: no\n": "`feedback: never`",
    "  questions: [frist]\n": "`first`",
    "  questions: [second?]\n": "`second`",
    "  questions: 2\n": "`draw: 2`",
    "  questions: all\n": "Delete it",
    "  draw: all\n": "Delete the line",
    "  tags: waar\n": "`war`",
    "  time: 30\n": "`minutes:`",
    "  draw: 4\n": "`draw: 3` or less",
}


def _cases(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(code, text) for code, texts in table.items() for text in texts]


def _place(marked: str) -> tuple[int, int]:
    before = f"deck: X\n{QUESTIONS}exam:\n{marked}".split(MARK)[0]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize(("code", "marked"), _cases(ERRORS))
def test_an_error_is_found_in_its_place_and_keeps_only_the_exam_from_being_used(
    code: str, marked: str
) -> None:
    found = exam(marked.replace(MARK, ""))
    finding = first(found, code)
    assert (finding.severity, finding.line, finding.column) == (Severity.ERROR, *_place(marked))
    assert finding.fix
    assert found.deck is not None
    assert (found.deck.exam, found.deck.exam_broken) == (None, True)
    assert prompts(found) == ["First?", "Second?", "Third?", "Card?", "Away?", "Free?"]


@pytest.mark.parametrize(("code", "marked"), _cases(WARNINGS))
def test_a_warning_is_found_in_its_place_and_leaves_the_exam(code: str, marked: str) -> None:
    found = exam(marked.replace(MARK, ""))
    finding = first(found, code)
    assert (finding.severity, finding.line, finding.column) == (Severity.WARNING, *_place(marked))
    assert finding.fix
    assert found.deck is not None and found.deck.exam is not None


@pytest.mark.parametrize("section", FIXES)
def test_the_fix_says_what_was_meant(section: str) -> None:
    (found,) = [each for each in exam(section).findings if each.code != "right-and-wrong"]
    assert FIXES[section] in found.fix


def test_a_question_with_an_error_of_its_own_is_not_called_unknown() -> None:
    assert "error of its own" in first(exam("  questions: [broken]\n"), "unknown-question").message


def test_every_code_of_the_reader_has_an_example_here() -> None:
    calls = re.compile(r'(?:error|warn)\(\s*(?:f?"([a-z0-9-]+)")')
    texts = [(FORMATS / name).read_text("utf-8") for name in ("native_exam.py", "native_pools.py")]
    written = {code for text in texts for code in calls.findall(text)}
    assert written - {*ERRORS, *WARNINGS} == set()
