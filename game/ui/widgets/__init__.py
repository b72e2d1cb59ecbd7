"""Widgets: plain functions from values to nodes. They hold no state, draw nothing and know no rule of the game."""
