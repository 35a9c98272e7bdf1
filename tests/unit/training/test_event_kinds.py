"""Kinds of events and levels of courses in the board's own words; learning at any time."""

from typing import Any

import pytest

from safeguarding.authoring import Author
from safeguarding.training.views import calendars as ics
from safeguarding.training.views import sessions, structured
from tests.boards import Edits
from tests.conftest import NOW
from tests.small import COURSES, PROGRAMME, at, small_site
from tests.unit.training.programmes import ONE, with_sessions

CONFERENCE = ONE.replace("course: wrap", "kind: conference\n    title: Annual conference").replace(
    "places: 20", "places: 150\n    audience: [everyone]"
)
KINDS = "event_kinds: ["


def board(kind: str) -> Any:
    """The board of the tests with a conference, whose kinds begin with this one."""
    edited = with_sessions(CONFERENCE)
    return edited.edited({PROGRAMME: (KINDS, f"{KINDS}{kind}, ")})


def test_conference_is_called_one_and_can_be_booked() -> None:
    known = board("{id: conference, title: Conference, bookable: true}").site()
    html = Author(known, here=lambda: "training/", now=NOW).training_dates()
    assert "Conference · A hall · Everyone who works with children · 150 places in all" in html
    assert "Open for booking" in html
    assert "To book: Training bookings" in html
    assert '<option value="conference">Conference</option>' in html
    assert "Awareness" not in html


def test_kind_that_takes_no_bookings_offers_none() -> None:
    known = board("{id: conference, title: Conference}").site()
    html = Author(known, here=lambda: "training/", now=NOW).training_dates()
    assert "To book" not in html
    assert "Open for booking" not in html
    assert '<option value="conference">' not in html


def test_kind_and_level_are_the_boards_own_words() -> None:
    briefing = CONFERENCE.replace("kind: conference", "kind: briefing")
    edited = with_sessions(briefing).edited(
        {
            PROGRAMME: (KINDS, KINDS + "{id: briefing, title: Seven-minute briefing}, "),
            COURSES: ("length: half day\n", "length: half day\n    level: level 3\n"),
        }
    )
    assert edited.problems() == []
    author = Author(edited.site(), here=lambda: "training/", now=NOW)
    assert "Seven-minute briefing · A hall" in author.training_dates()
    assert "<dt>Level</dt><dd>level 3</dd>" in author.course_list()


def test_kind_that_the_board_does_not_name_is_told() -> None:
    assert with_sessions(CONFERENCE).problems() == [
        f"{PROGRAMME}:8:5: kind: conference is not in the event_kinds of {PROGRAMME}; write one of"
        " awareness, meeting, audit, or add it there"
    ]


AT_ANY_TIME: Edits = {PROGRAMME: ("sample: true\n", "")}


@pytest.fixture(scope="module")
def author() -> Author:
    return Author(small_site(AT_ANY_TIME), here=lambda: "training/courses/", now=NOW)


def test_learning_at_any_time_has_its_own_place_and_no_dates(author: Author) -> None:
    catalogue = author.course_list()
    before, _, after = catalogue.partition("## At any time { #at_any_time }")
    assert "### Listening to children, online { #listening-online }" in after
    assert "listening-online }" not in before
    assert "<dt>To begin</dt><dd>" in after
    assert "https://learn.board.example/listening/" in after
    for words in ("No dates are set", "Next dates", "listening-online.ics"):
        assert words not in after
    assert 'At any time: <a href="#listening-online">Listening online</a>' in before


def test_learning_at_any_time_has_no_calendar() -> None:
    feeds = [address for address, _, _ in ics.feeds(small_site())]
    assert "training/courses/leading.ics" in feeds
    assert "training/courses/listening-online.ics" not in feeds


def test_learning_at_any_time_is_found_from_dates_and_by_who_it_is_for(author: Author) -> None:
    assert '#at_any_time">learning at any time</a>' in author.training_dates()
    assert ">Listening to children, online</a>" in author.training_by_audience()
    late = Author(small_site(), here=lambda: "training/", now=at("2030-01-01T00:00Z"))
    assert "No dates are set at the moment" in late.training_dates()
    assert "courses/#at_any_time" in late.training_dates()


def test_search_engines_are_told_where_it_is_learnt() -> None:
    courses = structured.courses(small_site())["@graph"]
    assert courses[2]["hasCourseInstance"] == {"@type": "CourseInstance", "courseMode": "online"}
    assert courses[2]["offers"][0]["url"] == "https://learn.board.example/listening/"
    assert "hasCourseInstance" not in courses[0]


def test_kind_of_a_course_is_course() -> None:
    assert [view.kind for view in sessions.views(small_site())][:3] == [
        "Course",
        "Meeting",
        "Course",
    ]
