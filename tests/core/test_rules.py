"""The content rules speak up where a careful reader would, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.deck import Deck
from quizapp.core.question import DeckId
from quizapp.core.rules import remarks
from quizapp.core.rules_images import inside_folder
from quizapp.core.rules_patterns import pattern_remarks
from quizapp.core.rules_twins import twin_remark, twins
from quizapp.formats.native import read_deck


def deck(*questions: str, top: str = "", id: str = "x") -> Deck:  # noqa: A002
    """A deck of these questions, each written in one line of YAML without its braces."""
    text = f"deck: X\nid: {id}\n{top}questions:\n" + "".join(f"  - {{{each}}}\n" for each in questions)
    found = read_deck(text.encode(), "x.yaml").deck
    assert found is not None
    assert len(found.questions) == len(questions)
    return found


def said(*questions: str, top: str = "") -> list[str]:
    """The codes of what is said about a deck of these questions."""
    return [remark.code for remark in remarks(deck(*questions, top=top))]


WHY = ", why: x"
SPOKEN = {
    "answer-in-prompt": [
        "q: 'Who was Caesar, the man named Julius Caesar?', accept: [Caesar]" + WHY,
        "q: 'Rome is the capital of which country, whose capital is Rome in Italy?', a: Italy, wrong: [Spain]"
        + WHY,
        "q: Which of the two kings and queens ruled?, a: [queens], wrong: [emperors]" + WHY,
        "q: What happened in 1945 in Europe?, date: 1945" + WHY,
        "q: How many of the 300 Spartans fought?, number: 300" + WHY,
        "cloze: 'The {{Rubicon}} is a river; Caesar crossed the Rubicon.'" + WHY,
    ],
    "longest-right": [
        "q: Why?, a: Because the senate feared his growing power, wrong: [It rained, He fell]" + WHY,
    ],
    "unpinned-option": [
        "q: Which?, a: All of the above, wrong: [one, a second one]" + WHY,
        "q: Which?, a: one, wrong: [None of these, two]" + WHY,
        "q: Which?, a: one, wrong: [Both A and B, two]" + WHY,
        "q: Which?, a: one, wrong: [Neither of them., two]" + WHY,
    ],
    "regex-no-match": [
        "q: Which?, accept: [Plain, 'regex:C++']" + WHY,
        "q: Which?, accept: [Plain, 'regex:$5']" + WHY,
    ],
    "regex-too-wide": ["q: Which?, accept: [Plain, 'regex:.*']" + WHY],
    "regex-plain": ["q: Which?, accept: [Plain, 'regex:other']" + WHY],
    "regex-slow": ["q: Which?, accept: [Plain, 'regex:(a|aa)+$']" + WHY],
    "close-is-right": [
        "q: Which?, accept: [Plain], close: [{match: plain, credit: 50%}]" + WHY,
        "q: Which?, accept: [Plain], close: [{match: 'regex:pl.*', credit: 50%}]" + WHY,
    ],
    "unit-missing": ["q: How far is the moon?, number: 384400" + WHY, "q: How tall was he?, number: 2" + WHY],
    "same-sides": ["q: Match., match: {one: One, two: zwei}" + WHY],
    "no-why": [
        "q: Which?, a: one, wrong: [two]",
        "q: Which?, a: [one], wrong: [two]",
        "q: It is so., a: true",
        "q: Which?, accept: one",
        "q: Which?, number: 1",
        "q: Which?, date: 1945",
        "cloze: 'A {{gap}}.'",
        "q: Match., match: {one: eins, two: zwei}",
        "q: Order., order: [one, two]",
    ],
    "unknown-objective": ["q: A, a: b, objectives: o2"],
    "image-without-words": ["q: 'What is ![](map.png)?', a: b", "q: A, a: '![ ](map.png)'"],
    "image-outside": [
        "q: 'What is ![a map](../map.png)?', a: b",
        "q: 'What is ![a map](/tmp/map.png)?', a: b",
        "q: 'What is ![a map](https://example.com/map.png)?', a: b",
        "q: A, options: [{right: b, why: '![a map](C:\\map.png)'}, {wrong: c, why: d}]",
        "cloze: '{{a}} ![a map](~/map.png)'" + WHY,
        "q: A, order: ['![a map](../map.png)', b]" + WHY,
        "q: A, match: {b: '![a map](../map.png)', c: d}" + WHY,
        "q: A, a: b, hints: '![a map](../map.png)'",
    ],
}
SILENT = [
    "q: Who?, a: b",
    "q: Zeus, a: Jupiter, reverse: yes",
    "q: 'Which is longer, the Nile or the Po?', a: Nile, wrong: [Po]" + WHY,
    "q: Is it as old as Rome?, a: no, wrong: [yes]" + WHY,
    "q: A romance of which city?, accept: [Roma]" + WHY,
    "q: 'What is $\\frac{1}{2}$?', accept: [1/2]" + WHY,
    "q: Which?, a: one, wrong: [Allies of the king, two]" + WHY,
    "q: Which?, options: [{right: one}, {wrong: none of these, pin: last}]" + WHY,
    "q: Which?, a: one, wrong: [none of these], shuffle: no" + WHY,
    "q: Which?, options: [{right: one}, {wrong: two, why: x}, {wrong: three, why: y}]",
    "q: Who?, a: Quintus Fabius Maximus Verrucosus Cunctator, wrong: [Gaius Marius Longinus Priscus, Sulla]"
    + WHY,
    "q: Which?, a: Wednesday the fourteenth, wrong: [Thursday the fifteenth, Monday]" + WHY,
    "q: Which?, accept: [New Rome, 'regex:new rom[ae]']" + WHY,
    "q: Which?, accept: [Plain, 'regex:new rom[ae]']" + WHY,
    "q: Which?, accept: [Plain, 'regex:(the )?mann?erheim(( |-)line)?']" + WHY,
    "q: Which?, accept: [Plain, 'regex:\\d{4}s?']" + WHY,
    "q: Which?, accept: [Plain, 'regex:(?=x)y']" + WHY,
    "q: Which?, accept: [Plain], close: [{match: plane, credit: 50%}]" + WHY,
    "q: 'How far is the moon, in km?', number: 384400" + WHY,
    "q: How many?, number: 3" + WHY,
    "q: 'What is ![a map of Gaul](maps/gaul.png)?', a: b",
]


@pytest.mark.parametrize(("code", "question"), [(code, q) for code, each in SPOKEN.items() for q in each])
def test_rule_speaks_up(code: str, question: str) -> None:
    assert said(question) == [code]


@pytest.mark.parametrize("question", SILENT)
def test_what_is_good_is_left_in_peace(question: str) -> None:
    assert said(question) == []


def test_objective_of_the_deck_is_known() -> None:
    assert said("q: A, a: b, objectives: o1", top="objectives: {o1: Knows.}\n") == []


def test_replacing_a_question_that_is_still_there_is_said() -> None:
    assert said("q: A, a: b, id: new, replaces: old", "q: B, a: c, id: old") == ["replaces-present"]


def test_two_reversed_cards_with_one_answer_are_said_once() -> None:
    assert said("q: dog, a: Hund, reverse: yes", "q: hound, a: hund, reverse: yes", "q: cur, a: Hund") == [
        "reverse-twice"
    ]


def test_remark_names_question_key_and_fix() -> None:
    (remark,) = remarks(deck("q: Which?, a: one, wrong: [All of the above]" + WHY))
    assert (remark.question, remark.key) == (
        deck("q: Which?, a: one, wrong: [All of the above]" + WHY).questions[0],
        "wrong",
    )
    assert remark.fix


@pytest.mark.parametrize("target", ["a.png", "maps/a.png", "./a.png", "a..b.png"])
def test_path_inside_the_folder(target: str) -> None:
    assert inside_folder(target)


@pytest.mark.parametrize(
    "target", ["", "../a.png", "maps/../../a.png", "/a.png", "\\a.png", "C:a.png", "data:x", "~/a"]
)
def test_path_outside_the_folder(target: str) -> None:
    assert not inside_folder(target)


def pairs(*decks: Deck) -> list[tuple[int, str, int, str]]:
    return [(t.deck, t.question.prompt, t.first_deck, t.first.prompt) for t in twins(decks)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("q: What is the capital of France?, a: Paris", "q: 'The capital of France:', a: Lyon, id: o"),
        (
            "q: Who was the first emperor of Rome?, a: Augustus",
            "q: Who was the first emperor in Rom?, a: augustus",
        ),
        ("q: Order these., order: [a, b]", "q: Order these!, order: [b, a]"),
        ("q: Which?, a: b, wrong: [c]", "q: Which?, a: b, wrong: [c], id: o"),
    ],
)
def test_questions_that_ask_the_same_are_twins(one: str, other: str) -> None:
    both = deck(one, other)
    assert pairs(both) == [(0, both.questions[1].prompt, 0, both.questions[0].prompt)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("q: What is the capital of France?, a: Paris", "q: What is the capital of Greece?, a: Athens"),
        ("q: When did the first war begin?, date: 1914", "q: When did the second war begin?, date: 1939"),
        ("q: The war began in 1914., a: true", "q: The war began in 1915., a: true"),
        ("q: Order these., order: [a, b]", "q: Order these!, order: [c, d]"),
        (
            "q: Which of these is a mammal?, a: dog, wrong: [ant]",
            "q: Which of these is a mammal, a: cat, wrong: [bee]",
        ),
        ("cloze: '{{a}} b'", "cloze: '{{c}} b'"),
        ("q: In which city did he live?, a: Rome", "q: Where was the treaty of 1957 signed?, a: Rome"),
    ],
)
def test_questions_that_ask_something_else_are_not(one: str, other: str) -> None:
    assert pairs(deck(one, other)) == []


def test_twins_are_found_across_decks_and_name_the_other_file() -> None:
    first = deck("q: What is the capital of France?, a: Paris")
    second = deck("q: Zeus, a: Jupiter", "q: 'Capital of France:', a: Paris", id="y")
    (twin,) = twins([first, second])
    assert (twin.deck, twin.first_deck) == (1, 0)
    assert "line 4 of first.yaml" in twin_remark(twin, "first.yaml").message


def test_a_third_of_a_kind_is_named_too() -> None:
    assert len(pairs(deck("q: A b, a: x, id: p", "q: 'A b:', a: y, id: q", "q: The A b, a: z, id: r"))) == 2


def test_many_questions_with_one_answer_are_compared_quickly() -> None:
    questions = tuple(f"q: 'Number {n * 7919} — {n}?', a: same" for n in range(3000))
    assert len(list(twins([deck(*questions)]))) < 3000


@given(st.text(st.sampled_from("ab1 ()[]{}|?*+.^$\\d-,:=!<>P"), max_size=25))
def test_any_pattern_is_judged_without_an_error(pattern: str) -> None:
    quoted = "'regex:" + pattern.strip() + "'"
    text = f"deck: X\nquestions:\n  - q: A\n    accept: [b, {quoted}]\n"
    found = read_deck(text.encode(), "x.yaml").deck
    assert found is not None
    for question in found.questions:
        list(pattern_remarks(question))


def test_deck_id_is_kept() -> None:
    assert deck("q: A, a: b", id="rome").id == DeckId("rome")
