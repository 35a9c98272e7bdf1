"""How numbers, periods and gaps are said."""

from decimal import Decimal

import pytest

from safeguarding.performance.models import Counted, Observation
from safeguarding.performance.views import values
from safeguarding.period import Basis
from safeguarding.shared import words
from tests.small import day, observation


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Decimal("6.0"), "6.0"),
        (Decimal("7.25"), "7.25"),
        (Decimal("1234567.50"), "1,234,567.50"),
        (Decimal("-0.5"), "−0.5"),
        (94805, "94,805"),
        (-4236, "−4,236"),
        (999, "999"),
        (0, "0"),
    ],
)
def test_number_keeps_its_digits(value: Decimal | int, said: str) -> None:
    assert words.number(value) == said


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("spending 2024–25", "spending-2024-25"),
        ("Café – “Noël”!", "cafe-noel"),
        ("  Actual less budget (£) ", "actual-less-budget"),
        ("A_b", "a-b"),
        ("%", ""),
    ],
)
def test_slug_is_plain(text: str, slug: str) -> None:
    assert words.slug(text) == slug


@pytest.mark.parametrize(
    ("value", "said"),
    [(None, "left blank"), (-1200, "−£1,200"), (0, "£0"), (1200, "£1,200"), (-1, "−£1")],
)
def test_pounds_have_their_sign_in_front(value: int | None, said: str) -> None:
    assert words.pounds(value) == said


@pytest.mark.parametrize(
    ("text", "basis", "said"),
    [
        ("2024-25", "financial", "2024/25"),
        ("2024-25", "academic", "2024/25 school year"),
        ("2024", "academic", "2024"),
        ("2024", "calendar", "2024"),
        ("2025-03-01", "as_at", "1 March 2025"),
        ("2025-03-31", "as_at", "31 March 2025"),
        ("2019-07/2020-06", "cohort", "July 2019 to June 2020"),
        ("2020-04/2020-06", "cohort", "April to June 2020"),
        ("2020-04/2020-04", "cohort", "April 2020"),
        ("2011-12/2013-14", "financial", "2011/12 to 2013/14"),
        ("2011-12/2013-14", "academic", "2011/12 to 2013/14 school years"),
        ("2014/2016", "calendar", "2014 to 2016"),
        ("2017-18 to 2017-09", "financial", "April to September 2017, part of 2017/18"),
        (
            "2017-18 to 2017-10",
            "academic",
            "September to October 2017, part of the 2017/18 school year",
        ),
        ("2017 to 2017-03", "calendar", "January to March 2017, part of 2017"),
        ("2016-06", "year_ending", "12 months to June 2016"),
        ("2016-17 Q1", "quarter", "April to June 2016"),
        ("2016-17 Q4", "quarter", "January to March 2017"),
        ("2016-17 Q1", "year_ending", "April to June 2016"),
        ("2010-11", "month", "November 2010"),
        ("2010-11", "quarter", "2010/11"),
        ("undated", "financial", "no date given"),
    ],
)
def test_period_says_what_kind_of_year_it_is(text: str, basis: Basis, said: str) -> None:
    assert words.period(text, basis) == said


def test_period_without_a_basis_is_no_school_year() -> None:
    assert words.period("2024-25") == "2024/25"


@pytest.mark.parametrize(
    ("text", "basis", "said"),
    [
        ("2024-25", "financial", "in 2024/25"),
        ("2024-25", "academic", "in the 2024/25 school year"),
        ("2011-12/2013-14", "academic", "in the 2011/12 to 2013/14 school years"),
        ("2025-03-31", "as_at", "on 31 March 2025"),
        ("2016-06", "year_ending", "in the 12 months to June 2016"),
        ("2016-17 Q1", "quarter", "in April to June 2016"),
        ("2010-11", "month", "in November 2010"),
        ("undated", "financial", ""),
    ],
)
def test_period_is_a_part_of_a_sentence(text: str, basis: Basis, said: str) -> None:
    assert words.during(text, basis) == said


def test_part_of_a_sentence_without_a_basis_is_no_school_year() -> None:
    assert words.during("2024-25") == "in 2024/25"


@pytest.mark.parametrize(
    ("text", "basis", "said"),
    [
        ("2024-25", "academic", "2024/25"),
        ("2011-12/2013-14", "financial", "2011/12–13/14"),
        ("1998-99/2000-01", "financial", "1998/99–2000/01"),
        ("2024", "calendar", "2024"),
        ("2014/2016", "calendar", "2014–16"),
        ("2017-18 to 2017-09", "financial", "Apr–Sep 2017"),
        ("2017-18 to 2017-04", "financial", "Apr 2017"),
        ("2016-06", "year_ending", "to Jun 2016"),
        ("2016-17 Q4", "quarter", "Jan–Mar 2017"),
        ("2017-01", "month", "Jan 2017"),
        ("2025-03-31", "as_at", "Mar 2025"),
        ("2019-07/2020-06", "cohort", "to Jun 2020"),
        ("2019-07/2020-10", "cohort", "Jul 2019–Oct 2020"),
        ("undated", "month", "no date"),
    ],
)
def test_period_under_a_picture_is_short(text: str, basis: Basis, said: str) -> None:
    assert words.short_periods([text], basis) == {text: said}


def test_days_of_one_month_are_told_apart_under_a_picture() -> None:
    days = ["2025-03-01", "2025-03-31", "2025-04-30"]
    assert list(words.short_periods(days, "as_at").values()) == [
        "1 Mar 2025",
        "31 Mar 2025",
        "Apr 2025",
    ]


def test_day_has_no_nought_in_front() -> None:
    assert words.day(day("2027-01-05")) == "5 January 2027"


@pytest.mark.parametrize(
    ("absence", "said"),
    [
        ("not available", "not available"),
        ("no longer reported", "no longer reported"),
        ("N/A", "“N/A” in the report"),
        ("blank", "left blank"),
        ("suppressed", "not shown, to protect children"),
    ],
)
def test_absences_are_told_apart(absence: str, said: str) -> None:
    assert values.observed(observation(absence=absence)) == said


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        (observation(value=Decimal("39.2"), bracketed=True), "(39.2)"),
        (observation(value=Decimal("39.2")), "39.2"),
        (observation(value=0), "0"),
        (observation(value=-1204), "−1,204"),
        (observation(low=28, high=4000), "28 to 4,000"),
    ],
)
def test_value_is_said_as_printed(seen: Observation, said: str) -> None:
    assert values.observed(seen) == said


@pytest.mark.parametrize(
    ("seen", "of_what", "said"),
    [
        (observation(value=33, count=2, of=6), "children", "2 of 6 children"),
        (observation(value=33, count=2000, of=6000), "", "2,000 of 6,000"),
        (observation(value=33, count=2), "children", "2 children"),
        (observation(value=0, count=0, of=0), "children", "0 of 0 children"),
        (observation(value=33, of=6), "children", ""),
    ],
)
def test_count_stands_with_what_it_is_out_of(seen: Counted, of_what: str, said: str) -> None:
    assert values.count(seen, of_what) == said


@pytest.mark.parametrize(
    ("parts", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_list_ends_with_and(parts: list[str], said: str) -> None:
    assert words.join(parts) == said


def test_list_can_end_with_another_word() -> None:
    assert words.join(["a", "b", "c"], "or") == "a, b or c"


@pytest.mark.parametrize(
    ("spans", "said"),
    [
        (((665, 665),), "line 665"),
        (((665, 669),), "lines 665–669"),
        (((716, 716), (721, 721)), "lines 716 and 721"),
        (((1, 2), (4, 4), (6, 9)), "lines 1–2, 4 and 6–9"),
    ],
)
def test_lines_are_said_in_words(spans: tuple[tuple[int, int], ...], said: str) -> None:
    assert words.line_numbers(spans) == said


@pytest.mark.parametrize(
    ("noun", "of_it"),
    [("board", "board’s"), ("partnership", "partnership’s"), ("services", "services’")],
)
def test_noun_owns_something(noun: str, of_it: str) -> None:
    assert words.possessive(noun) == of_it


@pytest.mark.parametrize(
    ("text", "begun"), [("task group", "Task group"), ("NHS board", "NHS board"), ("", "")]
)
def test_capital_letter_begins_and_leaves_the_others(text: str, begun: str) -> None:
    assert words.capital(text) == begun


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1000, "1 KB"),
        (1024, "1 KB"),
        (1600, "2 KB"),
        (161_792, "158 KB"),
        (1_023_999, "1.0 MB"),
        (1_258_291, "1.2 MB"),
        (52_428_800, "50.0 MB"),
    ],
)
def test_size_of_a_file_is_short(count: int, said: str) -> None:
    assert words.size(count) == said


@pytest.mark.parametrize(
    ("text", "said"),
    {"2025-03-31": "31 March 2025", "2025-03": "March 2025", "2025": "2025"}.items(),
)
def test_date_says_no_more_than_is_known(text: str, said: str) -> None:
    assert words.date(text) == said


@pytest.mark.parametrize(
    ("number", "how_many", "which"),
    [
        (1, "one", "first"),
        (12, "twelve", "twelfth"),
        (13, "13", "13th"),
        (21, "21", "21st"),
        (22, "22", "22nd"),
        (103, "103", "103rd"),
        (111, "111", "111th"),
        (1012, "1,012", "1,012th"),
    ],
)
def test_numbers_up_to_twelve_are_words(number: int, how_many: str, which: str) -> None:
    assert (words.cardinal(number), words.ordinal(number)) == (how_many, which)


def test_how_many_is_said_in_figures() -> None:
    assert words.counted(1, "date", "dates") == "1 date"
    assert words.counted(1204, "date", "dates") == "1,204 dates"
