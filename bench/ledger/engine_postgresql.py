"""The twelve rules in PostgreSQL, on a private server that lives as long as the measurement."""
import tempfile

import numpy as np
import psycopg2

import dataset
import measure
import sql_run
from postgresql_server import Server
from sql_rules import Dialect

TYPES = {"<i4": "integer", "<i2": "smallint", "<f4": "real", "<u1": "boolean"}
SESSION = [
    "work_mem = '512MB'", "max_parallel_workers_per_gather = 1", "maintenance_work_mem = '1GB'",
    "min_parallel_table_scan_size = '1MB'", "jit = off",  # compiling took longer than it saved
]
KEYS = ["unit(id)", "person(id)", "activity(id)", "cal(day)"]
INDEXES = ["participation(person)", "participation(activity)", "activity(unit)", "person(unit)", "closure(des, anc)"]
# Statistics that the planner needs before the next statement reads the table.
ANALYZED = {"person_year", "unit_size", "figure", "tallied", "slot"}


class PostgreSQL(sql_run.Database):
    """A connection to the private server; tables that are derived are not logged."""

    name = "postgresql"
    dialect = Dialect("postgresql", create="CREATE UNLOGGED TABLE")
    durable = True
    durable_note = "COMMIT with fsync; the record is logged, what is derived is unlogged"

    def __init__(self, directory, server):
        self.server = server
        self.connection = psycopg2.connect(server.address)
        self.connection.autocommit = True
        self.cursor = self.connection.cursor()
        for setting in SESSION:
            self.execute(f"SET {setting}")
        version = self.connection.server_version // 10000
        self.full_note = f"PostgreSQL {version}, 2 processes; result rows included; RSS of server and client"
        for table, columns in dataset.COLUMNS.items():
            self.fill(table, {name: TYPES[kind] for name, kind in columns.items()},
                      dataset.load_table(directory, table))
        self.fill_closure(dataset.load_table(directory, "unit")["parent"])
        for number, key in enumerate(KEYS):
            self.execute(f"CREATE UNIQUE INDEX key_{number} ON {key}")
        for index in INDEXES:
            self.execute(f"CREATE INDEX ON {index}")
        for table in [*dataset.COLUMNS, "closure"]:
            self.execute(f"VACUUM ANALYZE {table}")

    def fill(self, table, types, columns):
        """Makes a table and copies its rows in."""
        self.execute(f"CREATE TABLE {table}({', '.join(f'{name} {kind}' for name, kind in types.items())})")
        with tempfile.TemporaryFile("w+") as file:
            text = [values.astype(str) for values in columns.values()]
            file.writelines("\t".join(row) + "\n" for row in zip(*text))
            file.seek(0)
            self.cursor.copy_from(file, table)

    def fill_closure(self, parent):
        """Ancestors of each unit."""
        columns = dict(zip(("anc", "des"), dataset.closure(parent)))
        self.fill("closure", {name: "integer" for name in columns}, columns)

    def execute(self, statement):
        self.cursor.execute(statement)

    def fetch(self, query):
        self.cursor.execute(query)
        return np.array(self.cursor.fetchall(), dtype=np.int64)

    def after(self, statement):
        words = statement.split()
        if words[:3] == self.dialect.create.split() and words[3] in ANALYZED:
            self.execute(f"ANALYZE {words[3]}")

    def prepare_delta(self):
        """Gives the tables that are updated their keys."""
        for table, key in (("person_year", "person, year"), ("result", "unit, rule, win")):
            self.execute(f"CREATE UNIQUE INDEX ON {table}({key})")
            self.execute(f"VACUUM ANALYZE {table}")

    def peak_mb(self):
        return measure.peak_mb() + self.server.resident_mb()


def main():
    told = measure.arguments("The ledger benchmark in PostgreSQL.")
    with Server() as server:
        sql_run.run(PostgreSQL(told.data, server), told)


if __name__ == "__main__":
    main()
