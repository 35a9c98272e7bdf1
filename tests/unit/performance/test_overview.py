"""The whole framework at a glance."""

from decimal import Decimal
from typing import Any

import pytest

from safeguarding.performance.views import overview
from safeguarding.performance.views.overview import Answer, Outcome
from safeguarding.performance.views.spark import spark
from safeguarding.shared.table import Cell, Column, Row, Table
from safeguarding.site import Site
from tests.boards import NONE, Edits
from tests.small import HELP, better, indicator, measure, plain_site, small_site, table

FRAMEWORK = "data/performance/framework.yml"
NOT_NATIONAL = {FRAMEWORK: ("mark: national", "mark: other")}
SAID = Cell("no figure to compare", absent=True)
CALLS = "          - {id: calls,"
THREE_ROWS = f"""          - {{id: boys, reference: E3 a, title: Boys, lines: 5,
    values: {{2019: 4}}}}
          - {{id: girls, title: Girls, lines: 54, values: {{2018: not available, 2019: 5}}}}
{CALLS}"""


def summary(edits: Edits = NONE) -> Table:
    known = plain_site(edits)
    return overview.summary(known, known.themes.values(), "performance/")


def test_table_says_what_it_is() -> None:
    table = summary()
    assert table.caption == "Every indicator: its latest value and how it moved"
    assert (table.corner, table.id) == ("Indicator", "indicators-at-a-glance")
    assert (table.source, table.sortable) == ("annual-report-2019-20", False)
    assert table.columns == (
        Column("Latest value"),
        Column("Since the period before", figures=False),
        Column("Beside Exampland", figures=False),
        Column("Since the first period", figures=False),
    )


def test_theme_begins_its_rows_and_leads_to_its_page() -> None:
    assert summary().rows[0] == Row("Help and protection", part=True, href="help/")


def test_row_has_its_latest_value_how_it_moved_and_how_it_stands() -> None:
    figures = plain_site().indicators["in-time"].tables[0]
    (row,) = figures.measures
    assert summary().rows[1] == Row(
        "Plans looked at in time",
        (
            Cell("80.0%", unit="2020/21", value=Decimal("80.0")),
            Cell("better: up 5.0 points", unit="from 2019/20", tone="better"),
            Cell("better: higher than 72.5", unit="2019/20", tone="better"),
            Cell("better: up 10.0 points", unit="from 2018/19", tone="better"),
        ),
        "E1",
        "in-time/",
        id="in-time",
        lines=((51, 51),),
        source="annual-report-2019-20",
        spark=spark(figures, row, plain_site().areas),
    )


def test_row_that_is_not_judged_has_no_tone_and_what_is_not_there_is_absent() -> None:
    rows = summary().rows
    assert rows[2].cells[1:] == (
        Cell("up 2", unit="from 31 March 2019"),
        SAID,
        Cell("", absent=True),
    )
    assert rows[3].cells == (
        Cell("1,204", unit="calls, 2019", value=Decimal(1204)),
        Cell("only one value"),
        SAID,
        Cell("", absent=True),
    )


def test_row_without_any_value_says_so() -> None:
    row = summary({HELP: ("2019: 1204", "2019: not available")}).rows[3]
    assert row.cells[:2] == (Cell("no value", absent=True), Cell("no value"))


def test_rows_of_one_period_share_a_line() -> None:
    nothing = Cell("", absent=True)
    single = ("2018: not available, 2019: 1204", "2019: 1204")
    row = summary({HELP: [(CALLS, THREE_ROWS), single]}).rows[3]
    said = Cell("3 rows, one period only", absent=True)
    assert row == Row("Calls", (said, nothing, nothing, nothing), "E3", "calls/")


def test_several_rows_of_which_one_moves_are_all_there() -> None:
    moves = ("2018: not available, 2019: 1204", "2018: 1200, 2019: 1204")
    rows = summary({HELP: [(CALLS, THREE_ROWS), moves]}).rows[3:6]
    assert [(row.label, row.reference, row.id) for row in rows] == [
        ("Boys", "E3 a", "boys"),
        ("Girls", "E3", "girls"),
        ("Calls to the children’s team", "E3", "calls"),
    ]


def test_without_a_national_area_nothing_stands_beside() -> None:
    table = summary(NOT_NATIONAL)
    assert [column.label for column in table.columns][-1] == "Since the first period"
    assert {len(row.cells) for row in table.rows if not row.part} == {3}


def answer(site: Site, here: str) -> Answer:
    return overview.answer(site, site.themes.values(), here)


def test_answer_counts_and_names_the_rows() -> None:
    found = answer(plain_site(), "performance/")
    rows = (("E1: Plans looked at in time", "in-time/", "up 5.0 points from 2019/20"),)
    assert found.outcomes == (Outcome("better", "Got better", rows),)
    every_row = len(plain_site().measures)
    assert (found.judged, found.rows, found.national) == (1, every_row, "Exampland")
    assert found.beside == {"better": 1, "worse": 0, "same": 0}


def test_answer_has_the_better_first_then_the_worse_then_the_same() -> None:
    higher = "better: {direction: %s, because: So., lines: 52}\n        measures:"
    unjudged = "        basis: as_at\n        measures:"
    calls = "        basis: calendar\n        measures:"
    edits = [
        (unjudged, unjudged.replace("measures:", higher % "lower")),
        (calls, calls.replace("measures:", higher % "lower")),
        ("2018: not available, 2019: 1204", "2018: 1204, 2019: 1204"),
        ("country: {2019-20: 72.5}", "country: {2019-20: 90.0}"),
    ]
    found = answer(plain_site({HELP: edits}), "")
    assert [(one.tone, one.title, len(one.rows)) for one in found.outcomes] == [
        ("better", "Got better", 1),
        ("worse", "Got worse", 1),
        ("same", "Stayed the same", 1),
    ]
    assert (found.judged, found.rows) == (3, len(plain_site().measures))
    assert found.beside == {"better": 0, "worse": 1, "same": 0}
    assert found.outcomes[1].rows[0][2] == "up 2 from 31 March 2019"


def test_answer_without_a_national_area_names_none() -> None:
    found = answer(plain_site(NOT_NATIONAL), "")
    assert (found.national, sum(found.beside.values())) == ("", 0)


def test_answer_is_about_the_themes_that_it_is_asked_for() -> None:
    site = small_site()
    only = site.themes["help"]
    found = overview.answer(site, [only], "performance/")
    assert found.rows == sum(len(one.measures) for one in only.indicators) < len(site.measures)
    hrefs = {href for one in found.outcomes for _, href, _ in one.rows}
    assert hrefs
    assert hrefs <= {f"{one.id}/" for one in only.indicators}


def cells(values: dict[str, Any], theirs: dict[str, Any], **more: Any) -> list[tuple[str, str]]:
    """What the cells of a row say, and what stands below that."""
    figures = table(measure(values, comparators={"country": theirs}), **more)
    shown = overview.of_indicator(plain_site(), indicator(figures), "performance/n1/")
    return [(cell.text, cell.unit) for cell in shown.rows[0].cells]


def test_verdict_stands_before_how_far_a_row_moved() -> None:
    good = {"better": better("lower")}
    assert cells({"2023-24": 5, "2024-25": 4}, {"2024-25": 3}, **good) == [
        ("4", "per 10,000, 2024/25"),
        ("better: down 1", "from 2023/24"),
        ("worse: higher than 3", ""),
        ("", ""),
    ]


@pytest.mark.parametrize(("theirs", "said"), {3: "higher than 3", 5: "lower than 5"}.items())
def test_what_is_not_judged_is_above_or_below_the_country(theirs: int, said: str) -> None:
    assert cells({"2024-25": 4}, {"2024-25": theirs})[2] == (said, "")


def test_what_is_the_same_is_neither_better_nor_worse() -> None:
    found = cells({"2023-24": 4, "2024-25": 4}, {"2024-25": 4}, better=better("lower"))
    assert [text for text, _ in found[1:]] == ["the same", "the same as 4", ""]


def test_change_says_itself_how_it_moved() -> None:
    change = {"kind": "change", "unit": "% since the year before"}
    found = cells({"2023-24": 5, "2024-25": -9}, {}, **change)
    assert found[1] == ("down 9% since the year before (2024/25)", "")


def test_rows_of_an_indicator_on_its_own_page_lead_nowhere() -> None:
    site = small_site()
    shown = overview.of_indicator(site, site.indicators["plans"], "performance/plans/")
    assert (shown.caption, shown.corner, shown.id) == ("How each row moved", "Row", "")
    assert {row.href for row in shown.rows} == {""}
    assert shown.columns == overview.summary(site, [site.themes["help"]], "").columns
