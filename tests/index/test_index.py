"""Facts about finding candidates: common parts neither starve nor flood."""

import pytest

from nisba.gazetteer import Gazetteer
from nisba.index.catalogue import text_of
from nisba.index.finding import Finder
from nisba.index.index import build
from nisba.index.keys import FORM, grain_of
from nisba.match.columns import Parts, Store
from nisba.match.prepare import Ear
from nisba.sounds.letters import LATIN
from nisba.sounds.model import load_model

CROWD = [
    (f"m{i}", f"Muhammad {name}")
    for i, name in enumerate(
        ("Ali", "Hasan", "Salih", "Karim", "Nasir", "Jabir", "Rashid", "Tahir") * 40
    )
]


def found(query: str, *names: tuple[str, str], limit: int = 10) -> list[str]:
    """Texts of the candidates of a query, best first."""
    model = load_model()
    ear = Ear(model)
    index = build(Gazetteer.from_names(names), ear)
    nearest = Finder(index, model).nearest(ear.prepare(query), limit)
    return [text_of(index.texts, number) for number, _ in nearest]


def test_a_common_part_leads_to_its_names() -> None:
    """A query of common parts alone still has candidates: no rule leaves them out."""
    assert found("Mohamed Aly", *CROWD)[0] == "Muhammad Ali"


def test_a_rare_part_comes_before_a_crowd() -> None:
    """Among three hundred Muhammads the one Qadhdhafi comes first."""
    assert found("Mohamed Kadhafi", *CROWD, ("q", "Muhammad Qadhdhafi"))[0] == (
        "Muhammad Qadhdhafi"
    )


def test_the_other_script_is_found() -> None:
    """A Latin query finds an Arabic name."""
    assert found("Moustafa Kazemi", *CROWD, ("k", "مصطفى الكاظمي"))[0] == ("مصطفى الكاظمي")


def test_no_more_than_asked_for() -> None:
    """The limit holds where hundreds share a part."""
    assert len(found("Muhammad", *CROWD, limit=7)) == 7


def test_nothing_is_found_for_nothing() -> None:
    """A query without a name, and a list without names, give no candidates."""
    assert found("…", *CROWD) == []
    assert found("Muhammad") == []


def test_what_the_index_has_for_its_own_parts_is_kept() -> None:
    """Parts beside those of the index are forgotten, and what was found for its own stays."""
    model = load_model()
    ear = Ear(model)
    finder = Finder(build(Gazetteer.from_names([*CROWD, ("k", "Mustafa al-Kadhimi")]), ear), model)
    own = finder.index.store.count
    asked = ("Mustafa Zubaydi", "Karim Kadhimi", "Mohamed Kazemi")
    first = [finder.nearest(ear.prepare(name), 5) for name in asked]
    looked_for = finder.found.at[:own] >= 0
    assert looked_for.any()
    assert finder.index.store.count > own
    finder.forget_all()
    assert finder.index.store.count == own
    assert (finder.found.at[own:] < 0).all()
    assert ((finder.found.at[:own] >= 0) == looked_for).all()
    assert [finder.nearest(ear.prepare(name), 5) for name in reversed(asked)] == first[::-1]


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Malekouti Pour", "Malakoutipour"),
        ("Malakoutipour", "Malekouti Pour"),
        ("Hassan Malekouti Pour", "Hassan Malakoutipour"),
        ("Hassan Malakoutipour", "Hassan Malekouti Pour"),
    ],
)
def test_what_is_written_apart_meets_what_is_written_as_one(asked: str, listed: str) -> None:
    """Malekouti Pour and Malakoutipour find each other, whichever is asked, before any other."""
    others = [(f"h{i}", f"Hassan {name}") for i, name in enumerate(("Ali", "Pourya"))]
    assert found(asked, *CROWD, *others, ("m", listed))[0] == listed


def test_forms_are_filed_with_their_chance() -> None:
    """Beside a part that is filed under a form stands how likely it renders that form."""
    model = load_model()
    index = build(Gazetteer.from_names([("k", "Mustafa al-Kadhimi"), *CROWD]), Ear(model))
    filed, parts = index.filed, index.store.parts
    told: dict[int, float] = {}
    for row, key in enumerate(filed.keys.tolist()):
        for at in range(filed.part_at[row], filed.part_at[row + 1]):
            assert (filed.chance_of[at] > 0.0) == (grain_of(key) == FORM)
            number = int(filed.parts_of[at])
            told[number] = told.get(number, 0.0) + float(filed.chance_of[at])
    whole = 1.0 / ((1.0 - model.foreign.share) * model.prior.lexicon)
    assert all(0.0 < told[number] <= whole for number in told)
    (mustafa,) = (n for n in told if word(parts, n) == "mustafa")
    assert told[mustafa] > 0.9 * whole


def word(parts: Parts, row: int) -> str:
    """The letters of a part in Latin script."""
    return "".join(LATIN[c] for c in parts.letters[parts.letter_at[row] : parts.letter_at[row + 1]])


def test_a_closed_store_knows_its_contents(monkeypatch: pytest.MonkeyPatch) -> None:
    """The contents are let go; one that comes again has its row, and is not heard again."""
    store, ear = Store(), Ear(load_model())
    contents = ear.prepare("Kadhimi al-Kadhimi Kazimi").contents
    assert store.rows(contents, ear) == [0, 1, 2]
    store.close()
    with monkeypatch.context() as deaf:
        deaf.setattr(Ear, "hear", None)
        assert store.rows(contents, ear) == [0, 1, 2]
    assert store.rows([*contents[1:], *ear.prepare("Karimi").contents], ear) == [1, 2, 3]
    assert word(store.parts, 0) == "kadhimi"
