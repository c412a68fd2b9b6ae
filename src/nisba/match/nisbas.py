"""The two genders of a nisba: al-Miṣrī of a man, al-Miṣrīyah of a woman, one family."""

import re

from nisba.text.scripts import Script

_LATIN = re.compile("(?<=[^aeiou\u0101\u012b\u016b])(?:[i\u012b]yy?a[h\u1e97t]?|ia|[iy]ye?h?|ieh)")
# ية and, without its dots, يه
_ARABIC = re.compile("\u064a[\u064e\u0651]{0,2}[\u0629\u0647]")
_YA = "\u064a"


def masculine(core: str, script: Script) -> str:
    """The masculine of a feminine nisba, or nothing when the word is none.

    >>> masculine("misriyya", Script.LATIN), masculine("misri", Script.LATIN)
    ('misri', '')
    >>> masculine("tunisia", Script.LATIN), masculine("nadwa", Script.LATIN)
    ('tunisi', '')
    """
    if script is Script.ARABIC:
        found = _ARABIC.search(core)
        return core[: found.start()] + _YA if found and found.end() == len(core) > 4 else ""
    for found in _LATIN.finditer(core):
        if found.end() == len(core) and found.start() >= 2:
            return core[: found.start()] + "i"
    return ""
