"""The pools of an exam: which questions of the deck they mean, and whether these are enough."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal

from quizapp.core.deck import Deck
from quizapp.core.exam import Pool
from quizapp.core.identity import normalised
from quizapp.core.paper import candidates, meant, most, points_of, unaskable
from quizapp.core.question import Question, QuestionId
from quizapp.core.wording import plural
from quizapp.formats.native_common import read_level, read_tags
from quizapp.formats.native_fields import Fields, shortened
from quizapp.formats.native_nodes import Mapping, Scalar, Sequence
from quizapp.formats.native_source import any_between

_DESCRIBING = ("tags", "objectives", "level")
_ALL = frozenset({"all", "every", "everything", "*", "any"})


def read_pool(pool: Fields, fields: Fields, deck: Deck) -> Pool:
    """A pool, or the exam itself where it has none; `fields` are those of the deck."""
    describing = [key for key in _DESCRIBING if key in pool]
    if "questions" in pool and describing:
        two_ways(pool, describing[0], "questions", f"Keep `questions` or `{describing[0]}`, not both.")
    return Pool(
        draw=_draw(pool),
        questions=_questions(pool, fields, deck),
        tags=_known(pool, "tags", read_tags(pool), _tags(deck)),
        objectives=_known(pool, "objectives", pool.texts("objectives"), _objectives(deck)),
        level=read_level(pool) if "level" in pool else None,
        points=read_points(pool),
    )


def read_points(fields: Fields) -> float | None:
    """What each question is worth; None when it is absent or reported."""
    number = fields.decimal("points")
    if number is not None and not 0 < number <= Decimal(1_000_000):
        fields.error("bad-points", "points", "In an exam `points` must be more than 0.", "Write points: 1.")
        return None
    return None if number is None else float(number)


def two_ways(fields: Fields, key: str, other: str, fix: str) -> None:
    """Reports a key that cannot stand beside another."""
    fields.error("two-ways", key, f"`{key}` and `{other}` both say what is asked.", fix)


def check_pool(pool: Fields, deck: Deck, pools: tuple[Pool, ...], number: int) -> None:
    """Reports a pool that is empty, or has fewer questions than it draws."""
    this = pools[number]
    usable, at = len(candidates(deck, this)), "draw" if this.draw is not None else "questions"
    broken = any_between(pool.report.error_indexes(), pool.node.start, pool.node.end)
    if broken or not deck.questions:
        return
    if not usable:
        pool.error(
            "no-exam-questions",
            at,
            f"There is no question here that an exam can ask.{_why_fewer(deck, this)}",
            "Choose others, or add questions of another type.",
        )
    elif this.draw is not None and this.draw > usable:
        pool.error(
            "too-few-to-draw",
            "draw",
            f"{this.draw} are to be drawn, but there {_are(usable)} to draw from.{_why_fewer(deck, this)}",
            f"Write `draw: {usable}` or less, or add questions.",
        )
    elif (least := most(deck, pools, number)) < (this.draw or 1):
        pool.warn(
            "pools-overlap",
            at,
            f"Other pools may take questions of this one, and a question is asked once: {least} may be left.",
            "Let each question be in one pool only, or draw fewer.",
        )


def _why_fewer(deck: Deck, pool: Pool) -> str:
    out = [each for each in meant(deck, pool) if unaskable(each) or points_of(each, pool) <= 0]
    if not out:
        return ""
    return (
        f" {plural(len(out), 'question')} cannot be asked: flashcards, suspended ones, those worth 0 points."
    )


def _are(count: int) -> str:
    return "is 1 question" if count == 1 else f"are {count} questions"


def _draw(pool: Fields) -> int | None:
    text = pool.text("draw")
    if not text:
        return None
    if text.isascii() and text.isdigit() and 0 < int(text[:9]) < 100_000 and len(text) < 6:
        return int(text)
    everything = text.casefold() in _ALL
    pool.error(
        "bad-draw",
        "draw",
        f"`draw` takes how many questions are drawn, as a whole number, not `{shortened(text)}`.",
        "Delete the line: without it all are asked." if everything else "Write draw: 10.",
    )
    return None


def _questions(pool: Fields, fields: Fields, deck: Deck) -> tuple[QuestionId, ...]:
    """The questions that are named, those that cannot be asked too; what is wrong with them is reported."""
    known = {each.id: each for each in deck.questions}
    named: dict[QuestionId, None] = {}
    for text, index in pool.placed_texts("questions"):
        question = known.get(QuestionId(text))
        if question is None:
            _refuse(text, index, pool, fields, deck)
        elif question.id in named:
            message = f"`{shortened(text)}` stands here twice; it is asked once."
            pool.report.warn("twice-in-exam", index, message, "Delete one of the two.")
        else:
            _warn_unaskable(question, index, pool)
        named[QuestionId(text)] = None
    return tuple(name for name in named if name in known)


def _warn_unaskable(question: Question, index: int, pool: Fields) -> None:
    why = unaskable(question)
    if not why and "points" not in pool and question.points <= 0:
        why = "it is worth 0 points"
    if why:
        message = f"`{shortened(question.id)}` is left out of the exam: {why}."
        pool.report.warn("not-in-exam", index, message, "Name another question, or make it one with options.")


def _refuse(text: str, index: int, pool: Fields, fields: Fields, deck: Deck) -> None:
    message, fix = _misnamed(text, pool, fields, deck)
    pool.report.error("unknown-question", index, message, fix)


def _misnamed(text: str, pool: Fields, fields: Fields, deck: Deck) -> tuple[str, str]:
    """What is wrong with a name that no question of the deck has, and what to write."""
    short = shortened(text)
    if text.casefold() in _ALL:
        return f"`questions` takes the ids of questions, not `{short}`.", "Delete it: all are asked then."
    asked = normalised(text)
    if same := next((each for each in deck.questions if normalised(each.prompt) == asked), None):
        return "This is what a question asks; an exam names it by its id.", f"Write `{same.id}`."
    if text in _broken_ids(fields):
        return f"The question `{short}` has an error of its own.", "Correct that one first."
    if isinstance(pool.nodes["questions"], Scalar) and text.isdigit():
        return (
            f"There is no question with the id `{short}`.",
            f"To ask {short} questions, write `draw: {short}`.",
        )
    if pool.several("questions"):
        return f"There is no question with the id `{short}`.", "Put several ids in brackets: [first, second]."
    near = _nearest(text, [each.id for each in deck.questions])
    fix = f"Write `{near}`." if near else "`quizapp ids` with the file lists the ids of its questions."
    return f"There is no question with the id `{short}`.{f' Did you mean `{near}`?' if near else ''}", fix


def _broken_ids(fields: Fields) -> Iterator[str]:
    """The ids that stand in the file, of questions that cannot be used too."""
    node = fields.nodes.get("questions")
    for item in node.items if isinstance(node, Sequence) else ():
        if isinstance(item, Mapping):
            yield from (
                value.text.strip()
                for key, value in item.pairs
                if key.text == "id" and isinstance(value, Scalar)
            )


def _known(pool: Fields, key: str, texts: tuple[str, ...], known: Collection[str]) -> tuple[str, ...]:
    for text in texts:
        if text not in known:
            near = _nearest(text, known)
            one = key.removesuffix("s")
            pool.error(
                f"unknown-{one}",
                key,
                f"No question of this deck has the {one} `{shortened(text)}`."
                + (f" Did you mean `{near}`?" if near else ""),
                f"Write `{near}`." if near else "Write one that stands at a question.",
            )
    return texts


def _tags(deck: Deck) -> set[str]:
    return {*deck.tags, *(tag for each in deck.questions for tag in each.tags)}


def _objectives(deck: Deck) -> set[str]:
    return {one for each in deck.questions for one in each.objectives}


def _nearest(text: str, known: Collection[str]) -> str:
    from rapidfuzz import fuzz, process

    folded = {each.casefold(): each for each in known}
    best = process.extractOne(text.casefold(), list(folded), scorer=fuzz.ratio, score_cutoff=70)
    return folded[best[0]] if best else ""
