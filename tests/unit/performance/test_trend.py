"""Trends: every value where it belongs, gaps left open, nothing joined that does not compare."""

from typing import Any

import pytest

from safeguarding.performance.models import Table
from safeguarding.performance.views import trend
from safeguarding.performance.views.shapes import Dot, Line, Tick, Trend
from tests.small import areas, measure, table

AREAS = areas(england="national", like="similar", range="other")


def picture(
    values: dict[str, Any], comparators: dict[str, Any] | None = None, **more: Any
) -> Trend:
    return trend.trends(table(measure(values, comparators=comparators or {}), **more), AREAS)[0]


def ours(picture: Trend) -> list[Dot]:
    return [dot for dot in picture.dots if dot.mark == "ours"]


def ends(picture: Trend) -> list[tuple[float, ...]]:
    """Where each line begins, where it turns and where it ends, from left to right."""
    return [tuple(x for x, _ in line.points) for line in picture.lines]


def test_picture_has_all_of_it() -> None:
    found = picture({"2023-24": 4, "2024-25": 8}, {"england": {"2023-24": 2}})
    assert found == Trend(
        id="a",
        title="A",
        description=(
            "Our values, per 10,000: 2023/24: 4; 2024/25: 8. England, per 10,000: 2023/24: 2."
        ),
        width=240,
        nought=104,
        ticks=(Tick(34, "2023/24"), Tick(190, "2024/25")),
        lines=(Line(((34, 65), (190, 26))),),
        bands=(),
        dots=(
            Dot(54, 84.5, "national"),
            Dot(34, 65, "ours", "4"),
            Dot(190, 26, "ours", "8"),
        ),
    )


@pytest.mark.parametrize(
    ("values", "heights"),
    [
        ([0, 8], [104, 26]),
        ([8, 2], [26, 84.5]),
        ([3, 3, 3], [26, 26, 26]),
        ([0, 0], [104, 104]),
        ([7, 3, 1], [26, 70.6, 92.9]),
    ],
)
def test_height_is_in_proportion_to_nought(values: list[int], heights: list[float]) -> None:
    found = picture({f"{2020 + place}": value for place, value in enumerate(values)})
    assert [dot.y for dot in ours(found)] == heights


@pytest.mark.parametrize(
    ("values", "heights", "nought"),
    [
        ([-4, 8], [104, 26], 78),
        ([-6, -2, 0], [104, 52, 26], 26),
        ([-5], [104], 26),
        ([0, 8], [104, 26], 104),
    ],
)
def test_value_below_nought_stands_below_its_line_and_within_the_picture(
    values: list[int], heights: list[float], nought: float
) -> None:
    found = picture({f"{2020 + place}": value for place, value in enumerate(values)})
    assert ([dot.y for dot in ours(found)], found.nought) == (heights, nought)


def test_all_rows_share_one_scale() -> None:
    low, high = (measure({"2023-24": 2, "2024-25": top}, id=id) for id, top in (("b", 4), ("c", 8)))
    found = trend.trends(table(low, high), AREAS)
    assert [[dot.y for dot in ours(one)] for one in found] == [[84.5, 65], [84.5, 26]]


@pytest.mark.parametrize(
    ("places", "width", "xs"),
    [
        (1, 240, [34]),
        (2, 240, [34, 190]),
        (3, 240, [34, 112, 190]),
        (4, 240, [34, 86, 138, 190]),
        (5, 292, [34, 86, 138, 190, 242]),
    ],
)
def test_places_stay_apart_while_there_is_room(places: int, width: int, xs: list[int]) -> None:
    found = picture({f"{2010 + place}": 1 for place in range(places)})
    assert (found.width, [tick.x for tick in found.ticks]) == (width, xs)
    assert found.wide is (places > 4)


def test_missing_year_is_a_gap_and_breaks_the_line() -> None:
    found = picture({"2021-22": 1, "2022-23": 2, "2023-24": "not available", "2024-25": 2})
    assert [tick.gap for tick in found.ticks] == [False, False, True, False]
    assert ends(found) == [(34, 86)]


def test_neighbours_are_joined_in_order_of_time() -> None:
    found = picture({"2024-25": 2, "2022-23": 1, "2023-24": 4})
    assert [[*line.points] for line in found.lines] == [
        [(34, 84.5), (112, 26)],
        [(112, 26), (190, 65)],
    ]


def test_values_that_do_not_compare_are_not_joined() -> None:
    values = {"2022-23": 1, "2023-24": 2, "2024-25": 3}
    found = picture(values, breaks={"2024-25": "Counted anew."})
    assert ends(found) == [(34, 112)]


def test_year_that_a_row_has_not_is_no_gap_and_is_not_joined() -> None:
    other = measure({"2022-23": 1, "2023-24": 1, "2024-25": 1}, id="other")
    found = trend.trends(table(measure({"2022-23": 1, "2024-25": 2}), other), AREAS)[0]
    assert [tick.label for tick in found.ticks] == ["2022/23", "2023/24", "2024/25"]
    assert ([tick.gap for tick in found.ticks], found.lines) == ([False] * 3, ())


@pytest.mark.parametrize(("area", "aside"), {"england": 20, "like": 33, "range": 20}.items())
def test_comparator_stands_aside_of_our_value_of_the_same_time(area: str, aside: int) -> None:
    found = picture({"2023-24": 1, "2024-25": 3}, {area: {"2024-25": 2}})
    assert found.dots[0] == Dot(190 + aside, 52, AREAS[area].mark)


@pytest.mark.parametrize(("area", "x"), {"england": 112, "like": 125, "range": 112}.items())
def test_comparator_of_another_time_has_a_place_of_its_own(area: str, x: int) -> None:
    found = picture({"2023-24": 1, "2024-25": 3}, {area: {"2024": 2}})
    assert [tick.label for tick in found.ticks] == ["2023/24", "2024", "2024/25"]
    assert found.dots[0].x == x


def test_comparator_of_a_year_that_ends_in_our_month_shares_its_place() -> None:
    values, theirs = {"2023-03-31": 1, "2024-03-31": 3}, {"england": {"2022-23": 2}}
    found = picture(values, theirs, basis="as_at")
    assert [tick.label for tick in found.ticks] == ["Mar 2023", "Mar 2024"]
    assert found.dots[0].x == 54


def test_range_is_a_band_from_its_high_to_its_low() -> None:
    found = picture({"2023-24": 4, "2024-25": 8}, {"range": {"undated": {"low": 2, "high": 6}}})
    assert found.bands == ((190, 45.5, 84.5),)
    assert [tick.label for tick in found.ticks] == ["2023/24", "2024/25", "no date"]
    assert [dot.mark for dot in found.dots] == ["ours", "ours"]


def test_our_own_range_is_a_band_in_our_place() -> None:
    found = picture({"2023-24": {"low": 1, "high": 2}, "2024-25": 4})
    assert (found.bands, found.lines) == (((34, 65, 84.5),), ())


def test_ours_are_drawn_last_and_alone_have_labels() -> None:
    theirs = {"england": {"2024-25": 2}, "like": {"2024-25": 3}}
    found = picture({"2023-24": 1, "2024-25": {"value": 4, "bracketed": True}}, theirs)
    assert [(dot.mark, dot.label) for dot in found.dots] == [
        ("similar", ""),
        ("national", ""),
        ("ours", "1"),
        ("ours", "(4)"),
    ]


def test_description_says_every_value_and_gap_but_no_blank() -> None:
    values = {"2022-23": 6, "2023-24": "not available", "2024-25": "blank"}
    found = picture(values, {"england": {"2023-24": "blank"}, "like": {"undated": 5}})
    assert found.description == (
        "Our values, per 10,000: 2022/23: 6; 2023/24: not available."
        " Like, per 10,000: no date given: 5."
    )


def test_row_without_a_value_of_anyone_has_no_picture() -> None:
    theirs = measure({}, id="theirs", comparators={"england": {"2024-25": 2}})
    nobody = measure({"2024-25": "blank"}, id="nobody")
    figures: Table = table(nobody, theirs)
    assert [one.id for one in trend.trends(figures, AREAS)] == ["theirs"]
