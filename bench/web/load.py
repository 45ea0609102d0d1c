"""What the server is put under: readers by wrk, and a writer who posts one report after the other."""
import http.client
import os
import subprocess
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

PAUSE = 0.05  # seconds between two reports

SCRIPT = """
local pages = {}
for page in io.lines(os.getenv("PAGES")) do pages[#pages + 1] = page end
local next_page = 0
local mark = os.getenv("MARK")
local headers = mark and { ["If-None-Match"] = mark } or nil
request = function()
  next_page = next_page % #pages + 1
  return wrk.format("GET", pages[next_page], headers)
end
done = function(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("@ %f %f %f %d %d\\n", latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    summary.requests / (summary.duration / 1e6), summary.requests,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
"""


def wrk(base, chosen, connections, seconds, folder, mark=None):
    """`mark`: of the page as the readers have it already."""
    listed = os.path.join(folder, "pages.txt")
    script = os.path.join(folder, "pages.lua")
    with open(listed, "w") as file:
        file.write("\n".join(chosen) + "\n")
    with open(script, "w") as file:
        file.write(SCRIPT)
    threads = 1 if connections == 1 else 2
    command = ["wrk", "-t", str(threads), "-c", str(connections), "-d", f"{seconds}s", "--timeout", "30s", "-s", script, base]
    answer = subprocess.run(
        command, capture_output=True, text=True, check=True,
        env={**os.environ, "PAGES": listed} | ({"MARK": mark} if mark else {})).stdout
    values = next(line for line in answer.splitlines() if line.startswith("@")).split()[1:]
    median, p99, rate = (float(value) for value in values[:3])
    return {"median_ms": median, "p99_ms": p99, "per_second": rate, "requests": int(values[3]), "failed": int(values[4])}


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def post(base, unit, person, number, day):
    """Reports one activity through the form; true where it was taken, false whatever else happened."""
    form = urllib.parse.urlencode({
        "organiser": unit, "kind": "collectiveStudy", "title": f"并发测试 {os.getpid()}-{number}", "from": day, "to": day,
        "hours": "3", "participants": person, "step": "save"}).encode()
    try:
        urllib.request.build_opener(NoRedirect).open(base + "/activities/new", form, timeout=60).close()
        return False
    except urllib.error.HTTPError as answer:
        return answer.code == 303
    except (OSError, http.client.HTTPException):
        # Refused, reset, cut off or too late: a report that was not taken, and the next one is still to be tried.
        return False


class Writer(threading.Thread):
    """Posts reports until it is ended."""

    def __init__(self, base, unit, person):
        super().__init__(daemon=True)
        self.report = lambda number: post(base, unit, person, number, time.strftime("%Y-%m-%d"))
        self.over = threading.Event()
        self.taken = self.failed = 0
        self.milliseconds = []

    def run(self):
        while not self.over.is_set():
            started = time.monotonic()
            if self.report(self.taken + self.failed):
                self.taken += 1
            else:
                self.failed += 1
            self.milliseconds.append((time.monotonic() - started) * 1000)
            self.over.wait(PAUSE)

    def end(self):
        self.over.set()
        self.join()

    def figures(self):
        took = sorted(self.milliseconds) or [0]
        return {
            "reports": self.taken, "reports_failed": self.failed, "report_median_ms": took[len(took) // 2],
            "report_p99_ms": took[min(len(took) - 1, len(took) * 99 // 100)]}


def many(base, found, readers, seconds, folder):
    """Many readers and one writer."""
    unit, person = (urllib.parse.unquote(found[name].split("?")[0].split("/")[-1]) for name in ("unit", "person"))
    writer = Writer(base, unit, person)
    writer.start()
    try:
        result = wrk(base, list(found.values()), readers, seconds, folder)
    finally:
        writer.end()
    return result | writer.figures()


def failures(row):
    """How many pages and reports of a row failed; a row without a single answer is a failure too."""
    return row["failed"] + row.get("reports_failed", 0) + (row["requests"] == 0) + (row.get("reports") == 0)
