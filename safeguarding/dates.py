"""Days of which only as much is written as is known: a day, a month or a year; and the months from
one to another."""

import calendar
import datetime
from typing import Annotated

from pydantic_core import PydanticCustomError

from safeguarding.record import FIRST_YEAR, LAST_YEAR, LIKELY_DAY, YEAR, Kind, ensure_likely

MONTH, DATE = r"\d{4}-\d{2}", r"\d{4}(-\d{2}(-\d{2})?)?"
LIKELY_MONTH = rf"{YEAR}-(0[1-9]|1[0-2])"
LIKELY_DATE = rf"{YEAR}|{LIKELY_MONTH}|{LIKELY_DAY}"
NO_DATE = "is no date; write as much of it as is known: 2026-03-12, 2026-03 or 2026"
NO_DUE = (
    "is no day, month, year or period; write one like 2027-03-31, 2027-03, 2027 or 2027-01/2027-03"
)


def first_day(date: str) -> datetime.date:
    """The first day that a date can mean: of 2026-03, the first of March. Raises ValueError where
    there is no such day."""
    return datetime.date.fromisoformat(f"{date}-01-01"[:10])


def last_day(date: str) -> datetime.date:
    """The last day that a date, or the months from one to another (`2027-01/2027-03`), can mean.
    Raises ValueError where there is no such day."""
    year, *rest = map(int, date.rpartition("/")[2].split("-"))
    month = rest[0] if rest else 12
    day = rest[1] if len(rest) > 1 else calendar.monthrange(year, month)[1]
    return datetime.date(year, month, day)


def known_day(date: str) -> datetime.date | None:
    """The day that a date means; None where only its month or its year is known."""
    first = first_day(date)
    return first if first == last_day(date) else None


def _kind(pattern: str, advice: str, likely: str) -> Kind:
    """The kind of a text with that pattern; a `likely` one has no year that is mistyped."""

    def read(text: str) -> str:
        try:
            days = [last_day(part) for part in text.split("/")]
        except ValueError:
            raise PydanticCustomError("no day", advice) from None
        for day in days:
            ensure_likely(day)
        if days != sorted(days):
            raise PydanticCustomError("backwards", "runs backwards; write the earlier month first")
        return text

    return Kind(
        pattern,
        advice,
        read,
        pattern=f"^({likely})$",
        type=["string", "integer"],  # editors' tools take a year alone for a number
        minimum=FIRST_YEAR,
        maximum=LAST_YEAR,
    )


# As it is written: of what is older, or far ahead, often no more is known.
Date = Annotated[str, _kind(DATE, NO_DATE, LIKELY_DATE)]
Due = Annotated[
    str,
    _kind(rf"{DATE}|{MONTH}/{MONTH}", NO_DUE, rf"{LIKELY_DATE}|{LIKELY_MONTH}/{LIKELY_MONTH}"),
]
