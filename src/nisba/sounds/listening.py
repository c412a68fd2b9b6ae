"""What the sound model knows of one spelling, as one loop: its forms and its probabilities.

`SoundModel.hear` runs it once for each new spelling. `Writing` holds all that it reads of one
script.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nisba._loops import inner_loop, loop
from nisba.sounds.kernels import LONGEST, Floats, Ints, Table, spelling
from nisba.sounds.lexicon import Trie

Codes = NDArray[np.uint8]

FORMS = 24
"""Forms of the lexicon that are kept of a spelling, the likeliest."""
_LEAST = 0.25  # a form is kept while it explains a beginning a quarter so well as the n-grams do


class Writing(NamedTuple):
    """The tables of one script: of one spelling alone (`nisba.sounds.kernels`), the channel with
    its errors (chunks, rows), the trie of the lexicon's forms and their prior; the bigrams of
    foreign parts (letters + 1, letters + 1), empty where these are not written; the probability of
    one superfluous letter, the weight of the lexicon and the share of foreign parts."""

    alone: Table
    channel: Floats
    trie: Trie
    prior: Floats
    bigrams: Floats
    extra: float
    lexicon: float
    share: float


@loop
def listen(
    writing: Writing, letters: Codes, x: Ints, own: Ints, own_chances: Floats
) -> tuple[Ints, Floats, Codes, float, float]:
    """The forms behind a spelling, ascending, with P(spelling | form); their places, the likeliest
    first; P(spelling) as an Arabic name and as none.

    `x` are the chunks of the letters. `own` are forms that the spelling renders in its own way,
    with their chances: what is not among the likeliest stands behind them.
    """
    length = len(letters)
    floor = np.zeros(length + 1)
    unlisted = spelling(writing.alone, x, floor)
    floor[length] = unlisted
    for i in range(length + 1):
        floor[i] *= _LEAST
    found = np.empty(FORMS + len(own), np.int32)
    chance = np.empty(FORMS + len(own))
    count = search(writing, x, floor, found, chance)
    for i in range(len(own)):
        k = 0
        while k < count and found[k] != own[i]:
            k += 1
        if k == count:
            found[k], chance[k] = own[i], 0.0
            count += 1
        chance[k] += own_chances[i]
    listed = 0.0
    forms, chances = np.empty(count, np.int32), np.empty(count)
    ranked = np.empty(count, np.uint8)
    for i in range(count):
        listed += chance[i] * writing.prior[found[i]]
        place = 0
        for k in range(count):
            place += found[k] < found[i]
        forms[place], chances[place], ranked[i] = found[i], chance[i], place
    known = writing.lexicon * listed + (1.0 - writing.lexicon) * unlisted
    return forms, chances, ranked, (1.0 - writing.share) * known, _foreign(writing.bigrams, letters)


@inner_loop
def search(writing: Writing, x: Ints, floor: Floats, found: Ints, chance: Floats) -> int:
    """P(x | form) of the lexicon's likeliest forms behind x; returns how many.

    Fills `found` and `chance`, the likeliest first, that is by P(x | form) P(form); of two that are
    as likely the first of the lexicon. Walks the trie depth first. A branch is left when it
    explains no beginning of x better than `floor`, the probability (letters + 1) under which a
    beginning is lost.
    """
    channel, trie = writing.channel, writing.trie
    length = x.shape[0] - 1
    # Chunks of more than one letter, by the letter at which they end, the longest first.
    chunks = np.empty((length * LONGEST, 3), np.int64)
    longer = 0
    for end in range(2, length + 1):
        for size in range(min(LONGEST, end), 1, -1):
            if x[end - size, size] >= 0:
                chunks[longer, 0] = x[end - size, size]
                chunks[longer, 1], chunks[longer, 2] = end - size, end
                longer += 1
    # How well the units on the way to a node explain each beginning of x.
    vectors = np.zeros((trie.depth + 1, length + 1))
    vectors[0, 0] = 1.0
    nodes, last = np.empty(trie.depth + 1, np.int64), np.empty(trie.depth + 1, np.int64)
    nodes[0], last[0] = trie.first[0], trie.last[0]
    depth = count = 0
    while depth >= 0:
        node = nodes[depth]
        if node == last[depth]:
            depth -= 1
            continue
        nodes[depth] = node + 1
        row = trie.edge[node]
        before, here = vectors[depth], vectors[depth + 1]
        for i in range(length + 1):
            here[i] = 0.0
        for k in range(longer):
            written = channel[chunks[k, 0], row]
            if written > 0.0:
                here[chunks[k, 2]] += before[chunks[k, 1]] * written
        silent = channel[0, row]
        value = before[0] * silent
        here[0] = value
        alive = value > floor[0]
        for i in range(1, length + 1):
            whole = here[i]
            if x[i - 1, 1] >= 0:
                whole += before[i - 1] * channel[x[i - 1, 1], row]
            whole += before[i] * silent
            value = whole + value * writing.extra
            here[i] = value
            if value > floor[i]:
                alive = True
        if trie.leaf[node] >= 0:
            if value > floor[length]:
                count = _rank(writing.prior, trie.leaf[node], value, found, chance, count)
        elif alive:
            depth += 1
            nodes[depth], last[depth] = trie.first[node], trie.last[node]
    return count


@inner_loop
def _rank(prior: Floats, form: int, value: float, found: Ints, chance: Floats, count: int) -> int:
    """Put a form in its place among the first `FORMS`, if any; returns how many there are."""
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
