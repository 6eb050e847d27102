"""What turns a candidate away: text that needs its article, answers given away, sentences that say little."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import GAP, Candidate, Form
from quizapp.articles.choosing.doubts import NAMED, all_said, name_given_away, partly_given_away, said_share
from quizapp.articles.choosing.passing import RULES, Rule
from quizapp.articles.choosing.wellformed import ill_formed
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.saidbefore import without_grounded
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.sound import DEFINING
from quizapp.articles.techniques.gaps.loosegaps import told_by_title
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.phrasing import bare
from quizapp.articles.words.tagging import tagged
from quizapp.core.rules_text import breaks_off, points_elsewhere, time_relative

_CONTEXT = re.compile(
    r"\b(?:the (?:former|latter)(?! (?-i:[A-Z])| [a-z]+ of\b)|aforementioned"
    r"|(?:above|below)(?! (?:the|a|an|which|and to|\d+|zero)\b)"
    r"|(?:the|as) follow(?:ing|s)|previously(?! [a-z]+(?:ed|en|wn)\b)|preceding"
    r"|(?:the|these|those) previously (?:cited|described|discussed|mentioned|named|noted|outlined)"
    r"|in (?:both|each|either|neither) (?:case|instance)s?"
    r"|respectively(?!$)|here|in the (?:article|text|passage|book|essay|video)(?! of\b)"
    r"|the (?:term|word|phrase)(?= (?:in|was|is)\b|\?)"
    r"|(?:discussed|covered) in (?-i:[A-Z][a-z]+)"
    r"|(?:this|that|next|previous|last|our) (?:chapter|figure|table|section|module|appendix)"
    r"|(?:the )?(?:chapter|figure|table|appendix|module) (?:\d|[A-Z]\b)|the (?:chapter|module)|so far"
    r"|as mentioned|as noted|as described)\b",
    re.IGNORECASE,
)
_THIS = re.compile(
    r"\b(?:this|such|these|those(?! (?:who|that|of|in|with)))\b(?! (?:as|that)\b)"
    r"(?<!\bno such)",
    re.IGNORECASE,
)
_THAT_AFTER = re.compile(r"\b(?:which|when|where|whether|because|if) that [a-z]+ ", re.IGNORECASE)
_THAT_NOUN = re.compile(
    rf"\b(?:at|in|on|for|by|of|to|from|with|during) that \w+\b|{_THAT_AFTER.pattern}", re.IGNORECASE
)
_WRITER = re.compile(
    r"\b[Ww]e (?:will|shall|have|had|discuss|discussed|learned|described|looked|examined|introduced"
    r"|mentioned|noted|saw|see|can see|now|would|may|might|must|should|just)\b"
)
_TIME = re.compile(r"\b(?:today|now|century so far)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:it|they|he|she|him|them|his|its|their|her)\b", re.IGNORECASE)
_AHEAD = re.compile(r"^(?:In|With|For|Through) (?:his|her|its|their) [\w’' ]+, (?:____, )?[A-Z]")
_CALLED_WHEN = re.compile(r"[Ww]hat is it called (?=when )")
_QUANTITIES = frozenset({"some", "many", "most", "several", "others", "both", "each", "all", "few"})
# `I` that is no numeral, as in `type I`, and does not start `i.e.`
_FIRST_PERSON = (
    r"(?<!type )(?<!class )(?<!war )(?<!phase )(?<!stage )(?<!title )(?<!level )(?<!factor )\bI\b(?!\.e)"
)
_TO_READER = re.compile(rf"\b(?:my|me|let['’]s|imagine|suppose|consider)\b|{_FIRST_PERSON}", re.IGNORECASE)
_NEXT_STEP = re.compile(
    r"^The (?:first|second|third|next|final|last|other|same|main|combination|result"
    r"|reason)\b(?: [a-z]+)? (?:is"
    r"|was|were|are|of elements)\b"
)
_DANGLING = re.compile(
    r"\b(?:of|the|a|an|in|on|at|to|for|by|with|from|and|or|as|that|which|than|between|its|their|is|are|was"
    r"|were|be|been"
    r"|not|into|about|under|over|through|who|when|where|while|because|including|such|both|either|more|most"
    r"|very|so)"
    r"[?.]?$"
)
_TORN = re.compile(r" [,.;:]|,,|\bin in\b|\b(?:by|from|in|of|on|with) as an?\b|\bthe the\b")
_ENDS_WITH_PRONOUN = re.compile(r"\b(?:that|which|when|if|because) (?:he|she|it|they|we|you)\.$")
_MAY_END_OPEN = re.compile(
    r"\b(?:result from|arise from|stem from|derive from|originate from|made up of|used for|stand for"
    r"|made of"
    r"|lead to|led to|result in|depend on|contribute to|differ from|to do|divided into"
    r"|consist of|composed of|named after|known for|known as|focus on|deal with|act as|serve as"
    r"|function as|rely on"
    r"|concentrate on|specialize in|disposed of|come about|caused by"
    r"|(?:characteri[sz]|classifi|defin|distinguish|evidenc|mark|represent|stabiliz)ed by|interact with"
    r"|based on|founded on|modeled on|derived from|made from|replaced by|surrounded by|inspired by|rooted in"
    r"|measured in"
    r"|expressed in|coated with|characterized by|respond to|react with)\?$"
)
_EXAMPLE = re.compile(
    r"^(?:Examples? |One example|An example|For example|Suppose|Imagine|Consider|If you|When you|Let )"
)
_OF_SUBJECT = frozenset({Technique.BRINGS, Technique.DEED, Technique.LONG_SUBJECT, Technique.SUBJECT})
_MOST_PROMPT = 34
_MOST_GAP = 42


def turned_away(candidate: Candidate, topic: Topic, but: frozenset[str] = frozenset()) -> str:
    """The first rule, of all `but` these, that the candidate breaks, as a slug; "" when it may stay."""
    return next((slug for slug, broken in _RULES if slug not in but and broken(candidate, topic)), "")


def _needs_context(candidate: Candidate, topic: Topic) -> bool:
    text = without_grounded(candidate.prompt)
    if points_elsewhere(text) or _CONTEXT.search(text) or _CONTEXT.search(candidate.answer):
        return True
    if candidate.before is None and (_THIS.search(text) or _NEXT_STEP.match(text)):
        return True
    if candidate.form is not Form.FREE and _THIS.search(candidate.answer):
        return True
    return bool(_THAT_NOUN.search(text) or _THAT_AFTER.search(candidate.answer))


def _some_of_them(candidate: Candidate, topic: Topic) -> bool:
    """Whether the prompt starts with `Some produce ...`, which leaves out of what."""
    if candidate.prompt.partition(" ")[0].lower() not in _QUANTITIES:
        return False
    return tagged(candidate.prompt)[1].tag in ("VBP", "VBD", "VBZ", "MD", "IN")


def _speaks_to_reader(candidate: Candidate, topic: Topic) -> bool:
    """Whether the writer speaks as such, or tells the reader what to do or to imagine."""
    text = all_said(candidate)
    return bool(_WRITER.search(text) or _TO_READER.search(text) or _EXAMPLE.search(candidate.line.text))


def _pronoun(candidate: Candidate, topic: Topic) -> bool:
    """Whether a pronoun has nothing before it in the prompt that it can stand for."""
    asked = _CALLED_WHEN.sub("", candidate.prompt)
    found = _PRONOUN.search(asked)
    if found is None or candidate.before is not None:
        return False
    before = asked[: found.start()]
    if _AHEAD.match(asked):
        return False
    nouns = [token for token in tagged(before) if token.tag.startswith("NN") or token.text == "_"]
    possessive = found.group().lower() in ("its", "their", "his", "her")
    return not nouns or (not possessive and len(before.split()) < 4)


def _time_relative(candidate: Candidate, topic: Topic) -> bool:
    return time_relative(candidate.prompt) or bool(_TIME.search(candidate.prompt))


def _too_long(candidate: Candidate, topic: Topic) -> bool:
    most = _MOST_GAP if candidate.form is Form.CLOZE else _MOST_PROMPT
    return len(candidate.prompt.split()) > most or (
        candidate.form is Form.SHORT and len(candidate.answer.split()) > 7
    )


def _given_away(candidate: Candidate, topic: Topic) -> bool:
    """Whether the prompt says all of the answer, or the telling part of a name."""
    if not partly_given_away(candidate, topic):
        return False
    if candidate.technique in NAMED:
        return True
    name = candidate.answer[:1].isupper() and any(
        name.text == candidate.answer for name in candidate.line.names
    )
    return said_share(candidate) >= 1 or (name and name_given_away(candidate, candidate.prompt))


def _in_title(candidate: Candidate, topic: Topic) -> bool:
    """Whether the deck's title, which stands above the question, tells the answer."""
    answer, technique = bare(candidate.answer), candidate.technique
    if candidate.form is Form.DATE or (candidate.form is Form.FREE and technique not in _OF_SUBJECT):
        return False
    *own, last = answer.split()
    if own and technique is Technique.WHICH and f" {last} " in candidate.prompt:
        answer = " ".join(own)
    person = any(name.text == answer and name.kind is Kind.PERSON for name in candidate.line.names)
    return told_by_title(answer, topic.title) or (person and told_by_title(last, topic.title))


def _dangling(candidate: Candidate, topic: Topic) -> bool:
    text = candidate.prompt
    open_end = candidate.technique in (Technique.COMPLEMENT, Technique.TOLD)
    if breaks_off(text) and not open_end:
        return True
    if not open_end and text.endswith("?") and _DANGLING.search(text) and not _MAY_END_OPEN.search(text):
        return True
    if re.search(r"[*|#{}<>\\]|__", text.replace(GAP, "")) or re.search(r"[*|#{}<>\\]", candidate.answer):
        return True
    if candidate.form is Form.CLOZE and (text[:1].islower() or _ENDS_WITH_PRONOUN.search(text)):
        return True
    marks = text.count('"') % 2
    return bool(marks) or "  " in text or bool(_TORN.search(text))


def _denied(candidate: Candidate, topic: Topic) -> bool:
    if candidate.technique in DEFINING:
        said = candidate.answer if candidate.form is Form.FREE else candidate.prompt[21:-1]
        at = candidate.line.text.lower().find(said.lower()[:30])
        if at >= 0:
            return bool(re.search(r"\b(?:not|never|no|hardly|nor)\b[^.;]{0,24}$", candidate.line.text[:at]))
    return bool(
        re.search(r"\b(?:not|never|no|nor|neither|hardly)\b|n['’]t\b", candidate.line.text)
    ) and not re.search(
        r"\b(?:not|never|no|nor|neither|hardly)\b|n['’]t\b", candidate.prompt + " " + candidate.answer
    )


def _ungrounded(candidate: Candidate, topic: Topic) -> bool:
    """Whether a number or a name of the prompt is not in the sentences that it comes from."""
    source = candidate.line.quote + " " + (candidate.before.quote if candidate.before else "")
    numbers = re.findall(r"\d+", candidate.prompt)
    return any(number not in source for number in numbers)


_RULES: tuple[tuple[str, Rule], ...] = (
    ("ungrounded", _ungrounded),
    ("context", _needs_context),
    ("some", _some_of_them),
    ("reader", _speaks_to_reader),
    ("pronoun", _pronoun),
    ("time", _time_relative),
    ("length", _too_long),
    ("leak", _given_away),
    ("title", _in_title),
    ("dangling", _dangling),
    ("denied", _denied),
    ("malformed", ill_formed),
    *RULES,
)


def kept(candidates: Iterator[Candidate], topic: Topic, counts: dict[str, int]) -> Iterator[Candidate]:
    """The candidates that break no rule; `counts` is told how many each rule turned away."""
    for candidate in candidates:
        slug = turned_away(candidate, topic)
        if slug:
            counts[slug] = counts.get(slug, 0) + 1
        else:
            yield candidate
