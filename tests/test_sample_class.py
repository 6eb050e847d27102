"""The simulated class of pictures and docs: the same each time, readable, and labelled as simulated."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.formats.handin import decode

SCRIPT = Path(__file__).parent.parent / "tools" / "sample_class.py"


def made(folder: Path) -> dict[str, str]:
    command = [sys.executable, str(SCRIPT), str(folder), "--learners", "3", "--questions", "4"]
    subprocess.run(command, check=True, capture_output=True)
    return {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(folder.rglob("*.*"))
    }


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return made(tmp_path_factory.mktemp("sample"))


def test_a_sample_class_is_the_same_each_time(files: dict[str, str], tmp_path: Path) -> None:
    assert made(tmp_path) == files


def test_its_files_are_read_without_a_finding(files: dict[str, str]) -> None:
    results = {name: text for name, text in files.items() if name.endswith(".json")}
    assert len(results) == 3
    assert [decode(text, name).findings for name, text in results.items()] == [()] * 3


def test_it_says_everywhere_that_it_is_simulated(files: dict[str, str]) -> None:
    names = [line.split(",")[0] for line in files["roster.csv"].splitlines()[1:]]
    assert all(name.endswith(" Sample") for name in names)
    assert all("Simulated exam" in text for name, text in files.items() if name.endswith(".json"))
