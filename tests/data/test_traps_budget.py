"""The report's traps in its budget and in its list of who came to courses.

Rows printed twice, a blank that is not 0, signs and years that mislead.
"""

from decimal import Decimal

from safeguarding.money import views as budget_view
from safeguarding.money.models import Budget, Group
from safeguarding.money.rules.sums import Side
from safeguarding.site import Site
from tests.data import report
from tests.data.conftest import Noted


def statement(site: Site) -> Budget:
    """The budget of the report."""
    (budget,) = site.budgets[report.ID]
    return budget


def test_blank_spending_on_lay_members_is_no_figure_and_the_total_holds(
    real_site: Site, noted: Noted
) -> None:
    lines = Side(statement(real_site), "expenditure").lines
    lay = next(line for line in lines if "Lay" in line.title)
    assert lay.amounts == (Decimal(1000), None)
    assert noted(574, "blank")


def test_income_rows_printed_on_two_pages_count_once(real_site: Site, noted: Noted) -> None:
    trainer = statement(real_site).income[1]
    assert isinstance(trainer, Group)
    assert [(item.title, item.amounts[1]) for item in trainer.items] == [
        ("Health PCT", Decimal(6997)),
        ("Police", Decimal(6997)),
        ("Learning Partnership West", Decimal(881)),
    ]
    assert noted(587, "twice")


def test_surplus_printed_as_a_minus_is_no_loss(real_site: Site) -> None:
    assert statement(real_site).transfers[0].amounts == (None, Decimal(-(92115 - 87879)))
    assert "not a loss" in (statement(real_site).transfers[0].note or "")


def test_differences_from_the_budget(real_site: Site) -> None:
    found = {
        (row.label, row.cells[2].text)
        for table in (
            budget_view.income(statement(real_site)),
            budget_view.expenditure(statement(real_site)),
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


def test_stray_row_and_markup_are_no_data(real_site: Site) -> None:
    assert not any(
        "<" in text or "**" in text or text.strip() == "-" for text in report.texts(real_site)
    )


def test_superseded_guidance_in_the_column_head_is_told(noted: Noted) -> None:
    assert noted(566, "2010", "2013")


def test_bodies_keep_the_names_the_statement_prints(real_site: Site, noted: Noted) -> None:
    titles = {line.title for line in Side(statement(real_site), "income").lines}
    assert {
        "Health PCT",
        "United Bristol Healthcare trust",
        "Probation",
        "S.S.F. contribution to Chair",
    } <= titles
    assert noted(599, "UH Bristol")


def test_ssf_is_not_guessed(real_site: Site) -> None:
    lines = Side(statement(real_site), "income").lines
    ssf = next(line for line in lines if line.title.startswith("S.S.F."))
    assert "does not say" in (ssf.note or "")


def test_budget_year_claims_no_months(real_site: Site, noted: Noted) -> None:
    assert statement(real_site).period == "2013–14"


def test_year_2104_is_a_misprint(real_site: Site, noted: Noted) -> None:
    assert real_site.attendances[report.ID][0].period == "1 September 2013 to 31 August 2014"
    assert noted(625, "2104", "2014")


def test_courses_named_in_the_text_and_not_in_the_table_are_told() -> None:
    assert report.warns("sub-groups", "Appendix 2", "two levels", "neglect")
