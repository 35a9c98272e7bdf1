"""Dots on lines: where they stand, that none covers another, and which names have room."""

from decimal import Decimal
from itertools import combinations
from math import hypot

import pytest

from safeguarding.performance.views.strips import (
    EDGE,
    FAR,
    RADIUS,
    WIDTH,
    Figure,
    Scale,
    Strip,
    Strips,
    strips,
)


def figure(value: str, name: str = "Ours", mark: str = "neighbour") -> Figure:
    return Figure(mark, name, Decimal(value), value)


OURS = figure("28.3", mark="ours")
ENGLAND = figure("24.5", "England", "national")
VALE, HILL, WOOD = figure("23", "Vale"), figure("25.8", "Hill"), figure("31.2", "Wood")


def drawn(*figures: Figure) -> Strips:
    found = strips("a", "A", [("Row", figures)])
    assert found
    return found


def row(*figures: Figure) -> Strip:
    return drawn(*figures).rows[0]


@pytest.mark.parametrize(
    ("values", "numbers"),
    [
        (("23", "31.2"), ["22", "24", "26", "28", "30", "32"]),
        (("7.6", "15.5"), ["6", "8", "10", "12", "14", "16"]),
        (("15", "59"), ["0", "20", "40", "60"]),
        (("0", "21.9"), ["0", "5", "10", "15", "20", "25"]),
        (("85", "100"), ["85", "90", "95", "100"]),
        (("-1.72", "-0.82"), ["-1.8", "-1.6", "-1.4", "-1.2", "-1.0", "-0.8"]),
        (("-1", "2"), ["-1", "0", "1", "2"]),
        (("120", "410"), ["0", "100", "200", "300", "400", "500"]),
        (("5", "5"), ["5.0", "5.2", "5.4", "5.6", "5.8", "6.0"]),
        (("0", "0"), ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    ],
)
def test_scale_is_of_round_numbers_around_all_values(
    values: tuple[str, str], numbers: list[str]
) -> None:
    scale = Scale([Decimal(value) for value in values])
    assert [f"{number}" for number in scale.numbers] == numbers
    assert scale.x(scale.numbers[0]) == EDGE
    assert scale.x(scale.numbers[-1]) == WIDTH - EDGE


def test_each_area_has_a_dot_at_its_value() -> None:
    strip = row(HILL, OURS, WOOD, ENGLAND, VALE)
    scale = Scale([Decimal("23"), Decimal("31.2")])
    assert strip.ours
    assert (strip.ours.x, strip.ours.y) == (scale.x(OURS.value), 0)
    assert [dot.x for dot in strip.neighbours] == [scale.x(one.value) for one in (VALE, HILL, WOOD)]
    assert [(dot.x, dot.mark) for dot in strip.others] == [(scale.x(ENGLAND.value), "national")]
    assert strip.others[0].y > RADIUS["ours"]


def test_no_dot_covers_another() -> None:
    same = [figure("20", name) for name in "ABCDEFGHIJ"]
    others = [figure("20", name, mark) for name, mark in (("E", "national"), ("S", "other"))]
    strip = row(figure("20", mark="ours"), *same, *others, figure("40", "K"))
    assert strip.ours
    dots = [strip.ours, *strip.neighbours, *strip.others]
    assert len(dots) == 14
    for one, other in combinations(dots, 2):
        apart = RADIUS.get(one.mark, 6.5) + RADIUS.get(other.mark, 6.5)
        assert hypot(one.x - other.x, one.y - other.y) > apart
    assert min(dot.y for dot in strip.others) > max(dot.y for dot in strip.neighbours)


def test_our_value_stands_above_our_dot() -> None:
    strip = row(OURS, VALE, WOOD)
    assert strip.ours
    assert strip.label
    assert (strip.label.text, strip.label.x) == ("28.3", strip.ours.x)
    assert strip.label.y < -RADIUS["ours"]


def test_highest_and_lowest_neighbour_are_named() -> None:
    assert [name.text for name in row(OURS, VALE, HILL, WOOD).names] == ["Wood 31.2", "Vale 23"]


def test_neighbours_that_share_a_place_are_named_together() -> None:
    names = row(OURS, VALE, figure("31.2", "Moor"), WOOD).names
    assert [name.text for name in names] == ["Moor and Wood 31.2", "Vale 23"]


def test_name_without_room_is_left_out() -> None:
    long = "A very long name of a place that is as long as the whole picture is wide"
    assert [name.text for name in row(OURS, VALE, figure("31", long)).names] == ["Vale 23"]


def test_neighbours_with_one_value_are_not_named() -> None:
    assert row(OURS, VALE, figure("23", "Hill")).names == ()


def test_texts_are_near_their_dots_and_do_not_cover_each_other() -> None:
    crowd = [figure(f"28.{digit}", f"Place {digit}") for digit in range(10)]
    strip = row(OURS, *crowd, figure("60", "Far"))
    texts = [*filter(None, [strip.label]), *strip.names]
    assert len(texts) >= 2
    for one, other in combinations(texts, 2):
        assert not one.covers(other)
    assert all(abs(name.y) <= FAR for name in strip.names)
    assert all(text.x - text.half >= 0 and text.x + text.half <= WIDTH for text in texts)


def test_all_rows_share_one_scale_and_none_covers_the_next() -> None:
    both = strips(
        "a", "A", [("One", [OURS, VALE, WOOD]), ("Two", [figure("26", mark="ours"), HILL])]
    )
    assert both
    one, two = both.rows
    scale = Scale([Decimal("23"), Decimal("31.2")])
    assert two.ours
    assert two.ours.x == scale.x(Decimal(26))
    assert [line for _, line in (*one.title, *two.title)] == ["One", "Two"]
    assert one.y + 6 < two.y + two.title[0][0] - 11
    assert both.floor < min(label.y for label in both.numbers) < both.height


def test_title_of_several_lines_stands_above_its_row() -> None:
    long = "Sessions missed by children who are on a child protection plan and by others"
    strip = (strips("a", "A", [(long, [OURS, VALE]), ("Two", [HILL])]) or drawn()).rows[0]
    assert len(strip.title) == 2
    heights = [y for y, _ in strip.title]
    assert heights[0] > heights[1] > -strip.y
    assert strip.title[1][1].startswith("Sessions")


def test_single_row_needs_no_title() -> None:
    assert row(OURS, VALE).title == ()


def test_row_without_a_figure_is_left_out() -> None:
    both = strips("a", "A", [("One", []), ("Two", [OURS, VALE])])
    assert both
    assert len(both.rows) == 1
    assert strips("a", "A", [("One", [])]) is None


def test_row_without_our_figure() -> None:
    strip = row(VALE, WOOD)
    assert (strip.ours, strip.label, len(strip.neighbours)) == (None, None, 2)


def test_described_in_words() -> None:
    both = strips("a", "A", [("One", [OURS, VALE, WOOD, ENGLAND]), ("Two", [HILL])])
    assert both
    assert both.description == (
        "One: Ours 28.3; England 24.5; highest neighbour Wood 31.2; lowest neighbour Vale 23."
        " Two: neighbour Hill 25.8."
    )
