"""From the bytes of an editor's file to text that the readers can trust, line by line.

The first step of every reader here. It reports what an eye cannot see on a screen: a foreign
encoding, Windows line ends, direction marks, presentation forms. It repairs each of these in
memory, so that the readers behind it can go on and report the rest of the faults.
"""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from nisba.gazetteer.faults import Finding, error

#: A record is a few kilobytes; a megabyte is a mistake, and would only cost time.
MOST_BYTES = 1_000_000

#: The faults that reading puts right in memory, so that writing the record mends the file.
MENDED_CODES = frozenset(
    {"bom", "line-end", "last-line", "tab", "control", "invisible", "space"}
    | {"presentation-form", "tatweel", "not-nfc"}
)

# Everything that is no printable character and no line end, tab or space. The line separators
# U+0085, U+2028 and U+2029 are line ends to YAML but not to most editors.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
# Hebrew and Arabic presentation forms; U+FEFF, the byte-order mark, lies in the same block.
_PRESENTATION = re.compile("[\ufb1d-\ufdff\ufe70-\ufefc]")
_TATWEEL = re.compile("\u0640")
_LOST = re.compile("\ufffd")
_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")

_ARABIC = (
    "\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff"
)
# The zero-width non-joiner has its place between two Arabic letters, in Persian spelling only; the
# text stage keeps it there too.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200d-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
    f"|(?<![{_ARABIC}])\u200c|\u200c(?![{_ARABIC}])"
)
_SUSPECT_OF_TABLE = re.compile(
    "|".join(p.pattern for p in (_CONTROL, _INVISIBLE, _PRESENTATION, _TATWEEL, _SPACE, _LOST))
)
_SUSPECT = re.compile(f"{_SUSPECT_OF_TABLE.pattern}|\t")
# Words of one run may be parted by spaces, hyphen, full stop, apostrophes and the Arabic comma,
# none of which moves when a line is laid out from right to left.
_RUN = re.compile(f"[{_ARABIC}]+(?:[ .'\u2019\u02bc\u060c\u200c-]+[{_ARABIC}]+)*")


def read_lines(
    path: Path, *, tabs: bool, limit: int = MOST_BYTES
) -> tuple[list[str] | None, list[Finding]]:
    """Read a file as lines without their ends; `None` if it cannot be read as text at all.

    `tabs` says that the file is a table: tabs part its fields, and one line may hold two Arabic
    runs, which tabs keep in order. `limit` is in bytes.
    """
    size = path.stat().st_size
    if size > limit:
        advice = f"make it smaller than {limit:,} bytes: it has {size:,}"
        return None, [error(path, 0, "size", path.name, advice)]
    return lines_of(path, path.read_bytes(), tabs=tabs)


def lines_of(path: Path, data: bytes, *, tabs: bool) -> tuple[list[str] | None, list[Finding]]:
    """Do as `read_lines` does with bytes that need not stand in a file; findings name `path`."""
    found: list[Finding] = []
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
        found.append(error(path, 1, "bom", "\ufeff", "save as UTF-8 without a byte-order mark"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return None, [*found, _not_utf8(path, data, fault)]
    if "\r" in text:
        line = text.count("\n", 0, text.index("\r")) + 1
        advice = f"save with line ends LF: {text.count(chr(13))} lines end in CR"
        found.append(error(path, line, "line-end", "\r", advice))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    elif lines:
        found.append(error(path, len(lines), "last-line", lines[-1], "end the file with a newline"))
    if (_SUSPECT_OF_TABLE if tabs else _SUSPECT).search(text) or not unicodedata.is_normalized(
        "NFC", text
    ):
        for number, line_text in enumerate(lines, 1):
            found += _unfit(path, number, line_text, tabs)
        lines = [_repaired(line_text, tabs) for line_text in lines]
    if not tabs:
        found += _two_runs(path, lines)
    return lines, found


def _not_utf8(path: Path, data: bytes, fault: UnicodeDecodeError) -> Finding:
    line = data.count(b"\n", 0, fault.start) + 1
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        hint = "it looks like UTF-16"
    else:
        hint = "Arabic text from Windows is often windows-1256"
    value = " ".join(f"{byte:02x}" for byte in data[fault.start : fault.start + 8])
    advice = f"save as UTF-8: byte {fault.start} (from 0) is not UTF-8; {hint}"
    return error(path, line, "encoding", value, advice)


def _unfit(path: Path, number: int, line: str, tabs: bool) -> Iterator[Finding]:
    if not tabs and "\t" in line:
        yield error(path, number, "tab", line, "write spaces in place of the tab")
    for pattern, code, advice in (
        (_CONTROL, "control", "delete the control character"),
        (_INVISIBLE, "invisible", "delete the direction mark or zero-width character"),
        (_PRESENTATION, "presentation-form", "write the plain letters"),
        (_TATWEEL, "tatweel", "delete the tatweel"),
        (_SPACE, "space", "write a plain space for"),
        (_LOST, "lost-letter", "write the letter that was lost, for"),
    ):
        if hit := pattern.search(line):
            sign = hit.group()
            named = f"{_code_point(sign)} {unicodedata.name(sign, '')}".rstrip()
            yield error(path, number, code, line, f"{advice} {named}")
    # The decomposition of a presentation form is one fault, not two.
    if not unicodedata.is_normalized("NFC", _PRESENTATION.sub("", line)):
        at = next(i for i, pair in enumerate(_against_nfc(line)) if pair[0] != pair[1])
        advice = f"normalise to NFC; it first differs at column {at + 1}"
        yield error(path, number, "not-nfc", line, advice)


def _against_nfc(line: str) -> Iterator[tuple[str, str]]:
    nfc = unicodedata.normalize("NFC", line)
    longest = max(len(line), len(nfc))
    return zip(line.ljust(longest, "\0"), nfc.ljust(longest, "\0"), strict=True)


def _code_point(sign: str) -> str:
    return f"U+{ord(sign):04X}"


def _repaired(line: str, tabs: bool) -> str:
    line = _INVISIBLE.sub("", _SPACE.sub(" ", _CONTROL.sub(" ", line)))
    line = _PRESENTATION.sub(lambda hit: unicodedata.normalize("NFKC", hit.group()), line)
    line = unicodedata.normalize("NFC", _TATWEEL.sub("", line))
    return line if tabs else line.replace("\t", " ")


def _two_runs(path: Path, lines: list[str]) -> Iterator[Finding]:
    for number, line in enumerate(lines, 1):
        if not line.isascii() and len(_RUN.findall(line)) > 1:
            advice = "keep one Arabic run on a line: a screen shows two of them in the wrong order"
            yield error(path, number, "two-runs", line, advice)
