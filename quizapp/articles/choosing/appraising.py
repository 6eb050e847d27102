"""How likely a candidate is worth keeping and true to its article, by what was said of others like it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from quizapp.articles.candidates import Candidate
from quizapp.articles.choosing.company import Company
from quizapp.articles.choosing.traits import Traits, traits
from quizapp.articles.sense.topic import Topic

ALWAYS = "(always)"
"""The trait that every candidate has with value 1."""
WORTH_KEEPING, FAITHFULNESS = "appraisal.tsv", "faithfulness.tsv"
"""The files of weights in `articles/data`."""


@dataclass(frozen=True, slots=True)
class Appraisal:
    """Two chances (0..1) by logistic regression over `traits`.

    `chance`: a strict judge keeps the question, if need be after a small edit. `faith`: question and answer
    say what the article says, and are not torn.
    """

    chance: float
    faith: float


def appraised(candidate: Candidate, topic: Topic, company: Company, worth: float) -> Appraisal:
    """The appraisal of a candidate; `worth` is what the rules of ranking give it."""
    found = traits(candidate, topic, company, worth)
    return Appraisal(likely(found, weights(WORTH_KEEPING)), likely(found, weights(FAITHFULNESS)))


def likely(found: Traits, weighed: Mapping[str, float]) -> float:
    """1 / (1 + e^-x), x the sum of each trait times its weight; a trait without a weight counts nothing."""
    total = math.fsum(value * weighed.get(name, 0.0) for name, value in sorted(found.items()))
    return 1 / (1 + math.exp(-(total + weighed.get(ALWAYS, 0.0))))


@cache
def weights(file: str) -> Mapping[str, float]:
    """The weights of `tools/appraise.py` in a file, by trait."""
    text = (files("quizapp.articles") / "data" / file).read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {name: float(weight) for name, weight in rows}
