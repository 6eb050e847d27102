"""A draft is found again when it asks nearly the same of nearly the same sentence, never for another fact."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.articles.article import Article, Span
from quizapp.articles.drafts import Band, Draft, Technique
from quizapp.core.identity import code
from quizapp.core.question import Accepted, Blank, Cloze, Flashcard, Question, QuestionId, Ref, Typed
from quizapp.core.reviewing import Book, Ruling, Verdict
from quizapp.services.deriving import derive_article
from quizapp.services.reunion import Reunion, reunite

SYSTOLE = "The period of contraction that the heart undergoes while it pumps blood is called systole."
DIASTOLE = "The period of relaxation that occurs as the chambers fill with blood is called diastole."
SYSTOLE_EDITED = SYSTOLE.replace("while it", "when it")
DIASTOLE_EDITED = DIASTOLE.replace("that occurs", "that happens")
GLOSSARY = (
    "Systole is the period of contraction that the heart undergoes while it pumps blood into circulation. "
    "Diastole is the period of relaxation that occurs as the chambers fill with blood. "
    "Preload is the amount of blood in the ventricles at the end of atrial systole. "
    "The murmur is an abnormal heart sound that is detected with a stethoscope."
)
GLOSSARY_EDITS = (
    ("undergoes while", "passes through while"),
    ("that occurs", "that happens"),
    ("amount of", "volume of"),
    ("is detected", "is found"),
)


def draft(quote: str, technique: Technique, question: Question) -> Draft:
    """The draft under an id that any change of its sentence, technique or prompt changes."""
    id_ = QuestionId(code(f"{quote}\n{technique}\n{question.prompt}"))
    match question:
        case Flashcard(answer=answer):
            made: Question = Flashcard(id=id_, prompt=question.prompt, answer=answer, ref=Ref(quote=quote))
        case Typed(accept=accept):
            made = Typed(id=id_, prompt=question.prompt, accept=accept, ref=Ref(quote=quote))
        case Cloze(segments=segments):
            made = Cloze(id=id_, prompt=question.prompt, segments=segments, ref=Ref(quote=quote))
        case _:
            raise AssertionError(question)
    return Draft(made, technique, Band.BEST, 3.0, 0, (Span(0, len(quote)),))


def card(prompt: str, answer: str, quote: str, technique: Technique = Technique.MEANING) -> Draft:
    return draft(quote, technique, Flashcard(id=QuestionId("?"), prompt=prompt, answer=answer))


def typed(prompt: str, answer: str, quote: str, technique: Technique = Technique.DEFINITION) -> Draft:
    return draft(quote, technique, Typed(id=QuestionId("?"), prompt=prompt, accept=(Accepted(answer),)))


def gap(quote: str, term: str, technique: Technique = Technique.TERM_GAP) -> Draft:
    before, after = quote.split(term, 1)
    segments = (before, Blank((term,)), after)
    return draft(
        quote, technique, Cloze(id=QuestionId("?"), prompt=f"{before}____{after}", segments=segments)
    )


def meaning(quote: str, technique: Technique = Technique.MEANING) -> Draft:
    told, term = quote.rstrip(".").split(" is called ")
    return card(f"What is {term}?", told, quote, technique)


def book_of(verdicts: dict[Draft, Verdict]) -> Book:
    return Book({
        each.question.id: Ruling(
            each.question.id, str(each.technique), "best", 3.0, verdict, each.question, each.question
        )
        for each, verdict in verdicts.items()
    })  # fmt: skip


def met(now: tuple[Draft, ...], before: dict[Draft, Verdict], text: str = "", *offered: Draft) -> Reunion:
    """What becomes of these drafts; `offered` were shown before as well and are undecided."""
    text = text or " ".join(dict.fromkeys(each.question.ref.quote for each in now if each.question.ref))
    earlier = {each.question.id for each in (*before, *offered)}
    return reunite(Article("", "en", text, (), (), code(text), "a.md"), now, book_of(before), earlier)


def ids(drafts: tuple[Draft, ...]) -> list[QuestionId]:
    return [each.question.id for each in drafts]


ACCEPTED, REJECTED = Verdict.ACCEPTED, Verdict.REJECTED


def test_a_meaning_whose_sentence_was_edited_keeps_its_id() -> None:
    old = meaning(SYSTOLE)
    found = met((meaning(SYSTOLE_EDITED),), {old: ACCEPTED})
    assert (ids(found.drafts), [r.draft for r in found.changed], found.lost) == (ids((old,)), ids((old,)), ())


def test_rejected_drafts_of_an_edited_sentence_stay_rejected() -> None:
    old = (meaning(DIASTOLE), gap(DIASTOLE, "diastole"))
    now = (meaning(DIASTOLE_EDITED), gap(DIASTOLE_EDITED, "diastole"))
    assert ids(met(now, dict.fromkeys(old, REJECTED)).drafts) == ids(old)


def test_a_glossary_with_a_word_changed_in_each_sentence_loses_nothing() -> None:
    first = derive_article(GLOSSARY.encode(), "a.md")
    edited = GLOSSARY
    for before, after in GLOSSARY_EDITS:
        edited = edited.replace(before, after)
    second = derive_article(edited.encode(), "a.md")
    decided = dict.fromkeys(first.derivation.drafts, ACCEPTED)
    found = met(second.derivation.drafts, decided, second.article.text)
    assert len(decided) > 4
    assert (ids(found.drafts), found.lost) == (ids(first.derivation.drafts), ())


def test_definitions_of_a_list_are_not_swapped_when_all_are_edited() -> None:
    old = (meaning(SYSTOLE), gap(SYSTOLE, "systole"), meaning(DIASTOLE), gap(DIASTOLE, "diastole"))
    now = (
        gap(DIASTOLE_EDITED, "diastole"),
        meaning(DIASTOLE_EDITED),
        gap(SYSTOLE_EDITED, "systole"),
        meaning(SYSTOLE_EDITED),
    )
    assert ids(met(now, dict.fromkeys(old, ACCEPTED)).drafts) == ids(old[::-1])


def test_a_definition_does_not_take_the_place_of_another_that_went() -> None:
    right = "The right atrium is the chamber of the heart that receives blood of the body."
    left = "The left atrium is the chamber of the heart that receives blood of the lungs."
    old = (
        card("What is the right atrium?", "The chamber of the heart that receives blood of the body", right),
        gap(right, "right atrium"),
    )
    now = (
        card("What is the left atrium?", "The chamber of the heart that receives blood of the lungs", left),
        gap(left, "left atrium"),
    )
    found = met(now, dict.fromkeys(old, ACCEPTED))
    assert ids(found.drafts) == ids(now)


def test_the_same_answer_to_a_question_about_another_place_is_another_fact() -> None:
    old = typed(
        "When did the great revolution of the people of France begin?", "spring",
        "The great revolution of the people of France began in spring.", Technique.WHEN,
    )  # fmt: skip
    now = typed(
        "When did the great revolution of the people of Prussia begin?", "spring",
        "The great revolution of the people of Prussia began in spring.", Technique.WHEN,
    )  # fmt: skip
    assert ids(met((now,), {old: ACCEPTED}).drafts) == ids((now,))


def test_another_number_or_a_denial_is_another_fact() -> None:
    quote = "The first phase of the cycle of the ventricles lasts about 270 ms in a healthy adult."
    prompt = "How long does the first phase of the cycle of the ventricles last?"
    old = card(prompt, "about 270 ms in a healthy adult", quote)
    for other in (quote.replace("270", "280"), quote.replace("about", "not")):
        now = card(prompt, other.split("lasts ")[1].rstrip("."), other)
        assert ids(met((now,), {old: REJECTED}).drafts) == ids((now,))


def test_another_number_word_is_another_fact() -> None:
    quote = (
        "The endoplasmic reticulum, which winds through most of the cell like a thoroughfare, can"
        " exist in two forms: rough ER and smooth ER."
    )
    now_told = quote.replace("two forms: rough ER and smooth", "three forms: rough ER, smooth ER, and hybrid")
    old = card("In what two forms can endoplasmic reticulum exist?", "rough ER; smooth ER", quote)
    now = card(
        "In what three forms can endoplasmic reticulum exist?", "rough ER; smooth ER; hybrid ER", now_told
    )
    assert ids(met((now,), {old: ACCEPTED}).drafts) == ids((now,))


def test_another_meaning_under_the_same_prompt_is_another_fact() -> None:
    quote = (
        "All living cells in multicellular organisms contain an internal cytoplasmic compartment with the"
        " cytosol, the jelly-like substance within the cell, which provides the medium for reactions."
    )
    now_told = quote.replace("jelly-like substance within the", "thick watery gel inside every")
    old = card("What is the cytosol?", "The jelly-like substance within the cell", quote)
    now = card("What is the cytosol?", "The thick watery gel inside every cell", now_told)
    assert ids(met((now,), {old: ACCEPTED}).drafts) == ids((now,))


def test_a_question_whose_sentence_still_stands_is_not_found_in_another_sentence() -> None:
    now = gap(SYSTOLE_EDITED, "systole")
    found = met((now,), {gap(SYSTOLE, "systole"): REJECTED}, f"{SYSTOLE} {SYSTOLE_EDITED}")
    assert ids(found.drafts) == ids((now,))


def test_what_was_offered_beside_a_decided_draft_is_not_that_draft() -> None:
    other = gap(SYSTOLE_EDITED, "systole")
    assert ids(met((other,), {gap(SYSTOLE, "systole"): ACCEPTED}, "", other).drafts) == ids((other,))


def test_a_question_of_another_technique_keeps_its_id_and_its_sentence_has_not_changed() -> None:
    old = (meaning(SYSTOLE, Technique.STATED_MEANING), gap(SYSTOLE, "systole", Technique.TOLD_GAP))
    found = met((meaning(SYSTOLE), gap(SYSTOLE, "systole")), {old[0]: ACCEPTED, old[1]: REJECTED})
    assert (ids(found.drafts), found.changed, found.lost) == (ids(old), (), ())


def test_a_gap_is_not_taken_for_a_question_with_the_same_answer() -> None:
    now = typed(
        "What is the term for the period of contraction that the heart undergoes when it pumps blood?",
        "systole", SYSTOLE_EDITED,
    )  # fmt: skip
    assert ids(met((now,), {gap(SYSTOLE, "systole"): REJECTED}).drafts) == ids((now,))


def test_of_two_that_are_alike_the_nearer_one_is_found_and_the_other_is_lost() -> None:
    near, far = meaning(SYSTOLE), meaning(SYSTOLE.replace("heart undergoes", "muscle shows"))
    found = met((meaning(SYSTOLE_EDITED),), {far: ACCEPTED, near: ACCEPTED})
    assert (ids(found.drafts), [r.draft for r in found.lost]) == (ids((near,)), ids((far,)))


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(4)), st.permutations(range(4)))
def test_the_order_of_drafts_and_decisions_does_not_matter(now: list[int], before: list[int]) -> None:
    new = (meaning(SYSTOLE_EDITED), gap(SYSTOLE_EDITED, "systole"),
           meaning(DIASTOLE_EDITED), gap(DIASTOLE_EDITED, "diastole"))  # fmt: skip
    old = (meaning(SYSTOLE), gap(SYSTOLE, "systole"), meaning(DIASTOLE), gap(DIASTOLE, "diastole"))
    found = met(tuple(new[n] for n in now), {old[n]: ACCEPTED for n in before})
    assert ids(found.drafts) == [old[n].question.id for n in now]
