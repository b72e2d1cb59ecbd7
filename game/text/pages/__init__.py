"""Each page of game.play.pages as lines: pure functions, one file for each file there. They print nothing and ask nothing."""
