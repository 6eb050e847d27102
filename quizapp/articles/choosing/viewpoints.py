"""Statements that hold only in what the sentence before tells: a view, a made-up case, an exception."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import GAP, Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.antecedents import same_block
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.sound import DEFINING
from quizapp.articles.words.phrasing import words

_OF_NAMES_AND_TERMS = DEFINING | frozenset(
    {
        Technique.ABBREVIATION,
        Technique.CALLED,
        Technique.CALLED_NAME,
        Technique.OTHER_NAME,
        Technique.RULING,
        Technique.VIEW,
        Technique.WHICH_CASE,
        Technique.WHO_HELD,
    }
)
_CAUSES = frozenset({Technique.WHY, Technique.REASON, Technique.OUTCOME, Technique.BRINGER})
_LINK = r"^(?:[A-Z][a-z]+(?: [a-z]+){0,2}, |And |But |So )?"
# `The main arguments for tariffs include the following:`
_ARGUED_BELOW = re.compile(
    r"\b(?:accusations|allegations|arguments|claims|complaints|concerns|criticisms|critiques|fears|grievances"
    r"|misconceptions|myths|objections|rumou?rs|worries)\b[^.]*:$",
    re.IGNORECASE,
)
_SEEN_SO = re.compile(
    _LINK + r"(?:from|in|on|under) (?:(?:this|that|such an?|one|another) (?:[\w-]+ ){0,2}"
    r"(?:account|conception|interpretation|perspective|point of view|reading|scenario|standpoint"
    r"|understanding|view|viewpoint)"
    r"|(?:[A-Z][\w’'-]+(?:ian|ist|ean) |the [\w-]+(?:ian|ist|ean) )"
    r"(?:account|analysis|doctrine|economics|perspective|reading|theory|thought|view))\b[^,]{0,40},",
    re.IGNORECASE,
)
_WORRIED = re.compile(
    _LINK + r"(?:one|another|an?|the|their) (?:[\w-]+ ){0,2}"
    r"(?:accusation|allegation|charge|complaint|concern|criticism|fear|objection|worry)\b[^.]* that\b",
    re.IGNORECASE,
)
_SOME_SAY = re.compile(
    r"^(?:A number of|Certain|Critics|Many|Most|Opponents|Proponents|Several|Some|Supporters)\b[^,]*? "
    r"(?:argue|believe|claim|contend|fear|hold|maintain|suggest|think|worry)(?:d|ed)? that\b"
)
# What somebody claims is not told as so; what they argue or propose often is.
_CLAIMED = re.compile(
    _LINK + r"(?:[\w’'-]+ ){1,7}(?:alleged?s?|claim(?:s|ed)?|imagined?s?|insist(?:s|ed)?|supposed?s?) that\b"
)
_SAID_AGAIN = re.compile(
    r"^(?:In (?:other words|short)|Put (?:another way|differently|simply)|Simply put|That is(?: to say)?"
    r"|To put it (?:another way|differently|simply)),"
)
_MADE_UP = re.compile(
    _LINK + r"(?:Assume|Imagine|Let['’]s (?:assume|imagine|pretend|say|suppose)|Picture|Pretend|Suppose)\b"
    r"|, (?:assume|consider|imagine|suppose) (?:that\b|the following (?:case|example|scenario|situation))"
    r"|^Let['’]s (?:now )?(?:consider|examine|look at|take) (?:an?|the) (?:[\w-]+ )?"
    r"(?:case|example|scenario|situation)\b"
)
_LITTLE_KNOWN = re.compile(
    r"^(?:Although|Even though|Though|While) (?=[^,]*\b(?:data|evidence|findings|research|studies)\b)[^,]*?"
    r"\b(?:few|inconclusive|insufficient|lacking|limited|little|mixed|scant|sparse|unclear|weak)\b"
)
_WORKED = re.compile(r"^(?:Solution|Strategy)$|^Strategy and Solution$", re.IGNORECASE)
# `shows a plane perpendicular to a wire.`: the figure that it names did not come along.
_OF_FIGURE = re.compile(r"^(?:depicts|displays|illustrates|shows) ")
_THE = re.compile(r"^The (?P<noun>[a-z]{3,}) (?:[a-z]+s|are|is|was|were)\b")
_SEEN_THERE = re.compile(r"^(?:The|Note that)\b")
_FORETOLD = re.compile(r"^(?:However, )?If\b[^.]*\b(?:models?|theor(?:y|ies)|calculations?) predicts? that\b")
_EXCEPTED = re.compile(r"^(?:However, )?(?:The|One)(?: [a-z]+)? exception (?:to (?:this|that|it) )?is\b")
_FOLLOWS = re.compile(r"^(?:As a result|Consequently|Hence|So|Therefore|Thus),? ")
_OTHERWISE = re.compile(r"^(?:But|Yet|However|There (?:are|is), however|In (?:fact|reality)|Actually)\b")
# `many fail to implant; when this occurs, the cell is shed`
_IN_THAT_CASE = re.compile(
    r"(?:[;:—]|,? (?:and|but)) ?(?:(?:if|once|when|where) (?:it|this|that|they|these) (?:do(?:es)?(?: so)?"
    r"|fails?|happens?|is (?:done|so|the case|true)|occurs?|takes? place)"
    r"|(?:for|in|under) (?:such an?|that|this|such|these|those)"
    r" (?:case|circumstance|condition|context|event|instance|situation)s?|otherwise), ",
    re.IGNORECASE,
)
_ACCORDING = re.compile(
    r"\b[Aa]ccording to (?!(?:its|the|their|whether|what|which|how)\b)[^,;]{3,60},[^;]*; "
)
_SAYS = re.compile(
    r"\b(?:according to|account|analysis|argu(?:e|es|ed|ment)|belie(?:f|ves?|ved)|claim(?:s|ed)?|contends?"
    r"|critics?|fear(?:s|ed)?|holds?|if|perspective|propos(?:e|es|ed|al)|suggests?|theor(?:y|ies|ists?)|view"
    r"|when|worr(?:y|ies|ied))\b",
    re.IGNORECASE,
)
_IN_THIS_SENSE = re.compile(r"^[A-Z][^,;]{2,50}, in (?:this|that) (?P<sense>context|sense|usage),")
_LIKE_ELSEWHERE = re.compile(
    r", as (?:it|they) (?:are|did|do|does|is|was|were) (?:at|during|for|in|under|with) "
)
_FOR_EXAMPLE = re.compile(r"^(?P<what>[A-Z][^,;]{2,60}), for (?:example|instance), ")
_THINKS = (
    r"(?:argue|believe|claim|contend|fear|feel|felt|hold|held|insist|maintain"
    r"|thought|think)(?:d|ed|s)?"
)
_AS_HELD = re.compile(
    r"^As (?P<who>(?:[A-Z][\w.’-]+ ?){1,3}) (?:(?:also|at the time|in \d{4}|later|often|once|then) )?"
    rf"{_THINKS}, "
)
_HELD_AMID = re.compile(
    rf", (?P<who>(?:[A-Z][\w.’-]+ ?){{1,3}}|he |she |they |some |many |critics ){_THINKS}, "
    r"|, according to (?P<view>this|that|these) (?:[a-z]+ )?"
    r"(?:account|argument|view|theory|position|school), "
)
_LEAST_WORD, _NEAR, _LEAST_OF_REST = 4, 3, 3


def out_of_setting(candidate: Candidate, topic: Topic) -> bool:
    """Whether a statement is asked as plain that holds only in a view, case or example told beside it."""
    technique = candidate.technique
    if candidate.before is not None and _LIKE_ELSEWHERE.search(candidate.before.text):
        return True
    sense = _IN_THIS_SENSE.match(candidate.line.quote)
    if sense is not None and f" {sense['sense']}" not in candidate.prompt:
        return True
    if _of_narrower(candidate.line, topic) or _known_little(candidate) or _of_holder(candidate):
        return True
    if technique in _OF_NAMES_AND_TERMS:
        return False
    if _reckoned(candidate.line) or _seen_in_figure(candidate.line, topic):
        return True
    if _cut_from_case(candidate) or (technique in _CAUSES and _of_one_example(candidate)):
        return True
    return not _SAYS.search(f"{candidate.prompt} {candidate.answer}") and _told_of_view(candidate, topic)


def _known_little(candidate: Candidate) -> bool:
    """Whether the question leaves out that there is little evidence."""
    found = _LITTLE_KNOWN.match(candidate.line.quote)
    return found is not None and found.group()[1:] not in candidate.prompt


def _of_holder(candidate: Candidate) -> bool:
    """Whether the sentence says in its midst who holds it so, and the question does not: `, Mills held,`."""
    found = _AS_HELD.match(candidate.line.quote) or _HELD_AMID.search(candidate.line.quote)
    if found is None:
        return False
    holder = (found["who"] or found.groupdict()["view"]).split()[-1]
    return not {holder, holder.lower()} & set(
        re.findall(r"[\w’-]+", f"{candidate.prompt} {candidate.answer}")
    )


def _reckoned(line: Line) -> bool:
    """Whether a sentence tells of a worked example; behind its solution the text may go on."""
    heading = line.heading.strip(" .:")
    return _WORKED.match(heading) is not None and (
        heading.startswith("Strategy") or line.sentence.block < _LEAST_OF_REST
    )


def _of_narrower(line: Line, topic: Topic) -> bool:
    """Whether `the ganglion` is the kind just told of: `The main type of ganglion is a root ganglion.`"""
    found = _THE.match(line.text)
    if found is None:
        return False
    told = re.compile(
        rf"\b(?:example|form|kind|type)s? of [^.;]*\b(?:are|is) (?:an? |the )?(?:[\w-]+ )+{found['noun']}\b"
    )
    return any(told.search(each.text) for each in topic.lines[: line.number] if same_block(each, line))


def _seen_in_figure(line: Line, topic: Topic) -> bool:
    """Whether a sentence goes on with what a figure shows: `shows a wire. The field lines are circles`."""
    if not _SEEN_THERE.match(line.quote):
        return False
    before = [each for each in topic.lines[: line.number] if same_block(each, line)]
    if line.quote.startswith("The "):
        before = before[-1:]
    return any(_OF_FIGURE.match(each.quote) for each in before)


def _told_of_view(candidate: Candidate, topic: Topic) -> bool:
    """Whether what stands before a sentence makes it a view, a worry, a made-up or an excepted case."""
    line = candidate.line
    if _ARGUED_BELOW.search(_lead(line, topic)):
        return True
    before = list(_before(line, topic))
    if not before:
        return False
    last = before[0].quote
    if _FORETOLD.match(last) or _CLAIMED.match(last) or _in_quotation(before):
        return True
    if _SOME_SAY.match(last) and _SAID_AGAIN.match(line.quote):
        return True
    if _EXCEPTED.match(last) and _FOLLOWS.match(line.quote):
        return True
    if any(_MADE_UP.search(each.quote) for each in before[:_NEAR]):
        return True
    return any(_SEEN_SO.match(each.quote) or _WORRIED.match(each.quote) for each in before)


def _before(line: Line, topic: Topic) -> Iterator[Line]:
    """The sentences before in the same paragraph, the nearest first, as far as none says it is otherwise."""
    here = line
    for each in reversed(topic.lines[: line.number]):
        if _OTHERWISE.match(here.quote) or not same_block(each, line):
            return
        yield each
        here = each


def _in_quotation(before: list[Line]) -> bool:
    """Whether a quotation that an earlier sentence of the paragraph opens is still going on."""
    said = "".join(each.quote for each in before)
    # Where both kinds stand, one may close what the other opens.
    if '"' in said:
        return said.count('"') % 2 == 1 and not re.search("[“”]", said)
    return said.count("“") > said.count("”")


def _lead(line: Line, topic: Topic) -> str:
    """The sentence that introduces the list in which a line stands; "" where none does."""
    for each in reversed(topic.lines[: line.number]):
        if each.sentence.section != line.sentence.section:
            return ""
        if not (line.listed and each.listed):
            return each.quote
    return ""


def _cut_from_case(candidate: Candidate) -> bool:
    """Whether the statement was cut from behind `when this occurs,` or `according to X, A;`."""
    quote, said = candidate.line.quote, f"{candidate.prompt} {candidate.answer}"
    for pattern in (_IN_THAT_CASE, _ACCORDING):
        found = pattern.search(quote)
        if found is None or found.group().strip(" ;:,—")[:20].lower() in said.lower():
            continue
        if _rest(candidate) in quote[found.end() :]:
            return True
    return False


def _rest(candidate: Candidate) -> str:
    """What of the sentence the candidate holds behind its gap, or as its answer."""
    if candidate.form is not Form.CLOZE:
        return candidate.answer[1:]
    front, _, behind = candidate.prompt.partition(GAP)
    return behind.rstrip(".") if len(behind) >= _LEAST_WORD else front[1:]


def _of_one_example(candidate: Candidate) -> bool:
    """Whether the sentence tells of one example that the question does not name."""
    found = _FOR_EXAMPLE.match(candidate.line.quote)
    if found is None:
        return False
    telling = {word for word in words(found["what"]) if len(word) >= _LEAST_WORD}
    return not telling & set(words(candidate.prompt))
