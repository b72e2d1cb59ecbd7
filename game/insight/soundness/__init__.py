"""The model asked about itself: are its beliefs good beliefs, can its numbers be recovered, what changes when they do.

`validate` prints `properties` (calibration, identifiability), with --sensitivity `sensitivity`; `firmness` is what a debrief says of that.
Thousands of plays each, so a caller asks for a module by its own name.
"""
