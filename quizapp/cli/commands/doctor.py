"""`quizapp doctor`: examine the progress file, and repair what can be repaired."""

import click

from quizapp.cli.clock import SystemClock, TimeNames
from quizapp.cli.compose import open_store
from quizapp.cli.output import agreed, narrate, say, say_json
from quizapp.cli.run import Exit
from quizapp.cli.start import Start, with_start
from quizapp.cli.telling import watching
from quizapp.core.wording import plural


@click.command("doctor")
@click.option("--yes", is_flag=True, help="Repair without asking.")
@click.option("--json", "as_json", is_flag=True, help="For a program; repairs only with --yes.")
@with_start
def command(start: Start, yes: bool, as_json: bool) -> int:
    """Examine the progress file, and repair what can be repaired.

    Is the file sound, and do memory and counts say what the log of answers says? A repair writes them anew
    from the log, after a backup; answers are never changed. Exit code 1: something is wrong still.
    """
    from quizapp.services.doctor import examine, repair

    clock = SystemClock()
    with open_store(start.paths, clock, TimeNames()) as store:
        with watching("Examining") as tell:
            problems = examine(store, tell)
        found = problems
        curable = any(problem.repairable for problem in problems)
        if not as_json:
            for problem in problems:
                say(problem.message)
        if curable and (yes or (not as_json and agreed("Repair this now?", False, unasked_is_no=True))):
            with watching("Repairing") as tell:
                problems = repair(store, clock, tell)
            narrate("Repaired." if not problems else "Not all could be repaired.")
    if as_json:
        say_json(
            [
                {
                    "code": problem.ailment.value,
                    "message": problem.message,
                    "repairable": problem.repairable,
                    "repaired": problem not in problems,
                }
                for problem in found
            ]
        )
    elif not problems:
        narrate(f"{start.paths.store} is sound.")
    else:
        narrate(f"{plural(len(problems), 'problem')} in {start.paths.store}.")
        if not all(problem.repairable for problem in problems):
            narrate("Go back to a backup instead: `quizapp backup --list`, then `quizapp restore`.")
    return Exit.FINDINGS if problems else Exit.DONE
