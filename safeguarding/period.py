"""The time a value stands for. A value never carries a bare year: its basis says what kind of
year."""

import calendar
import datetime
import re
from typing import Annotated, Literal

from pydantic import AfterValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from safeguarding.record import (
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

Basis = Literal["financial", "academic", "calendar", "cohort", "as_at"]

# {basis: (what its periods look like, the same in words)}
SHAPES: dict[Basis, tuple[str, str]] = {
    "financial": (r"(\d{4})-(\d{2})", "two years like 2024-25"),
    "academic": (r"(\d{4})-(\d{2})", "two years like 2024-25"),
    "calendar": (r"\d{4}", "one year like 2024"),
    "as_at": (r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", "a day like 2025-03-31"),
    "cohort": (r"\d{4}-(0[1-9]|1[0-2])/\d{4}-(0[1-9]|1[0-2])", "two months like 2009-07/2010-06"),
}
UNDATED = "undated"
PATTERNS = dict.fromkeys((UNDATED, *(pattern for pattern, _ in SHAPES.values())))  # each once
MONTHS = r"([1-9]|[12]\d|3[0-6]) months"
NO_MONTHS = "should be a number of months, at most three years, like 6 months"
NO_PERIOD = "is not a period; write 2024-25, 2024, 2025-03-31, 2009-07/2010-06 or undated"


def _is_period(text: str) -> str:
    if re.fullmatch(r"\d{4}[/–]\d{2}", text):
        raise PydanticCustomError(
            "period", f"is not a period; write it with a hyphen: {text[:4]}-{text[5:]}"
        )
    if not any(re.fullmatch(pattern, text, re.ASCII) for pattern in PATTERNS):
        raise PydanticCustomError("period", NO_PERIOD)
    pair = re.fullmatch(SHAPES["financial"][0], text)
    if pair and (int(pair[1]) + 1) % 100 != int(pair[2]):
        raise PydanticCustomError(
            "period", "is not one year after the other; write two years in a row, like 2024-25"
        )
    if not all(is_likely_year(int(year)) for year in re.findall(r"\d{4}", text)):
        raise PydanticCustomError("year", NO_YEAR)
    if len(text) == 10:
        _is_day(text)
    if "/" in text and not text[:7] < text[8:]:
        raise PydanticCustomError(
            "period", "runs backwards; write the earlier month first, like 2009-07/2010-06"
        )
    return text


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


def _is_one_year(text: str) -> str:
    for first, second in re.findall(r"(\d{4})[-/–](\d{2})(?!\d)", text):
        if (int(first) + 1) % 100 != int(second):
            raise PydanticCustomError(
                "years", "is not one year after the other; write two years in a row, like 2024–25"
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
Year = Annotated[Years, AfterValidator(_is_one_year)]  # like 2024–25
LIKELY = "|".join(PATTERNS).replace(r"\d{4}", YEAR)
Period = Annotated[str, AfterValidator(_is_period), WithJsonSchema(looks(LIKELY, NO_PERIOD))]


def end(period: str, basis: Basis) -> str:
    """The month a period ends in, like 2025-03; periods of different kinds sort and meet by it.
    Undated comes last."""
    if period == UNDATED:
        return "9999"
    if "/" in period or len(period) == 10:
        return period.partition("/")[2] or period[:7]
    if len(period) == 4:
        return f"{period}-12"
    return f"{int(period[:4]) + 1}-{'08' if basis == 'academic' else '03'}"


def fits(period: str, basis: Basis) -> bool:
    """Whether `period` is written as its `basis` wants it."""
    return period == UNDATED or bool(re.fullmatch(SHAPES[basis][0], period))


def after(day: datetime.date, span: str) -> datetime.date:
    """So many months after `day` (`span` like "6 months"), or the last day of a shorter month."""
    months = day.month - 1 + int(span.split()[0])
    year, month = day.year + months // 12, months % 12 + 1
    _, days_in_month = calendar.monthrange(year, month)
    return datetime.date(year, month, min(day.day, days_in_month))
