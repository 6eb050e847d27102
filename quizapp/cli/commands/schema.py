"""`quizapp schema`: the JSON Schema of decks."""

import click


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of decks, for editors.

    An editor that knows it completes keys and marks mistakes while you type.
    """
    from quizapp.formats.schema import schema_text

    click.echo(schema_text(), nl=False)
