"""Training of the transliteration stage: what its tables are counted from, and what is kept aside."""
