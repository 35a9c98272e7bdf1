"""An indicator as a reader sees it: its tables, pictures, verdicts and what the board said."""

from decimal import Decimal
from typing import Any

import pytest

from safeguarding.performance.models import Indicator, Table
from safeguarding.performance.views import indicators
from safeguarding.performance.views.indicators import Said
from safeguarding.shared.table import Cell, Column, Row
from tests.small import HELP, better, measure, small_site, table

FRAMEWORK = "data/performance/framework.yml"
KNOWN = small_site(
    {
        FRAMEWORK: (
            "areas:\n",
            "areas:\n  - {id: like, title: Places like us, meaning: Some., mark: similar}\n",
        )
    }
)
IN_TIME = KNOWN.indicators["in-time"]
NONE_GIVEN = Cell("none given", absent=True)


def indicator(*tables: Table, **more: Any) -> Indicator:
    words = {"id": "n1", "reference": "N1", "title": "Title", "lines": 1, "tables": tables}
    return Indicator.model_validate(words | more)


def sentences(*tables: Table) -> tuple[str, ...]:
    """What is said about whether it got better."""
    one = indicator(*tables)
    return tuple(indicators._better(KNOWN, one))


def test_heading_has_the_reference_where_there_is_one() -> None:
    assert IN_TIME.heading == "E1: Plans looked at in time"
    assert indicator(table(measure({})), reference=None).heading == "Title"


def test_section_has_all_of_it() -> None:
    section = indicators.section(KNOWN, IN_TIME)
    assert section.indicator == IN_TIME
    assert section.source == "lines 51–52"
    assert section.later == (
        Said(
            "annual report 2020–21",
            "It went on getting better.",
            "Keep at it.",
            "annual report 2020–21, line 30",
        ),
    )
    assert section.better == (
        "Better, up 5.0 points from 2019/20; better, up 10.0 points from 2018/19;"
        " better than Exampland 72.5 (2019/20).",
        "Higher is better here: The report says that more is better (line 52).",
    )
    assert len(section.shown) == 1


def test_what_a_later_report_did_not_say_is_left_empty() -> None:
    gone = ("        comment: It went on getting better.\n        action: Keep at it.\n", "")
    known = small_site({HELP: gone})
    (later,) = indicators.section(known, known.indicators["in-time"]).later
    assert (later.comment, later.action) == ("", "")


@pytest.mark.parametrize(
    ("own", "rows", "spans"),
    [
        ("5", ["7"], ((5, 5), (7, 7))),
        ("5-6", ["7"], ((5, 7),)),
        ("9", ["2-3", "3-4"], ((2, 4), (9, 9))),
        ("5", ["5"], ((5, 5),)),
    ],
)
def test_lines_are_in_order_and_those_that_touch_are_one_span(
    own: str, rows: list[str], spans: tuple[tuple[int, int], ...]
) -> None:
    figures = table(*(measure({}, lines=lines) for lines in rows), better=better("higher"))
    notes = ({"text": "A note.", "lines": 99},)
    later = ({"source": "annual-report-2020-21", "lines": 98},)
    one = indicator(figures, lines=own, notes=notes, later=later)
    assert indicators._lines(one) == spans


def test_table_has_our_periods_then_areas_in_the_order_of_the_framework() -> None:
    theirs = {"country": {"2023-24": 2, "undated": 3}, "like": {"2022-23": 4}}
    rows = measure({"2024-25": 8, "2023-24": 4}, comparators=theirs), measure({}, id="b")
    found = indicators.table(KNOWN, IN_TIME, table(*rows))
    assert found.columns == (
        Column("2023/24", "per 10,000"),
        Column("2024/25", "per 10,000"),
        Column("Places like us, 2022/23", "per 10,000"),
        Column("Exampland, 2023/24", "per 10,000"),
        Column("Exampland", "per 10,000"),
    )
    values = tuple(Cell(str(value), value=Decimal(value)) for value in (4, 8, 4, 2, 3))
    assert found.rows == (
        Row("A", values, id="a", lines=((1, 1),)),
        Row("A", (NONE_GIVEN,) * 5, id="b", lines=((1, 1),)),
    )


def test_table_says_what_it_is() -> None:
    found = indicators.table(KNOWN, IN_TIME, IN_TIME.tables[0])
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
    found = indicators.table(KNOWN, IN_TIME, table(measure({}), title="Of ten"))
    assert found.name == "E1: Plans looked at in time: Of ten"


def test_row_has_a_reference_of_its_own() -> None:
    found = indicators.table(KNOWN, IN_TIME, table(measure({}, reference="N1 a")))
    assert found.rows[0].reference == "N1 a"


@pytest.mark.parametrize(
    ("titles", "ids"),
    [(["One"], ["indicator-n1"]), (["One", "Two"], ["indicator-n1-one", "indicator-n1-two"])],
)
def test_data_of_several_tables_have_a_name_each(titles: list[str], ids: list[str]) -> None:
    tables = [table(measure({}), id=title.lower(), title=title) for title in titles]
    one = indicator(*tables)
    assert [indicators.data_id(one, figures) for figures in tables] == ids


@pytest.mark.parametrize(
    ("kind", "unit", "short", "reference", "title", "caption"),
    [
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
    found = indicators.table(KNOWN, source, figures)
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
    assert indicators.cell(figures, row.values.get("2024-25")) == cell


def test_gaps_and_breaks_are_told() -> None:
    values = {"2023-24": "blank", "2021-22": "blank", "2022-23": 1, "2024-25": 2}
    figures = table(measure(values), breaks={"2024-25": "Counted anew."})
    assert indicators.table(KNOWN, IN_TIME, figures).notes == (
        "The report gives no values for 2021/22 and 2023/24.",
        "2024/25 does not compare with the period before. Counted anew.",
    )


@pytest.mark.parametrize(
    ("rows", "trends", "bars"),
    [
        ([{"2023-24": 1, "2024-25": 2}, {"2024-25": 1}], 2, False),
        ([{"2024-25": 1}, {"2024-25": 2}], 0, True),
        ([{"2023-24": "blank", "2024-25": 1}], 0, True),
        ([{"2023-24": "blank"}], 0, False),
    ],
)
def test_rows_that_move_are_trends_and_others_bars(
    rows: list[dict[str, Any]], trends: int, bars: bool
) -> None:
    figures = table(*(measure(values, id=f"r{place}") for place, values in enumerate(rows)))
    shown = indicators._shown(KNOWN, IN_TIME, figures)
    assert (len(shown.trends), shown.bars is not None) == (trends, bars)


@pytest.mark.parametrize(
    ("values", "theirs", "legend"),
    [
        ({"2024-25": 1}, {}, ()),
        (
            {"2024-25": 1},
            {"country": {"2024-25": 2}},
            (("ours", "Example Vale"), ("national", "Exampland")),
        ),
        (
            {},
            {"country": {"2024-25": 2}, "like": {"2024-25": 2}},
            (("similar", "Places like us"), ("national", "Exampland")),
        ),
    ],
)
def test_legend_explains_the_marks_of_more_than_one_area(
    values: dict[str, Any], theirs: dict[str, Any], legend: tuple[tuple[str, str], ...]
) -> None:
    figures = table(measure(values, comparators=theirs))
    assert indicators._shown(KNOWN, IN_TIME, figures).legend == legend


UP = {"2023-24": 1, "2024-25": 3}


def test_each_row_that_is_judged_has_a_sentence() -> None:
    rows = measure(UP, title="Boys"), measure(UP, id="b", title="Girls")
    assert sentences(table(*rows, title="All", better=better("lower"))) == (
        "All: Boys: worse, up 2 from 2023/24.",
        "All: Girls: worse, up 2 from 2023/24.",
        "Lower is better here: The report says so (line 9).",
    )


def test_rows_without_a_verdict_share_a_sentence_for_each_reason() -> None:
    small = {"no_verdict": "Very small numbers."}
    rows = (
        measure(UP, title="Boys", **small),
        measure(UP, id="b", title="Girls", **small),
        measure(UP, id="c", title="Others"),
    )
    assert sentences(table(*rows, better=better("higher"))) == (
        "Others: better, up 2 from 2023/24.",
        "Higher is better here: The report says so (line 9).",
        "Boys and Girls: no verdict. Very small numbers.",
    )


def test_reason_that_holds_for_all_names_no_row() -> None:
    rows = measure(UP, title="Boys"), measure(UP, id="b", title="Girls")
    assert sentences(table(*rows)) == (
        "No verdict, because the report does not say which way is good.",
    )


def test_national_value_that_is_not_judged_is_left_out() -> None:
    row = measure(UP, comparators={"country": {"2024-25": 2}}, unlike={"country": "it differs"})
    assert sentences(table(row, better=better("higher")))[0] == "Better, up 2 from 2023/24."


def test_row_is_named_with_its_table_where_the_row_alone_says_too_little() -> None:
    two = table(measure({}, title="Boys"), measure({}, title="Girls"), title="Of ten")
    one = table(measure({}, title="All"), title="Of five")
    both = indicator(two, one)
    assert indicators.label(both, two, two.measures[1]) == "Of ten: Girls"
    assert indicators.label(both, one, one.measures[0]) == "All"
    assert indicators.label(indicator(one), one, one.measures[0]) == "Title"
