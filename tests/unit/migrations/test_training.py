"""Words of training that the site had are the board's own, and those that readers saw."""

import pytest

from tests.small import small_texts
from tests.unit.migrations.moved import after

PROGRAMME, COURSES, BOARD = (
    "data/training/programme.yml",
    "data/training/courses.yml",
    "data/board.yml",
)
TOP = "published: 2026-11-20\nbooking: desk\n"
KINDS = """\
event_kinds:
  - {id: awareness, title: Awareness week}
  - {id: meeting, title: Meeting}
  - {id: audit, title: Audit}
"""
MEETING = """\
sessions:
  - id: one
    kind: meeting
    title: A meeting
    audience: [everyone]
    starts: 2027-02-09
    ends: 2027-02-09
"""
VENUES = "venues:\n  - {id: hall, name: Hall}\n"


@pytest.mark.parametrize(
    ("above", "then"),
    [("", ""), ("\n", "\n"), ("\n# Where it is.\n", "\n"), ("# Where it is.\n", "")],
)
def test_kinds_of_events_stand_above_the_venues(above: str, then: str) -> None:
    remark = above.removeprefix("\n")
    blank = above.removesuffix(remark)
    assert after(PROGRAMME, TOP + above + VENUES + MEETING) == (
        TOP + blank + KINDS + then + remark + VENUES + MEETING
    )


@pytest.mark.parametrize(
    "text",
    [
        f"{TOP}{VENUES}sessions: []\n",
        TOP + VENUES + MEETING.replace("kind: meeting", "kind: conference"),
        f"{TOP}event_kinds:\n  - {{id: meeting, title: Our meetings}}\n{VENUES}{MEETING}",
    ],
)
def test_programme_of_today_stays_as_it_is(text: str) -> None:
    assert after(PROGRAMME, text) == text


COURSE = """\
courses:
  - {id: one, title: One, short: One, level: %s, audience: [everyone], owner: practice}
  - id: two
    title: Two
    short: Two
    level: %s
    audience: [everyone]
    owner: practice
"""
OLD_BOARD = small_texts({BOARD: ("emergency: emergency\n", "")})
OTHERS = {name: OLD_BOARD[name] for name in (BOARD, "data/contacts.yml")}


def test_levels_are_those_that_readers_saw() -> None:
    old, new = COURSE % ("first", "second"), COURSE % ("first of two", "second of two")
    assert after(COURSES, old, OTHERS) == new


def test_levels_that_were_shown_as_they_are_stay() -> None:
    text = COURSE % ("introduction", "advanced")
    assert after(COURSES, text, OTHERS) == text


def test_levels_of_a_board_of_today_are_its_own_words() -> None:
    text = COURSE % ("first", "second")
    assert after(COURSES, text, OTHERS | {BOARD: small_texts()[BOARD]}) == text
