"""Tells the language of a text by the share of its function words."""

from __future__ import annotations

import re
from collections import Counter

from quizapp.articles.reading.functionwords import FUNCTION_WORDS

_SETS = {language: frozenset(words.split()) for language, words in FUNCTION_WORDS.items()}
_SCRIPTS = (
    (0x0370, 0x03FF, "el"), (0x0400, 0x04FF, "ru"), (0x0590, 0x05FF, "he"), (0x0600, 0x06FF, "ar"),
    (0x0900, 0x097F, "hi"), (0x0E00, 0x0E7F, "th"), (0x3040, 0x30FF, "ja"), (0xAC00, 0xD7AF, "ko"),
    (0x4E00, 0x9FFF, "zh"),
)  # fmt: skip
_NAMES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
    "nl": "Dutch", "sv": "Swedish", "da": "Danish or Norwegian", "pl": "Polish", "tr": "Turkish",
    "id": "Indonesian", "cs": "Czech", "ro": "Romanian", "hu": "Hungarian", "fi": "Finnish", "el": "Greek",
    "ru": "Russian or another language in Cyrillic letters", "he": "Hebrew",
    "ar": "Arabic or another language in Arabic letters", "hi": "Hindi", "th": "Thai", "ja": "Japanese",
    "ko": "Korean", "zh": "Chinese",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 40_000
_LEAST_SHARE = 0.18


def detect(text: str) -> str:
    """The ISO 639-1 code of a text's language, "" when it cannot be told; of long texts it reads samples."""
    sample = _sample(text)
    by_script = _by_script(sample)
    if by_script:
        return by_script
    words = Counter(_WORD.findall(sample.casefold()))
    total = words.total()
    if total == 0:
        return ""
    shares = {language: sum(words[word] for word in known) / total for language, known in _SETS.items()}
    best = max(shares, key=lambda language: (shares[language], language == "en"))
    return best if shares[best] >= _LEAST_SHARE else ""


def language_name(code: str) -> str:
    """The English name of a language that `detect` can tell, else its code."""
    return _NAMES.get(code, code)


def _sample(text: str) -> str:
    if len(text) <= _SAMPLE:
        return text
    piece = _SAMPLE // 8
    step = (len(text) - piece) // 7
    return " ".join(text[start : start + piece] for start in range(0, step * 7 + 1, step))


def _by_script(sample: str) -> str:
    letters = [ord(character) for character in sample if character.isalpha()]
    foreign = Counter(
        language
        for letter in letters
        if letter >= 0x0370
        for low, high, language in _SCRIPTS
        if low <= letter <= high
    )
    if foreign.total() * 2 <= len(letters):
        return ""
    if foreign["ja"] * 10 > foreign["zh"]:
        return "ja" if foreign["ja"] + foreign["zh"] > foreign.total() / 2 else foreign.most_common(1)[0][0]
    return foreign.most_common(1)[0][0]
