"""The wheel, built and installed, is the whole program: code, styles, starter decks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the freshly built wheel was installed, without what it depends on."""
    made, place = tmp_path_factory.mktemp("wheel"), tmp_path_factory.mktemp("installed")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(made), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = made.glob("*.whl")
    install = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--target", str(place)]
    subprocess.run([*install, str(wheel)], check=True, capture_output=True)
    return place


def run(installed: Path, home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(installed), "QUIZAPP_HOME": str(home / "quizapp")}
    command = [sys.executable, "-m", "quizapp", *words]
    return subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=False)


def test_the_wheel_carries_the_starter_decks(installed: Path) -> None:
    carried = {path.name for path in (installed / "quizapp" / "starter").iterdir()}
    assert carried == {path.name for path in (ROOT / "decks").iterdir()}


def test_the_wheel_carries_every_file_of_the_package(installed: Path) -> None:
    own = {
        path.relative_to(ROOT / "quizapp")
        for path in (ROOT / "quizapp").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    carried = {path.relative_to(installed / "quizapp") for path in (installed / "quizapp").rglob("*")}
    assert own <= carried


def test_the_installed_program_has_cards_to_study(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "due", "--json")
    assert done.returncode == 0, done.stderr
    assert '"new": 20' in done.stdout


def test_the_installed_program_runs_from_its_own_folder(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "decks")
    assert str(installed) in done.stdout


def test_the_installed_program_simulates_in_a_process_of_its_own(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "workload", "--days", "30", "--json")
    assert done.returncode == 0, done.stderr
    assert '"own_retention": 0.9' in done.stdout
