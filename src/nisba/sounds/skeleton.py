"""The consonant skeleton of a spelling: its consonants in a few classes, the same for both scripts.

A rough likeness, for keys and for near misses; the sound model judges. The classes hold the known
confusions together: q k g gh kh j sh; z dh d t s th; b f p v.
"""

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


def skeleton(letters: str, script: Script) -> str:
    """Classes of the consonants, neighbours of one class as one.

    >>> skeleton("qadhdhafi", Script.LATIN), skeleton("kazzafi", Script.LATIN)
    ('ktb', 'ktb')
    """
    arabic = script is Script.ARABIC
    class_of = (_ARABIC_CLASS if arabic else _LATIN_CLASS).get
    out = last = ""
    for c in map(class_of, letters if arabic else _digraphs(letters)):
        if c is not None and c != last:
            out += c
            last = c
    return out


def _digraphs(letters: str) -> str:
    """th and dh stand among the t's, kh gh sh ch and s before ch among the k's."""
    for digraph, letter in (("sch", "k"), ("sh", "k"), ("ph", "f")):
        letters = letters.replace(digraph, letter)
    return letters
