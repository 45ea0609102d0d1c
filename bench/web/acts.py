"""Acts of another kind beside those who read the ledger: what concerns no fact must not touch its pages."""
import re
import threading
import urllib.error
import urllib.parse
import urllib.request

import load
import pages

FORM = "/tours/rules"
SHOWN = ("overview", "unit", "obligations", "person")


def change(base, days):
    """Sets a rule of study tours through its form; true where it was taken."""
    text = pages.get(base, FORM)
    fields = dict(re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', text))
    fields |= {"leadDays": str(days), "step": "save"}
    try:
        urllib.request.build_opener(load.NoRedirect).open(
            base + FORM, urllib.parse.urlencode(fields).encode(), timeout=60).close()
        return False
    except urllib.error.HTTPError as answer:
        return answer.code == 303


class Clerk(threading.Thread):
    """Does one act after the other, until there were so many."""

    def __init__(self, base, count):
        super().__init__(daemon=True)
        self.base, self.count = base, count
        self.taken = 0

    def run(self):
        for number in range(self.count):
            self.taken += change(self.base, 15 + number % 2)


def beside(served, base, found, options, folder):
    """Each page of the ledger alone, then while the acts are done."""
    rows = []
    for name in SHOWN:
        alone = load.wrk(base, [found[name]], 1, options.seconds, folder)
        clerk = Clerk(base, options.acts // len(SHOWN))
        clerk.start()
        meanwhile = load.wrk(base, [found[name]], 1, options.seconds, folder)
        clerk.join()
        print(
            f"{name}: alone {alone['median_ms']:.2f} ms (p99 {alone['p99_ms']:.1f}), beside acts"
            f" {meanwhile['median_ms']:.2f} ms (p99 {meanwhile['p99_ms']:.1f}); {clerk.taken} of {clerk.count} acts taken")
        rows.append({"page": f"{name}, beside acts", "readers": 1} | meanwhile)
    return rows
