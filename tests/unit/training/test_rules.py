"""The programme can be kept, attendance adds up, and what is likely wrong is pointed out."""

import pytest

from tests.boards import INVENTED, REAL, Spoilt
from tests.conftest import PROGRAMME
from tests.unit.training.programmes import COURSES, KNOWN, ONE, with_sessions

BOARD = "data/board.yml"
DELEGATES = Spoilt(
    "data/training/attendance.yml",
    "delegates: 308",
    "delegates: 309",
    "9: delegates: the courses add up to 1,326, not 1,325; correct a course or the total",
    "total: {delegates",
)
TWO = ONE + ONE.replace("one", "two")
SPOILT = {
    "no such course": Spoilt(
        PROGRAMME,
        "course: wrap",
        "course: wrop",
        '5: course: wrop is not in data/training/courses.yml; did you mean "wrap"?',
    ),
    "no such venue": Spoilt(
        PROGRAMME,
        "venue: hall",
        "venue: hull",
        '5: venue: hull is not in the venues of data/training/programme.yml; did you mean "hall"?',
    ),
    "no such contact": Spoilt(
        PROGRAMME,
        "booking: training-booking",
        "booking: training-bookings",
        (
            "1: booking: training-bookings is not in data/contacts.yml; did you mean"
            ' "training-booking"?'
        ),
    ),
    "no such contact for one session": Spoilt(
        PROGRAMME,
        "places: 20",
        "booking: nobody",
        (
            "5: booking: nobody is not in data/contacts.yml; write one of emergency, team,"
            " young-line, training-desk, learning-site, training-booking, or add it there"
        ),
    ),
    "open without places": Spoilt(
        PROGRAMME,
        "places: 20",
        "places: 0",
        "5: places: there are none, but the status is open; write full",
    ),
    "cancelled without a reason": Spoilt(
        PROGRAMME,
        "places: 20",
        "status: cancelled",
        (
            "5: status: cancelled needs a reason; add changes: with the day and the reason,"
            " which readers will see"
        ),
    ),
    "moved without a reason": Spoilt(
        PROGRAMME,
        "places: 20",
        "status: moved",
        (
            "5: status: moved needs a reason; add changes: with the day and the reason, which"
            " readers will see"
        ),
    ),
    "moved online, into a room": Spoilt(
        PROGRAMME,
        "places: 20",
        "moved: online\n    changes: [{on: 2026-11-25, what: Snow.}]",
        (
            "5: venue: hall is a room, but moved says online, and people would travel there; write"
            " venue: online"
        ),
        at="venue: hall",
    ),
    "time left out when clocks go forward": Spoilt(
        PROGRAMME,
        "starts: 2027-01-13 09:30\n    ends: 2027-01-13 12:30",
        "starts: 2027-03-28 01:30\n    ends: 2027-03-28 12:30",
        (
            "5: starts: 2027-03-28 01:30 does not exist: the clocks go forward then; write"
            " another time"
        ),
    ),
    "id of a month": Spoilt(
        PROGRAMME,
        "id: one",
        "id: 2027-01",
        "5: id: 2027-01 is the name of a month; add a word, like 2027-01-wrap",
    ),
}
# What is pointed out of a session whose days are others: the words that change, and what is told.
UNLIKELY = {
    "a year too early": (
        "2027-01-13",
        "2026-01-13",
        "9:5: starts: 2026-01-13 is far from 2026-11-25, when the programme was published; is the"
        " year right?",
    ),
    "a year too late": (
        "2027-01-13",
        "2032-01-13",
        "9:5: starts: 2032-01-13 is far from 2026-11-25, when the programme was published; is the"
        " year right?",
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
    "a Saturday": (
        "2027-01-13",
        "2027-01-16",
        "9:5: starts: 2027-01-16 is a Saturday; is the day right?",
    ),
    "a bank holiday": (
        "2027-01-13",
        "2027-05-31",
        "9:5: starts: 2027-05-31 is a bank holiday (Spring Bank Holiday); is the day right?",
    ),
    "an hour at night": (
        "starts: 2027-01-13 09:30",
        "starts: 2027-01-13 02:30",
        "9:5: starts: 02:30 is early or late; is the time right?",
    ),
}


def test_delegates_add_up() -> None:
    assert REAL.problems(DELEGATES.edits) == [DELEGATES.problem(REAL)]


def test_session_of_six_lines_is_sound() -> None:
    assert len(ONE.splitlines()) == 6
    assert with_sessions().problems() == []


@pytest.mark.parametrize("spoilt", SPOILT.values(), ids=SPOILT)
def test_spoilt_session_is_told_at_its_line(spoilt: Spoilt) -> None:
    board = with_sessions()
    assert board.problems(spoilt.edits) == [spoilt.problem(board)]


def test_room_is_not_given_twice_at_once() -> None:
    later = ONE.replace("one", "two").replace("09:30", "11:00")
    assert with_sessions(ONE + later).problems() == [
        f"{PROGRAMME}:17:5: venue: hall is taken then by one ({PROGRAMME}:7); choose another room"
        " or time"
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("venue: hall", "venue: online"),
        ("places: 20", "status: cancelled\n    changes: [{on: 2026-11-20, what: Snow}]"),
    ],
)
def test_online_or_cancelled_sessions_share_an_hour(old: str, new: str) -> None:
    assert with_sessions(TWO.replace(old, new)).problems() == []


def test_next_session_may_begin_when_the_last_one_ends() -> None:
    after = ONE.replace("one", "two").replace("12:30", "15:30").replace("09:30", "12:30")
    assert with_sessions(ONE + after).problems() == []


def test_course_needs_an_owner_that_exists() -> None:
    wrong = Spoilt(
        COURSES,
        "owner: practice",
        "owner: nobody",
        "5: owner: nobody is not in data/groups.yml; write one of executive, partnership,"
        " practice, schools, young-panel-group, or add it there",
    )
    assert INVENTED.problems(wrong.edits) == [wrong.problem(INVENTED)]


def test_likely_day_is_pointed_out_by_nothing() -> None:
    assert told_of_the_programme(ONE) == []


@pytest.mark.parametrize(("old", "new", "told"), UNLIKELY.values(), ids=UNLIKELY)
def test_unlikely_day_is_pointed_out_and_stops_nothing(old: str, new: str, told: str) -> None:
    assert told_of_the_programme(ONE.replace(old, new)) == [f"{PROGRAMME}:{told}"]


def told_of_the_programme(sessions: str) -> list[str]:
    """What is pointed out of a programme with these sessions, in which nothing is wrong."""
    warnings = with_sessions(sessions).warnings()
    return [warning for warning in warnings if warning.startswith(PROGRAMME)]


def test_course_that_the_report_does_not_name_can_be_added() -> None:
    course = "{id: new, title: A new one, short: New, audience: [everyone], owner: practice}"
    courses = f"{INVENTED.texts()[COURSES]}  - {course}\n"
    assert INVENTED.problems({COURSES: courses}) == []


def test_programme_of_the_tests_stands_on_a_board_that_has_nothing_of_it() -> None:
    """So a course, an audience or a contact of the real board can be renamed or retired."""
    assert KNOWN.problems() == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "bank_holidays: GB-SCT",
            "bank_holidays: XX",
            "bank_holidays: XX has no bank holidays that we know; write a country and its part,"
            " like GB-ENG",
        ),
        (
            "timezone: Europe/London",
            "timezone: Europe/Londen",
            "timezone: Europe/Londen is no time zone; write one like Europe/London",
        ),
    ],
)
def test_place_whose_days_nobody_knows_is_told(old: str, new: str, told: str) -> None:
    wrong = Spoilt(BOARD, old, new, f"1: {told}")
    assert INVENTED.problems(wrong.edits) == [wrong.problem(INVENTED)]
