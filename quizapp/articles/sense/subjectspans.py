"""Where the subject of a clause ends and its verb starts, past relative clauses, asides and runs of nouns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quizapp.articles.sense.finites import RELATIVE, finite
from quizapp.articles.words.tagging import NOUNS, Token
from quizapp.articles.words.verbs import is_past
from quizapp.articles.words.wordlists import wordlist

_NOMINAL = wordlist("clauses nominal")
_SHORTENED = wordlist("clauses shortened")
_MOST_SUBJECT, _MOST_LISTED = 18, 14
_LONGEST_RELATIVE, _LONGEST_RUN, _LONGEST_ASIDE, _LONGEST_OTHER, _LONGEST_PLACE, _TWO = 12, 18, 24, 6, 3, 2
_OF_RUN = frozenset({"CC", "CD", "DT", "IN", "JJ", "NN", "NNP", "NNPS", "NNS", "POS", "VBG"})
_WITHIN = frozenset({"-", "–", "'", "’", "“", "”", '"', "&", "%", "$"})
_NAMES = frozenset({"called", "given", "named", "nicknamed", "titled", "dubbed", "termed"})
_OPENS_OBJECT = frozenset({"DT", "PRP$", "NNP", "NNS"})


def subject_span(tokens: Sequence[Token], first: int) -> tuple[int, int] | None:
    """Where the subject ends and where the verb group starts; None when unsure."""
    index, count, last_noun = first, len(tokens), -1
    while index < count:
        token = tokens[index]
        if token.text in (",", "—"):
            after = _past_aside(tokens, index)
            run = _past_run(tokens, index) if after is None and last_noun >= 0 and token.text == "," else None
            if run is None:
                return None if after is None or last_noun < 0 else (index, after)
            index = run
            continue
        if last_noun >= 0 and token.low in ("that", "who", "which"):
            deed = any(each.tag == "VBD" for each in tokens[first:index])
            after = None if deed else _past_relative(tokens, index)
            if after is not None:
                return _checked(tokens, first, after, after, relative=True)
        if index > first and finite(tokens, index) and not _reduced(tokens, index):
            break
        if token.tag == "RB" and index > first and index + 1 < count and finite(tokens, index + 1):
            return _checked(tokens, first, index, index + 1)
        if _of_people(tokens, first, index) or (last_noun >= 0 and _mistagged(tokens, index)):
            break
        step = _within(tokens, first, index)
        if not step:
            return None
        if token.tag in NOUNS:
            last_noun = index
        index += step
    else:
        return None
    return _checked(tokens, first, index, index)


def _within(tokens: Sequence[Token], first: int, index: int) -> int:
    """How many tokens from here on belong to the subject; 0 when the first of them does not."""
    token = tokens[index]
    before = tokens[index - 1] if index > first else None
    if token.low == "as" and before is not None:
        return 1 if before.low == "such" else 3 * _says(tokens, index, "as well as")
    if token.low == "as" or token.low in ("well", "than"):
        return int(before is not None and before.low in ("more", "less", "fewer") and token.low == "than")
    if token.tag == "VB":
        return int(before is not None and before.tag == "TO")
    if token.text == ".":
        return int(before is not None and (len(before.text) == 1 or before.low in _SHORTENED))
    if token.low.endswith(("self", "selves")) and token.tag == "PRP":
        return int(before is not None and before.tag in NOUNS)
    if token.low == "that" and any(each.tag in ("VB", "VBG") for each in tokens[first:index]):
        return 0
    if token.low in RELATIVE - {"that"} or token.tag in ("WDT", "WP", "WRB", "PRP", "EX"):
        return 0
    return int(token.tag in _NOMINAL or token.text in _WITHIN)


def _says(tokens: Sequence[Token], index: int, words: str) -> bool:
    said = words.split()
    return [token.low for token in tokens[index : index + len(said)]] == said


def _mistagged(tokens: Sequence[Token], index: int) -> bool:
    """Whether a base form or a participle must be the verb: `cells roam ...`, `engines powered the cars`."""
    token, following = tokens[index], tokens[index + 1] if index + 1 < len(tokens) else None
    head = tokens[index - 2] if tokens[index - 1].tag == "RB" and index > 1 else tokens[index - 1]
    if following is None:
        return False
    if token.tag == "VB":
        return head.tag == "NNS" and following.tag in (*_OPENS_OBJECT, "IN", "TO", "JJ", "NN")
    if token.tag != "VBN" or head.tag not in NOUNS or not is_past(token.text):
        return False
    if following.tag not in _OPENS_OBJECT and following.low != "that":
        return _only_verb(tokens, index)
    if token.low in _NAMES:
        return False
    return not _told_later(tokens, index)


def _told_later(tokens: Sequence[Token], index: int) -> bool:
    """Whether a verb follows within the same clause."""
    for later in range(index + 1, len(tokens)):
        ends = tokens[later].text in (",", ";") and tokens[later + 1].tag == "CC"
        if ends or tokens[later].low in RELATIVE or tokens[later].text == ";":
            return False
        if finite(tokens, later):
            return True
    return False


def _past_relative(tokens: Sequence[Token], pronoun: int) -> int | None:
    """The verb after a relative clause without commas: `the firms that sell it *face* ...`."""
    verbs: list[int] = []
    for index in range(pronoun + 1, min(len(tokens) - 1, pronoun + _LONGEST_RELATIVE)):
        token = tokens[index]
        if (
            token.text in ",;:—"
            or token.low in RELATIVE
            or (token.tag == "CC" and verbs and not _joins_nouns(tokens, index))
        ):
            return None
        if finite(tokens, index):
            if verbs and tokens[index - 1].tag not in (
                "NN",
                "NNS",
                "NNP",
                "VBN",
                "RB",
                "VBD",
                "VBZ",
                "VBP",
                "CD",
            ):
                return None
            verbs.append(index)
            if len(verbs) == _TWO:
                return index
    return None


def _checked(
    tokens: Sequence[Token], first: int, end: int, verb: int, relative: bool = False
) -> tuple[int, int] | None:
    words = tokens[first:end]
    if not 1 <= len(words) <= _MOST_SUBJECT:
        return None
    if len(words) > _MOST_LISTED and not relative and any(word.low in (",", "that") for word in words):
        return None
    if len(words) == _TWO and _people(words):
        return end, verb
    if len(words) == 1 and words[0].tag == "VBG":
        return (end, verb) if tokens[verb].tag in ("VBZ", "MD", "VBD") else None
    if not any(token.tag in NOUNS for token in words) or _unbalanced(words) or _one_that(words):
        return None
    return None if words[-1].tag in ("CC", "IN", "DT", "TO", "JJ", "RB") else (end, verb)


def _only_verb(tokens: Sequence[Token], index: int) -> bool:
    """Whether a participle is all that can be the verb of its sentence: `the state replied by sending it`."""
    opens, after = tokens[index + 1], tokens[min(index + 2, len(tokens) - 1)]
    if not (opens.tag == "TO" or opens.low.endswith("ly") or (opens.low == "by" and after.tag == "VBG")):
        return False
    others = [each for each in range(len(tokens)) if each != index and tokens[each].tag in ("VBN", "VBD")]
    return not others and not any(finite(tokens, each) for each in range(len(tokens)))


def _people(words: Sequence[Token]) -> bool:
    """Whether the words start with a people: `The Portuguese`."""
    return words[0].low == "the" and words[1].tag == "JJ" and words[1].text[0].isupper()


def _of_people(tokens: Sequence[Token], first: int, index: int) -> bool:
    """Whether the word is what a people did: `The Portuguese *threatened* the ...`."""
    if index != first + _TWO or tokens[index].tag != "VBD" or index + 1 >= len(tokens):
        return False
    return tokens[index + 1].tag in ("DT", "PRP$", "IN", "TO") and _people(tokens[first:index])


def _one_that(words: Sequence[Token]) -> bool:
    """Whether a clause without a pronoun hangs on `one of the N`: `One of the things Tesla ...`."""
    if words[0].tag != "CD" or len(words) <= _TWO or words[1].low != "of":
        return False
    return any(one.tag == "NNS" and two.tag in ("NNP", "DT", "PRP") for one, two in pairwise(words[3:]))


def _unbalanced(words: Sequence[Token]) -> bool:
    opened, closed = (sum(word.text == mark for word in words) for mark in ("“", "”"))
    return opened != closed or sum(word.text == '"' for word in words) % _TWO == 1


def _joins_nouns(tokens: Sequence[Token], conjunction: int) -> bool:
    """Whether `and` stands between two nouns right before the verb: `for weeks or months *is* ...`."""
    before, after = tokens[conjunction - 1].tag, tokens[conjunction + 1].tag
    if before != after or after not in (*NOUNS, "CD"):
        return False
    return conjunction + 2 < len(tokens) and finite(tokens, conjunction + 2)


def _past_aside(tokens: Sequence[Token], mark: int) -> int | None:
    """The verb after an aside between two commas or two dashes: an apposition, a name, a relative clause."""
    opens = tokens[mark + 1] if mark + 1 < len(tokens) else None
    if opens is None or (opens.tag == "CC" and opens.low != "or"):
        return None
    told = False
    for index in range(mark + 2, min(len(tokens) - 1, mark + _LONGEST_ASIDE)):
        if tokens[index].text == tokens[mark].text:
            after = index + 1 + (tokens[index + 1].tag == "RB")
            if after < len(tokens) and finite(tokens, after):
                return None if opens.low == "or" and index - mark > _LONGEST_OTHER else after
            if told or opens.tag == "CC" or not _goes_on(tokens, mark, index):
                return None
        told = told or (finite(tokens, index) and tokens[index].text != ",")
    return None


def _goes_on(tokens: Sequence[Token], mark: int, comma: int) -> bool:
    """Whether a second aside, or a further word of the first, starts behind the comma."""
    if tokens[comma + 1].low in ("who", "which"):
        return comma - mark <= _LONGEST_PLACE
    if any(token.low in RELATIVE and token.low != "as" for token in tokens[mark + 2 : comma]):
        return False
    return tokens[comma + 1].tag in ("DT", "CC", "NNP", "NN", "NNS", "JJ", "IN", "VBN")


def _past_run(tokens: Sequence[Token], comma: int) -> int | None:
    """The `and` before the last of several nouns, as in `salt, sugar and water`; None when it is no run."""
    for index in range(comma + 1, min(len(tokens) - 2, comma + _LONGEST_RUN)):
        token = tokens[index]
        if token.tag == "CC":
            return index if tokens[index + 1].tag in _OF_RUN and index > comma + 1 else None
        if token.text == ",":
            if tokens[index + 1].tag == "CC":
                return index + 1
        elif token.tag not in _OF_RUN or finite(tokens, index) or token.low in RELATIVE:
            return None
    return None


def _reduced(tokens: Sequence[Token], index: int) -> bool:
    """Whether a past form is a participle that describes the noun before it, with the verb still to come."""
    if tokens[index].tag != "VBD" or index + 1 >= len(tokens):
        return False
    if tokens[index + 1].tag not in ("IN", "TO", "RB", "VBN"):
        return False
    for later in range(index + 1, min(len(tokens), index + 14)):
        if tokens[later].text in ",;:" or tokens[later].low in RELATIVE or tokens[later].tag == "CC":
            return False
        if finite(tokens, later):
            return True
    return False
