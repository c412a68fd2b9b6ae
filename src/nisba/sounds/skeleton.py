"""The consonant skeleton of a spelling: its consonants in a few classes, the same for both scripts.

A rough likeness, for keys and for near misses; the sound model judges. The classes hold the known
confusions together: q k g gh kh j sh; z dh d t s th; b f p v.
"""

import numpy as np

from nisba._loops import inner_loop, light
from nisba.sounds.letters import ARABIC, LATIN
from nisba.sounds.pairs import ARABIC_LETTERS, LATIN_LETTERS, Codes
from nisba.text.scripts import Script

CLASSES = "kltbmnr"
_LATIN_CLASS = (
    dict.fromkeys("cgjkqx", "k") | dict.fromkeys("dstz", "t") | dict.fromkeys("bfpv", "b")
)
_LATIN_CLASS |= {c: c for c in "lmnr"}
# Arabic letters in the order of the alphabet; weak letters, ayn and the h's have no class.
_ARABIC_CLASS = {
    **dict.fromkeys("\u062c\u062e\u0634\u063a\u0642\u0643\u06af\u0686", "k"),  # ج خ ش غ ق ك گ چ
    **dict.fromkeys("\u062a\u062b\u062f\u0630\u0632\u0633\u0635\u0636\u0637\u0638\u0698", "t"),
    **dict.fromkeys("\u0628\u0641\u067e\u06a4", "b"),  # ب ف پ ڤ
    "\u0644": "l",  # ل
    "\u0645": "m",  # م
    "\u0646": "n",  # ن
    "\u0631": "r",  # ر
}
_NONE = -1
_LATIN = tuple(CLASSES.find(_LATIN_CLASS.get(letter, "-")) for letter in LATIN)
_ARABIC = tuple(CLASSES.find(_ARABIC_CLASS.get(letter, "-")) for letter in ARABIC)
_S, _C, _H = map(LATIN.index, "sch")
_K = CLASSES.index("k")


def skeleton(letters: str, script: Script) -> str:
    """Classes of the consonants, neighbours of one class as one.

    >>> skeleton("qadhdhafi", Script.LATIN), skeleton("kazzafi", Script.LATIN)
    ('ktb', 'ktb')
    """
    arabic = script is Script.ARABIC
    alphabet = ARABIC if arabic else LATIN
    codes = np.array([alphabet.index(c) for c in letters if c in alphabet], np.uint8)
    bones = np.empty(len(codes), np.uint8)
    count = bones_of(codes, ARABIC_LETTERS if arabic else LATIN_LETTERS, bones)
    return "".join(CLASSES[code] for code in bones[:count].tolist())


@light
@inner_loop
def bones_of(letters: Codes, script: int, bones: Codes) -> int:
    """Fill `bones` with the same as numbers in CLASSES; returns how many there are.

    th and dh stand among the t's, kh gh sh ch and sch among the k's.
    """
    count, last, size = 0, _NONE, len(letters)
    for i in range(size):
        letter = letters[i]
        found = _ARABIC[letter] if script == ARABIC_LETTERS else _LATIN[letter]
        if letter == _S and script != ARABIC_LETTERS:
            behind = i + 1 + (i + 1 < size and letters[i + 1] == _C)
            if behind < size and letters[behind] == _H:
                found = _K
        if found not in (_NONE, last):
            bones[count] = last = found
            count += 1
    return count
