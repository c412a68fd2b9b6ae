"""`df.nisba`: names in a DataFrame resolved, romanized and put into clusters.

Importing this module puts the accessor there. `import nisba` alone does not: it would have to
import pandas.

>>> import pandas as pd
>>> import nisba.pandas
>>> people = pd.DataFrame({"name": ["al-Kadhemi", "Biden"]})
>>> people.nisba.resolve("name")["nisba_id"].tolist()
['mustafa-al-kadhimi', 'joe-biden']
"""

from typing import TYPE_CHECKING

import pandas as pd

from nisba.facts import FactColumns

if TYPE_CHECKING:
    from nisba.batch.resolving import Resolves


@pd.api.extensions.register_dataframe_accessor("nisba")
class NisbaAccessor:
    """What nisba does with the columns of a DataFrame; the frame itself stays as it is."""

    def __init__(self, frame: pd.DataFrame) -> None:
        """Stand for a frame: `df.nisba` makes one of these."""
        self._frame = frame

    def resolve(
        self,
        column: str,
        resolver: "Resolves | None" = None,
        limit: int = 5,
        *,
        facts: FactColumns | None = None,
    ) -> pd.DataFrame:
        """Return the frame with five columns more, as `nisba.resolve_frame` does."""
        from nisba.batch.frame import resolve_frame

        return resolve_frame(self._frame, column, resolver, limit, facts=facts)

    def romanize(self, column: str, scheme: str = "ala-lc") -> pd.DataFrame:
        """Return the frame with the column in a standard's letters, and notes on what is doubtful.

        The columns are `nisba_romanized` and `nisba_note`. Raises `ValueError` for a standard
        that nobody knows.

        >>> names = pd.DataFrame({"name": ["مصطفى الكاظمي", None]})
        >>> names.nisba.romanize("name")["nisba_romanized"].tolist()[0]
        'Muṣṭafá al-Kāẓimī'
        """
        from nisba.batch.frame import derive_frame
        from nisba.batch.romanizing import romanizing_work
        from nisba.translit.romanize import romanize
        from nisba.translit.schemes import load_scheme

        load_scheme(scheme)
        work = romanizing_work("romanized", lambda text: romanize(text, scheme, detail=True))
        return derive_frame(self._frame, column, work)

    def dedupe(
        self, column: str, max_error: float | None = None, *, facts: FactColumns | None = None
    ) -> pd.DataFrame:
        """Return the frame with the clusters of its names, as `nisba dedupe` writes them."""
        from nisba.batch.deduping import dedupe_frame

        if max_error is None:
            return dedupe_frame(self._frame, column, facts=facts)
        return dedupe_frame(self._frame, column, max_error=max_error, facts=facts)
