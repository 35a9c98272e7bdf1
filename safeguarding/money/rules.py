"""The budget statement adds up. A blank counts as nothing spent, not as a figure."""

from collections.abc import Iterator

from safeguarding.money.models import Amount, Budget
from safeguarding.problem import Problem
from safeguarding.rules import rule
from safeguarding.site import Site

BUDGET = "data/budget.yml"


@rule(
    BUDGET,
    good="total: {title: Total spent, budget: 4000",
    bad="total: {title: Total spent, budget: 4001",
)
def budget_totals_add_up(site: Site) -> Iterator[Problem]:
    """Each total that a report prints is the sum of the lines above it."""
    for budget in site.budgets.values():
        income = tuple(item for group in budget.income for item in group.items)
        yield from _sum(budget.expenditure, budget.expenditure_total)
        yield from _sum(income, budget.income_total)


def _sum(lines: tuple[Amount, ...], total: Amount) -> Iterator[Problem]:
    planned = sum(line.budget or 0 for line in lines)
    if planned != total.budget:
        yield _differs(total, "budget", planned, total.budget)
    spent = sum(line.actual or 0 for line in lines)
    if spent != total.actual:
        yield _differs(total, "actual", spent, total.actual)


def _differs(total: Amount, column: str, added: int, printed: int | None) -> Problem:
    return total.problem(
        column,
        f"the lines above add up to {added:,}, not {printed or 0:,}; correct a line or the total",
    )


@rule(BUDGET, good="budget: null, actual: -600", bad="budget: null, actual: 600")
def surplus_is_what_is_left(site: Site) -> Iterator[Problem]:
    """What was set aside is what came in less what was spent."""
    for budget in site.budgets.values():
        left = _surplus(budget)
        if budget.transfer.actual != -left:
            yield budget.transfer.problem(
                "actual", f"income less spending is {left:,}, so this should be {-left:,}"
            )


def _surplus(budget: Budget) -> int:
    return (budget.income_total.actual or 0) - (budget.expenditure_total.actual or 0)
