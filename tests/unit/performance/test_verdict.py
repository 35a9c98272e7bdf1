"""Did it get better? Only where the source says which way is good."""

from decimal import Decimal
from typing import Any

import pytest

from safeguarding.performance.models import Measure, Table
from safeguarding.performance.views import verdict
from safeguarding.performance.views.verdict import Verdict
from tests.small import areas, better, measure, table

AREAS = areas(similar="similar", england="national", wales="national")


def judged(
    values: dict[str, Any], direction: str | None = "lower", **row: Any
) -> tuple[Table, Measure]:
    """A table of one row, and the row."""
    good = better(direction) if direction else None
    figures = table(measure(values, **row), kind="percent", unit="% of plans", better=good)
    return figures, figures.measures[0]


@pytest.mark.parametrize(
    ("before", "after", "direction", "tone", "said"),
    [
        (5, 4, "lower", "better", "better, down 1 point from 2023/24"),
        (4, 5, "lower", "worse", "worse, up 1 point from 2023/24"),
        (4, 5, "higher", "better", "better, up 1 point from 2023/24"),
        (5, 4, "higher", "worse", "worse, down 1 point from 2023/24"),
        (5, 5, "higher", "same", "the same as 2023/24"),
        (5, 5, "lower", "same", "the same as 2023/24"),
        (5, 4, None, "", "down 1 point from 2023/24"),
        (5, 5, None, "", "the same as 2023/24"),
        (-4, 2, "higher", "better", "better, up 6 points from 2023/24"),
        (Decimal("4.0"), 5, "higher", "better", "better, up 1.0 points from 2023/24"),
        (0, 1234, "higher", "better", "better, up 1,234 points from 2023/24"),
    ],
)
def test_change_is_judged_where_the_source_says_which_way_is_good(
    before: Decimal | int, after: int, direction: str | None, tone: str, said: str
) -> None:
    found = verdict.since_before(*judged({"2023-24": before, "2024-25": after}, direction))
    assert (found.tone, found.said) == (tone, said)


@pytest.mark.parametrize(
    ("before", "after", "tone"),
    [(20, 16, "better"), (16, 20, "worse"), (10, 13, "better"), (15, 16, ""), (16, 16, "same")],
)
def test_where_a_range_is_good_closer_is_better(before: int, after: int, tone: str) -> None:
    good = {"low": 14, "high": 18, "because": "The report says so.", "lines": 9}
    figures = table(measure({"2023-24": before, "2024-25": after}), better=good)
    assert verdict.since_before(figures, figures.measures[0]).tone == tone


@pytest.mark.parametrize(
    ("by", "said", "tone"),
    [
        (104, "worse, up 104% since the year before (2024/25)", "worse"),
        (-9, "better, down 9% since the year before (2024/25)", "better"),
        (0, "no change: 0% since the year before (2024/25)", "same"),
    ],
)
def test_a_change_says_itself_how_it_moved(by: int, said: str, tone: str) -> None:
    values = {"2022-23": 5, "2023-24": 50, "2024-25": by}
    figures = table(
        measure(values), kind="change", unit="% since the year before", better=better("lower")
    )
    found = verdict.since_before(figures, figures.measures[0])
    assert (found.said, found.tone) == (said, tone)
    assert verdict.since_first(figures, figures.measures[0]) == Verdict("", "")


def test_national_value_within_our_limits_is_not_clearly_different() -> None:
    ours = {"2024-25": {"value": 70, "limits": (61, 79)}}
    found = judged(ours, comparators={"england": {"2024-25": 79}})
    assert verdict.beside_national(*found, AREAS) == Verdict(
        "", "not clearly different from England 79 (2024/25), which lies within our limits"
    )
    beyond = judged(ours, comparators={"england": {"2024-25": 80}})
    assert verdict.beside_national(*beyond, AREAS).tone == "better"


def test_only_a_share_moves_by_points() -> None:
    figures = table(measure({"2023-24": 5, "2024-25": 7}))
    assert verdict.since_before(figures, figures.measures[0]).text == "up 2 from 2023/24"


def test_no_verdict_where_someone_said_why_not() -> None:
    found = judged({"2023-24": 5, "2024-25": 4}, no_verdict="Very small numbers.")
    moved = verdict.since_before(*found)
    assert (moved.tone, moved.text) == ("", "down 1 point from 2023/24")
    assert verdict.reason(*found, "report") == "Very small numbers."


def test_reason_is_given_only_where_there_is_no_verdict() -> None:
    assert verdict.reason(*judged({}), "report") == ""
    assert (
        verdict.reason(*judged({}, None), "report") == "the report does not say which way is good"
    )


@pytest.mark.parametrize(
    ("values", "before", "first"),
    [
        ({}, "no value", ""),
        ({"2023-24": "not available"}, "no value", ""),
        ({"2024-25": 4}, "only one value", ""),
        ({"2024-25": 4, "2023-24": 5}, "down 1 point from 2023/24", ""),
        (
            {"2022-23": 9, "2023-24": 3, "2024-25": 4},
            "up 1 point from 2023/24",
            "down 5 points from 2022/23",
        ),
        ({"2022-23": 5, "2023-24": "blank", "2024-25": 4}, "down 1 point from 2022/23", ""),
        ({"2022-23": 5, "2023-24": "suppressed", "2024-25": 4}, "no value for 2023/24", ""),
    ],
)
def test_latest_is_set_against_the_one_before_and_the_first(
    values: dict[str, Any], before: str, first: str
) -> None:
    found = judged(values)
    assert verdict.since_before(*found).text == before
    assert verdict.since_first(*found).text == first


@pytest.mark.parametrize(
    ("broken", "before", "first"),
    [
        ("2022-23", "up", "up"),  # what went before the first value breaks nothing
        ("2023-24", "up", "does not compare with 2022/23"),
        ("2024-25", "does not compare with 2023/24", "does not compare with 2022/23"),
    ],
)
def test_values_on_both_sides_of_a_break_are_not_compared(
    broken: str, before: str, first: str
) -> None:
    row = measure({"2022-23": 1, "2023-24": 2, "2024-25": 3})
    figures = table(row, better=better("higher"), breaks={broken: "Counted anew."})
    found = verdict.since_before(figures, row), verdict.since_first(figures, row)
    assert found[0].text.startswith(before)
    assert found[1].text.startswith(first)
    tones = ["better" if said == "up" else "" for said in (before, first)]
    assert [one.tone for one in found] == tones


@pytest.mark.parametrize(
    ("theirs", "tone", "said"),
    [
        (5, "better", "better than England 5 (2023/24)"),
        (3, "worse", "worse than England 3 (2023/24)"),
        (4, "same", "the same as England 4 (2023/24)"),
    ],
)
def test_national_value_is_said_with_its_own_period(theirs: int, tone: str, said: str) -> None:
    series = {"england": {"2022-23": 100, "2023-24": theirs}}
    found = judged({"2023-24": 100, "2024-25": 4}, comparators=series)
    beside = verdict.beside_national(*found, AREAS)
    assert (beside.tone, beside.said) == (tone, said)


def test_national_value_is_said_without_a_verdict_where_there_is_none() -> None:
    found = judged({"2024-25": 4}, None, comparators={"england": {"2023-24": 5}})
    beside = verdict.beside_national(*found, AREAS)
    assert (beside.tone, beside.text) == ("", "England 5 (2023/24)")


def test_what_compares_says_by_how_much_and_with_what() -> None:
    values = {"2022-23": 9, "2023-24": 3, "2024-25": 4}
    found = judged(values, comparators={"england": {"2023-24": 10}})
    one = [verdict.since_before(*found), verdict.since_first(*found)]
    one.append(verdict.beside_national(*found, AREAS))
    assert [(seen.by, seen.than) for seen in one] == [
        (Decimal(1), ("2023-24", Decimal(3))),
        (Decimal(-5), ("2022-23", Decimal(9))),
        (Decimal(-6), ("2023-24", Decimal(10))),
    ]


def test_change_is_by_itself_and_was_not_before() -> None:
    figures = table(measure({"2024-25": -9}), kind="change", unit="% since the year before")
    found = verdict.since_before(figures, figures.measures[0])
    assert found.by == -9
    assert found.than[0] == ""


def test_any_area_can_stand_beside() -> None:
    found = judged({"2024-25": 4}, comparators={"similar": {"2024-25": 5}})
    beside = verdict.beside(*found, AREAS["similar"])
    assert beside.said == "better than Similar 5 (2024/25)"


def test_unlike_records_are_not_compared() -> None:
    series = {"england": {"2023-24": 5}}
    found = judged({"2024-25": 4}, comparators=series, unlike={"england": "it counts otherwise"})
    said = "England 5 (2023/24), but it counts otherwise"
    assert verdict.beside_national(*found, AREAS) == Verdict("", said)


@pytest.mark.parametrize(
    ("values", "comparators"),
    [
        ({"2024-25": 4}, {}),
        ({"2024-25": 4}, {"similar": {"2024-25": 5}}),
        ({"2024-25": 4}, {"england": {"2024-25": "not available"}}),
        ({"2024-25": "not available"}, {"england": {"2024-25": 5}}),
    ],
)
def test_without_two_values_nothing_is_compared(
    values: dict[str, Any], comparators: dict[str, Any]
) -> None:
    found = verdict.beside_national(*judged(values, comparators=comparators), AREAS)
    assert found == Verdict("", "no figure to compare")


def test_first_national_area_of_a_row_is_the_one() -> None:
    series = {"similar": {"2024-25": 1}, "wales": {"2024-25": 2}, "england": {"2024-25": 3}}
    found = verdict.beside_national(*judged({"2024-25": 4}, comparators=series), AREAS)
    assert found.text == "than Wales 2 (2024/25)"


def test_half_a_year_is_judged_against_the_half_before_it() -> None:
    halves = {"2019-20 to 2019-09": 20, "2020-21 to 2020-09": 18}
    row = judged({"2018-19": 41, "2019-20": 40} | halves)
    found = verdict.since_before(*row)
    assert found.said == "better, down 2 points from April to September 2019, part of 2019/20"
    assert verdict.since_first(*row) == Verdict("", "")


@pytest.mark.parametrize(
    ("kind", "unit", "said"),
    [
        ("percent", "% of plans", "better than England 9 (2019/20)"),
        ("rate", "per 10,000", "England 9 (2019/20), but not over as long a time"),
        ("count", "plans", "England 9 (2019/20), but not over as long a time"),
    ],
)
def test_what_adds_up_over_a_year_is_not_judged_beside_a_quarter(
    kind: str, unit: str, said: str
) -> None:
    row = measure({"2019-20 Q4": 4}, comparators={"england": {"2019-20": 9}})
    figures = table(row, kind=kind, unit=unit, basis="quarter", better=better("lower"))
    assert verdict.beside_national(figures, row, AREAS).said == said


def test_break_between_two_periods_is_found_however_they_are_written() -> None:
    values = {"2018": 3, "2019": 4, "2020": 2}
    figures = table(measure(values), basis="calendar", breaks={"2019": "Counted anew."})
    (row,) = figures.measures
    assert verdict.since_before(figures, row).text == "down 2 from 2019"
    assert verdict.since_first(figures, row).text == "does not compare with 2018"
