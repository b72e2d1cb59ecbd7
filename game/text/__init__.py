"""The campaign in a terminal, line by line: for a screen reader, a pipe, or a machine without a window.

lines.py is a page as lines; pages/ turn the play's pages into lines; voice.py speaks and listens; asking.py is a question;
seat.py a player's seat with its standing words; campaign.py the loop; reply, compose and handover its longer questions;
story.py a campaign that plays itself. Nothing here knows a rule.
"""
