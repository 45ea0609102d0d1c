"""The data set on disk: five tables, one little-endian file per column, and a manifest that describes them.

    DIR/manifest.json
    DIR/raw/<table>.<column>
"""
import hashlib
import json
import os
from dataclasses import dataclass

import numpy as np

VERSION = 1
DAYS = 1826  # day 0 is 2021-01-01, the last day is 2025-12-31


@dataclass(frozen=True)
class Size:
    """How much is drawn for one size of the data set."""

    persons: int
    units: int
    activities: int
    seed: int


SIZES = {
    "S": Size(persons=5_000, units=300, activities=10_000, seed=11),
    "M": Size(persons=100_000, units=3_000, activities=200_000, seed=12),
    "L": Size(persons=1_000_000, units=30_000, activities=1_666_667, seed=13),
}

COLUMNS = {
    "unit": {"id": "<i4", "parent": "<i4", "kind": "<i2"},
    "cal": {"day": "<i4", "y": "<i4", "q": "<i4", "m": "<i4"},
    "person": {"id": "<i4", "unit": "<i4", "category": "<i2", "level": "<i2", "sex": "<i2", "entered": "<i4"},
    "activity": {
        "id": "<i4", "kind": "<i2", "unit": "<i4", "start_day": "<i4", "end_day": "<i4",
        "tags": "<i4", "reported": "<i4", "lead_days": "<i4",
    },
    "participation": {
        "activity": "<i4", "person": "<i4", "role": "<i2", "hours": "<f4", "completed": "<u1", "day": "<i4",
    },
}


def column_path(directory, table, column):
    """Where one column stands."""
    return os.path.join(directory, "raw", f"{table}.{column}")


def manifest_path(directory):
    """Where the description of the data set stands."""
    return os.path.join(directory, "manifest.json")


def read_manifest(directory):
    """The manifest, or None where there is none or it cannot be read."""
    try:
        with open(manifest_path(directory), encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError):
        return None


def row_count(directory, table):
    """Rows of a table, from the length of its first column."""
    column, kind = next(iter(COLUMNS[table].items()))
    return os.path.getsize(column_path(directory, table, column)) // np.dtype(kind).itemsize


def is_complete(directory, size):
    """True when the manifest is of this size and version and every column has the length it promises."""
    manifest = read_manifest(directory)
    if not manifest or manifest.get("size") != size or manifest.get("version") != VERSION:
        return False
    for table, columns in COLUMNS.items():
        for column, kind in columns.items():
            path = column_path(directory, table, column)
            expected = manifest["counts"][table] * np.dtype(kind).itemsize
            if not os.path.exists(path) or os.path.getsize(path) != expected:
                return False
    return True


def checksum(directory):
    """SHA-256 over all columns in the order of COLUMNS; says whether two machines hold the same data."""
    total = hashlib.sha256()
    for table, columns in COLUMNS.items():
        for column in columns:
            with open(column_path(directory, table, column), "rb") as file:
                while block := file.read(1 << 22):
                    total.update(block)
    return total.hexdigest()


def load_table(directory, table, spare=0):
    """One table as a dictionary of arrays; `spare` unused rows at the end leave room for what is reported later."""
    arrays = {}
    for column, kind in COLUMNS[table].items():
        values = np.fromfile(column_path(directory, table, column), dtype=kind)
        if spare:
            room = np.zeros(len(values) + spare, dtype=values.dtype)
            room[: len(values)] = values
            values = room
        arrays[column] = values
    return arrays


def load(directory):
    """Every table of the data set."""
    return {table: load_table(directory, table) for table in COLUMNS}


def closure(parent):
    """Pairs (ancestor, descendant) of the unit tree, every unit being its own ancestor too."""
    ancestors, descendants = [], []
    ancestor = np.arange(len(parent), dtype=np.int32)
    descendant = ancestor.copy()
    while len(ancestor):
        ancestors.append(ancestor)
        descendants.append(descendant)
        below_a_root = parent[ancestor] >= 0
        descendant = descendant[below_a_root]
        ancestor = parent[ancestor[below_a_root]].astype(np.int32)
    return np.concatenate(ancestors), np.concatenate(descendants)
