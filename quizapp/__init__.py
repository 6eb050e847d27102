"""Study question decks in the terminal, graded and scheduled with spaced repetition."""

__version__ = "0.1.0"
