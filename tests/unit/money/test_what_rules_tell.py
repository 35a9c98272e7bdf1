"""Sums of a budget that do not add up: which line editors are told to mend, and how."""

import pytest

from tests.broken import Broken

BUDGET, NEXT_BUDGET = "data/budget.yml", "data/budget-2020-21.yml"
SPENT = "expenditure_total: {title: Total spent, budget: 4000, actual: 2900"
INCOME = "income_total: {title: Total income, budget: 4000, actual: 3500"
SUMS, SURPLUS = "budget_totals_add_up", "surplus_is_what_is_left"

BROKEN = {
    "planned spending": Broken(
        SUMS,
        {BUDGET: (SPENT, SPENT.replace("4000", "4001"))},
        (
            (
                "data/budget.yml:7:41: budget: the lines above add up to 4,000, not 4,001;"
                " correct a line or the total"
            ),
        ),
    ),
    "spending": Broken(
        SUMS,
        {BUDGET: (SPENT, SPENT.replace("2900", "3100"))},
        (
            (
                "data/budget.yml:7:55: actual: the lines above add up to 2,900, not 3,100;"
                " correct a line or the total"
            ),
        ),
    ),
    "planned income": Broken(
        SUMS,
        {BUDGET: (INCOME, INCOME.replace("4000", "3999"))},
        (
            (
                "data/budget.yml:12:37: budget: the lines above add up to 4,000, not 3,999;"
                " correct a line or the total"
            ),
        ),
    ),
    "income": Broken(
        SUMS,
        {BUDGET: (INCOME, INCOME.replace("3500", "3499"))},
        (
            (
                "data/budget.yml:12:51: actual: the lines above add up to 3,500, not 3,499;"
                " correct a line or the total"
            ),
        ),
    ),
    "total left blank": Broken(
        SUMS,
        {BUDGET: (SPENT, SPENT.replace("2900", "null"))},
        (
            (
                "data/budget.yml:7:55: actual: the lines above add up to 2,900, not 0; correct"
                " a line or the total"
            ),
        ),
    ),
    "plan of the total left blank": Broken(
        SUMS,
        {BUDGET: (INCOME, INCOME.replace("4000", "null"))},
        (
            (
                "data/budget.yml:12:37: budget: the lines above add up to 4,000, not 0; correct"
                " a line or the total"
            ),
        ),
    ),
    "plan of a line left blank": Broken(
        SUMS,
        {BUDGET: ("budget: 1000", "budget: null")},
        (
            (
                "data/budget.yml:7:41: budget: the lines above add up to 3,000, not 4,000;"
                " correct a line or the total"
            ),
        ),
    ),
    "a later budget": Broken(
        SUMS,
        {NEXT_BUDGET: ("actual: 3100", "actual: 3101")},
        (
            (
                "data/budget-2020-21.yml:6:55: actual: the lines above add up to 3,101, not"
                " 3,100; correct a line or the total"
            ),
        ),
    ),
    "surplus of the wrong sign": Broken(
        SURPLUS,
        {BUDGET: ("actual: -600", "actual: 600")},
        (("data/budget.yml:13:57: actual: income less spending is 600, so this should be -600"),),
    ),
    "surplus of a budget without income": Broken(
        SURPLUS,
        {BUDGET: (INCOME, INCOME.replace("3500", "null"))},
        (
            (
                "data/budget.yml:13:57: actual: income less spending is -2,900, so this should"
                " be 2,900"
            ),
        ),
    ),
    "surplus of a budget without spending": Broken(
        SURPLUS,
        {BUDGET: (SPENT, SPENT.replace("2900", "null"))},
        (
            (
                "data/budget.yml:13:57: actual: income less spending is 3,500, so this should"
                " be -3,500"
            ),
        ),
    ),
    "surplus of thousands": Broken(
        SURPLUS,
        {NEXT_BUDGET: ("actual: 3100, lines: 13", "actual: 5100, lines: 13")},
        (
            (
                "data/budget-2020-21.yml:11:57: actual: income less spending is 2,000, so this"
                " should be -2,000"
            ),
        ),
    ),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_sum_names_its_line(broken: Broken) -> None:
    assert broken.told() == broken.problems
