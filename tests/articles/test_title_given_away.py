"""What the title above a question would give away is not asked for."""

from __future__ import annotations

import pytest
from articles_to_derive import article

from quizapp.articles.deriving import proposed
from quizapp.articles.reading.sentences import sentences

TEXT = """\
A **catalyst** is a substance that can increase the reaction rate without being consumed in the process. An
**enzyme** is a protein that speeds up a reaction in a living cell. The reaction needs less energy then.
"""


def answers(title: str) -> set[str]:
    found = article(f"# {title}\n\n{TEXT}")
    return {candidate.answer for _, candidate in proposed(found, sentences(found)).candidates}


@pytest.mark.parametrize("title", ["Catalysis", "How Catalysts Work", "The Catalytic Reaction"])
def test_a_word_of_the_title_is_no_answer_whatever_its_ending(title: str) -> None:
    assert "catalyst" not in answers(title)
    assert "enzyme" in answers(title)


def test_a_word_that_only_begins_alike_is_one() -> None:
    assert "catalyst" in answers("Cats and Catfish")
