"""docs/data.md names every table, and every column of the log."""

from __future__ import annotations

from pathlib import Path

import pytest
from shelf import store

from quizapp.core.event import ActionKind
from quizapp.store import Store

__all__ = ["store"]

DOCS = (Path(__file__).parents[2] / "docs" / "data.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    return DOCS.split(f"### {title}\n")[1].split("\n### ")[0]


def test_every_table_is_explained(store: Store) -> None:
    rows = store.connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    assert rows
    assert [name for (name,) in rows if f"`{name}`" not in DOCS] == []


@pytest.mark.parametrize("table", ["review", "action"])
def test_every_column_of_the_log_is_explained(store: Store, table: str) -> None:
    rows = store.connection.rows("SELECT name FROM pragma_table_xinfo(?)", (table,))
    assert rows
    assert [name for (name,) in rows if f"`{name}`" not in section(table)] == []


def test_every_kind_of_action_is_explained() -> None:
    assert [kind for kind in ActionKind if f"`{kind}`" not in section("action")] == []
