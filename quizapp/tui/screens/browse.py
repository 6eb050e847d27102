"""Browse: the cards of a deck, what is known of each, and the flags."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from quizapp.core.card import CardKey
from quizapp.core.facing import back, front
from quizapp.core.memory import Memory, Phase
from quizapp.core.question import DeckId
from quizapp.core.wording import kind_name, plural, times
from quizapp.errors import QuizappError
from quizapp.tui.engine import CardRow
from quizapp.tui.screens.base import KeyScreen
from quizapp.tui.screens.history import HistoryScreen
from quizapp.tui.widgets.cardlist import CardList
from quizapp.tui.widgets.keybar import KeyBar
from quizapp.tui.widgets.literal import Literal, marked, one_line, plain

STATE = 12


class BrowseScreen(KeyScreen[None]):
    """A list of cards above what is known of the one under the cursor."""

    title_of_keys = "Keys of Browse"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("S", "suspend", "Suspend or bring back", id="browse.suspend"),
        Binding("e", "edit", "Edit", id="browse.edit"),
        Binding("h", "history", "History", id="browse.history"),
        Binding("f", "flags", "Flagged", id="browse.flags"),
        Binding("right_square_bracket,n", "deck(1)", "Next deck", id="browse.next_deck"),
        Binding("left_square_bracket,N", "deck(-1)", "Deck before", id="browse.deck_before", show=False),
        Binding("escape,q", "app.pop_screen", "Back", id="browse.back"),
        Binding("question_mark,f1", "app.keys", "Help", id="app.help"),
    ]

    def __init__(self, deck: DeckId) -> None:
        super().__init__()
        self._deck = deck
        self._flagged = False
        self._notes: dict[CardKey, str] = {}

    def compose(self) -> ComposeResult:
        yield Literal(id_="masthead")
        yield CardList(self._line)
        with Vertical(id="foot"):
            yield Literal(id_="detail")
            yield Literal(id_="notice")
            yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(CardList).focus()
        self._fill()

    def _fill(self) -> None:
        services = self.host.services
        self._say("")
        try:
            flags = services.flags()
            keys = [flag.card for flag in flags] if self._flagged else services.cards(self._deck)
        except QuizappError as error:
            self._say(f"{error} {error.fix}".strip())
            return
        self._notes = {flag.card: flag.note for flag in reversed(flags)}
        keys = tuple(dict.fromkeys(keys)) if self._flagged else keys
        title = next((each.title for each in services.decks() if each.id == self._deck), self._deck)
        name = plain("Flagged questions of all decks") if self._flagged else one_line(title)
        count = plain(f"   {plural(len(keys), 'card')}", "dim")
        self.query_one("#masthead", Literal).say(name.stylize("bold") + count)
        self.query_one(CardList).show(keys)

    def _line(self, key: CardKey, width: int) -> Content:
        return row_line(self._row(key), width, flagged=key in self._notes)

    def _row(self, key: CardKey) -> CardRow:
        return self.host.services.rows((key,))[0]

    def on_card_list_moved(self) -> None:
        key = self.query_one(CardList).key
        detail = self.query_one("#detail", Literal)
        if key is None:
            nothing = "No question is flagged." if self._flagged else "This deck has no cards."
            detail.say(nothing)
        else:
            detail.say(details(self._row(key), self._notes.get(key)))

    def action_suspend(self) -> None:
        cards = self.query_one(CardList)
        if cards.key is None:
            return
        memory = self._row(cards.key).memory
        suspended = memory is not None and memory.suspended
        try:
            self.host.services.suspend(cards.key, not suspended)
        except QuizappError as error:
            self._say(f"Not saved: {error} {error.fix}".strip())
            return
        self._say("Back in study." if suspended else "Suspended. S brings it back.")
        cards.redraw()

    def action_edit(self) -> None:
        key = self.query_one(CardList).key
        if key is None:
            return
        said = self.host.services.edit(key, self.host.edit_file)
        notices = self.host.services.refresh()
        self._fill()
        self._say("\n".join(filter(None, (said, *notices))))

    def action_history(self) -> None:
        key = self.query_one(CardList).key
        if key is not None:
            self.app.push_screen(HistoryScreen(key))

    def action_flags(self) -> None:
        self._flagged = not self._flagged
        self._fill()

    def action_deck(self, by: int) -> None:
        ids = [each.id for each in self.host.services.decks()]
        at = ids.index(self._deck) if self._deck in ids else 0
        self._deck, self._flagged = ids[(at + by) % len(ids)], False
        self._fill()

    def _say(self, text: str) -> None:
        self.query_one("#notice", Literal).say(text)


def row_line(row: CardRow, width: int, *, flagged: bool) -> Content:
    """State, flag, and what the card asks, cut to the width."""
    flag = Content.styled("! ", "bold $text-warning") if flagged else Content("  ")
    asked = one_line(front(row.card)) if row.card else plain(str(row.key), "dim")
    text = Content.assemble((f"{state(row.memory):<{STATE}}", "dim"), flag, asked)
    return text.truncate(width, ellipsis=True)


def state(memory: Memory | None) -> str:
    """A card's state in a word."""
    if memory is None or (memory.phase is Phase.NEW and not memory.suspended):
        return "new"
    if memory.suspended:
        return "suspended"
    return memory.phase.value


def details(row: CardRow, note: str | None) -> Content:
    """The card's right answer and what is known of its memory."""
    if row.card is None:
        return plain("This question is in no deck file at the moment.")
    lines = [marked(front(row.card)).stylize("bold"), marked(back(row.card))]
    lines.append(plain(f"{kind_name(row.card.question)} · {remembered(row.memory)}", "dim"))
    if note is not None:
        lines.append(Content.assemble(("! ", "bold $text-warning"), plain(note or "flagged without a note")))
    return Content("\n").join(lines)


def remembered(memory: Memory | None) -> str:
    """What is known of a card, in a few words."""
    if memory is None or not memory.reps:
        return "not studied yet"
    parts = [f"answered {times(memory.reps)}"]
    parts.append(f"forgotten {times(memory.lapses)}" if memory.lapses else "never forgotten")
    if memory.due_day is not None:
        parts.append(f"due {date.fromordinal(memory.due_day):%d %b %Y}")
    if memory.stability is not None:
        parts.append(f"stability {memory.stability:.1f} days")
    return ", ".join(parts)
