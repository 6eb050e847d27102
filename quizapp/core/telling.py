"""How far long work is, told to whoever asked for it."""

from __future__ import annotations

from collections.abc import Callable

Tell = Callable[[int, int], None]
"""Called with how many steps are done, and of how many."""


def nobody(done: int, of: int) -> None:
    """The listener for whom nobody waits."""
