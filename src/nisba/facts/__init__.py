"""The facts stage: what is known of a bearer beside the name: birth year, country, gender.

It stands before the names, knows nothing of them, and reads what people write into such fields.
`nisba.match.facts` weighs what it gives.
"""

from nisba.facts.columns import FactColumns
from nisba.facts.reading import facts_of, read_facts
from nisba.facts.types import Facts, Gender, Unreadable, Years

__all__ = ["FactColumns", "Facts", "Gender", "Unreadable", "Years", "facts_of", "read_facts"]
