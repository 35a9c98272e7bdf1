"""What changed between two states of the facts, where a list holds texts and records side by side.
The rest is tried by its command, in cli/test_reports.py."""

import datetime

import pytest

from safeguarding import changes
from tests.conftest import PROGRAMME
from tests.small import small_site

TODAY = datetime.date(2026, 11, 26)
PLAN = "data/plans/2025-28.yml"
TEXT = "Say at each meeting what a child told us."
RECORD = "What children say is read out at each meeting."


def told(*edits: tuple[str, str]) -> list[str]:
    """What is told of the plan after these edits."""
    heading, *lines = changes.facts(small_site(), small_site({PLAN: list(edits)}))
    assert heading == f"{PLAN}:"
    return [line.strip() for line in lines]


def test_text_of_such_a_list_is_told_by_its_words() -> None:
    (line,) = told((TEXT, "Ask each child."))
    assert line.endswith(f": {TEXT} -> Ask each child.")


def test_text_that_becomes_a_record_is_told_as_gone_and_new() -> None:
    lines = told((f"- {TEXT}", f"- {{id: read-out, what: {RECORD}}}"))
    assert [line.split(":")[0] for line in lines].count("new") == 1
    assert any(RECORD in line for line in lines)
    assert any(f"{TEXT} -> nothing" in line for line in lines)


MOVED = ("starts: 2027-01-12 10:00", "starts: 2027-01-12 09:00")
REASON = (
    "    places: 15\n",
    "    places: 15\n    changes:\n      - {on: 2026-11-24, what: An hour earlier.}\n",
)
UNTOLD = "The date 2027-01-listening moved without a reason. "


@pytest.mark.parametrize(
    ("edits", "is_told"),
    [
        ([], False),
        ([MOVED], True),
        ([("    venue: hall\n    places: 15\n", "    venue: online\n    places: 15\n")], True),
        ([MOVED, REASON], False),
        ([("    places: 15\n", "    places: 20\n")], False),
    ],
)
def test_a_date_that_moved_without_a_reason_is_told(
    edits: list[tuple[str, str]], is_told: bool
) -> None:
    lines = list(changes.kept_in_calendars(small_site(), small_site({PROGRAMME: edits}), TODAY))
    assert any(line.startswith(UNTOLD) for line in lines) is is_told


ONE_DATE = """  - id: 2027-02-meeting
    kind: meeting
    title: Meeting of the partners
    audience: [everyone]
    starts: 2027-02-09
    ends: 2027-02-09
"""
GONE = {PROGRAMME: (ONE_DATE, "")}


def test_a_date_that_was_published_and_is_gone_is_told() -> None:
    (line,) = changes.kept_in_calendars(small_site(), small_site(GONE), TODAY)
    assert line == (
        "Published and now gone: 2027-02-meeting. The calendars of people who subscribed keep"
        " such a date: put it back, and write status: cancelled and changes: with the reason."
    )


def test_a_date_that_is_over_can_go() -> None:
    later = datetime.date(2030, 1, 1)
    assert list(changes.kept_in_calendars(small_site(), small_site(GONE), later)) == []


@pytest.mark.parametrize(("status", "is_told"), [("full", True), ("open", False)])
def test_a_full_date_that_moving_opens_is_told(status: str, is_told: bool) -> None:
    places = "    places: 15\n"
    before, after = (
        small_site({PROGRAMME: (places, f"{places}    status: {one}\n{REASON[1][14:]}")})
        for one in (status, "moved")
    )
    lines = list(changes.untold(before, after, TODAY))
    assert any("people now read how to book" in line for line in lines) is is_told


def test_a_notice_tells_of_itself() -> None:
    notice = {"data/notice.yml": ("Please ring the team.", "Please write.")}
    assert list(changes.untold(small_site(), small_site(notice), TODAY)) == []
