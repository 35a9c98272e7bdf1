"""The small picture of a row: the shape of its values, and the newest of them."""

import re
from typing import Any

import pytest

from safeguarding.performance.views.spark import EDGE, HEIGHT, WIDTH, spark
from safeguarding.shared.table import Spark
from tests.small import areas, measure, table

AREAS = areas(england="national")
LEFT, RIGHT, TOP, FOOT = EDGE, WIDTH - EDGE, EDGE, HEIGHT - EDGE


def picture_of(
    values: dict[str, Any], theirs: dict[str, Any] | None = None, **more: Any
) -> Spark | None:
    row = measure(values, comparators={"england": theirs} if theirs else {})
    return spark(table(row, basis="calendar", **more), row, AREAS)


def drawn(values: dict[str, Any], **more: Any) -> Spark:
    found = picture_of(values, **more)
    assert found
    return found


def lines(picture: Spark) -> list[list[tuple[int, int]]]:
    """The points of each line of a picture."""
    return [
        [(int(x), int(y)) for x, y in re.findall(r"(\d+) (\d+)", line)]
        for line in picture.path.split("M")[1:]
    ]


def years(*values: Any) -> dict[str, Any]:
    return {f"{2001 + place}": value for place, value in enumerate(values)}


def test_values_reach_from_edge_to_edge_and_the_newest_has_a_dot() -> None:
    found = drawn(years(4, 8, 6))
    assert lines(found) == [[(LEFT, FOOT), (40, TOP), (RIGHT, 10)]]
    assert (found.x, found.y) == (RIGHT, 10)


def test_lowest_value_stands_at_the_foot_whatever_it_is() -> None:
    assert lines(drawn(years(-4, 2))) == [[(LEFT, FOOT), (RIGHT, TOP)]]


def test_equal_values_are_a_level_line_in_the_middle() -> None:
    assert lines(drawn(years(7, 7))) == [[(LEFT, 10), (RIGHT, 10)]]


@pytest.mark.parametrize("values", [{}, years(7), years(7, "not available"), years("blank")])
def test_what_has_not_two_values_has_no_picture(values: dict[str, Any]) -> None:
    row = measure(values)
    assert spark(table(row, basis="calendar"), row, AREAS) is None


@pytest.mark.parametrize(
    "gap", [years(1, 2, "not available", 3, 4), {**years(1, 2), "2004": 3, "2005": 4}]
)
def test_line_ends_where_a_value_is_missing(gap: dict[str, Any]) -> None:
    assert [len(line) for line in lines(drawn(gap))] == [2, 2]


def test_line_ends_where_values_do_not_compare() -> None:
    found = drawn(years(1, 2, 3, 4), breaks={"2003": "Counted anew."})
    assert [len(line) for line in lines(found)] == [2, 2]


def test_values_that_no_line_may_join_leave_the_dot_alone() -> None:
    found = drawn(years(1, "not available", 3))
    assert found == Spark("", RIGHT, TOP)


def test_other_areas_have_no_part_in_it() -> None:
    theirs = {"2000": 50, "2001": 90}
    assert picture_of(years(1, 2), theirs) == picture_of(years(1, 2))
