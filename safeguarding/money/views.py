"""The budget statement as two tables: money out, money in."""

from safeguarding.money.models import Amount, Budget
from safeguarding.shared import words
from safeguarding.shared.table import Cell, Column, Row, Table

COLUMNS = (Column("Budget", "£"), Column("Actual", "£"), Column("Actual less budget", "£"))


def expenditure(budget: Budget) -> Table:
    rows = (*map(_row, budget.expenditure), _row(budget.expenditure_total, total=True))
    return Table(
        f"Spending, {budget.period}",
        "Spent on",
        COLUMNS,
        rows,
        sortable=True,
        id=words.slug(f"spending {budget.period}"),
        source=budget.source,
    )


def income(budget: Budget) -> Table:
    rows = []
    for group in budget.income:
        if group.title:
            rows.append(Row(group.title, part=True))
        rows += map(_row, group.items)
    rows += [_row(budget.income_total, total=True), _row(budget.transfer)]
    return Table(
        f"Income, {budget.period}",
        "Came from",
        COLUMNS,
        tuple(rows),
        id=words.slug(f"income {budget.period}"),
        source=budget.source,
    )


def _row(amount: Amount, total: bool = False) -> Row:
    known = amount.budget is not None and amount.actual is not None
    difference = amount.actual - amount.budget if known else None
    cells = (
        _cell(amount.budget),
        _cell(amount.actual),
        _cell(difference) if known else Cell("", absent=True),
    )
    return Row(amount.title, cells, note=amount.note or "", total=total, lines=amount.lines)


def _cell(value):
    return (
        Cell(words.ABSENT["blank"], absent=True)
        if value is None
        else Cell(words.number(value), value=value)
    )
