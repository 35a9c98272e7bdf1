"""The page around every page: keyboard, zoom, forced colours, and no key that acts by itself."""

from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import ANY, FACTS, PROCEDURE, OpenPage
from tests.conftest import ours_alone

KINDS = ("", PROCEDURE, "performance/outcomes/", "training/")
INDICATOR = next((one.address for one in FACTS.indicators.values()), ANY)
PAGES = [*(address for address in KINDS if address in FACTS.titles), INDICATOR, "404.html"]


def focused(page: Page) -> list[str | bool]:
    """The words of what the keyboard is at, and whether it can be seen."""
    there: list[str | bool] = page.evaluate(
        "(() => { const on = document.activeElement, box = on.getBoundingClientRect(); return"
        " [on.textContent.trim().slice(0, 40), box.width > 0 && box.right > 0 && box.left <"
        " innerWidth] })()"
    )
    return there


@ours_alone
@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("width", [320, 1280])
def test_every_stop_of_the_tab_key_can_be_seen(
    open_page: OpenPage, address: str, width: int
) -> None:
    page = open_page(address, width)
    page.keyboard.press("Tab")
    assert focused(page) == ["Skip to the content", True]
    for _ in range(25):
        page.keyboard.press("Tab")
        words, seen = focused(page)
        assert seen, words


def test_skip_link_goes_to_the_content(open_page: OpenPage) -> None:
    page = open_page(PROCEDURE)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_menu_on_a_phone_leads_to_all_parts_without_a_script(open_page: OpenPage) -> None:
    page = open_page(PROCEDURE, 320, java_script_enabled=False)
    page.get_by_role("link", name="Menu").click()
    assert page.url.endswith("#menu")
    parts = page.get_by_role("navigation", name="All parts of the site")
    last = parts.get_by_role("link").last
    leads = last.get_attribute("href")
    assert leads
    there = urljoin(page.url, leads)
    last.click()
    assert page.url == there


@ours_alone
@pytest.mark.parametrize("address", ["", PROCEDURE])
def test_first_words_of_a_page_stand_high_on_a_phone(open_page: OpenPage, address: str) -> None:
    page = open_page(address, 360)
    for part in (".urgent", ".brand", ".search button", ".menu", ".leave"):
        assert page.locator(part).is_visible(), part
    assert page.evaluate("document.querySelector('.page').getBoundingClientRect().top") <= 150
    box = page.locator("#q").bounding_box()
    assert box
    assert box["width"] > 180


@pytest.mark.skipif(not FACTS.procedures, reason="no page is surely long")
def test_long_page_on_a_phone_has_a_way_to_its_contents(open_page: OpenPage) -> None:
    page = open_page(PROCEDURE, 320)
    page.get_by_role("link", name="On this page").click(
        timeout=3000
    )  # fails where something lies over it
    assert page.url.endswith("#contents")
    box = page.locator("#contents").bounding_box()
    assert box
    assert 0 <= box["y"] < 400


def test_no_single_key_acts_by_itself(open_page: OpenPage) -> None:
    page = open_page(PROCEDURE)
    before = page.url
    for key in "fsp/n,.kjh?":
        page.keyboard.press(key)
    assert page.url == before
    assert page.evaluate("document.activeElement.tagName") == "BODY"


@pytest.mark.parametrize("address", PAGES)
def test_page_fits_when_text_is_spaced_out(open_page: OpenPage, address: str) -> None:
    """WCAG 1.4.12, at the width of a page of 1280 at 400%."""
    page = open_page(address, 320, bypass_csp=True)
    page.add_style_tag(
        content=(
            "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em"
            " !important } p { margin-bottom: 2em !important }"
        )
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@ours_alone
def test_forced_colours_keep_edges_and_lines(open_page: OpenPage) -> None:
    page = open_page(INDICATOR, forced_colors="active")
    assert page.locator(".pictures text").first.is_visible()
    assert (
        page.evaluate(
            "getComputedStyle(document.querySelector('.danger, .help, .archive')).borderLeftStyle"
        )
        == "solid"
    )


def test_nothing_is_kept_in_the_browser(open_page: OpenPage) -> None:
    page = open_page(ANY, fresh=True)
    page.locator("#q").focus()
    page.keyboard.type("child")
    page.locator(".results li").first.wait_for()
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [
        0,
        0,
        "",
    ]


def test_page_loads_three_files_at_most_and_shifts_nothing(
    open_page: OpenPage, origin: str
) -> None:
    page = open_page(PROCEDURE, fresh=True)
    page.wait_for_load_state("networkidle")  # what a script asks for later counts as well
    assert len(page.asked) <= 3
    assert (
        page.evaluate(
            "new Promise(done => new PerformanceObserver(list =>"
            " done(list.getEntries().length)).observe({ type: 'layout-shift', buffered: true }) ||"
            " setTimeout(() => done(0), 300))"
        )
        == 0
    )
