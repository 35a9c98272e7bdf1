"""What is over goes at its hour, in the reader's browser; without a script the page stays as it was
made."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import axe
from tests.browser.conftest import served, views
from tests.conftest import TEXT

BEFORE, AFTER = "2026-12-01T11:59:50Z", "2026-12-01T12:00:00Z"
NOTICE = "aside.notice"
WHOLE = "document.documentElement.scrollWidth <= innerWidth"


@pytest.fixture(scope="module")
def address(timed_site: Path) -> Iterator[str]:
    with served(timed_site) as origin:
        yield origin


def opened(page: Page, address: str, at: str) -> Page:
    page.clock.install(time=BEFORE.replace("50Z", "00Z"))
    page.clock.pause_at(at)
    page.goto(address)
    return page


@pytest.mark.parametrize("name", ["", "404.html", "about/leaving/", "check/"])
@pytest.mark.parametrize(("at", "is_there"), [(BEFORE, True), (AFTER, False)])
def test_the_notice_is_there_until_its_hour(
    page: Page, address: str, name: str, at: str, is_there: bool
) -> None:
    opened(page, f"{address}/{name}", at)
    assert page.locator(NOTICE).is_visible() is is_there


def test_it_goes_from_a_page_that_is_left_open(page: Page, address: str) -> None:
    opened(page, f"{address}/about/leaving/", BEFORE)
    assert page.get_by_text("All of Leaving.").is_visible()
    page.clock.fast_forward(60_000)
    assert not page.locator(NOTICE).is_visible()
    assert not page.get_by_text("All of Leaving.").is_visible()
    assert page.get_by_text("This page was there until Tuesday 1 December 2026, noon.").is_visible()


@pytest.mark.parametrize("name", ["", "404.html", "check/"])
def test_it_is_accessible_fits_and_is_on_paper(page: Page, address: str, name: str) -> None:
    opened(page, f"{address}/{name}", BEFORE)
    page.clock.resume()
    axe.prepare(page)
    for view in views(page):
        assert axe.violations(page) == [], view
        assert page.evaluate(WHOLE), view
    assert page.get_by_role("complementary", name="Notice").inner_text().startswith(TEXT)
    page.emulate_media(media="print")
    assert page.locator(NOTICE).is_visible()


def test_without_a_script_all_is_as_it_was_made(plain_page: Page, address: str) -> None:
    plain_page.goto(f"{address}/about/leaving/")
    assert plain_page.locator(NOTICE).is_visible()
    assert plain_page.get_by_text("All of Leaving.").is_visible()
    assert not plain_page.locator(".over").is_visible()


@pytest.fixture
def plain_page(page: Page) -> Iterator[Page]:
    browser = page.context.browser
    assert browser
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()
