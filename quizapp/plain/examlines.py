"""What can be typed in an exam besides answers: a colon and a letter, a word or the number of a question."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class ExamCommand(Enum):
    """A command: its letter, its word, and what it does."""

    HELP = ("?", "help", "this help")
    NEXT = ("n", "next", "the next question, without an answer; an empty line does the same")
    PREVIOUS = ("p", "previous", "the question before")
    OVERVIEW = ("o", "overview", "all questions: answered, flagged, still open")
    FLAG = ("f", "flag", "flag this question to come back to it, or take the flag away")
    CLEAR = ("c", "clear", "take your answer back")
    LOOK = ("l", "look", "say the question again")
    TIME = ("t", "time", "say how much time is left")
    DONE = ("d", "done", "hand in")
    QUIT = ("q", "quit", "leave; the clock goes on, and the same command resumes the exam")

    def __init__(self, letter: str, word: str, text: str) -> None:
        self.letter = letter
        self.word = word
        self.text = text


@dataclass(frozen=True, slots=True)
class GoTo:
    """The question of this number, from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class NoSuchExamCommand:
    """A colon and something that is no command."""

    name: str


def read_exam_line(line: str) -> ExamCommand | GoTo | NoSuchExamCommand | str:
    """The command on a line, or the line itself as an answer; "::" begins an answer that begins with ":"."""
    text = line.strip()
    if text == "?":
        return ExamCommand.HELP
    if text.startswith("::"):
        return text[1:]
    if not text.startswith(":"):
        return line
    name = text[1:].strip().casefold()
    if name.isascii() and name.isdigit() and len(name) < 6:
        return GoTo(int(name))
    found = next((each for each in ExamCommand if name in (each.letter, each.word)), None)
    return found or NoSuchExamCommand(name)


def exam_help() -> tuple[str, ...]:
    """The help, a line a command."""
    width = max(len(command.word) for command in ExamCommand)
    return (
        "Type your answer and press Enter: it is saved, and the next question comes.",
        *(f":{each.letter}  :{each.word:<{width}}  {each.text}" for each in ExamCommand),
        f":7  {'':<{width + 1}}  go to question 7",
        "An answer that begins with a colon is typed with two: ::-)",
    )
