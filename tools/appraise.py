"""Learns the weights of `articles/choosing/appraising.py` from verdicts on the sheets of `tools/judge.py`.

    python tools/appraise.py FOLDER sheet.csv [more.csv ...] [-o quizapp/articles/data/appraisal.tsv]
                             [--faith] [--keep judged.jsonl] [--earlier judged.jsonl]

Derives the articles of the folder again, joins the verdicts by key, and fits a logistic
regression (scikit-learn, to be installed for this): keep or edit against reject; with `--faith`, for
data/faithfulness.tsv, everything else against `wrong` and `malformed`. It prints how well verdicts are told
on articles that were held back, in ten parts; `-o` writes the weights learned from all.

`--keep` writes the traits of what was judged, `--earlier` learns from such a file as well: from those
candidates that rules turn away by now. Rules are mended on judged articles, so without them the judged
candidates that are left are better than those of any other article, and chances come out too high.
"""

from __future__ import annotations

import argparse
import importlib
import json
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from judge import Verdict, key_of, verdicts_of

from quizapp.articles.choosing.appraising import ALWAYS, likely
from quizapp.articles.choosing.shaping import question_of
from quizapp.articles.choosing.traits import Traits, traits
from quizapp.articles.deriving import proposed
from quizapp.articles.reading.readers import read_article
from quizapp.articles.reading.sentences import sentences

LEAST_SEEN = 8
PENALTY = 10.0
ROUNDS = 1000
PARTS = 10
SHARES = (0.2, 0.4, 0.6, 0.8, 1.0)

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Judged:
    """The traits of a question, of which article it is, and whether a judge would have it.

    `key` is that of its verdict; `earlier` says that the present rules turn it away.
    """

    key: str
    traits: Traits
    article: str
    good: bool
    earlier: bool = False


def earlier_of(path: Path, known: Collection[str]) -> list[Judged]:
    """What a file of `kept` holds beside the known keys."""
    lines = path.read_text(encoding="utf-8").splitlines()
    judged = (Judged(**{**json.loads(line), "earlier": True}) for line in lines)
    return [each for each in judged if each.key not in known]


def kept(judged: Sequence[Judged]) -> str:
    """A line of JSON for each that was judged."""
    fields = ("key", "traits", "article", "good")
    return "".join(json.dumps({name: getattr(each, name) for name in fields}) + "\n" for each in judged)


def judged_of(folder: Path, sheets: Sequence[Path], good: Callable[[Verdict], bool]) -> list[Judged]:
    """All questions of the folder's articles that have a verdict."""
    told = {key: good(verdict) for key, verdict in verdicts_of(sheets).items()}
    return [each for path in sorted(folder.iterdir()) for each in _of_article(path, told)]


def worth_keeping(verdict: Verdict) -> bool:
    """Whether the judge would have the question, if need be after an edit."""
    return verdict.word != "reject"


def faithful(verdict: Verdict) -> bool:
    """Whether the question says what its article says, and is not torn."""
    return verdict.reason not in ("wrong", "malformed")


def _of_article(path: Path, told: Mapping[str, bool]) -> Iterator[Judged]:
    article = read_article(path.read_bytes(), path.name)
    found = proposed(article, sentences(article))
    seen = set[str]()
    for value, candidate in found.candidates:
        key = key_of(path.name, question_of(candidate))
        if key in told and key not in seen:
            seen.add(key)
            yield Judged(key, traits(candidate, found.topic, found.company, value), path.name, told[key])


def learned(judged: Sequence[Judged]) -> Weights:
    """The weights that tell good from bad best, with a penalty on their squares.

    Each trait is divided by its largest value first, so that the penalty is the same for all; a trait that
    fewer than LEAST_SEEN questions have is left out.
    """
    seen = Counter(name for each in judged for name, value in each.traits.items() if value)
    names = sorted(name for name, count in seen.items() if count >= LEAST_SEEN)
    scale = {name: max(abs(each.traits.get(name, 0.0)) for each in judged) for name in names}
    rows = [
        {name: each.traits[name] / scale[name] for name in names if each.traits.get(name)} for each in judged
    ]
    columns = _library("sklearn.feature_extraction").DictVectorizer()
    model = _library("sklearn.linear_model").LogisticRegression(C=1 / PENALTY, max_iter=ROUNDS)
    model.fit(columns.fit_transform(rows), [each.good for each in judged])
    found = zip(columns.get_feature_names_out(), model.coef_[0], strict=True)
    return {ALWAYS: float(model.intercept_[0])} | {
        str(name): float(weight) / scale[str(name)] for name, weight in found
    }


def _library(name: str) -> ModuleType:
    """A module of scikit-learn, which nothing else here needs."""
    try:
        return importlib.import_module(name)
    except ImportError:
        raise SystemExit("This tool needs scikit-learn: pip install scikit-learn") from None


def held_back(judged: Sequence[Judged]) -> list[float]:
    """For each question the chance that weights give it which were learned from other articles."""
    place = {name: number % PARTS for number, name in enumerate(sorted({each.article for each in judged}))}
    weights = [learned([each for each in judged if place[each.article] != part]) for part in range(PARTS)]
    return [likely(each.traits, weights[place[each.article]]) for each in judged]


def report(judged: Sequence[Judged], chances: Sequence[float]) -> Iterator[str]:
    """How good the surest questions are, all and by mark-up; then by the chance that was given."""
    for title, marks in (("all", (0.0, 1.0)), ("marked up", (1.0,)), ("plain", (0.0,))):
        pairs = [
            (chance, each.good)
            for chance, each in zip(chances, judged, strict=True)
            if each.traits.get("marked up", 0.0) in marks
        ]
        surest = sorted(pairs, reverse=True)
        parts = (surest[: max(1, round(share * len(surest)))] for share in SHARES)
        rates = "  ".join(f"{share:.0%}: {_rate(part)}" for share, part in zip(SHARES, parts, strict=True))
        yield f"{title:10} n={len(pairs):5}  AUC {_auc(pairs):.3f}  good among the surest {rates}"
    for low in (0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85):
        part = [pair for pair in zip(chances, (each.good for each in judged), strict=True) if pair[0] >= low]
        yield f"chance {low:.2f} and more: {len(part) / len(judged):4.0%} of all, good {_rate(part)}"


def _rate(pairs: Sequence[tuple[float, bool]]) -> str:
    return f"{sum(good for _, good in pairs) / len(pairs):.0%}" if pairs else "-"


def _auc(pairs: Sequence[tuple[float, bool]]) -> float:
    """The chance that a good question is held for better than a bad one (area under the ROC curve)."""
    good = [chance for chance, is_good in pairs if is_good]
    bad = [chance for chance, is_good in pairs if not is_good]
    wins = sum((one > other) + (one == other) / 2 for one in good for other in bad)
    return wins / max(1, len(good) * len(bad))


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description="Learn how likely questions are worth keeping.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("sheets", type=Path, nargs="+")
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--faith", action="store_true", help="Learn what is true to its article instead.")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--earlier", type=Path)
    given = parser.parse_args()
    judged = judged_of(given.folder, given.sheets, faithful if given.faith else worth_keeping)
    if given.keep is not None:
        given.keep.write_text(kept(judged), encoding="utf-8")
    if given.earlier is not None:
        judged += earlier_of(given.earlier, {each.key for each in judged})
    pairs = [pair for pair in zip(judged, held_back(judged), strict=True) if not pair[0].earlier]
    for line in report([each for each, _ in pairs], [chance for _, chance in pairs]):
        print(line)
    if given.output is not None:
        weights = learned(judged)
        lines = (f"{name}\t{weight:.3f}\n" for name, weight in sorted(weights.items()) if round(weight, 3))
        given.output.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
