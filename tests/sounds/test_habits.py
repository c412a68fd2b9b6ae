"""Facts about the editors' habits of spelling, and what the fit makes of them."""

from pathlib import Path

import numpy as np
import pytest

from nisba._data import curated, learned
from nisba.names.lexicon import rows
from nisba.sounds.contexts import PLACES, UNIT_NUMBER
from nisba.sounds.letters import LATIN, arabic_letters, latin_letters
from nisba.sounds.model import load_model
from nisba.sounds.tables import EMPTY, read_channel
from nisba.sounds.training.habits import LEAST, Habit, allow, chunks_of, raised, read_habits
from nisba.text.scripts import Script

ROWS = rows("habits.tsv")
HABITS = read_habits(curated("habits.tsv"))
ARTICLE = "ال"
HARDLY_HEARD = ("Sarip", "Merhbi", "Xeque", "Mamed", "Jaled", "Szejk")
"""Examples that the sound model still takes for other names."""
TABLE = (
    "unit\tplace\tlatin\tregion\tarabic\texample\tsource\n"
    "j\tany\tdsch\tgermany\tجمال\tDschamal\tgeneral\n"
    "ḥ\tfinal\t∅\tportugal\tصالح\tSali\tgeneral\n"
    "q\tinitial\t’\tegypt\tقاسم\t’Asem\tgeneral\n"
)


def named(row: dict[str, str]) -> str:
    """A row of the table, as a test is called."""
    return f"{row['unit']}-{row['latin']}-{row['example']}"


def stands(chunk: str, place: str, example: str) -> bool:
    """Whether an example shows a chunk in its place."""
    if place == "initial":
        return example.startswith(chunk)
    return example.endswith(chunk) if place == "final" else chunk in example


def test_habits_are_read_as_the_channel_writes(tmp_path: Path) -> None:
    """Nothing is an empty chunk, and any apostrophe the channel's own."""
    path = tmp_path / "habits.tsv"
    path.write_text(TABLE, encoding="utf-8")
    assert read_habits(path) == (
        Habit("j", "any", "dsch", "germany"),
        Habit("ḥ", "final", "", "portugal"),
        Habit("q", "initial", "'", "egypt"),
    )


def test_a_habit_holds_in_its_places() -> None:
    """In any place are all three rows of the unit, at the end the last."""
    first = UNIT_NUMBER["j"] * len(PLACES)
    assert Habit("j", "any", "dsch", "germany").rows() == [first, first + 1, first + 2]
    assert Habit("j", "final", "dsch", "germany").rows() == [first + 2]


def test_an_empty_chunk_is_no_letter() -> None:
    """What is left out is no chunk to be listed."""
    assert chunks_of((Habit("j", "any", "dsch", "germany"), Habit("ḥ", "any", "", "germany"))) == {
        "dsch"
    }


def test_a_habit_is_raised_and_rows_stay_distributions() -> None:
    """A habit gets its least share, others lose a little, and rows still sum to 1."""
    chunks = ["", "g", "j", "dsch"]
    table = np.full((len(UNIT_NUMBER) * len(PLACES), len(chunks)), 0.25)
    table[:, 3], table[:, 2] = 0.0, 0.5
    habit = Habit("j", "initial", "dsch", "germany")
    found = raised(table, chunks, (habit,))
    assert np.allclose(found.sum(axis=1), 1.0)
    assert found[habit.rows(), 3] == pytest.approx(LEAST, rel=0.01)
    assert found[:, 3].sum() == found[habit.rows(), 3].sum()
    assert table[habit.rows(), 3] == 0.0


def test_a_habit_that_registers_show_keeps_its_share() -> None:
    """What is commoner than the least is not raised."""
    chunks = ["", "dsch"]
    table = np.full((len(UNIT_NUMBER) * len(PLACES), len(chunks)), 0.5)
    assert (raised(table, chunks, (Habit("j", "any", "dsch", "germany"),)) == table).all()


def test_the_fit_may_use_a_habit() -> None:
    """A consonant as nothing, or a c for ayn, is allowed where the habit holds, and only there."""
    chunks = ["", "c"]
    allowed = np.zeros((len(UNIT_NUMBER) * len(PLACES), len(chunks)))
    allow(allowed, chunks, (Habit("ʻ", "initial", "c", "germany"),))
    assert allowed.sum() == allowed[UNIT_NUMBER["ʻ"] * len(PLACES), 1] == 1.0


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_every_habit_is_of_a_unit_and_a_place(row: dict[str, str]) -> None:
    """Unit and place are the channel's, the chunk has its letters, region and source are named."""
    assert row["unit"] in UNIT_NUMBER
    assert row["place"] in (*PLACES, "any")
    assert row["latin"] == EMPTY or 1 <= len(latin_letters(row["latin"])) <= 4
    assert row["region"]
    assert row["source"]


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_every_example_shows_its_habit(row: dict[str, str]) -> None:
    """The example has the chunk where the habit holds, and spells the Arabic beside it."""
    chunk = "" if row["latin"] == EMPTY else latin_letters(row["latin"])
    assert stands(chunk, row["place"], latin_letters(row["example"]))


def test_no_habit_is_listed_twice() -> None:
    """A unit, a place, a chunk and a region are one row."""
    keys = [(row["unit"], row["place"], row["latin"], row["region"]) for row in ROWS]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("habit", HABITS, ids=lambda h: f"{h.unit}-{h.place}-{h.chunk}")
def test_the_channel_knows_every_habit(habit: Habit) -> None:
    """The learned channel gives a habit its least share, or more, in every place it holds."""
    channel = read_channel(learned("latin.tsv"), LATIN)
    shares = channel.table[habit.rows(), channel.number[habit.chunk]]
    assert (shares > 0.8 * LEAST).all()


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(
            row,
            id=named(row),
            marks=pytest.mark.xfail(strict=True, reason="the habit is too rare beside other names")
            if row["example"] in HARDLY_HEARD
            else (),
        )
        for row in ROWS
    ],
)
def test_an_example_is_the_name_beside_it(row: dict[str, str]) -> None:
    """The sound model hears the example as another spelling of its Arabic."""
    model = load_model()
    arabic = arabic_letters(row["arabic"].removeprefix(ARTICLE))
    x, y = model.hear(row["example"].lower(), Script.LATIN), model.hear(arabic, Script.ARABIC)
    assert model.bits(x, y) > 0
