"""What the figures of item analysis say to a teacher, in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quizapp.core.distractors import OptionFigures, functional
from quizapp.core.itemanalysis import ItemFigures
from quizapp.core.reliability import TestFigures
from quizapp.core.scorematrix import Item
from quizapp.core.wording import plural

COUNTS_BELOW = 10
ROUGH_BELOW = 30
VERY_EASY = 0.90
HARD = 0.30
USABLE = 0.70
_HAIR = 1e-9

BASIS_MEANS = (
    f"Under {COUNTS_BELOW} learners only counts are shown, since shares and correlations of so few say "
    f"nothing. Under {ROUGH_BELOW} the figures carry the words: few learners, rough."
)


class Basis(StrEnum):
    """How much a figure over n learners can bear."""

    COUNTS = "too few learners: counts only"
    ROUGH = "few learners: rough"
    FIRM = ""


def basis(n: int) -> Basis:
    """See BASIS_MEANS."""
    if n < COUNTS_BELOW:
        return Basis.COUNTS
    return Basis.ROUGH if n < ROUGH_BELOW else Basis.FIRM


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence on one question; `urgent` when the key may be wrong."""

    text: str
    urgent: bool = False


def facility_label(value: float | None) -> str:
    """ "very easy", "hard" or "medium"; "" where it is not defined."""
    if value is None:
        return ""
    if value > VERY_EASY:
        return "very easy"
    return "hard" if value < HARD else "medium"


def discrimination_label(value: float | None) -> str:
    """The words for D and r as they show with two decimals, see CORRECTED_MEANS; "" where not defined."""
    if value is None:
        return ""
    if value < -_HAIR:
        return "check the key"
    for least, label in ((0.40, "very good"), (0.30, "good"), (0.20, "marginal")):
        if round(value, 2) >= least:
            return label
    return "poor"


def exam_remark(exam: TestFigures) -> str:
    """One sentence on how far the totals can be trusted."""
    if exam.incomparable:
        return exam.incomparable
    if basis(exam.n) is Basis.COUNTS:
        few = f"{plural(exam.n, 'learner')} with a full paper {'is' if exam.n == 1 else 'are'} too few"
        return f"{few} to say how reliable the exam is."
    rough = " Few learners: rough." if basis(exam.n) is Basis.ROUGH else ""
    if exam.alpha is None:
        return "Reliability is not defined: it takes two questions and totals that differ."
    if exam.alpha < 0:
        return f"Reliability is negative: the questions contradict one another. Check the keys.{rough}"
    if exam.alpha < USABLE:
        return f"Not reliable enough to grade single learners by: use the total with care.{rough}"
    return f"Reliable enough for a class test.{rough}"


def remarks(figures: ItemFigures) -> tuple[Remark, ...]:
    """What a teacher should know of the item, the most urgent first; nothing where learners are too few."""
    found: list[Remark] = []
    if basis(figures.compared) is not Basis.COUNTS:
        found += _about_the_key(figures)
    if basis(figures.reached) is not Basis.COUNTS:
        found += _about_facility(figures)
        found += _about_distractors(figures)
        found += _about_blanks(figures)
    return tuple(sorted(found, key=lambda remark: not remark.urgent))


def _about_the_key(figures: ItemFigures) -> list[Remark]:
    rival = _rival(figures.item, figures.options)
    if rival:
        return [Remark(rival, urgent=True)]
    r = figures.corrected
    if discrimination_label(r) == "check the key":
        return [
            Remark("Learners who did well otherwise did worse on this question: check the key.", urgent=True)
        ]
    found = []
    tempting = [option.text for option in figures.options if _tempts_the_best(option)]
    if tempting and figures.item.single:
        found.append(
            Remark(
                f"Learners who did well otherwise tend to choose {_quoted(tempting)}: is it right as well?"
            )
        )
    if discrimination_label(r) == "poor":
        found.append(Remark("It hardly tells those who know from those who do not."))
    return found


def _rival(item: Item, options: tuple[OptionFigures, ...]) -> str:
    right = max((option.upper or 0.0 for option in options if option.right), default=None)
    wrong = [option for option in options if option.right is False and option.upper is not None]
    if right is None or not wrong or not item.single:
        return ""
    rival = max(wrong, key=lambda option: (option.upper or 0.0, option.text))
    share = rival.upper or 0.0
    if share > 0.5:
        return f"Most of your best learners chose {_quoted([rival.text])}: check the key."
    if share > right:
        return (
            f"More of your best learners chose {_quoted([rival.text])} than the right answer: check the key."
        )
    return ""


def _tempts_the_best(option: OptionFigures) -> bool:
    if not functional(option) or option.r is None or option.r <= 0:
        return False
    return option.discrimination is None or option.discrimination > 0


def _about_facility(figures: ItemFigures) -> list[Remark]:
    share, guess = figures.facility, figures.item.guess
    if share is None:
        return []
    if guess is not None and share <= guess:
        return [
            Remark(f"No better than guessing: {share:.0%} of the points, guessing alone gives {guess:.0%}.")
        ]
    match facility_label(share):
        case "very easy":
            return [Remark(f"Very easy: {share:.0%} of the points were scored.")]
        case "hard":
            return [Remark(f"Hard: {share:.0%} of the points were scored.")]
        case _:
            return []


def _about_distractors(figures: ItemFigures) -> list[Remark]:
    idle = [option.text for option in figures.options if option.right is False and not functional(option)]
    if not idle or not figures.item.single:
        return []
    return [
        Remark(f"Hardly anybody chose {_quoted(idle)}: a better wrong answer would make it harder to guess.")
    ]


def _about_blanks(figures: ItemFigures) -> list[Remark]:
    if figures.blank is None or figures.blank * 5 < figures.reached or not figures.blank:
        return []
    return [Remark(f"{figures.blank} of {figures.reached} left it blank.")]


def _quoted(texts: list[str]) -> str:
    return ", ".join(f"“{text}”" for text in texts)
