"""How questions come of lines, one package for each kind of question."""
