"""Pictures of a deck as part of a page: only files in the deck's own folder, pictures and not too big."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

LARGEST = 8_000_000
"""Bytes of one picture."""

_KINDS = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}


@dataclass(slots=True)
class Pictures:
    """Finds pictures below a folder; `missing` are (path, why not) of those that could not be had."""

    folder: Path
    missing: dict[str, str] = field(default_factory=dict)
    _found: dict[str, str | None] = field(default_factory=dict)

    @property
    def find(self) -> Callable[[str], str | None]:
        """Gives the `data:` address of a picture by its path in the deck."""
        return self._find

    def _find(self, path: str) -> str | None:
        if path not in self._found:
            found, why = _data(self.folder, path)
            self._found[path] = found
            if why:
                self.missing[unquote(path)] = why
        return self._found[path]


def _data(folder: Path, path: str) -> tuple[str | None, str]:
    parts = urlsplit(path)
    if parts.scheme or parts.netloc:
        return None, "only pictures in the deck's folder are printed"
    try:
        root = folder.resolve()
        file = (root / unquote(parts.path)).resolve()
        if not file.is_relative_to(root) or not file.is_file():
            return None, "there is no such file in the deck's folder"
        if file.stat().st_size > LARGEST:
            return None, f"it has more than {LARGEST // 1_000_000} MB"
        data = file.read_bytes()
    except (OSError, ValueError):
        return None, "it cannot be read"
    kind = _kind(data)
    if not kind:
        return None, "it is no PNG, JPEG, GIF, WebP or SVG"
    return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}", ""


def _kind(data: bytes) -> str:
    """What the file is, by its first bytes; a browser shows an SVG picture without running what is in it."""
    for start, kind in _KINDS.items():
        if data.startswith(start):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    head = data[:500].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith((b"<svg", b"<?xml", b"<!--")) and b"<svg" in data[:5000]:
        return "image/svg+xml"
    return ""
