"""The small gazetteer and the files that `docs/keeping.md` works with."""

from pathlib import Path

from editing.records import record
from gazetteer.folders import RETIRED, write
from nisba.gazetteer.tables import ELEMENT_COLUMNS

KADHIMI = ["Mustafa al-Kadhimi", "Moustafa Kazemi", "مصطفى الكاظمي"]
NAMES = (
    "Mustafa al-Kadhimi\nMoustafa Kadhimi\nAdel Abdul Mahdi\nAdil Abdelmahdi\nAdel Abdul Mahdi\n"
)
FULL = "Mustafa Abdellatif Mishatat\nMoustafa Abdul Latif Mshatat\nMustafa Kamil\n"
ELEMENTS = (
    ("hasan", "حسن", "حَسَن", "Ḥusn", "given", "m"),
    ("kazimi", "كاظمي", "كَاظِمِي", "Kāẓimī", "nisba", "u"),
    ("mustafa", "مصطفى", "مُصطَفَى", "Muṣṭafá", "given", "m"),
)
FACTS = "birth_year: 1967\ncountries:\n  - IQ"


def made(folder: Path) -> None:
    """Write the gazetteer, one as it was before an edit, and the files of names."""
    for place in (folder / "gazetteers", folder / "before"):
        record(place, "mustafa-al-kadhimi", KADHIMI, more=FACTS)
        record(place, "salim-idris", ["Salim Idris", "Selim Idriss"])
        write(place / "retired.tsv", RETIRED)
    place = folder / "gazetteers"
    record(place, "mustafa-al-kadhimi", [*KADHIMI, "Mustafa al-Karimi"], more=FACTS)
    record(place, "mustapha-kadhemi", ["Mustapha Kadhemi", "Mostafa Al Kathimi"], more=FACTS)
    rows = ["\t".join((*row, *[""] * 4, "general")) for row in ELEMENTS]
    text = "".join(f"{line}\n" for line in ["\t".join(ELEMENT_COLUMNS), *rows])
    write(place / "elements" / "given.tsv", text)
    write(folder / "names.txt", NAMES)
    write(folder / "names.csv", "name\n" + NAMES + FULL)


def mark(proposals: Path) -> None:
    """Mark the proposals file as the page tells."""
    text = proposals.read_text(encoding="utf-8-sig")
    lines = []
    for line in text.splitlines():
        said = "x" if "Mshatat" in line or "Mishatat" in line else ""
        lines.append(("n" if "Mustafa Kamil" in line else said) + line)
    proposals.write_text("\n".join(lines) + "\n", encoding="utf-8")
