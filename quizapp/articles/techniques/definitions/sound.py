"""What a definition must not be: broken off, told of something else, or given away by its term."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import finite
from quizapp.articles.techniques.definitions.definiens import head_of
from quizapp.articles.words.phrasing import bare, plural
from quizapp.articles.words.tagging import Token, tagged
from quizapp.articles.words.wordlists import wordlist

DEFINING = frozenset(
    {
        Technique.DEFINITION,
        Technique.MEANING,
        Technique.STATED_TERM,
        Technique.STATED_MEANING,
        Technique.PASSING_TERM,
        Technique.PASSING_MEANING,
        Technique.NAME_ASIDE,
    }
)
_ASKED = re.compile(r"^(?:In [^,]+, )?[Ww]h(?:at|o) (?:is|are|was|were) (?:meant by )?(?P<term>.+)\?$")
_SUMMING = wordlist("sound summing heads")
_NOT_KINDS = wordlist("sound no kinds")
# Members that are left out: `solids in which the atoms` of `the atoms, ions, or molecules are arranged`.
MEMBERS = re.compile(
    r"^, (?!(?:an?|that|which|who|whose|where|when|such|including|like|as|while|but|so|because|either|both"
    r"|although|known as|called|termed|referred to|with|for|in|on|at|by|from|if|it|they|we|not|usually"
    r"|often|typically|especially|particularly|and|or|the)\b)"
    r"(?:(?!(?:and|or)\b)[^,;:.—()]{2,60}, )+(?:and|or) (?P<last>[^,;:.—]{2,60})"
)
_ONE_MORE = re.compile(r"^, (?:and|or) (?P<last>[^,;:.—]{2,60})")
_AROUND = re.compile(r"^ ?—[^—]+— ?(?:and|or|[a-z]+s)\b")
_SEMICOLONS = re.compile(r"^; (?:how|what|the|an?|where|whether) [^;]*;")
_BUT = re.compile(r"^, (?:regardless of|excluding|except|unless|other than|without)\b")
_WHO = re.compile(r"^, (?:who|which|that) ")
_RUNS_ON = re.compile(
    r"\b(?:and so (?:on|forth)|different things)\b|^[“\"]|^[a-z]+ how\b|\bcalled an? (?![\w-]+$)"
)
_SEVERAL_OF = re.compile(r"(?:one|two|three|four|five|six|many|some|most|all) of ", re.IGNORECASE)
_CASE = re.compile(
    r"^(?:In|Under|For|With|By|Within|Thus, in|From) (?:this|these|such|that"
    r"|the [^,]*\b(?:example|case|scenario)\b)"
    r"|^(?:Thus|So|Therefore|Hence),",
    re.IGNORECASE,
)
_AMONG = re.compile(r"an? (?:alternative|classic|core|prestige|secondary) ")
_BRINGS = re.compile(r"(?:, |—|– |\(|: |(?:which is|that is),? |or )$")
_LAST, _LEAST, _NEAR = 24, 4, 8


@dataclass(frozen=True, slots=True)
class Told:
    """A term and its meaning, and where in the line each stands (-1 where it does not, word for word)."""

    term: str
    meaning: str
    text: str
    start: int
    end: int
    at: int

    @property
    def before(self) -> str:
        """What stands before the term."""
        return self.text[: self.at] if self.at >= 0 else ""

    @property
    def turned(self) -> str:
        """What stands between a meaning and the term behind it; "" in the other order."""
        return self.text[self.end : self.at] if 0 <= self.start < self.end <= self.at else ""

    @property
    def after(self) -> str:
        """What stands behind the meaning."""
        return self.text[self.end :] if self.end >= 0 else ""

    @property
    def between(self) -> str:
        """What stands between a term and its meaning, in this order; "" in the other."""
        return self.text[self.at + len(self.term) : self.start] if 0 <= self.at < self.start else ""


def told_by(candidate: Candidate) -> Told | None:
    """What a candidate of a defining technique says of which term."""
    if candidate.technique not in DEFINING:
        return None
    if candidate.form is Form.SHORT:
        found = re.search(r"what is the term for (?P<meaning>.+)\?$", candidate.prompt, re.IGNORECASE)
        if found is None:
            return None
        term, meaning = candidate.answer, found["meaning"]
    else:
        asked = _ASKED.match(candidate.prompt)
        if asked is None:
            return None
        term, meaning = bare(asked["term"].strip("“”")), candidate.answer
        meaning = (
            meaning[0].lower() + meaning[1:] if meaning[1:2].islower() or meaning[1:2] == " " else meaning
        )
    # A line made anew of a relative clause hides what the clause hangs on; the quote shows it.
    text, quote = candidate.line.text, candidate.line.quote
    if all(part.lower() in quote.lower() for part in (meaning[:_LAST], meaning[-_LAST:], term)):
        text = quote
    low = text.lower()
    start = low.find(meaning[-_LAST:].lower())
    end = start + len(meaning[-_LAST:]) if start >= 0 else -1
    return Told(term, meaning, text, low.find(meaning[:_LAST].lower()), end, low.find(term.lower()))


def sound(candidate: Candidate) -> bool:
    """Whether a definition breaks none of the rules; other candidates are."""
    told = told_by(candidate)
    return told is None or not any(broken(told) for broken in RULES)


def _breaks_off(told: Told) -> bool:
    """Whether the sentence goes on with what belongs to the meaning."""
    if told.end < 0:
        return False
    after = told.text[told.end :]
    if _AROUND.match(after) or _SEMICOLONS.match(after) or _BUT.match(after):
        return True
    if _WHO.match(after) and ", or " in told.meaning:
        return True
    more = _ONE_MORE.match(after)
    return more is not None and "," in told.meaning and not _has_verb(tagged(more["last"]))


def _has_verb(tokens: Sequence[Token]) -> bool:
    return any(finite(tokens, index) for index in range(min(len(tokens), _NEAR)))


def _runs_on(told: Told) -> bool:
    return bool(_RUNS_ON.search(told.meaning)) or " – " in told.term


def _states(told: Told) -> bool:
    """Whether the words are a statement: `the ingredients for the pizza are raw materials`."""
    tokens = tagged(told.meaning)
    first = next((i for i, token in enumerate(tokens) if _opens(token)), len(tokens))
    return any(tokens[i].low in ("is", "are") and finite(tokens, i) for i in range(first))


def _opens(token: Token) -> bool:
    return token.tag in ("WDT", "WP", "WRB", "WP$") or token.low in (
        "that",
        "than",
        "as",
        "because",
        "if",
        "whether",
    )


def _sums_up(told: Told) -> bool:
    """Whether what stands in passing tells of the whole clause: `took precedence—a common problem`."""
    tokens = tagged(told.meaning)
    head = head_of(tokens)
    if head is None or not re.match(r"an? ", told.meaning):
        return False
    passing = told.start > 0 and bool(_BRINGS.search(told.text[: told.start]))
    return passing and told.at > _LEAST and tokens[head].low in _SUMMING


def no_kind(told: Told) -> bool:
    """Whether its noun names no kind of thing: `a response to a world that ...`."""
    tokens = tagged(told.meaning)
    head = head_of(tokens)
    return head is not None and tokens[head].low in _NOT_KINDS


def _of_other_number(told: Told) -> bool:
    """Whether several named things stand behind one: `the bloodstream (the subclavian veins)`."""
    tokens = tagged(told.meaning)
    head = head_of(tokens)
    if head is None or not told.meaning.startswith("the ") or plural(told.term):
        return False
    return tokens[head].tag == "NNS" and told.start > 0 and bool(_BRINGS.search(told.text[: told.start]))


def _cut_term(told: Told) -> bool:
    """Whether the term is a part of a longer name, or names no kind of thing."""
    if _SEVERAL_OF.match(told.term):
        return True
    before = told.text[: told.at] if told.at > 0 else ""
    return bool(re.search(r"(?:(?:^|\s)[A-Z]\.|\bper) $", before))


def narrower(told: Told) -> bool:
    """Whether only a kind of the term is meant: `the male gonads—that is, the male organs`."""
    if told.at <= 0 or told.start < told.at or told.start - told.at - len(told.term) > _NEAR:
        return False
    if not _BRINGS.search(told.text[: told.start]):
        return False
    tokens = tagged(told.text[: told.at].rstrip() + " " + told.term)
    count = len(tagged(told.term))
    before = tokens[len(tokens) - count - 1] if len(tokens) > count else None
    return before is not None and before.tag in ("JJ", "NN")


def _of_another(told: Told) -> bool:
    """Whether a bracket behind `A or T` may tell of both."""
    if told.at <= 0 or not 0 < told.start - told.at - len(told.term) < _LEAST:
        return False
    return bool(re.search(r"(?<!,) (?:or|nor) $", told.text[: told.at]))


def _leans(told: Told) -> bool:
    """Whether what stands before the term says that it is meant so in a case told before."""
    return 0 <= told.at < told.start and bool(_CASE.match(told.text[: told.at]))


def _also(told: Told) -> bool:
    """Whether `T also describes D` says one thing more of T."""
    between = told.text[told.at + len(told.term) : told.start] if 0 <= told.at < told.start else ""
    return bool(re.match(r"[”\"]? also (?!(?:called|known|referred|termed)\b)", between))


def _places_among(told: Told) -> bool:
    """Whether it only says how the thing stands to others: `an alternative economic system`."""
    return bool(_AMONG.match(told.meaning))


RULES: tuple[Callable[[Told], bool], ...] = (
    _breaks_off,
    _runs_on,
    _states,
    _sums_up,
    _of_other_number,
    _cut_term,
    _of_another,
    _leans,
    _also,
    _places_among,
)
