"""Forms of English verbs: from the form in a text to the base, and back to the form a question needs."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from quizapp.articles.words.lexicon import may_be, zipf

BE = frozenset({"is", "are", "was", "were", "am"})
HAVE = frozenset({"has", "have", "had"})
DO = frozenset({"do", "does", "did"})
MODALS = frozenset({"can", "could", "may", "might", "must", "shall", "should", "will", "would"})
_VOWELS = frozenset("aeiou")
_BASE = ("VB", "VBP")


@cache
def _irregular() -> tuple[tuple[str, str, str], ...]:
    text = (files("quizapp.articles") / "data" / "irregular_verbs.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line)
    return tuple((base, past, done) for base, past, done in rows)


@cache
def _bases() -> dict[str, str]:
    forms = {"be": "be", "been": "be", "being": "be", "has": "have", "does": "do", "goes": "go"}
    forms |= {form: "be" for form in BE}
    for base, past, done in _irregular():
        for form in (*past.split("/"), *done.split("/")):
            forms.setdefault(form, base)
    # `found` is far oftener the past of find; `founded` is regular.
    return forms | {
        "found": "find",
        "lay": "lie",
        "saw": "see",
        "felt": "feel",
        "revered": "revere",
        "left": "leave",
        "wound": "wind",
        "needs": "need",
        "secreted": "secrete",
        "secreting": "secrete",
    }


def base(form: str) -> str:
    """The base of a verb form: `studied` -> study, `wrote` -> write; the form itself when nothing fits."""
    word = form.lower()
    known = _bases().get(word)
    if known:
        return known
    if word.endswith("ing") and len(word) > 5:
        return _stem(word[:-3])
    if may_be(word, "VB") and not may_be(word, "VBD", "VBN"):
        return word
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ed") and len(word) > 3:
        return _stem(word[:-2])
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ses") and may_be(word[:-2], "VB") and not may_be(word[:-1], "VB"):
        return word[:-2]
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _stem(stem: str) -> str:
    """What is left of -ed or -ing: with an e, with one consonant less, or as it is, whichever is a verb."""
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS
    choices = [stem + "e", stem, *([stem[:-1]] if doubled else [])]
    verbs = [choice for choice in choices if may_be(choice, *_BASE)]
    if verbs:
        return max(verbs, key=zipf)
    if stem.endswith(("at", "iz", "is", "v", "c", "u", "ng", "rg", "dg")):
        return stem + "e"
    return stem[:-1] if doubled and stem[-1] not in "ls" else stem


def past(verb: str) -> str:
    """The past of a base: `write` -> wrote."""
    return next((row[1].split("/")[0] for row in _irregular() if row[0] == verb), "") or _regular(verb)


def _regular(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    short = (
        len(verb) in (3, 4)
        and verb[-1] not in "wxyaeioush"
        and verb[-2] in _VOWELS
        and verb[-3] not in _VOWELS
    )
    return verb + verb[-1] + "ed" if short else verb + "ed"


def third(verb: str) -> str:
    """The third person of a base: `carry` -> carries."""
    if verb in ("be", "have", "do", "go"):
        return {"be": "is", "have": "has", "do": "does", "go": "goes"}[verb]
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


_STRESSED_AT_END = frozenset(
    {"admit", "begin", "commit", "compel", "control", "expel", "occur", "permit", "propel", "refer", "submit"}
)


def gerund(verb: str) -> str:
    """The `-ing` form of a base: `stop` -> stopping."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    if verb in _STRESSED_AT_END:
        return verb + verb[-1] + "ing"
    return _regular(verb).removesuffix("ed") + "ing" if verb[-1] not in "ey" else verb + "ing"


def is_past(form: str) -> bool:
    """Whether the form can be a past tense."""
    word = form.lower()
    return (
        may_be(word, "VBD") or word.endswith("ed") or any(word in row[1].split("/") for row in _irregular())
    )


def is_participle(form: str) -> bool:
    """Whether the form can be a past participle."""
    word = form.lower()
    return (
        may_be(word, "VBN") or word.endswith("ed") or any(word in row[2].split("/") for row in _irregular())
    )
