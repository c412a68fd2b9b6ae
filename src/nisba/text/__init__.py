"""The text stage: scripts, cleaning and named foldings."""
