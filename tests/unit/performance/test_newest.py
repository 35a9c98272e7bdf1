"""A table of many periods begins with the newest, on a narrow screen too."""

from typing import Any

import pytest

from safeguarding.performance.models import Table as Figures
from safeguarding.performance.views import newest, tables
from safeguarding.shared.table import Cell, Table
from tests.small import measure, small_site, table

SITE = small_site()
AREA = SITE.board.area
YEARS = [f"{year}-{(year + 1) % 100:02}" for year in range(2012, 2025)]
MONTHS = [f"{month // 12}-{month % 12 + 1:02}" for month in range(2010 * 12, 2015 * 12)]


def shown(figures: Figures) -> Table:
    made = tables.table(SITE, SITE.indicators["calls"], figures)
    return newest.newest_first(figures, made, AREA)


def rows(*measures: dict[str, Any]) -> Figures:
    return table(
        *(measure(id=f"m{place}", title=f"M{place}", **one) for place, one in enumerate(measures))
    )


def texts(cells: tuple[Cell, ...]) -> list[str]:
    return [cell.text for cell in cells]


def test_few_periods_stay_side_by_side() -> None:
    found = shown(rows({"values": dict.fromkeys(YEARS[-6:], 1)}))
    assert found.columns[0].label == "2019/20"
    assert [row.label for row in found.rows] == ["M0"]


def test_thirteen_years_are_rows_with_ours_and_others_side_by_side() -> None:
    ours = {year: place for place, year in enumerate(YEARS)}
    theirs = {"country": {"2024-25": 40, "2020-21": 30, "undated": 20}}
    found = shown(rows({"values": ours, "comparators": theirs}))
    assert (found.corner, [column.label for column in found.columns]) == (
        "When",
        [AREA, "Exampland"],
    )
    assert [row.label for row in found.rows][:2] == ["2024/25", "2023/24"]
    assert [row.label for row in found.rows][-2:] == ["2012/13", "no date given"]
    assert texts(found.rows[0].cells) == ["12", "40"]
    assert texts(found.rows[1].cells) == ["11", "none given"]
    assert texts(found.rows[-1].cells) == ["none given", "20"]
    assert (found.tall, found.notes, found.rows[0].lines) == (False, (), ((1, 1),))


def test_rows_of_ours_alone_become_columns() -> None:
    found = shown(rows(*[{"values": dict.fromkeys(YEARS, place)} for place in range(3)]))
    assert [column.label for column in found.columns] == ["M0", "M1", "M2"]
    assert texts(found.rows[0].cells) == ["0", "1", "2"]


def test_column_of_another_area_says_of_which_row_it_is() -> None:
    values = dict.fromkeys(YEARS, 1)
    found = shown(
        rows({"values": values, "comparators": {"country": {"2024-25": 4}}}, {"values": values})
    )
    assert [column.label for column in found.columns] == ["M0", "M0, Exampland", "M1"]


def test_too_many_series_keep_their_rows_with_the_newest_columns_first() -> None:
    theirs = {"country": {"2024-25": 9}}
    found = shown(rows(*[{"values": dict.fromkeys(YEARS, 1), "comparators": theirs}] * 5))
    assert [column.label for column in found.columns][:3] == [
        "2024/25",
        "Exampland, 2024/25",
        "2023/24",
    ]
    assert texts(found.rows[4].cells)[:3] == ["1", "9", "1"]


@pytest.mark.parametrize(("months", "tall"), [(24, False), (25, True), (60, True)])
def test_very_many_periods_scroll_in_a_box(months: int, tall: bool) -> None:
    found = shown(table(measure(dict.fromkeys(MONTHS[:months], 1)), basis="month"))
    assert found.tall is tall
    assert len(found.rows) == months
    assert any(f"The newest of {months} periods" in note for note in found.notes) is tall
