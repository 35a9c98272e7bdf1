"""The budget statement adds up. A blank counts as nothing spent, not as a figure."""


def totals(site):
    """Each printed total is the sum of its lines."""
    for budget in site.budgets.values():
        yield from _totals(budget)


def _totals(budget):
    items = [item for group in budget.income for item in group.items]
    for lines, total in (
        (budget.expenditure, budget.expenditure_total),
        (items, budget.income_total),
    ):
        for column in ("budget", "actual"):
            added = sum(getattr(line, column) or 0 for line in lines)
            if added != getattr(total, column):
                yield total.problem(
                    column,
                    f"the lines above add up to {added:,}, not {getattr(total, column) or 0:,};"
                    " correct a line or the total",
                )


def surplus(site):
    """What was set aside is what came in less what was spent."""
    for budget in site.budgets.values():
        left = (budget.income_total.actual or 0) - (budget.expenditure_total.actual or 0)
        if budget.transfer.actual != -left:
            yield budget.transfer.problem(
                "actual", f"income less spending is {left:,}, so this should be {-left:,}"
            )


RULES = (totals, surplus)
