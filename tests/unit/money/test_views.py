"""A budget as tables (money out, money in, what was left) and in sentences."""

from decimal import Decimal

import pytest

from safeguarding.money import views
from safeguarding.money.models import Budget
from safeguarding.shared.table import Cell, Column, Row, Table, Value
from tests.boards import Edits
from tests.small import small_site

BUDGET, WIDE, PAID = (f"data/budget{name}.yml" for name in ("", "-2022-23", "-2023-24"))
BLANK = Cell("left blank", absent=True)
NOTHING = Cell("", absent=True)


def statement(*edits: tuple[str, str]) -> Budget:
    return small_site({BUDGET: list(edits)}).budgets["annual-report-2019-20"][0]


def named(name: str, edits: Edits | None = None) -> Budget:
    budgets = small_site(edits or {}).every_budget
    return next(budget for budget in budgets if budget.name == name)


def of_text(text: str) -> Budget:
    """The budget of that text in the place of the one that has one column."""
    return named("2023-24", {PAID: f"source: annual-report-2020-21\nperiod: 2023–24\n{text}"})


def pounds(value: Value, text: str, beside: str = "") -> Cell:
    return Cell(text, beside, value=value)


def heads(table: Table) -> list[str]:
    return [f"{column.label} {column.unit}" for column in table.columns]


def said(table: Table) -> list[list[str]]:
    """What each row says, its label first."""
    return [
        [row.label, *(" ".join(filter(None, [cell.text, cell.count])) for cell in row.cells)]
        for row in table.rows
    ]


def test_columns_are_those_that_the_board_names() -> None:
    columns = (Column("Budget", "£"), Column("Actual", "£"), Column("Actual less budget", "£"))
    assert views.expenditure(statement()).columns == columns
    assert views.income(statement()).columns == columns


def test_spending_ends_with_its_total() -> None:
    table = views.expenditure(statement())
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
    assert table.notes == ()


def test_income_has_its_groups_its_total_and_what_was_set_aside_last() -> None:
    table = views.income(statement())
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


def test_line_outside_groups_has_no_heading() -> None:
    table = views.income(named("2020-21"))
    assert [row.label for row in table.rows] == [
        "The council",
        "Total income",
        "Kept for the next year",
    ]
    assert not any(row.part for row in table.rows)


@pytest.mark.parametrize(
    ("amounts", "difference"),
    [
        ("3000, 3000", pounds(0, "0")),
        ("0, 2900", pounds(2900, "2,900")),
        ("3000, 0", pounds(-3000, "−3,000")),
        ("null, 2900", NOTHING),
        ("3000, null", NOTHING),
    ],
)
def test_difference_stands_where_both_sides_are_known(amounts: str, difference: Cell) -> None:
    new = f"[{amounts}], lines: 10, note: Two days"
    row = views.expenditure(statement(("[3000, 2900], lines: 10", new))).rows[0]
    assert (row.cells[2], row.note) == (difference, "Two days")


def test_difference_is_called_by_the_words_of_the_board() -> None:
    found = said(views.expenditure(named("2022-23")))
    assert [row[3] for row in found if len(row) > 1] == [
        "0",
        "150.25 over budget",
        "150.25 over budget",
        "",
        "200.25 over budget",
    ]
    assert said(views.income(named("2022-23")))[0][3] == "−0.25 under budget"


def test_groups_of_spending_have_their_sub_totals() -> None:
    table = views.expenditure(named("2022-23"))
    assert not table.sortable
    assert [(row.label, row.part, row.total, row.total_of) for row in table.rows] == [
        ("Staff", True, False, ""),
        ("A manager", False, False, ""),
        ("A trainer", False, False, ""),
        ("All staff", False, True, "Staff"),
        ("Reviews", False, False, ""),
        ("Total spent", False, True, ""),
    ]


def test_pence_stand_as_they_are_printed() -> None:
    cells = [row.cells[1] for row in views.expenditure(named("2022-23")).rows if row.cells]
    assert cells == [
        pounds(3000, "3,000"),
        pounds(Decimal("1650.25"), "1,650.25"),
        pounds(Decimal("4650.25"), "4,650.25"),
        BLANK,
        pounds(Decimal("5300.25"), "5,300.25"),
    ]


def test_gift_in_kind_is_shown_and_is_no_value_of_its_column() -> None:
    rows = {row.label: row for row in views.income(named("2022-23")).rows}
    words = Cell("in kind", absent=True)
    assert rows["The police"].cells == (words, words, NOTHING, NOTHING)
    assert rows["The police"].note == "In kind: rooms for six courses"
    worth = Cell("400", "in kind", parts=(("in_kind", 400),))
    assert rows["The fire service"].cells == (words, worth, NOTHING, NOTHING)
    assert "What was given in kind is not in the totals." in views.income(named("2022-23")).notes


def test_gift_in_kind_that_counts_is_a_value_like_another() -> None:
    counted = ("amounts: [null, 400, null]", "note: Once, counted: true, amounts: [0, 400, 7.5]")
    table = views.income(named("2022-23", {WIDE: counted}))
    row = next(row for row in table.rows if row.label == "The fire service")
    assert [cell.value for cell in row.cells] == [0, 400, 400, Decimal("7.5")]
    assert row.note == "In kind: a trainer for two days. Once"
    assert "What was given in kind is not in the totals." not in table.notes


def test_shares_are_of_the_total_and_to_tenths_where_they_are_worked_out() -> None:
    table = views.income(named("partners"))
    assert heads(table)[-1] == "Share in the last year %"
    assert [row.cells[-1] for row in table.rows] == [
        pounds(Decimal("81.1"), "81.1"),
        pounds(Decimal("18.9"), "18.9"),
        NOTHING,
        pounds(Decimal("100.0"), "100.0"),
    ]


def test_shares_stand_only_on_the_side_that_has_them() -> None:
    assert heads(views.expenditure(named("2022-23")))[2:] == ["Outturn less budget £"]
    assert heads(views.income(named("2022-23")))[3:] == ["Share of the outturn %"]


ONE_SIDED = """\
columns: [Budget, Actual, {title: Variance, of: Actual, less: Budget}]
expenditure: [{title: All costs, amounts: [null, 307724], lines: 10}]
expenditure_total: {title: Total, amounts: [null, 307724], lines: 12}
"""


def test_column_without_a_figure_is_absent_and_nothing_is_taken_from_it() -> None:
    table = views.expenditure(of_text(ONE_SIDED))
    assert heads(table) == ["Actual £"]
    assert said(table) == [["All costs", "307,724"], ["Total", "307,724"]]


def test_side_of_which_nothing_is_said_has_no_table() -> None:
    assert list(views.parts(of_text(ONE_SIDED))) == ["expenditure"]
    income = ONE_SIDED.replace("expenditure", "income")
    assert list(views.parts(of_text(income))) == ["income"]


def test_what_was_left_adds_up_to_its_last_line() -> None:
    table = views.balance(named("2022-23"))
    assert (table.caption, table.corner) == ("What was left, 2022–23", "Money")
    assert (table.id, table.source) == ("balance-2022-23", "annual-report-2020-21")
    assert heads(table) == ["Budget £", "Outturn £"]
    assert said(table) == [
        ["Balance brought forward", "1,000", "1,000.25"],
        ["Total income", "5,055", "5,350.50"],
        ["Total spent", "−5,100", "−5,300.25"],
        ["Surplus or deficit of the year", "−45 deficit", "50.25 surplus"],
        ["Set aside for reviews", "0", "−200"],
        ["Balance carried forward", "955", "850.50"],
    ]
    assert [row.total for row in table.rows] == [False, False, False, True, False, True]


def test_what_is_short_is_called_a_deficit_before_and_after() -> None:
    edits = [("[1000, 1000.25]", "[-1000, null]"), ("[955, 850.50]", "[-1045, 0]")]
    rows = said(views.balance(named("2022-23", {WIDE: edits})))
    assert rows[0] == ["Balance brought forward", "−1,000 deficit", "left blank"]
    assert rows[-1] == ["Balance carried forward", "−1,045 deficit", "0"]


def test_what_was_set_aside_stands_by_itself_where_there_is_no_income() -> None:
    text = "transfers: [{title: Set aside, amounts: [null, -5], lines: 3}]\n"
    made = views.parts(of_text(ONE_SIDED + text))
    assert list(made) == ["expenditure", "balance"]
    assert said(made["balance"]()) == [
        ["Total", "", "−307,724"],
        ["Set aside", "left blank", "−5"],
    ]


def test_sides_have_plain_names_where_the_source_prints_no_total() -> None:
    text = ONE_SIDED.partition("expenditure_total")[0]
    text += "surplus: {title: Left, amounts: [null, 1], lines: 4}\n"
    assert said(views.balance(of_text(text)))[0] == ["Spending", "", "−307,724"]


def test_nothing_spent_is_no_minus() -> None:
    text = "columns: [Actual]\nexpenditure: [{title: Costs, amounts: [0], lines: 3}]\n"
    text += "carried_forward: {title: Kept, amounts: [0], lines: 4}\n"
    assert said(views.balance(of_text(text)))[0] == ["Spending", "0"]


def test_readers_are_told_what_is_not_known_and_what_contradicts_itself() -> None:
    assert views.expenditure(named("2022-23")).notes == (
        "Total spent, Outturn: the lines that have a figure add up to 4,650.25.",
    )
    assert views.income(named("2022-23")).notes[0] == (
        "Total income, Budget: the source prints 5,055, but the lines add up to 5,050."
    )


def test_readers_are_told_of_a_share_and_of_a_balance_that_contradict_themselves() -> None:
    edits = [
        ("4300.75, 80.4]", "4300.75, 90.4], unreconciled: [Share of the outturn]"),
        ("[-45, 50.25]", "[-45, 60], unreconciled: [Outturn]"),
    ]
    wide = named("2022-23", {WIDE: edits})
    assert views.income(wide).notes[-2] == (
        "The council, Share of the outturn: the source prints 90.4 %, but the amounts make it"
        " 80.4 %."
    )
    assert views.balance(wide).notes == (
        "Surplus or deficit of the year, Outturn: the source prints 60, but income less spending"
        " is 50.25.",
    )


def test_a_budget_in_sentences() -> None:
    assert views.summary(statement()) == (
        "Budget: income £4,000, spending £4,000; nothing left over.",
        "Actual: income £3,500, spending £2,900; £600 left over.",
    )
    assert views.summary(named("2022-23")) == (
        "Budget: income £5,055, spending £5,100; £45 short. £955 carried forward.",
        "Outturn: income £5,350.50, spending £5,300.25; £50.25 left over. £850.50 carried forward.",
    )


def test_one_side_in_sentences() -> None:
    assert views.summary(named("2023-24")) == ("Paid: spending £3,077.",)
    assert views.summary(of_text(ONE_SIDED)) == ("Actual: spending £307,724.",)


def test_thousands_are_pounds_in_sentences() -> None:
    assert views.summary(named("partners"))[-1] == "2021–22: income £5,300."


def test_sentences_say_no_more_than_is_known() -> None:
    blank = ("[4000, 2900], lines: 12", "[4000, null], lines: 12")
    assert views.summary(statement(blank))[1] == (
        "Actual: income £3,500; the lines of spending that have a figure add up to £2,900."
    )


def test_deficit_that_is_carried_forward_is_called_one() -> None:
    edits = ("[955, 850.50]", "[955, -850.50]")
    assert views.summary(named("2022-23", {WIDE: edits}))[1].endswith(
        " A deficit of £850.50 carried forward."
    )


def test_balance_has_no_figure_in_a_column_of_one_side_alone() -> None:
    text = (
        "columns: [{title: Promised, only: income}, Paid]\n"
        "income: [{title: The council, amounts: [9, 7], lines: 3}]\n"
        "expenditure: [{title: Costs, amounts: [5], lines: 4}]\n"
        "carried_forward: {title: Kept, amounts: [2], lines: 5}\n"
    )
    made = views.parts(of_text(text))
    assert list(made) == ["expenditure", "income", "balance"]
    assert heads(made["balance"]()) == ["Paid £"]
    assert said(made["balance"]()) == [["Income", "7"], ["Spending", "−5"], ["Kept", "2"]]


def test_what_was_set_aside_stands_below_a_total_without_lines() -> None:
    text = (
        "columns: [Budget, Actual]\n"
        "income_total: {title: All income, amounts: [9, null], lines: 3}\n"
        "transfers: [{title: Set aside, amounts: [null, -2], lines: 4}]\n"
    )
    made = views.parts(of_text(text))
    assert list(made) == ["income"]
    assert said(made["income"]()) == [
        ["All income", "9", "left blank"],
        ["Set aside", "left blank", "−2"],
    ]
