"""Law: whatever a source holds, what is imported of it passes `check` without an error.

Licensed: warnings that two identities share a name.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from laws.strategies import names, texts
from nisba.exchange import Entry, ForeignName, Source, import_entries
from nisba.gazetteer import IdentityType, check

ANYTHING = st.one_of(texts(), names(), st.text(max_size=30))


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """An entry of a source that nobody has checked."""
    found = draw(st.lists(ANYTHING, max_size=4))
    made = tuple(ForeignName(text, weak=draw(st.booleans())) for text in found)
    offices = tuple(draw(st.lists(ANYTHING, max_size=2)))
    kind = draw(st.sampled_from(IdentityType))
    return Entry(
        Path("a.json"), 1, draw(ANYTHING), kind, made, draw(ANYTHING), "male", offices=offices
    )


@given(st.lists(entries(), max_size=4))
@settings(max_examples=60)  # each writes a folder of files
def test_an_import_leaves_nothing_to_mend(found: list[Entry]) -> None:
    """Every entry is added or rejected, and the folder is sound, or not there at all."""
    with TemporaryDirectory() as place:
        folder = Path(place, "new")
        imported = import_entries(found, folder, Source("test", "Test", "CC0-1.0"))
        assert imported.added + imported.rejected + imported.known == len(found)
        assert folder.exists() == (imported.added > 0)
        findings = check(folder) if folder.exists() else []
        assert {finding.code for finding in findings} <= {"shared-name"}
        records = list(folder.rglob("*.yaml"))
        assert len(records) == imported.added
        again = import_entries(found, folder, Source("test", "Test", "CC0-1.0"))
        assert again.added == 0
