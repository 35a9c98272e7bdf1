"""The real data against the report: every line accounted for, every figure of every table in its
row."""

from decimal import Decimal

import pytest

from safeguarding.record import MaybeSourced, Record
from safeguarding.site import Site
from tests.data import report

Records = dict[int, list[Record]]
LINES = report.figures()
TABLES = [
    line
    for first, last in ((568, 606), (611, 625), (665, 877))
    for line in range(first, last + 1)
    if line in LINES
]
# Numbers of a table's line that its records rightly lack, and why.
LEFT_OUT = {
    625: {
        "1": "the day the training year began, kept in the period",
        "2013": "the same",
        "31": "the same",
        "2104": "a misprint of 2014, told in a note",
    },
    679: {"6": "months, in words"},
    686: {"1": "the number of a part"},
    702: {"5": "five or more, in words"},
    711: {"2014": "in 2013/14"},
    831: {"2": "years, in words"},
    840: {"09": "the year 2009, written out", "10": "2010", "11": "2011"},
    863: {"9": "2005/9, written out as 2005–09"},
}


@pytest.fixture(scope="module")
def records(real_site: Site) -> Records:
    """The records that rest on each line of the report."""
    return report.by_line(real_site)


def test_every_line_of_the_report_is_accounted_for(records: Records) -> None:
    pages = report.pages_by_line()
    assert [line for line in LINES if line not in records and line not in pages] == [], (
        "no fact and no page rests on these lines of the report: tell what they say, and name them"
        " in a source() call"
    )


@pytest.mark.parametrize("line", TABLES)
def test_every_figure_of_a_tables_line_is_in_a_record_that_cites_it(
    records: Records, line: int
) -> None:
    kept: set[str] = set().union(
        *(report.numbers(report.words(record)) for record in records[line])
    )
    assert set(LINES[line]) - set(LEFT_OUT.get(line, ())) - kept == set()


def test_every_figure_stands_on_a_line_that_its_record_cites(real_site: Site) -> None:
    for record in real_site.records:
        if (
            isinstance(record, MaybeSourced)
            and record.lines
            and real_site.source_of(record) is next(iter(real_site.sources.values()))
        ):
            there = {
                number for line in report.cited(record.lines) for number in LINES.get(line, ())
            }
            assert report.values(record) <= there, record.place


def test_budget_totals(real_site: Site) -> None:
    budget = real_site.every_budget[0]
    assert budget.expenditure_total
    assert budget.expenditure_total.amounts == (Decimal(94805), Decimal(87879))
    assert budget.income_total
    assert budget.income_total.amounts == (Decimal(94805), Decimal(92115))
    assert [line.amounts for line in budget.transfers] == [(None, Decimal(-4236))]


def test_attendance_total(real_site: Site) -> None:
    attendance = real_site.every_attendance[0]
    assert attendance.total
    assert attendance.total.delegates == 1325
    assert len(attendance.courses) == 14


def test_no_figure_of_an_indicators_table_is_typed_again_in_its_comment(real_site: Site) -> None:
    """Small numbers and percentages of 100 may meet by chance; others would have to be changed
    twice."""
    for indicator in real_site.indicators.values():
        values = {
            str(number)
            for measure in indicator.measures
            for seen in measure.values.values()
            for number in seen.numbers
        }
        said = report.numbers(" ".join(filter(None, [indicator.comment, indicator.action])))
        assert {value for value in values & said if len(value) > 2} == set(), indicator.id


def test_indicators_have_the_reports_references(real_site: Site) -> None:
    """Every reference of the framework's first column is an indicator's or a measure's."""
    expected = [
        "N1",
        "N2",
        "N4",
        "N5a",
        "N5b",
        *(f"N{n}" for n in range(7, 25) if n not in (3, 6)),
        "N26",
        *(f"L{n}" for n in range(1, 20)),
    ]
    found = {indicator.reference for indicator in real_site.indicators.values()}
    assert set(expected) - found == set()
