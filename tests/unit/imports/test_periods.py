"""The time of a row, as publishers write it, becomes a period as the table writes it."""

import pytest

from safeguarding.imports.periods import NoPeriod, period
from safeguarding.period import Basis


@pytest.mark.parametrize(
    ("time", "identifier", "basis", "year_ends", "expected"),
    [
        ("2025", "Reporting year", "financial", "03-31", "2024-25"),
        ("2025", "Reporting year", "as_at", "03-31", "2025-03-31"),
        ("2025", "Reporting year", "as_at", "09-30", "2025-09-30"),
        ("2025", "Reporting year", "year_ending", "09-30", "2025-09"),
        ("2024", "Reporting year", "calendar", "06-30", "2024"),
        ("202425", "Academic year", "academic", "03-31", "2024-25"),
        ("202425", "Academic year", "as_at", "01-15", "2025-01-15"),
        ("202425", "Academic year", "as_at", "10-05", "2024-10-05"),
        ("202425", "Financial year", "financial", "03-31", "2024-25"),
        ("199900", "Financial year", "financial", "03-31", "1999-00"),
        ("2024", "Calendar year", "calendar", "03-31", "2024"),
        ("2024", "January", "month", "03-31", "2024-01"),
        ("202425", "Financial year Q1", "quarter", "03-31", "2024-25 Q1"),
        ("2024", "Calendar year Q1", "quarter", "03-31", "2023-24 Q4"),
        ("2024", "Calendar year Q2", "quarter", "03-31", "2024-25 Q1"),
        ("202425", "Academic year Q1", "quarter", "03-31", "2024-25 Q3"),
        ("202425", "Academic year Q3", "quarter", "03-31", "2025-26 Q1"),
        ("2010/11", "", "financial", "03-31", "2010-11"),
        ("2018/19 - 20/21", "", "financial", "03-31", "2018-19/2020-21"),
        ("2019", "", "calendar", "03-31", "2019"),
        ("2024-25", "", "financial", "03-31", "2024-25"),
        ("2024-2025", "", "academic", "03-31", "2024-25"),
        ("2025-03-31", "", "as_at", "03-31", "2025-03-31"),
    ],
)
def test_period(time: str, identifier: str, basis: Basis, year_ends: str, expected: str) -> None:
    assert period(time, identifier, basis, year_ends) == expected


@pytest.mark.parametrize(
    ("time", "identifier", "basis", "says"),
    [
        ("2024", "Calendar year", "financial", "2024 Calendar year is not two years like 2024-25"),
        ("202425", "Academic year", "calendar", "202425 Academic year is not one year like 2024"),
        ("soon", "", "financial", "soon is not two years like 2024-25"),
        ("undated", "", "financial", "undated is not two years like 2024-25"),
    ],
)
def test_no_period(time: str, identifier: str, basis: Basis, says: str) -> None:
    with pytest.raises(NoPeriod, match=f"^{says}$"):
        period(time, identifier, basis, "03-31")
