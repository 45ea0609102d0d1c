"""The bars of the ledger engine: what our figures are held to."""
from dataclasses import dataclass

OURS = "xingzhi"


@dataclass(frozen=True)
class Limit:
    """One figure of ours, in seconds or MB, must not exceed a limit."""

    size: str
    work: str
    figure: str
    most: float
    said: str

    def judge(self, lines):
        """(sentence, passed or None where it was not measured, the figure)."""
        line = find(lines, OURS, self.work)
        value = None if line is None else line.get(self.figure)
        return self.said, None if value is None else value <= self.most, value


@dataclass(frozen=True)
class Ratio:
    """We must be so many times faster than a rival."""

    size: str
    work: str
    rival: str
    least: float

    def judge(self, lines):
        """(sentence, passed or None where it was not measured, the ratio)."""
        ours, rival = find(lines, OURS, self.work), find(lines, self.rival, self.work)
        ratio = None
        if ours and rival and ours.get("median_s") and rival.get("median_s"):
            ratio = rival["median_s"] / ours["median_s"]
        return f"{self.work}: {self.least:g} times faster than {self.rival}", ratio and ratio >= self.least, ratio


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


def judge(size, lines):
    """Every bar of this size, judged."""
    return [bar.judge(lines) for bar in BARS if bar.size == size]
