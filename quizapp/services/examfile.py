"""The result file of an exam: what the learner gives to the teacher."""

from __future__ import annotations

import re
from pathlib import Path

from quizapp.core.handin import Attempt
from quizapp.errors import UsageError
from quizapp.formats.handin import encode
from quizapp.saving import save_over
from quizapp.services.desk import Desk
from quizapp.services.handingin import hand_in

_NOT_IN_NAME = re.compile(r"[^\w-]+")


def write_result(desk: Desk, attempt: Attempt, name: str, folder: Path, file: Path | None = None) -> Path:
    """Write one attempt under the learner's chosen `name`, to `file` or to a new file in `folder`; where.

    No file is ever replaced: one more gets a number. UsageError when it cannot be written.
    """
    data = encode(hand_in(desk, name, (), (attempt,))).encode("utf-8")
    wanted = file or folder / file_name(attempt, name)
    try:
        for number in range(1, 1000):
            target = wanted if number == 1 else wanted.with_stem(f"{wanted.stem}-{number}")
            if not target.exists():
                save_over(target, None, data)
                return target
    except OSError as error:
        raise _unwritten(wanted, attempt, error.strerror or "unknown reason") from error
    raise _unwritten(wanted, attempt, "there are too many files of this name")


def file_name(attempt: Attempt, name: str) -> str:
    """`exam-rome-Ann-2026-03-02.json`, with the number of the attempt from the second on."""
    number = f"attempt-{attempt.number}" if attempt.number > 1 else ""
    parts = ("exam", attempt.deck, name, f"{attempt.ended_at:%Y-%m-%d}", number)
    return "-".join(plain for part in parts if (plain := _NOT_IN_NAME.sub("-", part).strip("-"))) + ".json"


def _unwritten(target: Path, attempt: Attempt, why: str) -> UsageError:
    return UsageError(
        f"{target}: the result file cannot be written: {why}. Your exam itself is saved.",
        f"`quizapp hand-in --exam --deck {attempt.deck} --out FILE` writes it to another place.",
    )
