"""What somebody argued or believed, and who did: from `X argued that S` and `According to X, S`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause, clause_of, finite
from quizapp.articles.sense.prose import Line, remade
from quizapp.articles.sense.standing import answers, central, full_person, stands, telling
from quizapp.articles.sense.subjects import stands_alone, subject_small
from quizapp.articles.sense.themes import the_kind
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.objects.peopled import of_people
from quizapp.articles.words.entities import Kind, Name
from quizapp.articles.words.lexicon import entry, zipf
from quizapp.articles.words.phrasing import opened, plural, question
from quizapp.articles.words.tagging import Token, tagged
from quizapp.articles.words.verbs import BE, HAVE, base, is_participle, is_past
from quizapp.articles.words.wordlists import wordlist

_VIEWING = frozenset(
    {"argue", "assert", "believe", "claim", "conclude", "contend", "declare", "discover", "emphasize", "fear"}
    | {"find", "hold", "hypothesize", "imagine", "insist", "maintain", "observe", "postulate", "predict"}
    | {"preach", "propose", "prove", "reason", "recognize", "show", "stress", "suggest", "teach", "theorize"}
    | {"acknowledge", "affirm", "caution", "conjecture", "deduce", "infer", "posit", "speculate", "surmise"}
    | {"think", "warn", "write", "demonstrate", "advocate", "demand", "say", "note", "state", "realize"}
)
_WISHING = frozenset({"advocate", "demand", "insist", "propose", "suggest"})
_SAYING = frozenset(
    {
        "argue",
        "believe",
        "claim",
        "think",
        "say",
        "suggest",
        "conclude",
        "insist",
        "assert",
        "maintain",
        "fear",
    }
)
_NOUN_OPENS = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "JJ"})
_ACCORDING = re.compile(r"^According to (?P<who>(?:the )?[A-Z][^,;:]{2,50}), (?P<said>[^;:—]+)\.$")
_SAYS_LITTLE = re.compile(r"^(?:there|whatever|it|he|she|they)\b", re.I)
_CONDITIONAL = re.compile(
    r"^(?:if|when|while|although|though|since|because|unless|in light of) [^,]{8,110}, ", re.I
)
_GENERIC = re.compile(
    r"\b(?:people|others|scholars|historians|experts|researchers|critics|supporters|scientists|observers|studies"
    r"|study|report|survey|polls?|article|authors?|many|most|some|several|few|evidence|data|research)\b",
    re.IGNORECASE,
)
# Those who find something out, whoever they are: what they found can be asked for where it is said of what.
_FINDING = re.compile(
    r"^(?:(?:many|most) )?(?:(?:current|empirical|experimental|extensive|genetic|historical|longitudinal"
    r"|modern|scientific|archaeological|fossil|social|simple|political|gender|careful) )?"
    r"(?:research|studies|evidence|experiments|surveys|scientists|researchers|scholars|historians|experts"
    r"|(?:critics|supporters|opponents) of [\w’' -]+|[a-z]{3,}(?:ologists|omists|icists))$",
    re.IGNORECASE,
)
_SIDE = re.compile(r"^(?:many |most )?(?:critics|supporters|opponents|proponents|advocates|skeptics)$", re.I)
_TITLES = wordlist("entities titles") | {"Chief", "Justice", "Judge", "Saint", "St.", "Secretary"}
# What is no longer part of the view, or is a further one.
_GOES_ON = re.compile(r"; |,? and (?:he|she|they) |,? and (?!that)[a-z]+ed that ")
_GOES_ON_ELSEWHERE = re.compile(r"; |,? and (?:he|she|they) | and [a-z]+ed that ")
_OF_ONE_CASE = re.compile(r"\b(?:million|billion|percent)\b|^(?:certain|particular|specific) ")
_WHEN_SO = re.compile(r" (?:at a minimum|at least|in general|in particular|at most)$")
_ASIDE = re.compile(r"^, (?:who|which|one of|an?) [^,]+,(?= [a-z])")
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_SUBJECT = _NOUNS | {"DT", "JJ", "IN", "RB", "PRP$", "CD", "VBG"}
_BEHIND = frozenset({"IN", "TO", "WDT", "WP", "VBG", "VBN", ","})
_GRANTED = re.compile(r",? (?:although|though|even though) (?!.*\b(?:not|no|never)\b)[^,]+$")
# `Safi al-Din` may be somebody: neither `he` nor `it` is sure.
_NAMED_ONE = re.compile(r"[A-Z][\w’'-]+(?: (?:al|bin|de|ibn|van|von)\b)?(?: (?:al-)?[A-Z][\w’'-]+)+")
_LEAST, _MOST, _LONG_VIEW, _MOST_SUBJECT, _MOST_SPEAKER, _LONG = 5, 38, 32, 9, 9, 2
_SHORTEST_PINNED, _FAMILIAR = 7, 4.9


def views(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """What X argued about S, and who argued that S."""
    tokens, line = clause.tokens, clause.line
    spelled = base(tokens[clause.main].text)
    if clause.passive or clause.negated or spelled not in _VIEWING:
        return
    if clause.main != clause.verb and tokens[clause.verb].low not in HAVE:
        return
    first = _where_said(clause, spelled)
    if first is None or clause.rest + 3 >= len(tokens):
        return
    if clause.front[1] and not _plain_front(clause.front_text, topic):
        return
    said = _GOES_ON.split(line.text[tokens[first].start :])[0].rstrip('.”" ')
    held = _held(line, said, topic)
    if held is None:
        said = line.text[tokens[first].start :].rstrip('.”" ')
        held = None if _GOES_ON_ELSEWHERE.search(said) else _held(line, said, topic)
    own = _before_second(said, tokens[clause.verb].tag)
    if own != said:
        said, held = own, _held(line, own, topic)
    if held is None or clause.subject[1] - clause.subject[0] > _MOST_SPEAKER or re.search(r"\bagain\b", said):
        return
    if spelled in _WISHING and re.search(r" and [a-z]+ed ", said):
        return
    about, pinned = held
    if _FINDING.match(clause.subject_text) and re.search(r"\d", said):
        return
    doubts = tuple(_doubts(clause, said, about, topic))
    if first == clause.rest:
        doubts = ("no that", *doubts)
    front = f" {clause.front_text[0].lower()}{clause.front_text[1:]}" if clause.front[1] else ""
    helper, form = _tense(clause)
    speaker = speaking(clause, topic)
    if speaker and len(doubts) <= 1:
        prompt = question(f"What {helper} {speaker} {form} about {about}{front}")
        answer = opened(f"that {_short(said, about)}")
        yield Candidate(Technique.VIEW, Form.FREE, prompt, answer, line, doubts=doubts)
    name = _person(clause, topic)
    if name is not None and pinned and first > clause.rest and len(said.split()) >= _SHORTEST_PINNED:
        full = full_person(name.text, topic)
        prompt = question(f"Who {line.cut(clause.verb, clause.rest)} that {said}{front}")
        also = (name.text,) if full != name.text else ()
        yield Candidate(Technique.WHO_HELD, Form.SHORT, prompt, full, line, also)


def _before_second(said: str, tag: str) -> str:
    """What is said as far as it surely is: before a verb in the speaker's form, with a subject of its own or
    without: `that codes were hard, and | a court agreed`, `and soon | refused to obey`.
    """
    tokens = tagged(said)
    if tokens[0].tag in ("IN", "WRB"):
        return said
    for index in range(_LEAST, len(tokens) - 1):
        if tokens[index].low != "and" or tokens[index + 1].low == "that":
            continue
        behind = tokens[index + 1 :]
        verb = next((i for i in range(len(behind)) if finite(behind, i) or _in_form(behind[i], tag)), 0)
        comma = tokens[index - 1].text == ","
        between = {token.tag for token in behind[:verb]}
        own_subject = comma and bool(between & _NOUNS) and between <= _SUBJECT
        if not _in_form(behind[verb], tag) or not (own_subject or between <= {"RB"}):
            continue
        if own_subject or _verb_may_end(tokens[:index], behind[verb].text):
            return said[: tokens[index - comma].start].rstrip(" ,")
    return said


def _in_form(token: Token, tag: str) -> bool:
    """Whether a verb stands in the form of a tag: also what a noun before it lets seem a participle."""
    return token.tag == tag or (tag == "VBD" and token.tag == "VBN" and is_past(token.text))


def _verb_may_end(tokens: Sequence[Token], second: str) -> bool:
    """Whether the verb told is a whole one, beside which a second is no participle of a passive."""
    verb = next((i for i in range(len(tokens)) if finite(tokens, i)), None)
    if verb is None:
        return False
    passive = tokens[verb].low in BE | HAVE and any(token.tag == "VBN" for token in tokens[verb + 1 :][:2])
    return not (passive and is_participle(second))


def _where_said(clause: Clause, spelled: str) -> int | None:
    """Where what is said begins: behind `that`, or behind a verb of saying where a clause follows at once."""
    tokens, first = clause.tokens, clause.rest
    if tokens[first].low == "that":
        return first + 1
    if spelled not in _SAYING or tokens[first].tag not in _NOUN_OPENS:
        return None
    verb = next(
        (
            i
            for i in range(first + 1, len(tokens) - 1)
            if tokens[i].tag not in _NOUN_OPENS and tokens[i].low != "of"
        ),
        len(tokens),
    )
    fits = verb < len(tokens) - 2 and tokens[verb].tag in ("VBD", "VBZ", "VBP", "MD")
    return first if fits and finite(tokens, verb) and tokens[verb + 1].low != "by" else None


def according(line: Line, topic: Topic) -> Iterator[Candidate]:
    """The same from `According to X, S`."""
    found = _ACCORDING.match(line.text)
    if found is None or _GENERIC.search(found["who"]) or re.search(r"\d", found["who"]):
        return
    # `in reviewing papers, they are two` hangs on nobody in the answer.
    if re.match(r"(?:in|by|after|when|while|on) [a-z]+ing\b", found["said"]):
        return
    held = _held(line, found["said"], topic)
    name = next((n for n in line.names if n.end == found.end("who")), None)
    if held is None or name is None or re.search(r"\bagain\b", line.text):
        return
    prompt = question(f"What did {found['who']} say about {held[0]}")
    if name.kind in (Kind.LAW, Kind.ORGANISATION):
        prompt = prompt.replace("What did", "What does", 1)
    answer = opened(f"that {_short(found['said'], held[0])}")
    doubts = () if central(name, line, topic) else ("named once",)
    yield Candidate(Technique.VIEW, Form.FREE, prompt, answer, line, doubts=doubts)


def _doubts(clause: Clause, said: str, about: str, topic: Topic) -> Iterator[str]:
    """What speaks against asking what somebody thought."""
    text = clause.subject_text
    found_out = bool(_FINDING.match(text))
    if found_out and not _found(about, said):
        yield "plain finding"
    if len(said.split()) > _LONG_VIEW:
        yield "length"
    if not telling(said):
        yield "few rare words"
    inside = [name for name in clause.line.names if name.text in text]
    group = topic.spread[text.split()[-1].lower()] > 1
    if _SIDE.match(text):
        yield "generic"
    elif (
        not found_out
        and not group
        and not any(" " in n.text or central(n, clause.line, topic) for n in inside)
    ):
        yield "named once"


def _tense(clause: Clause) -> tuple[str, str]:
    """The helping verb of the question, and the form of the verb that goes with it."""
    verb, main = clause.tokens[clause.verb], clause.tokens[clause.main]
    if clause.main != clause.verb:
        return verb.low, main.text
    return {"VBD": "did", "VBZ": "does"}.get(verb.tag, "do"), base(verb.text)


def _held(line: Line, said: str, topic: Topic) -> tuple[str, bool] | None:
    """What a view is about, and whether it can be told whole in a question; None when it leans."""
    size = len(said.split())
    if (
        not _LEAST <= size <= _MOST
        or said.count("“") != said.count("”")
        or said.count('"') % 2
        or not answers(said)
    ):
        return None
    conditional = _CONDITIONAL.match(said)
    main = said[conditional.end() :] if conditional else said
    inner = clause_of(remade(line, opened(re.split(r"[—;]", main)[0].rstrip(" ,")) + "."))
    if inner is None or _SAYS_LITTLE.match(main) or inner.subject[1] - inner.subject[0] > _MOST_SUBJECT:
        return None
    subject = inner.subject_text
    if re.match(r"(?:both|some|many|most|all|no|any|only|doing) ", subject, re.I) or not telling(said, 1):
        return None
    known = any(name.text == re.sub(r"^[Tt]he ", "", subject) for name in line.names)
    if not stands(subject) or not (
        known or stands_alone(inner, topic, generic=True) or (the_kind(inner) and "would" not in said)
    ):
        return None
    about = subject if known and not subject.startswith("The ") else subject_small(inner, topic)
    about = _WHEN_SO.sub("", about)
    if _OF_ONE_CASE.search(about):
        return None
    return about, stands(said, own=True) and not conditional


def _short(said: str, about: str) -> str:
    """The view without what is granted at its end, and with `they` or `it` for what is asked about."""
    said = _GRANTED.sub("", said)
    if not re.match(rf"{re.escape(about)}[ ,]", said, re.IGNORECASE):
        return said
    rest = _ASIDE.sub("", said[len(about) :])
    said = said[: len(about)] + rest
    if len(about.split()) < _LONG or _NAMED_ONE.fullmatch(about):
        return said
    head = _head(about)
    if re.search(r"\b(?:they|it|them|its|their)\b|^,", rest):
        return said
    # `a number of crimes are committed`
    if re.match(r" (?:are|were|have)\b", rest):
        return f"they{rest}"
    if plural(head) and not re.match(r" (?:is|was|has|does)\b", rest) and not re.match(r"an? ", about, re.I):
        return f"they{rest}"
    last = tagged(f"They saw the {head.split()[-1]}.")[3]
    joined = "," in about or " and " in about
    return f"it{rest}" if last.tag == "NN" and not of_people((last,)) and not joined else said


def _head(about: str) -> str:
    """A phrase up to its noun: `laws | requiring segregation`."""
    tokens = tagged(about)
    behind = next((token.start for i, token in enumerate(tokens) if i and token.tag in _BEHIND), len(about))
    return about[:behind].rstrip(" ,")


def _found(about: str, said: str) -> bool:
    """Whether it is one plain finding about something particular."""
    particular = len(about.split()) > 1 or zipf(about) < _FAMILIAR
    return particular and not re.search(r"\balso\b", said)


def speaking(clause: Clause, topic: Topic) -> str:
    """Who holds the view, as a question names him; "" when nobody would know who that is."""
    text = clause.subject_text
    if _FINDING.match(text) or (_SIDE.match(text) and clause.tokens[clause.verb].tag == "VBP"):
        return text[0].lower() + text[1:]
    if _GENERIC.search(text) or not stands_alone(clause, topic):
        return ""
    name = _person(clause, topic)
    if name is not None and name.text == text:
        return _small_trade(full_person(text, topic), topic)
    named = any(each.text in text for each in clause.line.names)
    group = topic.spread[text.split()[-1].lower()] > 1
    if not named and not group:
        return ""
    lead = (
        clause.subject[0] == 0
        and not _of_nation(text.split()[0], topic)
        and not text.startswith("The ")
        and name is not None
        and len(name.text) < len(text)
    )
    said = text[0].lower() + text[1:] if lead and text.split()[0] not in _TITLES else ""
    plain = text if _of_nation(text.split()[0], topic) else subject_small(clause, topic)
    # A sentence that opened with `For example` had a small letter here.
    if (
        clause.subject[0] == 0
        and plain[0].isupper()
        and f" {plain[0].lower()}{plain[1:]} " in clause.line.quote
    ):
        plain = f"{plain[0].lower()}{plain[1:]}"
    return said or _small_trade(plain, topic)


def _of_nation(word: str, topic: Topic) -> bool:
    """Whether a word keeps its capital everywhere: `French`."""
    return topic.capitals.proper(word) or "NNPS" in entry(word).tags


def _small_trade(name: str, topic: Topic) -> str:
    """A name with a small letter where a trade with a capital opens it: `anthropologist Leith Mullings`."""
    first = name.split()[0]
    trade = first.lower().endswith(("ist", "ian", "er", "or")) and topic.capitals.lower[first.lower()]
    return name[0].lower() + name[1:] if trade and len(name.split()) > 2 else name


def _person(clause: Clause, topic: Topic) -> Name | None:
    """The name that the subject is or ends with, when the article comes back to it."""
    end = clause.tokens[clause.subject[1] - 1].end
    start = clause.tokens[clause.subject[0]].start
    name = next((n for n in clause.line.names if n.end == end and n.start >= start), None)
    if name is None or name.kind not in (Kind.PERSON, Kind.OTHER) or " and " in clause.subject_text:
        return None
    plain = name.start == start or re.fullmatch(
        r"(?:[A-Z]?[\w’'-]+ ){1,6}", clause.line.text[start : name.start]
    )
    person = name.kind is Kind.PERSON or name.text in topic.persons
    return name if plain and person and central(name, clause.line, topic) else None


def _plain_front(front: str, topic: Topic) -> bool:
    """Whether what stands before the speaker is a date or a named work, understood anywhere."""
    return not re.search(r"^In (?:his|her) |\bit\b", front) and stands(front) and len(front.split()) <= 9
