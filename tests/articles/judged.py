"""What the rules make of one question of the last sentence of a text."""

from __future__ import annotations

from articles_to_derive import article

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.choosing.filters import turned_away
from quizapp.articles.choosing.limits import limited
from quizapp.articles.choosing.placing import placed
from quizapp.articles.deriving import proposed
from quizapp.articles.drafts import Technique
from quizapp.articles.reading.sentences import sentences
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic

FILLER = "Students of the past learn to watch all of it with care, and so do those who keep the archives."


def last_line(text: str, paragraph: str = FILLER) -> tuple[Line, Topic]:
    """The last line of an article that ends with the text, and what the article is about."""
    read = article(f"# Notes\n\n{paragraph}\n\n{text}\n")
    topic = proposed(read, sentences(read)).topic
    return topic.lines[-1], topic


def refused(technique: Technique, text: str, prompt: str, answer: str) -> str:
    """The rule that turns the question away; "" where it may be asked."""
    line, topic = last_line(text)
    form = Form.CLOZE if "____" in prompt else Form.FREE
    return turned_away(Candidate(technique, form, prompt, answer, line), topic)


def asked(technique: Technique, text: str, prompt: str, answer: str) -> str:
    """The prompt as it is asked of the last sentence of the text."""
    line, topic = last_line(text)
    form = Form.CLOZE if "____" in prompt else Form.SHORT
    return next(
        iter(placed(limited([Candidate(technique, form, prompt, answer, line)], topic), topic))
    ).prompt
