"""A programme of several pages in a reader's browser: old links lead on, and what was chosen
stays."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from safeguarding.authoring import Author
from safeguarding.pages.rendered import made
from safeguarding.shared import addresses
from safeguarding.training.calls import own_pages
from safeguarding.yaml import read
from tests.browser.conftest import served
from tests.conftest import NOW, ROOT
from tests.unit.training.programmes import with_sessions
from tests.unit.training.test_many_dates import sessions

SCRIPT = (ROOT / "theme/assets/training.js").read_text("utf-8")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the pages of 200 dates, each with its script and nothing around it."""
    site, folder = with_sessions(sessions(200)).site(), tmp_path_factory.mktemp("many")
    author = Author(site, here=lambda: addresses.TRAINING, now=NOW)
    texts = {page.address: read.body(page.text) for page in own_pages(site, NOW)}
    for address, text in {addresses.TRAINING: author.training_dates(), **texts}.items():
        (folder / address).mkdir(parents=True)
        page = f"<!doctype html>{made(text)}<script type=module>{SCRIPT}</script>"
        (folder / address / "index.html").write_text(page, "utf-8")
    with served(folder) as address:
        yield address


def test_old_link_leads_on_to_the_page_of_its_month(page: Page, many: str) -> None:
    page.clock.set_fixed_time(NOW)
    page.goto(f"{many}/training/#date-100")
    page.wait_for_url("**/training/2027-02/#date-100")
    assert "Wednesday 3 February 2027" in page.locator(".sessions > #date-100").inner_text()


def test_choice_is_taken_to_other_months(page: Page, many: str) -> None:
    page.clock.set_fixed_time(NOW)
    page.goto(f"{many}/training/?course=wrap&month=2027-01")
    assert page.locator("output").inner_text() == "93 dates for what you chose on this page"
    page.locator(".later a", has_text="February 2027").click()
    page.wait_for_url("**/training/2027-02/?course=wrap")
    assert page.locator("output").inner_text() == "84 dates for what you chose on this page"
