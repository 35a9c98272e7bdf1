"""A school year is called one wherever a period is told: 2019/20 alone is a financial year."""

import pytest

from safeguarding.performance.views import bars, overview, trend, verdict
from safeguarding.site import Site
from tests.small import HELP, areas, measure, small_site, table

BASIS = ("        basis: financial\n", "        basis: academic\n")
YEAR = "2020/21 school year"
AREAS = areas(england="national")


@pytest.fixture(scope="module")
def site() -> Site:
    return small_site({HELP: BASIS})


def test_verdict_names_the_school_year_before() -> None:
    figures = table(measure({"2020-21": 4, "2021-22": 5}), basis="academic")
    change = verdict.since_before(figures, figures.measures[0])
    assert change.text == f"up 1 from {YEAR}"


def test_verdict_names_the_school_year_of_the_country() -> None:
    row = measure({"2021-22": 5}, comparators={"england": {"2020-21": 4}})
    beside = verdict.beside_national(table(row, basis="academic"), row, AREAS)
    assert beside.text == f"England 4 ({YEAR})"


def test_picture_names_its_school_years() -> None:
    figures = table(measure({"2020-21": 4, "2021-22": 5}), basis="academic")
    (picture,) = trend.trends(figures, AREAS)
    assert picture.description == f"Our values, per 10,000: {YEAR}: 4; 2021/22 school year: 5."


def test_bar_names_its_school_year() -> None:
    row = measure({"2021-22": 5}, comparators={"england": {"2020-21": 4}})
    drawn = bars.bars(table(row, basis="academic"), AREAS)
    assert drawn
    assert drawn.bars[1].label == (f"England, {YEAR}",)


def test_overview_names_the_latest_school_year(site: Site) -> None:
    summary = overview.summary(site, site.themes.values(), "performance/")
    row = next(row for row in summary.rows if row.id == "in-time")
    assert row.cells[0].unit == YEAR
