"""New entries stand where a person would write them, and all else stays as it was."""

from collections.abc import Iterable

import pytest

from safeguarding.editing.entries import WIDEST, Change, changed


def after(text: str, entries: dict[str, str], *steps: str | int) -> str:
    """The text in which the mapping at these steps has other entries, in the order of its keys."""
    inside: dict[str, object] = dict(entries)
    for step in reversed(steps[1:]):
        inside = {str(step): inside}
    change = Change(steps[:1], inside, sorted)  # type: ignore[arg-type]
    return changed(text, "data/a.yml", [change])


BLOCK = """\
# Above all.
row:
  id: a
  values:
    # The first year.
    2019: 1  # of two
    2020: 2

    # The last remark.
  more: x
"""


def test_new_entry_below_the_one_before_it() -> None:
    assert after(BLOCK, {"2021": "3"}, "row", "values") == BLOCK.replace(
        "    2020: 2\n", "    2020: 2\n    2021: 3\n"
    )


def test_new_entry_between_two() -> None:
    assert after(BLOCK, {"2019-06": "3"}, "row", "values") == BLOCK.replace(
        "# of two\n", "# of two\n    2019-06: 3\n"
    )


def test_new_entry_above_the_first() -> None:
    assert after(BLOCK, {"2018": "3"}, "row", "values") == BLOCK.replace(
        "    2019: 1", "    2018: 3\n    2019: 1"
    )


def test_entry_in_the_place_of_its_key_keeps_its_remark() -> None:
    assert after(BLOCK, {"2019": "{value: 5}"}, "row", "values") == BLOCK.replace(
        "2019: 1  # of two", "2019: {value: 5}  # of two"
    )


def test_several_at_once_stand_in_order() -> None:
    assert after(BLOCK, {"2023": "6", "2021": "4", "2022": "5"}, "row", "values") == BLOCK.replace(
        "    2020: 2\n", "    2020: 2\n    2021: 4\n    2022: 5\n    2023: 6\n"
    )


def test_key_that_is_not_there_comes_last_with_all_that_leads_to_it() -> None:
    text = "row:\n  id: a\n"
    assert after(text, {"2021": "4", "2020": "5"}, "row", "others", "us") == (
        "row:\n  id: a\n  others:\n    us: {2020: 5, 2021: 4}\n"
    )


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("row: {values: {2019: 1}}\n", "row: {values: {2019: 1, 2020: 2}}\n"),
        ("row: {values: {}}\n", "row: {values: {2020: 2}}\n"),
        ("row: {values: {2021: 1}}\n", "row: {values: {2020: 2, 2021: 1}}\n"),
        (
            "row:\n  values: {\n    2018: 1,\n    2019: 1\n  }\n",
            "row:\n  values: {\n    2018: 1,\n    2019: 1, 2020: 2\n  }\n",
        ),
    ],
)
def test_between_brackets(before: str, expected: str) -> None:
    assert after(before, {"2020": "2"}, "row", "values") == expected


SERIES = {str(year): f"{year}.25" for year in range(1990, 2012)}


def widths(text: str) -> Iterable[int]:
    return map(len, text.splitlines())


def test_series_that_is_too_long_for_a_line_gets_several() -> None:
    text = after("row:\n  id: a\n  values: {1980: 1}  \n", SERIES, "row", "values")
    assert text.startswith("row:\n  id: a\n  values: {\n    1980: 1, 1990: 1990.25, ")
    assert text.endswith(",\n    2011: 2011.25\n  }  \n")
    assert max(widths(text)) <= WIDEST


def test_entries_with_brackets_of_their_own_get_a_line_each() -> None:
    series = {year: f"{{value: {value}, count: 12}}" for year, value in SERIES.items()}
    text = after("row:\n  id: a\n  values: {1980: 1}\n", series, "row", "values")
    assert text.startswith(
        "row:\n  id: a\n  values:\n    1980: 1\n    1990: {value: 1990.25, count: 12}\n"
    )
    assert len(text.splitlines()) == 3 + 1 + len(SERIES)


def test_item_of_a_list_that_is_too_long_for_its_line_gets_several() -> None:
    text = "rows:\n  # One.\n  - {id: a, title: A row, values: {1980: 1}}\n  - {id: b}\n"
    change = Change(["rows", 0], {"values": dict(SERIES)}, sorted)
    written = changed(text, "data/a.yml", [change])
    assert written.startswith(
        "rows:\n  # One.\n  - id: a\n    title: A row\n    values: {\n      1980: 1, 1990: 1990.25"
    )
    assert written.endswith("2011: 2011.25\n    }\n  - {id: b}\n")
    assert max(widths(written)) <= WIDEST


def test_line_with_a_remark_behind_it_stays_one() -> None:
    text = after("row:\n  values: {1980: 1}  # All of it.\n", SERIES, "row", "values")
    assert len(text.splitlines()) == 2
    assert text.endswith("}  # All of it.\n")
