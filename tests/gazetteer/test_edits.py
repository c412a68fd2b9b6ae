"""What each edit does to the records, the links between them and the retired ids."""

import datetime
import random
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from gazetteer.folders import IRAQ, KADHIMI, RETIRED, sound, write
from nisba.gazetteer import (
    Details,
    Edit,
    FaultyGazetteer,
    Gazetteer,
    Identity,
    IdentityType,
    NewName,
    Office,
    add_name,
    add_names,
    check,
    create,
    formatted,
    merge,
    rename_label,
    retire,
    split,
)
from nisba.text.scripts import Script

PERSON = IdentityType.PERSON
ALI = NewName("Ali Allawi", "general")
DAY = datetime.date(2021, 7, 26)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a sound gazetteer of two people and a place."""
    return sound(tmp_path)


def get(folder: Path, ident: str) -> Identity:
    """Return an identity as it is on the disk."""
    found = Gazetteer.load(folder).get(ident)
    assert found is not None
    return found


def texts(identity: Identity) -> list[str]:
    """Return the names of an identity."""
    return [name.text for name in identity.names]


def refused(edit: Callable[[], Any]) -> list[tuple[str, str]]:
    """Return code and value of all that speaks against an edit."""
    with pytest.raises(FaultyGazetteer) as caught:
        edit()
    return [(finding.code, finding.value) for finding in caught.value.findings]


def state(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def sound_after(folder: Path) -> bool:
    """Tell whether `check` finds nothing, and `format` would change nothing."""
    records = folder.glob("*/*.yaml")
    return check(folder) == [] and all(formatted(r) == r.read_text("utf-8") for r in records)


def test_a_new_record_has_all_that_is_given(folder: Path) -> None:
    """A record is made under an id from its label, with scripts seen from the letters."""
    arabic = "\u0639\u0644\u064a \u0639\u0644\u0627\u0648\u064a"  # علي علاوي
    details = Details("male", 1947, None, ("IQ",), (Office("Minister of Finance", "2020", "2022"),))
    edit = create(folder, PERSON, "Ali Allawi", [NewName(arabic, "news"), ALI], details)
    made = get(folder, "ali-allawi")
    assert edit.id == made.id
    assert [(n.text, n.script, n.source) for n in made.names] == [
        (arabic, Script.ARABIC, "news"),
        ("Ali Allawi", Script.LATIN, "general"),
    ]
    assert (made.gender, made.birth_year, made.countries) == ("male", 1947, ("IQ",))
    assert made.offices == details.offices
    assert sound_after(folder)


def test_a_folder_of_records_is_made_when_the_first_comes(folder: Path) -> None:
    """The first organisation needs no folder beforehand."""
    create(folder, IdentityType.ORGANISATION, "Dawa", [NewName("Dawa", "news")])
    assert (folder / "organisations" / "dawa.yaml").is_file()
    assert sound_after(folder)


def test_an_id_is_never_minted_again(folder: Path) -> None:
    """An id that stands or is retired gets a number added."""
    assert create(folder, PERSON, "Sadr", [NewName("Sadr Deen", "news")]).id == "sadr-2"
    retire(folder, "sadr-2", "an example")
    assert create(folder, PERSON, "Sadr", [NewName("Sadr Deen", "news")]).id == "sadr-3"


def test_an_id_of_an_import_is_not_minted(folder: Path) -> None:
    """What an import minted, and did not come to write, belongs to its record."""
    rows = "source\tforeign_id\tid\ngeneral\tQ1\tali-allawi\n"
    (folder / "imports.tsv").write_text(rows, encoding="utf-8")
    made = create(folder, PERSON, "Ali Allawi", [ALI])
    assert made.id == "ali-allawi-2"


def test_a_name_goes_behind_those_of_its_script_and_kind(folder: Path) -> None:
    """Arabic stays with Arabic, and short names with short names."""
    add_name(folder, "kadhimi", NewName("Kadhimi", "news", "short"))
    add_name(folder, "kadhimi", NewName("Moustafa Kadhimi", "news"))
    add_name(folder, "kadhimi", NewName("\u0643\u0627\u0638\u0645\u064a", "news"))  # كاظمي
    names = get(folder, "kadhimi").names
    assert [name.script for name in names][:2] == [Script.ARABIC] * 2
    assert [name.text for name in names][2:] == [
        "Mustafa al-Kadhimi",
        "Moustafa Kadhimi",
        "Kadhimi",
    ]
    assert sound_after(folder)


@pytest.mark.parametrize(
    "text", ["Mustafa al-Kadhimi", "MUSTAFA AL KADHIMI", "Mu\u1e63\u1e6daf\u0101 al-Kadhimi"]
)
def test_a_name_is_not_added_twice(folder: Path, text: str) -> None:
    """A name that folds as one that is there changes nothing, and is told."""
    before = state(folder)
    edit = add_name(folder, "kadhimi", NewName(text, "news"))
    assert (edit.changes, edit.already, edit.diff()) == ((), (text,), "")
    assert state(folder) == before


def test_two_equal_new_names_are_one(folder: Path) -> None:
    """Of new names that fold alike the first is taken."""
    edit = create(folder, PERSON, "Ali", [ALI, NewName("ali allawi", "news")])
    assert texts(get(folder, edit.id)) == ["Ali Allawi"]
    assert edit.already == ("ali allawi",)


def test_a_proposed_name_is_accepted_by_adding_it(folder: Path) -> None:
    """Adding a name that was only proposed accepts it, with the source that is given."""
    add_name(folder, "sadr", NewName("Moqtada Sadr", "general", status="proposed"))
    add_name(folder, "sadr", NewName("Moqtada Sadr", "news"))
    (name,) = (name for name in get(folder, "sadr").names if name.text == "Moqtada Sadr")
    assert (name.status, name.source) == ("accepted", "news")
    assert sound_after(folder)


def test_names_of_several_records_are_one_edit(folder: Path) -> None:
    """If one of the names cannot be added, none is."""
    before = state(folder)
    good, bad = [NewName("Moqtada", "news")], [NewName("Iraq", "nowhere")]
    assert refused(lambda: add_names(folder, {"sadr": good, "iraq": bad})) == [
        ("source", "nowhere")
    ]
    assert state(folder) == before
    edit = add_names(folder, {"sadr": good, "iraq": [NewName("Irak", "news")]})
    assert [change.path for change in edit.changes] == ["people/sadr.yaml", "places/iraq.yaml"]


def test_a_name_of_another_is_refused_until_they_are_namesakes(folder: Path) -> None:
    """Who shares a name is named; linked as a namesake, the name is added, and both know."""
    taken = NewName("mustafa al kadhimi", "news")
    assert refused(lambda: add_name(folder, "sadr", taken)) == [
        ("shared-name", "Mustafa al-Kadhimi")
    ]
    add_name(folder, "sadr", taken, namesakes=["kadhimi"])
    assert get(folder, "kadhimi").namesakes == ("sadr",)
    assert get(folder, "sadr").namesakes == ("kadhimi",)
    assert sound_after(folder)


def test_a_merge_joins_names_facts_links_and_comments(folder: Path) -> None:
    """Nothing of the record that goes is lost, and its id leads to the one that stays."""
    other = create(
        folder,
        PERSON,
        "Kazimi",
        [NewName("M. Kazimi", "news"), NewName("Mustafa Al Kadhimi", "news")],
        Details(death_year=2040, countries=("IQ", "GB")),
        namesakes=["kadhimi", "sadr"],
    ).id
    path = folder / "people" / f"{other}.yaml"
    path.write_text("# seen once\n" + path.read_text("utf-8"), "utf-8")
    edit = merge(folder, "kadhimi", other, date=DAY)
    kept = get(folder, "kadhimi")
    assert edit.already == ("Mustafa Al Kadhimi",)
    assert texts(kept)[1:] == ["Mustafa al-Kadhimi", "M. Kazimi"]
    assert (kept.birth_year, kept.death_year, kept.countries) == (1967, 2040, ("IQ", "GB"))
    assert kept.namesakes == ("sadr",)
    assert get(folder, "sadr").namesakes == ("kadhimi",)
    assert get(folder, other) == kept
    text = (folder / "people" / "kadhimi.yaml").read_text("utf-8")
    assert text.startswith("# seen once\nid: kadhimi\n")
    rows = (folder / "retired.tsv").read_text("utf-8")
    assert rows == RETIRED + f"{other}\tkadhimi\tmerged\t2021-07-26\n"
    assert sound_after(folder)


def test_a_merge_refuses_what_contradicts(folder: Path) -> None:
    """Two types, genders or years are named all at once, and nothing is written."""
    details = Details("female", 1942)
    create(folder, PERSON, "B", [NewName("Layla Kadhimi", "news")], details)
    before = state(folder)
    assert refused(lambda: merge(folder, "kadhimi", "b")) == [
        ("gender", "gender: female"),
        ("birth_year", "birth_year: 1942"),
    ]
    assert refused(lambda: merge(folder, "kadhimi", "iraq"))[0] == ("type", "type: place")
    assert refused(lambda: merge(folder, "kadhimi", "kadhimi")) == [("id", "kadhimi")]
    assert state(folder) == before


def test_a_chain_of_merges_leads_to_the_last(folder: Path) -> None:
    """An id that was merged into one that is merged again leads to where that went."""
    first = create(folder, PERSON, "A", [NewName("Ahmad A", "news")]).id
    second = create(folder, PERSON, "B", [NewName("Badr B", "news")]).id
    merge(folder, second, first)
    merge(folder, "sadr", second)
    assert get(folder, first).id == "sadr"
    assert sound_after(folder)


def test_a_split_moves_names_with_their_comments(folder: Path) -> None:
    """The names go to a new identity of the same type, comments above them too."""
    path = folder / "people" / "kadhimi.yaml"
    path.write_text(KADHIMI.replace("  - text: Mus", "  # who?\n  - text: Mus"), "utf-8")
    new = split(folder, "kadhimi", "Another Kadhimi", ["mustafa AL-kadhimi"]).id
    assert new == "another-kadhimi"
    assert texts(get(folder, new)) == ["Mustafa al-Kadhimi"]
    assert len(get(folder, "kadhimi").names) == 1
    assert "  # who?\n  - text: Mus" in (folder / "people" / f"{new}.yaml").read_text("utf-8")
    assert "#" not in path.read_text("utf-8")
    assert get(folder, new).birth_year is None
    assert sound_after(folder)


def test_a_shared_name_makes_namesakes(folder: Path) -> None:
    """A name that both keep links them, and those who were namesakes by it already."""
    twin = create(
        folder, PERSON, "T", [NewName("Mustafa Al-Kadhimi", "news")], namesakes=["kadhimi"]
    )
    new = split(folder, "kadhimi", "Another", [], shared=["Mustafa al-Kadhimi"]).id
    assert set(get(folder, new).namesakes) == {"kadhimi", twin.id}
    assert new in get(folder, twin.id).namesakes
    assert sound_after(folder)


def test_a_split_leaves_a_name_and_takes_one(folder: Path) -> None:
    """Neither record may be without names, and only names that are there can move."""
    every = texts(get(folder, "kadhimi"))
    assert refused(lambda: split(folder, "kadhimi", "X", every)) == [("names", "kadhimi")]
    assert refused(lambda: split(folder, "kadhimi", "X", [])) == [("names", "kadhimi")]
    assert ("name", "Nobody") in refused(lambda: split(folder, "kadhimi", "X", ["Nobody"]))


def test_a_retired_record_hands_its_namesakes_on(folder: Path) -> None:
    """Links go to the replacement, both ways; without one they vanish."""
    for label in ("A", "B"):
        create(folder, PERSON, label, [NewName(f"{label} b", "news")], namesakes=["sadr"])
    assert get(folder, "sadr").namesakes == ("a", "b")
    retire(folder, "sadr", "another", replaced_by="kadhimi")
    assert get(folder, "kadhimi").namesakes == ("a", "b")
    assert get(folder, "a").namesakes == get(folder, "b").namesakes == ("kadhimi",)
    assert get(folder, "sadr").id == "kadhimi"
    assert sound_after(folder)
    retire(folder, "kadhimi", "no such man")
    assert get(folder, "a").namesakes == ()
    assert Gazetteer.load(folder).get("sadr") is None


def test_retired_ids_stay_sorted(folder: Path) -> None:
    """The table of retired ids is in code point order, whatever the order of the edits."""
    retire(folder, "sadr", "x", date=DAY)
    retire(folder, "iraq", "x", date=DAY)
    rows = (folder / "retired.tsv").read_text("utf-8").splitlines()[1:]
    assert rows == ["iraq\t\tx\t2021-07-26", "sadr\t\tx\t2021-07-26"]
    assert check(folder) == []


def test_the_table_of_retired_ids_is_made_when_needed(folder: Path) -> None:
    """A gazetteer that has retired nothing yet needs no retired.tsv."""
    (folder / "retired.tsv").unlink()
    retire(folder, "sadr", "x", date=DAY)
    assert (folder / "retired.tsv").read_text("utf-8") == RETIRED + "sadr\t\tx\t2021-07-26\n"


def test_a_retired_id_is_told_with_its_replacement(folder: Path) -> None:
    """Who edits a record that is gone learns which one stands."""
    retire(folder, "sadr", "x", replaced_by="kadhimi")
    with pytest.raises(FaultyGazetteer, match="use kadhimi"):
        rename_label(folder, "sadr", "X")


def test_a_label_changes_and_its_id_stays(folder: Path) -> None:
    """A new label is written in quotes where YAML needs them."""
    edit = rename_label(folder, "sadr", "Sadr: the son")
    assert edit.id == "sadr"
    assert get(folder, "sadr").label == "Sadr: the son"
    assert sound_after(folder)


@pytest.mark.parametrize(
    "ident", ["sdr", "../people/sadr", "people/sadr", "", "SADR", "a" * 100_000]
)
def test_an_unknown_id_is_refused(folder: Path, ident: str) -> None:
    """An id that no record has is refused, be it a path, empty or huge."""
    before = state(folder)
    for edit in (
        lambda: add_name(folder, ident, ALI),
        lambda: merge(folder, "sadr", ident),
        lambda: split(folder, ident, "X", ["Y"]),
        lambda: retire(folder, ident, "x"),
        lambda: rename_label(folder, ident, "X"),
        lambda: create(folder, PERSON, "Ali", [ALI], namesakes=[ident]),
    ):
        assert {code for code, _ in refused(edit)} == {"id"}
    assert state(folder) == before


def test_the_nearest_id_is_named(folder: Path) -> None:
    """A slip of the pen in an id is answered with the ids that are near."""
    with pytest.raises(FaultyGazetteer, match="is it kadhimi"):
        rename_label(folder, "kadimi", "X")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ali\u202e Allawi", "invisible"),
        ("Ali\x00Allawi", "control"),
        ("Ali\nid: x", "line-end"),
        ("Ali\tAllawi", "tab"),
        ("Ali\u00a0Allawi", "space"),
        ("\ufeffAli", "bom"),
        ("\ufee3\ufea4\ufee4\ufeaa", "presentation-form"),  # ﻣﺤﻤﺪ
        ("\u0645\u0640\u062d", "tatweel"),  # مـح
        ("\udce3\udccd\udce3\udccf", "encoding"),
        ("Ali \u0639\u0644\u064a", "script"),  # علي
        ("", "empty"),
        ("123", "script"),
        ("a" * 2_000, "long-line"),
    ],
)
def test_a_name_that_no_file_may_hold_is_refused(folder: Path, text: str, code: str) -> None:
    """What no record may hold is refused before anything is written."""
    before = state(folder)
    name = NewName(text, "general")
    assert code in {found for found, _ in refused(lambda: create(folder, PERSON, "Ali", [name]))}
    assert code in {found for found, _ in refused(lambda: add_name(folder, "sadr", name))}
    assert state(folder) == before


@pytest.mark.parametrize("label", ["", "?!", "A\u202eB", "../x\ny"])
def test_a_label_that_makes_no_id_is_refused(folder: Path, label: str) -> None:
    """A label without letters, or with what no file may hold, is refused."""
    before = state(folder)
    refused(lambda: create(folder, PERSON, label, [ALI]))
    refused(lambda: split(folder, "kadhimi", label, ["Mustafa al-Kadhimi"]))
    assert state(folder) == before


def test_a_label_like_a_path_makes_a_plain_id(folder: Path) -> None:
    """Slashes and dots of a label do not reach the file name."""
    edit = create(folder, PERSON, "../../Ali/..", [ALI])
    assert [change.path for change in edit.changes] == ["people/ali.yaml"]


def test_decomposed_letters_are_composed(folder: Path) -> None:
    """A name pasted in the form NFD is the same name, and is written in NFC."""
    add_name(folder, "sadr", NewName("Muqtad\u0061\u0304  Sadri", "news"))
    assert "Muqtad\u0101 Sadri" in texts(get(folder, "sadr"))


def test_all_that_is_wrong_is_told_at_once(folder: Path) -> None:
    """Sources, names, kinds and links are judged in one go."""
    wrong = [NewName("Ali\u202e", "nowhere"), NewName("Ali \u0639\u0644\u064a", "general")]
    found = refused(lambda: create(folder, PERSON, "Ali", wrong, namesakes=["nobody"]))
    assert [code for code, _ in found] == ["invisible", "source", "script"]
    details = Details("man", 12, None, ("Iraq",), (Office("X", "20", ""),))
    found = refused(
        lambda: create(folder, PERSON, "Ali", [NewName("Ali", "news", "nick")], details)
    )
    assert {"gender", "birth-year", "countries", "start", "kind"} <= {code for code, _ in found}


def test_a_folder_with_errors_is_not_edited(folder: Path) -> None:
    """As long as a record cannot be read, nobody knows what an edit would break."""
    write(folder / "people" / "broken.yaml", "id: [")
    before = state(folder)
    with pytest.raises(FaultyGazetteer, match=r"broken\.yaml"):
        rename_label(folder, "sadr", "X")
    assert state(folder) == before


def test_a_dry_run_shows_what_would_be_done(folder: Path) -> None:
    """A dry run gives the same diff as the edit, and writes nothing."""
    before = state(folder)
    planned = merge(folder, "kadhimi", "sadr", date=DAY, dry_run=True)
    assert state(folder) == before
    assert merge(folder, "kadhimi", "sadr", date=DAY).diff() == planned.diff()
    assert state(folder) != before


def edits(folder: Path) -> Iterable[Edit]:
    """Do one edit of each kind."""
    yield create(folder, PERSON, "Ali", [ALI])
    yield add_name(folder, "sadr", NewName("Moqtada Sadr", "news"))
    yield split(folder, "kadhimi", "Another", ["Mustafa al-Kadhimi"])
    yield merge(folder, "sadr", "another")
    yield rename_label(folder, "sadr", "Sadr")
    yield retire(folder, "sadr", "an example")


@pytest.mark.parametrize("below", ["", "data/gazetteers"])
def test_git_takes_the_diffs(tmp_path: Path, below: str) -> None:
    """`git apply` makes of the old files the new ones, wherever in the tree the gazetteer is."""
    here, there = tmp_path / "here", tmp_path / "there"
    for root in (here, there):
        sound(root / below)
        subprocess.run(["git", "init", "-q", str(root)], check=True)
    for edit in edits(here / below):
        subprocess.run(
            ["git", "apply", "--whitespace=error-all"],
            cwd=there,
            input=edit.diff().encode(),
            check=True,
        )
        assert state(there / below) == state(here / below) or below == ""
        assert check(there / below) == check(here / below) == []
    assert (there / below / "retired.tsv").read_bytes() == (
        here / below / "retired.tsv"
    ).read_bytes()


def one(rng: random.Random, folder: Path) -> Callable[[], Edit]:
    """Choose an edit by chance; it may be one that is refused."""
    g = Gazetteer.load(folder)
    a, b = (rng.choice(g.identities) for _ in range(2))
    word = rng.choice(["Ali", "Omar", "Zayd", "Layla", "Hind"])
    name = NewName(f"{word} {rng.choice('abcdef')}", "news")
    links = rng.choice([[], [b.id], [i.id for i in g.identities if i.id != a.id]])
    return rng.choice(
        [
            lambda: create(folder, rng.choice(list(IdentityType)), word, [name], namesakes=links),
            lambda: add_name(folder, a.id, name, namesakes=links),
            lambda: merge(folder, a.id, b.id),
            lambda: split(folder, a.id, word, [rng.choice(texts(a))], shared=texts(a)[:1]),
            lambda: retire(folder, a.id, "chance", replaced_by=rng.choice(["", b.id])),
            lambda: rename_label(folder, a.id, word),
        ]
    )


def test_edits_in_any_order_leave_a_sound_gazetteer(folder: Path) -> None:
    """Whatever is edited after whatever, `check` passes, and ids that once stood never return."""
    rng = random.Random(7)
    ever: dict[str, str] = {}
    done = 0
    for _ in range(150):
        if len(Gazetteer.load(folder)) < 2:
            create(folder, PERSON, "Ali", [NewName(f"Ali {done}b", "news")])
        try:
            edit = one(rng, folder)()
        except FaultyGazetteer:
            continue
        done += 1
        assert check(folder) == []
        for record in folder.glob("*/*.yaml"):
            assert formatted(record) == record.read_text("utf-8")
        g = Gazetteer.load(folder)
        gone = {i for i in ever if i not in {identity.id for identity in g.identities}}
        assert gone <= set(g.retired)
        ever |= {identity.id: edit.id for identity in g.identities}
    assert done > 60
    assert len(ever) > 20


def test_comments_stay_above_what_they_speak_of(folder: Path) -> None:
    """Names added above a comment push it down with its line."""
    path = folder / "places" / "iraq.yaml"
    text = IRAQ.replace("id:", "# top\nid:").replace("  - text", "  # of the name\n  - text")
    path.write_text(text + "# end\n", "utf-8")
    add_name(folder, "iraq", NewName("\u0627\u0644\u0639\u0631\u0627\u0642", "general"))  # العراق
    add_name(folder, "iraq", NewName("Irak", "news"), namesakes=["sadr"])
    lines = path.read_text("utf-8").splitlines()
    assert lines[:2] == ["# top", "id: iraq"]
    assert lines[lines.index("  # of the name") + 1] == "  - text: Iraq"
    assert lines[-1] == "# end"
    assert sound_after(folder)
