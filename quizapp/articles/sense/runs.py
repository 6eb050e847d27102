"""Runs such as `A, B, and C`: cut into members that are whole and of one kind, or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizapp.articles.words.tagging import FINITE, Token, tagged

_TAIL = re.compile(
    r"(?:, (?:which|who|whose|whom|where|when|because|although|though|while|whereas|but|so that|if|each|all"
    r"|both|depending|based on|(?:in|for|to|of|from|by) which|in order)\b"
    r"| (?:because|although|though|while|whereas|in order to|so that|when|if)\b"
    r"|, (?:with|making|allowing|giving|among|as|in|on|by|from|for|to|at|under|through|respectively"
    r"|and (?:they|it|he|she|we|each|these|this|that|is|are|was|were|has|have|can|may|also|then|thus)\b)"
    r"|[,;]? [—–-] |—|;).*$"
)
_OPENS = re.compile(
    r"^(?:both|either|namely|mainly|primarily|chiefly|principally|the following|as follows|of)\b:? ?",
    re.IGNORECASE,
)
_OPEN_ENDED = re.compile(
    r"\b(?:others?|another|more|etc|various|variety|many|several|some|few|such|so on|so forth|like"
    r"|anything|everything|something|things|examples?|similar|additional|certain|any|not|no|nor|or|including"
    r"|instance|e\.g|i\.e|perhaps|possibly|sometimes|often|usually|most|other)\b",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"\b(?:as well as|among others|and others|along with|together with|and so (?:on|forth)|etc)\b"
)
_CLAUSE = re.compile(
    r"\b(?:that|which|who|whom|whose|is|are|was|were|has|have|had|can|could|will|would|may|might|must|should"
    r"|this|these|those|it|they|them|he|his|she|her|we|our|us|you|your|I|does|did|do|one|ones"
    r"|because|when|where|if|same|former|latter)\b"
)
_DROPPED = re.compile(
    r"^(?:finally|then|lastly|also|both|either|even|last|ultimately|of course),? |^(?:the|an?) "
)
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD"})
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
COUNTS = {count: word for word, count in NUMBERS.items()}
_MOST_WORDS, _FEWEST, _MOST = 8, 2, 6


@dataclass(frozen=True, slots=True)
class Run:
    """The members of a run in order, without articles; `things`: whether they are more than adjectives.

    `kind` is the noun that adjectives share: `growth` in `commercial, scientific, and cultural growth`.
    """

    members: tuple[str, ...]
    things: bool

    kind: str = ""

    @property
    def text(self) -> str:
        """The members as an answer."""
        return "; ".join(self.members)

    @property
    def count(self) -> str:
        """How many there are, in words."""
        return COUNTS[len(self.members)]


def run_of(text: str, joint: str = "and") -> Run | None:
    """The members of a text that is a run of two to six and nothing else; None where a cut is unsure."""
    said = text.strip(" .,:")
    if joint == "or":
        if re.search(r"\band\b", said):
            return None
        said = re.sub(r"\bor\b", "and", said)
    said = _OPENS.sub("", said)
    if _UNFINISHED.search(said):
        return None
    cut = said if said.count("; ") > 1 else _without_tail(said)
    parts = _split(cut)
    if parts is None or not _FEWEST <= len(parts) <= _MOST:
        return None
    bare = [_DROPPED.sub("", _DROPPED.sub("", part)).strip(" ,.") for part in parts]
    if not all(map(fits, bare)) or len({part.lower() for part in bare}) < len(bare):
        return None
    read = [_owned(tagged(part)) for part in bare]
    if not _of_one_kind(read):
        return None
    if _first_alone_goes_on(read):
        return None
    kind = _shared_noun(read)
    if kind:
        return Run((*bare[:-1], bare[-1].removesuffix(f" {kind}")), False, kind)
    return Run(tuple(bare), all(tokens[-1].tag not in ("JJ", "VBN", "RB") for tokens in read))


def _owned(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words, a noun behind an apostrophe: `days' *sales*`."""
    return [
        replace(token, tag="NNS")
        if token.tag == "VBZ" and index and tokens[index - 1].text in ("’", "'")
        else token
        for index, token in enumerate(tokens)
    ]


def fits(member: str) -> bool:
    """Whether a member is short, no clause, and not `others`, `many more` or an example."""
    return (
        1 <= len(member.split()) <= _MOST_WORDS
        and len(member) > 1
        and not re.search(r"\b(?:first|last|latter|former) (?:two|three|four)\b", member)
        and " as " not in member
        and member.lower() not in ("both", "all", "neither")
        and not member.lower().startswith(("all ", "each "))
        and not _CLAUSE.search(member)
        and not _OPEN_ENDED.search(member)
        and not re.search(r"[:()\[\]?!]|\.\w", member)
        and member.count("“") == member.count("”")
        and member.count('"') % 2 == 0
    )


def _without_tail(text: str) -> str:
    """The text up to what is said of its last member, the first cut that leaves a closed run."""
    start = 0
    while (found := _TAIL.search(text, start)) is not None:
        before = text[: found.start()]
        if re.search(r"(?:,| and) ?(?:and )?[^,]+$", before) and " and " in before:
            return before.rstrip(" ,")
        start = found.start() + 1
    return text


def _split(text: str) -> list[str] | None:
    """At the commas and the last `and`; None where an `and` may stand inside a member or join two."""
    if text.count("; ") > 1:
        parts = text.split("; ")
        if not parts[-1].startswith("and "):
            return None
        return [*parts[:-1], parts[-1].removeprefix("and ")]
    if re.search(r", and [^,]*$", text):
        head, _, last = text.rpartition(", and ")
        parts = [*head.split(", "), last]
        if len(parts) == 2 and ("," not in head) and " and " in text[: len(head)]:
            return None
        return None if re.search(r" and ", last) and len(parts) < 3 else parts
    if text.count(" and ") != 1:
        return None
    head, _, last = text.partition(" and ")
    if "," in last:
        return None
    return [*head.split(", "), last]


def _of_one_kind(members: Sequence[Sequence[Token]]) -> bool:
    """Whether all are things, all doings (`-ing`), all aims (`to ...`), or all bare adjectives."""
    firsts = [tokens[0].tag for tokens in members]
    if firsts[0] == "CD" and firsts.count("CD") == 1 and len(members[0]) > 1:
        return False
    if any(tag == "TO" for tag in firsts):
        return all(tag == "TO" for tag in firsts)
    if any(tag in ("IN", "CC", "WDT", "WRB", "RP", "PRP", "PRP$", "EX", "PDT") for tag in firsts):
        return False
    if any(token.tag in FINITE for tokens in members for token in tokens):
        return False
    doing = [
        tokens[0].tag == "VBG" and len(tokens) > 1 and tokens[1].tag in _AFTER_DOING for tokens in members
    ]
    if any(doing):
        return all(tokens[0].tag == "VBG" or tokens[0].low.endswith("ing") for tokens in members)
    if any(token.tag == "VBG" for tokens in members for token in tokens[1:-1]):
        return False
    things = [_head(tokens) in _NOUNS or tokens[-1].tag == "VBG" for tokens in members]
    if all(things):
        deed = firsts[-1] == "VB" and members[-1][1:2] and members[-1][1].tag in ("DT", "PRP$")
        return not deed and not any(tag in ("VB", "RB") for tag in firsts[:-1])
    if all(tokens[-1].tag in ("JJ", "VBN", "JJR", "NN") and len(tokens) < 3 for tokens in members[:-1]):
        return not any(things[:-1]) or not all(len(tokens) > 1 for tokens in members)
    return False


def _first_alone_goes_on(members: Sequence[Sequence[Token]]) -> bool:
    """Whether `the loss of A, B, and C` may be meant as the loss of A, of B and of C."""
    goes_on = [any(token.tag in ("IN", "TO") for token in tokens[1:]) for tokens in members]
    return goes_on[0] and not all(goes_on)


def _shared_noun(members: Sequence[Sequence[Token]]) -> str:
    """The noun after the last of several adjectives, which the others share; "" when they do not."""
    *before, last = members
    if len(last) != _PAIR or not last[1].tag.startswith("NN") or last[0].tag not in ("JJ", "VBN", "NN"):
        return ""
    return last[1].text if all(len(each) == 1 and each[0].tag == "JJ" for each in before) else ""


_PAIR = 2
_AFTER_DOING = frozenset({"DT", "IN", "PRP$", "JJ", "NN", "NNS", "NNP", "TO", "CD", "RP"})


def _head(tokens: Sequence[Token]) -> str:
    """The tag of the last word before a preposition."""
    end = next((i for i, token in enumerate(tokens) if i and token.tag in ("IN", "TO")), len(tokens))
    return tokens[end - 1].tag
