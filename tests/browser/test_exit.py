"""Exit this page: what was on the screen goes at once, whether or not the other site answers."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser import axe
from tests.browser.conftest import OpenPage, Tab
from tests.conftest import ours_alone

LEAVE = "worried-about-a-child/"  # a page that a reader may have to leave at once
BEFORE = "about/accessibility/"
AWAY = "https://www.bbc.co.uk/weather"
# What a page is in the very moment in which one leaves, and a while later: nothing answers.
CLICKED = """async () => {
    const told = () => [document.body.textContent, document.body.querySelectorAll("*").length,
        document.title, document.querySelector("[rel=icon]").href, location.pathname]
    document.querySelector(".leave").click()
    const at_once = told()
    await new Promise(later => setTimeout(later, 1000))
    return [at_once, told()]
}"""
# A blank page has no parts to tell apart.
NO_PAGE = {"landmark-one-main", "page-has-heading-one", "region"}
GONE = ["Leaving this page", 1, "Loading", "data:,", "/"]


def silent(route: Route) -> None:
    """Never answer."""


def nothing(route: Route) -> None:
    """Answer so that a browser stays where it is."""
    route.fulfill(status=204)


def elsewhere(route: Route) -> None:
    route.fulfill(body="elsewhere", content_type="text/html")


@pytest.fixture
def leaving(open_page: OpenPage, origin: str) -> Tab:
    """A page that a reader may have to leave, with one before it; the other site has nothing."""
    page = open_page(BEFORE, fresh=True)
    page.context.route(f"{AWAY}**", nothing)
    page.goto(f"{origin}/{LEAVE}")
    return page


def answers(page: Page) -> None:
    page.context.unroute(f"{AWAY}**")
    page.context.route(f"{AWAY}**", elsewhere)


def shift(page: Page, times: int) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


def status(page: Page) -> str:
    return page.locator(".exit [role=status]").inner_text()


def test_words_title_icon_and_address_go_before_the_other_site_answers(leaving: Tab) -> None:
    leaving.context.unroute(f"{AWAY}**")
    leaving.context.route(f"{AWAY}**", silent)
    assert leaving.evaluate(CLICKED) == [GONE, GONE]


def test_blank_page_tells_ears_alone_that_one_leaves(leaving: Tab) -> None:
    leaving.locator(".leave").click()
    said = leaving.get_by_role("alert")
    expect(said).to_have_text("Leaving this page")
    box = said.bounding_box()
    assert box
    assert box["width"] <= 1
    axe.prepare(leaving)
    assert {rule for rule, _ in axe.violations(leaving)} <= NO_PAGE


def test_shift_three_times_does_the_same(leaving: Tab) -> None:
    shift(leaving, 3)
    expect(leaving).to_have_title("Loading")
    expect(leaving.locator("body *")).to_have_count(1)


def test_back_leads_to_no_page_that_was_left(leaving: Tab, origin: str) -> None:
    answers(leaving)
    shift(leaving, 3)
    leaving.wait_for_url(AWAY)
    leaving.go_back()
    assert leaving.url == f"{origin}/{BEFORE}"


@pytest.mark.parametrize("button", ["left", "middle"])
@pytest.mark.parametrize("held", [[], ["Control"], ["Shift"]])
def test_any_click_leaves_in_this_window(leaving: Tab, button: str, held: list[str]) -> None:
    answers(leaving)
    leaving.locator(".leave").click(button=button, modifiers=held)  # type: ignore[arg-type]
    leaving.wait_for_url(AWAY)
    assert len(leaving.context.pages) == 1


def test_menu_of_the_link_is_no_exit(leaving: Tab) -> None:
    leaving.locator(".leave").click(button="right")
    assert leaving.title() != "Loading"


def test_page_that_comes_back_as_it_was_stays_blank(leaving: Tab) -> None:
    leaving.locator(".leave").click()
    expect(leaving).to_have_title("Loading")
    answers(leaving)
    leaving.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    leaving.wait_for_url(AWAY)


def test_presses_are_counted_aloud_and_forgotten_after_five_seconds(
    open_page: OpenPage,
) -> None:
    page = open_page(LEAVE, at="2026-11-27 12:00")
    assert status(page) == "Or press Shift 3 times"
    shift(page, 1)
    assert status(page) == "Press Shift 2 times more"
    shift(page, 1)
    assert status(page) == "Press Shift once more"
    page.clock.run_for(5100)
    assert status(page) == "Or press Shift 3 times"
    shift(page, 2)
    assert page.title() != "Loading"


@pytest.mark.parametrize("keys", ["Shift a Shift b Shift", "Shift+Tab Shift+Tab Shift+Tab"])
def test_shift_for_another_key_is_no_exit(leaving: Tab, keys: str) -> None:
    for key in keys.split():
        leaving.keyboard.press(key)
    assert leaving.title() != "Loading"


def test_keyboard_reaches_it_right_after_the_way_to_the_content(leaving: Tab) -> None:
    leaving.keyboard.press("Tab")
    leaving.keyboard.press("Tab")
    first = leaving.locator("[data-exit]").first
    expect(first).to_be_focused()
    expect(first).to_be_in_viewport()
    leaving.keyboard.press("Enter")
    expect(leaving).to_have_title("Loading")


def test_link_works_without_a_script(open_page: OpenPage) -> None:
    page = open_page(LEAVE, java_script_enabled=False)
    links = page.locator("[data-exit]")
    assert links.count() == 2
    assert {link.get_attribute("href") for link in links.all()} == {AWAY}
    assert not page.locator(".exit-hint").is_visible(), "no script hears the key"


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_it_is_on_the_screen_wherever_one_is(open_page: OpenPage, width: int) -> None:
    page = open_page(LEAVE, width)
    for where in ("0", "document.body.scrollHeight / 2", "document.body.scrollHeight"):
        page.evaluate(f"scrollTo(0, {where})")
        expect(page.locator(".leave")).to_be_in_viewport(ratio=1)
    box = page.locator(".leave").bounding_box()
    assert box
    assert box["height"] >= 40


def test_forced_colours_keep_its_edge_and_paper_has_none(open_page: OpenPage) -> None:
    page = open_page(LEAVE, forced_colors="active")
    edge = "getComputedStyle(document.querySelector('.leave')).borderTopStyle"
    assert page.evaluate(edge) == "solid"
    page.emulate_media(media="print")
    assert not page.locator(".exit, .skip").locator("visible=true").count()


@ours_alone
def test_how_to_hide_a_visit_is_beside_it(open_page: OpenPage) -> None:
    page = open_page(LEAVE, 320)
    page.get_by_role("link", name="Hide your visit").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hide your visit")
    expect(page.locator(".leave")).to_be_visible()


def test_page_that_need_not_be_left_has_no_way_out(open_page: OpenPage) -> None:
    assert open_page(BEFORE).locator("[data-exit], .exit").count() == 0
