"""The time a value stands for. A value never carries a bare year: its basis says what kind of
year, or that it is a month, a quarter or a day."""

import calendar
import datetime
import re
from collections.abc import Iterable
from functools import cache
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from safeguarding.record import (
    FIRST_YEAR,
    LAST_YEAR,
    LONGEST,
    NO_YEAR,
    SAYS_NOTHING,
    SAYS_SOMETHING,
    YEAR,
    Kind,
    Text,
    can_name_a_file,
    is_likely_year,
    looks,
)

Basis = Literal[
    "financial", "academic", "calendar", "year_ending", "quarter", "month", "as_at", "cohort"
]

MONTH = r"\d{4}-(0[1-9]|1[0-2])"
# A year, several of them, or one from its first day to the end of a month.
TWO_YEARS = rf"\d{{4}}-\d{{2}}(/\d{{4}}-\d{{2}}| to {MONTH})?"
# {basis: (what its periods look like, the same in words)}
SHAPES: dict[Basis, tuple[str, str]] = {
    "financial": (TWO_YEARS, "two years like 2024-25"),
    "academic": (TWO_YEARS, "two years like 2024-25"),
    "calendar": (rf"\d{{4}}(/\d{{4}}| to {MONTH})?", "one year like 2024"),
    "year_ending": (MONTH, "the last month of the year, like 2016-06"),
    "quarter": (r"\d{4}-\d{2} Q[1-4]", "a quarter like 2016-17 Q1, which is April to June 2016"),
    "month": (MONTH, "a month like 2017-01"),
    "as_at": (rf"{MONTH}-(0[1-9]|[12]\d|3[01])", "a day like 2025-03-31"),
    "cohort": (rf"{MONTH}/{MONTH}", "two months like 2009-07/2010-06"),
}
UNDATED = "undated"
PATTERNS = dict.fromkeys((UNDATED, *(pattern for pattern, _ in SHAPES.values())))  # each once
MOST_YEARS = 10
MONTHS = r"([1-9]|[12]\d|3[0-6]) months"
NO_MONTHS = "should be a number of months, at most three years, like 6 months"
NO_PERIOD = (
    "is not a period; write 2024-25, 2024, 2017-01, 2016-17 Q1, 2025-03-31, 2009-07/2010-06 or"
    " undated"
)
NO_YEARS_IN_A_ROW = (
    "is not one year after the other; write two years in a row, like 2024-25, or several years"
    " like 2014/2016 or 2014-15/2016-17"
)
# What people write in other words, and what to tell them: \\1 is its first group.
MEANT = {
    r".*(ytd|to date|so far)": "does not say how far; write the month, like 2017-18 to 2017-09",
    r"\d{4}[, ]*q[1-4]|q[1-4][, ]*\d{4}": (
        "is a quarter without its year, which begins in April; write 2016-17 Q1 for April to June"
        " 2016"
    ),
    r"(\d{4})[/–](\d\d)": r"is not a period; write it with a hyphen: \1-\2",
    r"(\d{4})-(\d)": r"is not a period; write \1-0\2",
    r"(\d{4})[-/–](\d\d)[, ]*q([1-4])": r"is not a period; write \1-\2 Q\3",
    r"q([1-4])[, ]*(\d{4})[-/–](\d\d)": r"is not a period; write \2-\3 Q\1",
    r"(\d{4}) ?(?:-|–|to) ?(\d{4})": r"is not a period; write \1/\2",
    r"(\d{4})[-/–](\d\d) ?(?:-|–|to) ?(\d{4})[-/–](\d\d)": (r"is not a period; write \1-\2/\3-\4"),
    r"(\d\d)[/.](\d\d)[/.](\d{4})": r"is not a period; write \3-\2-\1",
}


def _is_period(text: str) -> str:
    if not any(re.fullmatch(pattern, text, re.ASCII) for pattern in PATTERNS):
        raise PydanticCustomError("period", _advice(text))
    if not all(map(_can_be_read, re.findall(r"\b\d{4}-\d{2}\b", text))):
        raise PydanticCustomError("period", NO_YEARS_IN_A_ROW)
    if not all(is_likely_year(int(year)) for year in re.findall(r"\d{4}", text)):
        raise PydanticCustomError("year", NO_YEAR)
    if re.fullmatch(SHAPES["as_at"][0], text):
        _is_day(text)
    start, _, finish = text.partition("/")
    if finish and not start < finish and not (start == finish and re.fullmatch(MONTH, start)):
        raise PydanticCustomError(
            "period", "runs backwards; write the earlier month first, like 2009-07/2010-06"
        )
    return text


def _advice(text: str) -> str:
    """What to write for what is no period."""
    day = re.fullmatch(r"(?:(\d{1,2}) )?([a-z]{3})[a-z]* (\d{4})", text, re.IGNORECASE | re.ASCII)
    months = [name.lower() for name in calendar.month_abbr]
    if day and day[2].lower() in months:
        month = f"{day[3]}-{months.index(day[2].lower()):02}"
        return f"is not a period; write {month}" + (f"-{day[1]:>02}" if day[1] else "")
    for pattern, advice in MEANT.items():
        found = re.fullmatch(pattern, text, re.IGNORECASE | re.ASCII)
        if found:
            return found.expand(advice)
    return NO_PERIOD


def _can_be_read(text: str) -> bool:
    """Whether digits like 2016-17 are two years in a row, or a month."""
    return _are_in_a_row(text) or bool(re.fullmatch(MONTH, text))


def _are_in_a_row(years: str) -> bool:
    return (int(years[:4]) + 1) % 100 == int(years[5:])


def _is_day(text: str) -> None:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError(
            "period", "is not a day that exists; write a day like 2025-03-31"
        ) from None


def _runs_forward(text: str) -> str:
    years = re.findall(r"\d{4}", text)
    if years != sorted(years):
        raise PydanticCustomError("years", "runs backwards; write the earlier year first")
    return text


def _is_of_few_years(text: str) -> str:
    """A report can be of more than one year; of ten or more, or of none, it is mistyped."""
    for first, second in re.findall(r"(\d{4})[-/–](\d{2})(?!\d)", text):
        if not 0 < (int(second) - int(first)) % 100 < MOST_YEARS:
            raise PydanticCustomError(
                "years",
                "is not one year and a later one; write the first and the last, like 2024–25 or"
                " 2019–21",
            )
    return text


Months = Annotated[str, Kind(MONTHS, NO_MONTHS)]
# Years in words, like: April 2014 to March 2017.
Years = Annotated[
    Text,
    AfterValidator(_runs_forward),
    AfterValidator(can_name_a_file),
    WithJsonSchema(looks(SAYS_SOMETHING, SAYS_NOTHING, minLength=1, maxLength=LONGEST)),
]
Year = Annotated[Years, AfterValidator(_is_of_few_years)]  # like 2024–25, or 2019–21
LIKELY = "|".join(PATTERNS).replace(r"\d{4}", YEAR)
# Editors' tools take a year alone for a number.
A_YEAR = {"type": ["string", "integer"], "minimum": FIRST_YEAR, "maximum": LAST_YEAR}
Period = Annotated[
    str, AfterValidator(_is_period), WithJsonSchema(looks(LIKELY, NO_PERIOD, **A_YEAR))
]


class Span(NamedTuple):
    """The days a period covers, from its first to its last."""

    first: datetime.date
    last: datetime.date


FOR_EVER = Span(datetime.date.max, datetime.date.max)  # undated comes last


@cache
def span(period: str, basis: Basis) -> Span | None:
    """The days of a period in a table of this basis; nothing where it is undated, or says nothing
    there.

    2010-11 is a month in a table of months, the last month of a year in one of years ending in any
    month, and two years in all others.
    """
    year, _, month = period.partition(" to ")
    if month:
        return _to_date(_one(year, basis), month)
    start, _, finish = period.partition("/")
    if not finish:
        return None if period == UNDATED else _one(period, basis)
    of_one = basis if is_in_years(period, basis) else "month"
    first, last = _one(start, of_one), _one(finish, of_one)
    return Span(first.first, last.last) if first and last else None


def is_in_years(period: str, basis: Basis) -> bool:
    """Whether a period of this basis is written in years alone, like 2024, 2024-25 or 2014/2016."""
    start, _, finish = period.partition("/")
    if re.fullmatch(r"\d{4}", start):
        return True
    if not all(re.fullmatch(r"\d{4}-\d{2}", text) for text in (start, finish or start)):
        return False
    if finish:
        return basis in ("financial", "academic") and all(map(_are_in_a_row, (start, finish)))
    return basis not in ("month", "year_ending")


def _one(text: str, basis: Basis) -> Span | None:
    """The days of one year, quarter, month or day."""
    if re.fullmatch(SHAPES["as_at"][0], text):
        return Span(datetime.date.fromisoformat(text), datetime.date.fromisoformat(text))
    year = int(text[:4])
    if len(text) == 4:
        return _months(year, 1, 12)
    if len(text) == 7 and basis in ("month", "year_ending"):
        how_many = 1 if basis == "month" else 12
        number = int(text[5:])
        return _months(year, number + 1 - how_many, how_many) if 1 <= number <= 12 else None
    if not _are_in_a_row(text[:7]):
        return None
    if len(text) > 7:
        return _months(year, 1 + 3 * int(text[-1]), 3)
    return _months(year, 9 if basis == "academic" else 4, 12)


def _months(year: int, month: int, how_many: int) -> Span:
    """So many months from the first day of one, which is counted from January of that year: 0 is
    the December before."""
    first = 12 * year + month - 1
    year, month = divmod(first + how_many - 1, 12)
    last = calendar.monthrange(year, month + 1)[1]
    begins = datetime.date(first // 12, first % 12 + 1, 1)
    return Span(begins, datetime.date(year, month + 1, last))


def _to_date(year: Span | None, month: str) -> Span | None:
    """A year as far as the end of one of its months but the last."""
    reached = _one(month, "month")
    if year and reached and year.first <= reached.first and reached.last < year.last:
        return Span(year.first, reached.last)
    return None


def order(period: str, basis: Basis) -> tuple[datetime.date, datetime.date]:
    """What periods are sorted by: when they end, then when they begin. Undated comes last."""
    first, last = span(period, basis) or FOR_EVER
    return last, first


def in_order(periods: Iterable[str], basis: Basis) -> list[str]:
    """The periods of a table, the oldest first, however they are written."""
    return sorted(periods, key=lambda period: order(period, basis))


def end(period: str, basis: Basis) -> str:
    """The month a period ends in, like 2025-03; periods of different kinds meet by it. Undated
    comes last."""
    found = span(period, basis)
    return f"{found.last:%Y-%m}" if found else "9999"


def length(period: str, basis: Basis) -> int:
    """How many months a period covers; none if it is a day or undated. What is counted in more
    months is more, so that only periods of one length compare."""
    found = span(period, basis)
    if not found or found.first == found.last:
        return 0
    return 12 * (found.last.year - found.first.year) + found.last.month - found.first.month + 1


def follows(period: str, before: str, basis: Basis) -> bool:
    """Whether no time lies between two periods. Of years that have come as far as a month it is
    that of the whole years; days lie apart as they may."""
    years = (text.partition(" to ")[0] for text in (before, period))
    first, second = (span(text, basis) for text in years)
    if basis == "as_at" or not first or not second:
        return True
    return second.first <= first.last + datetime.timedelta(days=1)


def fits(period: str, basis: Basis) -> bool:
    """Whether `period` is written as its `basis` wants it."""
    like = re.fullmatch(SHAPES[basis][0], period, re.ASCII)
    return period == UNDATED or bool(like and span(period, basis))


def after(day: datetime.date, span: str) -> datetime.date:
    """So many months after `day` (`span` like "6 months"), or the last day of a shorter month."""
    months = day.month - 1 + int(span.split()[0])
    year, month = day.year + months // 12, months % 12 + 1
    _, days_in_month = calendar.monthrange(year, month)
    return datetime.date(year, month, min(day.day, days_in_month))
