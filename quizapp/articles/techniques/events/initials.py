"""What an abbreviation stands for, from the words whose initials it is."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.abbreviations import WRITTEN_OUT, spelled_out
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.phrasing import opened

_ABBREVIATION_LEAST, _SHORTEST = 3, 3


def abbreviations(line: Line, topic: Topic) -> Iterator[Candidate]:
    """What an abbreviation stands for, from its first mention with the words written out."""
    for found in WRITTEN_OUT.finditer(line.quote):
        short = found["short"]
        parts = found["long"].split()
        full = spelled_out(parts, short)
        if (
            full
            and len(short) >= _SHORTEST
            and full.lower() not in topic.title.lower()
            and topic.spread[short.lower()] >= _ABBREVIATION_LEAST
            and full[1:].islower()
        ):
            prompt = f"What does “{short}” stand for?"
            yield Candidate(
                Technique.ABBREVIATION, Form.SHORT, prompt, opened(full), line, sure=full[1:].islower()
            )
