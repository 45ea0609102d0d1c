"""The new activity in numpy: tallies of fifty persons change, and so do the figures above their units."""
import numpy as np

import addition
import rules
from rules import COVERAGE_YEARS, FIRST, WINDOWS


class Delta:
    """Stores the new activity and changes tallies and figures in place; `undo` voids it again.

    It takes in what the new activity is: a class that R3, R4, R7, R9 and R10 ask for.
    """

    def __init__(self, town, ledger):
        self.town = town
        self.ledger = ledger
        self.activity = addition.activity_row(town.activities)
        self.rows = addition.participation_rows(town.activities, town.persons)
        self.people = self.rows["person"]
        self.year = rules.year_of(addition.PARTICIPATION["day"])
        self.parent = town.unit["parent"]

    def apply(self):
        """Takes the report in."""
        self.store()
        self.change(+1)

    def undo(self):
        """Takes the report back."""
        self.change(-1)
        self.town.activities -= 1
        self.town.participations -= addition.PARTICIPANTS

    def store(self):
        """Writes the rows behind the last ones in use."""
        town = self.town
        for name, value in self.activity.items():
            town.activity[name][town.activities] = value
        room = slice(town.participations, town.participations + addition.PARTICIPANTS)
        for name, values in self.rows.items():
            town.participation[name][room] = values
        town.activities += 1
        town.participations += addition.PARTICIPANTS

    def change(self, sign):
        """Adds the report with the given sign to everything that was derived."""
        self.change_persons(sign)
        self.change_holder(sign)

    def change_persons(self, sign):
        """R4 and R7 of the fifty persons, then of the units above them."""
        tallies, people = self.ledger.tallies, self.people
        slots, before = self.standing()
        tallies.classes[people, self.year] += sign
        tallies.hours[people, self.year] += sign * addition.PARTICIPATION["hours"]
        difference = self.standing()[1].astype(np.int64) - before
        changed = np.flatnonzero(difference.any(axis=1))
        unit, difference = self.town.person["unit"][people[changed]], difference[changed]
        while len(unit):
            np.add.at(self.ledger.numerator, (unit[:, None], slots), difference)
            unit = self.parent[unit]
            unit, difference = unit[unit >= 0], difference[unit >= 0]

    def standing(self):
        """The slots the class can change, and which of the fifty persons are good in them."""
        tallies, people, year = self.ledger.tallies, self.people, self.year
        category, level, entered = (self.town.person[name][people] for name in ("category", "level", "entered"))
        slots, good = [], []
        classes = tallies.classes[people]
        for first in range(max(0, year - COVERAGE_YEARS + 1), min(year, WINDOWS[4] - 1) + 1):
            last = first + COVERAGE_YEARS - 1
            member = (category <= rules.COVERAGE_CATEGORY) & (entered <= rules.YEAR_ENDS[last])
            slots.append(FIRST[4] + first)
            good.append(member & (classes[:, first : last + 1] > 0).any(axis=1))
        wanted = np.where(level >= rules.SENIOR_LEVEL, rules.SENIOR_HOURS, rules.HOURS)
        slots.append(FIRST[7] + year)
        good.append((entered <= rules.YEAR_STARTS[year]) & (tallies.hours[people, year] >= wanted))
        return np.array(slots), np.stack(good, axis=1)

    def change_holder(self, sign):
        """R3, R9 and R10 of the unit that held the class, and of the units above it."""
        unit, events = self.activity["unit"], self.ledger.events
        quarter = int(self.town.calendar["q"][self.activity["start_day"]])
        was_met = events.classes[unit, self.year] >= rules.CLASSES_A_YEAR
        for counted in (events.classes, events.notified, events.notified_in_time):
            counted[unit, self.year] += sign
        for counted in (events.formal, events.formal_in_order):
            counted[unit, quarter] += sign
        is_met = events.classes[unit, self.year] >= rules.CLASSES_A_YEAR
        conformity = [FIRST[9] + self.year, FIRST[10] + quarter]
        while unit >= 0:
            self.ledger.numerator[unit, FIRST[3] + self.year] += int(is_met) - int(was_met)
            self.ledger.numerator[unit, conformity] += sign
            self.ledger.denominator[unit, conformity] += sign
            unit = self.parent[unit]
