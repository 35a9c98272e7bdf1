"""The programme can be kept: each mistake is told at its line, and what is likely a slip is pointed
out."""

import pytest

from safeguarding import checks
from safeguarding.clock import Days
from safeguarding.site import load_site
from tests.conftest import NOW, complaints, edit
from tests.unit.conftest import COURSES, ONE, PROGRAMME

SLIPS = {
    "ends before it starts": (
        "ends: 2027-01-13 12:30",
        "ends: 2027-01-13 09:00",
        "10:5: ends: 2027-01-13 09:00 is not after 2027-01-13 09:30; correct one of them",
    ),
    "a day against a time": (
        "ends: 2027-01-13 12:30",
        "ends: 2027-01-13",
        (
            "10:5: ends: has a time where starts has none, or the other way round; give both a"
            " time, or neither"
        ),
    ),
    "no such course": (
        "course: wrap",
        "course: wrop",
        '8:5: course: wrop is not in data/training/courses.yml; did you mean "wrap"?',
    ),
    "no such venue": (
        "venue: hall",
        "venue: hull",
        '11:5: venue: hull is not in the venues of this file; did you mean "hall"?',
    ),
    "no such contact": (
        "booking: training-booking",
        "booking: training-bookings",
        (
            "2:1: booking: training-bookings is not in data/contacts.yml; did you mean"
            ' "training-booking"?'
        ),
    ),
    "no such contact for one session": (
        "places: 20",
        "booking: nobody",
        "12:5: booking: nobody is not in data/contacts.yml; correct it, or add it there",
    ),
    "places below zero": (
        "places: 20",
        "places: -1",
        "12:5: places: -1 is too small; write 0 or more",
    ),
    "open without places": (
        "places: 20",
        "places: 0",
        "12:5: places: there are none, but the status is open; write full",
    ),
    "cancelled without a reason": (
        "places: 20",
        "status: cancelled",
        (
            "12:5: status: cancelled needs a reason; add changes: with the day and the reason,"
            " which readers will see"
        ),
    ),
    "moved without a reason": (
        "places: 20",
        "status: moved",
        (
            "12:5: status: moved needs a reason; add changes: with the day and the reason, which"
            " readers will see"
        ),
    ),
    "unknown status": (
        "places: 20",
        "status: closed",
        (
            "12:5: status: closed is not one of: 'open', 'few places', 'full', 'waiting list',"
            " 'cancelled' or 'moved'"
        ),
    ),
    "time that reads as no time": (
        "starts: 2027-01-13 09:30",
        "starts: 13 January 9:30",
        (
            "9:5: starts: 13 January 9:30 is no day and time; write them like 2027-01-13 09:30, or"
            " a day alone like 2027-01-13"
        ),
    ),
    "impossible day": (
        "starts: 2027-01-13 09:30",
        "starts: 2027-02-30 09:30",
        "9:5: starts: 2027-02-30 09:30 is no day and time",
    ),
    "time left out when clocks go forward": (
        "starts: 2027-01-13 09:30\n    ends: 2027-01-13 12:30",
        "starts: 2027-03-28 01:30\n    ends: 2027-03-28 12:30",
        (
            "9:5: starts: 2027-03-28 01:30 does not exist: the clocks go forward then; write"
            " another time"
        ),
    ),
    "no course": (
        "    course: wrap\n",
        "",
        "7:5: course: is missing; name the course, or write what kind of event it is",
    ),
    "event without a title": (
        "course: wrap",
        "kind: meeting\n    audience: [everyone]",
        "7:5: title: is missing; an event that is no course needs one",
    ),
    "course with another title": (
        "course: wrap",
        "course: wrap\n    title: Mine",
        "9:5: title: comes from the course; delete it here",
    ),
    "event for nobody": (
        "course: wrap",
        "kind: meeting\n    title: Mine",
        "7:5: audience: is missing; say whom the event is for, by ids of data/audiences.yml",
    ),
    "id of a month": (
        "id: one",
        "id: 2027-01",
        "7:5: id: 2027-01 is the name of a month; add a word, like 2027-01-wrap",
    ),
    "event of a course": (
        "course: wrap",
        "course: wrap\n    kind: audit\n    audience: [everyone]\n    title: Mine",
        "8:5: course: belongs to a course, but this is of the kind audit; delete one of the two",
    ),
}


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
    assert found == [
        f"{PROGRAMME}:17:5: venue: hall is taken then by one ({PROGRAMME}:7); choose another room"
        " or time"
    ]


@pytest.mark.parametrize(
    "change",
    [
        ("venue: hall", "venue: online"),
        ("places: 20", "status: cancelled\n    changes: [{on: 2026-11-20, what: Snow}]"),
    ],
)
def test_online_or_cancelled_sessions_share_an_hour(programme, change):
    assert (
        complaints(programme(ONE.replace(*change) + ONE.replace("one", "two").replace(*change)))
        == []
    )


def test_next_session_may_begin_when_the_last_one_ends(programme):
    assert (
        complaints(
            programme(
                ONE + ONE.replace("one", "two").replace("12:30", "15:30").replace("09:30", "12:30")
            )
        )
        == []
    )


def test_course_needs_an_owner_that_exists(project):
    edit(project, COURSES, "owner: training-and-public-promotion", "owner: nobody")
    assert any("owner: nobody is not in data/sub_groups.yml" in one for one in complaints(project))


@pytest.mark.parametrize(
    ("day", "told"),
    {
        "2027-01-16": "is a Saturday; is the day right?",
        "2027-05-31": "is a bank holiday (Spring Bank Holiday); is the day right?",
        "2027-01-13": None,
    }.items(),
)
def test_day_off_is_pointed_out_and_stops_nothing(programme, day, told):
    project = programme(ONE.replace("2027-01-13", day))
    assert complaints(project) == []
    found = [
        str(one)
        for one in checks.warnings(load_site(project), Days(NOW.date(), NOW.date()))
        if one.place.path == PROGRAMME
    ]
    assert found == ([f"{PROGRAMME}:9:5: starts: {day} {told}"] if told else [])


@pytest.mark.parametrize(
    ("old", "new", "told"),
    {
        "a year too early": (
            "2027-01-13",
            "2026-01-13",
            (
                "9:5: starts: 2026-01-13 is far from 2026-11-25, when the programme was published;"
                " is the year right?"
            ),
        ),
        "a year too late": (
            "2027-01-13",
            "2032-01-13",
            (
                "9:5: starts: 2032-01-13 is far from 2026-11-25, when the programme was published;"
                " is the year right?"
            ),
        ),
        "an end too late": (
            "ends: 2027-01-13",
            "ends: 2028-01-13",
            "10:5: ends: lasts more than 14 days; is the date right?",
        ),
        "an end on a Saturday": (
            "ends: 2027-01-13",
            "ends: 2027-01-16",
            "10:5: ends: 2027-01-16 is a Saturday; is the day right?",
        ),
    }.values(),
)
def test_unlikely_day_is_pointed_out_and_stops_nothing(programme, old, new, told):
    project = programme(ONE.replace(old, new))
    assert complaints(project) == []
    assert [
        str(one)
        for one in checks.warnings(load_site(project), Days(NOW.date(), NOW.date()))
        if one.place.path == PROGRAMME
    ] == [f"{PROGRAMME}:{told}"]


def test_course_that_the_report_does_not_name_can_be_added(project):
    (project / COURSES).write_text(
        (project / COURSES).read_text()
        + "  - {id: new, title: A new one, short: New, audience: [everyone], owner:"
        " training-and-public-promotion}\n"
    )
    assert complaints(project) == []


def test_unknown_place_of_bank_holidays_is_told(project):
    line = edit(project, "data/board.yml", "bank_holidays: GB-ENG", "bank_holidays: XX")
    assert complaints(project) == [
        f"data/board.yml:{line}:1: bank_holidays: XX has no bank holidays that we know; write a"
        " country and its part, like GB-ENG"
    ]


def test_unknown_time_zone_is_told(project):
    line = edit(project, "data/board.yml", "timezone: Europe/London", "timezone: Europe/Londen")
    assert complaints(project) == [
        f"data/board.yml:{line}:1: timezone: Europe/Londen is no time zone; write one like"
        " Europe/London"
    ]
