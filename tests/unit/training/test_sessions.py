"""What is the same about a session wherever it is shown."""

import pytest

from safeguarding.site import Site
from safeguarding.training.models import Session
from safeguarding.training.views import sessions
from tests.small import PROGRAMME, day, session, small_site

CHANGES = ({"on": day("2026-11-20"), "what": "Snow."},)


@pytest.fixture(scope="module")
def known() -> Site:
    return small_site(
        {
            "data/audiences.yml": "audiences:\n"
            "  - {id: schools, title: Schools, within: everyone}\n"
            "  - {id: everyone, title: Everyone}\n"
            "  - {id: heads, title: Heads, within: schools}\n"
            "  - {id: public, title: The public}\n",
            PROGRAMME: [
                ("sample: true\n", ""),
                ("name: Sample hall}", "name: Sample hall, address: 1 Road}\n  - {id: a, name: A}"),
            ],
        }
    )


@pytest.mark.parametrize(
    ("status", "open_", "begun", "places", "bookable"),
    [
        ("open", "Open for booking", "No longer open for booking", True, True),
        ("few places", "Few places left", "No longer open for booking", True, True),
        ("full", "Full", "No longer open for booking", False, False),
        ("waiting list", "Full, with a waiting list", "No longer open for booking", False, True),
        ("cancelled", "Cancelled", "Cancelled", False, False),
        ("moved", "Moved to this date", "No longer open for booking", True, True),
    ],
)
def test_course_says_whether_one_can_still_come(
    status: str, open_: str, begun: str, places: bool, bookable: bool
) -> None:
    one = session(course="listening", status=status)
    assert (sessions.state(one), sessions.state(one, begun=True)) == (open_, begun)
    assert (sessions.has_places(one), sessions.bookable(one)) == (places, bookable)


@pytest.mark.parametrize(
    ("status", "said"),
    {
        "open": "",
        "few places": "",
        "full": "",
        "waiting list": "",
        "cancelled": "Cancelled",
        "moved": "Moved to this date",
    }.items(),
)
def test_event_takes_no_bookings_and_says_only_what_changed(status: str, said: str) -> None:
    one = session(kind="meeting", title="Meeting", status=status)
    assert (sessions.state(one), sessions.state(one, begun=True)) == (said, said)
    assert not sessions.has_places(one)
    assert not sessions.bookable(one)


@pytest.mark.parametrize(
    ("one", "title"),
    [
        (session(course="listening"), "Listening to children"),
        (session(course="listening", status="cancelled"), "Cancelled: Listening to children"),
        (session(kind="audit", title="Audit", status="moved"), "Audit"),
    ],
)
def test_label_says_what_is_cancelled_and_what_is_a_sample(
    known: Site, one: Session, title: str
) -> None:
    assert sessions.labelled(known, one) == title
    assert sessions.labelled(small_site(), one) == f"SAMPLE: {title}"
    assert sessions.title(small_site(), one) == title.removeprefix("Cancelled: ")


@pytest.mark.parametrize(
    ("venue", "said"), {"hall": "Sample hall, 1 Road", "a": "A", None: ""}.items()
)
def test_place_is_the_venue_with_its_address(known: Site, venue: str | None, said: str) -> None:
    assert sessions.place(known, session(venue=venue)) == said


def test_booking_is_that_of_the_session_or_of_the_programme(known: Site) -> None:
    assert sessions.booking(known, session()).id == "training-desk"
    assert sessions.booking(known, session(booking="team")).id == "team"


def test_audience_is_that_of_the_course_or_of_the_event(known: Site) -> None:
    assert sessions.own_audience(known, session(course="listening")) == ("everyone",)
    assert sessions.own_audience(known, session(audience=("schools",))) == ("schools",)


def test_everyone_meant_has_those_within_in_the_order_of_the_file(known: Site) -> None:
    meant = sessions.everyone_meant(known, session(course="listening"))
    assert meant == ("schools", "everyone")
    assert sessions.everyone_meant(known, session(audience=("schools",))) == ("schools", "heads")
    assert sessions.everyone_meant(known, session(audience=("public",))) == ("public",)
