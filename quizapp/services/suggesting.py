"""Questions of a language model beside those of the rules: asked, verified, confirmed, and what it cost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from quizapp.articles.drafts import Draft
from quizapp.articles.models.asking import (
    ANSWER_SCHEMA,
    ANSWER_SYSTEM,
    CARDS_SCHEMA,
    SYSTEM,
    Malformed,
    Passage,
    Schema,
    Suggestion,
    again,
    answer_prompt,
    cards_prompt,
    passages,
    read_answer,
    read_cards,
)
from quizapp.articles.models.grounding import Fault, ground
from quizapp.articles.models.modelled import Material, draft_of, material_of, merged, repeated
from quizapp.articles.models.roundtrip import same_answer
from quizapp.core.wording import plural
from quizapp.services.deriving import Derived
from quizapp.services.modelling import CallFailed, Refused, Reply, Speaker

MOST_PASSAGES = 40
"""Parts of an article that are asked about, so that a whole book costs nobody a fortune."""
FAILURES = 2
"""Calls in a row that may fail before the model is given up."""

Tell = Callable[[str], None]


@dataclass(slots=True)
class Cost:
    """What the calls came to; `untold` counts those whose tokens the model did not tell."""

    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    untold: int = 0

    def add(self, reply: Reply) -> None:
        """Counts the tokens of one answer."""
        self.tokens_in += reply.tokens_in or 0
        self.tokens_out += reply.tokens_out or 0
        self.untold += reply.tokens_in is None or reply.tokens_out is None

    def __str__(self) -> str:
        calls = plural(self.calls, "call")
        if self.untold and not self.tokens_in + self.tokens_out:
            return f"{calls}, the model does not tell its tokens"
        least = "at least " if self.untold else ""
        return f"{calls}, {least}{self.tokens_in:,} tokens in, {self.tokens_out:,} out"


def with_model(derived: Derived, speaker: Speaker, tell: Tell) -> Derived:
    """The derivation with what a model adds to it; `tell` is given lines on progress, trouble and cost.

    Nothing that the model does keeps the drafts of the rules from coming out.
    """
    asking = _Asking(derived, material_of(derived.article), speaker, tell)
    asking.all_passages()
    drafts = merged(derived.derivation, asking.kept, asking.turned_away)
    return replace(derived, derivation=drafts)


class _GivenUp(Exception):
    """The model failed too often."""


@dataclass(slots=True)
class _Asking:
    """One article being asked about."""

    derived: Derived
    material: Material
    speaker: Speaker
    tell: Tell
    kept: list[Draft] = field(default_factory=list)
    turned_away: Counter[str] = field(default_factory=Counter)
    suggested: int = 0
    cost: Cost = field(default_factory=Cost)
    failures: int = 0

    def all_passages(self) -> None:
        found = passages(self.derived.article, self.material.sentences)
        self._announce(len(found))
        try:
            for number, passage in enumerate(found[:MOST_PASSAGES], 1):
                self._passage(passage, f"Part {number} of {len(found)}, “{passage.name}”")
        except _GivenUp:
            self.tell(f"{self.speaker.name} is asked no more; what it gave so far is kept.")
        kept = f"{len(self.kept)} of {plural(self.suggested, 'suggested question')} kept"
        self.tell(f"{self.speaker.name}: {kept}; {self.cost}.")
        if self.turned_away:
            self.tell("Turned away: " + _counted(self.turned_away) + ".")

    def _announce(self, parts: int) -> None:
        asked = min(parts, MOST_PASSAGES)
        self.tell(
            f"Asking {self.speaker.name} about {plural(asked, 'part')} of the article: one call each, "
            "and one more to confirm each question."
        )
        if asked < parts:
            self.tell(
                f"The article has {parts} parts; only the first {asked} are asked about. Give one chapter."
            )

    def _passage(self, passage: Passage, name: str) -> None:
        kept, before = len(self.kept), self.turned_away.copy()
        try:
            cards = self._cards(passage)
        except Malformed as error:
            self.tell(f"{name}: the answer could not be used, twice: {error}")
            return
        except CallFailed as error:
            self._failed(name, error)
            return
        self.suggested += len(cards)
        if len(cards) > passage.most:
            self.turned_away["more than asked for"] += len(cards) - passage.most
        for card in cards[: passage.most]:
            self._card(passage, card, name)
        away = self.turned_away - before
        why = f" ({_counted(away)})" if away else ""
        suggested = plural(len(cards), "question") if cards else "no question"
        self.tell(f"{name}: {suggested} suggested, {len(self.kept) - kept} kept{why}; {self.cost} so far.")

    def _cards(self, passage: Passage) -> tuple[Suggestion, ...]:
        """What the model suggests; asked a second time when the first answer is not in the form asked for."""
        prompt = cards_prompt(self.derived.article, self.material.sentences, passage)
        sound: tuple[Suggestion, ...] = ()
        try:
            first = read_cards(self._ask(SYSTEM, prompt, CARDS_SCHEMA))
            if not first.broken:
                return first.cards
            sound, why = first.cards, f"{plural(first.broken, 'card')} did not fit the schema."
        except Malformed as error:
            why = str(error)
        try:
            second = read_cards(self._ask(SYSTEM, again(prompt, why), CARDS_SCHEMA))
        except (Malformed, CallFailed):
            if sound:
                return sound
            raise
        if second.broken:
            self.turned_away["not in the form asked for"] += second.broken
            self.suggested += second.broken
        return second.cards or sound

    def _card(self, passage: Passage, card: Suggestion, name: str) -> None:
        grounded = ground(self.derived.article, self.material.sentences, passage, card)
        if isinstance(grounded, Fault):
            return self._away(grounded)
        draft = draft_of(self.material, grounded, self.speaker.name)
        if isinstance(draft, str):
            return self._away(draft)
        if repeated(draft, [*self.derived.derivation.drafts, *self.kept]):
            return self._away("asked already")
        try:
            answer = self._answer(" ".join(grounded.card.quote.split()), grounded.card.prompt)
        except Malformed:
            return self._away("not confirmed")
        except CallFailed as error:
            self._away("not confirmed")
            return self._failed(name, error)
        if not same_answer(grounded.card.answer, answer):
            return self._away("another answer from the quote alone")
        self.kept.append(draft)

    def _answer(self, quote: str, question: str) -> str:
        """What the model answers from the quote alone, "" when it finds nothing there."""
        prompt = answer_prompt(quote, question)
        try:
            return read_answer(self._ask(ANSWER_SYSTEM, prompt, ANSWER_SCHEMA))
        except Malformed as error:
            return read_answer(self._ask(ANSWER_SYSTEM, again(prompt, str(error)), ANSWER_SCHEMA))

    def _ask(self, system: str, prompt: str, schema: Schema) -> str:
        self.cost.calls += 1
        reply = self.speaker.ask(system, prompt, schema)
        self.cost.add(reply)
        self.failures = 0
        return reply.text

    def _failed(self, name: str, error: CallFailed) -> None:
        self.tell(f"{name}: {self.speaker.name} failed: {error}.")
        self.failures += 1
        if isinstance(error, Refused) or self.failures >= FAILURES:
            raise _GivenUp

    def _away(self, why: str) -> None:
        self.turned_away[str(why)] += 1


def _counted(counts: Counter[str]) -> str:
    pairs: Iterable[tuple[str, int]] = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{count} {why}" for why, count in pairs)
