"""The new activity whose report every engine takes in: a class of six days with fifty participants."""
import numpy as np

PARTICIPANTS = 50
ACTIVITY = {
    "kind": 9, "unit": 1, "start_day": 1200, "end_day": 1205, "tags": 9, "reported": 1210, "lead_days": 20,
}
PARTICIPATION = {"role": 0, "hours": 40.0, "completed": 1, "day": 1205}


def persons(count):
    """The fifty persons, spread over all ids."""
    return (np.arange(PARTICIPANTS, dtype=np.int64) * 1_000_003 + 17) % count


def activity_row(activity):
    """The columns of the activity under the given id, in the order of the table."""
    return {"id": activity, **ACTIVITY}


def participation_rows(activity, person_count):
    """The columns of the participations, in the order of the table."""
    return {
        "activity": np.full(PARTICIPANTS, activity),
        "person": persons(person_count),
        **{name: np.full(PARTICIPANTS, value) for name, value in PARTICIPATION.items()},
    }
