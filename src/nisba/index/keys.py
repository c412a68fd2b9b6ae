"""Keys of a part: two spellings of one name share at least one of them.

Three grains: the forms of the lexicon that a spelling may render, the letters as they are, and a
consonant skeleton in which the known confusions are one class (q k g gh kh j sh; z dh d t s th;
b f p v). A skeleton is filed as it is and with each one of its consonants left out, so that a
slip of the pen does not lose a name. A key is one number: what it says, and its grain.
"""

from nisba._loops import inner_loop, light, loop
from nisba.match.columns import (
    FIRST_FORMS,
    HEAD,
    INITIAL,
    SCRIPT,
    SURPRISE,
    TAIL,
    Longs,
    Parts,
)
from nisba.sounds.kernels import Floats
from nisba.sounds.pairs import Codes

LETTERS, FORM, BONES = range(3)
_GRAINS = 4
_PRIME = 36_028_797_018_963_913  # the greatest prime below 2^55: a step more stays below 2^63
_BASE = 61  # more than there are letters
MOST_KEYS = 64
"""Keys of one part, at most: its letters, its forms, and its skeleton with one letter less."""
_LONGEST = MOST_KEYS - FIRST_FORMS - 3
_FEWEST_BONES = 4
"""Consonants from which two parts written as one are filed."""


@light
@inner_loop
def grain_of(key: int) -> int:
    """LETTERS, FORM or BONES."""
    return key % _GRAINS


@light
@inner_loop
def chance_of(parts: Parts, prior: Floats, row: int, key: int) -> float:
    """P(form | spelling, a form of the lexicon) of the form that a key of a part names, as if all
    spellings were as likely to be of the lexicon; `prior` is P(form) there."""
    form = key // _GRAINS
    for at in range(parts.form_at[row], parts.form_at[row + 1]):
        if parts.forms[at] == form:
            return parts.chances[at] * prior[form] * 2.0 ** parts.sounds[row, SURPRISE]
    return 0.0


@light
@inner_loop
def prior_of(prior: Floats, key: int) -> float:
    """P(form) of the form that a key names."""
    return prior[key // _GRAINS]


@light
@loop
def keys_of(parts: Parts, row: int, keys: Longs) -> int:
    """Fill `keys` (MOST_KEYS) with those of a part, each once; returns how many there are."""
    letters = parts.letters[parts.letter_at[row] : parts.letter_at[row + 1]]
    if len(letters) == 0:
        return 0
    keys[0] = _filed(letters, -1, int(parts.marks[row, SCRIPT]) + 1) * _GRAINS + LETTERS
    count = 1
    for form in parts.first_forms[row]:
        if form >= 0:
            keys[count] = form * _GRAINS + FORM
            count += 1
    bones = parts.bones[parts.bone_at[row] : parts.bone_at[row + 1]]
    if len(bones) > 1:
        keys[count] = _filed(bones, -1, 1) * _GRAINS + BONES
        count += 1
    if 3 < len(bones) <= _LONGEST:
        first = count
        for left_out in range(len(bones)):
            key = _filed(bones, left_out, 1) * _GRAINS + BONES
            if key not in keys[first - 1 : count]:
                keys[count] = key
                count += 1
    return count


@light
@inner_loop
def key_of_both(parts: Parts, one: int, other: int) -> int:
    """The key of the bones of two neighbours written as one; -1 where it would say too little.

    Initials, compounds and parts in two scripts are not written as one.
    """
    marks = parts.marks
    if marks[one, SCRIPT] != marks[other, SCRIPT]:
        return -1
    for row in (one, other):
        if marks[row, INITIAL] or marks[row, HEAD] or marks[row, TAIL]:
            return -1
    x = parts.bones[parts.bone_at[one] : parts.bone_at[one + 1]]
    y = parts.bones[parts.bone_at[other] : parts.bone_at[other + 1]]
    seam = 1 if len(x) > 0 and len(y) > 0 and x[-1] == y[0] else 0
    if len(x) + len(y) - seam < _FEWEST_BONES:
        return -1
    return _filed(y[seam:], -1, _filed(x, -1, 1)) * _GRAINS + BONES


@light
@inner_loop
def key_of_bones(parts: Parts, row: int) -> int:
    """The key of the bones of a part that may be two written as one, or -1."""
    marks = parts.marks
    size = parts.bone_at[row + 1] - parts.bone_at[row]
    if marks[row, INITIAL] or marks[row, HEAD] or marks[row, TAIL] or size < _FEWEST_BONES:
        return -1
    bones = parts.bones[parts.bone_at[row] : parts.bone_at[row + 1]]
    return _filed(bones, -1, 1) * _GRAINS + BONES


@light
@inner_loop
def _filed(codes: Codes, left_out: int, start: int) -> int:
    """One number for a row of codes, one of them left out; two rows share it once in 2^55."""
    number = start
    for i in range(len(codes)):
        if i != left_out:
            number = (number * _BASE + int(codes[i]) + 1) % _PRIME
    return number
