"""The site in a folder of a domain, as on Pages of a project: /repo/."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import ANY, FACTS, PROCEDURE, served


@pytest.fixture(scope="module")
def folder(site_under_a_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site in a folder, built for there."""
    root = tmp_path_factory.mktemp("root")
    (root / "repo").symlink_to(site_under_a_path)
    with served(root) as address:
        yield f"{address}/repo/"


Answers = list[tuple[int, str]]  # (status, address)


@pytest.fixture
def answers() -> Answers:
    """What the page was answered, in the order in which it came."""
    return []


@pytest.fixture
def page(browser: Browser, answers: Answers) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.on("response", lambda answer: answers.append((answer.status, answer.url)))
    yield page
    context.close()


def test_all_that_a_page_loads_is_in_the_folder(page: Page, folder: str, answers: Answers) -> None:
    page.goto(f"{folder}{PROCEDURE}")
    assert len(answers) == 3
    assert all(status == 200 and url.startswith(folder) for status, url in answers)


def test_search_finds_its_index_and_leads_into_the_folder(page: Page, folder: str) -> None:
    page.goto(f"{folder}{ANY}")
    page.locator("#q").focus()
    page.keyboard.type("worried about a child")
    page.locator(".results li a").first.click()
    assert page.url.startswith(f"{folder}worried-about-a-child/")


def test_old_address_leads_on_within_the_folder(page: Page, folder: str) -> None:
    for redirect in FACTS.redirects:
        page.goto(folder + redirect.from_)
        page.wait_for_url(folder + redirect.to)


def test_page_for_what_is_missing_leads_back(page: Page, folder: str) -> None:
    page.goto(f"{folder}404.html")
    page.locator("main").get_by_role("link", name="Worried about a child?").click()
    assert page.url == f"{folder}worried-about-a-child/"
