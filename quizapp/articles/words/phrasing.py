"""Small changes of wording: capitals, articles, and what a text may not begin or end with."""

from __future__ import annotations

import re
import unicodedata

from quizapp.articles.words.entities import Capitals

_MANY = frozenset(
    {"bacteria", "children", "criteria", "data", "fungi", "media", "men", "people", "phenomena", "women"}
)
_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)


_NO_NAMES = frozenset(
    {"A", "All", "An", "Both", "Each", "Every", "Few", "Many", "Most", "No", "Several", "Some", "The"}
)


def small(text: str, capitals: Capitals) -> str:
    """The text as it stands inside a sentence: its first word without a capital unless it is a name."""
    word = re.match(r"[^\W_]+(?:['’-][^\W_]+)*", text)
    if word is not None and word.group() in _NO_NAMES:
        return text[0].lower() + text[1:]
    if word is None or capitals.proper(word.group()) or re.match(r"[A-Z]\.|[A-Z]\b(?!n? )", text):
        return text
    following = text[word.end() :].split()[:1]
    if (
        following
        and following[0][0].isupper()
        and not following[0].isupper()
        and word.group() not in _NO_NAMES
    ):
        return text
    return text[0].lower() + text[1:]


def bare(text: str) -> str:
    """The text without its article."""
    return _ARTICLE.sub("", text)


def opened(text: str) -> str:
    """The text with a capital in front, where that is the same letter: not of `ß cells`, `β cells`, `pH`."""
    first, second = text[:1], text[1:2]
    capital = first.upper()
    latin = unicodedata.name(first or " ", "").startswith("LATIN SMALL LETTER")
    if not latin or len(capital) != 1 or capital.lower() != first or second.isupper():
        return text
    return capital + text[1:]


def question(text: str) -> str:
    """A question: one space between words, none before a mark, a capital, a question mark."""
    spaced = re.sub(r"\s+([,.;:?])", r"\1", " ".join(text.split()))
    return opened(spaced.rstrip(" ,.;:")) + "?"


def plural(term: str) -> bool:
    """Whether a term looks like a plural."""
    last = re.split(r" (?:of|in|for) ", term)[0].split()[-1].lower()
    if last in _MANY or last.endswith("ae"):
        return True
    return last.endswith("s") and not last.endswith(("ss", "us", "is", "ics", "sis", "’s", "'s"))


def around(text: str, answer: str) -> tuple[str, str, str]:
    """What of a text stands before an answer, the answer there, and what stands behind; "" thrice without it.

    The answer's first letter, which may have become a capital, counts to what stands before.
    """
    own = answer[1:]
    return text.partition(own) if own and own in text else ("", "", "")


def words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return re.findall(r"[^\W_][\w'’-]*", text.lower())
