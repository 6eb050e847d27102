"""Content rules for pictures: where they may lie, and that they say in words what they show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.core.question import (
    Blank,
    Choice,
    Cloze,
    Common,
    Date,
    Flashcard,
    Matching,
    Multiple,
    Number,
    Ordering,
    Question,
    TrueFalse,
    Typed,
)
from quizapp.core.remark import Remark, quoted

_IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\(\s*<?(?P<target>[^)>\s]*)>?(?:\s+[^)]*)?\)")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in a text: the words for it, and its path as written; `key` is the deck key it stands in."""

    key: str
    alt: str
    target: str


def images(question: Question) -> Iterator[Image]:
    """The pictures in a question's texts."""
    for key, text in _texts(question):
        if "![" in text:
            for found in _IMAGE.finditer(text):
                yield Image(key, found["alt"].strip(), found["target"])


def inside_folder(target: str) -> bool:
    """Whether a path as written stays inside the deck's folder."""
    parts = target.replace("\\", "/").split("/")
    outside = _ADDRESS.match(target) or target.startswith(("/", "\\", "~")) or ".." in parts
    return bool(target) and not outside


def image_remarks(question: Question) -> Iterator[Remark]:
    """What there is to say about the pictures of one question."""
    for image in images(question):
        if not image.alt:
            yield Remark(
                question,
                image.key,
                "image-without-words",
                f"The picture {quoted(image.target)} has no words for those who cannot see it.",
                f"Write them between the brackets: ![a map of Gaul]({image.target}).",
            )
        if not inside_folder(image.target):
            yield Remark(
                question,
                image.key,
                "image-outside",
                f"The picture {quoted(image.target)} is not in the deck's folder.",
                "Put it beside the deck or in a folder there, and write the path from the deck.",
            )


def _texts(question: Question) -> Iterator[tuple[str, str]]:
    """Every text of a question that is drawn, with the key that it stands under."""
    yield "why", question.why
    yield from (("hints", hint) for hint in question.hints)
    match question:
        case Cloze(segments=segments):
            yield from (("cloze", s) for s in segments if not isinstance(s, Blank))
        case Flashcard(answer=answer):
            yield from _asked(question, ("a", answer))
        case Choice(options=options) | Multiple(options=options):
            whys = (("options", option.why) for option in options)
            yield from _asked(question, *(("options", option.text) for option in options), *whys)
        case Matching(pairs=pairs, extra=extra):
            sides = (("match", side) for pair in pairs for side in (pair.left, pair.right))
            yield from _asked(question, *sides, *(("extra", text) for text in extra))
        case Ordering(items=items):
            yield from _asked(question, *(("order", item) for item in items))
        case TrueFalse() | Typed() | Number() | Date():
            yield from _asked(question)


def _asked(question: Common, *others: tuple[str, str]) -> Iterator[tuple[str, str]]:
    yield "q", question.prompt
    yield from others
