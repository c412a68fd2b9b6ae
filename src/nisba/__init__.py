"""nisba resolves the many spellings of an Arabic name to one identity."""
