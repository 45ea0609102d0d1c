"""Measures the pages of a data directory on loopback: `bin/bench web`.

One reader, page by page, with wrk: the median and the 99th percentile. Then 64 readers on all pages, while a writer
posts a report again and again through the form: pages a second, the 99th percentile, and how many failed. The reports
stay in what is measured; therefore it is a copy of the directory, unless --in-place is given.
"""
import argparse
import contextlib
import json
import shutil
import signal
import sys
import tempfile
import time

import acts
import load
import pages
import server


def told(words=None):
    parser = argparse.ArgumentParser(prog="bin/bench web", description=__doc__.split("\n", 2)[2])
    parser.add_argument(
        "--data", help="data directory with a plan; without it the sample town is made. A copy beside it is measured,"
        " which takes as much disk for as long as it lasts; where the file system shares blocks, hardly any")
    parser.add_argument(
        "--in-place", action="store_true",
        help="measure the directory itself: hundreds of reports of invented activities REMAIN in it and count")
    parser.add_argument("--binary", default=".build/release/xingzhi")
    parser.add_argument("--as-of", help="day to ask for; today where it is left out")
    parser.add_argument("--seconds", type=int, default=5, help="per page for one reader; thrice that for many")
    parser.add_argument("--readers", type=int, default=64)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument(
        "--acts", type=int, default=0,
        help="so many acts that concern no ledger are done beside the readers of its pages, who are told before and meanwhile")
    options = parser.parse_args(words)
    if options.in_place and not options.data:
        parser.error("--in-place needs --data")
    return options


@contextlib.contextmanager
def data_of(options, folder):
    """The directory to be measured."""
    if not options.data:
        yield server.sample_town(options.binary, folder)
    elif options.in_place:
        yield options.data
    else:
        with server.copied(options.data) as copy:
            yield copy


def one(served, base, name, page, seconds, folder, mark=None):
    """One reader on one page, and what a page costs of the processor."""
    before = served.processor()
    row = {"page": name, "readers": 1} | load.wrk(base, [page], 1, seconds, folder, mark)
    return row | {"cpu_ms": (served.processor() - before) * 1000 / max(1, row["requests"])}


def measure(options, data, folder):
    """Seconds until the first overview, the rows, and the memory at the end."""
    begun = time.monotonic()
    with server.Server(options.binary, data, folder) as served:
        base = served.address()
        pages.get(base, pages.with_day("/", options.as_of))
        ready = time.monotonic() - begun
        found = pages.pages(base, options.as_of)
        rows = []
        for name, page in found.items():
            pages.get(base, page)
            rows.append(one(served, base, name, page, options.seconds, folder))
        rows.append(
            one(served, base, "overview, unchanged", found["overview"], options.seconds, folder,
                pages.mark(base, found["overview"])))
        if options.acts:
            rows += acts.beside(served, base, found, options, folder)
        rows.append(
            {"page": "all", "readers": options.readers}
            | load.many(base, found, options.readers, options.seconds * 3, folder))
        return ready, rows, served.memory()


def show(rows, ready, memory):
    print(f"ready in {ready:.2f} s; {memory[0]} MB at the end, {memory[1]} MB without mapped files")
    print(f"{'page':<20} {'readers':>7} {'median ms':>10} {'p99 ms':>8} {'per s':>8} {'cpu ms':>7} {'failed':>6}")
    for row in rows:
        print(
            f"{row['page']:<20} {row['readers']:>7} {row['median_ms']:>10.1f} {row['p99_ms']:>8.1f}"
            f" {row['per_second']:>8.0f} {row.get('cpu_ms', 0):>7.2f} {row['failed']:>6}")
    last = rows[-1]
    print(
        f"beside them {last['reports']} reports, {last['reports_failed']} failed,"
        f" median {last['report_median_ms']:.1f} ms, p99 {last['report_p99_ms']:.1f} ms")


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that server and copy are gone too
    options = told()
    if not shutil.which("wrk"):
        sys.exit("bin/bench web needs wrk: sudo apt-get install wrk. 需要 wrk，请先安装。")
    with tempfile.TemporaryDirectory() as folder, data_of(options, folder) as data:
        ready, rows, memory = measure(options, data, folder)
    if options.format == "json":
        common = {"work": "web", "ready_s": round(ready, 3), "rss_mb": memory[0], "own_mb": memory[1]}
        for row in rows:
            print(json.dumps(common | row, ensure_ascii=False))
    else:
        show(rows, ready, memory)
    if failed := sum(map(load.failures, rows)):
        sys.exit(f"{failed} pages or reports failed 失败次数: {failed}")


if __name__ == "__main__":
    main()
