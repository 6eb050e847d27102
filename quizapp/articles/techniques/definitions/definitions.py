"""Definitions: `T is a D`, `T, a D, ...`, `D is called T`, asked from the term and from the meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.prose import Line, Term
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.definiens import vague
from quizapp.articles.techniques.definitions.meanings import OF_PERSON, fits, picks_out, tells, trimmed
from quizapp.articles.techniques.definitions.whatis import agrees, what_is
from quizapp.articles.words.entities import Kind, Name
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import bare, opened, plural, question, small, words
from quizapp.articles.words.tagging import Token, tagged
from quizapp.articles.words.wordlists import wordlist

_OF_VERB = (
    r"(?:is|are) used to (?:describe|refer to)|is defined as|are defined as|can be defined as"
    r"|may be defined as|refers to|refer to|means"
    r"|is the term for"
    r"|is the name for|is the name given to|is a term for|denotes"
)
_IS = rf"(?P<verb>{_OF_VERB}|is when|occurs when|occur when|is|are|describes)"
_DEFINED = re.compile(rf"^(?:, or (?:an? |the )?(?P<other>[^,]{{2,40}}),)? {_IS} (?P<meaning>[^;]+?)\.$")
_PLAIN = re.compile(rf"^(?P<article>The |An? )?(?P<term>[^\W\d_][^,;:]{{1,50}}?){_DEFINED.pattern[1:]}")
_APPOSITION = re.compile(r"^, (?P<meaning>(?:an?|the|any) [^,;:—]{10,140}), (?=[a-z])")
_PASSING = re.compile(
    r"^(?:, |—| – )(?:that is, |also (?:known as|called) [^,]{3,40}, )?"
    r"(?P<link>which is\b|which are\b|or\b|(?=an? |the |[a-z]+ [a-z]+))\s?"
    r"(?P<meaning>[^;:—]{14,160}?)(?:, (?:and|but|so) [^.]*|—.*|;.*)?\.$"
)
_TERM_FOR = re.compile(r"^(?:the|a) (?:general |technical |common |broad )?(?:term|name|word)s? for ")
_POINTING = re.compile(r"\b(?:this|these|those|such|it|they|we|you|our|your|he|she)\b", re.IGNORECASE)
_LEAST_IN_PASSING = 4
EVALUATING = re.compile(
    r"^(?:an?|the) (?:\w+ (?:and|,) )?(?:popular|young|recent|quick|inexpensive"
    r"|common|good|effective|powerful|great"
    r"|useful|relatively|special|excellent|widely|famous|well-known|mainstay|fluid of choice"
    r"|line of reasoning"
    r"|simple|big|large|small|new|old|nice|strong|natural|complex|huge|real|serious|rare)\b"
)
_KIND_OF = re.compile(r"(?:an?|the|any) ")
_LABEL = re.compile(r"^(?:[:–—]|\s[–—-]\s|\.)\s*(?P<meaning>[^.;]{15,200})\.?$")
_OPENERS = wordlist("definitions openers")
_VAGUE_OPENERS = wordlist("defining vague openers")
_FIELD = re.compile(
    r"^(?:According to [^,]{2,40}|In (?:[a-z]+ )?[a-z]+(?:ics|ogy|istry|ience|ory|ine|aw|ing|terms)), "
)
_GENERIC_TERMS = wordlist("definitions generic terms")
DIFFERENCE = re.compile(
    r"\b(?:that|which|who|whose|whereby|where|when|used|of|for|to|from|with|between|by|in|consisting"
    r"|containing|made|occurring"
    r"|found|caused|involving|designed|formed|produced|responsible|located|having|using)\b"
)
TECHNICAL = 3.9
_EVERYDAY = 5.2
_WELL_KNOWN = 4.6
_CLASSIFYING = re.compile(r"(?:(?<!norm)(?<!addition)(?<!speci)al|ic|ous|ary|ar|ate|oid|ine|ile|ive)$|-")
_AND_THIS = re.compile(r", and (?:this|it|these|that|they)\b")
_BEING = frozenset({"is", "are", "was", "were"})


def definitions(line: Line, topic: Topic) -> Iterator[Candidate]:
    """Both directions of every definition that the sentence gives."""
    marked = False
    for term in line.terms:
        for candidate in _of_term(line, term, topic):
            marked = True
            yield candidate
    if not marked:
        yield from _unmarked(line, topic)


def _of_term(line: Line, term: Term, topic: Topic) -> Iterator[Candidate]:
    before, after = line.text[: term.start].strip(), line.text[term.end :]
    if before.lower() not in ("", "the", "a", "an") and is_term(term.text):
        yield from _in_passing(line, term, topic)
        return
    if before.lower() not in ("", "the", "a", "an") or not is_term(term.text):
        return
    found = _DEFINED.match(after)
    if found:
        yield from _pair(line, topic, before, term.text, found, sure=True, aliases=term.aliases)
        return
    apposed = _APPOSITION.match(after)
    if apposed and not re.match(r"(?:and|or)\b", after[apposed.end() :]):
        yield from _both(line, topic, before, term.text, apposed["meaning"], "is", True, term.aliases)
        return
    label = _LABEL.match(after)
    if label and not before and (line.listed or after[:1] in ":–—"):
        meaning = label["meaning"]
        if re.match(r"(?:[Aa]n?|[Tt]he|[Aa]ny) ", meaning):
            yield from _both(
                line, topic, "", term.text, small(meaning, topic.capitals), "is", True, term.aliases
            )


def _in_passing(line: Line, term: Term, topic: Topic) -> Iterator[Candidate]:
    """Both directions of `..., T, which is a D` and `..., T, a D`, and the meaning in `T, or D`."""
    after = line.text[term.end :]
    found = _PASSING.match(after)
    if found is None or line.text[: term.start].rstrip().endswith((",", " and", " or")):
        return
    said = found["meaning"]
    if found["link"] == "or" and (comma := re.search(r", (?!and\b|or\b)", said)):
        said = said[: comma.start()]
    meaning = trimmed(_TERM_FOR.sub("", said))
    verb = "are" if plural(term.text) else "is"
    doing = (
        found["link"] == "or" and tagged(meaning)[0].tag == "VBG" and len(meaning.split()) > _LEAST_IN_PASSING
    )
    if doing and not _POINTING.search(meaning):
        prompt = f"What is meant by “{small(term.text, topic.capitals)}”?"
        yield Candidate(Technique.MEANING, Form.FREE, prompt, opened(meaning), line, (), sure=True)
        return
    if tells(meaning) or not fits(meaning, term.text) or len(meaning.split()) < _LEAST_IN_PASSING:
        return
    head = tagged(meaning)[0]
    if head.tag not in ("DT", "JJ", "NN", "NNS", "VBN", "VBG", "CD") or head.low in (
        "each",
        "both",
        "all",
        "some",
    ):
        return
    if not re.match(r"(?:an?|the) ", meaning) and verb == "is" and found["link"] not in ("or", "which is"):
        return
    article = "a" if verb == "is" and re.search(r"\ban? $", line.text[: term.start]) else ""
    article = "the" if re.search(r"\b[Tt]he $", line.text[: term.start]) else article
    article = "an" if article == "a" and term.text[0].lower() in "aeiou" else article
    if found["link"] == "or" and not (re.match(r"(?:an?|the) ", meaning) and DIFFERENCE.search(meaning)):
        prompt = question(f"What {verb} {article} {small(term.text, topic.capitals)}")
        yield Candidate(Technique.MEANING, Form.FREE, prompt, opened(meaning), line, (), sure=True)
    else:
        yield from _both(line, topic, article, term.text, meaning, verb, True, term.aliases, aside=True)


def _unmarked(line: Line, topic: Topic) -> Iterator[Candidate]:
    front = _FIELD.match(line.text)
    text = opened(line.text[front.end() :]) if front else line.text
    found = _PLAIN.match(text)
    if not found or (line.quote.startswith(("For example", "For instance")) and " " in found["term"].strip()):
        return
    term, article = found["term"].strip(), (found["article"] or "").strip()
    if article == "The" and (bare_term := re.match(r"(?:term|word|phrase) (?=[a-z])", term)):
        term, article = term[bare_term.end() :], ""
    parts = words(term)
    if (
        not parts
        or len(term.split()) > 4
        or parts[0] in _OPENERS | _VAGUE_OPENERS
        or "'s" in term
        or "’s" in term
    ):
        return
    if not is_term(term) or (
        len(parts) == 1
        and (
            parts[0] in _GENERIC_TERMS or (zipf(parts[0]) > _WELL_KNOWN and parts[0] not in topic.title_words)
        )
    ):
        return
    strong = bool(re.fullmatch(_OF_VERB, found["verb"]))
    naming = found["verb"] in ("refer to", "refers to") and " as " in found["meaning"]
    if naming or re.search(r" (?:and|or) ", term):
        return
    if (
        article == "The"
        and not strong
        and set(parts) != topic.title_words
        and not any(0 < zipf(part) < TECHNICAL or zipf(part) == 0 for part in parts)
    ):
        return
    reach = len(article) + len(term) + 1
    if not front and article not in ("A", "An") and any(_is_name(name, reach, topic) for name in line.names):
        return
    if not strong and not (_KIND_OF.match(found["meaning"]) or _plainly_many(found)):
        return
    everyday = not article and not plural(term) and len(parts) == 1 and zipf(parts[0]) > _EVERYDAY
    if not strong and everyday:
        return
    yield from _pair(line, topic, article, term, found, sure=strong)


def classifies(token: Token) -> bool:
    """Whether a word of a term is a noun, or an adjective that says which kind: `thermal`, not `unique`."""
    return token.tag in ("NN", "NNS") or bool(_CLASSIFYING.search(token.low))


def _plainly_many(found: re.Match[str]) -> bool:
    """Whether a plural is defined by another one: `Pulsars are stars that ...`."""
    many = re.match(
        r"(?:(?!the )[a-z-]+ ){0,3}[a-z]+s,?"
        r" (?:that|which|who|whose|where|with|of|in|used|made|designed|formed)\b",
        found["meaning"],
    )
    return found["verb"] == "are" and many is not None


def _is_name(name: Name, reach: int, topic: Topic) -> bool:
    """Whether a name opens the line, and not only a word with the capital of its place."""
    if name.start >= reach or name.kind is Kind.PEOPLE or name.text.isupper():
        return False
    return name.kind is not Kind.OTHER or any(topic.capitals.upper[part] for part in name.text.split())


def is_term(text: str) -> bool:
    """Whether the words can name a thing: they end in a noun and hold no verb."""
    tokens = tagged(text)
    tags = [token.tag for token in tokens]
    if not tokens or any(tag in ("PRP", "WDT", "WP", "MD", "EX", "WRB") for tag in tags):
        return False
    if len(tokens) > 1 and any(
        tag in ("VBD", "VBZ", "VBP", "IN", "DT") and token.low not in ("of", "the", "in", "and")
        for tag, token in zip(tags, tokens, strict=True)
    ):
        return False
    if (
        words(text.split(" of ")[0])[-1:]
        and words(text.split(" of ")[0])[-1] in _GENERIC_TERMS
        and len(tokens) > 1
        and "of" in text.split()
    ):
        return False
    if '"' in text or "“" in text:
        return False
    return tags[-1] in ("NN", "NNS", "NNP", "NNPS", "VBG", "FW", "CD") or (
        tags[-1] == "JJ" and ("-" in text or len(tags) > 1)
    )


def _pair(
    line: Line,
    topic: Topic,
    article: str,
    term: str,
    found: re.Match[str],
    *,
    sure: bool,
    aliases: tuple[str, ...] = (),
) -> Iterator[Candidate]:
    verb, meaning = found["verb"], found["meaning"]
    also = (*aliases, found["other"]) if found["other"] else aliases
    if verb.endswith("when"):
        said, meaning = meaning, trimmed(meaning, statement=True)
        if _AND_THIS.match(said[len(meaning) :]):
            return
        if sure and fits(meaning, term) and not shares(meaning, term):
            verb_word = "is it called" if verb == "is when" else "occurs"
            yield Candidate(
                Technique.DEFINITION, Form.SHORT, question(f"What {verb_word} when {meaning}"),
                small(term, topic.capitals), line, also, sure=True,
            )  # fmt: skip
        return
    yield from _both(line, topic, article, term, meaning, verb, sure, also)


def _both(
    line: Line,
    topic: Topic,
    article: str,
    term: str,
    meaning: str,
    verb: str,
    sure: bool,
    also: tuple[str, ...],
    *,
    aside: bool = False,
) -> Iterator[Candidate]:
    meaning = trimmed(re.sub(r"^(?:simply|usually|generally|basically|essentially) ", "", meaning))
    if (
        meaning.startswith("meaning ")
        or len(term) < 2
        or not fits(meaning, term)
        or (not sure and not DIFFERENCE.search(meaning.partition(" ")[2]))
    ):
        return
    if (not sure and (EVALUATING.match(meaning) or vague(meaning))) or re.match(
        r"(?:first|second|third|last|next) ", term.lower()
    ):
        return
    shown = _shown(term, topic) if sure else small(term, topic.capitals)
    if shown[:1].isupper() and not article and OF_PERSON.match(meaning):
        prompt = question(f"Who {verb if verb in _BEING else 'is'} {shown}")
        yield Candidate(Technique.MEANING, Form.FREE, prompt, opened(meaning), line, (), sure)
        return
    about = set(words(bare(term))) == set(topic.title_words)
    named = shown[:1].isupper() and not shown.isupper()
    loose = named and not re.match(r"(?:the|any) ", meaning)
    if (
        not shares(meaning, term)
        and not about
        and not loose
        and agrees(term, meaning)
        and (sure or picks_out(meaning))
    ):
        yield Candidate(
            Technique.DEFINITION, Form.SHORT,
            question(f"What is the term for {small(meaning, topic.capitals)}"),
            shown, line, also, sure,
        )  # fmt: skip
    if _told_by_name(term, meaning):
        return
    if verb not in ("is", "are"):
        prompt = f"What is meant by “{shown}”?"
    elif article or aside:
        prompt = what_is(shown, article.lower(), meaning)
    else:
        prompt = question(f"What {verb} {shown}") if agrees(term, meaning) else f"What is meant by “{shown}”?"
    yield Candidate(Technique.MEANING, Form.FREE, prompt, opened(meaning), line, (), sure)


def _shown(term: str, topic: Topic) -> str:
    """An emphasised term inside a sentence; a word that only stands first is no name for being one "
    "elsewhere."""
    alone = " " not in term and not topic.capitals.upper[term] and zipf(term) > 0 and term[1:].islower()
    return term.lower() if alone else small(term, topic.capitals)


def _told_by_name(term: str, meaning: str) -> bool:
    """Whether each word of the term stands in its meaning, which then tells little."""
    said = [word for word in words(meaning) if len(word) > 3]
    own = [word for word in words(term) if len(word) > 3]
    return bool(own) and all(
        any(word[:5] == other[:5] or (len(other) > 4 and word.startswith(other)) for other in said)
        for word in own
    )


def shares(meaning: str, term: str) -> bool:
    """Whether the meaning gives the term away."""
    return any(
        word[:5] == other[:5]
        for word in words(term) if len(word) > 3
        for other in words(meaning) if len(other) > 3
    )  # fmt: skip
