"""Two terms that one sentence names behind their meanings: `the D, known as a T, or the E, known as a U`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.definitions import is_term
from quizapp.articles.techniques.definitions.meanings import fits, picks_out, tells
from quizapp.articles.techniques.definitions.whatis import agrees, what_is
from quizapp.articles.techniques.gaps.cloze import gives_away
from quizapp.articles.words.phrasing import opened, question, words

_NAMED = (
    r", (?:which is )?(?:called|known as|termed|referred to as)"
    r" (?P<{0}>an? |the |)(?P<{1}>[a-z][\w’ -]{{2,30}}?)"
)
_PAIR = re.compile(
    r"\b(?P<one>(?:the|an?) [^,;:—()]{10,90})"
    + _NAMED.format("its", "term")
    + r",? (?:and|or) (?P<two>(?:the|an?) [^,;:—()]{10,90})"
    + _NAMED.format("other", "next")
    + r"(?=[.,;])"
)
_FRONT = re.compile(r"^.*\b(?=(?:the|an?) [\w-]+ of )")


def paired(line: Line, topic: Topic) -> Iterator[Candidate]:
    """Both directions of both definitions."""
    found = _PAIR.search(line.text)
    if found is None:
        return
    for meaning, article, term in (
        (found["one"], found["its"], found["term"]),
        (found["two"], found["other"], found["next"]),
    ):
        said = _FRONT.sub("", meaning, count=1) if meaning == found["one"] else meaning
        if not is_term(term) or not fits(said, term) or tells(said) or not agrees(term, said):
            return
        if set(words(term)) <= topic.title_words or gives_away(said, term):
            continue
        asked = what_is(term, article.strip(), said)
        yield Candidate(Technique.MEANING, Form.FREE, asked, opened(said), line, (), sure=True)
        if picks_out(said):
            prompt = question(f"What is the term for {said}")
            yield Candidate(Technique.DEFINITION, Form.SHORT, prompt, term, line, (), sure=True)
