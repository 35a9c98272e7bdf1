"""Pages in other languages and in Easy Read: lines that begin at the right, numbers in their order,
ways from one version to the other; the same without a script."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import axe
from tests.browser.conftest import SCHEMES, WIDTHS, Scheme

WIDE = "document.documentElement.scrollWidth <= innerWidth"
# How far the first of its letters lies left of the last, in pixels.
RUNS = """link => {
  const text = link.querySelector("bdi").firstChild, range = document.createRange()
  const at = place => (range.setStart(text, place), range.setEnd(text, place + 1),
    range.getBoundingClientRect().left)
  return at(text.length - 1) - at(0)
}"""


@pytest.mark.parametrize("name", ["arabic/", "easy-read/", "worried-about-a-child/"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_version_fits_and_is_accessible(
    page: Page, origin_of_other: str, name: str, width: int, scheme: Scheme
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{origin_of_other}/{name}", wait_until="networkidle")
    assert page.evaluate(WIDE)
    axe.prepare(page)
    assert axe.violations(page) == []


def test_lines_begin_at_the_right_and_numbers_do_not(page: Page, origin_of_other: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{origin_of_other}/arabic/")
    assert page.locator("html").get_attribute("dir") == "rtl"
    article, beside = (page.locator(one).bounding_box() for one in ("article", ".beside"))
    assert article is not None
    assert beside is not None
    assert beside["x"] < article["x"]
    cells = page.locator("article th")
    assert cells.nth(0).bounding_box()["x"] > cells.nth(1).bounding_box()["x"]  # type: ignore[index]
    for number in page.locator("article a.number").all():
        assert number.evaluate(RUNS) > 0
    menu = page.locator(".masthead nav li")
    assert menu.nth(0).bounding_box()["x"] < menu.nth(1).bounding_box()["x"]  # type: ignore[index]


def test_menu_of_a_phone_leads_on_in_a_page_from_the_right(
    page: Page, origin_of_other: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 600})
    page.goto(f"{origin_of_other}/arabic/")
    page.locator("a.menu").click()
    assert page.locator("#menu a").first.is_visible()


def test_versions_lead_to_each_other_without_a_script(
    origin_of_other: str, browser: Browser
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{origin_of_other}/worried-about-a-child/")
    links = page.locator(".versions a")
    assert links.all_inner_texts() == ["English", "Easy Read", "العربية"]
    assert links.nth(2).get_attribute("lang") == links.nth(2).get_attribute("hreflang") == "ar"
    links.nth(2).click()
    assert page.locator("h1").inner_text() == "هل أنت قلق على طفل؟"
    assert page.locator(".versions [aria-current=page]").inner_text() == "العربية"
    page.close()


def test_scripts_speak_the_language_of_the_page(page: Page, origin_of_other: str) -> None:
    page.goto(f"{origin_of_other}/arabic/")
    hint = page.locator(".exit-hint")
    for said in ("اضغط على Shift مرتين أخريين", "اضغط على Shift مرة أخرى"):
        page.keyboard.press("Shift")
        assert hint.inner_text() == said


def test_page_that_is_open_is_bold_in_the_menu_of_its_folder(
    page: Page, origin_of_other: str
) -> None:
    page.goto(f"{origin_of_other}/about/leaflets/listening/")
    open_one = page.locator(".beside li li [aria-current=page]")
    assert open_one.inner_text() == "How to listen"
    assert open_one.evaluate("one => getComputedStyle(one).fontWeight") == "700"


def test_pictures_stand_beside_their_ideas(page: Page, origin_of_other: str) -> None:
    page.goto(f"{origin_of_other}/easy-read/")
    ideas = page.locator(".easy > p")
    picture = ideas.nth(0).locator(".picture").bounding_box()
    lefts = page.evaluate(
        "[...document.querySelectorAll('.easy > p:not(.doubtful)')].map(p => {"
        " const range = document.createRange(), text = [...p.childNodes].find(one =>"
        " one.nodeType == 3 && one.data.trim()); range.selectNode(text);"
        " return Math.round(range.getClientRects()[0].left) })"
    )
    assert picture is not None
    assert len(set(lefts)) == 1  # with a picture or without one
    assert picture["x"] + picture["width"] < lefts[0]
    assert page.locator(".easy img").count() == 0
    size = float(ideas.nth(0).evaluate("p => parseFloat(getComputedStyle(p).fontSize)"))
    assert size >= 20


def test_search_says_the_language_of_what_it_found(page: Page, origin_of_other: str) -> None:
    page.goto(f"{origin_of_other}/search/?q=طفل")
    tag = page.locator(".found .tag").first
    tag.wait_for()
    assert (tag.inner_text(), tag.get_attribute("lang")) == ("العربية", "ar")


def test_on_paper_no_way_to_another_version_stands(page: Page, origin_of_other: str) -> None:
    page.emulate_media(media="print")
    page.goto(f"{origin_of_other}/easy-read/")
    assert not page.locator(".versions").is_visible()
    assert page.locator(".easy .picture").first.is_visible()
