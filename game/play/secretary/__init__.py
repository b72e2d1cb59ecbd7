"""The private secretary lays out the pages: one file a screen, each a function of the seat.

Reads what the minister may know and the authored texts; decides nothing and changes nothing.
"""
