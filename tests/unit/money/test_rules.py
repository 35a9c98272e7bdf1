"""Budgets add up."""

import re

import pytest

from tests.boards import REAL, Spoilt

BUDGET = "data/budget.yml"
OF_THE_REPORT = {
    "spending that does not add up": Spoilt(
        BUDGET,
        "18075, 14268",
        "18076, 14268",
        (
            "57: amounts: Budget: the lines above add up to 94,806, not 94,805; correct a line or"
            " the total"
        ),
        "expenditure_total:",
    ),
    "planned spending that does not add up": Spoilt(
        BUDGET,
        "[5000,",
        "[5001,",
        (
            "57: amounts: Budget: the lines above add up to 94,806, not 94,805; correct a line or"
            " the total"
        ),
        "expenditure_total:",
    ),
    "income that does not add up": Spoilt(
        BUDGET,
        "[0, 1000]",
        "[0, 1001]",
        (
            "54: amounts: Actual: the lines above add up to 92,116, not 92,115; correct a line or"
            " the total"
        ),
        "income_total:",
    ),
    "surplus that does not follow": Spoilt(
        BUDGET,
        "null, -4236",
        "null, 4236",
        "21: amounts: Actual: income less spending leaves 4,236, so this should be -4,236",
    ),
}


@pytest.mark.parametrize("spoilt", OF_THE_REPORT.values(), ids=OF_THE_REPORT)
def test_spoilt_fact_of_the_report_is_told_at_its_line(spoilt: Spoilt) -> None:
    assert REAL.problems(spoilt.edits) == [spoilt.problem(REAL)]


def test_budget_belongs_to_a_report_of_a_past_year() -> None:
    sources = re.sub(r"    archive:\n(      .*\n)+", "", REAL.texts()["data/sources.yml"] + "\n")
    line = REAL.line_of("source:", BUDGET)
    told = (
        f"{BUDGET}:{line}:1: source: annual-report-2013-14 is not in data/sources.yml as a report"
        " with an archive; "
    )
    problems = REAL.problems({"data/sources.yml": sources})
    assert [problem for problem in problems if problem.startswith(told)] != []
