"""An edited question is found again when there is no doubt; a different one never is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.identity import known, relink
from quizapp.core.question import Flashcard, Question, QuestionId, TrueFalse
from quizapp.core.relinking import Relinking, Unsure


def ask(name: str, prompt: str, answer: str | bool, *, replaces: str = "") -> Question:
    head = {"id": QuestionId(name), "prompt": prompt, "replaces": tuple(map(QuestionId, replaces.split()))}
    if isinstance(answer, bool):
        return TrueFalse(answer=answer, **head)  # type: ignore[arg-type]
    return Flashcard(answer=answer, **head)  # type: ignore[arg-type]


def run(old: list[Question], new: list[Question]) -> Relinking:
    return relink([known(each) for each in old], new)


def moves(old: list[Question], new: list[Question]) -> dict[str, str]:
    found = run(old, new)
    assert found.ambiguous == ()
    return dict(found.moves)


EDITS = {
    "a slip in the prompt": (
        ("Who was the first Roman empror?", "Augustus"),
        ("Who was the first Roman emperor?", "Augustus"),
    ),
    "another prompt, the same answer": (
        ("Who was the first Roman emperor?", "Augustus"),
        ("Name the man who first ruled Rome alone.", "augustus"),
    ),
    "a slip in the prompt, another answer": (
        ("Who was the first Roman empror?", "Octavian"),
        ("Who was the first Roman emperor?", "Augustus"),
    ),
    "punctuation in the prompt, another answer": (
        ("Who, in 27 BC, became emperor?", "Octavian"),
        ("Who in 27 BC became emperor", "Augustus"),
    ),
    "a word more in the prompt, a slip in the answer": (
        ("Who crossed the Rubicon?", "Julius Ceasar"),
        ("Who crossed the river Rubicon?", "Julius Caesar"),
    ),
    "a written id changed": (("Who crossed the Rubicon?", "Caesar"), ("Who crossed the Rubicon?", "Julius")),
    "a statement with a slip": (
        ("Carthage won the Second Punci War.", False),
        ("Carthage won the Second Punic War.", False),
    ),
    "a statement with a word more": (
        ("Carthage won the Second Punic War.", False),
        ("Carthage won the Second Punic War against Rome.", False),
    ),
    "a short answer and a small rewording": (
        ("How many consuls did Rome elect in a year?", "2"),
        ("How many consuls did Rome elect each year?", "2"),
    ),
}
OTHERS = {
    "another country": (
        ("What is the capital of France?", "Paris"),
        ("What is the capital of Finland?", "Helsinki"),
    ),
    "a country that differs in one letter": (
        ("What is the capital of Zambia?", "Lusaka"),
        ("What is the capital of Gambia?", "Banjul"),
    ),
    "another year": (("What happened in 1944?", "D-Day"), ("What happened in 1945?", "VE Day")),
    "another number in words of a king": (
        ("When was Charles I crowned?", "1626"),
        ("When was Charles II crowned?", "1661"),
    ),
    "another end of the war": (
        ("In which year did the war begin?", "1939"),
        ("In which year did the war end?", "1945"),
    ),
    "the other way round": (
        ("Whom did Rome beat before Carthage?", "Samnites"),
        ("Whom did Carthage beat before Rome?", "Numidians"),
    ),
    "not": (
        ("Which of these is a prime number?", "seven"),
        ("Which of these is not a prime number?", "nine"),
    ),
    "another statement of the same truth": (
        ("Carthage won the Second Punic War.", False),
        ("Cicero was murdered by Brutus.", False),
    ),
    "another question with the same short answer": (
        ("How many consuls did Rome elect in a year?", "2"),
        ("How many sons had Germanicus?", "2"),
    ),
}


@pytest.mark.parametrize(("old", "new"), EDITS.values(), ids=EDITS)
def test_an_edited_question_is_found_again(old: tuple[str, str | bool], new: tuple[str, str | bool]) -> None:
    assert moves([ask("old", *old)], [ask("new", *new)]) == {"old": "new"}


@pytest.mark.parametrize(("old", "new"), OTHERS.values(), ids=OTHERS)
def test_a_different_question_is_not_taken_for_it(
    old: tuple[str, str | bool], new: tuple[str, str | bool]
) -> None:
    assert moves([ask("old", *old)], [ask("new", *new)]) == {}


@pytest.mark.parametrize(
    "new", ["Carthage won the First Punic War.", "Carthage lost the Second Punic War."], ids=["First", "lost"]
)
def test_a_statement_with_one_word_replaced_is_for_a_person_to_decide(new: str) -> None:
    found = run([ask("old", "Carthage won the Second Punic War.", False)], [ask("new", new, False)])
    assert found == Relinking((), (Unsure(QuestionId("old"), (QuestionId("new"),)),))


def test_what_the_author_says_goes_before_everything_else() -> None:
    old = [ask("a", "Who crossed the Rubicon?", "Caesar"), ask("b", "When?", "49 BC")]
    new = [ask("c", "Who crossed the Rubicon?", "Caesar"), ask("d", "Something else.", "7", replaces="a")]
    assert moves(old, new) == {"a": "d"}


def test_one_question_may_replace_several() -> None:
    old = [ask("a", "Zeus?", "Jupiter"), ask("b", "Hera?", "Juno")]
    assert moves(old, [ask("c", "Zeus and Hera?", "Jupiter, Juno", replaces="a b")]) == {"a": "c", "b": "c"}


def test_two_questions_that_replace_the_same_one_are_for_a_person_to_decide() -> None:
    new = [ask("b", "Who?", "Caesar", replaces="a"), ask("c", "When?", "49 BC", replaces="a")]
    found = run([ask("a", "Who, and when?", "Caesar, 49 BC")], new)
    assert found == Relinking((), (Unsure(QuestionId("a"), (QuestionId("b"), QuestionId("c"))),))


def test_an_id_to_replace_that_never_was_is_passed_by() -> None:
    assert moves([ask("a", "Zeus?", "Jupiter")], [ask("b", "Hera?", "Juno", replaces="x")]) == {}


def test_two_candidates_with_the_same_answer_are_never_guessed_between() -> None:
    old = [ask("a", "Who was the first?", "Augustus")]
    new = [ask("b", "Which man began it all?", "Augustus"), ask("c", "Name Livia's husband.", "Augustus")]
    assert run(old, new) == Relinking((), (Unsure(QuestionId("a"), (QuestionId("b"), QuestionId("c"))),))


def test_two_old_questions_for_one_new_one_are_never_guessed_between() -> None:
    old = [ask("a", "Which man began it all?", "Augustus"), ask("b", "Name Livia's husband.", "Augustus")]
    found = run(old, [ask("c", "Who was the first?", "Augustus")])
    assert found.moves == ()
    assert {each.old for each in found.ambiguous} == {"a", "b"}


def test_a_similar_prompt_tells_questions_with_the_same_answer_apart() -> None:
    old = [
        ask("a", "Who was the first Roman emperor?", "Augustus"),
        ask("b", "Who was Livia's husband?", "Augustus"),
    ]
    new = [
        ask("c", "Who was the husband of Livia?", "Augustus"),
        ask("d", "Who was the very first Roman emperor?", "Augustus"),
    ]
    assert moves(old, new) == {"a": "d", "b": "c"}


def test_nothing_to_find_is_found_in_nothing() -> None:
    assert run([], []) == run([ask("a", "Q?", "A")], []) == run([], [ask("a", "Q?", "A")]) == Relinking()


DECKS = st.lists(
    st.tuples(
        st.text("abc ", min_size=1, max_size=12), st.sampled_from(["Augustus", "Tiberius", "2", True, False])
    ),
    max_size=8,
    unique_by=lambda each: each[0],
)


@given(old=DECKS, new=DECKS)
def test_no_question_is_moved_twice_or_to_a_taken_place(
    old: list[tuple[str, str | bool]], new: list[tuple[str, str | bool]]
) -> None:
    found = run(
        [ask(f"o{n}", *each) for n, each in enumerate(old)],
        [ask(f"n{n}", *each) for n, each in enumerate(new)],
    )
    olds, news = {a for a, _ in found.moves}, {b for _, b in found.moves}
    assert len(olds) == len(news) == len(found.moves)
    assert not olds & {each.old for each in found.ambiguous}
    assert not news & {name for each in found.ambiguous for name in each.candidates}


@given(deck=DECKS, data=st.data())
@settings(max_examples=50)
def test_the_order_of_the_questions_does_not_matter(
    deck: list[tuple[str, str | bool]], data: st.DataObject
) -> None:
    old = [ask(f"o{n}", *each) for n, each in enumerate(deck)]
    new = [ask(f"n{n}", f"{prompt} more", answer) for n, (prompt, answer) in enumerate(deck)]
    mixed = run(data.draw(st.permutations(old)), data.draw(st.permutations(new)))
    assert set(mixed.moves) == set(run(old, new).moves)


def test_thousands_of_questions_with_new_ids_are_all_found_again() -> None:
    words = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiouy" for c in ("ber", "dan", "gol", "lim")]
    prompts = [f"What does {words[n % 288]} mean in {words[n * 7 % 288]}, {n}?" for n in range(5000)]
    old = [ask(f"o{n}", prompt, n % 2 == 0) for n, prompt in enumerate(prompts)]
    new = [ask(f"n{n}", prompt, n % 2 == 0) for n, prompt in enumerate(prompts)]
    assert len(moves(old, new)) == 5000


def test_thousands_of_unlike_questions_take_no_longer() -> None:
    old = [ask(f"o{n}", f"Is {n * 7919} even?", n % 2 == 0) for n in range(5000)]
    new = [ask(f"n{n}", f"Would {n * 104729} divide by three?", n % 2 == 0) for n in range(5000)]
    assert moves(old, new) == {}
