"""`quizapp settings`: show and change settings."""

import click

from quizapp.cli.output import narrate, say, say_json, table
from quizapp.cli.start import Start, with_start
from quizapp.settings import Entry, Loaded, entries
from quizapp.settings.kinds import as_text, describe, to_toml


@click.group("settings", invoke_without_command=True)
@click.pass_context
def command(context: click.Context) -> None:
    """Show and change settings.

    Without a further command it shows them.
    """
    if context.invoked_subcommand is None:
        context.invoke(show)


@command.command("show")
@click.argument("name", required=False)
@click.option("--json", "as_json", is_flag=True, help="For a program.")
@with_start
def show(start: Start, name: str | None = None, as_json: bool = False) -> None:
    """Show all settings, or explain one, and where each value comes from."""
    loaded = start.loaded()
    if name is not None:
        _explain(_entry(name), loaded)
    elif as_json:
        say_json({each.name: _as_json(each, loaded) for each in entries()})
    else:
        table([(each.name, _value(each, loaded) or "-", loaded.origin[each.name]) for each in entries()])


@command.command("set")
@click.argument("name")
@click.argument("value")
@with_start
def set_(start: Start, name: str, value: str) -> None:
    """Set a setting in the settings file: `quizapp settings set retention 0.85`.

    Parts of tables are set one by one: `quizapp settings set deck_retention.rome-w3 0.95`.
    """
    from quizapp.settings.loading import read_text
    from quizapp.settings.writing import set_value

    head, raw = read_text(name, value)
    set_value(start.paths.config_file, head, raw)
    narrate(f"{name} is now {value} (in {start.paths.config_file}).")
    origin = start.loaded().origin.get(head, "")
    if origin.startswith(("QUIZAPP_", "--set")):
        narrate(f"But {origin} stands above the file, so it does not act now.")


@command.command("unset")
@click.argument("name")
@with_start
def unset(start: Start, name: str) -> None:
    """Take a setting out of the settings file, so that its default holds."""
    from quizapp.settings.writing import unset_value

    head, _, part = name.partition(".")
    gone = unset_value(start.paths.config_file, head, part)
    narrate(f"{name} is no longer set." if gone else f"{name} was not set in {start.paths.config_file}.")


def _entry(name: str) -> Entry:
    from quizapp.errors import SettingsError
    from quizapp.settings.loading import unknown

    found = next((each for each in entries() if each.name == name), None)
    if found is None:
        raise SettingsError(unknown(name))
    return found


def _explain(entry: Entry, loaded: Loaded) -> None:
    say(entry.help)
    say(f"value     {_value(entry, loaded) or '-'} ({loaded.origin[entry.name]})")
    say(f"default   {as_text(entry.kind, entry.default) or '-'}")
    say(f"allowed   {describe(entry.kind)}")
    say(f"variable  {entry.variable}")


def _value(entry: Entry, loaded: Loaded) -> str:
    return as_text(entry.kind, getattr(loaded.settings, entry.name))


def _as_json(entry: Entry, loaded: Loaded) -> dict[str, object]:
    value = to_toml(entry.kind, getattr(loaded.settings, entry.name))
    return {"value": value, "from": loaded.origin[entry.name]}
