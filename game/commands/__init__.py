"""One module a verb of the command line, each with `run(options) -> exit code`. They import the rest of the game late."""
