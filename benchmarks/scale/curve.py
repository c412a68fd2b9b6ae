"""The cost curve: seconds by rows for every tool, as an SVG file for the documents."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from benchmarks.scale.contest import DEDUPE, TOOLS, Result


def draw(results: Sequence[Result], path: Path) -> None:
    """Draw the curve against the longest list; the same results give the same file."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams.update({"svg.hashsalt": "nisba", "svg.fonttype": "none"})
    from matplotlib import pyplot

    done = [r for r in results if not r.fault and TOOLS[r.tool].task != DEDUPE]
    if not done:
        return
    longest = max(r.identities for r in done)
    points: dict[str, list[Result]] = defaultdict(list)
    for result in done:
        if result.identities == longest:
            points[result.tool].append(result)
    figure, axes = pyplot.subplots(figsize=(7, 4.5))
    for tool in [name for name in TOOLS if name in points]:
        line = sorted(points[tool], key=lambda r: r.rows)
        ours, floor = bool(TOOLS[tool].ours), TOOLS[tool].title.startswith("floor")
        some = any(r.asked < r.rows for r in line)
        axes.plot(
            [r.rows for r in line],
            [r.seconds for r in line],
            marker="o",
            markersize=3,
            linewidth=2.2 if ours else 1.0,
            linestyle=":" if floor else "--" if some else "-",
            label=TOOLS[tool].title,
        )
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xlabel(f"rows, against {longest:,} identities")
    axes.set_ylabel("seconds, building too (dashed: reckoned from some rows)")
    axes.grid(visible=True, which="major", linewidth=0.3)
    axes.legend(fontsize=7, frameon=False, loc="center left", bbox_to_anchor=(1.0, 0.5))
    figure.savefig(path, bbox_inches="tight", metadata={"Date": None})
    pyplot.close(figure)
