"""How something is done: from `by doing`, `through`, `by means of` and `using`, behind or before the deed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quizapp.articles.candidates import Candidate
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.antecedents import refers
from quizapp.articles.sense.clauses import finite
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.causal import Told, told
from quizapp.articles.techniques.causes.fairness import asking
from quizapp.articles.techniques.causes.goals import MAKING_DO
from quizapp.articles.techniques.causes.outcomes import several
from quizapp.articles.techniques.causes.reasons import CHAIN
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.verbs import BE
from quizapp.articles.words.wordlists import wordlist

_WAY = re.compile(
    r",? (?P<way>by(?: [a-z]+ly)? (?=[a-z]+ing )|through (?=[a-z])|by means of |by way of |via |using "
    r"|with the (?:help|aid|use) of |by (?:the )?use of )"
)
_FRONTED = re.compile(
    r"^(?P<way>By(?: [a-z]+ly)? (?=[a-z]+ing )|Through |By means of |Using |With the (?:help|aid) of )"
    r"(?P<how>[^;:—]{8,110}?), (?P<said>[^;:—]{12,180})\.$"
)
_MOSTLY = re.compile(
    r" (?P<how>chiefly|exclusively|largely|mainly|mostly|partly|predominantly|primarily|principally|solely)$"
)
_WAYS = re.compile(r" in (?:various|several|many|two|three|a number of|different) ways$")
_BACK = re.compile(r"\b(?:it|its|their|them)\b")
_NO_DEEDS = frozenset(
    {"be", "become", "contain", "differ", "exist", "have", "include", "involve", "remain", "seem"}
)
_WHITHER = frozenset({"along", "away", "back", "down", "in", "off", "out", "up"})
_HAVING_DONE = wordlist("aims takes infinitive") | MAKING_DO
_MEANS = re.compile(
    r"(?:ing|[tsx]ion|riage|usage|therapy|surgery|technology|trateg(?:y|i)|ment|[ae]nce|[ae]ncy|sis|ism|ity|ship|ure|work|process|use|system|media|trade|program(?:me)?|law"
    r"|tax|method|technique|mechanism|effort|channel|treaty|contract|agreement|market|election|policy|campaign)(?:e?s)?$"
)


def manners(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    """How a deed is done, once for each sentence that tells it."""
    text = line.text
    if text.startswith(("By ", "Through ", "Using ", "With the ")):
        yield from _fronted(line, topic)
        return
    before = previous if refers(text) else None
    for found in _WAY.finditer(text):
        said = _WAYS.sub("", text[: found.start()])
        mostly = _MOSTLY.search(said)
        about = told(line, said[: mostly.start()] if mostly else said, topic, before)
        if about is None or not _is_deed(about) or f" {found['way'].split()[0]} " in text[: found.start()]:
            continue
        if found.group().startswith(", using"):
            return
        how = _way(text[found.end() :], about.clause.tokens[about.clause.verb].tag)
        if found["way"].startswith("by "):
            how = CHAIN.split(how)[0]
        if found["way"].startswith("through") and (_is_place(how) or _goes_through(about)):
            continue
        hedge = f"{mostly['how']} " if mostly else ""
        asks, way = f"How {about.after}", f"{hedge}{found['way']}{how}"
        yield from asking(Technique.MANNER, asks, way, line, before, doubts=about.doubts)
        return


def _way(text: str, tag: str) -> str:
    """The way in which a thing is done, without the aside, the aim or the statement behind it; `tag` is that
    of the statement's verb, with which a second one agrees: `would make exports cheap and imports dear`.
    """
    how = re.sub(r"—[^—]+—", " ", text.rstrip("."))
    how = re.split(
        r"[;:—]|(?<=[a-z])[.] |,? so that |, whereas ", re.sub(r"(?<= [A-Z])[.] (?=[A-Z][a-z]+ )", "; ", how)
    )[0]
    for found in re.finditer(r",? (?:and|but) ", how):
        tokens = tagged(how[found.end() :])
        verb = next((i for i in range(len(tokens)) if finite(tokens, i)), len(tokens))
        clause = (
            found.group().startswith(",")
            and tokens
            and (tokens[0].tag in ("DT", "PRP") or tokens[0].low in ("that", "this", "these"))
        )
        before = tokens[:verb] if clause else tokens[: verb + 1][1:]
        if verb == 0 and tokens[verb].tag == "VBZ" and tag in ("MD", "VBD", "VBP"):
            continue
        if verb < len(tokens) and not any(token.text == "," for token in before) and (clause or verb == 0):
            return how[: found.start()]
    return how


def _is_deed(about: Told) -> bool:
    clause = about.clause
    tokens = clause.tokens
    if (
        tokens[clause.main].low in BE
        or clause.negated
        or about.verb in _NO_DEEDS
        or (tokens[clause.verb].tag == "MD" and about.past)
    ):
        return False
    inner = tokens[clause.rest : clause.end]
    if clause.passive and any(token.low in ("by", "via") for token in inner):
        return False
    if inner and inner[-1].tag == "VBG":
        return False
    if any(one.tag == "NN" and two.tag == "TO" for one, two in pairwise(inner)):
        return False
    if about.verb in _HAVING_DONE and _by_others(about):
        return False
    if any(token.tag in ("WDT", "WP") or token.low in ("that", "which") for token in inner):
        return False
    return bool(inner) or clause.passive


def _by_others(about: Told) -> bool:
    """Whether the deed behind `to` is that of the object: `requires firms to settle`."""
    clause = about.clause
    inner = clause.tokens[clause.rest : clause.end]
    own = bool(inner) and inner[0].tag == "TO" and not clause.passive
    return not own and any(token.tag == "TO" for token in inner)


def _of_another(about: Told) -> bool:
    """Whether the deed is the second of two and speaks of `their` camp, of those of the first."""
    return several(about.clause) and _BACK.search(about.clause.rest_text) is not None


def _goes_through(about: Told) -> bool:
    """Whether `through` belongs to its verb: `had to sit | through the hearing`, `flows back | through`."""
    last = about.clause.tokens[about.clause.end - 1]
    goes = last.tag in ("VB", "VBP", "VBZ", "VBD") or last.low in _WHITHER
    return goes and not about.clause.passive


def _is_place(how: str) -> bool:
    """Whether `through` says where and not how."""
    tokens = tagged(re.split(r",| of | in | to | by ", how)[0])
    return (
        not tokens or (tokens[0].tag != "VBG" and not _MEANS.search(tokens[-1].low)) or len(how.split()) < 2
    )


def _fronted(line: Line, topic: Topic) -> Iterator[Candidate]:
    found = _FRONTED.match(line.text)
    if found is None:
        return
    start = found.start("how")
    for comma in re.finditer(r", (?=\w)", line.text):
        how, said = line.text[start : comma.start()], line.text[comma.end() :].rstrip(".")
        if comma.start() <= start or ", the " in how or re.match(r"(?:and|or|which|but) ", said):
            continue
        about = told(line, said, topic)
        if about is not None and _is_deed(about) and not _of_another(about):
            yield from asking(
                Technique.MANNER, f"How {about.after}", f"{found['way']}{how}", line, doubts=about.doubts
            )
            return
