"""`quizapp fit`: shown before it is done, done only on yes, taken back, and readable by programs."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from driving import Cli, Said
from simulated_learner import MadeUp, template_in

from quizapp.core.calibration import LOG_LOSS_MEANS
from quizapp.core.fitting import Outcome, trial
from quizapp.services.fitting import _Found


@pytest.fixture(scope="module")
def studied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = template_in(tmp_path_factory.mktemp("studied"), 1500)
    return (home / "progress.db").rename(home / "quizapp.db").parent


@pytest.fixture(scope="module")
def little(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = template_in(tmp_path_factory.mktemp("little"), 60, MadeUp(cards=8))
    return (home / "progress.db").rename(home / "quizapp.db").parent


@pytest.fixture
def cli(
    studied: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Cli:
    shutil.copytree(studied, tmp_path, dirs_exist_ok=True)
    return Cli(tmp_path, capsys, monkeypatch)


@pytest.fixture
def small(
    little: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Cli:
    shutil.copytree(little, tmp_path, dirs_exist_ok=True)
    return Cli(tmp_path, capsys, monkeypatch)


def found(said: Said) -> dict[str, Any]:
    assert isinstance(said.json, dict)
    return said.json


class Terminal(io.StringIO):
    """Somebody who types at a terminal."""

    def isatty(self) -> bool:
        return True


def at_terminal(cli: Cli, monkeypatch: pytest.MonkeyPatch, typed: str, *arguments: str) -> Said:
    monkeypatch.setattr(io, "StringIO", Terminal)
    return cli(*arguments, typed=typed)


def test_it_fits_80_columns_and_ends_with_its_definitions(cli: Cli) -> None:
    said = cli("fit")
    assert said.code == 0
    assert max(map(len, said.out.splitlines())) <= 80
    assert "Your forgetting is predicted better: log loss falls by" in " ".join(said.out.split())
    assert "60 first answers to a card" in said.out
    assert " ".join(LOG_LOSS_MEANS.split()) in " ".join(said.out.split())


def test_where_nobody_can_be_asked_nothing_is_changed(cli: Cli) -> None:
    said = cli("fit", typed="y\n")
    assert "Nothing was changed. To use a fit in a script: --yes" in said.err
    assert found(cli("fit", "--json"))["last_fit"] is None


@pytest.mark.parametrize(("typed", "done"), [("y\n", True), ("\n", False), ("n\n", False), ("", False)])
def test_at_a_terminal_it_is_done_on_yes_only(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, typed: str, done: bool
) -> None:
    said = at_terminal(cli, monkeypatch, typed, "fit")
    assert "Use the fitted parameters from now on? [y/N]" in said.err
    assert ("scheduled by your own parameters from now on" in said.err) == done
    assert (found(cli("fit", "--json"))["last_fit"] is not None) == done


def test_yes_uses_it_and_undo_takes_it_back(cli: Cli) -> None:
    before = found(cli("due", "--json"))
    used = found(cli("fit", "--yes", "--json"))
    assert used["applied"] is True and used["verdict"] == "better"
    after = found(cli("due", "--json"))
    assert after["due"] >= before["due"]
    again = found(cli("fit", "--yes", "--json"))
    assert (again["verdict"], again["applied"], again["since_last_fit"]) == ("too-few-new", False, 0)
    assert again["parameters"]["before"] == used["parameters"]["fitted"]
    assert found(cli("fit", "--undo", "--json"))["taken_back"] is False
    assert found(cli("fit", "--undo", "--yes", "--json"))["taken_back"] is True
    assert found(cli("due", "--json")) == before
    assert cli("doctor").code == 0


def test_json_has_the_figures_as_numbers(cli: Cli) -> None:
    shape = found(cli("fit", "--json"))
    held_back = shape["held_back"]
    assert shape["recommended"] is True and shape["applied"] is False
    gain = held_back["before"]["log_loss"] - held_back["fitted"]["log_loss"]
    # The table's figures count predictions to a hundredth of a percent.
    assert held_back["gain"] == pytest.approx(gain, abs=2e-4)
    assert held_back["gain_low"] < held_back["gain"] < held_back["gain_high"]
    assert len(shape["parameters"]["fitted"]) == 21
    change = shape["change"]
    assert change["earlier"] + change["later"] + change["same"] == change["cards"] > 0
    assert set(change["before"]) == {"due_today", "due_in_30_days"}


def test_too_little_says_how_much_is_needed(small: Cli) -> None:
    said = small("fit", "--yes")
    assert said.code == 0
    assert "400 counted answers are needed" in said.out
    assert found(small("fit", "--yes", "--json"))["applied"] is False


def test_a_fit_that_is_no_better_is_not_used_by_a_script(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.core.fitting.Trial.better", property(lambda self: False))
    said = cli("fit", "--yes")
    assert "Recommended: keep the parameters in force" in " ".join(said.out.split())
    assert "uses only a fit that is recommended" in said.err
    assert found(cli("fit", "--json"))["last_fit"] is None


def test_without_a_fit_undo_is_a_usage_error(small: Cli) -> None:
    said = small("fit", "--undo")
    assert said.code == 2
    assert "There is no fit to take back" in said.err


def test_other_learners_are_not_touched(cli: Cli) -> None:
    cli("learners", "add", "Ben")
    assert found(cli("--learner", "Ann", "fit", "--yes", "--json"))["applied"] is True
    ben = found(cli("--learner", "Ben", "fit", "--json"))
    assert (ben["counted"], ben["last_fit"]) == (0, None)
    assert ben["parameters"]["before"] == ben["parameters"]["defaults"]


def test_answers_too_uneven_to_fit_to_are_told_of(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.services.fitting._work", teaching_nothing)
    said = cli("fit", "--yes")
    assert said.code == 0
    assert "too uneven to fit to" in said.out
    shape = found(cli("fit", "--yes", "--json"))
    assert (shape["verdict"], shape["held_back"], shape["applied"]) == ("nothing-learnt", None, False)


def teaching_nothing(job: object) -> Iterator[_Found]:
    """What the process apart finds when FSRS has nothing to begin from."""
    yield _Found(None, trial([Outcome(0.9, 0.9, 0.9, True)]))
