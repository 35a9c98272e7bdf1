"""What all pictures beside the figures share."""

from decimal import Decimal
from typing import Any

import pytest

from safeguarding.performance.views import picture
from tests.small import areas, measure, table

AREAS = areas(england="national", like="similar")


def test_ours_comes_first_and_has_no_name() -> None:
    row = measure({"2024-25": 1}, comparators={"like": {"2024-25": 3}, "england": {"2024-25": 2}})
    found = [(mark, name) for mark, name, _ in picture.series(table(row), row, AREAS)]
    assert found == [("ours", ""), ("similar", "Like"), ("national", "England")]


@pytest.mark.parametrize(
    ("rows", "periods"),
    [
        ([{"2024-25": 1, "2022-23": 3}, {"2023-24": 2}], ["2022-23", "2023-24", "2024-25"]),
        ([{"2023-24": "blank", "2024-25": 1}], ["2024-25"]),
        ([{"2023-24": "not available", "2024-25": 1}], ["2023-24", "2024-25"]),
        ([{"2023-24": "blank"}, {"2023-24": 1}], ["2023-24"]),
        ([{"2023-24": 1}, {"2023-24": "blank"}], ["2023-24"]),
        ([{}], []),
    ],
)
def test_period_is_one_that_some_row_speaks_of(
    rows: list[dict[str, Any]], periods: list[str]
) -> None:
    assert picture.periods(table(*map(measure, rows))) == periods


@pytest.mark.parametrize(
    ("values", "comparators", "top"),
    [
        ({"2023-24": 5, "2024-25": 4}, {}, 5),
        ({"2024-25": 4}, {"england": {"2024-25": 9}}, 9),
        ({"2024-25": 4}, {"england": {"undated": {"low": 2, "high": 12}}}, 12),
        ({"2024-25": 0}, {}, 1),
        ({"2024-25": {"low": 0, "high": 0}}, {}, 1),
        ({"2024-25": "blank"}, {}, 1),
    ],
)
def test_scale_ends_at_the_highest_value_of_all(
    values: dict[str, Any], comparators: dict[str, Any], top: int
) -> None:
    figures = table(measure({"2020-21": 3}), measure(values, comparators=comparators))
    assert picture.scale_top(figures) == Decimal(max(top, 3))
    assert picture.scale_top(table(measure(values, comparators=comparators))) == Decimal(top)


@pytest.mark.parametrize(
    ("values", "foot", "top"),
    [
        ([3, 5], 0, 5),
        ([0, 0], 0, 1),
        ([-2, 6], -2, 6),
        ([-8, -2], -8, 0),
        ([{"low": -3, "high": 1}], -3, 1),
    ],
)
def test_scale_begins_at_nought_or_at_what_lies_below(
    values: list[Any], foot: int, top: int
) -> None:
    figures = table(measure({f"{2020 + place}": value for place, value in enumerate(values)}))
    assert (picture.scale_foot(figures), picture.scale_top(figures)) == (
        Decimal(foot),
        Decimal(top),
    )
