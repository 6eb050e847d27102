"""Help: every key of the screen below, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.actions import parse
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen, Screen

from quizapp.tui.keymap import keymap
from quizapp.tui.screens.base import host_of
from quizapp.tui.widgets.literal import Literal
from quizapp.tui.widgets.page import Page


class KeysScreen(ModalScreen[None]):
    """Lists keys, with their names in the settings where there is room; Escape, Enter, q and ? close it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q,question_mark,f1", "dismiss(None)", "Close", id="keys.close"),
    ]

    def __init__(self, title: str, keys: Iterable[tuple[str, str, str]]) -> None:
        super().__init__()
        self._title = title
        self._keys = tuple(keys)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog tall"):
            yield Literal(self._title, classes="title")
            with Page():
                yield Literal(id_="keys")
            yield Literal(id_="keys-foot", classes="quiet")

    def on_mount(self) -> None:
        self.query_one(Page).focus()

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        keys = self.query_one("#keys", Literal)
        lines = list(self._lines(named=True))
        named = all(line.cell_length <= keys.size.width for line in lines)
        keys.say(Content("\n").join(lines if named else self._lines(named=False)))
        foot = ["Escape closes", "^ means Ctrl"] + ["names with a dot are for `keys` in Settings"] * named
        self.query_one("#keys-foot", Literal).say(" · ".join(foot))

    def _lines(self, *, named: bool) -> Iterable[Content]:
        first = max((len(keys) for keys, _, _ in self._keys), default=0)
        second = max((len(description) for _, description, _ in self._keys), default=0) if named else 0
        for keys, description, name in self._keys:
            lead = (f"{keys:<{first}}", "bold $text-accent")
            line = Content.assemble(lead, f"   {description:<{second}}")
            yield line + Content.assemble("   ", (name, "dim")) if named else line


def bindings_of(screen: Screen[object]) -> Iterable[Binding]:
    """The bindings of the focused widget, the screen and the app, whether or not they apply just now.

    Only quizapp's own, which are those with an id; one that a widget nearer to the focus has comes once.
    """
    seen: set[str] = set()
    nearest = screen.focused.ancestors_with_self if screen.focused is not None else [screen, screen.app]
    given = keymap(host_of(screen).services.settings.keys)
    for node in nearest:
        for binding in own_bindings(type(node), given):
            if binding.id and binding.id not in seen:
                seen.add(binding.id)
                yield binding


def actions_of(screen: Screen[object]) -> Iterable[Binding]:
    """The screen's own bindings that apply now, for the command palette: also those hidden while typing."""
    given = keymap(host_of(screen).services.settings.keys)
    for binding in own_bindings(type(screen), given):
        _, name, parameters = parse(binding.action)
        if name != "proceed" and screen.check_action(name, parameters):
            yield binding


def own_bindings(kind: type[object], given: dict[str, str]) -> Iterable[Binding]:
    """The described bindings that a class and its bases declare, with the keys that the learner gave them."""
    for base in kind.__mro__:
        declared: list[BindingType] = vars(base).get("BINDINGS", [])
        for binding in declared:
            if isinstance(binding, Binding) and binding.description and binding.id:
                yield binding.with_key(given.get(binding.id, binding.key), binding.key_display)


def keys_of(screen: Screen[object]) -> tuple[tuple[str, str, str], ...]:
    """(keys, what they do, name in the settings) for the help of a screen."""
    return tuple((shown_keys(screen, each), each.description, each.id or "") for each in bindings_of(screen))


def shown_keys(screen: Screen[object], binding: Binding) -> str:
    """A binding's keys as they are named on the screen, all of them."""
    if binding.key_display:
        return binding.key_display
    return " ".join(screen.app.get_key_display(each) for each in Binding.make_bindings([binding]))
