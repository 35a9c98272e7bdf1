"""Each field of a calendar and of its entries."""

import uuid
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from safeguarding.site import Site
from safeguarding.training.models import Session
from safeguarding.training.views import calendars as ics
from safeguarding.training.views import sessions
from tests.small import BOARD, PROGRAMME, at, day, session, small_site
from tests.unit.training.programmes import CONTACTS, NO_MORE_DATES, PLAIN, REAL

KNOWN = small_site(REAL)
NAME = "Example Vale Safeguarding Children Partnership"
CHANGES = (
    {"on": day("2026-11-23"), "what": "A new room."},
    {"on": day("2026-11-22"), "what": "Snow."},
)
WEEK = session("2027-07-05", "2027-07-09", kind="awareness", title="A week")


def urn(words: str) -> str:
    return uuid.uuid5(uuid.UUID("0d6c1c0e-0b0a-4a55-8e0c-6a1f3f1c6f57"), words).urn


def calendar(known: Site, *some: Session) -> Calendar:
    return ics.calendar(known, "Name", [sessions.view(known, one) for one in some])


def event(one: Session, known: Site = KNOWN) -> Any:
    return calendar(known, one).walk("VEVENT")[0]


def decoded(one: Session, *keys: str) -> list[Any]:
    return [event(one).decoded(key) for key in keys]


def test_session_with_times_is_told_in_utc() -> None:
    summer = session("2027-07-13 09:30", "2027-07-13 12:30", course="listening")
    assert decoded(summer, "dtstart", "dtend") == [at("2027-07-13T08:30Z"), at("2027-07-13T11:30Z")]
    assert event(summer)["transp"] == "OPAQUE"


def test_whole_days_end_on_the_day_after_the_last_and_block_nothing() -> None:
    assert decoded(WEEK, "dtstart", "dtend") == [day("2027-07-05"), day("2027-07-10")]
    assert event(WEEK)["transp"] == "TRANSPARENT"


def test_uid_is_that_of_the_place_and_the_id() -> None:
    uids = {id: event(session(id=id, title="A"))["uid"] for id in ("one", "two")}
    assert uids == {"one": urn("Example Vale one"), "two": urn("Example Vale two")}


def test_uid_does_not_change_with_the_name_of_the_board_or_of_the_session() -> None:
    renamed = small_site(REAL | {BOARD: (f"name: {NAME}", "name: Another")})
    moved = session("2027-07-05", "2027-07-09", title="Another", status="moved", changes=CHANGES)
    assert event(moved, renamed)["uid"] == event(WEEK)["uid"]


@pytest.mark.parametrize(
    ("changes", "stamp", "sequence"),
    [
        ((), "2026-11-20T00:00Z", 0),
        (CHANGES, "2026-11-23T00:00Z", 2),
        (({"on": day("2026-11-19"), "what": "Before."},), "2026-11-20T00:00Z", 1),
    ],
)
def test_stamp_is_the_last_change_and_sequence_counts_them(
    changes: tuple[Any, ...], stamp: str, sequence: int
) -> None:
    one = session(course="listening", changes=changes)
    assert decoded(one, "dtstamp", "last-modified", "sequence") == [
        at(stamp),
        at(stamp),
        sequence,
    ]


@pytest.mark.parametrize(
    ("status", "said", "summary"),
    [
        ("open", "CONFIRMED", "Listening to children"),
        ("moved", "CONFIRMED", "Listening to children"),
        ("cancelled", "CANCELLED", "Cancelled: Listening to children"),
    ],
)
def test_what_is_cancelled_says_so(status: str, said: str, summary: str) -> None:
    found = event(session(course="listening", status=status))
    assert (found["status"], found["summary"]) == (said, summary)


def test_category_place_and_address() -> None:
    found = event(session(course="listening", venue="hall"))
    assert found["categories"].to_ical() == b"course"
    assert event(WEEK)["categories"].to_ical() == b"awareness"
    assert (found["location"], found["url"]) == (
        "Sample hall",
        "https://board.example/training/#one",
    )


def test_what_is_not_known_is_left_out() -> None:
    assert "location" not in event(WEEK)
    hidden = small_site(PLAIN | {BOARD: ("site_url: https://board.example/\n", "")})
    assert "url" not in event(WEEK, hidden)


def test_description_of_a_course_says_how_to_book() -> None:
    assert event(session(course="listening"))["description"] == (
        "Wednesday 13 January 2027, 9:30am to 12:30pm\n"
        "Open for booking.\n"
        "To book: Training desk, 01632 960002. To be confirmed by the partnership."
    )


def test_description_of_a_changed_event_says_why() -> None:
    changed = WEEK.model_copy(update={"about": "For all."})
    moved = session("2027-07-05", "2027-07-09", title="A", kind="audit", changes=CHANGES)
    assert event(changed)["description"] == "Monday 5 July 2027 to Friday 9 July 2027\nFor all."
    assert event(moved)["description"].split("\n")[1:] == [
        "23 November 2026: A new room.",
        "22 November 2026: Snow.",
    ]


@pytest.mark.parametrize(
    ("status", "lines"),
    [
        ("full", ["Full."]),
        ("cancelled", ["Cancelled."]),
        ("waiting list", ["Full, with a waiting list.", "To book: Police, ambulance, fire, 999."]),
    ],
)
def test_description_says_whether_one_can_still_come(status: str, lines: list[str]) -> None:
    one = session(course="listening", status=status, booking="emergency")
    assert event(one)["description"].split("\n")[1:] == lines


def test_desk_without_a_number_is_named_alone() -> None:
    known = small_site(REAL | {CONTACTS: ("    phone: 01632 960002\n", "")})
    said = event(session(course="listening"), known)["description"].split("\n")[-1]
    assert said == "To book: Training desk. To be confirmed by the partnership."


def test_sample_says_so_everywhere() -> None:
    sample = small_site()
    found = calendar(sample, WEEK)
    one = found.walk("VEVENT")[0]
    assert (found["name"], one["summary"]) == ("SAMPLE: Name", "SAMPLE: A week")
    said = "This is a sample. It is not a real date: do not come."
    assert str(one["description"]).startswith(f"{said}\n")


def test_calendar_says_what_it_is_and_how_often_to_ask() -> None:
    found = calendar(KNOWN)
    assert found["prodid"] == f"-//{NAME}//safeguarding//EN"
    assert (found["version"], found["method"]) == ("2.0", "PUBLISH")
    assert (found["name"], found["x-wr-calname"]) == ("Name", "Name")
    assert found["x-wr-timezone"] == "Europe/London"
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n" in found.to_ical()
    assert found["x-published-ttl"] == "PT1H"


def test_entries_stand_in_the_order_given() -> None:
    found = calendar(KNOWN, WEEK, session(course="listening"))
    assert [one["summary"] for one in found.walk("VEVENT")] == ["A week", "Listening to children"]


def test_there_is_a_feed_for_all_each_course_audience_and_session() -> None:
    found = [
        (address, name, [view.session.id for view in views])
        for address, name, views in ics.feeds(KNOWN)
    ]
    course, meeting = "2027-01-listening", "2027-02-meeting"
    everyone = f"{NAME}: for Everyone who works with children"
    assert found == [
        ("training/calendar.ics", f"{NAME}: training and events", [course, meeting]),
        ("training/courses/listening.ics", "Listening to children", [course]),
        ("training/by-audience/everyone.ics", everyone, [course, meeting]),
        ("training/by-audience/schools.ics", f"{NAME}: for Schools", [course, meeting]),
        (f"training/sessions/{course}.ics", "Listening to children", [course]),
        (f"training/sessions/{meeting}.ics", "Meeting of the partners", [meeting]),
    ]


def test_feed_of_an_audience_has_what_is_for_it_alone() -> None:
    schools = [NO_MORE_DATES, ("audience: [everyone]", "audience: [schools]")]
    known = small_site({PROGRAMME: schools})
    found = {address: [view.session.id for view in views] for address, _, views in ics.feeds(known)}
    assert found["training/by-audience/everyone.ics"] == ["2027-01-listening"]
    assert len(found["training/by-audience/schools.ics"]) == 2


def test_files_are_what_the_feeds_say(tmp_path: Path) -> None:
    ics.write(KNOWN, tmp_path)
    whole = Calendar.from_ical((tmp_path / "training/calendar.ics").read_bytes())
    one = Calendar.from_ical((tmp_path / "training/courses/listening.ics").read_bytes())
    assert [len(found.walk("VEVENT")) for found in (whole, one)] == [2, 1]
    assert len(list(tmp_path.rglob("*.ics"))) == 6
