"""From an answer to a grade, for each type of question, and from a grade to a rating."""

from __future__ import annotations

from decimal import Decimal

import pytest

from quizapp.core.answer import (
    Answer,
    Filled,
    GaveUp,
    Matched,
    Ordered,
    Picked,
    Rating,
    Said,
    SelfRated,
    Wrote,
)
from quizapp.core.card import Card, CardKey, cards_of
from quizapp.core.dates import DateSpan, Precision, parse_date
from quizapp.core.grade import Grade, GradingDefaults, Part, Unclear
from quizapp.core.grading import grade, suggest
from quizapp.core.question import (
    Accepted,
    Blank,
    Choice,
    CloseDate,
    CloseNumber,
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
    TextRule,
    Tolerance,
    TrueFalse,
    Typed,
)

ID = QuestionId("x")
CHOICE = Choice(
    id=ID,
    prompt="?",
    options=(Option("dictator", True, "Yes."), Option("consul", False, "Annual."), Option("king", False)),
)
MULTIPLE = Multiple(
    id=ID, prompt="?", options=tuple(Option(text, text in "abc", text.upper()) for text in "abcde")
)
FLASHCARD = Flashcard(id=ID, prompt="Zeus", answer="Jupiter\nor Jove")
TRUE_FALSE = TrueFalse(id=ID, prompt="?", answer=False)
TYPED = Typed(
    id=ID, prompt="?", accept=(Accepted("Constantinople"), Accepted("Byzantium"), Accepted("x+", True))
)
LENGTH = Number(
    id=ID,
    prompt="?",
    text="563 km",
    value=Decimal(563),
    unit="km",
    tolerance=Tolerance(Decimal("0.05"), True),
    units=(("km", Decimal(1)), ("mi", Decimal("1.609344"))),
    close=(
        CloseNumber(Tolerance(Decimal("0.2"), True), 0.25),
        CloseNumber(Tolerance(Decimal(60)), 0.5, "Near."),
    ),
)
IDES = parse_date("15 March 44 BC")
assert IDES is not None
MURDER = Date(
    id=ID, prompt="?", text="15 March 44 BC", value=IDES, close=(CloseDate(DateSpan(1, Precision.YEAR), 0.5),)
)
CLOZE = Cloze(
    id=ID,
    prompt="?",
    segments=(
        Blank(("Caesar",), key="caesar"),
        " crossed the ",
        Blank(("Rubicon",), key="rubicon"),
        " in ",
        Blank(("49 BC", "49 BCE"), key="49-bc"),
    ),
)
MATCHING = Matching(
    id=ID, prompt="?", pairs=(Pair("Brutus", "stabbed"), Pair("Octavian", "won")), extra=("fled",)
)
ORDERING = Ordering(id=ID, prompt="?", items=("a", "b", "c", "d"))


def judged(question: Question, answer: Answer, part: str = "", **settings: bool) -> Grade:
    found = grade(Card(CardKey(DeckId("d"), ID, part), question), answer, GradingDefaults(**settings))
    assert isinstance(found, Grade)
    return found


def unclear(question: Question, answer: Answer) -> str:
    found = grade(Card(CardKey(DeckId("d"), ID), question), answer, GradingDefaults())
    assert isinstance(found, Unclear)
    return found.message


# Flashcard, true or false


@pytest.mark.parametrize(
    ("rating", "score"), [(Rating.AGAIN, 0), (Rating.HARD, 1), (Rating.GOOD, 1), (Rating.EASY, 1)]
)
def test_a_flashcard_scores_by_the_learner_s_rating(rating: Rating, score: float) -> None:
    assert judged(FLASHCARD, SelfRated(rating)) == Grade(score, "", "Jupiter or Jove")


def test_a_truth_value_is_right_or_wrong() -> None:
    assert judged(TRUE_FALSE, Said(False)) == Grade(1.0, "False", "False")
    assert judged(TRUE_FALSE, Said(True)) == Grade(0.0, "True", "False")


# Options


def test_a_wrong_pick_shows_the_feedback_on_each_option() -> None:
    assert judged(CHOICE, Picked(("consul",))) == Grade(
        0.0,
        "consul",
        "dictator",
        (
            Part("dictator", "", "right", False, "Yes."),
            Part("consul", "picked", "", False, "Annual."),
            Part("king", "", "", True),
        ),
    )


def test_two_picks_of_which_one_is_right_are_no_choice() -> None:
    assert judged(CHOICE, Picked(("dictator", "consul"))).score == 0.0


def test_an_option_that_no_longer_exists_is_a_wrong_pick() -> None:
    assert judged(CHOICE, Picked(("emperor",))).score == 0.0
    assert judged(MULTIPLE, Picked(("a", "b", "z"))).score == pytest.approx(1 / 3)


def test_picks_count_once_and_in_any_order() -> None:
    assert judged(MULTIPLE, Picked(("c", "a", "b", "a"))).score == 1.0


def test_a_partial_pick_says_how_much_was_found() -> None:
    found = judged(MULTIPLE, Picked(("a", "b", "d")))
    assert found.remark == "2 of 3 right ones picked, and 1 wrong."
    assert [part.right for part in found.parts] == [True, True, False, False, True]
    assert [part.why for part in found.parts] == ["A", "B", "C", "D", "E"]


def test_a_multiple_without_right_options_wants_no_pick() -> None:
    none = Multiple(id=ID, prompt="?", options=(Option("a", False), Option("b", False)))
    assert judged(none, Picked(())).score == 1.0
    assert judged(none, Picked(("a",))).score == 0.0


# Typed text and gaps


def test_a_typed_answer_shows_further_accepted_texts_but_no_patterns() -> None:
    found = judged(TYPED, Wrote("constantinople"))
    assert (found.expected, found.also) == ("Constantinople", ("Byzantium",))
    assert judged(TYPED, Wrote("byzantium")).also == ("Constantinople",)


def test_a_slip_is_told_in_the_grade_and_in_its_part() -> None:
    found = judged(TYPED, Wrote("Byzantum"))
    assert (found.score, found.typo, found.remark) == (1.0, True, "One slip forgiven.")
    assert found.parts[0].right and found.parts[0].diff


def test_the_learner_s_settings_count_where_the_question_is_silent() -> None:
    strict = Typed(id=ID, prompt="?", accept=(Accepted("Turkey"),))
    lenient = Typed(id=ID, prompt="?", accept=(Accepted("Turkey"),), rule=TextRule(case=False))
    assert judged(strict, Wrote("turkey"), case=True).score == 0.0
    assert judged(lenient, Wrote("turkey"), case=True).score == 1.0


def test_a_huge_answer_is_cut_in_the_verdict() -> None:
    found = judged(TYPED, Wrote("y" * 100_000))
    assert (found.score, len(found.given), found.given[-1]) == (0.0, 500, "…")


def test_a_cloze_scores_the_share_of_its_gaps() -> None:
    found = judged(CLOZE, Filled(("ceasar", "Tiber", "49BCE")))
    assert found.score == pytest.approx(2 / 3)
    assert found.remark == "2 of 3 gaps are right."
    assert [(part.label, part.right, part.why) for part in found.parts] == [
        ("1", True, "One slip forgiven."),
        ("2", False, ""),
        ("3", True, ""),
    ]
    assert (found.given, found.expected) == ("ceasar, Tiber, 49BCE", "Caesar, Rubicon, 49 BC")


def test_a_gap_left_empty_is_wrong() -> None:
    found = judged(CLOZE, Filled(("Caesar", "", "49 BC")))
    assert found.score == pytest.approx(2 / 3)
    assert found.given == "Caesar, ____, 49 BC"


def test_texts_too_few_or_too_many_fill_the_gaps_in_order() -> None:
    assert judged(CLOZE, Filled(("Caesar",))).score == pytest.approx(1 / 3)
    assert judged(CLOZE, Filled(("Caesar", "Rubicon", "49 BC", "x"))).score == 1.0


def test_a_blank_with_a_card_of_its_own_is_asked_alone() -> None:
    each = Cloze(id=ID, prompt="?", segments=CLOZE.segments, each=True)
    second = cards_of(DeckId("d"), each)[1]
    found = grade(second, Filled(("rubcon",)), GradingDefaults())
    assert isinstance(found, Grade)
    assert (found.score, found.expected, found.remark) == (1.0, "Rubicon", "One slip forgiven.")
    assert [part.why for part in found.parts] == [""]


# Numbers


@pytest.mark.parametrize(
    ("text", "score", "remark"),
    [
        ("563", 1.0, ""),
        ("563.0 km", 1.0, ""),
        ("580", 1.0, "Within 5% of 563 km."),
        ("591.15", 1.0, "Within 5% of 563 km."),
        ("591.16", 0.5, "Near."),
        ("360 mi", 1.0, "Within 5% of 563 km."),
        ("650", 0.25, "Nearly right: 25% of the credit."),
        ("5.63e2", 1.0, ""),
        ("1e300", 0.0, ""),
        ("-563", 0.0, ""),
    ],
)
def test_a_number_is_right_within_its_tolerance(text: str, score: float, remark: str) -> None:
    assert judged(LENGTH, Wrote(text)) == Grade(score, text, "563 km", remark=remark)


def test_of_two_readings_the_better_counts() -> None:
    small = Number(id=ID, prompt="?", text="1.234", value=Decimal("1.234"))
    large = Number(id=ID, prompt="?", text="1234", value=Decimal(1234))
    assert [judged(one, Wrote("1,234")).score for one in (small, large)] == [1.0, 1.0]


def test_an_absolute_tolerance_is_named_with_its_unit() -> None:
    one = Number(
        id=ID, prompt="?", text="200 m", value=Decimal(200), unit="m", tolerance=Tolerance(Decimal(10))
    )
    assert judged(one, Wrote("190")).remark == "Within 10 m of 200 m."


def test_a_number_is_compared_exactly() -> None:
    tenth = Number(id=ID, prompt="?", text="0.3", value=Decimal("0.3"))
    assert judged(tenth, Wrote("0.3")).score == 1.0
    assert judged(tenth, Wrote("0.3000000000000000000000000000000001")).score == 0.0


def test_a_percentage_may_answer_a_bare_number() -> None:
    share = Number(id=ID, prompt="?", text="0.45", value=Decimal("0.45"))
    assert judged(share, Wrote("45%")).score == 1.0
    assert judged(Number(id=ID, prompt="?", text="45", value=Decimal(45)), Wrote("45 percent")).score == 1.0


def test_what_is_no_number_is_asked_again() -> None:
    assert unclear(LENGTH, Wrote("far")) == "“far” is not a number. Type digits, such as 1234 or 1.5 (in km)."
    assert len(unclear(LENGTH, Wrote("far " * 50_000))) < 200


def test_an_unknown_unit_is_asked_again() -> None:
    assert unclear(LENGTH, Wrote("563 leagues")) == (
        "“leagues” is not a unit of this question: use km or mi, or type the number alone."
    )
    bare = Number(id=ID, prompt="?", text="45", value=Decimal(45))
    assert unclear(bare, Wrote("45 men")) == "“men” is not needed here: type the number alone."


# Dates


@pytest.mark.parametrize(
    ("text", "score", "remark"),
    [
        ("March 15, 44 BCE", 1.0, ""),
        ("44 BC", 0.5, "The day and month are missing."),
        ("March 44 BC", 0.5, "The day is missing."),
        ("45 BC", 0.5, "Within 1 year of 15 March 44 BC."),
        ("15 March 46 BC", 0.0, ""),
        ("1st century BC", 0.0, "The day, month and year are missing."),
    ],
)
def test_a_date_is_judged_by_all_that_it_says(text: str, score: float, remark: str) -> None:
    assert judged(MURDER, Wrote(text)) == Grade(score, text, "15 March 44 BC", remark=remark)


@pytest.mark.parametrize(
    ("right", "text", "remark"),
    [
        ("6 October 1944", "1944", "The day and month are missing."),
        ("6 October 1944", "October 1944", "The day is missing."),
        ("6 October 1944", "7 October 1944", "The month and year are right."),
        ("6 October 1944", "6 November 1944", "The year is right."),
        ("6 October 1944", "November 1944", "The year is right."),
        ("6 October 1944", "6 October 1945", ""),
        ("October 1944", "1944", "The month is missing."),
        ("October 1944", "1940s", "The month and year are missing."),
        ("October 1944", "6 November 1944", "The year is right."),
        ("1944", "1940s", "The year is missing."),
        ("1944", "1945", ""),
        ("1950s", "20th century", "The decade is missing."),
    ],
)
def test_a_wrong_date_says_what_is_missing_or_right(right: str, text: str, remark: str) -> None:
    value = parse_date(right)
    assert value is not None
    question = Date(id=ID, prompt="?", text=right, value=value)
    assert judged(question, Wrote(text)) == Grade(0.0, text, right, remark=remark)


def test_a_date_with_slashes_is_asked_again() -> None:
    assert unclear(MURDER, Wrote("3/4/44 BC")) == (
        "“3/4/44 BC” could be 3 April 44 BC or 4 March 44 BC. Type the month as a word."
    )


def test_slashes_are_clear_where_only_the_year_counts() -> None:
    year = parse_date("1944")
    assert year is not None
    assert judged(Date(id=ID, prompt="?", text="1944", value=year), Wrote("6/10/1944")).score == 1.0


def test_a_missing_era_is_asked_for_where_it_matters() -> None:
    assert unclear(MURDER, Wrote("15 March 44")) == "Is “15 March 44” before or after Christ? Add BC or AD."


@pytest.mark.parametrize(
    ("right", "example"),
    [
        ("25 June 1950", "6 October 1944 or 1944-10-06"),
        ("June 1950", "October 1944"),
        ("1950", "1944 or 44 BC"),
        ("1930s", "1950s"),
        ("5th century", "19th century"),
    ],
)
def test_what_is_no_date_is_asked_again_with_an_example(right: str, example: str) -> None:
    value = parse_date(right)
    assert value is not None
    message = unclear(Date(id=ID, prompt="?", text=right, value=value), Wrote("long ago"))
    assert message == f"“long ago” is not a date. Type it like {example}."


# Matching and ordering


def test_matching_scores_the_share_of_pairs() -> None:
    found = judged(MATCHING, Matched((("Brutus", "stabbed"), ("Octavian", "fled"))))
    assert found == Grade(
        0.5,
        "Brutus: stabbed; Octavian: fled",
        "Brutus: stabbed; Octavian: won",
        (Part("Brutus", "stabbed", "stabbed", True), Part("Octavian", "fled", "won", False)),
        remark="1 of 2 pairs are right.",
    )


def test_a_left_side_without_an_answer_is_wrong() -> None:
    found = judged(MATCHING, Matched((("Brutus", "stabbed"), ("Octavian", ""))))
    assert (found.score, found.given) == (0.5, "Brutus: stabbed")


def test_two_left_sides_may_share_a_right_one() -> None:
    shared = Matching(id=ID, prompt="?", pairs=(Pair("a", "1"), Pair("b", "1")))
    assert judged(shared, Matched((("a", "1"), ("b", "1")))).score == 1.0


@pytest.mark.parametrize(
    ("items", "score"),
    [
        *(("abcd", 1.0), ("dabc", 2 / 3), ("bcda", 2 / 3), ("cdab", 2 / 3)),
        *(("bacd", 1 / 3), ("dcba", 0.0), ("ab", 1 / 3)),
    ],
)
def test_ordering_scores_the_share_of_neighbours_kept(items: str, score: float) -> None:
    assert judged(ORDERING, Ordered(tuple(items))).score == pytest.approx(score)


def test_an_ordering_tells_each_place() -> None:
    found = judged(ORDERING, Ordered(("a", "c", "b", "d")))
    assert [(p.label, p.given, p.expected, p.right) for p in found.parts] == [
        ("1", "a", "a", True),
        ("2", "c", "b", False),
        ("3", "b", "c", False),
        ("4", "d", "d", True),
    ]


def test_a_partly_right_ordering_says_how_many_neighbours_were_kept() -> None:
    assert judged(ORDERING, Ordered(tuple("bacd"))).remark == "1 of 3 neighbours are in order."


def test_items_that_are_not_asked_are_left_out() -> None:
    assert judged(ORDERING, Ordered(("a", "z", "b", "b", "c", "d"))).score == 1.0


# Nothing, giving up, and mistakes of the program


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (TYPED, Wrote(" \n")),
        (LENGTH, Wrote("")),
        (MURDER, Wrote("\t")),
        (CHOICE, Picked(())),
        (MULTIPLE, Picked(())),
        (CLOZE, Filled(("", " ", ""))),
        (CLOZE, Filled(())),
        (MATCHING, Matched((("Brutus", ""), ("Octavian", "")))),
        (MATCHING, Matched(())),
    ],
)
def test_nothing_is_not_judged(question: Question, answer: Answer) -> None:
    assert unclear(question, answer) == "Nothing was answered yet."


@pytest.mark.parametrize(
    "question",
    [FLASHCARD, CHOICE, MULTIPLE, TRUE_FALSE, TYPED, LENGTH, MURDER, CLOZE, MATCHING, ORDERING],
    ids=lambda question: type(question).__name__,
)
def test_giving_up_scores_nothing_and_tells_the_answer(question: Question) -> None:
    found = judged(question, GaveUp())
    assert (found.score, found.given, found.remark, found.typo) == (0.0, "", "", False)
    assert found.expected


def test_giving_up_an_ordering_of_one_item_scores_nothing() -> None:
    assert judged(Ordering(id=ID, prompt="?", items=("a",)), GaveUp()).score == 0.0


def test_giving_up_still_shows_the_feedback_on_each_option() -> None:
    assert [part.why for part in judged(CHOICE, GaveUp()).parts] == ["Yes.", "Annual.", ""]


def test_giving_up_a_typed_question_shows_the_other_answers() -> None:
    assert judged(TYPED, GaveUp()).also == ("Byzantium",)


def test_an_answer_of_another_type_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="Said is no answer to a Typed"):
        judged(TYPED, Said(True))


# Rating


@pytest.mark.parametrize(
    ("score", "typo", "hints", "rating"),
    [
        (1.0, False, 0, Rating.GOOD), (0.999, False, 0, Rating.GOOD), (0.9989, False, 0, Rating.HARD),
        (1.0, True, 0, Rating.HARD), (1.0, False, 1, Rating.HARD), (1.0, False, 3, Rating.HARD),
        (0.8, False, 0, Rating.HARD), (0.7999, False, 0, Rating.AGAIN), (0.0, False, 0, Rating.AGAIN),
        (0.0, True, 5, Rating.AGAIN),
    ],
)  # fmt: skip
def test_the_rating_follows_from_score_slip_and_hints(
    score: float, typo: bool, hints: int, rating: Rating
) -> None:
    assert suggest(Grade(score, "", "", typo=typo), hints) is rating
