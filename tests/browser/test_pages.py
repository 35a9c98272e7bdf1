"""What a reader meets: every page at two widths and in both colour schemes, with and without
JavaScript."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image
from playwright.sync_api import Page

from safeguarding.authoring import own_pages
from safeguarding.site import Site
from tests.browser import axe, pictures
from tests.browser.conftest import ANY, FACTS, PROCEDURE, WIDTHS, OpenPage
from tests.browser.shapes import Shape, cover, shapes
from tests.conftest import NOW, ROOT, ours_alone

OWN = [page.address for page in own_pages(FACTS, NOW)]  # which nobody has written
ADDRESSES = [*sorted({*FACTS.titles, *OWN}), "404.html"]

WIDER = """[...document.querySelectorAll("body *")].filter(part =>
    part.getBoundingClientRect().right > innerWidth + 1 && part.checkVisibility()
).slice(0, 3).map(part => part.outerHTML.slice(0, 120))"""
# The words that only a script brings into the page itself; to print, a button is of no use
# without one.
BROUGHT = """source => {
    const words = page => {
        const main = page.querySelector("main").cloneNode(true)
        main.querySelectorAll("noscript, .print").forEach(part => part.remove())
        return new Set(main.textContent.match(/[\\p{L}\\p{N}]+/gu))
    }
    const written = words(new DOMParser().parseFromString(source, "text/html"))
    return [...words(document)].filter(word => !written.has(word))
}"""

# Of the title of a page and what is around it.
ON_PAPER = """[...document.querySelectorAll("h1, .masthead, footer")]
    .filter(part => part.checkVisibility({ visibilityProperty: true })).map(part => part.tagName)"""


class Looks(NamedTuple):
    """Which pages are looked at, and for what: of those alike, one is enough for some of it."""

    shapes: dict[str, set[Shape]]  # of every page
    whole: set[str]  # for all but colours: each that someone has written, and more for each shape
    # for colours too, in both schemes: one for each shape, by the shapes that it stands for
    colours: dict[str, set[Shape]]


@pytest.fixture(scope="session")
def looks(site_folder: Path) -> Looks:
    found = {address: shapes(written(site_folder, address)) for address in ADDRESSES}
    by_hand = set(ADDRESSES) - set(OWN)
    more = dict(cover(found, set().union(*(found[address] for address in by_hand))))
    whole = by_hand.union(more)
    return Looks(found, whole, dict(cover({address: found[address] for address in whole})))


def written(site_folder: Path, address: str) -> str:
    """The HTML of a page."""
    name = address if address.endswith(".html") else f"{address}index.html"
    return (site_folder / name).read_text("utf-8")


@pytest.mark.parametrize("address", ADDRESSES)
def test_page_is_accessible_quiet_and_fits(
    open_page: OpenPage, origin: str, site_folder: Path, looks: Looks, address: str
) -> None:
    page = open_page(address, WIDTHS[0])
    if address in looks.whole:
        html = written(site_folder, address)
        assert page.evaluate(BROUGHT, html) == [], "are there by a script alone"
        axe.prepare(page)
        if colours := looks.colours.get(address):
            axe.judge_but(page, looks.shapes[address] - colours)
        assert list(problems(page, bool(colours))) == []
        assert pictures.problems(page) == []
    else:
        assert too_wide(page) == []
    assert [url for url in page.asked if not url.startswith(origin)] == []
    assert page.complained == []
    assert page.context.cookies() == []
    if address in looks.whole:
        page.emulate_media(media="print")
        assert page.evaluate(ON_PAPER) == ["H1"]


def problems(page: Page, colours: bool) -> Iterator[tuple[str, ...]]:
    """What is wrong with a page at each width: where, and what. What is no matter of colours is the
    same in both schemes."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="light")
        told = [*too_wide(page), *axe.violations(page, axe.ALL if colours else axe.BUT_COLOURS)]
        if colours:
            page.emulate_media(color_scheme="dark")
            told += [("dark", *one) for one in axe.violations(page, axe.COLOURS)]
        yield from ((f"{width} px", *one) for one in told)


def too_wide(page: Page) -> list[tuple[str, ...]]:
    fits = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    return [] if fits else [("is wider than the screen", str(page.evaluate(WIDER)))]


def test_every_shape_of_the_site_is_looked_at(looks: Looks) -> None:
    every = set().union(*looks.shapes.values())
    assert set().union(*looks.colours.values()) == every
    assert looks.colours.keys() <= looks.whole
    assert set(ADDRESSES) - looks.whole <= set(OWN)


DARK = """text => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    const within = rule => rule.cssRules?.length ? [...rule.cssRules].flatMap(within) : [rule]
    return [...sheet.cssRules]
        .filter(rule => rule.media?.mediaText.includes("prefers-color-scheme"))
        .flatMap(within)
        .map(({ selectorText, style }) => [
            selectorText, [...style].map(name => style.getPropertyValue(name))
        ])
}"""


def test_dark_scheme_changes_colours_alone(open_page: OpenPage, site_folder: Path) -> None:
    """So what is there, how large and where, is the same in both."""
    theme = ROOT / "theme/assets"
    text = "".join(path.read_text("utf-8") for path in sorted(theme.glob("*.css"), reverse=True))
    assert len(re.findall("prefers-color-scheme", text)) == 1
    ((selector, values),) = open_page("").evaluate(DARK, text)
    assert selector == ":root"
    assert all(re.fullmatch("#[0-9a-f]{6}", value.strip()) for value in values)


def test_rules_of_colours_are_all_that_axe_has(open_page: OpenPage) -> None:
    """But for one that asks for more than others, and is not asked by itself."""
    page = open_page(ANY)
    axe.prepare(page)
    known = page.evaluate("axe.getRules(['cat.color']).map(rule => rule.ruleId)")
    assert {*axe.OF_COLOURS, "color-contrast-enhanced"} == set(known)


RULES = """text => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    return [...sheet.cssRules].map(rule => rule.cssText.replace(/,\\s+/g, ","))
}"""


def test_stylesheet_is_the_same_with_fewer_bytes(open_page: OpenPage, site_folder: Path) -> None:
    """As the browser understands it, rule by rule: a space that means something is still there."""
    theme = ROOT / "theme/assets"
    page = open_page("")
    for path in (site_folder / "assets").glob("site*.css"):
        packed, names = path.read_text("utf-8"), path.stem.split("-")
        text = "".join((theme / f"{name}.css").read_text("utf-8") for name in names)
        rules = page.evaluate(RULES, packed)
        assert rules == page.evaluate(RULES, text)
        assert len(rules) > 50
        assert len(packed) < len(text)


@ours_alone
def test_figures_can_be_read_without_javascript(open_page: OpenPage) -> None:
    page = open_page(FACTS.indicators["n5b"].address, java_script_enabled=False)
    assert page.get_by_role("cell", name="101.3").last.is_visible()
    assert page.locator("svg[role=img]").first.is_visible()


@ours_alone
def test_wide_table_scrolls_by_keyboard_with_its_first_column_held(open_page: OpenPage) -> None:
    page = open_page(FACTS.indicators["n12"].address, 320)
    box = page.locator(".table-box").first
    box.focus()
    before = box.locator("tbody th").first.bounding_box()
    assert before
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(300)
    assert box.evaluate("box => box.scrollLeft") > 0
    after = box.locator("tbody th").first.bounding_box()
    assert after
    assert after["x"] == before["x"]


CATCHES = """[...document.querySelectorAll(".table-box")].filter(box => {
    box.scrollTop = 100
    return box.scrollTop > 0
}).length"""


@ours_alone
@pytest.mark.parametrize("address", ["performance/now/", PROCEDURE])
def test_no_table_on_a_phone_catches_who_scrolls_the_page(
    open_page: OpenPage, address: str
) -> None:
    page = open_page(address, 360)
    assert page.locator(".table-box").count()
    assert page.evaluate(CATCHES) == 0


@ours_alone
def test_shade_at_the_end_of_a_table_says_that_it_goes_on(open_page: OpenPage) -> None:
    page = open_page("performance/now/", 360, device_scale_factor=1)
    box = page.locator(".table-box").first

    def darkest() -> int:
        """Right at the edge of its box, above the words of the table."""
        picture = Image.open(io.BytesIO(box.screenshot())).convert("L")
        edge = picture.crop((picture.width - 3, 2, picture.width - 1, 12))
        return next(light for light, pixels in enumerate(edge.histogram()) if pixels)

    assert darkest() < 200
    box.evaluate("box => { box.scrollLeft = box.scrollWidth }")
    assert darkest() > 240


@ours_alone
def test_table_can_be_put_in_the_order_of_a_column_with_its_total_last(open_page: OpenPage) -> None:
    page = open_page("training/attendance/")
    table = page.locator("table.sort")

    def column() -> list[str]:
        return page.locator("table.sort tbody td:last-child").all_inner_texts()

    before = column()
    table.get_by_role("button", name="Delegates").click()
    assert column() == [*sorted(before[:-1], key=int), before[-1]] != before
    table.get_by_role("button", name="Delegates").press("Enter")
    assert column() == [*sorted(before[:-1], key=int, reverse=True), before[-1]]
    assert (
        table.get_by_role("columnheader", name="Delegates").get_attribute("aria-sort")
        == "descending"
    )


@ours_alone
def test_order_of_a_table_is_of_letters_too_and_empty_cells_come_last(open_page: OpenPage) -> None:
    page = open_page("annual-report/budget/")
    page.get_by_role("button", name="Actual £").click()
    cells = page.locator("table.sort tbody tr td:nth-child(3)").all_inner_texts()
    assert cells[-2:] == ["left blank", "87,879"]
    page.get_by_role("button", name="Spent on").click()
    labels = page.locator("table.sort tbody th").all_inner_texts()[:-1]
    assert labels == sorted(labels, key=str.casefold)


@ours_alone
def test_no_page_asks_for_more_than_three_files_before_a_reader_acts(
    open_page: OpenPage, site_with_test_programme: Site
) -> None:
    for address in ("", "training/", "training/attendance/", PROCEDURE):
        page = open_page(address, fresh=True)
        page.wait_for_load_state("networkidle")  # what a script asks for later counts as well
        assert len(page.asked) == 3, address


@ours_alone
def test_paper_has_the_page_and_not_its_navigation(open_page: OpenPage) -> None:
    page = open_page(FACTS.indicators["l17"].address)
    page.emulate_media(media="print")
    assert page.get_by_role("table").first.is_visible()
    assert not any(
        page.locator(part).is_visible() for part in (".masthead", ".beside", "footer", ".urgent")
    )
    assert page.locator(".printed").is_visible()


@ours_alone
def test_address_of_an_indicator_opens_at_it(open_page: OpenPage) -> None:
    page = open_page(f"{FACTS.theme_of['l17'].address}#l17")
    heading = page.get_by_role("heading", name="L17")
    box = heading.bounding_box()
    assert box
    assert 0 <= box["y"] < 400
