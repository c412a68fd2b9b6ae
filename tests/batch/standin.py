"""A resolver that knows three names by heart: batch and command tests need no more of one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nisba.facts import Facts

ARABIC = (
    "\u0645\u0635\u0637\u0641\u0649 \u0627\u0644\u0643\u0627\u0638\u0645\u064a"  # مصطفى الكاظمي
)


@dataclass(frozen=True)
class Known:
    """A candidate with its evidence, which is its bits alone."""

    identity: str
    name: str
    bits: float
    probability: float

    @property
    def evidence(self) -> "Known":
        return self

    def as_dict(self) -> dict[str, float]:
        return {"bits": self.bits}


@dataclass(frozen=True)
class Said:
    """An answer."""

    decision: str
    identity: str | None
    candidates: tuple[Known, ...]
    nobody: float
    reason: str
    namesakes: tuple[str, ...] = ()


KADHIMI = Known("mustafa-al-kadhimi", "Mustafa al-Kadhimi", 14.25, 0.9999999991)
SADR = Known("muqtada-al-sadr", "Muqtada al-Sadr", 3.5, 0.5)
HAKIM = Known("ammar-al-hakim", "Ammar al-Hakim", 3.5, 0.5)
MATCH = Said("match", KADHIMI.identity, (KADHIMI,), 1e-9, "the family name answers")
BOTH = Said(
    "ambiguous",
    None,
    (SADR, HAKIM),
    0.0,
    "two namesakes share the probability",
    (SADR.identity, HAKIM.identity),
)
NOBODY = Said("none", None, (), 1.0, "no candidate")
ANSWERS = {"al-Kadhemi": MATCH, ARABIC: MATCH, "Sayyid": BOTH}


class StandIn:
    """Answers from `ANSWERS`, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []
        self.known: list[list[Facts] | None] = []
        self.limits: list[int] = []

    @property
    def gazetteer(self) -> "StandIn":
        return self

    def label(self, id: str, /) -> str:
        return {KADHIMI.identity: "Mustafa al-Kadhimi"}.get(id, id.upper())

    def resolve_many(
        self, names: list[str], /, *, limit: int, facts: list[Facts] | None = None
    ) -> Sequence[Said]:
        self.asked.append(names)
        self.known.append(facts)
        self.limits.append(limit)
        found = [ANSWERS.get(name, NOBODY) for name in names]
        return [replace(answer, candidates=answer.candidates[:limit]) for answer in found]
