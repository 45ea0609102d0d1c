"""What the three SQL engines do alike: evaluate, take in the new activity, report."""
import measure
import sql_delta
import sql_rules
from digest import digest

CHANGE = "change(unit INTEGER, rule INTEGER, win INTEGER, num INTEGER, den INTEGER)"
RESULT = "SELECT unit, rule, win, num, den, met FROM result"


class Database:
    """A connection; the engines say how to execute, how to fetch, and what must stand before the delta."""

    name = ""
    dialect = None
    true = "true"
    full_note = ""
    delta_note = "inside a transaction that is rolled back; what it changes is kept up to date in SQL"
    durable_note = ""
    durable = False

    def execute(self, statement):
        raise NotImplementedError

    def fetch(self, query):
        """The rows of a query as an int64 array."""
        raise NotImplementedError

    def after(self, statement):
        """Called after each statement of the evaluation, inside the measured time."""

    def prepare_delta(self):
        """Called once before the deltas, outside the measured time."""

    def peak_mb(self):
        return measure.peak_mb()

    def evaluate(self):
        """The full evaluation."""
        for statement in sql_rules.script(self.dialect):
            self.execute(statement)
            self.after(statement)

    def clear(self):
        """Removes what the evaluation made."""
        for table in sql_rules.TABLES:
            self.execute(f"DROP TABLE IF EXISTS {table}")


def run(database, told):
    """Measures every kind of work of one engine."""
    database.clear()
    seconds, _ = measure.repeat(database.evaluate, told.runs, undo=database.clear)
    report(database, told, "full", seconds, database.full_note)

    activities, persons = (int(database.fetch(f"SELECT count(*) FROM {t}")[0][0]) for t in ("activity", "person"))
    quarter = int(database.fetch(sql_delta.quarter())[0][0])
    database.prepare_delta()
    database.execute(f"{database.dialect.create} {CHANGE}")
    statements = sql_delta.script(activities, persons, quarter, database.true)

    def delta():
        for statement in statements:
            database.execute(statement)

    def begin_again():
        database.execute("ROLLBACK")
        database.execute("BEGIN")

    database.execute("BEGIN")
    seconds, _ = measure.repeat(delta, told.runs * 4, undo=begin_again)
    report(database, told, "delta", seconds, database.delta_note)
    database.execute("ROLLBACK")
    if database.durable:
        run_durable(database, told, delta, sql_delta.undo(activities, persons))


def run_durable(database, told, delta, undo):
    """The delta with the record safely on disk each time."""

    def delta_and_commit():
        database.execute("BEGIN")
        delta()
        database.execute("COMMIT")

    def take_back():
        for statement in undo:
            database.execute(statement)

    seconds, _ = measure.repeat(delta_and_commit, told.runs * 4, undo=take_back)
    report(database, told, "delta-durable", seconds, database.durable_note)
    take_back()


def report(database, told, work, seconds, note):
    """Prints the line of one kind of work, with the digest of the result as it stands."""
    peak = database.peak_mb()
    rows = database.fetch(RESULT)
    measure.report(database.name, told.size, work, seconds, peak, digest(rows), len(rows), note)
