"""The app's own colours, dark and light; contrast first."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="quizapp-dark",
    primary="#7aa2f7",
    secondary="#9ece6a",
    accent="#e0af68",
    warning="#e0af68",
    error="#f7768e",
    success="#9ece6a",
    foreground="#c8d0e8",
    background="#16161e",
    surface="#1b1c27",
    panel="#24263a",
    dark=True,
    variables={"footer-key-foreground": "#e0af68", "row-cursor": "on #2a2d45"},
)
LIGHT = Theme(
    name="quizapp-light",
    primary="#2e5cc5",
    secondary="#2f6f3e",
    accent="#8f5e15",
    warning="#8f5e15",
    error="#b3263d",
    success="#2f6f3e",
    foreground="#20222e",
    background="#fbfbf8",
    surface="#f2f2ee",
    panel="#e4e5e8",
    dark=False,
    variables={"footer-key-foreground": "#8f5e15", "row-cursor": "on #dfe5f5"},
)
OWN = (DARK, LIGHT)
