"""A mended question keeps its id and source, and asks for the same fact in another way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core import mending
from quizapp.core.dates import parse_date
from quizapp.core.identity import answer_fingerprint, code
from quizapp.core.question import (
    Accepted,
    Blank,
    Choice,
    Cloze,
    Date,
    Flashcard,
    Option,
    Ordering,
    Question,
    QuestionId,
    Ref,
    TrueFalse,
    Typed,
)
from quizapp.core.rewording import answer_line, joined, parted, with_answer_line
from quizapp.errors import UsageError

ID = QuestionId("q1")
REF = Ref(section="Rome", quote="Caesar, Pompey and Crassus formed the First Triumvirate.")
YEAR = parse_date("49 BC")
assert YEAR is not None
TYPED = Typed(id=ID, prompt="Which river?", accept=(Accepted("Rubicon"), Accepted("Rubico")), ref=REF)
DATE = Date(id=ID, prompt="When?", text="49 BC", value=YEAR, ref=REF)
CLOZE = Cloze(
    id=ID,
    prompt="Caesar crossed the ____.",
    segments=("Caesar crossed the ", Blank(("Rubicon", "Rubico"), key=code("Rubicon")), "."),
    ref=REF,
)
CHOICE = Choice(
    id=ID, prompt="Which river?", options=(Option("Rubicon", True), Option("Tiber", False, "Rome's")), ref=REF
)
LIST = Flashcard(id=ID, prompt="Who formed it?", answer="Caesar; Pompey; Crassus", ref=REF)
ORDER = Ordering(id=ID, prompt="Order", items=("a", "b"))
WRONG = ("Tiber", "Po")


def cycle(question: Question, wrong: tuple[str, ...]) -> list[Question]:
    """The types that a question goes through until it is of its first again."""
    seen, now = [], mending.in_next_type(question, question, wrong)
    while type(now) is not type(question):
        seen.append(now)
        now = mending.in_next_type(now, question, wrong)
    return [*seen, now]


@pytest.mark.parametrize(
    ("question", "types"),
    [
        (TYPED, [Choice, Flashcard, Typed]),
        (CLOZE, [Typed, Choice, Flashcard, Cloze]),
        (DATE, [Choice, Flashcard, Date]),
        (CHOICE, [Flashcard, Typed, Choice]),
    ],
)
def test_types_go_round(question: Question, types: list[type]) -> None:
    assert [type(each) for each in cycle(question, WRONG)] == types


@pytest.mark.parametrize("question", [TYPED, CLOZE, DATE])
def test_a_whole_round_gives_the_same_question_back(question: Question) -> None:
    assert cycle(question, WRONG)[-1] == question


@pytest.mark.parametrize("question", [TYPED, CLOZE, DATE, CHOICE])
def test_every_type_asks_for_the_same_answer_under_the_same_id(question: Question) -> None:
    for each in cycle(question, WRONG):
        assert (each.id, each.ref) == (ID, REF)
        assert mending.core_of(each) is not None
    typed = [each for each in cycle(question, WRONG) if not isinstance(each, Date)]
    assert len({answer_fingerprint(each) for each in typed}) == 1


def test_a_wrong_option_that_is_right_is_not_offered() -> None:
    choice = cycle(TYPED, ("RUBICON", "rubico", "Tiber", "Tiber"))[0]
    assert isinstance(choice, Choice)
    assert [option.text for option in choice.options] == ["Rubicon", "Tiber"]


@pytest.mark.parametrize("question", [ORDER, TrueFalse(id=ID, prompt="x", answer=True)])
def test_what_has_no_single_answer_has_no_other_type(question: Question) -> None:
    with pytest.raises(UsageError):
        mending.in_next_type(question, question, WRONG)


def test_a_long_answer_without_options_has_no_other_type() -> None:
    card = Flashcard(id=ID, prompt="Why?", answer="Because the Senate told him to leave his army behind")
    with pytest.raises(UsageError):
        mending.in_next_type(card, card, ())


@pytest.mark.parametrize("answer", ["Caesar; Pompey; Crassus", "five-carbon sugar;\nnitrogenous base"])
def test_a_list_is_neither_typed_nor_chosen_as_one_text(answer: str) -> None:
    question = replace(LIST, answer=answer)
    with pytest.raises(UsageError) as caught:
        mending.in_next_type(question, question, WRONG)
    assert "s splits it" in caught.value.fix


def test_a_list_without_options_is_a_flashcard() -> None:
    question = Choice(id=ID, prompt="Who?", options=(Option("Caesar; Pompey", True), Option("Nero", False)))
    assert isinstance(mending.with_wrong_options(question, ()), Flashcard)


@pytest.mark.parametrize(
    ("prompt", "answer", "flipped", "back"),
    [
        ("What is the term for a wild river?", "torrent", "What is meant by “torrent”?", "A wild river"),
        ("What is a torrent?", "A wild river.", "What is the term for a wild river?", "torrent"),
        ("What are Alps?", "The high mountains", "What is the term for the high mountains?", "Alps"),
        ("Who was Augustus?", "The first emperor", "Who was the first emperor?", "Augustus"),
    ],
)
def test_term_and_meaning_change_places(prompt: str, answer: str, flipped: str, back: str) -> None:
    made = mending.flipped(Flashcard(id=ID, prompt=prompt, answer=answer))
    core = mending.core_of(made)
    assert core is not None
    assert (core.prompt, core.answer) == (flipped, back)


@pytest.mark.parametrize("question", [CLOZE, ORDER, replace(LIST, prompt="Why did he cross?")])
def test_what_has_no_other_direction_says_so(question: Question) -> None:
    with pytest.raises(UsageError):
        mending.flipped(question)


def test_a_list_becomes_a_gap_for_each_item_in_the_quote() -> None:
    made = mending.split_list(LIST)
    assert isinstance(made, Cloze) and made.each
    assert made.prompt == "____, ____ and ____ formed the First Triumvirate."
    assert [s.answers[0] for s in made.segments if isinstance(s, Blank)] == ["Caesar", "Pompey", "Crassus"]


def test_a_list_that_the_quote_does_not_hold_becomes_gaps_after_the_prompt() -> None:
    made = mending.split_list(replace(LIST, ref=None))
    assert made.prompt == "Who formed it? ____; ____; ____"


@pytest.mark.parametrize("answer", ["one thing", "same; same", ""])
def test_what_is_no_list_is_not_split(answer: str) -> None:
    with pytest.raises(UsageError):
        mending.split_list(replace(LIST, answer=answer))


def test_another_gap_keeps_the_rest_of_the_sentence() -> None:
    made = mending.with_gap(CLOZE, 0, 6)
    assert mending.text_for_gap(made) == mending.text_for_gap(CLOZE)
    assert made.prompt == "____ crossed the Rubicon."


@given(st.text(st.sampled_from("ab c.,()'’-é漢"), min_size=1, max_size=40), st.data())
def test_every_word_of_a_sentence_can_be_the_gap(text: str, data: st.DataObject) -> None:
    spans = mending.word_spans(text)
    if spans:
        start, end = data.draw(st.sampled_from(spans))
        question = replace(LIST, ref=Ref(quote=text))
        made = mending.with_gap(question, start, end)
        assert mending.text_for_gap(made) == text
        assert mending.gap_of(made) == (start, end)


def test_a_gap_without_words_is_refused() -> None:
    with pytest.raises(UsageError):
        mending.with_gap(CLOZE, 3, 3)


def test_options_make_a_choice_and_keep_what_was_said_about_them() -> None:
    made = mending.with_wrong_options(CHOICE, ["Po", "Tiber"])
    assert isinstance(made, Choice)
    assert made.options == (Option("Rubicon", True), Option("Po", False), Option("Tiber", False, "Rome's"))


def test_without_options_a_choice_is_typed_again() -> None:
    assert isinstance(mending.with_wrong_options(CHOICE, []), Typed)


@pytest.mark.parametrize("wrong", [["rubicon"], ["Po", "po"]])
def test_options_that_are_right_or_double_are_refused(wrong: list[str]) -> None:
    with pytest.raises(UsageError):
        mending.with_wrong_options(TYPED, wrong)


@given(st.lists(st.text(st.sampled_from("ab |\\é"), min_size=1).map(str.strip).filter(bool), max_size=4))
def test_texts_on_one_line_come_apart_again(texts: list[str]) -> None:
    sound = [text for text in texts if "\\" not in text]
    assert parted(joined(sound)) == tuple(sound)


@pytest.mark.parametrize("question", [TYPED, CLOZE, DATE, CHOICE, LIST, ORDER])
def test_the_answer_line_gives_the_same_question_back(question: Question) -> None:
    assert with_answer_line(question, answer_line(question)) == question


@pytest.mark.parametrize(
    ("question", "line"),
    [
        (TYPED, " | "),
        (TYPED, "regex:a+"),
        (DATE, "some day"),
        (CHOICE, "Tiber"),
        (CHOICE, "Rubicon | Po"),
        (ORDER, "only"),
        (TrueFalse(id=ID, prompt="x", answer=True), "maybe"),
        (mending.split_list(LIST), "Caesar | Pompey"),
    ],
)
def test_an_answer_that_does_not_fit_its_type_is_refused(question: Question, line: str) -> None:
    with pytest.raises(UsageError):
        with_answer_line(question, line)


def test_one_gap_of_several_changes_and_the_others_keep_their_key() -> None:
    before = mending.split_list(LIST)
    after = with_answer_line(before, "Caesar | Pompeius | Crassus")
    assert isinstance(before, Cloze) and isinstance(after, Cloze)
    old, new = ([s for s in q.segments if isinstance(s, Blank)] for q in (before, after))
    assert [a == b for a, b in zip(old, new, strict=True)] == [True, False, True]
