"""The house keeps its rules: floors, types, style."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CHECKS = {
    "ruff": [sys.executable, "-m", "ruff", "check", "quizapp", "tests", "benchmarks", "tools"],
    "mypy": [sys.executable, "-m", "mypy"],
    "import-linter": [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
}


@pytest.mark.parametrize("name", CHECKS)
def test_check_passes(name: str) -> None:
    done = subprocess.run(CHECKS[name], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_ci_runs_the_readme_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    section = readme.split("## Install the test tools")[1]
    command = section.split("```sh\n")[1].split("\n```")[0]
    done = subprocess.run(
        ["sed", "-n", "/^## Install the test tools/,/^## /{/^```sh/,/^```$/{/^```/!p;};}", "README.md"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == command


@pytest.mark.parametrize("path", sorted((ROOT / "quizapp").rglob("*.py")), ids=lambda p: p.name)
def test_file_is_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
