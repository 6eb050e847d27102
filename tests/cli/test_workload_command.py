"""`quizapp workload`: legible at 80 columns without colour, the same each time, and readable by programs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from driving import Cli, Said

from quizapp.core.workload import KNOWN_MEANS, RETENTIONS


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    made = Cli(tmp_path, capsys, monkeypatch)
    made.deck()
    return made


def found(said: Said) -> dict[str, Any]:
    assert isinstance(said.json, dict)
    return said.json


def test_it_fits_80_columns_marks_the_own_retention_and_tells_what_it_assumes(cli: Cli) -> None:
    said = cli("workload", "--deck", "rome", "--days", "60")
    assert said.code == 0
    assert max(map(len, said.out.splitlines())) <= 80
    assert "\x1b" not in said.out
    [own] = [line for line in said.out.splitlines() if "yours" in line and "%" in line]
    assert own.startswith("90%")
    assert "least effort" in said.out
    assert "quizapp settings set deck_retention.rome 0.85" in said.out
    assert " ".join(KNOWN_MEANS.split()) in " ".join(said.out.split())


def test_the_same_question_has_the_same_answer(cli: Cli) -> None:
    first = cli("workload", "--deck", "rome", "--days", "60", "--json")
    assert cli("workload", "--deck", "rome", "--days", "60", "--json").out == first.out


def test_what_is_set_is_simulated(cli: Cli) -> None:
    shape = found(
        cli("--set", "retention=0.87", "--set", "new_per_day=7", "workload", "--days", "60", "--json")
    )
    assert (shape["own_retention"], shape["new_per_day"], shape["days"]) == (0.87, 7, 60)
    assert [each["retention"] for each in shape["retentions"]] == sorted([*RETENTIONS, 0.87])
    assert shape["own_parameters"] is False
    shape = found(cli("workload", "--new", "0", "--reviews", "5", "--days", "60", "--json"))
    assert (shape["new_per_day"], shape["reviews_per_day"]) == (0, 5)
    assert {each["known"] for each in shape["retentions"]} == {0}
    assert {each["minutes_per_known"] for each in shape["retentions"]} == {None}
    assert shape["least_effort"] is None


def test_a_deck_with_a_retention_of_its_own_is_marked_there(cli: Cli) -> None:
    shape = found(
        cli("--set", "deck_retention.rome=0.95", "workload", "--deck", "rome", "--days", "60", "--json")
    )
    assert (shape["own_retention"], shape["cards"]) == (0.95, 3)


def test_nothing_to_learn_is_told_in_words(cli: Cli) -> None:
    said = cli("workload", "--new", "0", "--days", "60")
    assert said.code == 0
    assert "know 0 of" in " ".join(said.out.split())


def test_an_unknown_deck_is_a_usage_error(cli: Cli) -> None:
    assert cli("workload", "--deck", "greece").code == 2
