"""The new activity in SQL: what it changes is worked out before it is stored, then added up the tree.

It takes in what the new activity is: a class that R3, R4, R7, R9 and R10 ask for.
"""
import addition
import rules
from rules import COVERAGE_YEARS, WINDOWS, YEAR_ENDS, YEAR_STARTS
from sql_rules import coverage_member, either, met

ACTIVITY = addition.ACTIVITY
ATTENDANCE = addition.PARTICIPATION
YEAR = rules.year_of(ATTENDANCE["day"])
SPANS = range(max(0, YEAR - COVERAGE_YEARS + 1), min(YEAR, WINDOWS[4] - 1) + 1)


def quarter():
    """The quarter of the start day, read once before anything is timed."""
    return f"SELECT q FROM cal WHERE day = {ACTIVITY['start_day']}"


def people(persons):
    """The fifty persons as a list in SQL."""
    return ", ".join(map(str, addition.persons(persons)))


def attendees(persons):
    """Each of the fifty with the hours of the year and the classes of each span, before this one."""
    spans = [f"count(CASE WHEN y.classes > 0 AND y.year BETWEEN {first} AND {first + COVERAGE_YEARS - 1}"
             f" THEN 1 END) AS in{first}" for first in SPANS]
    return f"""SELECT pe.id, pe.unit, pe.category, pe.level, pe.entered, {", ".join(spans)},
            coalesce(sum(CASE WHEN y.year = {YEAR} THEN y.hours END), 0) AS hours
        FROM person pe LEFT JOIN (SELECT * FROM person_year WHERE person IN ({people(persons)})) y ON y.person = pe.id
        WHERE pe.id IN ({people(persons)}) GROUP BY pe.id, pe.unit, pe.category, pe.level, pe.entered"""


def changes(persons, quarter_of_start):
    """Fills the table `change` with what the activity adds to each unit itself."""
    unit, days = ACTIVITY["unit"], f"end_day - start_day + 1 >= {rules.CLASS_DAYS}"
    wanted = f"CASE WHEN level >= {rules.SENIOR_LEVEL} THEN {rules.SENIOR_HOURS} ELSE {rules.HOURS} END"
    parts = [
        f"SELECT unit, 4, {first}, 1, 0 FROM attendee pe WHERE {coverage_member(first)} AND in{first} = 0"
        for first in SPANS
    ]
    parts.append(
        f"SELECT unit, 7, {YEAR}, 1, 0 FROM attendee WHERE entered <= {YEAR_STARTS[YEAR]}"
        f" AND hours < {wanted} AND hours + {ATTENDANCE['hours']} >= {wanted}")
    parts.append(
        f"SELECT {unit}, 3, {YEAR}, 1, 0 WHERE {rules.CLASSES_A_YEAR - 1} = (SELECT count(*) FROM activity"
        f" WHERE unit = {unit} AND {either('kind', rules.CLASS_KINDS)} AND {days}"
        f" AND start_day BETWEEN {YEAR_STARTS[YEAR]} AND {YEAR_ENDS[YEAR]})")
    parts += [f"SELECT {unit}, 9, {YEAR}, 1, 1", f"SELECT {unit}, 10, {quarter_of_start}, 1, 1"]
    selected = " UNION ALL ".join(parts)
    return f"INSERT INTO change WITH attendee AS ({attendees(persons)}) {selected}"


def record(activities, persons, true):
    """Stores the activity and its participations."""
    values = ", ".join(str(value) for value in ACTIVITY.values())
    role, hours, _, day = ATTENDANCE.values()
    rows = ", ".join(
        f"({activities}, {person}, {role}, {hours}, {true}, {day})" for person in addition.persons(persons))
    return [
        f"INSERT INTO activity VALUES ({activities}, {values})",
        f"INSERT INTO participation(activity, person, role, hours, completed, day) VALUES {rows}",
    ]


def count_for_persons(persons):
    """Adds the class and its hours to the year of each of the fifty."""
    rows = ", ".join(
        f"({person}, {YEAR}, 0, {ATTENDANCE['hours']}, 0, 1, 0)" for person in addition.persons(persons))
    return f"""INSERT INTO person_year(person, year, talks, hours, online, classes, cycle) VALUES {rows}
        ON CONFLICT (person, year) DO UPDATE
        SET hours = person_year.hours + excluded.hours, classes = person_year.classes + 1"""


def percent(rule):
    """The percentage of a rule that is given by an expression."""
    shares = " ".join(f"WHEN {one} THEN {share}" for one, share in rules.PASS_PERCENT.items())
    return f"(CASE {rule} {shares} ELSE {rules.FULL_PERCENT} END)"


def add_up(sign="+"):
    """Adds the changes to every unit above, or takes them away again."""
    num, den = (f"result.{name} {sign} excluded.{name}" for name in ("num", "den"))
    return f"""INSERT INTO result(unit, rule, win, num, den, met)
        SELECT c.anc, d.rule, d.win, sum(d.num), sum(d.den), CASE WHEN sum(d.num) >= sum(d.den) THEN 1 ELSE 0 END
        FROM change d JOIN closure c ON c.des = d.unit WHERE true GROUP BY c.anc, d.rule, d.win
        ON CONFLICT (unit, rule, win) DO UPDATE
        SET num = {num}, den = {den}, met = {met(f"({num})", f"({den})", percent("result.rule"))}"""


def undo(activities, persons):
    """Takes the report back after it was committed."""
    return [
        add_up("-"),
        "DELETE FROM result WHERE den = 0 AND rule IN (9, 10)",
        f"UPDATE person_year SET hours = hours - {ATTENDANCE['hours']}, classes = classes - 1"
        f" WHERE year = {YEAR} AND person IN ({people(persons)})",
        f"DELETE FROM activity WHERE id = {activities}",
        f"DELETE FROM participation WHERE activity = {activities}",
        "DELETE FROM change",
    ]


def script(activities, persons, quarter_of_start, true="true"):
    """The whole delta, statement by statement."""
    return [
        changes(persons, quarter_of_start), *record(activities, persons, true), count_for_persons(persons), add_up(),
    ]
