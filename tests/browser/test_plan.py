"""A plan and groups in a reader's browser, on a phone and on paper: what is overdue says so from
its day on, and what a meeting needs is one sheet."""

import pytest
from playwright.sync_api import Page

from safeguarding import pdf
from tests.browser import axe
from tests.browser.conftest import VIEWS

PLAN, MEETING = "plan-2025-28/", "plan-2025-28/meeting/"
PAGES = (PLAN, MEETING, "about/groups/", "report-2020-21/partners/")


@pytest.mark.parametrize("address", PAGES)
def test_pages_of_plans_and_groups_can_be_read_by_everyone(
    page: Page, origin_of_other: str, address: str
) -> None:
    page.goto(f"{origin_of_other}/{address}")
    axe.prepare(page)
    for width, scheme in VIEWS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        assert axe.violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    ("at", "shown"), [("2027-03-31T22:59:59Z", False), ("2027-03-31T23:00:01Z", True)]
)
def test_action_says_by_itself_that_it_is_overdue(
    page: Page, origin_of_other: str, at: str, shown: bool
) -> None:
    page.clock.set_fixed_time(at)
    page.goto(f"{origin_of_other}/{PLAN}")
    late = page.locator("#action-young-panel").get_by_text("Overdue since 31 March 2027")
    assert late.is_visible() is shown


def test_what_a_meeting_needs_is_one_sheet(page: Page, origin_of_other: str) -> None:
    page.goto(f"{origin_of_other}/{MEETING}")
    assert pdf.pages(page.pdf(format="A4")) == 1
