"""From a file of any kind to an Article, and to its sentences."""
