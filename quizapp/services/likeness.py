"""Whether two derived questions ask nearly the same of nearly the same sentence, and how near they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from quizapp.core.identity import answer_fingerprint, answer_text, normalised
from quizapp.core.question import Cloze, Flashcard, Question

ALIKE = 80
"""How alike (0..100, rapidfuzz ratio of letters) two readings of one sentence or answer are at least."""

STILL_ALIKE = 60
"""How alike (0..100) two answers are at least where prompt and sentence vouch for them."""

WORDS_ALIKE = 75
"""How alike (0..100, rapidfuzz ratio of words that carry meaning) two prompts are at least."""

_LONG = 4
"""An answer of at least so many words may be put a little otherwise; a shorter one is a term and stays."""
_WORD = re.compile(r"\w+(?:[.,'’-]\w+)*")
_DENIALS = frozenset({"not", "no", "never", "nor", "without", "cannot"})
_NUMBERS = frozenset(
    {
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "both",
    }
)
_LIGHT = re.compile(
    r"an?|the|of|in|on|at|to|for|by|with|and|or|is|are|was|were|be|its?|that|which|what|who|why|how|when|while"
    r"|where|do|does|did|as|from|this|term|_+"
)


@dataclass(frozen=True, slots=True)
class Sense:
    """A question as far as it is compared with another; texts are normalised.

    `asked` are the words of the prompt that carry meaning, `telling` the names in it with the numbers and
    denials of prompt and answer, `words` all words of both. `loose` says that the answer may be put a little
    otherwise.
    """

    prompt: str
    answer: str
    quote: str
    fingerprint: str
    asked: tuple[str, ...]
    telling: frozenset[str]
    words: frozenset[str]
    gap: bool
    card: bool
    loose: bool


def sense_of(question: Question) -> Sense:
    """What is compared of a question."""
    prompt, answer = normalised(question.prompt), answer_text(question)
    words = _WORD.findall(prompt)
    all_words = frozenset((*words, *_WORD.findall(answer)))
    names = {normalised(word) for word in _WORD.findall(question.prompt)[1:] if word[0].isupper()}
    return Sense(
        prompt=prompt,
        answer=answer,
        quote=normalised(question.ref.quote if question.ref else ""),
        fingerprint=answer_fingerprint(question),
        asked=tuple(word for word in words if not _LIGHT.fullmatch(word)) or tuple(words),
        telling=frozenset(names | {w for w in all_words if w[0].isdigit() or w in _DENIALS | _NUMBERS}),
        words=all_words,
        gap=isinstance(question, Cloze),
        card=isinstance(question, Flashcard),
        loose=len(answer.split()) >= _LONG,
    )


def nearness(old: Sense, new: Sense, *, wording: bool) -> float | None:
    """How near (0..300: prompt, answer and sentence) two questions are that ask the same; None for others.

    They ask the same with the same prompt and a similar sentence or answer, or from a similar sentence with
    the same answer and a similar prompt, or with both similar; with `wording` the same answer will do there.
    Another number, name or denial, another term, and a gap instead of a question are another fact.
    """
    if old.gap != new.gap or not (old.telling <= new.words and new.telling <= old.words):
        return None
    prompts = 100.0 if old.prompt == new.prompt else _by_word(old.asked, new.asked)
    same = old.fingerprint == new.fingerprint
    answers = 100.0 if same else fuzz.ratio(old.answer, new.answer)
    quotes = fuzz.ratio(old.quote, new.quote)
    if old.prompt == new.prompt:
        fits = same or ((old.card or old.loose) and answers >= STILL_ALIKE and max(answers, quotes) >= ALIKE)
    elif quotes < ALIKE:
        fits = False
    elif same:
        fits = wording or prompts >= WORDS_ALIKE
    else:
        fits = old.loose and new.loose and min(prompts, answers) >= WORDS_ALIKE
    return prompts + answers + quotes if fits else None


def _by_word(old: Sequence[str], new: Sequence[str]) -> float:
    return 100 * Indel.normalized_similarity(old, new)
