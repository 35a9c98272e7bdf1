"""Dates that drop away at the right minute, and that show in every place."""

import datetime
import json
import re
from urllib.parse import quote

import pytest

from safeguarding.authoring import Author
from safeguarding.site import Site
from safeguarding.training.views import calendars as ics
from safeguarding.training.views import dates as training
from tests.boards import INVENTED
from tests.conftest import NOW
from tests.unit.training.programmes import ONE, with_sessions


def test_session_that_has_begun_is_closed_and_a_cancelled_one_is_cancelled() -> None:
    begun = datetime.datetime.fromisoformat("2027-01-13T10:00Z")
    for sessions, said in (
        (ONE, "No longer open for booking"),
        (ONE + "    status: cancelled\n    changes: [{on: 2026-11-20, what: Snow}]\n", "Cancelled"),
    ):
        author = Author(with_sessions(sessions).site(), here=lambda: "training/", now=begun)
        for call in ("training_dates", "training_by_audience", "course_list"):
            shown = getattr(author, call)()
            assert said in shown, call
            assert "Open for booking" not in shown, call


@pytest.mark.parametrize(
    ("now", "bookable"), {"2027-01-13T09:29Z": True, "2027-01-13T09:30Z": False}.items()
)
def test_session_that_has_begun_cannot_be_booked(now: str, bookable: bool) -> None:
    author = Author(
        with_sessions().site(),
        here=lambda: "training/",
        now=datetime.datetime.fromisoformat(now),
    )
    assert ("To book" in author.training_dates()) is bookable


def structured(html: str) -> str:
    """What a page tells search engines."""
    (told,) = re.findall(r"(?s)<script type=\"application/ld\+json\">(.*?)</script>", html)
    return str(told)


def everywhere(known: Site) -> dict[str, str]:
    """Each place that shows sessions, by its name."""
    author = Author(known, here=lambda: "training/", now=NOW)
    dates = author.training_dates()
    feeds = {
        address: ics.calendar(known, name, found).to_ical().decode()
        for address, name, found in ics.feeds(known)
    }
    return {
        "list": dates.partition("<details")[0],
        "grid": "".join(re.findall(r"(?s)<table class=\"facts calendar\">.*?</table>", dates)[:1]),
        "catalogue": author.course_list(),
        "by audience": author.training_by_audience(),
        "next dates": author.next_dates(9),
        "JSON-LD": structured(dates),
        **{
            address: feeds[address]
            for address in (
                "training/calendar.ics",
                "training/courses/wrap.ics",
                "training/by-audience/police.ics",
            )
        },
    }


def test_new_session_appears_everywhere_by_itself() -> None:
    before, after = (
        everywhere(with_sessions(sessions).site())
        for sessions in (ONE, ONE + ONE.replace("one", "two").replace("2027-01-13", "2027-01-20"))
    )
    for place, text in after.items():
        named = ("20 January", "2027-01-20", "20270120", 'href="#two"')
        assert text != before[place], place
        assert any(words in text for words in named), place


def test_sample_says_so_in_every_place(site_with_test_programme: Site) -> None:
    assert site_with_test_programme.programme.sample
    for place, text in everywhere(site_with_test_programme).items():
        assert "sample" in text.casefold(), place
    author = Author(site_with_test_programme, here=lambda: "training/", now=NOW)
    html = author.training_dates()
    assert html.count('<span class="tag">sample</span>') == html.count('<li id="')


def test_real_programme_does_not_call_itself_a_sample() -> None:
    for place, text in everywhere(with_sessions().site()).items():
        assert "sample" not in text.casefold(), place


def test_empty_programme_is_a_proper_page() -> None:
    author = Author(with_sessions("").site(), here=lambda: "training/", now=NOW)
    assert with_sessions("").problems() == []
    assert "No dates are set at the moment" in author.training_dates()
    assert "calendar.ics" in author.training_dates()
    assert author.course_list().count("No dates are set at the moment") == len(
        [course for course in author.site.courses.values() if not course.any_time]
    )
    assert "No dates are set at the moment" in author.training_by_audience()


def test_search_engines_are_told_each_session_and_each_course(
    site_with_test_programme: Site,
) -> None:
    author = Author(site_with_test_programme, here=lambda: "training/", now=NOW)
    graphs = [
        json.loads(structured(html)) for html in (author.training_dates(), author.course_list())
    ]
    events, courses = (graph["@graph"] for graph in graphs)
    assert len(events) == len(training.upcoming(site_with_test_programme, NOW))
    assert len(courses) == len(site_with_test_programme.courses)
    assert {event["@type"] for event in events} == {"EducationEvent", "Event"}
    assert all(
        {"name", "startDate", "endDate", "eventStatus", "organizer"} <= event.keys()
        for event in events
    )
    assert {event["eventStatus"] for event in events} >= {
        "https://schema.org/EventCancelled",
        "https://schema.org/EventRescheduled",
    }
    assert all(
        course["@type"] == "Course" and {"name", "description", "provider"} <= course.keys()
        for course in courses
    )


def test_next_dates_are_as_many_as_one_asks_for(site_with_test_programme: Site) -> None:
    author = Author(site_with_test_programme, here=lambda: "", now=NOW)
    soon = [view.session.id for view in training.upcoming(site_with_test_programme, NOW)[:3]]
    assert re.findall(r'href="training/#([^"]+)"', author.next_dates(3)) == soon


def test_grid_has_every_session_on_its_day(site_with_test_programme: Site) -> None:
    for month in training.months(site_with_test_programme, "training/", NOW):
        assert all(len(week) == 7 for week in month.weeks)
        squares = {
            day.number: [one.session.id for one in day.sessions]
            for week in month.weeks
            for day in week
            if day.number
        }
        for one in month.sessions:
            assert one.session.id in squares[one.session.starts.day]


def test_links_for_other_services_say_what_when_and_where(site_with_test_programme: Site) -> None:
    one = next(
        one
        for one in training.upcoming_views(site_with_test_programme, "training/", NOW)
        if one.session.id == "2027-09-introduction"
    )
    links = dict(one.links)
    assert "dates=20270915T083000Z%2F20270915T153000Z" in links["Google"]
    assert (
        f"text=SAMPLE%3A%20{quote(site_with_test_programme.courses['introduction'].title)}"
        in links["Google"]
    )
    assert "startdt=2027-09-15T08%3A30%3A00Z" in links["Outlook at work"]
    assert "location=Sample%20room%20A" in links["Outlook.com"]
    assert links["file for your calendar"] == "sessions/2027-09-introduction.ics"


def test_cancelled_session_offers_no_place_in_a_calendar_of_others(
    site_with_test_programme: Site,
) -> None:
    one = next(
        one
        for one in training.upcoming_views(site_with_test_programme, "training/", NOW)
        if one.session.status == "cancelled"
    )
    assert [name for name, _ in one.links] == ["file for your calendar"]
    assert not one.bookable
    assert not one.has_places


def test_lists_say_how_many_they_show() -> None:
    author = Author(INVENTED.site(), here=lambda: "training/", now=NOW)
    dates = author.training_dates()
    assert re.search(r"\b\d+ dates\. This list was made on", dates)
    courses = len(author.site.courses)
    assert f"{courses} courses. This list was made on" in author.course_list()


def test_site_with_an_address_can_be_subscribed_to_by_link() -> None:
    address = "site_url: https://board.example/"
    site = INVENTED.site({"data/board.yml": (address, f"{address}site")})
    author = Author(site, here=lambda: "training/", now=NOW)
    html = author.training_dates()
    assert 'href="webcal://board.example/site/training/calendar.ics"' in html
    assert (
        "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fboard.example%2Fsite%2Ftraining%2Fcalendar.ics"
        in html
    )
    assert "url=https%3A%2F%2Fboard.example%2Fsite%2Ftraining%2Fcalendar.ics" in html
    assert "webcal://board.example/site/training/courses/listening.ics" in author.course_list()
    assert (
        "webcal://board.example/site/training/by-audience/schools.ics"
        in author.training_by_audience()
    )


def test_site_without_an_address_promises_no_such_link() -> None:
    site = INVENTED.site({"data/board.yml": ("site_url: https://board.example/\n", "")})
    author = Author(site, here=lambda: "training/", now=NOW)
    assert (
        "webcal:"
        not in author.training_dates() + author.course_list() + author.training_by_audience()
    )
