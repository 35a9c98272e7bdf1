"""What is the same about a session wherever it is shown."""

import pytest

from safeguarding.site import Site
from safeguarding.training.models import Session
from safeguarding.training.views import sessions
from tests.small import PROGRAMME, at, day, session, small_site
from tests.unit.training.programmes import PLAIN

# Just before the session of tests begins, and as it does.
BEFORE, BEGUN = at("2027-01-13T09:29:59Z"), at("2027-01-13T09:30:00Z")


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
    ("status", "before", "begun", "places", "bookable"),
    [
        ("open", "Open for booking", "No longer open for booking", True, True),
        ("few places", "Few places left", "No longer open for booking", True, True),
        ("full", "Full", "No longer open for booking", False, False),
        ("waiting list", "Full, with a waiting list", "No longer open for booking", False, True),
        ("cancelled", "Cancelled", "Cancelled", False, False),
        ("moved", "Moved", "No longer open for booking", True, True),
    ],
)
def test_course_says_whether_one_can_still_come(
    known: Site, status: str, before: str, begun: str, places: bool, bookable: bool
) -> None:
    view = sessions.view(known, session(course="listening", status=status))
    assert (view.state, view.state_at(BEFORE), view.state_at(BEGUN)) == (before, before, begun)
    assert (view.has_places, view.bookable) == (places, bookable)
    assert (view.bookable_at(BEFORE), view.bookable_at(BEGUN)) == (bookable, False)


@pytest.mark.parametrize(
    ("status", "moved", "state", "bookable"),
    [
        ("open", "online", "Moved online", True),
        ("moved", "to another place", "Moved to another place", True),
        ("open", "to this date", "Moved to this date", True),
        ("full", "online", "Moved online. Full", False),
        ("few places", "online", "Moved online. Few places left", True),
        ("waiting list", "to this date", "Moved to this date. Full, with a waiting list", True),
        ("cancelled", "online", "Cancelled", False),
    ],
)
def test_course_that_moved_says_where_to_and_whether_one_can_still_come(
    known: Site, status: str, moved: str, state: str, bookable: bool
) -> None:
    view = sessions.view(known, session(course="listening", status=status, moved=moved))
    assert (view.state, view.bookable) == (state, bookable)


def test_event_that_moved_says_where_to(known: Site) -> None:
    for status in ("open", "full"):
        meeting = session(status=status, moved="online")
        assert sessions.view(known, meeting).state == "Moved online"


@pytest.mark.parametrize(
    ("status", "state"),
    {
        "open": "",
        "few places": "",
        "full": "",
        "waiting list": "",
        "cancelled": "Cancelled",
        "moved": "Moved",
    }.items(),
)
def test_event_takes_no_bookings_and_says_only_what_changed(
    known: Site, status: str, state: str
) -> None:
    view = sessions.view(known, session(kind="meeting", title="Meeting", status=status))
    assert (view.state, view.state_at(BEFORE), view.state_at(BEGUN)) == (state, state, state)
    assert not view.has_places
    assert not view.bookable
    assert not view.bookable_at(BEFORE)


@pytest.mark.parametrize(
    ("one", "title"),
    [
        (session(course="listening"), "Listening to children"),
        (session(course="listening", status="cancelled"), "Cancelled: Listening to children"),
        (session(kind="audit", title="Audit", status="moved"), "Audit"),
    ],
)
def test_public_title_says_what_is_cancelled_and_what_is_a_sample(
    known: Site, one: Session, title: str
) -> None:
    assert sessions.view(known, one).public_title == title
    assert sessions.view(small_site(), one).public_title == f"SAMPLE: {title}"
    assert sessions.view(small_site(), one).subject.title == title.removeprefix("Cancelled: ")


def test_instants_are_in_utc_and_days_and_times_are_in_words(known: Site) -> None:
    summer = session("2027-07-13 09:30", "2027-07-13 12:30", course="listening")
    view = sessions.view(known, summer)
    assert (view.starts, view.ends) == (at("2027-07-13T08:30Z"), at("2027-07-13T11:30Z"))
    assert view.days[0].span == (view.starts, view.ends)
    assert view.when == "Tuesday 13 July 2027, 9:30am to 12:30pm"


def test_whole_days_span_to_the_day_after_the_last(known: Site) -> None:
    view = sessions.view(known, session("2027-07-05", "2027-07-09", title="A week"))
    assert (view.starts, view.ends) == (at("2027-07-04T23:00Z"), at("2027-07-09T23:00Z"))
    assert view.days[0].span == (day("2027-07-05"), day("2027-07-10"))


@pytest.mark.parametrize(
    ("venue", "place"), {"hall": "Sample hall, 1 Road", "a": "A", None: ""}.items()
)
def test_place_is_the_venue_with_its_address(known: Site, venue: str | None, place: str) -> None:
    assert sessions.view(known, session(venue=venue)).place == place


def test_booking_is_that_of_the_session_or_of_the_programme(known: Site) -> None:
    assert sessions.view(known, session()).booking.desk.id == "training-desk"
    assert sessions.view(known, session(booking="team")).booking.desk.id == "team"


def test_audience_is_that_of_the_course_or_of_the_event(known: Site) -> None:
    assert sessions.view(known, session(course="listening")).subject.audience == ("everyone",)
    assert sessions.view(known, session(audience=("schools",))).subject.audience == ("schools",)


@pytest.mark.parametrize(
    ("one", "covered"),
    [
        (session(course="listening"), ("schools", "everyone")),
        (session(audience=("schools",)), ("schools", "heads")),
        (session(audience=("public",)), ("public",)),
    ],
)
def test_audiences_within_are_covered_in_the_order_of_the_file(
    known: Site, one: Session, covered: tuple[str, ...]
) -> None:
    assert sessions.view(known, one).audiences_covered == covered


def test_every_session_of_the_programme_is_there_in_its_order() -> None:
    views = sessions.views(small_site(PLAIN))
    assert [view.session.id for view in views] == ["2027-01-listening", "2027-02-meeting"]
    assert [view.session.course for view in views] == ["listening", None]
