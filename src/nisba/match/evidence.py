"""Which part of one name answers which part of the other, with how many bits.

Two names are bags of parts with a preferred order. Parts are linked one to one, best evidence
first, or one to two where a compound is written apart on one side. What stays unlinked is for
`nisba.match.quantities`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from nisba.match.types import Heard, Link, Prepared
from nisba.match.weights import value
from nisba.sounds.model import SoundModel
from nisba.text.scripts import Script

_NOTHING = -99.0


@dataclass(frozen=True, slots=True, eq=False)
class Weigher:
    """Compares prepared names with one sound model; remembers pairs of parts."""

    model: SoundModel
    _pairs: dict[tuple[int, int], tuple[float, float]] = field(default_factory=dict)

    def sound(self, a: Heard, b: Heard) -> tuple[float, float]:
        """Bits of two parts' cores, and how far they stay below identity (0 or less)."""
        key = (a.number, b.number) if a.number < b.number else (b.number, a.number)
        found = self._pairs.get(key)
        if found is None:
            if len(self._pairs) > 2_000_000:
                self._pairs.clear()
            found = self._pairs[key] = self._sound(a, b)
        return found

    def _sound(self, a: Heard, b: Heard) -> tuple[float, float]:
        if a.initial or b.initial:
            return _initials(a, b)
        ceiling = min(a.best, b.best)
        bits = min(self.model.bits(a.sound, b.sound), ceiling)
        deficit = bits - ceiling
        more = min(a.shift, b.shift)
        if bits > 0 and (more < 0 or (a.head, a.tail) == (b.head, b.tail)):
            bits = max(bits + more, min(bits, 1.0))
        return bits, deficit

    def links(self, left: Prepared, right: Prepared) -> tuple[Link, ...]:
        """Parts that answer each other, in the order of the left name."""
        options = self._options(left.heard, right.heard)
        options.sort(key=lambda o: (-o[0], o[1].left, o[1].right))
        taken_left: set[int] = set()
        taken_right: set[int] = set()
        chosen = []
        for _, link in options:
            if taken_left.isdisjoint(link.left) and taken_right.isdisjoint(link.right):
                taken_left.update(link.left)
                taken_right.update(link.right)
                chosen.append(link)
        return tuple(sorted(chosen, key=lambda link: link.left))

    def _options(self, left: Sequence[Heard], right: Sequence[Heard]) -> list[tuple[float, Link]]:
        """Links that may be, with the worth that decides between them."""
        least, steep = value("link_least"), value("link_deficit")
        options = []
        for i, a in enumerate(left):
            for j, b in enumerate(right):
                bits, deficit = self.sound(a, b)
                worth = bits + steep * deficit
                if worth <= least or (a.head and b.head and a.head != b.head):
                    continue
                head = _heads(a, b)
                # Parts at the same place are preferred where nothing else decides.
                place = 0.01 / (1 + abs(i - j))
                options.append((worth + head + place, Link((i,), (j,), bits, deficit, head)))
        options += self._glued(left, right, False)
        options += self._glued(right, left, True)
        return options

    def _glued(
        self, split: Sequence[Heard], whole: Sequence[Heard], mirrored: bool
    ) -> list[tuple[float, Link]]:
        """Two neighbouring parts that are written as one on the other side."""
        options = []
        for i in range(len(split) - 1):
            a, b = split[i], split[i + 1]
            if a.initial or b.initial or a.sound.script is not b.sound.script:
                continue
            letters = a.sound.letters + b.sound.letters
            for j, c in enumerate(whole):
                if not _may_be_glued(letters, a, b, c):
                    continue
                heard = self.model.hear(letters, a.sound.script)
                ceiling = min(self.model.bits(heard, heard), a.best + b.best, c.best)
                bits = min(self.model.bits(heard, c.sound), ceiling)
                if bits + value("link_deficit") * (bits - ceiling) <= value("link_glued"):
                    continue
                sides = ((i, i + 1), (j,))
                one, other = sides[::-1] if mirrored else sides
                options.append((bits, Link(one, other, bits, bits - ceiling, 0.0)))
        return options


def _initials(a: Heard, b: Heard) -> tuple[float, float]:
    """An initial answers a part of the same first letter, with little to say."""
    x, y = a.sound.letters[:1], b.sound.letters[:1]
    same_script = a.sound.script is b.sound.script
    if x and same_script and x == y:
        return value("initial"), 0.0
    return _NOTHING, 0.0


def _heads(a: Heard, b: Heard) -> float:
    """Worth of head and second half: nothing when equal, a loss when one side lacks or differs."""
    worth = 0.0
    for one, other in ((a.head, b.head), (a.tail, b.tail)):
        if one != other:
            worth -= value("head_lacks") if not (one and other) else value("head_other")
    if a.sex and b.sex and a.sex != b.sex:
        worth -= value("head_other")
    if (a.head and b.tail and not a.tail and not b.head) or (b.head and a.tail and not b.tail):
        worth -= value("head_other")  # Rizq Allah is no Abu Rizq
    return worth


def _may_be_glued(letters: str, a: Heard, b: Heard, c: Heard) -> bool:
    """Whether two parts may be one compound: as long as it, and in its script or another."""
    if c.initial or c.head or c.tail or a.tail or b.head:
        return False
    longest = c.sound.letters
    if c.sound.script is a.sound.script:
        alike = letters[0] == longest[:1] and letters[-2:] == longest[-2:]
        return alike and abs(len(letters) - len(longest)) <= 2
    shorter = len(longest) if c.sound.script is Script.ARABIC else len(letters)
    longer = len(letters) if c.sound.script is Script.ARABIC else len(longest)
    return shorter >= 4 and longer <= 2 * shorter
