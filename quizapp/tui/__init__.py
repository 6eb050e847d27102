"""The quiz on a Textual screen."""
