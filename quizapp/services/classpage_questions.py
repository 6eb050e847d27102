"""Each question of an exam on the class page: figures, remarks, options, commonest wrong answers."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.core.classroom import AskedQuestion
from quizapp.core.distractors import OptionFigures, functional
from quizapp.core.itemanalysis import ItemFigures
from quizapp.core.itemremarks import Basis, basis, remarks
from quizapp.services.pagetable import (
    Cell,
    Table,
    columns,
    count,
    figure,
    figure_text,
    share,
    share_text,
    undefined,
    words,
)

Facts = list[tuple[str, str]]
TOO_FEW = "too few learners"
COUNTED = ("Option", "Key", "n")
ALL = (*COUNTED, "Chosen", "Best", "Weakest", "r", "Works")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """One question of an exam."""

    id: str
    heading: str
    facts: Facts
    remarks: tuple[tuple[str, bool], ...]
    options: Table | None
    wrong: Table | None

    @property
    def urgent(self) -> bool:
        """Whether the key should be checked."""
        return any(urgent for _, urgent in self.remarks)


def question_view(question: AskedQuestion, item: ItemFigures | None, name: str, place: int) -> QuestionView:
    """`name` is where the page tells of it, `place` its number on the paper."""
    enough = item is not None and basis(item.reached) is not Basis.COUNTS
    return QuestionView(
        id=name,
        heading=f"{place}. {question.label}",
        facts=_question_facts(question, item if enough else None),
        remarks=tuple((each.text, each.urgent) for each in remarks(item)) if item else (),
        options=_options(item, name, place) if item and item.options else None,
        wrong=None if item and item.options and item.item.single else _wrong(question, name, place),
    )


def _question_facts(question: AskedQuestion, item: ItemFigures | None) -> Facts:
    facts = [
        ("Right answer", question.expected or "not told"),
        ("Points", f"{question.points:g}"),
        ("On the paper of", str(question.asked)),
        ("Reached by", str(question.reached)),
        ("Answered by", str(question.answered)),
        ("All points", str(question.right)),
        ("Median time", "not defined" if question.seconds is None else f"{question.seconds:.0f} s"),
    ]
    if question.versions > 1:
        facts.append(("Versions asked", str(question.versions)))
    if item is not None and basis(item.compared) is not Basis.COUNTS:
        facts += [
            ("Best learners", share_text(item.upper)),
            ("Weakest learners", share_text(item.lower)),
            ("SD, points", figure_text(item.deviation)),
        ]
    if item is not None and item.distractor_efficiency is not None:
        facts.append(("Distractor efficiency", share_text(item.distractor_efficiency)))
    return facts


def _options(item: ItemFigures, name: str, place: int) -> Table:
    few = basis(item.reached) is Basis.COUNTS
    heads = (
        ["Option", "Key", "n"] if few else ["Option", "Key", "n", "Chosen", "Best", "Weakest", "r", "Works"]
    )
    return Table(
        id=f"{name}-options",
        caption=f"Options of question {place}" + (f" ({basis(item.reached).value})" if few else ""),
        columns=columns(*heads, numeric=("n", "Chosen", "Best", "Weakest", "r")),
        rows=tuple(_option_row(option, item)[: len(heads)] for option in item.options),
        small=True,
    )


def _option_row(option: OptionFigures, item: ItemFigures) -> tuple[Cell, ...]:
    key = {True: "right", False: "wrong", None: "not known"}[option.right]
    works = "" if option.right is not False else "yes" if functional(option) else "no: under 5%"
    compared = basis(item.compared) is not Basis.COUNTS
    return (
        words(option.text),
        words(key),
        count(option.n),
        share(option.p),
        share(option.upper) if compared else undefined(TOO_FEW),
        share(option.lower) if compared else undefined(TOO_FEW),
        figure(option.r) if compared else undefined(TOO_FEW),
        words(works),
    )


def _wrong(question: AskedQuestion, name: str, place: int) -> Table | None:
    if not question.wrong:
        return None
    return Table(
        id=f"{name}-wrong",
        caption=f"Commonest wrong answers to question {place}",
        columns=columns("Answer", "n", numeric=("n",)),
        rows=tuple((words(text), count(n)) for text, n in question.wrong),
        small=True,
    )
