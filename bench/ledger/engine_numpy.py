"""The twelve rules in numpy, one thread: tallies per person and year, counts per unit and window, one roll-up."""
import numpy as np

import addition
import dataset
import measure
import rules
from digest import digest, rows_of_slots
from numpy_delta import Delta
from rules import FIRST, WINDOWS, YEARS


def between(values, bounds):
    """True where a value lies within both bounds."""
    return (values >= bounds[0]) & (values <= bounds[1])


class Town:
    """The loaded data; `activities` and `participations` say how many rows are in use, the rest is room."""

    def __init__(self, directory):
        self.unit = dataset.load_table(directory, "unit")
        self.calendar = dataset.load_table(directory, "cal")
        self.person = dataset.load_table(directory, "person")
        self.activity = dataset.load_table(directory, "activity", spare=1)
        self.participation = dataset.load_table(directory, "participation", spare=addition.PARTICIPANTS)
        self.units = len(self.unit["id"])
        self.persons = len(self.person["id"])
        self.activities = len(self.activity["id"]) - 1
        self.participations = len(self.participation["person"]) - addition.PARTICIPANTS
        self.levels = self.tree_levels()

    def tree_levels(self):
        """Units of each level below the first, sorted by parent, with the parents and where their children begin."""
        parent = self.unit["parent"]
        depth = np.zeros(self.units, np.int64)
        for unit in range(1, self.units):
            depth[unit] = depth[parent[unit]] + 1
        levels = []
        for level in range(depth.max(), 0, -1):
            units = np.flatnonzero(depth == level)
            units = units[np.argsort(parent[units], kind="stable")]
            parents, begins = np.unique(parent[units], return_index=True)
            levels.append((units, parents, begins))
        return levels

    def add_to_ancestors(self, figures):
        """Rolls figures per unit up the tree, in place, from the lowest level."""
        for units, parents, begins in self.levels:
            figures[parents] += np.add.reduceat(figures[units], begins, axis=0)

    def held(self):
        """The activities in use."""
        return {name: values[: self.activities] for name, values in self.activity.items()}

    def attended(self):
        """The participations in use."""
        return {name: values[: self.participations] for name, values in self.participation.items()}


class Tallies:
    """What each person did in each year; every array is (persons, 5)."""

    def __init__(self, town):
        attended = town.attended()
        year = town.calendar["y"].astype(np.int64)
        kind = town.activity["kind"].astype(np.int8)[attended["activity"]]
        completed = attended["completed"].view(bool)
        key = attended["person"] * np.int64(len(YEARS))
        key += year[attended["day"]]
        role, hours = attended["role"], attended["hours"]

        def tally(chosen, weights=None):
            chosen = np.flatnonzero(completed & chosen)
            weights = None if weights is None else weights[chosen]
            return np.bincount(key[chosen], weights, town.persons * len(YEARS)).reshape(-1, len(YEARS))

        self.talks = tally(between(kind, rules.TALK_KINDS) & between(role, rules.TALK_ROLES))
        self.hours = tally(role != rules.NO_HOURS_ROLE, hours)
        self.online = tally(kind >= rules.ONLINE_KIND, hours)
        self.classes = tally(between(kind, rules.CLASS_KINDS))
        self.cycle = tally(kind == rules.CYCLE_KIND)


class Events:
    """How many activities each unit held per window, for the rules that count them."""

    def __init__(self, town):
        held = town.held()
        self.units = town.units
        self.unit = held["unit"].astype(np.int64)
        kind, tags, start = held["kind"], held["tags"], held["start_day"]
        year, quarter, month = (town.calendar[name][start] for name in ("y", "q", "m"))
        unit_kind = town.unit["kind"][self.unit]
        long_enough = held["end_day"] - start + 1 >= rules.CLASS_DAYS

        branch = unit_kind >= rules.MONTHLY_MEETING_UNIT
        self.meetings = self.count(branch & (kind == rules.MEETING_KIND), month, 60)
        study = between(kind, rules.STUDY_KINDS) & (tags & rules.STUDY_TAG != 0)
        self.studies = self.count((unit_kind >= rules.QUARTERLY_STUDY_UNIT) & study, quarter, 20)
        classes = between(kind, rules.CLASS_KINDS) & (unit_kind <= rules.CLASS_HOLDING_UNIT)
        self.classes = self.count(classes & long_enough, year, 5)
        self.of_set = [self.count(branch & (kind == one), year, 5) for one in rules.SET_KINDS]

        notified = between(kind, rules.NOTIFIED_KINDS)
        in_time = held["lead_days"] >= rules.LEAD_DAYS
        in_time &= held["reported"] <= held["end_day"] + rules.REPORT_DAYS
        self.notified = self.count(notified, year, 5)
        self.notified_in_time = self.count(notified & in_time, year, 5)
        formal = between(kind, rules.FORMAL_KINDS)
        self.formal = self.count(formal, quarter, 20)
        self.formal_in_order = self.count(formal & long_enough & (tags & rules.FORMAL_TAG != 0), quarter, 20)
        self.headcount = self.count_heads(town, kind)

    def count(self, chosen, window, windows):
        """Chosen activities per unit and window."""
        key = self.unit[chosen] * windows + window[chosen]
        return np.bincount(key, minlength=self.units * windows).reshape(-1, windows)

    def count_heads(self, town, kind):
        """Completed participations per unit, year and kind of R12."""
        attended = town.attended()
        of_kind = between(kind, rules.HEADCOUNT_KINDS)
        chosen = np.flatnonzero(of_kind[attended["activity"]] & attended["completed"].view(bool))
        activity = attended["activity"][chosen]
        kinds = rules.HEADCOUNT_KINDS[1] - rules.HEADCOUNT_KINDS[0] + 1
        year = town.calendar["y"][attended["day"][chosen]]
        window = year * kinds + kind[activity] - rules.HEADCOUNT_KINDS[0]
        key = self.unit[activity] * WINDOWS[12] + window
        return np.bincount(key, minlength=self.units * WINDOWS[12]).reshape(-1, WINDOWS[12])


class Ledger:
    """Numerators and denominators of every unit and slot, rolled up."""

    def __init__(self, town):
        self.numerator = np.zeros((town.units, rules.SLOTS), np.int64)
        self.denominator = np.zeros((town.units, rules.SLOTS), np.int64)
        self.tallies = Tallies(town)
        self.events = Events(town)
        self.fill_person_rules(town)
        self.fill_event_rules(town)
        town.add_to_ancestors(self.numerator)
        town.add_to_ancestors(self.denominator)

    def fill(self, rule, window, numerator, denominator):
        """Sets the figures of one window of a rule, for every unit."""
        self.numerator[:, FIRST[rule] + window] = numerator
        self.denominator[:, FIRST[rule] + window] = denominator

    def fill_windows(self, rule, numerator, denominator):
        """Sets the figures of all windows of a rule at once."""
        slots = slice(FIRST[rule], FIRST[rule] + WINDOWS[rule])
        self.numerator[:, slots] = numerator
        self.denominator[:, slots] = denominator

    def fill_person_rules(self, town):
        """R4 to R8: who is counted among the members of a unit, and who of them did enough."""
        did = self.tallies
        unit, category, level, entered = (town.person[name] for name in ("unit", "category", "level", "entered"))

        def counted(chosen):
            return np.bincount(unit[chosen], minlength=town.units)

        attended_class = did.classes > 0
        for first in range(WINDOWS[4]):
            last = first + rules.COVERAGE_YEARS - 1
            member = (category <= rules.COVERAGE_CATEGORY) & (entered <= rules.YEAR_ENDS[last])
            covered = attended_class[:, first : last + 1].any(axis=1)
            self.fill(4, first, counted(member & covered), counted(member))
        senior = level >= rules.SENIOR_LEVEL
        self.fill(5, 0, counted(senior & did.cycle.any(axis=1)), counted(senior))
        wanted_hours = np.where(senior, rules.SENIOR_HOURS, rules.HOURS)
        for year in YEARS:
            member = entered <= rules.YEAR_STARTS[year]
            members = counted(member)
            self.fill(6, year, counted(member & (did.talks[:, year] >= rules.TALKS_A_YEAR)), members)
            self.fill(7, year, counted(member & (did.hours[:, year] >= wanted_hours)), members)
            member &= category <= rules.ONLINE_CATEGORY
            self.fill(8, year, counted(member & (did.online[:, year] >= rules.ONLINE_HOURS)), counted(member))

    def fill_event_rules(self, town):
        """R1 to R3 and R11: obliged units; R9 and R10: their activities; R12: heads, against all members."""
        def obliged(chosen):
            return chosen[:, None].astype(np.int64)

        events = self.events
        unit_kind = town.unit["kind"]
        branch = unit_kind >= rules.MONTHLY_MEETING_UNIT
        self.fill_windows(1, events.meetings >= 1, obliged(branch))
        self.fill_windows(2, events.studies >= 1, obliged(unit_kind >= rules.QUARTERLY_STUDY_UNIT))
        holders = obliged(unit_kind <= rules.CLASS_HOLDING_UNIT)
        self.fill_windows(3, events.classes >= rules.CLASSES_A_YEAR, holders)
        self.fill_windows(9, events.notified_in_time, events.notified)
        self.fill_windows(10, events.formal_in_order, events.formal)
        self.fill_windows(11, np.logical_and.reduce([count > 0 for count in events.of_set]), obliged(branch))
        members = np.bincount(town.person["unit"], minlength=town.units)
        self.fill_windows(12, events.headcount, members[:, None])


def main():
    told = measure.arguments("The ledger benchmark in numpy.")
    town = Town(told.data)
    seconds, ledger = measure.repeat(lambda: Ledger(town), told.runs)
    peak = measure.peak_mb()
    rows = rows_of_slots(ledger.numerator, ledger.denominator)
    note = "1 thread; ends in arrays, result rows not timed"
    measure.report("numpy", told.size, "full", seconds, peak, digest(rows), len(rows), note)

    delta = Delta(town, ledger)
    seconds, _ = measure.repeat(delta.apply, told.runs * 20, undo=delta.undo)
    peak = measure.peak_mb()
    rows = rows_of_slots(ledger.numerator, ledger.denominator)
    note = "in memory, no log; tallies and figures updated in place"
    measure.report("numpy", told.size, "delta", seconds, peak, digest(rows), len(rows), note)


if __name__ == "__main__":
    main()
