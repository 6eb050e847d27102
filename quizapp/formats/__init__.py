"""Text or bytes to a Deck and back, one module a format."""
