"""`python -m nisba.sounds.training --data DIR`: retrain the sound model's tables.

Reads the attested spellings, writes the tables into the package and says how well they fit.
Reproducible bit for bit: the order of the data and the seed are fixed.
"""

import argparse
import hashlib
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from nisba._data import curated, learned
from nisba._pipes import reader_may_leave
from nisba.sounds.align import likeliest_form
from nisba.sounds.compounds import write_compounds
from nisba.sounds.exceptions import write_exceptions
from nisba.sounds.foreign import read_foreign, write_foreign
from nisba.sounds.joint import strongest
from nisba.sounds.kernels import viterbi
from nisba.sounds.letters import ARABIC, LATIN
from nisba.sounds.lexicon import lexicon_of
from nisba.sounds.model import SoundModel
from nisba.sounds.tables import (
    Channel,
    Entry,
    Prior,
    read_channel,
    write_channel,
    write_lexicon,
    write_prior,
)
from nisba.sounds.training.channels import fit_arabic, fit_latin
from nisba.sounds.training.compounding import core_entries, count_compounds
from nisba.sounds.training.exceptional import exceptional
from nisba.sounds.training.exchanges import fit_swap
from nisba.sounds.training.habits import read_habits
from nisba.sounds.training.outsiders import fit_foreign
from nisba.sounds.training.priors import (
    derived_entries,
    derived_forms,
    known_entries,
    ngrams,
    with_alternatives,
)
from nisba.sounds.training.regions import fit_regions, read_regions
from nisba.sounds.training.sources import read
from nisba.sounds.units import Form
from nisba.text.scripts import Script

_INPUTS = ("lc_words.tsv", "name_units.tsv", "ar2en_pairs.tsv")
_SEED = 7


def main() -> None:
    """Train, write the tables, print what was read and how it fits."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training tables")
    data = parser.parse_args().data
    missing = [name for name in _INPUTS if not (data / name).is_file()]
    if missing:
        sys.exit(f"nisba: {data}: no {', '.join(missing)}: name the folder with --data")
    train(data)


def train(data: Path) -> None:
    """Fit the channels, the lexicon, the n-grams and the foreign tables.

    Two rounds: the first channel tells, for each key, the form behind its Latin spellings; these
    forms join the catalogue's readings, and the channel is fitted again. The regions are told apart
    from the last channel.
    """
    sources = read(data, curated("elements"))
    habits = read_habits(curated("habits.tsv"))
    arabic, fit = fit_arabic(sources)
    write_channel(learned("arabic.tsv"), arabic)
    print(f"arabic: {fit.used} pairs, {fit.bits:.0f} bits, slip {fit.slip:.4f}")
    write_foreign(learned("foreign.tsv"), fit_foreign(data, _SEED))
    latin: Channel | None = None
    derived: dict[str, Form] = {}
    for turn in (1, 2):
        latin, fit = fit_latin(sources, latin, habits)
        print(
            f"latin, round {turn}: {fit.used} pairs, {fit.bits:.0f} bits, slip {fit.slip:.4f}, "
            f"extra {fit.extra:.4f}"
        )
        write_channel(learned("latin.tsv"), latin)
        latin = read_channel(learned("latin.tsv"), LATIN)
        known = known_entries(sources, latin)
        prior = ngrams(known)
        derived = derived_forms(sources, latin, _guesser(latin, prior, known))
        if turn == 1:
            sources = with_alternatives(sources, derived)
    latin = read_channel(learned("latin.tsv"), LATIN)
    latin = replace(latin, swap=fit_swap(sources, latin))
    latin = fit_regions(sources, latin, read_regions(curated("regions.tsv")), habits)
    write_channel(learned("latin.tsv"), latin)
    print(f"latin: swap {latin.swap:.6f}, {len(latin.regions)} regions")
    compounds, bearers = count_compounds(data, curated("elements"), sources, derived, known)
    write_compounds(learned("compounds.tsv"), compounds, bearers)
    print(f"compounds: {len(compounds)}")
    entries = _merged([*known, *derived_entries(sources, derived), *core_entries(compounds)])
    write_lexicon(learned("lexicon.tsv"), entries)
    write_prior(learned("prior.tsv"), prior)
    exceptions = exceptional(sources, curated("elements"), latin, arabic)
    listed = {entry.units for entry in entries}
    exceptions = [e for e in exceptions if e.units in listed]
    write_exceptions(learned("exceptions.tsv"), exceptions)
    print(f"exceptions: {len(exceptions)}")
    origins = {o: sum(e.origin == o for e in entries) for o in ("curated", "catalogue", "derived")}
    print("lexicon:", ", ".join(f"{n} {origin}" for origin, n in origins.items()))
    _write_provenance(data)


def _guesser(latin: Channel, prior: Prior, known: list[Entry]) -> Callable[[str, str], Form | None]:
    """The likeliest form of an Arabic and a Latin spelling, by the n-gram prior."""
    arabic = read_channel(learned("arabic.tsv"), ARABIC)
    foreign = read_foreign(learned("foreign.tsv"))
    model = SoundModel(latin, arabic, prior, lexicon_of(known[:1]), foreign, fast=True)
    table = strongest(prior, arabic, latin)

    def best_form(key: str, spelling: str) -> Form | None:
        a, b = model.hear(key, Script.ARABIC), model.hear(spelling, Script.LATIN)
        return likeliest_form(table, a, b, model.loop(viterbi))

    return best_form


def _merged(entries: list[Entry]) -> list[Entry]:
    """Commonest first; the bearers of one form are added, and its first origin stays."""
    by_units: dict[str, Entry] = {}
    for entry in entries:
        old = by_units.get(entry.units)
        bearers = entry.bearers + (old.bearers if old else 0.0)
        by_units[entry.units] = Entry(entry.units, bearers, (old or entry).origin)
    return sorted(by_units.values(), key=lambda e: (-round(e.bearers, 3), e.form))


def _write_provenance(data: Path) -> None:
    lines = ["what\tvalue", "command\tmake train", f"seed\t{_SEED}"]
    files = [data / name for name in _INPUTS] + sorted(curated("elements").glob("*.tsv"))
    files += [curated("habits.tsv"), curated("regions.tsv")]
    lines += [
        f"{path.name}\tsha256:{hashlib.sha256(path.read_bytes()).hexdigest()}" for path in files
    ]
    learned("PROVENANCE.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    with reader_may_leave():
        main()
