"""Damage that YAML does in silence: text that it drops, splits or changes without calling it an error."""

from __future__ import annotations

from quizapp.formats.native_nodes import Node
from quizapp.formats.native_source import Report


def check_damage(node: Node, report: Report) -> None:
    """Warns of each text under the node that is probably not what its author wrote."""
