"""The world's laws.  Knows numpy and itself; no screen, file, clock, YAML or environment (phases.py alone imports transitions)."""
