"""Questions of a language model, from a scripted one that is good, careless, lying, silent or broken."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import llm
import pytest
from lighthouse import DOUGLASS, LIME, OAK, SOUND, TEXT, WORN, short
from llm.plugins import pm
from scripted import Plugin, Script, Scripted, knows, listed

from quizapp.articles.drafts import Band, Draft, Technique
from quizapp.articles.models.asking import ANSWER_SCHEMA, CARDS_SCHEMA, Suggestion
from quizapp.core.question import Choice, Cloze, Date, Flashcard, Typed
from quizapp.errors import UsageError
from quizapp.formats.native import read_deck
from quizapp.services.deriving import (
    ACCEPT,
    Derived,
    chosen,
    deck_text,
    derive_article,
    derive_deck,
    right_answer,
)
from quizapp.services.modelling import open_model
from quizapp.services.suggesting import MOST_PASSAGES, with_model

PATIENT, BRIEF = 30.0, 0.05


@pytest.fixture(autouse=True)
def no_settings_of_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path / "llm"))


@pytest.fixture
def plugged() -> Iterator[list[Plugin]]:
    """Plugins that a test registered; they go when it ends, and their silent models end their calls."""
    plugins: list[Plugin] = []
    yield plugins
    for plugin in plugins:
        for model in plugin.models:
            if isinstance(model, Scripted):
                model.released.set()
        pm.unregister(plugin)


class Bench:
    """One article, one scripted model, and what came of asking it."""

    def __init__(self, plugged: list[Plugin]) -> None:
        self._plugged = plugged
        self.told: list[str] = []
        self.plain = derive_article(TEXT.encode(), "eddystone.md")

    def ask(self, model: Scripted, text: str = TEXT, timeout: float = PATIENT) -> Derived:
        plugin = Plugin(model)
        pm.register(plugin)
        self._plugged.append(plugin)
        derived = derive_article(text.encode(), "eddystone.md")
        return with_model(derived, open_model("scripted", timeout), self.told.append)

    def kept(self, *cards: Suggestion, answers: Script | None = None) -> list[Draft]:
        """What is kept of these cards."""
        return of_model(self.ask(Scripted([listed(*cards)], answers or knows(*SOUND, *cards))))

    @property
    def said(self) -> str:
        return "\n".join(self.told)


@pytest.fixture
def bench(plugged: list[Plugin]) -> Bench:
    return Bench(plugged)


def of_model(derived: Derived) -> list[Draft]:
    return [draft for draft in derived.derivation.drafts if draft.technique is Technique.MODEL]


# Words that the rules of the article make no question of, so that nothing is a repeat.
GOOD = (SOUND[1], SOUND[7])


def test_good_cards_are_kept_in_the_order_of_the_article(bench: Bench) -> None:
    assert [draft.question.prompt for draft in bench.kept(*reversed(GOOD))] == [card.prompt for card in GOOD]


def test_what_is_kept_says_where_it_comes_from_and_is_never_among_the_best(bench: Bench) -> None:
    for draft in bench.kept(*GOOD):
        assert draft.question.origin == "llm scripted-1"
        assert draft.band is Band.GOOD
        assert draft.question.ref is not None
        assert draft.question.ref.quote in bench.plain.article.text
        assert draft.question.ref.quote == bench.plain.article.cut(draft.evidence[0])


def test_the_questions_of_the_rules_stay_as_they_are(bench: Bench) -> None:
    derived = bench.ask(Scripted([listed(*SOUND)], knows(*SOUND)))
    by_rules = [d for d in derived.derivation.drafts if d.technique is not Technique.MODEL]
    assert by_rules == list(bench.plain.derivation.drafts)


@pytest.mark.parametrize("accept", ACCEPT)
def test_no_confidence_accepts_them_unread(bench: Bench, accept: str) -> None:
    derived = bench.ask(Scripted([listed(*GOOD)], knows(*GOOD)))
    assert of_model(derived)
    assert chosen(derived, accept) == chosen(bench.plain, accept)


def test_a_deck_with_them_is_written_with_their_origin(bench: Bench) -> None:
    derived = bench.ask(Scripted([listed(*GOOD)], knows(*GOOD)))
    drafts = tuple(of_model(derived))
    deck = read_deck(deck_text(derive_deck(derived, drafts)).encode(), "eddystone.yaml").deck
    assert deck is not None
    assert [question.origin for question in deck.questions] == ["llm scripted-1"] * len(GOOD)


@pytest.mark.parametrize(
    ("card", "form"),
    [
        (short("What swept the first Eddystone tower away?", "the Great Storm", SOUND[1].quote), Typed),
        (short("In what year was James Douglass's tower finished?", "1882", DOUGLASS), Date),
        (SOUND[7], Flashcard),
        (
            short("James Douglass built the ____ tower, which still stands.", "fourth", DOUGLASS),
            Cloze,
        ),
        (SOUND[3], Choice),
    ],
)
def test_the_form_follows_the_answer(bench: Bench, card: Suggestion, form: type) -> None:
    plain = replace(bench.plain.derivation, drafts=())
    model = Scripted([listed(card)], knows(card))
    pm.register(plugin := Plugin(model))
    try:
        derived = replace(bench.plain, derivation=plain)
        found = of_model(with_model(derived, open_model("scripted", PATIENT), bench.told.append))
    finally:
        pm.unregister(plugin)
    assert [type(draft.question) for draft in found] == [form], bench.said


ALTERED = replace(GOOD[0], quote=GOOD[0].quote.replace("1703", "1730"))
INVENTED = replace(GOOD[0], quote="Winstanley had sworn that no storm on earth could ever hurt his tower.")
BAD = {
    "an altered quote": (ALTERED, "quote not in the article"),
    "an invented fact": (INVENTED, "quote not in the article"),
    "an answer from elsewhere": (replace(GOOD[0], answer="oak planks"), "answer not in the quote"),
    "a yes or no question": (
        short("Did James Douglass build a tower?", "fourth tower", DOUGLASS),
        "yes or no",
    ),
    "its own answer": (
        short("Which Great Storm of 1703 was it?", "Great Storm of 1703", GOOD[0].quote),
        "leak",
    ),
    "talk of the text": (
        short(
            "According to the text, what makes a mortar that hardens?", "limestone which contains clay", LIME
        ),
        "speaks of the text",
    ),
    "words that need the article": (
        short("What did he cover with oak planks?", "a core of granite", OAK),
        "pronoun",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_card_is_turned_away_and_the_reason_counted(bench: Bench, name: str) -> None:
    card, why = BAD[name]
    model = Scripted([listed(card, GOOD[1])], knows(card, GOOD[1]))
    derived = bench.ask(model)
    assert [draft.question.prompt for draft in of_model(derived)] == [GOOD[1].prompt]
    assert derived.derivation.turned_away[f"model: {why}"] == 1
    assert f"1 {why}" in bench.said


def test_a_wrong_answer_within_a_true_quote_is_found_out_by_asking_again(bench: Bench) -> None:
    wrong = replace(GOOD[1], answer="because the tower was weak")
    assert bench.kept(wrong, answers=knows(GOOD[1])) == []
    assert "1 another answer from the quote alone" in bench.said


def test_a_question_that_the_quote_does_not_answer_is_turned_away(bench: Bench) -> None:
    assert bench.kept(*GOOD, answers=lambda prompt: '{"answer": ""}') == []


def test_the_second_call_sees_the_quote_and_the_question_and_no_more(bench: Bench) -> None:
    model = Scripted([listed(GOOD[1])], knows(GOOD[1]))
    bench.ask(model)
    assert model.heard[-1].endswith(f"Text: {WORN}\n\nQuestion: {GOOD[1].prompt}")
    assert GOOD[1].answer not in model.heard[-1].replace(WORN, "")


def test_the_calls_are_bound_to_schemas(bench: Bench) -> None:
    model = Scripted([listed(GOOD[1])], knows(GOOD[1]))
    bench.ask(model)
    assert model.schemas == [CARDS_SCHEMA, ANSWER_SCHEMA]


def test_a_model_that_cannot_be_bound_reads_the_schema(bench: Bench) -> None:
    model = Scripted([listed(GOOD[1])], knows(GOOD[1]), binds=False)
    assert of_model(bench.ask(model))
    assert model.schemas == [None, None]
    assert json.dumps(CARDS_SCHEMA) in model.heard[0]


def test_a_question_of_the_rules_wins_over_the_same_of_a_model(bench: Bench) -> None:
    rule = bench.plain.derivation.drafts[0].question
    assert rule.ref is not None
    same = short(rule.prompt, right_answer(rule), rule.ref.quote)
    assert [draft.question.prompt for draft in bench.kept(same, GOOD[1])] == [GOOD[1].prompt]
    assert "1 asked already" in bench.said


def test_a_model_is_not_let_ask_twice(bench: Bench) -> None:
    assert len(bench.kept(GOOD[1], GOOD[1])) == 1
    assert "1 asked already" in bench.said


def test_more_than_was_asked_for_is_cut(bench: Bench) -> None:
    bench.kept(*[replace(GOOD[0], quote=f"{GOOD[0].quote} {n}") for n in range(9)])
    assert "more than asked for" in bench.said


def test_broken_json_is_asked_for_once_more(bench: Bench) -> None:
    model = Scripted(['{"cards": [{"kind": "sho', listed(GOOD[1])], knows(GOOD[1]))
    assert len(of_model(bench.ask(model))) == 1
    assert "JSON is broken" in model.heard[1]


def test_json_that_stays_broken_is_said_and_the_rest_goes_on(bench: Bench) -> None:
    derived = bench.ask(Scripted(['{"cards": [{"kind": "sho'], knows()))
    assert derived.derivation.drafts == bench.plain.derivation.drafts
    assert "could not be used, twice: its JSON is broken" in bench.said
    assert "2 calls" in bench.said


def test_a_refusal_is_said_in_the_words_of_the_model(bench: Bench) -> None:
    derived = bench.ask(Scripted(["I am sorry, but I cannot help with that."], knows()))
    assert derived.derivation.drafts == bench.plain.derivation.drafts
    assert "I am sorry, but I cannot help with that." in bench.said


def test_a_card_out_of_form_costs_one_retry_and_not_the_others(bench: Bench) -> None:
    cards = json.loads(listed(*GOOD))
    cards["cards"][0]["kind"] = "essay"
    model = Scripted([json.dumps(cards)], knows(*GOOD))
    assert [draft.question.prompt for draft in of_model(bench.ask(model))] == [GOOD[1].prompt]
    assert "did not fit the schema" in model.heard[1]
    assert "1 not in the form asked for" in bench.said


def test_an_empty_list_is_no_trouble(bench: Bench) -> None:
    derived = bench.ask(Scripted(['{"cards": []}'], knows()))
    assert derived.derivation.drafts == bench.plain.derivation.drafts
    assert "no question suggested" in bench.said
    assert "1 call," in bench.said


def test_an_error_of_the_model_is_said_and_the_rest_goes_on(bench: Bench) -> None:
    derived = bench.ask(Scripted([llm.ModelError("the quota\nis used up.")], knows()))
    assert derived.derivation.drafts == bench.plain.derivation.drafts
    assert "scripted-1 failed: the quota is used up.\n" in bench.said


def test_a_call_without_an_answer_in_time_is_given_up(bench: Bench) -> None:
    derived = bench.ask(Scripted([None], knows()), timeout=BRIEF)
    assert derived.derivation.drafts == bench.plain.derivation.drafts
    assert "no answer within 0.05 seconds" in bench.said


def test_a_card_that_could_not_be_confirmed_is_not_kept(bench: Bench) -> None:
    answers = knows(*GOOD)

    def fails(prompt: str) -> str | Exception | None:
        return llm.ModelError("overloaded") if GOOD[0].prompt in prompt else answers(prompt)

    assert [draft.question.prompt for draft in bench.kept(*GOOD, answers=fails)] == [GOOD[1].prompt]
    assert "1 not confirmed" in bench.said


def long_article(parts: int) -> str:
    """An article of so many passages."""
    line = "The keeper lit the lamp of the tower every single evening before the sun went down. "
    return "# Lamps\n\n" + "\n\n".join(f"## Part {n}\n\n{line * 28}" for n in range(1, parts + 1))


def test_a_model_that_fails_twice_in_a_row_is_asked_no_more(bench: Bench) -> None:
    model = Scripted([ConnectionError("no network")], knows())
    bench.ask(model, long_article(3))
    assert len(model.heard) == 2
    assert "is asked no more" in bench.said


def test_a_failure_between_good_answers_stops_nothing(bench: Bench) -> None:
    bad = ConnectionError("lost")
    model = Scripted([bad, '{"cards": []}', bad, '{"cards": []}'], knows())
    bench.ask(model, long_article(4))
    assert len(model.heard) == 4


def test_a_whole_book_is_not_asked_about(bench: Bench) -> None:
    model = Scripted(['{"cards": []}'], knows())
    bench.ask(model, long_article(MOST_PASSAGES + 2))
    assert len(model.heard) == MOST_PASSAGES
    assert f"The article has {MOST_PASSAGES + 2} parts" in bench.said


def test_calls_and_tokens_are_told(bench: Bench) -> None:
    bench.kept(*GOOD)
    assert bench.told[0].startswith("Asking scripted-1 about 1 part of the article")
    assert "2 of 2 suggested questions kept; 3 calls, 300 tokens in, 30 out." in bench.told[-1]


def test_tokens_that_are_not_told_are_not_made_up(bench: Bench) -> None:
    bench.ask(Scripted(['{"cards": []}'], knows(), tokens=None))
    assert "1 call, the model does not tell its tokens." in bench.told[-1]


def test_an_unknown_model_is_named_with_its_neighbours(plugged: list[Plugin]) -> None:
    plugged.append(plugin := Plugin(Scripted([""], knows())))
    pm.register(plugin)
    with pytest.raises(UsageError, match="no language model named scriptd") as caught:
        open_model("scriptd", PATIENT)
    assert "scripted" in caught.value.fix
    assert "llm models" in caught.value.fix


def test_without_the_library_the_message_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "llm", None)
    with pytest.raises(UsageError, match="not installed") as caught:
        open_model("scripted", PATIENT)
    assert "pip install 'quizapp[llm]'" in caught.value.fix


def test_a_model_without_its_key_is_not_asked(plugged: list[Plugin]) -> None:
    model = Scripted([""], knows())
    model.needs_key = "scripted-key"
    plugged.append(plugin := Plugin(model))
    pm.register(plugin)
    with pytest.raises(UsageError, match="llm keys set scripted-key"):
        open_model("scripted", PATIENT)
