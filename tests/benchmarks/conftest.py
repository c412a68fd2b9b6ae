"""A small table of spellings, so that large lists can be made without the registers."""

import random
from pathlib import Path

import pytest

from benchmarks.scale.elements import TABLE

GIVEN = {"محمد": "Muhammad Mohamed Mohammed", "علي": "Ali Aly", "حسن": "Hassan Hasan"}
FAMILY = {"المصري": "Al-Masri El Masry", "حداد": "Haddad", "التونسي": "Tounsi Al-Tunisi"}


@pytest.fixture(scope="session")
def registers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a table of the registers' form: the elements above, and families beside."""
    folder = tmp_path_factory.mktemp("registers")
    chance = random.Random(1)
    letters = "بتجحخدرزسشصطعفقكلمنه"
    families = dict(FAMILY)
    while len(families) < 150:
        key = "".join(chance.choices(letters, k=4))
        families[key] = "".join(chance.choice("bdfklmnrst") + chance.choice("aiu") for _ in key)
    lines = ["arabic_key\tlatin\tcountry\trole\tcount\tsource"]
    for role, names in (("given", GIVEN), ("surname", families)):
        for key, spelled in names.items():
            for country in ("EG", "TN"):
                lines += [
                    f"{key}\t{text}\t{country}\t{role}\t{60 if key == 'محمد' else 9}\ttest"
                    for text in (spelled.split() if role == "given" else [spelled])
                ]
    (folder / TABLE).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder
