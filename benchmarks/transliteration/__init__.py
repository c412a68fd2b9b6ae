"""How well and how fast nisba vocalises, arabizes and spells names."""
