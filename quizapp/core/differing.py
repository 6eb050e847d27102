"""The difference between what was typed and what was right, in pieces that can be read."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from rapidfuzz.distance import Indel

from quizapp.core.comparing import LONGEST, Rules, normalise, tidy, without_article
from quizapp.core.grade import Mark, Piece

# Below this share of common characters two texts are set against each other whole.
_ALIKE = 0.5
_CHARACTER = regex.compile(r"\X")


def difference(typed: str, right: str, rules: Rules) -> tuple[Piece, ...]:
    """Pieces that give `typed` (same + extra) and `right` (same + missing), never splitting a character.

    What the rules do not count (case, accents, an article) is the same, in the form in which it was typed.
    Empty when nothing differs; only the first 500 characters of each are looked at.
    """
    typed, right = tidy(typed[: 4 * LONGEST]), tidy(right[: 4 * LONGEST])
    article = ""
    if not rules.articles:
        article = typed.removesuffix(without_article(typed))
        typed, right = typed.removeprefix(article), without_article(right)
    pieces = _pieces(characters(typed)[:LONGEST], characters(right)[:LONGEST], rules)
    if all(piece.mark is Mark.SAME for piece in pieces):
        return ()
    return (Piece(Mark.SAME, article), *pieces) if article else pieces


def likeness(typed: str, right: str) -> float:
    """How much of two texts is common, 0..1, in the same order."""
    return Indel.normalized_similarity(typed[:LONGEST], right[:LONGEST])


def characters(text: str) -> list[str]:
    """What a reader sees as characters: a letter with its accents, an emoji with its parts."""
    return _CHARACTER.findall(text)


def _pieces(left: Sequence[str], right: Sequence[str], rules: Rules) -> tuple[Piece, ...]:
    keys = [_key(c, rules) for c in left], [_key(c, rules) for c in right]
    if Indel.normalized_similarity(*keys) < _ALIKE:
        runs = [(Mark.EXTRA, "".join(left)), (Mark.MISSING, "".join(right))]
    else:
        runs = [
            run
            for op in Indel.opcodes(*keys)
            for run in _runs(
                op.tag, "".join(left[op.src_start : op.src_end]), "".join(right[op.dest_start : op.dest_end])
            )
        ]
    return tuple(Piece(mark, text) for mark, text in runs if text)


def _runs(tag: str, typed: str, right: str) -> list[tuple[Mark, str]]:
    return [(Mark.SAME, typed)] if tag == "equal" else [(Mark.EXTRA, typed), (Mark.MISSING, right)]


def _key(character: str, rules: Rules) -> str:
    return normalise(character, rules) or character
