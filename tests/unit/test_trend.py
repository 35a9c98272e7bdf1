"""The pictures: every value where it belongs, gaps left open, nothing joined that does not
compare."""

from safeguarding.performance.models import Area, Table
from safeguarding.performance.views import bars, trend
from safeguarding.performance.views.picture import periods
from safeguarding.shared import bars as shared_bars

AREAS = {
    id: Area(id=id, title=id, meaning=id, mark=mark)
    for id, mark in (("england", "national"), ("like-us", "similar"), ("range", "other"))
}


def table(values, comparators=None, basis="financial", **more):
    return Table.model_validate(
        {
            "kind": "rate",
            "unit": "per 10,000",
            "basis": basis,
            **more,
            "measures": (
                {
                    "id": "a",
                    "title": "A",
                    "lines": 1,
                    "values": values,
                    "comparators": comparators or {},
                },
            ),
        }
    )


def picture(*words, **more):
    return trend.trends(table(*words, **more), AREAS)[0]


def ours(picture):
    return [dot for dot in picture.dots if dot.mark == "ours"]


def test_higher_values_stand_higher_and_nought_stands_on_the_floor():
    low, high = ours(picture({"2023-24": 0, "2024-25": 8}))
    assert (low.y, high.y) == (trend.FLOOR, trend.TOP)


def test_values_are_in_proportion_to_nought():
    half, full = ours(picture({"2023-24": 4, "2024-25": 8}))
    assert half.y - trend.TOP == (trend.FLOOR - trend.TOP) / 2


def test_places_stay_apart_when_years_are_added():
    few, many = (
        picture({f"{year}-{year % 100 + 1}": 1 for year in range(2012, 2012 + years)})
        for years in (4, 9)
    )
    assert (few.width, many.width) == (240, 500)
    assert {
        round(after.x - before.x)
        for one in (few, many)
        for before, after in zip(one.ticks, one.ticks[1:])
    } == {trend.STEP}


def test_a_missing_year_is_a_gap():
    found = picture({"2022-23": 1, "2023-24": "not available", "2024-25": 2})
    assert found.lines == ()
    assert [tick.gap for tick in found.ticks] == [False, True, False]


def test_neighbours_are_joined():
    assert len(picture({"2022-23": 1, "2023-24": 3, "2024-25": 2}).lines) == 2


def test_values_that_do_not_compare_are_not_joined():
    assert picture({"2023-24": 1, "2024-25": 3}, breaks={"2024-25": "Counted anew."}).lines == ()


def test_comparator_stands_beside_our_value_of_the_same_time():
    found = picture({"2023-24": 1, "2024-25": 3}, {"england": {"2023-24": 2}})
    england = next(dot for dot in found.dots if dot.mark == "national")
    assert england.x == ours(found)[0].x + trend.ASIDE["national"]


def test_comparator_of_a_year_that_ends_on_our_day_shares_its_place():
    found = picture({"2023-03-31": 1, "2024-03-31": 3}, {"england": {"2022-23": 2}}, basis="as_at")
    assert len(found.ticks) == 2


def test_comparator_of_another_time_has_a_place_of_its_own():
    found = picture({"2023-24": 1, "2024-25": 3}, {"england": {"2024": 2}})
    assert [tick.label for tick in found.ticks] == ["2023/24", "2024", "2024/25"]
    england = next(dot for dot in found.dots if dot.mark == "national")
    assert england.x == found.ticks[1].x


def test_range_is_a_band():
    assert (
        len(
            picture(
                {"2023-24": 1, "2024-25": 3}, {"range": {"undated": {"low": 1, "high": 2}}}
            ).bands
        )
        == 1
    )


def test_description_says_every_value_and_gap():
    found = picture(
        {"2022-23": 6, "2023-24": "not available", "2024-25": 2}, {"england": {"2023-24": 5}}
    )
    assert (
        found.description
        == "Our values, per 10,000: 2022/23: 6; 2023/24: not available; 2024/25: 2. england, per"
        " 10,000: 2023/24: 5."
    )


def test_one_period_makes_bars_in_proportion():
    found = bars.bars(table({"2024-25": 4}, {"england": {"2023-24": 8}}), AREAS)
    assert [bar.length for bar in found.bars] == [shared_bars.LENGTH / 2, shared_bars.LENGTH]
    assert [bar.label for bar in found.bars] == [("A",), ("england, 2023/24",)]


def test_no_value_makes_no_picture():
    assert bars.bars(table({"2024-25": "not available"}), AREAS) is None


def test_year_left_blank_by_all_is_no_period():
    assert periods(table({"2023-24": "blank", "2024-25": 1})) == ["2024-25"]
