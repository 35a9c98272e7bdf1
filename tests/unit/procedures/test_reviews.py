"""When a review falls due, over month and year ends."""

import pytest

from safeguarding.procedures.models import Procedure
from tests.small import day


def procedure(last: str, every: str) -> Procedure:
    return Procedure.model_construct(last_reviewed=day(last), review_every=every)


@pytest.mark.parametrize(
    ("last", "every", "due"),
    [
        ("2026-11-23", "6 months", "2027-05-23"),
        ("2026-08-31", "6 months", "2027-02-28"),
        ("2027-08-31", "6 months", "2028-02-29"),
        ("2026-12-15", "12 months", "2027-12-15"),
        ("2026-10-31", "1 months", "2026-11-30"),
        ("2026-11-30", "1 months", "2026-12-30"),
        ("2026-12-31", "36 months", "2029-12-31"),
    ],
)
def test_review_falls_due_so_many_months_on(last: str, every: str, due: str) -> None:
    assert procedure(last, every).review_due == day(due)


@pytest.mark.parametrize(
    ("today", "overdue"), {"2027-05-22": False, "2027-05-23": False, "2027-05-24": True}.items()
)
def test_page_is_past_its_review_date_the_day_after(today: str, overdue: bool) -> None:
    assert procedure("2026-11-23", "6 months").overdue(day(today)) is overdue
