"""Living pages: tools that need no script, a way out, old addresses, and what goes on paper."""

import pytest
from playwright.sync_api import expect

from safeguarding import library
from tests.conftest import ROOT

FACTS = library.load(ROOT)
TOOLS = {"private-fostering": "private-fostering/check/", "lado": "procedures/lado/check/", "missing": "procedures/missing-children/check/"}


def shown(page):
    """The ids of the questions and results that can be seen."""
    return page.evaluate("[...document.querySelectorAll('.tool section')].filter(part => part.offsetParent).map(part => part.id)")


def test_every_tool_has_a_page():
    assert TOOLS.keys() == FACTS.decision_trees.keys()


@pytest.mark.parametrize("tree", TOOLS)
def test_tool_asks_one_question_at_a_time_without_javascript(open_page, tree):
    page = open_page(TOOLS[tree], java_script_enabled=False)
    first = FACTS.decision_trees[tree].questions[0]
    assert shown(page) == [f"{tree}-{first.id}"]
    page.locator(f"#{tree}-{first.id} .choices a").last.click()
    after = shown(page)
    assert after == [f"{tree}-{first.answers[-1].to}"]
    page.go_back()
    assert shown(page) == [f"{tree}-{first.id}"]


def test_tool_is_links_alone(open_page):
    page = open_page(TOOLS["private-fostering"], java_script_enabled=False)
    first, second = (FACTS.decision_trees["private-fostering"].questions[0], "No")
    page.locator(f"#private-fostering-{first.id} .choices").get_by_role("link", name=second, exact=True).click()
    assert "#private-fostering-" in page.url


@pytest.mark.parametrize("tree", TOOLS)
def test_paper_has_every_question_with_where_to_go_on(open_page, tree):
    page = open_page(TOOLS[tree])
    page.emulate_media(media="print")
    found = FACTS.decision_trees[tree]
    assert len(shown(page)) == len(found.questions) + len(found.results)
    assert page.locator(".tool .leads").first.is_visible()
    assert page.locator(".chart svg").is_visible()


def test_exit_link_works_by_itself(open_page):
    page = open_page("private-fostering/", java_script_enabled=False)
    assert page.get_by_role("link", name="Exit this page").get_attribute("href") == "https://www.bbc.co.uk/weather"


def test_shift_three_times_leaves_the_page(open_page):
    page = open_page("private-fostering/")
    page.context.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="elsewhere"))
    for _ in range(2):
        page.keyboard.press("Shift")
    page.wait_for_timeout(200)
    assert "private-fostering" in page.url
    page.keyboard.press("Shift")
    page.wait_for_url("https://www.bbc.co.uk/weather")


def test_other_keys_between_do_not_leave_the_page(open_page):
    page = open_page("private-fostering/")
    for key in ("Shift", "a", "Shift", "b", "Shift"):
        page.keyboard.press(key)
    page.wait_for_timeout(200)
    assert "private-fostering" in page.url


@pytest.mark.parametrize("redirect", FACTS.redirects, ids=lambda redirect: redirect.from_)
def test_old_address_leads_on(open_page, redirect):
    page = open_page(redirect.from_ + "/")
    page.wait_for_url(f"**/{redirect.to}")


def test_every_page_says_what_to_do_in_danger(open_page):
    page = open_page("about/")
    assert page.get_by_role("link", name="Call 999").get_attribute("href") == "tel:999"
    assert page.get_by_role("link", name="Worried about a child?").is_visible()


TASKS = {
    "child not home at midnight": ["A child is missing"],
    "colleague hit a pupil": ["An adult who works with children may have harmed a child"],
    "a pupil's nude picture is going round": ["A nude picture is going round, or a child is at risk online"],
    "my son's friend has lived with us for a month": ["Is this private fostering? Answer a few questions"],
    "a child is hurt next door": ["Someone hurts or neglects a child, or I am worried"],
    "I am fifteen and live with a friend's family": ["I live with people who are not my close family"],
    "I run a language school": ["I run a school or a language school"],
}


@pytest.mark.parametrize("task", TASKS)
def test_right_page_is_one_choice_from_home(open_page, task):
    page = open_page("")
    for choice in TASKS[task]:
        page.get_by_role("link", name=choice).click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("link", name="999").first).to_be_visible()
