"""Ctrl-C during long work ends it at once, with all of its processes, and without a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent to a process group")
def test_ctrl_c_ends_a_simulation_and_leaves_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "quizapp", "workload", "--days", "3650"]
    running = subprocess.Popen(
        command,
        env={**os.environ, "QUIZAPP_HOME": str(tmp_path / "home")},
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert running.stderr is not None
    said = ""
    while "Simulating" not in said:
        said += running.stderr.readline()
    os.killpg(running.pid, signal.SIGINT)
    # The end of stderr comes when the last process that holds it is gone.
    out, err = running.communicate(timeout=20)
    assert (running.returncode, out) == (130, "")
    assert err.strip() == "Interrupted."
