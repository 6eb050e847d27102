"""Suggestions of a language model, held to the article."""
