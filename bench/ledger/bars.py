"""The bars of the ledger engine: what our figures are held to."""
from dataclasses import dataclass

OURS = "xingzhi"


def span(seconds):
    """Seconds in the unit that suits them."""
    if seconds is None:
        return "-"
    for factor, unit in ((1, "s"), (1e3, "ms")):
        if seconds * factor >= 1:
            return f"{seconds * factor:.3g} {unit}"
    return f"{seconds * 1e6:.3g} µs"


@dataclass(frozen=True)
class Limit:
    """One figure of ours, in seconds or MB, must not exceed a limit."""

    size: str
    work: str
    figure: str
    most: float
    said: str

    def judge(self, lines):
        """(sentence, passed or None where it was not measured, the figure in words)."""
        line = find(lines, OURS, self.work)
        value = None if line is None else line.get(self.figure)
        if value is None:
            return self.said, None, ""
        return self.said, value <= self.most, f"{value} MB" if self.figure == "rss_mb" else span(value)


@dataclass(frozen=True)
class Ratio:
    """We must be so many times faster than a rival."""

    size: str
    work: str
    rival: str
    least: float

    def judge(self, lines):
        """(sentence, passed or None where it was not measured, the ratio in words)."""
        said = f"{self.work}: {self.least:g} times faster than {self.rival}"
        ratio = times_faster(lines, self.work, self.rival)
        return said, None if ratio is None else ratio >= self.least, "" if ratio is None else f"{ratio:.3g} times"


BARS = [
    Ratio("M", "full", "numpy", 4),
    Ratio("M", "full", "duckdb", 12),
    Limit("M", "delta-durable", "median_s", 0.005, "delta-durable: at most 5 ms (aim 1 ms)"),
    Limit("M", "start-database", "median_s", 10, "ready from the database: under 10 s"),
    Limit("L", "full", "median_s", 1.0, "full: at most 1.0 s (aim 0.3 s)"),
    Ratio("L", "full", "numpy", 4),
    Ratio("L", "full", "duckdb", 12),
    Limit("L", "delta", "median_s", 50e-6, "delta: at most 50 µs"),
    Limit("L", "start", "median_s", 5, "ready from the snapshot: under 5 s"),
    Limit("L", "full", "rss_mb", 2000, "memory: under 2.0 GB"),
]


def find(lines, engine, work):
    """The line of one engine's work, or None."""
    for line in lines:
        if line.get("engine") == engine and line.get("work") == work:
            return line
    return None


def times_faster(lines, work, rival):
    """How many times our work is faster than the full evaluation of a rival; None where one is missing."""
    ours, other = find(lines, OURS, work), find(lines, rival, "full")
    if not ours or not other or not ours.get("median_s") or not other.get("median_s"):
        return None
    return other["median_s"] / ours["median_s"]


def judge(size, lines):
    """Every bar of this size, judged."""
    return [bar.judge(lines) for bar in BARS if bar.size == size]
