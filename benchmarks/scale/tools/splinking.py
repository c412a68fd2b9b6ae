"""splink on DuckDB: Fellegi and Sunter's model over columns of the names, learned without labels.

Settings as its guides advise: u by random sampling, m by expectation maximisation over two blocking
rules, term frequencies, a comparison that knows names put the other way round. Pairs come from
blocks of family name and initial, of three letters of both, and of any two Metaphone codes.
splink's own guide says that one column of words is not what it works best with: it has no birth
date or town to go by here.
"""

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from benchmarks.scale.tools.blocks import columns
from benchmarks.scale.tools.job import Answer, Job, Named

if TYPE_CHECKING:
    import pyarrow as pa

_LEAST = 0.001
"""Probability of a pair from which it is kept."""
_AT_ONCE = 100_000
"""Rows that are paired at once: more of them do not fit into memory when lists are long."""
_SEED = 7
_U_PAIRS = 2e6
_EM_PAIRS = 2e6
_EXACT = 0.3
"""Share of the pairs of one person that are spelled alike, guessed; the model's start."""


def resolve(job: Job) -> None:
    """The likeliest name of each row."""
    listed, rows = job.identities(), job.rows()
    linker = _linker("link_only", [_table(listed, "n"), _table(rows, "r")])
    job.mark("build")
    pairs = _pairs(linker, _LEAST, len(rows))
    best = linker.misc.query_sql(
        "SELECT unique_id_r AS row, arg_max(unique_id_l, match_weight) AS name, "
        f"max(match_weight) AS score FROM {pairs.physical_name} GROUP BY 1"
    ).as_record_list()
    job.give(
        Answer(rows[int(pair["row"][1:])][0], listed[int(pair["name"][1:])][0], pair["score"])
        for pair in best
    )


def dedupe(job: Job) -> None:
    """Clusters of rows linked by a probability of at least the knob."""
    rows = job.people()
    linker = _linker("dedupe_only", [_table(rows, "r")])
    job.mark("build")
    least = float(job.knob)
    pairs = _pairs(linker, least, len(rows))
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
        pairs, threshold_match_probability=least
    )
    found = linker.misc.query_sql(
        f"SELECT unique_id AS row, cluster_id AS cluster FROM {clusters.physical_name}"
    ).as_record_list()
    job.give(Answer(rows[int(r["row"][1:])][0], str(r["cluster"]), 1.0) for r in found)


def _pairs(linker: Any, least: float, rows: int) -> Any:
    """The pairs that are likely enough, so many rows at once as memory bears."""
    chunks = math.ceil(rows / _AT_ONCE)
    return linker.inference.predict(threshold_match_probability=least, num_chunks_right=chunks)


def _table(names: Sequence[Named], letter: str) -> "pa.Table":
    """The columns of every name; ids are a letter and the place, for ids may repeat."""
    import pyarrow as pa

    cut = [columns(name) for _, name in names]
    fields: dict[str, Iterable[object]] = {
        "unique_id": [f"{letter}{i}" for i in range(len(names))],
        "whole": [c.whole for c in cut],
        "given": [c.given for c in cut],
        "family": [c.family for c in cut],
        "full_name": [f"{c.given} {c.family}" for c in cut],
        "codes": [c.codes for c in cut],
        "pairs": [c.pairs for c in cut],
        "code_key": [c.key for c in cut],
    }
    return pa.table({name: pa.array(column) for name, column in fields.items()})


def _linker(kind: str, tables: Sequence["pa.Table"]) -> Any:
    """A trained linker."""
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    settings = SettingsCreator(
        link_type=kind,  # type: ignore[arg-type, unused-ignore] # one of splink's two words
        comparisons=[
            cl.ForenameSurnameComparison(
                "given",
                "family",
                jaro_winkler_thresholds=[0.95, 0.9, 0.8],
                forename_surname_concat_col_name="full_name",
            ),
            cl.ArrayIntersectAtSizes("codes", [4, 3, 2, 1]),
            cl.JaroWinklerAtThresholds("whole", [0.95, 0.9, 0.8, 0.7]),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("family", "substr(given, 1, 1)"),
            block_on("substr(given, 1, 3)", "substr(family, 1, 3)"),
            block_on("pairs", arrays_to_explode=["pairs"]),
        ],
        retain_matching_columns=False,
    )
    base = DuckDBAPI()
    registered = [
        base.register(table, dataset_display_name=f"t{i}") for i, table in enumerate(tables)
    ]
    linker = Linker(registered if len(tables) > 1 else registered[0], settings, log_level=None)
    alike = block_on("substr(given, 1, 3)", "substr(family, 1, 3)")
    train = linker.training
    train.estimate_probability_two_random_records_match([block_on("whole")], recall=_EXACT)
    train.estimate_u_using_random_sampling(max_pairs=_U_PAIRS, seed=_SEED)
    for rule in (alike, block_on("code_key")):
        train.estimate_parameters_using_expectation_maximisation(rule, max_pairs=_EM_PAIRS)
    return linker
