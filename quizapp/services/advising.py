"""The advice about decks that are readable: the content rules, with the places of what they found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path, PurePosixPath

from quizapp.core.deck import Deck
from quizapp.core.finding import Finding, Severity
from quizapp.core.remark import Remark, quoted
from quizapp.core.rules import remarks
from quizapp.core.rules_images import images, inside_folder
from quizapp.core.rules_twins import twin_remark, twins
from quizapp.formats.native_source import Source, open_source


@dataclass(frozen=True, slots=True)
class FileDeck:
    """A deck and the file that it was read from."""

    path: Path
    data: bytes
    deck: Deck


def advise(files: Sequence[FileDeck]) -> list[Finding]:
    """What the content rules say about the decks, alone and together."""
    places = [_Places(file) for file in files]
    found = [
        place.finding(remark)
        for file, place in zip(files, places, strict=True)
        for remark in (*remarks(file.deck), *_missing_images(file))
    ]
    found += _taken_ids(files, places)
    for twin in twins([file.deck for file in files]):
        elsewhere = "" if twin.deck == twin.first_deck else str(files[twin.first_deck].path)
        found.append(places[twin.deck].finding(twin_remark(twin, elsewhere)))
    return found


class _Places:
    """Where the keys of each question of one file stand."""

    def __init__(self, file: FileDeck) -> None:
        self._source: Source = open_source(file.data, str(file.path)).source
        starts = sorted(question.line for question in file.deck.questions)
        self._ends = dict(pairwise(starts))

    def finding(self, remark: Remark, severity: Severity = Severity.WARNING) -> Finding:
        """The remark as a finding, at its key where this is found, else where the question starts."""
        line, column = self._place(remark.question.line if remark.question else 1, remark.key)
        text = self._source.line_text(line)
        file, message = self._source.file, remark.message
        return Finding(file, line, column, remark.code, severity, message, remark.fix, text)

    def _place(self, line: int, key: str) -> tuple[int, int]:
        source = self._source
        start = source.start(line)
        end_line = self._ends.get(line)
        end = source.start(end_line) if end_line and end_line > line else len(source.text)
        if key:
            pattern = re.compile(rf"(?:^|[\s{{,-])({re.escape(key)})[ ]*:(?=\s)", re.MULTILINE)
            if found := pattern.search(source.text, start, end):
                return source.place(found.start(1))
        text = source.line_text(line)
        return line, len(text) - len(text.lstrip(" -")) + 1


def _taken_ids(files: Sequence[FileDeck], places: Sequence[_Places]) -> Iterator[Finding]:
    """Two decks with one id would share their progress."""
    seen: dict[str, Path] = {}
    for file, place in zip(files, places, strict=True):
        first = seen.setdefault(file.deck.id, file.path)
        if first != file.path:
            remark = Remark(
                None,
                "id",
                "duplicate-deck-id",
                f"The id {quoted(file.deck.id)} is taken by {first}; progress could not tell the two apart.",
                "Give this deck another `id:`.",
            )
            yield place.finding(remark, Severity.ERROR)


def _missing_images(file: FileDeck) -> Iterator[Remark]:
    folder = file.path.parent
    for question in file.deck.questions:
        for image in images(question):
            if inside_folder(image.target) and not _is_file(folder, image.target):
                yield Remark(
                    question,
                    image.key,
                    "no-such-image",
                    f"There is no picture {quoted(image.target)} beside the deck.",
                    "Check the name, capital letters included.",
                )


def _is_file(folder: Path, target: str) -> bool:
    try:
        return folder.joinpath(*PurePosixPath(target.replace("%20", " ")).parts).is_file()
    except (OSError, ValueError):
        return False
