"""Help: every key of the screen below, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen

from quizapp.tui.widgets.literal import Literal

HIDDEN = frozenset({"ctrl+c", "super+c"})


class KeysScreen(ModalScreen[None]):
    """Lists keys; any of Escape, Enter, q and ? closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q,question_mark,f1", "dismiss(None)", "Close", id="keys.close"),
    ]

    def __init__(self, title: str, keys: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self._title = title
        self._keys = tuple(keys)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog tall"):
            yield Literal(self._title, classes="title")
            with VerticalScroll():
                yield Literal(Content("\n").join(self._lines()))
            yield Literal("Escape closes · the mouse works too · ^ means Ctrl", classes="quiet")

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def _lines(self) -> Iterable[Content]:
        width = max((len(keys) for keys, _ in self._keys), default=0)
        for keys, description in self._keys:
            yield Content.assemble((f"{keys:<{width}}", "bold $text-accent"), f"   {description}")


def keys_of(screen: Screen[object]) -> tuple[tuple[str, str], ...]:
    """(keys, description) for each described binding of a screen, its focused widget and the app."""
    found: dict[str, list[str]] = {}
    for _, bindings in screen._modal_binding_chain:
        for _, binding in bindings:
            if binding.description and not binding.system and binding.key not in HIDDEN:
                display = screen.app.get_key_display(binding)
                names = found.setdefault(binding.description, [])
                if display not in names:
                    names.append(display)
    return tuple((" ".join(names), description) for description, names in found.items())
