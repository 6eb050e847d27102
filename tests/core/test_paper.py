"""A paper depends on deck, plan and seed alone; it asks each question once, none that cannot be graded."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.answer import Filled
from quizapp.core.deck import Deck
from quizapp.core.exam import ExamPlan, Order, PaperItem, Pool
from quizapp.core.grade import Grade, GradingDefaults
from quizapp.core.grading import grade
from quizapp.core.paper import draw, exam_card, left_out, most, option_seed
from quizapp.core.presenting import show
from quizapp.core.question import (
    Blank,
    Choice,
    Cloze,
    DeckId,
    Flashcard,
    Level,
    Option,
    QuestionId,
    TrueFalse,
)

DECK = DeckId("d")


def fact(
    name: str, *tags: str, points: int = 1, level: Level | None = None, suspend: bool = False
) -> TrueFalse:
    return TrueFalse(
        id=QuestionId(name),
        prompt=f"{name}.",
        answer=True,
        tags=tags,
        points=Decimal(points),
        level=level,
        suspend=suspend,
        objectives=(f"o-{tags[0]}",) if tags else (),
    )


def deck(*questions: TrueFalse | Flashcard | Cloze, tags: tuple[str, ...] = ()) -> Deck:
    return Deck(id=DECK, title="D", questions=questions, tags=tags)


def flashcard(name: str) -> Flashcard:
    return Flashcard(id=QuestionId(name), prompt=name, answer="x", reverse=True)


def names(items: tuple[PaperItem, ...]) -> str:
    return "".join(item.question for item in items)


def ids(names: str) -> tuple[QuestionId, ...]:
    return tuple(map(QuestionId, names))


ABC = deck(*(fact(name) for name in "abcdefgh"))


def test_a_deck_without_a_plan_is_asked_whole_in_its_order() -> None:
    paper = draw(ABC, ExamPlan(), "s")
    assert (paper.deck, paper.seed, names(paper.items)) == (DECK, "s", "abcdefgh")


def test_named_questions_stand_in_the_order_in_which_they_are_named() -> None:
    assert names(draw(ABC, ExamPlan(pools=(Pool(questions=ids("dab")),)), "s").items) == "dab"


def test_shuffled_papers_differ_by_seed_and_only_by_it() -> None:
    plan = ExamPlan(order=Order.SHUFFLED)
    papers = {names(draw(ABC, plan, str(seed)).items) for seed in range(9)}
    assert len(papers) > 7
    assert {"".join(sorted(paper)) for paper in papers} == {"abcdefgh"}
    assert draw(ABC, plan, "1") == draw(ABC, plan, "1")


def test_a_written_order_keeps_what_is_drawn_in_the_order_of_the_deck() -> None:
    plan = ExamPlan(pools=(Pool(draw=4),))
    papers = [names(draw(ABC, plan, str(seed)).items) for seed in range(9)]
    assert all(len(paper) == 4 and paper == "".join(sorted(paper)) for paper in papers)
    assert len(set(papers)) > 5


def test_pools_choose_by_tags_objectives_and_level_and_set_the_points() -> None:
    made = deck(
        fact("a", "war", "old", level=Level.HARD), fact("b", "war", points=3), fact("c", "peace"), tags=("x",)
    )
    pools = {
        Pool(tags=("war", "old")): [PaperItem(QuestionId("a"), 1)],
        Pool(tags=("war", "x"), points=2): [PaperItem(QuestionId("a"), 2), PaperItem(QuestionId("b"), 2)],
        Pool(objectives=("o-peace", "o-war")): [
            PaperItem(QuestionId(n), p) for n, p in (("a", 1), ("b", 3), ("c", 1))
        ],
        Pool(level=Level.HARD, tags=("war",)): [PaperItem(QuestionId("a"), 1)],
    }
    for pool, expected in pools.items():
        assert list(draw(made, ExamPlan(pools=(pool,)), "s").items) == expected


def test_what_cannot_be_graded_is_left_out_and_named() -> None:
    made = deck(fact("a"), flashcard("b"), fact("c", suspend=True), fact("d", points=0))
    assert names(draw(made, ExamPlan(), "s").items) == "a"
    assert [each.id for each in left_out(made, ExamPlan())] == ["b", "c", "d"]
    named = ExamPlan(pools=(Pool(questions=ids("abd"), points=2),))
    assert names(draw(made, named, "s").items) == "ad"
    assert [each.id for each in left_out(made, named)] == ["b"]


def test_pools_that_take_all_of_theirs_come_before_those_that_draw() -> None:
    plan = ExamPlan(pools=(Pool(draw=2), Pool(questions=ids("ab"))))
    for seed in range(9):
        items = names(draw(ABC, plan, str(seed)).items)
        assert items[2:] == "ab"
        assert not set(items[:2]) & set("ab")


pools_made = st.builds(
    Pool,
    draw=st.none() | st.integers(1, 5),
    questions=st.lists(st.sampled_from("abcdefgh"), max_size=5, unique=True).map(lambda ns: ids("".join(ns))),
)


@settings(max_examples=60)
@given(st.lists(pools_made, min_size=1, max_size=4), st.sampled_from(Order), st.text(max_size=3))
def test_a_question_is_asked_once_and_what_is_left_at_worst_is_never_undercut(
    pools: list[Pool], order: Order, seed: str
) -> None:
    plan = ExamPlan(pools=tuple(pools), order=order)
    items = draw(ABC, plan, seed).items
    assert len({item.question for item in items}) == len(items)
    drawn = [pool for pool in pools if pool.draw is not None]
    enough = all((pool.draw or 0) <= most(ABC, pools, number) for number, pool in enumerate(pools))
    fixed = {
        item.question
        for pool in pools
        if pool.draw is None
        for item in draw(ABC, ExamPlan(pools=(pool,)), seed).items
    }
    if enough:
        assert len(items) == len(fixed) + sum(pool.draw or 0 for pool in drawn)


def test_a_cloze_of_several_cards_is_one_question_with_all_its_gaps() -> None:
    cloze = Cloze(
        id=QuestionId("c"),
        prompt="The ____ sat on the ____.",
        segments=("The ", Blank(("cat",), key="cat"), " sat on the ", Blank(("mat",), key="mat"), "."),
        each=True,
    )
    card = exam_card(DECK, cloze)
    assert str(card.key) == "d/c"
    judged = grade(card, Filled(("cat", "rug")), GradingDefaults())
    assert isinstance(judged, Grade)
    assert (judged.score, judged.expected) == (0.5, "cat, mat")


def test_options_are_ordered_by_the_seed_of_the_paper() -> None:
    options = tuple(Option(name, name == "a") for name in "abcdef")
    card = exam_card(DECK, Choice(id=QuestionId("q"), prompt="Q", options=options))
    shown = {show(card, option_seed(str(seed))).options for seed in range(5)}
    assert len(shown) == 5
