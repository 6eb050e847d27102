"""What a learner hands in as a small JSON file: written, read, and noticed when somebody touched it.

    {
    "format": "quizapp hand-in", "version": 1,
    "checksum": "sha256:...",
    "hand_in": {...}
    }

`hand_in` has the shape of `core/handin.py`; fields that hold their default are left out, moments are ISO 8601
in UTC. The checksum is taken over the canonical `hand_in` (keys sorted, no spaces, UTF-8), which is how it is
written; other spacing and another order of keys do not break it. It shows careless edits; who means to can
compute it again.
"""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import dataclass
from typing import NoReturn

from quizapp.core.finding import Finding, Severity
from quizapp.core.handin import HandIn
from quizapp.formats.handin_bounds import out_of_bounds
from quizapp.formats.handin_shapes import WrongShape, reader_of, shape_of

FORMAT = "quizapp hand-in"
VERSION = 1
LARGEST = 16_000_000
"""Bytes of a file; larger ones are not read."""

_BEFORE, _AFTER = '\n"hand_in": ', "\n}\n"
_ASK_AGAIN = "Ask the learner for the file as `quizapp hand-in` wrote it."


@dataclass(frozen=True, slots=True)
class Decoded:
    """What a file holds. `hand_in` is None where a finding is an error; `checksum` is that of what was read.

    Two files with the same checksum hold the same.
    """

    hand_in: HandIn | None
    findings: tuple[Finding, ...] = ()
    checksum: str = ""


class _Refused(ValueError):
    def __init__(self, code: str, message: str, fix: str = _ASK_AGAIN) -> None:
        super().__init__(message)
        self.code = code
        self.fix = fix


def encode(hand_in: HandIn) -> str:
    """The text of the file, ending in a line feed; `decode` gives an equal value back."""
    text = _canonical(shape_of(hand_in))
    return (
        f'{{\n"format": "{FORMAT}", "version": {VERSION},\n'
        f'"checksum": "{_checksum(text)}",{_BEFORE}{text}{_AFTER}'
    )


def decode(data: str | bytes, file: str = "") -> Decoded:
    """What `encode` wrote; for anything else a finding about `file`, never an exception.

    A file whose checksum does not fit is read all the same, with a warning.
    """
    try:
        return _decoded(data, file)
    except _Refused as refused:
        found = Finding(file, 0, 0, refused.code, Severity.ERROR, str(refused), refused.fix)
        return Decoded(None, (found,))


def too_large(file: str) -> Finding:
    """What is said of a file of more than LARGEST bytes."""
    return Finding(file, 0, 0, "too-large", Severity.ERROR, _TOO_LARGE, _ASK_AGAIN)


_NOT_JSON = "This is not a JSON file, or only part of one."
_TOO_LARGE = f"This file is larger than {LARGEST // 1_000_000} MB and was not read."


def _decoded(data: str | bytes, file: str) -> Decoded:
    text = _text(data)
    envelope = _object(text)
    _check_version(envelope.get("version"))
    body = envelope.get("hand_in")
    try:
        read = reader_of(HandIn)(body)
        checksum = _checksum_in(text, envelope)
    except WrongShape as wrong:
        place = f"`{wrong.place}`" if wrong.place else "`hand_in`"
        raise _Refused("wrong-shape", f"In this file {place} should be {wrong.wanted}.") from None
    except RecursionError:
        _too_deep()
    assert isinstance(read, HandIn)
    if (impossible := out_of_bounds(read)) is not None:
        raise _Refused("impossible-figure", f"In this file {impossible}.")
    touched = () if envelope.get("checksum") == checksum else (_touched(file),)
    return Decoded(read, touched, checksum)


def _checksum_in(text: str, envelope: dict[str, object]) -> str:
    """Of what was read: as it stands there where it is as it was written, else put in order again."""
    _, before, after = text.partition(_BEFORE)
    if before and after.endswith(_AFTER):
        found = _checksum(after[: -len(_AFTER)])
        if found == envelope.get("checksum"):
            return found
    return _checksum(_canonical(envelope.get("hand_in")))


def _object(text: str) -> dict[str, object]:
    try:
        found = json.loads(text, parse_float=_finite, parse_constant=_no_constant)
    except RecursionError:
        _too_deep()
    except _Refused:
        raise
    except ValueError:
        raise _Refused("not-json", _NOT_JSON) from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise _Refused("not-a-hand-in", "This file was not written by `quizapp hand-in`.")
    return found


def _text(data: str | bytes) -> str:
    if len(data) > LARGEST:
        raise _Refused("too-large", _TOO_LARGE)
    try:
        text = data if isinstance(data, str) else data.decode(json.detect_encoding(data))
    except ValueError:
        raise _Refused("not-json", _NOT_JSON) from None
    return text.removeprefix("\ufeff")


def _check_version(version: object) -> None:
    if type(version) is not int or version < 1:
        raise _Refused("wrong-shape", "In this file `version` should be a whole number from 1 on.")
    if version > VERSION:
        raise _Refused(
            "later-version",
            f"This file has format {min(version, 999_999)}; this quizapp reads formats up to {VERSION}.",
            "Update quizapp, then read the file again.",
        )


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise _Refused("impossible-figure", f"In this file stands a number that is too large: {text[:20]}.")
    return int(number) if number.is_integer() else number


def _no_constant(name: str) -> NoReturn:
    raise _Refused("impossible-figure", f"In this file stands {name}, which is no number.")


def _too_deep() -> NoReturn:
    raise _Refused("too-deep", "This file is nested more deeply than any that quizapp writes.")


def _touched(file: str) -> Finding:
    return Finding(
        file,
        0,
        0,
        "touched",
        Severity.WARNING,
        "This file was changed after it was written: its checksum does not fit.",
        "It is read all the same; ask the learner for the file as it was written if that matters.",
    )


def _canonical(body: object) -> str:
    return json.dumps(body, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _checksum(text: str) -> str:
    return f"sha256:{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"
