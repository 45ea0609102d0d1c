"""The twelve rules as one script of SQL for DuckDB, SQLite and PostgreSQL.

    person_year   what each person did in each year            (one pass over the participations)
    unit_size     how many units and members each unit has     (denominators, rolled up)
    figure        what was done, per unit, rule and window     (numerators; denominators of R9 and R10)
    tallied       the same, rolled up
    result        unit, rule, win, num, den, met

The denominators of most rules are the same in every window, so they are rolled up once per unit, not per window.
"""
from dataclasses import dataclass, field

import rules
from rules import FULL_PERCENT, WINDOWS, YEAR_ENDS, YEAR_STARTS, YEARS, pass_percent


@dataclass(frozen=True)
class Dialect:
    """Where the three databases differ."""

    name: str
    create: str = "CREATE TEMP TABLE"
    divide: str = "/"
    person_year_source: str = "participation p JOIN activity a ON a.id = p.activity"
    year_of_participation: str = ""  # a column that holds it, where there is one
    truth_is_number: bool = False
    keyed: dict = field(default_factory=dict)  # table -> definition of its columns, where rows lie in key order

    def count(self, condition):
        """How many rows fulfil a condition."""
        return f"coalesce(sum({condition}), 0)" if self.truth_is_number else f"count(*) FILTER (WHERE {condition})"

    def table(self, name, select):
        """Statements that make a table from a query."""
        if name not in self.keyed:
            return [f"{self.create} {name} AS {select}"]
        return [f"{self.create} {name}({self.keyed[name]}) WITHOUT ROWID", f"INSERT INTO {name} {select}"]


TABLES = ["person_year", "unit_size", "figure", "tallied", "result", "slot"]


def either(column, values):
    """A condition on a column with a lower and an upper bound."""
    return f"{column} BETWEEN {values[0]} AND {values[1]}"


def year_of(day):
    """The year of a day, without looking it up in the calendar."""
    earlier = (f"WHEN {day} <= {YEAR_ENDS[year]} THEN {year}" for year in YEARS[:-1])
    return f"CASE {' '.join(earlier)} ELSE {YEARS[-1]} END"


def start_of(year):
    """The first day of a year that is given by an expression."""
    return f"CASE {year} {' '.join(f'WHEN {one} THEN {YEAR_STARTS[one]}' for one in YEARS)} END"


def person_year(dialect):
    """R4 to R8: the one pass over all participations."""
    year = dialect.year_of_participation or year_of("p.day")
    return dialect.table("person_year", f"""
        SELECT p.person, {year} AS year,
            {dialect.count(f"{either('p.role', rules.TALK_ROLES)} AND {either('a.kind', rules.TALK_KINDS)}")} AS talks,
            sum(CASE WHEN p.role <> {rules.NO_HOURS_ROLE} THEN p.hours ELSE 0 END) AS hours,
            sum(CASE WHEN a.kind >= {rules.ONLINE_KIND} THEN p.hours ELSE 0 END) AS online,
            {dialect.count(either("a.kind", rules.CLASS_KINDS))} AS classes,
            {dialect.count(f"a.kind = {rules.CYCLE_KIND}")} AS cycle
        FROM {dialect.person_year_source} WHERE p.completed GROUP BY p.person, {year}""")


def coverage_member(window, person="pe"):
    """R4: who is counted in a span of three years."""
    last = window + rules.COVERAGE_YEARS - 1
    return f"{person}.category <= {rules.COVERAGE_CATEGORY} AND {person}.entered <= {YEAR_ENDS[last]}"


def sizes():
    """Name of each denominator -> (the table it is counted in, the condition on its row)."""
    found = {
        "branches": ("u", f"u.kind >= {rules.MONTHLY_MEETING_UNIT}"),
        "students": ("u", f"u.kind >= {rules.QUARTERLY_STUDY_UNIT}"),
        "holders": ("u", f"u.kind <= {rules.CLASS_HOLDING_UNIT}"),
        "heads": ("pe", "pe.id IS NOT NULL"),
        "seniors": ("pe", f"pe.level >= {rules.SENIOR_LEVEL}"),
    }
    for window in range(WINDOWS[4]):
        found[f"covered{window}"] = ("pe", coverage_member(window))
    for year in YEARS:
        entered = f"pe.entered <= {YEAR_STARTS[year]}"
        found[f"members{year}"] = ("pe", entered)
        found[f"online{year}"] = ("pe", f"{entered} AND pe.category <= {rules.ONLINE_CATEGORY}")
    return found


def unit_size(dialect):
    """Every denominator but those of R9 and R10, for each unit with all below it."""
    of_members = {name: condition for name, (table, condition) in sizes().items() if table == "pe"}
    of_units = {name: condition for name, (table, condition) in sizes().items() if table == "u"}
    counted = ", ".join(f"{dialect.count(condition)} AS {name}" for name, condition in of_members.items())
    summed = [f"{dialect.count(condition)} AS {name}" for name, condition in of_units.items()]
    summed += [f"CAST(coalesce(sum(m.{name}), 0) AS INTEGER) AS {name}" for name in of_members]
    return dialect.table("unit_size", f"""
        SELECT c.anc AS unit, {", ".join(summed)}
        FROM closure c JOIN unit u ON u.id = c.des
            LEFT JOIN (SELECT unit, {counted} FROM person pe GROUP BY unit) m ON m.unit = c.des
        GROUP BY c.anc""")


def slots():
    """(rule, window, percent, name of the denominator) of every rule whose denominator is a size."""
    named = {
        1: lambda _: "branches", 2: lambda _: "students", 3: lambda _: "holders",
        4: lambda window: f"covered{window}", 5: lambda _: "seniors",
        6: lambda year: f"members{year}", 7: lambda year: f"members{year}", 8: lambda year: f"online{year}",
        11: lambda _: "branches", 12: lambda _: "heads",
    }
    return [
        (rule, window, pass_percent(rule), size_of(window))
        for rule, size_of in named.items() for window in range(WINDOWS[rule])
    ]


def slot(dialect):
    """The table of the above."""
    order = list(sizes())
    rows = ", ".join(f"({rule}, {win}, {percent}, {order.index(size)})" for rule, win, percent, size in slots())
    columns = "rule INTEGER, win INTEGER, percent INTEGER, size INTEGER"
    return [f"{dialect.create} slot({columns})", f"INSERT INTO slot VALUES {rows}"]


def activity_figures(dialect):
    """R1, R2, R3, R9, R10 and R11: from the activities."""
    start = "FROM activity a JOIN cal c ON c.day = a.start_day"
    with_unit = f"{start} JOIN unit u ON u.id = a.unit"
    of_year = year_of("a.start_day")
    days = f"a.end_day - a.start_day + 1 >= {rules.CLASS_DAYS}"
    study = f"{either('a.kind', rules.STUDY_KINDS)} AND a.tags & {rules.STUDY_TAG} <> 0"
    branch = f"u.kind >= {rules.MONTHLY_MEETING_UNIT}"
    in_time = f"a.lead_days >= {rules.LEAD_DAYS} AND a.reported <= a.end_day + {rules.REPORT_DAYS}"
    in_set = ", ".join(map(str, rules.SET_KINDS))
    by_unit = "FROM activity a JOIN unit u ON u.id = a.unit"

    def by_window(window):
        return f"GROUP BY a.unit, {window}"

    return [
        f"SELECT a.unit, 1 AS rule, c.m AS win, 1 AS num, 0 AS den {with_unit}"
        f" WHERE {branch} AND a.kind = {rules.MEETING_KIND} {by_window('c.m')}",
        f"SELECT a.unit, 2, c.q, 1, 0 {with_unit}"
        f" WHERE u.kind >= {rules.QUARTERLY_STUDY_UNIT} AND {study} {by_window('c.q')}",
        f"SELECT a.unit, 3, {of_year}, 1, 0 {by_unit}"
        f" WHERE u.kind <= {rules.CLASS_HOLDING_UNIT} AND {either('a.kind', rules.CLASS_KINDS)} AND {days}"
        f" {by_window(of_year)} HAVING count(*) >= {rules.CLASSES_A_YEAR}",
        f"SELECT a.unit, 9, {of_year}, {dialect.count(in_time)}, count(*) FROM activity a"
        f" WHERE {either('a.kind', rules.NOTIFIED_KINDS)} {by_window(of_year)}",
        f"SELECT a.unit, 10, c.q, {dialect.count(f'{days} AND a.tags & {rules.FORMAL_TAG} <> 0')}, count(*) {start}"
        f" WHERE {either('a.kind', rules.FORMAL_KINDS)} {by_window('c.q')}",
        f"SELECT a.unit, 11, {of_year}, 1, 0 {by_unit} WHERE {branch} AND a.kind IN ({in_set})"
        f" {by_window(of_year)} HAVING count(DISTINCT a.kind) = {len(rules.SET_KINDS)}",
    ]


def headcount_figures():
    """R12: completed participations in the activities of the four kinds."""
    first, last = rules.HEADCOUNT_KINDS
    window = f"({year_of('p.day')}) * {last - first + 1} + a.kind - {first}"
    return f"""SELECT a.unit, 12, {window}, count(*), 0 FROM activity a JOIN participation p ON p.activity = a.id
        WHERE {either("a.kind", rules.HEADCOUNT_KINDS)} AND p.completed GROUP BY a.unit, {window}"""


def person_figures(dialect):
    """R4 to R8: from the years of the persons; each query gives several windows or rules in one pass."""
    wide_years = f"""SELECT pe.unit, y.year, {dialect.count(f"y.talks >= {rules.TALKS_A_YEAR}")} AS n6,
        {dialect.count(f"y.hours >= CASE WHEN pe.level >= {rules.SENIOR_LEVEL} THEN {rules.SENIOR_HOURS}"
                       f" ELSE {rules.HOURS} END")} AS n7,
        {dialect.count(f"y.online >= {rules.ONLINE_HOURS} AND pe.category <= {rules.ONLINE_CATEGORY}")} AS n8
        FROM person_year y JOIN person pe ON pe.id = y.person
        WHERE pe.entered <= {start_of("y.year")} GROUP BY pe.unit, y.year"""
    spans = [f"{dialect.count(f'{coverage_member(w)} AND d.in{w} > 0')} AS n4{w}" for w in range(WINDOWS[4])]
    inside = [
        f"{dialect.count(f'classes > 0 AND year BETWEEN {w} AND {w + rules.COVERAGE_YEARS - 1}')} AS in{w}"
        for w in range(WINDOWS[4])
    ]
    wide_spans = f"""SELECT pe.unit, {", ".join(spans)},
        {dialect.count(f"pe.level >= {rules.SENIOR_LEVEL} AND d.cycles > 0")} AS n5
        FROM (SELECT person, {", ".join(inside)}, {dialect.count("cycle > 0")} AS cycles
            FROM person_year WHERE classes > 0 OR cycle > 0 GROUP BY person) d
        JOIN person pe ON pe.id = d.person GROUP BY pe.unit"""
    years = [f"SELECT unit, {rule}, year, n{rule}, 0 FROM done_year WHERE n{rule} > 0" for rule in (6, 7, 8)]
    windows = [f"SELECT unit, 4, {w}, n4{w}, 0 FROM done_span WHERE n4{w} > 0" for w in range(WINDOWS[4])]
    windows.append("SELECT unit, 5, 0, n5, 0 FROM done_span WHERE n5 > 0")
    return f"WITH done_year AS ({wide_years}), done_span AS ({wide_spans})", years + windows


def figure(dialect):
    """What was done in each unit itself, without those below it."""
    ahead, from_persons = person_figures(dialect)
    parts = activity_figures(dialect) + from_persons + [headcount_figures()]
    return dialect.table("figure", ahead + "\n" + "\nUNION ALL ".join(parts))


def tallied(dialect):
    """The same with all below."""
    return dialect.table("tallied", """
        SELECT c.anc AS unit, f.rule, f.win, CAST(sum(f.num) AS INTEGER) AS num, CAST(sum(f.den) AS INTEGER) AS den
        FROM figure f JOIN closure c ON c.des = f.unit GROUP BY c.anc, f.rule, f.win""")


def met(num, den, percent):
    """1 where the rule is met, else 0."""
    return f"CASE WHEN {num} * 100 >= {den} * {percent} THEN 1 ELSE 0 END"


def result(dialect):
    """The rows of the ledger: every unit, rule and window that has a denominator."""
    size = f"CASE s.size {' '.join(f'WHEN {nth} THEN z.{name}' for nth, name in enumerate(sizes()))} END"
    at_least = f"(({size}) * {rules.HEADCOUNT_PERCENT} + 99) {dialect.divide} 100"
    demanded = f"CASE WHEN s.rule = 12 THEN {at_least} ELSE {size} END"
    return dialect.table("result", f"""
        SELECT unit, rule, win, num, den, {met("num", "den", "percent")} AS met FROM (
            SELECT z.unit, s.rule, s.win, coalesce(t.num, 0) AS num, {demanded} AS den, s.percent
            FROM unit_size z CROSS JOIN slot s
                LEFT JOIN tallied t ON t.unit = z.unit AND t.rule = s.rule AND t.win = s.win
            WHERE {size} > 0
            UNION ALL SELECT unit, rule, win, num, den, {FULL_PERCENT} FROM tallied WHERE rule IN (9, 10)) x""")


def script(dialect):
    """The whole evaluation, statement by statement."""
    steps = (slot, person_year, unit_size, figure, tallied, result)
    return [statement for step in steps for statement in step(dialect)]
