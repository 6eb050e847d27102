"""The content rule against questions that answer themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.core.dates import Precision
from quizapp.core.identity import normalised
from quizapp.core.question import Blank, Choice, Cloze, Date, Multiple, Number, Question, Typed
from quizapp.core.remark import Remark, quoted

_SHORTEST = 3
_COMMON = frozenset(["the", "and", "not", "yes", "for", "one", "two", "its", "his", "her", "any", "all"])


def answer_in_prompt(question: Question) -> Iterator[Remark]:
    """Says that the right answer stands in what is asked, when no wrong one does."""
    for key, answer in _visible(question):
        yield Remark(
            question,
            key,
            "answer-in-prompt",
            f"The answer {quoted(answer)} can be read in the question itself.",
            "Ask in other words.",
        )


def _visible(question: Question) -> Iterator[tuple[str, str]]:
    match question:
        case Choice(options=options) | Multiple(options=options):
            asked = normalised(question.prompt)
            if not any(_found(o.text, asked) for o in options if not o.right):
                yield from (("q", o.text) for o in options if o.right and _inside(o.text, asked))
        case Typed(accept=accept):
            asked = normalised(question.prompt)
            yield from (("q", a.text) for a in accept[:1] if not a.regex and _inside(a.text, asked))
        case Number(text=text) if _inside(text, normalised(question.prompt)):
            yield "q", text
        case Date(text=text, value=value) if value.precision in (
            Precision.DAY,
            Precision.MONTH,
            Precision.YEAR,
        ):
            if _inside(text, normalised(question.prompt)):
                yield "q", text
        case Cloze(segments=segments):
            yield from (("cloze", answer) for answer in _repeated(segments))
        case _:
            return


def _repeated(segments: tuple[str | Blank, ...]) -> Iterator[str]:
    """The answers of gaps that stand elsewhere in the text."""
    asked = normalised(" \x00 ".join(s for s in segments if isinstance(s, str)))
    for segment in segments:
        if isinstance(segment, Blank) and _inside(segment.answers[0], asked):
            yield segment.answers[0]


def _inside(answer: str, asked: str) -> bool:
    """Whether an answer that is longer than a small word stands in the normalised text."""
    bare = normalised(answer).strip(".?! ")
    return len(bare) >= _SHORTEST and bare not in _COMMON and _found(answer, asked)


def _found(text: str, asked: str) -> bool:
    """Whether the whole text stands in the normalised one, not as a part of longer words."""
    bare = normalised(text).strip(".?! ")
    return bare in asked and re.search(rf"(?<!\w){re.escape(bare)}(?!\w)", asked) is not None
