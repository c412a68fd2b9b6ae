"""The answers of the loops, told as decisions with their candidates, many at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat

import numpy as np

from nisba.facts import Facts
from nisba.index.catalogue import text_of, texts_at
from nisba.match.evidence import glimpses_of
from nisba.match.prepare import LONGEST_NAME
from nisba.match.types import Prepared
from nisba.match.viewing import View
from nisba.resolve.decisions import Decision
from nisba.resolve.knowing import Asked, Knowing
from nisba.resolve.ranking import LOOKED_AT, Answers
from nisba.resolve.types import Candidate, Resolution
from nisba.sounds.listening import starts


@dataclass(frozen=True, slots=True, eq=False)
class Teller:
    """Tells what the loops found in one index; a decision needs the probability `enough`."""

    knowing: Knowing
    enough: float

    def tell(
        self,
        asked: Sequence[tuple[Prepared, Facts]],
        answers: Answers,
        view: View,
        limit: int,
    ) -> Iterator[Resolution]:
        """The decisions for names, each with up to `limit` candidates.

        `view` holds what was seen between each name and the best one of the list.
        """
        knowing, index = self.knowing, self.knowing.index
        shown = np.minimum(answers.best, limit)
        kept = np.arange(LOOKED_AT) < shown[:, None]
        numbers = answers.names[kept]
        ids = texts_at(index.catalogue.ids, index.owner[numbers])
        names = texts_at(index.texts, numbers)
        bits, chances = answers.bits[kept].tolist(), answers.chances[kept].tolist()
        glimpses = glimpses_of(view, np.arange(len(asked)), answers.names[:, 0])
        ends = starts(shown).tolist()
        best, nobody = answers.chances[:, 0].tolist(), answers.nobody.tolist()
        for row, (query, facts) in enumerate(asked):
            places = range(ends[row], ends[row + 1])
            if len(query.name.parts) > LONGEST_NAME:
                # A text pasted by mistake is nobody's name.
                best[row], nobody[row] = 0.0, 1.0
                chances[ends[row] : ends[row + 1]] = [0.0] * len(places)
            sights = chain((glimpses[row],), repeat(None))
            candidates = tuple(
                [
                    Candidate(
                        ids[k], names[k], bits[k], chances[k], Asked(knowing, query, facts, sight)
                    )
                    for k, sight in zip(places, sights, strict=False)
                ]
            )
            name = query.name.original
            if best[row] >= self.enough:
                identity = self._owner(answers.names[row, 0])
                yield Resolution(name, Decision.MATCH, identity, candidates, nobody[row])
            elif 1.0 - nobody[row] >= self.enough:
                tied = map(self._owner, answers.names[row, : answers.tied[row]])
                yield Resolution(
                    name, Decision.AMBIGUOUS, None, candidates, nobody[row], tuple(tied)
                )
            else:
                yield Resolution(name, Decision.NONE, None, candidates, nobody[row])

    def _owner(self, number: np.int64) -> str:
        """Whose a name of the list is."""
        index = self.knowing.index
        return text_of(index.catalogue.ids, int(index.owner[number]))
