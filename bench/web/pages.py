"""The pages that are measured, found by following links as a reader would."""
import re
import urllib.request


def get(base, page):
    with urllib.request.urlopen(base + page, timeout=600) as answer:
        return answer.read().decode()


def mark(base, page):
    """The mark of a page as it is now."""
    with urllib.request.urlopen(base + page, timeout=600) as answer:
        return answer.headers["ETag"]


def links(text, pattern):
    return [link.replace("&amp;", "&").split("#")[0] for link in re.findall(r'href="(%s[^"]*)"' % pattern, text)]


def with_day(page, day):
    return page + (("&" if "?" in page else "?") + "asOf=" + day if day and "asOf=" not in page else "")


def pages(base, day):
    """One page of each kind, found by following links as a reader would."""
    found = {"overview": with_day("/", day)}
    found["plan"] = with_day("/plan", day)
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
