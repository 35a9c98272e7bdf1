"""What the columns, the lines and the names of a budget have to be."""

import re
from collections.abc import Iterator

from safeguarding.money.models import (
    AmountColumn,
    Budget,
    DifferenceColumn,
    Group,
    InKind,
    Item,
    ShareColumn,
)
from safeguarding.money.rules.sums import Side, sides
from safeguarding.problem import Problem
from safeguarding.references import Reference, dangling, place_of
from safeguarding.rules import rule
from safeguarding.site import Site

BUDGET, NEXT = "data/budget.yml", "data/budget-2022-23.yml"
SHARES = "data/budget-shares.yml"
AMOUNTS, COLUMNS = "the columns of amounts of this file", "the columns of this file"
# What an amount looks like, by what one is counted in.
SHAPES = {"£": r"-?\d+(\.\d\d)?", "£000": r"-?\d+(\.\d{1,3})?", "%": r"\d+(\.\d+)?"}
EXAMPLES = {"£": "1200 or 1200.50", "£000": "12 or 12.5", "%": "58 or 57.5"}


@rule(BUDGET, good="of: Actual, less: Budget", bad="of: Actaul, less: Budget")
def budgets_name_their_columns(site: Site) -> Iterator[Problem]:
    """What differences, shares and contradictions name is a column of the same file."""
    for budget in site.every_budget:
        yield from dangling(_references(budget))


def _references(budget: Budget) -> Iterator[Reference]:
    all_ = [column.title for column in budget.columns]
    amounts = [column.title for column in budget.columns if isinstance(column, AmountColumn)]
    for column in budget.columns:
        if isinstance(column, DifferenceColumn):
            yield Reference(column, "of", [column.of], amounts, AMOUNTS)
            yield Reference(column, "less", [column.less], amounts, AMOUNTS)
        if isinstance(column, ShareColumn):
            yield Reference(column, "share_of", [column.share_of], amounts, AMOUNTS)
    for side in sides(budget):
        for line in side.lines:
            yield Reference(line, "unreconciled", line.unreconciled, all_, COLUMNS)


@rule(BUDGET, good="columns: [Budget, Actual,", bad="columns: [Actual, Actual,")
def columns_of_a_budget_differ(site: Site) -> Iterator[Problem]:
    """No two columns of a budget have the same title."""
    for budget in site.every_budget:
        titles = [column.title for column in budget.columns]
        for number, title in enumerate(titles):
            if title in titles[:number]:
                yield budget.problem(
                    "columns", f"{title} stands there twice; give one another title", number
                )


@rule(BUDGET, good="amounts: [3000, 2900]", bad="amounts: [3000]")
def lines_have_a_figure_for_each_column(site: Site) -> Iterator[Problem]:
    """A line of a budget has a figure for each column that is not worked out, or null."""
    for side, line in _lines(site):
        given = side.given
        nobody_says = isinstance(line, InKind) and not line.amounts
        if len(line.amounts) != len(given) and not nobody_says:
            yield line.problem(
                "amounts",
                f"should be one figure for each of {', '.join(given)}, but there are"
                f" {len(line.amounts)}; write null where the source leaves one blank, and no commas"
                " in a figure",
            )


@rule(BUDGET, good="amounts: [3000, 2900]", bad="amounts: [3000, 2900.5]")
def amounts_are_pounds_and_pence(site: Site) -> Iterator[Problem]:
    """An amount is in whole pounds, or in pounds and pence with both digits of the pence."""
    for side, line in _lines(site):
        unit = side.budget.unit
        shares = {one.title for one in side.columns if isinstance(one, ShareColumn)}
        for number, (column, amount) in enumerate(zip(side.given, line.amounts, strict=False)):
            if amount is None or column in shares or re.fullmatch(SHAPES[unit], str(amount)):
                continue
            yield line.problem(
                "amounts",
                f"{amount} is no amount in {unit}; write it like {EXAMPLES[unit]}",
                number,
            )


@rule(SHARES, good="amounts: [60]", bad="amounts: [80]")
def shares_are_no_more_than_all(site: Site) -> Iterator[Problem]:
    """Where a source gives shares and no money, those of a side are no more than 100%."""
    for budget in site.every_budget:
        for side in sides(budget) if budget.unit == "%" else ():
            for column in side.given:
                whole = side.sum(side.entries, column).sum or 0
                if whole > 100 + budget.rounding:
                    yield budget.problem(
                        side.name, f"{column}: the shares make {whole}%, more than all; correct one"
                    )


def _lines(site: Site) -> Iterator[tuple[Side, Item]]:
    for budget in site.every_budget:
        for side in sides(budget):
            yield from ((side, line) for line in side.lines)


@rule(
    NEXT,
    good="  - {title: Sale of books",
    bad="  - {title: Grants, items: [{title: A grant, amounts: [null, null, null], lines: 13}]}\n"
    "  - {title: Sale of books",
)
def lines_outside_groups_are_told_apart(site: Site) -> Iterator[Problem]:
    """A line that belongs to no group stands above the groups, or below a sub-total: below a line
    of a group it would be read as one of it."""
    for budget in site.every_budget:
        for side in sides(budget):
            open_group = ""
            for entry in side.entries:
                if isinstance(entry, Group):
                    open_group = "" if entry.total else entry.title
                elif open_group:
                    yield entry.problem(
                        "title",
                        f"would be read as a line of {open_group}; put it above the groups, or give"
                        " that group its total",
                    )


@rule(BUDGET, good="period: 2019–20", bad="period: 2020–21")
def budgets_are_told_apart(site: Site) -> Iterator[Problem]:
    """No two budgets have the same name: their id, or their period where they have none."""
    first: dict[str, Budget] = {}
    for budget in site.every_budget:
        other = first.setdefault(budget.name, budget)
        if other is not budget:
            field = "id" if budget.id else "period"
            yield budget.problem(
                field,
                f"{budget.name} is already the name of {place_of(other, 'period')}; give this one"
                " an id of its own",
            )


@rule(
    "data/budget-2023-24.yml",
    good="expenditure:\n  - {title: Payments to ten areas, amounts: [3077], lines: 31}\n",
    bad="",
)
def budgets_say_something(site: Site) -> Iterator[Problem]:
    """A budget has something to say of income or of spending."""
    for budget in site.every_budget:
        if not any(True for side in sides(budget)[:2] for _ in side.lines):
            yield budget.problem(
                "income", "is missing, and so is expenditure; add one, or delete the file"
            )
