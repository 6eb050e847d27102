"""A suggested question is held to the article: what is true passes, what was altered or invented does not."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lighthouse import DOUGLASS, LIME, MEANING, OAK, SOUND, STORM, WORN, WRECKED, read, short

from quizapp.articles.models.asking import Shape, Suggestion
from quizapp.articles.models.grounding import Fault, Grounded, answered, ground

ARTICLE, SENTENCES, PASSAGE = read()
OTHER_NAMES = ("Thompson", "Lisbon", "Rotterdam")
BY_PROMPT = pytest.mark.parametrize("card", SOUND, ids=lambda card: card.prompt[:30])


def judged(card: Suggestion) -> Grounded | Fault:
    return ground(ARTICLE, SENTENCES, PASSAGE, card)


def grounded(card: Suggestion) -> Grounded:
    found = judged(card)
    assert isinstance(found, Grounded), found
    return found


def swapped(card: Suggestion, old: str, new: str, *, quote_only: bool = False) -> Suggestion:
    """The card with a word changed in its quote, and in its prompt and answer as well."""
    pattern = re.compile(rf"(?<!\w){re.escape(old)}(?!\w)", re.IGNORECASE)
    made = replace(card, quote=pattern.sub(new, card.quote))
    if not quote_only:
        made = replace(made, prompt=pattern.sub(new, card.prompt), answer=pattern.sub(new, card.answer))
    assert made != card
    return made


@BY_PROMPT
def test_a_sound_card_passes_with_its_quote_letter_for_letter(card: Suggestion) -> None:
    found = grounded(card)
    assert found.card.quote == ARTICLE.cut(found.span) == card.quote
    assert found.exact


@BY_PROMPT
@pytest.mark.parametrize("number", ["1699", "7"])
def test_a_quote_with_an_altered_number_is_not_in_the_article(card: Suggestion, number: str) -> None:
    numbers = re.findall(r"\d+|\b(?:two|four)\b", card.quote)
    for old in numbers:
        for quote_only in (True, False):
            assert judged(swapped(card, old, number, quote_only=quote_only)) is Fault.QUOTE


@BY_PROMPT
@pytest.mark.parametrize("name", OTHER_NAMES)
def test_a_quote_with_another_name_is_not_in_the_article(card: Suggestion, name: str) -> None:
    for old in re.findall(r"Winstanley|Rudyard|Smeaton|Douglass|Storm", card.quote):
        assert judged(swapped(card, old, name)) is Fault.QUOTE


@BY_PROMPT
def test_an_invented_quote_with_the_right_answer_is_not_in_the_article(card: Suggestion) -> None:
    quote = f"Historians agree that {card.answer} mattered more than anything else in this story."
    assert judged(replace(card, quote=quote)) is Fault.QUOTE


@BY_PROMPT
def test_an_answer_from_elsewhere_is_not_in_the_quote(card: Suggestion) -> None:
    others = [each.answer for each in SOUND if not answered(each.answer, card.quote)]
    assert others
    for answer in others:
        assert isinstance(judged(replace(card, answer=answer)), Fault)


@BY_PROMPT
def test_a_real_quote_that_has_nothing_to_do_with_the_card_is_turned_away(card: Suggestion) -> None:
    for other in (DOUGLASS, LIME, MEANING, OAK, STORM, WORN, WRECKED):
        if not answered(card.answer, other):
            assert judged(replace(card, quote=other)) is Fault.ANSWER


@pytest.mark.parametrize("name", [*OTHER_NAMES, "Plymouth"])
def test_a_name_that_is_not_near_the_quote_is_turned_away(name: str) -> None:
    card = short(f"What did James Douglass of {name} build?", "the fourth tower", DOUGLASS)
    assert judged(card) is Fault.NAME


def test_a_name_of_the_sentence_before_may_stand_for_a_pronoun() -> None:
    grounded(
        short("What did John Smeaton cut so that each was locked?", "the granite blocks", SOUND[4].quote)
    )


@pytest.mark.parametrize("number", ["1883", "3rd", "fifty"])
def test_a_number_of_the_prompt_that_is_not_near_the_quote_is_turned_away(number: str) -> None:
    card = short(f"Who built the fourth tower in {number}?", "James Douglass", DOUGLASS)
    assert judged(card) is Fault.NUMBER


def test_number_words_and_digits_are_the_same_number() -> None:
    grounded(short("How many of his ships did Henry Winstanley have wrecked?", "2", WRECKED))


def test_a_denial_that_the_quote_does_not_make_is_turned_away() -> None:
    card = short("Who did not finish the fourth tower in 1882?", "James Douglass", DOUGLASS)
    assert judged(card) is Fault.WORDING


def test_an_answer_that_denies_what_the_quote_says_is_turned_away() -> None:
    answer = "because he never thought that a tower should bend like a ship"
    assert judged(replace(SOUND[2], answer=answer)) is Fault.ANSWER


def test_a_prompt_about_something_else_is_turned_away() -> None:
    card = short("Which government paid wages and pensions to keepers?", "James Douglass", DOUGLASS)
    assert judged(card) is Fault.WORDING


@pytest.mark.parametrize(
    "quote",
    [
        LIME.replace("therefore ", ""),
        LIME.replace("which contains", "that contains"),
        "limestone which contains clay makes a mortar that hardens under water; it is called hydraulic lime",
        f"“{LIME}”",
        LIME.replace(" ", "  "),
        "…" + LIME[20:],
    ],
)
def test_a_slightly_altered_quote_becomes_the_real_sentence(quote: str) -> None:
    card = short("What is mortar called that hardens under water?", "hydraulic lime", quote)
    assert grounded(card).card.quote == LIME


def test_a_word_that_was_put_into_the_quote_cannot_be_asked_about() -> None:
    quote = LIME.replace("hydraulic lime", "grey hydraulic lime")
    card = short("What grey mortar hardens under water?", "hydraulic lime", quote)
    assert judged(card) is Fault.WORDING


def test_dashes_and_quotation_marks_may_have_another_shape() -> None:
    text = (
        "The keeper called it “the old stump” – a name that stuck with every sailor of the coast for years."
    )
    article, sentences, passage = read(
        f"# Stump\n\n{text} People still call the place by that name today, as we know."
    )
    quote = 'The keeper called it "the old stump" - a name that stuck'
    found = ground(article, sentences, passage, short("What did the keeper call it?", "the old stump", quote))
    assert isinstance(found, Grounded)
    assert found.card.quote == text


def test_a_quote_over_two_sentences_is_taken_whole() -> None:
    quote = f"{SOUND[4].quote} {MEANING}"
    found = grounded(short("What joint locked the granite blocks?", "a dovetail joint", quote))
    assert found.last - found.first == 2
    assert found.card.quote == quote


def test_a_quote_from_two_paragraphs_is_turned_away() -> None:
    quote = (
        "many ships were lost on them. Four lighthouses have stood on the rocks since 1698. Henry Winstanley"
    )
    assert judged(short("Who?", "Henry Winstanley", quote)) is Fault.QUOTE_SPREAD


@pytest.mark.parametrize("quote", ["the tower", "1882", ""])
def test_a_quote_of_a_few_words_is_turned_away(quote: str) -> None:
    assert judged(short("Who built it?", "James Douglass", quote)) is Fault.QUOTE_LENGTH


@pytest.mark.parametrize("prompt", ["____ built the ____ tower.", "James Douglass built it."])
def test_a_cloze_has_exactly_one_gap(prompt: str) -> None:
    card = Suggestion(Shape.CLOZE, prompt, "James Douglass", DOUGLASS, (), ())
    assert judged(card) is Fault.GAP


def test_a_gap_may_be_written_in_several_ways() -> None:
    for gap in ("_____", "[...]", "[blank]", "{{Douglass}}"):
        card = Suggestion(Shape.CLOZE, f"James {gap} built the fourth tower.", "Douglass", DOUGLASS, (), ())
        assert grounded(card).card.prompt == "James ____ built the fourth tower."


def test_a_cloze_that_rewrites_its_sentence_is_turned_away() -> None:
    card = short("Rudyard built the fourth tower, finished in 1882 by ____.", "Douglass", DOUGLASS)
    assert judged(card) is Fault.WORDING


def test_wrong_options_that_the_quote_bears_out_are_dropped() -> None:
    wrong = ("granite", "copper sheets", "Oak planks", "the oak", "red bricks")
    card = replace(SOUND[3], distractors=wrong)
    assert grounded(card).card.distractors == ("copper sheets", "red bricks")


def test_a_list_may_be_given_item_by_item() -> None:
    assert answered("granite; oak planks", OAK)
    assert not answered("granite; copper", OAK)


def test_the_number_of_the_sentence_tells_which_of_two_like_ones_is_meant() -> None:
    line = "The lamp was cleaned every day by the keeper on duty."
    first, second = "In 1800 there was one keeper.", "In 1850 there were three of them."
    text = f"# Lamps\n\n{first} {line} {second} {line} It was a dull job."
    article, sentences, passage = read(text)
    for number, start in ((2, text.index(line)), (4, text.rindex(line))):
        card = replace(short("Who cleaned the lamp?", "the keeper on duty", line), sentences=(number,))
        found = ground(article, sentences, passage, card)
        assert isinstance(found, Grounded)
        assert article.text[: found.span.start].count(line) == text[:start].count(line)


texts = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from([*ARTICLE.text.split(), "not", "1883", "____"]), max_size=25).map(" ".join),
    st.sampled_from([DOUGLASS, LIME, WORN]),
)


@given(st.sampled_from(Shape), texts, texts, texts, st.lists(st.integers()), st.lists(texts, max_size=3))
def test_whatever_is_suggested_what_passes_is_in_the_article(
    shape: Shape, prompt: str, answer: str, quote: str, numbers: list[int], wrong: list[str]
) -> None:
    found = judged(Suggestion(shape, prompt, answer, quote, tuple(numbers), tuple(wrong)))
    if isinstance(found, Grounded):
        assert found.card.quote in ARTICLE.text
        assert answered(answer, found.card.quote)
