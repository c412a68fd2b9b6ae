"""SKOS as JSON-LD: each identity a concept, its names as labels, for thesauri and linked data.

The language of a name is not known, its script is: labels are tagged `und-Arab`, `und-Latn`. A
misspelling is a hidden label, as SKOS means it. Proposed names stay out.
"""

import json
from collections.abc import Iterable
from typing import Any, TextIO

from nisba.gazetteer.types import Identity
from nisba.text.scripts import dominant_script

_CONTEXT: dict[str, Any] = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prefLabel": "skos:prefLabel",
    "altLabel": "skos:altLabel",
    "hiddenLabel": "skos:hiddenLabel",
    "notation": "skos:notation",
    "inScheme": {"@id": "skos:inScheme", "@type": "@id"},
    "differentFrom": {"@id": "owl:differentFrom", "@type": "@id"},
    "source": "dcterms:source",
    "type": "dcterms:type",
}


def write_skos(identities: Iterable[Identity], file: TextIO, base: str | None = None) -> None:
    """Write a concept scheme and its concepts, one a line.

    Their IRIs are the ids, relative to `base`, or else to wherever the document stands. Namesakes
    are `owl:differentFrom` one another.
    """
    context = {"@base": base, **_CONTEXT} if base else _CONTEXT
    scheme = {"@id": "scheme", "@type": "skos:ConceptScheme"}
    file.write('{"@context": ' + _json(context) + ',\n"@graph": [\n' + _json(scheme))
    for identity in identities:
        file.write(",\n" + _json(_concept(identity)))
    file.write("\n]}\n")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _concept(identity: Identity) -> dict[str, Any]:
    label = _label(identity.label, str(dominant_script(identity.label)))
    accepted = [name for name in identity.names if name.status == "accepted"]
    # SKOS wants its three kinds of labels to have nothing in common.
    other = [n for n in accepted if _label(n.text, n.script) != label]
    concept: dict[str, Any] = {
        "@id": identity.id,
        "@type": "skos:Concept",
        "inScheme": "scheme",
        "notation": identity.id,
        "type": str(identity.type),
        "prefLabel": label,
        "altLabel": [_label(n.text, n.script) for n in other if n.kind != "misspelling"],
        "hiddenLabel": [_label(n.text, n.script) for n in other if n.kind == "misspelling"],
        "differentFrom": list(identity.namesakes),
        "source": sorted({name.source for name in accepted if name.source}),
    }
    return {key: value for key, value in concept.items() if value}


def _label(text: str, script: str) -> dict[str, str]:
    return {"@value": text, "@language": f"und-{script}"}
