"""The twelve rules in DuckDB with two threads, on tables in memory."""
import duckdb
import numpy as np

import dataset
import measure
import sql_run
from sql_rules import Dialect

THREADS = 2


class DuckDB(sql_run.Database):
    """An in-memory database filled from the column files."""

    name = "duckdb"
    dialect = Dialect("duckdb", divide="//")
    full_note = f"DuckDB {duckdb.__version__}, {THREADS} threads, in memory; result rows included"

    def __init__(self, directory):
        self.connection = duckdb.connect(config={"threads": THREADS})
        for table in dataset.COLUMNS:
            self.fill(table, dataset.load_table(directory, table))
        parent = dataset.load_table(directory, "unit")["parent"]
        self.fill("closure", dict(zip(("anc", "des"), dataset.closure(parent))))

    def fill(self, table, columns):
        """Makes a table of the given columns."""
        if "completed" in columns:
            columns["completed"] = columns["completed"].view(bool)
        self.connection.register("columns_in", columns)
        self.execute(f"CREATE TABLE {table} AS SELECT * FROM columns_in")
        self.connection.unregister("columns_in")

    def execute(self, statement):
        self.connection.execute(statement)

    def fetch(self, query):
        columns = self.connection.execute(query).fetchnumpy().values()
        return np.stack([column.astype(np.int64) for column in columns], axis=1)

    def prepare_delta(self):
        """Gives the two tables that are updated the key that an update needs."""
        for table, key in (("person_year", "person, year"), ("result", "unit, rule, win")):
            self.execute(f"CREATE UNIQUE INDEX {table}_key ON {table}({key})")


def main():
    told = measure.arguments("The ledger benchmark in DuckDB.")
    sql_run.run(DuckDB(told.data), told)


if __name__ == "__main__":
    main()
