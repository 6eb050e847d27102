"""How an editor is told to open a file at a line."""

from __future__ import annotations

import shlex
from pathlib import Path

GOTO = ("code", "codium", "cursor")
WAITING = ("subl", "zed")
COLON = ("hx", "helix")
PLAIN = ("notepad", "open", "ed")


def command(editor: str, path: Path, line: int) -> list[str]:
    """The words of the command; `editor` is what $VISUAL or $EDITOR says."""
    words = shlex.split(editor) or ["nano"]
    name = Path(words[0]).stem.casefold()
    if name in GOTO:
        return [*words, "--wait", "--goto", f"{path}:{line}"]
    if name in WAITING:
        return [*words, "--wait", f"{path}:{line}"]
    if name in COLON:
        return [*words, f"{path}:{line}"]
    return [*words, str(path)] if name in PLAIN else [*words, f"+{line}", str(path)]
