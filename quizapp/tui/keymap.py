"""The keys that the learner gave to actions, as Textual takes them."""

from __future__ import annotations

from collections.abc import Iterable


def keymap(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Name of an action -> its keys with commas between; an entry without any key is left out.

    `?`, `,` and the like may be written as they are when they stand alone.
    """
    found = {}
    for name, keys in pairs:
        named = [key.strip() for key in keys.split(",") if key.strip()]
        if keys.strip() == ",":
            named = ["comma"]
        if named:
            found[name] = ",".join(named)
    return found
