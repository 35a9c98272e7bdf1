"""Trends: every value where it belongs, gaps left open, nothing joined that does not compare."""

from itertools import pairwise
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


@pytest.mark.parametrize(
    ("theirs", "x"),
    [({}, 151), ({"england": {"2024-25": 1}}, 161), ({"like": {"2022-23": 1}}, 167.5)],
)
def test_upright_line_stands_where_values_begin_that_do_not_compare(
    theirs: dict[str, Any], x: float
) -> None:
    """Clear of the marks of others beside the value before."""
    values = {"2022-23": 1, "2023-24": 2, "2024-25": 3}
    found = picture(values, theirs, breaks={"2024-25": "Counted anew."})
    assert found.breaks == (x,)
    assert found.description.endswith(" An upright line stands before 2024/25.")
    assert (found.above, found.head) == ((), 0)


def test_upright_line_of_a_close_picture_is_halfway() -> None:
    values = dict.fromkeys(years(2012, 2024), 4)
    assert picture(values, breaks={"2013-14": "Anew.", "2024-25": "Anew."}).breaks == (28.1, 251.8)


@pytest.mark.parametrize("values", [{"2022-23": 1}, {"2021-22": "blank", "2022-23": 1}])
def test_no_line_stands_before_the_first_of_all(values: dict[str, Any]) -> None:
    found = picture(values, breaks={next(iter(values)): "Counted anew."})
    assert (found.breaks, "upright" in found.description) == ((), False)


def two_sources(earlier: dict[str, Any], now: dict[str, Any], **more: Any) -> Trend:
    rows = measure(earlier, title="Report"), measure(now, id="b", title="The Department")
    return trend.joined(table(*rows, **more))


def test_earlier_source_has_marks_and_lines_of_its_own_below_ours() -> None:
    found = two_sources(dict.fromkeys(years(2010, 2013), 5), dict.fromkeys(years(2012, 2024), 6))
    assert found.is_close
    assert [(line.mark, len(line.points)) for line in found.lines] == [("earlier", 4), ("", 13)]
    marks = [dot.mark for dot in found.dots]
    assert marks == ["earlier"] * 4 + ["ours"] * (len(marks) - 4)
    (x,) = found.breaks
    assert found.lines[0].points[1][0] < x < found.lines[1].points[0][0]


def test_first_value_is_that_of_the_earlier_source() -> None:
    found = two_sources(dict.fromkeys(years(2010, 2013), 5), dict.fromkeys(years(2012, 2024), 6))
    labels = {dot.x: (dot.mark, dot.label) for dot in found.dots if dot.label}
    assert labels[18] == ("earlier", "5")
    assert labels[262] == ("ours", "6")
    assert not [dot for dot in found.dots if dot.label and dot.mark == "earlier" and dot.x > 18]


@pytest.mark.parametrize("start", [2010, 2012])
def test_source_that_begins_no_later_has_no_break(start: int) -> None:
    found = two_sources(dict.fromkeys(years(2012, 2013), 5), dict.fromkeys(years(start, 2024), 6))
    assert (found.breaks, found.above, found.head) == ((), (), 0)


def test_years_between_the_two_are_a_place_without_a_name() -> None:
    found = two_sources({"2012-13": 1}, {"2018-19": 3, "2019-20": 4})
    assert [tick.label for tick in found.ticks] == ["2012/13", "…", "2018/19", "2019/20"]
    assert found.breaks == (112,)


def test_name_of_the_source_stands_above_in_as_many_lines_as_it_takes() -> None:
    rows = measure({"2012-13": 1}), measure({"2013-14": 2}, id="b", title="Figures of " * 12)
    found = trend.joined(table(*rows))
    assert len(found.above) == 4
    assert found.head == 47
    assert [y for _, y, _ in found.above] == [-3, -14, -25, -36]
    assert {x for x, _, _ in found.above} == {found.above[0][0]}
    assert found.above[-1][2].startswith("from here: Figures of")


def test_value_that_ours_hides_is_not_told_by_the_earlier_source() -> None:
    found = two_sources({"2012-13": 4, "2013-14": 2}, {"2013-14": "suppressed", "2014-15": 3})
    assert [dot.label for dot in found.dots if dot.mark == "earlier"] == ["4", ""]


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


def years(first: int, last: int) -> list[str]:
    return [f"{year}-{(year + 1) % 100:02}" for year in range(first, last + 1)]


def test_quarters_are_told_apart() -> None:
    quarters = {"2016-17 Q1": 120, "2016-17 Q2": 131, "2016-17 Q3": 117, "2016-17 Q4": 140}
    found = picture(quarters, basis="quarter")
    assert [(tick.label, tick.below) for tick in found.ticks] == [
        ("Apr–Jun", "2016"),
        ("Jul–Sep", "2016"),
        ("Oct–Dec", "2016"),
        ("Jan–Mar", "2017"),
    ]
    assert found.height == 136 + 11


@pytest.mark.parametrize("basis", ["year_ending", "cohort"])
def test_years_ending_in_two_months_are_told_apart(basis: str) -> None:
    ends = {"year_ending": ["2017-06", "2017-09"], "cohort": ["2016-07/2017-06", "2016-10/2017-09"]}
    found = picture(dict.fromkeys(ends[basis], 1), basis=basis)
    assert [tick.label + " " + tick.below for tick in found.ticks] == ["to Jun 2017", "to Sep 2017"]


def test_two_days_of_a_month_have_a_place_each() -> None:
    found = picture({"2025-03-01": 1, "2025-03-31": 2}, basis="as_at")
    assert [(tick.x, f"{tick.label} {tick.below}".strip()) for tick in found.ticks] == [
        (34, "1 Mar 2025"),
        (190, "31 Mar 2025"),
    ]


def test_years_that_are_missing_are_a_place_without_a_name() -> None:
    found = picture({"2012-13": 1, "2013-14": 2, "2018-19": 3, "2019-20": 4})
    assert [tick.label for tick in found.ticks] == ["2012/13", "2013/14", "…", "2018/19", "2019/20"]
    assert len(found.lines) == 2


def test_parts_of_years_are_joined_with_each_other_alone() -> None:
    """Half a year is no fall from a whole one."""
    values = {"2015-16": 9, "2016-17 to 2016-09": 4, "2016-17": 8, "2017-18 to 2017-09": 5}
    found = picture(values)
    assert [tick.label for tick in found.ticks] == ["2015/16", "Apr–Sep", "2016/17", "Apr–Sep"]
    xs = [tick.x for tick in found.ticks]
    assert ends(found) == [(xs[0], xs[2]), (xs[1], xs[3])]


def test_picture_of_many_years_is_no_wider_than_a_phone_shows() -> None:
    """Thirteen years, as the Department for Education publishes them."""
    found = picture(
        dict(zip(years(2012, 2024), [5, 7, 3, 6, 4, 4, 4, 4, 4, 4, 9, 4, 8], strict=True))
    )
    assert (found.width, found.is_close) == (280, True)
    assert ends(found) == [tuple(18 + round(244 / 12 * place, 1) for place in range(13))]
    assert [(dot.label, dot.x) for dot in found.dots] == [
        ("8", 262),
        ("5", 18),
        ("9", 221.3),
        ("3", 58.7),
    ]
    assert [tick.label for tick in found.ticks] == [
        "2024/25",
        "2021/22",
        "2018/19",
        "2015/16",
        "2012/13",
    ]


def test_months_are_named_a_year_or_more_apart() -> None:
    months = [f"{month // 12}-{month % 12 + 1:02}" for month in range(2016 * 12 + 3, 2021 * 12 + 3)]
    found = picture(dict.fromkeys(months, 7), basis="month")
    assert [tick.label for tick in found.ticks] == ["Mar 2021", "Mar 2019", "Mar 2017"]
    assert len(found.lines) == 1


def test_absence_breaks_the_line_of_a_close_picture_and_the_newest_is_said() -> None:
    values = dict.fromkeys(years(2012, 2024), 4) | {"2015-16": "suppressed", "2024-25": "blank"}
    other = measure(dict.fromkeys(years(2012, 2024), 1), id="other")
    (found, _) = trend.trends(table(measure(values), other), AREAS)
    assert [len(line.points) for line in found.lines] == [3, 8]
    assert [tick.label for tick in found.ticks if tick.gap] == ["2024/25"]


def test_lines_of_others_have_a_mark_each_in_a_place_of_its_own() -> None:
    theirs = {area: dict.fromkeys(years(2012, 2024), 9) for area in AREAS}
    found = picture(dict.fromkeys(years(2012, 2024), 4), theirs)
    marks = [dot for dot in found.dots if dot.mark != "ours"]
    assert [dot.mark for dot in marks] == ["national", "similar", "other"]
    assert [line.mark for line in found.lines] == ["other", "similar", "national", ""]
    assert len({dot.x for dot in marks}) == 3
    assert max(dot.x for dot in marks) < 262
    assert found.floor == 104 + 30


def test_others_without_a_line_stand_aside_of_our_newest_value() -> None:
    theirs = {area: {"2024-25": 5} for area in AREAS}
    found = picture(dict.fromkeys(years(2012, 2024), 4), theirs)
    xs = {dot.mark: dot.x for dot in found.dots}
    assert xs == {"ours": 18, "national": 236, "similar": 249, "other": 262}


def test_others_never_cover_each_other() -> None:
    many = areas(**dict.fromkeys("abcdefg", "other"))
    row = measure({"2024-25": 4}, comparators={id: {"2024-25": 5} for id in many})
    (found,) = trend.trends(table(row, measure({"2023-24": 1}, id="b")), many)[:1]
    xs = sorted(dot.x for dot in found.dots)
    assert min(after - before for before, after in pairwise(xs)) >= 13


def test_wide_values_have_room() -> None:
    found = picture({"2022-23": 1234567, "2023-24": 2234567, "2024-25": 3234567})
    assert (found.width, found.is_close) == (240, False)
    huge = picture({f"{2010 + place}": 10**12 + place for place in range(5)})
    assert (huge.width, huge.is_close) == (280, True)


def test_range_of_one_value_can_be_seen() -> None:
    found = picture({"2023-24": {"low": 2, "high": 2}, "2024-25": 4})
    assert found.bands == ((34, 64, 66),)


def test_limits_are_a_line_through_the_value() -> None:
    limited = {
        "2023-24": {"value": 4, "limits": (3, 6)},
        "2024-25": {"value": 8, "limits": (7, 10)},
    }
    found = picture(limited)
    assert found.limits == ((34, 57.2, 80.6), (190, 26, 49.4))


def test_limits_of_others_are_not_in_a_close_picture() -> None:
    limited = {year: {"value": 4, "limits": (3, 6)} for year in years(2012, 2024)}
    assert len(picture(limited, {"england": limited}).limits) == 13


def targeted(values: dict[str, Any], aims: dict[str, Any]) -> Trend:
    row = measure(values, target={"values": aims, "lines": 1})
    return trend.trends(table(row), AREAS)[0]


def test_target_is_a_line_as_long_as_it_is_the_same() -> None:
    found = targeted({"2022-23": 4, "2023-24": 6, "2024-25": 8}, {"2023-24": 10})
    assert found.goals == ((73, 229, 26, 26),)
    assert [dot.y for dot in ours(found)] == [72.8, 57.2, 41.6]
    assert found.description.endswith(" Target from 2023/24: 10.")


def test_targets_that_differ_are_lines_apart_and_a_range_is_a_band() -> None:
    found = targeted({"2023-24": 4, "2024-25": 8}, {"2023-24": 2, "2024-25": {"low": 4, "high": 6}})
    assert found.goals == ((0, 112, 84.5, 84.5), (112, 240, 45.5, 65))


def test_row_without_a_target_has_no_line_for_one() -> None:
    assert picture({"2023-24": 4, "2024-25": 8}).goals == ()
    assert targeted({"2022-23": 4, "2023-24": 8}, {"2029-30": 2}).goals == ()


@pytest.mark.parametrize(
    ("theirs", "heights"),
    [
        ({"england": 24}, [98]),
        ({"england": 1}, [92.8]),
        ({"like": 1}, [98]),  # it stands far enough aside
    ],
)
def test_words_for_no_value_stand_above_marks_that_would_cover_them(
    theirs: dict[str, int], heights: list[float]
) -> None:
    beside = {area: {"2024-25": value} for area, value in theirs.items()}
    found = picture({"2023-24": 24, "2024-25": "suppressed"}, beside)
    assert [tick.gap_at for tick in found.ticks if tick.gap] == heights
