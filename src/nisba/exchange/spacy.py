"""A pair of files for a knowledge base of spaCy: its entities, and its aliases with probabilities.

spaCy itself is not needed here. The pair is loaded by its own calls, `vector_of` being the
caller's way from a description to a vector, often the vector of a pipeline's document:

    import srsly
    from spacy.kb import InMemoryLookupKB

    kb = InMemoryLookupKB(vocab=nlp.vocab, entity_vector_length=nlp.vocab.vectors_length)
    for row in srsly.read_jsonl("kb.entities.jsonl"):
        kb.add_entity(entity=row["entity"], freq=row["freq"],
                      entity_vector=vector_of(row["description"]))
    for row in srsly.read_jsonl("kb.aliases.jsonl"):
        kb.add_alias(alias=row["alias"], entities=row["entities"],
                     probabilities=row["probabilities"])
"""

import json
import math
from collections.abc import Iterable
from typing import TextIO

from nisba.facts.countries import label_of
from nisba.gazetteer.types import Identity

#: spaCy refuses probabilities of one alias that add up to more than 1, so shares round down.
_PLACES = 1_000_000


def write_spacy(identities: Iterable[Identity], entities: TextIO, aliases: TextIO) -> None:
    """Write the entities, and every accepted name as an alias of those who bear it.

    Namesakes share an alias evenly: the gazetteer does not know who is spoken of more often. The
    frequency of each entity is 1 for the same reason; give your own counts to `add_entity`.
    """
    bearers: dict[str, dict[str, None]] = {}
    for identity in identities:
        row = {"entity": identity.id, "freq": 1, "description": _description(identity)}
        entities.write(json.dumps(row, ensure_ascii=False) + "\n")
        for name in identity.names:
            if name.status == "accepted":
                bearers.setdefault(name.text, {})[identity.id] = None
    for alias in sorted(bearers):
        ids = sorted(bearers[alias])
        share = math.floor(_PLACES / len(ids)) / _PLACES
        line = {"alias": alias, "entities": ids, "probabilities": [share] * len(ids)}
        aliases.write(json.dumps(line, ensure_ascii=False) + "\n")


def _description(identity: Identity) -> str:
    """Say who it is in a few words, for a vector: label, offices, countries, or the type."""
    told = [office.title for office in identity.offices]
    told += [label_of(code) for code in identity.countries]
    return ", ".join([identity.label, *(told or [str(identity.type)])])
