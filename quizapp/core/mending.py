"""Mending a question: another type, the other direction, another gap, other answers and options.

Every function gives a new question with the same id, reference and origin, or raises UsageError that says
why it cannot be done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from quizapp.core.dates import Precision, parse_date
from quizapp.core.identity import code, normalised
from quizapp.core.question import (
    Accepted,
    Blank,
    Choice,
    Cloze,
    Common,
    Date,
    Flashcard,
    Number,
    Option,
    Question,
    TextRule,
    Typed,
)
from quizapp.errors import UsageError

GAP = "____"
MOST_TYPED = 7
"""Words of an answer that can still be typed."""
SHORT = 3
"""Words of an answer that is typed unless the teacher says otherwise."""

_SEPARATED = re.compile(r"\s*[;\n]\s*")
_WORD = re.compile(r"[^\W_]+(?:[-'’.,:/][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Core:
    """A question with one answer: the prompt and the right answers, of which the first is shown."""

    prompt: str
    answers: tuple[str, ...]

    @property
    def answer(self) -> str:
        return self.answers[0]


def core_of(question: Question) -> Core | None:
    """The question's prompt and answers; None when it has not exactly one thing to answer."""
    match question:
        case Cloze(each=False, segments=segments):
            blanks = [s for s in segments if isinstance(s, Blank)]
            return Core(question.prompt, blanks[0].answers) if len(blanks) == 1 else None
        case Typed(accept=accept):
            return Core(question.prompt, tuple(a.text for a in accept if not a.regex))
        case Date(text=text) | Number(text=text):
            return Core(question.prompt, (text,))
        case Choice(options=options):
            return Core(question.prompt, tuple(o.text for o in options if o.right))
        case Flashcard(answer=answer):
            return Core(question.prompt, (answer,))
        case _:
            return None


def wrong_options(question: Question) -> tuple[str, ...]:
    """The wrong options of a choice; none for other types."""
    return tuple(o.text for o in question.options if not o.right) if isinstance(question, Choice) else ()


def common(question: Question) -> dict[str, Any]:
    """The keys that questions of all types share."""
    return {f.name: getattr(question, f.name) for f in fields(Common)}


def in_next_type(question: Question, derived: Question, wrong: Sequence[str]) -> Question:
    """The question as the next type that it can have: cloze, typed, date, choice, flashcard, and round again.

    An answer that is a list is neither typed nor chosen: nobody types it as it is written. `wrong` are
    options for a choice. Further right answers of `derived` are not lost on the way.
    """
    core = core_of(question)
    if core is None:
        raise UsageError("This type of question cannot be turned into another.")
    before = core_of(derived)
    if before and normalised(before.answer) == normalised(core.answer):
        core = Core(core.prompt, tuple(dict.fromkeys((*core.answers, *before.answers))))
    possible = list(_types(question, core, (*wrong_options(question), *wrong)))
    at = next((n for n, each in enumerate(possible) if type(each) is type(question)), -1)
    following = possible[(at + 1) % len(possible)]
    if type(following) is type(question):
        if _items(core.answer):
            raise UsageError(
                "The answer is a list, which is not typed or chosen as one text.",
                "s splits it: a card for each item.",
            )
        raise UsageError("No other type fits this question; o gives it wrong options for a choice.")
    return following


def _types(question: Question, core: Core, wrong: Sequence[str]) -> Iterator[Question]:
    shared = {**common(question), "prompt": core.prompt}
    listed = bool(_items(core.answer))
    if core.prompt.count(GAP) == 1:
        yield _cloze(shared, core.prompt, core.answers)
    short = len(core.answer.split()) <= MOST_TYPED and "\n" not in core.answer
    date = parse_date(core.answer)
    if date and date.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR):
        yield Date(**shared, text=core.answer, value=date)
    elif short and not listed:
        yield Typed(**shared, accept=tuple(map(Accepted, core.answers)))
    usable = _usable(core, wrong)
    if usable and not listed:
        yield Choice(**shared, options=_options(core.answer, usable))
    yield Flashcard(**shared, answer=core.answer)


def _usable(core: Core, wrong: Sequence[str]) -> tuple[str, ...]:
    """Wrong options, each once, without those that are right."""
    right = {normalised(answer) for answer in core.answers}
    unique = {normalised(text): text for text in reversed(wrong) if text.strip()}
    return tuple(text for text in dict.fromkeys(wrong) if unique.get(normalised(text)) == text and
                 normalised(text) not in right)  # fmt: skip


def _options(right: str, wrong: Sequence[str]) -> tuple[Option, ...]:
    return (Option(right, True), *(Option(text, False) for text in wrong))


def _cloze(shared: dict[str, Any], prompt: str, answers: tuple[str, ...]) -> Cloze:
    before, _, after = prompt.partition(GAP)
    parts = tuple(part for part in (before, Blank(answers, key=code(answers[0])), after) if part)
    return Cloze(**shared, segments=parts)


def asked_plainly(shared: dict[str, Any], prompt: str, answers: tuple[str, ...]) -> Question:
    """A typed question when the answer is short and no list, else a flashcard."""
    keys = {**shared, "prompt": prompt}
    if len(answers[0].split()) <= SHORT and not _items(answers[0]):
        return Typed(**keys, accept=tuple(map(Accepted, answers)))
    return Flashcard(**keys, answer=answers[0])


_FOR_TERM = re.compile(r"What is (?:the term for|called) (?P<meaning>.+?)\?$", re.DOTALL)
_FOR_MEANING = re.compile(r"What (?:is meant by|does) “(?P<term>.+?)”(?: mean)?\?$")
_WHAT_IS = re.compile(r"What (?:is|are) (?:an? |the )?(?P<term>[^,?]{1,60})\?$")
_WHO = re.compile(r"Who (?P<verb>is|was|are|were) (?P<who>[^?]{1,80})\?$")


def flipped(question: Question) -> Question:
    """The question asked from its answer: the term for a meaning, the meaning of a term, who did it."""
    core = core_of(question)
    shared = common(question)
    if core is None or isinstance(question, Cloze):
        raise UsageError("This question has no other direction.")
    if found := _FOR_TERM.match(core.prompt):
        meaning = found["meaning"]
        return Flashcard(
            **{**shared, "prompt": f"What is meant by “{core.answer}”?"},
            answer=meaning[:1].upper() + meaning[1:],
        )
    if found := _FOR_MEANING.match(core.prompt) or _WHAT_IS.match(core.prompt):
        meaning = _small(core.answer).rstrip(" .")
        return asked_plainly(shared, f"What is the term for {meaning}?", (found["term"],))
    if found := _WHO.match(core.prompt):
        return asked_plainly(
            shared, f"Who {found['verb']} {_small(core.answer).rstrip(' .')}?", (found["who"],)
        )
    raise UsageError("This question has no other direction.", "e and n change what is asked and answered.")


def _small(text: str) -> str:
    return text[0].lower() + text[1:] if re.match(r"(?:An?|The|Any|One) ", text) else text


def split_list(question: Question) -> Question:
    """A cloze with a gap and a card for each item of the answer: in the quote, else after the prompt."""
    core = core_of(question)
    items = _items(core.answer) if core else ()
    if core is None or not items:
        raise UsageError("The answer is no list whose items are separated by semicolons.")
    quote = question.ref.quote if question.ref else ""
    segments = _with_gaps(quote, items) or _below(core.prompt, items)
    prompt = "".join(GAP if isinstance(s, Blank) else s for s in segments)
    return Cloze(**{**common(question), "prompt": prompt}, segments=segments, each=True)


def _items(answer: str) -> tuple[str, ...]:
    """The items of an answer that is a list, each another; () for an answer that is none."""
    items = tuple(item for item in _SEPARATED.split(answer) if item)
    different = len({normalised(item) for item in items})
    return items if 2 <= len(items) == different else ()


def _with_gaps(quote: str, items: Sequence[str]) -> tuple[str | Blank, ...]:
    """The quote with a gap for each item, in their order; () when one is not found."""
    segments: list[str | Blank] = []
    at = 0
    for item in items:
        found = re.compile(rf"(?<!\w){re.escape(item)}(?!\w)", re.IGNORECASE).search(quote, at)
        if not found:
            return ()
        segments += [part for part in (quote[at : found.start()], _blank(found[0])) if part]
        at = found.end()
    return (*segments, quote[at:]) if quote[at:] else tuple(segments)


def _below(prompt: str, items: Sequence[str]) -> tuple[str | Blank, ...]:
    segments: list[str | Blank] = [f"{prompt} "]
    for number, item in enumerate(items):
        segments += ["; ", _blank(item)] if number else [_blank(item)]
    return tuple(segments)


def _blank(text: str) -> Blank:
    return Blank((text,), key=code(text))


def text_for_gap(question: Question) -> str:
    """The sentence in which a gap can be chosen: a cloze filled in, else the quote."""
    if isinstance(question, Cloze):
        return "".join(s.answers[0] if isinstance(s, Blank) else s for s in question.segments)
    return question.ref.quote if question.ref else ""


def gap_of(question: Question) -> tuple[int, int]:
    """Where the first gap lies in `text_for_gap`; (0, 0) when there is none."""
    at = 0
    for segment in question.segments if isinstance(question, Cloze) else ():
        if isinstance(segment, Blank):
            return at, at + len(segment.answers[0])
        at += len(segment)
    return 0, 0


def word_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where the words of a text are that a gap can take; marks around them are left out."""
    return tuple(found.span() for found in _WORD.finditer(text))


def with_gap(question: Question, start: int, end: int) -> Question:
    """A cloze whose one gap is characters [start, end) of `text_for_gap`."""
    text = text_for_gap(question)
    answer = text[start:end]
    if not answer.strip() or GAP in text:
        raise UsageError("Choose at least one word for the gap.")
    prompt = text[:start] + GAP + text[end:]
    made = _cloze({**common(question), "prompt": prompt}, prompt, (answer,))
    return replace(made, rule=question.rule) if isinstance(question, Cloze) else made


def with_wrong_options(question: Question, wrong: Sequence[str]) -> Question:
    """A choice with these wrong options; without any, what the answer makes without options."""
    core = core_of(question)
    if core is None:
        raise UsageError("This type of question takes no options here; change it in the deck file.")
    if not any(text.strip() for text in wrong):
        return asked_plainly(common(question), core.prompt, core.answers)
    usable = _usable(core, [text.strip() for text in wrong])
    if len(usable) < len([text for text in wrong if text.strip()]):
        raise UsageError("A wrong option stands there twice, or is the right answer.")
    held = {o.text: o for o in question.options} if isinstance(question, Choice) else {}
    fresh = _options(core.answer, usable)
    options = tuple(held[o.text] if o.text in held and held[o.text].right == o.right else o for o in fresh)
    return Choice(**common(question), options=options)


def rule_of(question: Question) -> TextRule:
    """How the typed text of a question is compared."""
    return question.rule if isinstance(question, Cloze | Typed) else TextRule()
