"""What stands like a reason and gives none: a consequence, the reason of a part, what a word means."""

from __future__ import annotations

import re
from bisect import bisect_left

from quizapp.articles.sense.antecedents import same_block
from quizapp.articles.sense.clauses import Clause, finite
from quizapp.articles.sense.prose import Line, plain
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.verbs import BE, HAVE, base

NOT_ONLY = re.compile(r"\bnot (?:only|just|merely|simply)\b(?!.* but )")
_MAY = re.compile(r"\b(?:can|could|may|might|will|would|shall|should|cannot|must|does not|do not)\b")
_WILL = re.compile(r"\b(?:will|must)\b")
_OF_NOUNS = frozenset(
    {
        "due to",
        "because of",
        "as a result of",
        "as a consequence of",
        "in response to",
        "owing to",
        "thanks to",
    }
)
_WITH_NOUN = re.compile(r"(?<!along)(?<!ed) with [a-z ]{3,30}$")
_MEANING = frozenset(
    {"comprise", "consist", "denote", "include", "involve", "mean", "refer", "signify", "stand"}
)
_OWN = re.compile(r"(?:its|their|his|her) ")
_NAMES_KIND = frozenset({"CC", "DT", "JJ", "NN", "NNP", "NNS", "VBG", "VBN"})
_TIME = re.compile(
    r"(?:the )?(?:\d|early|late|mid|then|ancient|at least|about|around"
    r"|(?:end|start|beginning|time|turn|days) of|[A-Z][a-z]+ \d)"
)
_TOLD_THAT = re.compile(
    r"\b(?:(?:is|are|was|were|agree|announce|argue|assert|believe|claim|conclude|confirm|contend|demonstrate"
    r"|discover|explain|fear|indicate|infer|learn|maintain|mention|note|notice|observe|predict|propose|prove"
    r"|realize|realise|remark|report|reveal|show|state|suggest|suppose)(?:s|d|ed)?"
    r"|finds?|found|feels?|felt|held|holds?|knows?|knew|known|means?|meant|says?|said|saw|sees?|seen|shown"
    r"|thinks?|thought|(?:writes?|wrote|written)(?: (?:at|during|in|to) [\w’' -]{2,50}?)?"
    r"|(?:assure|convince|inform|persuade|promise|remind|show|warn)(?:s|d|ed)?(?: [\w’'-]+){1,6}?"
    r"|(?:teach(?:es)?|taught|tells?|told)(?: [\w’'-]+){1,6}?) that [^.;:]+$"
)
_ADDED = re.compile(r"(?:Additionally|Also|Besides|Furthermore|In addition|Meanwhile|Moreover),? ")
_HAS_ITS_OWN = re.compile(r"(?:,|;|, and) (?:so|thus|therefore|hence|consequently)\b(?! that\b)")
_ONLY_RELATED = re.compile(
    r"[^,;]*? (?:is|are|was|were) (?:[a-z]+ly )?(?:associated|called|correlated|defined|described|known"
    r"|linked|named|referred|related|termed)\b"
)
_AT_ITS_MOST = re.compile(
    r"[Tt]he (?:most|least|[a-z]{2,}est) [^,;]*? (?:came|happened|occurred|took place|was reached)\b"
)
_TO_DO_SO = re.compile(
    r"\b(?:is|are|was|were|be|been) (?:[a-z]+ly )?(?:advised|asked|cautioned|encouraged|instructed|ordered"
    r"|reminded|taught|told|trained|urged|warned) to\b"
)
_CONCEDED = re.compile(r"(?:So,? )?(?:[Aa]lthough|[Tt]hough|[Ww]hile|[Ww]hereas) ")
_ARGUED = re.compile(
    r"(?:One|Another|A|An|The|Some|Their|His|Her|Its)(?: [a-z]+)? (?:argument|assumption|belief|charge|claim"
    r"|concern|criticism|fear|hypothesis|idea|myth|notion|objection|theory|view|worry)"
    r"(?: (?:of|for|against|about) [^,;.]+?)? (?:is|was|holds?|held) that\b"
)
_ANSWERED = re.compile(r"(?:However|But|Yet|Nevertheless|Nonetheless|In (?:fact|reality))\b")
_SENTENCES_BACK = 5
_HOW_OFTEN = frozenset(
    {
        "also",
        "commonly",
        "frequently",
        "generally",
        "mainly",
        "mostly",
        "normally",
        "often",
        "originally",
        "primarily",
        "rarely",
        "sometimes",
        "typically",
        "usually",
    }
)
NAMING = frozenset({"call", "define", "describe", "know", "name", "refer", "term"})


def gives_none(found: re.Match[str], said: str, clause: Clause) -> bool:
    """Whether what `because` and its likes bring in behind a statement gives no reason for it."""
    word, cause = found["word"], found["cause"]
    return (
        follows_only(word, found.group(), cause, clause)
        or of_a_part(word, said, clause, cause)
        or of_last_deed(found, clause)
        or of_inner_clause(found.string, found.start())
        or since_when(found.group(), cause)
        or says_meaning(clause, word)
    )


def follows_only(word: str, found: str, cause: str, clause: Clause) -> bool:
    """Whether `so that` tells what comes of something, not what for: `is oval, so that it is far away`."""
    if word.lower() != "so that":
        return False
    if _MAY.search(cause):
        return found.startswith(",") and _WILL.search(cause) is not None
    return found.startswith(",") or clause.tokens[clause.main].low in BE | HAVE


def of_a_part(word: str, said: str, clause: Clause, cause: str) -> bool:
    """Whether `due to` belongs to the last noun alone: `is even with variations | due to local motions`."""
    if word.lower() not in _OF_NOUNS or clause.tokens[clause.main].low not in BE:
        return False
    return _WITH_NOUN.search(said.rstrip(" ,")) is not None or _of_kind(said, clause, cause)


def _of_kind(said: str, clause: Clause, cause: str) -> bool:
    """Whether it ends what a thing is said to be: `are defects | due to infection`, not `their` own."""
    if said.endswith(",") or _OWN.match(cause):
        return False
    told = clause.tokens[clause.rest : clause.end]
    while told and not said.rstrip().endswith(told[-1].text):
        told = told[:-1]
    return bool(told) and told[-1].tag in ("NN", "NNS") and all(one.tag in _NAMES_KIND for one in told)


def of_last_deed(found: re.Match[str], clause: Clause) -> bool:
    """Whether `due to` belongs to the last of several deeds: `will draw money, and raise rates | due to`."""
    if found["word"].lower() not in _OF_NOUNS or found.group().startswith(","):
        return False
    told = clause.tokens[clause.rest : clause.end]
    return any(
        comma.text == "," and joint.low in ("and", "or") and deed.tag in ("VB", "VBD", "VBP", "VBZ")
        for comma, joint, deed in zip(told, told[1:], told[2:], strict=False)
    )


def since_when(found: str, cause: str) -> bool:
    """Whether `since` tells from when on: `since the 1990s`, `since the club was founded`."""
    if not found.lstrip(" ,").startswith("since "):
        return False
    if _TIME.match(cause):
        return True
    tokens = tagged(cause)
    verb = next((index for index in range(len(tokens)) if finite(tokens, index)), len(tokens) - 1)
    done = tokens[verb + 1 : verb + 2]
    was_done = tokens[verb].low in ("was", "were") and bool(done) and done[0].tag in ("VBN", "VBD")
    happened = tokens[verb].tag == "VBD" and tokens[verb].low not in BE | HAVE
    of_its_subject = tokens[0].tag == "PRP"
    return not found.startswith(",") and not of_its_subject and (was_done or happened)


def of_inner_clause(text: str, end: int) -> bool:
    """Whether a reason at an index of a text belongs to what is told: `found that A is so | because`."""
    before = text[:end].rstrip()
    return (
        not before.endswith(",") and not text[end:].startswith(",") and _TOLD_THAT.search(before) is not None
    )


def says_meaning(clause: Clause, word: str) -> bool:
    """Whether a clause says what a word means or a thing comprises, of which nobody asks why or what for."""
    verb = base(clause.tokens[clause.main].text)
    if clause.tokens[clause.main].tag != "VBN":
        return verb in _MEANING
    if clause.rest < clause.end and clause.tokens[clause.rest].low in ("for", "on", "upon"):
        return False
    return verb in NAMING and word.lower() not in ("because", "because of", "since", "due to")


def goes_with_it(sentence: str, cause: str) -> bool:
    """Whether a cause from the sentence before `Thus, B` is not, or not alone, why B: its sentence is added
    to others, has its own consequence, says what a thing is called or goes with, or when it was greatest.
    """
    own = _HAS_ITS_OWN.search(sentence)
    return any(rule.match(sentence) for rule in (_ADDED, _ONLY_RELATED, _AT_ITS_MOST)) or (
        own is not None and cause[1:] not in sentence[own.end() :]
    )


def done_for_it(cause: str) -> bool:
    """Whether `A, so B` says what A is done for, or what holds in spite of A: `are told to rest, so ...`."""
    return _TO_DO_SO.search(cause) is not None or _CONCEDED.match(cause) is not None


def argued(line: Line, topic: Topic) -> bool:
    """Whether a line still tells what is feared or argued: `One concern is that A. As a result, B.`"""
    here = bisect_left(topic.lines, line.number, key=lambda one: one.number)
    for before in reversed(topic.lines[max(0, here - _SENTENCES_BACK) : here]):
        if not same_block(before, line) or _ANSWERED.match(plain(before.quote)):
            return False
        if _ARGUED.match(plain(before.quote)):
            return True
    return False


def cut_short(clause: Clause) -> bool:
    """Whether a clause ends before a noun taken for a verb: `made exports cheap | and imports dear`."""
    behind = [token.tag for token in clause.tokens[clause.end : clause.end + 2]]
    return behind == ["CC", "VBZ"] and clause.tokens[clause.verb].tag in ("MD", "VBD", "VBP")


def how_often(clause: Clause) -> str:
    """The word by which a clause tells of some cases only, or beside others: `often`, `also`; else ""."""
    between = (token.low for token in clause.tokens[clause.subject[1] : clause.rest])
    return next((word for word in between if word in _HOW_OFTEN), "")
