"""What cannot stand in a field of training."""

import pytest

from safeguarding.record import Record
from safeguarding.training.models import CourseDate, Event
from tests.boards import INVENTED, Spoilt
from tests.conftest import PROGRAMME
from tests.unit.training.programmes import ONE, with_sessions

ATTENDANCE = "data/training/attendance.yml"
OF_TODAY = {
    "years that run backwards": Spoilt(
        ATTENDANCE,
        "April 2019 to March 2020",
        "April 2020 to March 2019",
        "1: period: April 2020 to March 2019 runs backwards; write the earlier year first",
    ),
}
OF_SESSIONS = {
    "places below zero": Spoilt(
        PROGRAMME,
        "places: 20",
        "places: -1",
        "5: places: -1 is too small; write 0 or more",
    ),
    "unknown status": Spoilt(
        PROGRAMME,
        "places: 20",
        "status: closed",
        (
            "5: status: closed is not one of: 'open', 'few places', 'full', 'waiting list',"
            " 'cancelled' or 'moved'"
        ),
    ),
    "time that reads as no time": Spoilt(
        PROGRAMME,
        "starts: 2027-01-13 09:30",
        "starts: 13 January 9:30",
        (
            "5: starts: 13 January 9:30 is no day and time; write them like 2027-01-13 09:30,"
            " or a day alone like 2027-01-13"
        ),
    ),
    "unknown words of a move": Spoilt(
        PROGRAMME,
        "places: 20",
        "moved: on line",
        "5: moved: on line is not one of: 'to this date', 'to another place' or 'online'; did"
        ' you mean "online"?',
    ),
    "impossible day": Spoilt(
        PROGRAMME,
        "starts: 2027-01-13 09:30",
        "starts: 2027-02-30 09:30",
        ("5: starts: 2027-02-30 09:30 is on a day that does not exist; correct the day"),
    ),
    "ends before it starts": Spoilt(
        PROGRAMME,
        "ends: 2027-01-13 12:30",
        "ends: 2027-01-13 09:29",
        "5: ends: 2027-01-13 09:29 is not after 2027-01-13 09:30; correct one of them",
    ),
    "ends as it starts": Spoilt(
        PROGRAMME,
        "ends: 2027-01-13 12:30",
        "ends: 2027-01-13 09:30",
        "5: ends: 2027-01-13 09:30 is not after 2027-01-13 09:30; correct one of them",
    ),
    "ends on the day before": Spoilt(
        PROGRAMME,
        "starts: 2027-01-13 09:30\n    ends: 2027-01-13 12:30",
        "starts: 2027-01-13\n    ends: 2027-01-12",
        "5: ends: 2027-01-12 is not after 2027-01-13; correct one of them",
        "ends: 2027-01-12",
    ),
    "time and day": Spoilt(
        PROGRAMME,
        "ends: 2027-01-13 12:30",
        "ends: 2027-01-13",
        "5: ends: 2027-01-13 has no time, but starts has one; give both a time, or neither",
    ),
    "day and time": Spoilt(
        PROGRAMME,
        "starts: 2027-01-13 09:30",
        "starts: 2027-01-13",
        "5: ends: 2027-01-13 12:30 has a time, but starts has none; give both a time, or neither",
        "ends: 2027-01-13",
    ),
}
# A session that is no date of a course and no other event, or both: the words in the place of
# `course: wrap`, and what is told of it.
OF_NO_KIND = {
    "nothing": (
        "about: Much",
        ["7:5: course: is missing; add it, or kind, title and audience"],
    ),
    "course with a title": (
        "course: wrap, title: Mine",
        ["9:5: title: cannot stand beside course; delete one or the other"],
    ),
    "course with an audience": (
        "course: wrap, audience: [everyone]",
        ["9:5: audience: cannot stand beside course; delete one or the other"],
    ),
    "course of another kind": (
        "kind: audit, course: wrap",
        ["8:5: kind: audit cannot stand beside course; delete one or the other"],
    ),
    "course with all of an event": (
        "course: wrap, kind: audit, audience: [everyone], title: Mine",
        ["8:5: course: cannot stand beside audience and title; delete one or the other"],
    ),
    "kind alone": (
        "kind: meeting",
        ["7:5: audience: is missing; add it", "7:5: title: is missing; add it"],
    ),
    "event without a title": (
        "kind: meeting, audience: [everyone]",
        ["7:5: title: is missing; add it"],
    ),
    "event for nobody": ("kind: meeting, title: Mine", ["7:5: audience: is missing; add it"]),
    "event for an empty list": (
        "kind: meeting, title: Mine, audience: []",
        ["10:5: audience: needs at least one entry"],
    ),
    "event of no kind": (
        "title: Mine, audience: [everyone]",
        ["7:5: kind: is missing; add it"],
    ),
    "event of an unknown kind": (
        "kind: party, title: Mine, audience: [everyone]",
        [
            "8:5: kind: party is not in the event_kinds of data/training/programme.yml;"
            " write one of awareness, meeting, audit, or add it there"
        ],
    ),
    "misspelt course": ("coures: wrap", ['8:5: coures: is not a key here; did you mean "course"?']),
    "misspelt title": (
        "kind: meeting, titel: Mine, audience: [everyone]",
        ['9:5: titel: is not a key here; did you mean "title"?'],
    ),
}


@pytest.mark.parametrize("spoilt", OF_TODAY.values(), ids=OF_TODAY)
def test_value_that_cannot_be_is_told_at_its_line(spoilt: Spoilt) -> None:
    assert INVENTED.problems(spoilt.edits) == [spoilt.problem(INVENTED)]


@pytest.mark.parametrize("spoilt", OF_SESSIONS.values(), ids=OF_SESSIONS)
def test_value_that_no_session_can_have_is_told_at_its_line(spoilt: Spoilt) -> None:
    board = with_sessions()
    assert board.problems(spoilt.edits) == [spoilt.problem(board)]


@pytest.mark.parametrize(("keys", "told"), OF_NO_KIND.values(), ids=OF_NO_KIND)
def test_session_of_no_kind_is_told_in_a_line(keys: str, told: list[str]) -> None:
    board = with_sessions(ONE.replace("course: wrap", keys.replace(", ", "\n    ")))
    assert board.problems() == [f"{PROGRAMME}:{line}" for line in told]


@pytest.mark.parametrize(
    ("keys", "kind"),
    {
        "course: wrap": CourseDate,
        "kind: course, course: wrap": CourseDate,
        "kind: audit, title: Mine, audience: [everyone]": Event,
    }.items(),
)
def test_session_is_a_date_of_a_course_or_an_event(keys: str, kind: type[Record]) -> None:
    board = with_sessions(ONE.replace("course: wrap", keys.replace(", ", "\n    ")))
    assert board.problems() == []
    assert [type(session) for session in board.site().sessions] == [kind]


def test_course_and_event_cannot_share_an_id() -> None:
    event = ONE.replace("course: wrap", "kind: audit\n    title: A\n    audience: [everyone]")
    assert with_sessions(ONE + event.replace("2027-01", "2027-02")).problems() == [
        f"{PROGRAMME}:13:5: id: one is already the id of {PROGRAMME}:7; choose another"
    ]
