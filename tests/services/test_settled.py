"""What a review decided holds where no review is shown."""

from __future__ import annotations

from reviewed import MAGMA, SECTIONS, article_of, derived_of, review_of
from world import World

from quizapp.core.reviewing import Reason
from quizapp.services.editing import Field
from quizapp.services.settled import settled


def prompts(world: World) -> list[str]:
    return [draft.question.prompt for draft in settled(world.store, derived_of()).derivation.drafts]


def test_without_a_review_all_drafts_are_left(world: World) -> None:
    assert len(prompts(world)) == len(derived_of().derivation.drafts)


def test_a_rejected_draft_does_not_come_back(world: World) -> None:
    review = review_of(world)
    shown = review.sight.question
    assert shown is not None
    review.reject(Reason.TRIVIAL)
    assert shown.prompt not in prompts(world)


def test_a_disputed_sentence_takes_all_its_drafts(world: World) -> None:
    review = review_of(world)
    review.go_to(review.search("Which town")[0].id)
    review.dispute()
    assert not any("Vesuvius" in prompt for prompt in prompts(world))


def test_an_accepted_edit_is_kept_as_edited(world: World) -> None:
    review = review_of(world)
    review.edit(Field.PROMPT, "Which word means molten rock under the surface of the Earth?")
    review.accept()
    assert "Which word means molten rock under the surface of the Earth?" in prompts(world)


def test_what_was_accepted_as_it_read_is_told_as_the_article_tells_it_now(world: World) -> None:
    review = review_of(world)
    review.go_to(review.search(MAGMA)[0].id)
    review.accept()
    told = MAGMA.replace("beneath the surface", "under the surface")
    sections = tuple(
        (heading, tuple(told if line == MAGMA else line for line in lines)) for heading, lines in SECTIONS
    )
    now = settled(world.store, derived_of(article_of(sections), told))
    quotes = [draft.question.ref.quote for draft in now.derivation.drafts if draft.question.ref]
    assert told in quotes and MAGMA not in quotes
