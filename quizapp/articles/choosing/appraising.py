"""How likely a candidate is worth keeping, going by what strict judges said of others like it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from quizapp.articles.candidates import Candidate
from quizapp.articles.choosing.company import Company
from quizapp.articles.choosing.traits import Traits, traits
from quizapp.articles.sense.topic import Topic

ALWAYS = "(always)"
"""The trait that every candidate has with value 1."""


def chance(candidate: Candidate, topic: Topic, company: Company, worth: float) -> float:
    """The chance (0..1) that a strict judge keeps the question, if need be after a small edit.

    Logistic regression over `traits`; `worth` is what the rules of ranking give the candidate.
    """
    return likely(traits(candidate, topic, company, worth), weights())


def likely(found: Traits, weighed: Mapping[str, float]) -> float:
    """1 / (1 + e^-x), x the sum of each trait times its weight; a trait without a weight counts nothing."""
    total = math.fsum(value * weighed.get(name, 0.0) for name, value in sorted(found.items()))
    return 1 / (1 + math.exp(-(total + weighed.get(ALWAYS, 0.0))))


@cache
def weights() -> Mapping[str, float]:
    """The weights of `tools/appraise.py`, by trait."""
    text = (files("quizapp.articles") / "data" / "appraisal.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {name: float(weight) for name, weight in rows}
