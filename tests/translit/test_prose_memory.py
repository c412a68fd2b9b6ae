"""The memory of words that the catalogue reads in its own way."""

from pathlib import Path

from nisba.translit.memory_training import exceptions_of, readings_of
from nisba.translit.prose_memory import remembered_words
from nisba.translit.stems import stem_of

ROWS = """arabic\tala_lc\tfreq
\u0643\u062a\u0627\u0628\tkitāb\t9
\u0628\u0643\u062a\u0627\u0628\u0647\tbi-kitābuhu\t9
\u0632\u0639\u0637\u0642\u0634\tZuʻuṭuqsh\t9
\u0632\u0639\u0637\u0642\u0627\u0634\tZuʻuṭuqāsh\t1
"""


def test_only_what_is_read_otherwise_is_kept(tmp_path: Path) -> None:
    """Words that are read so anyway, that differ by a case, or that come once, are not kept."""
    path = tmp_path / "lc_words.tsv"
    path.write_text(ROWS, encoding="utf-8")
    assert len(list(readings_of(path))) == 3
    rows = exceptions_of(path)
    assert [row.split("\t")[0] for row in rows] == ["\u0632\u0639\u0637\u0642\u0634"]
    assert rows[0].split("\t")[2] == "z u ʻ u ṭ u q sh"


def test_a_remembered_word_is_read_as_the_catalogue_does() -> None:
    """In running text the exception stands before lists and letters."""
    assert len(remembered_words()) > 100
    for word, found in list(remembered_words().items())[:50]:
        stem = stem_of(word, prose=True)
        assert stem is not None
        assert (stem.prefixes, stem.article) == (found.prefixes, found.article)
