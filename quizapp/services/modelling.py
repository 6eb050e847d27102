"""Talks to a language model through the `llm` library; no other module imports it, and this one only late."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Protocol

from quizapp.articles.models.asking import Schema, with_schema
from quizapp.errors import UsageError

if TYPE_CHECKING:
    from llm import Model

HELP = "docs/deriving-with-a-model.md says how to set one up."
INSTALL = f"Install it with `pip install 'quizapp[llm]'`, or `pipx inject quizapp llm`; {HELP}"
_SHOWN = 160


class CallFailed(Exception):
    """A call came to nothing; the text says why."""


class Refused(CallFailed):
    """The next call would come to nothing as well: there is no key."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model answered, and the tokens in and out, None where it does not tell."""

    text: str
    tokens_in: int | None = None
    tokens_out: int | None = None


class Speaker(Protocol):
    """A language model as far as it is needed here."""

    @property
    def name(self) -> str:
        """The model's own name."""

    def ask(self, system: str, prompt: str, schema: Schema) -> Reply:
        """One call, bound to a JSON schema. Raises CallFailed when there is no answer, or none in time."""


def open_model(name: str, timeout: float) -> Speaker:
    """The model of that name or alias, as set up in `llm`; each call may take `timeout` seconds.

    Raises UsageError when the library is not installed, or when it has no such model or no key for it.
    """
    try:
        import llm
    except ImportError as error:
        message = f"The model {name} cannot be asked: the library `llm` is not installed."
        raise UsageError(message, INSTALL) from error
    try:
        model = llm.get_model(name)
    except llm.UnknownModelError as error:
        raise _unknown(name, llm.get_model_aliases()) from error
    except Exception as error:
        message = f"The library `llm` cannot load its models: {_said(error)}."
        raise UsageError(message, "See what `llm models` says.") from error
    try:
        model.get_key()
    except llm.ModelError as error:
        raise UsageError(f"The model {name} cannot be asked: {_said(error)}.", HELP) from error
    return _Speaking(model, timeout)


def _unknown(name: str, known: Iterable[str]) -> UsageError:
    near = get_close_matches(name, list(known), n=3)
    hint = f"Did you mean {' or '.join(near)}? " if near else ""
    message = f"There is no language model named {name}."
    return UsageError(message, f"{hint}`llm models` lists those that are set up; {HELP}")


class _Speaking:
    """A model of the `llm` library, called in threads of their own so that time-outs can be kept."""

    def __init__(self, model: Model, timeout: float) -> None:
        self._model = model
        self._timeout = timeout

    @property
    def name(self) -> str:
        return self._model.model_id

    def ask(self, system: str, prompt: str, schema: Schema) -> Reply:
        call = _Call(self._model, system, prompt, schema)
        call.start()
        return call.result(self._timeout)


class _Call(threading.Thread):
    """One call; once given up, it ends with the next piece of text that the model sends."""

    def __init__(self, model: Model, system: str, prompt: str, schema: Schema) -> None:
        super().__init__(daemon=True, name=f"asking {model.model_id}")
        self._model = model
        self._system = system if model.supports_schema else with_schema(system, schema)
        self._prompt = prompt
        self._schema = schema if model.supports_schema else None
        self._given_up = threading.Event()
        self._outcome: Reply | Exception = CallFailed("it stopped without an answer")

    def run(self) -> None:
        try:
            response = self._model.prompt(self._prompt, system=self._system, schema=self._schema)
            for _ in response:
                if self._given_up.is_set():
                    return
            usage = response.usage()
            self._outcome = Reply(response.text(), usage.input, usage.output)
        except Exception as error:
            self._outcome = error

    def result(self, timeout: float) -> Reply:
        """What came of it; waits at most `timeout` seconds."""
        self.join(timeout)
        if self.is_alive():
            self._given_up.set()
            raise CallFailed(f"no answer within {timeout:g} seconds")
        match self._outcome:
            case Reply() as reply:
                return reply
            case CallFailed() as failed:
                raise failed
            case error:
                kind = Refused if type(error).__name__ == "NeedsKeyException" else CallFailed
                raise kind(_said(error)) from error


def _said(error: Exception) -> str:
    """An error of a model in one line."""
    line = " ".join(str(error).split()).rstrip(".") or type(error).__name__
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
