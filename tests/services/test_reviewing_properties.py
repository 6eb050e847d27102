"""Whatever a teacher does, the rows on disk replay to exactly the state that the review shows."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from reviewed import derived_of, review_of
from world import World

from quizapp.core.question import QuestionId
from quizapp.core.reviewing import Reason, Ruling, Verdict, replayed
from quizapp.errors import UsageError
from quizapp.formats.snapshot import decode
from quizapp.services.authoring import read
from quizapp.services.editing import Field
from quizapp.services.reviewing import Reviewing
from quizapp.services.sighting import Sight

Act = Callable[[Reviewing], Sight]
ACTS: dict[str, Act] = {
    "accept": Reviewing.accept,
    "reject": lambda review: review.reject(Reason.TRIVIAL),
    "wrong": lambda review: review.reject(Reason.WRONG),
    "dispute": Reviewing.dispute,
    "rest": Reviewing.accept_rest,
    "undo": Reviewing.undo,
    "more": Reviewing.more,
    "previous": Reviewing.previous,
    "next": Reviewing.next,
    "type": Reviewing.next_type,
    "flip": Reviewing.flip,
    "split": Reviewing.split,
    "gap": lambda review: review.move_gap(0, 5),
    "prompt": lambda review: review.edit(Field.PROMPT, "What is {{x|y}} then?"),
    "answer": lambda review: review.edit(Field.ANSWER, "one | two"),
    "options": lambda review: review.edit(Field.OPTIONS, "this | that"),
}
MANY = st.lists(st.sampled_from(sorted(ACTS)), max_size=25)


def act(review: Reviewing, names: list[str]) -> None:
    for name in names:
        with suppress(UsageError):
            ACTS[name](review)


def rulings(review: Reviewing) -> dict[QuestionId, Ruling]:
    """What holds for each draft, as the queue of everything shows it."""
    return {entry.id: entry.ruling for entry in review.search("")}


@settings(max_examples=60, deadline=None)
@given(MANY, MANY)
def test_the_stored_rows_replay_to_the_state_that_is_shown(first: list[str], second: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        review = review_of(world)
        act(review, first)
        again = review_of(world)
        assert rulings(again) == rulings(review)
        act(again, second)
        ids = [draft.question.id for draft in derived_of().derivation.drafts]
        book = replayed(world.store.decisions("volcano.md", ids, decode))
        shown = rulings(again)
        assert {id_: shown[id_] for id_ in book.rulings} == dict(book.rulings)
        untouched = [ruling for id_, ruling in shown.items() if id_ not in book.rulings]
        assert all(r.verdict is Verdict.OPEN and r.question == r.derived for r in untouched)
        world.store.close()


@settings(max_examples=40, deadline=None)
@given(MANY)
def test_undoing_everything_leaves_every_draft_as_it_was_derived(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        review = review_of(world)
        act(review, names)
        while review.sight.undoable:
            review.undo()
        assert all(r.verdict is Verdict.OPEN and r.question == r.derived for r in rulings(review).values())
        world.store.close()


@settings(max_examples=40, deadline=None)
@given(MANY, MANY)
def test_the_deck_file_holds_exactly_what_was_accepted_when_it_was_left(
    first: list[str], second: list[str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        review = review_of(world)
        act(review, first)
        ever = {id_ for id_, ruling in rulings(review).items() if ruling.kept}
        kept = review.keep()
        assert kept.total == len(ever)
        act(review, second)
        ever |= {id_ for id_, ruling in rulings(review).items() if ruling.kept}
        review.keep()
        held = {question.id for question in read(review.target).questions} if ever else set()
        assert held == ever
        world.store.close()
