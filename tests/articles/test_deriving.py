"""What is derived from an article can be asked as it stands, and is grounded in the article."""

from __future__ import annotations

import pytest
from articles_to_derive import BIOGRAPHY, MARKED, PLAIN, article, asked, derived
from hypothesis import given
from hypothesis import strategies as st

from quizapp.articles.article import Article, Block, BlockKind, Section, Span
from quizapp.articles.deriving import derive
from quizapp.articles.drafts import Band, Derivation, Draft, Technique
from quizapp.articles.reading.sentences import sentences
from quizapp.core.answer import Answer, Filled, Ordered, Picked, Wrote
from quizapp.core.card import Card, CardKey
from quizapp.core.facing import blanks
from quizapp.core.grade import Grade, GradingDefaults
from quizapp.core.grading import grade
from quizapp.core.mending import in_next_type
from quizapp.core.question import Choice, Cloze, Date, DeckId, Flashcard, Ordering, Question, Typed
from quizapp.services.deriving import Derived, deck_text, derive_deck

ARTICLES = {"marked": MARKED, "plain": PLAIN, "biography": BIOGRAPHY}
every = pytest.mark.parametrize("text", ARTICLES.values(), ids=list(ARTICLES))


def card(question: Question) -> Card:
    return Card(CardKey(DeckId("derived"), question.id), question)


def right(question: Question) -> Answer | None:
    """The answer that the question itself gives; None for a flashcard, which the learner rates."""
    match question:
        case Typed(accept=accept):
            return Wrote(accept[0].text)
        case Date(text=text):
            return Wrote(text)
        case Cloze():
            return Filled(tuple(blank.answers[0] for blank in blanks(card(question))))
        case Ordering(items=items):
            return Ordered(items)
        case Choice(options=options):
            return Picked(tuple(option.text for option in options if option.right))
        case _:
            assert isinstance(question, Flashcard)
            return None


def score(question: Question, answer: Answer) -> float:
    judged = grade(card(question), answer, GradingDefaults())
    assert isinstance(judged, Grade)
    return judged.score


def sound(drafts: tuple[Draft, ...], read: Article) -> None:
    """What holds for any derivation."""
    for draft in drafts:
        question = draft.question
        assert question.ref is not None
        assert question.ref.quote in read.text
        assert question.origin == f"derived {draft.technique}"
        assert all(0 <= span.start < span.end <= len(read.text) for span in draft.evidence)
        own = right(question)
        if own is not None:
            assert score(question, own) == 1
        for wrong in draft.options:
            if isinstance(question, Typed | Date):
                assert score(question, Wrote(wrong)) < 1


@every
def test_every_own_answer_is_right_and_every_quote_stands_in_the_article(text: str) -> None:
    found = derived(text)
    assert found.drafts
    sound(found.drafts, article(text))


@every
def test_a_derived_deck_reads_back_with_every_question(text: str) -> None:
    read = article(text)
    deck = derive_deck(Derived(read, derived(text)), derived(text).drafts)
    assert deck_text(deck).count("origin: derived") == len(deck.questions)


@every
def test_deriving_again_gives_the_same_ids_and_questions(text: str) -> None:
    assert derived(text).drafts == derived(text).drafts


def test_ids_stay_when_another_paragraph_is_added() -> None:
    more = (
        MARKED + "\nGranite is common in mountains. It is used for buildings and for roads in many towns.\n"
    )
    before = {draft.question.id for draft in derived(MARKED).drafts}
    assert before <= {draft.question.id for draft in derived(more).drafts}


def test_an_emphasised_term_is_asked_in_both_directions() -> None:
    found = asked(MARKED)
    prompt = (
        "What is the term for a solid substance with a definite chemical composition that occurs in nature?"
    )
    assert found[prompt] == "mineral"
    assert found["What is a mineral?"].startswith("A solid substance")


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        ("What are the three types of rock?", "igneous; sedimentary; metamorphic"),
        ("Why does limestone dissolve in rain?", "Because the rain contains carbonic acid"),
        ("How do rivers shape valleys?", "By carrying grains of sand over their beds"),
        ("What is magma?", "The molten rock beneath the surface"),
        ("What is the term for the movement of broken rock by wind, water or ice?", "erosion"),
    ],
)
def test_marked_up_facts_are_asked(prompt: str, answer: str) -> None:
    assert asked(MARKED).get(prompt) == answer


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        ("Who patented an electric telegraph in 1837?", "Samuel Morse"),
        ("Who was the first operator of the line in Baltimore?", "Alfred Vail"),
        ("What is a repeater?", "A device that strengthens a weak signal on a long line"),
        ("In what year was the International Telegraph Union established?", "1865"),
    ],
)
def test_facts_of_plain_prose_are_asked(prompt: str, answer: str) -> None:
    assert asked(PLAIN).get(prompt) == answer


def test_a_gap_shows_the_sentence_without_its_term() -> None:
    prompt = "Rock that forms when lava hardens quickly at the surface is called ____ rock."
    assert asked(MARKED).get(prompt) == "extrusive"


def test_she_becomes_the_person_whom_a_biography_is_about() -> None:
    assert asked(BIOGRAPHY).get("In what year did Curie win the Nobel Prize in Chemistry?") == "1911"


def test_dated_events_are_put_in_order() -> None:
    orders = [draft.question for draft in derived(PLAIN).drafts if draft.technique is Technique.ORDER]
    assert all(isinstance(order, Ordering) and 3 <= len(order.items) <= 4 for order in orders)


def test_what_leans_on_another_sentence_is_not_asked_alone() -> None:
    text = (
        "The Harbour\n\nIt was founded in 1820. This process is called silting. These are known as "
        "groynes. They "
        "were built by Smith because the former had failed. Recently the harbour was closed because of the "
        "war.\n"
    )
    assert asked(text) == {}


def test_an_answer_that_stands_in_the_prompt_is_not_asked_for() -> None:
    text = "Bones\n\n" + "A **long bone** is a bone that is long and longer than it is wide in every way. "
    text += "People study bones in school and at home with books and models, which helps to remember it.\n"
    assert not any(draft.technique is Technique.DEFINITION for draft in derived(text).drafts)


def test_a_question_quotes_all_sentences_that_it_rests_on() -> None:
    text = (
        "Canals\n\nThere are two kinds of lock on a canal. The first is the flash lock. The second is the "
        "pound lock. Boats wait below the gates in the morning and leave when the keeper has opened them.\n"
    )
    read = article(text)
    found = [draft for draft in derive(read, sentences(read)).drafts if len(draft.evidence) > 1]
    assert found
    for draft in found:
        assert draft.question.ref is not None
        assert draft.question.ref.quote in read.text
        assert all(read.cut(span) in draft.question.ref.quote for span in draft.evidence)


def test_bands_follow_the_score() -> None:
    drafts = derived(MARKED).drafts
    best = [draft.score for draft in drafts if draft.band is Band.BEST]
    others = [draft.score for draft in drafts if draft.band is not Band.BEST]
    assert min(best) > max(others, default=0)


def as_choice(draft: Draft) -> Question:
    question = draft.question
    for _ in range(4):
        if not isinstance(question, Choice):
            question = in_next_type(question, draft.question, draft.options)
    return question


def test_wrong_options_make_a_choice_in_which_only_the_right_one_is_right() -> None:
    text = (
        "# Bones\n\nA **long bone** is a structure that acts as a lever when muscles pull. A **flat bone** "
        "is a "
        "structure that protects what lies beneath its surface. A **short bone** is a structure that gives "
        "support "
        "with little motion.\n"
    )
    choices = [as_choice(draft) for draft in derived(text).drafts if len(draft.options) > 1]
    assert choices
    for choice in choices:
        assert isinstance(choice, Choice)
        for option in choice.options:
            assert score(choice, Picked((option.text,))) == (1 if option.right else 0)


pieces = st.sampled_from(
    [
        "The",
        "A",
        "An",
        "In",
        "On",
        "By",
        "Because",
        "To",
        "rock",
        "Morse",
        "Paris",
        "1837",
        "of",
        "and",
        ",",
        ",",
        ".",
        ".",
        "(",
        ")",
        "“",
        "”",
        "'",
        "’s",
        "is",
        "was",
        "are",
        "were",
        "called",
        "known",
        "as",
        "which",
        "that",
        "it",
        "He",
        "founded",
        "invented",
        "because",
        "due",
        "to",
        "three",
        "types",
        ":",
        ";",
        "—",
        "____",
        "{{",
        "}}",
        "*",
        "#",
        "12",
        "May",
        "which",
        "is",
        "by",
        "doing",
    ]
)
messy = st.lists(pieces, max_size=60).map(" ".join) | st.text(max_size=200)


def one_block(text: str) -> Article:
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    marks = tuple(Span(at, min(len(text), at + 6)) for at in range(0, max(0, len(text) - 6), 40))
    return Article("Rock", "en", text, (Section("", 1, (block,)),), marks, "", "any")


@given(messy)
def test_no_text_whatever_makes_deriving_fail(text: str) -> None:
    read = one_block(text)
    found = derive(read, sentences(read))
    assert isinstance(found, Derivation)
    sound(found.drafts, read)


@given(st.lists(st.sampled_from([*MARKED.split(". "), *PLAIN.split(". ")]), min_size=1, max_size=12))
def test_any_mixture_of_real_sentences_gives_sound_drafts(parts: list[str]) -> None:
    read = one_block(". ".join(parts))
    sound(derive(read, sentences(read)).drafts, read)


TORN = st.sampled_from(["", "x", "()", "( ).", "=", ",", "."])


@given(st.data())
def test_sentences_out_of_which_formulas_fell_never_make_deriving_fail(data: st.DataObject) -> None:
    words = " ".join([*MARKED.split("\n"), *PLAIN.split("\n")]).split(" ")
    start = data.draw(st.integers(0, len(words) - 1))
    part = words[start : start + data.draw(st.integers(10, 120))]
    for at in data.draw(st.lists(st.integers(0, len(part) - 1), max_size=12)):
        part[at] = data.draw(TORN) + ("." if part[at].endswith(".") else "")
    read = one_block(" ".join(part))
    sound(derive(read, sentences(read)).drafts, read)


def test_a_sentence_all_in_brackets_does_not_end_deriving() -> None:
    read = one_block(
        "Geologists look at many kinds of rock. (Some of them are old.) Limestone contains calcium carbonate"
        " and the shells of animals. Granite contains quartz and feldspar in large crystals."
    )
    sound(derive(read, sentences(read)).drafts, read)


def test_an_answer_of_one_letter_does_not_end_deriving() -> None:
    read = one_block("Naturally, the Coulomb force accelerates Q away from q, eventually reaching 15 cm ().")
    sound(derive(read, sentences(read)).drafts, read)


def test_of_a_sentence_that_never_ends_nothing_is_asked_and_nothing_breaks() -> None:
    endless = "The rock is a word " + "and the word is long " * 6000 + "."
    read = one_block(f"{endless} Limestone is a rock that consists of the shells of animals.")
    drafts = derive(read, sentences(read)).drafts
    assert all(len(draft.question.prompt) < len(endless) for draft in drafts)
