"""All members of a whole."""
