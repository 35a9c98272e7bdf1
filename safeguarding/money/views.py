"""The budget statement as two tables: money out, money in."""

from collections.abc import Iterator
from functools import partial

from safeguarding.money.models import Amount, Budget
from safeguarding.shared import words
from safeguarding.shared.table import Cell, Column, DataTable, Row, Table
from safeguarding.site import Site

COLUMNS = (Column("Budget", "£"), Column("Actual", "£"), Column("Actual less budget", "£"))


def tables(site: Site) -> Iterator[DataTable]:
    """The tables that pages show: the two of each budget."""
    for budget in site.budgets.values():
        yield DataTable(_id("spending", budget), partial(expenditure, budget))
        yield DataTable(_id("income", budget), partial(income, budget))


def _id(part: str, budget: Budget) -> str:
    return words.slug(f"{part} {budget.period}")


def expenditure(budget: Budget) -> Table:
    """What the money was spent on, with the total."""
    rows = (*map(_row, budget.expenditure), _row(budget.expenditure_total, total=True))
    return Table(
        f"Spending, {budget.period}",
        "Spent on",
        COLUMNS,
        rows,
        sortable=True,
        id=_id("spending", budget),
        source=budget.source,
    )


def income(budget: Budget) -> Table:
    """Where the money came from, with the total and what became of the surplus."""
    rows: list[Row] = []
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
        id=_id("income", budget),
        source=budget.source,
    )


def _row(amount: Amount, total: bool = False) -> Row:
    difference = Cell("", absent=True)
    if amount.budget is not None and amount.actual is not None:
        difference = _cell(amount.actual - amount.budget)
    cells = (_cell(amount.budget), _cell(amount.actual), difference)
    return Row(amount.title, cells, note=amount.note or "", total=total).of(amount)


def _cell(value: int | None) -> Cell:
    if value is None:
        return Cell(words.ABSENT["blank"], absent=True)
    return Cell(words.number(value), value=value)
