"""What a reader meets: every page at two widths and in both colour schemes, with and without
JavaScript."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import PROCEDURE
from tests.conftest import ROOT, ours_alone

ADDRESSES = sorted(
    {
        path.relative_to(ROOT / "docs").with_suffix("").as_posix().removesuffix("index").rstrip("/")
        for path in (ROOT / "docs").rglob("*.md")
    }
)
ADDRESSES = [f"{address}/" if address else "" for address in ADDRESSES] + ["404.html"]
VIEWS = [(width, scheme) for width in (320, 1280) for scheme in ("light", "dark")]


@pytest.mark.parametrize("address", ADDRESSES)
def test_page_is_accessible_quiet_and_fits(open_page, origin, address):
    page = open_page(address)
    for width, scheme in VIEWS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        page.wait_for_timeout(350)  # colours fade over
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        assert [
            (width, scheme, fault["id"], node["html"]) for fault in found for node in fault["nodes"]
        ] == []
    assert [url for url in page.asked if not url.startswith(origin)] == []
    assert page.complained == []
    assert page.context.cookies() == []


@ours_alone
def test_figures_can_be_read_without_javascript(open_page):
    page = open_page("performance/outcomes/", java_script_enabled=False)
    assert page.get_by_role("cell", name="101.3").is_visible()
    assert page.locator("svg[role=img]").first.is_visible()


@ours_alone
def test_wide_table_scrolls_by_keyboard_with_its_first_column_held(open_page):
    page = open_page("performance/protected-from-abuse/", 320)
    box = page.locator(".table-box").first
    box.focus()
    before = box.locator("tbody th").first.bounding_box()["x"]
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(300)
    assert box.evaluate("box => box.scrollLeft") > 0
    assert box.locator("tbody th").first.bounding_box()["x"] == before


@ours_alone
def test_table_can_be_put_in_the_order_of_a_column_with_its_total_last(open_page):
    page = open_page("training/attendance/")
    table, column = (
        page.locator("table.sort"),
        lambda: page.locator("table.sort tbody td:last-child").all_inner_texts(),
    )
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
def test_order_of_a_table_is_of_letters_too_and_empty_cells_come_last(open_page):
    page = open_page("annual-report/budget/")
    page.get_by_role("button", name="Actual £").click()
    cells = page.locator("table.sort tbody tr td:nth-child(3)").all_inner_texts()
    assert cells[-2:] == ["left blank", "87,879"]
    page.get_by_role("button", name="Spent on").click()
    labels = page.locator("table.sort tbody th").all_inner_texts()[:-1]
    assert labels == sorted(labels, key=str.casefold)


@ours_alone
def test_no_page_asks_for_more_than_three_files_before_a_reader_acts(open_page, known):
    for address in ("", "training/", "training/attendance/", PROCEDURE):
        assert len(open_page(address).asked) == 3, address


def test_picture_of_a_trend_has_its_marks_inside_its_box(open_page):
    page = open_page("performance/quality-and-timeliness/")
    outside = page.evaluate(
        """() => [...document.querySelectorAll('.pictures svg')].flatMap(svg => {
        const box = svg.getBoundingClientRect()
        return [...svg.querySelectorAll('circle, path, text')].filter(part => {
            const own = part.getBoundingClientRect()
            return own.left < box.left - 1 || own.right > box.right + 1 || own.top < box.top - 1 || own.bottom > box.bottom + 1
        }).map(part => svg.getAttribute('aria-labelledby') + ' ' + part.outerHTML)
    })"""
    )
    assert outside == []


def test_labels_of_a_trend_do_not_cover_each_other(open_page, facts):
    for theme in facts.themes:
        page = open_page(f"performance/{theme}/")
        covered = page.evaluate(
            """() => [...document.querySelectorAll('.trend svg')].flatMap(svg => {
            const texts = [...svg.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect()])
            return texts.flatMap(([one, a], place) => texts.slice(place + 1).filter(([, b]) =>
                a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 2 && b.top < a.bottom - 2
            ).map(([other]) => svg.getAttribute('aria-labelledby') + ': ' + one + ' / ' + other))
        })"""
        )
        assert covered == []


@ours_alone
def test_paper_has_the_page_and_not_its_navigation(open_page):
    page = open_page("performance/workforce/")
    page.emulate_media(media="print")
    assert page.get_by_role("table").first.is_visible()
    assert not any(
        page.locator(part).is_visible() for part in (".masthead", ".beside", "footer", ".urgent")
    )
    assert page.locator(".printed").is_visible()


@ours_alone
def test_address_of_an_indicator_opens_at_it(open_page):
    page = open_page("performance/safe-environment/#l17")
    heading = page.get_by_role("heading", name="L17")
    assert 0 <= heading.bounding_box()["y"] < 400
