"""How numbers, periods and gaps are said."""

from decimal import Decimal

import pytest

from safeguarding.performance.models import Observation
from safeguarding.performance.views import values
from safeguarding.shared import words

PERIODS = {
    ("2024-25", "financial"): "2024/25",
    ("2024-25", "academic"): "2024/25 school year",
    ("2024", "calendar"): "2024",
    ("2025-03-31", "as_at"): "31 March 2025",
    ("2019-07/2020-06", "cohort"): "July 2019 to June 2020",
    ("undated", "financial"): "no date given",
}


@pytest.mark.parametrize("written", PERIODS)
def test_period_says_what_kind_of_year_it_is(written):
    assert words.period(*written) == PERIODS[written]


@pytest.mark.parametrize(
    ("written", "said"),
    {
        "2024-25": "2024/25",
        "2025-03-31": "Mar 2025",
        "2019-07/2020-06": "2019/20",
        "2024": "2024",
    }.items(),
)
def test_period_under_a_picture_is_short(written, said):
    assert words.short_period(written) == said


@pytest.mark.parametrize(
    ("value", "said"), {"6.0": "6.0", "7.25": "7.25", "94805": "94,805", "-4236": "−4,236"}.items()
)
def test_number_keeps_its_digits(value, said):
    assert words.number(Decimal(value)) == said


def test_absences_are_told_apart_and_none_is_a_number():
    said = [values.observed(Observation(absence=kind)) for kind in words.ABSENT]
    assert len(set(said)) == len(words.ABSENT)
    assert not any(character.isdigit() for text in said for character in text)


def test_value_is_bracketed_as_printed():
    assert values.observed(Observation(value=Decimal("39.2"), bracketed=True)) == "(39.2)"


def test_range_is_said_as_one():
    assert values.observed(Observation(low=Decimal(28), high=Decimal(40))) == "28 to 40"


def test_count_stands_with_what_it_is_out_of():
    assert (
        values.count(Observation(value=Decimal("33.3"), count=2, of=6), "children")
        == "2 of 6 children"
    )
    assert values.count(Observation(value=Decimal("5")), "children") == ""


@pytest.mark.parametrize(
    ("spans", "said"),
    {
        ((665, 665),): "line 665",
        ((665, 669),): "lines 665–669",
        ((716, 716), (721, 721)): "lines 716 and 721",
    }.items(),
)
def test_lines_are_said_in_words(spans, said):
    assert words.line_numbers(spans) == said
