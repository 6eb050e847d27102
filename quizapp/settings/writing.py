"""Writing one setting into the settings file: comments and order stay, and the file is never half-written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.errors import SettingsError
from quizapp.saving import save
from quizapp.settings.kinds import check, describe, is_table, to_toml
from quizapp.settings.loading import parse_file, unknown
from quizapp.settings.table import Entry, entries

if TYPE_CHECKING:
    from tomlkit import TOMLDocument


def set_value(config_file: Path, name: str, raw: object) -> None:
    """Put a TOML value (for a table: some of its parts) into the file, which is made when missing.

    Raises SettingsError for an unknown name, a bad value, or a file that cannot be read or written.
    """
    entry = _entry(name)
    try:
        value = to_toml(entry.kind, check(entry.kind, raw))
    except ValueError:
        raise SettingsError(f"`{name}` must be {describe(entry.kind)}.") from None
    document = _open(config_file)
    if is_table(entry.kind) and isinstance(value, dict):
        _put_parts(document, name, value)
    else:
        document[name] = value
    _replace(config_file, document.as_string())


def unset_value(config_file: Path, name: str, part: str = "") -> bool:
    """Take a setting (or one part of a table) out of the file; whether it was there."""
    _entry(name)
    document = _open(config_file)
    holder = document.get(name) if part else document
    key = part or name
    if holder is None or key not in holder:
        return False
    holder.remove(key)
    _replace(config_file, document.as_string())
    return True


def _entry(name: str) -> Entry:
    entry = next((entry for entry in entries() if entry.name == name), None)
    if entry is None:
        raise SettingsError(unknown(name)[0].upper() + unknown(name)[1:])
    return entry


def _open(config_file: Path) -> TOMLDocument:
    import tomlkit

    if parse_file(config_file):
        return tomlkit.parse(config_file.read_text(encoding="utf-8-sig"))
    text = config_file.read_text(encoding="utf-8-sig") if config_file.exists() else ""
    return tomlkit.parse(text)


def _put_parts(document: TOMLDocument, name: str, parts: dict[str, object]) -> None:
    import tomlkit

    if name not in document:
        document.add(name, tomlkit.table())
    for part, value in parts.items():
        document[name][part] = value


def _replace(config_file: Path, text: str) -> None:
    try:
        save(config_file, text.encode("utf-8"))
    except OSError as error:
        raise SettingsError(f"{config_file}: cannot be written: {error.strerror}.") from error
