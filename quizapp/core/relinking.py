"""Find a question again after an edit that changed its id: which vanished question became which new one.

Evidence is used from the strongest to the weakest, and at each level only where it is mutual and leaves one
candidate on both sides:

1. the author's `replaces:`;
2. the same prompt;
3. the same answer and a similar prompt;
4. the same answer, when it is long enough to tell questions apart;
5. the same words but for slips of the pen, or a similar prompt and answer without a word replaced.

What is left with several candidates, or with one that is only likely, is unsure: to be asked, never guessed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product

from quizapp.core.question import QuestionId

_SIMILAR = 0.75
_SAME_ANSWER = 0.6
_ALIKE_ANSWER = 0.85
_PAIRS = 2_000_000
"""How many pairs of prompts are compared at most (a fraction of a second); beyond, only equal texts count."""
_SHORT_PAIRS = 250_000
"""How many pairs of questions with one and the same answer are looked at."""
_CANDIDATES = 4
_TELLING = 4
_WEIGHTY = 3
_SLIP_LETTERS = 5
_TRUTHS = frozenset({"true", "false", "yes", "no"})


@dataclass(frozen=True, slots=True)
class Known:
    """A question as relinking sees it; `prompt` and `answer_text` are normalised."""

    id: QuestionId
    prompt: str
    answer_fingerprint: str
    answer_text: str


@dataclass(frozen=True, slots=True)
class Appeared:
    """A new question, and the ids that its author says it replaces."""

    known: Known
    replaces: tuple[QuestionId, ...] = ()


@dataclass(frozen=True, slots=True)
class Unsure:
    """A vanished question with the new ones that it may have become."""

    old: QuestionId
    candidates: tuple[QuestionId, ...]


@dataclass(frozen=True, slots=True)
class Relinking:
    """`moves` are (old id, new id) beyond doubt; `ambiguous` are for a person to decide."""

    moves: tuple[tuple[QuestionId, QuestionId], ...] = ()
    ambiguous: tuple[Unsure, ...] = ()


Edge = tuple[int, int]


def match_up(old: Sequence[Known], new: Sequence[Appeared]) -> Relinking:
    """Pair vanished questions of a deck with new ones of the same deck; see the module for the rules.

    Only `replaces:` may join several old questions into one.
    """
    found = _Search(old, [each.known for each in new])
    found.declared([each.replaces for each in new])
    found.settle(_same(found, lambda known: known.prompt))
    found.settle(_same_answer(found))
    found.settle(_telling_answer(found))
    found.settle(_reworded(found))
    return found.result()


@dataclass(slots=True)
class _Search:
    old: Sequence[Known]
    new: Sequence[Known]
    moves: list[Edge] = field(default_factory=list)
    doubts: list[Edge] = field(default_factory=list)
    free_old: set[int] = field(default_factory=set)
    free_new: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.free_old, self.free_new = set(range(len(self.old))), set(range(len(self.new)))

    def declared(self, replaces: Sequence[Iterable[QuestionId]]) -> None:
        """Follow `replaces:`; an old question that several new ones claim is for a person to decide."""
        places = {known.id: place for place, known in enumerate(self.old)}
        claims = [(places[name], n) for n, names in enumerate(replaces) for name in names if name in places]
        claimed = Counter(o for o, _ in dict.fromkeys(claims))
        sure = [(o, n) for o, n in dict.fromkeys(claims) if claimed[o] == 1]
        self.doubts += [(o, n) for o, n in dict.fromkeys(claims) if claimed[o] > 1]
        self._take(sure)
        self.free_old -= set(claimed)

    def settle(self, edges: Iterable[Edge]) -> None:
        """Take the pairs in which neither side has another candidate, and remember the others as doubts."""
        open_edges = [(o, n) for o, n in dict.fromkeys(edges) if o in self.free_old and n in self.free_new]
        olds, news = Counter(o for o, _ in open_edges), Counter(n for _, n in open_edges)
        sure = [(o, n) for o, n in open_edges if olds[o] == 1 and news[n] == 1]
        self.doubts += [(o, n) for o, n in open_edges if olds[o] > 1 or news[n] > 1]
        self._take(sure)

    def _take(self, sure: list[Edge]) -> None:
        self.moves += sure
        self.free_old -= {o for o, _ in sure}
        self.free_new -= {n for _, n in sure}

    def result(self) -> Relinking:
        settled = {o for o, _ in self.moves}
        taken = {n for _, n in self.moves}
        unsure: dict[int, list[int]] = defaultdict(list)
        for o, n in dict.fromkeys(self.doubts):
            if o not in settled and n not in taken:
                unsure[o].append(n)
        return Relinking(
            tuple((self.old[o].id, self.new[n].id) for o, n in sorted(self.moves)),
            tuple(
                Unsure(self.old[o].id, tuple(self.new[n].id for n in sorted(unsure[o])[:_CANDIDATES]))
                for o in sorted(unsure)
            ),
        )


def _same(found: _Search, text: Callable[[Known], str]) -> list[Edge]:
    """All open pairs whose text is equal and not empty."""
    by_text: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for o in sorted(found.free_old):
        by_text[text(found.old[o])][0].append(o)
    for n in sorted(found.free_new):
        by_text[text(found.new[n])][1].append(n)
    groups = [group for value, group in by_text.items() if value]
    return [
        edge for olds, news in groups if len(olds) * len(news) <= _SHORT_PAIRS for edge in product(olds, news)
    ]


def _same_answer(found: _Search) -> list[Edge]:
    from rapidfuzz import fuzz

    edges = []
    for o, n in _same(found, lambda known: known.answer_fingerprint):
        old, new = found.old[o], found.new[n]
        likeness = fuzz.ratio(old.prompt, new.prompt) / 100
        if _telling(old) and likeness >= _SAME_ANSWER:
            edges.append((o, n))
        elif not _telling(old) and likeness >= _SIMILAR:
            (found.doubts if _word_replaced(old.prompt, new.prompt) else edges).append((o, n))
    return edges


def _telling_answer(found: _Search) -> list[Edge]:
    return [(o, n) for o, n in _same(found, lambda k: k.answer_fingerprint) if _telling(found.old[o])]


def _reworded(found: _Search) -> list[Edge]:
    from rapidfuzz import fuzz, process

    olds, news = sorted(found.free_old), sorted(found.free_new)
    if len(olds) * len(news) > _PAIRS:
        return []
    prompts = {n: found.new[n].prompt for n in news}
    edges = []
    for o in olds:
        old = found.old[o]
        for _, _, n in process.extract(
            old.prompt,
            prompts,
            scorer=fuzz.ratio,
            processor=None,
            score_cutoff=100 * _SIMILAR,
            limit=_CANDIDATES,
        ):
            new = found.new[n]
            replaced = _word_replaced(old.prompt, new.prompt)
            alike = fuzz.ratio(old.answer_text, new.answer_text) >= 100 * _ALIKE_ANSWER
            if only_slips(old.prompt, new.prompt) or (alike and _telling(old) and not replaced):
                edges.append((o, n))
            elif alike and _telling(old):
                found.doubts.append((o, n))
    return edges


def _telling(known: Known) -> bool:
    """Whether few other questions have this answer."""
    return len(known.answer_text) >= _TELLING and known.answer_text not in _TRUTHS


def only_slips(old: str, new: str) -> bool:
    """Whether two prompts have the same words in the same order, but for slips of the pen."""
    before, after = _words(old), _words(new)
    return bool(before) and len(before) == len(after) and all(map(_slip, before, after))


def _word_replaced(old: str, new: str) -> bool:
    """Whether both prompts have a word of weight, or a number, that the other has not, slips apart."""
    before, after = Counter(_words(old)), Counter(_words(new))
    gone = [word for word in before - after if _weighs(word)]
    come = [word for word in after - before if _weighs(word)]
    kept_gone = [word for word in gone if not any(_slip(word, other) for other in come)]
    kept_come = [word for word in come if not any(_slip(word, other) for other in gone)]
    return bool(kept_gone and kept_come)


def _weighs(word: str) -> bool:
    return len(word) >= _WEIGHTY or any(c.isdigit() for c in word)


def _slip(old: str, new: str) -> bool:
    """Whether two words are equal or one letter (or one swap) apart; never in numbers or at the start."""
    from rapidfuzz.distance import OSA

    if old == new:
        return True
    if min(len(old), len(new)) < _SLIP_LETTERS or old[0] != new[0] or any(c.isdigit() for c in old + new):
        return False
    return OSA.distance(old, new, score_cutoff=1) <= 1


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text).split()
