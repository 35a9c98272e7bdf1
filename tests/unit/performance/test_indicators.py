"""An indicator as a reader sees it: its tables, pictures, verdicts and what the board said."""

from typing import Any

import pytest

from safeguarding.authoring import Author
from safeguarding.performance.views import data, headline, indicators
from safeguarding.performance.views.indicators import LaterView
from safeguarding.shared import origins
from safeguarding.shared.origins import Origin
from tests.conftest import NOW
from tests.small import CHILDREN, HELP, better, indicator, measure, small_site, table
from tests.unit.performance.small import IN_TIME, KNOWN


def test_heading_has_the_reference_where_there_is_one() -> None:
    assert IN_TIME.heading == "E1: Plans looked at in time"
    assert indicator(table(measure({})), reference=None).heading == "Title"


def test_section_has_all_of_it() -> None:
    section = indicators.section(KNOWN, IN_TIME)
    assert section.indicator == IN_TIME
    assert section.source == "annual report 2019–20"
    assert section.origins == (
        Origin("annual report 2019–20", place="lines 51–52"),
        Origin("annual report 2020–21", place="line 30"),
    )
    assert section.later == (
        LaterView(
            "annual report 2020–21",
            "It went on getting better.",
            "Keep at it.",
        ),
    )
    assert section.better == (
        "Higher is better here: The report says that more is better (line 52).",
    )
    assert len(section.tables) == 1
    assert section.headline == headline.headline(KNOWN, IN_TIME)
    assert section.said == ()


def test_several_rows_have_what_stands_out_and_a_verdict_on_each() -> None:
    good = "by: factor\n        better: {direction: lower, because: So., lines: 17}\n"
    known = small_site({CHILDREN: ("by: factor\n", good)})
    section = indicators.section(known, known.indicators["factors"])
    assert section.headline is None
    assert section.said[0] == "Highest of 2 in 2019/20: Debt, 64%."
    assert section.better[0] == "Debt: worse, up 3 points from 2018/19."
    told_before = indicators.section(known, known.indicators["factors"], is_judged=True).better
    assert told_before[0].startswith("Lower is better here")


def test_what_a_later_report_did_not_say_is_left_empty() -> None:
    gone = ("        comment: It went on getting better.\n        action: Keep at it.\n", "")
    known = small_site({HELP: gone})
    (later,) = indicators.section(known, known.indicators["in-time"]).later
    assert (later.comment, later.action) == ("", "")


@pytest.mark.parametrize(
    ("own", "rows", "place"),
    [
        ("5", ["7"], "lines 5 and 7"),
        ("5-6", ["7"], "lines 5–7"),
        ("9", ["2-3", "3-4"], "lines 2–4 and 9"),
        ("5", ["5"], "line 5"),
    ],
)
def test_lines_are_in_order_and_those_that_touch_are_one_span(
    own: str, rows: list[str], place: str
) -> None:
    figures = table(*(measure({}, lines=lines) for lines in rows), better=better("higher"))
    notes = ({"text": "A note.", "lines": 99},)
    later = ({"source": "annual-report-2020-21", "lines": 98},)
    one = indicator(figures, lines=own, notes=notes, later=later)
    assert origins.places(indicators.ours(one)) == place


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
    view = indicators.table_view(KNOWN, IN_TIME, figures)
    assert (len(view.trends), view.bars is not None) == (trends, bars)


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
    assert indicators.table_view(KNOWN, IN_TIME, figures).legend == legend


def test_value_of_another_report_names_it() -> None:
    given = "2020-21: {value: 72.5, source: annual-report-2019-20, lines: 7}"
    own = "2020-21: {value: 80.0, source: annual-report-2020-21, lines: 31}"
    known = small_site(
        {HELP: [("2020-21: 80.0", own), ("country: {2019-20: 72.5}", f"country: {{{given}}}")]}
    )
    named = indicators.section(known, known.indicators["in-time"]).origins
    assert named[1:3] == (
        Origin("annual report 2020–21", "", "line 31", "Example Vale (2020/21)"),
        Origin("annual report 2019–20", "", "line 7", "Exampland (2020/21)"),
    )
    rows = [row for row in data.observations(known).rows if row.id == "in-time"]
    assert {row.lines for row in rows} >= {((31, 31),), ((7, 7),)}
    assert "annual-report-2020-21" in {row.source for row in rows}


def test_readers_are_told_what_a_picture_leaves_out() -> None:
    known = small_site()
    plans = indicators.section(known, known.indicators["plans"])
    assert [view.remarks for view in plans.tables] == [
        ("The picture leaves out Exampland: beside its numbers, ours could not be seen.",),
        (),
        ("The picture shows all together; Girls and Boys stand in the table alone.",),
    ]
    assert [view.legend for view in plans.tables] == [(), (), ()]
    heights = [dot.y for dot in plans.tables[0].trends[-1].dots]
    assert heights == [26, 37.1]  # those of 140 and 120: ours alone
    page = Author(known, here=lambda: "performance/children/", now=NOW).indicator_table("plans")
    assert page.count("The picture leaves out Exampland") == 1
    assert "5,120" in page
