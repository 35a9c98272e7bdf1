"""The time of a row, as publishers write it -> a period as a table of ours writes it."""

import datetime
import re

from safeguarding.period import SHAPES, Basis, Span, fits, span

# {what a year of the file is, in small letters: how a table of ours would call it}
YEARS: dict[str, Basis] = {
    "academic year": "academic",
    "financial year": "financial",
    "tax year": "financial",
    "calendar year": "calendar",
}
REPORTING = "reporting year"
MONTHS = {f"{datetime.date(2000, month, 1):%B}".lower(): month for month in range(1, 13)}
QUARTER = re.compile(r"(academic|financial|calendar|tax) year q([1-4])")
# Ways to write years, and ours.
WRITTEN = {
    r"(\d{4})": r"\1",
    r"(\d{4})(\d\d)": r"\1-\2",
    r"(\d{4})\s*[-/–]\s*(?:\d\d)?(\d\d)": r"\1-\2",
    r"(\d{4})/(\d\d)\s*[-–]\s*(\d\d)/(\d\d)": r"\1-\2/20\3-\4",
}


class NoPeriod(ValueError):
    """A time that a table cannot have: what it says, and what the table wants."""


def period(time: str, identifier: str, basis: Basis, year_ends: str) -> str:
    """The period of a table of this `basis` that a row of this `time` stands for; `identifier`
    says what kind of time it is, where the file does; `year_ends` is the month and the day on which
    a year of the file ends, like 03-31. Raises NoPeriod."""
    kind = identifier.strip().lower()
    written = _of_part(time.strip(), kind) or _of_years(time.strip(), kind, year_ends)
    found = _as(written, basis, YEARS.get(kind), year_ends)
    if not fits(found, basis) or found == "undated":
        raise NoPeriod(f"{time} {identifier}".strip() + f" is not {SHAPES[basis][1]}")
    return found


def _of_part(time: str, kind: str) -> str:
    """A month like 2017-01 or a quarter like 2016-17 Q1; empty where the time is neither."""
    if kind in MONTHS and re.fullmatch(r"\d{4}", time):
        return f"{time}-{MONTHS[kind]:02}"
    quarter = QUARTER.fullmatch(kind)
    if not quarter:
        return ""
    year, number = int(time[:4]), int(quarter[2])
    if quarter[1] == "calendar":
        year, number = (year - 1, 4) if number == 1 else (year, number - 1)
    elif quarter[1] == "academic":
        year, number = (year, number + 2) if number < 3 else (year + 1, number - 2)
    return f"{_two_years(year)} Q{number}"


def _of_years(time: str, kind: str, year_ends: str) -> str:
    """Years as we write them: 2024, 2024-25 or several of them; another text as it is."""
    if kind == REPORTING and re.fullmatch(r"\d{4}", time):
        return time if year_ends == "12-31" else _two_years(int(time) - 1)
    for pattern, ours in WRITTEN.items():
        if re.fullmatch(pattern, time):
            return re.sub(pattern, ours, time)
    return time


def _as(written: str, basis: Basis, kind: Basis | None, year_ends: str) -> str:
    """The same time as a table of that basis says it: a day for counts as at a day, a month for a
    year that ends in it, a calendar year for one of its days."""
    if fits(written, basis):
        return written
    day = _last_day(written, kind, year_ends)
    if day and basis == "as_at":
        return day
    if day and basis == "year_ending":
        return day[:7]
    if day and basis == "calendar" and kind is None:
        return day[:4]
    return written


def _last_day(written: str, kind: Basis | None, year_ends: str) -> str:
    """The day of that month and day in a year, like 2025-03-31; empty where it is no year."""
    if re.fullmatch(r"\d{4}", written):
        return f"{written}-{year_ends}"
    if not re.fullmatch(r"\d{4}-\d\d", written):
        return ""
    if kind is None:
        return f"{int(written[:4]) + 1}-{year_ends}"
    days = span(written, kind)
    return _within(days, year_ends) if days else ""


def _within(days: Span, year_ends: str) -> str:
    """The one day of that month and day among these days."""
    first = f"{days.first.year}-{year_ends}"
    return first if first >= f"{days.first}" else f"{days.last.year}-{year_ends}"


def _two_years(first: int) -> str:
    return f"{first}-{(first + 1) % 100:02}"
