"""Multiple choice and multiple answers: options short (`a` and `wrong`) or in full (`options`)."""

from __future__ import annotations

from quizapp.core.identity import normalised
from quizapp.core.question import Choice, Multiple, Option, Pin
from quizapp.formats import keys
from quizapp.formats.keys import Kind
from quizapp.formats.native_common import CommonKeys
from quizapp.formats.native_fields import Fields, shortened


def read_choice(fields: Fields, kind: Kind, prompt: str, common: CommonKeys) -> Choice | Multiple | None:
    """The question; None when a finding says why not."""
    before = fields.report.errors
    options = _in_full(fields) if "options" in fields else _short(fields)
    right = sum(option.right for option in options)
    key = "options" if "options" in fields else "a"
    if fields.report.errors > before or _repeated(fields, key, options):
        return None
    if not right:
        fields.error(
            "no-right-option", key, "None of the options is right.", "Write one of them as `- right: ...`."
        )
        return None
    if right == len(options):
        fields.error(
            "no-wrong-option",
            key,
            "There is no wrong option.",
            "Add wrong options, as in wrong: [Tiber, Po].",
        )
        return None
    if kind is Kind.MULTIPLE:
        return Multiple(**common, prompt=prompt, options=options)
    if right > 1:
        fields.error(
            "several-right",
            "type",
            "A multiple choice has exactly one right option, and here are several.",
            "Delete `type: choice` to let learners pick them all, or make all but one wrong.",
        )
        return None
    return Choice(**common, prompt=prompt, options=options)


def _short(fields: Fields) -> tuple[Option, ...]:
    if "a" not in fields:
        fields.error(
            "no-answer", "wrong", "There are wrong options but no right one.", "Add the right one as `a:`."
        )
        return ()
    if "wrong" not in fields:
        fields.error(
            "no-wrong-option", "a", "There are no wrong options.", "Add them, as in wrong: [Tiber, Po]."
        )
        return ()
    if not fields.several("a"):
        fields.warn_of_one_text("wrong")
    right = [Option(text, True) for text in fields.texts("a")]
    return (*right, *(Option(text, False) for text in fields.texts("wrong")))


def _in_full(fields: Fields) -> tuple[Option, ...]:
    for key in ("a", "wrong"):
        if key in fields:
            fields.error(
                "two-ways",
                key,
                f"`options` and `{key}` cannot stand in one question.",
                "Keep one of the two.",
            )
    members = fields.members("options", "options, as in `- right: dictator` or `- wrong: consul`")
    return tuple(option for member in members if (option := _option(member)))


def _option(fields: Fields) -> Option | None:
    fields.check_keys(keys.OPTION, "option")
    if ("right" in fields) == ("wrong" in fields):
        fields.report.error(
            "right-or-wrong",
            fields.node.start,
            "An option is either right or wrong.",
            "Write it as `- right: ...` or as `- wrong: ...`.",
        )
        return None
    right = "right" in fields
    text = fields.text("right" if right else "wrong")
    return Option(text, right, fields.text("why"), _pin(fields)) if text else None


def _pin(fields: Fields) -> Pin | None:
    text = fields.text("pin")
    if not text:
        return None
    try:
        return Pin(text.casefold())
    except ValueError:
        fields.error(
            "bad-pin", "pin", f"`pin` cannot be `{shortened(text)}`.", "Write pin: first or pin: last."
        )
        return None


def _repeated(fields: Fields, key: str, options: tuple[Option, ...]) -> bool:
    seen: dict[str, bool] = {}
    for option in options:
        same = normalised(option.text)
        if same in seen:
            both = seen[same] != option.right
            fields.error(
                "right-and-wrong" if both else "duplicate-option",
                key,
                f"The option `{shortened(option.text)}` is both right and wrong."
                if both
                else f"The option `{shortened(option.text)}` is there twice.",
                "Delete one of the two.",
            )
            return True
        seen[same] = option.right
    return False
