"""Sentences with a term left out."""
