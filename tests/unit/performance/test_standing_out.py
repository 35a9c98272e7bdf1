"""What stands out of an indicator with several rows."""

from typing import Any

import pytest

from safeguarding.performance.models import Measure, Table
from safeguarding.performance.views.standing_out import standing_out
from tests.small import better, indicator, measure, table


def rows(*series: dict[str, Any]) -> list[Measure]:
    """A row of each series, named A, B and so on."""
    return [
        measure(values, id=id.lower(), title=id)
        for id, values in zip("ABCDE", series, strict=False)
    ]


def said(*tables: Table) -> list[str]:
    return list(standing_out(indicator(*tables)))


def change(before: int, after: int) -> dict[str, Any]:
    return {"2023-24": before, "2024-25": after}


def test_highest_row_and_the_row_that_moved_most_are_said() -> None:
    figures = table(*rows(change(1, 2), change(7, 9), change(8, 3)))
    assert said(figures) == [
        "Highest of 3 in 2024/25: B, 9.",
        "Moved most: C, down 5 from 8 in 2023/24.",
    ]


def test_verdict_is_said_where_the_source_judges() -> None:
    figures = table(*rows(change(1, 2), change(7, 9), change(8, 3)), better=better("lower"))
    assert said(figures)[1] == "Moved most: C, down 5 from 8 in 2023/24, which is better."


@pytest.mark.parametrize("how_many", [1, 2])
def test_few_rows_need_no_words(how_many: int) -> None:
    assert said(table(*rows(change(1, 2), change(7, 9))[:how_many])) == []


def test_row_of_all_together_does_not_stand_out() -> None:
    three = rows(change(1, 2), change(7, 9), change(8, 11))
    assert said(table(*three, adds_up_to="c")) == []
    four = [*three, *rows({}, {}, {}, change(1, 3))[3:]]
    assert said(table(*four, adds_up_to="c"))[0] == "Highest of 3 in 2024/25: B, 9."


def test_only_rows_with_a_value_of_the_newest_period_are_compared() -> None:
    figures = table(*rows(change(1, 2), change(7, 3), {"2023-24": 99}))
    assert said(figures)[0] == "Highest of 2 in 2024/25: B, 3."


def test_one_row_alone_with_the_newest_period_is_not_the_highest() -> None:
    assert said(table(*rows(change(1, 2), {"2023-24": 99}, {"2023-24": 98}))) == []


@pytest.mark.parametrize(
    "series",
    [
        [{"2024-25": 1}, {"2024-25": 2}, {"2024-25": 3}],
        [change(1, 1), change(2, 2), change(3, 3)],
    ],
)
def test_where_nothing_moved_nothing_moved_most(series: list[dict[str, Any]]) -> None:
    assert said(table(*rows(*series))) == ["Highest of 3 in 2024/25: C, 3."]


def test_changes_have_no_earlier_value_to_have_moved_from() -> None:
    figures = table(
        *rows(change(1, 2), change(7, 9), change(8, 3)),
        kind="change",
        unit="% since the year before",
    )
    assert len(said(figures)) == 1


def test_percentage_has_its_sign_and_a_day_is_said_as_one() -> None:
    days = [{"2025-03-31": value} for value in (1, 2, 3)]
    figures = table(*rows(*days), kind="percent", unit="% of plans", basis="as_at")
    assert said(figures) == ["Highest of 3 on 31 March 2025: C, 3%."]


def test_values_without_a_date_say_none() -> None:
    figures = table(*rows(*({"undated": value} for value in (1, 2, 3))))
    assert said(figures) == ["Highest of 3: C, 3."]


def test_each_table_says_its_own() -> None:
    one, other = rows(*[change(1, 2)] * 3), rows(*[change(1, 2)] * 3)
    found = said(table(*one, title="Girls"), table(*other, title="Boys"))
    assert [sentence.split(": ")[1] for sentence in found[::2]] == ["Girls", "Boys"]
