"""What holds for every question and every answer."""

from __future__ import annotations

import random
from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

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
from quizapp.core.card import Card, cards_of
from quizapp.core.comparing import Rules, normalise
from quizapp.core.dates import HistoricDate, Precision, format_date
from quizapp.core.facing import blanks
from quizapp.core.grade import Grade, GradingDefaults, Unclear
from quizapp.core.grading import grade, suggest
from quizapp.core.numbers import format_decimal
from quizapp.core.question import (
    Accepted,
    Blank,
    Choice,
    CloseText,
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
    TrueFalse,
    Typed,
)

ID = QuestionId("x")
PROMPT = "?"


def says_something(text: str) -> bool:
    return bool(normalise(text, Rules()))


TEXT = st.text(min_size=1, max_size=30).filter(says_something)
TEXTS = st.lists(TEXT, min_size=2, max_size=6, unique=True).map(tuple)
ANY_TEXT = st.text() | st.text("0123456789.,-/ :BCADkmst%€", max_size=20)
TYPOS = st.none() | st.integers(0, 3)
DEFAULTS = st.builds(GradingDefaults, TYPOS, st.booleans(), st.booleans(), st.booleans())
RULE = st.builds(TextRule, TYPOS, *[st.none() | st.booleans()] * 3)
VALUES = st.decimals(-(10**9), 10**9, places=3)
DATES = st.builds(HistoricDate, st.integers(-3000, 3000)) | st.builds(
    HistoricDate, st.integers(-3000, 3000), st.integers(1, 12), st.integers(1, 28), st.just(Precision.DAY)
)


@st.composite
def optioned(draw: st.DrawFn, kind: type[Choice] | type[Multiple]) -> Choice | Multiple:
    texts = draw(TEXTS)
    right = 1 if kind is Choice else draw(st.integers(1, len(texts) - 1))
    return kind(id=ID, prompt=PROMPT, options=tuple(Option(t, n < right) for n, t in enumerate(texts)))


@st.composite
def clozes(draw: st.DrawFn) -> Cloze:
    answers = draw(st.lists(TEXT, min_size=1, max_size=4))
    gaps = (Blank((text, f"{text} {n}"), key=str(n)) for n, text in enumerate(answers))
    segments = tuple(segment for gap in gaps for segment in (" and ", gap))
    return Cloze(id=ID, prompt=PROMPT, segments=segments, each=draw(st.booleans()), rule=draw(RULE))


def numbered(value: Decimal) -> Number:
    return Number(id=ID, prompt=PROMPT, text=format_decimal(value), value=value)


def dated(value: HistoricDate) -> Date:
    return Date(id=ID, prompt=PROMPT, text=format_date(value), value=value)


def paired(texts: tuple[str, ...]) -> Matching:
    pairs = tuple(Pair(text, other) for text, other in zip(texts, reversed(texts), strict=True))
    return Matching(id=ID, prompt=PROMPT, pairs=pairs, extra=("an extra",))


PATTERN = st.text("ab(|)[].*+?{}2", max_size=8)
ACCEPTED = st.builds(Accepted, TEXT) | st.builds(Accepted, PATTERN, st.just(True))
TYPED = st.builds(
    Typed,
    id=st.just(ID),
    prompt=st.just(PROMPT),
    accept=st.builds(lambda first, more: (Accepted(first), *more), TEXT, st.lists(ACCEPTED, max_size=3)),
    close=st.lists(st.builds(CloseText, ACCEPTED, st.floats(0, 1)), max_size=2).map(tuple),
    rule=RULE,
)
QUESTIONS: st.SearchStrategy[Question] = st.one_of(
    st.builds(Flashcard, id=st.just(ID), prompt=TEXT, answer=TEXT, reverse=st.booleans()),
    optioned(Choice),
    optioned(Multiple),
    st.builds(TrueFalse, id=st.just(ID), prompt=TEXT, answer=st.booleans()),
    TYPED,
    VALUES.map(numbered),
    DATES.map(dated),
    clozes(),
    TEXTS.map(paired),
    st.builds(Ordering, id=st.just(ID), prompt=TEXT, items=TEXTS),
)
CARDS = QUESTIONS.flatmap(lambda question: st.sampled_from(cards_of(DeckId("d"), question)))
IN_PARTS: st.SearchStrategy[Cloze | Matching] = st.one_of(clozes(), TEXTS.map(paired))
CARDS_IN_PARTS = IN_PARTS.flatmap(lambda question: st.sampled_from(cards_of(DeckId("d"), question)))


def right_answer(card: Card, chance: random.Random) -> Answer:
    """The card's own right answer, shuffled where the order is the learner's."""
    match card.question:
        case Flashcard():
            return SelfRated(Rating.GOOD)
        case Choice(options=options) | Multiple(options=options):
            right = [option.text for option in options if option.right]
            chance.shuffle(right)
            return Picked(tuple(right))
        case TrueFalse(answer=answer):
            return Said(answer)
        case Typed(accept=accept):
            return Wrote(chance.choice([one.text for one in accept if not one.regex]))
        case Number(text=text) | Date(text=text):
            return Wrote(text)
        case Cloze():
            return Filled(tuple(chance.choice(blank.answers) for blank in blanks(card)))
        case Matching(pairs=pairs):
            chosen = [(pair.left, pair.right) for pair in pairs]
            chance.shuffle(chosen)
            return Matched(tuple(chosen))
        case Ordering(items=items):
            return Ordered(items)


def any_answer(card: Card, texts: list[str], chance: random.Random) -> Answer:
    """Some answer of the type that the card takes, made of the texts and of the card's own."""
    some = tuple(texts)
    match card.question:
        case Flashcard():
            return SelfRated(chance.choice(list(Rating)))
        case Choice(options=options) | Multiple(options=options):
            return Picked(tuple(o.text for o in options if chance.random() < 0.5) + some[:1])
        case TrueFalse():
            return Said(chance.random() < 0.5)
        case Typed() | Number() | Date():
            return Wrote("".join(some))
        case Cloze():
            return Filled(some)
        case Matching(pairs=pairs):
            rights = [pair.right for pair in pairs] + ["an extra", "", *some]
            return Matched(tuple((pair.left, chance.choice(rights)) for pair in pairs))
        case Ordering(items=items):
            mixed = [*items, *some]
            chance.shuffle(mixed)
            return Ordered(tuple(mixed))


@given(CARDS, DEFAULTS, st.randoms(use_true_random=False))
def test_a_question_s_own_right_answer_is_right(
    card: Card, defaults: GradingDefaults, chance: random.Random
) -> None:
    found = grade(card, right_answer(card, chance), defaults)
    assert isinstance(found, Grade)
    assert (found.score, found.typo, suggest(found, 0)) == (1.0, False, Rating.GOOD)
    assert all(part.right for part in found.parts)


@given(CARDS, st.lists(ANY_TEXT, max_size=4), DEFAULTS, st.randoms(use_true_random=False))
def test_any_answer_scores_between_nothing_and_one(
    card: Card, texts: list[str], defaults: GradingDefaults, chance: random.Random
) -> None:
    found = grade(card, any_answer(card, texts, chance), defaults)
    if isinstance(found, Unclear):
        assert found.message
    else:
        assert 0 <= found.score <= 1
        assert "\n" not in found.given + found.expected + found.remark
        assert suggest(found, 0) is not Rating.EASY


@given(CARDS_IN_PARTS, st.lists(ANY_TEXT, max_size=4), DEFAULTS, st.randoms(use_true_random=False))
def test_all_parts_are_right_exactly_when_the_whole_is(
    card: Card, texts: list[str], defaults: GradingDefaults, chance: random.Random
) -> None:
    found = grade(card, any_answer(card, texts, chance), defaults)
    if isinstance(found, Grade):
        assert all(part.right for part in found.parts) is found.right


@given(CARDS, DEFAULTS)
def test_giving_up_scores_nothing(card: Card, defaults: GradingDefaults) -> None:
    found = grade(card, GaveUp(), defaults)
    assert isinstance(found, Grade)
    assert (found.score, suggest(found, 0)) == (0.0, Rating.AGAIN)


@given(optioned(Choice) | optioned(Multiple))
def test_each_wrong_option_alone_is_wrong(question: Choice | Multiple) -> None:
    card = cards_of(DeckId("d"), question)[0]
    for option in question.options:
        if not option.right:
            found = grade(card, Picked((option.text,)), GradingDefaults())
            assert isinstance(found, Grade)
            assert found.score == 0.0


@given(VALUES, VALUES)
def test_another_number_is_wrong(right: Decimal, other: Decimal) -> None:
    assume(right != other)
    found = grade(cards_of(DeckId("d"), numbered(right))[0], Wrote(f"{other:f}e0"), GradingDefaults())
    assert isinstance(found, Grade)
    assume(f"{other:f}".lstrip("-").replace(".", "") != f"{right:f}".lstrip("-").replace(".", ""))
    assert found.score == 0.0


@given(DATES, DATES)
def test_a_date_that_differs_is_right_only_if_it_says_more(right: HistoricDate, other: HistoricDate) -> None:
    found = grade(cards_of(DeckId("d"), dated(right))[0], Wrote(format_date(other)), GradingDefaults(typos=3))
    agrees = other == right or (right.precision is Precision.YEAR and other.year == right.year)
    assert isinstance(found, Unclear) or found.right is agrees


@given(TEXTS, st.randoms(use_true_random=False))
def test_an_order_is_right_only_as_it_stands(items: tuple[str, ...], chance: random.Random) -> None:
    card = cards_of(DeckId("d"), Ordering(id=ID, prompt=PROMPT, items=items))[0]
    mixed = list(items)
    chance.shuffle(mixed)
    found = grade(card, Ordered(tuple(mixed)), GradingDefaults())
    assert isinstance(found, Grade)
    assert found.right is (tuple(mixed) == items)
