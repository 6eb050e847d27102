"""How a learner rated lately: new cards, and cards that were recalled in review."""

from __future__ import annotations

from collections import Counter

from quizapp.core.answer import Rating
from quizapp.core.event import DeviceId, LearnerId
from quizapp.core.memory import Phase
from quizapp.store.connection import Connection

LATELY = 2000
"""Over how many of the newest answers on each device."""

_NEWEST = f"""SELECT r.phase AS phase, ifnull(s.rating, r.rating) AS rating
    FROM review AS r LEFT JOIN standing AS s ON s.review = r.id
    WHERE r.learner = ? AND r.device = ? AND r.kind = 'scheduled' AND ifnull(s.live, 1) = 1
    ORDER BY r.logical_ms DESC LIMIT {LATELY}"""


def lately(db: Connection, learner: LearnerId) -> Counter[tuple[Phase, Rating]]:
    """How many of the newest scheduled answers that stand were given in a phase and have a rating."""
    found = Counter[tuple[Phase, Rating]]()
    for (device,) in db.rows("SELECT id FROM device"):
        found += _of_device(db, learner, DeviceId(device))
    return found


def _of_device(db: Connection, learner: LearnerId, device: DeviceId) -> Counter[tuple[Phase, Rating]]:
    rows = db.rows(
        f"SELECT phase, rating, count(*) FROM ({_NEWEST}) GROUP BY phase, rating", (learner, device)
    )
    return Counter({(Phase(phase), Rating(rating)): n for phase, rating, n in rows})
