"""Settings: each with its value and meaning; changed here, kept in the settings file."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from quizapp.errors import QuizappError
from quizapp.settings import Entry, Settings, entries
from quizapp.settings.kinds import YesNo, as_text, describe, is_table
from quizapp.tui.screens.base import KeyScreen
from quizapp.tui.widgets.answerinput import AnswerInput
from quizapp.tui.widgets.keybar import KeyBar
from quizapp.tui.widgets.literal import Literal, plain
from quizapp.tui.widgets.page import Frame
from quizapp.tui.widgets.rows import Row, Rows


class SettingsScreen(KeyScreen[None]):
    """A row for each setting and one line to type its new value."""

    title_of_keys = "Keys of Settings"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", id="settings.up", show=False),
        Binding("down,j", "move(1)", "Down", id="settings.down", show=False),
        Binding("enter", "proceed", "Change", id="settings.change"),
        Binding("backspace,delete", "default", "Default", id="settings.default"),
        Binding("escape", "back", "Back", id="settings.back"),
        Binding("question_mark,f1", "app.keys", "Help", id="app.help"),
    ]

    def compose(self) -> ComposeResult:
        with Frame(id="page"), Vertical(id="column"):
            yield Literal("Settings", classes="title")
            yield Rows()
        with Vertical(id="foot"):
            yield Literal(id_="meaning")
            yield AnswerInput(id_="value")
            yield Literal(id_="notice")
            yield KeyBar()

    def on_mount(self) -> None:
        self.query_one("#value").display = False
        self._draw(0)
        self.query_one(Rows).focus()

    @property
    def entry(self) -> Entry:
        """The setting under the cursor."""
        return entries()[self.query_one(Rows).cursor]

    def key_words(self, binding: Binding) -> tuple[str, str]:
        key, label = super().key_words(binding)
        if binding.action == "screen.proceed":
            return key, "Save"
        switch = binding.action == "proceed" and isinstance(self.entry.kind, YesNo)
        return key, "Switch" if switch else label

    def action_move(self, by: int) -> None:
        if not self._typing:
            self._draw((self.query_one(Rows).cursor + by) % len(entries()))

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self._close()
        self._draw(event.index)

    def action_proceed(self) -> None:
        entry, line = self.entry, self.query_one("#value", AnswerInput)
        if self._typing:
            self._save(entry.name, line.value)
        elif entry.name == "theme":
            self.app.action_change_theme()
        elif isinstance(entry.kind, YesNo):
            self._save(entry.name, "no" if value_of(self.host.services.settings, entry) == "true" else "yes")
        else:
            line.value = "" if is_table(entry.kind) else value_of(self.host.services.settings, entry)
            line.placeholder = "name=value" if is_table(entry.kind) else describe(entry.kind)
            line.display = True
            line.focus()

    def action_default(self) -> None:
        if not self._typing and not is_table(self.entry.kind):
            self._save(self.entry.name, as_text(self.entry.kind, self.entry.default))

    def action_back(self) -> None:
        if self._typing:
            self._close()
        else:
            self.dismiss(None)

    @property
    def _typing(self) -> bool:
        return bool(self.query_one("#value").display)

    def _save(self, name: str, text: str) -> None:
        try:
            self.host.services.save_setting(name, text)
        except QuizappError as error:
            self._say(f"{error} {error.fix}".strip())
            return
        self._close()
        self.host.adopt_settings()
        self._draw(self.query_one(Rows).cursor)
        self._say("Saved.")

    def _close(self) -> None:
        self.query_one("#value").display = False
        self.query_one(Rows).focus()
        self._say("")

    def _say(self, text: str) -> None:
        self.query_one("#notice", Literal).say(text)

    def _draw(self, cursor: int) -> None:
        table, settings = entries(), self.host.services.settings
        width = max(len(entry.name) for entry in table) + 2
        rows = [_row(entry, value_of(settings, entry), width) for entry in table]
        self.query_one(Rows).draw(rows, cursor)
        entry = table[cursor]
        meaning = f"{entry.help} It must be {describe(entry.kind)}."
        self.query_one("#meaning", Literal).say(meaning)
        self._say("")
        self.refresh_bindings()


def value_of(settings: Settings, entry: Entry) -> str:
    """A setting's value as it would be typed."""
    return as_text(entry.kind, getattr(settings, entry.name))


def _row(entry: Entry, value: str, width: int) -> Row:
    changed = value != as_text(entry.kind, entry.default)
    text = plain(value or "-", "bold" if changed else "dim")
    mark = plain("changed", "dim italic") if changed else Content("")
    return Row(Content(entry.name.replace("_", " ").ljust(width)), text, mark)
