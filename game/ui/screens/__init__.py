"""The game's screens, one a file: each builds a tree from a view and hands in moves."""
