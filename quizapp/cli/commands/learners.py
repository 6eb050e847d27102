"""`quizapp learners`: list, add and rename learners."""

import click

from quizapp.cli.clock import SystemClock, TimeNames
from quizapp.cli.compose import login_name, new_learner, open_store
from quizapp.cli.output import narrate, say, say_json
from quizapp.cli.people import choose_learner, good_name, named_learner
from quizapp.cli.start import Start, with_start
from quizapp.errors import UsageError
from quizapp.settings.writing import set_value


@click.group("learners", invoke_without_command=True)
@click.pass_context
def command(context: click.Context) -> None:
    """List, add and rename learners.

    Without a further command it lists them. `quizapp delete` deletes one.
    """
    if context.invoked_subcommand is None:
        context.invoke(list_)


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="For a program.")
@with_start
def list_(start: Start, as_json: bool = False) -> None:
    """List the learners, a name a line."""
    with open_store(start.paths, SystemClock(), TimeNames()) as store:
        learners = store.learners()
    if as_json:
        said = ({"id": each.id, "name": each.name, "since": each.created_at.isoformat()} for each in learners)
        say_json(list(said))
        return
    for each in learners:
        say(each.name)
    if not learners:
        narrate("There is no learner yet; the first start makes one from the login name.")
        return
    try:
        chosen = choose_learner(learners, start.settings().learner, login_name())
        narrate(f"Without --learner, {chosen.name} is meant.")
    except UsageError as error:
        narrate(str(error))


@command.command("add")
@click.argument("name")
@with_start
def add(start: Start, name: str) -> None:
    """Add a learner."""
    clock, names = SystemClock(), TimeNames()
    tidy = good_name(name)
    with open_store(start.paths, clock, names) as store, store.writing() as writer:
        writer.add_learner(new_learner(tidy, clock, names))
    narrate(f'Added {tidy}. Study as {tidy} with: quizapp --learner "{tidy}"')


@command.command("rename")
@click.argument("old")
@click.argument("new")
@with_start
def rename(start: Start, old: str, new: str) -> None:
    """Give a learner another name; progress stays."""
    tidy = good_name(new)
    with open_store(start.paths, SystemClock(), TimeNames()) as store:
        learner = named_learner(store.learners(), old)
        with store.writing() as writer:
            writer.rename_learner(learner.id, tidy)
    if start.settings().learner.casefold() == learner.name.casefold():
        set_value(start.paths.config_file, "learner", tidy)
    narrate(f"{learner.name} is now {tidy}.")
