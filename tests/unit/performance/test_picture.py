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


def test_no_two_areas_of_a_table_have_the_same_mark() -> None:
    """Real boards stand beside a region, a target and the best neighbour at once, all of them of
    one kind."""
    others = areas(england="national", wales="national", **dict.fromkeys("abcdefghijk", "other"))
    row = measure({"2024-25": 1}, comparators={id: {"2024-25": 2} for id in others})
    marks = picture.marks(table(row), others)
    assert [*marks] == [*others]
    assert len({*marks.values()}) == len(others)
    assert (marks["england"], marks["wales"], marks["a"]) == ("national", "similar", "other")
    assert [*marks.values()][-3:] == ["C", "D", "E"]


def test_first_of_each_kind_has_the_mark_of_its_kind() -> None:
    others = areas(region="other", like="similar", england="national", left="other")
    row = measure({}, comparators={id: {"2024-25": 2} for id in ("england", "like", "region")})
    assert picture.marks(table(row), others) == {
        "region": "other",
        "like": "similar",
        "england": "national",
    }


@pytest.mark.parametrize(
    ("kind", "ours", "theirs", "apart"),
    [
        ("count", 58, 5120, ["england"]),
        ("count", 58, 290, []),
        ("count", 58, 291, ["england"]),
        ("count", 0, 5120, []),
        ("rate", 58, 5120, []),
        ("percent", 1, 90, []),
    ],
)
def test_counts_of_another_size_are_left_out_of_pictures(
    kind: str, ours: int, theirs: int, apart: list[str]
) -> None:
    row = measure({"2024-25": ours}, comparators={"england": {"2024-25": theirs}})
    like = measure({"2024-25": 0}, id="b", comparators={"like": {"2024-25": 3}})
    figures = table(row, like, kind=kind)
    assert picture.apart(figures) == apart
    known = [[*one.comparators] for one in picture.drawn(figures).measures]
    assert known == [[] if apart else ["england"], ["like"]]


def test_counts_of_others_alone_are_drawn() -> None:
    row = measure({}, comparators={"england": {"2024-25": 5120}})
    assert picture.apart(table(row, kind="count")) == []
