"""What a phone shows of long tables, and what paper holds."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from safeguarding import pdf
from tests.browser.conftest import ANY, FACTS, PROCEDURE, OpenPage
from tests.conftest import ours_alone

MARGIN: Any = dict.fromkeys(("top", "bottom", "left", "right"), "10mm")  # as browsers print
SHEET = 2  # pages: a sheet has two sides


@ours_alone
def test_page_of_an_indicator_is_one_sheet(
    browser: Browser, site_folder: Path, origin: str
) -> None:
    """The longest of them are tried, and of the shortest that one side is enough."""

    def length(address: str) -> int:
        return (site_folder / address / "index.html").stat().st_size

    def sides(addresses: list[str]) -> list[int | None]:
        found, page = [], browser.new_page()
        for address in addresses:
            page.goto(f"{origin}/{address}")
            found.append(pdf.pages(page.pdf(format="A4", margin=MARGIN)))
        page.close()
        return found

    every = sorted((one.address for one in FACTS.indicators.values()), key=length)
    longest = every[-20:]
    assert {
        address: number
        for address, number in zip(longest, sides(longest), strict=True)
        if not number or number > SHEET
    } == {}
    assert set(sides(every[:5])) == {1}


def test_button_prints_the_page_and_is_not_on_paper(open_page: OpenPage) -> None:
    page = open_page(PROCEDURE)
    if PROCEDURE == ANY:
        pytest.skip("no procedure")
    button = page.get_by_role("button", name="Print")
    page.evaluate("() => { window.print = () => { window.printed = true } }")
    button.click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    assert not button.is_visible()
    page.emulate_media(media="screen")


def test_without_a_script_there_is_no_button_to_print(open_page: OpenPage) -> None:
    page = open_page(PROCEDURE, java_script_enabled=False)
    assert page.locator(".print").count() == 0


def test_page_that_nobody_takes_along_has_no_button_to_print(open_page: OpenPage) -> None:
    assert open_page(ANY).locator(".print").count() == 0


@ours_alone
def test_lists_of_rows_take_little_room_on_a_phone(open_page: OpenPage) -> None:
    page = open_page("performance/", 360)
    box = page.locator(".ways").bounding_box()
    assert box
    assert box["height"] < 240
