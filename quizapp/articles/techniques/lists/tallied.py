"""Asks for the members of a number of things behind a colon or between dashes, where no clause of its own
says what they are: `There are four types that can be used: ...`, `Three things—A, B and C—cause D`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.prose import Line, remade
from quizapp.articles.sense.runs import NUMBERS, Run, run_of
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.lists.numbered import numbered, telling
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import question, words
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.verbs import base
from quizapp.articles.words.wordlists import wordlist

_COUNT = r"(?P<count>[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix)"
_TALLY = re.compile(
    rf"^(?P<before>(?:[^:;—]* )?){_COUNT} (?P<kind>[^:;.—]{{3,140}}?) ?(?::|—|–) ?(?P<items>[^:;.—–]+)\.$"
)
_DASHED = re.compile(
    rf"^(?P<before>(?:[^:;—]* )?){_COUNT} (?P<kind>[^:;,.—]{{3,80}}?) ?[—–] ?(?P<items>[^:;.—–]+?) ?[—–] ?"
    r"(?P<said>[^:;—]+)\.$"
)
_THERE = re.compile(
    r"^(?:(?:[A-Z][a-z]+ly|In (?:general|essence|practice)|Overall|Broadly speaking|(?:Like|As with|Unlike)"
    r" [^,:;]{3,40}), )?"
    r"[Tt]here (?:are|were|exist)(?: just| only| basically| generally| typically)? $"
)
# What is told to the reader, who is told of these things: `You learned about the four statements`.
_ADDRESS = re.compile(
    r"(?:^|, |^Below,? |^Here,? |^Next,? |^Now,? )(?:[Ll]et[’']s|[Ll]et us|[Ww]e|[Yy]ou)"
    r"(?:[’'](?:ll|ve))?(?: (?:will|must|should|can|may|have|need to|are going to|briefly|now|just|already"
    r"|also|first|next))*"
    r" (?:cover(?:ed)?|consider(?:ed)?|combine|describe[d]?|discuss(?:ed)?|distinguish|examine[d]?"
    r"|explore[d]?|focus(?:ed)? on|introduce[d]?|know|learn(?:ed|t)?(?: about)?|look(?:ed)? at|outline[d]?"
    r"|review(?:ed)?|saw|see|seen|study|studied|turn to|understand)"
    r"(?: [^,:;]{2,40} that there are)?(?: the)? $"
)
_AIM = re.compile(
    r"^(?:Define|Describe|Discuss|Distinguish|Explain|Identify|Identify and discuss|List|Name|Outline"
    r"|Recognize|Summarize|Understand) the $"
)
_DEFINITE = re.compile(r" the $|^The $")
_USED = re.compile(
    r" (?:that|which) (?:(?:can|may|could|should|must) be|are|is|were) (?:used|considered|distinguished"
    r"|discussed|identified|available|possible|important|commonly used|often used|recognized)$"
    r"| (?:that|which) exist$"
    r"| (?:that|which) (?:we|you) (?:can|could|may|will|should|must|have) [a-z]+$"
    r"| to (?:choose from|consider|know|remember|understand)$"
)
_RELATIVE = re.compile(r"^(?P<kind>[^,]+?) (?:that|which) (?P<told>[^,]+)$")
# `types of preparation used to view specimens`, without its `that are`.
_REDUCED = re.compile(
    r"^(?P<kind>[^,]+?) (?P<told>(?:used|needed|required|found|seen|made|caused|produced|involved)"
    r" (?:to|in|for|by|as|with|on|from) [^,]+)$"
)
_SORTING = re.compile(
    r"^(?:In (?:his|her|their) [^,:;]{3,40}, )?(?P<who>[A-Z][^,:;—]{2,40}?)"
    r"(?:, (?:those )?(?:who|which) [^,:;]+,)?(?P<adverb> (?:often|usually|commonly|generally|typically))?"
    r" (?P<verb>(?:arrang|categoriz|classif|divid|group|organiz|separat|sort|split)(?:e?s|e?d|e|y|ies|ied)?)"
    r" (?P<what>[^,:;—]{3,60}?) (?P<link>into|in terms of|among) $"
)
_WHICH = re.compile(r"^(?P<front>In [^,:;]{3,40}, )?(?P<the>The )?$", re.IGNORECASE)
_ONE_OF = re.compile(r"\bone of (?=(?:the )?(?:two|three|four|five|six) [^:;—]+:)")
# `The triad is a group of vessels, *consisting of* three structures: ...`.
_CONSISTING = re.compile(
    r"^(?P<whole>[A-Z][^,:;—]{2,40}?) (?:is|are) [^:;—]+, (?:consisting|composed|made up) of (?P<more>"
    r"(?:two|three|four|five|six) [^:;—]+:.+)$"
)
_ASIDE = re.compile(
    r"^(?P<whole>[A-Z][^,:;—]{2,40}), (?:also|which|who|or|made|known|called|formed|located|found)\b[^,:;—]*,"
    r" (?P<more>(?:has|have|is|are|can|consists?|includes?|contains?|comprises?|involves?|takes?)\b.+)$"
)
_LEANING = re.compile(
    r"\b(?:this|these|those|that|such|other|others|another|additional|remaining|its|their|his|her|our|your|it|they"
    r"|them|he|she|we|you|us|examples?|here|below|above|following|section|chapter|today|now|also|first|last|next"
    r"|however|same|more|each|reasons?|questions?|times|people|men|women|years?|months?|weeks?|days?|options"
    r"|listed|shown|emerged|families|books|friends|students)\b",
    re.IGNORECASE,
)
_FINITE = frozenset({"VBP", "VBD", "MD"})
_ADVERBS = frozenset({"RB", "RBR", "RBS"})
_GENERAL = wordlist("counted general")
_KNOWN, _LONGEST_KIND, _LEAST_TOLD = 4.6, 8, 3


def tallied(line: Line, topic: Topic) -> Iterator[Candidate]:
    """Which so many things are meant, from what counts them and names just so many."""
    if any(numbered(line, topic)):
        return
    if (once := _ONE_OF.sub("", line.text)) != line.text:
        yield from (replace(each, line=line) for each in numbered(remade(line, once), topic))
    plainer = _plainer(line)
    if plainer is not None:
        yield from (replace(each, line=line) for each in numbered(plainer, topic))
    for pattern in (_TALLY, _DASHED):
        found = pattern.match(line.text)
        run = _run(found["items"], found["kind"], NUMBERS[found["count"].lower()]) if found else None
        prompt = _prompt(found, line, topic) if found and run else ""
        if run and prompt:
            yield Candidate(Technique.NUMBERED, Form.FREE, question(prompt), run.text, line)
            return


def _plainer(line: Line) -> Line | None:
    """The line without an aside between its subject and what says of how many parts that is."""
    if found := _CONSISTING.match(line.text):
        many = any(token.tag in ("NNS", "NNPS") for token in tagged(found["whole"])[-1:])
        return remade(line, f"{found['whole']} {'consist' if many else 'consists'} of {found['more']}")
    found = _ASIDE.match(line.text) if ":" in line.text else None
    return remade(line, f"{found['whole']} {found['more']}") if found else None


def _prompt(found: re.Match[str], line: Line, topic: Topic) -> str:
    """The question; "" where what is counted is not said, or leans on what stands elsewhere."""
    before, kind, count = found["before"], found["kind"].strip(), found["count"].lower()
    said = found.groupdict().get("said")
    if said:
        relative = re.match(r"(?:that|which) (?=[a-z])", said)
        if relative and (_ADDRESS.search(before) or _THERE.match(before)):
            return _which(count, kind, said[relative.end() :], "")
        place = _WHICH.match(before)
        return _which(count, kind, said, place["front"] or "") if place and not relative else ""
    if place := _WHICH.match(before):
        parts = _of_verb(kind)
        return _which(count, *parts, place["front"] or "") if parts else ""
    if (sorts := _SORTING.match(before)) and _noun_phrase(kind):
        return _sorted(sorts, f"{count} {kind}", line)
    bare = _USED.sub("", kind)
    if _THERE.match(before):
        relative = _RELATIVE.match(bare)
        if relative:
            return _which(count, relative["kind"], relative["told"], "")
        if reduced := _REDUCED.match(bare):
            return _which(count, reduced["kind"], f"are {reduced['told']}", "")
        return f"What are the {count} {bare}" if _tells(bare, line, topic) else ""
    if _ADDRESS.search(before) or _AIM.match(before):
        if relative := _RELATIVE.match(bare):
            return _which(count, relative["kind"], relative["told"], "")
        return f"What are the {count} {bare}" if _tells(bare, line, topic) else ""
    if _DEFINITE.search(before) and _tells(bare, line, topic) and telling(bare, topic):
        return f"What are the {count} {bare}"
    return ""


def _which(count: str, kind: str, said: str, front: str) -> str:
    """`Which three types of fibers are made by fibroblasts`."""
    if not _noun_phrase(kind) or _LEANING.search(f"{kind} {said} {front}") or "," in said:
        return ""
    first = tagged(f"These {kind} {said}.")[len(kind.split()) + 1 :]
    verb = next((token for token in first if token.tag not in _ADVERBS), first[0])
    if verb.tag not in _FINITE or len(f"{said} {front}".split()) < _LEAST_TOLD:
        return ""
    if all(zipf(word) >= _KNOWN for word in words(f"{kind} {said}")):
        return ""
    tail = f" {front[0].lower()}{front[1:]}".rstrip(" ,") if front else ""
    return f"Which {count} {kind} {said}{tail}"


def _sorted(found: re.Match[str], counted: str, line: Line) -> str:
    """`Into which three categories did Weber group authority`."""
    if _LEANING.search(f"{found['who']} {found['what']} {counted}"):
        return ""
    verb = found["verb"]
    helper = "did" if verb.endswith("d") or verb == "split" else "does" if verb.endswith("s") else "do"
    who = found["who"]
    first = next(token for token in line.tokens if token.end > found.start("who"))
    if not first.tag.startswith("NNP") and who.split()[0] not in {name.text for name in line.names}:
        who = who[0].lower() + who[1:]
    adverb = found["adverb"] or ""
    return f"{found['link']} which {counted} {helper} {who}{adverb} {base(verb)} {found['what']}"


def _of_verb(text: str) -> tuple[str, str] | None:
    """`types of fibers | are secreted by fibroblasts`."""
    tokens = tagged(f"These {text}.")[1:]
    verb = next((i for i, token in enumerate(tokens) if i and token.tag in _FINITE), 0)
    if not verb:
        return None
    while verb > 1 and tokens[verb - 1].tag in _ADVERBS:
        verb -= 1
    at = tokens[verb].start - len("These ")
    return text[:at].strip(), text[at:].strip()


def _noun_phrase(kind: str) -> bool:
    """Whether the text is nouns with what describes them, the first of them in the plural."""
    tokens = tagged(f"They saw the {kind}.")[3:-1]
    head = next((i for i, token in enumerate(tokens) if token.tag in ("IN", "TO")), len(tokens))
    plain = {"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VBG", "VBN", "IN", "DT", "TO", "CD", "POS"}
    return (
        0 < len(tokens) <= _LONGEST_KIND
        and head > 0
        and tokens[head - 1].tag in ("NNS", "NNPS")
        and tokens[-1].tag.startswith("NN")
        and all(token.tag in plain for token in tokens)
    )


def _tells(kind: str, line: Line, topic: Topic) -> bool:
    """Whether kind, title and heading together say of what: `research types` in an article on research."""
    if not _noun_phrase(kind) or _LEANING.search(kind) or re.search(r" the [a-z]+$", kind):
        return False
    known = topic.title_words | set(words(line.heading))
    own = [word for word in words(kind) if word not in _GENERAL]
    return telling(kind, topic) or any(word in known for word in own)


def _run(items: str, kind: str, count: int) -> Run | None:
    """The members when they are just so many; adjectives do without the nouns behind the last of them."""
    run = run_of(items)
    if run is None or len(run.members) != count:
        return None
    *others, last = (tagged(f"the {member}")[1:] for member in run.members)
    if len(last) > 1 and all(len(each) == 1 and each[0].tag == "JJ" for each in others):
        if last[0].tag != "JJ" or any(not token.tag.startswith("NN") for token in last[1:]):
            return None
        return Run((*run.members[:-1], last[0].text), False)
    noun = re.split(r" (?:of|in|for|to|about|that|which) ", kind)[0].split()[-1]
    if not any(member.endswith(f" {noun}") for member in run.members[:-1]):
        return replace(run, members=(*run.members[:-1], run.members[-1].removesuffix(f" {noun}")))
    return run
