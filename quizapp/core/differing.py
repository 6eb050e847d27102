"""The difference between what was typed and what was right, in pieces that can be read."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from rapidfuzz.distance import Indel

from quizapp.core.comparing import LONGEST, Rules, normalise, without_article, written
from quizapp.core.grade import Mark, Piece

# Below this share of common characters two texts are set against each other whole.
_ALIKE = 0.5
_CHARACTER = regex.compile(r"\X")


def difference(typed: str, right: str, rules: Rules) -> tuple[Piece, ...]:
    """Pieces that give `typed` (same + extra) and `right` (same + missing), never splitting a character.

    What the rules do not count (case, accents, an article) is the same, in the form in which it was typed.
    Empty when nothing differs; only the first 500 characters of each are looked at.
    """
    typed, right = written(typed[: 4 * LONGEST]), written(right[: 4 * LONGEST])
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
        return _changed("".join(left), "".join(right))
    pieces: list[Piece] = []
    typed_end = right_end = 0
    for block in Indel.editops(*keys).as_matching_blocks():
        pieces += _changed("".join(left[typed_end : block.a]), "".join(right[right_end : block.b]))
        typed_end, right_end = block.a + block.size, block.b + block.size
        if block.size:
            pieces.append(Piece(Mark.SAME, "".join(left[block.a : typed_end])))
    return tuple(pieces)


def _changed(typed: str, right: str) -> tuple[Piece, ...]:
    both = Piece(Mark.EXTRA, typed), Piece(Mark.MISSING, right)
    return tuple(piece for piece in both if piece.text)


def _key(character: str, rules: Rules) -> str:
    return normalise(character, rules) or character
