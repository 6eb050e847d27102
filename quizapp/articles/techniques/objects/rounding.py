"""Questions and answers that a comma cut within a phrase, told to its end: with noun, title or setting."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.objects.restating import after_in
from quizapp.articles.words.lexicon import may_be
from quizapp.articles.words.tagging import Token

_OF_PREDICATE = frozenset(
    {
        Technique.COMPLEMENT,
        Technique.OBJECT,
        Technique.PLACE,
        Technique.WORKING,
        Technique.PARTS,
        Technique.SUPERLATIVE,
    }
)
_ASKING_WITH_THE_REST = frozenset(
    {
        Technique.DEED,
        Technique.SUBJECT,
        Technique.LONG_SUBJECT,
        Technique.WHEN,
        Technique.WHICH,
        Technique.WHICH_NAMED,
        Technique.WHO,
    }
)
_QUALITIES = frozenset({"JJ", "JJR", "VBN"})
_ENDS_ALONE = re.compile(r"\b(?:an?|the) (?:[a-z]+ly |more |most )?(?P<last>[\w’-]+)$", re.IGNORECASE)
# `a skin-covered | , highly pigmented, muscular sack called the scrotum | that extends`
_THEIR_NOUN = re.compile(
    r"^(?P<more>(?:, (?:[a-z]+ly |more |most )?(?P<last>[\w’-]+))+ "
    r"(?!(?:and|or|to|of|in|on|at|by|for|with|as)\b)[\w’-]+"
    r"(?: (?!(?:that|which|who|where|when|because|and|but|while)\b)[\w’-]+){0,8}?)"
    r"(?=[,.;:—]| (?:that|which|who|where|when|because|and|but|while)\b)"
)
# `General Louis-Joseph | , marquis de Montcalm,`
_TITLE = re.compile(
    r"^(?P<more>, (?:marquis|marquess|duke|duc|count|comte|earl|viscount|vicomte|baron|prince|lord|bishop"
    r"|archbishop|margrave|landgrave|elector) (?:of|de|du|d’|von|van) [A-Z][\w’-]+"
    r"(?: [A-Z][\w’-]+)*)(?=[,.;])"
)
# `eligible voters, or voters who meet the requirements | , who cast a ballot in an election.`
_SAID_ANEW = re.compile(r", or [^,]+$")
_OF_THE_FIRST = re.compile(r"^(?P<more>, (?:who|that) [^,;:—.]+)\.$")
# `the role of the unconscious | , as well as early childhood experiences`
_AS_WELL = re.compile(
    r"^(?P<more>, as well as [^,;:—.()]+)"
    r"(?=[.;]|, (?:but|while|whereas|which|who|where|and (?:this|the|it|they))\b)"
)
# `Which muscles include the abductor | , the opponens, and the flexor?`
_INCLUDING = re.compile(r"\bincludes? [^,?]+\?$")
_REST_OF_RUN = re.compile(r"^(?P<more>(?:, [^,;:—.]+)+,? and [^,;:—.]+)\.$")
# `According to Freud, ... at each of the five stages`
_HELD_BY = re.compile(
    r"^(?P<front>According to (?P<whom>(?!this\b|these\b|that\b|the\b|an?\b)[^,;:—]{3,50})), "
)
_OF_LISTS = frozenset({Technique.LIST, Technique.MEMBERS, Technique.NUMBERED})
# A part of those spoken of, for whom alone the lines behind may hold: `During female fetal development,`
_OF_SOME = re.compile(
    r"^(?P<front>(?:In|During|Among|For) (?:[\w’-]+ ){0,2}?(?P<whom>female|male|women|men|girls|boys|infant"
    r"|newborn|adult|pregnant)s?\b[^,;:—]{0,40}), "
)
_ASKS = re.compile(r"(?:What|Which|Who|Into which|In which|Where|When)\b")
_WHOM = re.compile(
    r"\b(?:fe)?males?\b|\b(?:wo)?m[ae]n\b|\b(?:girl|boy|infant|newborn|adult|pregnan)", re.IGNORECASE
)


def rounded(candidate: Candidate, topic: Topic) -> Candidate:
    """The candidate with what a comma cut off, and with whom alone it tells of."""
    after = after_in(candidate, candidate.answer[1:]) if len(candidate.answer) > 1 else ""
    made = _held_by(_run_in_prompt(_titled(_to_its_noun(candidate, after), after)))
    return _of_some(_behind(made, after), topic)


def _to_its_noun(candidate: Candidate, after: str) -> Candidate:
    """The candidate with the noun that its last adjective belongs to."""
    if candidate.technique in _ASKING_WITH_THE_REST:
        tail = " ".join(candidate.prompt[:-1].split()[-3:])
        _, found, behind = candidate.line.text.partition(tail)
        more = _noun(candidate, tail, behind) if found else ""
        return replace(candidate, prompt=f"{candidate.prompt[:-1]}{more}?") if more else candidate
    if candidate.technique not in _OF_PREDICATE or candidate.form is not Form.FREE:
        return candidate
    if candidate.technique is Technique.SUPERLATIVE and (deeds := _further_deeds(candidate.answer, after)):
        return replace(candidate, answer=f"{candidate.answer}{deeds}")
    anew = _OF_THE_FIRST.match(after) if _SAID_ANEW.search(candidate.answer) else None
    more = anew["more"] if anew else _noun(candidate, candidate.answer, after)
    return replace(candidate, answer=f"{candidate.answer}{more}") if more else candidate


def _further_deeds(answer: str, after: str) -> str:
    """The rest of a run of deeds: `to ask a question | , select a problem, and name the area.`"""
    found = _REST_OF_RUN.match(after) if answer.startswith("To ") else None
    members = re.split(r",? and |, ", found["more"])[1:] if found else []
    deeds = all(may_be(each.split()[0], "VB") for each in members if each)
    return found["more"] if found and deeds else ""


def _noun(candidate: Candidate, text: str, after: str) -> str:
    """What goes on a text that ends with an adjective; "" where it ends with a noun."""
    last, found = _ENDS_ALONE.search(text), _THEIR_NOUN.match(after)
    if last is None or found is None:
        return ""
    tokens, comma = candidate.line.tokens, len(candidate.line.text) - len(after)
    before = next((token for token in tokens if token.end == comma), None)
    second = next((token for token in tokens if token.end == comma + found.end("last")), None)
    whole = before is None or second is None or not _quality(before)
    return "" if whole or not (_quality(second) or _before_noun(tokens, second)) else found["more"]


def _quality(token: Token | None) -> bool:
    return token is not None and (token.tag in _QUALITIES or ("-" in token.text and token.low.endswith("ed")))


def _before_noun(tokens: tuple[Token, ...], token: Token | None) -> bool:
    """Whether a word that may be an unknown adjective stands right before a noun."""
    at = tokens.index(token) if token is not None else -1
    return at >= 0 and tokens[at].tag == "NN" and tokens[at + 1].tag in ("NN", "NNS")


def _titled(candidate: Candidate, after: str) -> Candidate:
    """The candidate with the title that is part of somebody's name."""
    found = _TITLE.match(after) if candidate.form is Form.SHORT and candidate.answer[:1].isupper() else None
    if found is None:
        return candidate
    return replace(
        candidate, answer=f"{candidate.answer}{found['more']}", also=(*candidate.also, candidate.answer)
    )


def _behind(candidate: Candidate, after: str) -> Candidate:
    """The candidate with `respectively` and `as well as ...` behind its answer."""
    if candidate.technique not in _OF_PREDICATE or candidate.form is not Form.FREE:
        return candidate
    found = _AS_WELL.match(after)
    more = found["more"] if found else ", respectively" if after.startswith(", respectively") else ""
    return replace(candidate, answer=f"{candidate.answer}{more}")


def _run_in_prompt(candidate: Candidate) -> Candidate:
    """The candidate asked with all that its sentence counts up, not with the first alone."""
    if candidate.technique not in _ASKING_WITH_THE_REST or not _INCLUDING.search(candidate.prompt):
        return candidate
    tail = " ".join(candidate.prompt[:-1].split()[-3:])
    found = _REST_OF_RUN.match(after_in(candidate, tail))
    return replace(candidate, prompt=f"{candidate.prompt[:-1]}{found['more']}?") if found else candidate


def _held_by(candidate: Candidate) -> Candidate:
    """The candidate with whose view it is that counts up the things asked for."""
    found = _HELD_BY.match(candidate.line.text) if candidate.technique in _OF_LISTS else None
    if found is None or found["whom"].split()[-1] in candidate.prompt or candidate.before is not None:
        return candidate
    return replace(candidate, prompt=f"{found['front']}, {candidate.prompt[0].lower()}{candidate.prompt[1:]}")


def _of_some(candidate: Candidate, topic: Topic) -> Candidate:
    """The candidate with of whom alone its paragraph speaks: `During female fetal development, ...`."""
    prompt = candidate.prompt
    if candidate.before is not None or _WHOM.search(prompt) or _WHOM.search(candidate.line.text):
        return candidate
    if candidate.technique not in _OF_PREDICATE | _ASKING_WITH_THE_REST | {Technique.SEVERAL}:
        return candidate
    front = _set_before(candidate.line, topic)
    if not front or not _ASKS.match(prompt):
        return candidate
    return replace(candidate, prompt=f"{front}, {prompt[0].lower()}{prompt[1:]}")


def _set_before(line: Line, topic: Topic) -> str:
    """With what the first sentence of the line's paragraph opens, where it tells of whom all is said."""
    number = line.number
    while number and not topic.lines[number].first:
        tokens = topic.lines[number].tokens
        if tokens and tokens[0].tag == "IN":
            return ""
        number -= 1
    found = _OF_SOME.match(topic.lines[number].text) if number < line.number else None
    return found["front"] if found else ""
