"""What was seen between two linked names: the quantities that the fitted weights multiply.

`nisba.match.evidence` linked the parts that answer each other. Here it is counted how they stand in
their names, what stays unanswered, and what contradicts.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from nisba.match.evidence import Weigher
from nisba.match.near import near_misses
from nisba.match.types import Heard, Link, Prepared, Seen
from nisba.match.weights import value
from nisba.names.types import Kind
from nisba.sounds.letters import MARKS
from nisba.sounds.model import Sounded
from nisba.text.scripts import Script

_FARTHEST = -30.0
"""Bits below which parts that do not answer each other are not told apart any more."""
_LOOKED_AT = 8
"""Parts of a name that are looked at where none answers."""
_MARKED = re.compile(f"[^{MARKS}][{MARKS}]*")


def quantities(weigher: Weigher, left: Prepared, right: Prepared, links: Sequence[Link]) -> Seen:
    """The quantities of the comparison, ready to be weighed."""
    answered_left = {i for link in links for i in link.left}
    answered_right = {j for link in links for j in link.right}
    open_left = [i for i in range(len(left.heard)) if i not in answered_left]
    open_right = [j for j in range(len(right.heard)) if j not in answered_right]
    given = _given(left, right, links, answered_left, answered_right)
    clash = max(min(len(open_left), len(open_right)) - given["given_clash"], 0)
    alone = len(links) == 1 and (open_left or open_right)
    complete = bool(links) and not open_left and not open_right
    order = [link.right[0] for link in links]
    steps = sum(b < a for a, b in pairwise(order))
    moved = complete and steps and given["given_moved"]
    turned = bool(moved and not _chained(left, right))
    dress = _dress(left, right, links)
    if turned:
        given["given_moved"] = dress["role_differs"] = steps = 0
        given["given_same"] = 1
    near, bones = 0.0, 0.0
    if open_left and open_right:
        near, bones = near_misses(
            [left.heard[i] for i in open_left], [right.heard[j] for j in open_right]
        )
    sound = sum(min(link.bits, value("link_most")) for link in links)
    return Seen(
        sound=sound,
        complete=int(complete),
        clash=clash,
        family_missing=int(_family(left, open_left) or _family(right, open_right)),
        order=steps,
        turned=int(turned),
        head_differs=sum(link.head < 0 for link in links),
        alone=int(bool(alone)),
        exact=int(_exact(left, right, links, open_left, open_right)),
        given_alone=int(bool(alone and clash and given["given_same"])),
        sound_clash=sound if given["given_clash"] else 0.0,
        last_clash=int(
            bool(links)
            and len(left.heard) - 1 in open_left
            and len(right.heard) - 1 in open_right
            and not (given["given_clash"] and clash == 0)
        ),
        chain_turned=int(bool(moved) and not turned),
        title_same=len(left.titles & right.titles),
        apart=0.0 if links else _apart(weigher, left.heard, right.heard),
        near=near,
        near_bones=bones,
        **given,
        **dress,
    )


def _apart(weigher: Weigher, left: Sequence[Heard], right: Sequence[Heard]) -> float:
    """Worth of the nearest two parts, none of which answer each other."""
    steep = value("link_deficit")
    worth = [
        bits + steep * deficit
        for a in left[:_LOOKED_AT]
        for b in right[:_LOOKED_AT]
        for bits, deficit in (weigher.sound(a, b),)
    ]
    return min(max(max(worth, default=_FARTHEST), _FARTHEST), 0.0)


def _chained(*names: Prepared) -> bool:
    """Whether a father is marked: Salman bin Muhammad is not Muhammad bin Salman."""
    return any(part.filiation for name in names for part in name.parts)


def _dress(left: Prepared, right: Prepared, links: Sequence[Link]) -> dict[str, int]:
    """How the answered parts stand in their names: article, son of, last or not."""
    article = ibn_same = ibn_differs = role = gender = 0
    last_left, last_right = len(left.heard) - 1, len(right.heard) - 1
    for link in links:
        i, j = link.left[0], link.right[0]
        a, b = left.heard[i], right.heard[j]
        if len(link.left) == len(link.right) and not a.head and not b.head:
            article += a.article != b.article and not _nisba(left, right, i, j)
        gender += a.feminine != b.feminine
        ibn, other_ibn = (x.parts[k].filiation == "ibn" for x, k in ((left, i), (right, j)))
        ibn_same += ibn and other_ibn
        ibn_differs += ibn != other_ibn
        if last_left > 0 and last_right > 0:
            role |= (last_left in link.left) != (last_right in link.right)
    return {
        "article_differs": article,
        "ibn_same": ibn_same,
        "ibn_differs": ibn_differs,
        "role_differs": role,
        "gender_differs": gender,
    }


def _nisba(left: Prepared, right: Prepared, i: int, j: int) -> bool:
    """Whether either part is a nisba: al-Kadhimi is Kadhimi; al-Ali is a family, Ali a man."""
    return Kind.NISBA in (left.parts[i].kind, right.parts[j].kind)


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
    here, there = {a, left.called}, {b, right.called}
    same = any(here & set(link.left) and there & set(link.right) for link in links)
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
            left.heard[i].feminine == right.heard[j].feminine
            and _same_letters(left.heard[i].sound, right.heard[j].sound)
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
