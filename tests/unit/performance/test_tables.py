"""The table of an indicator: our values, and those of others beside them."""

from decimal import Decimal
from typing import Any

import pytest

from safeguarding.performance.views import cells, tables
from safeguarding.shared.table import Cell, Column, Row
from tests.small import indicator, measure, table
from tests.unit.performance.small import IN_TIME, KNOWN

NONE_GIVEN = Cell("none given", absent=True)


def test_table_has_our_periods_then_areas_in_the_order_of_the_framework() -> None:
    theirs = {"country": {"2023-24": 2, "undated": 3}, "like": {"2022-23": 4}}
    rows = measure({"2024-25": 8, "2023-24": 4}, comparators=theirs), measure({}, id="b")
    found = tables.table(KNOWN, IN_TIME, table(*rows))
    assert found.columns == (
        Column("2023/24", "per 10,000", period="2023-24"),
        Column("2024/25", "per 10,000", period="2024-25"),
        Column("Places like us, 2022/23", "per 10,000", who="Places like us", period="2022-23"),
        Column("Exampland, 2023/24", "per 10,000", who="Exampland", period="2023-24"),
        Column("Exampland", "per 10,000", who="Exampland", period="undated"),
    )
    values = tuple(Cell(str(value), value=Decimal(value)) for value in (4, 8, 4, 2, 3))
    assert found.rows == (
        Row("A", values, id="a", lines=((1, 1),)),
        Row("A", (NONE_GIVEN,) * 5, id="b", lines=((1, 1),)),
    )


def test_table_says_what_it_is() -> None:
    found = tables.table(KNOWN, IN_TIME, IN_TIME.tables[0])
    assert (found.caption, found.corner) == ("E1: % of plans", "What was measured")
    assert (found.id, found.source) == ("indicator-in-time", "annual-report-2019-20")
    assert (found.name, found.notes) == ("E1: Plans looked at in time", ())
    assert found.rows[0].cells[0] == Cell(
        "70.0",
        "35 of 50 plans",
        value=Decimal("70.0"),
        parts=(("count", 35), ("of", 50)),
    )


def test_table_away_from_its_heading_is_named_with_it() -> None:
    found = tables.table(KNOWN, IN_TIME, table(measure({}), title="Of ten"))
    assert found.name == "E1: Plans looked at in time: Of ten"


def test_row_has_a_reference_of_its_own() -> None:
    found = tables.table(KNOWN, IN_TIME, table(measure({}, reference="N1 a")))
    assert found.rows[0].reference == "N1 a"


@pytest.mark.parametrize(
    ("titles", "ids"),
    [(["One"], ["indicator-n1"]), (["One", "Two"], ["indicator-n1-one", "indicator-n1-two"])],
)
def test_data_of_several_tables_have_a_name_each(titles: list[str], ids: list[str]) -> None:
    several = [table(measure({}), id=title.lower(), title=title) for title in titles]
    one = indicator(*several)
    assert [tables.data_id(one, figures) for figures in several] == ids


@pytest.mark.parametrize(
    ("kind", "unit", "short", "reference", "title", "caption"),
    [
        (
            "rate",
            "per 10,000, 0 – 17 population",
            "per 10,000",
            "N1",
            "Boys",
            "N1: Boys (per 10,000, 0 – 17 population)",
        ),
        ("percent", "% of plans", "%", "N1", None, "N1: % of plans"),
        (
            "rate",
            "per 10,000 children under 18",
            "per 10,000",
            "N1",
            "Boys",
            "N1: Boys (per 10,000 children under 18)",
        ),
        ("count", "calls", "calls", "N1", None, "N1: Number of calls"),
        ("count", "calls", "calls", None, "By day", "Title: By day (number of calls)"),
        ("average", "days", "days", None, None, "Title: Days"),
    ],
)
def test_unit_is_short_in_columns_and_whole_in_the_caption(
    kind: str, unit: str, short: str, reference: str | None, title: str | None, caption: str
) -> None:
    figures = table(measure({"2024-25": 1}), kind=kind, unit=unit, title=title)
    source = IN_TIME.model_copy(
        update={"id": "n1", "reference": reference, "title": "Title", "tables": (figures,)}
    )
    found = tables.table(KNOWN, source, figures)
    assert (found.caption, found.columns[0].unit) == (caption, short)


@pytest.mark.parametrize(
    ("values", "cell"),
    [
        (None, NONE_GIVEN),
        ("not available", Cell("not available", absent=True)),
        (
            {"low": 1, "high": 2},
            Cell("1 to 2", parts=(("low", Decimal(1)), ("high", Decimal(2)))),
        ),
        (0, Cell("0", value=Decimal(0))),
        (
            {"value": 0, "count": 0, "of": 9},
            Cell("0", "0 of 9 plans", value=Decimal(0), parts=(("count", 0), ("of", 9))),
        ),
    ],
)
def test_cell_has_its_value_and_its_parts_or_says_why_not(values: Any, cell: Cell) -> None:
    row = measure({} if values is None else {"2024-25": values})
    figures = table(row, counted="plans")
    assert cells.cell(KNOWN, figures, row.values.get("2024-25")) == cell


def test_gaps_and_breaks_are_told() -> None:
    values = {"2023-24": "blank", "2021-22": "blank", "2022-23": 1, "2024-25": 2}
    figures = table(measure(values), breaks={"2024-25": "Counted anew."})
    assert tables.table(KNOWN, IN_TIME, figures).notes == (
        "The report gives no values for 2021/22 and 2023/24.",
        "2024/25 does not compare with the period before. Counted anew.",
    )


def test_row_is_named_with_its_table_where_the_row_alone_says_too_little() -> None:
    two = table(measure({}, title="Boys"), measure({}, title="Girls"), title="Of ten")
    one = table(measure({}, title="All"), title="Of five")
    both = indicator(two, one)
    assert tables.row_name(both, two, two.measures[1]) == "Of ten: Girls"
    assert tables.row_name(both, one, one.measures[0]) == "All"
    assert tables.row_name(indicator(one), one, one.measures[0]) == "Title"
