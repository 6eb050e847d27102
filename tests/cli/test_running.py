"""Commands as a person runs them: in a process of their own, in a pipe, in a terminal, interrupted."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest
from driving import ROME, Cli

HEAVY = ("textual", "sqlite_utils", "rich", "yaml", "tomlkit", "platformdirs", "regex", "rapidfuzz")
OURS = ("QUIZAPP_", "LC_", "LANG", "NO_COLOR", "FORCE_COLOR")


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    return Cli(tmp_path / "home", capsys, monkeypatch)


def environment(home: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    return {**kept, "QUIZAPP_HOME": str(home), "COLUMNS": "80", "LC_ALL": "C.UTF-8", "TERM": "xterm", **more}


def run(home: Path, *arguments: str, typed: bytes = b"", **more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "quizapp", *arguments],
        input=typed,
        capture_output=True,
        env=environment(home, **more),
        check=False,
    )


def imported(home: Path, *arguments: str) -> set[str]:
    """The packages that a command imports."""
    code = (
        "import sys; from quizapp.cli.run import run; run(sys.argv[1:]); "
        "print(*{name.split('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        env=environment(home),
        check=True,
    )
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["study", "--help"], ["due", "--help"]])
def test_help_imports_nothing_heavy(tmp_path: Path, arguments: list[str]) -> None:
    assert imported(tmp_path, *arguments).isdisjoint((*HEAVY, "sqlite3", "fsrs_rs_python"))


def test_due_imports_only_what_it_needs(tmp_path: Path) -> None:
    run(tmp_path, "due")
    assert imported(tmp_path, "due").isdisjoint(HEAVY)


def test_plain_study_imports_no_screen(tmp_path: Path) -> None:
    run(tmp_path, "due")
    assert imported(tmp_path, "study", "--plain").isdisjoint(("textual", "sqlite_utils"))


def test_version_is_printed(tmp_path: Path) -> None:
    from quizapp import __version__

    assert run(tmp_path, "--version").stdout.decode() == f"quizapp {__version__}\n"


def test_help_lists_every_command(tmp_path: Path) -> None:
    from quizapp.cli.lazy import COMMANDS

    text = run(tmp_path, "--help").stdout.decode()
    assert all(f"\n  {name} " in text for name in COMMANDS)


def test_without_a_terminal_the_app_says_what_to_do(tmp_path: Path) -> None:
    for arguments in ([], ["study"]):
        done = run(tmp_path, *arguments)
        assert done.returncode == 2
        assert b"study --plain" in done.stderr
        assert done.stdout == b""


def test_a_dumb_terminal_gets_the_same_advice(tmp_path: Path) -> None:
    child = pexpect.spawn(
        sys.executable, ["-m", "quizapp"], env=environment(tmp_path, TERM="dumb"), encoding="utf-8"
    )
    child.expect("study --plain")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["stdy"], "Did you mean `study`?"),
        (["due", "--jsn"], "--jsn"),
        (["study", "--plain", "--cards", "0"], "--cards"),
        (["check"], "PATHS"),
        (["due", "--set", "retention"], "--set name=value"),
        (["study", "--plain", "--deck", "winter-wr"], "Did you mean `winter-war`?"),
        (["study", "--plain", "no/such/deck.yaml"], "no such file"),
    ],
)
def test_wrong_usage_is_code_2_with_what_to_do(cli: Cli, arguments: list[str], said: str) -> None:
    done = cli(*arguments)
    assert done.code == 2
    assert said in done.err
    assert done.out == ""


def test_a_damaged_progress_file_is_code_3(cli: Cli) -> None:
    cli("due")
    (cli.home / "quizapp.db").write_bytes(b"this is no database at all, not even nearly" * 200)
    done = cli("due")
    assert done.code == 3
    assert "Traceback" not in done.err


def test_a_home_that_cannot_be_made_is_code_3(cli: Cli) -> None:
    cli.home.write_text("a file where the folder should be")
    done = cli("due")
    assert done.code == 3
    assert "QUIZAPP_HOME" in done.err


def test_a_fault_is_calm_and_leaves_a_log(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr("quizapp.cli.commands.paths.table", broken)
    done = cli("paths")
    (log,) = (cli.home / "logs").iterdir()
    assert done.code == 70
    assert str(log) in done.err
    assert "ZeroDivisionError" not in done.err
    assert "ZeroDivisionError: a fault" in log.read_text()


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "quizapp", "new", "-"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(tmp_path),
    )
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    with process.stderr as stderr:
        assert stderr.read() == b""
    assert process.wait() == 0


def test_studying_into_a_closed_pipe_keeps_the_session(tmp_path: Path) -> None:
    deck = tmp_path / "decks" / "rome.yaml"
    deck.parent.mkdir()
    deck.write_text(ROME)
    done = subprocess.run(
        [f"{sys.executable} -m quizapp study --plain --deck rome | head -n 3"],
        shell=True,
        input=b"Augustus\n\n" + b"\n" * 20000,
        capture_output=True,
        env=environment(tmp_path),
        check=False,
    )
    assert b"Traceback" not in done.stderr
    assert run(tmp_path, "doctor").returncode == 0


def test_interrupting_is_code_130_and_the_session_can_be_resumed(tmp_path: Path) -> None:
    deck = tmp_path / "decks" / "rome.yaml"
    deck.parent.mkdir()
    deck.write_text(ROME)
    child = pexpect.spawn(
        sys.executable,
        ["-m", "quizapp", "study", "--plain", "--deck", "rome"],
        env=environment(tmp_path),
        encoding="utf-8",
        timeout=20,
    )
    child.expect("first Roman emperor")
    child.expect("> ")
    child.sendline("Augustus")
    child.expect("Right.")
    child.expect("> ")
    child.sendintr()
    child.expect("can be resumed")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    resumed = run(tmp_path, "study", "--plain").stdout.decode()
    assert "Rubicon" not in resumed and "Which river" in resumed


def test_keys_typed_before_the_question_never_answer_it(tmp_path: Path) -> None:
    deck = tmp_path / "decks" / "rome.yaml"
    deck.parent.mkdir()
    deck.write_text(ROME)
    child = pexpect.spawn(
        sys.executable,
        ["-m", "quizapp", "study", "--plain", "--deck", "rome"],
        env=environment(tmp_path),
        encoding="utf-8",
        timeout=20,
    )
    child.sendline("too early")
    child.sendline("far too early")
    child.expect("first Roman emperor")
    child.expect("\n> ")
    child.sendline("Augustus")
    child.expect("Right.")
    child.sendline(":q")
    child.expect(pexpect.EOF)
    child.close()


@pytest.mark.parametrize("arguments", [[], ["study", "--deck", "winter-war"]])
def test_in_a_terminal_the_app_opens_and_can_be_left(tmp_path: Path, arguments: list[str]) -> None:
    child = pexpect.spawn(
        sys.executable,
        ["-m", "quizapp", *arguments],
        env=environment(tmp_path, TERM="xterm-256color"),
        encoding="utf-8",
        timeout=30,
        dimensions=(24, 80),
    )
    child.expect("Winter War")
    child.send("\x11")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert not (tmp_path / "logs").exists()


@pytest.mark.parametrize("more", [{"NO_COLOR": "1"}, {"FORCE_COLOR": "1"}])
def test_output_has_no_colour(tmp_path: Path, more: dict[str, str]) -> None:
    for arguments in (["--help"], ["report"], ["settings"], ["study", "--plain"]):
        assert b"\x1b" not in run(tmp_path, *arguments, typed=b"", **more).stdout


def test_a_terminal_without_unicode_gets_all_characters_somehow(tmp_path: Path) -> None:
    deck = tmp_path / "decks" / "rome.yaml"
    deck.parent.mkdir()
    deck.write_text("deck: Rivers\nid: rome\nquestions:\n  - {q: Où coule le Rhône?, accept: [Gaule]}\n")
    plain = ("study", "--plain", "--deck", "rome")
    done = run(tmp_path, *plain, typed="Rhône\n".encode(), PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.returncode == 0
    assert b"O\\xf9 coule le Rh\\xf4ne?" in done.stdout
    assert run(tmp_path, "decks", "--json", PYTHONIOENCODING="ascii").returncode == 0


def test_control_characters_of_a_deck_never_reach_the_terminal(tmp_path: Path) -> None:
    deck = tmp_path / "decks" / "evil.yaml"
    deck.parent.mkdir()
    deck.write_text('deck: "a\\e]0;owned\\a b"\nid: evil\nquestions:\n  - {q: "x\\e[2Jy", a: "z\\e[31m"}\n')
    for arguments in (["study", "--plain", "--deck", "evil"], ["decks"], ["preview", str(deck)]):
        done = run(tmp_path, *arguments, typed=b"\n3\n")
        assert b"\x1b" not in done.stdout + done.stderr
        assert done.returncode in (0, 2)
