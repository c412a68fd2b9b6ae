"""Records have one layout: writing it twice changes nothing, and reading it gives the same."""

from dataclasses import replace
from pathlib import Path

import pytest

from gazetteer.folders import IRAQ, KADHIMI, SADR, write
from nisba._data import curated
from nisba.gazetteer import Identity, IdentityType, NameRecord, Office, canonical, check, formatted
from nisba.gazetteer.records import read_record
from nisba.text.scripts import Script

FULL = Identity(
    id="full",
    type=IdentityType.PERSON,
    label="Full: a 'record' # with \\ and \"all\"",
    names=(
        NameRecord("أبو بكر الرازي", Script.ARABIC, "kunya", "general"),
        NameRecord("'Abd al-Rahman", Script.LATIN, "name", "general", "proposed"),
        NameRecord("- no: #1 *&!", Script.LATIN, "misspelling", "general"),
    ),
    gender="female",
    birth_year=865,
    death_year=925,
    countries=("IR", "IQ"),
    offices=(Office("Vizier", "", ""), Office("Head", "900", ""), Office("Qadi", "", "910")),
    namesakes=("other", "third"),
)


def reread(folder: Path, identity: Identity) -> Identity | None:
    """Return what reading the canonical text of an identity gives."""
    return read_record(write(folder / f"{identity.id}.yaml", canonical(identity))).identity


def test_reading_what_was_written_gives_the_same(tmp_path: Path) -> None:
    """An identity with every key, and values that need quotes, survives the file."""
    assert reread(tmp_path, FULL) == FULL


VALUES = (
    ["no", "010", "~", "a: b", "a #b", "a:", "#a", "- a", "-", "'a", '"a"', "a\\b", "@a", "`a"],
    ["%a", "[a]", "{a}", "a, b", "*a", "&a", "!a", "|", ">", "? a", "=", "<<", "...", "---"],
    ["ʿAbd", "؟", "a'b", 'a"b', "a: 'b' \"c\" \\", "\U0001eef1", "a-b", "--- a", "null"],
)


@pytest.mark.parametrize("value", [value for row in VALUES for value in row])
def test_any_value_survives_the_file(tmp_path: Path, value: str) -> None:
    """Signs of YAML are written so that they come back as text."""
    identity = replace(FULL, label=value)
    assert reread(tmp_path, identity) == identity


@pytest.mark.parametrize("value", ["", " a", "a  b", "a\nb", "a\tb", "a\u200eb", "a\u2028b"])
def test_a_value_that_no_line_can_hold_is_not_written(value: str) -> None:
    """The writer refuses what the reader would refuse."""
    with pytest.raises(ValueError, match="no record can hold"):
        canonical(replace(FULL, label=value))


@pytest.mark.parametrize("record", [KADHIMI, SADR, IRAQ])
def test_the_canonical_layout_is_this(tmp_path: Path, record: str) -> None:
    """Records in the layout of the README are written as they stand."""
    ident = record.splitlines()[0].removeprefix("id: ")
    assert formatted(write(tmp_path / f"{ident}.yaml", record)) == record


def test_formatting_twice_changes_nothing(tmp_path: Path) -> None:
    """Another layout of the same record becomes canonical at once, comments in their places."""
    untidy = (
        '# first\n---\nid:   sadr\n\ntype: "person"\n# above\n# the label\nlabel: Muqtada al-Sadr\n'
        "names:\n# of a name\n- text: Muqtada al-Sadr\n  script: Latn   \n  kind: name\n"
        "  # of the source\n  source: general\n  status: accepted\n# last\n"
    )
    path = write(tmp_path / "sadr.yaml", untidy)
    written = formatted(path)
    assert written == (
        "# first\nid: sadr\ntype: person\n# above\n# the label\nlabel: Muqtada al-Sadr\n"
        "names:\n  # of a name\n  - text: Muqtada al-Sadr\n    script: Latn\n    kind: name\n"
        "    # of the source\n    source: general\n# last\n"
    )
    assert formatted(write(path, written)) == written


def test_formatting_mends_what_needs_no_person(tmp_path: Path) -> None:
    """Byte-order mark, CRLF, key order, tatweel and the missing last newline are put right."""
    untidy = KADHIMI.replace("type: person\n", "").replace("gender", "type: person\ngender")
    untidy = "\ufeff" + untidy.replace("مصطفى", "مصطـفى").replace("\n", "\r\n").rstrip()
    path = write(tmp_path / "kadhimi.yaml", untidy)
    codes = {finding.code for finding in read_record(path).findings}
    assert codes == {"bom", "line-end", "key-order", "tatweel", "last-line"}
    assert formatted(path) == KADHIMI


def test_formatting_leaves_faults_to_people(tmp_path: Path) -> None:
    """A record with an error that only a person can mend is not written."""
    assert formatted(write(tmp_path / "sadr.yaml", SADR.replace("person", "man"))) is None
    moved = "label: Muqtada al-Sadr\n# of what?\ntype: person\n"
    reordered = SADR.replace("type: person\nlabel: Muqtada al-Sadr\n", moved)
    assert formatted(write(tmp_path / "sadr.yaml", reordered)) is None


def test_another_layout_is_a_warning_at_its_line(tmp_path: Path) -> None:
    """`check` names the first line that formatting would change."""
    write(tmp_path / "sources.tsv", "key\ttitle\tkind\tlicence\tnote\ngeneral\tG\tk\tl\t\n")
    write(tmp_path / "people" / "sadr.yaml", SADR.replace("names:\n", "names:\n\n"))
    assert [(f.code, f.line) for f in check(tmp_path)] == [("layout", 5)]


def test_every_curated_record_is_canonical() -> None:
    """Each file of the project's own gazetteer is what formatting would write."""
    paths = [p for f in ("people", "organisations", "places") for p in curated(f).glob("*.yaml")]
    changed = [p.name for p in paths if formatted(p) != p.read_text(encoding="utf-8")]
    assert changed == []
