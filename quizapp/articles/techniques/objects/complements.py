"""What hangs on a verb by a preposition or an infinitive: what X protects Y from, allows, is used as."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause
from quizapp.articles.sense.openings import front_of
from quizapp.articles.sense.themes import about, agrees, spoken, weighty
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.objects.claims import claims
from quizapp.articles.techniques.objects.peopled import crowd, of_people, of_somebody
from quizapp.articles.techniques.objects.predicates import (
    Frame,
    adverbs_of,
    candidate,
    fit,
    frame_of,
    is_object,
    limited,
    of_one_verb,
    parted,
    passive,
    read,
)
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import question
from quizapp.articles.words.verbs import BE, HAVE, base
from quizapp.articles.words.wordlists import wordlist


def linking(kind: str, *links: str) -> dict[str, frozenset[str]]:
    """The prepositions that each word of the lists `complements <kind><link>` takes."""
    found: dict[str, frozenset[str]] = {}
    for link in links:
        for word in wordlist(f"complements {kind}{link}"):
            found[word] = found.get(word, frozenset()) | {link}
    return found


_DULL = frozenset({"be", "have", "do", "become", "get", "seem"})
_NONE: frozenset[str] = frozenset()
TO_DO = wordlist("complements somebody to do")
_SEEKING = wordlist("complements to do")
_OF_DOERS = frozenset({"require", "cause", "stimulate", "direct"})
_FROM_DOING = frozenset(
    {"prevent", "keep", "stop", "prohibit", "discourage", "protect", "bar", "ban", "forbid", "block"}
)
_WITH_OBJECT = linking("", "into", "from", "with", "as", "to", "on", "against")
_WITHOUT = linking(
    "plain ", "of", "to", "on", "with", "as", "in", "for", "from", "into", "through", "against"
)
_DONE = linking("done ", "as", "to", "with", "into", "from", "for", "in", "by", "on")
_BEING = linking("being ", "for", "of", "to", "with", "in", "on", "from")
_ALLOWED = frozenset({"allow", "permit", "oblige", "forbid", "authorize", "entitle", "compel", "supposed"})
_LINKS = frozenset({"as", "by", "from", "into", "through", "to", "with", "for", "against", "of"})
_ANY = frozenset({"from", "into", "with", "to", "against"})
_MOVING = frozenset(
    {"send", "move", "bring", "take", "return", "introduce", "put", "invite", "deliver", "carry", "call"}
)
_GOING = wordlist("complements verbs not asked")
_IN_WAYS = re.compile(
    r"\bin (?:that|(?:two|three|many|several|important|some|the following) ways?)\b|\bas did\b"
)
_NAMING = frozenset(
    {"call", "know", "name", "term", "dub", "define", "refer", "consider", "say", "show", "do", "see"}
)
_ROLE = re.compile(r"^(?P<role>(?:an? |the )?(?:[a-z-]+ )?(?:role|part)s?) in (?P<what>.+)$")
_RIGHT = re.compile(
    r"^(?P<the>the |an? )(?P<which>(?:[a-z-]+ )?(?:right|power|authority|ability|duty|obligation"
    r"|responsibility"
    r"|task|potential|capacity|freedom|privilege|effect|advantage|disadvantage|goal|aim|purpose"
    r"|function|job))"
    r" (?P<link>to|of) (?P<what>.+)$"
)
_BESIDE = frozenset(
    {"anterior", "distal", "inferior", "lateral", "medial", "posterior", "proximal", "superior"}
)
_JOINING = frozenset({"bind", "combine", "interact", "join", "react", "unite", "work"})
_TO_FORM = re.compile(
    r"^(?P<what>(?:an? |the )?(?:[\w’-]+ ){0,3}[\w’-]+) (?P<to>to [a-z]+ (?:(?!that\b|which\b)[\w’-]+ ?)+)$"
)
_GROUND = re.compile(r"^(?P<ground>(?:the |a )?(?:foundations?|groundwork|basis) for) (?P<what>.+)$")
_WHERE = frozenset({"at", "in", "on", "under", "within"})
_MOST_OBJECT, _KNOWN = 7, 4.9


def complements(clause: Clause, topic: Topic, given: str = "") -> Iterator[Candidate]:
    """What stands behind the preposition or the `to` that a verb takes."""
    yield from claims(clause, topic, given)
    frame = frame_of(clause, topic, given)
    if frame is not None:
        yield from _of_active(frame, topic)
    elif passive(clause):
        yield from _of_passive(clause, topic, given)
    elif clause.main == clause.verb and clause.tokens[clause.verb].low in BE:
        yield from _of_being(clause, topic, given)


def _of_active(frame: Frame, topic: Topic) -> Iterator[Candidate]:
    asked, answer = complement_of(frame)
    if frame.helper in ("must", "will", *HAVE) or (frame.past and asked == f"{frame.verb} to do"):
        return
    if crowd(frame.clause) and not asked.endswith(" as"):
        return
    if asked and not (frame.past and not weighty(frame.clause, topic)):
        yield candidate(Technique.COMPLEMENT, frame.asks(asked), answer, frame.clause)


def complement_of(frame: Frame) -> tuple[str, str]:
    """What the question says behind the subject, and a whole answer; two empty texts when there is none."""
    asked, answer = _parts(frame)
    return (asked, answer) if asked and _says(answer) and not _IN_WAYS.search(answer) else ("", "")


def _says(answer: str) -> bool:
    """Whether an answer is whole; one word alone must be particular."""
    return fit(answer) or (fit(answer, 1, 1) and 0 < zipf(answer.split()[-1]) < _KNOWN)


def _parts(frame: Frame) -> tuple[str, str]:
    """What the question says behind the subject, and the answer; two empty texts when nothing fits."""
    verb, rest = frame.verb, frame.rest
    if verb in _SEEKING and rest.startswith("to "):
        return (f"{verb} to do", rest[3:]) if does(rest[3:]) else ("", "")
    link, _, what = rest.partition(" ")
    if verb in _JOINING and link == "with" and (found := _TO_FORM.match(what)):
        return f"{verb} with {found['to']}", found["what"]
    if verb == "lay" and (found := _GROUND.match(rest)):
        return f"lay {found['ground']}", found["what"]
    if link in _WITHOUT.get(verb, _NONE) or (link in _ANY and verb not in _GOING and _is_thing(what, link)):
        return f"{verb} {link}", of_one_verb(what)
    if verb == "play" and (found := _ROLE.match(rest)):
        return f"play {found['role']} in", found["what"]
    if verb == "have" and (found := _RIGHT.match(rest)):
        if found["link"] == "of":
            return f"have {found['the']}{found['which']} of", found["what"]
        what = f"have {found['the']}{found['which']} to do"
        return (what, found["what"]) if does(found["what"]) else ("", "")
    return _with_object(verb, rest)


def _with_object(verb: str, rest: str) -> tuple[str, str]:
    if verb in TO_DO:
        what, _, done = rest.partition(" to ")
        to = "do" if verb == "help" else "to do"
        doer = read(what)[0].low not in ("a", "an", "the") or verb not in _OF_DOERS
        doer = doer and (verb != "require" or of_somebody(read(what)))
        if done and doer and _object(what) and does(done):
            return f"{verb} {what} {to}", done
    if verb in _FROM_DOING:
        what, _, done = rest.partition(" from ")
        if done and _object(what):
            doing = read(done)[0].tag == "VBG"
            return f"{verb} {what} from {'doing' if doing else ''}", of_one_verb(done)
    link = _link(verb, rest)
    what, _, into = rest.partition(f" {link} ") if link else ("", "", "")
    if (
        into
        and not (into.startswith(("well ", "if ", "though ")) or what.endswith((" such", " as")))
        and _object(what)
        and read(what)[-1].tag not in ("VBG", "VBN", "JJ")
        and read(into)[0].tag not in ("VB", "VBG", "IN")
    ):
        return f"{verb} {what} {link}", of_one_verb(into)
    return "", ""


def _link(verb: str, rest: str) -> str:
    """The preposition of the second thing that the verb takes, the first one in the text; "" when none."""
    takes = _WITH_OBJECT.get(verb, _NONE) | ({"into"} if verb not in _GOING else _NONE)
    return next((word for word in rest.split()[1:] if word in takes), "")


def _is_thing(text: str, link: str) -> bool:
    """Whether a text starts with a thing, not with a deed or a number."""
    if not text or (link == "from" and " to " in text):
        return False
    opens = ("DT", "PRP$") if link == "to" else ("DT", "NN", "NNS", "JJ", "PRP$")
    return read(text)[0].tag in opens and is_object(text)


def linked(frame: Frame) -> bool:
    """Whether behind the object stands a second thing that the verb takes: `exposes workers to lead`."""
    takes = _WITH_OBJECT.get(frame.verb, _NONE)
    return any(word in takes for word in frame.rest.split()[1:])


def _object(text: str) -> bool:
    """Whether a text is a short plain noun phrase, with no deed of its own behind it."""
    bound = any(token.tag == "VBG" for token in read(text)[2:])
    return len(text.split()) <= _MOST_OBJECT and is_object(text) and not bound


def does(text: str) -> bool:
    """Whether a text starts with a verb in its base form that does something."""
    first = next(iter(read(text, "They want to ")), None)
    return (
        first is not None
        and first.tag == "VB"
        and first.low not in ("be", "have", "do", "become", "get", "seem")
    )


def _of_passive(clause: Clause, topic: Topic, given: str) -> Iterator[Candidate]:
    """What the subject is used as, converted into, attached to, allowed to do."""
    verb = base(clause.tokens[clause.main].text)
    if clause.tokens[clause.verb].low in ("was", "were") and not weighty(clause, topic):
        return
    if clause.tokens[clause.verb].tag == "MD" or crowd(clause):
        return
    said = _said(clause, topic, given)
    if said is None:
        return
    opening, rest, tail = said
    done = clause.tokens[clause.main].text
    if verb in _ALLOWED and rest.startswith("to ") and does(rest[3:]):
        asked, answer = f"{done} to do", rest[3:]
    else:
        link, _, answer = rest.partition(" ")
        if link not in _DONE.get(verb, _NONE) and not (
            link in _LINKS and _of_things(clause, verb, link, answer)
        ):
            return
        if (link == "to" and verb in _MOVING) or (link == "by" and of_people(read(answer))):
            return
        # `carried from A to B`; `applied to color certain features`
        if (link == "from" and re.search(r" to (?:the|an?|its|their) ", answer)) or (
            link == "to" and clause.rest + 1 < clause.end and clause.tokens[clause.rest + 1].tag == "VB"
        ):
            return
        asked, answer = f"{done} {link}", of_one_verb(answer, "VBN")
    if _says(answer):
        yield candidate(Technique.COMPLEMENT, question(f"{opening} {asked} {tail}"), answer, clause)


def _of_things(clause: Clause, verb: str, link: str, answer: str) -> bool:
    """Whether what follows any preposition is a thing, neither a person nor a deed."""
    if verb in _NAMING or any(
        answer.startswith(name.text) and name.kind is Kind.PERSON for name in clause.line.names
    ):
        return False
    first = next(iter(read(answer)), None)
    if first is None:
        return False
    if link == "to" and (verb == "use" or first.tag not in ("DT", "PRP$", "NNS", "NNP")):
        return False
    return is_object(answer) and first.tag in ("DT", "NN", "NNS", "JJ", "NNP", "NNPS", "PRP$")


def _of_being(clause: Clause, topic: Topic, given: str) -> Iterator[Candidate]:
    """What the subject is responsible for, capable of, essential to."""
    first = next(
        (t for t in clause.tokens[clause.rest : clause.rest + 3] if t.tag not in ("RB", "RBR")), None
    )
    if first is None or first.low not in _BEING or first.low in _BESIDE or crowd(clause):
        return
    links = "|".join(sorted(_BEING[first.low]))
    said = _said(clause, topic, given)
    found = said and re.match(rf"(?P<how>(?:\w+ )?{first.low} (?:{links})) (?P<what>.+)$", said[1])
    if said is None or not found:
        return
    answer = _of_one_quality(of_one_verb(found["what"]), first.low)
    if _says(answer):
        yield candidate(Technique.COMPLEMENT, question(f"{said[0]} {found['how']} {said[2]}"), answer, clause)


def _of_one_quality(text: str, quality: str) -> str:
    """The text up to `and` with another quality: `the trade | and especially vulnerable to the plague`."""
    tokens = read(text)
    for index, token in enumerate(tokens[:-3]):
        after = tokens[index + 1 + (tokens[index + 1].tag == "RB") :]
        if not index or token.tag != "CC" or after[0].low == quality:
            continue
        if after[0].tag == "JJ" and len(after) > 1 and after[1].tag in ("TO", "IN"):
            return text[: token.start].rstrip(" ,")
        # `central to trade | and at the core of law`
        alike = any(each.low == after[0].low for each in tokens[:index])
        if token.low == "and" and after[0].low in _WHERE and after[1].tag == "DT" and not alike:
            return text[: token.start].rstrip(" ,")
    return text


def _said(clause: Clause, topic: Topic, given: str) -> tuple[str, str, str] | None:
    """`what is S`, the predicate and its condition of a clause with a form of be; None where unsure."""
    if clause.tokens[clause.verb].low in ("could", "would", "might", "should"):
        return None
    if clause.negated or limited(clause) or not about(clause, topic) or not agrees(clause):
        return None
    front, (rest, tail) = given or front_of(clause), parted(clause)
    if front is None or not rest or (front and tail):
        return None
    tokens = clause.tokens
    between = [t.text for t in tokens[clause.verb + 1 : clause.main] if t.tag in ("VB", "VBN", "VBG")]
    adverbs = adverbs_of(clause) if clause.main > clause.verb else ""
    opening = " ".join(["what", tokens[clause.verb].text, spoken(clause, topic), adverbs, *between])
    return (f"{front}, {opening}" if front else opening), rest, tail
