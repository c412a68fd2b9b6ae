"""Elements whose vowels say one thing and whose romanization another.

`vocalised` and `romanized` of an element are written by hand, side by side. The marks are read
letter by letter; no list of names is asked, which could make the same slip.
"""

import unicodedata
from collections.abc import Iterable, Iterator

from nisba.gazetteer.faults import Finding, question
from nisba.gazetteer.tables import Table
from nisba.sounds.units import HAMZA, units_of
from nisba.translit.marked import read_marked
from nisba.translit.pointing import written

_ARTICLE = "\u0627\u0644"  # ال
_ALLAH = ("\u0627\u0644\u0644\u0651\u064e\u0670\u0647", "allāh")  # اللَّٰه is not read by letters
_SEPARATOR = "\u02b9"  # ʹ keeps two letters apart that could be read as a digraph


def misread_elements(tables: Iterable[Table]) -> Iterator[Finding]:
    """Ask about every element whose romanization is not what its vowels spell."""
    for table in tables:
        for row in table.rows:
            vocalised, romanized = row["vocalised"], row["romanized"]
            if vocalised and romanized and (advice := disagreement(vocalised, romanized)):
                yield question(table.path, row.line, "vowels", romanized, advice)


def disagreement(vocalised: str, romanized: str) -> str:
    """Say where vowels and ALA-LC romanization of a name differ; empty where they agree.

    >>> disagreement("\u062d\u064e\u0633\u064e\u0646", "\u1e24asan")  # حَسَن
    ''
    >>> disagreement("\u062d\u064e\u0633\u064e\u0646", "\u1e24usn")
    'the vowels of ḥusn spell ḥasan: correct vocalised or romanized'
    """
    words = unicodedata.normalize("NFC", vocalised).split()
    latin = unicodedata.normalize("NFC", romanized).casefold().split()
    if len(words) != len(latin):
        return f"vocalised has {len(words)} words, and romanized {len(latin)}: correct one of them"
    for at, (word, sound) in enumerate(zip(words, latin, strict=True)):
        if (word, sound) == (unicodedata.normalize("NFC", _ALLAH[0]), _ALLAH[1]):
            continue
        if sound.startswith("al-"):
            word, sound = word.removeprefix(_ARTICLE), sound.removeprefix("al-")
        found = _said(word, sound, last=at + 1 == len(words))
        if found is not None:
            return f"the vowels of {sound} spell {found}: correct vocalised or romanized"
    return ""


def _said(word: str, sound: str, last: bool) -> str | None:
    """What the marks of a word spell, where it is not this sound; None where it is."""
    sound = sound.replace("-", "")
    marked = read_marked(word)
    if marked is None:
        # The marks leave a vowel open (Antwān): enough that they do not contradict.
        form = units_of(sound)
        return None if form and written(form, word) > 0 else "no such word"
    units = marked.units[1:] if marked.units[0] == HAMZA else marked.units
    spelled = "".join(units)
    # Before another word a tāʾ marbūṭa is spoken: Hibat Allāh.
    construct = f"{sound[:-1]}h" if sound.endswith("t") and not last else sound
    return None if _plain(spelled) in (_plain(sound), _plain(construct)) else _plain(spelled)


def _plain(sound: str) -> str:
    """Letters of a sound in pause: a long ī before y is written i and yy, the ending ẗ is h.

    One waw may write wū (Dāwūd), so that a short u is no contradiction there.
    """
    pause = sound.removeprefix(HAMZA).replace("ẗ", "h").replace(_SEPARATOR, "")
    return pause.replace("iyy", "īy").replace("uww", "ūw").replace("wū", "wu")
