"""Definitions in passing are asked only where the grammar proves that they tell of their term."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from quizapp.articles.candidates import Candidate
from quizapp.articles.sense.clauses import finite
from quizapp.articles.techniques.definitions.definiens import head_token
from quizapp.articles.techniques.definitions.sound import Told
from quizapp.articles.words.lexicon import may_be, zipf
from quizapp.articles.words.phrasing import plural, words
from quizapp.articles.words.tagging import Token, tagged

_ASIDE = re.compile(
    r"[”\"]?(?: \([^()]*\))?(?P<mark>,|—| —|–| –| \(|:) ?(?P<link>(?:(?:which|that) (?:is|are|was|were)|or"
    r"|that is|i\.e\.|meaning|in other words)\b\.?,? )?(?P<only>(?:just|simply|then|thus|therefore) )?[“\"]?"
)
_TURNED = re.compile(r"(?: \(|, or (?:the |an? )?|, (?:that is|i\.e\.),? (?:the |an? )?)[“\"]?")
_RELATIVE = re.compile(r"\b(?:that|which|who|whose|whom|where|when|whereby)\b")
_OF = frozenset({"about", "against", "among", "at", "between", "for", "in", "of", "on", "over", "to", "with"})
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_IS = re.compile(
    r"\b(?:is|are|was|were|be|been|being|become|becomes|became|remain|remains|remained) (?:an? )?$"
)
_TURNED_SUBJECT = re.compile(r"^(?:One|Another|Among|Next|First|Second|Third|Finally|[^,]+ of )")
_CLAUSE_OPENS = re.compile(
    r"(?:^|, )(?:[a-z]+ ){0,3}(?:after|although|as|because|before|if|once|since|though|unless|until|when"
    r"|whenever|where|whereas|while) ",
    re.IGNORECASE,
)
_LISTS = re.compile(
    r"\b(?:include|comprise|involve|contain|combine|cover|encompass|cause|require|provide|offer|need|oppose)"
    r"(?:s|d|ing)? (?:the |an? )?$"
)
_AND_MORE = re.compile(r"^,? (?:and|or) (?P<more>[^,;:.()—]+)")
_JOINED, _JOINED_TO_ONE = re.compile(r" (?:and|or) "), re.compile(r" (?:and|or) an? ")
_SERIES = re.compile(r", (?:and|or) (?!(?:it|they|is|are|was|were|has|have|can|may|that|which|who)\b)")
_RUN = re.compile(r"^(?:the|an?) [^,]+, (?:the|an?) [^,]+,? (?:and|or) ")
_CLOSED = re.compile(r"^(?:$|[.;:!?)”\"\]]| ?[(—\[]| –|, | such as )")
_BEHIND = frozenset(
    {"IN", "MD", "RB", "TO", "CC", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB"}
)
_SAID_OF_THEM = re.compile(r"^, (?:is|are|was|were|has|have|had|can|may|will)\b")
_IDIOMS = frozenset({"example", "instance", "fact", "effect", "case"})
_TO_THE_READER = re.compile(r"\b(?:you|your|let[’']s|suppose|imagine)\b", re.IGNORECASE)
_HELD_BACK = re.compile(r"an? [a-z ]+ rather than an? [a-z ]+")
_OF_TWO_SORTS = re.compile(r"the [a-z]+s and [a-z]+s of ")
_A_NAME = re.compile(r"the [A-Z][a-z]+ (?:of|for) (?:the )?[A-Z]")
_NO_OBJECT = re.compile(r" (?:that|which|who) [a-z]+ed$")
_SHOWN = re.compile(r"\b(?:shown|pictured|depicted|illustrated|drawn) (?:as|in|by|here|with|above|below)\b")
_ONLY_HERE = re.compile(
    r"(?:approximate|exact|actual|final|initial|current|resulting|remaining|average|[a-z]-[a-z]+$)\b"
)
_DOING = frozenset(
    {"ability", "act", "action", "activity", "art", "attempt", "behavior", "craft", "form", "kind", "method"}
    | {"mode", "practice", "procedure", "process", "property", "series", "set", "skill", "state", "strategy"}
    | {"study", "style", "system", "technique", "term", "type", "use", "way"}
)
_DEED_NOUN = re.compile(r"(?:tion|sion|ment|ance|ence|ing|sis|al|logy|sophy|nomy|graphy|metry|ics)$")
_UNKNOWN = 3.0
_NEAR, _PAIR = 4, 2
_MADE_THERE = re.compile(r"^an? (?:continuation|successor|forerunner|precursor) of ")


def told_of_another(candidate: Candidate, told: Told) -> bool:
    """Whether words in passing may tell of something else than the term before them, or are cut."""
    aside = _ASIDE.fullmatch(told.between)
    if aside is None:
        return not candidate.sure and _last_noun_named(told)
    bare = aside["link"] is None
    loose = aside["mark"] == "," and (bare or aside["link"].startswith("or"))
    if loose and any(broken(told) for broken in _OF_A_LIST):
        return True
    if _RUN.match(told.meaning) or re.match(r" (?:and|or) ", told.after) or _no_meaning(told):
        return True
    if candidate.sure:
        return False
    if not bare and (aside["only"] or aside["link"].startswith("meaning")):
        return True
    if any(broken(told) for broken in _UNPROVED):
        return True
    if loose and any(broken(told) for broken in _LOOSE):
        return True
    if bare or aside["link"].startswith("or"):
        return _may_be_of_the_noun_before(told)
    return "which" in (aside["link"] or "") and _verbs_run_on(told)


def _named(told: Told) -> bool:
    return re.match(r"[A-Z][a-z]", told.text[told.at :]) is not None


def _last_noun_named(told: Told) -> bool:
    """Whether a bracket may tell the last noun anew: `polyesters of fatty acids (carboxylic acids)`."""
    if not _TURNED.fullmatch(told.turned) or _RELATIVE.search(told.meaning):
        return False
    # `the breakdown of sugars (glycolysis)`: a deed and its name.
    if " " not in told.term and told.meaning.startswith("the ") and _DEED_NOUN.search(told.term):
        return False
    return re.search(r" (?:of|for|in) ", told.meaning) is not None


def _tokens_before(told: Told) -> Sequence[Token]:
    """The words before the term, without its article."""
    tokens = tagged(told.before)
    return tokens[:-1] if tokens and tokens[-1].low in ("the", "a", "an") else tokens


def _may_be_of_the_noun_before(told: Told) -> bool:
    """Whether it may tell of the noun that the term hangs on: `the electrocution of an elephant, a D`."""
    before = _tokens_before(told)
    if len(before) < _PAIR or before[-1].low not in _OF or (before[-1].low != "of" and _named(told)):
        return False
    noun = before[-2]
    if noun.tag in ("VBN", "VBD"):
        return len(before) > _PAIR and before[-3].tag in _NOUNS
    if noun.tag not in _NOUNS:
        return False
    head = head_token(told.meaning)
    if head is None or head.tag not in _NOUNS:
        return True
    if _named(told) and head.low in words(told.term):
        return False
    many = head.tag in ("NNS", "NNPS")
    return not (many == plural(told.term) != (noun.tag in ("NNS", "NNPS")))


def _verbs_run_on(told: Told) -> bool:
    """Whether a run of verbs is cut: `which are seeds that are not altered, | are open, and have ...`."""
    tokens = tagged(told.before)
    stated = any(finite(tokens, index) for index in range(len(tokens)))
    return stated and bool(_SAID_OF_THEM.match(told.after))


def _next_of_a_run(told: Told) -> bool:
    """Whether what follows is the next member of a run: `poverty, the lack of schools and weak laws`."""
    more = _AND_MORE.match(told.after)
    if more is not None and _a_noun_without_verb(more["more"]):
        return True
    own = _RELATIVE.split(told.meaning)[0]
    if _SERIES.search(own) and own.count(",") == 1:
        return True
    joined = _JOINED_TO_ONE if re.match(r"an? ", own) else _JOINED
    return bool(joined.search(own) and _LISTS.search(told.before))


def _a_noun_without_verb(text: str) -> bool:
    tokens = tagged(text)[:_NEAR]
    if not tokens or tokens[0].tag not in (*_NOUNS, "CD", "DT", "JJ", "JJR", "JJS", "PRP$", "VBG", "VBN"):
        return False
    return not any(finite(tokens, index) for index in range(len(tokens)))


def _a_noun_behind(told: Told) -> bool:
    """Whether one more noun stands behind the comma that closes the words."""
    found = re.match(r", (?:an?|the) (?P<rest>.+)", told.after)
    return found is not None and bool(re.search(r", (?:and|or) ", found["rest"]))


_OF_A_LIST: tuple[Callable[[Told], bool], ...] = (_next_of_a_run, _a_noun_behind)


def _not_closed(told: Told) -> bool:
    """Whether the words do not end where the aside ends."""
    if not _CLOSED.match(told.after) or _NO_OBJECT.search(told.meaning):
        return True
    if not told.after.startswith(", "):
        return False
    first, *_ = tagged(told.after[2:]) or [None]
    if first is None or first.low == "each" or first.tag in _BEHIND:
        return first is None
    return told.before.lower() not in ("", "the ", "a ", "an ") or not may_be(first.low, "VBZ", "VBP")


def _half_a_term(told: Told) -> bool:
    """Whether the term is a part of a longer one, an idiom, or has a word that only this case has."""
    own = words(told.term)
    if len(own) == 1 and own[0] in words(told.meaning):
        return True
    if told.before.endswith((" for ", "—for ", " in ")) and told.term in _IDIOMS:
        return True
    before = tagged(told.before)
    if (
        told.term.isupper()
        and before
        and before[-1].tag == "NN"
        and before[-1].end == len(told.before.rstrip())
    ):
        return True
    passing = len(own) > 1 and own[0].endswith("ing") and told.before.endswith((" a ", " an "))
    return passing and told.meaning.startswith("the ")


def _other_term(told: Told) -> bool:
    """Whether the term is of two nouns, of this case only, what is done to a thing, or half of a name."""
    own, head = words(told.term), head_token(told.meaning)
    if _ONLY_HERE.match(told.term) or _of_such_only(told):
        return True
    if told.before.endswith("er ") and tagged(told.before)[-1].tag == "JJR":
        return True
    if " of " in told.term and head is not None:
        plain = "which" not in told.between and "that is" not in told.between
        return plain or head.low in words(told.term.split(" of ")[0])
    if len(own) == 1 and own[0].endswith("ing") and head is not None and re.match(r"an? ", told.meaning):
        return head.low not in _DOING and _DEED_NOUN.search(head.low) is None
    genus = re.fullmatch(r"(?P<genus>[A-Z][a-z]+) ", told.before)
    return len(own) == 1 and genus is not None and zipf(genus["genus"].lower()) < _UNKNOWN


def _of_such_only(told: Told) -> bool:
    """Whether only those of which it is said are meant: `electrically charged | molecules (a group ...)`."""
    tokens = tagged(told.before)
    if len(tokens) < _PAIR or " " in told.term:
        return False
    how, done = tokens[-2:]
    return how.low.endswith("ly") and done.tag in ("JJ", "VBN", "VBD") and done.end + 1 == told.at


def _no_meaning(told: Told) -> bool:
    """Whether the words say only which one it is there, or what it is not."""
    may = re.search(r"\b(?:can|may|might|could) (?:[a-z]+ )+an? $", told.before)
    last = words(told.term)[-1:]
    if _SHOWN.search(told.meaning) or (
        may and last and re.match(rf"an? {re.escape(last[0])} of ", told.meaning)
    ):
        return True
    return any(pattern.match(told.meaning) for pattern in (_HELD_BACK, _OF_TWO_SORTS, _A_NAME, _MADE_THERE))


def _of_one_case(told: Told) -> bool:
    """Whether it stands in a made-up case, or is what somebody wanted it to be."""
    return _named(told) and bool(_TO_THE_READER.search(told.before) or re.search(r"\ban? $", told.before))


_UNPROVED: tuple[Callable[[Told], bool], ...] = (_not_closed, _half_a_term, _other_term, _of_one_case)


def _of_the_subject(told: Told) -> bool:
    """Whether it may tell of the subject: `Loyalists tended to be property holders, residents who ...`."""
    # `A common method is mulching, or covering the soil.`
    if told.term.endswith("ing") and re.match(r"[a-z]+ing ", told.meaning):
        return False
    return bool(_IS.search(told.before)) and not (_named(told) or _TURNED_SUBJECT.match(told.before))


def _in_a_clause_in_front(told: Told) -> bool:
    """Whether the main clause may start behind the term: `just after he took T, the court ruled ...`."""
    opens = list(_CLAUSE_OPENS.finditer(told.before))
    return bool(opens) and "," not in told.before[opens[-1].end() :]


def _among_members(told: Told) -> bool:
    """Whether a comma before the term may make it a member: `create A, build B, or T, a D`."""
    front, comma, last = told.before.rpartition(", ")
    if not comma:
        return False
    tokens, earlier = tagged(last), tagged(front)
    if any(finite(tokens, index) for index in range(len(tokens))):
        return False
    return any(finite(earlier, index) for index in range(len(earlier)))


def _a_deed(told: Told) -> bool:
    """Whether it opens with a verb: `create healthier environments, foster partnerships that ...`."""
    first = words(told.meaning)[:1]
    return bool(first and may_be(first[0], "VB", "VBP") and not may_be(first[0], "DT"))


def _goes_on_with_a_noun(told: Told) -> bool:
    more = _AND_MORE.match(told.after)
    return more is not None and tagged(more["more"])[0].tag in (*_NOUNS, "CD", "DT", "JJ", "VBG")


_LOOSE: tuple[Callable[[Told], bool], ...] = (
    _goes_on_with_a_noun,
    _of_the_subject,
    _in_a_clause_in_front,
    _among_members,
    _a_deed,
)
