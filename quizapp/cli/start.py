"""What the command line says before any work is done: places, settings, learner."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Concatenate, ParamSpec, TypeVar

import click

from quizapp.settings import Loaded, Paths, Settings, find_paths, load

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Start:
    """The environment and the global options."""

    environment: Mapping[str, str]
    changes: tuple[str, ...] = ()
    learner: str = ""

    @property
    def paths(self) -> Paths:
        return find_paths(self.environment)

    def loaded(self) -> Loaded:
        """Settings with where each came from; raises SettingsError."""
        named = (*self.changes, f"learner={self.learner}") if self.learner else self.changes
        return load(self.paths.config_file, self.environment, named)

    def settings(self) -> Settings:
        """Settings in force; raises SettingsError."""
        return self.loaded().settings


def start_of(context: click.Context) -> Start:
    """The start that the root command made."""
    found = context.find_object(Start)
    return found if found is not None else Start(os.environ)


def global_options(function: Callable[P, R]) -> Callable[P, R]:
    """--learner and --set."""
    for option in (
        click.option("--set", "changes", multiple=True, metavar="NAME=VALUE", help="A setting for this run."),
        click.option("--learner", default="", metavar="NAME", help="Whose progress is meant."),
    ):
        function = option(function)
    return function


def with_start(function: Callable[Concatenate[Start, P], R]) -> Callable[P, R]:
    """Give the command its Start as first argument, and let it take the global options as well."""

    @global_options
    @click.pass_context
    @functools.wraps(function)
    def wrapped(context: click.Context, /, *args: P.args, **kwargs: P.kwargs) -> R:
        changes, learner = kwargs.pop("changes"), kwargs.pop("learner")
        assert isinstance(changes, tuple) and isinstance(learner, str)
        before = start_of(context)
        start = replace(before, changes=(*before.changes, *changes), learner=learner or before.learner)
        return function(start, *args, **kwargs)

    return wrapped
