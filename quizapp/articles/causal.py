"""What questions about causes share: statements after a question word, pronouns named, fair answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.clauses import Clause, asked, clause_of, finite, opening_clause, predicate_end
from quizapp.articles.drafts import Technique
from quizapp.articles.lexicon import zipf
from quizapp.articles.phrasing import bare, opened, plural, question, small, words
from quizapp.articles.prose import Line, remade
from quizapp.articles.reasons import whole
from quizapp.articles.subjects import stands_alone, subject_small
from quizapp.articles.tagging import Token, tagged
from quizapp.articles.topic import Topic
from quizapp.articles.verbs import BE, base
from quizapp.articles.wordlists import wordlist

POINTERS = re.compile(
    r"\b(?:this|^that|these|those(?! (?:who|that|of|with|in)\b)|such(?! as\b)|former"
    r"|latter|he|she|his|her|him|hers|we|us|our|you|your|i|my|me|here|another|others|then|today|now|again"
    r"|above|below|also|example|instance|too(?= [a-z]+[.?,])|same|there)\b",
    re.IGNORECASE,
)
_FRONT_POINTS = re.compile(
    r"\b(?:it|they|its|their|them|some|most|many|all|other|the (?:case|end))\b", re.IGNORECASE
)
_DEAD_END = frozenset({"IN", "DT", "CC", "TO", "WDT", "WP", "WP$", "WRB", "PRP$", "MD", "EX"})
_ENDS_OPEN = re.compile(
    r"\b(?:because|that|which|who|not|be|is|are|was|were|has|have|if|when|while|as|than|often|only|partly|mainly"
    r"|largely|especially|particularly|even|just|simply|and|or|but|usually|sometimes|including|such|their|its)$",
    re.IGNORECASE,
)
_EXTRA = re.compile(r" (?:also|thus|therefore|then|however|too|in turn|in fact|even)(?: |(?=,))")
_OF_A_KIND = re.compile(
    r"(?:Most|Many|Some|All|Few|Several) (?!of |other |more )(?:[a-z-]+ )*[a-z]+", re.IGNORECASE
)
_OF_ANOTHER = re.compile(r"\b(?:it|they|its|their|one|ones|others?|new|next|resulting)\b", re.IGNORECASE)
_ORDINAL = wordlist("subjects ordinal")
_COMMON, _TRADE = 5.0, 4.4
_LOOSE = re.compile(r"^(?:This|These) (?P<noun>[a-z]+)\b")
_OPEN_PRONOUN = re.compile(r"^(?:It|They|it|they)\b(?!['’])")
_UNSURE = frozenset({"might", "would", "could", "may", "should", "shall", "ought"})
_LEAST, _MOST, _MOST_ASKED, _MOST_FRONT, _MOST_SUBJECT = 3, 26, 24, 8, 11
_SAME_SHARE, _MOST_OF_TWO = 0.6, 40
_EVERYDAY, _LESS_COMMON, _TELLING = 5.0, 4.5, 2


@dataclass(frozen=True, slots=True)
class Told:
    """One statement: `after` is it after a question word (`does rain fall in spring`), `said` as it stands
    inside a sentence; `subject` is its subject, `many` and `past` how verbs agree with it.
    """

    clause: Clause
    after: str
    said: str
    subject: str
    many: bool
    past: bool

    @property
    def verb(self) -> str:
        """The base of its main verb."""
        return base(self.clause.tokens[self.clause.main].text)

    @property
    def is_state(self) -> bool:
        """Whether it says what something is, not what it does."""
        return self.clause.tokens[self.clause.main].low in BE


def told(line: Line, text: str, topic: Topic, previous: Line | None = None) -> Told | None:
    """The statement in a part of a line; None when it is none, leaves its subject open or is a guess."""
    part = opened(_EXTRA.sub(" ", text.strip(" ,")))
    if previous is not None:
        part = named_in_full(part, line, previous, topic)
    said = part_of(line, part.rstrip("."))
    clause = clause_of(said) or opening_clause(said)
    if clause is None or clause.tokens[clause.verb].low in _UNSURE:
        return None
    if not names_itself(clause, topic) or POINTERS.search(said.text):
        return None
    if len(clause.subject_text.split()) > _MOST_SUBJECT or _ENDS_OPEN.search(said.text.rstrip(".")):
        return None
    joined = _joined(clause)
    if joined is None or _side_clause(clause):
        return None
    front = clause.front_text
    if front and (len(front.split()) > _MOST_FRONT or _FRONT_POINTS.search(front)):
        return None
    tail = f" {front[0].lower()}{front[1:]}" if front and not _proper(front, topic) else front and f" {front}"
    after = f"{asked(clause, subject_small(clause, topic))}{joined}{tail}"
    if len(after.split()) > _MOST_ASKED:
        return None
    verb = clause.tokens[clause.verb]
    many = verb.tag == "VBP" or verb.low in ("are", "were", "have")
    if verb.tag in ("VBD", "MD") and verb.low != "was":
        many = many or plural(_head(clause.subject_text))
    told_after = small(clause.line.cut(clause.subject[0], len(clause.tokens) - 1), topic.capitals)
    whole_said = f"{told_after}{tail}"
    past = verb.tag == "VBD" or verb.low in ("was", "were", "did", "had")
    return Told(clause, after, whole_said, subject_small(clause, topic), many, past)


def part_of(line: Line, part: str) -> Line:
    """The line with a part of its text as its text; its words keep their tags in the sentence."""
    text = part + "."
    start = line.text.find(part[1:]) - 1
    if start < 0:
        return remade(line, text)
    inside = [token for token in line.tokens if start <= token.start and token.end <= start + len(part)]
    if not inside or inside[0].start != start or inside[-1].end != start + len(part):
        return remade(line, text)
    moved = [replace(token, start=token.start - start, end=token.end - start) for token in inside]
    moved[0] = replace(moved[0], text=text[: moved[0].end])
    end = Token(".", len(part), len(part) + 1, ".")
    return replace(line, text=text, tokens=(*moved, end), dates=(), names=(), terms=())


def names_itself(clause: Clause, topic: Topic) -> bool:
    """Whether the subject needs no sentence before it; some, most or all of a kind do not."""
    if stands_alone(clause, topic, generic=True):
        return True
    text = clause.subject_text
    tokens = clause.tokens[slice(*clause.subject)]
    if _OF_A_KIND.match(text) and len(tokens) > 1:
        return clause.tokens[clause.verb].tag != "VBD" and not POINTERS.search(text)
    if tokens[0].low == "the" and clause.tokens[clause.verb].tag in ("VBZ", "VBP", "MD"):
        return (
            not POINTERS.search(text)
            and not _OF_ANOTHER.search(text)
            and _technical(tokens, clause.line, topic)
        )
    relative = next((i for i, token in enumerate(tokens) if token.low == "that" and i > 1), 0)
    if not relative or POINTERS.search(text) or (tokens[0].low == "the" and relative < 3):
        return False
    return not re.search(r"\b(?:it|they|its|their|one|ones|other)\b", text)


def _technical(tokens: Sequence[Token], line: Line, topic: Topic) -> bool:
    """Whether `the` and these words name a thing in general: two words, or a word of the trade."""
    if tokens[1].low in _ORDINAL:
        return False
    nouns = [token.low for token in tokens[1:] if token.tag.startswith("NN")]
    if len(tokens) > 2 and len(nouns) >= 1:
        return any(zipf(token.low) < _COMMON for token in tokens[1:])
    return bool(nouns) and (
        zipf(nouns[0]) < _TRADE or nouns[0] in words(line.heading) or nouns[0] in topic.keywords
    )


def _proper(front: str, topic: Topic) -> bool:
    return topic.capitals.proper(front.split()[0])


def _joined(clause: Clause) -> str | None:
    """A second verb of the subject as it stands after a helping verb; None when something else follows."""
    tokens, end = clause.tokens, clause.end
    last = len(tokens) - 1
    if end >= last:
        return ""
    verb = tokens[clause.verb]
    if tokens[end].text == "," and tokens[end + 1].low in ("and", "or"):
        end += 1
    if tokens[end].low not in ("and", "or") or end + 2 >= last:
        return None
    second = tokens[end + 1]
    if clause.main != clause.verb or verb.low in BE or second.tag != verb.tag or second.low in BE:
        return None
    if verb.tag not in ("VBZ", "VBP", "VBD") or predicate_end(tokens, end + 2, last) != last:
        return None
    return f" {tokens[end].low} {base(second.text)} {clause.line.cut(end + 2, last)}"


def _side_clause(clause: Clause) -> bool:
    """Whether a finite clause stands in the predicate that nothing ties to it."""
    tokens = clause.tokens
    for index in range(clause.rest, clause.end):
        if tokens[index].tag in ("WP", "WRB") or tokens[index].low in ("because", "although", "unless", "if"):
            return True
        if finite(tokens, index) and not any(
            token.tag in ("WDT", "IN") and token.low in _TYING for token in tokens[clause.rest : index]
        ):
            return True
    return False


_TYING = frozenset({"that", "which", "than", "as", "before", "after", "until", "once"})


def _head(subject: str) -> str:
    return re.split(r" (?:of|in|for|with|from|to|that|which|on|at|by) ", subject)[0]


def named_in_full(text: str, line: Line, previous: Line, topic: Topic) -> str:
    """The text with the subject of the line before for an opening pronoun, where only it can be meant."""
    loose = _LOOSE.match(text)
    found = _OPEN_PRONOUN.match(text) or loose
    if found is None or not same_block(previous, line):
        return text
    source = clause_of(previous)
    if source is None or source.front_text or not stands_alone(source, topic, generic=True):
        return text
    subject = source.subject_text
    if len(subject.split()) > _MOST_SUBJECT - 3 or re.search(r"[,(]| and | or ", subject):
        return text
    many = plural(_head(subject))
    if loose is not None:
        return subject + text[loose.end() :] if _is_a(source, loose["noun"], loose.group()) else text
    if many != (found.group().lower() == "they"):
        return text
    tags = ("NNS", "NNPS") if many else ("NN", "NNP")
    rivals = sum(token.tag in tags for token in source.tokens[source.rest : source.end])
    state = source.tokens[source.main].low in BE
    if rivals and not (state or (source.passive and rivals == 1)):
        return text
    return subject + text[found.end() :]


def _is_a(source: Clause, noun: str, opening: str) -> bool:
    """Whether the sentence before says that its subject is a NOUN, or names it by that noun."""
    tokens = source.tokens
    one = noun.rstrip("s")
    last = tokens[source.subject[1] - 1].low
    if last.rstrip("s") == one and (opening.startswith("These") == last.endswith("s")):
        return True
    if tokens[source.main].low not in BE or tokens[source.rest].low not in ("a", "an", "the"):
        return False
    head = next((t for t in _until_tail(tokens[source.rest : source.end])), None)
    return head is not None and head.low == noun


def _until_tail(tokens: Sequence[Token]) -> Iterator[Token]:
    """The head of a noun phrase: the last noun before its tail."""
    before: Token | None = None
    for token in tokens:
        if before is not None and before.tag.startswith("NN") and not token.tag.startswith("NN"):
            break
        before = token
    if before is not None and before.tag.startswith("NN"):
        yield before


def same_block(previous: Line, line: Line) -> bool:
    """Whether two lines stand in one paragraph."""
    one, other = previous.sentence, line.sentence
    return (one.section, one.block) == (other.section, other.block)


def asking(
    technique: Technique,
    prompt: str,
    answer: str,
    line: Line,
    before: Line | None = None,
    sure: bool = False,
) -> Iterator[Candidate]:
    """The candidate, when its prompt stands alone and its answer is whole, fair and says something new."""
    answer = answer.strip(" ,.") if technique is Technique.DIFFERENCE else whole(answer.strip(" ,."))
    most = _MOST_OF_TWO if technique is Technique.DIFFERENCE else _MOST
    if not _LEAST <= len(answer.split()) <= most or _ENDS_OPEN.search(answer) or POINTERS.search(prompt):
        return
    if re.search(
        r"\b(?:this|these|such(?! as)|he|she|his|her|we|our|you|your|former|latter|above)\b", answer, re.I
    ):
        return
    if tagged(answer)[-1].tag in _DEAD_END or answer.count("(") != answer.count(")"):
        return
    if (
        answer.count("“") != answer.count("”")
        or prompt.count("“") != prompt.count("”")
        or '"' in answer + prompt
    ):
        return
    if not _telling(prompt) or _telling(f"{prompt} {answer}") < _TELLING or _everyday(answer):
        return
    said, put = _stems(answer), _stems(prompt)
    if technique is not Technique.DIFFERENCE and said and len(said & put) > _SAME_SHARE * len(said):
        return
    yield Candidate(technique, Form.FREE, question(prompt), opened(answer), line, (), sure, before)


def _telling(text: str) -> int:
    """How many words are no everyday words."""
    return sum(len(word) > 3 and zipf(word) < _EVERYDAY for word in words(text))


def _everyday(text: str) -> bool:
    """Whether a text says nothing but what everybody knows words for."""
    return _telling(text) < _TELLING and not any(len(w) > 3 and zipf(w) < _LESS_COMMON for w in words(text))


def _stems(text: str) -> set[str]:
    return {word[:6] for word in words(bare(text)) if len(word) > 3}
