"""The programme in the words of schema.org."""

from typing import Any

import pytest

from safeguarding.training.models import Session
from safeguarding.training.views import sessions, structured
from tests.small import BOARD, COURSES, day, session, small_site
from tests.unit.training.programmes import CONTACTS, PLAIN, REAL

NO_DESK = {CONTACTS: ("    phone: 01632 960002\n", "")}
KNOWN = small_site(REAL | NO_DESK)
HIDDEN = small_site(PLAIN | NO_DESK | {BOARD: ("site_url: https://board.example/\n", "")})
NAME = "Example Vale Safeguarding Children Partnership"
BOARDS_OWN = {"@type": "Organization", "name": NAME, "url": "https://board.example/"}
LISTENING = {
    "@type": "Course",
    "@id": "https://board.example/training/courses/#listening",
    "name": "Listening to children",
    "description": "Listening to children",
    "provider": BOARDS_OWN,
}
CHANGES = ({"on": day("2026-11-20"), "what": "Snow."},)


def event(one: Session) -> dict[str, Any]:
    found = structured.events(KNOWN, [sessions.view(KNOWN, one)])
    assert found["@context"] == "https://schema.org"
    assert len(found["@graph"]) == 1
    thing: dict[str, Any] = found["@graph"][0]
    return thing


def test_session_of_a_course_has_all_of_it() -> None:
    summer = ("2027-07-13 09:30", "2027-07-13 12:30")
    assert event(session(*summer, course="listening", venue="hall", places=15)) == {
        "@type": "EducationEvent",
        "@id": "https://board.example/training/#one",
        "name": "Listening to children",
        "startDate": "2027-07-13T08:30:00Z",
        "endDate": "2027-07-13T11:30:00Z",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {"@type": "Place", "name": "Sample hall", "address": "Sample hall"},
        "maximumAttendeeCapacity": 15,
        "about": LISTENING,
        "organizer": BOARDS_OWN,
    }


def test_event_of_whole_days_without_a_venue_is_in_the_area() -> None:
    week = session("2027-07-05", "2027-07-09", kind="awareness", title="A week")
    assert event(week) == {
        "@type": "Event",
        "@id": "https://board.example/training/#one",
        "name": "A week",
        "startDate": "2027-07-05",
        "endDate": "2027-07-09",
        "eventStatus": "https://schema.org/EventScheduled",
        "location": {"@type": "Place", "name": "Example Vale", "address": "Example Vale"},
        "organizer": BOARDS_OWN,
    }


def test_session_online_is_at_the_page_of_dates() -> None:
    found = event(session(course="listening", venue="online"))
    assert found["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert found["location"] == {
        "@type": "VirtualLocation",
        "name": "Online",
        "url": "https://board.example/training/",
    }


@pytest.mark.parametrize(
    ("status", "said"),
    {
        "cancelled": "EventCancelled",
        "moved": "EventRescheduled",
        "full": "EventScheduled",
        "waiting list": "EventScheduled",
    }.items(),
)
def test_status_is_that_of_schema_org(status: str, said: str) -> None:
    found = event(session(course="listening", status=status, changes=CHANGES))
    assert found["eventStatus"] == f"https://schema.org/{said}"


def test_nought_places_are_told() -> None:
    assert event(session(course="listening", places=0))["maximumAttendeeCapacity"] == 0


def test_events_stand_in_the_order_given() -> None:
    views = [sessions.view(KNOWN, session(id=id, title=id.upper())) for id in ("b", "a")]
    found = structured.events(KNOWN, views)
    assert [one["name"] for one in found["@graph"]] == ["B", "A"]


def test_course_is_described_by_its_aims() -> None:
    assert structured.courses(KNOWN)["@graph"] == [LISTENING]
    aims = small_site({COURSES: ("    lines: 21", "    aims: [See it., Say it.]\n    lines: 21")})
    assert structured.courses(aims)["@graph"][0]["description"] == "See it. Say it."


def test_site_without_an_address_names_none() -> None:
    assert structured.courses(HIDDEN)["@graph"][0] == {
        "@type": "Course",
        "name": "Listening to children",
        "description": "Listening to children",
        "provider": {"@type": "Organization", "name": NAME},
    }
    hidden = sessions.view(HIDDEN, session(course="listening"))
    assert "@id" not in structured.events(HIDDEN, [hidden])["@graph"][0]
