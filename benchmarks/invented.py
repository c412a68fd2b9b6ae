"""Invented but lifelike names: forms drawn by their bearers, spelled as the channel spells them.

Seeded, so that every run measures the same names.
"""

import random
from collections.abc import Iterator

from nisba.sounds.model import SoundModel, load_model
from nisba.sounds.units import Form

_PARTS = (2, 2, 2, 3, 3, 4)


def people(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """(name, the same name spelled again) of `count` people."""
    chance = random.Random(seed)
    model = load_model()
    entries = [e for e in model.lexicon.entries if e.origin != "derived"]
    weights = [e.bearers for e in entries]
    for _ in range(count):
        size = chance.choice(_PARTS)
        forms = [e.form for e in chance.choices(entries, weights, k=size)]
        yield _written(model, forms, chance), _written(model, forms, chance)


def _written(model: SoundModel, forms: list[Form], chance: random.Random) -> str:
    return " ".join(_spelled(model, form, chance).capitalize() for form in forms)


def _spelled(model: SoundModel, form: Form, chance: random.Random) -> str:
    """One spelling of a form, drawn from the channel."""
    rows = model.latin.table[model.latin.rows(form)]
    return "".join(chance.choices(model.latin.chunks, row.tolist())[0] for row in rows) or "x"
