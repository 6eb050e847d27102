"""What something is done, used or needed for: from infinitives of purpose and words of need."""

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
from quizapp.articles.techniques.causes.fairness import asking, says
from quizapp.articles.techniques.causes.goals import MAKING_DO, TAKES_TO
from quizapp.articles.techniques.causes.noreasons import says_meaning
from quizapp.articles.words.lexicon import may_be
from quizapp.articles.words.tagging import Token, tagged
from quizapp.articles.words.verbs import BE, base
from quizapp.articles.words.wordlists import wordlist

_ABLE = wordlist("goals able") | wordlist("aims before")
_WILLING = wordlist("goals willing") | wordlist("reasons no purpose") | wordlist("aims takes infinitive")
_NO_AIM = wordlist("reasons no purpose") | wordlist("aims none") | {"include"}
_AGAINST = frozenset({"ban", "bar", "forbid", "prohibit", "prevent", "stop"})
_INNER = frozenset({"after", "although", "because", "before", "if", "until", "when", "while"})
_ADVISING = frozenset({"can", "may", "need", "should", "must"})
_TO = re.compile(r" (?:in order |so as )?to (?=[a-z]+ )")
_PURPOSE_OF = re.compile(
    r" (?P<aim>(?:for the (?:express |sole )?purposes? of|with the (?:aim|goal|intention) of)"
    r" [a-z]+ing [^;:—]{6,120})\.$"
)
_FRONTED = re.compile(r"^(?:In order to|To) (?P<aim>[^;:—]{8,120}?), (?P<said>[^;:—]{12,180})\.$")
_NEEDED = re.compile(
    r"^(?P<x>[^,;:—]{3,70}?) (?P<be>is|are) (?:also |therefore |especially |particularly |very |absolutely )?"
    r"(?P<need>needed|required|essential|necessary|crucial|critical|vital|important|indispensable|useful|valuable"
    r"|beneficial|helpful|responsible) (?P<link>for|to|in that|in|because|as|when|since) "
    r"(?P<what>[^;:—]{8,150}?)\.$"
)
_USED = re.compile(
    r"^(?P<x>[^,;:—]{3,70}?) (?:(?P<can>can|may) be|(?P<be>is|are)) (?P<often>also |often |commonly "
    r"|typically |usually |frequently |widely |sometimes )?used (?P<link>to|for|in|as) "
    r"(?P<what>[^;:—]{8,150}?)\.$"
)
_FIRST = re.compile(
    r"first|last|only|next|second|third|enough|sufficient(?:ly)?|(?!for|inter|harv)[a-z]{2,}est|most|too|so"
)
# `did nothing to help`: what is or is not done.
_HOW_MUCH = frozenset({"anything", "everything", "little", "lot", "more", "much", "nothing", "something"})
_OBJECT = frozenset({"CD", "DT", "JJ", "NN", "NNP", "NNS", "PRP$"})
_ROLE = re.compile(
    r"^(?P<x>[^,;:—]{3,70}?) (?P<verb>serves?|acts?|functions?|helps?) "
    r"(?P<what>[^;:—]{12,150}?)\.$"
)


def aims(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    """Why something is done, from `does A to do B` and `To do B, A`; what things are needed and used for."""
    text = line.text
    if " to " in text:
        yield from _infinitive(line, previous, topic)
    if text.startswith(("To ", "In order to ")):
        yield from _fronted(line, topic)
    if (found := _PURPOSE_OF.search(text)) and (about := told(line, text[: found.start()], topic)):
        if says_meaning(about.clause, "to"):
            return
        yield from asking(Technique.AIM, f"Why {about.after}", found["aim"], line, doubts=about.doubts)
    yield from _needed(line, topic)
    yield from _roles(line, topic)


def _infinitive(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    before = previous if refers(line.text) else None
    for found in _TO.finditer(line.text):
        index = next((i for i, token in enumerate(line.tokens) if token.start > found.start()), 0)
        index = next((i for i in range(index, len(line.tokens)) if line.tokens[i].low == "to"), index)
        if not _may_be_aim(line.tokens, index, " order" in found.group()):
            continue
        about = told(line, line.text[: found.start()], topic, before)
        if about is None or not _does_it(about):
            continue
        aim = re.split(r"[;:—]", re.sub(r"—[^—]+—", " ", line.text[found.end() :].rstrip(".")))[0]
        if about.clause.passive and about.clause.tokens[about.clause.main].low == "used":
            continue
        may = about.clause.tokens[about.clause.verb].low in ("can", "may")
        asks = f"{'For what purpose' if may or about.verb == 'use' else 'Why'} {about.after}"
        doubts = about.doubts + _advised(about)
        yield from asking(Technique.AIM, asks, f"To {aim}", line, before, doubts=doubts)
        return


def _may_be_aim(tokens: tuple[Token, ...], index: int, stated: bool) -> bool:
    """Whether `to` at an index opens an infinitive of purpose: behind an object, not what takes one."""
    if index < 3 or index + 2 >= len(tokens):
        return False
    verb, before = tokens[index + 1], tokens[index - 1]
    if not may_be(verb.low, "VB") or base(verb.text) in _NO_AIM or verb.low in ("be", "have"):
        return False
    if verb.tag not in ("VB", "VBP", "NN") or (tokens[index + 2].tag in ("IN", "CC") and verb.tag == "NN"):
        return False
    if stated:
        return True
    if verb.low == before.low or before.low in _HOW_MUCH:
        return False
    following = tokens[index + 2]
    if verb.tag == "NN" and (following.tag not in _OBJECT):
        return False
    if any(_FIRST.fullmatch(token.low) for token in tokens[max(0, index - 4) : index]):
        return False
    if any(token.low in ("for", "how", "as", "enough") for token in tokens[max(0, index - 4) : index - 1]):
        return False
    joint = index - 3 if tokens[index - 2].tag == "RB" else index - 2
    if tokens[joint].tag == "CC" and (base(before.low) in _WILLING | {"help"} or before.tag == "VBZ"):
        return False
    return before.tag in ("NN", "NNS", "NNP", "NNPS") and not {before.low, before.low.removesuffix("s")} & (
        _ABLE | TAKES_TO
    )


def _advised(about: Told) -> tuple[str, ...]:
    return ("advice",) if about.clause.tokens[about.clause.verb].low in _ADVISING else ()


def _does_it(about: Told) -> bool:
    """Whether the statement is a deed with an object, of a verb that takes no infinitive itself."""
    clause = about.clause
    tokens = clause.tokens
    main = tokens[clause.main]
    if (
        main.low in BE
        or base(main.text) in _WILLING | MAKING_DO
        or clause.negated
        or says_meaning(clause, "to")
    ):
        return False
    if base(main.text) in _AGAINST:
        return False
    inner = tokens[clause.rest : clause.end]
    opening = next((i for i, token in enumerate(inner) if token.low in _INNER), len(inner))
    if any(finite(inner, index) for index in range(opening, len(inner))):
        return False
    if any(one.low in ("by", "from") and two.tag in ("VBG", "RB") for one, two in pairwise(inner)):
        return False
    if any(token.tag in ("TO", "WDT", "WP", "MD") or token.low in ("that", "to", "than") for token in inner):
        return False
    if any(
        token.tag in ("NN", "NNS") and (token.low in _ABLE or token.low[-6:] == "bility") for token in inner
    ):
        return False
    return bool(inner) or clause.passive


def _fronted(line: Line, topic: Topic) -> Iterator[Candidate]:
    found = _FRONTED.match(line.text)
    if found is None:
        return
    for comma in re.finditer(r", (?=\w)", line.text[: found.start("said")] + " x"):
        aim = line.text[line.text.index("o ") + 2 : comma.start()]
        if line.text.startswith("In order"):
            aim = line.text[len("In order to ") : comma.start()]
        tokens = tagged(aim)
        if base(tokens[0].text) in _NO_AIM or not may_be(tokens[0].low, "VB"):
            return
        said = line.text[comma.end() :].rstrip(".")
        about = told(line, said, topic)
        if about is not None and not re.match(r"(?:and|or) ", said):
            yield from asking(Technique.AIM, f"Why {about.after}", f"To {aim}", line, doubts=about.doubts)
            return


def _needed(line: Line, topic: Topic) -> Iterator[Candidate]:
    """Why something is important or needed, and what it is used for."""
    found = _NEEDED.match(line.text)
    if found is not None:
        asked_for = found["need"] in ("needed", "required", "responsible")
        if (found["need"] == "required" and found["link"] == "to") or (
            not asked_for and found["link"] not in ("because", "as", "since", "in that")
        ):
            return
        about = told(line, f"{found['x']} {found['be']} {found['need']} for it", topic)
        if about is None or about.clause.subject_text.lower() != found["x"].lower():
            return
        link, need = found["link"], found["need"]
        told_so = says(found["what"])
        if " because " in found["what"]:
            return
        if link in ("because", "since") and told_so:
            return
        if link == "when" or (link == "as" and not told_so):
            return
        if need == "responsible" and link != "for":
            return
        tail = "" if link in ("because", "as", "since") else link
        doubts = about.doubts
        if tail in ("for", "to"):
            prompt = f"What {found['be']} {about.subject} {need} for"
        else:
            prompt = f"Why {found['be']} {about.subject} {need}"
        opening = f"{link} " if link in ("to", "because", "for", "in") and prompt.startswith("Why") else ""
        if link == "in that":
            opening = "because "
        if link == "to" and prompt.endswith("for") and _is_deed(found["what"]):
            opening = "to "
        yield from asking(Technique.AIM, prompt, f"{opening}{found['what']}", line, doubts=doubts)
        return
    used = _USED.match(line.text)
    if used is None:
        return
    verb = used["be"] or "are"
    about = told(line, f"{used['x']} {verb} used for it", topic)
    if about is None or about.clause.subject_text.lower() != used["x"].lower():
        return
    doubts = (*about.doubts, "place") if used["link"] == "in" else about.doubts
    helper = f"{used['can']} {about.subject} be" if used["can"] else f"{verb} {about.subject}"
    asks = "for" if used["link"] == "to" else used["link"]
    opening = "to " if used["link"] == "to" else ""
    often = used["often"] or ""
    yield from asking(
        Technique.AIM, f"What {helper} {often}used {asks}", f"{opening}{used['what']}", line, doubts=doubts
    )


def _is_deed(what: str) -> bool:
    """Whether what stands behind `to` is a deed, not a thing: `essential to | hold water`, `to health`."""
    first = tagged(what)[0]
    return first.tag in ("VB", "VBP") or (first.tag != "NNS" and may_be(first.low, "VB"))


def _roles(line: Line, topic: Topic) -> Iterator[Candidate]:
    """What something does for others: `X serves to B`, `X helps B`."""
    found = _ROLE.match(line.text)
    if found is None:
        return
    verb, what = base(found["verb"]), found["what"]
    about = told(line, f"{found['x']} {found['verb']} {what}", topic)
    if about is None or about.clause.subject_text.lower() != found["x"].lower():
        return
    helper = "do" if about.many else "does"
    if verb in ("serve", "act", "function") and what.startswith("to "):
        yield from asking(
            Technique.AIM, f"What {helper} {about.subject} serve to do", what[3:], line, doubts=about.doubts
        )
    elif verb == "help":
        to = what[3:] if what.startswith("to ") else what
        first = tagged(to)[0]
        if first.tag in ("VB", "VBP") and may_be(first.low, "VB") and not re.match(r"(?:in|with) ", to):
            yield from asking(
                Technique.AIM, f"What {helper} {about.subject} help to do", to, line, doubts=about.doubts
            )
