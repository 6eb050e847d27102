"""What may be asked of the predicate of a clause: its helping verb, its condition, and a whole answer."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.clauses import Clause, finite
from quizapp.articles.drafts import Technique
from quizapp.articles.lexicon import may_be, zipf
from quizapp.articles.phrasing import opened, plural, question, words
from quizapp.articles.subjects import stands_alone, subject_small
from quizapp.articles.tagging import tagged
from quizapp.articles.topic import Topic
from quizapp.articles.verbs import base
from quizapp.articles.wordlists import wordlist

_HELPERS = {"VBZ": "does", "VBP": "do", "VBD": "did"}
_MODALS = frozenset({"can", "must", "should"})
_DROPPED = wordlist("predicates dropped adverbs")
_GENERAL = wordlist("predicates general subjects")
_LIMITING = frozenset(
    {"only", "never", "rarely", "hardly", "not", "no", "seldom", "barely", "just", "merely"}
)
_POINTERS = re.compile(
    r"\b(?:this|these|those(?! (?:who|that|of|in|with))|such(?! as)|them|him|her|his|he|she|our|us|your|we|you|my"
    r"|others?|another|here|there|himself|herself|latter|former|same|above|below|following|ones?|too|also|again)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:its|their|it|they|itself|themselves)\b", re.IGNORECASE)
_TAIL = re.compile(
    r"(?<=[\w)”]) (?P<tail>(?:when|if|during|after|before|whenever|until|unless|once) [^,;:—]+)$"
)
_REASON = re.compile(
    r",? (?:because(?: of)?|due to|so that|in order to|owing to|since|as a result|thereby|while|whereas"
    r"|although|though|rather than|instead of|by [a-z]+ing|despite) .*$"
)
_BREAKS = re.compile(
    r"\b(?:and|or|but|the|an?|of|to|in|for|with|that|as|than|by|from|on|at|is|are|was|were|which|who|not)$"
)
_LEANING_FRONT = re.compile(
    r"^(?:For|Like|Unlike|As|With|Of|Among|According|Because|Despite|From|To|By|Instead|Besides|Along"
    r"|In (?:addition|fact|general|turn|part|particular|effect|practice|short|both|other|each|all))\b"
)
_OPENS = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "PRP$", "VBG", "VBN"})
_RELATIVE = frozenset({"that", "which", "who", "where", "whose", "how", "what", "whether", "why"})
_MOST_FRONT, _MOST_SUBJECT, _MOST_TAIL = 8, 10, 12
_EVERYDAY, _RECURRING = 4.9, 4
_GOING_ON = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "DT", "CD", "VBN", "PRP$", "TO", "CC"})


@dataclass(frozen=True, slots=True)
class Frame:
    """A clause ready to be asked: `helper` and `adverb` as the question says them, `verb` in the base form.

    `rest` is the predicate without condition, reason or aside; `tail` the condition, `front` the adjunct.
    """

    clause: Clause
    subject: str
    helper: str
    adverb: str
    verb: str
    rest: str
    tail: str
    front: str

    @property
    def past(self) -> bool:
        """Whether the clause tells of the past."""
        return self.clause.tokens[self.clause.verb].tag == "VBD"

    def asks(self, asked: str, opens: str = "what") -> str:
        """The question for what stands behind the verb: `what does S asked`."""
        said = f"{opens} {self.helper} {self.subject} {self.adverb} {asked} {self.tail}"
        return question(f"{self.front}, {said}" if self.front else said)


def frame_of(clause: Clause, topic: Topic) -> Frame | None:
    """The frame of an active clause with a subject that stands alone; None where anything is unsure."""
    tokens = clause.tokens
    verb, main = tokens[clause.verb], tokens[clause.main]
    helper = _HELPERS.get(verb.tag, "") if clause.main == clause.verb else ""
    if verb.tag == "MD" and verb.low in _MODALS and main.tag in ("VB", "VBP") and main.low != "be":
        helper = verb.low
    if not helper or clause.negated or passive(clause) or limited(clause):
        return None
    if not about(clause, topic) or not agrees(clause):
        return None
    rest, tail = parted(clause)
    front = front_of(clause)
    if not rest or front is None or (front and tail) or not verb.text.isalpha():
        return None
    rest = of_one_verb(rest, main.tag)
    adverbs = [
        token.text
        for token in tokens[clause.subject[1] : clause.main]
        if token.tag == "RB" and token.low not in _DROPPED
    ]
    subject = subject_small(clause, topic)
    return Frame(clause, subject, helper, " ".join(adverbs), base(main.text), rest, tail, front)


def passive(clause: Clause) -> bool:
    """Whether the clause is a passive, also behind `can` or `must`."""
    tokens, main = clause.tokens, clause.main
    if clause.passive:
        return True
    return main > clause.verb + 1 and tokens[main].tag == "VBN" and tokens[main - 1].low in ("be", "been")


def limited(clause: Clause) -> bool:
    """Whether `only`, `rarely` and the like stand before the verb."""
    between = clause.tokens[clause.subject[1] : clause.main]
    return any(token.low in _LIMITING for token in between)


def about(clause: Clause, topic: Topic) -> bool:
    """Whether the subject needs no sentence before it and is no everyday thing."""
    text = clause.subject_text
    if len(text.split()) > _MOST_SUBJECT or not stands_alone(clause, topic, generic=True):
        return False
    if _POINTERS.search(text) or _OWN.search(text) or re.search(r"\d{2}|[“”\"%$]", text):
        return False
    tokens = [token for token in clause.tokens[slice(*clause.subject)] if token.tag not in ("DT", "PRP$")]
    if not tokens or any(token.low in _GENERAL for token in (tokens[0], tokens[-1])):
        return False
    if len(tokens) == 1 and zipf(tokens[0].low) > _EVERYDAY and tokens[0].tag in ("NN", "NNS"):
        low = tokens[0].low
        return low in topic.terms or topic.spread[low] >= _RECURRING or low in topic.title_words
    return True


def agrees(clause: Clause) -> bool:
    """Whether subject and verb agree, which they do not where one of them was taken for what it is not."""
    verb = clause.tokens[clause.verb]
    if verb.tag not in ("VBZ", "VBP"):
        return True
    tokens = clause.tokens[slice(*clause.subject)]
    head = next((i for i, token in enumerate(tokens) if i and token.tag in ("IN", "TO", "WDT")), len(tokens))
    nouns = [token for token in tokens[:head] if token.tag.startswith("NN")]
    if not nouns or any(token.low in ("and", "or", "number", "variety", "percent") for token in tokens):
        return bool(nouns)
    many = nouns[-1].tag in ("NNS", "NNPS") or plural(nouns[-1].text)
    return many == (verb.tag == "VBP") or nouns[-1].tag.startswith("NNP")


def front_of(clause: Clause) -> str | None:
    """The adjunct that a question may open with; "" when there is none, None when it leans or is long."""
    front = clause.front_text
    if not front:
        return ""
    if clause.tokens[0].tag != "IN" or len(front.split()) > _MOST_FRONT or _LEANING_FRONT.match(front):
        return None
    if _POINTERS.search(front) or _OWN.search(front) or " when " in front:
        return None
    return front


def parted(clause: Clause) -> tuple[str, str]:
    """The predicate without reasons, and the condition at its end; ("", "") when it may go on."""
    if clause.rest >= clause.end or _goes_on(clause):
        return "", ""
    text, tail = clause.rest_text, ""
    if found := _TAIL.search(text):
        text, tail = text[: found.start()], _REASON.sub("", found["tail"])
    text = _REASON.sub("", text).strip(" ,")
    leans = _POINTERS.search(tail) or re.search(r"\d", tail) or _BREAKS.search(tail)
    return ("", "") if leans or len(tail.split()) > _MOST_TAIL else (text, tail)


def _goes_on(clause: Clause) -> bool:
    """Whether what follows the end of a predicate may be another member of its answer."""
    tokens, end = clause.tokens, clause.end
    if end + 1 >= len(tokens) or tokens[end].text in (".", ";", "—", "--", "–"):
        return False
    if tokens[end].text in (":", "?", "!"):
        return True
    following = tokens[end + 1]
    if tokens[end].text != ",":
        return tokens[end].tag == "CC" and not any(
            finite(tokens, i) for i in range(end + 1, min(end + 10, len(tokens)))
        )
    if following.tag != "CC":
        return following.tag in _GOING_ON and following.low not in ("such",)
    return not any(finite(tokens, i) for i in range(end + 2, min(end + 10, len(tokens))))


def of_one_verb(text: str, tag: str = "") -> str:
    """The text up to `and` with a further verb, such as one with the tag of the verb before."""
    tokens = tagged(text)
    for index in range(1, len(tokens) - 1):
        token, following = tokens[index], tokens[index + 1]
        if token.tag != "CC":
            continue
        after = tokens[index + 2].tag if index + 2 < len(tokens) else ""
        verb = following.tag in ("VB", "VBP", "VBZ", "VBD", "MD") or (
            tag in ("VB", "VBP") and may_be(following.low, "VB") and after in ("DT", "PRP$", "TO")
        )
        if verb or (tag == "VBD" and following.tag == "VBN" and after in ("DT", "NN", "NNS", "IN", "JJ")):
            return text[: token.start].rstrip(" ,")
    return text


def is_object(text: str) -> bool:
    """Whether a text is a noun phrase with what belongs to it, and no second statement."""
    tokens = tagged(text)
    if not tokens or tokens[0].tag not in _OPENS or not any(t.tag.startswith("NN") for t in tokens[:6]):
        return False
    relative = next((i for i, token in enumerate(tokens) if token.low in _RELATIVE), 0)
    if any(finite(tokens, i) for i in range(1, relative or len(tokens))):
        return False
    return not relative or any(finite(tokens, i) for i in range(relative + 1, len(tokens)))


def fit(answer: str, least: int = 2, most: int = 20) -> bool:
    """Whether an answer is whole, says something particular, and leans on nothing."""
    if not least <= len(answer.split()) <= most or _POINTERS.search(answer) or _BREAKS.search(answer):
        return False
    if re.search(r"\d|[“”\"$%()]", answer) or _OWN.match(answer):
        return False
    return any(zipf(word) < _EVERYDAY for word in words(answer))


def candidate(technique: Technique, prompt: str, answer: str, clause: Clause) -> Candidate:
    """A candidate with a free answer."""
    return Candidate(technique, Form.FREE, prompt, opened(answer), clause.line)
