"""Large lists, beside the peers on the same files: `python -m benchmarks.scale`.

`elements` counts what names are made of, `people` draws who there is, `spelled` and `writing` how
a name is written, `slips` what goes wrong, `lists` the files; `tools` are those who answer, each in
a process of its own (`running`); `judging` counts, `report` and `curve` show.
"""
