"""One play: the desk's draft, the journal, the session that folds it, and the pages a screen shows.

Knows the rules and the authored texts; knows no window, no terminal and no YAML.
"""
