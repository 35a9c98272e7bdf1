"""What pages call for of a budget, and what authors are told who call for what is not there."""

import pytest

from safeguarding.money.calls import MoneyCalls
from safeguarding.problem import WrongWords
from tests.small import at, small_site

HERE, NEXT = "report/money/", "report-2020-21/money/"


def calls(here: str) -> MoneyCalls:
    return MoneyCalls(small_site(), lambda: here, at("2026-11-27T12:00Z"))


def test_budget_of_a_report_that_has_one_needs_no_name() -> None:
    assert "Spending, 2019–20" in calls(HERE).budget_table("expenditure")
    assert "The report leaves the actual cost of rooms blank." in calls(HERE).budget_notes()


def test_budgets_of_one_report_go_by_their_names() -> None:
    said = calls(NEXT)
    assert "Spending, 2020–21" in said.budget_table("expenditure", "2020-21")
    assert "Income, 2018–19 to 2021–22" in said.budget_table("income", "partners")
    assert "What was left, 2022–23" in said.budget_table("balance", "2022-23")
    assert "5 more in the budget" in said.budget_notes("2022-23")
    assert said.budget_notes("2023-24") == ""


def test_one_sentence_is_a_paragraph_and_several_are_a_list() -> None:
    assert calls(NEXT).budget_summary("2023-24") == "<p>Paid: spending £3,077.</p>"
    assert calls(NEXT).budget_summary("2022-23").count("<li>") == 2


def test_row_after_a_sub_total_belongs_to_no_group() -> None:
    """A screen reader reads the heading of a group with each row of its part."""
    bodies = calls(NEXT).budget_table("expenditure", "2022-23").split("<tbody>")[1:]
    assert ["All staff" in body for body in bodies] == [True, False]
    assert "Reviews" in bodies[1]


@pytest.mark.parametrize(
    ("here", "words", "told"),
    [
        (NEXT, ("income",), "the report has several budgets; name one: 2020-21, 2022-23, 2023-24"),
        (
            NEXT,
            ("income", "partner"),
            '"partner" is not in the budgets of this report; did you mean "partners"?',
        ),
        (NEXT, ("income", "2023-24"), '"income" is not in the budget; write expenditure'),
        (HERE, ("balance",), '"balance" is not in the budget; write expenditure or income'),
        (HERE, ("incom",), '"incom" is not in the budget; did you mean "income"?'),
    ],
)
def test_call_for_what_is_not_there_says_what_to_write(
    here: str, words: tuple[str, ...], told: str
) -> None:
    with pytest.raises(WrongWords) as wrong:
        calls(here).budget_table(*words)
    assert str(wrong.value).startswith(told)
