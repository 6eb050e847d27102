"""A line is read as an answer only when it is one; all else is told what to type."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.answer import Matched, Ordered, Picked, Said, Wrote
from quizapp.core.card import Card, CardKey
from quizapp.core.dates import HistoricDate
from quizapp.core.event import Kind
from quizapp.core.memory import Phase
from quizapp.core.question import (
    Accepted,
    Blank,
    Choice,
    Cloze,
    Date,
    DeckId,
    Flashcard,
    Matching,
    Multiple,
    Number,
    Option,
    Ordering,
    Pair,
    Question,
    QuestionId,
    TrueFalse,
    Typed,
)
from quizapp.core.step import Asking, Counts, Shown, Token, WhyNow
from quizapp.plain.commands import Command, NoSuchCommand, Order, help_lines, read_order
from quizapp.plain.reading import Fill, Refused, Turn, letters, read_line

ID = QuestionId("q")
OPTIONS = (Option("Rubicon", True), Option("Tiber", False), Option("Po", False))
FLASHCARD = Flashcard(id=ID, prompt="Who?", answer="Augustus")
CHOICE = Choice(id=ID, prompt="Which?", options=OPTIONS)
MULTIPLE = Multiple(id=ID, prompt="Which?", options=OPTIONS)
TRUTH = TrueFalse(id=ID, prompt="So?", answer=True)
TYPED = Typed(id=ID, prompt="What?", accept=(Accepted("x"),))
NUMBER = Number(id=ID, prompt="How many?", text="5", value=Decimal(5))
DATE = Date(id=ID, prompt="When?", text="44 BC", value=HistoricDate(-43))
CLOZE = Cloze(id=ID, prompt="____", segments=(Blank(("Caesar",)), " came, ", Blank(("saw",))))
MATCHING = Matching(id=ID, prompt="Match", pairs=(Pair("a1", "b1"), Pair("a2", "b2"), Pair("a3", "b3")))
ORDERING = Ordering(id=ID, prompt="Order", items=("one", "two", "three"))
GRADED: tuple[Question, ...] = (CHOICE, MULTIPLE, TRUTH, TYPED, NUMBER, DATE, CLOZE, MATCHING, ORDERING)
ALL = (FLASHCARD, *GRADED)


def asking(question: Question) -> Asking:
    shown = Shown()
    match question:
        case Choice() | Multiple():
            shown = Shown(options=("Po", "Rubicon", "Tiber"))
        case Matching():
            shown = Shown(lefts=("a1", "a2", "a3"), rights=("b3", "b1", "b2", "extra"))
        case Ordering():
            shown = Shown(items=("three", "one", "two"))
        case _:
            pass
    return Asking(
        token=Token("t"),
        card=Card(CardKey(DeckId("d"), ID), question),
        deck_title="D",
        kind=Kind.SCHEDULED,
        shown=shown,
        counts=Counts(0, 1, 0, 0, 1),
        why_now=WhyNow(Phase.NEW),
    )


def refused(question: Question, line: str) -> str:
    read = read_line(asking(question), line)
    assert isinstance(read, Refused)
    return read.message


@pytest.mark.parametrize("question", GRADED, ids=lambda question: type(question).__name__)
@pytest.mark.parametrize("line", ["", "   ", "\t"])
def test_an_empty_line_answers_nothing(question: Question, line: str) -> None:
    assert "Nothing was typed" in refused(question, line)


def test_any_line_turns_a_flashcard_and_rates_nothing() -> None:
    assert [read_line(asking(FLASHCARD), line) for line in ("", "4", "Augustus")] == [Turn()] * 3


def test_a_choice_is_picked_by_the_number_that_was_shown() -> None:
    assert read_line(asking(CHOICE), " 2 ") == Picked(("Rubicon",))


@pytest.mark.parametrize("line", ["0", "4", "1 2", "Rubicon", "-1", "²", "9" * 50])
def test_what_is_no_option_is_refused(line: str) -> None:
    assert "1 to 3" in refused(CHOICE, line)


@pytest.mark.parametrize("line", ["1 3", "3,1", "1 3 3", " 1;3 "])
def test_several_are_picked_in_any_order(line: str) -> None:
    assert read_line(asking(MULTIPLE), line) == Picked(("Po", "Tiber"))


def test_none_at_all_is_picked_by_a_dash() -> None:
    assert read_line(asking(MULTIPLE), "-") == Picked(())


@pytest.mark.parametrize("line", ["0", "1 4", "1 x"])
def test_wrong_numbers_are_refused_as_a_whole(line: str) -> None:
    assert "1 to 3" in refused(MULTIPLE, line)


@pytest.mark.parametrize(("line", "value"), [("t", True), ("TRUE", True), ("f", False), ("no", False)])
def test_truth_is_said_in_several_ways(line: str, value: bool) -> None:
    assert read_line(asking(TRUTH), line) == Said(value)


def test_maybe_is_no_truth() -> None:
    assert "t for true" in refused(TRUTH, "maybe")


@pytest.mark.parametrize("question", [TYPED, NUMBER, DATE], ids=lambda question: type(question).__name__)
def test_typed_text_goes_on_as_it_is(question: Question) -> None:
    assert read_line(asking(question), " Byzantium ") == Wrote(" Byzantium ")


def test_a_blank_is_filled_and_a_dash_leaves_it_empty() -> None:
    assert read_line(asking(CLOZE), "Caesar") == Fill("Caesar")
    assert read_line(asking(CLOZE), "-") == Fill("")


@pytest.mark.parametrize("line", ["1b 2c 3a", "1b2c3a", "3A, 2C, 1B", "1=b 2=c 3=a", "1 b 2 c 3 a"])
def test_pairs_are_typed_as_number_and_letter(line: str) -> None:
    assert read_line(asking(MATCHING), line) == Matched((("a1", "b1"), ("a2", "b2"), ("a3", "b3")))


def test_a_left_side_may_stay_without_a_partner() -> None:
    assert read_line(asking(MATCHING), "1b 2- 3a") == Matched((("a1", "b1"), ("a2", ""), ("a3", "b3")))


def test_forgotten_left_sides_are_named() -> None:
    assert "Not matched yet: 2, 3" in refused(MATCHING, "1b")


@pytest.mark.parametrize("line", ["1b 1c 2a 3d", "1e 2a 3b", "4a 1b 2c 3d", "hello", "1b 2c 3a !"])
def test_impossible_pairs_are_refused(line: str) -> None:
    assert "Type pairs" in refused(MATCHING, line)


def test_an_order_is_typed_as_the_numbers_shown() -> None:
    assert read_line(asking(ORDERING), "2 3 1") == Ordered(("one", "two", "three"))


@pytest.mark.parametrize("line", ["1 2", "1 2 2", "1 2 3 4", "x", "123"])
def test_half_an_order_is_refused(line: str) -> None:
    assert "1 to 3 once" in refused(ORDERING, line)


@given(line=st.text(), number=st.integers(0, len(ALL) - 1))
def test_any_line_is_read_without_a_crash(line: str, number: int) -> None:
    read_line(asking(ALL[number]), line)


def test_letters_go_on_after_z() -> None:
    names = {0: "a", 25: "z", 26: "aa", 51: "az", 52: "ba", 701: "zz", 702: "aaa"}
    assert {index: letters(index) for index in names} == names


@pytest.mark.parametrize("command", Command, ids=lambda command: command.name)
def test_every_command_has_a_letter_and_a_word(command: Command) -> None:
    assert read_order(f":{command.letter}") == Order(command)
    assert read_order(f" :{command.word.upper()} a note ") == Order(command, "a note")
    assert any(f":{command.letter} " in line and f":{command.word}" in line for line in help_lines())


def test_no_letter_is_used_twice() -> None:
    names = [command.letter for command in Command] + [command.word for command in Command]
    assert len(names) == len(set(names))


def test_a_question_mark_alone_asks_for_help() -> None:
    assert read_order("?") == Order(Command.HELP)
    assert read_order("what?") == "what?"


def test_an_unknown_command_is_no_answer() -> None:
    assert read_order(":x") == NoSuchCommand("x")
    assert read_order(":hello world") == NoSuchCommand("hello")


def test_two_colons_begin_an_answer() -> None:
    assert read_order("::h") == ":h"
    assert read_order(" plain answer ") == " plain answer "
