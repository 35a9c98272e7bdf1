"""The pictures of any board: the invented one has values of every kind, months, quarters, thirteen
years and seven areas beside ours."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser import pictures
from tests.browser.conftest import SCHEMES
from tests.small import small_site

PAGES = sorted(one.address for one in small_site().indicators.values())
WIDTHS = (360, 768, 1280)


@pytest.mark.parametrize("address", PAGES)
def test_pictures_hold_all_they_show_and_can_be_read(
    page: Page, origin_of_other: str, address: str
) -> None:
    page.goto(f"{origin_of_other}/{address}")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            assert pictures.problems(page) == [], f"at {width} px, {scheme}"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("forced", ["active", "none"])
def test_others_are_told_apart_by_shape_and_stroke_alone(
    page: Page, origin_of_other: str, forced: str
) -> None:
    """In the colours that a reader's system forces, all lines have one."""
    page.emulate_media(forced_colors="active" if forced == "active" else "none")
    page.goto(f"{origin_of_other}/performance/plans-again/")
    lines = page.locator("svg:has(#plans-again-t) .line")
    strokes = lines.evaluate_all(
        "all => all.map(one => getComputedStyle(one).strokeDasharray"
        " + getComputedStyle(one).strokeWidth)"
    )
    marks = page.locator("svg:has(#plans-again-t) :is(path, circle):not(.line, .floor)")
    shapes = marks.evaluate_all(
        "all => all.map(one => (one.getAttribute('d') || 'circle').replace(/^M\\S+ [^m]+/, ''))"
    )
    assert (len(strokes), len(set(strokes))) == (8, 8)
    assert len(set(shapes)) == 8


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("forced", ["active", "none"])
def test_two_sources_are_told_apart_and_the_break_is_seen(
    page: Page, origin_of_other: str, forced: str, scheme: Any
) -> None:
    """By shape and stroke; and where colours are forced, in those that stand out."""
    page.emulate_media(
        color_scheme=scheme, forced_colors="active" if forced == "active" else "none"
    )
    page.goto(f"{origin_of_other}/performance/referred/")
    picture = page.locator(".joined svg[role=img]")
    strokes = picture.locator(".line").evaluate_all(
        "all => all.map(one => getComputedStyle(one).strokeDasharray)"
    )
    assert len(set(strokes)) == 2
    assert picture.locator("path.earlier:not(.line)").count() == 2
    assert picture.locator("circle.ours").count() == 2
    assert picture.locator(".break").bounding_box()
    colours = picture.locator(":is(.line, .break, path.earlier)").evaluate_all(
        "all => all.map(one => getComputedStyle(one).stroke)"
    )
    text = picture.evaluate("one => getComputedStyle(document.body).color")
    assert (set(colours) == {text}) is (forced == "active")
    empty = picture.locator("path.earlier:not(.line)").first
    assert empty.evaluate("one => getComputedStyle(one).fill") != text


def test_newest_of_many_periods_is_seen_first(page: Page, origin_of_other: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{origin_of_other}/performance/contacts/")
    box = page.get_by_role("region", name="T1: Number of contacts")
    assert box.locator("tbody th").first.inner_text() == "March 2021"
    assert box.evaluate("box => box.clientHeight < 650 && box.scrollHeight > 1500")
    box.focus()
    page.keyboard.press("End")
    page.wait_for_timeout(300)
    parts = [box, box.locator("thead th").first, box.locator("tbody tr").last]
    top, head, last = (part.evaluate("part => part.getBoundingClientRect().top") for part in parts)
    bottom = box.evaluate("box => box.getBoundingClientRect().bottom")
    assert top <= head < last < bottom


def test_table_of_many_periods_is_whole_on_paper(page: Page, origin_of_other: str) -> None:
    page.emulate_media(media="print")
    page.goto(f"{origin_of_other}/performance/contacts/")
    box = page.get_by_role("region", name="T1: Number of contacts")
    assert box.evaluate("box => box.clientHeight >= box.scrollHeight")
