"""Item analysis as JSON: every figure of docs/item-analysis.md, null where it is not defined."""

from __future__ import annotations

from dataclasses import asdict

from quizapp.core.distractors import OptionFigures, functional
from quizapp.core.itemanalysis import ItemFigures
from quizapp.core.itemremarks import basis, discrimination_label, exam_remark, facility_label, remarks
from quizapp.core.reliability import TestFigures

Shape = dict[str, object]


def exam_analysis(exam: TestFigures) -> Shape:
    """The exam as a whole, in points and shares as in `TestFigures`."""
    return {**asdict(exam), "basis": basis(exam.n).value, "remark": exam_remark(exam)}


def item_analysis(item: ItemFigures) -> Shape:
    """One question with its options."""
    return {
        "reached": item.reached,
        "blank": item.blank,
        "compared": item.compared,
        "basis": basis(item.compared).value,
        "mean": item.mean,
        "deviation": item.deviation,
        "facility": item.facility,
        "facility_label": facility_label(item.facility),
        "chance": item.item.guess,
        "upper": item.upper,
        "lower": item.lower,
        "discrimination": item.discrimination,
        "corrected": item.corrected,
        "uncorrected": item.uncorrected,
        "label": discrimination_label(item.corrected),
        "discrimination_index": item.index,
        "discriminative_efficiency": item.efficiency,
        "effective_weight": item.weight,
        "alpha_without": item.alpha_without,
        "distractor_efficiency": item.distractor_efficiency,
        "options": [_option(each) for each in item.options],
        "remarks": [{"text": each.text, "urgent": each.urgent} for each in remarks(item)],
    }


def _option(each: OptionFigures) -> Shape:
    return {
        "text": each.text,
        "right": each.right,
        "n": each.n,
        "p": each.p,
        "upper": each.upper,
        "lower": each.lower,
        "discrimination": each.discrimination,
        "r": each.r,
        "functional": functional(each) if each.right is False else None,
    }
