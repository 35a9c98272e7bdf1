"""What cannot stand in a field of training."""

import pytest

from tests.boards import INVENTED, Spoilt
from tests.conftest import PROGRAMME
from tests.unit.training.programmes import with_sessions

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
    "impossible day": Spoilt(
        PROGRAMME,
        "starts: 2027-01-13 09:30",
        "starts: 2027-02-30 09:30",
        (
            "5: starts: 2027-02-30 09:30 is no day and time; write them like 2027-01-13 09:30,"
            " or a day alone like 2027-01-13"
        ),
    ),
}


@pytest.mark.parametrize("spoilt", OF_TODAY.values(), ids=OF_TODAY)
def test_value_that_cannot_be_is_told_at_its_line(spoilt: Spoilt) -> None:
    assert INVENTED.problems(spoilt.edits) == [spoilt.problem(INVENTED)]


@pytest.mark.parametrize("spoilt", OF_SESSIONS.values(), ids=OF_SESSIONS)
def test_value_that_no_session_can_have_is_told_at_its_line(spoilt: Spoilt) -> None:
    board = with_sessions()
    assert board.problems(spoilt.edits) == [spoilt.problem(board)]
