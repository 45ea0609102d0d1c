"""Draws the seeded data set of one size and writes it column by column.

The order of the draws is the definition of the data: whoever draws the same numbers in the same order from
numpy's default generator gets the same columns, bit for bit. Do not reorder the calls to `draw`.
"""
import argparse
import json
import os
import sys
from dataclasses import dataclass

import numpy as np

import dataset
import known
from dataset import DAYS, SIZES
from rules import YEAR_STARTS

CITY, COUNTY, DEPARTMENT, SUB_UNIT, BRANCH = range(5)
ACTIVITY_KINDS = 24
STEP = 1_000_003  # prime and larger than any subtree: stepping through a subtree meets nobody twice
ACTIVITIES_PER_CHUNK = 100_000


@dataclass
class Tree:
    """The unit tree. Ids are breadth-first, so levels are contiguous and parents come before children."""

    parent: np.ndarray
    kind: np.ndarray
    first_sub_unit: int
    first_branch: int

    @property
    def count(self):
        return len(self.parent)

    def preorder(self):
        """For every unit: its place in depth-first order, and the place after its last descendant."""
        size = [1] * self.count
        parent = self.parent.tolist()
        for unit in range(self.count - 1, 0, -1):
            size[parent[unit]] += size[unit]
        first = [0] * self.count
        next_child = [1] * self.count
        for unit in range(1, self.count):
            first[unit] = next_child[parent[unit]]
            next_child[parent[unit]] += size[unit]
            next_child[unit] = first[unit] + 1
        first = np.array(first, dtype=np.int64)
        return first, first + np.array(size, dtype=np.int64)


@dataclass
class Roster:
    """Persons in the order of the tree: the members of any subtree are the slots lowest[unit] ..< beyond[unit]."""

    columns: dict
    person_at: np.ndarray
    lowest: np.ndarray
    beyond: np.ndarray


def draw_tree(draw, units):
    """One city; counties and departments; 30 % sub-units; the rest branches."""
    second_level = max(6, int(round(units**0.5 * 0.6)))
    sub_units = int(units * 0.30)
    first_sub_unit = 1 + second_level
    first_branch = first_sub_unit + sub_units
    parent = np.zeros(units, np.int32)
    kind = np.zeros(units, np.int16)
    parent[0] = -1
    kind[1:first_sub_unit] = np.where(np.arange(second_level) % 3 == 0, COUNTY, DEPARTMENT)
    parent[first_sub_unit:first_branch] = np.sort(1 + draw.integers(0, second_level, sub_units))
    kind[first_sub_unit:first_branch] = SUB_UNIT
    parent[first_branch:] = np.sort(first_sub_unit + draw.integers(0, sub_units, units - first_branch))
    kind[first_branch:] = BRANCH
    return Tree(parent, kind, first_sub_unit, first_branch)


def draw_roster(draw, persons, tree):
    """80 % of the persons in branches, 18 % in sub-units, 2 % above; ids are shuffled."""
    level = draw.random(persons)
    in_branch = draw.integers(tree.first_branch, tree.count, persons)
    in_sub_unit = draw.integers(tree.first_sub_unit, tree.first_branch, persons)
    above = draw.integers(0, tree.first_sub_unit, persons)
    unit_drawn = np.where(level < 0.80, in_branch, np.where(level < 0.98, in_sub_unit, above))

    first, beyond = tree.preorder()
    unit_at = unit_drawn[np.argsort(first[unit_drawn], kind="stable")]
    person_at = draw.permutation(persons).astype(np.int32)
    place_at = first[unit_at]
    unit = np.empty(persons, np.int32)
    unit[person_at] = unit_at

    category = draw.choice(5, persons, p=[0.1, 0.25, 0.3, 0.25, 0.1]).astype(np.int16)
    rank = np.minimum(9, draw.geometric(0.28, persons) - 1).astype(np.int16)
    sex = (draw.random(persons) < 0.42).astype(np.int16)
    entered_before = draw.random(persons) < 0.8
    days_before = draw.integers(1, 9000, persons)
    day_within = draw.integers(0, DAYS, persons)
    columns = {
        "id": np.arange(persons, dtype=np.int32),
        "unit": unit,
        "category": category,
        "level": rank,
        "sex": sex,
        "entered": np.where(entered_before, -days_before, day_within).astype(np.int32),
    }
    return Roster(columns, person_at, np.searchsorted(place_at, first), np.searchsorted(place_at, beyond))


def kind_shares():
    """How frequent each activity kind is."""
    shares = [0.13, 0.11, 0.10, 0.09, 0.09, 0.08, 0.03, 0.02]
    shares += [0.03] * 5 + [0.01] * 3 + [0.0125] * 4 + [0.03] * 4
    return np.array(shares) / np.sum(shares)


def draw_activities(draw, activities, tree):
    """Activities by start day. Kinds 8..19 are held above the branches, half of them above the sub-units."""
    kind = draw.choice(ACTIVITY_KINDS, activities, p=kind_shares()).astype(np.int16)
    held_high = (kind >= 8) & (kind <= 19)
    not_a_branch = draw.integers(0, tree.first_branch, activities)
    any_unit = draw.integers(0, tree.count, activities)
    unit = np.where(held_high, not_a_branch, any_unit)
    higher_still = draw.random(activities) < 0.5
    top_unit = draw.integers(0, tree.first_sub_unit, activities)
    unit = np.where(held_high & higher_still, top_unit, unit)

    start = np.sort(draw.integers(0, DAYS - 12, activities)).astype(np.int32)
    class_days = draw.choice([3, 5, 5, 6, 10, 12], activities)
    online_days = draw.integers(1, 8, activities)
    days = np.where((kind >= 8) & (kind <= 15), class_days, np.where(kind >= 20, online_days, 1))
    end = np.minimum(start + days - 1, DAYS - 1).astype(np.int32)

    tags = draw.integers(0, 65536, activities).astype(np.int32)
    tags |= np.where(draw.random(activities) < 0.9, 8, 0).astype(np.int32)
    in_time = draw.random(activities) < 0.9
    long_lead = draw.integers(15, 40, activities)
    short_lead = draw.integers(0, 15, activities)
    columns = {
        "id": np.arange(activities, dtype=np.int32),
        "kind": kind,
        "unit": unit.astype(np.int32),
        "start_day": start,
        "end_day": end,
        "tags": tags,
        "reported": (end + draw.integers(0, 30, activities)).astype(np.int32),
        "lead_days": np.where(in_time, long_lead, short_lead).astype(np.int32),
    }
    return columns, days


def draw_attendance(draw, activity, tree, roster):
    """For every activity: the subtree its participants come from, and how many they are."""
    activities = len(activity["kind"])
    online = draw.lognormal(4.3, 0.6, activities)
    present = draw.lognormal(3.0, 0.55, activities)
    wanted = np.clip(np.rint(np.where(activity["kind"] >= 20, online, present)), 5, 300).astype(np.int64)
    wanted = np.clip((wanted * 0.94).astype(np.int64), 5, 300)
    members = roster.beyond - roster.lowest
    scope = activity["unit"].copy()
    for _ in range(5):
        too_small = (members[scope] < wanted) & (scope > 0)
        scope = np.where(too_small, tree.parent[scope], scope)
    return scope, np.minimum(wanted, members[scope])


def draw_participations(draw, activity, days, roster, scope, attendance):
    """Yields the participations of some activities at a time, in activity order."""
    members = roster.beyond - roster.lowest
    for begin in range(0, len(scope), ACTIVITIES_PER_CHUNK):
        counts = attendance[begin : begin + ACTIVITIES_PER_CHUNK]
        held = np.repeat(np.arange(begin, begin + len(counts)), counts)
        nth = np.arange(len(held)) - np.repeat(np.cumsum(counts) - counts, counts)
        place = scope[held]
        offset = draw.integers(0, 1 << 40, len(counts))[held - begin]
        slot = roster.lowest[place] + (offset + nth * STEP) % members[place]

        kind = activity["kind"][held]
        attends = draw.random(len(held)) < 0.93
        other_role = draw.integers(2, 4, len(held))
        role = np.where(kind >= 20, 1, np.where(attends, 0, other_role))
        class_hours = 8.0 * np.minimum(days[held], 5) / 2
        usual = np.where(kind < 8, 2.0, np.where(kind < 16, class_hours, np.where(kind < 20, 6.0, 4.0)))
        hours = np.rint(usual * (0.6 + 0.6 * draw.random(len(held))) * 2) / 2  # halves add up exactly
        yield {
            "activity": held.astype(np.int32),
            "person": roster.person_at[slot],
            "role": role.astype(np.int16),
            "hours": hours.astype(np.float32),
            "completed": (draw.random(len(held)) < 0.95).astype(np.uint8),
            "day": activity["end_day"][held],
        }


def calendar():
    """Year, quarter and month of every day, counted from the first."""
    day = np.arange(DAYS)
    month = (np.datetime64("2021-01-01") + day).astype("datetime64[M]") - np.datetime64("2021-01", "M")
    month = month.astype(np.int64)
    year = np.searchsorted(YEAR_STARTS, day, "right") - 1
    columns = {"day": day, "y": year, "q": month // 3, "m": month}
    return {name: values.astype(np.int32) for name, values in columns.items()}


def append_table(directory, table, columns):
    """Adds rows to the column files of a table."""
    for column, kind in dataset.COLUMNS[table].items():
        with open(dataset.column_path(directory, table, column), "ab") as file:
            np.ascontiguousarray(columns[column], dtype=kind).tofile(file)


def write(size, directory):
    """Draws and writes a data set; the manifest comes last, so that a half-written one is not taken for whole."""
    sizes = SIZES[size]
    draw = np.random.default_rng(sizes.seed)
    tree = draw_tree(draw, sizes.units)
    roster = draw_roster(draw, sizes.persons, tree)
    activity, days = draw_activities(draw, sizes.activities, tree)
    scope, attendance = draw_attendance(draw, activity, tree, roster)

    raw = os.path.join(directory, "raw")
    os.makedirs(raw, exist_ok=True)
    for name in os.listdir(raw):
        os.remove(os.path.join(raw, name))
    append_table(directory, "unit", {"id": np.arange(tree.count), "parent": tree.parent, "kind": tree.kind})
    append_table(directory, "cal", calendar())
    append_table(directory, "person", roster.columns)
    append_table(directory, "activity", activity)
    for chunk in draw_participations(draw, activity, days, roster, scope, attendance):
        append_table(directory, "participation", chunk)
    write_manifest(size, directory)


def write_manifest(size, directory):
    """Describes the columns that were written, and compares them with the known data of this size."""
    checksum = dataset.checksum(directory)
    if checksum != known.CHECKSUMS[size]:
        raise SystemExit(f"{directory}: numpy {np.__version__} drew other data than the benchmark is defined by.")
    manifest = {
        "version": dataset.VERSION,
        "size": size,
        "seed": SIZES[size].seed,
        "counts": {table: dataset.row_count(directory, table) for table in dataset.COLUMNS},
        "sha256": checksum,
    }
    with open(dataset.manifest_path(directory), "w", encoding="utf-8") as file:
        json.dump(manifest, file, indent=2)
        file.write("\n")


def ensure(size, directory):
    """Writes the data set unless it already stands there, whole."""
    if dataset.is_complete(directory, size):
        return False
    if os.path.exists(dataset.manifest_path(directory)):
        os.remove(dataset.manifest_path(directory))
    write(size, directory)
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("size", choices=SIZES)
    parser.add_argument("directory")
    arguments = parser.parse_args()
    written = ensure(arguments.size, arguments.directory)
    manifest = dataset.read_manifest(arguments.directory)
    print("written" if written else "already there", json.dumps(manifest), file=sys.stderr)


if __name__ == "__main__":
    main()
