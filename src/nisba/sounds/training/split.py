"""Which Arabic names the sound model never hears in training: a tenth, chosen by their hash.

The training leaves their spellings out; the benchmarks ask for nothing else. The split is a
property of the name, so that it is the same on every machine and for every table.
"""

import hashlib


def held_out(key: str) -> bool:
    """Whether a key is held out: Arabic letters as `arabic_letters` writes them, no article.

    With its article a nisba would be another key, and its spellings would be heard after all.

    >>> held_out("\u0639\u0627\u062f\u0644"), held_out("\u0645\u062d\u0645\u062f")  # عادل محمد
    (True, False)
    """
    return hashlib.sha256(key.encode()).digest()[0] % 10 == 0
