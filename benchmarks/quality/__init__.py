"""How good the answers are, beside the peers in the same run: `python -m benchmarks.quality`.

`tasks` and `pairs` say what is asked, `peers` who answers, `searching` how a scorer of pairs
searches a list, `figures` what is counted, `report` how it is printed.
"""
