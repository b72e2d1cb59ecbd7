"""What is printed and given out before a play: the trainees' briefing sheet, and the instructor's notes as a page.

A sheet knows what the seat may know on the first morning, and nothing else; the notes know whatever their author wrote in them.
"""

from .page import notes_page, sheet

__all__ = ["notes_page", "sheet"]
