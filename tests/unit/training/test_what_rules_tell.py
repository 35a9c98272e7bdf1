"""Programmes that nobody could keep: which line editors are told to mend, and how."""

import pytest

from tests.boards import Edit
from tests.broken import Broken
from tests.small import BOARD, COURSES, PROGRAMME

ATTENDANCE, AUDIENCES = "data/training/attendance.yml", "data/audiences.yml"
THERE, MONTHS, EXIST = "training_names_what_is_there", "ids_are_not_months", "times_exist"
ROOMS, EXPLAINED = "venues_hold_one_session_at_once", "changes_are_explained"
HOLIDAYS, WORKING = "bank_holidays_are_known", "sessions_are_on_working_days"
YEARS, HOURS = "years_are_likely", "hours_are_likely"
HALL = "  - {id: hall, name: Sample hall}\n"
VENUES = f"{HALL}  - {{id: room, name: A room}}\n  - {{id: line, name: Online, online: true}}\n"
MORNING = "2027-01-13 09:00 - 2027-01-13 12:00"


def session(when: str, *more: str, id: str = "one", course: bool = True) -> str:
    """A session from words like 2027-01-13 09:00 - 2027-01-13 12:00, with more keys."""
    starts, ends = when.split(" - ")
    kind = "course: listening" if course else "kind: meeting, title: A, audience: [everyone]"
    return (
        f"  - {{{', '.join((f'id: {id}', kind, f'starts: {starts}', f'ends: {ends}', *more))}}}\n"
    )


def sessions(*written: str) -> dict[str, Edit]:
    """The invented board, whose programme begins with these sessions."""
    return {PROGRAMME: [(HALL, VENUES), ("sessions:\n", f"sessions:\n{''.join(written)}")]}


def times(*whens: str) -> dict[str, Edit]:
    """The same from their times alone."""
    return sessions(*(session(when, id=f"s{place}") for place, when in enumerate(whens)))


def in_hall(*whens: str) -> dict[str, Edit]:
    """The same, all in one room."""
    return sessions(
        *(session(when, "venue: hall", id=f"s{place}") for place, when in enumerate(whens))
    )


BROKEN = {
    "delegates that do not add up": Broken(
        "attendance_adds_up",
        {ATTENDANCE: ("{delegates: 61", "{delegates: 1062")},
        (
            (
                "data/training/attendance.yml:6:9: delegates: the courses add up to 61, not"
                " 1,062; correct a course or the total"
            ),
        ),
    ),
    "attended course that is not there": Broken(
        THERE,
        {ATTENDANCE: ("course: listening", "course: listning")},
        (
            (
                "data/training/attendance.yml:5:6: course: listning is not in"
                ' data/training/courses.yml; did you mean "listening"?'
            ),
        ),
    ),
    "audience within one that is not there": Broken(
        THERE,
        {AUDIENCES: ("within: everyone", "within: everybody")},
        (
            (
                "data/audiences.yml:4:35: within: everybody is not in data/audiences.yml; did"
                ' you mean "everyone"?'
            ),
        ),
    ),
    "owner that is not there": Broken(
        THERE,
        {COURSES: ("owner: practice", "owner: practise")},
        (
            (
                "data/training/courses.yml:9:5: owner: practise is not in data/groups.yml;"
                ' did you mean "practice"?'
            ),
        ),
    ),
    "audience of a course that is not there": Broken(
        THERE,
        {COURSES: ("[everyone]", "[everyone, scools]")},
        (
            (
                "data/training/courses.yml:8:26: audience: scools is not in data/audiences.yml;"
                ' did you mean "schools"?'
            ),
        ),
    ),
    "desk that is not there": Broken(
        THERE,
        {PROGRAMME: ("booking: training-desk", "booking: training-dsk")},
        (
            (
                "data/training/programme.yml:4:1: booking: training-dsk is not in"
                ' data/contacts.yml; did you mean "training-desk"?'
            ),
        ),
    ),
    "course that is not there": Broken(
        THERE,
        {PROGRAMME: ("course: listening", "course: listning")},
        (
            (
                "data/training/programme.yml:24:5: course: listning is not in"
                ' data/training/courses.yml; did you mean "listening"?'
            ),
        ),
    ),
    "desk of a session that is not there": Broken(
        THERE,
        sessions(session(MORNING, "booking: training-dsk")),
        (
            (
                "data/training/programme.yml:25:84: booking: training-dsk is not in"
                ' data/contacts.yml; did you mean "training-desk"?'
            ),
        ),
    ),
    "venue that is not there": Broken(
        THERE,
        sessions(session(MORNING, "venue: hal")),
        (
            (
                "data/training/programme.yml:25:84: venue: hal is not in the venues of"
                ' data/training/programme.yml; did you mean "hall"?'
            ),
        ),
    ),
    "audience of an event that is not there": Broken(
        THERE,
        {PROGRAMME: ("audience: [everyone]", "audience: [everyone, scools]")},
        (
            (
                "data/training/programme.yml:32:26: audience: scools is not in"
                ' data/audiences.yml; did you mean "schools"?'
            ),
        ),
    ),
    "id of a month": Broken(
        MONTHS,
        sessions(session(MORNING, id="2027-01"), session(MORNING, id="2027-02", course=False)),
        (
            (
                "data/training/programme.yml:25:6: id: 2027-01 is the name of a month; add a"
                " word, like 2027-01-listening"
            ),
            (
                "data/training/programme.yml:26:6: id: 2027-02 is the name of a month; add a"
                " word, like 2027-02-meeting"
            ),
        ),
    ),
    "id that begins like a month": Broken(MONTHS, sessions(session(MORNING, id="2027-01-a"))),
    "hour that is left out": Broken(
        EXIST,
        times("2027-03-28 01:00 - 2027-03-28 01:59"),
        (
            (
                "data/training/programme.yml:25:33: starts: 2027-03-28 01:00 does not exist:"
                " the clocks go forward then; write another time"
            ),
            (
                "data/training/programme.yml:25:59: ends: 2027-03-28 01:59 does not exist: the"
                " clocks go forward then; write another time"
            ),
        ),
    ),
    "hours around": Broken(EXIST, times("2027-03-28 00:59 - 2027-03-28 02:00")),
    "hour that comes twice": Broken(EXIST, times("2027-10-31 01:30 - 2027-10-31 03:00")),
    "hour that is left out elsewhere": Broken(
        EXIST,
        {BOARD: ("Europe/London", "America/New_York")}
        | times("2027-03-14 02:30 - 2027-03-14 09:00"),
        (
            (
                "data/training/programme.yml:25:33: starts: 2027-03-14 02:30 does not exist:"
                " the clocks go forward then; write another time"
            ),
        ),
    ),
    "two sessions in one room": Broken(
        ROOMS,
        in_hall("2027-01-13 09:00 - 2027-01-13 12:00", "2027-01-13 11:59 - 2027-01-13 14:00"),
        (
            (
                "data/training/programme.yml:26:83: venue: hall is taken then by s0"
                " (data/training/programme.yml:25); choose another room or time"
            ),
        ),
    ),
    "three sessions in one room": Broken(
        ROOMS,
        in_hall(
            "2027-01-13 09:00 - 2027-01-13 12:00",
            "2027-01-13 10:00 - 2027-01-13 11:00",
            "2027-01-13 11:00 - 2027-01-13 14:00",
        ),
        (
            (
                "data/training/programme.yml:26:83: venue: hall is taken then by s0"
                " (data/training/programme.yml:25); choose another room or time"
            ),
            (
                "data/training/programme.yml:27:83: venue: hall is taken then by s0"
                " (data/training/programme.yml:25); choose another room or time"
            ),
        ),
    ),
    "two sessions of one hour in one room": Broken(
        ROOMS,
        in_hall(MORNING, MORNING),
        (
            (
                "data/training/programme.yml:26:83: venue: hall is taken then by s0"
                " (data/training/programme.yml:25); choose another room or time"
            ),
        ),
    ),
    "session of a day and one of hours in one room": Broken(
        ROOMS,
        in_hall("2027-01-13 - 2027-01-13", "2027-01-13 23:00 - 2027-01-13 23:30"),
        (
            (
                "data/training/programme.yml:26:83: venue: hall is taken then by s0"
                " (data/training/programme.yml:25); choose another room or time"
            ),
        ),
    ),
    "one session after the other": Broken(
        ROOMS,
        in_hall("2027-01-13 12:00 - 2027-01-13 14:00", MORNING, "2027-01-14 - 2027-01-14"),
    ),
    "two sessions in two rooms": Broken(
        ROOMS, sessions(session(MORNING, "venue: hall"), session(MORNING, "venue: room", id="two"))
    ),
    "two sessions online": Broken(
        ROOMS, sessions(session(MORNING, "venue: line"), session(MORNING, "venue: line", id="two"))
    ),
    "two sessions nowhere": Broken(ROOMS, times(MORNING, MORNING)),
    "session that is cancelled, and another": Broken(
        ROOMS,
        sessions(
            session(MORNING, "venue: hall", "status: cancelled"),
            session(MORNING, "venue: hall", id="two"),
        ),
    ),
    "session of two weeks, and another": Broken(
        ROOMS,
        in_hall("2027-01-20 - 2027-02-02", "2027-02-02 09:00 - 2027-02-02 12:00"),
        (
            (
                "data/training/programme.yml:26:83: venue: hall is taken then by s0"
                " (data/training/programme.yml:25); choose another room or time"
            ),
        ),
    ),
    "session of more than two weeks, and another": Broken(
        ROOMS, in_hall("2027-01-20 - 2027-02-03", "2027-02-02 09:00 - 2027-02-02 12:00")
    ),
    "cancelled for no reason": Broken(
        EXPLAINED,
        sessions(session(MORNING, "status: cancelled")),
        (
            (
                "data/training/programme.yml:25:84: status: cancelled needs a reason; add"
                " changes: with the day and the reason, which readers will see"
            ),
        ),
    ),
    "moved for no reason": Broken(
        EXPLAINED,
        sessions(session(MORNING, "status: moved")),
        (
            (
                "data/training/programme.yml:25:84: status: moved needs a reason; add changes:"
                " with the day and the reason, which readers will see"
            ),
        ),
    ),
    "moved for a reason": Broken(
        EXPLAINED,
        sessions(session(MORNING, "status: moved", "changes: [{on: 2026-11-20, what: A.}]")),
    ),
    "full for no reason": Broken(
        EXPLAINED, sessions(session(MORNING, "status: full", "places: 0"))
    ),
    "open without places": Broken(
        EXPLAINED,
        sessions(session(MORNING, "places: 0")),
        (
            (
                "data/training/programme.yml:25:84: places: there are none, but the status is"
                " open; write full"
            ),
        ),
    ),
    "open with one place": Broken(EXPLAINED, sessions(session(MORNING, "places: 1"))),
    "bank holidays of no country": Broken(
        HOLIDAYS,
        {BOARD: ("GB-SCT", "XX")},
        (
            (
                "data/board.yml:6:1: bank_holidays: XX has no bank holidays that we know; write"
                " a country and its part, like GB-ENG"
            ),
        ),
    ),
    "bank holidays of no part": Broken(
        HOLIDAYS,
        {BOARD: ("GB-SCT", "GB-XXX")},
        (
            (
                "data/board.yml:6:1: bank_holidays: GB-XXX has no bank holidays that we know;"
                " write a country and its part, like GB-ENG"
            ),
        ),
    ),
    "bank holidays of a country": Broken(HOLIDAYS, {BOARD: ("GB-SCT", "GB")}),
    "Saturday and Sunday": Broken(
        WORKING,
        times("2027-01-09 09:00 - 2027-01-10 12:00"),
        (
            (
                "data/training/programme.yml:25:33: starts: 2027-01-09 is a Saturday; is the"
                " day right?"
            ),
            ("data/training/programme.yml:25:59: ends: 2027-01-10 is a Sunday; is the day right?"),
        ),
    ),
    "Sunday alone": Broken(
        WORKING,
        times("2027-01-10 09:00 - 2027-01-10 12:00"),
        (("data/training/programme.yml:25:33: starts: 2027-01-10 is a Sunday; is the day right?"),),
    ),
    "Friday": Broken(WORKING, times("2027-01-08 09:00 - 2027-01-08 12:00")),
    "whole days at a weekend": Broken(WORKING, times("2027-01-09 - 2027-01-10")),
    "bank holiday of the part": Broken(
        WORKING,
        times("2027-11-30 09:00 - 2027-11-30 12:00"),
        (
            (
                "data/training/programme.yml:25:33: starts: 2027-11-30 is a bank holiday (Saint"
                " Andrew's Day); is the day right?"
            ),
        ),
    ),
    "bank holiday of another part": Broken(
        WORKING, {BOARD: ("GB-SCT", "GB-ENG")} | times("2027-11-30 09:00 - 2027-11-30 12:00")
    ),
    "bank holidays that nobody knows": Broken(
        WORKING, {BOARD: ("GB-SCT", "XX")} | times("2027-01-10 09:00 - 2027-01-10 12:00")
    ),
    "year after next but two": Broken(
        YEARS,
        times("2030-01-01 09:00 - 2030-01-01 12:00"),
        (
            (
                "data/training/programme.yml:25:33: starts: 2030-01-01 is far from 2026-11-20,"
                " when the programme was published; is the year right?"
            ),
        ),
    ),
    "year after next but one": Broken(YEARS, times("2029-12-31 09:00 - 2029-12-31 12:00")),
    "day before it was published": Broken(
        YEARS,
        times("2026-11-19 - 2026-11-19"),
        (
            (
                "data/training/programme.yml:25:33: starts: 2026-11-19 is far from 2026-11-20,"
                " when the programme was published; is the year right?"
            ),
        ),
    ),
    "day on which it was published": Broken(YEARS, times("2026-11-20 - 2026-11-20")),
    "day before it was published, with a change": Broken(
        YEARS,
        sessions(session("2026-11-19 - 2026-11-19", "changes: [{on: 2026-11-20, what: A.}]")),
    ),
    "two weeks": Broken(YEARS, times("2027-01-13 09:00 - 2027-01-27 09:00")),
    "two weeks and a minute": Broken(
        YEARS,
        times("2027-01-13 09:00 - 2027-01-27 09:01"),
        (("data/training/programme.yml:25:59: ends: lasts more than 14 days; is the date right?"),),
    ),
    "fifteen days": Broken(
        YEARS,
        times("2027-01-13 - 2027-01-27"),
        (("data/training/programme.yml:25:53: ends: lasts more than 14 days; is the date right?"),),
    ),
    "early and late": Broken(
        HOURS,
        times("2027-01-13 06:59 - 2027-01-13 23:00"),
        (
            (
                "data/training/programme.yml:25:33: starts: 06:59 is early or late; is the time"
                " right?"
            ),
            ("data/training/programme.yml:25:59: ends: 23:00 is early or late; is the time right?"),
        ),
    ),
    "first and last hour": Broken(HOURS, times("2027-01-13 07:00 - 2027-01-13 22:59")),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_session_names_its_line(broken: Broken) -> None:
    assert broken.told() == broken.problems
