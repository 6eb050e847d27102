"""Which drafts go together: no two of the same fact, no section and no kind too much."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.prose import Line
from quizapp.articles.words.phrasing import bare

_PAIRS = tuple(
    frozenset({each, Technique.MEANING})
    for each in (Technique.DEFINITION, Technique.TERM_GAP, Technique.CALLED)
)
_PAIRS += tuple(
    frozenset({each, gap})
    for each in (Technique.CONDITION, Technique.HOLDING, Technique.OTHER_NAME, Technique.CAUSE)
    for gap in (Technique.TERM_GAP, Technique.CALLED, Technique.MEANING, Technique.DEFINITION)
    if (each, gap) != (Technique.CONDITION, Technique.DEFINITION)
)
_PAIR = frozenset({Technique.DEFINITION, Technique.MEANING, Technique.TERM_GAP, Technique.CALLED})
_DATES_SHARE = 0.25
_DATES_LEAST = 3
_SAME_WORDING = 86
_SAME_ANSWER_WORDING = 60
_MOST_OF_ONE = {Technique.NAME_GAP: 0.2, Technique.WHY: 0.4, Technique.ABBREVIATION: 0.15}
_ALWAYS = 3
_MOST_OF_LINE = 4
_DENSEST, _PER, _LEAST_OF_SECTION = 12, 500, 10
_BOTH_WAYS = frozenset({Technique.DEFINITION, Technique.MEANING})


def select(scored: Sequence[tuple[float, Candidate]], lines: Sequence[Line]) -> list[tuple[float, Candidate]]:
    """The best of each sentence and fact, in the order of the article; nothing is added to fill a quota.

    No section gives more than its length bears; `lines` are those of the whole article.
    """
    taken: list[tuple[float, Candidate]] = []
    of_line: dict[int, list[Candidate]] = defaultdict(list)
    answers: dict[str, list[Candidate]] = defaultdict(list)
    words: dict[str, list[Candidate]] = defaultdict(list)
    counts: Counter[Technique] = Counter()
    ranked = sorted(
        scored, key=lambda pair: (-pair[0], pair[1].line.number, pair[1].technique, pair[1].prompt)
    )
    allowed = _allowances(ranked)
    room = _room(lines)
    for value, candidate in ranked:
        if counts[candidate.technique] >= allowed[candidate.technique]:
            continue
        section = candidate.line.sentence.section
        if room[section] <= 0:
            continue
        if not _new_to_line(candidate, of_line[candidate.line.number]):
            continue
        answer = bare(candidate.answer).lower()
        if _repeats(candidate, answers[answer], words, of_line):
            continue
        taken.append((value, candidate))
        of_line[candidate.line.number].append(candidate)
        answers[answer].append(candidate)
        for word in _key_words(candidate):
            words[word].append(candidate)
        counts[candidate.technique] += 1
        room[section] -= 1
    return sorted(taken, key=lambda pair: (pair[1].line.number, pair[1].technique, pair[1].prompt))


def _allowances(ranked: Sequence[tuple[float, Candidate]]) -> dict[Technique, int]:
    total = len({candidate.line.number for _, candidate in ranked})
    allowed = dict.fromkeys(Technique, total * 2)
    allowed[Technique.WHEN] = max(_DATES_LEAST, round(total * _DATES_SHARE))
    for technique, share in _MOST_OF_ONE.items():
        allowed[technique] = max(_ALWAYS, round(total * share))
    return allowed


def _room(lines: Sequence[Line]) -> dict[int, int]:
    """How many questions each section may give, by its length."""
    words: Counter[int] = Counter()
    for line in lines:
        words[line.sentence.section] += len(line.text.split())
    return {
        section: max(_LEAST_OF_SECTION, round(count * _DENSEST / _PER)) for section, count in words.items()
    }


def _new_to_line(candidate: Candidate, others: list[Candidate]) -> bool:
    """Two questions a statement, each for something else; of two gaps both must be sure."""
    if len(others) >= _MOST_OF_LINE:
        return False
    near = [other for other in others if _overlap(other.line.text, candidate.line.text)]
    techniques = {other.technique for other in near} | {candidate.technique}
    if not near or (len(near) == 1 and (techniques in _PAIRS or _other_fact(near[0], candidate))):
        return True
    of_own = [other for other in near if _of_one_term(other, candidate)]
    return techniques <= _BOTH_WAYS and len(of_own) < 2 and all(_apart(other, candidate) for other in near)


def _other_fact(one: Candidate, other: Candidate) -> bool:
    """Whether two questions of one statement have answers of their own."""
    if one.form is other.form is Form.CLOZE and not (one.sure and other.sure):
        return False
    answers = bare(one.answer).lower(), bare(other.answer).lower()
    inside = answers[0] in answers[1] or answers[1] in answers[0]
    return not inside and fuzz.token_set_ratio(*answers) <= _SAME_WORDING


def _of_one_term(one: Candidate, other: Candidate) -> bool:
    """Whether one asks for the meaning of what the other asks for."""
    return (
        bare(one.answer).lower() in other.prompt.lower() or bare(other.answer).lower() in one.prompt.lower()
    )


def _apart(one: Candidate, other: Candidate) -> bool:
    """Whether two definitions of a sentence are those of two terms, or the two directions of one."""
    if one.technique is not other.technique:
        return True
    return (
        bare(one.answer).lower() not in other.answer.lower()
        and bare(other.answer).lower() not in one.answer.lower()
    )


def _overlap(one: str, other: str) -> bool:
    """Whether two statements of one sentence are not two parts of it."""
    short, long = sorted((one.rstrip(".").lower(), other.lower()), key=len)
    return short.rstrip(".") in long


def _key_words(candidate: Candidate) -> set[str]:
    return {word for word in candidate.prompt.lower().split() if len(word) > 5}


def _repeats(
    candidate: Candidate,
    same_answer: list[Candidate],
    words: dict[str, list[Candidate]],
    of_line: dict[int, list[Candidate]],
) -> bool:
    for other in same_answer:
        if fuzz.token_set_ratio(candidate.prompt, other.prompt) > _SAME_ANSWER_WORDING:
            return True
    near: Counter[int] = Counter()
    for word in _key_words(candidate):
        near.update(other.line.number for other in words[word][-20:])
    for number, _ in near.most_common(8):
        for other in of_line[number]:
            if other.technique in _PAIR and candidate.technique in _PAIR and number == candidate.line.number:
                continue
            if _alike(candidate, other):
                return True
    return False


def _alike(one: Candidate, other: Candidate) -> bool:
    """Whether two prompts ask the same; meanings of two terms that share words do not."""
    if one.technique is other.technique is Technique.MEANING:
        same = one.prompt.lower() == other.prompt.lower()
        return same or fuzz.token_set_ratio(one.answer, other.answer) > _SAME_WORDING
    return fuzz.token_set_ratio(one.prompt, other.prompt) > _SAME_WORDING
