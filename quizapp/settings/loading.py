"""Settings from four places: command line over environment over file over default."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from quizapp.errors import SettingsError
from quizapp.settings.kinds import check, describe, from_text, is_table, part_from_text
from quizapp.settings.paths import HOME_VARIABLE
from quizapp.settings.table import Entry, Settings, entries

PREFIX = "QUIZAPP_"
DEFAULT = "default"
CHANGE = "--set"


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings, and for each name where its value came from: "default", a file, a variable or "--set"."""

    settings: Settings
    origin: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Given:
    """A TOML value, not judged yet; `place` is told in messages, `origin` in listings."""

    name: str
    raw: object
    place: str
    origin: str


def load(
    config_file: Path, environment: Mapping[str, str], changes: Iterable[str] = (), *, skip_file: bool = False
) -> Loaded:
    """Read all places; `changes` are "name=value" texts of the command line.

    Raises SettingsError that lists every problem of every place.
    """
    given: list[_Given] = []
    if not skip_file:
        given += _from_file(config_file)
    given += _from_environment(environment)
    given += [_from_change(change) for change in changes]
    known = {entry.name: entry for entry in entries()}
    values: dict[str, object] = {entry.name: entry.default for entry in known.values()}
    origin = dict.fromkeys(known, DEFAULT)
    problems: list[str] = []
    fixes: list[str] = []
    for item in given:
        problem = _take(item, known, values)
        if problem:
            problems.append(problem)
            fixes.append(_fix(item, config_file))
        else:
            origin[item.name] = item.origin
    _raise(problems, "\n".join(dict.fromkeys(fixes)))
    return Loaded(Settings(**cast(Any, values)), origin)


def _fix(item: _Given, config_file: Path) -> str:
    if item.origin == CHANGE:
        return "Correct it on the command line."
    if item.origin == item.place:
        return f"Correct the environment variable {item.place}, or unset it."
    return f"Edit {config_file}, or run: quizapp settings set NAME VALUE"


def with_changes(settings: Settings, changes: Mapping[str, object]) -> Settings:
    """Settings with TOML values put in place of others; SettingsError names each bad one."""
    known = {entry.name: entry for entry in entries()}
    values = {name: getattr(settings, name) for name in known}
    taken = (_take(_Given(name, raw, "settings", ""), known, values) for name, raw in changes.items())
    _raise([problem for problem in taken if problem], "")
    return Settings(**cast(Any, values))


def unknown(name: str) -> str:
    """The sentence for a name that is not in the table, with the likeliest meant one."""
    import difflib

    names = [entry.name for entry in entries()]
    near = difflib.get_close_matches(name.casefold().replace("-", "_"), names, n=1)
    meant = f"Did you mean `{near[0]}`?" if near else "`quizapp settings show` lists all."
    return f"there is no setting `{name}`. {meant}"


def read_text(name: str, text: str) -> tuple[str, object]:
    """The setting and TOML value that "name=text" means; `name` may be `table.part`."""
    head, _, part = name.strip().replace("-", "_").partition(".")
    entry = next((entry for entry in entries() if entry.name == head), None)
    if entry is None or (part and not is_table(entry.kind)):
        return name.strip(), text
    if part:
        return head, {name.strip().partition(".")[2]: part_from_text(entry.kind, text)}
    return head, from_text(entry.kind, text)


def parse_file(config_file: Path) -> Mapping[str, object]:
    """The TOML values of the settings file, {} when there is none; SettingsError when it cannot be read."""
    import tomllib

    fix = f"Repair it, or move it away to start from the defaults: {config_file}"
    try:
        return tomllib.loads(config_file.read_text(encoding="utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except UnicodeDecodeError as error:
        raise SettingsError(f"{config_file}: not UTF-8 text (byte {error.start + 1}).", fix) from error
    except OSError as error:
        raise SettingsError(f"{config_file}: cannot be read: {error.strerror}.", fix) from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{config_file}: not valid TOML: {error}.", fix) from error


def _from_file(config_file: Path) -> list[_Given]:
    values = parse_file(config_file)
    lines = config_file.read_text(encoding="utf-8-sig").splitlines() if values else []
    origin = config_file.name
    return [_Given(name, raw, _place(config_file, lines, name), origin) for name, raw in values.items()]


def _place(config_file: Path, lines: list[str], name: str) -> str:
    pattern = re.compile(rf"""\s*\[?\s*["']?{re.escape(name)}["']?\s*[=.\]]""")
    found = next((number for number, line in enumerate(lines, 1) if pattern.match(line)), None)
    return f"{config_file}:{found}" if found else str(config_file)


def _from_environment(environment: Mapping[str, str]) -> list[_Given]:
    given = []
    for variable in sorted(environment):
        if variable.startswith(PREFIX) and variable != HOME_VARIABLE:
            name, raw = read_text(variable.removeprefix(PREFIX).lower(), environment[variable])
            given.append(_Given(name, raw, variable, variable))
    return given


def _from_change(change: str) -> _Given:
    name, sign, text = change.partition("=")
    if not sign:
        raise SettingsError(f"--set {change}: a value is missing.", "Write it as --set name=value")
    name, raw = read_text(name, text)
    return _Given(name, raw, f"{CHANGE} {change}", CHANGE)


def _take(item: _Given, known: Mapping[str, Entry], values: dict[str, object]) -> str:
    """Put a value among `values`; the problem in one sentence when it is refused, else ""."""
    entry = known.get(item.name)
    if entry is None:
        return f"{item.place}: {unknown(item.name)}"
    try:
        value = check(entry.kind, item.raw)
    except ValueError:
        return f"{item.place}: `{item.name}` is {_show(item.raw)}; it must be {describe(entry.kind)}."
    if is_table(entry.kind):
        value = tuple({**dict(cast(Any, values[item.name])), **dict(cast(Any, value))}.items())
    values[item.name] = value
    return ""


def _raise(problems: list[str], fix: str) -> None:
    if problems:
        raise SettingsError("\n".join(problems), fix)


def _show(raw: object) -> str:
    text = f'"{raw}"' if isinstance(raw, str) else str(raw)
    return text if len(text) <= 60 else f"{text[:57]}..."
