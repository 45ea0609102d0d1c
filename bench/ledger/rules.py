"""The twelve rules of the ledger benchmark as constants. docs/benchmarks.md says the same in sentences."""

YEARS = range(5)
YEAR_STARTS = (0, 365, 730, 1095, 1461)
YEAR_ENDS = (364, 729, 1094, 1460, 1825)

# Windows of each rule: months, quarters, years, three-year spans, the whole cycle, or year x kind.
WINDOWS = {1: 60, 2: 20, 3: 5, 4: 3, 5: 1, 6: 5, 7: 5, 8: 5, 9: 5, 10: 20, 11: 5, 12: 20}

# Share of the denominator, in percent, from which a rule is met; everything where none is named.
PASS_PERCENT = {4: 90, 6: 95, 8: 90}
FULL_PERCENT = 100

# The rules of each window lie side by side in a row of 154 slots per unit; FIRST is where a rule begins.
FIRST = {}
SLOT_RULE = []
SLOT_WINDOW = []
for _rule, _windows in WINDOWS.items():
    FIRST[_rule] = len(SLOT_RULE)
    SLOT_RULE += [_rule] * _windows
    SLOT_WINDOW += range(_windows)
SLOTS = len(SLOT_RULE)

# Unit kinds: 0 city, 1 county, 2 department, 3 sub-unit, 4 branch.
MONTHLY_MEETING_UNIT = 3  # R1, R11: sub-units and below are obliged
QUARTERLY_STUDY_UNIT = 1  # R2: counties and below
CLASS_HOLDING_UNIT = 2  # R3: departments and above

# Activity kinds.
MEETING_KIND = 0  # R1
STUDY_KINDS = (1, 2)  # R2
STUDY_TAG = 1  # R2: bit 0
CLASS_KINDS = (8, 11)  # R3, R4: from .. through
CLASSES_A_YEAR = 3  # R3
CLASS_DAYS = 5  # R3, R10
CYCLE_KIND = 12  # R5
TALK_KINDS = (0, 3)  # R6
TALKS_A_YEAR = 2  # R6
TALK_ROLES = (0, 1)  # R6
NO_HOURS_ROLE = 3  # R7: hours of this role do not count
ONLINE_KIND = 20  # R8: this kind and above
NOTIFIED_KINDS = (8, 15)  # R9
LEAD_DAYS = 15  # R9
REPORT_DAYS = 25  # R9
FORMAL_KINDS = (8, 12)  # R10
FORMAL_TAG = 8  # R10: bit 3
SET_KINDS = (0, 3, 4, 5)  # R11
HEADCOUNT_KINDS = (16, 19)  # R12
HEADCOUNT_PERCENT = 5  # R12

# Persons.
SENIOR_LEVEL = 5  # R5, R7: this level and above
SENIOR_HOURS = 90  # R7
HOURS = 40  # R7
COVERAGE_CATEGORY = 1  # R4: up to this category
COVERAGE_YEARS = 3  # R4
ONLINE_CATEGORY = 2  # R8: up to this category
ONLINE_HOURS = 10  # R8


def pass_percent(rule):
    """The share from which a rule is met."""
    return PASS_PERCENT.get(rule, FULL_PERCENT)


def year_of(day):
    """The year a day lies in, counted from the first."""
    return max(year for year in YEARS if day >= YEAR_STARTS[year])
