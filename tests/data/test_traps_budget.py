"""The report's traps in its budget and in its list of who came to courses.

Rows printed twice, a blank that is not 0, signs and years that mislead.
"""

from safeguarding.money import views as budget_view
from safeguarding.site import Site
from tests.data import report
from tests.data.conftest import Noted


def test_blank_spending_on_lay_members_is_no_figure_and_the_total_holds(
    facts: Site, noted: Noted
) -> None:
    lay = next(line for line in facts.budgets[report.ID].expenditure if "Lay" in line.title)
    assert (lay.budget, lay.actual) == (1000, None)
    assert noted(574, "blank")


def test_income_rows_printed_on_two_pages_count_once(facts: Site, noted: Noted) -> None:
    trainer = facts.budgets[report.ID].income[1].items
    assert [(item.title, item.actual) for item in trainer] == [
        ("Health PCT", 6997),
        ("Police", 6997),
        ("Learning Partnership West", 881),
    ]
    assert noted(587, "twice")


def test_surplus_printed_as_a_minus_is_no_loss(facts: Site) -> None:
    assert facts.budgets[report.ID].transfer.actual == -(92115 - 87879)
    assert "not a loss" in (facts.budgets[report.ID].transfer.note or "")


def test_differences_from_the_budget(facts: Site) -> None:
    found = {
        (row.label, row.cells[2].text)
        for table in (
            budget_view.income(facts.budgets[report.ID]),
            budget_view.expenditure(facts.budgets[report.ID]),
        )
        for row in table.rows
        if row.cells
    }
    assert {
        ("Training income", "−3,665"),
        ("Avon Fire & Rescue Service", "1,000"),
        ("Police", "−27"),
        ("North Bristol NHS Trust", "1"),
        ("United Bristol Healthcare trust", "1"),
        ("Total expenditure", "−6,926"),
        ("Total income", "−2,690"),
    } <= found


def test_stray_row_and_markup_are_no_data(facts: Site) -> None:
    assert not any(
        "<" in text or "**" in text or text.strip() == "-" for text in report.texts(facts)
    )


def test_superseded_guidance_in_the_column_head_is_told(noted: Noted) -> None:
    assert noted(566, "2010", "2013")


def test_bodies_keep_the_names_the_statement_prints(facts: Site, noted: Noted) -> None:
    titles = {item.title for group in facts.budgets[report.ID].income for item in group.items}
    assert {
        "Health PCT",
        "United Bristol Healthcare trust",
        "Probation",
        "S.S.F. contribution to Chair",
    } <= titles
    assert noted(599, "UH Bristol")


def test_ssf_is_not_guessed(facts: Site) -> None:
    ssf = next(
        item
        for group in facts.budgets[report.ID].income
        for item in group.items
        if item.title.startswith("S.S.F.")
    )
    assert "does not say" in (ssf.note or "")


def test_budget_year_claims_no_months(facts: Site, noted: Noted) -> None:
    assert facts.budgets[report.ID].period == "2013–14"


def test_year_2104_is_a_misprint(facts: Site, noted: Noted) -> None:
    assert facts.attendances[report.ID].period == "1 September 2013 to 31 August 2014"
    assert noted(625, "2104", "2014")


def test_courses_named_in_the_text_and_not_in_the_table_are_told() -> None:
    assert report.warns("sub-groups", "Appendix 2", "two levels", "neglect")
