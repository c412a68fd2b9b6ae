"""First stage: which script a letter and a run of text is written in.

Reach for it before any rule that holds for one script only. It looks at letters and combining
marks; digits, spaces and punctuation belong to no script and join the run that they stand in.
"""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum


class Script(StrEnum):
    """Scripts that names come in, by their ISO 15924 codes; `OTHER` is everything else."""

    LATIN = "Latn"
    ARABIC = "Arab"
    CYRILLIC = "Cyrl"
    HEBREW = "Hebr"
    GREEK = "Grek"
    OTHER = "Zyyy"

    # As the text that it is equal to, and by no detour: much is looked up by script.
    __hash__ = str.__hash__


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one script; `start` and `end` count code points."""

    text: str
    start: int
    end: int
    script: Script


# First and last code point of the blocks that hold letters of a script (Unicode 15 block list).
_BLOCKS: tuple[tuple[int, int, Script], ...] = (
    (0x0041, 0x005A, Script.LATIN),
    (0x0061, 0x007A, Script.LATIN),
    (0x00AA, 0x00AA, Script.LATIN),
    (0x00BA, 0x00BA, Script.LATIN),
    (0x00C0, 0x00D6, Script.LATIN),
    (0x00D8, 0x00F6, Script.LATIN),
    (0x00F8, 0x02AF, Script.LATIN),
    (0x0370, 0x0373, Script.GREEK),
    (0x0376, 0x0377, Script.GREEK),
    (0x037B, 0x037D, Script.GREEK),
    (0x037F, 0x0386, Script.GREEK),
    (0x0388, 0x03FF, Script.GREEK),
    (0x0400, 0x0481, Script.CYRILLIC),
    (0x048A, 0x052F, Script.CYRILLIC),
    (0x05D0, 0x05F2, Script.HEBREW),
    (0x0620, 0x063F, Script.ARABIC),
    (0x0641, 0x064A, Script.ARABIC),
    (0x066E, 0x066F, Script.ARABIC),
    (0x0671, 0x06D3, Script.ARABIC),
    (0x06D5, 0x06D5, Script.ARABIC),
    (0x06E5, 0x06E6, Script.ARABIC),
    (0x06EE, 0x06EF, Script.ARABIC),
    (0x06FA, 0x06FF, Script.ARABIC),
    (0x0750, 0x077F, Script.ARABIC),
    (0x0870, 0x0887, Script.ARABIC),
    (0x0889, 0x088E, Script.ARABIC),
    (0x08A0, 0x08C9, Script.ARABIC),
    (0x1D00, 0x1D25, Script.LATIN),
    (0x1D6B, 0x1D77, Script.LATIN),
    (0x1D79, 0x1D9A, Script.LATIN),
    (0x1E00, 0x1EFF, Script.LATIN),
    (0x1F00, 0x1FFF, Script.GREEK),
    (0x212A, 0x212B, Script.LATIN),
    (0x2C60, 0x2C7F, Script.LATIN),
    (0x2DE0, 0x2DFF, Script.CYRILLIC),
    (0xA640, 0xA69F, Script.CYRILLIC),
    (0xA722, 0xA7FF, Script.LATIN),
    (0xAB30, 0xAB64, Script.LATIN),
    (0xFB00, 0xFB06, Script.LATIN),
    (0xFB1D, 0xFB4F, Script.HEBREW),
    (0xFB50, 0xFBB1, Script.ARABIC),
    (0xFBD3, 0xFD3D, Script.ARABIC),
    (0xFD50, 0xFDFB, Script.ARABIC),
    (0xFE70, 0xFEFC, Script.ARABIC),
    (0xFF21, 0xFF3A, Script.LATIN),
    (0xFF41, 0xFF5A, Script.LATIN),
)
_FIRSTS = tuple(block[0] for block in _BLOCKS)


def script_of(char: str) -> Script:
    """Script of one letter; `Script.OTHER` for marks, digits, signs and all other scripts.

    >>> script_of("k"), script_of("\\u0642"), script_of("7")
    (<Script.LATIN: 'Latn'>, <Script.ARABIC: 'Arab'>, <Script.OTHER: 'Zyyy'>)
    """
    point = ord(char)
    at = bisect_right(_FIRSTS, point) - 1
    if at >= 0 and point <= _BLOCKS[at][1]:
        return _BLOCKS[at][2]
    return Script.OTHER


def dominant_script(text: str) -> Script:
    """Script of most letters of a text; the one that comes first wins a tie.

    Letters of no named script (Han, Armenian) count as `Script.OTHER`.

    >>> dominant_script("Kadhimi (\\u0627\\u0644)")
    <Script.LATIN: 'Latn'>
    """
    if text.isascii():
        return Script.LATIN if any(c.isalpha() for c in text) else Script.OTHER
    counts: dict[Script, int] = {}
    for char in text:
        if char.isalpha():
            script = script_of(char)
            counts[script] = counts.get(script, 0) + 1
    return max(counts, key=counts.__getitem__, default=Script.OTHER)


def script_runs(text: str) -> tuple[Run, ...]:
    """Cut a text where its script changes; the runs put together are the text.

    Signs, digits and spaces stay with the letters before them, at the start with those after.

    >>> [(run.text, run.script.value) for run in script_runs("Ali \\u0639\\u0644\\u064a")]
    [('Ali ', 'Latn'), ('\u0639\u0644\u064a', 'Arab')]
    """
    runs: list[Run] = []
    start = 0
    current: Script | None = None
    for at, char in enumerate(text):
        if not char.isalpha():
            continue
        script = script_of(char)
        if current is None:
            current = script
        elif script is not current:
            runs.append(Run(text[start:at], start, at, current))
            start, current = at, script
    if text:
        runs.append(Run(text[start:], start, len(text), current or Script.OTHER))
    return tuple(runs)
