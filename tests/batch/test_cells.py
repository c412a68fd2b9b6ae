import pytest

from nisba.batch.cells import fault_of_name, harmless, is_blank


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_what_starts_a_formula_gets_an_apostrophe(start: str) -> None:
    """Every start that makes a spreadsheet compute is made harmless, the rest is kept."""
    assert harmless(f"{start}HYPERLINK(0)") == f"'{start}HYPERLINK(0)"


@pytest.mark.parametrize(
    "cell", ["", "al-Kadhimi", "'Ali", "-46.63", "+9647701234567", "-1,5", "a=b"]
)
def test_what_computes_nothing_is_left_alone(cell: str) -> None:
    """Names, signed numbers and apostrophes stay as they came."""
    assert harmless(cell) == cell


@pytest.mark.parametrize("cell", ["-1+1", "-1\n", "--1", "+1;2"])
def test_a_sum_is_no_number(cell: str) -> None:
    """What only begins like a number may still be a formula."""
    assert harmless(cell) == f"'{cell}"


def test_the_longest_name_is_still_a_name() -> None:
    """10,000 characters pass, one more does not."""
    assert fault_of_name("x" * 10_000) == ""
    assert fault_of_name("x" * 10_001) != ""


def test_direction_marks_alone_are_no_name() -> None:
    """A cell that looks empty but is not is a fault, a blank one is not."""
    assert fault_of_name("\u200f \u202b") == "only control characters"
    assert fault_of_name(" \t") == ""
    assert is_blank(" \u00a0")
    assert not is_blank("\u200f")
