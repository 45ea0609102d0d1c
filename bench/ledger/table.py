"""The comparison as text: one row per engine and kind of work, then the bars."""
import os

import bars
from bars import OURS, find, span

HEADINGS = ("engine", "work", "median", "min..max", "to ours", "RSS MB", "digest")
ALIGNMENT = "<<>>>><"


def cells(line, lines):
    """The cells of one row."""
    ours = find(lines, OURS, line["work"])
    median = line.get("median_s")
    ratio = median / ours["median_s"] if median and ours and ours.get("median_s") else None
    extremes = "-"
    if line.get("min_s") is not None and line.get("max_s") is not None:
        extremes = f"{span(line['min_s'])}..{span(line['max_s'])}"
    return (
        line["engine"], line["work"], span(median), extremes,
        "-" if ratio is None else f"{ratio:.3g}x", str(line.get("rss_mb") or "-"), line.get("digest") or "-",
    )


def text(size, lines):
    """The whole comparison."""
    rows = [HEADINGS] + [cells(line, lines) for line in lines]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    shown = [f"Ledger benchmark, size {size}; load of the machine {os.getloadavg()[0]:.1f} at the end", ""]
    for row in rows:
        padded = (f"{cell:{side}{width}}" for cell, side, width in zip(row, ALIGNMENT, widths))
        shown.append("  ".join(padded).rstrip())
    notes = [f"{line['engine']} {line['work']}: {line['note']}" for line in lines if line.get("note")]
    return "\n".join(shown + [""] + notes + [""] + bar_lines(size, lines))


def bar_lines(size, lines):
    """Each bar with its verdict."""
    shown = []
    for said, passed, measured in bars.judge(size, lines):
        verdict = "not measured" if passed is None else "holds" if passed else "MISSED"
        shown.append(f"{verdict:<13} {said}" + (f" (measured {measured})" if measured else ""))
    for rival in ("numpy", "duckdb"):
        ratio = bars.times_faster(lines, "raw-full", rival)
        if ratio is not None:
            shown.append(f"{'beside it':<13} from raw columns: {ratio:.3g} times faster than {rival}")
    return shown
