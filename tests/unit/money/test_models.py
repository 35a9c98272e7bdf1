"""What cannot stand in a field of the budget."""

import pytest

from tests.boards import INVENTED, Spoilt

BUDGET = "data/budget.yml"
OF_TODAY = {
    "years that do not follow": Spoilt(
        BUDGET,
        "period: 2019–20",
        "period: 2019–41",
        (
            "1: period: 2019–41 is not one year and a later one; write the first and the last,"
            " like 2024–25 or 2019–21"
        ),
    ),
    "a pound sign": Spoilt(
        BUDGET,
        "2900], lines: 10",
        "£2900], lines: 10",
        "40: amounts: should be a number: write 2900",
    ),
    "a number in several parts": Spoilt(
        BUDGET,
        "2900], lines: 10",
        "2_900], lines: 10",
        "40: amounts: should be a number: write 2900",
    ),
    "a minus of another kind": Spoilt(
        BUDGET,
        "-600",
        "−600",
        "53: amounts: should be a number: write -600",
    ),
}


@pytest.mark.parametrize("spoilt", OF_TODAY.values(), ids=OF_TODAY)
def test_value_that_cannot_be_is_told_at_its_line(spoilt: Spoilt) -> None:
    assert INVENTED.problems(spoilt.edits) == [spoilt.problem(INVENTED)]


@pytest.mark.parametrize(
    "years", ["2019–21", "2019–2021", "1999–01", "September 2019 to March 2021"]
)
def test_report_can_be_of_more_than_one_year(years: str) -> None:
    edits = {BUDGET: ("period: 2019–20", f"period: {years}")}
    assert INVENTED.problems(edits) == []
    assert INVENTED.site(edits).budgets["annual-report-2019-20"][0].period == years


@pytest.mark.parametrize("years", ["2019–19", "2019–18", "2021–2019"])
def test_report_of_years_that_run_backwards_is_refused(years: str) -> None:
    assert len(INVENTED.problems({BUDGET: ("period: 2019–20", f"period: {years}")})) == 1
