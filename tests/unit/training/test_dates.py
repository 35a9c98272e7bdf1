"""The programme as a reader sees it."""

import datetime

import pytest

from safeguarding.site import Site
from safeguarding.training.views import dates as training
from safeguarding.training.views.dates import Day
from tests.small import PROGRAMME, at, small_site

NOW = at("2026-11-23T12:00Z")
HEAD = """published: 2026-11-20
booking: training-desk
event_kinds: [{id: awareness, title: Awareness week}, {id: meeting, title: Meeting},
  {id: audit, title: Audit}]
payers: [{id: partners, title: A}, {id: charities, title: B}, {id: others, title: C}]
venues: [{id: hall, name: Hall}]
sessions:
"""
COURSE = "  - {id: %s, course: listening, starts: %s, ends: %s, venue: hall, places: 15%s}\n"
WEEK = (
    "  - {id: week, kind: awareness, title: A week, audience: [schools],"
    " starts: 2027-01-30, ends: 2027-02-02}\n"
)


def course(id: str, starts: str, ends: str, more: str = "") -> str:
    return COURSE % (id, starts, ends, more and f", {more}")


def programme(*sessions: str) -> Site:
    return small_site({PROGRAMME: HEAD + "".join(sessions)})


ONE = course("one", "2027-01-13 09:30", "2027-01-13 12:30")


def test_session_of_a_course_has_all_of_it() -> None:
    one = training.upcoming_views(programme(ONE), "training/", NOW)[0]
    assert (one.title, one.short, one.kind) == ("Listening to children", "Listening", "Course")
    assert (one.when, one.place) == ("Wednesday 13 January 2027, 9:30am to 12:30pm", "Hall")
    assert (one.starts, one.ends) == ("2027-01-13T09:30:00Z", "2027-01-13T12:30:00Z")
    assert (one.state, one.places) == ("Open for booking", "15 places in all")
    assert (one.has_places, one.bookable, one.reasons) == (True, True, ())
    assert (one.audience, one.audience_titles) == (
        ("everyone", "schools"),
        "Everyone who works with children",
    )
    assert one.booking.desk.id == "training-desk"
    assert one.session.course == "listening"


def test_links_begin_with_the_file_of_the_session() -> None:
    one = training.upcoming_views(programme(ONE), "training/courses/", NOW)[0]
    assert [name for name, _ in one.links] == [
        "file for your calendar",
        "Google",
        "Outlook at work",
        "Outlook.com",
    ]
    assert one.links[0][1] == "../sessions/one.ics"


@pytest.mark.parametrize(
    ("kind", "said"),
    {"awareness": "Awareness week", "meeting": "Meeting", "audit": "Audit"}.items(),
)
def test_event_has_its_own_title_and_no_course(kind: str, said: str) -> None:
    one = training.upcoming_views(programme(WEEK.replace("awareness", kind)), "", NOW)[0]
    assert (one.title, one.short, one.kind, one.session.course) == ("A week", "A week", said, None)
    assert (one.starts, one.ends) == ("2027-01-30T00:00:00Z", "2027-02-03T00:00:00Z")
    assert (one.places, one.state, one.audience, one.audience_titles) == (
        "",
        "",
        ("schools",),
        "Schools",
    )


def test_cancelled_session_names_the_reasons_and_no_places() -> None:
    changes = (
        "status: cancelled, changes: [{on: 2026-11-20, what: Snow.}, {on: 2026-11-21, what: Ice.}]"
    )
    text = course("one", "2027-01-13 09:30", "2027-01-13 12:30", changes)
    one = training.upcoming_views(programme(text), "", NOW)[0]
    assert (one.state, one.places, one.has_places, one.bookable) == ("Cancelled", "", False, False)
    assert one.reasons == ("20 November 2026: Snow.", "21 November 2026: Ice.")


def test_nought_places_are_said() -> None:
    text = ONE.replace("places: 15", "places: 0")
    assert training.upcoming_views(programme(text), "", NOW)[0].places == "0 places in all"


@pytest.mark.parametrize(
    ("now", "bookable", "free", "state"),
    [
        ("2027-01-13T09:29:59Z", True, True, "Open for booking"),
        ("2027-01-13T09:30:00Z", False, True, "No longer open for booking"),
    ],
)
def test_session_is_bookable_until_it_begins(
    now: str, bookable: bool, free: bool, state: str
) -> None:
    one = training.upcoming_views(programme(ONE), "", at(now))[0]
    assert (one.bookable, one.has_places, one.state) == (bookable, free, state)


@pytest.mark.parametrize(
    ("now", "left"),
    {
        "2027-01-13T12:29:59Z": ["one", "week"],
        "2027-01-13T12:30:00Z": ["week"],
        "2027-02-02T23:59:59Z": ["week"],
        "2027-02-03T00:00:00Z": [],
    }.items(),
)
def test_session_is_there_until_it_ends(now: str, left: list[str]) -> None:
    assert [view.session.id for view in training.upcoming(programme(WEEK, ONE), at(now))] == left


# Clocks go forward on 28 March 2027 and back on 31 October 2027.
@pytest.mark.parametrize(
    ("end", "instant"),
    [
        ("2027-01-13 12:30", "2027-01-13T12:30Z"),
        ("2027-07-13 12:30", "2027-07-13T11:30Z"),
        ("2027-01-14 00:30", "2027-01-14T00:30Z"),
        ("2027-02-28 23:30", "2027-02-28T23:30Z"),
        ("2028-01-01 01:00", "2028-01-01T01:00Z"),
        ("2027-03-28 02:30", "2027-03-28T01:30Z"),
        ("2027-10-31 02:30", "2027-10-31T02:30Z"),
        ("2027-07-09", "2027-07-09T23:00Z"),
    ],
)
def test_session_is_there_until_the_minute_it_ends(end: str, instant: str) -> None:
    start = "2027-01-05" if len(end) == 10 else "2027-01-05 09:30"
    known, second = programme(course("one", start, end)), datetime.timedelta(seconds=1)
    shown = [len(training.upcoming(known, now)) for now in (at(instant) - second, at(instant))]
    assert shown == [1, 0]


def test_soonest_comes_first_and_ids_part_those_of_one_time() -> None:
    found = programme(
        course("late", "2027-01-13 13:00", "2027-01-13 14:00"),
        course("b", "2027-01-13 09:30", "2027-01-13 16:30"),
        course("a", "2027-01-13 09:30", "2027-01-13 17:30"),
    )
    assert [view.session.id for view in training.upcoming(found, NOW)] == ["a", "b", "late"]


def test_month_has_its_sessions_and_stands_where_they_start() -> None:
    late = course("late", "2027-03-04 09:30", "2027-03-04 12:30")
    found = training.months(programme(late, WEEK, ONE), "training/", NOW)
    assert [(month.id, month.title) for month in found] == [
        ("2027-01", "January 2027"),
        ("2027-03", "March 2027"),
    ]
    assert [[one.session.id for one in month.sessions] for month in found] == [
        ["one", "week"],
        ["late"],
    ]


def test_grid_has_weeks_from_monday_and_every_day_that_a_session_touches() -> None:
    weeks = training.months(programme(WEEK, ONE), "training/", NOW)[0].weeks
    assert [len(week) for week in weeks] == [7] * 5
    assert weeks[0][:4] == (Day(None, "", ()),) * 4  # 1 January 2027 is a Friday
    assert (weeks[0][4].number, weeks[0][4].label) == (1, "Friday 1 January 2027")
    on = {day.number: [one.session.id for one in day.sessions] for week in weeks for day in week}
    assert {number: ids for number, ids in on.items() if ids} == {
        13: ["one"],
        30: ["week"],
        31: ["week"],
    }
    assert [number for number in on if number] == list(range(1, 32))


def test_session_of_two_months_stands_in_the_grid_of_both() -> None:
    late = course("late", "2027-02-11 09:30", "2027-02-11 12:30")
    february = training.months(programme(WEEK, late), "training/", NOW)[1]
    on = {day.number: len(day.sessions) for week in february.weeks for day in week if day.sessions}
    assert on == {1: 1, 2: 1, 11: 1}
    assert [one.session.id for one in february.sessions] == ["late"]


def test_each_audience_has_its_own_sessions_its_feed_and_the_wider_one() -> None:
    everyone, schools = training.by_audience(programme(WEEK, ONE), "training/by-audience/", NOW)
    assert (everyone.id, everyone.title, everyone.wider) == (
        "everyone",
        "Everyone who works with children",
        None,
    )
    assert [one.session.id for one in everyone.sessions] == ["one"]
    assert [one.session.id for one in schools.sessions] == ["week"]
    assert schools.wider
    assert schools.wider.id == "everyone"
    assert schools.feed == "schools.ics"
    assert schools.services[0][1] == "webcal://board.example/training/by-audience/schools.ics"
