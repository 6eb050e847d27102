"""A review keeps every decision, never shows a decided draft again, and only ever adds to the deck file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from reviewed import LAVA, MAGMA, SECTIONS, TYPES, VESUVIUS, article_of, derived_of, drafts_of, review_of
from world import World

from quizapp.articles.drafts import Band, Derivation
from quizapp.core.question import Cloze, Flashcard, Question, Typed
from quizapp.core.reviewing import Reason, Verdict
from quizapp.errors import DeckError, StoreError, UsageError
from quizapp.services.authoring import check, read
from quizapp.services.deriving import Derived
from quizapp.services.editing import Field, line_of
from quizapp.services.reviewing import Reviewing
from quizapp.services.sighting import Sight

CORRECTED = MAGMA.replace("beneath", "below")


def prompt(sight: Sight) -> str:
    assert sight.question is not None
    return sight.question.prompt


def asked(review: Reviewing) -> list[str]:
    return [entry.ruling.question.prompt for entry in review.sight.queue]


def to(review: Reviewing, words: str) -> Question:
    """Go to the draft that holds these words."""
    found = review.search(words)
    question = review.go_to(found[0].id).question
    assert question is not None
    return question


def changed(old: str, new: str) -> Derived:
    """The article with one sentence put otherwise, or taken out."""
    sections = tuple((head, tuple(filter(None, (new if line == old else line for line in lines))))
                     for head, lines in SECTIONS)  # fmt: skip
    return derived_of(article_of(sections), new if old == MAGMA and new else MAGMA)


def test_the_best_band_comes_first_section_by_section(world: World) -> None:
    review = review_of(world)
    assert asked(review) == [draft.question.prompt for draft in drafts_of(article_of())[:4]]
    assert (review.sight.left, review.sight.more, review.sight.place) == (4, 2, 0)


def test_more_shows_the_next_lower_band(world: World) -> None:
    review = review_of(world)
    assert (review.more().band, review.sight.more, len(review.sight.queue)) == (Band.GOOD, 1, 5)
    assert (review.more().band, review.sight.more, len(review.sight.queue)) == (Band.MORE, 0, 6)
    assert review.more().notice == "That is all there is."


def test_a_review_without_best_drafts_begins_at_the_surest_there_are(world: World) -> None:
    article = article_of()
    review = review_of(world, Derived(article, Derivation("Volcanoes", 50, drafts_of(article)[5:])))
    assert (review.sight.band, prompt(review.sight)) == (Band.MORE, "When did Mount Vesuvius bury Pompeii?")


def test_an_article_without_drafts_opens_and_writes_nothing(world: World) -> None:
    review = review_of(world, Derived(article_of(), Derivation("Volcanoes", 50, ())))
    assert review.sight.entry is None
    with pytest.raises(UsageError):
        review.accept()
    assert review.keep().total == 0
    assert not review.target.exists()


def test_every_decision_moves_to_the_next_open_draft(world: World) -> None:
    review = review_of(world)
    assert prompt(review.accept()) == "What is magma?"
    assert prompt(review.reject(Reason.TRIVIAL)).startswith("Magma that reaches")
    assert (review.sight.tally.kept, review.sight.tally.rejected, review.sight.left) == (1, 1, 2)


def test_after_the_last_one_nothing_is_at_hand(world: World) -> None:
    review = review_of(world)
    for _ in range(4):
        review.accept()
    assert (review.sight.entry, review.sight.left, review.sight.more) == (None, 0, 2)
    assert prompt(review.more()) == "Which town did Mount Vesuvius bury in AD 79?"


def test_skipping_leaves_a_draft_open_and_it_comes_back_at_the_end(world: World) -> None:
    review = review_of(world)
    first = prompt(review.sight)
    review.next()
    for _ in range(3):
        review.accept()
    assert prompt(review.sight) == first


def test_going_back_shows_what_was_decided_and_can_change_it(world: World) -> None:
    review = review_of(world)
    review.accept()
    sight = review.previous()
    assert sight.entry is not None and sight.entry.ruling.verdict is Verdict.ACCEPTED
    review.reject(Reason.WRONG)
    assert (review.sight.tally.kept, review.sight.tally.rejected) == (0, 1)
    review.previous()
    assert review.previous().notice == "This is the first."


def test_a_disputed_sentence_drops_all_its_drafts_of_every_band(world: World) -> None:
    review = review_of(world)
    to(review, "Which town")
    assert review.dispute().tally.disputed == 2
    assert review.more().more == 0


def test_what_is_derived_later_from_a_disputed_sentence_is_not_shown(world: World) -> None:
    article = article_of()
    review = review_of(world, Derived(article, Derivation("Volcanoes", 50, drafts_of(article)[:1])))
    review.dispute()
    assert asked(review_of(world)) == [d.question.prompt for d in drafts_of(article)[2:4]]


def test_the_rest_of_the_best_of_a_section_is_accepted_at_once_and_undone_at_once(world: World) -> None:
    review = review_of(world)
    review.reject(Reason.GRAMMAR)
    assert review.accept_rest().tally.kept == 2
    assert prompt(review.sight) == "What are the three types of volcano?"
    undone = review.undo()
    assert (undone.tally.kept, undone.tally.rejected, prompt(undone)) == (0, 1, "What is magma?")


def test_undo_takes_back_one_decision_after_the_other_also_after_a_restart(world: World) -> None:
    review = review_of(world)
    first = prompt(review.sight)
    review.accept()
    review.reject(Reason.CONTEXT)
    again = review_of(world)
    assert prompt(again.undo()) == "What is magma?"
    assert prompt(again.undo()) == first
    assert not again.sight.undoable
    with pytest.raises(UsageError):
        again.undo()


def test_undo_brings_back_the_wording_before_an_edit(world: World) -> None:
    review = review_of(world)
    before = review.sight.question
    review.edit(Field.PROMPT, "What is molten rock called?")
    review.accept()
    review.undo()
    assert prompt(review.sight) == "What is molten rock called?"
    assert review.undo().question == before


def test_what_was_decided_never_comes_back(world: World) -> None:
    review = review_of(world)
    review.accept()
    review.reject(Reason.AMBIGUOUS)
    again = review_of(world)
    assert asked(again) == asked(review)[2:]
    assert again.sight.notice == "2 drafts decided before."


def test_an_edit_that_was_not_accepted_yet_is_there_on_the_next_run(world: World) -> None:
    review_of(world).edit(Field.PROMPT, "What is molten rock called?")
    assert prompt(review_of(world).sight) == "What is molten rock called?"


def test_accepting_after_an_edit_counts_as_edited(world: World) -> None:
    review = review_of(world)
    review.edit(Field.ANSWER, "magma | lava underground")
    assert (review.accept().tally.edited, review.sight.tally.kept) == (1, 1)


def test_a_question_with_an_error_cannot_be_accepted(world: World) -> None:
    review = review_of(world)
    draft = to(review, "Which town")
    assert isinstance(draft, Typed)
    review.mend(replace(draft, prompt=""))
    with pytest.raises(UsageError):
        review.accept()
    assert review.sight.tally.kept == 0


def test_findings_follow_each_edit(world: World) -> None:
    review = review_of(world)
    assert review.sight.findings == ()
    sight = review.edit(Field.PROMPT, "What is the term for magma?")
    assert [finding.code for finding in sight.findings] == ["answer-in-prompt"]
    assert review.undo().findings == ()


def test_an_edit_that_does_not_fit_changes_nothing(world: World) -> None:
    review = review_of(world)
    before = review.sight
    for field, line in ((Field.PROMPT, " "), (Field.ANSWER, ""), (Field.OPTIONS, "magma | lava")):
        with pytest.raises(UsageError):
            review.edit(field, line)
    assert review.sight == before


def test_the_line_of_every_field_gives_the_same_question_back(world: World) -> None:
    review = review_of(world)
    review.more()
    review.more()
    for entry in review.sight.queue:
        review.go_to(entry.id)
        for field in (Field.PROMPT, Field.ANSWER):
            review.edit(field, line_of(field, entry.ruling))
        assert review.sight.question == entry.ruling.question
    assert not review.sight.undoable


def test_types_go_round_and_no_answer_is_lost(world: World) -> None:
    review = review_of(world)
    review.edit(Field.ANSWER, "magma | liquid rock")
    review.edit(Field.OPTIONS, "basalt | granite")
    seen = [type(review.next_type().question).__name__ for _ in range(3)]
    assert seen == ["Flashcard", "Typed", "Choice"]


def test_the_gap_can_be_moved_and_a_list_split(world: World) -> None:
    review = review_of(world)
    to(review, "is called lava")
    moved = review.move_gap(0, 5).question
    assert isinstance(moved, Cloze) and moved.prompt == "____ that reaches the surface is called lava."
    to(review, "three types")
    split = review.split().question
    assert isinstance(split, Cloze) and split.each
    assert split.prompt == "There are three types of volcano: ____, ____, and ____."


def test_a_question_asked_the_other_way_round_keeps_its_id_and_source(world: World) -> None:
    review = review_of(world)
    before = review.sight.question
    after = review.flip().question
    assert isinstance(after, Flashcard) and before is not None
    assert (after.prompt, after.answer) == (
        "What is meant by “magma”?",
        "Molten rock beneath the surface of the Earth",
    )
    assert (after.id, after.ref, after.origin) == (before.id, before.ref, before.origin)
    back = review.flip().question
    assert isinstance(back, Typed) and back.accept[0].text == "magma"


def test_seconds_are_counted_and_idle_time_is_capped(world: World) -> None:
    review = review_of(world)
    world.clock.forward(seconds=4)
    review.accept()
    world.clock.forward(hours=3)
    assert review.accept().tally.seconds == (4 + 180) / 2


def test_the_passage_holds_the_evidence_letter_for_letter(world: World) -> None:
    (passage,) = review_of(world).sight.passages
    (mark,) = passage.marks
    assert passage.text[mark.start : mark.end] == MAGMA


def test_search_finds_drafts_of_lower_bands_by_their_sentence(world: World) -> None:
    review = review_of(world)
    assert len(review.search("buried the TOWN")) == 2
    assert review.search("glacier") == ()


def test_the_deck_file_holds_what_was_accepted_and_checks_clean(world: World) -> None:
    review = review_of(world)
    review.accept()
    review.reject(Reason.TRIVIAL)
    review.accept()
    kept = review.keep()
    assert (kept.added, kept.total, kept.made) == (2, 2, True)
    deck = read(review.target)
    assert [q.id for q in deck.questions] == [d.question.id for d in drafts_of(article_of())[:3:2]]
    assert check([review.target]).findings == ()


@pytest.mark.parametrize("name", ["my deck é.yaml", "漢.yaml", "a" * 150 + ".yaml"])
def test_a_deck_file_of_any_name_checks_clean(world: World, name: str) -> None:
    review = review_of(world, target=world.home / "new folder" / name)
    review.accept()
    review.keep()
    assert check([review.target]).findings == ()
    assert review_of(world, target=review.target).keep().added == 0


def test_an_existing_deck_keeps_every_byte_and_gets_the_new_ones_at_its_end(world: World) -> None:
    before = "deck: Mine  # not yours\nquestions:\n- q: a?   \n  a: b\n"
    target = world.write("volcano.yaml", before)
    review = review_of(world)
    review.accept()
    assert review.keep().added == 1
    assert target.read_text(encoding="utf-8").startswith(before)
    assert [q.prompt for q in read(target).questions] == ["a?", drafts_of(article_of())[0].question.prompt]


def test_leaving_twice_adds_nothing_twice(world: World) -> None:
    review = review_of(world)
    review.accept()
    review.keep()
    first = review.target.read_bytes()
    assert (review.keep().added, review_of(world).keep().added) == (0, 0)
    assert review.target.read_bytes() == first


def test_a_question_that_its_author_deleted_stays_deleted(world: World) -> None:
    review = review_of(world)
    review.accept()
    review.keep()
    review.target.write_text("deck: Mine\nid: volcano\nquestions: []\n", encoding="utf-8")
    assert review_of(world).keep().added == 0


def test_a_deck_file_that_is_gone_is_written_again_whole(world: World) -> None:
    review = review_of(world)
    review.accept()
    review.keep()
    review.target.unlink()
    assert review_of(world).keep().total == 1


def test_what_was_taken_back_after_it_was_written_is_named_and_left(world: World) -> None:
    review = review_of(world)
    review.accept()
    review.keep()
    before = review.target.read_bytes()
    again = review_of(world)
    again.undo()
    assert [q.prompt for q in again.keep().withdrawn] == [drafts_of(article_of())[0].question.prompt]
    assert review.target.read_bytes() == before


def test_a_place_that_cannot_be_written_loses_nothing(world: World, tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("x", encoding="utf-8")
    review = review_of(world, target=blocker / "volcano.yaml")
    review.accept()
    with pytest.raises(DeckError):
        review.keep()
    assert review_of(world).keep().added == 1


def test_a_file_that_is_no_deck_is_refused_and_left(world: World) -> None:
    target = world.write("volcano.yaml", "just: text\n")
    review = review_of(world)
    review.accept()
    with pytest.raises(DeckError):
        review.keep()
    assert target.read_text(encoding="utf-8") == "just: text\n"


def test_a_decision_that_cannot_be_stored_is_not_made(world: World) -> None:
    review = review_of(world)
    before = review.sight
    world.store.connection.run("PRAGMA query_only = ON")
    with pytest.raises(StoreError):
        review.accept()
    world.store.connection.run("PRAGMA query_only = OFF")
    assert review.sight == before
    assert review_of(world).sight.tally.kept == 0


def test_a_sentence_put_otherwise_keeps_the_id_and_the_verdict_of_its_drafts(world: World) -> None:
    review = review_of(world)
    kept = review.sight.question
    review.accept()
    review.keep()
    again = review_of(world, changed(MAGMA, CORRECTED))
    assert kept is not None and kept.id in {draft.question.id for draft in again.reunion.drafts}
    assert [ruling.draft for ruling in again.reunion.changed] == [kept.id]
    assert again.sight.tally.kept == 1
    assert again.keep().added == 0


def test_a_disputed_sentence_that_was_corrected_is_asked_again(world: World) -> None:
    review_of(world).dispute()
    assert (
        prompt(review_of(world, changed(MAGMA, CORRECTED)).sight)
        == "What is the term for molten rock beneath the surface of the Earth?"
    )


def test_a_sentence_that_vanished_is_named_and_its_question_stays_in_the_deck(world: World) -> None:
    review = review_of(world)
    review.accept()
    review.keep()
    again = review_of(world, changed(MAGMA, ""))
    assert [ruling.question.prompt for ruling in again.reunion.lost] == [
        drafts_of(article_of())[0].question.prompt
    ]
    assert "1 kept question lost the source" in again.sight.notice
    again.keep()
    assert len(read(again.target).questions) == 1


def test_another_article_of_the_same_name_loses_nothing(world: World) -> None:
    review_of(world).accept()
    other = article_of((("Rome", ("Romulus founded Rome.",)),))
    assert review_of(world, derived_of(other)).reunion.lost == ()


def test_a_new_sentence_is_marked_as_new(world: World) -> None:
    first = review_of(world, changed(LAVA, ""))
    assert not any(entry.new for entry in first.sight.queue)
    world.clock.forward(days=1)
    later = review_of(world)
    assert [entry.ruling.question.prompt for entry in later.sight.queue if entry.new] == [
        "Magma that reaches the surface is called ____."
    ]
    assert "1 draft new since the first review" in later.sight.notice


def test_a_renamed_article_keeps_its_verdicts(world: World) -> None:
    review_of(world).accept()
    again = review_of(world, derived_of(article_of(name="other.md")))
    assert again.sight.tally.kept == 1


def test_what_was_kept_from_another_article_is_open_in_one_that_shares_its_sentences(world: World) -> None:
    review_of(world).accept()
    other = derived_of(replace(article_of(name="other.md"), digest="another text"))
    again = review_of(world, other)
    assert (again.sight.tally.kept, again.sight.undoable, again.keep().added) == (0, False, 0)


def test_what_was_dropped_from_another_article_stays_dropped_in_one_that_shares_its_sentences(
    world: World,
) -> None:
    review_of(world).reject(Reason.TRIVIAL)
    again = review_of(world, derived_of(replace(article_of(name="other.md"), digest="another text")))
    assert (again.sight.tally.rejected, again.sight.undoable) == (1, False)


def test_a_renamed_article_keeps_its_verdicts_when_it_is_edited_later(world: World) -> None:
    review_of(world).accept()
    renamed = article_of(name="other.md")
    review_of(world, derived_of(renamed)).reject(Reason.TRIVIAL)
    later = review_of(world, derived_of(replace(renamed, digest="edited")))
    assert (later.sight.tally.kept, later.sight.tally.rejected) == (1, 1)


def test_the_quotes_of_the_drafts_are_those_of_the_article() -> None:
    article = article_of()
    assert {article.cut(d.evidence[0]) for d in drafts_of(article)} == {MAGMA, LAVA, TYPES, VESUVIUS}
