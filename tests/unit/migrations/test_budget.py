"""Budgets that knew two columns name their columns, and all else stays as someone wrote it."""

from textwrap import dedent

import pytest

from tests.unit.migrations.moved import after, refused

BUDGET = "data/budget.yml"
COLUMNS = "columns: [Budget, Actual, {title: Actual less budget, of: Actual, less: Budget}]"
TOP = f"source: report\nperiod: 2019–20\n{COLUMNS}\n"
BEFORE = TOP.replace(f"{COLUMNS}\n", "")


def budget(old: str) -> str:
    """What becomes of these lines below the top of a budget."""
    new = after(BUDGET, BEFORE + dedent(old))
    assert new.startswith(TOP)
    return new.removeprefix(TOP)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "  - {title: Rooms, budget: 1000, actual: null, lines: 11}\n",
            "  - {title: Rooms, amounts: [1000, null], lines: 11}\n",
        ),
        (
            "  - {budget: 5, title: 'Rooms, and tea', lines: 11, actual: -4}  # as printed\n",
            "  - {amounts: [5, -4], title: 'Rooms, and tea', lines: 11}  # as printed\n",
        ),
        (
            "  - {title: Rooms, actual: 4, budget: 5}\n",
            "  - {title: Rooms, amounts: [5, 4]}\n",
        ),
        (
            "  - {title: Rooms, budget: 5, # planned in May\n     actual: 4, lines: 3}\n",
            "  - {title: Rooms, amounts: [5, 4]  # planned in May\n     , lines: 3}\n",
        ),
        (
            "  # The largest.\n"
            "  - title: Rooms\n"
            "    budget:    # nobody planned it\n"
            '    note: "Rooms: three."\n'
            "    actual: 950   # after tax\n"
            "    lines: 11\n",
            "  # The largest.\n"
            "  - title: Rooms\n"
            "    amounts: [null, 950]    # nobody planned it\n"
            '    note: "Rooms: three."\n'
            "    # after tax\n"
            "    lines: 11\n",
        ),
    ],
)
def test_two_figures_are_a_list(old: str, new: str) -> None:
    assert budget(f"expenditure:\n{old}") == f"expenditure:\n{new}"


def test_totals_and_lines_below_a_heading_are_lines_too() -> None:
    assert budget("""\
            expenditure_total: {title: All, budget: 1, actual: 2, lines: 3}
            income:
              - title: Partners
                items:
                  - {title: The council, budget: 4, actual: 5, lines: 6}
            income_total:
              title: All
              budget: 7
              actual: 8
            """) == dedent("""\
            expenditure_total: {title: All, amounts: [1, 2], lines: 3}
            income:
              - title: Partners
                items:
                  - {title: The council, amounts: [4, 5], lines: 6}
            income_total:
              title: All
              amounts: [7, 8]
            """)


def test_columns_stand_below_the_period() -> None:
    text = "# A budget.\nsource: report\nperiod: 2019–20\n\nexpenditure:\n"
    line = "  - {title: Rooms, budget: 1, actual: 2}\n"
    assert after(BUDGET, text + line) == (
        f"# A budget.\n{TOP}\nexpenditure:\n  - {{title: Rooms, amounts: [1, 2]}}\n"
    )


def test_budget_of_today_stays_as_it_is() -> None:
    text = f"{TOP}expenditure:\n  - {{title: Rooms, amounts: [1, 2]}}\n"
    assert after(BUDGET, text) == text


def test_income_without_a_heading_stands_below_income() -> None:
    old = """\
        income:
          - items:  # of our own
              # The first.
              - {title: Books, budget: 1, actual: 2, lines: 3}
              - title: Courses
                budget: 4
                actual: 5
                note: >-
                  For
                  three.
          # The others.
          - title: Partners
            items:
              - {title: The council, budget: 6, actual: 7}
        """
    assert budget(old) == dedent("""\
        income:
          # of our own
          # The first.
          - {title: Books, amounts: [1, 2], lines: 3}
          - title: Courses
            amounts: [4, 5]
            note: >-
              For
              three.
          # The others.
          - title: Partners
            items:
              - {title: The council, amounts: [6, 7]}
        """)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "transfer: {title: Kept, budget: null, actual: -600, lines: 15}\nnotes: []\n",
            "transfers:\n  - {title: Kept, amounts: [null, -600], lines: 15}\nnotes: []\n",
        ),
        (
            "transfer:  # for reviews\n  {title: Kept, budget: null,\n  actual: -600}\n",
            "transfers:  # for reviews\n  - {title: Kept, amounts: [null, -600]}\n",
        ),
        (
            "transfer: {title: Kept, lines: 15,\n  budget: null, actual: -600}\n",
            "transfers:\n  - {title: Kept, lines: 15,\n      amounts: [null, -600]}\n",
        ),
        (
            "transfer:  # for reviews\n"
            "  # As printed.\n"
            "  title: Kept\n"
            "  budget: null\n"
            "  actual: -600\n"
            "  note: >-\n"
            "    Not\n"
            "    a loss.\n"
            "# The end.\n",
            "transfers:  # for reviews\n"
            "  # As printed.\n"
            "  - title: Kept\n"
            "    amounts: [null, -600]\n"
            "    note: >-\n"
            "      Not\n"
            "      a loss.\n"
            "# The end.\n",
        ),
    ],
)
def test_one_transfer_is_a_list_of_one(old: str, new: str) -> None:
    assert budget(old) == new


@pytest.mark.parametrize(
    ("old", "told"),
    [
        (
            "expenditure:\n  - {title: Rooms, budget: 5}\n",
            "data/budget.yml:4:20: budget: write it in amounts:, a list that has a figure for each"
            " of the columns, and null for what is not known",
        ),
        (
            "income:\n  - {items: [{title: Books, budget: 1, actual: 2}]}\n",
            "data/budget.yml:4:1: items: take this away, and write its lines below income:, each"
            " behind a hyphen; or give it a title",
        ),
    ],
)
def test_what_only_a_person_can_edit_is_told(old: str, told: str) -> None:
    assert refused(BUDGET, BEFORE + old) == [told]


def test_figures_beside_columns_are_left_to_a_person() -> None:
    """Nobody knows which column is which."""
    old = "expenditure:\n  - {title: Rooms, budget: 5, actual: 4}\n"
    problems = refused(BUDGET, TOP.replace("Budget, Actual,", "Actual, Budget,") + old)
    assert [one.partition(": write")[0] for one in problems] == [
        "data/budget.yml:5:20: budget",
        "data/budget.yml:5:31: actual",
    ]
