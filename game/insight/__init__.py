"""What comes of plays: one play unsealed (debrief, explain, charts, report), and many played by automatic players (simulate, playtest, bench).

Reads plays and scenarios; no screen, no input.  The modules are asked for one by one: matplotlib and Jinja2 are heavy and come late.
"""
