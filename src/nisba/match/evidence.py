"""Whole-name evidence: which part answers which, and what is missing or contradicts.

Two names are bags of parts with a preferred order. Parts are linked one to one, best evidence
first, or one to two where a compound is written apart on one side. What stays unlinked is charged:
little where one side says less, much where both sides say something else.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from nisba.match.types import Heard, Link, Prepared, Seen
from nisba.match.weights import value
from nisba.sounds.letters import MARKS
from nisba.sounds.model import Sounded, SoundModel
from nisba.text.scripts import Script

_NOTHING = -99.0
_MARKED = re.compile(f"[^{MARKS}][{MARKS}]*")


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
                if worth <= least:
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

    def seen(self, left: Prepared, right: Prepared, links: Sequence[Link]) -> Seen:
        """The quantities of the comparison, ready to be weighed."""
        answered_left = {i for link in links for i in link.left}
        answered_right = {j for link in links for j in link.right}
        n, m = len(left.heard), len(right.heard)
        open_left = [i for i in range(n) if i not in answered_left]
        open_right = [j for j in range(m) if j not in answered_right]
        given = _given(left, right, links, answered_left, answered_right)
        clash = max(min(len(open_left), len(open_right)) - given["given_clash"], 0)
        alone = len(links) == 1 and (open_left or open_right)
        order = [link.right[0] for link in links]
        return Seen(
            sound=sum(min(link.bits, value("link_most")) for link in links),
            complete=int(bool(links) and not open_left and not open_right),
            clash=clash,
            family_missing=int(_family(left, open_left) or _family(right, open_right)),
            order=sum(b < a for a, b in pairwise(order)),
            head_differs=sum(link.head < 0 for link in links),
            alone=int(bool(alone)),
            exact=int(_exact(left, right, links, open_left, open_right)),
            given_alone=int(bool(alone and clash and given["given_same"])),
            **given,
        )


def _given(
    left: Prepared,
    right: Prepared,
    links: Sequence[Link],
    answered_left: set[int],
    answered_right: set[int],
) -> dict[str, int]:
    """What becomes of the given names."""
    a, b = left.given, right.given
    open_a, open_b = a >= 0 and a not in answered_left, b >= 0 and b not in answered_right
    both = a >= 0 and b >= 0
    same = any(a in link.left and b in link.right for link in links)
    clash = open_a and open_b
    return {
        "given_same": int(same),
        "given_clash": int(clash),
        "given_moved": (a in answered_left) + (b in answered_right) if both and not same else 0,
    }


def _family(name: Prepared, unanswered: Sequence[int]) -> bool:
    """Whether a name's last part marks a family (an article, a house), and is unanswered."""
    last = len(name.parts) - 1
    if last < 1 or last not in unanswered:
        return False
    return name.parts[last].article or name.parts[last].head == "al"


def _exact(
    left: Prepared,
    right: Prepared,
    links: Sequence[Link],
    open_left: Sequence[int],
    open_right: Sequence[int],
) -> bool:
    """Whether the two names are the same letters, part for part."""
    if not links or open_left or open_right:
        return False
    return all(
        len(k.left) == len(k.right)
        and k.head == 0.0
        and all(
            _same_letters(left.heard[i].sound, right.heard[j].sound)
            for i, j in zip(k.left, k.right, strict=True)
        )
        for k in links
    )


def _same_letters(a: Sounded, b: Sounded) -> bool:
    """Whether two spellings are one, or differ in vowel marks alone that one of them leaves out."""
    if a.letters == b.letters:
        return True
    if not (a.script is b.script is Script.ARABIC):
        return False
    one, other = _marks_of(a.letters), _marks_of(b.letters)
    return len(one) == len(other) and all(
        x == y and (m in n or n in m) for (x, m), (y, n) in zip(one, other, strict=True)
    )


def _marks_of(letters: str) -> list[tuple[str, str]]:
    """Each Arabic letter with the marks on it."""
    return [(found[0][0], found[0][1:]) for found in _MARKED.finditer(letters)]


def lacks_given(left: Prepared, right: Prepared, links: Sequence[Link]) -> bool:
    """Whether one name has a given name to which the other answers nothing, and has nothing left.

    >>> from nisba.match.prepare import Ear
    >>> from nisba.sounds.model import load_model
    >>> ear, weigher = Ear(load_model()), Weigher(load_model())
    >>> names = ear.prepare("Ali al-Kadhimi"), ear.prepare("Kadhimi")
    >>> lacks_given(*names, weigher.links(*names))
    True
    """
    answered_left = {i for link in links for i in link.left}
    answered_right = {j for link in links for j in link.right}
    sides = (
        (left.given, answered_left, len(right.heard) - len(answered_right)),
        (right.given, answered_right, len(left.heard) - len(answered_left)),
    )
    return any(given >= 0 and given not in answered and not free for given, answered, free in sides)


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
