"""All that a subject does in one sentence: `softens A, supports B, and prevents C` as one whole."""

from __future__ import annotations

from quizapp.articles.sense.clauses import Clause, finite, predicate_end
from quizapp.articles.words.lexicon import may_be
from quizapp.articles.words.verbs import base

_MANY = ("VBP", "VB")


def deeds_end(clause: Clause) -> int | None:
    """The token behind the last of several deeds of the subject, or behind the only one; None when unsure."""
    tokens, last = clause.tokens, len(clause.tokens) - 1
    end, listed = clause.end, False
    while end < last and (tokens[end].text == "," or tokens[end].tag == "CC"):
        joined = end + (tokens[end].text == "," and tokens[end + 1].low in ("and", "or"))
        final = tokens[joined].low in ("and", "or")
        verb = joined + 1
        while verb < last and tokens[verb].tag == "RB":
            verb += 1
        if not _deed(clause, verb, listed):
            return None if listed or (tokens[end].tag == "CC" and finite(tokens, verb)) else clause.end
        end = predicate_end(tokens, verb + 1, last)
        if tokens[end].tag == "CC" and final:
            return None
        if final:
            return end
        listed = True
    return None if listed else clause.end


def _deed(clause: Clause, index: int, listed: bool) -> bool:
    """Whether the word is a verb that the subject has too; `listed` tells that another came before."""
    tokens, tag = clause.tokens, clause.tokens[clause.verb].tag
    if index + 1 >= len(tokens):
        return False
    token, after = tokens[index], tokens[index + 1].tag
    if tag in _MANY:
        fits = token.tag in _MANY or (may_be(token.low, "VB") and not token.low.endswith("s"))
    else:
        fits = token.tag == "VBZ" or (token.tag == "NNS" and may_be(base(token.low), "VB"))
    sure = token.tag in ("VBZ", "VBP", "VB") or (listed and after.startswith(("NN", "JJ")))
    return fits and (sure or after in ("DT", "PRP$", "IN", "TO")) and after not in ("CC", ",", ".")
