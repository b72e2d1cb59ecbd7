"""Drawing: tokens, words, papers, seals, faces and the sea map become pygame surfaces here.

Nothing below this package knows a screen, a widget or a rule of the game; it is given words, sizes and a theme.
"""
