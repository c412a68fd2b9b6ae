"""Facts about the grid: what is kept of a name changes the time, and nothing that is seen."""

import numpy as np

from nisba.match.desk import Both, Desk, desk, sight
from nisba.match.evidence import Weigher
from nisba.match.prepare import Ear
from nisba.match.seeing import look
from nisba.sounds.model import load_model

NAMES = (
    "Mustafa al-Kadhimi",
    "Moustafa Kazemi",
    "مصطفى الكاظمي",
    "Abdul Rahman al-Kazemi",
    "Abdurrahman Abdullah",
    "Abu Abdallah Mustafa",
    "M. Kadhimi",
    "Ali Reza",
    "Alireza",
)


def _seen(room: Desk | None) -> list[tuple[int, list[float], list[list[int]]]]:
    """What is seen between each two names, on this desk or a new one each time."""
    model = load_model()
    ear, weigher = Ear(model), Weigher(model)
    names = weigher.store.names([ear.prepare(name) for name in NAMES])
    balance, forms = weigher.balance(), len(model.lexicon.entries)
    found = []
    for a in range(len(NAMES)):
        for b in range(len(NAMES)):
            between = sight()
            links = look(balance, Both(names, a, names, b), between, room or desk(forms))
            found.append((links, between.seen.tolist(), between.spans[:links].tolist()))
    return found


def test_a_desk_may_be_used_again() -> None:
    """Names that were held beside others leave nothing behind, not even where all parts of other
    names have one place to be remembered at."""
    room = desk(len(load_model().lexicon.entries))
    narrow = room._replace(keys=np.zeros(1, np.int64), said=room.said[:1])
    fresh = _seen(None)
    assert any(links > 1 for links, _, _ in fresh)
    assert _seen(room) == fresh
    assert _seen(narrow) == fresh


def test_the_order_of_two_names_changes_no_quantity() -> None:
    """The grid is turned with the names."""
    seen = [quantities for _, quantities, _ in _seen(None)]
    size = len(NAMES)
    assert all(seen[a * size + b] == seen[b * size + a] for a in range(size) for b in range(size))
