"""The progress file: one SQLite database, several learners in it."""
