"""What is said of a report can be looked up in it, and has its page."""

import pytest

from tests.boards import INVENTED, REAL, Spoilt

BUDGET = "data/budget.yml"
SECTIONS = "data/sections.yml"
OF_THE_REPORT = {
    "unknown source": Spoilt(
        BUDGET,
        "source: annual-report-2013-14",
        "source: annual-report-2013",
        (
            "1: source: annual-report-2013 is not in data/sources.yml; did you mean"
            ' "annual-report-2013-14"?'
        ),
    ),
    "line past the end": Spoilt(
        BUDGET,
        "lines: 568",
        "lines: 5680",
        "72: lines: 5680 is past the end of annual report 2013–14, which has 917 lines",
    ),
    "section without its page": Spoilt(
        SECTIONS,
        "id: health",
        "id: helath",
        '6: id: annual-report/helath/ is not in docs/; did you mean "annual-report/health/"?',
    ),
    "folder without pages": Spoilt(
        SECTIONS,
        "folder: annual-report",
        "folder: anual-report",
        "1: folder: anual-report is no folder of docs/ with pages; correct it, or add it there",
    ),
    "line before the first": Spoilt(
        BUDGET,
        "lines: 568",
        "lines: 0",
        "72: lines: 0 is no line of the source; lines are counted from 1",
    ),
}
OF_TODAY = {
    "a page of a report that does not say so": Spoilt(
        "docs/report/money.md",
        "archive: annual-report-2019-20\n",
        "",
        ("1: archive: this page is of annual report 2019–20; write archive: annual-report-2019-20"),
        "title: Money in 2019–20",
    ),
}


@pytest.mark.parametrize("spoilt", OF_THE_REPORT.values(), ids=OF_THE_REPORT)
def test_spoilt_fact_of_the_report_is_told_at_its_line(spoilt: Spoilt) -> None:
    assert REAL.problems(spoilt.edits) == [spoilt.problem(REAL)]


@pytest.mark.parametrize("spoilt", OF_TODAY.values(), ids=OF_TODAY)
def test_spoilt_fact_is_told_at_its_line(spoilt: Spoilt) -> None:
    assert INVENTED.problems(spoilt.edits) == [spoilt.problem(INVENTED)]
