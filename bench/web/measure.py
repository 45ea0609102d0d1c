"""Measures the pages of a data directory on loopback: `bin/bench web`.

One reader, page by page, with wrk: the median and the 99th percentile. Then 64 readers on all pages, while a writer
posts a report again and again through the form: pages a second, the 99th percentile, and how many failed.
"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

SCRIPT = """
local pages = {}
for page in io.lines(os.getenv("PAGES")) do pages[#pages + 1] = page end
local next_page = 0
request = function()
  next_page = next_page % #pages + 1
  return wrk.format("GET", pages[next_page])
end
done = function(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("@ %f %f %f %d %d\\n", latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    summary.requests / (summary.duration / 1e6), summary.requests,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
"""


def told():
    parser = argparse.ArgumentParser(prog="bin/bench web", description=__doc__.splitlines()[0])
    parser.add_argument("--data", help="data directory with a plan; without it the sample town is made")
    parser.add_argument("--binary", default=".build/release/xingzhi")
    parser.add_argument("--as-of", help="day to ask for; today where it is left out")
    parser.add_argument("--seconds", type=int, default=5, help="per page for one reader; thrice that for many")
    parser.add_argument("--readers", type=int, default=64)
    parser.add_argument("--port", type=int, default=8098)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    return parser.parse_args()


def get(base, page):
    with urllib.request.urlopen(base + page, timeout=600) as answer:
        return answer.read().decode()


def links(text, pattern):
    return [link.replace("&amp;", "&").split("#")[0] for link in re.findall(r'href="(%s[^"]*)"' % pattern, text)]


def with_day(page, day):
    return page + (("&" if "?" in page else "?") + "asOf=" + day if day and "asOf=" not in page else "")


def pages(base, day):
    """One page of each kind, found by following links as a reader would."""
    found = {"overview": with_day("/", day)}
    found["units"] = with_day("/units", day)
    units = links(get(base, found["units"]), r"/units/")
    found["unit"] = units[0]
    unit = get(base, units[0])
    entries = links(unit, "/ledger/entry")
    if entries:
        found["entry of a unit"] = entries[0]
    found["obligations"] = with_day("/ledger", day)
    wholes = links(get(base, with_day("/plan", day)), "/ledger/entry")
    wholes += links(get(base, found["overview"]), "/ledger/entry") + links(get(base, found["obligations"]), "/ledger/entry")
    whole = next((page for page in wholes if "rollUp" in page or "programme" in page), None)
    if whole:
        found["entry of the whole"] = whole
    people = links(get(base, with_day("/people", day)), r"/people/")
    found["people"] = with_day("/people", day)
    found["person"] = people[0]
    own = links(get(base, people[0]), "/ledger/entry")
    if own:
        found["entry of a person"] = own[0]
    found["activities"] = with_day("/activities", day)
    return found


def wrk(base, chosen, connections, seconds, folder):
    listed = os.path.join(folder, "pages.txt")
    script = os.path.join(folder, "pages.lua")
    with open(listed, "w") as file:
        file.write("\n".join(chosen) + "\n")
    with open(script, "w") as file:
        file.write(SCRIPT)
    threads = 1 if connections == 1 else 2
    command = ["wrk", "-t", str(threads), "-c", str(connections), "-d", f"{seconds}s", "--timeout", "30s", "-s", script, base]
    answer = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, "PAGES": listed}, check=True).stdout
    values = next(line for line in answer.splitlines() if line.startswith("@")).split()[1:]
    median, p99, rate = (float(value) for value in values[:3])
    return {"median_ms": median, "p99_ms": p99, "per_second": rate, "requests": int(values[3]), "failed": int(values[4])}


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def post(base, unit, person, number, day):
    """Reports one activity through the form; true where it was taken."""
    form = urllib.parse.urlencode({
        "organiser": unit, "kind": "collectiveStudy", "title": f"并发测试 {os.getpid()}-{number}", "from": day, "to": day,
        "hours": "3", "participants": person, "step": "save"}).encode()
    try:
        urllib.request.build_opener(NoRedirect).open(base + "/activities/new", form, timeout=60)
        return False
    except urllib.error.HTTPError as answer:
        return answer.code == 303


def many(base, found, options, folder):
    """Many readers and one writer."""
    import threading
    over = threading.Event()
    written = {"reports": 0, "failed": 0, "ms": []}
    unit = urllib.parse.unquote(found["unit"].split("?")[0].split("/")[-1])
    person = urllib.parse.unquote(found["person"].split("?")[0].split("/")[-1])
    day = time.strftime("%Y-%m-%d")

    def write():
        while not over.is_set():
            started = time.monotonic()
            taken = post(base, unit, person, written["reports"] + written["failed"], day)
            written["reports" if taken else "failed"] += 1
            written["ms"].append((time.monotonic() - started) * 1000)
            over.wait(0.05)

    writer = threading.Thread(target=write)
    writer.start()
    result = wrk(base, list(found.values()), options.readers, options.seconds * 3, folder)
    over.set()
    writer.join()
    took = sorted(written["ms"]) or [0]
    return result | {
        "reports": written["reports"], "reports_failed": written["failed"], "report_median_ms": took[len(took) // 2],
        "report_p99_ms": took[min(len(took) - 1, len(took) * 99 // 100)]}


def serve(options, data):
    server = subprocess.Popen(
        [options.binary, "serve", "--data", data, "--port", str(options.port)], stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{options.port}"
    started = time.monotonic()
    while True:
        try:
            get(base, with_day("/", options.as_of))
            return server, base, time.monotonic() - started
        except (urllib.error.URLError, ConnectionError):
            if server.poll() is not None or time.monotonic() - started > 900:
                sys.exit("the server does not answer 服务没有应答")
            time.sleep(0.05)


def memory_of(server):
    """MB of memory: all of it, and without the pages of mapped files."""
    with open(f"/proc/{server.pid}/status") as file:
        lines = dict(line.split(":", 1) for line in file)
    return [int(lines[name].split()[0]) // 1024 for name in ("VmRSS", "RssAnon")]


def main():
    options = told()
    if not shutil.which("wrk"):
        sys.exit("bin/bench web needs wrk. 需要 wrk（apt install wrk）。")
    with tempfile.TemporaryDirectory() as folder:
        data = options.data
        if not data:
            data = os.path.join(folder, "town")
            subprocess.run([options.binary, "town", "make", "--data", data], check=True, stdout=subprocess.DEVNULL)
            subprocess.run(
                [options.binary, "plan", "publish", "--sample", "--data", data, "--in-force", "2024-01-01"],
                check=True, stdout=subprocess.DEVNULL)
        server, base, ready = serve(options, data)
        try:
            found = pages(base, options.as_of)
            rows = []
            for name, page in found.items():
                get(base, page)
                rows.append({"page": name, "readers": 1} | wrk(base, [page], 1, options.seconds, folder))
            rows.append({"page": "all", "readers": options.readers} | many(base, found, options, folder))
            memory, own_memory = memory_of(server)
        finally:
            server.terminate()
            server.wait()
    if options.format == "json":
        for row in rows:
            print(json.dumps({"work": "web", "ready_s": round(ready, 3), "rss_mb": memory, "own_mb": own_memory} | row, ensure_ascii=False))
        return
    print(f"ready in {ready:.2f} s; {memory} MB at the end, {own_memory} MB without mapped files")
    print(f"{'page':<20} {'readers':>7} {'median ms':>10} {'p99 ms':>8} {'per s':>8} {'failed':>6}")
    for row in rows:
        print(
            f"{row['page']:<20} {row['readers']:>7} {row['median_ms']:>10.1f} {row['p99_ms']:>8.1f}"
            f" {row['per_second']:>8.0f} {row['failed']:>6}")
    last = rows[-1]
    print(
        f"beside them {last['reports']} reports, {last['reports_failed']} failed,"
        f" median {last['report_median_ms']:.1f} ms, p99 {last['report_p99_ms']:.1f} ms")


if __name__ == "__main__":
    main()
