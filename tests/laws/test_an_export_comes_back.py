"""Law: the import of an export has the names of what was exported, and twice is as once.

Licensed: a kind that a format does not know comes back as `name`; FollowTheMoney has no order of
names, so they are compared as sets, no entity without a name that is accepted, and no date
before the year 1000.
"""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from laws.strategies import names
from nisba.exchange import (
    Found,
    NameColumns,
    Source,
    export_file,
    import_entries,
    read_ftm,
    read_table,
)
from nisba.gazetteer import Gazetteer, Identity, IdentityType, NameRecord, check
from nisba.text.clean import clean
from nisba.text.scripts import dominant_script

COLUMNS = NameColumns(
    label="label",
    birth_year="birth_year",
    country="countries",
    gender="gender",
    type_column="type",
    kind_column="kind",
    status_column="status",
)
SOURCE = Source("test", "Test", "CC0-1.0")
KINDS = ("name", "kunya", "former", "misspelling")


@st.composite
def gazetteers(draw: st.DrawFn) -> list[Identity]:
    """A few people, each with some names; one name may belong to several of them."""
    listed = st.lists(names().map(clean), min_size=1, max_size=4, unique=True)
    made = []
    for number in range(draw(st.integers(1, 4))):
        records = tuple(
            NameRecord(
                text,
                dominant_script(text),
                draw(st.sampled_from(KINDS)),
                "general",
                draw(st.sampled_from(("accepted", "proposed"))),
            )
            for text in draw(listed)
        )
        year = draw(st.none() | st.integers(600, 2020))
        countries = draw(st.sampled_from(((), ("IQ",), ("EG", "IQ"))))
        person = IdentityType.PERSON
        made.append(
            Identity(f"n{number}", person, records[0].text, records, "male", year, None, countries)
        )
    return made


def read(format: str, path: Path) -> list[Found]:
    """Read a file as the import does."""
    return list(read_ftm(path) if format == "ftm" else read_table(path, COLUMNS))


def by_foreign_id(folder: Path) -> dict[str, Identity]:
    """Return the identities of a folder by the ids that they were exported with."""
    gazetteer = Gazetteer.load(folder)
    rows = (folder / "imports.tsv").read_text(encoding="utf-8").splitlines()[1:]
    found = {row.split("\t")[1]: gazetteer.get(row.split("\t")[2]) for row in rows}
    return {foreign: identity for foreign, identity in found.items() if identity is not None}


@settings(max_examples=25)  # each writes two folders of files
@given(gazetteers(), st.sampled_from(("ftm", "csv")))
def test_an_export_comes_back(identities: list[Identity], format: str) -> None:
    """Ids, names, their states and the facts are those that went out; once more changes nothing."""
    with TemporaryDirectory() as place:
        path, folder = Path(place, "out.x"), Path(place, "back")
        export_file(format, identities, path)
        if format == "ftm":
            identities = [i for i in identities if any(n.status == "accepted" for n in i.names)]
        assume(identities)
        imported = import_entries(read(format, path), folder, SOURCE)
        assert (imported.added, imported.rejected, imported.names_left_out) == (
            len(identities),
            0,
            0,
        )
        back = by_foreign_id(folder)
        assert back.keys() == {identity.id for identity in identities}
        for identity in identities:
            again = back[identity.id]
            states = {(name.text, name.script, name.status) for name in identity.names}
            assert {(name.text, name.script, name.status) for name in again.names} == states
            if format == "ftm" and identity.birth_year is not None and identity.birth_year < 1000:
                identity = replace(identity, birth_year=None)
            assert again.facts == identity.facts
        assert all(finding.code == "shared-name" for finding in check(folder))
        before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
        assert import_entries(read(format, path), folder, SOURCE).known == len(identities)
        assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before
