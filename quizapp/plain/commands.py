"""What can be typed besides answers: a colon and a letter, or a colon and a word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Command(Enum):
    """A command: its letter, its word, and what it does."""

    HELP = ("?", "help", "this help")
    HINT = ("h", "hint", "a hint (the rating becomes Hard)")
    GIVE_UP = ("g", "give-up", "show the answer; it counts as not known")
    LOOK = ("l", "look", "say the question again")
    WHY = ("w", "why", "why this card is asked now")
    CONFIDENCE = ("c", "confidence", "say how sure you are before you answer: :c guess, :c unsure, :c sure")
    RIGHT = ("i", "right", "I was right: the answer counts as right")
    UNDO = ("u", "undo", "take back the last thing you did, again and again")
    REDO = ("r", "redo", "bring back what was taken back")
    SUSPEND = ("s", "suspend", "never ask this card again, until you take that back")
    BURY = ("b", "bury", "not today: ask this card tomorrow")
    FLAG = ("f", "flag", "flag the question, with a note: :f the date is wrong")
    PLACE = ("e", "edit", "say in which file and line the question stands")
    MISSED = ("m", "missed", "at the end: practise the missed cards")
    PRACTICE = ("p", "practice", "at the end: practise without changing the schedule")
    QUIT = ("q", "quit", "leave; the session can be resumed")

    def __init__(self, letter: str, word: str, text: str) -> None:
        self.letter = letter
        self.word = word
        self.text = text


@dataclass(frozen=True, slots=True)
class Order:
    """A command with what followed it on the line."""

    command: Command
    rest: str = ""


@dataclass(frozen=True, slots=True)
class NoSuchCommand:
    """A colon and something that is no command."""

    name: str


def read_order(line: str) -> Order | NoSuchCommand | str:
    """The command on a line, or the line itself as an answer; "::" begins an answer that begins with ":"."""
    text = line.strip()
    if text == "?":
        return Order(Command.HELP)
    if text.startswith("::"):
        return text[1:]
    if not text.startswith(":"):
        return line
    name, _, rest = text[1:].partition(" ")
    for command in Command:
        if name.casefold() in (command.letter, command.word):
            return Order(command, rest.strip())
    return NoSuchCommand(name)


def help_lines() -> tuple[str, ...]:
    """The help, a line a command."""
    width = max(len(command.word) for command in Command)
    listed = (f":{command.letter}  :{command.word:<{width}}  {command.text}" for command in Command)
    return (
        "Type your answer and press Enter. An empty line answers nothing.",
        "After the verdict, Enter goes on; 1 Again, 2 Hard, 3 Good, 4 Easy change the rating.",
        *listed,
        "An answer that begins with a colon is typed with two: ::-)",
    )
