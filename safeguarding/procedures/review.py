"""When a page is due for review. The day is always told, never looked up."""

import datetime

from safeguarding.period import after
from safeguarding.procedures.models import Procedure


def due(procedure: Procedure) -> datetime.date:
    """The day the next review falls due: so many months after the last."""
    return after(procedure.last_reviewed, procedure.review_every)


def overdue(procedure: Procedure, today: datetime.date) -> bool:
    return due(procedure) < today
