"""When a page is due for review. The day is always told, never looked up."""

import datetime

from safeguarding.models.procedure import Procedure


def due(procedure: Procedure) -> datetime.date:
    """The day the next review falls due: so many months after the last, or the last day of a shorter month."""
    months = procedure.last_reviewed.month - 1 + int(procedure.review_every.split()[0])
    year, month = procedure.last_reviewed.year + months // 12, months % 12 + 1
    after = datetime.date(year + month // 12, month % 12 + 1, 1)
    last = (after - datetime.timedelta(days=1)).day
    return datetime.date(year, month, min(procedure.last_reviewed.day, last))


def overdue(procedure: Procedure, today: datetime.date) -> bool:
    return due(procedure) < today
