"""What is drawn in which order: shuffled without chance, pins kept, the answer never given away."""

from __future__ import annotations

from collections import Counter
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.card import Card, CardKey
from quizapp.core.presenting import show, shuffled
from quizapp.core.question import (
    Choice,
    DeckId,
    Flashcard,
    Matching,
    Option,
    Ordering,
    Pair,
    Pin,
    Question,
    QuestionId,
)
from quizapp.core.step import Shown

SEEDS = st.text(max_size=20)
TEXTS = st.lists(st.text(min_size=1, max_size=5), unique=True, max_size=8)


def card(question: Question) -> Card:
    return Card(CardKey(DeckId("d"), question.id), question)


def choice(options: tuple[Option, ...], *, shuffle: bool = True) -> Card:
    return card(Choice(id=QuestionId("q"), prompt="Which?", options=options, shuffle=shuffle))


def ordering(*items: str) -> Card:
    return card(Ordering(id=QuestionId("q"), prompt="Order them.", items=items))


OPTIONS = tuple(Option(text, right=text == "a") for text in "abcdef")


@given(items=TEXTS, seed=SEEDS)
def test_a_shuffle_loses_and_adds_nothing(items: list[str], seed: str) -> None:
    assert sorted(shuffled(items, seed)) == sorted(items)


@given(seed=SEEDS)
def test_the_same_seed_gives_the_same_order(seed: str) -> None:
    assert show(choice(OPTIONS), seed) == show(choice(OPTIONS), seed)


def test_every_order_comes_about_equally_often() -> None:
    counts = Counter(shuffled("abc", str(seed)) for seed in range(6000))
    assert set(counts) == set(permutations("abc"))
    assert all(850 < count < 1150 for count in counts.values())


@given(seed=SEEDS)
def test_shuffle_false_keeps_the_authors_order(seed: str) -> None:
    assert show(choice(OPTIONS, shuffle=False), seed).options == tuple("abcdef")


@given(seed=SEEDS)
def test_pinned_options_stay_where_they_belong(seed: str) -> None:
    options = (Option("end", False, pin=Pin.LAST), *OPTIONS, Option("start", False, pin=Pin.FIRST))
    drawn = show(choice(options), seed).options
    assert (drawn[0], drawn[-1]) == ("start", "end")


def test_options_beside_pins_are_still_shuffled() -> None:
    options = (*OPTIONS, Option("end", False, pin=Pin.LAST))
    assert len({show(choice(options), str(seed)).options for seed in range(50)}) > 10


@given(items=TEXTS.filter(lambda items: len(items) >= 2), seed=SEEDS)
def test_items_are_never_drawn_in_the_right_order(items: list[str], seed: str) -> None:
    drawn = show(ordering(*items), seed).items
    assert drawn != tuple(items)
    assert sorted(drawn) == sorted(items)


def test_a_single_item_is_drawn_as_it_is() -> None:
    assert show(ordering("only"), "s").items == ("only",)


@given(seed=SEEDS)
def test_right_sides_are_drawn_once_each_with_the_extra_ones(seed: str) -> None:
    pairs = (Pair("Brutus", "stabbed"), Pair("Cassius", "stabbed"), Pair("Octavian", "won"))
    question = Matching(id=QuestionId("q"), prompt="Match.", pairs=pairs, extra=("crossed",), shuffle=False)
    drawn = show(card(question), seed)
    assert drawn.lefts == ("Brutus", "Cassius", "Octavian")
    assert sorted(drawn.rights) == ["crossed", "stabbed", "won"]


def test_right_sides_move_about_even_with_shuffle_false() -> None:
    pairs = tuple(Pair(text, text.upper()) for text in "abcd")
    question = Matching(id=QuestionId("q"), prompt="Match.", pairs=pairs, shuffle=False)
    assert len({show(card(question), str(seed)).rights for seed in range(50)}) > 10


def test_a_flashcard_has_nothing_to_shuffle() -> None:
    assert show(card(Flashcard(id=QuestionId("q"), prompt="Q", answer="A")), "s") == Shown()
