"""The twelve rules in SQLite: the record in a file, what is derived from it in memory.

Participations stand in the order of the activities, as they are given; a covering index holds them by person and
year, so that the one pass over them needs no sorting. Loading and indexing are not timed.
"""
import os
import sqlite3
import tempfile

import numpy as np

import dataset
import measure
import sql_run
from sql_rules import Dialect, year_of

BATCH = 200_000
TYPES = {"hours": "REAL"}
PRAGMAS = [
    "journal_mode = WAL", "synchronous = FULL", "cache_size = -1000000", "mmap_size = 4000000000",
    "temp_store = MEMORY", "threads = 2",
]
INDEXES = [
    "by_person ON participation(person, year, activity, role, hours, completed)",
    "by_activity ON participation(activity)", "by_unit ON activity(unit)", "of_unit ON person(unit)",
]
KEYED = {
    "person_year": """person INTEGER, year INTEGER, talks INTEGER, hours REAL, online REAL, classes INTEGER,
        cycle INTEGER, PRIMARY KEY (person, year)""",
    "tallied": "unit INTEGER, rule INTEGER, win INTEGER, num INTEGER, den INTEGER, PRIMARY KEY (unit, rule, win)",
    "result": """unit INTEGER, rule INTEGER, win INTEGER, num INTEGER, den INTEGER, met INTEGER,
        PRIMARY KEY (unit, rule, win)""",
}


class SQLite(sql_run.Database):
    """A database file in the folder of the data, so that both are on the same disk."""

    name = "sqlite"
    dialect = Dialect(
        "sqlite", truth_is_number=True, year_of_participation="p.year", keyed=KEYED,
        person_year_source="participation p INDEXED BY by_person CROSS JOIN activity a ON a.id = p.activity")
    true = "1"
    full_note = f"SQLite {sqlite3.sqlite_version}, covering index by person and year; result rows included"
    durable = True
    durable_note = "COMMIT with synchronous = FULL; the record is on disk, the ledger in memory"

    def __init__(self, directory, place):
        self.connection = sqlite3.connect(os.path.join(place, "ledger.sqlite"), isolation_level=None)
        for pragma in PRAGMAS:
            self.execute(f"PRAGMA {pragma}").fetchall()
        self.execute("BEGIN")
        for table in dataset.COLUMNS:
            self.fill(table, dataset.load_table(directory, table))
        self.fill_closure(dataset.load_table(directory, "unit")["parent"])
        for index in INDEXES:
            self.execute(f"CREATE INDEX {index}")
        self.execute("COMMIT")
        self.execute("ANALYZE")
        self.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def fill(self, table, columns):
        """Makes a table and inserts its rows; the first column is the key where rows are numbered by it."""
        defined = [f"{name} {TYPES.get(name, 'INTEGER')}" for name in columns]
        if table == "participation":
            defined.append(f"year INTEGER GENERATED ALWAYS AS ({year_of('day')}) STORED")
        else:
            defined[0] += " PRIMARY KEY"
        self.execute(f"CREATE TABLE {table}({', '.join(defined)})")
        marks = ", ".join("?" * len(columns))
        insert = f"INSERT INTO {table}({', '.join(columns)}) VALUES ({marks})"
        for first in range(0, len(next(iter(columns.values()))), BATCH):
            rows = zip(*(values[first : first + BATCH].tolist() for values in columns.values()))
            self.connection.executemany(insert, rows)

    def fill_closure(self, parent):
        """Ancestors of each unit, found by the unit."""
        self.execute("CREATE TABLE closure(des INTEGER, anc INTEGER, PRIMARY KEY (des, anc)) WITHOUT ROWID")
        ancestors, descendants = dataset.closure(parent)
        rows = zip(descendants.tolist(), ancestors.tolist())
        self.connection.executemany("INSERT INTO closure VALUES (?, ?)", rows)

    def execute(self, statement):
        return self.connection.execute(statement)

    def fetch(self, query):
        return np.array(self.execute(query).fetchall(), dtype=np.int64)


def main():
    told = measure.arguments("The ledger benchmark in SQLite.")
    with tempfile.TemporaryDirectory(dir=told.data) as place:
        sql_run.run(SQLite(told.data, place), told)


if __name__ == "__main__":
    main()
