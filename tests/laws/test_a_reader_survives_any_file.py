"""Law: a file that is damaged anywhere gives entries, rejects or one fault, and nothing else.

Licensed: none. The files are sound ones of each format with bytes put in, taken out or cut off.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.sources import ALT, KADHIMI_FTM, KADHIMI_WIKIDATA, SADR_FTM, SDN, UN
from nisba.batch import FaultyFile
from nisba.exchange import (
    Entry,
    Found,
    NameColumns,
    PassedOver,
    Rejected,
    read_ftm,
    read_ofac,
    read_table,
    read_un,
    read_wikidata,
)

Read = Callable[[Path], Iterator[Found]]

TABLE = "id,name,sex\n1,Ali,m\n2,علي,f\n"
FILES: list[tuple[str, Read]] = [
    (f"{json.dumps(KADHIMI_FTM)}\n{json.dumps(SADR_FTM)}\n", read_ftm),
    (f"[\n{json.dumps(KADHIMI_WIKIDATA)},\n]\n", read_wikidata),
    (TABLE, lambda path: read_table(path, NameColumns(gender="sex"))),
    (UN, read_un),
    (SDN, lambda path: read_ofac(path, path)),
    (ALT, lambda path: read_ofac(path, path)),
]
PIECES = st.one_of(
    st.binary(max_size=8),
    st.sampled_from(
        [b'"', b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"<!DOCTYPE a>", b"{", b"[", b"\r"]
    ),
    st.sampled_from([b"&a;", b"\x1f\x8b", b"null", b"1e999", b"-0-", b",", b"\xc7\xe1"]),
)


@st.composite
def damaged(draw: st.DrawFn) -> tuple[bytes, Read]:
    """Bytes of a file that was sound once, and its reader."""
    text, read = draw(st.sampled_from(FILES))
    data = text.encode()
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        lost = draw(st.sampled_from((0, 0, 1, 5, 1000)))
        data = data[:at] + draw(PIECES) + data[at + lost :]
    return data, read


@given(damaged())
@settings(max_examples=300)
def test_a_reader_survives_any_file(file: tuple[bytes, Read]) -> None:
    """Every line that is told of lies in the file, and every fault names it."""
    data, read = file
    with TemporaryDirectory() as place:
        path = Path(place, "a.x")
        path.write_bytes(data)
        lines = data.count(b"\n") + data.count(b"\r") + 1
        found: list[Found] = []
        blamed = path
        try:
            found += read(path)
        except FaultyFile as fault:
            blamed = fault.fault.path
        assert blamed == path
        for one in found:
            assert isinstance(one, Entry | Rejected | PassedOver)
            line = one.fault.line if isinstance(one, Rejected) else one.line
            assert 0 <= line <= lines
