"""What is wrong with a budget: which line editors are told to mend, and how."""

import pytest

from safeguarding.rules import RULES
from tests.boards import DAYS, INVENTED, Edits
from tests.broken import Broken

BUDGET, NEXT_BUDGET = "data/budget.yml", "data/budget-2020-21.yml"
WIDE, PAID, PARTNERS = (f"data/budget-{name}.yml" for name in ("2022-23", "2023-24", "partners"))
SPENT = "expenditure_total: {title: Total spent, amounts: [4000, 2900]"
INCOME = "income_total: {title: Total income, amounts: [4000, 3500]"
SUMS, SURPLUS = "budget_totals_add_up", "surplus_is_what_is_left"
CARRIED, PRINTED = "what_is_carried_forward_was_there", "printed_differences_and_shares_are_right"
GAPS, CONTRADICTIONS = "gaps_are_known", "contradictions_are_there"
COLUMNS, NAMED = "columns_of_a_budget_differ", "budgets_name_their_columns"
FIGURES, PENCE = "lines_have_a_figure_for_each_column", "amounts_are_pounds_and_pence"
OUTSIDE, APART = "lines_outside_groups_are_told_apart", "budgets_are_told_apart"
SAYS = "budgets_say_something"
EXCESS = "the lines that have a figure add up to"


def edited(total: str, old: str, new: str) -> Edits:
    return {BUDGET: (total, total.replace(old, new))}


BROKEN = {
    # Totals.
    "planned spending": Broken(
        SUMS,
        edited(SPENT, "4000", "4001"),
        (
            (
                "data/budget.yml:8:51: amounts: Budget: the lines above add up to 4,000, not"
                " 4,001; correct a line or the total"
            ),
        ),
    ),
    "spending of which a part may be in a blank": Broken(SUMS, edited(SPENT, "2900", "3100")),
    "spending that is less than its lines": Broken(
        SUMS,
        edited(SPENT, "2900", "2899"),
        (
            (
                f"data/budget.yml:8:57: amounts: Actual: {EXCESS} 2,900, more than 2,899; correct a"
                " line or the total"
            ),
        ),
    ),
    "planned income": Broken(
        SUMS,
        edited(INCOME, "4000", "3999"),
        (
            (
                "data/budget.yml:13:47: amounts: Budget: the lines above add up to 4,000, not"
                " 3,999; correct a line or the total"
            ),
        ),
    ),
    "income": Broken(
        SUMS,
        edited(INCOME, "3500", "3499"),
        (
            (
                "data/budget.yml:13:53: amounts: Actual: the lines above add up to 3,500, not"
                " 3,499; correct a line or the total"
            ),
        ),
    ),
    "total left blank": Broken(SUMS, edited(SPENT, "2900", "null")),
    "plan of a line left blank": Broken(SUMS, {BUDGET: ("[1000, null]", "[null, null]")}),
    "a later budget": Broken(
        SUMS,
        {NEXT_BUDGET: ("[3100, 3100], lines: 10", "[3100, 3101], lines: 10")},
        (
            (
                "data/budget-2020-21.yml:7:57: amounts: Actual: the lines above add up to 3,101,"
                " not 3,100; correct a line or the total"
            ),
        ),
    ),
    "sub-total": Broken(
        SUMS,
        {WIDE: ("All staff, amounts: [4500", "All staff, amounts: [4501")},
        (
            (
                "data/budget-2022-23.yml:14:41: amounts: Budget: the lines above add up to 4,500,"
                " not 4,501; correct a line or the total"
            ),
        ),
    ),
    "pence": Broken(
        SUMS,
        {WIDE: ("5300.75, 99.1]", "5300.76, 99.1]")},
        (
            (
                "data/budget-2022-23.yml:25:55: amounts: Outturn: the lines above add up to"
                " 5,300.75, not 5,300.76; correct a line or the total"
            ),
        ),
    ),
    "sub-total in the place of a line that has no figure": Broken(
        SUMS, {WIDE: ("[1500, 1650.25]", "[null, 1650.25]")}
    ),
    "what was given in kind, if it counts": Broken(
        SUMS,
        {WIDE: ("amounts: [null, 400, null]", "counted: true, amounts: [0, 400, null]")},
        (
            (
                "data/budget-2022-23.yml:25:55: amounts: Outturn: the lines above add up to"
                " 5,700.75, not 5,300.75; correct a line or the total"
            ),
            (
                "data/budget-2022-23.yml:26:53: amounts: Outturn: the lines above add up to"
                " 5,750.50, not 5,350.50; correct a line or the total"
            ),
        ),
    ),
    "as far off as rounding may take it": Broken(
        SUMS,
        {BUDGET: [("columns:", "rounding: 1\ncolumns:"), (SPENT, SPENT.replace("4000", "4001"))]},
    ),
    "further off than that": Broken(
        SUMS,
        {BUDGET: [("columns:", "rounding: 1\ncolumns:"), (SPENT, SPENT.replace("4000", "4002"))]},
        (
            (
                "data/budget.yml:9:51: amounts: Budget: the lines above add up to 4,000, not 4,002;"
                " correct a line or the total"
            ),
        ),
    ),
    # Gaps, which are pointed out.
    "part of a total that only a blank can have": Broken(
        GAPS,
        edited(SPENT, "2900", "3100"),
        (
            (
                "data/budget.yml:8:57: amounts: Actual: the lines that have a figure add up to"
                " 2,900 of 3,100; is one wrong? If the rest belongs to a line without one, write"
                " unreconciled: [Actual]"
            ),
        ),
    ),
    "the same, if it is known": Broken(
        GAPS, {BUDGET: (SPENT, SPENT.replace("2900]", "3100], unreconciled: [Actual]"))}
    ),
    # What the source contradicts.
    "figure that the source contradicts": Broken(
        SUMS, {BUDGET: (INCOME, INCOME.replace("4000, 3500]", "4000, 9], unreconciled: [Actual]"))}
    ),
    "figure that nothing contradicts": Broken(
        CONTRADICTIONS,
        {BUDGET: (INCOME, f"{INCOME}, unreconciled: [Budget, Actual]")},
        (
            (
                "data/budget.yml:13:75: unreconciled: the figure under Budget follows from the"
                " others; take it out"
            ),
            (
                "data/budget.yml:13:83: unreconciled: the figure under Actual follows from the"
                " others; take it out"
            ),
        ),
    ),
    # What was left.
    "surplus of the wrong sign": Broken(
        SURPLUS,
        {BUDGET: ("-600]", "600]")},
        (
            (
                "data/budget.yml:15:53: amounts: Actual: income less spending leaves 600, so this"
                " should be -600"
            ),
        ),
    ),
    "surplus of a budget without income": Broken(SURPLUS, edited(INCOME, "3500", "null")),
    "surplus of a budget whose income has no figure": Broken(
        SURPLUS,
        {
            BUDGET: [
                ("[4000, 3500], lines: 13", "[4000, null], lines: 13"),
                (INCOME, INCOME.replace("3500", "null")),
            ]
        },
    ),
    "surplus of thousands": Broken(
        SURPLUS,
        {NEXT_BUDGET: ("[3100, 3100], lines: 13", "[3100, 5100], lines: 13")},
        (
            (
                "data/budget-2020-21.yml:12:53: amounts: Actual: income less spending leaves 2,000,"
                " so this should be -2,000"
            ),
        ),
    ),
    "deficit without its minus": Broken(
        SURPLUS,
        {WIDE: ("amounts: [-45, 50.25]", "amounts: [45, 50.25]")},
        (
            (
                "data/budget-2022-23.yml:28:60: amounts: Budget: income less spending is -45, not"
                " 45; correct one of them"
            ),
        ),
    ),
    "what is carried forward, of the wrong sign": Broken(
        CARRIED,
        {WIDE: ("[955, 850.50]", "[955, -850.50]")},
        (
            (
                "data/budget-2022-23.yml:31:66: amounts: Outturn: what was brought forward, income"
                " less spending, and transfers make 850.50, not -850.50; correct one of them"
            ),
        ),
    ),
    "what is carried forward of what nobody says": Broken(
        CARRIED, {WIDE: [("[1000, 1000.25]", "[1000, null]"), ("[955, 850.50]", "[955, 1]")]}
    ),
    "what is carried forward, where nothing was there before": Broken(
        CARRIED,
        {
            BUDGET: (
                "notes:\n",
                "carried_forward: {title: Kept, amounts: [0, 5], lines: 15}\nnotes:\n",
            )
        },
        (
            (
                "data/budget.yml:16:45: amounts: Actual: what was brought forward, income less"
                " spending, and transfers make 0, not 5; correct one of them"
            ),
        ),
    ),
    # Differences and shares that are printed.
    "share": Broken(
        PRINTED,
        {WIDE: ("4300.75, 80.4]", "4300.75, 80.5]")},
        (
            (
                "data/budget-2022-23.yml:21:55: amounts: Share of the outturn: the amounts make it"
                " 80.4%, not 80.5%; correct one of them"
            ),
        ),
    ),
    "difference": Broken(
        PRINTED,
        {
            PAID: (
                "[Paid]\nexpenditure:\n  - {title: Payments to ten areas, amounts: [3077]",
                "[Plan, Paid, {title: Variance, of: Paid, less: Plan, printed: true}]\n"
                "expenditure:\n  - {title: Payments to ten areas, amounts: [3000, 3077, -77]",
            )
        },
        (
            (
                "data/budget-2023-24.yml:6:58: amounts: Variance: the other columns make it 77, not"
                " -77; correct one of them"
            ),
        ),
    ),
    # The shape.
    "column twice": Broken(
        COLUMNS,
        {PAID: ("[Paid]", "[Paid, Paid]")},
        (
            (
                "data/budget-2023-24.yml:4:17: columns: Paid stands there twice; give one another"
                " title"
            ),
        ),
    ),
    "column that is not there": Broken(
        NAMED,
        {BUDGET: ("less: Budget", "less: Plan")},
        (
            (
                "data/budget.yml:4:67: less: Plan is not in the columns of amounts of this file;"
                " write one of Budget, Actual, or add it there"
            ),
        ),
    ),
    "whole of a share that is not there": Broken(
        NAMED,
        {PARTNERS: ("share_of: 2021–22", "share_of: 2021-22")},
        (
            (
                "data/budget-partners.yml:13:37: share_of: 2021-22 is not in the columns of amounts"
                ' of this file; did you mean "2021–22"?'
            ),
        ),
    ),
    "contradiction in a column that is not there": Broken(
        NAMED,
        {WIDE: ("unreconciled: [Outturn]", "unreconciled: [Outurn]")},
        (
            (
                "data/budget-2022-23.yml:16:82: unreconciled: Outurn is not in the columns of this"
                ' file; did you mean "Outturn"?'
            ),
        ),
    ),
    "figure too few": Broken(
        FIGURES,
        {BUDGET: ("[3000, 2900]", "[3000]")},
        (
            (
                "data/budget.yml:6:24: amounts: should be one figure for each of Budget, Actual,"
                " but there are 1; write null where the source leaves one blank, and no commas in a"
                " figure"
            ),
        ),
    ),
    "comma in a figure": Broken(
        FIGURES,
        {BUDGET: ("[3000, 2900]", "[3,000, 2900]")},
        (
            (
                "data/budget.yml:6:24: amounts: should be one figure for each of Budget, Actual,"
                " but there are 3; write null where the source leaves one blank, and no commas in a"
                " figure"
            ),
        ),
    ),
    "half of the pence": Broken(
        PENCE,
        {BUDGET: ("[3000, 2900]", "[3000, 2900.5]")},
        (
            (
                "data/budget.yml:6:40: amounts: 2900.5 is no amount in £; write it like 1200 or"
                " 1200.50"
            ),
        ),
    ),
    "less than a pound": Broken(
        PENCE,
        {PARTNERS: ("[3.6, ", "[3.6001, ")},
        (
            (
                "data/budget-partners.yml:15:36: amounts: 3.6001 is no amount in £000; write it"
                " like 12 or 12.5"
            ),
        ),
    ),
    "line that seems to be of a group": Broken(
        OUTSIDE,
        {
            BUDGET: (
                "income_total:",
                "  - {title: Sale of books, amounts: [0, 0], lines: 13}\nincome_total:",
            )
        },
        (
            (
                "data/budget.yml:13:6: title: would be read as a line of From the partners; put it"
                " above the groups, or give that group its total"
            ),
        ),
    ),
    "period of two budgets": Broken(
        APART,
        {PAID: ("2023–24", "2022–23")},
        (
            (
                "data/budget-2023-24.yml:3:1: period: 2022-23 is already the name of"
                " data/budget-2022-23.yml:3; give this one an id of its own"
            ),
        ),
    ),
    "the same with a name of its own": Broken(
        APART, {PAID: ("period: 2023–24", "id: paid\nperiod: 2022–23")}
    ),
    "name that is the period of another": Broken(
        APART,
        {PARTNERS: ("id: partners", "id: 2023-24")},
        (
            (
                "data/budget-partners.yml:3:1: id: 2023-24 is already the name of"
                " data/budget-2023-24.yml:3; give this one an id of its own"
            ),
        ),
    ),
    "nothing": Broken(
        SAYS,
        {
            PAID: (
                "expenditure:\n  - {title: Payments to ten areas, amounts: [3077], lines: 31}\n",
                "",
            )
        },
        (
            (
                "data/budget-2023-24.yml:2:1: income: is missing, and so is expenditure; add one,"
                " or delete the file"
            ),
        ),
    ),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_problem_names_its_line(broken: Broken) -> None:
    assert broken.told() == broken.problems


def test_share_of_next_to_nothing_is_told() -> None:
    """However many digits it has."""
    edits = [
        ("[4000, 4300.75, 80.4]", f"[4000, {'9' * 15}, 0.{'1' * 15}]"),
        ("5350.50, 100]", f"0.{'0' * 14}1, 100]"),
    ]
    told = Broken(PRINTED, {WIDE: edits}).told()
    assert any("make it 99999999999999900000000000000000.000000000000000%" in one for one in told)


def test_shape_that_is_wrong_stops_no_other_rule() -> None:
    """Every rule is tried, whatever the others find."""
    problems = INVENTED.problems(
        {BUDGET: [("[3000, 2900]", "[]"), ("of: Actual", "of: Plan"), ("[4000, 2900]", "[4000]")]}
    )
    assert [one.split(":")[3].strip() for one in problems] == ["of", "amounts", "amounts"]


# The smallest inputs of other boards that were refused, or came out wrong.
ONE_COLUMN = """\
source: annual-report-2020-21
period: 2023–24
columns: [{columns}]
expenditure: [{{title: All costs, amounts: [{amounts}], lines: 10}}]
expenditure_total: {{title: Total, amounts: [{amounts}], lines: 12}}
"""


@pytest.mark.parametrize(
    ("columns", "amounts"),
    [("Paid", "307724"), ("Budget, Actual", "null, 307724"), ("Budget, Actual", "307724, null")],
)
def test_budget_of_one_column_is_sound(columns: str, amounts: str) -> None:
    text = ONE_COLUMN.format(columns=columns, amounts=amounts)
    assert INVENTED.problems({PAID: text}) == []


@pytest.mark.parametrize(
    ("period", "amounts", "unit", "told"),
    [
        ("2023–24", "850.50", "£", False),
        ("2023–24", "955", "£", False),
        ("2023–24", "805.50", "£", True),
        ("2023–24", "805.50", "£000", False),
        ("2024–25", "805.50", "£", False),
        ("April 2023 to March 2024", "805.50", "£", False),
    ],
)
def test_year_begins_with_what_the_year_before_carried_forward(
    period: str, amounts: str, unit: str, told: bool
) -> None:
    edits = {
        PAID: [
            ("2023–24", f"{period}\nunit: {unit}"),
            ("amounts: [850.50]", f"amounts: [{amounts}]"),
        ]
    }
    found = RULES["what_was_carried_forward_comes_back"].problems(INVENTED.site(edits), DAYS)
    said = (
        "amounts: 2022–23 carried 850.50 or 955 forward, and none of it is here; is one of the two"
        " wrong?"
    )
    assert [one.said for one in found] == ([said] if told else [])
