"""Periods of every kind: how each is written, when it is, and that no two say the same."""

import datetime
import random
from typing import get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from safeguarding import period as periods
from safeguarding.period import UNDATED, Basis, Period
from safeguarding.record import NO_YEAR
from safeguarding.shared import words
from tests.small import day

BASES: tuple[Basis, ...] = get_args(Basis)
PERIOD: TypeAdapter[str] = TypeAdapter(Period)


def two(year: int) -> str:
    return f"{year}-{(year + 1) % 100:02}"


def month(chance: random.Random) -> str:
    return f"{chance.randint(1990, 2030)}-{chance.randint(1, 12):02}"


def written(basis: Basis, chance: random.Random) -> str:
    """Any period of a basis, as an editor may write it."""
    year, later = chance.randint(1990, 2030), chance.randint(1, 5)
    first, last = sorted((month(chance), month(chance)))
    school = chance.choice([9, 10, 11, 12])
    choices = {
        "financial": [two(year), f"{two(year)}/{two(year + later)}", f"{two(year)} to {year}-10"],
        "academic": [
            two(year),
            f"{two(year)}/{two(year + later)}",
            f"{two(year)} to {year}-{school:02}",
        ],
        "calendar": [f"{year}", f"{year}/{year + later}", f"{year} to {year}-0{later}"],
        "year_ending": [first],
        "quarter": [f"{two(year)} Q{chance.randint(1, 4)}"],
        "month": [first],
        "as_at": [f"{first}-{chance.randint(1, 28):02}"],
        "cohort": [f"{first}/{last}"],
    }
    return chance.choice(choices[basis])


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("basis", BASES)
def test_labels_of_two_periods_never_say_the_same(basis: Basis, seed: int) -> None:
    """However short, beside periods of any other kind that a table of the basis can hold."""
    chance = random.Random(seed)
    found = {written(basis, chance) for _ in range(60)}
    found |= {written(chance.choice(BASES), chance) for _ in range(20)}
    days = {periods.span(one, basis): PERIOD.validate_python(one) for one in sorted(found)}
    days.pop(None, None)  # what cannot be read there
    known = [*days.values(), UNDATED]
    long = [words.period(one, basis) for one in known]
    short = words.short_periods(known, basis)
    assert len(known) > 30
    assert len(set(long)) == len(set(short.values())) == len(known)


@pytest.mark.parametrize("basis", BASES)
def test_order_is_that_of_time_and_undated_comes_last(basis: Basis) -> None:
    chance = random.Random(1)
    found = [*{written(basis, chance) for _ in range(50)}, UNDATED]
    ends = [periods.end(one, basis) for one in periods.in_order(found, basis)]
    assert ends == sorted(ends)
    assert ends[-1] == "9999"
    assert all(periods.fits(one, basis) for one in found)


@pytest.mark.parametrize(
    ("text", "basis", "first", "last", "months"),
    [
        ("2024-25", "financial", "2024-04-01", "2025-03-31", 12),
        ("1999-00", "financial", "1999-04-01", "2000-03-31", 12),
        ("2024-25", "academic", "2024-09-01", "2025-08-31", 12),
        ("2024-25", "as_at", "2024-04-01", "2025-03-31", 12),
        ("2024-25", "quarter", "2024-04-01", "2025-03-31", 12),
        ("2011-12/2013-14", "financial", "2011-04-01", "2014-03-31", 36),
        ("2011-12/2013-14", "academic", "2011-09-01", "2014-08-31", 36),
        ("2009-10/2011-12", "financial", "2009-04-01", "2012-03-31", 36),
        ("2009-10/2011-12", "cohort", "2009-10-01", "2011-12-31", 27),
        ("2009-07/2010-06", "financial", "2009-07-01", "2010-06-30", 12),
        ("2017-18 to 2017-09", "financial", "2017-04-01", "2017-09-30", 6),
        ("2017-18 to 2018-02", "academic", "2017-09-01", "2018-02-28", 6),
        ("2017 to 2017-02", "calendar", "2017-01-01", "2017-02-28", 2),
        ("2024", "calendar", "2024-01-01", "2024-12-31", 12),
        ("2014/2016", "calendar", "2014-01-01", "2016-12-31", 36),
        ("2016-06", "year_ending", "2015-07-01", "2016-06-30", 12),
        ("2016-12", "year_ending", "2016-01-01", "2016-12-31", 12),
        ("2016-17 Q1", "quarter", "2016-04-01", "2016-06-30", 3),
        ("2016-17 Q4", "quarter", "2017-01-01", "2017-03-31", 3),
        ("2016-02", "month", "2016-02-01", "2016-02-29", 1),
        ("2010-11", "month", "2010-11-01", "2010-11-30", 1),
        ("2025-03-31", "as_at", "2025-03-31", "2025-03-31", 0),
        ("2017-01/2017-01", "as_at", "2017-01-01", "2017-01-31", 1),
    ],
)
def test_period_is_of_these_days(
    text: str, basis: Basis, first: str, last: str, months: int
) -> None:
    assert periods.span(text, basis) == (day(first), day(last))
    assert periods.length(text, basis) == months
    assert periods.end(text, basis) == last[:7]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("undated", "financial"),
        ("2010-12", "financial"),
        ("2016-17", "month"),
        ("2016-17", "year_ending"),
        ("2017-18 to 2018-03", "financial"),
        ("2017-18 to 2017-03", "financial"),
        ("2017-18 to 2018-04", "financial"),
        ("2017 to 2017-12", "calendar"),
        ("2010-12 Q1", "quarter"),
    ],
)
def test_period_is_of_no_days(text: str, basis: Basis) -> None:
    assert periods.span(text, basis) is None
    assert (periods.end(text, basis), periods.length(text, basis)) == ("9999", 0)
    assert periods.fits(text, basis) is (text == UNDATED)


@pytest.mark.parametrize(
    ("text", "before", "basis", "does"),
    [
        ("2024-25", "2023-24", "financial", True),
        ("2024-25", "2022-23", "financial", False),
        ("2017-18/2019-20", "2016-17/2018-19", "financial", True),
        ("2017-18/2019-20", "2011-12/2013-14", "financial", False),
        ("2018-19 to 2018-09", "2017-18 to 2017-09", "financial", True),
        ("2018-19 to 2018-09", "2016-17 to 2016-09", "financial", False),
        ("2017-03", "2017-02", "month", True),
        ("2017-01", "2016-12", "month", True),
        ("2017-03", "2017-01", "month", False),
        ("2017-18 Q1", "2016-17 Q4", "quarter", True),
        ("2017-18 Q2", "2016-17 Q4", "quarter", False),
        ("2016-09", "2016-06", "year_ending", True),
        ("2017-06", "2016-06", "year_ending", True),
        ("2018-06", "2016-06", "year_ending", False),
        ("2025-03-31", "2020-03-31", "as_at", True),
        ("2010-07/2011-06", "2009-07/2010-06", "cohort", True),
        ("2012-07/2013-06", "2009-07/2010-06", "cohort", False),
        ("undated", "2024", "calendar", True),
    ],
)
def test_time_between_two_periods_is_known(
    text: str, before: str, basis: Basis, does: bool
) -> None:
    assert periods.follows(text, before, basis) is does


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2016/17", "is not a period; write it with a hyphen: 2016-17"),
        ("2016–17", "is not a period; write it with a hyphen: 2016-17"),
        ("2017-1", "is not a period; write 2017-01"),
        ("Jan 2017", "is not a period; write 2017-01"),
        ("September 2017", "is not a period; write 2017-09"),
        ("5 March 2025", "is not a period; write 2025-03-05"),
        ("31/03/2025", "is not a period; write 2025-03-31"),
        ("Q1 2016-17", "is not a period; write 2016-17 Q1"),
        ("2016/17 q3", "is not a period; write 2016-17 Q3"),
        ("2016-17Q3", "is not a period; write 2016-17 Q3"),
        ("2017 Q1", periods.MEANT[r"\d{4}[, ]*q[1-4]|q[1-4][, ]*\d{4}"]),
        ("Q1 2017", periods.MEANT[r"\d{4}[, ]*q[1-4]|q[1-4][, ]*\d{4}"]),
        ("2014-2016", "is not a period; write 2014/2016"),
        ("2014 to 2016", "is not a period; write 2014/2016"),
        ("2011/12 to 2013/14", "is not a period; write 2011-12/2013-14"),
        ("2017/18 YTD", "does not say how far; write the month, like 2017-18 to 2017-09"),
        ("2014-16", periods.NO_YEARS_IN_A_ROW),
        ("2017-13", periods.NO_YEARS_IN_A_ROW),
        ("2016-18 Q1", periods.NO_YEARS_IN_A_ROW),
        ("2025-02-30", "is not a day that exists; write a day like 2025-03-31"),
        ("2016/2016", "runs backwards; write the earlier month first, like 2009-07/2010-06"),
        ("2016-17/2015-16", "runs backwards; write the earlier month first, like 2009-07/2010-06"),
        ("spring", periods.NO_PERIOD),
        ("Spr 2017", periods.NO_PERIOD),
        ("{2017}", periods.NO_PERIOD),
        ("1066", NO_YEAR),
    ],
)
def test_what_is_no_period_is_told_with_what_to_write(text: str, told: str) -> None:
    with pytest.raises(ValidationError) as wrong:
        PERIOD.validate_python(text)
    assert [error["msg"] for error in wrong.value.errors()] == [told]


def test_span_of_days_sorts_by_its_end() -> None:
    assert periods.order("2016", "calendar") == (day("2016-12-31"), day("2016-01-01"))
    assert periods.in_order(["2016", "2014/2016", "2015"], "calendar") == [
        "2015",
        "2014/2016",
        "2016",
    ]
    assert periods.order(UNDATED, "calendar") == (datetime.date.max, datetime.date.max)
