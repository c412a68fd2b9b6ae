"""What the sound model knows of spellings, as one loop: their chunks, forms and probabilities.

`SoundModel.listen` runs it over many spellings at once. `Writing` holds all that it reads of one
script.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from nisba._loops import inlined, inner_loop, light, loop
from nisba.sounds.kernels import LONGEST, Floats, Ints, Longs, Table, spelling
from nisba.sounds.lexicon import Trie
from nisba.sounds.pairs import ARABIC_LETTERS, Codes, Spelling
from nisba.sounds.skeleton import bones_of

FORMS = 24
"""Forms of the lexicon that are kept of a spelling, the likeliest."""
_LEAST = 0.25  # a form is kept while it explains a beginning a quarter so well as the n-grams do
_TINY = 1e-300
_WIDTH = 256
"""Nodes of a level for which there is room at first."""


class Writing(NamedTuple):
    """The tables of one script: the inventory of its chunks (`inventory_of`), their table for one
    spelling alone (`nisba.sounds.kernels`), the channel with its errors (chunks, rows), the trie
    of the lexicon's forms and their prior; the bigrams of foreign parts (letters + 1, letters + 1),
    empty where these are not written; the probability of one superfluous letter, the weight of the
    lexicon and the share of foreign parts. Each letter is a chunk."""

    inventory: Ints
    alone: Table
    channel: Floats
    trie: Trie
    prior: Floats
    bigrams: Floats
    extra: float
    lexicon: float
    share: float


def inventory_of(chunks: Sequence[str], alphabet: str) -> Ints:
    """Chunks as a trie, shape (nodes, letters + 1): the node to which a letter leads, 0 where none
    does, and last the number of the chunk that ends at the node, or -1; the empty one has node 0.
    """
    beginnings = sorted({chunk[:size] for chunk in chunks for size in range(len(chunk) + 1)})
    node = {beginning: i for i, beginning in enumerate(beginnings)}
    inventory = np.zeros((len(node), len(alphabet) + 1), np.int32)
    inventory[:, -1] = -1
    inventory[[node[chunk] for chunk in chunks], -1] = np.arange(len(chunks))
    for beginning in beginnings[1:]:
        inventory[node[beginning[:-1]], alphabet.index(beginning[-1])] = node[beginning]
    return inventory


class Sounds(NamedTuple):
    """Spellings as columns, a row each. Columns of many lengths are flat, and `..._at` says where
    each row begins.

    `scripts` and `letters` are as in `Spelling`; `chunks` has one row more for each spelling than
    it has letters; `bones` are those of `nisba.sounds.skeleton`. The `forms` behind a spelling are
    ascending, with P(spelling | form) in `chances`, and `ranked` holds their places, the likeliest
    first. `arabic` is P(spelling) as an Arabic name, `foreign` as none, and `surprise` is
    -log2 P(spelling)."""

    scripts: Codes
    letter_at: Longs
    letters: Codes
    chunks: Ints
    bone_at: Longs
    bones: Codes
    form_at: Longs
    forms: Ints
    chances: Floats
    ranked: Codes
    arabic: Floats
    foreign: Floats
    surprise: Floats


class Own(NamedTuple):
    """Forms that spellings render in their own way, with the chances: what is not among the
    likeliest of a spelling stands behind them. Those of a row begin at `at`."""

    at: Longs
    forms: Ints
    chances: Floats


def own_of(some: Sequence[Sequence[tuple[int, float]]]) -> Own:
    """The forms of each spelling, with the chances."""
    flat = [pair for forms in some for pair in forms]
    forms, chances = zip(*flat, strict=True) if flat else ((), ())
    return Own(starts([*map(len, some)]), np.array(forms, np.int32), np.array(chances, np.float64))


def room_for(scripts: Sequence[int], letters: Sequence[str], codes: Codes, own: int) -> Sounds:
    """Room for what is to be heard of some spellings, whose letters stand in `codes` one behind the
    other. They have so many forms of their `own`, all together."""
    count, forms = len(letters), FORMS * len(letters) + own
    return Sounds(
        np.array(scripts, np.uint8),
        starts([*map(len, letters)]),
        codes,
        np.full((len(codes) + count, LONGEST + 1), -1, np.int32),
        np.zeros(count + 1, np.int64),
        np.empty(len(codes), np.uint8),
        np.zeros(count + 1, np.int64),
        np.empty(forms, np.int32),
        np.empty(forms),
        np.empty(forms, np.uint8),
        *np.empty((3, count)),
    )


def filled(room: Sounds) -> Sounds:
    """The spellings that were heard, without the room that was left."""
    bones, forms = slice(room.bone_at[-1]), slice(room.form_at[-1])
    return room._replace(
        bones=room.bones[bones],
        forms=room.forms[forms],
        chances=room.chances[forms],
        ranked=room.ranked[forms],
    )


def starts(lengths: Sequence[int] | Longs) -> Longs:
    """Where rows begin that stand one behind the other, and where the last one ends."""
    at = np.zeros(len(lengths) + 1, np.int64)
    np.add.accumulate(lengths, out=at[1:], dtype=np.int64)
    return at


@inlined
def sound_of(sounds: Sounds, row: int) -> Spelling:
    """One of the spellings."""
    first, last = sounds.letter_at[row], sounds.letter_at[row + 1]
    begin, end = sounds.form_at[row], sounds.form_at[row + 1]
    return Spelling(
        sounds.letters[first:last],
        sounds.chunks[first + row : last + row + 1],
        sounds.forms[begin:end],
        sounds.chances[begin:end],
        sounds.foreign[row],
        sounds.surprise[row],
        int(sounds.scripts[row]),
    )


@loop
def listen(latin: Writing, arabic: Writing, own: Own, sounds: Sounds) -> None:
    """Fill the room of some spellings with what is known of each.

    Of a script that none of them is written in, any tables will do.
    """
    most = FORMS + len(own.forms)
    found, chance = np.empty(most, np.int32), np.empty(most)
    for row in range(len(sounds.scripts)):
        if sounds.scripts[row] == ARABIC_LETTERS:
            _listen(arabic, own, sounds, row, found, chance)
        else:
            _listen(latin, own, sounds, row, found, chance)


@inner_loop
def _listen(
    writing: Writing, own: Own, sounds: Sounds, row: int, found: Ints, chance: Floats
) -> None:
    first, last = sounds.letter_at[row], sounds.letter_at[row + 1]
    letters, x = sounds.letters[first:last], sounds.chunks[first + row : last + row + 1]
    chunks_of(writing.inventory, letters, x)
    floor = np.zeros(len(x))
    unlisted = spelling(writing.alone, x, floor)
    floor[len(letters)] = unlisted
    for i in range(len(x)):
        floor[i] *= _LEAST
    count = _search(writing, x, floor, found, chance)
    for i in range(own.at[row], own.at[row + 1]):
        k = 0
        while k < count and found[k] != own.forms[i]:
            k += 1
        if k == count:
            found[k], chance[k] = own.forms[i], 0.0
            count += 1
        chance[k] += own.chances[i]
    begin = sounds.form_at[row]
    end = sounds.form_at[row + 1] = begin + count
    forms, chances = sounds.forms[begin:end], sounds.chances[begin:end]
    listed = 0.0
    for i in range(count):
        listed += chance[i] * writing.prior[found[i]]
        place = 0
        for k in range(count):
            place += found[k] < found[i]
        forms[place], chances[place], sounds.ranked[begin + i] = found[i], chance[i], place
    known = writing.lexicon * listed + (1.0 - writing.lexicon) * unlisted
    sounds.arabic[row] = (1.0 - writing.share) * known
    sounds.foreign[row] = _foreign(writing.bigrams, letters)
    whole = sounds.arabic[row] + writing.share * sounds.foreign[row]
    sounds.surprise[row] = -math.log2(max(whole, _TINY))
    bone = sounds.bone_at[row]
    bones = bones_of(letters, int(sounds.scripts[row]), sounds.bones[bone:])
    sounds.bone_at[row + 1] = bone + bones


@light
@inner_loop
def chunks_of(inventory: Ints, letters: Codes, x: Ints) -> None:
    """Fill x (letters + 1, LONGEST + 1), which holds -1, with the numbers of all chunks of a
    spelling."""
    length = len(letters)
    last = inventory.shape[1] - 1
    for i in range(length + 1):
        x[i, 0] = node = 0
        for size in range(1, min(LONGEST, length - i) + 1):
            node = inventory[node, letters[i + size - 1]]
            if node == 0:
                break
            x[i, size] = inventory[node, last]


@inner_loop
def _search(writing: Writing, x: Ints, floor: Floats, found: Ints, chance: Floats) -> int:
    """P(x | form) of the lexicon's likeliest forms behind x; returns how many.

    Fills `found` and `chance` up to FORMS, the likeliest first, that is by P(x | form) P(form); of
    two that are as likely the first of the lexicon. Walks the trie level by level. A branch is left
    when it explains no beginning of x better than `floor`, the probability (letters + 1) under
    which a beginning is lost.
    """
    channel, trie = writing.channel, writing.trie
    length = len(x) - 1
    # Chunks of one letter; longer ones with their begin and end, those that end first first. They
    # have no sign: a place that may count from behind takes the processor longer.
    single, longer = np.empty(length, np.uint32), np.empty((length * LONGEST, 3), np.uint32)
    many = 0
    for end in range(1, length + 1):
        single[end - 1] = x[end - 1, 1]
        for size in range(min(LONGEST, end), 1, -1):
            if x[end - size, size] >= 0:
                longer[many, 0], longer[many, 1] = x[end - size, size], end - size
                longer[many, 2] = end
                many += 1
    # The nodes of a level that are not left, with how well the units on the way to each explain
    # each beginning of x; the same below; and what the longer chunks add to one node.
    nodes, vectors = np.zeros(_WIDTH, np.int32), np.zeros((_WIDTH, length + 1))
    below, more = np.empty((_WIDTH, length + 1)), np.zeros(length + 1)
    children = np.empty(_WIDTH, np.int32)
    vectors[0, 0] = 1.0
    width, count = 1, 0
    while width > 0:
        kept = 0
        for parent in range(width):
            before = vectors[parent]
            first, last = trie.first[nodes[parent]], trie.last[nodes[parent]]
            if kept + last - first > len(below):
                children, below = _wider(children, below, kept + last - first)
            for node in range(first, last):
                row, here = trie.edge[node], below[kept]
                some = False
                for k in range(many):
                    written = channel[longer[k, 0], row]
                    if written > 0.0:
                        more[longer[k, 2]] += before[longer[k, 1]] * written
                        some = True
                silent = channel[0, row]
                value = before[0] * silent
                here[0] = value
                alive = value > floor[0]
                for i in range(1, length + 1):
                    whole = more[i] + before[i - 1] * channel[single[i - 1], row]
                    whole += before[i] * silent
                    value = whole + value * writing.extra
                    here[i] = value
                    if value > floor[i]:
                        alive = True
                if some:
                    more[:] = 0.0
                form = trie.leaf[node]
                if form < 0:
                    # What is not kept is written over. This is no branch: none could be foreseen.
                    children[kept] = node
                    kept += alive
                elif value > floor[length]:
                    count = _rank(writing.prior, form, value, found, chance, count)
        nodes, children = children, nodes
        vectors, below = below, vectors
        width = kept
    return count


@inner_loop
def _wider(nodes: Ints, vectors: Floats, width: int) -> tuple[Ints, Floats]:
    """The same nodes, with room for so many and more."""
    more = np.empty(2 * width, np.int32)
    longer = np.empty((2 * width, vectors.shape[1]))
    more[: len(nodes)], longer[: len(nodes)] = nodes, vectors
    return more, longer


@inlined
def _rank(prior: Floats, form: int, value: float, found: Ints, chance: Floats, count: int) -> int:
    """Put a form in its place among the first FORMS, if it has one; returns how many there are."""
    weight = value * prior[form]
    k = count
    while k > 0:
        other = chance[k - 1] * prior[found[k - 1]]
        if other > weight or (other == weight and found[k - 1] < form):
            break
        if k < FORMS:
            found[k], chance[k] = found[k - 1], chance[k - 1]
        k -= 1
    if k == FORMS:
        return count
    found[k], chance[k] = form, value
    return min(count + 1, FORMS)


@inner_loop
def _foreign(bigrams: Floats, letters: Codes) -> float:
    """P(letters) of a foreign part; 0 where no letters are, or none of a foreign part."""
    edge = len(bigrams) - 1
    if edge < 0 or len(letters) == 0:
        return 0.0
    product = bigrams[edge, letters[0]]
    for i in range(1, len(letters)):
        product *= bigrams[letters[i - 1], letters[i]]
    return float(product * bigrams[letters[len(letters) - 1], edge])
