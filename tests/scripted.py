"""A language model that says what a test tells it to, registered through the plug-in interface of `llm`."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import llm

from quizapp.articles.models.asking import Suggestion

Script = Callable[[str], str | Exception | None]
"""From a prompt to the answer, to an error, or to None: then the model says nothing until it is released."""


@dataclass(eq=False)
class Scripted(llm.Model):
    """Suggests `cards`, one text a call and the last again and again; answers by `answers`.

    `heard` are all prompts with their instructions. `tokens` is what each call is said to have cost.
    """

    cards: list[str | Exception | None]
    answers: Script
    tokens: tuple[int, int] | None = (100, 10)
    binds: bool = True
    heard: list[str] = field(default_factory=list)
    schemas: list[object] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)
    model_id: str = "scripted-1"

    @property
    def supports_schema(self) -> bool:  # type: ignore[override]
        return self.binds

    def execute(
        self,
        prompt: llm.Prompt,
        stream: bool,
        response: llm.Response,
        conversation: llm.Conversation | None = None,
    ) -> Iterator[str]:
        self.heard.append(f"{prompt.system}\n{prompt.prompt}")
        self.schemas.append(prompt.schema)
        said = self._said(prompt.prompt)
        if isinstance(said, Exception):
            raise said
        if said is None:
            self.released.wait()
            return
        if self.tokens:
            response.set_usage(input=self.tokens[0], output=self.tokens[1])
        yield from (said[: len(said) // 2], said[len(said) // 2 :])

    def _said(self, prompt: str) -> str | Exception | None:
        if prompt.startswith("Text: "):
            return self.answers(prompt)
        return self.cards.pop(0) if len(self.cards) > 1 else self.cards[0]


class Plugin:
    """What a package of models looks like to `llm`."""

    __name__ = "scripted"

    def __init__(self, *models: llm.Model) -> None:
        self.models = models

    @llm.hookimpl
    def register_models(self, register: Callable[..., None]) -> None:
        for model in self.models:
            register(model, aliases=(model.model_id.partition("-")[0],))


def listed(*cards: Suggestion) -> str:
    """The suggestions as a model writes them."""
    return json.dumps({"cards": [written(card) for card in cards]})


def written(card: Suggestion) -> dict[str, Any]:
    return {
        "kind": str(card.shape),
        "prompt": card.prompt,
        "answer": card.answer,
        "sentence_ids": list(card.sentences),
        "quote": card.quote,
        "distractors": list(card.distractors),
    }


def knows(*cards: Suggestion) -> Script:
    """Answers the prompts of these cards with their answers, and every other one with nothing."""

    def answer(prompt: str) -> str:
        asked = prompt.partition("\n\nQuestion: ")[2]
        right = next((card.answer for card in cards if card.prompt == asked), "")
        return json.dumps({"answer": right})

    return answer
