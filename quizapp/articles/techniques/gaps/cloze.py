"""Gaps: a sentence that introduces a term, with the term left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import GAP, Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import clause_of, finite
from quizapp.articles.sense.prose import Line, Term
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.gaps.callings import called_beside, callings, goes_on, quoted, without_gloss
from quizapp.articles.techniques.gaps.introducing import explained, introduces
from quizapp.articles.techniques.gaps.soundgaps import mended, sound
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.lexicon import may_be, zipf
from quizapp.articles.words.phrasing import opened, small, words
from quizapp.articles.words.tagging import Token, tagged
from quizapp.articles.words.verbs import BE
from quizapp.articles.words.wordlists import wordlist

LEANS_BACK = re.compile(r"^(?:This|These|It|They|Such|That|Those|Here|He|She|Its|Their|Both|Another|One)\b")
_NAMING = re.compile(
    r"\b(?:called|known as|termed|referred to as|described as|considered|said to be)\s[\"“]?$"
)
_POINTED_OUT = re.compile(
    r"^(?:This|These|That|Those) (?!\w+s that\b|(?:type|kind|form|sort)s?\b)"
    r"(?P<rest>(?:[a-z]+,? ){1,4}(?:between|of|in|for|that|from|on) [^,]{12,90}"
    r" (?:is|are"
    r"|was|were) .*)$"
)
_OTHERS = re.compile(r"^Other (?=(?:people|[a-z]+s) )")
_OF_A_SPECIES = re.compile(r"[A-Z][a-z]+ [a-z]{3,}$")
_MEANS_THAT = "This means that "
_NOT_A_NAME = wordlist("cloze not a name")
_STOPS = frozenset(
    {"CC", "IN", "TO", "WDT", "WP", "WRB", "VBZ", "VBD", "VBP", "MD", "DT", "PRP", "PRP$", ".", "RB"}
)
_MOST_WORDS = 46
_LONG, _SHORT = 24, 9
_MOST_OF_TWO = 45
_COMMON = 4.5
_SMALL = frozenset({"for", "of", "in", "to", "the", "and", "or", "on", "by", "with", "from"})
_NAME_ENDS = ("NN", "NNS", "NNP", "NNPS", "FW", "VBG")
_NAMING_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "VBG", "JJ", "FW"})
_VERBS = frozenset({"VB", "VBP"})
_RARE = 3.9
_OF = re.compile(r" of (?:the )?[a-z][a-z-]+(?=[.,;]| (?:and|because|for|in|to|when|where|which)\b)")
_SYNONYM = re.compile(
    r"^(?P<or>,? (?:or|also (?:known as|called)) (?:the |an? )?)"
    r"(?P<other>(?!two|(?:as|at|by|for|from|in|into|of|on|to|with)\b)[\w’'-]+(?: [\w’'-]+){0,2})"
    r"(?=\.|,|$)"
)
# `T, or S, which ...` keeps the comma that its clause needs.
_GOES_ON = re.compile(r", (?:which|who|whose|where|when|an?|the)\b")
# `T, or S, X, and Y` is a run.
_RUNS_ON = re.compile(r", (?!(?:is|are|was|were|can|has|have)\b)[\w-]+(?: [\w-]+)?,? (?:and|or) ")


def standing(text: str) -> str:
    """`This coupling between plates is ...` says itself what is meant: with `The` it can stand alone."""
    text = mended(text)
    if text.startswith(_MEANS_THAT):
        return opened(text.removeprefix(_MEANS_THAT))
    text = _OTHERS.sub("Some ", text)
    found = _POINTED_OUT.match(text)
    return f"The {found['rest']}" if found else text


def term_gaps(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    """A gap for each emphasised term that the sentence, perhaps with the one before, explains."""
    for term in line.terms:
        if not worth_a_gap(line, term, topic) or not introduces(line, term.start, term.end):
            continue
        start, end = _apart_from_owner(line, *narrowed(line, term.start, term.end))
        made, name = _standing_after(shortened(line, start, end), line, previous), line.text[start:end]
        quality = any(token.end == end and token.tag == "JJ" for token in line.tokens)
        made, also = (made, ()) if quality else without_synonym(made)
        if _as_example(line, name):
            continue
        if not LEANS_BACK.match(made) and sound(made, name):
            yield Candidate(
                Technique.TERM_GAP,
                Form.CLOZE,
                made,
                small(name, topic.capitals) if start == 0 else name,
                line,
                (*term.aliases, *also) if name == term.text else also,
                sure=True,
            )
        elif LEANS_BACK.match(made) and previous is not None and _goes_before(previous, line):
            made, name = gapped(line.text, term.start, term.end), term.text
            two = mended(f"{previous.text} {made}")
            said = re.search(rf"\b{re.escape(term.text)}", previous.text, re.IGNORECASE)
            if not said and sound(two, name):
                yield Candidate(
                    Technique.TERM_GAP, Form.CLOZE, two, name, line, term.aliases, sure=True, before=previous
                )


def _apart_from_owner(line: Line, start: int, end: int) -> tuple[int, int]:
    """The span without `of the O` where the line goes on to speak of the O: `across its upper portion`."""
    name = line.text[start:end]
    owned = " of the " in name and re.search(r"\b(?:its|their)\b", line.text[end:])
    return (start, start + name.index(" of the ")) if owned else (start, end)


def _standing_after(text: str, line: Line, previous: Line | None) -> str:
    """The text made to stand alone, unless what `This` points at can stand before it."""
    if previous is not None and LEANS_BACK.match(line.text) and _goes_before(previous, line):
        return text
    return standing(text)


def _as_example(line: Line, name: str) -> bool:
    """Whether the line tells what one species does, as an example of what many do."""
    return bool(line.quote.startswith("For ") and "xample, " in line.quote and _OF_A_SPECIES.match(name))


def called_gaps(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    """A gap for a name that the sentence gives with `called`, `known as`, `what they termed`."""
    for found in callings(line):
        span = quoted(line.text, found) or name_span(line.tokens, found.start("name"), quality=True)
        if span is None:
            continue
        span = _of_what(line, *span)
        start, end = narrowed(line, *span)
        name = line.text[start:end]
        if any(term.start <= start < term.end for term in line.terms) or name.lower() in topic.title.lower():
            continue
        doubts = tuple(_against_calling(line, start, end, cut=(start, end) != span))
        if _MERELY_CALLED in doubts or {"common", "quality"} <= set(doubts):
            continue
        if "name" in doubts and goes_on(line.text, end):
            continue
        if "short aside" in doubts and gives_away(f"{line.text[:start]} {line.text[end:]}", name):
            continue
        made = without_gloss(shortened(line, start, end), name)
        made, also = without_synonym(_standing_after(made, line, previous))
        before = previous if LEANS_BACK.match(made) else None
        if before is not None:
            made, also = mended(f"{before.text} {made}"), ()
        if (
            sound(made, name)
            and (before is None or _goes_before(before, line))
            and not LEANS_BACK.match(made)
        ):
            yield Candidate(
                Technique.CALLED, Form.CLOZE, made, name, line, also, before=before, doubts=doubts
            )


_MERELY_CALLED = "somebody"


def _against_calling(line: Line, start: int, end: int, *, cut: bool) -> Iterator[str]:
    """What speaks against asking for a name that a sentence gives; that it is somebody's settles it."""
    name = line.text[start:end]
    if cut and zipf(name) > _COMMON:
        yield "common"
    proper = next((each for each in line.names if each.start <= start and end <= each.end), None)
    if proper is not None and proper.kind not in (Kind.LAW, Kind.EVENT) and name[0].isupper():
        yield _MERELY_CALLED if proper.kind in (Kind.PERSON, Kind.CITY) else "name"
    if called_beside(line, start, end):
        yield "short aside"
    inside = [token for token in line.tokens if start <= token.start < end]
    if inside and inside[-1].tag in ("JJ", "VBN"):
        yield "quality"


def without_synonym(made: str) -> tuple[str, tuple[str, ...]]:
    """The gapped text without `, or S` right behind the gap, and S as a further answer."""
    before, gap, after = made.partition(GAP)
    found = _SYNONYM.match(after)
    if found is None:
        return made, ()
    rest = after[found.end() :]
    if _RUNS_ON.match(rest):
        return made, ()
    if found["or"].startswith(",") and rest.startswith(",") and not _GOES_ON.match(rest):
        rest = rest[1:]
    return f"{before}{gap}{rest}", (found["other"],)


def _of_what(line: Line, start: int, end: int) -> tuple[int, int]:
    """The span of a name with what it is of: `origin` of `called the origin of replication`."""
    year = re.match(r" of (?P<year>\d{4})\b", line.text[end:])
    if year and line.text.count(year["year"]) == 1:
        return start, end + year.end()
    article = re.search(r"\b(an?|the) $", line.text[:start])
    found = _OF.match(line.text[end:])
    if found is None or (article is not None and article[1] != "the") or " of " in line.text[start:end]:
        return start, end
    owner = next(token for token in line.tokens if token.end == end + found.end())
    shown = gives_away(line.text[:start] + line.text[owner.end :], owner.text)
    return (start, owner.end) if owner.tag in ("NN", "NNS") and not shown else (start, end)


def shortened(line: Line, start: int, end: int) -> str:
    """The gapped line, cut after the clause that holds the gap when the line is long."""
    clause = clause_of(line) if len(line.text.split()) > _LONG else None
    if clause is None or explained(line.text[end:]):
        return gapped(line.text, start, end)
    stop = line.tokens[clause.end - 1].end
    following = line.tokens[clause.end : clause.end + 2]
    apart = bool(following) and (following[0].text in (";", ",", "—") or following[0].tag == "CC")
    if (
        end > stop
        or not apart
        or len(line.text[:stop].split()) < _SHORT
        or (clause.subject[0] > 0 and start < 0)
    ):
        return gapped(line.text, start, end)
    if line.tokens[clause.end - 1].tag in ("IN", "TO", "DT", "CC", "WDT", "VBG", "MD"):
        return gapped(line.text, start, end)
    if following[0].tag == "CC" and line.tokens[clause.end - 1].tag in ("VB", "VBP", "VBZ"):
        return gapped(line.text, start, end)
    if _torn(line, end, stop):
        return gapped(line.text, start, end)
    return gapped(line.text[:stop] + ".", start, end)


def _torn(line: Line, end: int, stop: int) -> bool:
    """Whether a cut at `stop` tears what goes together: `both A | and B`, `with legal | , moral power`."""
    kept = [token for token in line.tokens if token.end <= stop]
    opens = next((i for i in range(len(kept) - 1, -1, -1) if kept[i].tag in ("WDT", "WP", "WRB")), None)
    if opens is not None and not any(finite(line.tokens, i) for i in range(opens + 1, len(kept))):
        return True
    said, rest = line.text[:stop], line.text[stop:]
    after = [token for token in line.tokens if token.start >= stop][:2]
    told = opens is not None and finite(kept, min(opens + 1, len(kept) - 1))
    if told and [token.text for token in after[:1]] == [","] and after[-1].tag in ("VBZ", "VBP", "VBD"):
        return True
    if [token.tag for token in kept[-2:]] == ["IN", "JJ"] or re.search(r"\bboth (?!.* and )[^;]*$", said):
        return True
    return bool(re.search(r"\bin which [^;]*, [^;]*$", said[end:])) and bool(
        re.match(r",? (?:and|or) ", rest)
    )


def gapped(text: str, start: int, end: int) -> str:
    """The text with a gap, and an article before it that does not give the answer away."""
    before = re.sub(r"(?<!which )\b(is|are|was|were|may|can) also\b", r"\1", text[:start])
    return re.sub(r"\b([Aa])n? (?=____)", r"\1(n) ", f"{before}{GAP}{text[end:]}")


def narrowed(line: Line, start: int, end: int) -> tuple[int, int]:
    """The part of a name that the rest of the line does not say: `iatrogenic` of `iatrogenic diseases`."""
    parts = line.text[start:end].split()
    if len(parts) > 2:
        return _narrowed_more(line, start, end)
    rest = set(words(line.text[:start])) | set(words(line.text[end:]))
    last = parts[-1].lower()
    again = {last, last.rstrip("s"), f"{last}s"} & rest or any(
        len(last) > 5 and len(word) > 5 and word[:6] == last[:6] for word in rest
    )
    if len(parts) != 2 or not again or gives_away(" ".join(rest), parts[0]):
        return start, end
    return start, start + len(parts[0])


def _narrowed_more(line: Line, start: int, end: int) -> tuple[int, int]:
    """The front words of a longer name, without those at its end that the rest of the line says again."""
    parts = line.text[start:end].split()
    rest = words(line.text[:start] + " " + line.text[end:])
    said = {word.rstrip("s") for word in rest}
    last = len(parts)
    while last > 1 and parts[last - 1].lower().rstrip("s") in said:
        last -= 1
    if parts[0][0].isupper() and _SMALL & {part.lower() for part in parts[last:]}:
        return start, end
    front = " ".join(parts[:last])
    if (
        last == len(parts)
        or parts[last - 1].lower() in _SMALL
        or gives_away(" ".join(rest), front)
        or front.lower() in ("the", "a", "an")
    ):
        return start, end
    return start, start + len(front)


def worth_a_gap(line: Line, term: Term, topic: Topic) -> bool:
    """Whether leaving the term out asks for something that the rest of the sentence pins down."""
    count = len(line.text.split())
    if not 7 <= count <= _MOST_WORDS or len(term.text.split()) > 4:
        return False
    inside = [token for token in line.tokens if term.start <= token.start < term.end]
    if not inside or inside[-1].tag not in _NAMING_TAGS | (
        _VERBS if line.text[: term.start] == "To " else set()
    ):
        return False
    previous = next((token for token in reversed(line.tokens) if token.end <= term.start), None)
    partial = (
        previous is not None and previous.text[0].isupper() and previous.tag not in ("DT", "IN", "PRP$", "JJ")
    )
    if partial and term.text[0].isupper():
        return False
    named = _NAMING.search(line.text[: term.start])
    of_what_is = previous is not None and previous.low in BE and zipf(term.text) < _RARE
    if (
        inside[-1].tag == "JJ"
        and len(inside) == 1
        and not (named or of_what_is)
        and not _before_noun(line.tokens, term.end)
    ):
        return False
    return term.text.lower() != topic.title.lower()


def _before_noun(tokens: tuple[Token, ...], end: int) -> bool:
    following = next((token for token in tokens if token.start >= end), None)
    return following is not None and following.tag in ("NN", "NNS")


def _goes_before(previous: Line, line: Line) -> bool:
    together = len(previous.text.split()) + len(line.text.split())
    same = (previous.sentence.section, previous.sentence.block) == (
        line.sentence.section,
        line.sentence.block,
    )
    said = any(token.tag in ("VBZ", "VBP", "VBD", "MD") for token in previous.tokens)
    return same and said and together <= _MOST_OF_TWO and not LEANS_BACK.match(previous.text)


def name_span(tokens: tuple[Token, ...], start: int, *, quality: bool = False) -> tuple[int, int] | None:
    """The characters of the name that starts at `start`; with `quality` it may be one: `Pre-Columbian`."""
    first = next((index for index, token in enumerate(tokens) if token.start == start), None)
    if first is None or tokens[first].low in _NOT_A_NAME:
        return None
    last = first
    while last + 1 < len(tokens) and last - first < 6:
        following = tokens[last + 1]
        if last - first >= 2 and not following.text[0].isupper():
            break
        linked = following.low == "of" and last + 2 < len(tokens) and tokens[last + 2].text[0].isupper()
        if linked and tokens[last].text[0].isupper():
            last += 2
            continue
        over = [token.low for token in tokens[last + 1 : last + 3]] == ["of", "the"] and last + 3 < len(
            tokens
        )
        if over and tokens[last + 3].text[0].isupper() and tokens[last].text[0].isupper():
            last += 3
            continue
        if following.tag in _STOPS or not following.text[0].isalnum() or following.low == "today":
            break
        if _does(tokens, last + 1):
            break
        last += 1
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    stands = quality and tokens[last].tag in ("JJ", "VBN") and after is not None and not after.text.isalpha()
    if (tokens[last].tag not in _NAME_ENDS and not stands) or after is None:
        return None
    if after.text in ("-", "/") or after.tag in ("POS",) or (after.tag == "CC" and after.low == "or"):
        return None
    return tokens[first].start, tokens[last].end


def _does(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether what looks like a noun behind several is a verb: `topoisomerases change the shape`."""
    after = tokens[index + 1 : index + 2]
    return (
        tokens[index].tag in ("NN", "VB")
        and tokens[index - 1].tag == "NNS"
        and may_be(tokens[index].low, "VB", "VBP")
        and bool(after)
        and after[0].tag in ("DT", "PRP$", "NNS")
    )


def gives_away(prompt: str, answer: str) -> bool:
    """Whether a word of the answer, or its stem, stands in the prompt."""
    asked = [word for word in words(prompt) if len(word) > 3]
    return any(
        word.rstrip("s") == other.rstrip("s") or (len(word) > 4 and len(other) > 3 and word[:5] == other[:5])
        for word in words(answer) if len(word) > 2
        for other in asked
    )  # fmt: skip


def verb_follows(prompt: str) -> bool:
    """Whether a verb stands behind the comma after the gap: `The end of the tube, the ____, leads ...`."""
    tokens = tagged(prompt.replace(GAP, "part"))
    after = prompt.index(GAP) + len("part, ")
    return any(token.start == after and token.tag in ("VBZ", "VBP") for token in tokens)
