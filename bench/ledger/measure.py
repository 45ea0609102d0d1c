"""Timing and the JSON line in which every engine reports."""
import argparse
import json
import resource
import statistics
import time

import dataset

TIMES_SHOWN = 20


def arguments(description):
    """What every engine is told: where the data stands, of which size it is, how often to run."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--data", required=True, help="folder of the data set")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--size", choices=dataset.SIZES, help="as in the manifest where left out")
    told = parser.parse_args()
    told.size = told.size or dataset.read_manifest(told.data)["size"]
    return told


def timed(work):
    """Seconds that `work` took, and what it returned."""
    begin = time.perf_counter()
    result = work()
    return time.perf_counter() - begin, result


def repeat(work, runs, undo=None):
    """Seconds of each of `runs` runs and the last result; `undo` follows every run but the last, untimed.

    One run goes before them that is not counted, for every engine: it finds memory and files as they first come.
    """
    result = work()
    seconds = []
    for _ in range(runs):
        if undo:
            undo()
        result = None  # only one is held at a time
        taken, result = timed(work)
        seconds.append(taken)
    return seconds, result


def peak_mb():
    """Largest resident size of this process so far, in MB."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def short(seconds):
    """Four digits are more than the noise leaves."""
    return float(f"{seconds:.4g}")


def report(engine, size, work, seconds, rss_mb, digest, rows, note=""):
    """Prints the line of one kind of work."""
    line = {
        "engine": engine, "size": size, "work": work,
        "median_s": short(statistics.median(seconds)), "min_s": short(min(seconds)), "max_s": short(max(seconds)),
        "runs": len(seconds), "times": [short(taken) for taken in seconds[:TIMES_SHOWN]],
        "rss_mb": rss_mb, "digest": digest, "rows": rows, "note": note,
    }
    print(json.dumps(line), flush=True)
