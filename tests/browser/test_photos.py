"""A picture fits every screen, is really shown, and moves nothing when it comes."""

import pytest
from playwright.sync_api import Page

from tests.browser import axe


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_wide_picture_fits_the_screen_and_is_shown(
    page: Page, origin_of_other: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{origin_of_other}/about/", wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    picture = page.locator('img[src$="~light.webp"]')
    assert picture.evaluate("picture => [picture.complete, picture.naturalWidth]") == [True, 1280]
    box = picture.bounding_box()
    assert box is not None
    assert box["width"] == pytest.approx(box["height"], abs=1)
    axe.prepare(page)
    assert axe.violations(page) == []


def test_room_is_kept_free_for_a_picture_that_is_still_to_come(
    page: Page, origin_of_other: str
) -> None:
    page.route("**/*.webp", lambda route: None)  # it comes, but not yet
    page.goto(f"{origin_of_other}/about/", wait_until="domcontentloaded")
    box = page.locator('img[src$="~light.webp"]').bounding_box()
    assert box is not None
    assert box["width"] == pytest.approx(box["height"], abs=1)
