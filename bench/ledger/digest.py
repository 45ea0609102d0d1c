"""From figures to result rows, and from rows to the digest that every engine must agree on."""
import hashlib

import numpy as np

from rules import FIRST, HEADCOUNT_PERCENT, SLOT_RULE, SLOT_WINDOW, WINDOWS, pass_percent


def digest(rows):
    """First 16 hex digits of the SHA-256 of the rows (unit, rule, window, num, den, met) as sorted int64."""
    rows = np.ascontiguousarray(rows, dtype="<i8")
    order = np.lexsort((rows[:, 2], rows[:, 1], rows[:, 0]))
    return hashlib.sha256(np.ascontiguousarray(rows[order]).tobytes()).hexdigest()[:16]


def rows_of_slots(numerator, denominator):
    """Result rows of two (units, 154) arrays that are already rolled up; R12 still has its headcount below."""
    headcount = slice(FIRST[12], FIRST[12] + WINDOWS[12])
    unit, slot = np.nonzero(denominator)
    demanded = denominator.astype(np.int64)
    demanded[:, headcount] = np.maximum(1, (demanded[:, headcount] * HEADCOUNT_PERCENT + 99) // 100)
    num = numerator[unit, slot].astype(np.int64)
    den = demanded[unit, slot]
    rule = np.array(SLOT_RULE)[slot]
    percent = np.array([pass_percent(rule) for rule in SLOT_RULE])[slot]
    return np.stack([unit, rule, np.array(SLOT_WINDOW)[slot], num, den, num * 100 >= den * percent], axis=1)
