"""The budget statement as two tables: money out, money in."""

import pytest

from safeguarding.money import views as budget
from safeguarding.money.models import Budget
from safeguarding.shared.table import Cell, Column, Row
from tests.small import small_site

BUDGET = "data/budget.yml"
BLANK = Cell("left blank", absent=True)
NOTHING = Cell("", absent=True)


def statement(*edits: tuple[str, str]) -> Budget:
    return small_site({BUDGET: list(edits)}).budgets["annual-report-2019-20"]


def pounds(value: int, text: str) -> Cell:
    return Cell(text, value=value)


def test_columns_are_in_pounds() -> None:
    columns = (Column("Budget", "£"), Column("Actual", "£"), Column("Actual less budget", "£"))
    assert columns == budget.COLUMNS
    assert budget.expenditure(statement()).columns == columns
    assert budget.income(statement()).columns == columns


def test_spending_ends_with_its_total() -> None:
    table = budget.expenditure(statement())
    assert (table.caption, table.corner) == ("Spending, 2019–20", "Spent on")
    assert (table.id, table.source) == ("spending-2019-20", "annual-report-2019-20")
    assert table.sortable
    trainer = (pounds(3000, "3,000"), pounds(2900, "2,900"), pounds(-100, "−100"))
    total = (pounds(4000, "4,000"), pounds(2900, "2,900"), pounds(-1100, "−1,100"))
    assert table.rows == (
        Row("A trainer", trainer, lines=((10, 10),)),
        Row("Rooms", (pounds(1000, "1,000"), BLANK, NOTHING), lines=((11, 11),)),
        Row("Total spent", total, total=True, lines=((12, 12),)),
    )


def test_income_has_its_groups_its_total_and_the_transfer_last() -> None:
    table = budget.income(statement())
    assert (table.caption, table.corner) == ("Income, 2019–20", "Came from")
    assert (table.id, table.source) == ("income-2019-20", "annual-report-2019-20")
    assert not table.sortable
    same = (pounds(4000, "4,000"), pounds(3500, "3,500"), pounds(-500, "−500"))
    assert table.rows == (
        Row("From the partners", part=True),
        Row("The council", same, lines=((13, 13),)),
        Row("Total income", same, total=True, lines=((14, 14),)),
        Row(
            "Kept for the next year",
            (BLANK, pounds(-600, "−600"), NOTHING),
            lines=((15, 15),),
        ),
    )


def test_income_without_a_heading_has_no_row_for_it() -> None:
    table = budget.income(small_site().budgets["annual-report-2020-21"])
    assert [row.label for row in table.rows] == [
        "The council",
        "Total income",
        "Kept for the next year",
    ]
    assert not any(row.part for row in table.rows)


@pytest.mark.parametrize(
    ("planned", "actual", "difference"),
    [
        ("3000", "3000", pounds(0, "0")),
        ("0", "2900", pounds(2900, "2,900")),
        ("3000", "0", pounds(-3000, "−3,000")),
        ("null", "2900", NOTHING),
        ("3000", "null", NOTHING),
    ],
)
def test_difference_is_actual_less_budget_where_both_are_known(
    planned: str, actual: str, difference: Cell
) -> None:
    old = "budget: 3000, actual: 2900, lines: 10"
    new = f"budget: {planned}, actual: {actual}, lines: 10, note: Two days"
    row = budget.expenditure(statement((old, new))).rows[0]
    assert (row.cells[2], row.note) == (difference, "Two days")
