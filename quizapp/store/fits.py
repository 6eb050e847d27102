"""The parameters that were fitted to a learner's log, kept at hand as long as nothing is written."""

from __future__ import annotations

from quizapp.core.event import ActionKind, LearnerId
from quizapp.core.replay import fitted_parameters
from quizapp.store import log
from quizapp.store.connection import Connection

Parameters = tuple[float, ...]


class Fits:
    """Reads them from the log, again only after this or another program has written to the file."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._as_of = (-1, -1)
        self._known: dict[LearnerId, Parameters | None] = {}

    def parameters(self, learner: LearnerId) -> Parameters | None:
        """Those of the latest fit that stands; None without one."""
        if self._db.raw.in_transaction:
            # What is read in a transaction may be rolled back.
            return self._read(learner)
        as_of = (self._db.version(), self._db.raw.total_changes)
        if as_of != self._as_of:
            self._as_of, self._known = as_of, {}
        if learner not in self._known:
            self._known[learner] = self._read(learner)
        return self._known[learner]

    def _read(self, learner: LearnerId) -> Parameters | None:
        fits = log.actions_of_kind(self._db, learner, ActionKind.FIT)
        return fitted_parameters(fits, log.configs(self._db)) if fits else None
