"""YAML as nodes of text with their places, and none of YAML's own types.

Nodes are named tuples because a deck of 10,000 questions has 100,000 of them.
"""

from __future__ import annotations

from typing import NamedTuple

MAX_DEPTH = 30
GAP_FIRST = "A text that starts with `{{` must be in quotes."
GAP_QUOTE = 'Put the whole text in double quotes, as in cloze: "{{Caesar}} crossed the Rubicon."'


class Scalar(NamedTuple):
    """A text; source[start:end] is how it is written, `style` the mark that it is written with.

    `style` is "" for a plain text, "'", '"', "|" or ">", and "*" for an alias.
    """

    text: str
    start: int
    end: int
    style: str = ""


class Sequence(NamedTuple):
    """A list; `flow` when it is written in [ ]."""

    items: list[Node]
    start: int
    end: int
    flow: bool = False


class Mapping(NamedTuple):
    """Keys with their values, in order, no key twice; `flow` when it is written in { }."""

    pairs: list[tuple[Scalar, Node]]
    start: int
    end: int
    flow: bool = False


Node = Scalar | Sequence | Mapping


class Unreadable(Exception):
    """The text is not YAML from `index` on; `context_index` is where the thing that failed began, or -1."""

    def __init__(self, problem: str, index: int, context: str = "", context_index: int = -1) -> None:
        super().__init__(problem)
        self.problem = problem
        self.index = index
        self.context = context
        self.context_index = context_index
