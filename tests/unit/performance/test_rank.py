"""Where we rank among single areas: a place that counts from the highest, and no verdict."""

from typing import Any

import pytest

from safeguarding.performance.models import Measure
from safeguarding.performance.views import rank
from tests.small import measure, small_site, table

SITE = small_site()
WHEN = "2020-21"
ALONE = measure({WHEN: 5})
BESIDE = "Beside the three areas most like it"


def row(ours: Any, *theirs: Any, **more: Any) -> Measure:
    """A row with our value and those of the neighbours of the invented board, in order."""
    values = dict(zip(SITE.neighbours, theirs, strict=False))
    return measure({WHEN: ours}, neighbours={"period": WHEN, "values": values}, **more)


def ranked(one: Measure) -> str:
    return rank.ranked(SITE, table(one), one)


@pytest.mark.parametrize(
    ("ours", "theirs", "said"),
    [
        (5, (7, 6, 1), "third of four, counted from the highest"),
        (6, (7, 6, 1), "second of four, together with Lower Vale, counted from the highest"),
        (7, (7, 7, 1), "first of four, together with Upper Vale and Lower Vale, counted"),
        (1, (7, 1, 1), "second of four, together with Lower Vale and Green Hill, counted"),
        (8, (7, 6, 1), "the highest of four ("),
        (0, (7, 6, 1), "the lowest of four ("),
        (7, (7, 7, 7), "the same as all others ("),
        (7, (7, "suppressed", 7), "the same as all others with a figure ("),
        (5, (7, "suppressed", 1), "second of three with a figure, counted from the highest"),
        (5, ("c", "suppressed", {"below": 5}), "the only one with a figure ("),
        ("c", (7, 6, 1), "without a figure (not shown (c)) ("),
        ({"low": 1, "high": 5}, (7, 6, 1), "without a figure (1 to 5) ("),
    ],
)
def test_rank(ours: Any, theirs: tuple[Any, ...], said: str) -> None:
    told = ranked(row(ours, *theirs))
    assert told.startswith(f"{BESIDE}, {SITE.board.area} is {said}")
    assert told.endswith("(2020/21).")


def test_rank_beside_one_area() -> None:
    told = ranked(row(5, 7))
    assert told == "Beside the area most like it, Example Vale is the lowest of two (2020/21)."


def test_row_without_neighbours_has_no_rank() -> None:
    assert ranked(ALONE) == ""
    assert rank.compared(SITE, table(ALONE), ALONE) == []


def test_several_rows_share_one_beginning() -> None:
    rows = row(5, 7, 6, 1, title="Boys"), measure({WHEN: 4}), row("c", 7, 6, 1, title="Girls")
    begin, ends = rank.several_ranked(SITE, table(*rows))
    assert begin == f"{BESIDE}, counted from the highest (2020/21), Example Vale is:"
    assert ends == ["Boys: third of four", "Girls: without a figure (not shown (c))"]


def test_rows_of_several_periods_name_them() -> None:
    older = measure(
        {"2019-20": 5}, neighbours={"period": "2019-20", "values": {"upper-vale": 6}}, title="Girls"
    )
    begin, ends = rank.several_ranked(SITE, table(row(5, 7, title="Boys"), older))
    assert begin == "Beside the area most like it, counted from the highest, Example Vale is:"
    assert ends == ["Boys: the lowest of two (2020/21)", "Girls: the lowest of two (2019/20)"]


def test_areas_in_order_with_their_marks() -> None:
    beside = {"like-us": {WHEN: 3}, "country": {WHEN: 4, "2019-20": 9}, "region": {"2019-20": 9}}
    every = row(5, 7, comparators=beside)
    areas = rank.compared(SITE, table(every), every)
    assert [(area.id, area.name, area.mark) for area in areas] == [
        ("ours", "Example Vale", "ours"),
        ("upper-vale", "Upper Vale", "neighbour"),
        ("country", "Exampland", "national"),
        ("like-us", "Places like us (average)", "similar"),
    ]
