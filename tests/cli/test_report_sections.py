"""`quizapp report` with sections: for people within 80 columns, for programs with numbers as numbers."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import Cli

SECTIONS = ("retention", "calibration", "decks", "forecast", "weak")


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    made = Cli(tmp_path, capsys, monkeypatch)
    made.deck()
    made.study("Augustus\n\nTiber\n\nt\n\n")
    return made


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_fits_80_columns_and_ends_with_its_definitions(cli: Cli, section: str) -> None:
    said = cli("report", f"--{section}")
    assert said.code == 0
    assert max(len(line) for line in said.out.splitlines()) <= 80
    found = cli("report", f"--{section}", "--json").json
    assert isinstance(found, dict)
    assert " ".join(found[section]["definitions"][-1].split()) in " ".join(said.out.split())


@pytest.mark.parametrize("section", ["retention", "calibration", "decks"])
def test_a_section_keeps_to_a_narrow_terminal(
    cli: Cli, section: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    lines = cli("report", f"--{section}").out.splitlines()
    assert max(map(len, lines)) <= 50


def test_sections_come_together(cli: Cli) -> None:
    found = cli("report", "--json", *(f"--{section}" for section in SECTIONS)).json
    assert isinstance(found, dict)
    assert set(found) == {"learner", *SECTIONS}


def test_what_is_not_defined_is_null_and_a_dash(cli: Cli) -> None:
    found = cli("report", "--json", "--retention", "--calibration").json
    assert isinstance(found, dict)
    assert found["retention"]["periods"][0]["all"] == {
        "recalled": 0,
        "n": 0,
        "share": None,
        "low": None,
        "high": None,
    }
    assert found["calibration"]["log_loss"] is None
    assert "Log loss     -" in cli("report", "--calibration").out


def test_mastery_counts_every_card(cli: Cli) -> None:
    found = cli("report", "--json", "--decks").json
    assert isinstance(found, dict)
    rome = next(deck for deck in found["decks"]["decks"] if deck["id"] == "rome")
    assert (rome["cards"], rome["learning"]) == (3, 3)
    assert 0 < rome["mastery"] <= 1


def test_a_question_tells_its_history(cli: Cli) -> None:
    said = cli("report", "--card", "rome/river")
    assert "Which river did Caesar cross?" in said.out
    assert "Tiber" in said.out and "Again" in said.out
    found = cli("report", "--card", "rome/river", "--json").json
    assert isinstance(found, dict)
    [card] = found["card"]["cards"]
    assert card["answers"][0]["answer"] == {"type": "wrote", "text": "Tiber"}
    assert (card["answers"][0]["score"], card["answers"][0]["rating"]) == (0.0, 1)


def test_an_unknown_question_is_a_usage_error(cli: Cli) -> None:
    said = cli("report", "--card", "rome/nobody")
    assert said.code == 2
    assert "rome/nobody" in said.err


def test_a_deck_alone_says_what_it_goes_with(cli: Cli) -> None:
    said = cli("report", "--deck", "rome")
    assert said.code == 2
    assert "--retention" in said.err


def test_weak_cards_are_practised(cli: Cli) -> None:
    cli.study("Tiber\n\n", "--practice")
    cli.study("Nero\n\nTiber\n\nt\n\n", "--practice")
    cli.study("Nero\n\nTiber\n\nt\n\n", "--practice")
    said = cli("study", "--plain", "--weak", "--cards", "1", typed="Rubicon\n\n")
    assert said.code == 0
    assert "practice" in said.out.casefold()


def test_without_weak_spots_there_is_nothing_to_practise(cli: Cli) -> None:
    said = cli("study", "--plain", "--weak")
    assert said.code == 2
    assert "no weak spots" in said.err
