"""Each type of question reads as what its keys say."""

from __future__ import annotations

from decimal import Decimal

import pytest
from deckfiles import codes, listed, only, reading

from quizapp.core.dates import DateSpan, HistoricDate, Precision
from quizapp.core.deck import Source
from quizapp.core.exam import ExamPlan
from quizapp.core.identity import code, derived_id
from quizapp.core.question import (
    Accepted,
    Blank,
    Choice,
    CloseDate,
    CloseNumber,
    CloseText,
    Cloze,
    Date,
    Flashcard,
    Level,
    Matching,
    Multiple,
    Number,
    Option,
    Ordering,
    Pair,
    Pin,
    Question,
    QuestionId,
    Ref,
    TextRule,
    Tolerance,
    TrueFalse,
    Typed,
)


def test_flashcard_is_a_question_and_an_answer() -> None:
    assert only("  - q: Who?\n    a: Augustus\n") == Flashcard(
        id=derived_id("Who?"), id_written=False, prompt="Who?", answer="Augustus"
    )


def test_reverse_is_read() -> None:
    assert only("  - {q: Zeus, a: Jupiter, reverse: yes}\n") == Flashcard(
        id=derived_id("Zeus"), id_written=False, prompt="Zeus", answer="Jupiter", reverse=True
    )


def test_answer_with_wrong_ones_is_a_choice() -> None:
    question = only("  - q: River?\n    a: Rubicon\n    wrong: [Tiber, Po]\n")
    assert isinstance(question, Choice)
    assert question.options == (Option("Rubicon", True), Option("Tiber", False), Option("Po", False))


def test_options_in_full_keep_feedback_and_pin() -> None:
    question = only(
        "  - q: Office?\n    options:\n      - right: dictator\n        why: In 44.\n"
        "      - wrong: consul\n      - wrong: none of these\n        pin: last\n"
    )
    assert isinstance(question, Choice)
    assert question.options == (
        Option("dictator", True, "In 44."),
        Option("consul", False),
        Option("none of these", False, "", Pin.LAST),
    )


@pytest.mark.parametrize("answers", ["[Caesar, Pompey]", "\n      - Caesar\n      - Pompey"])
def test_list_of_answers_with_wrong_ones_is_multiple(answers: str) -> None:
    question = only(f"  - q: Members?\n    a: {answers}\n    wrong: Cicero\n")
    assert isinstance(question, Multiple)
    assert question.options == (Option("Caesar", True), Option("Pompey", True), Option("Cicero", False))


def test_list_of_one_answer_with_wrong_ones_is_multiple() -> None:
    assert isinstance(only("  - q: Members?\n    a: [Caesar]\n    wrong: [Cicero]\n"), Multiple)


def test_two_right_options_are_multiple() -> None:
    assert isinstance(
        only("  - q: Both?\n    options:\n      - right: A\n      - right: B\n      - wrong: C\n"), Multiple
    )


@pytest.mark.parametrize(
    ("written", "value"), [("true", True), ("false", False), ("True", True), ("FALSE", False)]
)
def test_unquoted_truth_is_true_or_false(written: str, value: bool) -> None:
    question = only(f"  - q: Carthage won.\n    a: {written}\n")
    assert isinstance(question, TrueFalse)
    assert question.answer is value


def test_quoted_truth_is_a_text() -> None:
    question = only('  - q: Which word?\n    a: "true"\n')
    assert isinstance(question, Flashcard)
    assert question.answer == "true"


def test_typed_keeps_answers_patterns_and_rules() -> None:
    question = only(
        '  - q: Capital?\n    accept: [Constantinople, "regex:new rom[ae]"]\n    typos: 1\n    case: yes\n'
        "    close:\n      - {match: Istanbul, credit: 50%, why: Modern name.}\n"
    )
    assert isinstance(question, Typed)
    assert question.accept == (Accepted("Constantinople"), Accepted("new rom[ae]", True))
    assert question.close == (CloseText(Accepted("Istanbul"), 0.5, "Modern name."),)
    assert question.rule == TextRule(typos=1, case=True)


def test_plain_answer_comes_before_patterns() -> None:
    question = only('  - q: Capital?\n    accept: ["regex:rom[ae]", Rome]\n')
    assert isinstance(question, Typed)
    assert question.accept == (Accepted("Rome"), Accepted("rom[ae]", True))


def test_number_keeps_unit_tolerance_and_units() -> None:
    question = only(
        "  - q: Length?\n    number: 563 km\n    tolerance: 5%\n    units: {km: 1, mi: 1.609344}\n"
        "    close:\n      - {within: 20 km, credit: 0.25}\n"
    )
    assert isinstance(question, Number)
    assert (question.text, question.value, question.unit) == ("563 km", Decimal(563), "km")
    assert question.tolerance == Tolerance(Decimal("0.05"), True)
    assert question.units == (("km", Decimal(1)), ("mi", Decimal("1.609344")))
    assert question.close == (CloseNumber(Tolerance(Decimal(20)), 0.25),)


def test_unit_sizes_are_told_in_the_unit_of_the_answer() -> None:
    question = only("  - q: Length?\n    number: 2 h\n    units: {min: 1, h: 60}\n")
    assert isinstance(question, Number)
    assert dict(question.units) == {"min": Decimal(1) / 60, "h": Decimal(1)}


def test_unit_of_the_answer_need_not_be_listed() -> None:
    question = only("  - q: Length?\n    number: 563 km\n    units: {mi: 1.609344}\n")
    assert isinstance(question, Number)
    assert dict(question.units) == {"km": Decimal(1), "mi": Decimal("1.609344")}


def test_date_keeps_its_precision() -> None:
    question = only(
        "  - q: When?\n    date: 15 March 44 BC\n    close:\n      - {within: 1 year, credit: 50%}\n"
    )
    assert isinstance(question, Date)
    assert question.text == "15 March 44 BC"
    assert question.value == HistoricDate(-43, 3, 15, Precision.DAY)
    assert question.close == (CloseDate(DateSpan(1, Precision.YEAR), 0.5),)


@pytest.mark.parametrize(
    ("written", "span"),
    [
        ("3 days", DateSpan(3, Precision.DAY)),
        ("2 weeks", DateSpan(14, Precision.DAY)),
        ("1 month", DateSpan(1, Precision.MONTH)),
        ("1 decade", DateSpan(10, Precision.YEAR)),
        ("2 centuries", DateSpan(200, Precision.YEAR)),
    ],
)
def test_span_of_time_is_read(written: str, span: DateSpan) -> None:
    question = only(f"  - q: When?\n    date: 1945\n    close:\n      - {{within: {written}, credit: 50%}}\n")
    assert isinstance(question, Date)
    assert question.close[0].within == span


def test_cloze_is_text_and_gaps() -> None:
    question = only('  - cloze: "{{Caesar}} crossed the {{Rubicon|Rubico :: a river}}."\n    each: yes\n')
    assert isinstance(question, Cloze)
    assert question.segments == (
        Blank(("Caesar",), "", code("Caesar")),
        " crossed the ",
        Blank(("Rubicon", "Rubico"), "a river", code("Rubicon")),
        ".",
    )
    assert question.prompt == "____ crossed the ____."
    assert question.each
    assert question.id == derived_id("Caesar crossed the Rubicon.")


def test_matching_is_pairs_and_extras() -> None:
    question = only(
        "  - q: Match.\n    match:\n      Brutus: stabbed\n      Octavian: won\n    extra: crossed\n"
    )
    assert isinstance(question, Matching)
    assert question.pairs == (Pair("Brutus", "stabbed"), Pair("Octavian", "won"))
    assert question.extra == ("crossed",)


def test_matching_may_be_a_list_of_pairs() -> None:
    question = only("  - q: Match.\n    match:\n      - Brutus: stabbed\n      - Octavian: won\n")
    assert isinstance(question, Matching)
    assert question.pairs == (Pair("Brutus", "stabbed"), Pair("Octavian", "won"))


def test_ordering_keeps_the_order() -> None:
    question = only("  - q: Order.\n    order: [one, two, three]\n")
    assert isinstance(question, Ordering)
    assert question.items == ("one", "two", "three")


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        ("a: true\n    type: flashcard", Flashcard),
        ('a: "true"\n    type: truefalse', TrueFalse),
        ("a: Rome\n    type: typed", Typed),
        ("a: 12 km\n    type: number", Number),
        ("a: 1945\n    type: date", Date),
        ("a: Rome\n    wrong: [Bari]\n    type: multiple", Multiple),
        ("a: [Rome]\n    wrong: [Bari]\n    type: choice", Choice),
    ],
)
def test_type_overrides_what_the_keys_say(keys: str, kind: type[Question]) -> None:
    assert type(only(f"  - q: Question?\n    {keys}\n")) is kind


def test_common_keys_are_read() -> None:
    question = only(
        "  - q: Who?\n    id: first\n    a: Augustus\n    why: Because.\n    hints: [one, two]\n"
        "    ref: Suetonius 76\n    tags: rome\n    level: hard\n"
        "    points: 2.5\n    shuffle: no\n    note: mine\n    suspend: yes\n"
        "    replaces: [old, older]\n    origin: exam 2019\n"
    )
    assert question == Flashcard(
        id=QuestionId("first"),
        prompt="Who?",
        answer="Augustus",
        why="Because.",
        hints=("one", "two"),
        ref=Ref(section="Suetonius 76"),
        tags=("rome",),
        level=Level.HARD,
        points=Decimal("2.5"),
        shuffle=False,
        note="mine",
        suspend=True,
        replaces=(QuestionId("old"), QuestionId("older")),
        origin="exam 2019",
    )


def test_reference_may_have_keys() -> None:
    question = only("  - q: Who?\n    a: x\n    ref: {section: Life, quote: q, title: t, url: u, page: 7}\n")
    assert question.ref == Ref("Life", "q", "t", "u", "7")


def test_question_knows_its_line() -> None:
    found = listed("  - q: A\n    a: x\n\n  # next\n  - q: B\n    a: y\n")
    assert found.deck is not None
    assert [question.line for question in found.deck.questions] == [3, 7]


def test_deck_keys_are_read() -> None:
    found = reading(
        "deck: Rome\nid: rome-w3\nformat: 1\nlanguage: en\ndescription: d\nauthor: me\nlicence: CC0\n"
        "source: {title: t, url: u, author: a, licence: l}\ntags: [x, y]\nobjectives: {o1: Knows.}\n"
        "exam: {minutes: 45, pass: 50%}\nquestions:\n  - {q: A, a: B, wrong: [C], objectives: o1}\n"
    )
    deck = found.deck
    assert found.findings == ()
    assert deck is not None
    assert (deck.id, deck.id_written, deck.title, deck.language) == ("rome-w3", True, "Rome", "en")
    assert (deck.description, deck.author, deck.licence) == ("d", "me", "CC0")
    assert deck.source == Source("t", "u", "a", "l")
    assert deck.tags == ("x", "y")
    assert deck.objectives == (("o1", "Knows."),)
    assert deck.questions[0].objectives == ("o1",)
    assert deck.exam == ExamPlan(minutes=45, pass_mark=0.5)


def test_deck_without_id_has_its_files_stem() -> None:
    found = reading("deck: Rome\nquestions: [{q: A, a: B}]\n", "/home/me/Rome week 3.yaml")
    assert found.deck is not None
    assert (found.deck.id, found.deck.id_written) == ("Rome week 3", False)


def test_stem_is_the_same_however_its_accents_are_stored() -> None:
    composed, split = (reading("deck: x\n", name).deck for name in ("caf\u00e9.yaml", "cafe\u0301.yaml"))
    assert composed is not None
    assert split is not None
    assert composed.id == split.id


def test_defaults_hold_where_a_question_is_silent() -> None:
    found = reading(
        "deck: D\ndefaults: {tags: [x], level: easy, points: 2, shuffle: no, typos: 0, accents: yes}\n"
        "questions:\n"
        "  - {q: A, accept: B}\n  - {q: C, accept: D, tags: [y], level: hard, points: 1,\n"
        "     shuffle: yes, typos: 2}\n"
    )
    assert found.findings == ()
    assert found.deck is not None
    one, two = found.deck.questions
    assert (one.tags, one.level, one.points, one.shuffle) == (("x",), Level.EASY, Decimal(2), False)
    assert (two.tags, two.level, two.points, two.shuffle) == (("y",), Level.HARD, Decimal(1), True)
    assert isinstance(one, Typed)
    assert isinstance(two, Typed)
    assert one.rule == TextRule(typos=0, accents=True)
    assert two.rule == TextRule(typos=2, accents=True)


@pytest.mark.parametrize(
    "text", ["no", "12:30", "012", "1.10", "null", "~", "2024-01-01", "0x1F", "1_000", "1e3", "yes?"]
)
def test_text_stays_text(text: str) -> None:
    question = only(f"  - q: What?\n    a: {text}\n")
    assert isinstance(question, Flashcard)
    assert question.answer == text


def test_block_texts_are_trimmed_at_their_ends() -> None:
    question = only("  - q: |\n      one\n\n        two\n    a: >-\n      folded\n      text\n")
    assert isinstance(question, Flashcard)
    assert question.prompt == "one\n\n  two"
    assert question.answer == "folded text"


def test_two_questions_with_one_prompt_need_ids() -> None:
    found = listed("  - {q: A, a: B}\n  - {q: ' a ', a: C}\n  - {q: A, a: D, id: other}\n")
    assert codes(found) == ["duplicate-question"]
    assert found.deck is not None
    assert [question.id for question in found.deck.questions] == [derived_id("A"), "other"]
