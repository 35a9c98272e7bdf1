"""Living pages: tools that need no script, a way out, old addresses, and what goes on paper."""

import re

import pytest
from playwright.sync_api import Page, expect

from safeguarding.board.models import Redirect
from safeguarding.site import address
from tests.browser.conftest import ANY, FACTS, OpenPage
from tests.conftest import ROOT

PAGES = {
    address(path.relative_to(ROOT).as_posix()): path.read_text("utf-8")
    for path in (ROOT / "docs").rglob("*.md")
}
TOOLS = {
    tree: address
    for address, text in PAGES.items()
    for tree in re.findall(r'\[\[ tool\("(.+?)"\) \]\]', text)
}
CHOICES = """() => [...new Set([...document.querySelectorAll('main a[href]')]
    .map(choice => choice.getAttribute('href'))
    .filter(address => /^[a-z][a-z/-]*\\/$/.test(address))
)]"""


def shown(page: Page) -> list[str]:
    """The ids of the questions and results that can be seen."""
    ids: list[str] = page.evaluate(
        "[...document.querySelectorAll('.tool section')].filter(part => part.offsetParent).map(part"
        " => part.id)"
    )
    return ids


def test_every_tool_has_a_page() -> None:
    assert TOOLS.keys() == FACTS.decision_trees.keys(), (
        'write [[ tool("its-id") ]] into a page of its own'
    )


@pytest.mark.parametrize("tree", TOOLS)
def test_tool_asks_one_question_at_a_time_without_javascript(
    open_page: OpenPage, tree: str
) -> None:
    page = open_page(TOOLS[tree], java_script_enabled=False)
    first = FACTS.decision_trees[tree].questions[0]
    assert shown(page) == [f"{tree}-{first.id}"]
    page.locator(f"#{tree}-{first.id} .choices a").last.click()
    after = shown(page)
    assert after == [f"{tree}-{first.answers[-1].to}"]
    page.go_back()
    assert shown(page) == [f"{tree}-{first.id}"]


@pytest.mark.parametrize("tree", TOOLS)
def test_tool_is_links_alone(open_page: OpenPage, tree: str) -> None:
    page = open_page(TOOLS[tree], java_script_enabled=False)
    first = FACTS.decision_trees[tree].questions[0]
    for answer in first.answers:
        page.locator(f"#{tree}-{first.id} .choices").get_by_role(
            "link", name=answer.text, exact=True
        ).click()
        assert page.url.endswith(f"#{tree}-{answer.to}")
        page.go_back()


@pytest.mark.parametrize("tree", TOOLS)
def test_paper_has_every_question_with_where_to_go_on(open_page: OpenPage, tree: str) -> None:
    page = open_page(TOOLS[tree])
    page.emulate_media(media="print")
    found = FACTS.decision_trees[tree]
    assert len(shown(page)) == len(found.questions) + len(found.results)
    assert page.locator(".tool .leads").first.is_visible()
    assert page.locator(".chart svg").is_visible()


@pytest.mark.parametrize("redirect", FACTS.redirects, ids=lambda redirect: redirect.from_)
def test_old_address_leads_on(open_page: OpenPage, redirect: Redirect) -> None:
    page = open_page(redirect.from_)
    page.wait_for_url(f"**/{redirect.to}")


def test_every_page_says_what_to_do_in_danger(open_page: OpenPage) -> None:
    told = open_page(ANY).locator(".urgent")
    number = FACTS.emergency.phone
    call = told.get_by_role("link", name=f"Call {number}")
    assert call.get_attribute("href") == f"tel:{number}"
    assert told.get_by_role("link", name="Worried about a child?").is_visible()


def test_choices_of_home_lead_to_pages_that_say_whom_to_call(open_page: OpenPage) -> None:
    choices = open_page("").evaluate(CHOICES)
    assert choices
    for choice in choices:
        page = open_page(choice)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        number = page.get_by_role("link", name=FACTS.emergency.phone).first
        expect(number).to_be_visible()
