"""The transliteration stage: romanize, vocalise, arabize, likely spellings, scheme to scheme."""
