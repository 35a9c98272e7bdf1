"""Bars: one for each value, in proportion, below a label that is cut short nowhere."""

from typing import Any

import pytest

from safeguarding.performance.views import bars
from safeguarding.shared.bars import Bar, Bars, stacked
from tests.small import areas, measure, table

AREAS = areas(england="national", like="similar")


def test_bars_have_all_of_it() -> None:
    row = measure({"2024-25": 4}, comparators={"england": {"2023-24": 8}})
    found = bars.bars(table(row), AREAS)
    assert found == Bars(
        id="a-bars",
        title="A",
        description="per 10,000: A 4; England, 2023/24 8.",
        bars=(
            Bar(("A",), "4", 125, 14, "ours"),
            Bar(("England, 2023/24",), "8", 250, 50, "national"),
        ),
        height=72,
    )


def test_table_with_a_title_gives_it() -> None:
    found = bars.bars(table(measure({"2024-25": 4}), title="Of ten"), AREAS)
    assert found
    assert found.title == "Of ten"


@pytest.mark.parametrize(
    ("values", "top", "lengths"),
    [
        ([5, 10], 10, [125, 250]),
        ([5, 5, 5], 5, [250, 250, 250]),
        ([7], 7, [250]),
        ([0], 1, [0]),
        ([1, 2], 3, [83.3, 166.7]),
        ([5], 100, [12.5]),
    ],
)
def test_length_is_in_proportion_to_the_longest_that_could_be(
    values: list[int], top: int, lengths: list[float]
) -> None:
    found = stacked("id", "T", "u", [("l", "ours", value) for value in values], top)
    assert [bar.length for bar in found.bars] == lengths


@pytest.mark.parametrize(
    ("values", "spans"),
    [
        ([-5, 20], [(1, 50), (51, 200)]),
        ([-10, -5, 0], [(1, 250), (126, 125), (251, 0)]),
        ([5, 10], [(1, 125), (1, 250)]),
        ([-1, 2], [(1, 83.3), (84.3, 166.7)]),
    ],
)
def test_bar_below_nought_ends_where_the_others_begin(
    values: list[int], spans: list[tuple[float, float]]
) -> None:
    rows = (measure({"2024-25": value}, id=f"r{place}") for place, value in enumerate(values))
    found = bars.bars(table(*rows), AREAS)
    assert found
    assert [(bar.x, bar.length) for bar in found.bars] == spans


def test_bar_stands_below_all_lines_of_its_label() -> None:
    long = "A label of so many words that it needs more than a single line"
    found = stacked("id", "T", "u", [("short", "ours", 1), (long, "ours", 1200)], 1200)
    first, second = found.bars
    assert (first.y, second.y, found.height) == (14, 14 + 22 + 28, 86)
    assert second.label == ("A label of so many words that it needs more than", "a single line")
    assert (second.value, found.description) == ("1,200", f"u: short 1; {long} 1,200.")


@pytest.mark.parametrize(
    ("values", "comparators", "labels"),
    [
        ({"2024-25": 4}, {}, ["A"]),
        ({}, {"england": {"2024-25": 8}}, ["A"]),
        ({}, {"england": {"2023-24": 8, "2024-25": 9}}, ["England, 2023/24", "England, 2024/25"]),
        ({"2024-25": 4}, {"like": {"undated": 8}}, ["A", "Like"]),
        ({"2024-25": 4}, {"like": {"2024-25": "blank"}}, ["A"]),
    ],
)
def test_label_is_the_row_or_the_area(
    values: dict[str, Any], comparators: dict[str, Any], labels: list[str]
) -> None:
    found = bars.bars(table(measure(values, comparators=comparators)), AREAS)
    assert found
    assert [" ".join(bar.label) for bar in found.bars] == labels


def test_no_value_makes_no_picture() -> None:
    assert bars.bars(table(measure({"2024-25": "not available"})), AREAS) is None


def test_bars_begin_at_a_line_of_nought_where_some_lie_left_of_it() -> None:
    values = [("a", "ours", -5), ("b", "ours", 20)]
    assert stacked("id", "T", "u", values, 20, -5).nought == 51
    assert stacked("id", "T", "u", values[1:], 20).nought is None


def test_longest_bar_leaves_room_for_the_widest_value() -> None:
    found = stacked("id", "T", "u", [("a", "ours", 1), ("b", "ours", 1234567890)], 1234567890)
    assert found.bars[1].length < 215
    assert found.bars[1].beside == found.bars[1].length + 7


def test_value_stands_clear_of_its_upper_limit() -> None:
    values = [("a", "ours", 5), ("b", "ours", 10)]
    limited, plain = stacked("id", "T", "u", values, 10, limits={0: (4, 8)}).bars
    assert (limited.limits, limited.beside) == ((101, 201), 207)
    assert (plain.limits, plain.beside) == (None, 257)


def test_letters_that_are_wide_fill_fewer_places_of_a_line() -> None:
    (bar,) = stacked("id", "T", "u", [("W" * 60, "ours", 1)], 1).bars
    assert "".join(bar.label) == "W" * 60
    assert max(map(len, bar.label)) < 30


@pytest.mark.parametrize(
    ("aim", "label", "goal"),
    [
        (10, "A (target 10)", (251, 251)),
        ({"low": 5, "high": 10}, "A (target 5 to 10)", (126, 251)),
    ],
)
def test_target_is_drawn_across_our_bar_and_said_above_it(
    aim: Any, label: str, goal: tuple[float, float]
) -> None:
    target = {"values": {"2024-25": aim}, "lines": 1}
    row = measure({"2024-25": 4}, comparators={"england": {"2024-25": 8}}, target=target)
    found = bars.bars(table(row), AREAS)
    assert found
    ours, theirs = found.bars
    assert (ours.label, ours.goal, ours.beside) == ((label,), goal, 257)
    assert (theirs.label, theirs.goal) == (("England, 2024/25",), None)
    assert label in found.description
