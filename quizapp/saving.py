"""Files are never left half-written: write beside, then replace."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from quizapp.errors import DeckError


def save(path: Path, data: bytes) -> None:
    """Put `data` in place of what the file holds, at one stroke; folders are made, permissions are kept.

    A link stays a link. OSError when it cannot be done; the file is then as it was.
    """
    _replace(Path(os.path.realpath(path)), data)


def save_over(path: Path, before: bytes | None, data: bytes) -> None:
    """As `save`, unless the file no longer holds `before` (None: is not there): DeckError."""
    real = Path(os.path.realpath(path))
    _replace(real, data, lambda: _check_unchanged(path, real, before))


def _check_unchanged(path: Path, real: Path, before: bytes | None) -> None:
    if (real.read_bytes() if real.exists() else None) != before:
        raise DeckError(f"{path} was changed by another program just now.", "Try again.")


def _replace(real: Path, data: bytes, check: Callable[[], None] = lambda: None) -> None:
    real.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{real.name}.", suffix=".new", dir=real.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(real.stat().st_mode & 0o7777 if real.exists() else 0o666 & ~_umask())
        check()
        beside.replace(real)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
