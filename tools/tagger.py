"""Learns the weights of `quizapp/articles/words/tagging.py` from sentences whose words are tagged.

    python tools/tagger.py TRAIN.conllu [more.conllu ...] --test TEST.conllu [-o tagger.tsv]

The files are CoNLL-U as Universal Dependencies gives them, Penn Treebank tags in the fifth column. Which tags
a word may have comes from `lexicon.tsv`; an averaged perceptron (M. Collins, 2002) learns to choose between
them. It prints the share of words that get their tag, of the training files and of the test file, with the
weights as they are written; `-o` writes them.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from quizapp.articles.words.tagging import MARK, TENTHS, best, features, kinds_of, possible_tags, started

ROUNDS = 6
LEAST = 0.7
_TAGS = re.compile(
    r"CC|CD|DT|EX|FW|IN|JJ[RS]?|MD|NN(?:P?S?)|PDT|POS|PRP\$?|RB[RS]?|RP|TO|UH|VB[DGNPZ]?|WDT|WP\$?|WRB|SYM"
)
_OTHER = {"AFX": "JJ", "HYPH": MARK, "NFP": MARK, "LS": "CD"}
_OF_COMPOUND = {"VBN": "JJ", "VBG": "JJ"}

Word = tuple[str, str]
Weights = dict[str, dict[str, float]]


def sentences_of(paths: Iterable[Path]) -> list[list[Word]]:
    """Each sentence of the files as pairs of word and tag; the parts of a hyphenated word are one."""
    found = []
    for path in paths:
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            rows = [line.split("\t") for line in block.splitlines() if re.match(r"\d+\t", line)]
            if rows:
                found.append(list(_joined([(row[1], row[4], "SpaceAfter=No" in row[9]) for row in rows])))
    return found


def _joined(rows: Sequence[tuple[str, str, bool]]) -> Iterator[Word]:
    index = 0
    while index < len(rows):
        word, tag, glued = rows[index]
        while glued and index + 2 < len(rows) and rows[index + 1][0] == "-" and rows[index + 1][2]:
            part, of_part, glued = rows[index + 2]
            word, tag = f"{word}-{part}", _OF_COMPOUND.get(of_part, of_part)
            index += 2
        yield word.replace("’", "'"), _as_known(word, tag)
        index += 1


def _as_known(word: str, tag: str) -> str:
    if not re.search(r"\w", word):
        return MARK
    return tag if _TAGS.fullmatch(tag) else _OTHER.get(tag, "NN")


class Learner:
    """An averaged perceptron in the making: the weights so far, and their sums over all steps."""

    def __init__(self) -> None:
        self.weights: Weights = defaultdict(dict)
        self._sums: Weights = defaultdict(lambda: defaultdict(float))
        self._since: dict[tuple[str, str], int] = {}
        self.step = 0

    def miss(self, found: Sequence[str], right: str, wrong: str) -> None:
        """Moves the weights towards the tag that was right."""
        for feature in found:
            for tag, change in ((right, 1.0), (wrong, -1.0)):
                self._settle(feature, tag)
                self.weights[feature][tag] = self.weights[feature].get(tag, 0.0) + change

    def averaged(self) -> Weights:
        """The mean of the weights over all steps: it leans less on the last sentences than the weights."""
        for feature, of_tags in self.weights.items():
            for tag in of_tags:
                self._settle(feature, tag)
        return {
            feature: {tag: total / self.step for tag, total in of_tags.items()}
            for feature, of_tags in self._sums.items()
        }

    def _settle(self, feature: str, tag: str) -> None:
        idle = self.step - self._since.get((feature, tag), 0)
        self._sums[feature][tag] += idle * self.weights[feature].get(tag, 0.0)
        self._since[feature, tag] = self.step


Weighing = Callable[[str], Iterable[tuple[str, float]]]
Missed = Callable[[Sequence[str], str, str], None]


def run(sentences: Sequence[Sequence[Word]], weigh: Weighing, missed: Missed | None = None) -> float:
    """The share of words that get their tag; `missed` hears of each choice: features, right tag, chosen."""
    right = count = 0
    for sentence in sentences:
        words = [word for word, _ in sentence]
        low, open_to = (
            [word.lower() for word in words],
            [possible_tags(w, first=i == 0) for i, w in enumerate(words)],
        )
        kinds = kinds_of(open_to)
        before, earlier = started()
        for index, (word, tag) in enumerate(sentence):
            tags = open_to[index]
            chosen = tags[0]
            if len(tags) > 1:
                found = features(word, low, kinds, index, before, earlier)
                chosen = best(found, tags, weigh)
                if missed is not None:
                    missed(found, tag if tag in tags else chosen, chosen)
            right, count = right + (chosen == tag), count + 1
            before, earlier = chosen, before
    return right / count


def learned(sentences: list[list[Word]]) -> Weights:
    """The averaged weights after ROUNDS rounds over the sentences, each in an order of its own."""
    learner = Learner()

    def missed(found: Sequence[str], right: str, wrong: str) -> None:
        if right != wrong:
            learner.miss(found, right, wrong)
        learner.step += 1

    for number in range(ROUNDS):
        random.Random(number).shuffle(sentences)
        share = run(sentences, lambda feature: learner.weights.get(feature, {}).items(), missed)
        print(f"round {number + 1}: {share:.2%}")
    return learner.averaged()


def kept(weights: Weights) -> Weights:
    """The weights that are worth their room, rounded as the table rounds them."""
    rounded = {
        feature: {
            tag: round(value * TENTHS) / TENTHS for tag, value in of_tags.items() if abs(value) >= LEAST
        }
        for feature, of_tags in weights.items()
    }
    return {feature: of_tags for feature, of_tags in rounded.items() if of_tags}


def rows_of(weights: Weights) -> Iterator[str]:
    """The lines of the table: a feature, then each tag with its weight in tenths."""
    for feature, of_tags in sorted(weights.items()):
        pairs = (f"{tag}{round(value * TENTHS):+d}" for tag, value in sorted(of_tags.items()))
        yield f"{feature}\t{' '.join(pairs)}\n"


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description="Learn to tag words.")
    parser.add_argument("train", type=Path, nargs="+")
    parser.add_argument("--test", type=Path, required=True)
    parser.add_argument("-o", "--output", type=Path)
    given = parser.parse_args()
    weights = kept(learned(sentences_of(given.train)))
    print(f"test: {run(sentences_of([given.test]), lambda feature: weights.get(feature, {}).items()):.2%}")
    if given.output is not None:
        given.output.write_text("".join(rows_of(weights)), encoding="utf-8")


if __name__ == "__main__":
    main()
