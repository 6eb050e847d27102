"""What may be asked of the predicate of a clause: its helping verb, its condition, and a whole answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause, finite
from quizapp.articles.sense.openings import front_of
from quizapp.articles.sense.themes import POINTERS, about, agrees, spoken
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.lexicon import entry, may_be, zipf
from quizapp.articles.words.phrasing import opened, question, words
from quizapp.articles.words.tagging import Token, tagged
from quizapp.articles.words.verbs import BE, HAVE, base
from quizapp.articles.words.wordlists import wordlist

_HELPERS = {"VBZ": "does", "VBP": "do", "VBD": "did"}
_MODALS = frozenset({"can", "must", "should", "may", "will"})
_DROPPED = wordlist("predicates dropped adverbs")
_LIMITING = frozenset(
    {"only", "never", "rarely", "hardly", "not", "no", "seldom", "barely", "just", "merely"}
)
# No nouns: where one ends the subject, the verb behind it is what it helps to do.
_HELPING = frozenset({"helps", "lets", "makes"})
_ITSELF = re.compile(r"^(?:it|they|itself|themselves)\b", re.IGNORECASE)
_TAIL = re.compile(
    r"(?<=[\w)”]) (?P<tail>(?:when|if|during|after|before|whenever|until|unless|once) [^,;:—]+)$"
)
_WHEN_FITTING = re.compile(r" (?:if|when|where|as) (?:needed|necessary|possible|appropriate)$")
_LASTING = re.compile(r"\b(?:immediately|shortly|just|right|long|soon|years?|months?|days?|decades?)$")
_REASON = re.compile(
    r",? (?:because(?: of)?|due to|so that|in order to|owing to|since|as a result|thereby|while|whereas"
    r"|although|though|in much the same way|rather than|instead of|by [a-z]+ing|despite) .*$"
)
_ADVERBS = re.compile(
    r"^(?:(?:almost|mainly|primarily|largely|mostly|usually|directly|heavily|chiefly|exclusively|partly"
    r"|strongly|entirely|solely|typically|generally|often|in part) ){1,2}"
    r"(?=(?:on|in|to|of|from|with|as|for|into|by) )"
)
_BREAKS = re.compile(
    r"\b(?:and|or|but|the|an?|of|to|in|for|with|that|as|than|by|from|on|at|is|are|was|were|which|who"
    r"|not|even)$"
)
_OPENS = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "RBS", "PRP$", "VBG", "VBN"})
RELATIVE = frozenset({"that", "which", "who", "where", "whose", "how", "what", "whether", "why"})
_MOST_TAIL = 12
_COUNTED = re.compile(
    r"^(?:two|three|four|five|six|seven|several|many|various|different|distinct|other) (?:[a-z]+ )?"
    r"(?:types|kinds|groups|categories|classes|parts|ways|forms|phases|stages|levels|layers|things|areas)$"
)
# What a word that is not known ends with when it is no verb.
_OF_NOUNS = ("cyte", "phyte", "blast", "some", "gen", "ide", "ine", "ism", "ist", "ity", "oid", "ome", "one")
_LIMITS = frozenset(
    {
        "chiefly",
        "generally",
        "largely",
        "mainly",
        "mostly",
        "often",
        "partly",
        "primarily",
        "typically",
        "usually",
    }
)
_PREFIXED = re.compile(r"(?:re|de|dis|un|over|under|inter|mis)(?P<verb>[a-z]{4,})$")
# What is given to somebody who is the subject: `was documented as a ruler and given titles`.
_GIVEN = frozenset({"given", "granted", "awarded", "offered", "assigned", "sent", "shown", "taught", "told"})
_COMMON, _ENOUGH = 5.3, 3
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

    @property
    def plain(self) -> bool:
        """Whether something is told outright, neither in the perfect nor as what can or may be."""
        return self.helper == "must" or self.helper in _HELPERS.values()

    def asks(self, asked: str, opens: str = "what") -> str:
        """The question for what stands behind the verb: `what does S asked`."""
        if self.helper in HAVE:
            asked = self.clause.tokens[self.clause.main].text + asked[len(self.verb) :]
        said = f"{opens} {self.helper} {self.subject} {self.adverb} {asked} {self.tail}"
        return question(f"{self.front}, {said}" if self.front else said)


def frame_of(clause: Clause, topic: Topic, given: str = "") -> Frame | None:
    """The frame of an active clause with a subject that stands alone; None where anything is unsure.

    `given` is a condition that stands before the clause.
    """
    tokens = clause.tokens
    verb, main = tokens[clause.verb], tokens[clause.main]
    helper = _HELPERS.get(verb.tag, "") if clause.main == clause.verb else ""
    if verb.tag == "MD" and verb.low in _MODALS and main.tag in ("VB", "VBP") and main.low != "be":
        helper = verb.low
    if (
        verb.tag in ("VBZ", "VBP")
        and verb.low in ("has", "have")
        and main.tag == "VBN"
        and main.low != "been"
    ):
        helper = verb.low if tokens[clause.main - 1].low != "been" else ""
    if not helper or main.low in BE or clause.negated or passive(clause) or limited(clause):
        return None
    if not about(clause, topic) or not agrees(clause) or tokens[clause.verb - 1].low in _HELPING:
        return None
    rest, tail = parted(clause)
    front = given or front_of(clause)
    if not rest or front is None or (front and tail) or not verb.text.isalpha():
        return None
    rest = of_one_verb(rest, main.tag)
    mainly = _ADVERBS.match(rest)
    how = f"{adverbs_of(clause)} {_limit(mainly.group()) if mainly else ''}".strip()
    rest = rest[mainly.end() :] if mainly else rest
    verb_base = known_base(main)
    if not verb_base or (helper == "do" and verb_base != base(verb_base)):
        return None
    return Frame(clause, spoken(clause, topic), helper, how, verb_base, rest, tail, front)


def passive(clause: Clause) -> bool:
    """Whether the clause is a passive, also behind `can` or `must`."""
    tokens, main = clause.tokens, clause.main
    if clause.passive:
        return True
    return main > clause.verb + 1 and tokens[main].tag == "VBN" and tokens[main - 1].low in ("be", "been")


def known_base(token: Token) -> str:
    """The base of a verb form; "" where no such verb is known."""
    found = token.low if token.tag in ("VB", "VBP") else base(token.text)
    if token.tag == "VBZ" and found == token.low and found.endswith("s"):
        found = found[:-1]
    unknown = zipf(found) and not entry(found).tags and not found.endswith(_OF_NOUNS)
    return found if may_be(found, "VB", "VBP") or unknown else ""


def adverbs_of(clause: Clause) -> str:
    """The adverbs around the verb that a question keeps."""
    tokens, first = clause.tokens, clause.verb
    while first > clause.subject[1] and tokens[first - 1].tag == "RB":
        first -= 1
    said = [
        token
        for index, token in enumerate(tokens[first : clause.main], first)
        if token.tag == "RB" or (token.low in ("most", "more") and tokens[index + 1].tag == "RB")
    ]
    return " ".join(token.text for token in said if token.low not in _DROPPED)


def limited(clause: Clause) -> bool:
    """Whether `only`, `rarely` and the like stand before the verb."""
    between = clause.tokens[clause.subject[1] : clause.main]
    return any(token.low in _LIMITING for token in between)


def parted(clause: Clause) -> tuple[str, str]:
    """The predicate without reasons, and the condition at its end; ("", "") when it may go on."""
    if clause.rest >= clause.end or goes_on(clause):
        return "", ""
    text, tail = _WHEN_FITTING.sub("", clause.rest_text), ""
    if (found := _TAIL.search(text)) and not _of_its_end(text[: found.start()], found["tail"]):
        text, tail = text[: found.start()], _REASON.sub("", found["tail"])
    text = _REASON.sub("", text).strip(" ,")
    leans = POINTERS.search(tail) or re.search(r"\d", tail) or _BREAKS.search(tail)
    return ("", "") if leans or len(tail.split()) > _MOST_TAIL else (text, tail)


def without_reason(text: str) -> str:
    """The text up to a reason, a means or a contrast, which is no part of a thing."""
    return _REASON.sub("", text).strip(" ,")


def _of_its_end(text: str, tail: str) -> bool:
    """Whether `during N` may belong to a verb in the predicate, `by rules made during the war`, or is cut."""
    inside = read(text)[1:]
    words = read(tail, "They grow ")
    clausal = words[0].low in ("when", "if", "unless", "once", "whenever") or any(
        finite(words, i) for i in range(1, len(words))
    )
    if inside and inside[-1].tag in ("VB", "VBG") and words[0].low in ("if", "when"):
        return True
    verbal = any(token.tag in ("VBN", "VBG", "VBZ", "VBP", "VBD", "MD") for token in inside)
    return _LASTING.search(text.rstrip()) is not None or (verbal and not clausal)


def goes_on(clause: Clause) -> bool:
    """Whether what follows the end of a predicate may be another member of its answer."""
    tokens, end = clause.tokens, clause.end
    if end + 1 >= len(tokens) or tokens[end].text in (".", ";", "—", "--", "–"):
        return False
    if tokens[end].text in (":", "?", "!"):
        return True
    following = tokens[end + 1]
    if tokens[end].tag == "CC" and (
        tokens[end - 1].tag in ("JJ", "VB", "VBP", "VBN", "RB", "CD")
        or following.tag in ("WP", "WDT", "WRB")
        or any(token.low in ("between", "both", "either") for token in tokens[clause.rest : end])
    ):
        return True
    if tokens[end].text == "," and tokens[end - 1].tag == "JJ" and following.tag == "JJ":
        return True
    if tokens[end].text == "," and (_cut_verb(tokens, end) or _another_deed(tokens, end + 1)):
        return True
    if tokens[end].tag == "CC" and any(token.low in RELATIVE for token in tokens[clause.rest : end]):
        return True
    if (
        tokens[end].tag == "CC"
        and following.tag in ("VBZ", "VBP")
        and following.tag != tokens[clause.verb].tag
    ):
        return True
    if tokens[end].text != ",":
        return tokens[end].tag == "CC" and not any(
            finite(tokens, i) for i in range(end + 1, min(end + 10, len(tokens)))
        )
    if following.tag != "CC":
        listed = any(token.tag == "CC" for token in tokens[end + 1 : end + 16])
        return following.tag in _GOING_ON and following.low != "such" and listed
    return not any(finite(tokens, i) for i in range(end + 2, min(end + 10, len(tokens))))


def _cut_verb(tokens: Sequence[Token], end: int) -> bool:
    """Whether an adjective was taken for a verb before the comma: `applied to separate, sterile disks`."""
    return tokens[end - 2].tag == "TO" and tokens[end + 1].tag in ("JJ", "NN", "NNS", "VB")


def _another_deed(tokens: Sequence[Token], index: int) -> bool:
    """Whether one more of several deeds follows: `to find, *understand*, and use`."""
    after = tokens[index + 1] if index + 1 < len(tokens) else tokens[index]
    return tokens[index].tag in ("VB", "VBG", "VBP") and (after.text == "," or after.tag == "CC")


def read(text: str, lead: str = "They contain ") -> tuple[Token, ...]:
    """The words of a phrase as they are tagged behind a verb, with offsets into the phrase."""
    skip, count = len(lead), len(lead.split())
    tokens = tagged(f"{lead}{text}.")[count:-1]
    return tuple(replace(token, start=token.start - skip, end=token.end - skip) for token in tokens)


def of_one_verb(text: str, tag: str = "") -> str:
    """The text up to `and` with a further verb, such as one with the tag of the verb before."""
    tokens = read(text)
    infinitive = next((i for i, token in enumerate(tokens) if token.tag == "TO"), len(tokens))
    for index in range(1, len(tokens) - 1):
        token, following = tokens[index], tokens[index + 1]
        if token.low in RELATIVE:
            return text
        if token.tag != "CC":
            continue
        after = tokens[index + 2].tag if index + 2 < len(tokens) else ""
        noun = may_be(following.low, "NN", "NNS") and after not in ("DT", "PRP$", "TO", "PRP")
        if infinitive < index and tag != "VB" and following.tag == "VB":
            continue
        verb = (following.tag in ("VB", "VBP", "VBZ", "VBD", "MD") and not noun) or (
            tag in ("VB", "VBP") and may_be(following.low, "VB") and after in ("DT", "PRP$", "TO")
        )
        strange = (
            tag == "VBZ"
            and following.low.endswith("s")
            and not entry(following.low).tags
            and not following.low.endswith("ous")
        )
        verb = verb or (strange and after.startswith(("NN", "DT", "JJ")))
        done = tag == "VBN" and following.tag in ("VBN", "VBD") and after in ("IN", "TO", "CC", "RB")
        done = done or (tag == "VBN" and following.low in _GIVEN and after in ("NNS", "NN", "DT"))
        verb = verb or (tag in ("VB", "VBP") and done_anew(following.low))
        if (
            verb
            or done
            or (tag == "VBD" and following.tag == "VBN" and after in ("DT", "NN", "NNS", "IN", "JJ"))
        ):
            return text[: token.start].rstrip(" ,")
    return text


def _limit(adverbs: str) -> str:
    """Which of the adverbs tell that it is not all, or not always so, as a question says them."""
    said = adverbs.replace("in part", "partly").split()
    return " ".join(each for each in said if each in _LIMITS)


def done_anew(word: str) -> bool:
    """Whether a word that is not known is a verb behind a prefix: `reabsorb`."""
    found = _PREFIXED.match(word)
    return (
        found is not None
        and not entry(word).tags
        and may_be(found["verb"], "VB")
        and (not may_be(found["verb"], "NN", "JJ"))
    )


def is_object(text: str) -> bool:
    """Whether a text is a noun phrase with what belongs to it, and no second statement."""
    tokens = read(text)
    if not tokens or tokens[0].tag not in _OPENS or not any(t.tag.startswith("NN") for t in tokens[:6]):
        return False
    relative = next((i for i, token in enumerate(tokens) if token.low in RELATIVE), 0)
    if any(finite(tokens, i) for i in range(1, relative or len(tokens))):
        return False
    return not relative or any(finite(tokens, i) for i in range(relative + 1, len(tokens)))


def fit(answer: str, least: int = 2, most: int = 20) -> bool:
    """Whether an answer is whole, says something particular, and leans on nothing."""
    if not least <= len(answer.split()) <= most or POINTERS.search(answer) or _BREAKS.search(answer):
        return False
    if re.search(r"\d|[“”\"$%()]", answer) or _ITSELF.match(answer) or _COUNTED.match(answer):
        return False
    return len(answer.split()) >= _ENOUGH or any(zipf(word) < _COMMON for word in words(answer))


def candidate(technique: Technique, prompt: str, answer: str, clause: Clause) -> Candidate:
    """A candidate with a free answer."""
    return Candidate(technique, Form.FREE, prompt, opened(answer), clause.line)
