"""Bytes -> text, with a clear answer for what is not text."""

from __future__ import annotations

import codecs
import re

from quizapp.errors import ArticleError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""")
_HEAD = 4096
_LEAST_PRINTABLE = 0.95
SAVE_AS_UTF8 = "Save it as plain text in UTF-8 and try again."


def decode(data: bytes, name: str) -> str:
    """The text of a file: by its byte order mark, as UTF-8, or by the encoding that it declares.

    Raises ArticleError when the bytes are no text, or none of these fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding, name)
    if b"\0" in data:
        raise _binary(name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as problem:
        text = _as_declared(data, name, problem)
    if _is_gibberish(text):
        raise _binary(name)
    return text


def _as_declared(data: bytes, name: str, problem: UnicodeDecodeError) -> str:
    match = _DECLARED.search(data[:_HEAD])
    encoding = match[1].decode("ascii") if match else ""
    if encoding.lower().replace("_", "-") not in ("", "utf-8", "utf8"):
        return _decoded(data, encoding, name)
    line = data.count(b"\n", 0, problem.start) + 1
    high = sum(byte < 9 or 13 < byte < 32 for byte in data[:_HEAD])
    if high * 50 > min(len(data), _HEAD):
        raise _binary(name)
    raise ArticleError(
        f"{name}: line {line} is not UTF-8 (byte {data[problem.start]:02x} hex); letters would be misread.",
        SAVE_AS_UTF8,
    )


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError:
        raise ArticleError(f"{name}: its encoding {encoding!r} is not known.", SAVE_AS_UTF8) from None
    except ValueError:
        raise ArticleError(
            f"{name}: it says that it is {encoding}, but its bytes are not.", SAVE_AS_UTF8
        ) from None


def _binary(name: str) -> ArticleError:
    return ArticleError(
        f"{name}: this is not a text.", "Give plain text, Markdown, HTML, EPUB or PDF with a text layer."
    )


def _is_gibberish(text: str) -> bool:
    head = text[:_HEAD]
    if not head:
        return False
    shown = sum(character.isprintable() or character.isspace() for character in head)
    return shown < len(head) * _LEAST_PRINTABLE
