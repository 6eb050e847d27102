"""`quizapp derive --model` on the command line."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from driving import ROME, Cli
from lighthouse import SOUND, TEXT
from llm.plugins import pm
from scripted import Plugin, Scripted, knows, listed

GOOD = (SOUND[1], SOUND[7])


@pytest.fixture
def model() -> Scripted:
    return Scripted([listed(*GOOD)], knows(*GOOD))


@pytest.fixture(autouse=True)
def plugged(model: Scripted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path / "llm"))
    plugin = Plugin(model)
    pm.register(plugin)
    yield
    pm.unregister(plugin)


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    return Cli(tmp_path / "home", capsys, monkeypatch)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "eddystone.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def asked(json: object) -> list[str]:
    """The prompts of the model's questions in what --json printed."""
    assert isinstance(json, dict)
    return [draft["question"] for draft in json["drafts"] if draft["technique"] == "language model"]


def test_its_questions_are_printed_and_progress_and_cost_go_to_stderr(cli: Cli, article: Path) -> None:
    said = cli("derive", article, "--model", "scripted", "--json")
    assert said.code == 0
    assert asked(said.json) == [card.prompt for card in GOOD]
    assert "Part 1 of 1" in said.err
    assert "2 of 2 suggested questions kept; 3 calls, 300 tokens in, 30 out." in said.err


def test_the_statistics_count_what_was_turned_away(cli: Cli, article: Path, model: Scripted) -> None:
    model.cards = [listed(GOOD[0], GOOD[0])]
    said = cli("derive", article, "--model", "scripted", "--stats")
    assert "turned away: model: asked already" in said.out


def test_without_the_option_no_model_is_asked(cli: Cli, article: Path, model: Scripted) -> None:
    said = cli("derive", article, "--json")
    assert asked(said.json) == []
    assert model.heard == []


@pytest.mark.parametrize("accept", ["best", "good", "all"])
def test_accepting_unread_is_refused_before_any_call(
    cli: Cli, article: Path, model: Scripted, accept: str
) -> None:
    said = cli("derive", article, "--model", "scripted", "--accept", accept)
    assert said.code == 2
    assert "always looked through" in said.err
    assert model.heard == []


def test_without_a_terminal_nothing_is_asked_for_a_deck(
    cli: Cli, article: Path, model: Scripted, tmp_path: Path
) -> None:
    said = cli("derive", article, "--model", "scripted", "-o", tmp_path / "deck.yaml")
    assert said.code == 2
    assert "no terminal" in said.err
    assert model.heard == []
    assert not (tmp_path / "deck.yaml").exists()


def test_a_second_run_pays_for_nothing(cli: Cli, article: Path, model: Scripted) -> None:
    first = cli("derive", article, "--model", "scripted", "--json")
    calls = len(model.heard)
    second = cli("derive", article, "--model", "scripted", "--json")
    assert len(model.heard) == calls
    assert asked(second.json) == asked(first.json)
    assert "2 questions on this text before" in second.err


def test_asking_anew_asks(cli: Cli, article: Path, model: Scripted) -> None:
    cli("derive", article, "--model", "scripted", "--json")
    calls = len(model.heard)
    cli("derive", article, "--model", "scripted", "--json", "--anew")
    assert len(model.heard) == 2 * calls


def test_an_article_that_changed_is_asked_about_again(cli: Cli, article: Path, model: Scripted) -> None:
    cli("derive", article, "--model", "scripted", "--json")
    calls = len(model.heard)
    article.write_text(TEXT.replace("Four lighthouses", "Some lighthouses"), encoding="utf-8")
    cli("derive", article, "--model", "scripted", "--json")
    assert len(model.heard) == 2 * calls


@pytest.mark.parametrize("damage", ["", "{}", '{"format": 1, "drafts": [{"question": 1}]}', "[]", "null"])
def test_a_damaged_file_of_suggestions_is_as_good_as_none(
    cli: Cli, article: Path, model: Scripted, tmp_path: Path, damage: str
) -> None:
    cli("derive", article, "--model", "scripted", "--json")
    calls = len(model.heard)
    (kept,) = (tmp_path / "home").rglob("suggested/*.json")
    kept.write_text(damage, encoding="utf-8")
    assert asked(cli("derive", article, "--model", "scripted", "--json").json) == [
        card.prompt for card in GOOD
    ]
    assert len(model.heard) == 2 * calls


def test_an_unknown_model_is_a_usage_error(cli: Cli, article: Path) -> None:
    said = cli("derive", article, "--model", "nobody", "--json")
    assert said.code == 2
    assert "There is no language model named nobody." in said.err
    assert said.out == ""


def test_without_the_library_the_rest_of_derive_works(
    cli: Cli, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "llm", None)
    said = cli("derive", article, "--model", "scripted", "--json")
    assert said.code == 2
    assert "pip install 'quizapp[llm]'" in said.err
    assert cli("derive", article, "--json").code == 0


def test_the_model_sees_the_article_and_nothing_of_a_learner(
    cli: Cli, article: Path, model: Scripted, tmp_path: Path
) -> None:
    deck = tmp_path / "rome.yaml"
    deck.write_text(ROME, encoding="utf-8")
    for words in (("learners", "add", "Philippa"), ("add", deck)):
        assert cli(*words).code == 0
    assert cli("--learner", "Philippa", "derive", article, "--model", "scripted", "--json").code == 0
    heard = "\n".join(model.heard)
    assert "Winstanley" in heard
    for secret in ("Philippa", "Rubicon", "Augustus", str(tmp_path)):
        assert secret not in heard
