"""Days and times as people say them, and as computers compare them."""

import datetime

import pytest

from safeguarding.shared import words
from safeguarding.training.views import moments
from tests.small import at, day, session

LONDON = "Europe/London"


@pytest.mark.parametrize(
    ("begins", "finishes", "starts", "ends"),
    [
        ("2027-01-13 09:30", "2027-01-13 12:30", "2027-01-13T09:30Z", "2027-01-13T12:30Z"),
        ("2027-07-13 09:30", "2027-07-13 12:30", "2027-07-13T08:30Z", "2027-07-13T11:30Z"),
        ("2027-03-27 22:00", "2027-03-28 02:30", "2027-03-27T22:00Z", "2027-03-28T01:30Z"),
        ("2027-01-13", "2027-01-13", "2027-01-13T00:00Z", "2027-01-14T00:00Z"),
        ("2027-07-05", "2027-07-09", "2027-07-04T23:00Z", "2027-07-09T23:00Z"),
        ("2027-03-28", "2027-03-28", "2027-03-28T00:00Z", "2027-03-28T23:00Z"),
    ],
)
def test_instants_are_in_utc_and_whole_days_end_at_midnight(
    begins: str, finishes: str, starts: str, ends: str
) -> None:
    one = session(begins, finishes)
    assert (moments.starts(one, LONDON), moments.ends(one, LONDON)) == (at(starts), at(ends))
    assert moments.starts(one, LONDON).utcoffset() == datetime.timedelta(0)


@pytest.mark.parametrize(
    ("begins", "finishes", "days"),
    [
        ("2027-01-13 09:30", "2027-01-13 12:30", ["2027-01-13"]),
        ("2027-01-13 22:00", "2027-01-14 01:00", ["2027-01-13", "2027-01-14"]),
        ("2027-01-13", "2027-01-13", ["2027-01-13"]),
        ("2027-02-27", "2027-03-01", ["2027-02-27", "2027-02-28", "2027-03-01"]),
    ],
)
def test_days_are_all_that_a_session_touches(begins: str, finishes: str, days: list[str]) -> None:
    assert moments.days(session(begins, finishes)) == list(map(day, days))


@pytest.mark.parametrize(
    ("begins", "finishes", "said"),
    [
        (
            "2027-01-13 09:30",
            "2027-01-13 12:30",
            "Wednesday 13 January 2027, 9:30am to 12:30pm",
        ),
        (
            "2027-01-13 22:00",
            "2027-01-14 01:00",
            "Wednesday 13 January 2027, 10pm, to Thursday 14 January 2027, 1am",
        ),
        ("2027-07-05", "2027-07-05", "Monday 5 July 2027"),
        ("2027-06-28", "2027-07-02", "Monday 28 June 2027 to Friday 2 July 2027"),
    ],
)
def test_session_is_said_with_its_days_and_times(begins: str, finishes: str, said: str) -> None:
    assert moments.in_words(session(begins, finishes)) == said


@pytest.mark.parametrize(
    ("time", "said"),
    [
        ("00:00", "midnight"),
        ("00:05", "12:05am"),
        ("01:00", "1am"),
        ("11:59", "11:59am"),
        ("12:00", "noon"),
        ("12:01", "12:01pm"),
        ("13:00", "1pm"),
        ("23:30", "11:30pm"),
    ],
)
def test_clock_says_noon_and_midnight_in_words(time: str, said: str) -> None:
    assert words.clock(at(f"2027-01-13T{time}")) == said


def test_instant_is_what_computers_read() -> None:
    assert words.utc_text(at("2027-01-03T09:05:07Z")) == "2027-01-03T09:05:07Z"
