"""Spellings that differ in vowel marks alone, which most writers leave out."""

from nisba._loops import inner_loop, light
from nisba.sounds.letters import ARABIC, MARKS
from nisba.sounds.pairs import Codes

_FIRST_MARK, _LAST_MARK = ARABIC.index(MARKS[0]), ARABIC.index(MARKS[-1])


@light
@inner_loop
def same_letters(x: Codes, y: Codes, arabic: bool) -> bool:
    """Whether two spellings are one, or differ in vowel marks alone that one of them leaves out."""
    i = j = 0
    while i < len(x) and j < len(y):
        if x[i] != y[j]:
            return False
        first, i, j = (i, j), i + 1, j + 1
        if arabic:
            i, j = _behind_marks(x, i), _behind_marks(y, j)
            size, other = i - first[0] - 1, j - first[1] - 1
            if size == other:
                for k in range(1, size + 1):
                    if x[first[0] + k] != y[first[1] + k]:
                        return False
            elif size > 0 and other > 0 and not _within(x[first[0] + 1 : i], y[first[1] + 1 : j]):
                return False
    return i == len(x) and j == len(y)


@light
@inner_loop
def _behind_marks(letters: Codes, at: int) -> int:
    """The place behind the vowel marks that stand at a place."""
    while at < len(letters) and _FIRST_MARK <= letters[at] <= _LAST_MARK:
        at += 1
    return at


@light
@inner_loop
def _within(x: Codes, y: Codes) -> bool:
    """Whether the shorter one of two runs of marks is a piece of the longer one."""
    shorter, longer = (x, y) if len(x) < len(y) else (y, x)
    for begin in range(len(longer) - len(shorter) + 1):
        alike = True
        for k in range(len(shorter)):
            alike = alike and longer[begin + k] == shorter[k]
        if alike:
            return True
    return False
