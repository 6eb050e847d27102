"""The command line: one module a command, and the place where the parts are put together."""
