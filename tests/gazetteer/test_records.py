"""Each fault of a record is reported with its line, its value and what to do."""

from pathlib import Path

import pytest

from gazetteer.folders import KADHIMI, SADR, sound, write
from nisba.gazetteer import Finding, Severity, check, formatted
from nisba.gazetteer.records import is_id, read_record


def faults_of(folder: Path, record: str | bytes) -> list[Finding]:
    """Return the findings of a sound gazetteer whose record of Kadhimi is this one."""
    write(sound(folder) / "people" / "kadhimi.yaml", record)
    return check(folder)


# Each row: the fact, a text of the sound record, what spoils it, the code and line to expect.
SPOILT = [
    ("a tab in a value", "label: Mustafa al", "label: Mustafa\tal", "tab", 3),
    ("a tab as indentation", "  - IQ", "\t- IQ", "tab", 7),
    ("a repeated key", "gender: male", "gender: male\ngender: male", "duplicate-key", 5),
    ("an anchor", "type: person", "type: &p person", "anchor", 2),
    ("an alias", "gender: male", "gender: *p", "alias", 4),
    ("a tag", "gender: male", "gender: !!str male", "tag", 4),
    ("a flow list", "countries:\n  - IQ", "countries: [IQ]", "flow", 6),
    ("a block scalar", "label: Mustafa al-Kadhimi", "label: |\n  Mustafa", "multi-line", 3),
    ("a value on two lines", "label: Mustafa", "label: Mustafa\n  al", "multi-line", 3),
    ("single quotes", "label: Mustafa al-Kadhimi", "label: 'Mustafa'", "single-quotes", 3),
    ("an escape", "label: Mustafa al-Kadhimi", 'label: "a\\u200eb"', "escape", 3),
    ("a comment behind a value", "gender: male", "gender: male # sure", "comment", 4),
    ("a comment behind a key", "names:", "names: # all", "comment", 12),
    ("a second document", "names:", "---\nnames:", "documents", 12),
    ("an unknown key", "gender: male", "sex: male", "unknown-key", 4),
    (
        "an unknown key of a name",
        "    source: news",
        "    source: news\n    x: y",
        "unknown-key",
        21,
    ),
    ("a type that is none", "type: person", "type: man", "type", 2),
    ("a gender that is none", "gender: male", "gender: no", "gender", 4),
    ("a script that is none", "script: Latn", "script: Latin", "script", 18),
    (
        "a kind that is none",
        "kind: name\n    source: news",
        "kind: alias\n    source: news",
        "kind",
        19,
    ),
    ("a status that is none", "source: news", "source: news\n    status: maybe", "status", 21),
    ("an empty value", "gender: male", "gender:", "empty", 4),
    ("an empty list", "countries:\n  - IQ", "countries:", "empty", 6),
    ("a quoted space", "label: Mustafa al-Kadhimi", 'label: " "', "empty", 3),
    ("two spaces in a name", "text: Mustafa al", "text: Mustafa  al", "spaces", 17),
    ("a value where a list stands", "countries:\n  - IQ", "countries: IQ", "shape", 6),
    ("a list where a value stands", "gender: male", "gender:\n  - male", "shape", 5),
    ("a plain text as a name", "names:\n", "names:\n  - Kadhimi\n", "shape", 13),
    ("two Arabic runs on a line", "text: مصطفى الكاظمي", "text: مصطفى / الكاظمي", "two-runs", 13),
    ("a name not in NFC", "label: Mustafa", "label: Mustafa\u0301", "not-nfc", 3),
    ("a direction mark", "text: مصطفى", "text: \u200fمصطفى", "invisible", 13),
    ("a zero-width joiner", "text: Mustafa", "text: Mus\u200dtafa", "invisible", 17),
    ("a non-joiner beside a space", "text: مصطفى", "text: مصطفى\u200c", "invisible", 13),
    ("a lost letter", "text: Mustafa", "text: Mus\ufffdafa", "lost-letter", 17),
    ("a no-break space", "text: Mustafa al", "text: Mustafa\u00a0al", "space", 17),
    ("a control character", "text: Mustafa", "text: Mus\x1btafa", "control", 17),
    ("a presentation form", "text: مصطفى", "text: \ufee3صطفى", "presentation-form", 13),
    ("a tatweel", "text: مصطفى", "text: مصطـفى", "tatweel", 13),
    ("Arabic letters declared Latin", "script: Arab", "script: Latn", "script", 13),
    ("a name in two scripts", "text: Mustafa", "text: Muстafa", "script", 17),
    ("a name without letters", "text: Mustafa al-Kadhimi", 'text: "142"', "script", 17),
    ("an id that is not the file name", "id: kadhimi", "id: kazimi", "id", 1),
    ("an id with a slash", "id: kadhimi", "id: people/kadhimi", "id", 1),
    ("an id with dots", "id: kadhimi", "id: ../kadhimi", "id", 1),
    ("an id in capitals", "id: kadhimi", "id: Kadhimi", "id", 1),
    ("a year of two digits", "birth_year: 1967", "birth_year: 67", "birth-year", 5),
    ("a year with a leading zero", "birth_year: 1967", "birth_year: 010", "birth-year", 5),
    ("a date for a year", "birth_year: 1967", "birth_year: 1967-07-05", "birth-year", 5),
    ("a year in Arabic digits", "birth_year: 1967", "birth_year: ١٩٦٧", "birth-year", 5),
    ("a death before the birth", "countries:", "death_year: 1900\ncountries:", "years", 6),
    ("an office that ends early", "end: 2022", "end: 2019", "years", 11),
    ("a country of three letters", "  - IQ", "  - IRQ", "countries", 7),
    ("a country in small letters", "  - IQ", "  - iq", "countries", 7),
    ("a country given twice", "  - IQ", "  - IQ\n  - IQ", "repeated", 8),
    ("an unknown source", "source: news", "source: gossip", "source", 20),
    ("a record in the wrong folder", "type: person", "type: place", "person-only", 4),
    ("a namesake that is nobody", "names:", "namesakes:\n  - nobody\nnames:", "namesake", 13),
    ("a namesake that is itself", "names:", "namesakes:\n  - kadhimi\nnames:", "namesake", 13),
]


@pytest.mark.parametrize(
    ("old", "new", "code", "line"), [row[1:] for row in SPOILT], ids=[row[0] for row in SPOILT]
)
def test_a_fault_is_an_error_at_its_line(
    tmp_path: Path, old: str, new: str, code: str, line: int
) -> None:
    """A record with this fault is refused, at the line of the fault."""
    assert old in KADHIMI
    found = faults_of(tmp_path, KADHIMI.replace(old, new, 1))
    assert (code, line, Severity.ERROR) in [(f.code, f.line, f.severity) for f in found]
    assert all(f.path.name == "kadhimi.yaml" and f.message for f in found)


def test_a_sound_gazetteer_has_no_findings(tmp_path: Path) -> None:
    """The folder that the other tests spoil is clean, so what they find is what they did."""
    assert check(sound(tmp_path)) == []


def test_one_fault_gives_one_finding(tmp_path: Path) -> None:
    """Faults that a reader can look past bring no others after them."""
    alone = {"tab", "anchor", "tag", "flow", "comment", "single-quotes", "escape", "tatweel"}
    alone |= {"multi-line", "invisible", "presentation-form", "not-nfc", "id", "birth-year"}
    for _, old, new, code, line in SPOILT:
        if code in alone and "\t-" not in new:
            found = faults_of(tmp_path, KADHIMI.replace(old, new, 1))
            assert [(f.code, f.line) for f in found] == [(code, line)]


def test_ten_faults_are_ten_findings(tmp_path: Path) -> None:
    """A record with ten faults reports all ten at once, in the order of their lines."""
    record = KADHIMI
    for old, new in [
        ("type: person", "type: &a person"),
        ("gender: male", "gender: boy"),
        ("1967", "67"),
        ("- IQ", "- iraq"),
        ("start: 2020", "start: soon"),
        ("script: Arab", "script: Latn"),
        ("source: general", "source: rumour"),
        ("text: Mustafa", "text: \u200eMustafa"),
        ("script: Latn\n    kind: name\n    source: news", "script: Latn\n    kind: nickname"),
    ]:
        assert old in record
        record = record.replace(old, new)
    found = faults_of(tmp_path, record)
    codes = "anchor gender birth-year countries start script source invisible missing-key kind"
    assert len(found) == 10
    assert sorted(f.code for f in found) == sorted(codes.split())
    assert [f.line for f in found] == sorted(f.line for f in found)


def test_keys_out_of_order_are_one_finding(tmp_path: Path) -> None:
    """A mapping whose keys stand in another order is reported once, at the first of them."""
    label, type_ = "label: Mustafa al-Kadhimi\n", "type: person\n"
    found = faults_of(tmp_path, KADHIMI.replace(type_ + label, label + type_))
    assert [(f.code, f.line, f.value) for f in found] == [("key-order", 3, "type")]


@pytest.mark.parametrize("key", ["id", "type", "label"])
def test_a_missing_key_is_named(tmp_path: Path, key: str) -> None:
    """A record needs its id, type and label, and says which is missing."""
    lines = [line for line in KADHIMI.splitlines() if not line.startswith(f"{key}: ")]
    found = faults_of(tmp_path, "\n".join(lines) + "\n")
    assert [(f.code, f.value) for f in found] == [("missing-key", key)]


def test_an_identity_has_a_name(tmp_path: Path) -> None:
    """A record without the key `names` is refused."""
    found = faults_of(tmp_path, KADHIMI.partition("names:")[0])
    assert [(f.code, f.value) for f in found] == [("missing-key", "names")]


def test_a_name_that_stands_twice_is_refused(tmp_path: Path) -> None:
    """The same text twice in one identity is a fault; another letter case is another spelling."""
    again = "  - text: Mustafa al-Kadhimi\n    script: Latn\n    kind: name\n    source: general\n"
    found = faults_of(tmp_path, KADHIMI + again)
    assert [(f.code, f.line) for f in found] == [("duplicate-name", 21)]
    assert "line 17" in found[0].message
    assert faults_of(tmp_path, KADHIMI + again.replace("al-K", "Al-K")) == []


def test_windows_line_ends_are_refused(tmp_path: Path) -> None:
    """A record with CRLF is reported once, with the number of lines, and read on."""
    found = faults_of(tmp_path, KADHIMI.replace("\n", "\r\n").replace("male", "man"))
    assert [(f.code, f.line) for f in found] == [("line-end", 1), ("gender", 4)]
    assert "20 lines" in found[0].message


def test_a_byte_order_mark_is_refused(tmp_path: Path) -> None:
    """A record that begins with U+FEFF is reported at line 1, and nothing else with it."""
    found = faults_of(tmp_path, "\ufeff" + KADHIMI)
    assert [(f.code, f.line) for f in found] == [("bom", 1)]


def test_a_missing_last_newline_is_refused(tmp_path: Path) -> None:
    """A record whose last line has no end is reported at that line."""
    found = faults_of(tmp_path, KADHIMI.removesuffix("\n"))
    assert [(f.code, f.line) for f in found] == [("last-line", 20)]


def test_another_encoding_is_refused_with_the_byte(tmp_path: Path) -> None:
    """Bytes of windows-1256 are reported with their offset and the name of the encoding."""
    data = KADHIMI.encode("windows-1256")
    found = faults_of(tmp_path, data)
    assert [(f.code, f.line) for f in found] == [("encoding", 13)]
    offset = data.index("مصطفى".encode("windows-1256"))
    assert f"byte {offset} " in found[0].message
    assert "windows-1256" in found[0].message


def test_utf_16_is_named(tmp_path: Path) -> None:
    """A record saved as UTF-16 is told apart from one in windows-1256."""
    assert "UTF-16" in faults_of(tmp_path, KADHIMI.encode("utf-16"))[0].message


def test_a_record_over_a_megabyte_is_refused(tmp_path: Path) -> None:
    """A huge file is one finding, and is not read."""
    found = faults_of(tmp_path, KADHIMI + "# filler\n" * 120_000)
    assert [(f.code, f.line) for f in found] == [("size", 0)]


@pytest.mark.parametrize("bracket", ["[", "- ", "{a: ", "? "])
def test_a_deep_nest_is_refused_quickly(tmp_path: Path, bracket: str) -> None:
    """Nested brackets stop the reader at a small depth, instead of costing time or the stack."""
    nest = (bracket * 200 + "\n") * 1_000
    found = faults_of(tmp_path, nest)
    assert {f.code for f in found} & {"too-deep", "yaml"}
    assert len(found) < 20


def test_a_very_long_line_is_refused(tmp_path: Path) -> None:
    """A line of more than 1,000 characters holds no name."""
    found = faults_of(tmp_path, KADHIMI.replace("Mustafa al", "M" * 1_001, 1))
    assert [(f.code, f.line) for f in found] == [("long-line", 3)]


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n"])
def test_an_empty_record_is_refused(tmp_path: Path, text: str) -> None:
    """A file without a record is reported as a whole."""
    assert [(f.code, f.line) for f in faults_of(tmp_path, text)] == [("empty", 0)]


def test_a_record_that_is_a_list_is_refused(tmp_path: Path) -> None:
    """A record begins with a key."""
    assert [f.code for f in faults_of(tmp_path, "- kadhimi\n")] == ["shape"]


@pytest.mark.parametrize("value", ["no", "010", "2021-07-26", "~", "null", "1e3", "0x1F", "yes"])
def test_every_value_is_text(tmp_path: Path, value: str) -> None:
    """What other readers of YAML take for a truth value, a number or a date stays as it stands."""
    path = write(
        tmp_path / "sadr.yaml", SADR.replace("label: Muqtada al-Sadr", f'label: "{value}"')
    )
    identity = read_record(path).identity
    assert identity is not None
    assert identity.label == value


@pytest.mark.parametrize("value", ["no", "010", "2021-07-26"])
def test_every_plain_value_is_text(tmp_path: Path, value: str) -> None:
    """Values need no quotes to stay text."""
    path = write(tmp_path / "sadr.yaml", SADR.replace("label: Muqtada al-Sadr", f"label: {value}"))
    identity = read_record(path).identity
    assert identity is not None
    assert identity.label == value


@pytest.mark.parametrize(
    "text", ["a/b", "..", "../a", "a.b", "A", "-a", "a-", "a--b", "", "é", "a\n"]
)
def test_an_id_is_plain_words(text: str) -> None:
    """An id can be a file name on every system, and never leads out of its folder."""
    assert not is_id(text)


def test_a_message_names_a_control_character(tmp_path: Path) -> None:
    """A direction override is spelled out in the message, so that it cannot reorder it."""
    found = faults_of(tmp_path, KADHIMI.replace("label: Mustafa", "label: Mus\u202etafa"))
    assert "\\u202e" in found[0].value
    assert "\u202e" not in str(found[0])
    assert "U+202E" in found[0].message


def test_ayn_and_hamza_signs_are_latin(tmp_path: Path) -> None:
    """The signs of a romanization (U+02BF, U+02BE) make no name mixed, and need no quotes."""
    found = faults_of(
        tmp_path, KADHIMI.replace("text: Mustafa", "text: \u02bfAbd al-Ra\u02be\u016bf")
    )
    assert found == []


def test_a_persian_non_joiner_is_allowed(tmp_path: Path) -> None:
    """U+200C between two Arabic letters is spelling, and survives formatting."""
    record = KADHIMI.replace("مصطفى الكاظمي", "حسین\u200cزاده")
    assert faults_of(tmp_path, record) == []
    assert formatted(tmp_path / "people" / "kadhimi.yaml") == record


def test_aliases_that_would_expand_are_never_expanded(tmp_path: Path) -> None:
    """Nine lists of nine aliases each would be 387 million values: each alias is one finding."""
    lines = ["a0: &a0", "  - ha"]
    for depth in range(1, 10):
        lines += [f"a{depth}: &a{depth}", *[f"  - *a{depth - 1}"] * 9]
    found = faults_of(tmp_path, KADHIMI + "\n".join(lines) + "\n")
    codes = [f.code for f in found]
    assert (codes.count("alias"), codes.count("anchor")) == (81, 10)


def test_a_merge_key_brings_nothing_in(tmp_path: Path) -> None:
    """What YAML would merge from elsewhere is an alias and an unknown key."""
    found = faults_of(tmp_path, KADHIMI + "<<: *base\n")
    assert {f.code for f in found} == {"alias", "unknown-key"}
    assert {f.line for f in found} == {21}
