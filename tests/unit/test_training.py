"""The programme: mistakes told at their line, and dates that drop away at the right minute."""

import datetime
import json
import re
from urllib.parse import quote

import pytest

from safeguarding import checks, library
from safeguarding.authoring import Author
from safeguarding.exports import ics
from safeguarding.views import training
from tests.conftest import NOW, complaints, edit

PROGRAMME, COURSES = "data/training/programme.yml", "data/training/courses.yml"
HEAD = """published: 2026-11-25
booking: training-booking
venues:
  - {id: online, name: Online, online: true}
  - {id: hall, name: A hall}
sessions:
"""
ONE = """  - id: one
    course: wrap
    starts: 2027-01-13 09:30
    ends: 2027-01-13 12:30
    venue: hall
    places: 20
"""
SLIPS = {
    "ends before it starts": ("ends: 2027-01-13 12:30", "ends: 2027-01-13 09:00", "10:5: ends: 2027-01-13 09:00 is not after 2027-01-13 09:30; correct one of them"),
    "a day against a time": ("ends: 2027-01-13 12:30", "ends: 2027-01-13", "10:5: ends: has a time where starts has none, or the other way round; give both a time, or neither"),
    "no such course": ("course: wrap", "course: wrop", '8:5: course: wrop is not in data/training/courses.yml; did you mean "wrap"?'),
    "no such venue": ("venue: hall", "venue: hull", '11:5: venue: hull is not in the venues of this file; did you mean "hall"?'),
    "no such contact": ("booking: training-booking", "booking: training-bookings", '2:1: booking: training-bookings is not in data/contacts.yml; did you mean "training-booking"?'),
    "no such contact for one session": ("places: 20", "booking: nobody", "12:5: booking: nobody is not in data/contacts.yml; correct it, or add it there"),
    "places below zero": ("places: 20", "places: -1", "12:5: places: -1 is too small; should be greater than or equal to 0"),
    "open without places": ("places: 20", "places: 0", "12:5: places: there are none, but the status is open; write full"),
    "cancelled without a reason": ("places: 20", "status: cancelled", "12:5: status: cancelled needs a reason; add changes: with the day and the reason, which readers will see"),
    "moved without a reason": ("places: 20", "status: moved", "12:5: status: moved needs a reason; add changes: with the day and the reason, which readers will see"),
    "unknown status": ("places: 20", "status: closed", "12:5: status: closed is not one of: 'open', 'few places', 'full', 'waiting list', 'cancelled' or 'moved'"),
    "time that reads as no time": ("starts: 2027-01-13 09:30", "starts: 13 January 9:30", "9:5: starts: 13 January 9:30 is no day and time; write them like 2027-01-13 09:30, or a day alone like 2027-01-13"),
    "impossible day": ("starts: 2027-01-13 09:30", "starts: 2027-02-30 09:30", "9:5: starts: 2027-02-30 09:30 is no day and time"),
    "time left out when clocks go forward": ("starts: 2027-01-13 09:30\n    ends: 2027-01-13 12:30", "starts: 2027-03-28 01:30\n    ends: 2027-03-28 12:30",
                                             "9:5: starts: 2027-03-28 01:30 does not exist: the clocks go forward then; write another time"),
    "no course": ("    course: wrap\n", "", "7:5: course: is missing; name the course, or write what kind of event it is"),
    "event without a title": ("course: wrap", "kind: meeting\n    audience: [everyone]", "7:5: title: is missing; an event that is no course needs one"),
    "course with another title": ("course: wrap", "course: wrap\n    title: Mine", "9:5: title: comes from the course; delete it here"),
    "event for nobody": ("course: wrap", "kind: meeting\n    title: Mine", "7:5: audience: is missing; say whom the event is for, by ids of data/audiences.yml"),
    "id of a month": ("id: one", "id: 2027-01", "7:5: id: 2027-01 is the name of a month; add a word, like 2027-01-wrap"),
    "event of a course": ("course: wrap", "course: wrap\n    kind: audit\n    audience: [everyone]\n    title: Mine", "8:5: course: belongs to a course, but this is of the kind audit; delete one of the two"),
}


@pytest.fixture
def programme(project):
    """programme(text) -> the project with these sessions and no others."""
    def written(sessions=ONE):
        (project / PROGRAMME).write_text(HEAD + sessions if sessions else HEAD.replace("sessions:\n", "sessions: []\n"))
        return project
    return written


def test_session_of_six_lines_is_sound(programme):
    assert len(ONE.splitlines()) == 6
    assert complaints(programme()) == []


@pytest.mark.parametrize("name", SLIPS)
def test_slip_names_the_line(programme, name):
    old, new, expected = SLIPS[name]
    project = programme()
    edit(project, PROGRAMME, old, new)
    found = complaints(project)
    assert len(found) == 1 and found[0].startswith(f"{PROGRAMME}:{expected}"), found


def test_room_is_not_given_twice_at_once(programme):
    later = ONE.replace("one", "two").replace("09:30", "11:00")
    found = complaints(programme(ONE + later))
    assert found == [f"{PROGRAMME}:17:5: venue: hall is taken then by one ({PROGRAMME}:7); choose another room or time"]


@pytest.mark.parametrize("change", [("venue: hall", "venue: online"), ("places: 20", "status: cancelled\n    changes: [{on: 2026-11-20, what: Snow}]")])
def test_online_or_cancelled_sessions_share_an_hour(programme, change):
    assert complaints(programme(ONE.replace(*change) + ONE.replace("one", "two").replace(*change))) == []


def test_next_session_may_begin_when_the_last_one_ends(programme):
    assert complaints(programme(ONE + ONE.replace("one", "two").replace("12:30", "15:30").replace("09:30", "12:30"))) == []


def test_course_needs_an_owner_that_exists(project):
    edit(project, COURSES, "owner: training-and-public-promotion", "owner: nobody")
    assert any("owner: nobody is not in data/sub_groups.yml" in one for one in complaints(project))


@pytest.mark.parametrize("day, told", {"2027-01-16": "is a Saturday; is the day right?", "2027-05-31": "is a bank holiday (Spring Bank Holiday); is the day right?", "2027-01-13": None}.items())
def test_day_off_is_pointed_out_and_stops_nothing(programme, day, told):
    project = programme(ONE.replace("2027-01-13", day))
    assert complaints(project) == []
    found = [str(one) for one in checks.warnings(library.load(project))]
    assert found == ([f"{PROGRAMME}:9:5: starts: {day} {told}"] if told else [])


@pytest.mark.parametrize("old, new, told", {
    "a year too early": ("2027-01-13", "2026-01-13", "9:5: starts: 2026-01-13 is far from 2026-11-25, when the programme was published; is the year right?"),
    "a year too late": ("2027-01-13", "2032-01-13", "9:5: starts: 2032-01-13 is far from 2026-11-25, when the programme was published; is the year right?"),
    "an end too late": ("ends: 2027-01-13", "ends: 2028-01-13", "10:5: ends: lasts more than 14 days; is the date right?"),
    "an end on a Saturday": ("ends: 2027-01-13", "ends: 2027-01-16", "10:5: ends: 2027-01-16 is a Saturday; is the day right?"),
}.values())
def test_unlikely_day_is_pointed_out_and_stops_nothing(programme, old, new, told):
    project = programme(ONE.replace(old, new))
    assert complaints(project) == []
    assert [str(one) for one in checks.warnings(library.load(project))] == [f"{PROGRAMME}:{told}"]


def test_session_that_has_begun_says_that_it_is_closed_and_a_cancelled_one_that_it_is_cancelled(programme):
    begun = datetime.datetime.fromisoformat("2027-01-13T10:00Z")
    for sessions, said in ((ONE, "No longer open for booking"), (ONE + "    status: cancelled\n    changes: [{on: 2026-11-20, what: Snow}]\n", "Cancelled")):
        author = Author(library.load(programme(sessions)), here=lambda: "training/", now=begun)
        for call in ("training_dates", "training_by_audience", "course_list"):
            assert said in getattr(author, call)() and "Open for booking" not in getattr(author, call)(), call


def test_course_that_the_report_does_not_name_can_be_added(project):
    (project / COURSES).write_text((project / COURSES).read_text() + "  - {id: new, title: A new one, short: New, audience: [everyone], owner: training-and-public-promotion}\n")
    assert complaints(project) == []


def test_unknown_place_of_bank_holidays_is_told(project):
    line = edit(project, "data/board.yml", "bank_holidays: GB-ENG", "bank_holidays: XX")
    assert complaints(project) == [f"data/board.yml:{line}:1: bank_holidays: XX has no bank holidays that we know; write a country and its part, like GB-ENG"]


def test_unknown_time_zone_is_told(project):
    line = edit(project, "data/board.yml", "timezone: Europe/London", "timezone: Europe/Londen")
    assert complaints(project) == [f"data/board.yml:{line}:1: timezone: Europe/Londen is no time zone; write one like Europe/London"]


# What is over drops away. Clocks go forward on 28 March 2027 and back on 31 October 2027.
ENDS = {
    "an hour before noon": ("2027-01-13 12:30", "2027-01-13T12:29:59Z", "2027-01-13T12:30:00Z"),
    "in summer an hour earlier in UTC": ("2027-07-13 12:30", "2027-07-13T11:29:59Z", "2027-07-13T11:30:00Z"),
    "over midnight": ("2027-01-14 00:30", "2027-01-14T00:29:59Z", "2027-01-14T00:30:00Z"),
    "at the end of a month": ("2027-02-28 23:30", "2027-02-28T23:29:59Z", "2027-02-28T23:30:00Z"),
    "at the end of a year": ("2028-01-01 01:00", "2028-01-01T00:59:59Z", "2028-01-01T01:00:00Z"),
    "after clocks went forward": ("2027-03-28 02:30", "2027-03-28T01:29:59Z", "2027-03-28T01:30:00Z"),
    "after clocks went back": ("2027-10-31 02:30", "2027-10-31T02:29:59Z", "2027-10-31T02:30:00Z"),
}


@pytest.mark.parametrize("name", ENDS)
def test_session_is_shown_until_the_minute_it_ends(programme, name):
    end, before, after = ENDS[name]
    start = datetime.datetime.fromisoformat(end) - datetime.timedelta(days=1)
    facts = library.load(programme(ONE.replace("2027-01-13 09:30", f"{start:%Y-%m-%d %H:%M}").replace("2027-01-13 12:30", end)))
    assert [len(training.upcoming(facts, datetime.datetime.fromisoformat(now))) for now in (before, after)] == [1, 0]


def test_event_of_whole_days_lasts_until_the_midnight_after_the_last(programme):
    facts = library.load(programme("  - {id: week, kind: awareness, title: A week, audience: [public], starts: 2027-07-05, ends: 2027-07-09}\n"))
    assert [len(training.upcoming(facts, datetime.datetime.fromisoformat(now))) for now in ("2027-07-09T22:59Z", "2027-07-09T23:00Z")] == [1, 0]


@pytest.mark.parametrize("now, bookable", {"2027-01-13T09:29Z": True, "2027-01-13T09:30Z": False}.items())
def test_session_that_has_begun_cannot_be_booked(programme, now, bookable):
    author = Author(library.load(programme()), here=lambda: "training/", now=datetime.datetime.fromisoformat(now))
    assert ("To book" in author.training_dates()) is bookable


def everywhere(known):
    """Each place that shows sessions, by its name."""
    author = Author(known, here=lambda: "training/", now=NOW)
    dates = author.training_dates()
    feeds = {address: ics.calendar(known, name, found).to_ical().decode() for address, name, found in ics.feeds(known)}
    return {
        "list": dates.partition("<details")[0], "grid": re.search(r"(?s)<table class=\"facts calendar\">.*?</table>", dates)[0] if "<table" in dates else "",
        "catalogue": author.course_list(), "by audience": author.training_by_audience(), "JSON-LD": re.search(r"(?s)<script type=\"application/ld\+json\">(.*?)</script>", dates)[1],
        **{address: feeds[address] for address in ("training/calendar.ics", "training/courses/wrap.ics", "training/by-audience/police.ics")},
    }


def test_new_session_appears_everywhere_by_itself(programme):
    before, after = (everywhere(library.load(programme(sessions))) for sessions in (ONE, ONE + ONE.replace("one", "two").replace("2027-01-13", "2027-01-20")))
    for place, text in after.items():
        assert text != before[place] and ("20 January" in text or "2027-01-20" in text or "20270120" in text or 'href="#two"' in text), place


def test_sample_says_so_in_every_place(known):
    assert known.programme.sample
    for place, text in everywhere(known).items():
        assert "sample" in text.casefold(), place
    author = Author(known, here=lambda: "training/", now=NOW)
    html = author.training_dates()
    assert html.count('<span class="tag">sample</span>') == html.count('<li id="')


def test_real_programme_does_not_call_itself_a_sample(programme):
    for place, text in everywhere(library.load(programme())).items():
        assert "sample" not in text.casefold(), place


def test_empty_programme_is_a_proper_page(programme):
    author = Author(library.load(programme("")), here=lambda: "training/", now=NOW)
    assert complaints(programme("")) == []
    assert "No dates are set at the moment" in author.training_dates() and "calendar.ics" in author.training_dates()
    assert author.course_list().count("No dates are set at the moment") == len(author.library.courses)
    assert "No dates are set at the moment" in author.training_by_audience()


def test_search_engines_are_told_each_session_and_each_course(known):
    author = Author(known, here=lambda: "training/", now=NOW)
    graphs = [json.loads(re.search(r"(?s)ld\+json\">(.*?)</script>", html)[1]) for html in (author.training_dates(), author.course_list())]
    events, courses = (graph["@graph"] for graph in graphs)
    assert len(events) == len(training.upcoming(known, NOW)) and len(courses) == len(known.courses)
    assert {event["@type"] for event in events} == {"EducationEvent", "Event"}
    assert all({"name", "startDate", "endDate", "eventStatus", "organizer"} <= event.keys() for event in events)
    assert {event["eventStatus"] for event in events} >= {"https://schema.org/EventCancelled", "https://schema.org/EventRescheduled"}
    assert all(course["@type"] == "Course" and {"name", "description", "provider"} <= course.keys() for course in courses)


def test_grid_has_every_session_on_its_day(known):
    for month in training.months(known, "training/", NOW):
        assert all(len(week) == 7 for week in month.weeks)
        squares = {day.number: [one.session.id for one in day.sessions] for week in month.weeks for day in week if day.number}
        for one in month.sessions:
            assert one.session.id in squares[one.session.starts.day]


def test_links_for_other_services_say_what_when_and_where(known):
    one = next(one for one in training.coming(known, "training/", NOW) if one.session.id == "2027-09-introduction")
    links = dict(one.links)
    assert "dates=20270915T083000Z%2F20270915T153000Z" in links["Google"] and f"text=SAMPLE%3A%20{quote(known.courses['introduction'].title)}" in links["Google"]
    assert "startdt=2027-09-15T08%3A30%3A00Z" in links["Outlook at work"] and "location=Sample%20room%20A" in links["Outlook.com"]
    assert links["file for your calendar"] == "sessions/2027-09-introduction.ics"


def test_cancelled_session_offers_no_place_in_a_calendar_of_others(known):
    one = next(one for one in training.coming(known, "training/", NOW) if one.session.status == "cancelled")
    assert [name for name, _ in one.links] == ["file for your calendar"] and not one.bookable and not one.free


def test_site_with_an_address_can_be_subscribed_to_by_link(board):
    edit(board, "data/board.yml", "site_url: https://board.example/", "site_url: https://board.example/site")
    author = Author(library.load(board), here=lambda: "training/", now=NOW)
    html = author.training_dates()
    assert 'href="webcal://board.example/site/training/calendar.ics"' in html
    assert "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fboard.example%2Fsite%2Ftraining%2Fcalendar.ics" in html
    assert "url=https%3A%2F%2Fboard.example%2Fsite%2Ftraining%2Fcalendar.ics" in html
    assert "webcal://board.example/site/training/courses/listening.ics" in author.course_list()
    assert "webcal://board.example/site/training/by-audience/schools.ics" in author.training_by_audience()


def test_site_without_an_address_promises_no_such_link(board):
    edit(board, "data/board.yml", "site_url: https://board.example/\n", "")
    author = Author(library.load(board), here=lambda: "training/", now=NOW)
    assert "webcal:" not in author.training_dates() + author.course_list() + author.training_by_audience()


def test_address_of_the_site_has_to_be_whole(board):
    line = edit(board, "data/board.yml", "site_url: https://board.example/", "site_url: board.example")
    assert complaints(board) == [f"data/board.yml:{line}:1: site_url: board.example is no address of a site; write it whole, like https://example.org/"]
