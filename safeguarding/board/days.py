"""What has happened, happened by today; a value of a year stands under a year that has begun."""

import datetime

from safeguarding.contacts.models import Verified
from safeguarding.law.models import Authority
from safeguarding.performance.rules import observations
from safeguarding.period import UNDATED
from safeguarding.procedures.models import Change, Procedure

LONG = 15  # years
PAST = {
    Change: ("on",),
    Verified: ("on",),
    Authority: ("checked",),
    Procedure: ("approved", "last_reviewed"),
}


def days_have_come(site, today):
    """Nobody can have read, rung, approved or changed anything on a day that is still to come."""
    for _, record in site.records():
        for model, fields in PAST.items():
            for field in fields if isinstance(record, model) else ():
                day = getattr(record, field)
                if isinstance(day, datetime.date) and day > today:
                    yield record.problem(
                        field, f"{day} is still to come; write the day on which it happened"
                    )
                elif isinstance(day, datetime.date) and day.year < today.year - LONG:
                    yield record.problem(field, f"{day} is long ago; correct the year")


def years_have_begun(site, today):
    """A report can have no figure of a year that lies ahead."""
    for measure, steps, seen in observations(site):
        if seen.known and steps[-1] != UNDATED and int(steps[-1][:4]) > today.year:
            yield measure.problem(
                steps[0], f"{steps[-1]} is still to come; correct the year", *steps[1:]
            )


def reviews_follow_changes(site, today):
    for procedure in site.procedures.values():
        newest = max(change.on for change in procedure.changes)
        if procedure.last_reviewed < newest <= today:
            yield procedure.problem(
                "last_reviewed",
                f"is before the last change ({newest}); write the day it was last reviewed",
            )


RULES = (days_have_come, years_have_begun, reviews_follow_changes)
