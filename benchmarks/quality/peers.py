"""The peers: other people's measures of how alike two names are, each behind one function.

A peer whose library is missing is left out of the run; the extras `bench` and `peers` bring them.
"""

import functools
from collections.abc import Callable
from itertools import count

from benchmarks.quality.tables import folded

Scorer = Callable[[str, str], float]
"""How alike two names are: more is more, on any scale."""


def rapidfuzz_jaro_winkler() -> Scorer:
    """Jaro-Winkler similarity of the words in alphabetical order."""
    from rapidfuzz.distance import JaroWinkler

    def score(left: str, right: str) -> float:
        return float(JaroWinkler.similarity(_ordered(left), _ordered(right)))

    return score


def rapidfuzz_ratio(kind: str) -> Scorer:
    """One of the ratios of rapidfuzz, on folded names."""
    from rapidfuzz import fuzz

    ratio = getattr(fuzz, kind)

    def score(left: str, right: str) -> float:
        return float(ratio(_plain(left), _plain(right)))

    return score


def jellyfish_jaro_winkler() -> Scorer:
    """Jaro-Winkler similarity of the names as they stand."""
    from jellyfish import jaro_winkler_similarity

    def score(left: str, right: str) -> float:
        return jaro_winkler_similarity(_plain(left), _plain(right))

    return score


def double_metaphone() -> Scorer:
    """Share of the words that have one with a common Double Metaphone code on the other side."""
    from doublemetaphone import doublemetaphone

    @functools.cache
    def codes(name: str) -> list[set[str]]:
        return [set(doublemetaphone(word)) - {""} for word in folded(name).split()]

    def score(left: str, right: str) -> float:
        a, b = codes(left), codes(right)
        answered = _answered(a, b) + _answered(b, a)
        return answered / max(1, len(a) + len(b))

    return score


def rigour_symbols() -> Scorer:
    """rigour: letters in shared symbols count in full, the others by its distance of parts."""
    from rigour.names import (
        Alignment,
        Name,
        NameTypeTag,
        analyze_names,
        compare_parts,
        pair_symbols,
    )

    @functools.cache
    def analysed(name: str) -> Name | None:
        return next(iter(analyze_names(NameTypeTag.PER, [name], infer_initials=True)), None)

    def letters(alignment: Alignment) -> int:
        sides = (alignment.qps, alignment.rps)
        return max(sum(len(part.form) for part in side) for side in sides)

    def score(left: str, right: str) -> float:
        a, b = analysed(left), analysed(right)
        if a is None or b is None:
            return 0.0
        best = 0.0
        for shared in pair_symbols(a, b) or [()]:
            used_a = {part for alignment in shared for part in alignment.qps}
            used_b = {part for alignment in shared for part in alignment.rps}
            rest = compare_parts(
                [part for part in a.parts if part not in used_a],
                [part for part in b.parts if part not in used_b],
            )
            full = sum(letters(alignment) for alignment in shared)
            alike = full + sum(letters(x) * x.score for x in rest)
            best = max(best, alike / ((full + sum(letters(x) for x in rest)) or 1))
        return best

    return score


def logic_v2() -> Scorer:
    """nomenklatura: its matcher for sanctions data, two persons with nothing but their names."""
    from followthemoney import EntityProxy
    from nomenklatura.matching import get_algorithm

    matcher = get_algorithm("logic-v2")
    if matcher is None:
        raise ImportError("this nomenklatura has no logic-v2")
    config = matcher.default_config()
    ids = count()

    @functools.cache
    def person(name: str) -> EntityProxy:
        # The matcher remembers what it made of an id: each name needs one of its own.
        data = {"id": f"n{next(ids)}", "schema": "Person", "properties": {"name": [name]}}
        return EntityProxy.from_dict(data)

    def score(left: str, right: str) -> float:
        return float(matcher.compare(person(left), person(right), config).score)

    return score


@functools.cache
def _plain(name: str) -> str:
    return folded(name)


@functools.cache
def _ordered(name: str) -> str:
    return " ".join(sorted(folded(name).split()))


def _answered(words: list[set[str]], others: list[set[str]]) -> int:
    return sum(any(word & other for other in others) for word in words)


PEERS: dict[str, tuple[str, Callable[[], Scorer]]] = {
    "jaro-winkler": ("rapidfuzz Jaro-Winkler, words sorted", rapidfuzz_jaro_winkler),
    "token-set": ("rapidfuzz token_set_ratio", lambda: rapidfuzz_ratio("token_set_ratio")),
    "wratio": ("rapidfuzz WRatio", lambda: rapidfuzz_ratio("WRatio")),
    "jellyfish": ("jellyfish Jaro-Winkler", jellyfish_jaro_winkler),
    "metaphone": ("Double Metaphone, shared words", double_metaphone),
    "rigour": ("rigour, symbols and the rest", rigour_symbols),
    "logic-v2": ("nomenklatura logic-v2", logic_v2),
}
"""What `--peers` calls a peer: its name in the tables, and how to get it (or ImportError)."""
