"""Which full names the transliteration tables never see: a tenth, chosen by their letters."""

import hashlib


def kept_aside(key: str) -> bool:
    """Whether a full name, in Arabic letters as the registers fold them, is kept for reports.

    >>> kept_aside("\u0645\u062d\u0645\u062f \u0639\u0644\u064a") in (True, False)  # محمد علي
    True
    """
    return hashlib.sha256(f"full name {key}".encode()).digest()[0] % 10 == 0
