"""The programme in a reader's browser: what is over goes, what is left can be found, with a script
and without."""

import datetime

import pytest
from playwright.sync_api import Page

from safeguarding.site import Site
from safeguarding.training.views import dates as training
from safeguarding.training.views import moments
from tests.browser.conftest import OpenPage
from tests.conftest import NOW

PAGE = "training/"


def shown(page: Page) -> list[str]:
    """The ids of the sessions that can be seen in the list."""
    ids: list[str] = page.evaluate(
        "[...document.querySelectorAll('.sessions > li')].filter(one => one.offsetParent).map(one"
        " => one.id)"
    )
    return ids


def left(known: Site, at: str) -> list[str]:
    """The ids of the sessions that are still to come or under way."""
    return [
        view.session.id for view in training.upcoming(known, datetime.datetime.fromisoformat(at))
    ]


# Instants just before and just after: midnight, the end of a month, of a year, and the hours
# around both clock changes.
CLOCKS = [
    "2026-12-08T12:29:59Z",
    "2026-12-08T12:30:00Z",
    "2026-12-31T23:59:59Z",
    "2027-01-01T00:00:01Z",
    "2027-02-28T23:59:59Z",
    "2027-03-01T00:00:01Z",
    "2027-03-28T00:59:59Z",
    "2027-03-28T01:00:01Z",
    "2027-07-09T22:59:59Z",
    "2027-07-09T23:00:00Z",
    "2027-09-15T15:29:59Z",
    "2027-09-15T15:30:00Z",
    "2027-10-31T00:59:59Z",
    "2027-10-31T01:00:01Z",
    "2028-01-01T00:00:00Z",
]


@pytest.mark.parametrize("at", CLOCKS)
def test_page_that_was_made_earlier_never_shows_what_is_over(
    open_page: OpenPage, site_with_test_programme: Site, at: str
) -> None:
    page = open_page(PAGE, at=at)
    assert shown(page) == left(site_with_test_programme, at)
    months = page.evaluate(
        "[...document.querySelectorAll('h2[id]')].filter(one => /^\\d{4}-\\d{2}$/.test(one.id) &&"
        " one.offsetParent).map(one => one.id)"
    )
    assert months == [
        month.id
        for month in training.months(
            site_with_test_programme, PAGE, datetime.datetime.fromisoformat(at)
        )
    ]


def test_page_left_open_over_the_end_of_a_session_takes_it_away(
    open_page: OpenPage, site_with_test_programme: Site
) -> None:
    page = open_page(PAGE, at="2027-01-13T16:29:50Z")
    assert shown(page)[0] == "2027-01-introduction"
    page.clock.fast_forward(60_000)
    assert shown(page)[0] == "2027-01-wrap"


@pytest.mark.parametrize(
    ("at", "bookable"), {"2027-01-13T09:29:00Z": True, "2027-01-13T09:31:00Z": False}.items()
)
def test_session_that_has_begun_cannot_be_booked(
    open_page: OpenPage, at: str, bookable: bool
) -> None:
    one = open_page(PAGE, at=at).locator("#\\32 027-01-introduction")
    assert (one.locator(".booking").count() == 1) is bookable
    assert ("No longer open for booking" in one.inner_text()) is not bookable


@pytest.mark.parametrize(
    ("at", "bookable"), {"2027-04-15T22:59:00Z": True, "2027-04-15T23:00:00Z": False}.items()
)
def test_after_the_last_day_to_book_nobody_can(
    open_page: OpenPage, at: str, bookable: bool
) -> None:
    one = open_page(PAGE, at=at).locator("#\\32 027-04-case-conferences")
    assert ("Book by Thursday 15 April 2027." in one.inner_text()) is bookable
    assert ("No longer open for booking" not in one.inner_text()) is bookable
    free = open_page("training/by-audience/", at=at).locator(".brief.free > li")
    assert free.filter(has_text="22 April").is_visible() is bookable


@pytest.mark.parametrize("address", ["training/courses/", "training/by-audience/"])
def test_other_pages_of_dates_drop_what_is_over_too(open_page: OpenPage, address: str) -> None:
    page = open_page(address, at="2027-06-01T00:00:00Z")
    ends = page.evaluate(
        "[...document.querySelectorAll('[data-ends]')].filter(one => one.offsetParent).map(one =>"
        " one.dataset.ends)"
    )
    assert ends
    assert min(ends) > "2027-06-01"


def test_cancelled_course_goes_on_to_say_so(open_page: OpenPage) -> None:
    for address in (PAGE, "training/courses/", "training/by-audience/"):
        page = open_page(address, at="2027-03-16T10:00:00Z")
        cancelled = page.locator("[data-status=cancelled]", has_text="16 March").first
        assert "Cancelled" in cancelled.inner_text(), address


def test_course_that_has_begun_is_not_among_free_places(open_page: OpenPage) -> None:
    page = open_page("training/by-audience/", at="2027-01-21T11:00:00Z")
    assert not page.locator(".brief.free > li", has_text="21 January").is_visible()


def test_list_that_runs_empty_says_so_and_its_months_go(open_page: OpenPage) -> None:
    page = open_page(PAGE, at="2027-02-01T00:00:00Z")
    assert not page.get_by_role("link", name="January 2027").first.is_visible()
    page = open_page("training/courses/", at="2027-12-01T00:00:00Z")
    assert page.get_by_text("No dates are set at the moment.").first.is_visible()


def test_filters_work_together(open_page: OpenPage, site_with_test_programme: Site) -> None:
    page = open_page(PAGE, at=NOW)
    page.get_by_label("Course").select_option("basic-awareness")
    assert shown(page) == [
        "2026-12-basic-awareness",
        "2027-04-basic-awareness",
        "2027-11-basic-awareness",
    ]
    page.get_by_label("with free places").check()
    assert shown(page) == ["2027-04-basic-awareness", "2027-11-basic-awareness"]
    page.get_by_label("Month").select_option("2027-11")
    assert shown(page) == ["2027-11-basic-awareness"]
    assert page.locator(".filters output").inner_text() == "1 date for what you chose"
    page.get_by_role("combobox", name="For").select_option("public")
    assert shown(page) == []
    assert page.locator(".filters output").inner_text() == "No dates for what you chose"


def test_months_that_are_left_have_dots_between_them_alone(open_page: OpenPage) -> None:
    page = open_page(PAGE, at=NOW)
    page.get_by_label("Course").select_option("basic-awareness")
    links = [link for link in page.locator(".go a").all() if link.is_visible()]
    dots = [link.evaluate("link => getComputedStyle(link, '::before').content") for link in links]
    assert dots == ["none", '"·"', '"·"']


def test_filtered_list_has_an_address_to_share(open_page: OpenPage) -> None:
    page = open_page(PAGE, at=NOW)
    page.get_by_label("Course").select_option("wrap")
    page.get_by_label("with free places").check()
    again = open_page(PAGE + "?" + page.url.partition("?")[2], at=NOW)
    assert shown(again) == shown(page) == ["2027-01-wrap"]


def test_filter_by_audience_takes_in_what_is_for_everyone(
    open_page: OpenPage, site_with_test_programme: Site
) -> None:
    page = open_page(PAGE, at=NOW)
    page.get_by_role("combobox", name="For").select_option("managers")
    assert shown(page) == [
        one.session.id
        for one in training.upcoming_views(site_with_test_programme, PAGE, NOW)
        if "managers" in one.audience
    ]
    assert "2027-02-managers" in shown(page)
    assert "2027-01-introduction" in shown(page)


def test_without_a_script_every_date_and_every_way_to_it_is_there(
    open_page: OpenPage, site_with_test_programme: Site
) -> None:
    page = open_page(PAGE, 320, java_script_enabled=False)
    assert page.locator(".sessions > li").count() == len(
        training.upcoming(site_with_test_programme, NOW)
    )
    assert not page.locator(".filters").is_visible()
    page.get_by_role("navigation", name="Find a date").get_by_role(
        "link", name="with free places"
    ).click()
    assert page.url.endswith("/training/by-audience/#free")
    free = [
        one
        for one in training.upcoming_views(site_with_test_programme, PAGE, NOW)
        if one.has_places
    ]
    assert page.locator("#free ~ ul.brief").first.locator("li").count() == len(free)
    page.locator("#free ~ ul.brief").first.get_by_role("link").first.click()
    assert page.url.endswith(f"/training/#{free[0].session.id}")


def test_grid_is_a_table_that_leads_to_the_list_by_keyboard(
    open_page: OpenPage, site_with_test_programme: Site
) -> None:
    page = open_page(PAGE, 320, at=NOW)
    page.get_by_text("January 2027 as a calendar").focus()
    page.keyboard.press("Enter")
    table = page.get_by_role("table", name="January 2027: sample dates")
    assert table.get_by_role("columnheader").count() == 7
    table.get_by_role("link", name=site_with_test_programme.courses["introduction"].short).focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#2027-01-introduction")


def test_paper_has_the_dates_and_not_the_controls(open_page: OpenPage) -> None:
    page = open_page(PAGE, at=NOW)
    page.emulate_media(media="print")
    assert page.locator(".sessions > li").first.is_visible()
    assert not page.locator(".filters label").first.is_visible()
    assert not page.locator(".add").first.is_visible()


def test_times_on_the_page_are_the_boards_own(site_with_test_programme: Site) -> None:
    said = {session.id: moments.in_words(session) for session in site_with_test_programme.sessions}
    assert said["2027-01-introduction"] == "Wednesday 13 January 2027, 9:30am to 4:30pm"
    assert said["2027-09-introduction"] == "Wednesday 15 September 2027, 9:30am to 4:30pm"
    assert (
        said["2027-02-advanced"]
        == "Tuesday 2 February 2027, 9:30am, to Wednesday 3 February 2027, 4:30pm"
    )
    assert said["2027-07-private-fostering"] == "Monday 5 July 2027 to Friday 9 July 2027"
