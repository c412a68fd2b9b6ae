"""Law: a file that is cut into chunks has the rows that it has when it is read in one piece.

Licensed: none. The files are made of cells, quotes that are lost, blank lines and all line ends.
"""

import io

from hypothesis import given
from hypothesis import strategies as st

from nisba.batch.rows import Reject, Row, Splitter, read_rows

SIGNS = ['"', '""', ",", ";", "\n", "\r\n", "\r", "al-Kadhemi", "علي", " ", "\0", "a"]
ROWS = ["a,b\n", '"two\nlines",x\r\n', '"lost"quote\n', "\r", 'x,"y"\n', '"a"b\r', "علي\n"]
PIECES = st.lists(st.one_of(st.sampled_from(ROWS), st.sampled_from(SIGNS)), max_size=40)


def in_chunks(text: str, rows: int, size: int) -> list[Row | Reject]:
    """Cut a text, and read the rows of each piece by itself."""
    splitter = Splitter(io.StringIO(text, newline=""), ",")
    found: list[Row | Reject] = []
    while pieces := splitter.pieces(rows, size):
        for piece in pieces:
            if isinstance(piece, Reject):
                found.append(piece)
            else:
                line, part = piece
                found += read_rows(io.StringIO(part, newline=""), ",", line - 1)
    return found


@given(PIECES, st.integers(1, 5), st.sampled_from((1, 10, 1_000)))
def test_cutting_loses_no_row(pieces: list[str], rows: int, size: int) -> None:
    """The same rows, rejects and lines, wherever the file was cut."""
    text = "".join(pieces)
    assert in_chunks(text, rows, size) == list(read_rows(io.StringIO(text, newline=""), ","))
