"""`python -m quizapp` and the command `quizapp`."""

import sys

from quizapp.cli.run import run


def main() -> None:
    """Run the command line and exit with its code."""
    sys.exit(run())


if __name__ == "__main__":
    main()
