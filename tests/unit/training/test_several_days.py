"""Several days or evenings as one booking: one entry of each list, and each day in calendars."""

import uuid

import pytest
from icalendar import Calendar

from safeguarding.authoring import Author
from safeguarding.site import Site
from safeguarding.training.views import calendars as ics
from safeguarding.training.views import dates, invitations, moments, sessions, structured
from safeguarding.training.views.sessions import SessionView
from tests.conftest import NOW
from tests.small import PROGRAMME, at, session, small_site

TWO, EVENINGS = "2027-03-leading", "2027-04-leading"
KNOWN = small_site({PROGRAMME: ("sample: true\n", "")})


def view(id: str, known: Site = KNOWN) -> SessionView:
    return next(one for one in sessions.views(known) if one.session.id == id)


def uid(words: str) -> str:
    return uuid.uuid5(uuid.UUID("0d6c1c0e-0b0a-4a55-8e0c-6a1f3f1c6f57"), words).urn


def test_it_is_one_entry_of_each_list_with_all_its_days() -> None:
    author = Author(KNOWN, here=lambda: "training/", now=NOW)
    both = "Tuesday 2 March and Tuesday 9 March 2027, 9:30am to 12:30pm on each day"
    for html in (author.course_list(), author.training_by_audience(), author.next_dates(9)):
        assert f'href="#{TWO}">{both}</a>' in html
    html = author.training_dates()
    assert html.count(f'<li id="{TWO}"') == 1
    assert '<p class="when">2 days, one booking:</p>' in html
    assert "<li>Tuesday 2 March 2027, 9:30am to 12:30pm. Sample hall</li>" in html
    assert (
        "<li>Tuesday 9 March 2027, 9:30am to 12:30pm. Online. Bring a case of your own, without"
        " names</li>" in html
    )
    assert "<li>Thursday 22 April 2027, 6pm to 8pm</li>" in html  # all in one place


def test_each_day_stands_in_the_grid_of_its_month() -> None:
    april = next(one for one in dates.months(KNOWN, "training/", NOW) if one.id == "2027-04")
    shown = {
        square.number: [one.short for one in square.sessions]
        for week in april.weeks
        for square in week
        if square.sessions
    }
    assert shown == {
        15: ["Leading, day 1"],
        22: ["Leading, day 2"],
        29: ["Leading, day 3"],
    }


def test_calendar_has_each_day_by_its_number_and_place() -> None:
    calendar = Calendar.from_ical(ics.calendar(KNOWN, "Name", [view(TWO)]).to_ical())
    first, second = calendar.walk("VEVENT")
    assert [str(one["summary"]) for one in (first, second)] == [
        "Leading safeguarding in a school (day 1 of 2)",
        "Leading safeguarding in a school (day 2 of 2)",
    ]
    assert [one.decoded("dtstart") for one in (first, second)] == [
        at("2027-03-02T09:30Z"),
        at("2027-03-09T09:30Z"),
    ]
    assert [str(one["location"]) for one in (first, second)] == ["Sample hall", "Online"]
    assert "Bring a case of your own, without names" in str(second["description"])
    for one in (first, second):
        assert "One booking for 2 days: Tuesday 2 March and Tuesday 9 March" in str(
            one["description"]
        )


def test_first_day_keeps_its_uid_when_others_are_added() -> None:
    events = ics.calendar(KNOWN, "Name", [view(EVENINGS)]).walk("VEVENT")
    names = (EVENINGS, f"{EVENINGS} day 2", f"{EVENINGS} day 3")
    assert [event["uid"] for event in events] == [uid(f"Example Vale {name}") for name in names]


def test_summer_time_that_begins_between_two_days_moves_neither() -> None:
    spring = session(
        "2027-03-23 18:00",
        "2027-03-23 20:00",
        course="listening",
        further_days=({"starts": "2027-03-30 18:00", "ends": "2027-03-30 20:00"},),
    )
    events = ics.calendar(KNOWN, "Name", [sessions.view(KNOWN, spring)]).walk("VEVENT")
    starts = [event.decoded("dtstart") for event in events]
    assert starts == [at("2027-03-23T18:00Z"), at("2027-03-30T17:00Z")]


def test_it_begins_with_its_first_day_and_is_over_after_its_last() -> None:
    one = view(EVENINGS)
    assert (one.starts, one.ends) == (at("2027-04-15T17:00Z"), at("2027-04-29T19:00Z"))
    between = at("2027-04-20T12:00Z")
    assert one.state_at(between) == "No longer open for booking"
    assert one in dates.upcoming(KNOWN, between)


def test_forms_that_take_one_day_are_not_offered() -> None:
    assert invitations.links(view(TWO)) == ()
    assert len(invitations.links(view("2027-05-conference"))) == 3


def test_search_engines_are_told_each_day() -> None:
    (thing,) = structured.events(KNOWN, [view(TWO)])["@graph"]
    assert (thing["startDate"], thing["endDate"]) == (
        "2027-03-02T09:30:00Z",
        "2027-03-09T12:30:00Z",
    )
    assert [one["startDate"] for one in thing["subEvent"]] == [
        "2027-03-02T09:30:00Z",
        "2027-03-09T09:30:00Z",
    ]
    assert thing["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    (alone,) = structured.events(KNOWN, [view("2027-05-conference")])["@graph"]
    assert "subEvent" not in alone


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (
            ["2027-02-02 09:30/2027-02-02 12:30", "2027-02-03 13:00/2027-02-03 16:00"],
            "Tuesday 2 February 2027, 9:30am to 12:30pm; Wednesday 3 February 2027, 1pm to 4pm",
        ),
        (
            ["2027-12-28 10:00/2027-12-28 noon", "2028-01-04 10:00/2028-01-04 12:00"],
            "Tuesday 28 December 2027, 10am to noon; Tuesday 4 January 2028, 10am to noon",
        ),
        (
            ["2027-02-02/2027-02-02", "2027-02-09/2027-02-09"],
            "Tuesday 2 February 2027; Tuesday 9 February 2027",
        ),
    ],
)
def test_days_with_other_hours_are_told_in_full(days: list[str], said: str) -> None:
    first, second = (day.replace("noon", "12:00").split("/") for day in days)
    further = {"starts": _moment(second[0]), "ends": _moment(second[1])}
    one = session(first[0], first[1], course="listening", further_days=(further,))
    assert moments.all_in_words(one.days) == said


def _moment(text: str) -> object:
    return text if " " in text else at(text).date()
