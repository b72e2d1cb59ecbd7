"""The window: what a player sees and presses. The only part of the game that imports pygame."""
