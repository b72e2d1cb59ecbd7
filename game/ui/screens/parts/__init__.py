"""Pieces that several screens share: from the pages' dataclasses to the widgets' own."""
