"""Who and what: agents of events, what was the first or the largest, abbreviations, and names that recur."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.standing import full_person
from quizapp.articles.sense.subjects import anchored, stands_alone, subject_small
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.gaps.cloze import shortened
from quizapp.articles.words.entities import Kind, Name
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import opened, plural, question
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.verbs import BE, base, past, third
from quizapp.articles.words.wordlists import wordlist

_DEEDS = wordlist("names deeds")
_ACHIEVEMENTS = frozenset(
    {
        "coin",
        "develop",
        "discover",
        "establish",
        "formulate",
        "found",
        "introduce",
        "invent",
        "isolate",
        "patent",
        "pioneer",
        "propose",
    }
)
_LASTING = _ACHIEVEMENTS | frozenset(
    {"write", "compose", "publish", "abolish", "conquer", "defeat", "unify", "prove"}
)
_RARE_WORD = 4.0
_MORE = wordlist("whichwhat deeds")
_SUPERLATIVE = re.compile(
    r"\b(?:first|last|only|largest|smallest|oldest|youngest|highest|lowest|longest|shortest|biggest"
    r"|deepest|fastest"
    r"|richest|tallest|earliest|foremost|greatest|most)\b"
)
_OFFICE = re.compile(
    r"\b(?:capital|founder|inventor|discoverer|author|leader|architect|director|currency|name)\b[^,]* [A-Z]"
)
_HOLDERS = re.compile(
    r"\b(?:king|queen|god|goddess|director|founder|leader|president|author|inventor|emperor|minister|chief"
    r"|discoverer"
    r"|governor|ruler|composer|editor|chairman|secretary|son|daughter|father|mother|brother|sister|wife"
    r"|husband|prince"
    r"|princess|general|commander|keeper|bishop|pope|woman|man|person|scientist|artist|supporter|critic"
    r"|advocate|philosopher|European|American)s?\b"
)
_FIRST = re.compile(
    r"^The (?P<what>[^,;]{10,90}?) (?P<verb>is|was) (?:the )?(?P<name>[A-Z][^,;.]{1,50}?)(?:(?: in| on"
    r"| around) [^,;.]{3,20}|, [^.]*)?\.$"
)
_POINTERS = re.compile(
    r"\b(?:this|these|that|which|who|his|her|its|their|it|and|current|former|present|then|also)\b"
)
_SAFE_AFTER = re.compile(
    r"^(?:[,.;]|['’]s | (?:and|as|at|by|for|from|in|on|to|with|when|after|before|because|that|which|who|under"
    r"|during|until|around|about"
    r"|was|were|is|are|had|has|have|led|into|or|but|through|over|while|where|against|became|began|[a-z]+(?:ed|s))\b)"
)
_LONG = re.compile(r"(?P<long>(?:[^\W\d_][\w-]* ){1,8})\((?P<short>[A-Z][A-Za-z]?[A-Z]{1,5})s?\)")
_ABBREVIATION_LEAST = 3
_NO_NAMES = frozenset({"Act", "Bill", "Court", "Law", "Treaty", "Union", "Party", "War", "Council"})
_NO_YEAR = re.compile(
    r"^(?:In|On|By) (?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d\d?)?$"
)
_ONE = {"are": "is", "were": "was"}
_ACHIEVED = (
    r"(?:first |second |third |famous )?(?:theory|laws?|principle|theorem|model|discovery|invention"
    r"|doctrine|reforms|voyage"
    r"|expedition|equations?|experiments?|rule|administration|government|army)"
)
_COUNTED = r"(?:two|three|four|five|six|seven|eight|nine|ten)"
_DAY = re.compile(r" in [A-Z][a-z]+ \d{4}$")
_OF_NOTHING = re.compile(r"the \w+ to ")
_LEAST_DESCRIBED = 4
_LITTLE = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to"})


def agents(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """Who did it, from `X was invented by Y`."""
    tokens, line = clause.tokens, clause.line
    verb = base(tokens[clause.main].text)
    if not clause.passive or clause.negated or verb not in _LASTING | _MORE:
        return
    if not (stands_alone(clause, topic) or _rare_thing(clause)):
        return
    if tokens[clause.verb].low not in BE:
        return
    by = next(
        (i for i in range(clause.rest, min(clause.end, clause.rest + 5)) if tokens[i].low == "by"), None
    )
    if by is None or by + 1 >= clause.end:
        return
    start = tokens[by + 1].start
    name = next((n for n in line.names if 0 <= n.start - start <= 24 and n.kind is not Kind.PEOPLE), None)
    if name is None or name.text.lower() in topic.main:
        return
    lead = line.text[start : name.start]
    if lead and (not re.fullmatch(r"(?:the )?(?:[\w-]+ ){0,3}", lead) or re.search(r"\bof ", lead)):
        return
    after = next((i for i in range(by, clause.end) if tokens[i].start >= name.end), clause.end)
    if after < clause.end and (tokens[after].tag in ("CC", "POS") or tokens[after].text in (",", "-")):
        return
    if any(tokens[i].tag in ("CC", "RP", "TO") for i in range(clause.rest, by)):
        return
    tail = re.split(r",? (?:which|who|that|where|and)\b", line.cut(after, clause.end))[0]
    if len(tail.split()) > 10 or re.match(r"(?:of|'s|’s)\b", tail):
        return
    before = tokens[clause.verb].low in ("was", "were")
    form = (
        (tokens[clause.main].text if tokens[clause.main].text.endswith("ed") else past(verb))
        if before
        else third(verb)
    )
    named = {Kind.COUNTRY: "country", Kind.ORGANISATION: "organization", Kind.LAW: "law", Kind.EVENT: "event"}
    who = f"Which {named[name.kind]}" if name.kind in named else "Who"
    if name.kind is Kind.OTHER and topic.mentioned(name.text) < 2 and not lead and " " not in name.text:
        return
    front = clause.front_text
    ending = f" {front[0].lower()}{front[1:]}" if front and len(front.split()) <= 5 else ""
    prompt = question(
        f"{who} {form} {subject_small(clause, topic)} {line.cut(clause.rest, by)} {tail}{ending}"
    )
    technique = Technique.WHO if verb in _LASTING else Technique.DEED
    full = full_person(name.text, topic)
    yield Candidate(technique, Form.SHORT, prompt, full, line, (name.text,) if full != name.text else ())


def _rare_thing(clause: Clause) -> bool:
    """Whether the subject is one word that no reader takes for anything else: `Psychoanalysis`."""
    inside = clause.tokens[slice(*clause.subject)]
    return len(inside) == 1 and inside[0].tag == "NN" and 0 < zipf(inside[0].low) < _RARE_WORD


def doers(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """Who did it, from `X invented Y`, when Y is worth knowing by name or as a first."""
    tokens, line = clause.tokens, clause.line
    verb = tokens[clause.verb]
    if clause.main != clause.verb or verb.tag != "VBD" or base(verb.text) not in _DEEDS or clause.negated:
        return
    subject = clause.subject_text
    name = _at_end(clause)
    if name is None or name.text.lower() in topic.main or name.text.lower() in topic.title.lower():
        return
    if _half(name, clause) or name.text in _NO_NAMES:
        return
    if name.kind not in (Kind.PERSON, Kind.OTHER, Kind.ORGANISATION, Kind.COUNTRY) or " and " in subject:
        return
    if name.kind is Kind.OTHER and topic.mentioned(name.text) < 2 and " " not in name.text:
        return
    rest = clause.rest_text
    inside = any(n.start > verb.end and n.text in rest for n in line.names if n.kind is not Kind.PEOPLE)
    lasting = base(verb.text) in _ACHIEVEMENTS
    if base(verb.text) not in _LASTING:
        return
    if not lasting and ((name.kind is Kind.OTHER and " " not in name.text) or re.match(r"an? ", rest)):
        return
    if re.match(r"an? (?:wide|broad|large|new|number|variety|series|range|few|similar)\b", rest):
        return
    inside = inside or lasting
    rest = re.split(r" to (?:explain|describe|address|solve|meet) (?:this|these|it|the)\b", rest)[0]
    if (
        tokens[clause.rest].tag == "IN"
        or not 3 <= len(rest.split()) <= 18
        or not (inside or _SUPERLATIVE.search(rest) or "“" in rest or '"' in rest)
    ):
        return
    front = "" if _NO_YEAR.match(clause.front_text) else clause.front_text
    ending = f" {front[0].lower()}{front[1:]}" if front and len(front.split()) <= 6 else ""
    who = {Kind.COUNTRY: "Which country", Kind.ORGANISATION: "Which organization"}.get(name.kind, "Who")
    prompt = question(f"{who} {verb.text} {rest}{ending}")
    full = full_person(name.text, topic)
    yield Candidate(Technique.WHO, Form.SHORT, prompt, full, line, (name.text,) if full != name.text else ())


def _half(name: Name, clause: Clause) -> bool:
    """Whether it is the end of a name or of a run: `New Lights`, `Britain, France, and Italy`."""
    before = clause.line.text[: name.start]
    if re.search(r"\b[A-Z][\w’'-]*,? (?:and|or) $", before):
        return True
    first = clause.tokens[clause.subject[0]]
    return " " not in name.text and name.kind is Kind.OTHER and first.tag == "JJ" and first.start < name.start


def _at_end(clause: Clause) -> Name | None:
    """The name that is the subject, alone or after what it is: `the German astronomer Johannes Kepler`."""
    line, tokens = clause.line, clause.tokens
    first, last = clause.subject
    end = tokens[last - 1].end
    name = next((n for n in line.names if n.end == end and n.start >= tokens[first].start), None)
    if name is None or name.kind is Kind.PEOPLE:
        return None
    lead = [token for token in tokens[first:last] if token.start < name.start]
    return name if all(token.tag in ("DT", "JJ", "NN", "NNP", "VBN", "JJS") for token in lead) else None


def identities(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """What was the first, the largest, the capital: from `X is the first ...` and `the first ... is X`."""
    line, tokens = clause.line, clause.tokens
    if clause.main != clause.verb or clause.negated:
        return
    if tokens[clause.verb].low == "became":
        yield from _became(clause, topic)
    if tokens[clause.verb].low not in BE or clause.front_text:
        return
    subject, rest, verb = clause.subject_text, clause.rest_text, tokens[clause.verb].low
    named = next((n for n in line.names if n.text == re.sub(r"^[Tt]he ", "", subject)), None)
    if named is None and rest.startswith("the ") and _telling(rest, topic) and stands_alone(clause, topic):
        answer = re.sub(rf"^(?:[Tt]he|[Aa]n?) (?:{_COUNTED} )?", "", subject_small(clause, topic))
        if len(answer.split()) <= 3 and not topic.title_words.issuperset(answer.lower().split()):
            who = "Who" if _HOLDERS.search(_head(rest)) else "What"
            if who == "What" and _OF_NOTHING.match(rest):
                return
            several = plural(answer) or " and " in answer
            prompt = question(f"{who} {verb if several else _ONE.get(verb, verb)} {rest}")
            yield Candidate(Technique.IDENTITY, Form.SHORT, prompt, answer, line)
        return
    if named and rest.startswith("the ") and _telling(rest, topic):
        described, name = rest, named
    else:
        later = next((n for n in line.names if re.sub(r"^the ", "", rest) == n.text), None)
        if later is None or not subject.startswith("The ") or not _telling(subject, topic):
            return
        described, name = subject_small(clause, topic), later
    if name.kind is Kind.PEOPLE or name.text.lower() in topic.title.lower():
        return
    yield from _identity(line, name, described, verb)


def _became(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    name, rest = _at_end(clause), clause.rest_text
    if name is None or not rest.startswith("the first ") or not _telling(rest, topic):
        return
    if name.text.lower() in topic.main or name.text.lower() in topic.title.lower():
        return
    yield from _identity(clause.line, name, rest, "was")


def apposed(line: Line, topic: Topic) -> Iterator[Candidate]:
    """The same from an apposition: `Granada, the last Islamic stronghold in Spain, ...`."""
    for name in line.names:
        found = re.match(r", (?P<what>the [^,;()]{8,80}?)[,.]", line.text[name.end :])
        if found is None or name.kind is Kind.PEOPLE or not _telling(found["what"], topic):
            continue
        before = line.text[: name.start]
        if re.search(r"(?:['’]s |\bof (?:the )?|[A-Z][\w.-]* |, (?:and |or )?|\b(?:and|or) the )$", before):
            continue
        if (
            re.match(r"(?:,? (?:and|or) )", line.text[name.end + found.end() - 1 :])
            or name.text.lower() in topic.main
        ):
            continue
        tense = "was" if any(token.tag == "VBD" for token in line.tokens) else "is"
        yield from _identity(line, name, found["what"], tense)


def first_of_all(line: Line, topic: Topic) -> Iterator[Candidate]:
    """The same from `The first European to cross it was X in 1542`, whose subject is no plain one."""
    found = _FIRST.match(line.text)
    if found is None or not _telling("the " + found["what"], topic):
        return
    name = next(
        (n for n in line.names if n.start == found.start("name") and n.end == found.end("name")), None
    )
    if name is not None and name.kind is not Kind.PEOPLE and name.text.lower() not in topic.title.lower():
        yield from _identity(line, name, "the " + found["what"], found["verb"])


def _telling(described: str, topic: Topic) -> bool:
    """Whether a description picks out one thing and can be understood alone."""
    rest = described.partition(" ")[2]
    if any(token.tag in ("VBD", "VBZ", "VBP", "MD") for token in tagged(described)):
        return False
    if (
        not (_SUPERLATIVE.search(described) or _OFFICE.search(described))
        or _POINTERS.search(described)
        or not 4 <= len(described.split()) <= 16
    ):
        return False
    if not re.search(r" (?:of|in|to|for|on|by) |\bworld[’']s ", rest) and not any(
        part[0].isupper() for part in rest.split()
    ):
        return False
    return (
        anchored(rest.lower().split(), described, topic)
        or re.search(r" (?:in|to) |\bworld[’']s ", rest) is not None
    )


def _identity(line: Line, name: Name, described: str, verb: str) -> Iterator[Candidate]:
    who = "Who" if name.kind is Kind.PERSON or _HOLDERS.search(_head(described)) else "What"
    if not (plural(name.text) or " and " in name.text):
        verb = _ONE.get(verb, verb)
    described = _DAY.sub("", described)
    if len(described.split()) < _LEAST_DESCRIBED or (who == "What" and _OF_NOTHING.match(described)):
        return
    yield Candidate(Technique.IDENTITY, Form.SHORT, question(f"{who} {verb} {described}"), name.text, line)


def _head(described: str) -> str:
    """The words up to the noun, also of `the most influential of the Athenian philosophers`."""
    bare = (
        re.sub(r"^(the (?:\w+ )?\w+) of the ", r"\1 ", described) if " most " in described[:9] else described
    )
    return re.split(r" (?:of|in|to|for|by) ", bare)[0]


def abbreviations(line: Line, topic: Topic) -> Iterator[Candidate]:
    """What an abbreviation stands for, from its first mention with the words written out."""
    for found in _LONG.finditer(line.quote):
        short = found["short"]
        parts = found["long"].split()
        full = _spelled_out(parts, short)
        if (
            full
            and full.lower() != topic.title.lower()
            and topic.spread[short.lower()] >= _ABBREVIATION_LEAST
            and full[1:].islower()
        ):
            prompt = f"What does “{short}” stand for?"
            yield Candidate(
                Technique.ABBREVIATION, Form.SHORT, prompt, opened(full), line, sure=full[1:].islower()
            )


def _spelled_out(parts: list[str], short: str) -> str:
    """The words, counted from the end, whose initials are the abbreviation."""
    left, index, first = len(short) - 1, len(parts) - 1, -1
    while index >= 0 and left >= 0:
        if parts[index][0].upper() == short[left].upper():
            left, first = left - 1, index
        elif parts[index].lower() not in _LITTLE:
            return ""
        index -= 1
    return " ".join(parts[first:]) if left < 0 and len(parts) - first > 1 else ""


def name_gaps(line: Line, topic: Topic) -> Iterator[Candidate]:
    """A gap for a name that did, made or founded something, or that was made or founded."""
    if not 8 <= len(line.text.split()) <= 45:
        return
    for name in line.names:
        if name.kind not in (Kind.LAW, Kind.EVENT, Kind.ORGANISATION) or name.text.lower() in topic.main:
            continue
        if name.text.lower() in topic.title.lower() or not clean_edges(line, name):
            continue
        if len(name.text.split()) > 1 and _did(line, name):
            made = shortened(line, name.start, name.end)
            yield Candidate(Technique.NAME_GAP, Form.CLOZE, made, name.text, line)


def _did(line: Line, name: Name) -> bool:
    """Whether the name is subject or agent of a deed, or the thing that a deed brought about."""
    tokens = line.tokens
    first = next(i for i, token in enumerate(tokens) if token.end > name.start)
    last = next((i for i, token in enumerate(tokens) if token.start >= name.end), len(tokens))
    following = next((token for token in tokens[last : last + 2] if token.tag != "RB"), None)
    if following is not None and following.tag == "VBD" and base(following.text) in _DEEDS:
        return True
    if following is not None and following.low in ("was", "were"):
        done = next((token for token in tokens[last + 1 : last + 4] if token.tag == "VBN"), None)
        return done is not None and base(done.text) in _DEEDS
    if re.match(rf"['’]s? {_ACHIEVED}\b", line.text[name.end :]):
        return True
    lead = [token.low for token in tokens[max(0, first - 2) : first] if token.low != "the"]
    before = next(
        (token for token in reversed(tokens[max(0, first - 4) : first]) if token.tag in ("VBN", "VBD")), None
    )
    if before is None or base(before.text) not in _DEEDS:
        return False
    between = [token for token in tokens[max(0, first - 4) : first] if token.start > before.start]
    return bool(lead) and all(
        (token.tag in ("DT", "IN", "NN", "JJ", "RB") and token.low in ("by", "the", "a"))
        or token.tag in ("NN", "JJ")
        for token in between
    )


def clean_edges(line: Line, name: Name) -> bool:
    """Whether a name stands by itself: no part of a longer one, of a run or of a compound."""
    before, after = line.text[: name.start], line.text[name.end :]
    if not _SAFE_AFTER.match(after) or re.match(r"(?:, | and | or )(?:the )?[A-Z]", after):
        return False
    return not re.search(r"(?:[A-Z][\w.'’-]*,? (?:and |or |of (?:the )?)?|[-/(\"“])$", before) or bool(
        re.search(r"(?:^|[.,] )(?:The|In|On|At|By|After|From|During|Under|Before) $", before)
    )
