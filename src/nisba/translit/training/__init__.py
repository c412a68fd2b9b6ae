"""Training of the transliteration stage: its sources, and what is kept aside."""
